"""StackCard: a deep linear network on points of the plane, and the one layer it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nnviz.data.plane import PLANE
from nnviz.engine.trace import Array
from nnviz.session.intents import Intent
from nnviz.session.labs.depth.linear import LinearPart
from nnviz.session.labs.depth.stack import LAYERS, STACK_ACTIVATIONS
from nnviz.session.names import name_of
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import GAP, HINT, Card
from nnviz.views.labs.number_rows import NumberRows
from nnviz.views.labs.plot.ink import Ink
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.views.labs.side_column import SideColumn
from nnviz.widgets.count_field import CountField
from nnviz.widgets.limits import Limits
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.segments import Segments
from nnviz.widgets.split_row import SplitRow

CLASSES = (Ink("negative", dot=7.0), Ink("positive", dot=7.0))
DEEP, FLAT = Ink("success", dot=8.0), Ink("text", 2.2, dashes=(7.0, 6.0))
SIDE = 190


class StackCard(Card):
    """The plane at the left, knobs and numbers at the right; `do` carries out intents."""

    def __init__(self, part: LinearPart, do: Callable[[Intent], object], theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, name="linear_stack_card", parent=parent)
        self._part = part
        self.plot = LabPlot(theme, "linear_plane", self, equal=True)
        self.count = CountField(Limits(*LAYERS, whole=True), self)
        self.count.setObjectName("linear_layers")
        self._row = SplitRow(self.count, parent=self)
        self.activation = Segments("linear_activation", STACK_ACTIVATIONS, self)
        self.again = QPushButton(self)
        self.again.setObjectName("linear_start")
        self.rows = NumberRows("linear", ("gap", "w1", "w2", "b"), self)
        self.legend = Paragraph("linear_legend", self)
        self._side = QWidget(self)
        self._scroll = SideColumn(self._side, parent=self)
        self._lay_out()
        self.count.value_changed.connect(lambda value: do(replace(part.choice, layers=int(value))))
        self.count.refused.connect(self._row.set_message)
        self.activation.value_changed.connect(lambda key: do(replace(part.choice, activation=key)))
        self.again.clicked.connect(lambda: do(replace(part.choice, seed=part.choice.seed + 1)))

    def _lay_out(self) -> None:
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(GAP)
        for part in (self._row, self.activation, self.again, self.rows):
            side.addWidget(part)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        row.addWidget(self.plot, 1)
        row.addWidget(self._scroll)
        self.content.addLayout(row, 1)
        self.content.addWidget(self.legend)

    def refresh(self) -> None:
        """Show the model."""
        choice, stack = self._part.choice, self._part.stack
        self.count.set_value(choice.layers)
        self.activation.set_value(choice.activation)
        for name, value in zip(self.rows.numbers, (stack.difference, *stack.W[:, 0], stack.b[0]), strict=True):
            self.rows.show_row(name, float(value))
        self.plot.set_limits((-PLANE, PLANE), (-PLANE, PLANE))
        for kind, ink in enumerate(CLASSES):
            points = stack.x[stack.y == kind]
            self.plot.draw_points(f"class_{kind}", points[:, 0], points[:, 1], ink)
        line = along(stack.flat_boundary, stack.W)
        self.plot.draw_points("deep", stack.deep_boundary[:, 0], stack.deep_boundary[:, 1], DEEP)
        self.plot.draw_curve("flat", line[:, 0], line[:, 1], FLAT)

    def word(self) -> None:
        """All texts."""
        self.set_title(self.tr("A deep linear network is one layer"))
        self._row.caption.setText(self.tr("Hidden layers"))
        self.count.setAccessibleName(self.tr("Hidden layers"))
        self.activation.set_words(self.tr("Activation"), {key: name_of("activation", key) for key in STACK_ACTIVATIONS})
        self.again.setText(self.tr("Other start"))
        self.again.setAccessibleName(self.again.text())
        names = {"w1": "W[1]", "w2": "W[2]", "b": "b", "gap": self.tr("difference")}
        for name, text in names.items():
            self.rows.name(name, text)
        self.legend.setText(
            self.tr("Green: boundary of the trained network. Dashed: of one layer with W, the product of its matrices.")
        )
        self.plot.set_titles("x₁", "x₂")
        self.plot.setAccessibleName(self.title.text())
        self.refresh()

    def dress(self) -> None:
        """Fonts of the theme."""
        self._scroll.setFixedWidth(round(SIDE * max(1.0, 0.2 + 0.8 * self._theme.scale)))
        self.legend.setFont(self._theme.font(HINT, numbers=False))
        self.rows.dress(self._theme, 1.05)


def along(points: Array, W: Array) -> Array:
    """Points of a straight boundary in the order in which they lie along it; W (2, 1) is across it."""
    order = np.argsort(points @ np.array([-W[1, 0], W[0, 0]]))
    return np.asarray(points[order])
