"""ReadingPanel, FormulaPanel, NotesPanel: the probe's numbers, the formulas, what is to be known of a function."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nnviz.session.labs.functions.activations import ActivationPart
from nnviz.session.labs.functions.shapes import SPAN, max_form, slope_gradient
from nnviz.session.names import name_of
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.views.labs.functions.laws import LAWS, NOTES, formulas, said
from nnviz.views.labs.number_rows import NumberRows
from nnviz.widgets.formula import Formula, FormulaLabel
from nnviz.widgets.limits import Limits
from nnviz.widgets.number_field import NumberField
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.split_row import SplitRow
from nnviz.widgets.typesetter import Typesetter

STEP = 0.1
"""What Up and Down add to the x that is typed."""


class ReadingPanel(Card):
    """x to type, f(x) and f′(x). Signals: probed(float)."""

    probed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, name="probe", parent=parent)
        self.field = NumberField(Limits(*SPAN), STEP, self)
        self.field.setObjectName("probe_x")
        self._row = SplitRow(self.field, parent=self)
        self._row.caption.setText("x")
        self.rows = NumberRows("probe", ("value", "slope"), self)
        self.field.value_changed.connect(self.probed)
        self.field.refused.connect(self._row.set_message)
        self.content.addWidget(self._row)
        self.content.addWidget(self.rows)

    def show_part(self, part: ActivationPart) -> None:
        """The function in front at the probe."""
        reading = part.reading
        self.field.set_value(reading.x)
        self.rows.show_row("value", reading.value)
        self.rows.show_row("slope", reading.slope)

    def word(self) -> None:
        """All words anew."""
        self.set_title(self.tr("Probe"))
        self.field.setAccessibleName(self.tr("x of the probe"))
        self.rows.name("value", "f(x)")
        self.rows.name("slope", "f′(x)")

    def dress_all(self, theme: Theme) -> None:
        """Fonts of the theme."""
        self.rows.dress(theme, 1.5)


def _jump_at(part: ActivationPart) -> float | None:
    return part.jumps[0].at if len(part.jumps) == 1 else None


def _jump(part: ActivationPart) -> float | None:
    return part.jumps[0].value if len(part.jumps) == 1 else None


def _kink(part: ActivationPart) -> float | None:
    return part.jumps[0].slope if len(part.jumps) == 1 else None


def _trained(part: ActivationPart) -> float | None:
    return float(slope_gradient(np.array([part.probe]))[0]) if part.name == "prelu" else None


def _max_form(part: ActivationPart) -> float | None:
    if part.name != "leaky_relu":
        return None
    return float(max_form(part.shape.alpha, np.array([part.probe]))[0])


def _from_relu(part: ActivationPart) -> float | None:
    return part.from_relu if part.name == "maxout" else None


FACTS: Mapping[str, Callable[[ActivationPart], float | None]] = {
    "corner": _jump_at,
    "jump": _jump,
    "kink": _kink,
    "alpha_gradient": _trained,
    "max_form": _max_form,
    "from_relu": _from_relu,
}
"""Numbers that not every function has."""


class FormulaPanel(Card):
    """Name, formulas and range of the function in front."""

    def __init__(self, theme: Theme, typesetter: Typesetter, parent: QWidget | None = None) -> None:
        super().__init__(theme, name="formula", parent=parent, size=1.5)
        self._name, self._set = "", ""
        self.formulas = FormulaLabel(typesetter, self), FormulaLabel(typesetter, self)
        self.reach = Paragraph("range", self, "value")
        for widget in (*self.formulas, self.reach):
            self.content.addWidget(widget)

    def show_part(self, part: ActivationPart) -> None:
        """The function in front; its formulas come with `typeset`."""
        if part.name != self._name:
            self._name = part.name
            self.word()

    def typeset(self) -> None:
        """Set the formulas, once for each function: that takes too long for the first picture of the page."""
        if self._set == self._name:
            return
        self._set = self._name
        for label, formula in zip(self.formulas, formulas(self._name), strict=True):
            label.set_formula(formula)

    def word(self) -> None:
        """All words anew."""
        if not self._name:
            return
        self._set = ""
        self.set_title(name_of("activation", self._name))
        reach = LAWS[self._name].reach
        self.reach.setText(self.tr("range {reach}").format(reach=reach) if reach else "")
        self.reach.setVisible(bool(reach))
        for label in self.formulas:
            label.set_formula(Formula())


class NotesPanel(Card):
    """Numbers that not every function has, and what is to be known of the one in front."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, name="notes", parent=parent)
        self._name = ""
        self.notes = Paragraph("notes_text", self)
        self.rows = NumberRows("fact", tuple(FACTS), self)
        self.content.addWidget(self.rows)
        self.content.addWidget(self.notes)

    def show_part(self, part: ActivationPart) -> None:
        """The function in front."""
        self._name = part.name
        self.notes.setText(said(NOTES[part.name]))
        for name, fact in FACTS.items():
            self.rows.show_row(name, fact(part))
        self.rows.setVisible(any(fact(part) is not None for fact in FACTS.values()))

    def word(self) -> None:
        """All words anew."""
        titles = {
            "corner": self.tr("corner at x"),
            "jump": self.tr("jump of f there"),
            "kink": self.tr("jump of f′ there"),
            "alpha_gradient": self.tr("∂f/∂α at the probe"),
            "max_form": self.tr("max(αx, x) at the probe"),
            "from_relu": self.tr("largest difference from ReLU"),
        }
        for name, title in titles.items():
            self.rows.name(name, title)
        self.set_title(self.tr("Good to know"))

    def dress_all(self, theme: Theme) -> None:
        """Fonts of the theme."""
        self.rows.dress(theme)
