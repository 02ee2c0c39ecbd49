"""Runs of all kinds, trained by the engine, for scripts to make again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import numpy as np

from nnviz.data import catalogue
from nnviz.data.own import OwnData
from nnviz.data.shelf import BUILT_IN as BUILT_IN_SHELF
from nnviz.data.shelf import Shelf
from nnviz.engine.experiment import (
    ACTIVATION_NAMES,
    INITIALIZER_NAMES,
    LOSSES_OF_OUTPUT,
    OPTIMIZER_NAMES,
    SCALING_NAMES,
    SCHEDULE_NAMES,
    Experiment,
    LayerSpec,
)
from nnviz.engine.refusal import DivergedError
from nnviz.engine.scaling import Scaling, fit_scaling
from nnviz.models.scripts.features import DATA
from nnviz.session import intents
from nnviz.session.surgeon import Surgeon
from nnviz.session.training_run import Prepared, TrainingRun

BUILT_IN = tuple(name for name in DATA if name != "mnist")
Change = Callable[[TrainingRun], object]


def run_of(
    experiment: Experiment, parameters: Any = None, scaling: Scaling | None = None, shelf: Shelf = BUILT_IN_SHELF
) -> TrainingRun:
    data = shelf.load(experiment)
    fitted = scaling or fit_scaling(experiment.scaling, data.train_x)
    prepared = Prepared((), scaling, data, fitted, data.samples(experiment, fitted))
    return TrainingRun(experiment, prepared, parameters, 1 << 20)


def own_run(kind: str, **settings: Any) -> TrainingRun:
    """A run on data of the user's own: "plane", "table" (gaps in it, a target that is a number) or "image"."""
    rng = np.random.default_rng(5)
    if kind == "image":
        x, y = rng.integers(0, 200, (90, 30), np.uint8), np.arange(90) % 3
        data = OwnData("faces", kind, x, y, classes=("a", "b", "c"), image=(6, 5), scaling="unit")
    elif kind == "table":
        x = np.where(rng.random((90, 3)) < 0.1, np.nan, rng.normal(2, 3, (90, 3))).astype(np.float32)
        y = rng.normal(5, 2, (90, 1)).astype(np.float32)
        data = OwnData("flats", kind, x, y, ("a", "b", "c"), groups=(1, 1, 1), scaling="standard")
    else:
        y = np.arange(40) % 2
        x = (rng.normal(0, 0.3, (40, 2)) + y[:, None]).astype(np.float32)
        data = OwnData("", kind, x, y, classes=("0", "1"), recipe={"from": "painted"})
    shelf = Shelf((data,))
    return run_of(Experiment(**{**shelf.defaults(data.key), "layers": (LayerSpec(5),), **settings}), shelf=shelf)


def diverged_run(dropout: float = 0.3, **settings: Any) -> TrainingRun:
    """A run that diverged twice and goes on."""
    wild = Experiment(samples=80, data="wave", output="identity", loss="mse", optimizer="momentum", learning_rate=1e4)
    layers = (LayerSpec(4, "relu", dropout=dropout, batch_norm=bool(dropout)), LayerSpec(4, "relu"))
    run = run_of(replace(wild, layers=layers, **settings))
    for _ in range(2):
        with suppress(DivergedError):
            train(run, 200)
        run.begin_era()
    # The weights are huge by now, but Adam's steps do not depend on how large a gradient is.
    run.change(replace(run.experiment, optimizer="adam", learning_rate=0.01))
    return run


def train(run: TrainingRun, steps: int) -> None:
    """As the worker does, changes by hand being made between the steps."""
    for _ in range(steps):
        run.step()


