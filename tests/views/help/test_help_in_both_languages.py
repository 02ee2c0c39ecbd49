"""The help in every language: the same topics with the same formulas, numbers and keys, and controls by the names that
the interface gives them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnviz.assets import resource
from nnviz.languages import ENGLISH, KOREAN, LANGUAGES, Languages
from nnviz.theme.theme import Theme
from nnviz.views.help.card import HelpCard
from nnviz.views.help.topics import load_topic
from tests.translations import TABLE, formulas, has_stray_stars, is_foreign, messages, numbers, spelt

HELP = resource("help")
OTHERS = tuple(language for language in LANGUAGES if language != ENGLISH)
NAMES = sorted(path.stem for path in (HELP / ENGLISH).iterdir())
BOLD = re.compile(r"\*\*(.+?)\*\*")
CONTROL = {ENGLISH: re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)"), KOREAN: re.compile("“(.+?)”")}
"""Names of controls and keys: in italics, which Korean letters have none of."""
LATIN_KEY = re.compile(r"(Tab|Shift\+Tab|Ctrl|F1)")
KEYS = {
    KOREAN: {
        "Arrows": "화살표 키", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Menu": "메뉴", "Wheel": "휠",
        "drag": "끌기", "[ and ]": "[ 와 ]",
    },
}  # fmt: skip
"""What is on a key that is not called the same."""
OF_QT = {"Show Details": "자세한 정보 표시"}
"""Buttons that Qt writes."""
ROUND = {"booth": {"30"}}
"""Half a minute."""

pair = pytest.mark.parametrize(("language", "name"), [(language, name) for language in OTHERS for name in NAMES])


def written(language: str, name: str) -> str:
    """What stands in a file."""
    return Path(HELP, language, f"{name}.md").read_text(encoding="utf-8")


def shape(text: str) -> list[str]:
    """The beginning of each line: a heading, an entry of a list, a paragraph, nothing."""
    lines = text.strip().split("\n")
    return [line.split(" ")[0] if line.startswith(("#", "- ")) else "." * bool(line) for line in lines]


def translated_keys(keys: str, language: str) -> str:
    """The keys as another language has them."""
    return ", ".join(KEYS[language].get(key, key) for key in keys.split(", "))


@cache
def controls() -> dict[str, set[str]]:
    """What the texts of the interface are called in Korean, none where one waits for its translation."""
    found: dict[str, set[str]] = {}
    for (_, source), text in messages(TABLE).items():
        if text:
            found.setdefault(bare(source), set()).add(bare(text))
        else:
            found.setdefault(bare(source), set())
    return found | {name: {text} for name, text in OF_QT.items()}


def bare(text: str) -> str:
    """The name of a control, without the mark of its letter and without what follows a colon."""
    return re.sub(r"\(&\w\)|&|…|\?", "", text).partition(":")[0].strip()


def named(pattern: re.Pattern[str], text: str) -> list[str]:
    """What stands out; "Lessons → Open a lesson file" are two names."""
    return [name for stretch in pattern.findall(text) for name in bare(stretch).split(" → ")]


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_every_topic(language: str) -> None:
    assert sorted(path.name for path in (HELP / language).iterdir()) == [f"{name}.md" for name in NAMES]


@pair
def test_a_topic_has_the_same_parts_in_every_language(qapp: object, language: str, name: str) -> None:
    english, other = written(ENGLISH, name), written(language, name)
    assert shape(other) == shape(english)
    assert not [line for line in other.split("\n") if is_foreign(line, language)]
    assert not has_stray_stars(other)


@pair
def test_formulas_numbers_and_keys_are_the_same(language: str, name: str) -> None:
    english, other = load_topic(name, ENGLISH), load_topic(name, language)
    assert formulas(other.text) == formulas(english.text)
    assert [keys for keys, _ in other.keys] == [translated_keys(keys, language) for keys, _ in english.keys]
    for one, two in ((english.text, other.text), *zip(rows(english.keys), rows(other.keys), strict=True)):
        assert numbers(one) <= numbers(two) <= numbers(one) | spelt(one) | ROUND.get(name, set())


def rows(keys: tuple[tuple[str, str], ...]) -> list[str]:
    """What the keys do."""
    return [does for _, does in keys]


@pytest.mark.parametrize("name", NAMES)
def test_a_control_is_called_what_it_is_called_in_the_interface(name: str) -> None:
    english, korean = load_topic(name, ENGLISH).text, load_topic(name, KOREAN).text
    names, others = named(CONTROL[ENGLISH], BOLD.sub("", english)), named(CONTROL[KOREAN], korean)
    assert len(names) == len(others)
    for control in names:
        if not LATIN_KEY.fullmatch(control):
            assert control in controls(), "the English text names what is not there"
            assert not controls()[control] or controls()[control] & set(others), control


@pytest.mark.parametrize("name", NAMES)
def test_what_is_bold_is_called_so_where_the_interface_has_the_same_words(name: str) -> None:
    names, others = (named(BOLD, load_topic(name, language).text) for language in (ENGLISH, KOREAN))
    assert len(names) == len(others)
    for words in names:
        assert not controls().get(words) or controls()[words] & set(others), words


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_card_follows_the_language(theme: Theme, qtbot: QtBot) -> None:
    """In the window, and as a window of its own, which nobody tells about it."""
    languages = Languages()
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    window.show()
    cards = [HelpCard(theme, window), HelpCard(theme, window, apart=True)]
    for card in cards:
        card.explain("curves", window)
    for language in (KOREAN, ENGLISH, KOREAN):
        languages.use(language)
        QApplication.processEvents()
        for card in cards:
            assert card.topic == load_topic("curves", language)
            assert (card.title.text(), card.text.markdown) == (card.topic.title, card.topic.text)
            assert card.keys.shown == card.topic.keys
    languages.close()
    for card in cards:
        card.dismiss()
