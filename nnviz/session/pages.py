"""What each page starts with."""

from __future__ import annotations

from nnviz.data import catalogue
from nnviz.engine.experiment import Experiment, LayerSpec, adapted
from nnviz.engine.optimizers import PAPER_DEFAULTS

DIGITS, PLAYGROUND, COMPARE, DEPTH = "digits", "playground", "compare", "depth"
LABS = ("functions", "perceptron", "graph", "descent", DEPTH)
"""Pages of the labs. That of depth has a run of its own, like the pages before; beside the others the run of the page
before stays in reach, and rests."""


def _hidden(*units: int, activation: str) -> tuple[LayerSpec, ...]:
    return tuple(LayerSpec(count, activation) for count in units)


def playground() -> Experiment:
    """Two hidden layers on a spiral: small enough to see every weight, hard enough to be worth watching."""
    return Experiment(
        **{**catalogue.defaults("spiral"), "noise": 0.05},
        layers=_hidden(8, 8, activation="tanh"),
        learning_rate=0.02,
    )


def digits() -> Experiment:
    """A network for MNIST that learns in seconds."""
    return Experiment(
        **catalogue.defaults("mnist"),
        layers=_hidden(128, 64, activation="relu"),
        initializer="he",
        learning_rate=PAPER_DEFAULTS["adam"]["learning_rate"],
        batch_size=64,
    )


def with_data(experiment: Experiment, name: str) -> Experiment:
    """The same experiment on other data; sizes, output and loss follow from the data."""
    return adapted(experiment, **catalogue.defaults(name))


def compare() -> Experiment:
    """Small enough for four of them side by side; the optimizers differ visibly on it."""
    return Experiment(**catalogue.defaults("moons"), layers=_hidden(8, 8, activation="tanh"), learning_rate=0.02)


def depth() -> Experiment:
    """Five layers of a hundred units, on digits small enough to train them in seconds: what initialisation does."""
    return Experiment(
        **{**catalogue.defaults("handwriting"), "scaling": "standard"},
        layers=_hidden(*[100] * 5, activation="sigmoid"),
        optimizer="sgd",
        learning_rate=PAPER_DEFAULTS["sgd"]["learning_rate"],
        batch_size=64,
    )


RUNS = {DIGITS: digits, PLAYGROUND: playground, COMPARE: compare, DEPTH: depth}
"""Pages with a run of their own, and what it starts with."""
PAGES = (*RUNS, *(lab for lab in LABS if lab not in RUNS))
"""All pages."""
