"""PlayingBar: plays a recording: play and hold, where it stands, cues and speed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from nnviz.session.playback import SPEEDS, Playback
from nnviz.session.session import Session
from nnviz.theme.icons import icon
from nnviz.theme.theme import Theme
from nnviz.views.replay.times import clock_time
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.worded import Worded

MARGINS = (12, 5, 12, 5)
CUES_WIDTH = 220
"""Pixels at the ordinary size of writing."""
PAGE_TICKS, STEP_TICKS = 600, 60
"""How far a page and a step of the slider lead."""


class PlayingBar(Worded, QWidget):
    """Signals: place_wished(int) a tick; close_wished()."""

    place_wished = Signal(int)
    close_wished = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("playing_bar")
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._playback: Playback | None = None
        self.play, self.close_button = QPushButton(self), QPushButton(self)
        self.track, self.time = QSlider(Qt.Orientation.Horizontal, self), QLabel(self)
        self.cues, self.speed = ChoiceField(self, compact=True), ChoiceField(self)
        self._build()
        self.play.clicked.connect(self._toggle)
        self.track.actionTriggered.connect(self._wish_place)
        self.track.sliderReleased.connect(self._wish_place)
        self.cues.value_changed.connect(lambda key: self.place_wished.emit(int(key)))
        self.speed.value_changed.connect(self._set_speed)
        self.close_button.clicked.connect(self.close_wished)
        session.clock.slow.connect(self._tell)
        theme.changed.connect(self._dress)
        self._word()
        self._dress()

    def show_playback(self, playback: Playback) -> None:
        """Control this one."""
        self._playback = playback
        with QSignalBlocker(self.track):
            self.track.setRange(0, playback.recording.ticks)
        self.speed.set_value(f"{playback.speed:g}")
        self._offer_cues()
        playback.changed.connect(self._tell)
        self._tell()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(*MARGINS)
        row.setSpacing(8)
        for name, stretch in (("play", 0), ("track", 1), ("time", 0), ("cues", 0), ("speed", 0), ("close_button", 0)):
            part: QWidget = getattr(self, name)
            part.setObjectName(f"playing_{name}")
            row.addWidget(part, stretch)
        self.track.setPageStep(PAGE_TICKS)
        self.track.setSingleStep(STEP_TICKS)
        self.track.setMinimumWidth(80)

    def _offer_cues(self) -> None:
        playback = self._playback
        if playback:
            named = [(str(cue.tick), f"{clock_time(cue.tick)}  {cue.name}") for cue in playback.cues]
            self.cues.set_choices(named)
            self.cues.set_value("")
            self.cues.setVisible(bool(named))

    def _tell(self) -> None:
        playback = self._playback
        if playback is None or not self.isVisible():
            return
        if not self.track.isSliderDown():
            with QSignalBlocker(self.track):
                self.track.setValue(playback.tick)
        self.time.setText(f"{clock_time(self.track.value())} / {clock_time(playback.recording.ticks)}")
        passed = [cue for cue in playback.cues if cue.tick <= playback.tick]
        self.cues.set_value(str(passed[-1].tick) if passed else "")
        name = self.tr("Hold") if playback.playing else self.tr("Play")
        if name != self.play.accessibleName():
            self.play.setAccessibleName(name)
            self.play.setToolTip(name)
            self._dress_play()
        self.play.setEnabled(not playback.over)

    def _toggle(self) -> None:
        if self._playback:
            self._playback.play(not self._playback.playing)

    def _set_speed(self, key: str) -> None:
        if self._playback:
            self._playback.set_speed(float(key))

    def _wish_place(self, action: int = 0) -> None:
        """While it is dragged, only the time is told: what lies between must be lived through."""
        if not self.track.isSliderDown():
            self.place_wished.emit(self.track.sliderPosition())

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Recording that is played"))
        for part, name in (
            (self.track, self.tr("Place in the recording")), (self.cues, self.tr("Cues of the recording")),
            (self.speed, self.tr("Speed of the recording")),
        ):  # fmt: skip
            part.setAccessibleName(name)
            part.setToolTip(name)
        # Before the first cue is passed.
        self.cues.setPlaceholderText(self.cues.toolTip())
        self.close_button.setText(self.tr("Close"))
        self.close_button.setToolTip(self.tr("End here, and go on by yourself"))
        self.speed.set_choices([(f"{speed:g}", self.tr("{factor} ×").format(factor=f"{speed:g}")) for speed in SPEEDS])
        self.play.setAccessibleName("")
        self._tell()

    def _dress(self) -> None:
        self._dress_play()
        for part in (self.time, self.cues, self.speed, self.close_button):
            part.setFont(self._theme.font())
        # Cues of many lengths would make the slider longer and shorter while it plays.
        self.cues.setFixedWidth(round(CUES_WIDTH * self._theme.scale))

    def _dress_play(self) -> None:
        playing = self._playback is not None and self._playback.playing
        self.play.setIcon(icon("pause" if playing else "train", self._theme.palette))
