"""Hand tuning: a network that reads digits learns a few drawings of one person, and what it forgets meanwhile.

Fine-tuning with rehearsal: distorted copies of the drawings, and three times as many digits of the data it knew before
(Robins, "Catastrophic forgetting, rehearsal and pseudorehearsal", 1995).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from nnviz.data.dataset import DataSet, encode_targets
from nnviz.data.distortion import Distorter
from nnviz.data.reference import Reference, reference_for
from nnviz.engine.network import Network
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array, Snapshot
from nnviz.engine.training import Samples, Trainer
from nnviz.models.model import IMAGES

Digits = NDArray[np.intp]
Tell = Callable[[float], None]
"""Told the finished share, 0…1; what it raises breaks the work off."""

CLASSES = 10
COPIES, REHEARSED = 640, 1920
"""Distorted copies of the drawings in an epoch, and digits that are rehearsed."""
EPOCHS, BATCH = 12, 64
LEARNING_RATE = 5e-4
"""Of Adam, falling along a half cosine: small, as most of what the network knows is to stay."""
CHUNK = 1000
READ = 0.2
"""Share of the work that reading the reference digits is."""


@dataclass(frozen=True, eq=False)
class Task:
    """What is to be learnt.

    before    the network as it is;  scaling: raw input → network input
    x, y      (n, inputs) raw inputs of the drawings, and their digits (n,)
    data      the samples of the network's run, where they are loaded
    rehearse  True: digits it knew before are practised, too
    """

    before: Snapshot
    scaling: Scaling
    x: Array
    y: Digits
    data: DataSet | None
    rehearse: bool


@dataclass(frozen=True, eq=False)
class Answers:
    """What a network answered before and after, of m images.

    digits         (m,) what they are
    before, after  (m,) what was answered
    """

    digits: Digits
    before: Digits
    after: Digits

    def __len__(self) -> int:
        return len(self.digits)

    @property
    def right(self) -> tuple[int, int]:
        """How many answers were right before, and after."""
        before, after = self._rightness
        return int(before.sum()), int(after.sum())

    @property
    def accuracy(self) -> tuple[float, float]:
        """Shares of right answers, 0…1; nan of no images."""
        before, after = self.right
        return (before / len(self), after / len(self)) if len(self) else (float("nan"), float("nan"))

    @property
    def forgotten(self) -> int:
        """How many were answered right before and wrong after."""
        before, after = self._rightness
        return int((before & ~after).sum())

    @property
    def gained(self) -> int:
        """How many were answered wrong before and right after."""
        before, after = self._rightness
        return int((~before & after).sum())

    @property
    def error_rates(self) -> Array:
        """(2, 10) share of wrong answers about each digit before and after; nan where there are no images of it."""
        counts = np.bincount(self.digits, minlength=CLASSES)
        wrong = [np.bincount(self.digits[~right], minlength=CLASSES) for right in self._rightness]
        with np.errstate(invalid="ignore"):
            return np.asarray(np.stack(wrong) / np.where(counts, counts, np.nan))

    @property
    def _rightness(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        return self.before == self.digits, self.after == self.digits


@dataclass(frozen=True, eq=False)
class Learnt:
    """What came of a task. `known`: the answers about the test set of the reference digits."""

    task: Task
    after: Snapshot
    reference: Reference
    known: Answers

    def ask(self, x: Array, digits: Digits) -> Answers:
        """What the network answered about raw inputs (m, inputs) before, and answers after."""
        return asked(self.task, self.after, x, digits)


def learn(task: Task, tell: Tell) -> Learnt:
    """Fine-tune a copy of the network. The same task gives the same weights. DivergedError where it leads nowhere."""
    # One BLAS thread: several are slower on matrices this small, and the window wants a core of its own.
    with threadpool_limits(limits=1, user_api="blas"):
        return _learnt(task, tell)


def _learnt(task: Task, tell: Tell) -> Learnt:
    tell(0.0)
    reference = reference_for(task.before.experiment, task.data)
    tell(READ)
    trainer = _trainer(task, reference)
    steps = EPOCHS * -(-len(trainer.samples.train_x) // BATCH)
    for step in range(steps):
        trainer.step()
        tell(READ + (0.95 - READ) * (step + 1) / steps)
    after = replace(task.before, parameters=trainer.snapshot().parameters)
    known = asked(task, after, reference.test_x, reference.test_y)
    tell(1.0)
    return Learnt(task, after, reference, known)


def asked(task: Task, after: Snapshot, x: NDArray[Any], digits: Digits) -> Answers:
    """The answers of both networks about raw inputs (m, inputs)."""
    return Answers(digits, _answers(task, task.before, x), _answers(task, after, x))


def _answers(task: Task, snapshot: Snapshot, x: NDArray[Any]) -> Digits:
    network, dtype = Network(snapshot.experiment, snapshot.parameters), snapshot.experiment.precision
    parts = [task.scaling.apply(x[at : at + CHUNK], dtype) for at in range(0, len(x), CHUNK)]
    answers = [network.forward(part).output.argmax(axis=1) for part in parts]
    return np.concatenate(answers) if answers else np.empty(0, np.intp)


def _trainer(task: Task, reference: Reference) -> Trainer:
    experiment = replace(
        task.before.experiment, optimizer="adam", learning_rate=LEARNING_RATE, schedule="cosine",
        schedule_epochs=EPOCHS, epochs=EPOCHS, batch_size=BATCH, distortion=1.0, patience=0, evaluate_every=1_000_000,
    )  # fmt: skip
    mixture = _Mixture(task, reference)
    x, y = mixture.images[mixture.rows], mixture.digits[mixture.rows]
    inputs = task.scaling.apply(x, experiment.precision)
    targets = encode_targets(y, experiment.outputs, experiment.precision)
    samples = Samples(inputs, targets, inputs[:1], targets[:1], classification=True, distort=mixture)
    return Trainer(experiment, samples, task.before.parameters.copy())


class _Mixture:
    """Rows of an epoch: COPIES of the drawings, each distorted anew, and with rehearsal REHEARSED reference digits.

    images  (k, inputs) all there are, the drawings first;  digits  (k,);  rows  (r,) which image each row is
    """

    def __init__(self, task: Task, reference: Reference) -> None:
        rng = np.random.default_rng(task.before.experiment.seed)
        rehearsed = rng.permutation(len(reference.train_x))[: REHEARSED if task.rehearse else 0]
        self.images = np.concatenate([task.x, reference.train_x[rehearsed]]).astype(np.float32)
        self.digits = np.concatenate([task.y, reference.train_y[rehearsed]])
        copies = np.arange(COPIES) % len(task.x)
        self.rows = np.concatenate([copies, np.arange(len(task.x), len(self.images))])
        self._scaling, self._dtype = task.scaling, task.before.experiment.precision
        self._distorter = Distorter(self.images, IMAGES[task.x.shape[1]])

    def __call__(self, indices: Digits, strength: float, rng: np.random.Generator) -> Array:
        """(n, inputs) scaled inputs of the rows `indices`, each distorted anew."""
        return self._scaling.apply(self._distorter(self.rows[indices], strength, rng), self._dtype)
