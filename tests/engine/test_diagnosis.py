"""What the layers do, against sums written out, and the named cases: saturated, dead, vanishing, exploding."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine.diagnosis import BINS, Diagnosis, diagnose, histogram, verdict
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.training import Trainer
from tests.engine.cases import SEEDS, experiment_of, samples_of, trained


def plain(layers: tuple[LayerSpec, ...], scale: float = 1.0, **values: object) -> Diagnosis:
    """A fresh network, all weights times `scale`."""
    e = replace(experiment_of(0), output="softmax", loss="cross_entropy", initializer="he", layers=layers, **values)  # type: ignore[arg-type]
    network = Network.initial(e, np.random.default_rng(1))
    network.parameters *= scale
    s = samples_of(0)
    return diagnose(network, s.train_x, s.train_t, None, 0)


@pytest.mark.parametrize("seed", SEEDS)
def test_numbers_of_a_diagnosis(seed: int) -> None:
    trainer = trained(experiment_of(seed, 0.3))
    before = [layer.W.copy() for layer in trainer.network.layers]
    trainer.step()
    diagnosis = trainer.diagnosis()
    s = samples_of(seed)
    trace = trainer.network.forward(s.train_x, batch_statistics=True)
    backward = trainer.network.backward(trace, s.train_t)
    assert (diagnosis.iteration, diagnosis.samples) == (7, 30)
    for k, layer in enumerate(diagnosis.layers):
        gradients = [*backward.dW[k].ravel(), *backward.db[k]]
        assert layer.gradient_norm == pytest.approx(math.sqrt(sum(g * g for g in gradients)), rel=1e-9)
        now = trainer.network.layers[k].W
        expected = np.linalg.norm(now - before[k]) / np.linalg.norm(before[k])
        assert layer.update_ratio == pytest.approx(expected, rel=1e-9)
        for found, values in ((layer.activations, trace.a[k]), (layer.weights, now), (layer.gradients, backward.dW[k])):
            assert len(found.counts) == BINS
            assert found.counts.sum() == values.size
            at = 17
            inside = (values >= found.edges[at]) & (values < found.edges[at + 1])
            assert found.counts[at] == inside.sum()


def test_looking_does_not_disturb() -> None:
    watched, alone = trained(experiment_of(5, 0.3)), trained(experiment_of(5, 0.3))
    for _ in range(6):
        watched.diagnosis()
        assert watched.step() == alone.step()


def test_there_is_no_update_before_the_first_nor_after_going_back() -> None:
    trainer = Trainer(experiment_of(5), samples_of(5))
    assert all(math.isnan(layer.update_ratio) for layer in trainer.diagnosis().layers)
    trainer.step()
    state = trainer.state()
    assert all(layer.update_ratio > 0 for layer in trainer.diagnosis().layers)
    trainer.restore(state)
    assert all(math.isnan(layer.update_ratio) for layer in trainer.diagnosis().layers)


def test_saturated_and_dead_units_are_counted() -> None:
    layers = (LayerSpec(3, "tanh"), LayerSpec(4, "relu"), LayerSpec(2, "leaky_relu"))
    e = Experiment(inputs=3, outputs=3, layers=layers, output="softmax", loss="cross_entropy", precision="float64")
    network = Network.initial(e, np.random.default_rng(0))
    network.layers[0].b[:] = [50, -50, 0]
    network.layers[0].W[:, 2] = 0
    network.layers[1].b[:] = [-100, -100, 100, 100]
    s = samples_of(3)
    first, second, third, _ = diagnose(network, s.train_x, s.train_t, None, 0).layers
    assert first.saturated == pytest.approx(2 / 3)
    assert math.isnan(first.dead)
    assert second.dead == 0.5
    assert math.isnan(second.saturated)
    assert math.isnan(third.dead)
    off = Network(replace(e, off=((2, 0), (2, 2))), network.parameters)
    assert diagnose(off, s.train_x, s.train_t, None, 0).layers[1].dead == 0.5, "what is off by hand is not counted"


def test_normalised_units_are_judged_by_what_enters_the_activation() -> None:
    layers = (LayerSpec(3, "tanh", batch_norm=True), LayerSpec(3, "relu", residual=True))
    e = Experiment(inputs=3, outputs=3, layers=layers, output="softmax", loss="cross_entropy", precision="float64")
    network = Network.initial(e, np.random.default_rng(0))
    network.layers[0].b[:] = [500, -500, 0]
    network.layers[0].beta[:] = [0, 0, 50]
    network.layers[1].b[:] = [-100, -100, 100]
    s = samples_of(3)
    first, second, _ = diagnose(network, s.train_x, s.train_t, None, 0).layers
    assert first.saturated < 0.5, "the large biases are taken away again; γ and β alone saturate"
    assert first.saturated >= 1 / 3
    assert second.dead == pytest.approx(2 / 3), "the skip connection keeps no unit alive"


def test_verdicts() -> None:
    assert verdict(plain((LayerSpec(10, "relu"),) * 3)) == ""
    assert verdict(plain((LayerSpec(10, "sigmoid"),) * 10)) == "vanishing"
    assert verdict(plain((LayerSpec(10, "relu"),) * 8, 6.0)) == "exploding"
    assert verdict(plain((LayerSpec(10, "relu"),) * 8, 1e60)) == "exploding"
    assert verdict(plain(())) == ""


def test_five_sigmoid_layers_of_a_hundred_vanish_with_any_usual_start() -> None:
    """As the lecture says of them: the first layer learns hundreds of times as slowly as the last one."""
    x, t = np.random.default_rng(0).standard_normal((100, 100)), np.eye(10)[np.arange(100) % 10]
    for initializer in ("glorot", "he"):
        e = Experiment(
            inputs=100, outputs=10, layers=(LayerSpec(100, "sigmoid"),) * 5, output="softmax", loss="cross_entropy",
            initializer=initializer, precision="float64",
        )  # fmt: skip
        assert verdict(diagnose(Network.initial(e, np.random.default_rng(1)), x, t, None, 0)) == "vanishing", (
            initializer
        )


def test_histograms_of_odd_values() -> None:
    found = histogram(np.array([np.nan, np.inf, 1.0, 3.0, 3.0]))
    assert (found.counts.sum(), found.counts[0], found.counts[-1]) == (3, 1, 2)
    assert (found.edges[0], found.edges[-1]) == (1.0, 3.0)
    assert histogram(np.full(5, 2.0)).counts.sum() == 5
    assert histogram(np.full(3, np.nan)).counts.sum() == 0


def test_values_that_differ_by_rounding_alone_have_a_histogram() -> None:
    for values in (np.float32([1, 1 - 6e-8]), np.array([1, 1 + 2e-16]), np.float32([1e8, 1e8 + 8]), np.full(3, 1e17)):
        assert histogram(values).counts.sum() == len(values)
    found = histogram(np.float32([-3e38, 3e38]))
    assert found.counts[0] == found.counts[-1] == 1
