"""Offers: the settings that the window proposes to vary, each with values to begin with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from nnviz.data.catalogue import SOURCES
from nnviz.engine.experiment import (
    ACTIVATION_NAMES,
    INITIALIZER_NAMES,
    LOSSES_OF_OUTPUT,
    OPTIMIZER_NAMES,
    SCALING_NAMES,
    SCHEDULE_NAMES,
    Experiment,
)
from nnviz.engine.refusal import Refusal
from nnviz.sweeps.axis import Axis, typed_axis
from nnviz.sweeps.plan import Plan

Fits = Callable[[Experiment], bool]


def _always(experiment: Experiment) -> bool:
    return True


def _is_deep(experiment: Experiment) -> bool:
    return bool(experiment.layers)


def _is_drawn(experiment: Experiment) -> bool:
    """Its samples are drawn at random, as many and as noisy as wanted."""
    source = SOURCES.get(experiment.data)
    return source is not None and not source.samples


def _has_losses(experiment: Experiment) -> bool:
    return len(LOSSES_OF_OUTPUT[experiment.output]) > 1


@dataclass(frozen=True)
class Offer:
    """A setting by its path. first: values that are proposed, as they are typed; choices: all there are, where it is
    one of several words; when: whether it makes sense beside the rest of an experiment."""

    path: str
    first: tuple[str, ...]
    choices: tuple[str, ...] = ()
    when: Fits = _always


SWITCH = ("off", "on")
OFFERS = {
    offer.path: offer
    for offer in (
        Offer("learning_rate", ("0.001", "0.01", "0.1")),
        Offer("optimizer", ("sgd", "adam"), OPTIMIZER_NAMES),
        Offer("layers.*.activation", ("sigmoid", "tanh", "relu"), ACTIVATION_NAMES, _is_deep),
        Offer("layers.*.units", ("4", "8", "16"), when=_is_deep),
        Offer("layers.*.dropout", ("0", "0.2", "0.5"), when=_is_deep),
        Offer("layers.*.batch_norm", SWITCH, SWITCH, _is_deep),
        Offer("initializer", ("glorot", "he"), INITIALIZER_NAMES),
        Offer("batch_size", ("8", "32", "128")),
        Offer("momentum", ("0", "0.5", "0.9")),
        Offer("schedule", ("constant", "cosine"), SCHEDULE_NAMES),
        Offer("l2", ("0", "0.001", "0.01")),
        Offer("l1", ("0", "0.001", "0.01")),
        Offer("loss", ("binary_cross_entropy", "mse"), ("mse", "binary_cross_entropy", "cross_entropy"), _has_losses),
        Offer("scaling", ("none", "standard"), SCALING_NAMES),
        Offer("samples", ("100", "400", "1600"), when=_is_drawn),
        Offer("noise", ("0", "0.15", "0.3"), when=_is_drawn),
    )
}


MOST_SEEDS, MOST_EPOCHS = 100, 10_000
"""That the window takes."""


def fitting(experiment: Experiment) -> dict[str, Offer]:
    """The offers that make sense for an experiment."""
    return {path: offer for path, offer in OFFERS.items() if offer.when(experiment)}


def is_offered(plan: Plan, rows: int) -> bool:
    """True where a window with so many rows for settings can describe a plan, to the last digit."""
    offers = fitting(plan.base)
    counts = 1 <= plan.seeds <= MOST_SEEDS and 1 <= plan.base.epochs <= MOST_EPOCHS and not plan.iterations
    return counts and len(plan.axes) <= rows and all(_can_say(axis, offers) for axis in plan.axes)


def _can_say(axis: Axis, offers: Mapping[str, Offer]) -> bool:
    """Words are picked in the order they are offered, numbers are typed in 12 digits."""
    offer, texts = offers.get(axis.path), axis.texts()
    if offer is None:
        return False
    said = [text for text in offer.choices if text in texts] if offer.choices else texts
    with suppress(Refusal):
        return typed_axis(axis.path, said) == axis
    return False
