"""What the engine records: frozen passes, steps and snapshots. Everything that crosses a thread is one of these."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.experiment import Experiment

if TYPE_CHECKING:
    from nnviz.engine.network import Network

Array = NDArray[np.floating]


@dataclass(frozen=True)
class BatchStatistics:
    """What batch normalisation did in one layer and one pass of m samples; width columns of z.

    mean, variance   (width,) μ and σ² that were used, σ² divided by m
    normalised       (m, width) x̂ = (z − μ) / √(σ² + ε)
    from_batch       True: μ and σ² are those of the m samples (training); False: running averages (inference)
    """

    mean: Array
    variance: Array
    normalised: Array
    from_batch: bool


@dataclass(frozen=True)
class ForwardTrace:
    """One forward pass of m samples. Entry k of each list belongs to layer k + 1 (layer 0 is the input x).

    x     (m, inputs)
    z     (m, units) weighted sums z = a·W + b; for maxout (m, units · pieces)
    n     (m, units) what enters f, for maxout (m, units · pieces): z normalised, or the very array z
    a     (m, units) activations a = f(n), after dropout, plus the a of the layer before where that is residual
    masks (m, units) dropout factors, 0 or 1 / (1 − p); None where a layer drops nothing
    norms what batch normalisation did; None where a layer has none
    """

    x: Array
    z: tuple[Array, ...]
    n: tuple[Array, ...]
    a: tuple[Array, ...]
    masks: tuple[Array | None, ...]
    norms: tuple[BatchStatistics | None, ...]

    @property
    def output(self) -> Array:
        """(m, outputs): the activations of the last layer."""
        return self.a[-1]

    def input_of(self, k: int) -> Array:
        """(m, in): what entered weight layer k."""
        return self.a[k - 1] if k else self.x


@dataclass(frozen=True)
class BackwardTrace:
    """One backward pass: derivatives of the mean loss over the batch.

    delta (m, units) ∂L/∂z;  dW (in, out) ∂L/∂W;  db (out,) ∂L/∂b
    dn    (m, units) ∂L/∂n, of a layer without batch normalisation the very array delta
    skip  (m, units) ∂L/∂a of a residual layer, which goes back over its skip connection as it is; None elsewhere
    dgamma, dbeta   (out,) ∂L/∂γ and ∂L/∂β of batch normalisation, empty where there is none
    extra ∂L/∂(what an activation trains itself: PReLU's slopes), empty where there is nothing
    flat  all of dW, db, dgamma, dbeta, extra in the order of the network's parameter vector, 0 for running statistics
    """

    delta: tuple[Array, ...]
    dn: tuple[Array, ...]
    skip: tuple[Array | None, ...]
    dW: tuple[Array, ...]
    db: tuple[Array, ...]
    dgamma: tuple[Array, ...]
    dbeta: tuple[Array, ...]
    extra: tuple[Array, ...]
    flat: Array


@dataclass(frozen=True)
class Evaluation:
    """Losses and accuracies (0…1; None for regression) on the fixed training subset and on the whole test set."""

    iteration: int
    epoch: float
    train_loss: float
    train_accuracy: float | None
    test_loss: float
    test_accuracy: float | None


@dataclass(frozen=True, slots=True)
class StepRecord:
    """One training iteration. `epoch` counts passes through the training set, fractions included;
    `loss` and `accuracy` are those of the mini-batch, taken before its update."""

    iteration: int
    epoch: float
    loss: float
    accuracy: float | None
    learning_rate: float
    evaluation: Evaluation | None = None


@dataclass(frozen=True)
class Snapshot:
    """The network at one iteration: a read-only copy of all parameters."""

    experiment: Experiment
    iteration: int
    epoch: float
    parameters: Array

    @cached_property
    def network(self) -> Network:
        """The network over these parameters (views, no copy)."""
        from nnviz.engine.network import Network

        return Network(self.experiment, self.parameters)


@dataclass(frozen=True, eq=False)
class StepTrace:
    """One whole training iteration on m samples, forward, backward and update: everything that can be looked at.

    experiment, iteration   the settings, and the iteration before this update
    before, after           (parameters,) flat parameter vectors before and after the update
    forward, backward       both passes; `backward` is of the mean loss alone, without penalties
    target                  (m, outputs);  loss: mean loss, without penalties
    gradient                (parameters,) what the optimizer was given: ∂L/∂w + λ₂ w + λ₁ sign(w)
    learning_rate           η at this iteration;  steps: updates made by the optimizer, this one included
    accumulators            the optimizer's arrays by name, before the update;  new_accumulators: after it
    """

    experiment: Experiment
    iteration: int
    before: Array
    after: Array
    forward: ForwardTrace
    backward: BackwardTrace
    target: Array
    loss: float
    gradient: Array
    learning_rate: float
    steps: int
    accumulators: dict[str, Array]
    new_accumulators: dict[str, Array]

    @cached_property
    def network(self) -> Network:
        """The network before the update (views, no copy)."""
        from nnviz.engine.network import Network

        return Network(self.experiment, self.before)

    @cached_property
    def network_after(self) -> Network:
        """The network after the update (views, no copy)."""
        from nnviz.engine.network import Network

        return Network(self.experiment, self.after)

    @property
    def samples(self) -> int:
        """m."""
        return len(self.target)


@dataclass(frozen=True)
class Prediction:
    """What the network says about one input, with the forward pass that says it.

    trace          the pass, m = 1
    probabilities  (outputs,) the output layer's activations
    answer         index of the largest output (or 0/1 for one sigmoid unit); None: "not a digit", or regression
    digit_score    0…1, how much the drawing looks like a digit at all; None for data that is no drawing
    truth          index of the true class, where known
    """

    trace: ForwardTrace
    probabilities: Array
    answer: int | None
    digit_score: float | None = None
    truth: int | None = None
