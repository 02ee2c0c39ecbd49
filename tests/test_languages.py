"""Two languages at run time: every text is found and translated, a switch leaves none behind, nothing is clipped, and
Korean can be read without a Korean font on the machine."""

from __future__ import annotations

import re
import subprocess
import sysconfig
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QEvent, QFileInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QAction, QFont, QFontInfo, QRawFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDockWidget,
    QFileDialog,
    QFileIconProvider,
    QLabel,
    QMenu,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nnviz import languages
from nnviz.app import App, build
from nnviz.assets import resource
from nnviz.keeper import Keeper
from nnviz.languages import ENGLISH, KOREAN, LANGUAGES, Languages, in_use, meant
from nnviz.models.bare import Outline
from nnviz.models.examples import FORWARD_PASS_INPUT
from nnviz.notation import BOOKS
from nnviz.session.intents import Intent, OpenExample, OpenPage, ShowPoint
from nnviz.session.labs.lab import OpenSection
from nnviz.session.pages import COMPARE, DIGITS, LABS, PLAYGROUND
from nnviz.session.runners import InlineRunner
from nnviz.settings import LANGUAGES as CHOICES
from nnviz.settings import Settings
from nnviz.views.dialogs.bare_weights import BareWeights
from nnviz.views.worksheet.dialog import WorksheetDialog
from nnviz.widgets.keys import native
from tests.every_control import dialogs, windows
from tests.translations import TABLE, messages

