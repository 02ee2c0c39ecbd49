"""Player: a script of beats to be stepped, played and scrubbed. It knows no intents: the section tells it which."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSlider, QWidget

from nnviz.session.labs.graph.playhead import SPEEDS, Playhead
from nnviz.theme.theme import Theme
from nnviz.views.labs.graph.moment import STILL
from nnviz.views.labs.graph.transport import TransportButton
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.keys import native
from nnviz.widgets.wheel_guard import WheelGuard

FINE = 100
"""Values of the slider to a beat."""
BUTTONS = ("start", "back", "play", "forward", "end")


class Player(QFrame):
    """Shows one Playhead.

    Signals: stepped(int) by −1 or 1; sought(float) a position in beats; toggled() play or pause; speed_chosen(float).
    """

    stepped = Signal(int)
    sought = Signal(float)
    toggled = Signal()
    speed_chosen = Signal(float)

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.buttons = {
            sign: TransportButton(f"{name}_{sign}", sign, theme, self, primary=sign == "play") for sign in BUTTONS
        }
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName(f"{name}_slider")
        self.slider.setSingleStep(FINE)
        self.slider.setPageStep(FINE)
        WheelGuard(self.slider)
        self.place = QLabel(self)
        self.place.setObjectName(f"{name}_place")
        self.place.setProperty("role", "hint")
        self.speed = ChoiceField(self, compact=True)
        self.speed.setObjectName(f"{name}_speed")
        self._length = 0
        self._lay_out()
        self._connect()
        self.word()

    def show_playhead(self, playhead: Playhead) -> None:
        """Where it stands."""
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, playhead.length * FINE)
            if not self.slider.isSliderDown():
                self.slider.setValue(round(self._place(playhead) * FINE))
        self._length = playhead.length
        self.place.setText(self.tr("{done} of {count}").format(done=playhead.done, count=playhead.length))
        self.speed.set_value(str(playhead.speed))
        self._show_playing(playhead.playing)
        for sign, there in (("start", playhead.position > 0), ("end", playhead.position < playhead.length)):
            self.buttons[sign].setEnabled(there)

    def _place(self, playhead: Playhead) -> float:
        """In beats; amid a beat its middle, where motion is reduced."""
        return playhead.done + STILL * bool(playhead.fraction) if self._theme.calm else playhead.position

    def word(self) -> None:
        """Texts in the language of the program."""
        names = {
            "start": self.tr("To the beginning"),
            "back": self.tr("One step back ({keys})").format(keys=native("PgUp")),
            "forward": self.tr("One step forward ({keys})").format(keys=native("PgDown")),
            "end": self.tr("To the end"),
        }
        for sign, text in names.items():
            self.buttons[sign].name(text)
        self._show_playing(self.buttons["play"].sign == "pause")
        self.slider.setAccessibleName(self.tr("Position in the passes"))
        self.speed.set_choices([(str(speed), f"{speed:g}×") for speed in SPEEDS])
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("How fast the passes play"))

    def _show_playing(self, playing: bool) -> None:
        self.buttons["play"].show_sign("pause" if playing else "play")
        text = self.tr("Pause ({keys})") if playing else self.tr("Play ({keys})")
        self.buttons["play"].name(text.format(keys=native("Space")))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(6)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addSpacing(6)
        row.addWidget(self.slider, 1)
        row.addWidget(self.place)
        row.addWidget(self.speed)

    def _connect(self) -> None:
        self.buttons["start"].clicked.connect(self._to_start)
        self.buttons["back"].clicked.connect(self._step_back)
        self.buttons["play"].clicked.connect(self.toggled)
        self.buttons["forward"].clicked.connect(self._step_on)
        self.buttons["end"].clicked.connect(self._to_end)
        self.slider.valueChanged.connect(self._slid)
        self.speed.value_changed.connect(self._speed)

    def _to_start(self) -> None:
        self.sought.emit(0.0)

    def _to_end(self) -> None:
        self.sought.emit(float(self._length))

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)

    def _slid(self, value: int) -> None:
        self.sought.emit(value / FINE)

    def _speed(self, value: str) -> None:
        self.speed_chosen.emit(float(value))
