"""PassesOptions: speed, grain, the sample of a batch and the assumed target."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nnviz.session.intents import OpenPasses, SetPasses
from nnviz.session.passes import SPEEDS, PassesState
from nnviz.session.script import GRAINS
from nnviz.views.passes.words import PassesWords
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.count_field import CountField
from nnviz.widgets.limits import Limits

GAP = 6


class PassesOptions(QWidget):
    """A row of fields; those that do not apply are hidden.

    Signals: wished(Intent) after an edit; refused(str) with the reason why a typed sample is none, "" when settled.
    """

    wished = Signal(object)
    refused = Signal(str)

    def __init__(self, words: PassesWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.speed, self.grain, self.target = (ChoiceField(self, compact=True) for _ in range(3))
        self.sample = CountField(Limits(1, 1, whole=True), self)
        self._before, self._after = QLabel(self), QLabel(self)
        self._sampling = QWidget(self)
        self._build()
        self._connect()
        self.word()

    def show_state(self, state: PassesState, classes: tuple[str, ...]) -> None:
        """Show how the passes stand; `classes` may be assumed as the target of a drawing or a point."""
        self.speed.set_value(str(state.speed))
        self.grain.set_value(state.grain)
        self._sampling.setVisible(state.samples > 1)
        self.sample.set_limits(Limits(1, max(state.samples, 1), whole=True))
        self.sample.set_value(state.sample + 1)
        self._after.setText(self.tr("of {count}").format(count=f"{state.samples:,}"))
        self._show_target(state, classes)

    def word(self) -> None:
        """Words in the language of the program."""
        self.speed.set_choices([(str(speed), self._words.speed(speed)) for speed in SPEEDS])
        self.grain.set_choices([(grain, self._words.grain(grain)) for grain in GRAINS])
        self._before.setText(self.tr("sample"))
        tips = {
            self.speed: (self.tr("Speed of the passes"), self.tr("How fast the passes play")),
            self.grain: (self.tr("Step"), self.tr("Step by whole layers, or by single terms of their sums")),
            self.sample: (self.tr("Sample of the mini-batch"), self.tr("The sample whose values are shown")),
            self.target: (
                self.tr("Target"),
                self.tr("Nobody knows the true class of this input: the loss is computed for the class chosen here"),
            ),
        }
        for field, (name, tip) in tips.items():
            field.setAccessibleName(name)
            field.setToolTip(tip)

    def _build(self) -> None:
        self._fill(self._sampling, (self._before, self.sample, self._after))
        self._fill(self, (self.speed, self.grain, self._sampling, self.target))
        for name in ("speed", "grain", "sample", "target"):
            getattr(self, name).setObjectName(f"passes_{name}")
        for label in (self._before, self._after):
            label.setProperty("role", "hint")

    def _fill(self, owner: QWidget, parts: tuple[QWidget, ...]) -> None:
        row = QHBoxLayout(owner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for part in parts:
            row.addWidget(part)

    def _connect(self) -> None:
        self.speed.value_changed.connect(self._on_speed)
        self.grain.value_changed.connect(self._on_grain)
        self.sample.value_changed.connect(self._on_sample)
        self.sample.refused.connect(self.refused)
        self.target.value_changed.connect(self._on_target)

    def _show_target(self, state: PassesState, classes: tuple[str, ...]) -> None:
        """Only where somebody had to choose it: a sample of a data set has its own."""
        asked = state.assumed and state.target is not None and bool(classes)
        self.target.setVisible(asked)
        if asked:
            texts = ((k, self._words.target(name, k == state.target)) for k, name in enumerate(classes))
            self.target.set_choices([(str(k), text) for k, text in texts])
            self.target.set_value(str(state.target))

    def _on_speed(self, value: str) -> None:
        self.wished.emit(SetPasses(speed=float(value)))

    def _on_grain(self, value: str) -> None:
        self.wished.emit(SetPasses(grain=value))

    def _on_sample(self, number: int) -> None:
        self.wished.emit(SetPasses(sample=number - 1))

    def _on_target(self, value: str) -> None:
        self.wished.emit(OpenPasses("shown", int(value)))
