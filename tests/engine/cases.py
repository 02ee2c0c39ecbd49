"""Small random networks and batches for the tests: every activation, output, loss and optimizer has its turn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nnviz.engine.experiment import ACTIVATION_NAMES, LOSSES_OF_OUTPUT, OPTIMIZER_NAMES, Experiment, LayerSpec
from nnviz.engine.trace import Array, StepTrace
from nnviz.engine.training import Samples, Trainer

PAIRS = tuple((output, loss) for output, losses in LOSSES_OF_OUTPUT.items() for loss in losses)
PLAIN = 26
SEEDS = range(39)


def experiment_of(seed: int, dropout: float = 0.0) -> Experiment:
    """A network of two hidden layers: seed 0…12 visits every activation, 26…38 does so with batch normalisation in the
    first layer or in both, and a second layer that is residual."""
    first = ACTIVATION_NAMES[seed % len(ACTIVATION_NAMES)]
    second = ACTIVATION_NAMES[(seed * 5 + 3) % len(ACTIVATION_NAMES)]
    output, loss = PAIRS[seed % len(PAIRS)]
    layers = (LayerSpec(5, first, 0.3, 0.2, 3, dropout), LayerSpec(4, second, 0.3, 0.2, 2, dropout))
    if seed >= PLAIN:
        layers = (
            replace(layers[0], batch_norm=True),
            replace(layers[1], units=5, batch_norm=seed % 2 == 0, residual=True),
        )
    optimizer = OPTIMIZER_NAMES[seed % len(OPTIMIZER_NAMES)]
    return Experiment(
        inputs=3, outputs=3, layers=layers, output=output, loss=loss, optimizer=optimizer, learning_rate=0.05, l1=1e-3,
        l2=1e-2, batch_size=7, seed=seed, precision="float64",
    )  # fmt: skip


def samples_of(seed: int, m: int = 40, dtype: str = "float64") -> Samples:
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(m, 3)).astype(dtype)
    t = np.eye(3, dtype=dtype)[rng.integers(0, 3, m)]
    return Samples(x[:30], t[:30], x[30:], t[30:], classification=True)


def trained(experiment: Experiment, steps: int = 6) -> Trainer:
    """A Trainer that is on its way, its accumulators no longer zero."""
    trainer = Trainer(experiment, samples_of(experiment.seed, dtype=experiment.precision))
    for _ in range(steps):
        trainer.step()
    return trainer


def traced_steps(seed: int) -> tuple[StepTrace, StepTrace]:
    """The next real step with dropout, and one of a network with a unit switched off."""
    dropped = trained(experiment_of(seed, 0.3)).traced_step()[1]
    off = trained(replace(experiment_of(seed), off=((1, 2), (2, 0)))).traced_step()[1]
    return dropped, off


def arrays_of(step: StepTrace) -> list[Array]:
    """Every array of a trace."""
    masks = [mask for mask in step.forward.masks if mask is not None]
    forward, back = step.forward, step.backward
    norms = [array for norm in forward.norms if norm for array in (norm.mean, norm.variance, norm.normalised)]
    skips = [skip for skip in back.skip if skip is not None]
    passes = [forward.x, *forward.z, *forward.n, *forward.a, *masks, *norms, *back.delta, *back.dn, *skips]
    rest = [*back.dW, *back.db, *back.dgamma, *back.dbeta, *back.extra, back.flat, step.before, step.after, step.target]
    return [*passes, *rest, step.gradient, *step.accumulators.values(), *step.new_accumulators.values()]
