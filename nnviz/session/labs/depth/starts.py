"""StartsPart: five layers of a hundred units for every initialiser and activation, before and during training.

Inputs are 1,000 × 100 numbers from N(0, 1), as in the classical experiment; the classes that are learnt from them are
those of a random linear teacher. Everything is done in pieces of a few milliseconds, so that no frame is late; how many
of them depends on the time that passes in the session, not on how fast the machine is: a replay does the same.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np

from nnviz.engine.depth import ALIKE, GROWN, MANY, LayerLook, chain, looks
from nnviz.engine.diagnosis import FAINT, LOUD
from nnviz.engine.experiment import INITIALIZER_NAMES, Experiment, LayerSpec
from nnviz.engine.refusal import DivergedError
from nnviz.engine.training import Samples, Trainer, initial_network
from nnviz.session.labs.depth.intents import ResetStarts, SetStarts, TrainStarts
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.part import Part

SIDE, DEPTH, SAMPLES, CLASSES = 100, 5, 1000, 10
"""Units of a layer and inputs, hidden layers, samples, and classes of the teacher."""
ACTIVATIONS = ("sigmoid", "tanh", "relu")
PLACES = tuple(product(INITIALIZER_NAMES, ACTIVATIONS))
"""(initialiser, activation) of all cells, row by row."""
MODES = tuple(product((False, True), (False, True)))
"""(batch normalisation, residual) of all tables."""
SEED = 1
ROUND = 5
"""Iterations between two looks at the cells."""
SHARE = 0.3
"""Of the time that passes, so much may be used on an ordinary machine."""
COSTS = {"make": 0.0006, "look": 0.004, "grade": 0.0015, "keep": 0.0, "compare": 0.007, "step": 0.0003}
"""Seconds that each kind of piece takes there."""
GRADIENT_SAMPLES = 250
NEVER = 1_000_000
"""Nobody looks at evaluations of these networks."""

Place = tuple[str, str]
Mode = tuple[bool, bool]


@dataclass(frozen=True)
class Piece:
    """A piece of the work, which can be put off: what is done, with which cell, in which mode."""

    do: str
    place: Place = ("", "")
    mode: Mode = (False, False)


@dataclass(frozen=True, eq=False)
class Cell:
    """One network of the table as it is after so many iterations.

    looks     hidden layers, first to last
    ratio     gradient norm of the first weight layer / that of the last
    diverged  training ended in numbers that are not finite; it stays at the last finite state
    """

    iteration: int
    looks: tuple[LayerLook, ...]
    ratio: float
    diverged: bool = False

    @property
    def deviation(self) -> float:
        """Standard deviation of the last hidden layer's activations."""
        return self.looks[-1].deviation

    @property
    def grade(self) -> str:
        """What is wrong with it: "diverged", "collapse", "growth", "saturated", "vanishing", "exploding", or "" """
        if self.diverged:
            return "diverged"
        if self.deviation < ALIKE:
            return "collapse"
        if self.deviation > GROWN * self.looks[0].deviation:
            return "growth"
        if self.looks[-1].saturated >= MANY:
            return "saturated"
        return "vanishing" if self.ratio < FAINT else "exploding" if self.ratio > LOUD else ""


def settings(place: Place, mode: Mode) -> Experiment:
    """The experiment of one cell."""
    (initializer, activation), (batch_norm, residual) = place, mode
    layer = LayerSpec(SIDE, activation, batch_norm=batch_norm, residual=residual)
    return Experiment(
        inputs=SIDE, outputs=CLASSES, layers=(layer,) * DEPTH, output="softmax", loss="cross_entropy",
        initializer=initializer, optimizer="sgd", learning_rate=0.1, batch_size=50, evaluate_every=NEVER, seed=SEED,
    )  # fmt: skip


def teacher_samples() -> Samples:
    """Inputs from N(0, 1); the class is the output of a random linear layer that is largest."""
    rng = np.random.default_rng(SEED)
    x = rng.standard_normal((SAMPLES, SIDE)).astype(np.float32)
    t = np.eye(CLASSES, dtype=np.float32)[(x @ rng.standard_normal((SIDE, CLASSES))).argmax(axis=1)]
    return Samples(x, t, x, t, True)


