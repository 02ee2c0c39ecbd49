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

from nnviz.assets import resource
from nnviz.languages import ENGLISH, LANGUAGES
from tests.translations import formulas, has_stray_stars, is_foreign, numbers, spelt

LESSONS = resource("lessons")
OTHERS = tuple(language for language in LANGUAGES if language != ENGLISH)
FILES = sorted({path.name for language in LANGUAGES for path in (LESSONS / language).glob("*.toml")})
DRAWINGS = sorted(path.name for path in (LESSONS / "figures").glob("*.svg"))
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
    for place, _, other in pairs(language, name):
        assert not has_stray_stars(other), place


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
