"""Explanations: the gradient against differences, and evidence and biases against the difference they add up to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.explanation import explain, runner_up
from nnviz.engine.network import Network
from nnviz.engine.refusal import Refusal

STEP = 1e-6
BASE = Experiment(inputs=6, outputs=4, output="softmax", loss="cross_entropy", initializer="he", precision="float64")
LAYERS = {
    "relu": (LayerSpec(7, "relu"), LayerSpec(5, "relu")),
    "leaky": (LayerSpec(7, "leaky_relu"), LayerSpec(5, "leaky_relu")),
    "prelu": (LayerSpec(7, "prelu"),),
    "maxout": (LayerSpec(7, "maxout", pieces=3), LayerSpec(5, "relu")),
    "residual": (LayerSpec(6, "relu"), LayerSpec(6, "relu", residual=True), LayerSpec(6, "relu", residual=True)),
    "tanh": (LayerSpec(7, "tanh"), LayerSpec(5, "sigmoid")),
    "normalised": (LayerSpec(7, "relu", batch_norm=True), LayerSpec(5, "tanh")),
    "none": (),
}
PIECEWISE_LINEAR = ("relu", "leaky", "prelu", "maxout", "residual", "none")


def network(name: str, **changed: object) -> Network:
    """A network with random weights, biases, slopes and statistics, so that nothing is 0 or 1 by chance."""
    rng = np.random.default_rng(5)
    network = Network.initial(replace(BASE, layers=LAYERS[name], **changed), rng)
    for layer in network.layers:
        layer.b[:] = rng.normal(0, 0.3, layer.b.shape)
        layer.beta[:] = layer.mean[:] = rng.normal(0, 0.3, layer.beta.shape)
        layer.variance[:] = rng.uniform(0.5, 2, layer.variance.shape)
    return network


def sample() -> np.ndarray:
    return np.random.default_rng(9).normal(0, 1, (1, 6))


def difference(network: Network, x: np.ndarray, answer: int = 2, rival: int = 0) -> float:
    z = network.forward(x).z[-1][0]
    return float(z[answer] - z[rival])


@pytest.mark.parametrize("name", LAYERS)
def test_gradient_is_that_of_the_difference(name: str) -> None:
    net, x = network(name), sample()
    found = explain(net, net.forward(x), 2, 0)
    for i in range(6):
        nudge = np.eye(6)[[i]] * STEP
        slope = (difference(net, x + nudge) - difference(net, x - nudge)) / (2 * STEP)
        assert found.gradient[i] == pytest.approx(slope, rel=1e-5, abs=1e-8)
    assert np.array_equal(found.evidence, x[0] * found.gradient)
    assert found.difference == pytest.approx(difference(net, x), rel=1e-12)


@pytest.mark.parametrize("name", PIECEWISE_LINEAR)
def test_evidence_and_biases_add_up_to_the_difference(name: str) -> None:
    net, x = network(name), sample()
    found = explain(net, net.forward(x), 2, 0)
    assert abs(found.bias) > 1e-3
    assert found.evidence.sum() + found.bias == pytest.approx(found.difference, rel=1e-10)


def test_without_biases_evidence_alone_adds_up() -> None:
    net = network("relu")
    for layer in net.layers:
        layer.b[:] = 0
    found = explain(net, net.forward(sample()), 1, 3)
    assert found.bias == 0
    assert found.evidence.sum() == pytest.approx(found.difference, rel=1e-12)


def test_units_of_the_last_hidden_layer_count_by_their_outgoing_weights() -> None:
    net, x = network("relu"), sample()
    trace = net.forward(x)
    found = explain(net, trace, 2, 0)
    W = net.layers[-1].W
    assert found.weights[1] == pytest.approx(trace.a[1][0] * (W[:, 2] - W[:, 0]), rel=1e-12)
    b = net.layers[-1].b
    assert found.weights[1].sum() + b[2] - b[0] == pytest.approx(found.difference, rel=1e-10)


def test_units_of_the_first_layer_count_by_what_becomes_of_them() -> None:
    """In the layer before, a unit acts through the units behind it that are awake."""
    net, x = network("relu"), sample()
    trace = net.forward(x)
    found = explain(net, trace, 2, 0)
    outgoing = net.layers[-1].W[:, 2] - net.layers[-1].W[:, 0]
    slope = net.layers[1].W @ (outgoing * (trace.z[1][0] > 0))
    assert found.slopes[0] == pytest.approx(slope, rel=1e-12)
    assert found.weights[0] == pytest.approx(trace.a[0][0] * slope, rel=1e-12)


def test_switched_off_units_mattered_nothing() -> None:
    net, x = network("relu", off=((1, 3), (2, 0))), sample()
    trace = net.forward(x)
    found = explain(net, trace, 2, 0)
    assert found.slopes[0][3] == found.slopes[1][0] == 0
    assert found.evidence.sum() + found.bias == pytest.approx(found.difference, rel=1e-10)


def test_strongest_units_first_and_none_that_slept() -> None:
    net, x = network("relu"), sample()
    found = explain(net, net.forward(x), 2, 0)
    order = found.strongest(1, 7)
    strength = np.abs(found.weights[0])
    assert list(strength[order]) == sorted(strength[strength > 0], reverse=True)
    assert len(order) < 7
    assert list(found.strongest(1, 2)) == list(order[:2])


def test_runner_up_is_the_second_of_the_logits() -> None:
    net = network("relu")
    trace = net.forward(sample())
    best, second = np.argsort(-trace.z[-1][0])[:2]
    assert runner_up(trace, int(best)) == second
    assert runner_up(trace, int(second)) == best


def test_an_answer_needs_another_to_stand_beside() -> None:
    net = network("relu")
    with pytest.raises(Refusal) as caught:
        explain(net, net.forward(sample()), 1, 1)
    assert caught.value.key == "no_rival"
