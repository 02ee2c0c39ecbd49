"""Tokens of a typed expression: the text cut into numbers, names and signs, each with its line and column."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from nnviz.engine.autograd import Span
from nnviz.engine.refusal import Refusal

MAX_LENGTH = 2000
"""Characters an expression may have."""

NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"
SIGNS = {
    "+": "+", "-": "-", "−": "-", "*": "*", "·": "*", "⋅": "*", "×": "*", "/": "/", "÷": "/", "^": "^", "**": "^",
    "(": "(", ")": ")", ",": ",", ";": ";", "=": "=",
}  # fmt: skip
"""What may be typed → the sign it stands for."""


@dataclass(frozen=True)
class Token:
    """`kind`: "number", "name", "line" (the end of one), or a sign, one of SIGNS' values."""

    kind: str
    text: str
    start: int
    line: int
    column: int

    @property
    def end(self) -> int:
        """Position in the text just after it."""
        return self.start + len(self.text)

    def span(self, start: int | None = None, end: int | None = None) -> Span:
        """The place of what stands from `start` to `end` with this as its operator or name; else its own."""
        return Span(self.start if start is None else start, end or self.end, self.line, self.column)

    def refusal(self, key: str, **fields: object) -> Refusal:
        """A refusal that points here."""
        return Refusal(key, line=self.line, column=self.column, **fields)


def tokenize(text: str) -> list[Token]:
    """All tokens; a "line" ends every line. Refusal expression_too_long, expression_unknown_character,
    expression_number."""
    if len(text) > MAX_LENGTH:
        raise _token("", "", text, MAX_LENGTH).refusal("expression_too_long", most=MAX_LENGTH)
    return [*_scan(text), _token("line", "", text, len(text))]


def _scan(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        if text[at].isspace() and text[at] != "\n":
            at += 1
            continue
        token = _next(text, at)
        yield token
        at = token.end


def _next(text: str, at: int) -> Token:
    if text[at] == "\n":
        return _token("line", "\n", text, at)
    if number := NUMBER.match(text, at):
        return _number(_token("number", number.group(), text, at))
    if name := _name(text, at):
        return _token("name", name, text, at)
    sign = next((text[at : at + length] for length in (2, 1) if text[at : at + length] in SIGNS), "")
    token = _token(SIGNS.get(sign, ""), sign, text, at)
    if not sign:
        raise token.refusal("expression_unknown_character", character=text[at])
    return token


def _number(token: Token) -> Token:
    if not math.isfinite(float(token.text)):
        raise token.refusal("expression_number", number=token.text)
    return token


def _name(text: str, at: int) -> str:
    """The name that begins here, "" if none does: a letter or _, then letters, digits, _ and subscripts."""
    end = at
    while end < len(text) and (_continues(text[end]) if end > at else text[end].isidentifier()):
        end += 1
    return text[at:end]


def _continues(character: str) -> bool:
    return f"_{character}".isidentifier() or character in SUBSCRIPTS


def _token(kind: str, text: str, whole: str, at: int) -> Token:
    line_start = whole.rfind("\n", 0, at) + 1
    return Token(kind, text, at, whole.count("\n", 0, at) + 1, at - line_start + 1)
