"""Part: a section of the inspector, with a bar at its side while the animation is there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from nnviz.theme.painting import painting
from nnviz.widgets.formula import Formula, FormulaLabel
from nnviz.widgets.section import Section
from nnviz.widgets.typesetter import Typesetter

BAR = 3.0
ABOVE = 6
"""Over a formula in symbols, which begins something new."""


class Part(Section):
    """A foldable section. `is_active`: the phase that is being played belongs to it."""

    def __init__(self, name: str, typesetter: Typesetter, parent: QWidget | None = None) -> None:
        super().__init__(f"inspector_{name}_part", parent)
        self._typesetter = typesetter
        self._active = False
        self.content.setSpacing(4)

    @property
    def is_active(self) -> bool:
        """True while the animation is in this part."""
        return self._active

    def set_active(self, active: bool) -> None:
        """Set the part off, or no more."""
        if active != self._active:
            self._active = active
            self.update()

    def add_formula(self, role: str = "text") -> FormulaLabel:
        """A new formula below what is there."""
        label = FormulaLabel(self._typesetter, self.body, role, ABOVE if role == "text" else 0)
        self.content.addWidget(label)
        return label

    def add_note(self) -> QLabel:
        """A new remark below what is there, hidden while it is empty."""
        label = QLabel(self.body)
        label.setProperty("role", "hint")
        label.setWordWrap(True)
        label.hide()
        self.content.addWidget(label)
        return label

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        if not self._active:
            return
        with painting(self, antialias=True) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(QRectF(0, 4, BAR, self.height() - 8), BAR / 2, BAR / 2)


def show_note(label: QLabel, text: str) -> None:
    """A remark, or none."""
    label.setText(text)
    label.setVisible(bool(text))


def show_formula(label: FormulaLabel, formula: Formula | None) -> None:
    """A formula, or none."""
    label.setVisible(formula is not None)
    if formula is not None:
        label.set_formula(formula)
