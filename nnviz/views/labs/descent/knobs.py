"""Knobs: what all optimizers share (start of the race, η, schedule, noise), and what one of them has for itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nnviz.engine.experiment import LIMITS, SCHEDULE_NAMES
from nnviz.engine.optimizers import PAPER_DEFAULTS
from nnviz.session.labs.descent.intents import (
    DescentIntent,
    SetHyper,
    SetNoise,
    SetNoiseSeed,
    SetRate,
    SetSchedule,
    ShareRate,
    TakePaperValues,
)
from nnviz.session.labs.descent.surface import HYPERS, NOISE, SurfacePart
from nnviz.session.names import name_of
from nnviz.views.labs.descent.words import DescentWords
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.limits import Limits
from nnviz.widgets.log_slider import LogSlider
from nnviz.widgets.slider_field import LinearScale, SliderField
from nnviz.widgets.split_row import SplitRow

MOST_STEPS = 1000.0


def _limits(field: str, whole: bool = False) -> Limits:
    return Limits(*LIMITS[field], whole)


class SharedKnobs(QWidget):
    """Signals: wished(DescentIntent)."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rate = LogSlider(_limits("learning_rate"), 1e-4, 5, parent=self)
        self.schedule = ChoiceField(self)
        self.factor = SliderField(_limits("schedule_rate"), LinearScale(0.05, 1, 0.05), parent=self)
        self.after = SliderField(Limits(1, MOST_STEPS, whole=True), LinearScale(5, 200, 5), parent=self)
        self.noise = SliderField(Limits(*NOISE), LinearScale(0, 5, 0.05), parent=self)
        self.reseed = QPushButton(self)
        self._seed, self._schedule = 0, ("constant", 0.5, 50)
        fields = {"rate": self.rate, "schedule": self.schedule, "factor": self.factor, "after": self.after,
                  "noise": self.noise}  # fmt: skip
        self._rows = {name: SplitRow(field, parent=self) for name, field in fields.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for name, field in fields.items():
            field.setObjectName(f"descent_{name}")
            column.addWidget(self._rows[name])
        self.reseed.setObjectName("descent_new_noise")
        column.addWidget(self.reseed)
        self._connect()

    def show_part(self, part: SurfacePart) -> None:
        """Follow the model."""
        experiment = part.racer.experiment
        self._seed = part.seed
        self._schedule = experiment.schedule, experiment.schedule_rate, experiment.schedule_epochs
        self.rate.set_value(part.rate)
        # A choice that is set lays the whole column out anew, even where it is the same.
        if self.schedule.value() != experiment.schedule:
            self.schedule.set_value(experiment.schedule)
        self.factor.set_value(experiment.schedule_rate)
        self.after.set_value(experiment.schedule_epochs)
        self.noise.set_value(part.noise)
        self.reseed.setEnabled(part.noise > 0)
        falls = experiment.schedule != "constant"
        self._rows["factor"].setVisible(falls and experiment.schedule != "cosine")
        self._rows["after"].setVisible(falls)

    def word(self) -> None:
        """Texts."""
        texts = {
            "rate": self.tr("η of all"),
            "schedule": self.tr("Schedule"),
            "factor": self.tr("Factor γ"),
            "after": self.tr("Reached after"),
            "noise": self.tr("Noise σ"),
        }
        names = {
            "rate": self.tr("learning rate of all optimizers"),
            "schedule": self.tr("learning-rate schedule"),
            "factor": self.tr("factor γ of the schedule"),
            "after": self.tr("steps after which γ is reached"),
            "noise": self.tr("standard deviation of the gradient noise"),
        }
        for name, row in self._rows.items():
            row.caption.setText(texts[name])
            row.field.setAccessibleName(names[name])
            row.setToolTip(names[name])
        self.schedule.set_choices([(name, name_of("schedule", name)) for name in SCHEDULE_NAMES])
        self.reseed.setText(self.tr("New noise"))
        self.reseed.setToolTip(self.tr("Other random numbers, the same for everybody; the race starts over"))

    def _connect(self) -> None:
        self.rate.value_changed.connect(self._set_rate)
        self.schedule.value_changed.connect(self._set_schedule)
        self.factor.value_changed.connect(self._set_factor)
        self.after.value_changed.connect(self._set_after)
        self.noise.value_changed.connect(self._set_noise)
        self.reseed.clicked.connect(self._reseed)
        for name in ("rate", "factor", "after", "noise"):
            row = self._rows[name]
            if isinstance(row.field, SliderField):
                row.field.refused.connect(row.set_message)

    def _wish(self, intent: DescentIntent) -> None:
        self.wished.emit(intent)

    def _set_rate(self, value: float) -> None:
        self._wish(SetRate(value))

    def _set_schedule(self, name: str) -> None:
        self._wish(SetSchedule(name, *self._schedule[1:]))

    def _set_factor(self, value: float) -> None:
        self._wish(SetSchedule(self._schedule[0], value, self._schedule[2]))

    def _set_after(self, value: float) -> None:
        self._wish(SetSchedule(*self._schedule[:2], int(value)))

    def _set_noise(self, value: float) -> None:
        self._wish(SetNoise(value))

    def _reseed(self) -> None:
        self._wish(SetNoiseSeed(self._seed + 1))


class OwnKnobs(QWidget):
    """Hyper-parameters of the optimizer that is followed. Signals: wished(DescentIntent)."""

    wished = Signal(object)

    def __init__(self, words: DescentWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._optimizer = words, "sgd"
        self.own = QCheckBox(self)
        self.own.setObjectName("descent_own_rate")
        self.paper = QPushButton(self)
        self.paper.setObjectName("descent_paper_values")
        self.fields: dict[str, SliderField] = {
            "learning_rate": LogSlider(_limits("learning_rate"), 1e-4, 5, parent=self),
            "momentum": SliderField(_limits("momentum"), LinearScale(0, 0.99, 0.01), parent=self),
            "decay": SliderField(_limits("decay"), LinearScale(0.5, 0.999, 0.001), parent=self),
            "epsilon": LogSlider(_limits("epsilon"), 1e-10, 10, parent=self),
        }
        self._rows = {name: SplitRow(field, parent=self) for name, field in self.fields.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self.own)
        head.addStretch(1)
        head.addWidget(self.paper)
        column.addLayout(head)
        for name, row in self._rows.items():
            self.fields[name].setObjectName(f"descent_own_{name}")
            column.addWidget(row)
        self._connect()

    def show_part(self, part: SurfacePart) -> None:
        """Follow the model."""
        if self._optimizer != part.followed:
            self._optimizer = part.followed
            self.word()
        own = part.followed in part.own
        self.own.setChecked(own)
        for name, field in self.fields.items():
            field.set_value(getattr(part.racer.experiment, name))
            self._rows[name].setVisible(name in HYPERS[part.followed] or (name == "learning_rate" and own))

    def word(self) -> None:
        """Texts."""
        self.own.setText(self.tr("η of its own"))
        self.paper.setText(self.tr("Paper’s values") if self._optimizer == "adam" else self.tr("Usual values"))
        self.paper.setToolTip(self._words.paper(self._optimizer))
        for name, row in self._rows.items():
            if name in PAPER_DEFAULTS[self._optimizer]:
                row.caption.setText(self._words.caption(self._optimizer, name, PAPER_DEFAULTS[self._optimizer][name]))
                row.field.setAccessibleName(self._words.hyper(self._optimizer, name))

    def _connect(self) -> None:
        self.own.clicked.connect(self._toggle)
        self.paper.clicked.connect(self._take)
        for name, field in self.fields.items():
            field.value_changed.connect(self._set)
            field.refused.connect(self._rows[name].set_message)

    def _toggle(self, on: bool) -> None:
        rate = self.fields["learning_rate"].value()
        self.wished.emit(SetHyper(self._optimizer, "learning_rate", rate) if on else ShareRate(self._optimizer))

    def _take(self) -> None:
        self.wished.emit(TakePaperValues(self._optimizer))

    def _set(self, value: float) -> None:
        field = self.sender()
        name = next(name for name, other in self.fields.items() if other is field)
        self.wished.emit(SetHyper(self._optimizer, name, value))
