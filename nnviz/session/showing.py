"""What goes through the network to be looked at: a drawing, a test sample or a point; and what the network says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from nnviz.data.dataset import DataSet
from nnviz.data.preparation import Preparation
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array, Prediction, Snapshot
from nnviz.models.model import IMAGES
from nnviz.session.drawing import Drawing


class Judge(Protocol):
    """Says how much a drawing looks like a digit at all, whatever the network (`nnviz.data.digitness.DigitScore`)."""

    def score(self, preparation: Preparation) -> float:
        """0…1."""

    def is_digit(self, score: float) -> bool:
        """Whether that is enough."""


@dataclass(frozen=True)
class Shown:
    """One raw input (inputs,), the class it has where known, and for drawings whether it is a digit at all.

    sample  index in the test set, where it is a test sample
    """

    raw: Array
    truth: int | None = None
    digit_score: float | None = None
    is_digit: bool = True
    sample: int | None = None


def shown_drawing(drawing: Drawing, inputs: int, judge: Judge) -> Shown | None:
    """A drawing as input of a network with `inputs` inputs; None without one, or where the network reads none."""
    shape = IMAGES.get(inputs)
    if drawing.preparation is None or shape is None:
        return None
    score = judge.score(drawing.preparation)
    return Shown(drawing.preparation.as_input(shape), None, score, judge.is_digit(score))


def shown_sample(data: DataSet, index: int) -> Shown:
    """Sample `index` of the test set. Refusal no_such_sample."""
    if not 0 <= index < len(data.test_x):
        raise Refusal("no_such_sample", sample=index, last=len(data.test_x) - 1)
    truth = int(data.test_y[index]) if data.is_classification else None
    return Shown(data.test_x[index].astype(np.float32), truth, sample=index)


def predict(snapshot: Snapshot, scaling: Scaling, shown: Shown) -> Prediction:
    """The forward pass of one input on the weights of a snapshot."""
    x = scaling.apply(shown.raw[None, :], snapshot.experiment.precision)
    with np.errstate(over="ignore", invalid="ignore"):
        trace = snapshot.network.forward(x)
    y = trace.output[0]
    answer = _answer(y, snapshot.experiment.output) if shown.is_digit else None
    return Prediction(trace, y, answer, shown.digit_score, shown.truth)


def _answer(y: Array, output: str) -> int | None:
    if len(y) > 1:
        return int(y.argmax())
    return int(y[0] > 0.5) if output == "sigmoid" else None
