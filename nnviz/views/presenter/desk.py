"""Desk: what a lecturer has at hand: a stopwatch, and the way on and back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.presenter.keys import BACK, NEXT, REPLAY
from nnviz.views.presenter.stopwatch import Stopwatch, in_words

STEP, FREEZE = "step", "freeze"
COMMANDS = (BACK, REPLAY, STEP, FREEZE, NEXT)
TIME, BUTTON = 1.7, 1.1
"""Sizes of the writing."""


class Desk(QWidget):
    """Signals: wished(str), one of COMMANDS."""

    wished = Signal(str)

    def __init__(self, theme: Theme, watch: Stopwatch, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notes_desk")
        self._theme, self._watch = theme, watch
        self.time, self.start, self.reset = QLabel(self), QPushButton(self), QPushButton(self)
        self.buttons = {name: QPushButton(self) for name in COMMANDS}
        self._build()

    def tell(self) -> None:
        """The time so far."""
        self.time.setText(in_words(self._watch.seconds))
        self.start.setText(self.tr("Hold") if self._watch.running else self.tr("Start"))

    def show_frozen(self, on: bool) -> None:
        """Whether the audience sees a picture that stands still."""
        self.buttons[FREEZE].setChecked(on)

    def word(self) -> None:
        """In the language that is now in use."""
        words = {
            BACK: self.tr("Back"),
            REPLAY: self.tr("Replay"),
            STEP: self.tr("Step"),
            FREEZE: self.tr("Freeze"),
            NEXT: self.tr("Next"),
        }
        tips = {
            BACK: self.tr("The step before; without a lesson, one beat or iteration back (Page Up)"),
            REPLAY: self.tr("This step once more; without a lesson, play the passes (.)"),
            STEP: self.tr("One iteration of training"),
            FREEZE: self.tr("The audience sees the picture as it is now, until this is pressed again"),
            NEXT: self.tr("The next step; without a lesson, one beat or iteration on (Page Down)"),
        }
        for name, button in self.buttons.items():
            button.setText(words[name])
            button.setToolTip(tips[name])
        self.reset.setText(self.tr("Reset"))
        self.reset.setToolTip(self.tr("Count from zero"))
        self.start.setToolTip(self.tr("Let the stopwatch run, or hold it"))
        self.time.setAccessibleName(self.tr("Time so far"))
        self.tell()

    def dress(self) -> None:
        """Fonts."""
        self.time.setFont(self._theme.font(TIME, bold=True))
        for button in (self.start, self.reset, *self.buttons.values()):
            button.setFont(self._theme.font(BUTTON))

    def _build(self) -> None:
        self.time.setObjectName("notes_time")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self.time)
        for name, button in (("start", self.start), ("reset", self.reset)):
            button.setObjectName(f"notes_{name}")
            row.addWidget(button)
        row.addStretch(1)
        for name, button in self.buttons.items():
            button.setObjectName(f"notes_{name}")
            button.clicked.connect(lambda checked=False, name=name: self.wished.emit(name))
            row.addWidget(button, 1 if name == NEXT else 0)
        self.buttons[NEXT].setProperty("role", "primary")
        self.buttons[FREEZE].setProperty("role", "segment")
        self.buttons[FREEZE].setCheckable(True)
        self.start.clicked.connect(self._toggle)
        self.reset.clicked.connect(self._zero)

    def _toggle(self) -> None:
        if self._watch.running:
            self._watch.hold()
        else:
            self._watch.start()
        self.tell()

    def _zero(self) -> None:
        self._watch.reset()
        self.tell()
