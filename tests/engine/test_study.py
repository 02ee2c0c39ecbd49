"""A traced step is the step; a what-if step is the step it would be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine.network import Network
from nnviz.engine.study import study
from nnviz.engine.training import Trainer
from tests.engine.cases import PLAIN, SEEDS, arrays_of, experiment_of, samples_of, trained


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("precision", ["float32", "float64"])
def test_traced_step_is_the_step_bit_for_bit(seed: int, precision: str) -> None:
    experiment = replace(experiment_of(seed, 0.3), precision=precision)
    plain, watched = trained(experiment), trained(experiment)
    for _ in range(7):  # over the end of an epoch and its short last batch
        before = watched.network.parameters.copy()
        expected = plain.step()
        record, trace = watched.traced_step()
        assert record == expected
        assert trace.loss == record.loss
        assert trace.iteration == record.iteration - 1
        np.testing.assert_array_equal(trace.before, before)
        np.testing.assert_array_equal(trace.after, plain.network.parameters)
    np.testing.assert_array_equal(watched.network.parameters, plain.network.parameters)
    for name, array in plain.state().accumulators.items():
        np.testing.assert_array_equal(trace.new_accumulators[name], array)


def test_a_trace_is_a_copy_that_nothing_changes() -> None:
    trainer = trained(experiment_of(12, 0.3))
    _, trace = trainer.traced_step()
    kept = [array.copy() for array in arrays_of(trace)]
    for _ in range(12):
        trainer.traced_step()
    for array, before in zip(arrays_of(trace), kept, strict=True):
        np.testing.assert_array_equal(array, before)
        assert not array.flags.writeable


def test_backward_is_without_penalties_and_the_gradient_with_them() -> None:
    _, trace = trained(experiment_of(3)).traced_step()
    network, e = trace.network, trace.experiment
    plain = network.backward(network.forward(trace.forward.x), trace.target)
    np.testing.assert_array_equal(trace.backward.flat, plain.flat)
    for given, layer, dW, db in zip(
        network.split(trace.gradient), network.layers, trace.backward.dW, trace.backward.db, strict=True
    ):
        np.testing.assert_allclose(given.W, dW + e.l2 * layer.W + e.l1 * np.sign(layer.W), atol=1e-14)
        np.testing.assert_array_equal(given.b, db)


@pytest.mark.parametrize("seed", range(PLAIN))
def test_study_of_the_next_batch_is_the_next_step(seed: int) -> None:
    trainer = trained(replace(experiment_of(seed), off=((1, 2),), frozen=((2, 1),)))
    state = trainer.state()
    _, real = trainer.traced_step()
    trace = study(
        trainer.experiment, state.parameters, real.forward.x, real.target, learning_rate=real.learning_rate,
        iteration=6, accumulators=state.accumulators, steps=state.optimizer_steps,
    )  # fmt: skip
    assert (trace.iteration, trace.steps, trace.loss) == (real.iteration, real.steps, real.loss)
    for one, two in zip(arrays_of(trace), arrays_of(real), strict=True):
        np.testing.assert_array_equal(one, two)


@pytest.mark.parametrize("seed", range(PLAIN, 39))
def test_study_takes_the_running_averages_and_leaves_them(seed: int) -> None:
    trainer = trained(experiment_of(seed, 0.2))
    s = samples_of(seed)
    trace = study(trainer.experiment, trainer.network.parameters, s.test_x[:1], s.test_t[:1], learning_rate=0.1)
    np.testing.assert_array_equal(trace.forward.output, trainer.network.forward(s.test_x[:1]).output)
    assert not any(norm.from_batch for norm in trace.forward.norms if norm)
    for before, after in zip(trace.network.layers, trace.network_after.layers, strict=True):
        np.testing.assert_array_equal(before.mean, after.mean)
        np.testing.assert_array_equal(before.variance, after.variance)


def test_study_is_exact_and_changes_nothing() -> None:
    e = replace(experiment_of(5, 0.4), precision="float32")
    parameters = trained(e).network.parameters
    kept, s = parameters.copy(), samples_of(1, dtype="float32")
    trace = study(e, parameters, s.train_x[:2], s.train_t[:2], learning_rate=0.1)
    np.testing.assert_array_equal(parameters, kept)
    assert trace.experiment == replace(e, precision="float64")
    assert {array.dtype for array in arrays_of(trace)} == {np.dtype("float64")}
    assert trace.forward.masks == (None, None, None), "nothing is dropped"
    assert trace.steps == 1
    assert trace.samples == 2
    exact = Network(trace.experiment, kept.astype("float64"))
    np.testing.assert_array_equal(trace.forward.output, exact.forward(s.train_x[:2].astype("float64")).output)
    assert all(not array.any() for array in trace.accumulators.values())


def test_study_takes_no_accumulators_of_another_optimizer() -> None:
    trainer = Trainer(experiment_of(5), samples_of(5))
    x, t = samples_of(5).train_x[:1], samples_of(5).train_t[:1]
    alien = {"h": np.ones(trainer.network.parameters.size)}
    trace = study(trainer.experiment, trainer.network.parameters, x, t, learning_rate=0.1, accumulators=alien)
    assert set(trace.accumulators) == {"m", "v"}
    assert not trace.accumulators["v"].any()
