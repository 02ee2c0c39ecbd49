"""Exact numbers: the worked 2-3-2-2 network, softmax and log-sum-exp at their limits, losses, optimizers, counts."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.engine.activations import log_sum_exp, sigmoid, softmax
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.losses import BinaryCrossEntropy, CrossEntropy, MeanSquaredError
from nnviz.engine.network import Network, parameter_count
from nnviz.engine.optimizers import OPTIMIZERS, PAPER_DEFAULTS
from nnviz.engine.schedules import learning_rate
from nnviz.engine.trace import Array, ForwardTrace


def test_b2_forward_pass() -> None:
    layers = (LayerSpec(3, "sigmoid"), LayerSpec(2, "sigmoid"))
    experiment = Experiment(inputs=2, outputs=2, layers=layers, output="identity", loss="mse", precision="float64")
    weights = [[0.1, 0.3, 0.5, 0.2, 0.4, 0.6], [0.1, 0.4, 0.2, 0.5, 0.3, 0.6], [0.1, 0.3, 0.2, 0.4]]
    biases = [[0.1, 0.2, 0.3], [0.1, 0.2], [0.1, 0.2]]
    flat = np.array([value for pair in zip(weights, biases, strict=True) for part in pair for value in part])
    trace = Network(experiment, flat).forward(np.array([[1.0, 0.5]]))
    expected = [
        (trace.z[0], [0.3, 0.7, 1.1]), (trace.a[0], [0.57444252, 0.66818777, 0.75026011]),
        (trace.z[1], [0.51615984, 1.21402696]), (trace.a[1], [0.62624937, 0.7710107]),
        (trace.output, [0.31682708, 0.69627909]),
    ]  # fmt: skip
    for found, numbers in expected:
        np.testing.assert_allclose(found[0], numbers, atol=1e-8)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_softmax_and_lse_do_not_overflow(dtype: str) -> None:
    z = np.array([1010, 1000, 990], dtype)
    np.testing.assert_allclose(softmax(z), [0.9999546001, 4.539787e-5, 2.061060e-9], rtol=1e-5)
    assert float(log_sum_exp(z)) == pytest.approx(1010.0000454010, rel=1e-7)
    np.testing.assert_allclose(
        softmax(np.array([0.3, 2.9, 4.0], dtype)), [0.0182112733, 0.2451918129, 0.7365969138], rtol=1e-6
    )
    assert float(log_sum_exp(np.zeros(2, dtype))) == pytest.approx(np.log(2), rel=1e-6)


def test_sigmoid_is_stable_at_both_ends() -> None:
    z = np.array([-1000.0, -20.0, 0.0, 20.0, 1000.0])
    np.testing.assert_allclose(sigmoid(z), [0, 1 / (1 + np.exp(20)), 0.5, 1 / (1 + np.exp(-20)), 1], atol=1e-15)


def trace_of(z: Array, y: Array) -> ForwardTrace:
    return ForwardTrace(z, (z,), (z,), (y,), (None,), (None,))


def test_losses_by_their_formulas() -> None:
    z, t = np.array([[0.3, 2.9, 4.0]]), np.array([[0.0, 1.0, 0.0]])
    y = softmax(z)
    assert MeanSquaredError().value(trace_of(z, y), t) == pytest.approx(float(((y - t) ** 2).mean()))
    assert CrossEntropy().value(trace_of(z, y), t) == pytest.approx(-np.log(y[0, 1]))
    p = sigmoid(z)
    bce = float(-(t * np.log(p) + (1 - t) * np.log(1 - p)).mean())
    assert BinaryCrossEntropy().value(trace_of(z, p), t) == pytest.approx(bce)


def test_confidently_wrong_gradients() -> None:
    p, t = np.array([[0.001]]), np.array([[1.0]])
    mse = MeanSquaredError().gradient(trace_of(p, p), t) * p * (1 - p)
    assert float(mse[0, 0]) == pytest.approx(-0.001996, abs=1e-6)
    assert float((p - t)[0, 0]) == pytest.approx(-0.999)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_slope_of_binary_cross_entropy_where_the_output_is_sure(dtype: str) -> None:
    z = np.array([[-60, 60, -30, 30, -9, 9, 0.5]], dtype)
    t = np.array([[0, 1, 1, 0, 1, 0, 1]], dtype)
    expected = [1, -1, -1.0686474581525e13, 1.0686474581525e13, -8104.083927575384, 8104.083927575384, -1.6065306597126]
    found = BinaryCrossEntropy().gradient(trace_of(z, sigmoid(z)), t) * z.size
    np.testing.assert_allclose(found[0], expected, rtol=1e-6)


def test_slope_of_cross_entropy_where_a_probability_vanishes() -> None:
    z, t = np.array([[200, 0, -3]], np.float32), np.array([[1, 0, 0]], np.float32)
    y = softmax(z)
    assert y[0, 1] == 0
    with np.errstate(divide="ignore"):
        np.testing.assert_array_equal(CrossEntropy().gradient(trace_of(z, y), t), [[-1, 0, 0]])


def test_parameter_counts() -> None:
    layers = (LayerSpec(50, "sigmoid"), LayerSpec(100, "sigmoid"))
    experiment = Experiment(inputs=784, outputs=10, layers=layers, output="softmax", loss="cross_entropy")
    assert parameter_count(experiment) == 45_360


def scalar_updates(name: str, gradients: list[float]) -> float:
    """The textbook's update, one number at a time in Python floats."""
    rate = PAPER_DEFAULTS[name]["learning_rate"]
    w, m, v, h = 1.0, 0.0, 0.0, 0.0
    for step, g in enumerate(gradients, start=1):
        if name == "sgd":
            w -= rate * g
        elif name == "momentum":
            v = 0.9 * v - rate * g
            w += v
        elif name == "nesterov":
            v = 0.9 * v - rate * g
            w += 0.9 * v - rate * g
        elif name == "adagrad":
            h += g * g
            w -= rate * g / (h**0.5 + 1e-10)
        elif name == "rmsprop":
            h = 0.9 * h + 0.1 * g * g
            w -= rate * g / (h**0.5 + 1e-8)
        else:
            m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
            w -= rate * (m / (1 - 0.9**step)) / ((v / (1 - 0.999**step)) ** 0.5 + 1e-8)
    return w


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_hundred_updates_agree_with_the_papers(name: str) -> None:
    experiment = Experiment(optimizer=name, **PAPER_DEFAULTS[name])
    gradients = list(np.random.default_rng(5).normal(0.3, 1, 100))
    w = np.ones(1)
    optimizer = OPTIMIZERS[name](1, "float64")
    for g in gradients:
        optimizer.update(w, np.array([g]), experiment, experiment.learning_rate)
    assert float(w[0]) == pytest.approx(scalar_updates(name, gradients), rel=1e-10)


@pytest.mark.parametrize(
    ("schedule", "epoch", "factor"),
    [
        ("constant", 7.5, 1.0), ("step", 9.9, 1.0), ("step", 10.0, 0.5), ("step", 25.0, 0.25),
        ("exponential", 5.0, 0.5**0.5), ("inverse_time", 10.0, 0.5), ("inverse_time", 20.0, 1 / 3),
        ("cosine", 0.0, 1.0), ("cosine", 5.0, 0.5), ("cosine", 10.0, 0.0), ("cosine", 12.0, 0.0),
    ],
)  # fmt: skip
def test_schedules(schedule: str, epoch: float, factor: float) -> None:
    experiment = Experiment(schedule=schedule, schedule_rate=0.5, schedule_epochs=10, learning_rate=0.2)
    assert learning_rate(experiment, epoch) == pytest.approx(0.2 * factor)
