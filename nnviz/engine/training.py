"""Trainer: one experiment being trained. Seeded, resumable, repeatable bit for bit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.diagnosis import Diagnosis, diagnose
from nnviz.engine.experiment import Experiment
from nnviz.engine.layout import frozen_indices
from nnviz.engine.network import Network, Workspace
from nnviz.engine.optimizers import OPTIMIZERS, SGD
from nnviz.engine.recording import Passes, traced
from nnviz.engine.refusal import DivergedError, Refusal
from nnviz.engine.scaling import check_width
from nnviz.engine.schedules import learning_rate
from nnviz.engine.trace import Array, Evaluation, ForwardTrace, Snapshot, StepRecord, StepTrace

TRAIN_SUBSET = 2000
"""At most so many training samples are evaluated beside the test set: enough for ±1 %, and a fixed choice."""
PROBE = 256
"""Training samples whose passes are diagnosed: a few batches, the same ones each time."""
EARLY = frozenset({1, 2, 5, 10, 20, 50, 100, 200})
"""Iterations that are evaluated besides: most is learnt at the start, where a quarter of an epoch is long."""
CHUNK = 1000
"""Samples in one evaluation pass: its activations stay in the cache."""


class Distort(Protocol):
    """Random distortions of training inputs, made anew each time: (indices, strength, generator) → (m, inputs)."""

    def __call__(self, indices: NDArray[np.intp], strength: float, rng: np.random.Generator) -> Array: ...


@dataclass(frozen=True)
class Samples:
    """What is trained on: scaled inputs (m, inputs), encoded targets (m, outputs), and how to distort the inputs."""

    train_x: Array
    train_t: Array
    test_x: Array
    test_t: Array
    classification: bool
    distort: Distort | None = None


@dataclass(frozen=True)
class TrainerState:
    """Everything needed to go on exactly from here. `shuffle` is the generator as it was when the epoch began."""

    iteration: int
    epochs_done: int
    position: int
    parameters: Array
    optimizer: str
    optimizer_steps: int
    accumulators: dict[str, Array]
    shuffle: Mapping[str, Any]
    dropout: Mapping[str, Any]
    distortion: Mapping[str, Any]
    best_loss: float
    best_epoch: int


class Trainer:
    """step() trains one mini-batch; snapshot(), state(), restore() let others look, save and go back.

    Three independent random streams (order of samples, dropout, distortion) keep one setting from disturbing another.
    """

    def __init__(self, experiment: Experiment, samples: Samples, parameters: Array | None = None) -> None:
        check_width(samples.train_x, experiment.inputs)
        if samples.train_t.shape[1] != experiment.outputs:
            raise Refusal("wrong_outputs", found=samples.train_t.shape[1], expected=experiment.outputs)
        self.experiment = experiment
        self.samples = samples
        _, *streams = _streams(experiment)
        self._shuffle, self._dropout, self._distortion = (np.random.default_rng(stream) for stream in streams)
        self.network = initial_network(experiment)
        if parameters is not None:
            np.copyto(self.network.parameters, parameters)
        self.iteration = self.epochs_done = self._position = 0
        self._best_loss, self._best_epoch = math.inf, 0
        self._last_finite = self.network.parameters.copy()
        self._updated = False
        self._spaces: dict[int, Workspace] = {}
        self._frozen = frozen_indices(experiment)
        self._optimizer = self._new_optimizer()
        self._begin_epoch()

    @classmethod
    def resume(cls, experiment: Experiment, samples: Samples, state: TrainerState) -> Trainer:
        """A Trainer that goes on from a state, which may be of a network reshaped since (`surgery.reshape_state`)."""
        trainer = cls(experiment, samples, state.parameters)
        trainer.restore(state)
        return trainer

    def __deepcopy__(self, memo: object) -> Trainer:
        """Another Trainer that goes on exactly from here. Samples are shared: nobody changes them."""
        return Trainer.resume(self.experiment, self.samples, self.state())

    @property
    def epoch(self) -> float:
        """Passes through the training set so far, fractions included."""
        return self.epochs_done + self._position / len(self.samples.train_x)

    @property
    def at_epoch_start(self) -> bool:
        """True when the last step ended an epoch (or none was made)."""
        return self._position == 0

    @property
    def finished(self) -> str:
        """Why the run is over: "epochs", "early_stopping", or "" while it is not."""
        e = self.experiment
        if e.epochs and self.epochs_done >= e.epochs:
            return "epochs"
        return "early_stopping" if e.patience and self.epochs_done - self._best_epoch >= e.patience else ""

    def step(self) -> StepRecord:
        """Forward, backward, update on the next mini-batch. DivergedError: the parameters are the last finite ones."""
        with _quiet():
            passes = self._passes()
            self._update(passes)
        return self._record(passes)

    def traced_step(self) -> tuple[StepRecord, StepTrace]:
        """What `step` does, bit for bit, with read-only copies of all of it in the run's own precision."""
        with _quiet():
            passes = self._passes()
            trace = traced(self.network, self._optimizer, passes, self.iteration, lambda: self._update(passes))
        return self._record(passes), trace

    def evaluate(self) -> Evaluation:
        """Losses and accuracies now, on the first TRAIN_SUBSET training samples and the whole test set."""
        s = self.samples
        with _quiet():
            train = self._score(s.train_x[:TRAIN_SUBSET], s.train_t[:TRAIN_SUBSET])
            test = self._score(s.test_x, s.test_t)
        return Evaluation(self.iteration, self.epoch, *train, *test)

    def diagnosis(self) -> Diagnosis:
        """What the layers do now with the first PROBE training samples, undistorted and without dropout; the update
        is that of the last step (none straight after a start, a restored state or a divergence)."""
        s = self.samples
        before = self._last_finite if self._updated else None
        return diagnose(self.network, s.train_x[:PROBE], s.train_t[:PROBE], before, self.iteration)

    def set_parameter(self, index: int, value: float) -> None:
        """Set one entry of the flat vector by hand. A divergence in the next step does not take it back."""
        self.network.parameters[index] = value
        self._last_finite[index] = value

    def set_parameters(self, values: Array) -> None:
        """Set the whole flat vector (parameters,) by hand. A divergence in the next step does not take it back."""
        np.copyto(self.network.parameters, values, casting="same_kind")
        np.copyto(self._last_finite, self.network.parameters)

    def configure(self, experiment: Experiment) -> None:
        """Go on with other live settings (see `experiment.is_live_change`); another optimizer starts without a past."""
        changed = experiment.optimizer != self.experiment.optimizer
        self.experiment = experiment
        self.network = Network(experiment, self.network.parameters)
        self._frozen = frozen_indices(experiment)
        self._spaces.clear()
        if changed:
            self._optimizer = self._new_optimizer()

    def snapshot(self) -> Snapshot:
        """A read-only copy of the network as it is now."""
        parameters = self.network.parameters.copy()
        parameters.flags.writeable = False
        return Snapshot(self.experiment, self.iteration, self.epoch, parameters)

    def state(self) -> TrainerState:
        """Everything needed to go on exactly from here, copied."""
        return TrainerState(
            self.iteration, self.epochs_done, self._position, self.network.parameters.copy(),
            self.experiment.optimizer, self._optimizer.steps, self._optimizer.state(),
            self._epoch_start, self._dropout.bit_generator.state, self._distortion.bit_generator.state,
            self._best_loss, self._best_epoch,
        )  # fmt: skip

    def restore(self, state: TrainerState) -> None:
        """Back to `state`: the next steps are bit for bit those that followed it. Refusal state_beyond_data where the
        training set is smaller than the one it comes from."""
        if state.position >= len(self.samples.train_x):
            raise Refusal("state_beyond_data", position=state.position, samples=len(self.samples.train_x))
        self.iteration, self.epochs_done = state.iteration, state.epochs_done
        np.copyto(self.network.parameters, state.parameters)
        np.copyto(self._last_finite, state.parameters)
        self._updated = False
        if state.optimizer == self.experiment.optimizer:
            self._optimizer.restore(state.accumulators, state.optimizer_steps)
        else:
            self._optimizer = self._new_optimizer()
        self._shuffle.bit_generator.state = state.shuffle
        self._begin_epoch()
        self._position = state.position
        self._dropout.bit_generator.state = state.dropout
        self._distortion.bit_generator.state = state.distortion
        self._best_loss, self._best_epoch = state.best_loss, state.best_epoch

    def _begin_epoch(self) -> None:
        self._epoch_start = self._shuffle.bit_generator.state
        self._order = self._shuffle.permutation(len(self.samples.train_x))
        self._position = 0

    def _next_batch(self) -> tuple[Array, Array]:
        chosen = self._order[self._position : self._position + self.experiment.batch_size]
        self._position += len(chosen)
        if self._position >= len(self._order):
            self.epochs_done += 1
            self._begin_epoch()
        s, strength = self.samples, self.experiment.distortion
        if strength and s.distort:
            return s.distort(chosen, strength, self._distortion), s.train_t[chosen]
        # "clip" spares a buffered copy; the indices are a permutation and never out of range.
        return np.take(s.train_x, chosen, 0, self._space(len(chosen)).x, "clip"), s.train_t[chosen]

    def _passes(self) -> Passes:
        """Forward and backward on the next mini-batch, in the workspace."""
        rate = learning_rate(self.experiment, self.epoch)
        x, t = self._next_batch()
        space = self._space(len(x))
        forward = self.network.forward(x, space, self._dropout)
        loss = self.network.loss_value(forward, t)
        return Passes(forward, self.network.backward(forward, t, space), t, loss, rate)

    def _update(self, passes: Passes) -> None:
        """Penalties, then the optimizer and the running statistics; what is not finite changes nothing."""
        network, gradient = self.network, passes.backward.flat
        network.penalise(self._space(len(passes.target)).parts)
        if not (_is_finite(passes) and math.isfinite(float(np.vdot(gradient, gradient)))):
            self._give_up(passes.learning_rate)
        np.copyto(self._last_finite, network.parameters)
        self._updated = True
        self._optimizer.update(network.parameters, gradient, self.experiment, passes.learning_rate, self._frozen)
        network.advance_statistics(passes.forward, self._frozen)

    def _record(self, passes: Passes) -> StepRecord:
        self.iteration += 1
        accuracy = self._accuracy(passes.forward, passes.target)
        due = self._evaluation_due()
        return StepRecord(self.iteration, self.epoch, passes.loss, accuracy, passes.learning_rate, due)

    def _give_up(self, rate: float) -> None:
        np.copyto(self.network.parameters, self._last_finite)
        self._updated = False
        # Accumulators that have seen the explosion would repeat it at the first step of a calmer try.
        self._optimizer = self._new_optimizer()
        raise DivergedError(self.iteration, rate)

    def _evaluation_due(self) -> Evaluation | None:
        early = self.iteration in EARLY and not self.experiment.evaluate_every
        on_time = self.iteration % self._evaluation_interval() == 0
        if not (early or on_time or (self.at_epoch_start and self.experiment.patience)):
            return None
        evaluation = self.evaluate()
        if self.at_epoch_start and evaluation.test_loss < self._best_loss:
            self._best_loss, self._best_epoch = evaluation.test_loss, self.epochs_done
        return evaluation

    def _evaluation_interval(self) -> int:
        batches = math.ceil(len(self.samples.train_x) / self.experiment.batch_size)
        return self.experiment.evaluate_every or max(1, batches // 4)

    def _score(self, x: Array, t: Array) -> tuple[float, float | None]:
        """Mean loss and accuracy over all rows, CHUNK at a time."""
        loss, right = 0.0, 0.0
        for at in range(0, len(x), CHUNK):
            part = slice(at, at + CHUNK)
            trace = self.network.forward(x[part], self._space(len(x[part])))
            loss += self.network.loss_value(trace, t[part]) * len(x[part])
            right += (self._accuracy(trace, t[part]) or 0.0) * len(x[part])
        return loss / len(x), right / len(x) if self.samples.classification else None

    def _accuracy(self, trace: ForwardTrace, t: Array) -> float | None:
        return accuracy(trace.output, t) if self.samples.classification else None

    def _space(self, m: int) -> Workspace:
        if m not in self._spaces:
            self._spaces[m] = Workspace(self.network, m)
        return self._spaces[m]

    def _new_optimizer(self) -> SGD:
        return OPTIMIZERS[self.experiment.optimizer](self.network.parameters.size, self.experiment.precision)


def initial_network(experiment: Experiment) -> Network:
    """The network a run of this experiment starts from, by its seed."""
    return Network.initial(experiment, np.random.default_rng(_streams(experiment)[0]))


def _streams(experiment: Experiment) -> list[np.random.SeedSequence]:
    """Independent seeds for start, order, dropout and distortion."""
    return np.random.SeedSequence(experiment.seed).spawn(4)


def _is_finite(passes: Passes) -> bool:
    """False where the loss, or a variance that batch normalisation has divided by, overflowed."""
    variances = [norm.variance for norm in passes.forward.norms if norm]
    return math.isfinite(passes.loss) and all(np.isfinite(variance).all() for variance in variances)


def _quiet() -> np.errstate:
    """Overflow is found by looking at the loss and the gradient, not by warnings."""
    return np.errstate(over="ignore", invalid="ignore", divide="ignore")


def accuracy(y: Array, t: Array) -> float:
    """Share of rows classified right: one output by y > ½, several by the largest."""
    if y.shape[1] == 1:
        return float(np.mean((y > 0.5) == (t > 0.5)))
    return float(np.mean(y.argmax(axis=1) == t.argmax(axis=1)))
