"""PlayBar: play or pause, step, start over, the pace, and which picture is the large one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QToolButton, QWidget

from nnviz.session.labs.descent.clockwork import Clockwork
from nnviz.session.labs.descent.intents import DescentIntent, Enlarge, Halt, Play, SetPace, StartOver, StepOn
from nnviz.theme.theme import Theme
from nnviz.views.labs.descent.buttons import RaceButton
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.limits import number_text
from nnviz.widgets.worded import Worded

PACES = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0)


class PictureSwitch(Worded, QWidget):
    """Which picture is large. Signals: chosen(str)."""

    chosen = Signal(str)

    def __init__(self, section: str, pictures: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {name: QToolButton(self) for name in pictures}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for name, button in self.buttons.items():
            button.setObjectName(f"{section}_large_{name}")
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(self._choose)
            group.addButton(button)
            row.addWidget(button)
        self._word()

    def show_large(self, name: str) -> None:
        """Which one is large."""
        self.buttons[name].setChecked(True)

    def _word(self) -> None:
        texts = {"map": self.tr("Map large"), "relief": self.tr("3-D large"), "data": self.tr("Data large")}
        for name, button in self.buttons.items():
            button.setText(texts[name])
            button.setAccessibleName(texts[name])

    def _choose(self) -> None:
        self.chosen.emit(next(name for name, button in self.buttons.items() if button.isChecked()))


class PlayBar(QWidget):
    """Signals: wished(DescentIntent)."""

    wished = Signal(object)

    def __init__(self, section: str, pictures: tuple[str, ...], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section, self._playing = section, False
        self.play = RaceButton("train", theme, f"{section}_play", self, primary=True)
        self.step = RaceButton("step", theme, f"{section}_step", self)
        self.reset = RaceButton("reset", theme, f"{section}_reset", self)
        self.pace = ChoiceField(self, compact=True)
        self.pace.setObjectName(f"{section}_pace")
        self.count = QLabel(self)
        self.count.setObjectName(f"{section}_count")
        self.count.setProperty("role", "value")
        self.switch = PictureSwitch(section, pictures, self)
        self._connect()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        for widget in (self.play, self.step, self.reset, self.pace, self.count):
            self.row.addWidget(widget)
        self.row.addStretch(1)
        self.row.addWidget(self.switch)

    def show_race(self, race: Clockwork) -> None:
        """Follow the model."""
        self._playing = race.playing
        self.play.show_picture("pause" if race.playing else "train")
        self._name_play()
        if self.pace.value() != number_text(race.pace):
            self.pace.set_choices(self._paces(race.pace))
            self.pace.set_value(number_text(race.pace))
        self.switch.show_large(race.large)

    def word(self) -> None:
        """Texts."""
        self._name_play()
        self.step.name(self.tr("Step"), self.tr("One step, and hold there"))
        self.reset.name(self.tr("Start over"), self.tr("Everybody back to the start"))
        self.pace.setAccessibleName(self.tr("Pace"))
        value = self.pace.value()
        self.pace.set_choices(self._paces(float(value or PACES[0])))
        self.pace.set_value(value)

    def dress(self) -> None:
        """Colours of the theme."""
        for button in (self.play, self.step, self.reset):
            button.dress()

    def _name_play(self) -> None:
        text = self.tr("Pause") if self._playing else self.tr("Play")
        self.play.name(text, self.tr("Let the race go on, or hold it"))

    def _paces(self, current: float) -> list[tuple[str, str]]:
        values = sorted({*PACES, current})
        return [
            (number_text(value), self.tr("{number} a second").format(number=number_text(value))) for value in values
        ]

    def _connect(self) -> None:
        self.play.clicked.connect(self._toggle)
        self.step.clicked.connect(self._step)
        self.reset.clicked.connect(self._reset)
        self.pace.value_changed.connect(self._set_pace)
        self.switch.chosen.connect(self._enlarge)

    def _toggle(self) -> None:
        self._wish(Halt(self._section) if self._playing else Play(self._section))

    def _step(self) -> None:
        self._wish(StepOn(self._section))

    def _reset(self) -> None:
        self._wish(StartOver(self._section))

    def _set_pace(self, value: str) -> None:
        self._wish(SetPace(self._section, float(value)))

    def _enlarge(self, picture: str) -> None:
        self._wish(Enlarge(self._section, picture))

    def _wish(self, intent: DescentIntent) -> None:
        self.wished.emit(intent)
