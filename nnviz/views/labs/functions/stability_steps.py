"""StepsPanel: one way of computing softmax and LogSumExp, every intermediate number of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from PySide6.QtCore import Property, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnviz.session.labs.functions.stability import COUNTS, Steps, Values
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.widgets.marking import set_role
from nnviz.widgets.numerals import full, short
from nnviz.widgets.paragraph import Paragraph

DIGITS, LONG = 6, 14
"""Of the numbers on the way, and of LogSumExp, of which the first digits say little."""
RESULT = 10
COLUMNS: Mapping[str, Callable[[Steps], Values]] = {
    "x": lambda steps: steps.x,
    "exponent": lambda steps: steps.exponents,
    "power": lambda steps: steps.powers,
    "softmax": lambda steps: steps.softmax,
}
WRITTEN = {"x": DIGITS, "exponent": DIGITS, "power": DIGITS, "softmax": RESULT, "total": RESULT, "lse": LONG}


class ResultLabel(QLabel):
    """A floating-point number as the machine has it: inf and nan are written so, in the colour of warnings."""

    def __init__(self, name: str, digits: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._digits, self._value, self._title = digits, 0.0, ""
        self.setObjectName(name)
        self.setProperty("role", "")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.set_value(0.0)

    def get_value(self) -> float:
        """The number shown."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show another number."""
        self._value = float(value)
        finite = math.isfinite(value)
        self.setText(short(value, self._digits) if finite else full(value).replace("-", "−"))
        self.setToolTip(full(value))
        self.setAccessibleName(f"{self._title}: {full(value)}" if self._title else full(value))
        set_role(self, "" if finite else "warning")

    def set_title(self, title: str) -> None:
        """What the number is."""
        self._title = title
        self.set_value(self._value)

    value = Property(float, get_value, set_value)


class StepsPanel(Card):
    """A row for each number, then the sum and LogSumExp. The labels are called <name>_<column>_<row>, <name>_total and
    <name>_lse."""

    def __init__(self, theme: Theme, name: str, columns: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(theme, name=f"{name}_card", parent=parent, size=1.25)
        self._columns = columns
        self._heads = {column: QLabel(self) for column in columns}
        rows = range(COUNTS[1])
        self.cells = {
            column: [ResultLabel(f"{name}_{column}_{row}", WRITTEN[column], self) for row in rows] for column in columns
        }
        self.totals = {key: ResultLabel(f"{name}_{key}", WRITTEN[key], self) for key in ("total", "lse")}
        self._captions = {key: QLabel(self) for key in self.totals}
        self.why = Paragraph(f"{name}_why", self)
        self._lay_out()

    def show_steps(self, steps: Steps) -> None:
        """Every number of them."""
        for column in self._columns:
            values = COLUMNS[column](steps)
            for row, cell in enumerate(self.cells[column]):
                cell.setVisible(row < len(values))
                if row < len(values):
                    cell.set_value(float(values[row]))
        self.totals["total"].set_value(steps.total)
        self.totals["lse"].set_value(steps.lse)

    def say(self, text: str, warning: bool) -> None:
        """Why the numbers are what they are."""
        self.why.setText(text)
        set_role(self.why, "warning" if warning else "hint")

    def name(self, titles: Mapping[str, str]) -> None:
        """What columns, the sum and LogSumExp are called."""
        for column in self._columns:
            self._heads[column].setText(titles[column])
            for cell in self.cells[column]:
                cell.set_title(titles[column])
        for key, number in self.totals.items():
            self._captions[key].setText(titles[key])
            number.set_title(titles[key])

    def dress_all(self, theme: Theme, size: float) -> None:
        """Fonts of the theme; `size` of the numbers, in sizes of ordinary text."""
        for column, cells in self.cells.items():
            for cell in cells:
                cell.setFont(theme.font(size, bold=column == "softmax"))
        for label in (*self.totals.values(), *self._captions.values()):
            label.setFont(theme.font(size, bold=True))
        for head in self._heads.values():
            head.setFont(theme.font(max(1.0, 0.75 * size)))
        self.why.setFont(theme.font(max(1.0, 0.75 * size), numbers=False))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        for place, column in enumerate(self._columns):
            self._heads[column].setProperty("role", "hint")
            grid.addWidget(self._heads[column], 0, place, Qt.AlignmentFlag.AlignRight)
            grid.setColumnStretch(place, 1)
            for row, cell in enumerate(self.cells[column]):
                grid.addWidget(cell, row + 1, place)
        last, bottom = len(self._columns) - 1, COUNTS[1] + 1
        for row, key in enumerate(self.totals, start=bottom):
            self._captions[key].setProperty("role", "hint")
            grid.addWidget(self._captions[key], row, 0, 1, last)
            grid.addWidget(self.totals[key], row, last)
        self.content.addLayout(grid, 1)
        self.content.addWidget(self.why)
