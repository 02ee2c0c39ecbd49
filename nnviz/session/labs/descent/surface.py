"""SurfacePart: all optimizers on one surface, from one start, on one clock, with one stream of noise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from nnviz.engine.experiment import OPTIMIZER_NAMES, Experiment, adapted
from nnviz.engine.optimizers import PAPER_DEFAULTS
from nnviz.engine.surfaces import SURFACES, Surface
from nnviz.session.labs.checks import check_choice, check_range
from nnviz.session.labs.descent import intents
from nnviz.session.labs.descent.clockwork import Clockwork
from nnviz.session.labs.descent.racer import MOST_STEPS, Racer
from nnviz.session.labs.descent.verdict import verdict
from nnviz.session.labs.lab import LabIntent

FIRST = "bowl"
SHOWN = ("sgd", "momentum", "adagrad", "adam")
PACE = 20.0
NOISE = (0.0, 20.0)
"""Least and greatest standard deviation of the noise."""
HYPERS: dict[str, tuple[str, ...]] = {
    name: tuple(field for field in defaults if field != "learning_rate") for name, defaults in PAPER_DEFAULTS.items()
}
"""What each optimizer has besides a learning rate."""


class SurfacePart(Clockwork):
    """The race on a surface.

    name, surface   which one;  start: where everybody begins;  noise, seed: of the gradient noise
    rate            η of everybody without an own one;  own: the optimizers that have one
    racers          by optimizer; all of them race, shown or not
    """

    most = MOST_STEPS
    kind, names = "optimizer", OPTIMIZER_NAMES

    def __init__(self) -> None:
        super().__init__(PACE, SHOWN, "momentum")
        self.name, self.noise, self.seed = FIRST, 0.0, 0
        self.own: frozenset[str] = frozenset()
        self.surface: Surface = SURFACES[FIRST]
        self.start, self.rate = self.surface.start, self.surface.rate
        self.racers = {name: Racer(_standard(name, self.rate)) for name in OPTIMIZER_NAMES}
        self.begin()

    @property
    def can_step(self) -> bool:
        """False when the clock has run out, or nobody who is seen can go on."""
        return super().can_step and not all(self.racers[name].gone for name in self.shown)

    @property
    def racer(self) -> Racer:
        """The one that is looked at."""
        return self.racers[self.followed]

    @property
    def finding(self) -> str:
        """What there is to say about its path, one of `verdict.FINDINGS`."""
        return verdict(self.racer, self.surface)

    def begin(self) -> None:
        # Drawn in advance: whoever is gone takes nobody else's numbers.
        self._noise = np.random.default_rng(self.seed).standard_normal((MOST_STEPS, 2))
        for racer in self.racers.values():
            racer.begin(self.surface, self.start)

    def tick(self) -> None:
        noise = self.noise * self._noise[self.ticks - 1]
        for racer in self.racers.values():
            racer.advance(self.surface, noise)

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            intents.ChooseSurface: lambda intent: self._choose_surface(intent.name),
            intents.SetStart: lambda intent: self._set_start(intent.x, intent.y),
            intents.ShowOptimizer: lambda intent: self.show(intent.name, intent.on),
            intents.Follow: lambda intent: self.follow(intent.name),
            intents.SetRate: lambda intent: self._set_rate(intent.rate),
            intents.SetHyper: self._set_hyper,
            intents.ShareRate: lambda intent: self._share(intent.optimizer),
            intents.TakePaperValues: lambda intent: self._take_paper_values(intent.optimizer),
            intents.SetSchedule: self._set_schedule,
            intents.SetNoise: lambda intent: self._set_noise(intent.deviation),
            intents.SetNoiseSeed: lambda intent: self._set_seed(intent.seed),
        }

    def _choose_surface(self, name: str) -> None:
        check_choice("surface", name, tuple(SURFACES))
        self.name, self.surface = name, SURFACES[name]
        self.start = self.surface.start
        self._set_rate(self.surface.rate)
        self.reset()

    def _set_start(self, x: float, y: float) -> None:
        check_range("x", x, *self.surface.x)
        check_range("y", y, *self.surface.y)
        self.start = x, y
        self.begin_anew()

    def _set_rate(self, rate: float) -> None:
        changed = {name: replace(self.racers[name].experiment, learning_rate=rate) for name in OPTIMIZER_NAMES}
        self.rate = rate
        for name in set(changed) - self.own:
            self.racers[name].experiment = changed[name]

    def _set_hyper(self, intent: intents.SetHyper) -> None:
        check_choice("optimizer", intent.optimizer, OPTIMIZER_NAMES)
        check_choice("field", intent.field, ("learning_rate", *HYPERS[intent.optimizer]))
        racer = self.racers[intent.optimizer]
        racer.experiment = adapted(racer.experiment, **{intent.field: intent.value})
        if intent.field == "learning_rate":
            self.own |= {intent.optimizer}

    def _share(self, optimizer: str) -> None:
        check_choice("optimizer", optimizer, OPTIMIZER_NAMES)
        racer = self.racers[optimizer]
        racer.experiment = replace(racer.experiment, learning_rate=self.rate)
        self.own -= {optimizer}

    def _take_paper_values(self, optimizer: str) -> None:
        check_choice("optimizer", optimizer, OPTIMIZER_NAMES)
        racer = self.racers[optimizer]
        racer.experiment = adapted(racer.experiment, **PAPER_DEFAULTS[optimizer])
        self.own |= {optimizer}

    def _set_schedule(self, intent: intents.SetSchedule) -> None:
        values = {"schedule": intent.name, "schedule_rate": intent.rate, "schedule_epochs": intent.steps}
        changed = {name: adapted(racer.experiment, **values) for name, racer in self.racers.items()}
        for name, experiment in changed.items():
            self.racers[name].experiment = experiment

    def _set_noise(self, deviation: float) -> None:
        check_range("deviation", deviation, *NOISE)
        self.noise = deviation

    def _set_seed(self, seed: int) -> None:
        check_range("seed", seed, 0, 2**31 - 1)
        self.seed = seed
        self.reset()


def _standard(name: str, rate: float) -> Experiment:
    """An optimizer as its paper has it, but for the learning rate."""
    start = Experiment(optimizer=name, precision="float64", schedule_epochs=50)
    return adapted(start, **{**PAPER_DEFAULTS[name], "learning_rate": rate})
