"""Words of the sweep: settings, their values, how long it takes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.data.shelf import Shelf
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.sentences.marking import QT_TRANSLATE_NOOP
from nnviz.session.names import data_name, error_in_words, in_words, name_of, value_name
from nnviz.sweeps.axis import Value
from nnviz.sweeps.plan import Plan

FIELDS = {
    "data": QT_TRANSLATE_NOOP("ControlsPane", "Data set"),
    "test_share": QT_TRANSLATE_NOOP("ControlsPane", "Test share"),
    "distortion": QT_TRANSLATE_NOOP("ControlsPane", "Distortion"),
    "output": QT_TRANSLATE_NOOP("ControlsPane", "Output layer"),
    "units": QT_TRANSLATE_NOOP("ControlsPane", "Units"),
    "activation": QT_TRANSLATE_NOOP("ControlsPane", "Activation"),
    "dropout": QT_TRANSLATE_NOOP("ControlsPane", "Dropout"),
    "pieces": QT_TRANSLATE_NOOP("ControlsPane", "Pieces"),
    "alpha": QT_TRANSLATE_NOOP("ControlsPane", "α"),
    "theta": QT_TRANSLATE_NOOP("ControlsPane", "θ"),
    "batch_norm": QT_TRANSLATE_NOOP("ControlsPane", "Batch norm"),
    "residual": QT_TRANSLATE_NOOP("ControlsPane", "Residual"),
    "epochs": QT_TRANSLATE_NOOP("ControlsPane", "Epochs"),
    "decay": QT_TRANSLATE_NOOP("ControlsPane", "Decay"),
    "epsilon": QT_TRANSLATE_NOOP("ControlsPane", "Epsilon ε"),
    "schedule_rate": QT_TRANSLATE_NOOP("ControlsPane", "Schedule factor"),
    "schedule_epochs": QT_TRANSLATE_NOOP("ControlsPane", "Schedule period"),
    "patience": QT_TRANSLATE_NOOP("ControlsPane", "Early stopping"),
    "evaluate_every": QT_TRANSLATE_NOOP("ControlsPane", "Evaluate every"),
    "data_seed": QT_TRANSLATE_NOOP("ControlsPane", "Data seed"),
    "seed": QT_TRANSLATE_NOOP("ControlsPane", "Seed"),
    "precision": QT_TRANSLATE_NOOP("ControlsPane", "Precision"),
}
"""Settings that are not offered and that the command varies all the same, as the controls call them."""
PART = QT_TRANSLATE_NOOP("ControlsPane", "Hidden layer {number}: {part}")


class SweepWords(QObject):
    """What the parts of the window say."""

    def settings(self) -> dict[str, str]:
        """What the settings are called."""
        return {
            "learning_rate": self.tr("learning rate"),
            "optimizer": self.tr("optimizer"),
            "layers.*.activation": self.tr("activation"),
            "layers.*.units": self.tr("units of every hidden layer"),
            "layers.*.dropout": self.tr("dropout"),
            "layers.*.batch_norm": self.tr("batch normalisation"),
            "initializer": self.tr("initializer"),
            "batch_size": self.tr("batch size"),
            "momentum": self.tr("momentum"),
            "schedule": self.tr("schedule"),
            "l2": self.tr("L2 penalty"),
            "l1": self.tr("L1 penalty"),
            "loss": self.tr("loss"),
            "scaling": self.tr("input scaling"),
            "samples": self.tr("samples"),
            "noise": self.tr("noise"),
        }

    def setting(self, path: str) -> str:
        """What a setting is called, also one that is not offered; of one layer alone, with its number."""
        field, place = path.rpartition(".")[2], path.removeprefix("layers.").partition(".")[0]
        if path in self.settings():
            return self.settings()[path]
        name = in_words(FIELDS.get(field, field))
        # The controls begin with a capital; these stand within a line.
        return (in_words(PART).format(number=int(place) + 1, part=name) if place.isdecimal() else name).lower()

    def error(self, error: BaseException) -> str:
        """The sentence for an exception, with a setting as it is called here."""
        text = error_in_words(self._named(error))
        return text[:1].upper() + text[1:]

    def axes(self, plan: Plan) -> list[str]:
        """What varies in a plan, one line each."""
        values = (", ".join(self.value(axis.path, value) for value in axis.values) for axis in plan.axes)
        return [f"{self.setting(axis.path)} = {text}" for axis, text in zip(plan.axes, values, strict=True)]

    def value(self, path: str, value: Value) -> str:
        """What a value is called."""
        if isinstance(value, bool) or value in ("on", "off"):
            return self.tr("on") if value in (True, "on") else self.tr("off")
        return value_name(path.rpartition(".")[2], value)

    def experiment(self, experiment: Experiment, shelf: Shelf) -> str:
        """An experiment in one line: data, network, optimizer."""
        sizes = "-".join(str(size) for size in experiment.sizes)
        optimizer = name_of("optimizer", experiment.optimizer)
        rate = value_name("learning_rate", experiment.learning_rate)
        data = data_name(experiment.data, shelf) or name_of("data", experiment.data)
        text = self.tr("{data} · network {sizes} · {optimizer}, learning rate {rate}")
        return text.format(data=data, sizes=sizes, optimizer=optimizer, rate=rate)

    def diverged(self, done: str, count: int) -> str:
        """How many runs are done, and how many of them diverged."""
        return self.tr("{done}, {count} diverged").format(done=done, count=count)

    def duration(self, seconds: float) -> str:
        """So many seconds in words, rounded as an estimate is."""
        if seconds < 90:
            return self.tr("{count} s").format(count=max(1, round(seconds)))
        if seconds < 5400:
            return self.tr("{count} min").format(count=round(seconds / 60))
        return self.tr("{count} h").format(count=f"{seconds / 3600:.1f}")

    # parts

    def _named(self, error: BaseException) -> BaseException:
        if not isinstance(error, Refusal):
            return error
        fields = {
            name: self._named(value) if isinstance(value, Refusal) else value for name, value in error.fields.items()
        }
        if "field" in fields:
            fields["field"] = self.setting(str(fields["field"]))
        return Refusal(error.key, **fields)
