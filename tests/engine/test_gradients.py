"""Back-propagation against central differences, for every activation, output and loss, in float64."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine.activations import ACTIVATIONS
from nnviz.engine.experiment import ACTIVATION_NAMES, LOSSES_OF_OUTPUT, Experiment, LayerSpec
from nnviz.engine.gradcheck import central_differences, check_gradient, check_sampled, relative_difference
from nnviz.engine.layout import Block, layout
from nnviz.engine.network import Network, trained_count
from nnviz.engine.trace import Array, BackwardTrace, ForwardTrace
from tests.engine.cases import SEEDS, experiment_of, samples_of, trained

FLAT = ("step", "sign")
PAIRS = [(output, loss) for output, losses in LOSSES_OF_OUTPUT.items() for loss in losses]


def network(activation: str, output: str, loss: str, seed: int = 1) -> Network:
    layers = (LayerSpec(5, activation, alpha=0.3, theta=0.2, pieces=3), LayerSpec(4, activation, alpha=0.3, theta=0.2))
    experiment = Experiment(inputs=3, outputs=3, layers=layers, output=output, loss=loss, precision="float64")
    built = Network.initial(experiment, np.random.default_rng(seed))
    built.parameters += np.random.default_rng(seed + 1).normal(0, 0.3, built.parameters.size)
    return built


def samples(outputs: int = 3) -> tuple[Array, Array]:
    rng = np.random.default_rng(7)
    return rng.normal(size=(6, 3)), np.eye(outputs)[rng.integers(0, outputs, 6)]


@pytest.mark.parametrize(("output", "loss"), PAIRS)
@pytest.mark.parametrize("activation", [name for name in ACTIVATION_NAMES if name not in FLAT])
def test_gradient_agrees_with_central_differences(activation: str, output: str, loss: str) -> None:
    x, t = samples()
    built = network(activation, output, loss)
    kink = min(abs(z).min() for z in built.forward(x).z)
    assert kink > 1e-5, "a sample sits on a kink; choose another seed"
    assert check_gradient(built, x, t) < 1e-6


@pytest.mark.parametrize("activation", FLAT)
def test_flat_activations_pass_nothing_back(activation: str) -> None:
    x, t = samples()
    built = network(activation, "softmax", "cross_entropy")
    backward = built.backward(built.forward(x), t)
    assert not backward.dW[0].any()
    assert not backward.dW[1].any()
    assert backward.dW[2].any()


@pytest.mark.parametrize("name", [name for name in ACTIVATION_NAMES if name not in (*FLAT, "maxout")])
def test_derivative_agrees_with_the_slope_of_the_value(name: str) -> None:
    activation = ACTIVATIONS[name](LayerSpec(1, name, alpha=0.3, theta=0.5))
    extra = activation.initial_extra(1)
    z = np.array([-3.1, -0.7, 0.3, 0.9, 2.2])
    h = 1e-6
    slope = (activation.value(z + h, extra) - activation.value(z - h, extra)) / (2 * h)
    analytic = activation.derivative(z, activation.value(z, extra), extra)
    assert relative_difference(analytic, slope) < 1e-6


def test_dropout_masks_values_and_gradients() -> None:
    x, t = samples()
    experiment = Experiment(
        inputs=3, outputs=3, layers=(LayerSpec(40, "tanh", dropout=0.5),), output="softmax", loss="cross_entropy",
        precision="float64",
    )  # fmt: skip
    built = Network.initial(experiment, np.random.default_rng(0))
    trace = built.forward(x, dropout=np.random.default_rng(3))
    mask = trace.masks[0]
    assert mask is not None
    assert set(np.unique(mask)) == {0.0, 2.0}
    np.testing.assert_allclose(trace.a[0], np.tanh(trace.z[0]) * mask)

    def loss_again() -> float:
        return built.loss_value(built.forward(x, dropout=np.random.default_rng(3)), t)

    analytic = built.backward(trace, t).flat.copy()
    assert relative_difference(analytic, central_differences(loss_again, built.parameters)) < 1e-6


def test_gradcheck_notices_a_wrong_gradient() -> None:
    x, t = samples()
    built = network("tanh", "softmax", "cross_entropy")
    analytic = built.backward(built.forward(x), t).flat.copy()
    numerical = central_differences(lambda: built.loss_value(built.forward(x), t), built.parameters)
    analytic[4] *= 1.01
    assert relative_difference(analytic, numerical) > 1e-6


@pytest.mark.parametrize("seed", SEEDS)
def test_sampled_check_is_calm_about_right_gradients(seed: int) -> None:
    s = samples_of(seed)
    network = trained(replace(experiment_of(seed, 0.3), precision="float32")).network
    kept = network.parameters.copy()
    check = check_sampled(network, s.train_x, s.train_t, 40, np.random.default_rng(seed))
    assert check.verdict == "ok", check
    assert check.checked + check.skipped == 40
    assert check.total == trained_count(network.experiment)
    assert check.seconds_numerical_per_parameter > 0 < check.seconds_analytic
    np.testing.assert_array_equal(network.parameters, kept)


@pytest.mark.parametrize("activation", ["tanh", "relu", "maxout"])
def test_sampled_check_finds_the_wrong_gradient(activation: str, monkeypatch: pytest.MonkeyPatch) -> None:
    x, t = samples()
    built = network(activation, "softmax", "cross_entropy")
    everything = check_sampled(built, x, t, 10_000, np.random.default_rng(0))
    assert everything.checked == everything.total == built.parameters.size
    assert everything.verdict == "ok"
    worst = int(np.abs(built.backward(built.forward(x), t).flat).argmax())
    right = Network.backward

    def wrong(self: Network, trace: ForwardTrace, t: Array) -> BackwardTrace:
        backward = right(self, trace, t)
        backward.flat[worst] *= 1.01
        return backward

    monkeypatch.setattr(Network, "backward", wrong)
    found = check_sampled(built, x, t, 10_000, np.random.default_rng(0))
    assert (found.verdict, found.parameter) == ("suspicious", worst)
    assert found.largest == pytest.approx(0.01 / 1.01, rel=1e-3)


def test_sampled_check_skips_what_crosses_a_corner() -> None:
    e = Experiment(inputs=1, outputs=1, layers=(LayerSpec(1, "relu"),), output="identity", loss="mse")
    built = Network(e, np.array([1, 0, 1, 0], np.float32))
    check = check_sampled(built, np.zeros((1, 1)), np.ones((1, 1)), 4, np.random.default_rng(0))
    assert (check.checked, check.skipped, check.verdict) == (3, 1, "ok"), "the bias of the unit sits on the corner"


def test_sampled_check_draws_from_every_layer(monkeypatch: pytest.MonkeyPatch) -> None:
    built = trained(experiment_of(5), 1).network
    blocks = layout(built.experiment)
    right = Network.backward
    for block in blocks:

        def wrong(self: Network, trace: ForwardTrace, t: Array, block: Block = block) -> BackwardTrace:
            backward = right(self, trace, t)
            backward.flat[block.start : block.end] += 1
            return backward

        monkeypatch.setattr(Network, "backward", wrong)
        s = samples_of(5)
        check = check_sampled(built, s.train_x, s.train_t, len(blocks), np.random.default_rng(0))
        assert check.checked == len(blocks)
        assert block.start <= check.parameter < block.end
        assert check.verdict == "suspicious"


def test_units_that_are_off_stay_off_in_the_check() -> None:
    e = replace(experiment_of(5), off=((1, 1), (2, 0)))
    s = samples_of(5)
    check = check_sampled(trained(e).network, s.train_x, s.train_t, 10_000, np.random.default_rng(0))
    assert check.verdict == "ok"
