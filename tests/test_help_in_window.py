"""Help in the real window: F1 on the thing in focus, the sheet of keys, the preferences, and Tab to everything."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.assets import resource
from nnviz.keeper import Keeper
from nnviz.notation import CHOICES
from nnviz.session.intents import OpenPage
from nnviz.session.labs.lab import OpenSection
from nnviz.session.pages import COMPARE, DIGITS, LABS, PLAYGROUND
from nnviz.session.runners import InlineRunner
from nnviz.settings import LANGUAGES, MOTIONS, THEMES, Settings
from nnviz.theme.palettes import LIGHT
from nnviz.theme.theme import Theme
from nnviz.views.dialogs.preferences import OFF, ON, Preferences, Setting
from nnviz.views.dialogs.shortcuts import Group, ShortcutSheet
from nnviz.views.guide import place_of
from nnviz.views.help.card import HelpCard, beside
from nnviz.views.help.topics import ALL, SECTIONS, TOPICS, load_topic, parsed
from nnviz.views.labs.graph.expression_field import ExpressionField


@pytest.fixture
def app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The window, training only in `session.advance`."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(welcome_seen=True), PLAYGROUND)
    parts.window.show()
    parts.window.open_at(1440, 900)
    parts.window.activateWindow()
    qtbot.waitExposed(parts.window)
    settle(parts)
    yield parts
    parts.close()


@pytest.fixture
def hidden(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """A window that nobody sees, and that is dressed anew in no time."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(welcome_seen=True), PLAYGROUND)
    yield parts
    parts.close()


def settle(app: App) -> None:
    for _ in range(3):
        app.application.processEvents()
        app.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.session.clock.tick()


def press(qtbot: QtBot, app: App, key: Qt.Key | str) -> None:
    """A key, wherever the keyboard is."""
    target = app.application.focusWidget() or app.window
    qtbot.keyClick(target, key)
    settle(app)


def can_be_reached(root: QWidget) -> set[QWidget]:
    """Everything that Tab has to come to."""
    parts = {part for part in root.findChildren(QWidget) if part.isVisible() and part.isEnabled()}
    return {part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None}


def place(part: QWidget) -> QObject:
    """Of buttons that exclude each other Tab comes to one; arrows go on from there."""
    return (part.group() or part) if isinstance(part, QAbstractButton) else part


# The texts


def test_every_topic_is_written() -> None:
    for name in ALL:
        topic = load_topic(name, "en")
        assert topic.title, name
        assert 70 <= len(topic.text.split()) <= 180, name
        assert "\n## " not in topic.text, name
        assert all(keys and does for keys, does in topic.keys), name


def test_there_is_no_text_that_nobody_shows() -> None:
    assert {path.stem for path in resource("help", "en").iterdir()} == set(ALL)


def test_a_text_has_a_title_a_body_and_keys() -> None:
    topic = parsed("# Title\nOne.\n\nTwo.\n\n## Keys\n- `Left, Right`: back, on\n- `Esc`: close\n")
    assert (topic.title, topic.text) == ("Title", "One.\n\nTwo.")
    assert topic.keys == (("Left, Right", "back, on"), ("Esc", "close"))


def test_a_topic_that_is_not_translated_is_english() -> None:
    assert load_topic("digits", "xx") == load_topic("digits", "en")


# F1


def test_f1_explains_every_dock_and_section_and_the_pane_in_focus(app: App, qtbot: QtBot) -> None:
    every_dock_and_every_section_has_a_topic(app, qtbot)
    app.session.do(OpenPage(PLAYGROUND))
    settle(app)
    f1_explains_the_pane_in_focus(app, qtbot)


def every_dock_and_every_section_has_a_topic(app: App, qtbot: QtBot) -> None:
    docks = app.window.findChildren(QDockWidget)
    assert len(docks) >= 8
    for dock in docks:
        assert place_of(dock.widget()) == (TOPICS[dock.objectName()], dock)
    sections = [f"{lab}_{section}" for lab in LABS for section in app.session.labs.lab(lab).sections]
    assert sections == list(SECTIONS)
    # Who presses the button of a page and then F1 means the page.
    qtbot.mouseClick(app.window.header.findChild(QAbstractButton, "button_page_labs"), Qt.MouseButton.LeftButton)
    for section in app.session.labs.lab(LABS[0]).sections:
        app.session.do(OpenSection(LABS[0], section))
        settle(app)
        assert app.window.guide.subject()[0] == f"{LABS[0]}_{section}"