class StartsPart(Part):
    """The table.

    mode      (batch normalisation, residual) of all cells;  training: they are being trained
    cells     by (initialiser, activation), as far as they were looked at;  starts: the same before any training
    spreads   by mode and activation: largest / smallest deviation of the last layer's activations before training, over
              the initialisers but zeros
    """

    def __init__(self) -> None:
        self.mode: Mode = (False, False)
        self.training = False
        self.cells: dict[Place, Cell] = {}
        self.starts: dict[Place, Cell] = {}
        self.spreads: dict[tuple[Mode, str], float] = {}
        self._samples: Samples | None = None
        self._trainers: dict[Place, Trainer] = {}
        self._diverged: set[Place] = set()
        self._looks: tuple[LayerLook, ...] = ()
        self._deviations: list[float] = []
        self._credit = 0.0
        self._work = self._beginning()

    @property
    def moving(self) -> bool:
        return bool(self._work) or self.training

    @property
    def iteration(self) -> int:
        """Iterations that all cells have made that are still trained."""
        return max((cell.iteration for cell in self.cells.values()), default=0)

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {SetStarts: self._set, TrainStarts: self._train, ResetStarts: lambda intent: self._restart()}

    def advance(self, seconds: float) -> None:
        self._credit = min(self._credit, 0.0) + SHARE * seconds
        while self.moving and self._credit > 0:
            self._work = self._work or _round()
            piece = self._work.popleft()
            self._credit -= COSTS[piece.do]
            self._do(piece)

    # Intents

    def _set(self, intent: SetStarts) -> None:
        if (intent.batch_norm, intent.residual) != self.mode:
            self.mode = intent.batch_norm, intent.residual
            self._restart()

    def _train(self, intent: TrainStarts) -> None:
        self.training = intent.on

    def _restart(self) -> None:
        self.training = False
        self.cells, self.starts = {}, {}
        self._work = self._beginning()

    # Work in pieces

    def _beginning(self) -> deque[Piece]:
        """New networks, a look at each, then how far they differ, in the modes where that is not known."""
        self._trainers, self._diverged, self._deviations = {}, set(), []
        cells = [Piece(do, place) for place in PLACES for do in ("make", "look", "grade")]
        unknown = [(mode, name) for mode, name in product(MODES, ACTIVATIONS) if (mode, name) not in self.spreads]
        compared = [Piece("compare", (start, name), mode) for mode, name in unknown for start in INITIALIZER_NAMES[1:]]
        return deque([*cells, Piece("keep"), *compared])

    def _do(self, piece: Piece) -> None:
        getattr(self, f"_{piece.do}")(piece)

    def _make(self, piece: Piece) -> None:
        self._samples = self._samples or teacher_samples()
        self._trainers[piece.place] = Trainer(settings(piece.place, self.mode), self._samples)

    def _step(self, piece: Piece) -> None:
        if piece.place in self._diverged:
            return
        try:
            self._trainers[piece.place].step()
        except DivergedError:
            self._diverged.add(piece.place)

    def _look(self, piece: Piece) -> None:
        trainer = self._trainers[piece.place]
        self._looks = looks(trainer.network, trainer.samples.train_x)

    def _grade(self, piece: Piece) -> None:
        """The second half of a look."""
        trainer = self._trainers[piece.place]
        x, t = trainer.samples.train_x[:GRADIENT_SAMPLES], trainer.samples.train_t[:GRADIENT_SAMPLES]
        ratio = chain(trainer.network, x, t).ratio
        self.cells[piece.place] = Cell(trainer.iteration, self._looks, ratio, piece.place in self._diverged)

    def _keep(self, piece: Piece) -> None:
        self.starts = dict(self.cells)

    def _compare(self, piece: Piece) -> None:
        """One more network of a mode; after the last of an activation its spread is known."""
        x = (self._samples or teacher_samples()).train_x
        network = initial_network(settings(piece.place, piece.mode))
        self._deviations.append(looks(network, x)[-1].deviation)
        initializer, activation = piece.place
        if initializer == INITIALIZER_NAMES[-1]:
            found, self._deviations = self._deviations, []
            self.spreads[piece.mode, activation] = max(found) / min(found) if min(found) else math.inf


def _round() -> deque[Piece]:
    """A few iterations of every network, then a look at each."""
    steps = [Piece("step", place) for place in PLACES for _ in range(ROUND)]
    return deque([*steps, *(Piece(do, place) for place in PLACES for do in ("look", "grade"))])
