"""FactorCard: h(x) = c·x three times is c³·x."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnviz.session.intents import Intent
from nnviz.session.labs.depth.intents import SetFactor
from nnviz.session.labs.depth.linear import FACTORS, REACH, TIMES, LinearPart
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import GAP, Card
from nnviz.views.labs.depth.spacing import spread
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.limits import Limits
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import short
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.slider_field import LinearScale, SliderField
from nnviz.widgets.split_row import SplitRow
from nnviz.widgets.ticks import round_up

INKS = (Ink("muted", 2.0, dashes=(2.0, 3.0)), Ink("lane_b", 2.2, dashes=(8.0, 4.0)), Ink("accent", 2.8))
"""Of h once, twice, three times."""
NAMES = ("h(x)", "h(h(x))", "h(h(h(x)))")
LINE = 19.0
"""Pixels from one name to the next at least, at ordinary text size."""


class FactorCard(Card):
    """The slider of c, and the three lines; `do` carries out intents."""

    def __init__(self, part: LinearPart, do: Callable[[Intent], object], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, name="linear_factor_card", parent=parent)
        self._part = part
        self.slider = SliderField(Limits(*FACTORS), LinearScale(*FACTORS, 0.05), parent=self)
        self.slider.setObjectName("linear_c")
        self.slider.value_changed.connect(lambda value: do(SetFactor(value)))
        self._row = SplitRow(self.slider, parent=self)
        self.slider.refused.connect(self._row.set_message)
        self._row.setMaximumWidth(260)
        self.caption, self.slope = Paragraph("linear_slope_caption", self), NumberLabel("linear_slope", self)
        self.caption.setWordWrap(False)
        self.plot = LabPlot(theme, "linear_powers", self)
        row = QHBoxLayout()
        row.addWidget(self._row, 1)
        row.addSpacing(2 * GAP)
        row.addWidget(self.caption)
        row.addWidget(self.slope)
        row.addStretch(1)
        self.content.addLayout(row)
        self.content.addWidget(self.plot, 1)

    def refresh(self) -> None:
        """Show the model."""
        part = self._part
        self.slider.set_value(part.factor)
        self.slope.set_value(part.slope)
        rows = part.powers()
        top = round_up(max(1.0, float(abs(rows).max()))) * 1.15
        self.plot.set_limits((float(REACH[0]), float(REACH[-1]) + self._room()), (-top, top))
        line = 2 * top * LINE * self._theme.scale / max(self.plot.height() - 30.0, 60.0)
        heights = spread(rows[:, -1], line, line / 2 - top, top - line / 2)
        for k, (y, ink) in enumerate(zip(rows, INKS, strict=True)):
            self.plot.draw_curve(NAMES[k], REACH, y, ink)
            name = f"{NAMES[k]}_label"
            self.plot.draw_label(name, float(REACH[-1]) + 0.05, float(heights[k]), self._text(k), ink, (0.0, 0.5))

    def _text(self, k: int) -> str:
        return f"{NAMES[k]} = {short(self._part.factor ** (k + 1))} x"

    def _room(self) -> float:
        """Room for the names at the right, in units of x."""
        metrics = QFontMetricsF(self._theme.font(0.9))
        need = float(max(metrics.horizontalAdvance(self._text(k)) for k in range(TIMES))) + 22
        rest = max(self.plot.width() - 60 * self._theme.scale - need, 80.0)
        return need / float(rest) * float(REACH[-1] - REACH[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names need as many pixels as before."""
        super().resizeEvent(event)
        self.refresh()

    def word(self) -> None:
        """All texts."""
        self.set_title(self.tr("h(x) = c·x three times is c³·x: still a straight line"))
        self._row.caption.setText("c")
        self.slider.setAccessibleName(self.tr("factor c"))
        self.caption.setText("c³ =")
        self.slope.set_title("c³")
        self.plot.setAccessibleName(self.tr("h applied once, twice and three times"))
        self.refresh()

    def dress(self) -> None:
        """Fonts of the theme."""
        for label in (self.caption, self.slope):
            label.setFont(self._theme.font(1.15, bold=True))
