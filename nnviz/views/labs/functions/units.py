"""UnitsPanel: the units of a live ReLU network, lit as often as they fire, marked and counted where they are dead."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolTip, QWidget

from nnviz.session.labs.functions.intents import StartUnits, TrainUnits
from nnviz.session.labs.functions.units import BIASES, UNITS, LiveUnits
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.widgets.drag_field import DragField
from nnviz.widgets.flow_layout import FlowLayout
from nnviz.widgets.focus import paint_focus_ring
from nnviz.widgets.limits import Limits
from nnviz.widgets.marking import set_role
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import percent

STEPS = (1, 50)
"""Iterations of the two buttons."""
RATES = Limits(0.001, 100.0)
GAP = 4.0


class UnitStrip(QWidget):
    """A cell for each hidden unit: filled as high as the share of samples it fires for; dead units have a cross.

    fired  (UNITS,) shares, as painted
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.fired: NDArray[np.float64] = np.zeros(0)
        self.setObjectName("unit_strip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def dead(self) -> list[int]:
        """Units that have a cross, from 0."""
        return [int(k) for k in np.flatnonzero(self.fired == 0)]

    def show_units(self, fired: NDArray[np.float64]) -> None:
        """Paint these shares."""
        self.fired = fired
        self.setAccessibleDescription("; ".join(self.text_of(k) for k in range(len(fired))))
        self.update()

    def text_of(self, k: int) -> str:
        """A unit in words."""
        if self.fired[k] == 0:
            return self.tr("unit {number}: dead, it fires for no sample").format(number=k + 1)
        share = percent(float(self.fired[k]), 0)
        return self.tr("unit {number}: fires for {share} of the samples").format(number=k + 1, share=share)

    def cell(self, k: int) -> QRectF:
        """Where a unit is painted."""
        width = self.width() / max(1, len(self.fired))
        label = QFontMetricsF(self._theme.font(0.8)).height()
        return QRectF(k * width + GAP / 2, 2, width - GAP, self.height() - label - 4)

    def sizeHint(self) -> QSize:
        return QSize(360, 64)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 48)

    def event(self, event: QEvent) -> bool:
        """The unit under the pointer in words."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and len(self.fired):
            k = min(int(event.pos().x() * len(self.fired) / max(1, self.width())), len(self.fired) - 1)
            QToolTip.showText(event.globalPos(), self.text_of(k), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            for k in range(len(self.fired)):
                self._paint_unit(painter, k)
            if self.hasFocus():
                paint_focus_ring(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self.palette())

    def _paint_unit(self, painter: QPainter, k: int) -> None:
        color, cell, share = self._theme.color, self.cell(k), float(self.fired[k])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("field"))
        painter.drawRoundedRect(cell, 3, 3)
        painter.setBrush(color("train"))
        painter.drawRect(cell.adjusted(0, (1 - share) * cell.height(), 0, 0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("train" if share else "warning"), 1.0 if share else 2.0))
        painter.drawRoundedRect(cell, 3, 3)
        if not share:
            _paint_cross(painter, cell)
        painter.setFont(self._theme.font(0.8))
        painter.setPen(color("muted" if share else "warning"))
        label = QRectF(cell.left() - GAP, cell.bottom() + 2, cell.width() + 2 * GAP, self.height() - cell.bottom() - 2)
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(k + 1))


class UnitsPanel(Card):
    """The strip, what it counts, and what starts and trains the network. Signals: asked(FunctionsIntent)."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, name="live_units", parent=parent)
        self.title.setWordWrap(False)
        self.strip = UnitStrip(theme, self)
        self.rate = DragField("units_learning_rate", RATES, self)
        self.bias = DragField("units_bias", Limits(*BIASES), self)
        self.count = QLabel(self)
        self.count.setObjectName("dead_count")
        self.loss = NumberLabel("units_loss", self)
        self._captions = {name: QLabel(self) for name in ("rate", "bias", "loss")}
        self._pairs: list[QWidget] = []
        self.restart = self._button("units_restart")
        self.steps = [self._button(f"units_train_{steps}") for steps in STEPS]
        self._lay_out()
        self.rate.value_chosen.connect(self._start)
        self.bias.value_chosen.connect(self._start)
        self.restart.clicked.connect(self._restart)
        self.steps[0].clicked.connect(self._train_one)
        self.steps[1].clicked.connect(self._train_more)

    def show_units(self, units: LiveUnits) -> None:
        """The network as it is now."""
        self.strip.show_units(units.fired)
        self.rate.set_value(units.learning_rate)
        self.bias.set_value(units.bias)
        self.loss.set_value(units.loss)
        dead, iteration = int(units.dead.sum()), units.trainer.iteration
        text = self.tr("{dead} of {total} units never fire, after {iteration} iterations")
        if units.diverged:
            text = self.tr("{dead} of {total} units never fire; the training diverged after {iteration} iterations")
        self.count.setText(text.format(dead=dead, total=UNITS, iteration=iteration))
        self.count.setProperty("dead", dead)
        set_role(self.count, "warning" if dead else "value")

    def word(self) -> None:
        """All words anew."""
        self.set_title(self.tr("Dying ReLU: the units of a network 2-16-1 in training"))
        self.strip.setAccessibleName(self.tr("Share of the samples each hidden unit fires for"))
        captions = {"rate": self.tr("learning rate"), "bias": self.tr("bias at the start"), "loss": self.tr("loss")}
        for name, caption in captions.items():
            self._captions[name].setText(caption)
        self.rate.setAccessibleName(captions["rate"])
        self.bias.setAccessibleName(captions["bias"])
        self.loss.set_title(captions["loss"])
        self.restart.setText(self.tr("Restart"))
        for button, steps in zip(self.steps, STEPS, strict=True):
            button.setText(self.tr("Train {steps}").format(steps=steps))
            button.setToolTip(self.tr("Iterations on mini-batches of 20 points of two moons"))

    def dress_all(self, theme: Theme) -> None:
        """Fonts of the theme."""
        self.count.setFont(theme.font(1.0, bold=True))
        self.strip.update()
        for field in (self.rate, self.bias):
            field.setFixedWidth(round(64 * theme.scale))
        self.count.setMinimumHeight(self.title.sizeHint().height())
        for pair in self._pairs:
            pair.setMinimumHeight(self.restart.sizeHint().height())

    def _lay_out(self) -> None:
        self.content.removeWidget(self.title)
        head, knobs = FlowLayout(gap=10), FlowLayout(gap=8)
        for label in (self.title, self.count):
            head.addWidget(label)
        for name, field in (("rate", self.rate), ("bias", self.bias), ("loss", self.loss)):
            self._pairs.append(self._captioned(name, field))
            knobs.addWidget(self._pairs[-1])
        for button in (*self.steps, self.restart):
            knobs.addWidget(button)
        self.steps[1].setProperty("role", "primary")
        self.content.addLayout(head)
        self.content.addWidget(self.strip, 1)
        self.content.addLayout(knobs)

    def _captioned(self, name: str, field: QWidget) -> QWidget:
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 8, 0)
        self._captions[name].setProperty("role", "hint")
        row.addWidget(self._captions[name])
        row.addWidget(field)
        pair.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return pair

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        return button

    # What the user does

    def _start(self, _: float, __: object) -> None:
        self._restart()

    def _restart(self) -> None:
        self.asked.emit(StartUnits(self.rate.get_value(), self.bias.get_value()))

    def _train_one(self) -> None:
        self.asked.emit(TrainUnits(STEPS[0]))

    def _train_more(self) -> None:
        self.asked.emit(TrainUnits(STEPS[1]))


def _paint_cross(painter: QPainter, cell: QRectF) -> None:
    arm = 0.28 * min(cell.width(), cell.height())
    middle = cell.center()
    for down in (-1, 1):
        painter.drawLine(middle + QPointF(-arm, -down * arm), middle + QPointF(arm, down * arm))
