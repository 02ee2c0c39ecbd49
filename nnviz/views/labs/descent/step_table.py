"""StepTable: the newest step of one optimizer, term by term: formula, and the numbers for x and y."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnviz.session.labs.descent.racer import Step
from nnviz.session.labs.descent.terms import terms_of
from nnviz.theme.theme import Theme
from nnviz.views.labs.descent.filled import filled_in
from nnviz.views.labs.descent.words import DescentWords
from nnviz.widgets.formula import Formula, FormulaLabel, Tex
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.typesetter import Typesetter

Values = NDArray[np.float64]
DIVIDED = r"\Delta = -\eta\,\frac{g}{\sqrt{h'} + \varepsilon}"
FORMULAS: dict[tuple[str, str], str] = {
    ("", "w"): "w",
    ("", "g"): r"g = \nabla f(w)",
    ("noisy", "g"): r"g = \nabla f(w) + \sigma\,\xi",
    ("", "new_w"): r"w' = w + \Delta",
    ("momentum", "new_w"): "w' = w + v'",
    ("sgd", "change"): r"\Delta = -\eta\,g",
    ("nesterov", "change"): r"\Delta = \alpha\,v' - \eta\,g",
    ("adagrad", "change"): DIVIDED,
    ("rmsprop", "change"): DIVIDED,
    ("adam", "change"): r"\Delta = -\eta\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon}",
    ("momentum", "new_v"): r"v' = \alpha\,v - \eta\,g",
    ("nesterov", "new_v"): r"v' = \alpha\,v - \eta\,g",
    ("adagrad", "new_h"): "h' = h + g^2",
    ("rmsprop", "new_h"): r"h' = \rho\,h + (1 - \rho)\,g^2",
    ("adam", "new_m"): r"m' = \beta_1 m + (1 - \beta_1)\,g",
    ("adam", "new_v"): r"v' = \beta_2 v + (1 - \beta_2)\,g^2",
    ("adam", "corrected_m"): r"\hat m = \frac{m'}{1 - \beta_1^{\,t}}",
    ("adam", "corrected_v"): r"\hat v = \frac{v'}{1 - \beta_2^{\,t}}",
}
"""By optimizer ("": all others) and term; the prime marks what is new."""
ORDER = ("w", "g", "new_m", "new_v", "new_h", "corrected_m", "corrected_v", "change", "new_w")
AXES = ("x", "y")
WIDEST = "−8.888×10⁻⁸⁸"
SIZE, FORMULA_SIZE, FILLED_SIZE = 0.86, 0.88, 0.78
"""Of numbers, formulas, and formulas with numbers, as multiples of ordinary text."""


class StepTable(QWidget):
    """One row a term; numbers are called descent_<term>_<axis>. Nothing is typeset before there is a step.

    roomy   below each formula it stands once more for x and for y, with the numbers put in
    """

    def __init__(
        self, theme: Theme, words: DescentWords, typesetter: Typesetter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._typesetter = theme, words, typesetter
        self.roomy = False
        self.numbers: dict[str, tuple[NumberLabel, NumberLabel]] = {}
        self.filled: dict[str, tuple[FormulaLabel, FormulaLabel]] = {}
        self.formulas: dict[str, FormulaLabel] = {}
        self._heads = [QLabel(self) for _ in AXES]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(0, 1)
        for column, (head, axis) in enumerate(zip(self._heads, AXES, strict=True), start=1):
            head.setText(axis)
            head.setProperty("role", "hint")
            head.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(head, 0, column)
        self.hide()

    def show_step(self, step: Step | None, noisy: bool) -> None:
        """Its terms; None: nothing yet."""
        self.setVisible(step is not None)
        if step is None:
            return
        terms = terms_of(step)
        for name in terms:
            self._row(name)
        for name in self.formulas:
            here = name in terms
            for widget in (self.formulas[name], *self.numbers[name]):
                widget.setVisible(here)
            for label in self.filled[name]:
                label.setVisible(False)
            if here:
                self._show_term(step, name, terms[name], noisy)

    def _show_term(self, step: Step, name: str, values: Values, noisy: bool) -> None:
        kind = "noisy" if noisy and name == "g" else step.experiment.optimizer
        latex = FORMULAS.get((kind, name)) or FORMULAS["", name]
        self.formulas[name].set_formula(Formula(((Tex(latex, self._words.term(name)),),)))
        for axis in range(len(AXES)):
            self.numbers[name][axis].set_value(float(values[axis]))
            words = filled_in(step, name, axis) if self.roomy else ()
            self.filled[name][axis].setVisible(bool(words))
            if words:
                self.filled[name][axis].set_formula(Formula(((f"{AXES[axis]}:",), *words)))

    def word(self) -> None:
        """Names for screen readers."""
        for name, numbers in self.numbers.items():
            for number, axis in zip(numbers, AXES, strict=True):
                number.set_title(f"{self._words.term(name)}, {axis}")

    def dress(self) -> None:
        """Fonts of the theme."""
        for name, numbers in self.numbers.items():
            self.formulas[name].setFont(self._theme.font(FORMULA_SIZE))
            for label in self.filled[name]:
                label.setFont(self._theme.font(FILLED_SIZE))
            for number in numbers:
                number.setFont(self._theme.font(SIZE, bold=True))

    def _row(self, name: str) -> None:
        """The row of a term, made when it is needed for the first time."""
        if name in self.numbers:
            return
        row = 1 + 3 * ORDER.index(name)
        self.formulas[name] = FormulaLabel(self._typesetter, self)
        self._grid.addWidget(self.formulas[name], row, 0, Qt.AlignmentFlag.AlignVCenter)
        x, y = (NumberLabel(f"descent_{name}_{axis}", self, widest=WIDEST) for axis in AXES)
        self.numbers[name] = x, y
        self._grid.addWidget(x, row, 1)
        self._grid.addWidget(y, row, 2)
        self.filled[name] = FormulaLabel(self._typesetter, self, "muted"), FormulaLabel(self._typesetter, self, "muted")
        for below, label in enumerate(self.filled[name], start=1):
            self._grid.addWidget(label, row + below, 0, 1, 3)
        self.word()
        self.dress()
