"""Every sample's answer, loss and cell of the confusion matrix, counted a second time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import confusion_matrix, precision_score, recall_score

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.outcome import Outcome, examine
from nnviz.engine.trace import Array
from nnviz.engine.training import accuracy
from tests.engine.cases import SEEDS, experiment_of, samples_of, trained


def judged(network: Network, x: Array, t: Array) -> Outcome:
    outcome = examine(network, x, t, 4)
    assert outcome is not None
    return outcome


def two_classes(seed: int, m: int) -> tuple[Network, Array, Array]:
    e = Experiment(layers=(LayerSpec(4, "tanh"),), precision="float64")
    rng = np.random.default_rng(seed)
    network = Network.initial(e, rng)
    return network, rng.normal(size=(m, 2)), rng.integers(0, 2, (m, 1)).astype(float)


@pytest.mark.parametrize("seed", SEEDS)
def test_several_outputs(seed: int) -> None:
    network = trained(experiment_of(seed, 0.3)).network
    s = samples_of(seed, 2400)
    trace = network.forward(s.test_x)
    outcome = judged(network, s.test_x, s.test_t)
    truth, predicted = s.test_t.argmax(1), trace.output.argmax(1)
    assert outcome.iteration == 4
    np.testing.assert_array_equal(outcome.truth, truth)
    np.testing.assert_array_equal(outcome.predicted, predicted)
    np.testing.assert_allclose(outcome.probability, trace.output.max(1), rtol=1e-12)
    np.testing.assert_allclose(outcome.true_probability, (trace.output * s.test_t).sum(1), rtol=1e-12)
    np.testing.assert_array_equal(outcome.matrix, confusion_matrix(truth, predicted, labels=[0, 1, 2]))
    assert outcome.loss.mean() == pytest.approx(network.loss_value(trace, s.test_t), rel=1e-12)
    for i in (0, 17, 1500):
        alone = network.forward(s.test_x[i : i + 1])
        assert outcome.loss[i] == pytest.approx(network.loss_value(alone, s.test_t[i : i + 1]), rel=1e-9)
    assert outcome.accuracy == accuracy(trace.output, s.test_t)
    given = np.unique(predicted)
    precision = precision_score(truth, predicted, average=None, labels=given)
    np.testing.assert_allclose(outcome.precision[given], precision)
    assert np.isnan(np.delete(outcome.precision, given)).all()
    np.testing.assert_allclose(outcome.recall, recall_score(truth, predicted, average=None, labels=[0, 1, 2]))


def test_one_sigmoid_output_makes_two_classes() -> None:
    network, x, t = two_classes(1, 1300)
    trace = network.forward(x)
    outcome = judged(network, x, t)
    y = trace.output[:, 0]
    np.testing.assert_array_equal(outcome.predicted, y > 0.5)
    np.testing.assert_allclose(outcome.probability, np.maximum(y, 1 - y))
    np.testing.assert_allclose(outcome.true_probability, np.where(t[:, 0] > 0, y, 1 - y))
    np.testing.assert_array_equal(outcome.matrix, confusion_matrix(t[:, 0], y > 0.5))
    assert outcome.loss.mean() == pytest.approx(network.loss_value(trace, t), rel=1e-12)
    assert outcome.accuracy == accuracy(trace.output, t)


def test_a_class_that_is_not_there_has_no_recall() -> None:
    network, x, _ = two_classes(2, 20)
    outcome = judged(network, x, np.zeros((20, 1)))
    assert np.isnan(outcome.recall[1])
    assert outcome.recall[0] == outcome.accuracy


def test_regression_has_no_classes() -> None:
    network, x, t = two_classes(3, 20)
    regression = Network(replace(network.experiment, output="identity", loss="mse"), network.parameters)
    assert examine(regression, x, t * 0.7, 0) is None
    assert examine(regression, x, t, 0) is not None
    three = trained(experiment_of(1)).network
    assert examine(three, samples_of(1).test_x, np.ones((10, 3)), 0) is None


def test_an_overflowing_network_is_judged_without_a_warning() -> None:
    network = trained(experiment_of(9)).network
    network.parameters *= 1e200
    s = samples_of(1)
    assert not np.isfinite(judged(network, s.test_x * 1e200, s.test_t).loss).all()
