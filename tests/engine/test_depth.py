"""What many layers do: looks, chains of derivatives, findings, and linear layers as one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine.depth import (
    MANY,
    Chain,
    chain,
    collapse,
    findings,
    looks,
    products_from_behind,
    sigmoid_bounds,
)
from nnviz.engine.diagnosis import Diagnosis, diagnose
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.training import initial_network

BASE = Experiment(
    inputs=6, outputs=3, layers=(LayerSpec(7, "sigmoid"),) * 3, output="softmax", loss="cross_entropy",
    precision="float64",
)  # fmt: skip
RNG = np.random.default_rng(3)
X, T = RNG.standard_normal((50, 6)), np.eye(3)[RNG.integers(0, 3, 50)]


def network(activation: str = "sigmoid", initializer: str = "glorot", **layer: bool) -> Network:
    layers = (LayerSpec(6, activation, **layer),) * 3
    return initial_network(replace(BASE, layers=layers, initializer=initializer))


def found(net: Network) -> Diagnosis:
    return diagnose(net, X, T, None, 0)


def test_looks_are_those_of_the_activations() -> None:
    net = network("tanh")
    a = X
    for layer, look in zip(net.layers, looks(net, X), strict=False):
        a = np.tanh(a @ layer.W + layer.b)
        assert look.mean == pytest.approx(a.mean(), abs=1e-12)
        assert look.deviation == pytest.approx(a.std(), abs=1e-12)
        assert look.activations.counts.sum() == a.size
        assert look.saturated == pytest.approx(np.mean(1 - a * a < 0.05))


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
def test_chain_holds_the_norms_of_the_diagnosis_and_the_mean_slopes(activation: str) -> None:
    net = network(activation)
    seen = chain(net, X, T)
    assert seen.norms == pytest.approx([layer.gradient_norm for layer in found(net).layers], rel=1e-12)
    z = net.forward(X).z[:-1]
    slope = {
        "sigmoid": lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2,
        "tanh": lambda z: 1 / np.cosh(z) ** 2,
        "relu": lambda z: z > 0,
    }[activation]
    assert seen.slopes == pytest.approx([slope(part).mean() for part in z], abs=1e-12)
    assert seen.products == pytest.approx([seen.slopes[k:].prod() for k in range(3)], abs=1e-15)
    assert seen.ratio == seen.norms[0] / seen.norms[-1]


def test_no_product_of_sigmoid_slopes_is_above_the_bound() -> None:
    net = initial_network(replace(BASE, layers=(LayerSpec(9, "sigmoid"),) * 12))
    assert (chain(net, X, T).products <= sigmoid_bounds(12)).all()
    assert sigmoid_bounds(3).tolist() == [0.25**3, 0.25**2, 0.25]


def test_products_run_from_behind() -> None:
    assert products_from_behind(np.array([2.0, 3.0, 5.0])).tolist() == [30.0, 15.0, 5.0]


def test_the_ratio_of_a_gradient_that_is_nowhere_is_undefined() -> None:
    assert np.isnan(Chain(np.zeros(3), np.ones(2), np.ones(2)).ratio)


@pytest.mark.parametrize(
    ("activation", "initializer", "kinds"),
    [
        ("sigmoid", "zeros", {"collapse"}),
        ("relu", "zeros", {"collapse", "dead"}),
        ("tanh", "normal_0.01", {"collapse"}),
        ("tanh", "normal_1", {"saturated"}),
        ("tanh", "glorot", {"healthy"}),
    ],
)
def test_findings(activation: str, initializer: str, kinds: set[str]) -> None:
    wide = replace(BASE, layers=(LayerSpec(60, activation),) * 3, initializer=initializer)
    assert {finding.kind for finding in findings(found(initial_network(wide)))} - {"vanishing"} == kinds


def test_findings_name_their_layers() -> None:
    wide = replace(BASE, layers=(LayerSpec(60, "sigmoid"),) * 3, initializer="zeros")
    first = findings(found(initial_network(wide)))[0]
    assert (first.kind, first.first, first.last, first.value) == ("collapse", 1, 3, 0.5)
    loud = findings(found(initial_network(replace(wide, layers=(LayerSpec(60, "tanh"),) * 3, initializer="normal_1"))))
    assert loud[0].value >= MANY
    assert (loud[0].first, loud[0].last) == (1, 3)


def test_growing_activations_are_found() -> None:
    wide = replace(BASE, layers=(LayerSpec(100, "relu"),) * 4, initializer="normal_1")
    grown = next(finding for finding in findings(found(initial_network(wide))) if finding.kind == "growth")
    layers = found(initial_network(wide)).layers
    assert grown.value == layers[3].deviation / layers[0].deviation > 100


def test_vanishing_gradients_are_found() -> None:
    deep = initial_network(replace(BASE, layers=(LayerSpec(9, "sigmoid"),) * 9))
    last = findings(found(deep))[-1]
    layers = found(deep).layers
    assert last.kind == "vanishing"
    assert last.value == layers[0].gradient_scale / layers[-1].gradient_scale < 1e-3


def test_linear_layers_collapse_into_one() -> None:
    net = network("identity")
    net.parameters[:] = RNG.standard_normal(net.parameters.size)
    W, b = collapse(net)
    assert W.shape == (6, 3)
    assert b.shape == (3,)
    assert net.forward(X).z[-1] == pytest.approx(X @ W + b, abs=1e-11)


def test_other_layers_do_not() -> None:
    net = network("tanh")
    W, b = collapse(net)
    assert np.abs(net.forward(X).z[-1] - (X @ W + b)).max() > 0.01
