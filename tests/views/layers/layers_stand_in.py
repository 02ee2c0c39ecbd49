"""A session in a few lines that shows what a test gives it, and trainers whose diagnoses it can show."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnviz.engine.diagnosis import Diagnosis
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.gradcheck import GradientCheck
from nnviz.engine.training import Samples, Trainer
from nnviz.session.clock import FrameClock
from nnviz.session.intents import Intent
from nnviz.views.layers.pane import LayersPane


class LayersSession(QObject):
    """What the pane asks of a session; `done` lists its intents, `watchers` who wants which topic."""

    diagnosis_changed = Signal(object)
    experiment_changed = Signal(object)
    gradient_checked = Signal(object)
    failed = Signal(object)

    def __init__(self, experiment: Experiment) -> None:
        super().__init__()
        self.clock = FrameClock()
        self.done: list[Intent] = []
        self.watchers: set[tuple[str, object]] = set()
        self.refusal: Exception | None = None
        self.experiment = experiment
        self.data: object | None = None
        self.diagnosis: Diagnosis | None = None
        self.gradient_check: GradientCheck | None = None

    def watch(self, topic: str, owner: object, on: bool) -> None:
        (self.watchers.add if on else self.watchers.discard)((topic, owner))

    def do(self, intent: Intent) -> None:
        if self.refusal:
            raise self.refusal
        self.done.append(intent)

    def show(self, diagnosis: Diagnosis | None) -> None:
        self.diagnosis = diagnosis
        self.diagnosis_changed.emit(diagnosis)

    def answer(self, check: GradientCheck | None) -> None:
        self.gradient_check = check
        self.gradient_checked.emit(check)

    def change(self, experiment: Experiment) -> None:
        self.experiment, self.diagnosis = experiment, None
        self.experiment_changed.emit(experiment)


SMALL = Experiment(
    inputs=3, outputs=2, layers=(LayerSpec(5, "relu"), LayerSpec(4, "tanh")), output="softmax", loss="cross_entropy"
)
Show = Callable[..., tuple[LayersSession, LayersPane]]


def trainer(experiment: Experiment, steps: int = 0) -> Trainer:
    """A trainer on random samples, after so many steps."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=(60, experiment.inputs)).astype(np.float32)
    t = np.eye(experiment.outputs, dtype=np.float32)[rng.integers(0, experiment.outputs, 60)]
    made = Trainer(experiment, Samples(x, t, x, t, classification=True))
    for _ in range(steps):
        made.step()
    return made
