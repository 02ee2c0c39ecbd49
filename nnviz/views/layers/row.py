"""LayerRow: what one layer does: three histograms side by side, and the facts that tell whether it learns."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.engine.diagnosis import DYING, STEEPEST, LayerDiagnosis
from nnviz.engine.experiment import LayerSpec
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.layers.axes import WIDEST, Limits, symmetric_limits, value_limits
from nnviz.views.layers.histogram import HistogramView
from nnviz.views.layers.meter import Meter
from nnviz.views.layers.norms import DecadeAxis
from nnviz.views.layers.words import LayerWords
from nnviz.widgets.focus import paint_focus_ring
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import percent, short

SHARES = ("saturated", "dead")
RATIO_LIMITS: Limits = (-6.0, 0.0)
GOOD_RATIO = -3.0
"""Rule of thumb: an update is about a thousandth of the weights (log₁₀)."""
MARGIN = 12
SMALL = 0.92
LayerShape = tuple[int, str, bool, bool]
"""Units, activation, whether there is batch normalisation, whether it is residual."""
Shape = tuple[LayerShape, ...]
"""Of every weight layer."""


def layer_shape(layer: LayerSpec | LayerDiagnosis) -> LayerShape:
    """What a row and its axes depend on."""
    return layer.units, layer.activation, layer.batch_norm, layer.residual


@dataclass(frozen=True)
class Fact:
    """Caption, meter and number, in one line of a grid."""

    caption: QLabel
    meter: Meter
    number: NumberLabel


class LayerRow(QWidget):
    """Weight layer k and the units behind it; Tab reaches it, and its description is a sentence with all numbers.

    activations, weights, gradients   the histograms
    facts   by name: "update_ratio", and "saturated" or "dead" where the activation can be
    rule_of_thumb   the number below the mark of the update ratio
    """

    def __init__(self, k: int, shape: Shape, theme: Theme, words: LayerWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._k, self._count = k, len(shape)
        self._shape, (_, self._activation, _, self._residual) = shape[k], shape[k]
        self._shown: LayerDiagnosis | None = None
        self.setObjectName(f"layers_row_{k}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.header = QLabel(self)
        self.header.setObjectName(f"layers_header_{k}")
        self.header.setProperty("role", "title")
        self.header.setWordWrap(True)
        self.activations = HistogramView(theme, signed=False, parent=self)
        self.weights = HistogramView(theme, signed=True, parent=self)
        self.gradients = HistogramView(theme, signed=True, parent=self)
        self.facts = {name: self._fact(name) for name in facts_of(self._activation)}
        self.rule_of_thumb = DecadeAxis(theme, self, (GOOD_RATIO,))
        self.rule_of_thumb.show_limits(RATIO_LIMITS)
        self._build()
        self.restyle()
        self.word()

    @property
    def histograms(self) -> tuple[HistogramView, ...]:
        """Activations, weights, gradients."""
        return self.activations, self.weights, self.gradients

    def show_pictures(self, layer: LayerDiagnosis | None) -> None:
        """Paint histograms and meters; nothing where nothing is known."""
        self._shown = layer
        for name, fact in self.facts.items():
            fact.meter.show_value(getattr(layer, name) if layer else math.nan)
        if layer is None:
            for view in self.histograms:
                view.show_nothing()
            return
        for view, values in zip(self.histograms, (layer.activations, layer.weights, layer.gradients), strict=True):
            edges = values.edges.tolist()
            activations = view is self.activations
            limits = (
                value_limits("" if self._residual else self._activation, edges, view.limits)
                if activations
                else symmetric_limits(edges, view.limits)
            )
            view.show_counts(values.counts, values.edges, limits)

    def show_numbers(self) -> None:
        """Write the numbers of what is painted, and the sentence."""
        for fact in self.facts.values():
            fact.number.set_value(fact.meter.value)
        self.setAccessibleDescription(self._words.sentence(self._shown) if self._shown else "")

    def restyle(self) -> None:
        """Measure and paint anew after the theme has changed."""
        self.header.setFont(self._theme.font(bold=True))
        self._title_activations()
        self.rule_of_thumb.updateGeometry()
        for view in self.histograms:
            view.restyle()
        for fact in self.facts.values():
            fact.caption.setFont(self._theme.font(SMALL, numbers=False))
            fact.number.setFont(self._theme.font(SMALL, bold=True))
        self._line_up()

    def word(self) -> None:
        """Words in the language of the program."""
        header = self._words.header(self._k, self._count, *self._shape)
        self.header.setText(header)
        self.setAccessibleName(header)
        self._title_activations()
        self.weights.set_titles(self.tr("weights W"), self.tr("W"))
        self.gradients.set_titles(self.tr("gradients ∂L/∂W"), self.tr("∂L/∂W"))
        name = self._words.layer(self._k, self._count)
        for key, fact in self.facts.items():
            fact.caption.setText(self._words.fact(key))
            fact.number.set_title(f"{name}, {self._words.fact(key)}")
            for part in (fact.caption, fact.meter):
                part.setToolTip(self._words.tip(key))
        self.rule_of_thumb.setToolTip(self._words.tip("update_ratio"))
        self._line_up()

    def _title_activations(self) -> None:
        a = self._theme.notation.a
        self.activations.set_titles(self.tr("activations {a}").format(a=a), a)

    def _line_up(self) -> None:
        """Meters begin at the same place in all rows, whatever facts these have."""
        metrics = QFontMetricsF(self._theme.font(SMALL, numbers=False))
        widest = max(metrics.horizontalAdvance(self._words.fact(name)) for name in (*SHARES, "update_ratio"))
        for fact in self.facts.values():
            fact.caption.setFixedWidth(round(widest) + 2)

    def _fact(self, name: str) -> Fact:
        share = name in SHARES
        caption = QLabel(self)
        caption.setProperty("role", "hint")
        meter = Meter(self._theme, "warning" if share else "accent", logarithmic=not share, parent=self)
        if not share:
            meter.limits, meter.marks = RATIO_LIMITS, (GOOD_RATIO,)
        number = NumberLabel(f"layers_{name}_{self._k}", self, percent if share else short, WIDEST)
        return Fact(caption, meter, number)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 6, MARGIN, 8)
        column.setSpacing(4)
        column.addWidget(self.header)
        pictures = QHBoxLayout()
        pictures.setSpacing(10)
        for view in self.histograms:
            pictures.addWidget(view)
        column.addLayout(pictures)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for line, fact in enumerate(self.facts.values()):
            for place, part in enumerate((fact.caption, fact.meter, fact.number)):
                grid.addWidget(part, line, place)
        grid.addWidget(self.rule_of_thumb, len(self.facts), 1)
        column.addLayout(grid)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring while it has the focus."""
        if not self.hasFocus():
            return
        with painting(self) as painter:
            paint_focus_ring(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), self.palette())


def facts_of(activation: str) -> tuple[str, ...]:
    """What is told of a layer, top to bottom."""
    kinds = {"saturated": STEEPEST, "dead": DYING}
    return (*(name for name in SHARES if activation in kinds[name]), "update_ratio")