def f1_explains_the_pane_in_focus(app: App, qtbot: QtBot) -> None:
    card = app.window.guide.card
    for name, topic in (("data", "controls"), ("timeline_memory", "timeline"), ("network_pane", "network")):
        thing = app.window.findChild(QWidget, name)
        thing.setFocus()
        press(qtbot, app, Qt.Key.Key_F1)
        assert card.isVisible()
        assert card.topic == load_topic(topic, "en")
        assert card.text.markdown == card.topic.text
        assert card.keys.shown == card.topic.keys
        assert app.window.rect().contains(card.geometry())
        press(qtbot, app, Qt.Key.Key_Escape)
        assert card.isHidden()
        assert app.application.focusWidget() is thing
    app.window.findChild(QMenu, "menu_help").aboutToShow.emit()
    assert app.window.actions_by_name["help_on"].text() == "Help on “The network”"
    for shown in (True, False, True):
        press(qtbot, app, Qt.Key.Key_F1)
        assert card.isVisible() is shown


@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_all_of_the_text_is_on_the_card_or_can_be_scrolled_to(theme: Theme, qtbot: QtBot, scale: float) -> None:
    theme.set_scale(scale)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    pane, card = QWidget(window), HelpCard(theme, window)
    pane.setGeometry(0, 0, 300, 700)
    window.show()
    for name in ("network", "layers", "graph_graph"):
        card.explain(name, pane)
        for _ in range(4):
            QApplication.processEvents()
        page, area = card.keys.parentWidget(), card.findChild(QScrollArea, "help_page")
        low = max(part.mapTo(page, QPoint(0, part.height())).y() for part in (card.text, card.keys) if part.isVisible())
        assert low <= area.viewport().height() + area.verticalScrollBar().maximum()
        assert (area.verticalScrollBar().maximum() > 0) is (page.height() > area.viewport().height())
        assert card.text.width() + 6 <= area.viewport().width()
        assert not pane.geometry().intersects(card.geometry())
    card.dismiss()


def test_the_card_lies_beside_its_pane() -> None:
    room, size = QRect(0, 0, 1000, 800), QSize(300, 400)
    assert beside(QRect(0, 50, 200, 700), room, size) == QRect(208, 50, 300, 400)
    assert beside(QRect(600, 500, 400, 300), room, size) == QRect(292, 400, 300, 400)
    # No room at either side: over its right side.
    assert beside(QRect(100, 0, 900, 800), room, size) == QRect(700, 0, 300, 400)
    assert beside(QRect(0, 0, 100, 100), room, QSize(2000, 2000)) == room


