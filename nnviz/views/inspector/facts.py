"""FactRows: numbers below each other, each with its symbol and its name."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from nnviz.views.inspector.story import symbolic
from nnviz.views.inspector.words import InspectorWords
from nnviz.widgets.drag_field import DragField
from nnviz.widgets.formula import FormulaLabel
from nnviz.widgets.limits import Limits
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.typesetter import Typesetter

SYMBOLS = {
    "z": "z", "a": "a", "slope": "f'(z)", "upstream": r"\partial L/\partial a", "delta": r"\delta",
    "db": r"\partial L/\partial b", "bias": "b", "new_bias": "b'", "w": "w", "input": "a_i",
    "dW": r"\partial L/\partial w", "penalty": r"\lambda w", "g": "g", "new_w": "w'", "learning_rate": r"\eta",
    "loss": "L", "target": "t", "dW_norm": r"\lVert dW \rVert", "dW_low": r"\min", "dW_high": r"\max",
    "mean": r"\mu", "variance": r"\sigma^2", "normalised": r"\hat x", "gamma": r"\gamma", "beta": r"\beta", "n": "n",
    "skip": r"a_{\ell-1}", "dn": r"\partial L/\partial n", "dgamma": r"\partial L/\partial\gamma",
    "dbeta": r"\partial L/\partial\beta", "upstream_f": r"\partial L/\partial f", "slope_n": "f'(n)",
    "y": "y = a", "alpha": r"\alpha_j",
    "dalpha": r"\partial L/\partial\alpha_j", "m": "m", "v": "v", "h": "h", "new_m": "m'", "new_v": "v'", "new_h": "h'",
}  # fmt: skip
"""Numbers of the inspector, as they are written in its formulas, in the program's own notation."""
WEIGHTS = Limits(-1e30, 1e30)
"""Single precision holds them, and their squares do not matter: what runs away is stopped by the trainer."""
LEAST_LINES, FIELD_LINES = 1.6, 5.6
"""Widths, in heights of a line."""


class FactRows(QWidget):
    """One row for each key: symbol, name, number. A number's widget is called inspector_<key>."""

    def __init__(
        self,
        keys: tuple[str, ...],
        typesetter: Typesetter,
        words: InspectorWords,
        parent: QWidget | None = None,
        editable: str = "",
    ) -> None:
        """`editable` is the key whose number is a field."""
        self.numbers: dict[str, NumberLabel | DragField] = {}
        self._symbols: dict[str, FormulaLabel] = {}
        self._names: dict[str, QLabel] = {}
        super().__init__(parent)
        self._typesetter, self._words = typesetter, words
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        for row, key in enumerate(keys):
            self._add(row, key, key == editable)

    def show_values(self, values: Mapping[str, float]) -> None:
        """Show numbers; the rest stays as it is."""
        for key, value in values.items():
            self.numbers[key].set_value(value)

    def show_only(self, keys: set[str]) -> None:
        """Hide all other rows, whose numbers are undefined then."""
        for key, number in self.numbers.items():
            for widget in (number, self._symbols[key], self._names[key]):
                widget.setVisible(key in keys)
            if key not in keys:
                number.set_value(math.nan)

    def name(self, key: str, title: str, symbol: str = "") -> None:
        """What a number is called; `symbol`: the key of another symbol than its own."""
        self._names[key].setText(title)
        self.mark(key, self._words.notation.latex(SYMBOLS[symbol or key]))
        number = self.numbers[key]
        if isinstance(number, NumberLabel):
            number.set_title(title)
        else:
            number.setAccessibleName(title)
        self._measure()

    def mark(self, key: str, latex: str) -> None:
        """The symbol of a number, where it is not that of all of its kind."""
        self._symbols[key].set_formula(symbolic(latex, self._names[key].text()))
        self._measure()

    def field(self) -> DragField:
        """The number that can be changed."""
        return next(number for number in self.numbers.values() if isinstance(number, DragField))

    def changeEvent(self, event: QEvent) -> None:
        """Another size of writing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        line = self.fontMetrics().height()
        widest = max(symbol.natural_width() for symbol in self._symbols.values())
        for key, number in self.numbers.items():
            self._symbols[key].setFixedWidth(round(max(widest, LEAST_LINES * line)) + 2)
            if isinstance(number, DragField):
                number.setFixedWidth(round(FIELD_LINES * line))

    def _add(self, row: int, key: str, editable: bool) -> None:
        symbol, name = FormulaLabel(self._typesetter, self), QLabel(self)
        symbol.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        name.setProperty("role", "hint")
        name.setWordWrap(True)
        name.setMinimumWidth(1)
        number = DragField(f"inspector_{key}", WEIGHTS, self) if editable else NumberLabel(f"inspector_{key}", self)
        self.numbers[key], self._symbols[key], self._names[key] = number, symbol, name
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(symbol, row, 0, middle)
        # A field is wider than a number, and only its own name makes room for that.
        self._grid.addWidget(name, row, 1, 1, 1 if editable else 2, middle)
        self._grid.addWidget(
            number, row, 2 if editable else 3, 1, 2 if editable else 1, middle | Qt.AlignmentFlag.AlignRight
        )
