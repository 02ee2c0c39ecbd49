"""What a text and its translation must have in common."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtGui import QTextDocument

from nnviz.assets import resource
from nnviz.widgets.prose import with_places

TABLE = resource("i18n", "nnviz_ko.ts")
Message = tuple[str, str]
"""Context and English text."""

LETTERS = {"ko": re.compile("[가-힣]")}
"""What a text in a language has letters of."""
WORD = re.compile(r"\b(?!log\b)[a-z]{3}")
"""Names, signs and functions stay as they are, words do not."""
MATH = re.compile(r"\$\$.+?\$\$|\$[^$\n]+?\$", re.DOTALL)
NUMBER = re.compile(r"−?[0-9]+(?:[.,][0-9]+)*|[½⅓¼⅛]")
SPELT = {
    "zero": ("0",), "half": ("½",), "one": ("1", "−1"), "two": ("2",), "three": ("3",), "four": ("4",), "five": ("5",),
    "six": ("6",), "seven": ("7",), "eight": ("8",), "nine": ("9",), "ten": ("10",), "twenty": ("20",),
}  # fmt: skip
"""Numbers in words, which another language may write in digits."""


def messages(table: Path) -> dict[Message, str]:
    """Every text of a .ts file with its translation, "" where there is none."""
    found: dict[Message, str] = {}
    for context in ElementTree.parse(table).getroot().iter("context"):
        for message in context.iter("message"):
            done = message.find("translation")
            assert done is not None
            text = "" if done.get("type") == "unfinished" else done.text or ""
            found[context.findtext("name", ""), message.findtext("source", "")] = text
    return found


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


def has_stray_stars(text: str) -> bool:
    """Markdown takes no ** between a bracket and a letter for an end, and there many particles stand."""
    document = QTextDocument()
    document.setMarkdown(with_places(text)[0], QTextDocument.MarkdownFeature.MarkdownNoHTML)
    return "*" in document.toPlainText()
