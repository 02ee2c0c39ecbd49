"""RunKnobs: what the lab's run is made of; every knob configures the run, and shows what it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from nnviz.engine.experiment import INITIALIZER_NAMES, LIMITS, OPTIMIZER_NAMES, Experiment
from nnviz.session.labs.depth.shape import ACTIVATIONS, DEPTHS, WIDTHS, deep, hidden
from nnviz.session.names import name_of
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.limits import Limits
from nnviz.widgets.log_slider import LogSlider
from nnviz.widgets.slider_field import LinearScale, SliderField
from nnviz.widgets.split_row import SplitRow

DEPTH, WIDTH, ACTIVATION, START = "depth", "width", "activation", "initializer"
NORM, RESIDUAL, RATE, OPTIMIZER = "batch_norm", "residual", "learning_rate", "optimizer"
KNOBS = (DEPTH, WIDTH, ACTIVATION, START, NORM, RESIDUAL, RATE, OPTIMIZER)
LIVE = (RATE, OPTIMIZER)
"""Knobs that do not mean a new start."""


def with_value(experiment: Experiment, name: str, value: Any) -> Experiment:
    """The experiment after a knob was set. Refusal as of Experiment."""
    changes: dict[str, Callable[[], Experiment]] = {
        DEPTH: lambda: deep(experiment, depth=int(value)),
        WIDTH: lambda: deep(experiment, units=int(value)),
        ACTIVATION: lambda: deep(experiment, activation=value),
        NORM: lambda: deep(experiment, batch_norm=bool(value)),
        RESIDUAL: lambda: deep(experiment, residual=bool(value)),
    }
    return changes[name]() if name in changes else replace(experiment, **{name: value})


def value_of(experiment: Experiment, name: str) -> Any:
    """What a knob shows."""
    layer = hidden(experiment)
    values = {DEPTH: len(experiment.layers), WIDTH: layer.units, ACTIVATION: layer.activation}
    flags = {NORM: layer.batch_norm, RESIDUAL: layer.residual}
    shown: dict[str, Any] = {**values, **flags}
    return shown[name] if name in shown else getattr(experiment, name)


class RunKnobs(QWidget):
    """Some of the KNOBS; each is called <prefix>_<name>."""

    def __init__(
        self,
        prefix: str,
        names: tuple[str, ...],
        read: Callable[[], Experiment],
        configure: Callable[[Experiment], object],
        parent: QWidget,
    ) -> None:
        """`read` gives the run's experiment as it is; `configure` is given the one that the user wants."""
        super().__init__(parent)
        self._read, self._configure = read, configure
        self.fields = {name: self._field(name) for name in names}
        self._rows: dict[str, SplitRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        for name, field in self.fields.items():
            field.setObjectName(f"{prefix}_{name}")
            column.addWidget(self._row(name, field))

    def refresh(self) -> None:
        """Follow the run."""
        experiment = self._read()
        for name, field in self.fields.items():
            value = value_of(experiment, name)
            if isinstance(field, QCheckBox):
                field.setChecked(value)
            else:
                field.set_value(value)
        if RESIDUAL in self.fields:
            self.fields[RESIDUAL].setEnabled(
                len(experiment.layers) > 1 or hidden(experiment).units == experiment.inputs
            )

    def word(self) -> None:
        """Captions and names of choices."""
        titles = self._titles()
        for name, field in self.fields.items():
            field.setAccessibleName(titles[name])
            if isinstance(field, QCheckBox):
                field.setText(titles[name])
            else:
                self._rows[name].caption.setText(titles[name])
        for name, keys in CHOICES.items():
            if name in self.fields:
                self.fields[name].set_choices([(key, name_of(name, key)) for key in keys])
        self.refresh()

    def _titles(self) -> dict[str, str]:
        return {
            DEPTH: self.tr("Hidden layers"), WIDTH: self.tr("Units in each"), ACTIVATION: self.tr("Activation"),
            START: self.tr("Weights"), NORM: self.tr("Batch normalisation"), RESIDUAL: self.tr("Residual connections"),
            RATE: self.tr("Learning rate"), OPTIMIZER: self.tr("Optimizer"),
        }  # fmt: skip

    def _field(self, name: str) -> Any:
        field: Any = MAKERS[name](self)
        if isinstance(field, QCheckBox):
            field.clicked.connect(lambda value: self._edit(name, value))
        else:
            field.value_changed.connect(lambda value: self._edit(name, value))
        return field

    def _row(self, name: str, field: Any) -> QWidget:
        if isinstance(field, QCheckBox):
            return field
        self._rows[name] = SplitRow(field, name not in LIVE, self)
        if isinstance(field, SliderField):
            field.refused.connect(self._rows[name].set_message)
        return self._rows[name]

    def _edit(self, name: str, value: Any) -> None:
        # Two edits may come within one frame: the second one starts from the first.
        self._configure(with_value(self._read(), name, value))
        # What was refused goes back to what is.
        self.refresh()


def _whole(limits: tuple[int, int], step: int, parent: QWidget) -> SliderField:
    return SliderField(Limits(*limits, whole=True), LinearScale(*limits, step), live=False, parent=parent)


def _rate(parent: QWidget) -> LogSlider:
    return LogSlider(Limits(*LIMITS["learning_rate"]), 1e-4, 5, parent=parent)


MAKERS: dict[str, Callable[[QWidget], QWidget]] = {
    DEPTH: lambda parent: _whole(DEPTHS, 1, parent),
    WIDTH: lambda parent: _whole(WIDTHS, 10, parent),
    ACTIVATION: ChoiceField,
    START: ChoiceField,
    NORM: QCheckBox,
    RESIDUAL: QCheckBox,
    RATE: _rate,
    OPTIMIZER: ChoiceField,
}
CHOICES = {ACTIVATION: ACTIVATIONS, START: INITIALIZER_NAMES, OPTIMIZER: OPTIMIZER_NAMES}
