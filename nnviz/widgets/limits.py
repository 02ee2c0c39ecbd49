"""Limits: reads a typed number and says in one sentence why it is refused."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True)
class Limits:
    """Inclusive bounds of a number; `whole` where only integers are meant; `zero` is a word that stands for 0."""

    low: float
    high: float
    whole: bool = False
    zero: str = ""

    def parse(self, text: str) -> float | None:
        """The number a text stands for, or None where it is none or lies outside."""
        if self.zero and text.strip().casefold() == self.zero.casefold():
            return 0.0
        try:
            value = int(text) if self.whole else float(text)
        except ValueError:
            return None
        # Comparisons instead of arithmetic: an integer of any length may have been typed.
        return float(value) if self.low <= value <= self.high and math.isfinite(value) else None

    def show(self, value: float) -> str:
        """The text that stands for a number."""
        return self.zero if self.zero and value == 0 else number_text(value)

    def reason(self, text: str, current: float) -> str:
        """Why `text` is refused, which numbers are welcome, and that `current` is still in effect."""
        sentence = QCoreApplication.translate(
            "Limits",
            "“{text}” is not possible here: enter a number from {low} to {high}. The value is still {current}.",
        )
        if self.whole:
            sentence = QCoreApplication.translate(
                "Limits",
                "“{text}” is not possible here: enter a whole number from {low} to {high}. "
                "The value is still {current}.",
            )
        shown = text if len(text) <= 16 else f"{text[:15]}…"
        return sentence.format(
            text=shown, low=number_text(self.low), high=number_text(self.high), current=self.show(current)
        )


def number_text(value: float) -> str:
    """A number as a person writes it, exact to 12 digits: 0.01, 1e-8, 20000."""
    mantissa, mark, power = f"{value:.12g}".partition("e")
    return f"{mantissa}e{int(power)}" if mark else mantissa
