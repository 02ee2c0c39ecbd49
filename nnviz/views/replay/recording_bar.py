"""RecordingBar: that everything is being recorded, for how long, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from nnviz.session.metronome import TICK
from nnviz.session.recorder import Recorder
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.replay.times import clock_time
from nnviz.widgets.worded import Worded

MARGINS = (12, 5, 12, 5)
RED = 7
"""Colour of a class that is red in every palette."""


class RecordingBar(Worded, QWidget):
    """Signals: cue_wished(), stop_wished()."""

    cue_wished = Signal()
    stop_wished = Signal()

    def __init__(self, session: Session, recorder: Recorder, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recording_bar")
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._recorder, self._theme = recorder, theme
        self.sign, self.text = QLabel("●", self), QLabel(self)
        self.cue, self.stop = QPushButton(self), QPushButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(*MARGINS)
        row.setSpacing(8)
        for name in ("sign", "text", "cue", "stop"):
            part: QWidget = getattr(self, name)
            part.setObjectName(f"recording_{name}")
            row.addWidget(part, int(name == "text"))
        self.cue.clicked.connect(self.cue_wished)
        self.stop.clicked.connect(self.stop_wished)
        session.clock.text.connect(self._tell)
        recorder.changed.connect(self._tell)
        theme.changed.connect(self._dress)
        self._word()
        self._dress()

    def _tell(self) -> None:
        if not (self._recorder.on and self.isVisible()):
            return
        time, count = clock_time(round(self._recorder.seconds / TICK)), len(self._recorder.cues)
        text = self.tr("Recording · {time} · cues: {count}").format(time=time, count=count)
        if text != self.text.text():
            self.text.setText(text)

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Recording"))
        self.cue.setText(self.tr("Set a cue"))
        self.cue.setToolTip(self.tr("Mark this place, to go to it when the recording is played (Ctrl+K)"))
        self.stop.setText(self.tr("Stop recording"))
        self.stop.setToolTip(self.tr("End the recording and save it (Ctrl+Shift+R)"))
        self.text.setText("")
        self._tell()

    def _dress(self) -> None:
        self.sign.setStyleSheet(f"color: {self._theme.palette.classes[RED]}; background: transparent;")
        for part in (self.sign, self.text, self.cue, self.stop):
            part.setFont(self._theme.font())

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell()
