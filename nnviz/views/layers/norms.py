"""NormChart: the gradient norm of each layer on one logarithmic axis, from the input down to the output."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from nnviz.engine.trace import Array
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.layers.axes import WIDEST, Limits, decade_ticks, decades
from nnviz.views.layers.meter import Meter
from nnviz.views.layers.words import LayerWords
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import ten_to

START: Limits = (-4.0, 0.0)
TICK_ROOM = 38
"""Pixels of the axis that one number needs."""
SMALL = 0.8
WRITING = 0.85
"""Size of names and numbers: the chart is low, the histograms below it need the height."""


class DecadeAxis(QWidget):
    """Numbers below a logarithmic axis. limits: its ends as log₁₀; marks: the only powers of ten that are written."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, marks: tuple[float, ...] = ()) -> None:
        super().__init__(parent)
        self._theme, self._marks = theme, marks
        self.limits = START
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """log₁₀ and text of the numbers, as many as there is room for."""
        if self._marks:
            return [(mark, ten_to(round(mark))) for mark in self._marks]
        room = TICK_ROOM * self._theme.scale
        return decade_ticks(self.limits, max(2, int(self.width() / room)))

    def show_limits(self, limits: Limits) -> None:
        """Another axis."""
        if limits != self.limits:
            self.limits = limits
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, round(QFontMetricsF(self._theme.font(SMALL)).height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        font = self._theme.font(SMALL)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        low, high = self.limits
        for at, text in self.ticks:
            width = metrics.horizontalAdvance(text) + 1
            middle = (at - low) / (high - low) * (self.width() - 1.0)
            left = min(max(middle - width / 2, 0.0), self.width() - width)
            painter.drawText(QRectF(left, 0, width, metrics.height()), Qt.AlignmentFlag.AlignLeft, text)


class NormChart(QWidget):
    """Name, bar and number of each layer, and the axis below.

    values   (layers,) the norms painted;  limits: ends of the axis as log₁₀
    """

    def __init__(self, count: int, theme: Theme, words: LayerWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.limits: Limits = START
        self.setObjectName("layers_norms")
        self.names = [QLabel(self) for _ in range(count)]
        self.bars = [Meter(theme, "accent", logarithmic=True, parent=self) for _ in range(count)]
        self.numbers = [NumberLabel(f"layers_gradient_norm_{k}", self, widest=WIDEST) for k in range(count)]
        self.axis = DecadeAxis(theme, self)
        self._build()
        self.restyle()
        self.word()

    @property
    def values(self) -> Array:
        """The norms that are painted, first layer to last."""
        return np.array([bar.value for bar in self.bars])

    def show_bars(self, norms: Sequence[float]) -> None:
        """Paint these norms; nan where one is not known."""
        self.limits = decades(norms, self.limits)
        places = tuple(at for at, _ in decade_ticks(self.limits, 99))
        grid = tuple(place for place in places if self.limits[0] < place < self.limits[1])
        for bar, norm in zip(self.bars, norms, strict=True):
            bar.grid = grid
            bar.show_value(norm, self.limits)
        self.axis.show_limits(self.limits)

    def show_numbers(self) -> None:
        """Write the norms that are painted."""
        for label, bar in zip(self.numbers, self.bars, strict=True):
            label.set_value(bar.value)

    def restyle(self) -> None:
        """Measure and paint anew after the theme has changed."""
        for name, label in zip(self.names, self.numbers, strict=True):
            name.setFont(self._theme.font(WRITING, numbers=False))
            label.setFont(self._theme.font(WRITING, bold=True))
        self.axis.updateGeometry()
        self.update()

    def word(self) -> None:
        """Names in the language of the program."""
        self.setAccessibleName(self.tr("Gradient norm of each layer"))
        for k, (name, label) in enumerate(zip(self.names, self.numbers, strict=True)):
            name.setText(self._words.layer(k, len(self.names)))
            label.set_title(f"{name.text()}, {self._words.fact('gradient_norm')}")

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for k, parts in enumerate(zip(self.names, self.bars, self.numbers, strict=True)):
            for column, part in enumerate(parts):
                grid.addWidget(part, k, column)
        grid.addWidget(self.axis, len(self.names), 1)
