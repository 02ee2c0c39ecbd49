"""Learning-rate schedules: the factor by which the base learning rate is multiplied at a point of a run."""

from __future__ import annotations

import math
from collections.abc import Callable

from nnviz.engine.experiment import Experiment

Schedule = Callable[[float, Experiment], float]


def constant(epoch: float, e: Experiment) -> float:
    """1."""
    return 1.0


def step(epoch: float, e: Experiment) -> float:
    """γ^⌊epoch / n⌋: times γ after every n epochs."""
    return float(e.schedule_rate ** math.floor(epoch / e.schedule_epochs))


def exponential(epoch: float, e: Experiment) -> float:
    """γ^(epoch / n), continuously."""
    return float(e.schedule_rate ** (epoch / e.schedule_epochs))


def inverse_time(epoch: float, e: Experiment) -> float:
    """1 / (1 + (1/γ − 1) · epoch / n): γ is reached after n epochs (Robbins and Monro, 1951)."""
    return 1 / (1 + (1 / e.schedule_rate - 1) * epoch / e.schedule_epochs)


def cosine(epoch: float, e: Experiment) -> float:
    """From 1 to 0 along half a cosine over n epochs, then 0 (Loshchilov and Hutter, 2017, without restarts)."""
    return (1 + math.cos(math.pi * min(1.0, epoch / e.schedule_epochs))) / 2


SCHEDULES: dict[str, Schedule] = {
    "constant": constant,
    "step": step,
    "exponential": exponential,
    "inverse_time": inverse_time,
    "cosine": cosine,
}


def learning_rate(experiment: Experiment, epoch: float) -> float:
    """η at `epoch` (fractions included)."""
    return experiment.learning_rate * SCHEDULES[experiment.schedule](epoch, experiment)
