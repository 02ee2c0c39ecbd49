"""Back-propagation against central differences, for every activation, output and loss, in float64."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.engine.activations import ACTIVATIONS
from nnviz.engine.experiment import ACTIVATION_NAMES, LOSSES_OF_OUTPUT, Experiment, LayerSpec
from nnviz.engine.gradcheck import central_differences, check_gradient, relative_difference
from nnviz.engine.network import Network
from nnviz.engine.trace import Array

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
