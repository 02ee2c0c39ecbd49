"""PlayRow: play, step and reset of a section, and how fast it goes."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnviz.session.labs.perceptron.intents import PlaySection, ResetSection, SetPace, StepSection
from nnviz.session.labs.player import Player
from nnviz.views.labs.perceptron.frames import push
from nnviz.views.labs.section import LabSection
from nnviz.widgets.limits import Limits
from nnviz.widgets.log_slider import LogScale
from nnviz.widgets.slider_field import SliderField


class PlayRow(QWidget):
    """Its parts are <section>_play, <section>_step, <section>_reset and <section>_pace."""

    def __init__(self, section: str, owner: LabSection, low: float, decades: int) -> None:
        """The slider of the pace spans so many powers of ten from `low` steps a second."""
        super().__init__(owner)
        self._section, self._owner, self._playing = section, owner, False
        self.play = push(f"{section}_play", self, self._play, primary=True)
        self.step = push(f"{section}_step", self, self._step)
        self.reset = push(f"{section}_reset", self, self._reset)
        self.pace = SliderField(Limits(*Player.paces), LogScale(low, decades), parent=self)
        self.pace.setObjectName(f"{section}_pace")
        self.pace.value_changed.connect(self._set_pace)
        self._caption = QLabel(self)
        self._caption.setBuddy(self.pace)
        self._caption.setProperty("role", "hint")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.play, 0, 0, 1, 2)
        grid.addWidget(self.step, 1, 0)
        grid.addWidget(self.reset, 1, 1)
        grid.addWidget(self._caption, 2, 0)
        grid.addWidget(self.pace, 2, 1)
        self.word()

    def show_player(self, player: Player) -> None:
        """How it stands."""
        self._playing = player.playing
        self.play.setText(self.tr("Pause") if player.playing else self.tr("Play"))
        self.play.setAccessibleName(self.play.text())
        # A button that is switched off loses the focus of the keyboard.
        self.play.setEnabled(player.can_step or self.play.hasFocus())
        self.step.setEnabled(player.can_step or self.step.hasFocus())
        self.pace.set_value(player.pace)

    def word(self) -> None:
        """Texts in the language in use."""
        self.play.setText(self.tr("Pause") if self._playing else self.tr("Play"))
        self.step.setText(self.tr("Step"))
        self.reset.setText(self.tr("Reset"))
        self._caption.setText(self.tr("Steps a second"))
        self.pace.setAccessibleName(self._caption.text())
        for button in (self.play, self.step, self.reset):
            button.setAccessibleName(button.text())

    def _play(self) -> None:
        self._owner.do(PlaySection(self._section, not self._playing))

    def _step(self) -> None:
        self._owner.do(StepSection(self._section))

    def _reset(self) -> None:
        self._owner.do(ResetSection(self._section))

    def _set_pace(self, pace: float) -> None:
        self._owner.do(SetPace(self._section, pace))