PACKAGE = Path(languages.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
FONTS = ("Inter-Regular.ttf", "NotoSansKR-Regular.ttf")
BOLD = ("Inter-SemiBold.ttf", "NotoSansKR-SemiBold.ttf")
SIZE = (1440, 900)

LATIN = {
    "nnviz", "English",
    "Ctrl", "Shift", "Backspace", "Del", "Return", "PgUp", "PgDown", "Space", "Esc",
    "MNIST", "XOR", "AND", "NAND", "ReLU", "PReLU", "ELU", "SGD", "AdaGrad", "RMSProp", "Adam", "Glorot", "Xavier",
    "max", "min", "exp", "log", "LSE", "softmax", "inf", "nan", "dCE",
    "McCulloch", "Pitts", "Hebb", "Rosenblatt", "Widrow", "Hoff", "Minsky", "Papert", "Rumelhart", "Hinton",
    "Williams", "Osindero", "Teh", "net", *(name for names in BOOKS.values() for name in names.split(", ")),
}  # fmt: skip
"""Names and signs that are the same in every language."""


def sources() -> str:
    """The program, as one text."""
    return "\n".join(path.read_text(encoding="utf-8") for path in MODULES)


# The table of translations


def test_the_table_has_every_text_of_the_program(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    tool = Path(sysconfig.get_path("scripts")) / "pyside6-lupdate"
    subprocess.run([tool, *MODULES, "-ts", fresh, "-silent"], check=True, timeout=60)
    assert messages(fresh).keys() == messages(TABLE).keys(), "run `make i18n`"


def test_every_text_is_translated() -> None:
    missing = [message for message, text in messages(TABLE).items() if not text]
    assert not missing


def test_the_compiled_table_is_the_written_one(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load("nnviz_ko", str(resource("i18n")))
    stale = [key for key, text in messages(TABLE).items() if text and translator.translate(*key) != text]
    assert not stale, "run `make i18n`"


def test_translations_keep_what_is_filled_in_and_their_form() -> None:
    def form(text: str) -> tuple[object, ...]:
        fields = sorted((name or "", spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None)
        signs = (text.count("\n"), bool(re.search("&[A-Za-z]", text)), text.endswith("…"))
        ends = (text[:1].isspace(), text[-1:].isspace())
        return fields, sorted(re.findall(r"</?\w+[^>]*>", text)), signs, ends

    changed = [key for key, text in messages(TABLE).items() if text and form(key[1]) != form(text)]
    assert not changed


def test_sentences_end_as_sentences() -> None:
    wrong = [key for key, text in messages(TABLE).items() if text and key[1].endswith(".") and text[-1] not in ".!?"]
    assert not wrong


def test_texts_are_written_where_lupdate_finds_them() -> None:
    assert re.findall(r"\.tr\((?!\s*\").*", sources()) == []
    assert re.findall(r"QT_TRANSLATE_NOOP\((?!\s*\"\w+\",\s*[\"']|context: str).*", sources()) == []


def test_contexts_of_the_table_are_those_of_the_program() -> None:
    classes = set(re.findall(r"^class (\w+)", sources(), re.MULTILINE))
    named = set(re.findall(r"\btranslate(?:\(|,)\s*\"(\w+)\"", sources()))
    assert {context for context, _ in messages(TABLE)} <= classes | named | set(languages.WORDS_OF_QT)


@pytest.mark.parametrize("files", [FONTS, BOLD])
def test_the_bundled_fonts_have_every_character(qapp: QApplication, files: tuple[str, ...]) -> None:
    fonts = [QRawFont(str(resource("fonts", file)), 16.0) for file in files]
    assert all(font.isValid() for font in fonts)
    used = {sign for (_, source), text in messages(TABLE).items() for sign in source + text if not sign.isspace()}
    used |= {chr(code) for code in range(0xAC00, 0xD7A4)}
    missing = {sign for sign in used if not any(font.supportsCharacter(ord(sign)) for font in fonts)}
    assert not missing - OF_THE_FORMULAS


OF_THE_FORMULAS = set("ᵢⱼⁿ⁻₁₂‖∂∞⁴")
"""Signs that another font has to draw where neither of the two has them."""

# Which language


@pytest.mark.parametrize(
    ("tags", "language"),
    [
        (["ko-Kore-KR", "ko-KR", "ko"], KOREAN),
        (["de-DE", "ko"], KOREAN),
        (["en-GB"], ENGLISH),
        (["de-DE"], ENGLISH),
        (["kok-IN"], ENGLISH),
        ([], ENGLISH),
    ],
)
def test_system_means_the_first_language_the_system_likes(
    monkeypatch: pytest.MonkeyPatch, tags: list[str], language: str
) -> None:
    class System:
        @staticmethod
        def system() -> System:
            return System()

        def uiLanguages(self) -> list[str]:
            return tags

    monkeypatch.setattr(languages, "QLocale", System)
    assert meant("system") == language
    assert meant(ENGLISH) == ENGLISH
    assert meant(KOREAN) == KOREAN


def test_every_language_can_be_a_setting() -> None:
    assert ("system", *LANGUAGES) == CHOICES


# The real window


@pytest.fixture
def app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The window in English, training only in `session.advance`."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(language=ENGLISH, welcome_seen=True), PLAYGROUND)
    parts.window.show()
    parts.window.open_at(*SIZE)
    qtbot.waitExposed(parts.window)
    yield parts
    parts.close()


def settle(app: App) -> None:
    """Everything that was put off is done."""
    for _ in range(3):
        app.application.processEvents()
        app.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.session.clock.tick()


def tour(app: App) -> Iterator[str]:
    """Every page and every section of the labs, with something on it."""
    opened: dict[str, list[Intent]] = {
        DIGITS: [],
        PLAYGROUND: [OpenExample("forward_pass"), ShowPoint(*FORWARD_PASS_INPUT)],
        COMPARE: [],
    }
    for page, intents in opened.items():
        for intent in (OpenPage(page), *intents):
            app.session.do(intent)
        settle(app)
        yield page
    for page in LABS:
        app.session.do(OpenPage(page))
        for section in app.session.labs.lab(page).sections:
            app.session.do(OpenSection(page, section))
            settle(app)
            yield f"{page}, {section}"


def texts(root: QWidget) -> Iterator[str]:
    """What is written, or said by a screen reader, in what can be seen of a widget."""
    for part in (*seen(root), *root.findChildren(QAction)):
        # pyqtgraph's menus are never shown.
        if "pyqtgraph" in type(part.parent()).__module__:
            continue
        for name in ("text", "title", "windowTitle", "toolTip", "accessibleName", "accessibleDescription"):
            if isinstance(text := part.property(name), str) and text:
                yield text
        if isinstance(part, QComboBox):
            yield from (part.itemText(index) for index in range(part.count()))
        if isinstance(part, QTabBar):
            yield from (part.tabText(index) for index in range(part.count()))


def seen(root: QWidget) -> Iterator[QWidget]:
    """What can be seen of a widget; in what is hidden there is nothing to be seen but windows of their own."""
    if root.isVisible():
        yield root
    for part in root.children():
        if isinstance(part, QWidget) and (root.isVisible() or part.isWindow()):
            yield from seen(part)


def untranslated(root: QWidget) -> list[str]:
    """Texts with words that neither stand in the Korean table nor are the same in every language."""
    return [text for text in texts(root) if not latin(text) <= words()]


@cache
def words() -> set[str]:
    """Words in Latin letters that belong into Korean texts."""
    return LATIN | {word for text in messages(TABLE).values() for word in latin(text)}


def latin(text: str) -> set[str]:
    """Words in Latin letters that are not filled in."""
    return set(re.findall(r"[A-Za-z]{3,}", re.sub(r"\{.*?\}", " ", text)))


def korean(root: QWidget) -> list[str]:
    """Texts with Hangul, but for the name of the language."""
    return [text for text in texts(root) if re.search("[가-힣]", text) and text != LANGUAGES[KOREAN]]


def clipped(root: QWidget) -> Iterator[str]:
    """Words that have less room than they need."""
    for part in seen(root):
        if part is not root and not part.visibleRegion().isEmpty() and _lacks(part):
            name = getattr(part, "text", part.objectName)()
            yield f"{type(part).__name__} {part.objectName()}: {name}"


def _lacks(part: QWidget) -> bool:
    needed, room, advance = part.sizeHint(), part.size(), part.fontMetrics().horizontalAdvance
    if isinstance(part, QLabel) and part.text():
        if part.wordWrap():
            return part.heightForWidth(room.width()) > room.height() + 1
        return needed.width() > room.width() + 1 or needed.height() > room.height() + 1
    if isinstance(part, QPushButton | QToolButton | QCheckBox) and part.text():
        bare = isinstance(part, QToolButton) and part.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        return not bare and needed.width() > room.width() + 1
    if isinstance(part, QTabBar):
        return any(advance(part.tabText(index)) > part.tabRect(index).width() for index in range(part.count()))
    return isinstance(part, QComboBox) and advance(part.currentText()) > room.width() - FRAME_OF_A_COMBO


FRAME_OF_A_COMBO = 2 * 7 + 18
"""Padding and arrow, as the style sheet has them."""


def open_dialogs(app: App) -> list[QWidget]:
    """Welcome, a failure and About, as they are opened."""
    app.window.welcome.open()
    app.window.show_failure(ValueError("reason"))
    app.window.actions_by_name["about"].trigger()
    dialogs = (app.window.findChild(QDialog, name) for name in ("failure_dialog", "about_dialog"))
    return [app.window.welcome, *(dialog for dialog in dialogs if dialog)]


def test_every_page_in_both_languages_without_a_clipped_or_untranslated_text(app: App) -> None:
    """Made in Korean, every part is there in English after a switch."""
    troubles: list[str] = []
    for language, left in ((KOREAN, untranslated), (ENGLISH, korean)):
        app.languages.use(language)
        for place in tour(app):
            troubles += [f"{language}, {place}: {text}" for text in (*clipped(app.window), *left(app.window))]
        the_labs_keep_their_pictures(app)
    assert not troubles


def the_labs_keep_their_pictures(app: App) -> None:
    rail = [button for button in app.window.findChildren(QToolButton) if button.objectName().startswith("rail_")]
    assert len(rail) == len(LABS)
    assert not [button.text() for button in rail if button.icon().isNull()]


def test_every_dialog_in_both_languages(app: App, tmp_path: Path) -> None:
    what_the_program_opens_itself_follows_the_language(app)
    assert in_use() == KOREAN
    the_question_about_bare_weights_is_asked_in_korean(app)
    the_file_dialog_of_qt_is_korean(app, tmp_path)
    windows_and_dialogs_of_their_own_are_korean(app, tmp_path)


def what_the_program_opens_itself_follows_the_language(app: App) -> None:
    dialogs = open_dialogs(app)
    for language in LANGUAGES:
        app.languages.use(language)
        settle(app)
        assert [text for dialog in dialogs for text in clipped(dialog)] == []
    assert app.window.welcome.isVisible()
    # A dialog about something that has happened says it in the language of that moment.
    assert "자세한 내용 복사" in {text for dialog in dialogs for text in texts(dialog)}
    assert not untranslated(app.window.welcome)
    for dialog in dialogs:
        dialog.close()


def show_menus(app: App) -> Iterator[QWidget]:
    """Every menu, opened: what stands in one that is closed is not made yet."""
    for menu in app.window.findChildren(QMenu):
        if menu.objectName().startswith("menu_"):
            menu.popup(app.window.pos())
            settle(app)
            yield menu
            menu.close()


def show_worksheet(app: App) -> Iterator[QWidget]:
    """The worksheet with a slip, an answer that is no number, terms and a solution; then of a network too large."""
    app.window.actions_by_name["worksheet"].trigger()
    dialog = app.window.worksheets.dialog
    assert isinstance(dialog, WorksheetDialog)
    for row, answer in zip(dialog.form.rows, ("0.3", "0.5", "?", "9"), strict=False):
        row.field.setText(answer)
        dialog.form.go_to(row)
        row.check()
        settle(app)
        yield dialog
    dialog.form.open_terms()
    dialog.form.show_solution()
    settle(app)
    yield dialog
    dialog.close()


def show_presenting(app: App) -> Iterator[QWidget]:
    """The strip, the lecturer's window, and what it says about a covered screen."""
    app.window.presenting.enter()
    app.window.presenting.strip.follow(app.window.rect().bottomLeft())
    app.window.presenting.lectern.open()
    for cover in ("freeze", "black_screen", "white_screen"):
        app.window.actions_by_name[cover].trigger()
        settle(app)
        yield from (part for part in (app.window.presenting.strip, app.window.presenting.lectern.notes) if part)
    app.window.presenting.leave()
    # The window is as it was before only some events later.
    settle(app)


def show_recording(app: App, file: Path) -> Iterator[QWidget]:
    """While it is recorded, and while it is played."""
    app.window.recordings.record(str(file))
    app.window.actions_by_name["set_cue"].trigger()
    settle(app)
    yield app.window.recordings.recording_bar
    app.window.actions_by_name["record"].trigger()
    app.window.recordings.open_file(str(file))
    settle(app)
    yield app.window.recordings.playing_bar
    app.window.recordings.close_playback()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_is_opened_now_and_then_in_both_languages(app: App, tmp_path: Path) -> None:
    """Menus, worksheet, presenting and recording: each made in Korean, and once more in English."""
    app.session.do(OpenExample("forward_pass"))
    app.session.do(ShowPoint(*FORWARD_PASS_INPUT))
    troubles: list[str] = []
    for language, left in ((KOREAN, untranslated), (ENGLISH, korean)):
        app.languages.use(language)
        settle(app)
        seen = 0
        for shown in (show_menus(app), show_worksheet(app), show_presenting(app), show_recording(app, tmp_path / FILE)):
            for part in shown:
                seen += 1
                assert part.isVisible()
                troubles += [f"{language}, {part.objectName()}: {text}" for text in (*clipped(part), *left(part))]
        assert seen > 20
    assert not troubles


FILE = "lecture.nnrec.json"


def the_question_about_bare_weights_is_asked_in_korean(app: App) -> None:
    dialog = BareWeights(Path("net.npz"), Outline((784, 8, 10), (False,), (False,)), app.window)
    dialog.open()
    assert not untranslated(dialog)
    assert any(text.startswith("취소") for text in texts(dialog)), "the buttons are Qt's own words"
    dialog.close()


FILLED_IN = {"Digits", "iris", "sepal", "petal", "garden", "species", "images", "LATIN", "SHIFT", "JIS", "Home", "End"}
"""Names of data, encodings and keys in the windows and dialogs below."""


def windows_and_dialogs_of_their_own_are_korean(app: App, tmp_path: Path) -> None:
    """Without those that list versions of libraries, or the words of an error."""
    troubles, seen = [], 0
    for scene, root in chain(windows(app), dialogs(app, Keeper(app), tmp_path)):
        seen += 1
        foreign = (text for text in untranslated(root) if not latin(text) <= words() | FILLED_IN)
        troubles += [f"{scene}: {text}" for text in (*clipped(root), *foreign) if scene not in ("about", "failure")]
    assert seen > 10
    assert not troubles


def the_file_dialog_of_qt_is_korean(app: App, tmp_path: Path) -> None:
    """The one of desktops that bring none: what Qt's table leaves in English stands in ours."""
    (tmp_path / "수업").mkdir()
    dialog = QFileDialog(app.window, "", str(tmp_path), "(*.py)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    settle(app)
    assert [label.text() for label in dialog.findChildren(QLabel) if latin(label.text())] == []
    assert QFileIconProvider().type(QFileInfo(tmp_path)) == "폴더"
    for context, words in languages.WORDS_OF_QT.items():
        assert all((context, text) in messages(TABLE) for text in words)
    dialog.close()


def test_the_parts_of_an_iteration_follow_the_language(app: App, qtbot: QtBot) -> None:
    app.session.do(OpenExample("forward_pass"))
    app.session.do(ShowPoint(*FORWARD_PASS_INPUT))
    app.window.actions_by_name["batch"].trigger()
    app.window.inspector.show_unit(1, 0)
    language, left = ENGLISH, {KOREAN: untranslated, ENGLISH: korean}
    for name in ("inspector", "mistakes", "layers", "curves"):
        dock = app.window.findChild(QDockWidget, f"dock_{name}")
        assert isinstance(dock, QDockWidget)
        dock.show()
        dock.raise_()
        settle(app)
        # What stood behind has followed, and what stands in front follows.
        assert not left[language](app.window)
        language = KOREAN if language == ENGLISH else ENGLISH
        app.languages.use(language)
        settle(app)
        assert not left[language](app.window)


def test_a_language_is_chosen_in_the_menu_remembered_and_undone(app: App) -> None:
    settle(app)
    before = sorted(texts(app.window))
    keeper = Keeper(app)
    menu = app.window.findChild(QMenu, "menu_language")
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["English", "한국어"]
    menu.aboutToShow.emit()
    for language, file_menu in ((KOREAN, "파일(&F)"), (ENGLISH, "&File")):
        app.window.findChild(QAction, f"language_{language}").trigger()
        settle(app)
        assert app.window.findChild(QMenu, "menu_file").title() == file_menu
        assert (app.settings.language, in_use()) == (language, language)
        assert [action.data() for action in menu.actions() if action.isChecked()] == [language]
    assert isinstance(keeper, QObject)
    assert sorted(texts(app.window)) == before


def test_numbers_and_keys_follow_the_language(qapp: QApplication) -> None:
    languages = Languages()
    languages.use(KOREAN)
    assert (QLocale().language(), QLocale().toString(12345.5, "f", 1)) == (QLocale.Language.Korean, "12,345.5")
    assert (native("Left"), native("Ctrl+Z")) == ("왼쪽", "Ctrl+Z")
    languages.close()
    assert (QLocale().language(), native("Left")) == (QLocale.Language.English, "Left")


@pytest.mark.usefixtures("theme")
def test_korean_is_drawn_with_the_bundled_font_in_every_language() -> None:
    for family in ("Inter", "STIX Two Math"):
        assert [name.lower() for name in QFont.substitutes(family)] == ["noto sans kr subset"]
    ascents = []
    for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold):
        font = QFont("Noto Sans KR Subset")
        font.setWeight(weight)
        shown = QFontInfo(font)
        assert (shown.family(), shown.weight()) == ("Noto Sans KR Subset", weight)
        ascents.append(QRawFont.fromFont(font).ascent())
    # Lines are as high as those of English texts.
    inter = QRawFont.fromFont(QFont("Inter"))
    assert ascents == pytest.approx([inter.ascent()] * 2, abs=1.0)
