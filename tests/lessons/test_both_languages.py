"""Every lesson in every language: the same lesson, in other words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QTextDocument

from nnviz.assets import resource
from nnviz.languages import ENGLISH, LANGUAGES
from nnviz.widgets.prose import with_places

LESSONS = resource("lessons")
OTHERS = tuple(language for language in LANGUAGES if language != ENGLISH)
FILES = sorted({path.name for language in LANGUAGES for path in (LESSONS / language).glob("*.toml")})
DRAWINGS = sorted(path.name for path in (LESSONS / "figures").glob("*.svg"))
LETTERS = {"ko": re.compile("[가-힣]")}
"""What a text in a language has letters of."""
WORD = re.compile(r"\b(?!log\b)[a-z]{3}")
"""Names, signs and functions stay as they are, words do not."""
MATH = re.compile(r"\$\$.+?\$\$|\$[^$\n]+?\$", re.DOTALL)
NUMBER = re.compile(r"−?[0-9]+(?:[.,][0-9]+)*|[½⅓¼⅛]")
SPELT = {
    "zero": ("0",), "half": ("½",), "one": ("1", "−1"), "two": ("2",), "three": ("3",), "four": ("4",), "five": ("5",),
    "six": ("6",), "seven": ("7",), "eight": ("8",), "nine": ("9",), "ten": ("10",),
}  # fmt: skip
"""Numbers in words, which another language may write in digits."""
FIGURE = re.compile(r"!\[[^\]]*\]\(([^)]*)\)")
SVG = "{http://www.w3.org/2000/svg}"

pair = pytest.mark.parametrize(("language", "name"), [(language, name) for language in OTHERS for name in FILES])


@cache
def lesson(language: str, name: str) -> dict[str, Any]:
    """What stands in a file."""
    return tomllib.loads((LESSONS / language / name).read_text(encoding="utf-8"))


def texts(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Place and text of all that is read, in order."""
    yield from (("title", found["title"]), ("summary", found["summary"]))
    for number, step in enumerate(found["step"], start=1):
        yield from ((f"{number}.{key}", step[key]) for key in ("title", "text", "notes") if key in step)
        asked = step.get("predict", {})
        yield from ((f"{number}.{key}", asked[key]) for key in ("question", "because") if key in asked)
        yield from ((f"{number}.answers", answer) for answer in asked.get("answers", ()))


def bones(found: object, key: str = "") -> object:
    """A lesson without its words."""
    if isinstance(found, dict):
        return {name: inside if name == "actions" else bones(inside, name) for name, inside in found.items()}
    if isinstance(found, list) and key != "rows":
        return [bones(inside, key) for inside in found]
    return "" if key in ("title", "summary", "text", "notes", "question", "answers", "because") else found


def pairs(language: str, name: str) -> list[tuple[str, str, str]]:
    """Place, English text and the other one."""
    both = zip(texts(lesson(ENGLISH, name)), texts(lesson(language, name)), strict=True)
    return [(place, english, other) for (place, english), (_, other) in both]


def numbers(text: str) -> set[str]:
    """Those outside formulas."""
    return set(NUMBER.findall(MATH.sub(" ", text)))


def spelt(text: str) -> set[str]:
    """Numbers that an English text has in words."""
    return {digits for word in re.findall("[a-z]+", text.lower()) for digits in SPELT.get(word.removesuffix("s"), ())}


def is_foreign(text: str, language: str) -> bool:
    """True if it has words, and no letter of the language."""
    return bool(WORD.search(MATH.sub("", text))) and not LETTERS[language].search(text)


def formulas(text: str) -> list[str]:
    """Sorted: another language has another order."""
    return sorted(" ".join(formula.split()) for formula in MATH.findall(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_lesson(language: str) -> None:
    assert sorted(path.name for path in (LESSONS / language).glob("*.toml")) == FILES


@pair
def test_a_lesson_does_the_same_in_every_language(language: str, name: str) -> None:
    assert bones(lesson(language, name)) == bones(lesson(ENGLISH, name))


@pair
def test_every_text_is_translated(language: str, name: str) -> None:
    assert [place for place, _, other in pairs(language, name) if is_foreign(other, language)] == []


@pair
def test_numbers_formulas_and_figures_are_the_same(language: str, name: str) -> None:
    for place, english, other in pairs(language, name):
        assert formulas(other) == formulas(english), place
        assert numbers(english) <= numbers(other) <= numbers(english) | spelt(english), place
        assert FIGURE.findall(other) == FIGURE.findall(english), place


@pair
def test_what_is_bold_ends_where_it_should(qapp: object, language: str, name: str) -> None:
    """Markdown takes no ** between a bracket and a letter for an end, and there many particles stand."""
    for place, _, other in pairs(language, name):
        document = QTextDocument()
        document.setMarkdown(with_places(other)[0], QTextDocument.MarkdownFeature.MarkdownNoHTML)
        assert "*" not in document.toPlainText(), place


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", DRAWINGS)
def test_a_figure_is_the_same_drawing_with_other_words(language: str, name: str) -> None:
    shapes, words = drawing(LESSONS / "figures" / name)
    others, translated = drawing(LESSONS / language / "figures" / name)
    assert others == shapes
    for english, other in zip(words, translated, strict=True):
        assert numbers(other) <= numbers(english) | spelt(english), other
        assert not is_foreign(other, language)


def drawing(path: Path) -> tuple[list[tuple[str, dict[str, str]]], list[str]]:
    """The shapes of an SVG file, and its words."""
    elements = list(ElementTree.parse(path).getroot())
    words = (SVG + "text", SVG + "title")
    shapes = [(element.tag, element.attrib) for element in elements if element.tag not in words]
    return shapes, [element.text or "" for element in elements if element.tag in words]
