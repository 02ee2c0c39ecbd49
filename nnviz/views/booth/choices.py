"""Choices: the large buttons below the network; which there are depends on where the visitor is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.session.booth.visit import ANSWER, ATTRACT, DRAWING, EXPLAIN, NO_DIGIT, WHICH, VisitState
from nnviz.theme.theme import Theme
from nnviz.views.booth.button import LARGE, LETTERS, TouchButton
from nnviz.views.booth.sign import CENTRE, Sign
from nnviz.widgets.worded import Worded

GAP = 0.09
"""Between two buttons, in heights of the row."""
KEYS = (*(f"digit_{digit}" for digit in range(NO_DIGIT)), "no_digit", "back")
ROWS: dict[str, tuple[tuple[str, ...], ...]] = {
    ATTRACT: (("invitation",),),
    DRAWING: (("again",),),
    ANSWER: (("right", "fooled"),),
    WHICH: (KEYS[:6], KEYS[6:]),
    EXPLAIN: (("next",),),
}
"""The buttons of each phase, row by row; all of a row are equally wide."""
ROLES = {"right": "success", "fooled": "warning", "next": "accent"}


class Choices(Worded, QWidget):
    """Signals: right(), fooled(), meant(int) with a digit or NO_DIGIT, back(), again(), next()."""

    right = Signal()
    fooled = Signal()
    meant = Signal(int)
    back = Signal()
    again = Signal()
    next = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("booth_choices")
        self._rows: tuple[tuple[str, ...], ...] = ()
        names = (*KEYS, "again", "right", "fooled", "next")
        self.buttons = {name: self._button(name, theme) for name in names}
        self.invitation = Sign("booth_invitation", theme, self, lines=2, align=CENTRE)
        self._parts: dict[str, QWidget] = {**self.buttons, "invitation": self.invitation}
        for name in ("right", "fooled", "back", "again", "next"):
            self.buttons[name].clicked.connect(getattr(self, f"_on_{name}"))
        for name in KEYS[:-1]:
            self.buttons[name].clicked.connect(self._on_meant)
        self._word()
        self.show_state(VisitState())

    def _button(self, name: str, theme: Theme) -> TouchButton:
        letters = LARGE if name in KEYS else LETTERS
        return TouchButton(f"booth_{name}", theme, self, ROLES.get(name, "raised"), letters)

    def show_state(self, state: VisitState) -> None:
        """The buttons of this phase; starting over needs something that was drawn."""
        rows = ROWS[state.phase] if state.drawn or state.phase != DRAWING else ROWS[ATTRACT]
        if rows != self._rows:
            self._rows = rows
            self._arrange()

    def _arrange(self) -> None:
        shown = {name for row in self._rows for name in row}
        for name, part in self._parts.items():
            part.setVisible(name in shown)
        gap = round(GAP * self.height())
        high = (self.height() - gap * (len(self._rows) - 1)) // max(1, len(self._rows))
        for number, row in enumerate(self._rows):
            wide = (self.width() - gap * (len(row) - 1)) / len(row)
            for place, name in enumerate(row):
                left = round(place * (wide + gap))
                self._parts[name].setGeometry(left, number * (high + gap), round(wide), high)

    def _on_right(self) -> None:
        self.right.emit()

    def _on_fooled(self) -> None:
        self.fooled.emit()

    def _on_back(self) -> None:
        self.back.emit()

    def _on_again(self) -> None:
        self.again.emit()

    def _on_next(self) -> None:
        self.next.emit()

    def _on_meant(self) -> None:
        self.meant.emit(KEYS.index(self.sender().objectName().removeprefix("booth_")))

    def _word(self) -> None:
        texts = {
            "right": self.tr("Right!"),
            "fooled": self.tr("Fooled it!"),
            "no_digit": self.tr("None"),
            "back": self.tr("Back"),
            "again": self.tr("Start over"),
            "next": self.tr("Draw another"),
        }
        for digit in range(NO_DIGIT):
            self.buttons[f"digit_{digit}"].write(str(digit))
        for name, text in texts.items():
            self.buttons[name].write(text)
        self.invitation.say(self.tr("Touch the sheet and draw.\nThe network guesses while you do."))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons as large as there is room."""
        super().resizeEvent(event)
        self._arrange()
