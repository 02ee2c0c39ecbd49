"""ResultTable: the derivative by each input, found by forward mode and by reverse mode, and the passes it took."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from nnviz.session.labs.graph.lab import GraphLab
from nnviz.theme.theme import Theme
from nnviz.views.labs.graph.naming import breakable, labels_of
from nnviz.widgets.number_label import NumberLabel

MODES = ("forward", "reverse")


class ResultTable(QFrame):
    """A row for each input, and a last one with the passes. A dash where nothing is found yet."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("modes_results")
        self.setProperty("role", "card")
        self._theme = theme
        self._names: dict[str, QLabel] = {}
        self._numbers: dict[tuple[str, str], NumberLabel] = {}
        self._heads = {mode: QLabel(self) for mode in MODES}
        self.passes = {mode: QLabel(self) for mode in MODES}
        self._passes_name, self.title, self.verdict = QLabel(self), QLabel(self), QLabel(self)
        self._grid = QGridLayout()
        self._lay_out()

    def number(self, mode: str, variable: str) -> NumberLabel:
        """The derivative by a variable, found by a mode."""
        return self._numbers[mode, variable]

    def show_lab(self, lab: GraphLab) -> None:
        """What has been found, and in how many passes."""
        if list(self._names) != list(lab.graph.variables):
            self._set_variables(list(lab.graph.variables))
        output = labels_of(lab.graph)[lab.graph.output]
        modes = lab.modes
        for mode, found in (("forward", modes.found), ("reverse", modes.reverse_found)):
            for name, label in self._names.items():
                label.setText(breakable(f"∂{output}/∂{name}"))
                self._numbers[mode, name].set_title(f"{self._heads[mode].text()} ∂{output}/∂{name}")
                self._numbers[mode, name].set_value(found.get(name, float("nan")))
        self._show_passes("forward", modes.passes_made, modes.passes_needed)
        self._show_passes("reverse", modes.reverse_passes_made, modes.reverse_passes_needed)
        self.verdict.setText(self._verdict(modes.passes_needed))

    def dress(self) -> None:
        """Fonts of the theme."""
        self.title.setFont(self._theme.font(1.15, bold=True))
        for label in self.passes.values():
            label.setFont(self._theme.font(1.4, bold=True))
        for label in self._names.values():
            label.setFont(self._theme.font(1.1))
        for number in self._numbers.values():
            number.setFont(self._theme.font(1.2, bold=True))

    def word(self) -> None:
        """Texts in the language of the program."""
        self.title.setText(self.tr("Derivatives found"))
        self._heads["forward"].setText(self.tr("forward"))
        self._heads["reverse"].setText(self.tr("reverse"))
        self._passes_name.setText(self.tr("passes"))

    def _verdict(self, count: int) -> str:
        if count == 1:
            return self.tr("One input: both modes take one pass.")
        return self.tr(
            "{count} inputs: forward mode takes one pass for each, reverse mode one pass for all. A network has "
            "millions of inputs to its loss, its weights: that is why it is trained in reverse mode."
        ).format(count=count)

    def _show_passes(self, mode: str, made: int, needed: int) -> None:
        self.passes[mode].setText(self.tr("{made} of {needed}").format(made=made, needed=needed))
        self.passes[mode].setAccessibleName(f"{self._heads[mode].text()}: {self.passes[mode].text()}")

    def _set_variables(self, variables: list[str]) -> None:
        for old in (*self._names.values(), *self._numbers.values()):
            self._grid.removeWidget(old)
            old.setObjectName("")
            old.hide()
            old.deleteLater()
        self._names = {name: QLabel(self) for name in variables}
        self._numbers = {
            (mode, name): NumberLabel(f"modes_{mode}_{name}", self) for name in variables for mode in MODES
        }
        for row, (name, label) in enumerate(self._names.items(), 3):
            label.setWordWrap(True)
            self._grid.addWidget(label, row, 0)
            for column, mode in enumerate(MODES, 1):
                self._grid.addWidget(self._numbers[mode, name], row, column)
        for new in (*self._names.values(), *self._numbers.values()):
            new.show()
        self.dress()

    def _lay_out(self) -> None:
        self.title.setProperty("role", "title")
        self._passes_name.setProperty("role", "hint")
        self.verdict.setProperty("role", "hint")
        self.verdict.setWordWrap(True)
        self.verdict.setObjectName("modes_verdict")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(16)
        self._grid.addWidget(self._passes_name, 1, 0)
        for column, mode in enumerate(MODES, 1):
            self._heads[mode].setProperty("role", "hint")
            self.passes[mode].setObjectName(f"modes_{mode}_passes")
            self._grid.addWidget(self._heads[mode], 0, column, right)
            self._grid.addWidget(self.passes[mode], 1, column, right)
        self._grid.setRowMinimumHeight(2, 8)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 12)
        rows.setSpacing(10)
        rows.addWidget(self.title)
        rows.addLayout(self._grid)
        rows.addWidget(self.verdict)
