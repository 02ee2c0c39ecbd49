"""Player: the strip while an iteration is on the stage: transport, caption over the slider, options, close."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from nnviz.session.intents import ClosePasses, StepPasses
from nnviz.session.moment import Moment
from nnviz.session.passes import PassesState
from nnviz.session.script import Beat
from nnviz.theme.theme import Theme
from nnviz.views.passes.buttons import PassesButton
from nnviz.views.passes.line import CaptionLine
from nnviz.views.passes.options import PassesOptions
from nnviz.views.passes.track import EDGE, PassesTrack
from nnviz.views.passes.words import PassesWords
from nnviz.widgets.glyph_button import GlyphButton
from nnviz.widgets.keys import native

GAP = 8
TRACK = 360
"""Pixels the slider wants beside the options, at ordinary writing; with less they go to a second row."""


class Player(QWidget):
    """Shows the state and the moment it is told.

    Signals: wished(Intent) by a button or a field; play_toggled(); batch_requested() for another mini-batch.
    """

    wished = Signal(object)
    play_toggled = Signal()
    batch_requested = Signal()

    def __init__(self, theme: Theme, words: PassesWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._script: tuple[Beat, ...] = ()
        self._two_rows = False
        self.back = PassesButton("beat_back", theme, self)
        self.play = PassesButton("train", theme, self, primary=True)
        self.forward = PassesButton("beat", theme, self)
        self.again = PassesButton("batch", theme, self)
        self.caption = CaptionLine(theme, self)
        self.track = PassesTrack(theme, self)
        self.options = PassesOptions(words, self)
        self.close_button = GlyphButton("cross", self)
        self._build()
        self._connect()
        self.word()

    @property
    def two_rows(self) -> bool:
        """True where the options stand below the slider."""
        return self._two_rows

    def show_state(self, state: PassesState, script: tuple[Beat, ...], classes: tuple[str, ...]) -> None:
        """Everything but the position."""
        if script != self._script:
            self._script = script
            self.track.set_script(script, self._words.chapter)
        self.play.show_picture("pause" if state.playing else "train")
        self._name_play(state.playing)
        self.again.setVisible(state.subject == "batch")
        self.options.show_state(state, classes)
        # Otherwise the strip would be arranged for, and drawn once with, the old widths.
        for layout in self.options.findChildren(QLayout):
            layout.activate()
        self._arrange()
        self._grid.activate()

    def show_moment(self, moment: Moment, classes: tuple[str, ...]) -> None:
        """Where it stands, in words and on the slider."""
        self.track.show_position(moment.position)
        self.caption.show_caption(self._words.caption(moment, classes))

    def word(self) -> None:
        """Words in the language of the program."""
        self._script = ()
        self.back.name(self.tr("Previous step"), self.tr("To the beginning of this step, or one step back (←)"))
        self.forward.name(self.tr("Next step"), self.tr("One step forward (→)"))
        self.again.name(self.tr("Next mini-batch"), self.tr("Make another iteration on the next mini-batch"))
        self.track.setAccessibleName(self.tr("Position in the iteration"))
        self.track.setToolTip(self.tr("Press or drag to go to any moment; ← and → go step by step"))
        self.close_button.setAccessibleName(self.tr("Close the passes"))
        self.close_button.setToolTip(self.tr("Back to the network as it is ({keys})").format(keys=native("Esc")))
        self.options.word()

    def _name_play(self, playing: bool) -> None:
        text = self.tr("Pause the passes") if playing else self.tr("Play the passes")
        self.play.name(text, self.tr("{action} ({keys})").format(action=text, keys=native("Space")))

    def _build(self) -> None:
        parts = {
            "back": self.back, "play": self.play, "forward": self.forward, "next_batch": self.again,
            "caption": self.caption, "track": self.track, "close": self.close_button,
        }  # fmt: skip
        for name, part in parts.items():
            part.setObjectName(f"passes_{name}")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addLayout(self._transport(), 0, 0)
        self._grid.addLayout(self._middle(), 0, 1)
        self._grid.addWidget(self.options, 0, 2)
        self._grid.addWidget(self.close_button, 0, 3)

    def _transport(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.back, self.play, self.forward, self.again):
            button.spell(False)
            row.addWidget(button)
        return row

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(1)
        # Words and chapters begin on one line.
        words = QHBoxLayout()
        words.setContentsMargins(round(EDGE) + 1, 0, 0, 0)
        words.addWidget(self.caption)
        column.addLayout(words)
        column.addWidget(self.track)
        return column

    def _connect(self) -> None:
        self.play.clicked.connect(self._on_play)
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        self.again.clicked.connect(self._on_again)
        self.close_button.clicked.connect(self._on_close)
        self.options.wished.connect(self.wished)
        self.options.refused.connect(self.caption.warn)

    def _on_play(self) -> None:
        self.play_toggled.emit()

    def _on_back(self) -> None:
        self.wished.emit(StepPasses(-1))

    def _on_forward(self) -> None:
        self.wished.emit(StepPasses(1))

    def _on_again(self) -> None:
        self.batch_requested.emit()

    def _on_close(self) -> None:
        self.wished.emit(ClosePasses())

    def _arrange(self) -> None:
        """The options beside the slider where that leaves it enough room, else below."""
        two_rows = self.width() < self._one_row_width()
        if two_rows != self._two_rows:
            self._two_rows = two_rows
            self._grid.removeWidget(self.options)
            if two_rows:
                self._grid.addWidget(self.options, 1, 0, 1, 4, Qt.AlignmentFlag.AlignLeft)
            else:
                self._grid.addWidget(self.options, 0, 2)
            self.updateGeometry()

    def _one_row_width(self) -> int:
        track = max(self.track.minimumSizeHint().width(), round(TRACK * self._theme.scale))
        return self._fixed_width() + track + self.options.sizeHint().width() + GAP

    def _fixed_width(self) -> int:
        """Transport, close and the gaps."""
        item = self._grid.itemAtPosition(0, 0)
        transport = item.sizeHint().width() if item else 0
        return transport + self.close_button.width() + 2 * GAP

    # Qt

    def minimumSizeHint(self) -> QSize:
        """As narrow as two rows allow, so that one row never keeps the window wide."""
        below = self.options.minimumSizeHint().width()
        beside = self._fixed_width() + self.track.minimumSizeHint().width()
        return QSize(max(below, beside), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """A part wants another width."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row or two."""
        super().resizeEvent(event)
        self._arrange()
