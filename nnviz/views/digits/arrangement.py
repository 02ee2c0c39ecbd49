"""Where the parts of the pane stand: in a column in a dock, side by side in a wide window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

WIDE = 0.8
"""From this width : height on, the answer stands to the right of the canvas."""
CANVAS = 0.6
"""Largest share of the width that the canvas of the wide form takes."""
STRIP = 880
"""From this width on, stages and samples of the wide form stand side by side."""
TOOL = 48
"""Least width of the tools' column, height of their row: large enough for a finger."""
SAMPLES = 42
LINE = 18
"""Height of a line of ordinary writing; larger writing gets a higher answer."""
WORDY = 19
"""Narrower than so many lines are high, the sentence may need two of them."""
ROOMY = 31
"""From so many lines of height on, it has them."""
STAGES = 6.2
"""Five pictures and four arrows, in sides of a picture."""


@dataclass(frozen=True)
class Places:
    """A rectangle for each part; `tools_upright` where the buttons stand in a column."""

    canvas: QRect
    tools: QRect
    tools_upright: bool
    network: QRect
    verdict: QRect
    bars: QRect
    sentence: QRect
    stages: QRect
    samples: QRect


def arrange(width: int, height: int, line: int, samples: bool) -> Places:
    """Places in a pane of this size; `line` is the height of a line of text, `samples` whether that row is shown."""
    form = _wide if width > WIDE * height else _column
    return form(width, height, line, max(SAMPLES, 2 * line + 2) if samples else 0)


def _column(width: int, height: int, line: int, samples: int) -> Places:
    """Canvas and tools, answer, stages, samples, from top to bottom; the canvas as large as the rest allows."""
    gap = 8 if height < 640 else 12
    margin = max(10, gap)
    inner = width - 2 * margin
    stages = min(_between(round(0.1 * height), 44, 180), round(inner / STAGES)) + line
    answer = _between(round(0.27 * height * max(1.0, min(line / LINE, 1.2))), 140, 400)
    words = line * (2 if inner < WORDY * line and height >= ROOMY * line else 1)
    rest = 2 * margin + line + words + stages + samples + 3 * gap + gap // 2 + (gap if samples else 0)
    side = max(120, min(inner - TOOL - gap, height - rest - answer))
    answer += max(0, height - rest - answer - side)
    rows = _Rows(margin, inner, margin)
    canvas = QRect(margin, rows.take(side, gap // 2).y(), side, side)
    tools = QRect(margin + side + gap, canvas.y(), inner - side - gap, side)
    network = rows.take(line, gap)
    row = rows.take(answer, gap // 2)
    verdict = QRect(row.x(), row.y(), round(inner * 0.31), answer)
    bars = row.adjusted(verdict.width() + gap + 2, 0, 0, 0)
    sentence = rows.take(words, gap)
    return Places(canvas, tools, True, network, verdict, bars, sentence, rows.take(stages, gap), rows.take(samples, 0))


def _wide(width: int, height: int, line: int, samples: int) -> Places:
    """Canvas on the left, answer on the right, stages and samples below."""
    margin, gap = (20, 18) if width >= STRIP else (12, 10)
    inner = width - 2 * margin
    beside = width >= STRIP or not samples
    strip = CANVAS * inner if beside else inner
    stages = min(_between(round(0.135 * height), 52, 180), round(strip / STAGES)) + line
    bottom = stages if beside else stages + gap + samples
    top = height - 2 * margin - gap - bottom
    under = TOOL + line + gap if width >= STRIP else TOOL + 2 * line + 2 * gap
    side = max(120, min(top - under, round(CANVAS * inner)))
    left = _Rows(margin, side, margin)
    canvas, tools, network = left.take(side, gap // 2), left.take(TOOL, gap // 2), left.take(line, gap // 2)
    x = margin + side + gap
    right = _Rows(x, width - margin - x, margin)
    verdict = right.take(round(0.4 * top), gap)
    wordy = line + gap // 2 if width >= STRIP else 0
    bars = right.take(top - verdict.height() - gap - wordy, gap // 2)
    sentence = (right if wordy else left).take(line, gap)
    below = _Rows(margin, side if beside else inner, margin + top + gap)
    pictures = below.take(stages, gap)
    row = QRect(x, pictures.y() + (stages - line - samples) // 2, width - margin - x, samples)
    return Places(
        canvas, tools, False, network, verdict, bars, sentence, pictures, row if beside else below.take(samples, 0)
    )


class _Rows:
    """Rectangles of one width, one below the other."""

    def __init__(self, x: int, width: int, y: int) -> None:
        self._x, self._width, self._y = x, width, y

    def take(self, height: int, gap: int) -> QRect:
        """The next rectangle, and a gap below it."""
        place = QRect(self._x, self._y, self._width, height)
        self._y += height + gap
        return place


def _between(value: int, low: int, high: int) -> int:
    return min(max(value, low), high)
