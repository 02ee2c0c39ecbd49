"""HandWindow: the user draws their digits at the left; what the network made of them stands at the right."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nnviz.board.canvas import DigitCanvas
from nnviz.session.hand import Hand, Place, Stage
from nnviz.session.names import error_in_words
from nnviz.theme.theme import Theme
from nnviz.views.digits.tools import CanvasTools
from nnviz.views.hand.cells import DrawingCells
from nnviz.views.hand.results import Results
from nnviz.views.hand.words import TeachingWords
from nnviz.views.network.difference.change import ChangeView
from nnviz.widgets.message_label import MessageLabel
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.screen_room import on_screen
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session

SIZE = QSize(1160, 740)
LEFT = 390
"""Width of the part to draw in at ordinary text size; larger writing leaves some of its growth to the numbers."""
STEPS = 1000
LOWEST = 210
"""Height that the picture of the network needs."""
MARGIN = 12
BUTTONS = ("next", "teach", "cancel", "revert", "keep", "save")


class HandWindow(Worded, QWidget):
    """A window of its own, so that the main window can go on and try the new weights. Closing it breaks a lesson off.

    canvas, cells, results, change   its parts
    Signals: save_requested().
    """

    save_requested = Signal()

    def __init__(self, hand: Hand, session: Session, theme: Theme) -> None:
        super().__init__()
        self._hand, self._theme = hand, theme
        self._words = TeachingWords(self)
        self.setObjectName("hand_window")
        self.prompt, self.state = QLabel(self), Paragraph("hand_state", self)
        self.canvas, self.tools = DigitCanvas(session.clock, theme, self), CanvasTools(theme, self)
        self.cells = DrawingCells(hand, theme, self._words, self)
        self.results = Results(hand, theme, self._words, self)
        self.change = ChangeView(session, theme)
        self.rehearse = QCheckBox(self)
        self.buttons = {name: QPushButton(self) for name in BUTTONS}
        self.bar, self.problem = QProgressBar(self), MessageLabel(self)
        self._dirty = True
        self._set_up()
        self._lay_out()
        self._connect(session)
        self._name()
        self._dress()
        self._open_place()
        self._renew()
        self.resize(on_screen(self.sizeHint(), self))

    # building

    def _set_up(self) -> None:
        self.prompt.setProperty("role", "title")
        self.prompt.setObjectName("hand_prompt")
        self.problem.setObjectName("hand_problem")
        self.rehearse.setObjectName("hand_rehearse")
        self.rehearse.setChecked(self._hand.rehearse)
        for name, button in self.buttons.items():
            button.setObjectName(f"hand_{name}")
        self.buttons["teach"].setProperty("role", "primary")
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.canvas.setMinimumHeight(200)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 6, 6)
        row.setSpacing(6)
        self._left, right = _surface(self), _surface(self)
        row.addWidget(self._left)
        row.addWidget(right, 1)
        head = QHBoxLayout()
        head.addWidget(self.prompt, 1)
        head.addWidget(self.buttons["next"])
        _column(self._left, head, (self.canvas, 1), self.tools, self.cells)
        lesson = QHBoxLayout()
        lesson.addWidget(self.buttons["teach"])
        lesson.addWidget(self.buttons["cancel"])
        lesson.addWidget(self.rehearse)
        lesson.addStretch(1)
        for name in ("revert", "keep", "save"):
            lesson.addWidget(self.buttons[name])
        _column(right, (self._pictures(), 1), self.problem, self.state, self.bar, lesson)

    def _pictures(self) -> QScrollArea:
        """What came of it; where the window is low it scrolls, rather than that units stand in their captions."""
        pictures, scroll = QWidget(self), QScrollArea(self)
        column = QVBoxLayout(pictures)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.results)
        column.addWidget(self.change, 1)
        self.change.setMinimumHeight(LOWEST)
        # Else it would scroll as soon as the picture is not as high as it would like to be.
        self.change.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        scroll.setObjectName("hand_pictures")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(pictures)
        for part in (pictures, scroll.viewport()):
            part.setAutoFillBackground(False)
        return scroll

    def _connect(self, session: Session) -> None:
        hand = self._hand
        hand.changed.connect(self._on_changed)
        hand.progressed.connect(self._on_progress)
        hand.failed.connect(self._on_failed)
        session.clock.frame.connect(self._on_frame)
        self._theme.changed.connect(self._dress)
        self.canvas.strokes_changed.connect(hand.draw)
        self.cells.chosen.connect(self._on_chosen)
        self.tools.undo.clicked.connect(self.canvas.undo)
        self.tools.clear.clicked.connect(self.canvas.clear)
        self.tools.eraser.toggled.connect(self.canvas.set_eraser)
        self.rehearse.toggled.connect(hand.set_rehearse)
        wishes: dict[str, Callable[[], None]] = {
            "next": self._on_next, "teach": self._on_teach, "cancel": hand.cancel, "revert": self._on_revert,
            "keep": hand.keep, "save": self.save_requested.emit,
        }  # fmt: skip
        for name, wish in wishes.items():
            self.buttons[name].clicked.connect(wish)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Teach it your hand"))
        self.setAccessibleName(self.tr("Teach it your hand"))
        self.rehearse.setText(self.tr("rehearse what it knows"))
        self.rehearse.setToolTip(
            self.tr("Three of four examples are digits it knew before; without them it forgets more of what it knew")
        )
        texts = {
            "next": (self.tr("Next"), self.tr("To the next digit that is not drawn yet")),
            "teach": (self.tr("Teach it"), self.tr("Fine-tune the network on your drawings; they stay in memory only")),
            "cancel": (self.tr("Cancel"), self.tr("Break off; the network stays as it is")),
            "revert": (self.tr("Take it back"), self.tr("The weights as they were before, to the last bit")),
            "keep": (self.tr("Keep it"), self.tr("Stay with the new weights")),
            "save": (self.tr("Save…"), self.tr("Save the network as it is now in a file")),
        }
        for name, (text, tip) in texts.items():
            self.buttons[name].setText(text)
            self.buttons[name].setToolTip(tip)

    def _dress(self, _: object = None) -> None:
        self.prompt.setFont(self._theme.font(1.5, bold=True))
        self._left.setFixedWidth(round(LEFT * math.sqrt(self._theme.scale)))

    # what has changed

    def _on_changed(self, _: Hand) -> None:
        # A pen moves as often as the screen is drawn; once a frame is enough.
        self._dirty = True

    def _on_frame(self) -> None:
        if self._dirty and self.isVisible():
            self._renew()

    def _renew(self) -> None:
        self._dirty = False
        hand, words = self._hand, self._words
        self.prompt.setText(words.prompt(hand.place))
        self.canvas.setAccessibleDescription(self.prompt.text())
        self.state.setText(words.state(hand))
        self.cells.renew()
        self.results.renew()
        learnt = hand.learnt
        if learnt is None:
            self.change.show_change(None)
        elif self.change.difference is None or self.change.difference.b is not learnt.after:
            self.change.show_change((learnt.task.before, learnt.after))
        self._enable(hand.stage)

    def _enable(self, stage: Stage) -> None:
        learning, deciding = stage is Stage.LEARNING, stage is Stage.DECIDING
        self.canvas.setEnabled(not learning)
        self.tools.setEnabled(not learning)
        self.rehearse.setEnabled(not learning)
        able = {
            "next": not learning,
            "teach": not learning and not self._hand.missing,
            "revert": deciding,
            "keep": deciding,
            "save": not learning and self._hand.learnt is not None,
        }
        for name, on in able.items():
            self.buttons[name].setEnabled(on)
        self.bar.setVisible(learning)
        self.buttons["teach"].setVisible(not learning)
        self.buttons["cancel"].setVisible(learning)
        if not learning:
            self.bar.setValue(0)

    def _on_progress(self, share: float) -> None:
        self.bar.setValue(round(share * STEPS))

    def _on_failed(self, error: Exception) -> None:
        self.problem.show_text(error_in_words(error))

    # what the user does

    def _on_chosen(self, place: Place) -> None:
        self._hand.choose(place)
        self._open_place()

    def _on_next(self) -> None:
        self._hand.go_on()
        self._open_place()

    def _open_place(self) -> None:
        drawn = self._hand.drawings.get(self._hand.place)
        self.canvas.open_sheet(drawn.strokes if drawn else ())

    def _on_teach(self) -> None:
        self._try(self._hand.teach)

    def _on_revert(self) -> None:
        self._try(self._hand.revert)

    def _try(self, wish: Callable[[], None]) -> None:
        self.problem.show_text("")
        try:
            wish()
        except (ValueError, OSError) as error:
            self._on_failed(error)

    # Qt

    def sizeHint(self) -> QSize:
        return SIZE * self._theme.scale

    def _word(self) -> None:
        self._name()
        self._dirty = True

    def closeEvent(self, event: QCloseEvent) -> None:
        self._hand.cancel()
        super().closeEvent(event)


def _surface(parent: QWidget) -> QFrame:
    frame = QFrame(parent)
    frame.setProperty("role", "surface")
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return frame


def _column(frame: QFrame, *parts: QWidget | QHBoxLayout | tuple[QWidget, int]) -> None:
    """Parts below each other; one with a number takes the height that is left."""
    column = QVBoxLayout(frame)
    column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    column.setSpacing(8)
    for part in parts:
        if isinstance(part, QHBoxLayout):
            column.addLayout(part)
        elif isinstance(part, tuple):
            column.addWidget(*part)
        else:
            column.addWidget(part)
