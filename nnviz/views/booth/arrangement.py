"""Where the parts of the booth stand: canvas left and answer right on a screen that lies, one below the other on one
that stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

LYING = (16, 9)
STANDING = (9, 16)
"""Width and height in units: everything is a multiple of a unit, so that all screens look alike."""
MARGIN, GAP = 0.3, 0.2
HEADLINE, FOOTER = 1.0, 0.5
NETWORK, CHOICES = 2.0, 1.4
"""Heights in units."""
ANSWER = 2.8
"""Least height of the answer; where a screen stands, its height."""
CANVAS = 0.5
"""Largest share of a lying screen's width that the canvas takes."""
LANGUAGE = 2.1
VERDICT = 0.3
"""Share of the answer's width that the digit takes."""
NOTE = 0.42
"""Share of the footer that the note about drawings takes."""


@dataclass(frozen=True)
class Places:
    """A rectangle for each part of the scene; `unit` in pixels."""

    unit: float
    headline: QRect
    language: QRect
    canvas: QRect
    verdict: QRect
    bars: QRect
    network: QRect
    choices: QRect
    score: QRect
    note: QRect


def arrange(width: int, height: int) -> Places:
    """Places on a screen of this size."""
    form, units = (_lying, LYING) if width >= height else (_standing, STANDING)
    return form(width, height, min(width / units[0], height / units[1]))


def _lying(width: int, height: int, unit: float) -> Places:
    margin, gap = round(MARGIN * unit), round(GAP * unit)
    top, bottom = margin + round(HEADLINE * unit) + gap, height - margin - round(FOOTER * unit) - gap
    side = min(bottom - top, round(CANVAS * width))
    canvas = QRect(margin, top + (bottom - top - side) // 2, side, side)
    x = margin + side + round(1.5 * gap)
    return _places(width, height, unit, canvas, QRect(x, top, width - margin - x, bottom - top))


def _standing(width: int, height: int, unit: float) -> Places:
    margin, gap = round(MARGIN * unit), round(GAP * unit)
    below = round((ANSWER + NETWORK + CHOICES) * unit) + 2 * gap
    top, bottom = margin + round(HEADLINE * unit) + gap, height - margin - round(FOOTER * unit) - gap
    side = min(width - 2 * margin, bottom - top - below - gap)
    canvas = QRect((width - side) // 2, top, side, side)
    y = top + side + gap
    return _places(width, height, unit, canvas, QRect(margin, y, width - 2 * margin, bottom - y))


def _places(width: int, height: int, unit: float, canvas: QRect, panel: QRect) -> Places:
    """The answer, the network and the buttons fill `panel` from top to bottom."""
    margin, gap = round(MARGIN * unit), round(GAP * unit)
    inner = width - 2 * margin
    language = QRect(width - margin - round(LANGUAGE * unit), margin, round(LANGUAGE * unit), round(HEADLINE * unit))
    headline = QRect(margin, margin, language.x() - gap - margin, language.height())
    choices = QRect(panel.x(), panel.bottom() + 1 - round(CHOICES * unit), panel.width(), round(CHOICES * unit))
    network = QRect(panel.x(), choices.y() - gap - round(NETWORK * unit), panel.width(), round(NETWORK * unit))
    answer = QRect(panel.x(), panel.y(), panel.width(), network.y() - gap - panel.y())
    verdict = QRect(answer.x(), answer.y(), round(VERDICT * answer.width()), answer.height())
    bars = answer.adjusted(verdict.width() + gap, 0, 0, 0)
    footer = QRect(margin, height - margin - round(FOOTER * unit), inner, round(FOOTER * unit))
    score = footer.adjusted(0, 0, -round(NOTE * inner) - gap, 0)
    note = footer.adjusted(inner - round(NOTE * inner), 0, 0, 0)
    return Places(unit, headline, language, canvas, verdict, bars, network, choices, score, note)
