"""Studying: the iteration an inspector looks at: what would happen to the sample, drawing or point that is shown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.data.dataset import encode_targets
from nnviz.engine.optimizers import OPTIMIZERS
from nnviz.engine.schedules import learning_rate
from nnviz.engine.study import study
from nnviz.engine.trace import Array, StepTrace
from nnviz.session.desk import Desk
from nnviz.session.showing import Shown


@dataclass(frozen=True)
class Target:
    """What the loss of a shown input is computed for.

    values   (1, outputs) encoded target;  index: its class, None for a regression
    assumed  True where nobody knows the true one: the class the user chose, that of the nearest training sample (of a
             point), or the network's own answer (of a drawing)
    """

    values: Array
    index: int | None
    assumed: bool


def study_of(desk: Desk, chosen: int | None) -> tuple[StepTrace, Target] | None:
    """The what-if iteration of what a desk shows; `chosen`: the class a drawing or point should have. None where
    nothing is shown that this network can read."""
    shown, snapshot = desk.shown, desk.snapshot
    if shown is None or shown.raw.size != snapshot.experiment.inputs or desk.prediction is None:
        return None
    target = target_of(desk, shown, chosen)
    known = desk.optimizer if accumulators_known(desk) else None
    step = study(
        snapshot.experiment,
        snapshot.parameters,
        desk.scaling.apply(shown.raw[None, :], "float64"),
        target.values,
        learning_rate=learning_rate(snapshot.experiment, snapshot.epoch),
        iteration=snapshot.iteration,
        accumulators=known.accumulators if known else None,
        steps=known.steps if known else snapshot.iteration,
    )
    return step, target


def accumulators_known(desk: Desk) -> bool:
    """True where the optimizer's arrays belong to the weights on screen; before any update they are zeros."""
    optimizer, snapshot = desk.optimizer, desk.snapshot
    if optimizer is None:
        return snapshot.iteration == 0 or not OPTIMIZERS[snapshot.experiment.optimizer].accumulators
    return optimizer.iteration == snapshot.iteration and optimizer.optimizer == snapshot.experiment.optimizer


def target_of(desk: Desk, shown: Shown, chosen: int | None) -> Target:
    """The target of what is shown, known or assumed."""
    experiment, data = desk.snapshot.experiment, desk.data
    if data is not None and shown.sample is not None:
        y = data.test_y[shown.sample : shown.sample + 1]
        return Target(encode_targets(y, experiment.outputs, "float64"), shown.truth, assumed=False)
    if chosen is None and data is not None and data.inputs == 2:
        nearest = int(np.argmin(((data.train_x - shown.raw) ** 2).sum(axis=1)))
        y = data.train_y[nearest : nearest + 1]
        index = int(y[0]) if data.is_classification else None
        return Target(encode_targets(y, experiment.outputs, "float64"), index, assumed=True)
    index = chosen if chosen is not None else _answer(desk)
    return Target(encode_targets(np.array([index]), experiment.outputs, "float64"), index, assumed=True)


def _answer(desk: Desk) -> int:
    """The class the network itself would say, whether or not a drawing looks like a digit at all."""
    assert desk.prediction is not None
    y = desk.prediction.probabilities
    return int(y.argmax()) if len(y) > 1 else int(y[0] > 0.5)