def test_keys_open_help_and_preferences_wherever_the_keyboard_is(app: App, qtbot: QtBot) -> None:
    keeper = Keeper(app)
    app.window.network.setFocus()
    qtbot.keyClick(app.window.network, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert keeper.preferences.isVisible()
    keeper.preferences.close()
    the_sheet_has_every_key_of_the_menus_once_and_those_of_the_panes(app, qtbot)
    f1_works_in_dialogs_and_in_windows_beside(app, qtbot)


def f1_works_in_dialogs_and_in_windows_beside(app: App, qtbot: QtBot) -> None:
    app.window.teaching.open()
    app.window.guide.list_keys()
    settle(app)
    hand = app.window.teaching.window
    assert hand is not None
    for window, part, topic in (
        (app.window.guide.sheet, app.window.guide.sheet.search, "shortcuts"), (hand, hand.canvas, "hand"),
    ):  # fmt: skip
        window.activateWindow()
        part.setFocus()
        settle(app)
        press(qtbot, app, Qt.Key.Key_F1)
        card = app.window.guide.card_of(window)
        assert card.isVisible()
        assert card.isWindow()
        assert card.topic == load_topic(topic, "en")
        assert app.window.guide.card.isHidden()
        press(qtbot, app, Qt.Key.Key_F1)
        assert card.isHidden()
        assert app.application.focusWidget() is part
        press(qtbot, app, Qt.Key.Key_F1)
        assert card.isVisible()
        window.close()
        assert card.isHidden()
    app.window.activateWindow()


# The sheet of keys


def the_sheet_has_every_key_of_the_menus_once_and_those_of_the_panes(app: App, qtbot: QtBot) -> None:
    app.window.network.setFocus()
    press(qtbot, app, "?")
    sheet = app.window.guide.sheet
    assert sheet.isVisible()
    actions = [action for action in app.window.actions_by_name.values() if not action.shortcut().isEmpty()]
    actions.append(app.window.appearance.menu.hall)
    keys = [key for key, _ in sheet.shown[: len(actions)]]
    assert sorted(keys) == sorted(action.shortcut().toString() for action in actions)
    assert len(set(keys)) == len(keys)
    panes = [row for name in ALL for row in load_topic(name, "en").keys]
    assert list(sheet.shown[len(actions) :]) == panes
    press(qtbot, app, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    app.session.do(OpenPage("graph"))
    settle(app)
    field = app.window.findChild(ExpressionField)
    field.setFocus()
    qtbot.keyClick(field, "?")
    assert "?" in field.toPlainText()
    assert sheet.isHidden()


def test_typing_searches_keys_words_and_titles(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = ShortcutSheet(theme, window)
    rows = (("Ctrl+R", "Train"), ("Ctrl+Shift+Backspace", "New start"), ("?", "Keyboard shortcuts"))
    panes = (("Arrows", "the next cell"), ("Enter", "show the sample"))
    sheet.show_groups([Group("Menu", rows), Group("What it gets wrong", panes)])
    assert sheet.shown == rows + panes
    for text, expected in (
        ("ctrl+r", rows[:1]), ("START new", rows[1:2]), ("?", rows[2:]), ("wrong gets", panes), ("pink", ()),
    ):  # fmt: skip
        sheet.search.clear()
        qtbot.keyClicks(sheet.search, text)
        assert sheet.shown == expected
        assert sheet.findChild(QWidget, "shortcut_nothing").isVisible() is (not expected)
    qtbot.keyClick(sheet.search, Qt.Key.Key_Escape)
    assert sheet.isHidden()


# Preferences


def test_preferences_take_effect_at_once_and_start_over(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    choices = {
        "theme": THEMES, "text": ("100", "120"), "hall": (OFF, ON), "motion": MOTIONS, "language": LANGUAGES,
        "memory": ("64", "256"), **CHOICES,
    }  # fmt: skip
    now = {name: keys[0] for name, keys in choices.items()}
    first = dict(now)
    dialog = Preferences(
        [
            Setting(name, choices[name], first[name], partial(now.get, name), partial(now.__setitem__, name))
            for name in now
        ],
        window,
    )
    dialog.open()
    assert {name: field.value() for name, field in dialog.fields.items()} == first
    for field in dialog.fields.values():
        field.setCurrentIndex(field.count() - 1)
    assert now == {name: keys[-1] for name, keys in choices.items()}
    assert all(field.currentText() for field in dialog.fields.values())
    qtbot.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert now == first == {name: field.value() for name, field in dialog.fields.items()}
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_what_is_preferred_is_in_effect_and_remembered(hidden: App) -> None:
    app, keeper = hidden, Keeper(hidden)
    keeper.preferences.open()
    fields = keeper.preferences.fields
    for name, key in (("theme", "light"), ("text", "120"), ("memory", "64")):
        fields[name].setCurrentIndex(fields[name].findData(key))
    app.session.advance(1)
    assert (app.theme.palette, app.theme.scale) == (LIGHT, 1.2)
    assert (app.settings.theme, app.settings.memory) == ("light", 64)
    assert app.session.timeline.budget == 64 * 2**20
    fields["letters"].setCurrentIndex(fields["letters"].findData("net_o"))
    fields["motion"].setCurrentIndex(fields["motion"].findData("reduced"))
    assert app.theme.notation.letters == "net_o"
    menu = app.window.appearance.menu
    assert menu.calm.isChecked()
    assert menu.palettes["light"].isChecked()
    # The menu, the keys and the preferences are always of one mind.
    menu.palettes["projector"].trigger()
    menu.hall.trigger()
    app.window.actions_by_name["larger_text"].trigger()
    shown = {name: fields[name].value() for name in ("theme", "hall", "text")}
    assert shown == {"theme": "projector", "hall": ON, "text": "130"}
    assert [(name, fields["theme"].itemText(fields["theme"].findData(name))) for name in menu.palettes] == [
        (name, action.text()) for name, action in menu.palettes.items()
    ]
    keeper.preferences.close()
    app.window.centre.timeline.memory.budget_chosen.emit(128 * 2**20)
    assert app.settings.memory == 128


# Keyboard


def test_tab_comes_to_everything_and_everything_has_a_name(app: App, qtbot: QtBot) -> None:
    for page in (DIGITS, PLAYGROUND, COMPARE, *LABS):
        app.session.do(OpenPage(page))
        settle(app)
        app.window.header.findChild(QAbstractButton, "button_page_digits").setFocus()
        wanted, reached = can_be_reached(app.window), walked(app, qtbot)
        places = {place(part) for part in reached}
        missing = {f"{type(part).__name__} {part.objectName()}" for part in wanted if place(part) not in places}
        assert not missing, page
        assert not [part for part in reached if not (part.accessibleName() or getattr(part, "text", str)())], page
        assert len(reached) > 15


def walked(app: App, qtbot: QtBot) -> set[QWidget]:
    """What Tab comes to, once around."""
    reached: dict[QWidget, int] = {}
    start = here = app.application.focusWidget()
    while here is not start or not reached:
        # The network keeps Tab to itself from layer to layer, but not for ever.
        reached[here] = reached.get(here, 0) + 1
        assert reached[here] < 20
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        here = app.application.focusWidget()
    return set(reached)
