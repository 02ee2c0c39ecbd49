"""LayerGrid: a column for each layer, with its activations and gradients as histograms, and the numbers about them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.engine.diagnosis import Diagnosis, Histogram, LayerDiagnosis
from nnviz.engine.trace import Array
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.labs.depth.bars import bar_boxes, paint_bars, paint_decades
from nnviz.views.labs.depth.limits import BOUNDS, DECADES, decades, symmetric_limits, value_limits
from nnviz.views.labs.depth.numbers import Row, fitting, number_texts, paint_row, share_texts
from nnviz.views.labs.depth.outline import height_of, outline, paint_filled, paint_ghost
from nnviz.views.labs.depth.words import DepthWords
from nnviz.widgets.numerals import full, short
from nnviz.widgets.ticks import Limits, linear_ticks

ACTIVATIONS, GRADIENTS = "activations", "gradients"
ROWS = (ACTIVATIONS, GRADIENTS)
FACTS = ("mean", "deviation", "stuck")
"""Numbers between the pictures; "stuck" is the share of saturated or dead units, whichever the activation can be."""
SMALL = 0.85
GAP, TICK_ROWS = 7.0, 30.0
NORMS = 0.34
"""Share of the height of the pictures that the bars of the gradient norms take."""
LEFT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def stuck(layer: LayerDiagnosis) -> float:
    """The share of saturated or of dead units; nan where the activation can be neither."""
    return layer.dead if math.isnan(layer.saturated) else layer.saturated


@dataclass(frozen=True)
class Plan:
    """Where everything is: `columns` as (left, right), and top and bottom of each row by name."""

    columns: tuple[tuple[float, float], ...]
    rows: dict[str, tuple[float, float]]
    facts: dict[str, Row]
    left: float

    def boxes(self, row: str) -> list[QRectF]:
        """The cells of a row."""
        top, bottom = self.rows[row]
        return [QRectF(left, top, right - left, bottom - top) for left, right in self.columns]

    def band(self, row: str) -> QRectF:
        """The whole row."""
        top, bottom = self.rows[row]
        return QRectF(self.columns[0][0], top, self.columns[-1][1] - self.columns[0][0], bottom - top)


class LayerGrid(QWidget):
    """now      what is painted, None while nothing is known;  start: the outlines behind it, or None
    limits   ends of the axes by row, one pair a layer;  norm_limits: of the gradient norms, log₁₀
    chosen   the layer whose numbers are read out; the arrow keys and the mouse choose it
    """

    def __init__(self, name: str, theme: Theme, words: DepthWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.now: Diagnosis | None = None
        self.start: Diagnosis | None = None
        self.limits: dict[str, tuple[Limits, ...]] = dict.fromkeys(ROWS, ())
        self.norm_limits: Limits = DECADES
        self.chosen = -1
        self._own = False
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # What is shown

    def show_layers(self, now: Diagnosis | None, start: Diagnosis | None, own_axes: bool) -> None:
        """Paint a diagnosis, outlines of another behind it, with an axis for each layer or one for all."""
        self.now, self.start, self._own = now, start if now else None, own_axes
        if now is None:
            self.limits, self.norm_limits, self.chosen = dict.fromkeys(ROWS, ()), DECADES, -1
        else:
            self.limits = {row: self._limits(row, now) for row in ROWS}
            self.norm_limits = decades([layer.gradient_norm for layer in self._all()], self.norm_limits)
            self.chosen = min(self.chosen, len(now.layers) - 1)
        self.setAccessibleDescription(self.reading(self.chosen))
        self.update()

    def values(self, fact: str) -> Array:
        """(layers,) numbers of a fact: one of FACTS, or "gradient_norm"."""
        layers = self.now.layers if self.now else ()
        return np.array([stuck(layer) if fact == "stuck" else getattr(layer, fact) for layer in layers])

    def texts(self, fact: str) -> tuple[str, ...]:
        """What is written of a fact, layer by layer."""
        return self._plan().facts[fact].texts if self.now else ()

    def reading(self, k: int) -> str:
        """All numbers of a layer with all their digits; of none, what this is."""
        if self.now is None or not 0 <= k < len(self.now.layers):
            return self.tr("Choose a layer with the arrow keys.")
        layer, titles = self.now.layers[k], self._titles()
        facts = {titles[name]: getattr(layer, name) for name in ("mean", "deviation", "saturated", "dead")}
        facts[titles["gradient_norm"]] = layer.gradient_norm
        name = self._words.layer(k, len(self.now.layers))
        return f"{name}: " + ", ".join(
            f"{title} {full(value)}" for title, value in facts.items() if not math.isnan(value)
        )

    def word(self) -> None:
        """The accessible name."""
        self.setAccessibleName(self.tr("Activations and gradients of each layer"))
        self.update()

    def _titles(self) -> dict[str, str]:
        activations = self.tr("activations {a}").format(a=self._theme.notation.a)
        return {
            ACTIVATIONS: activations, GRADIENTS: self.tr("gradients ∂L/∂W"), "mean": self.tr("mean"),
            "deviation": self.tr("deviation"), "saturated": self.tr("saturated"), "dead": self.tr("dead"),
            "gradient_norm": self.tr("gradient norm"),
        }  # fmt: skip

    def _all(self) -> tuple[LayerDiagnosis, ...]:
        return (*(self.now.layers if self.now else ()), *(self.start.layers if self.start else ()))

    def _limits(self, row: str, now: Diagnosis) -> tuple[Limits, ...]:
        """One axis for all layers, or each its own; they stay where they are while little changes."""
        count = len(now.layers)
        before = self.limits[row] if len(self.limits[row]) == count else ((0.0, 0.0),) * count
        groups = [[k] for k in range(count)] if self._own else [list(range(count))]
        found: dict[int, Limits] = {}
        for group in groups:
            layers = [which.layers[k] for which in (now, self.start) if which for k in group]
            histograms = [getattr(layer, row) for layer in layers]
            bounds = [] if self._own else [BOUNDS.get(layer.activation) for layer in layers]
            one = value_limits(histograms, bounds, before[group[0]])
            one = one if row == ACTIVATIONS else symmetric_limits(histograms, before[group[0]])
            found |= dict.fromkeys(group, one)
        return tuple(found[k] for k in range(count))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(700, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 300)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            k = self._column_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.reading(k) if k >= 0 else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or self.now is None:
            super().keyPressEvent(event)
            return
        self._choose(min(max(self.chosen + step, 0), len(self.now.layers) - 1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(self._column_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._choose(-1)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setFont(self._font())
            if self.now:
                self._paint(painter, self.now, self._plan())
            else:
                painter.setPen(self._theme.color("muted"))
                text = self.tr("Nothing is known yet: the samples are still being loaded.")
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)

    # Private

    def _choose(self, k: int) -> None:
        if k != self.chosen:
            self.chosen = k
            self.setAccessibleDescription(self.reading(k))
            self.update()

    def _column_at(self, x: float) -> int:
        columns = self._plan().columns if self.now else ()
        return next((k for k, (left, right) in enumerate(columns) if left - GAP <= x < right), -1)

    def _font(self, bold: bool = False) -> QFont:
        return self._theme.font(SMALL, bold=bold)

    def _plan(self) -> Plan:
        """The room is shared out: what is written takes what it needs, the rest is pictures."""
        metrics, titles = QFontMetricsF(self._font()), self._titles()
        left = max(map(metrics.horizontalAdvance, titles.values())) + 2 * GAP
        count = len(self.now.layers) if self.now else 0
        width = (self.width() - left) / max(count, 1)
        columns = tuple((left + k * width + GAP, left + (k + 1) * width) for k in range(count))
        facts = {
            name: fitting(
                self.values(name).tolist(), width - GAP, metrics, share_texts if name == "stuck" else number_texts
            )
            for name in (*FACTS, "gradient_norm")
        }
        return Plan(columns, self._shares(facts, metrics.height()), facts, left)

    def _shares(self, facts: dict[str, Row], line: float) -> dict[str, tuple[float, float]]:
        heights = {
            "names": line + 2 * GAP,
            ACTIVATIONS: 1.0,
            "below": GAP,
            **{name: facts[name].height for name in FACTS},
        }
        heights |= {"between": line + 3 * GAP, GRADIENTS: 1.0, "gradient_norm": facts["gradient_norm"].height + 2 * GAP}
        heights["norms"] = NORMS
        pictures = {name: share for name, share in heights.items() if name in (ACTIVATIONS, GRADIENTS, "norms")}
        rest = self.height() - GAP - sum(height for name, height in heights.items() if name not in pictures)
        unit = max(rest, 60.0) / sum(pictures.values())
        y, rows = 0.0, {}
        for name, height in heights.items():
            rows[name] = (y, y + (height * unit if name in pictures else height))
            y = rows[name][1]
        return rows

    def _paint(self, painter: QPainter, now: Diagnosis, plan: Plan) -> None:
        if self.chosen >= 0:
            left, right = plan.columns[self.chosen]
            painter.fillRect(
                QRectF(left - GAP / 2, 0, right - left + GAP / 2, self.height()), self._theme.color("raised")
            )
        self._paint_names(painter, plan, len(now.layers))
        for row in ROWS:
            self._paint_axis(painter, plan, row)
            self._paint_histograms(painter, plan, row, now)
        for fact in FACTS:
            self._paint_fact(painter, plan, fact)
        self._paint_norms(painter, plan)

    def _paint_names(self, painter: QPainter, plan: Plan, count: int) -> None:
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._font(bold=True))
        room = plan.columns[0][1] - plan.columns[0][0]
        names = self._words.fitting(count, room, QFontMetricsF(painter.font()))
        for name, box in zip(names, plan.boxes("names"), strict=True):
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
        painter.setFont(self._font())
        painter.setPen(self._theme.color("text"))
        for title, row in ((ACTIVATIONS, "names"), (GRADIENTS, "between")):
            below = plan.rows[row][1] - 2 * GAP
            box = QRectF(0, below - QFontMetricsF(painter.font()).height(), plan.left - 2, below)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._titles()[title])

    def _paint_axis(self, painter: QPainter, plan: Plan, row: str) -> None:
        """Numbers at the left where all layers have one axis; else its ends in each column."""
        band, line = plan.band(row), QFontMetricsF(self._font()).height()
        if self._own:
            self._paint_ends(painter, plan, row)
            return
        limits = self.limits[row][0]
        for value, text in linear_ticks(limits, max(3, int(band.height() / (TICK_ROWS * self._theme.scale)))):
            y = height_of(value, limits, band)
            painter.setPen(QPen(self._theme.color("faint" if value == 0 else "border"), 1))
            painter.drawLine(QPointF(band.left(), y), QPointF(band.right(), y))
            painter.setPen(self._theme.color("muted"))
            painter.drawText(QRectF(0, y - line / 2, plan.left - 2, line), LEFT, text)

    def _paint_ends(self, painter: QPainter, plan: Plan, row: str) -> None:
        metrics = QFontMetricsF(self._font())
        painter.setPen(self._theme.color("muted"))
        for limits, box in zip(self.limits[row], plan.boxes(row), strict=True):
            for value, side in ((limits[1], Qt.AlignmentFlag.AlignTop), (limits[0], Qt.AlignmentFlag.AlignBottom)):
                text = short(value, 2) if value else ""
                if metrics.horizontalAdvance(text) <= box.width():
                    painter.drawText(box, Qt.AlignmentFlag.AlignRight | side, text)

    def _paint_histograms(self, painter: QPainter, plan: Plan, row: str, now: Diagnosis) -> None:
        for k, (layer, limits, box) in enumerate(zip(now.layers, self.limits[row], plan.boxes(row), strict=True)):
            painter.setPen(QPen(self._theme.color("faint"), 1))
            painter.drawLine(box.topLeft(), box.bottomLeft())
            shape = outline(getattr(layer, row), limits, box)
            paint_filled(painter, self._theme, shape, height_of(0.0, limits, box), box)
            if self.start:
                before: Histogram = getattr(self.start.layers[k], row)
                paint_ghost(painter, self._theme, outline(before, limits, box))

    def _paint_fact(self, painter: QPainter, plan: Plan, fact: str) -> None:
        top, bottom = plan.rows[fact]
        titles = self._titles()
        both = [not math.isnan(layer.saturated) for layer in (self.now.layers if self.now else ())]
        title = titles["saturated" if any(both) else "dead"] if fact == "stuck" else titles[fact]
        painter.setPen(self._theme.color("muted"))
        painter.drawText(QRectF(0, top, plan.left - 2, bottom - top), LEFT, title)
        painter.setPen(self._theme.color("text"))
        paint_row(painter, plan.facts[fact], plan.boxes(fact))

    def _paint_norms(self, painter: QPainter, plan: Plan) -> None:
        self._paint_fact(painter, plan, "gradient_norm")
        boxes, band = plan.boxes("norms"), plan.band("norms")
        paint_decades(painter, self._theme, self.norm_limits, band, plan.left - GAP + 12)
        norms = self.values("gradient_norm")
        paint_bars(painter, self._theme, bar_boxes(norms.tolist(), self.norm_limits, boxes, 0, 1), "accent")
        if self.start:
            before = [layer.gradient_norm for layer in self.start.layers]
            painter.setPen(QPen(self._theme.color("text"), 1.6, Qt.PenStyle.DotLine))
            for bar in bar_boxes(before, self.norm_limits, boxes, 0, 1):
                painter.drawLine(bar.topLeft(), bar.topRight())