def random_experiment(rng: np.random.Generator, number: int) -> Experiment:
    """Everything drawn at random; data, optimizer, schedule, scaling and activations take turns, so that all come."""
    data = BUILT_IN[number % len(BUILT_IN)]
    fields = catalogue.defaults(data) | ({"samples": 150} if data == "handwriting" else {"samples": 60})
    if fields["outputs"] == 1 and fields["loss"] != "mse" and rng.random() < 0.3:
        fields |= {"outputs": 2, "output": "softmax"}
    if fields["loss"] != "mse" and rng.random() < 0.3:
        fields["output"] = str(rng.choice(["identity", "sigmoid"]))
    fields["loss"] = str(rng.choice(LOSSES_OF_OUTPUT[fields["output"]]))
    return Experiment(
        **{
            **fields, "layers": random_layers(rng, number), "scaling": SCALING_NAMES[number % 4],
            "initializer": INITIALIZER_NAMES[-1 - number % 5], "optimizer": OPTIMIZER_NAMES[number % 6],
            "learning_rate": float(rng.choice([0.003, 0.01, 0.03])), "momentum": float(rng.choice([0.5, 0.9])),
            "decay": float(rng.choice([0.9, 0.99])), "schedule": SCHEDULE_NAMES[number % 5], "schedule_epochs": 3,
            "l1": float(rng.choice([0, 0.001])), "l2": float(rng.choice([0, 0.01])),
            "batch_size": int(rng.choice([1, 7, 16, 100])), "seed": number, "data_seed": number % 3,
            "precision": ("float32", "float64")[number % 2],
        }
    )  # fmt: skip


def random_layers(rng: np.random.Generator, number: int) -> tuple[LayerSpec, ...]:
    units = int(rng.integers(2, 9))
    names = [ACTIVATION_NAMES[(number + 5 * k) % len(ACTIVATION_NAMES)] for k in range(rng.integers(1, 4))]
    return tuple(
        LayerSpec(
            units, name, alpha=0.2, theta=0.5, pieces=3, dropout=float(rng.choice([0, 0.25])),
            batch_norm=bool(rng.random() < 0.3), residual=k > 0 and bool(rng.random() < 0.5),
        )
        for k, name in enumerate(names)
    )  # fmt: skip


def random_run(number: int, **settings: Any) -> TrainingRun:
    """A run of a random experiment with these settings, every second one with random changes by hand on its way."""
    rng = np.random.default_rng(number)
    run = run_of(replace(random_experiment(rng, number), **settings))
    surgeon = Surgeon()
    for _ in range(4):
        try:
            train(run, int(rng.integers(3, 12)))
        except DivergedError:
            # With these rates only a regression through ever larger activations explodes; another seed does not.
            return random_run(number + 1000, **settings)
        if number % 2:
            random_change(rng, surgeon)(run)
    return run


def random_change(rng: np.random.Generator, surgeon: Surgeon) -> Change:
    """One of all the changes that can be made."""

    def settings(**changed: Any) -> Change:
        return lambda run: run.change(replace(run.experiment, **changed))

    def dropout(run: TrainingRun) -> None:
        layers = tuple(replace(layer, dropout=0.4) for layer in run.experiment.layers)
        run.change(replace(run.experiment, layers=layers))

    def edit(intent: intents.Edit) -> Change:
        def operate(run: TrainingRun) -> None:
            surgeon.operate(run, intent)
            run.begin_era()

        return operate

    changes: tuple[Change, ...] = (
        settings(learning_rate=0.002), settings(optimizer=str(rng.choice(OPTIMIZER_NAMES))), settings(batch_size=5),
        settings(l1=0.01, l2=0.0, schedule="cosine"), settings(frozen=((1, 0), (2, -1))), settings(off=((1, 1),)),
        settings(evaluate_every=7), dropout, edit(intents.SetWeight(1, 1, 0, 0.25)), edit(intents.SetBias(2, 0, -0.5)),
        lambda run: (run.set_parameters(run.trainer.network.parameters * 0.5), run.begin_era()),
        edit(intents.AddLayer(1)),
    )  # fmt: skip
    return changes[int(rng.integers(len(changes)))]
