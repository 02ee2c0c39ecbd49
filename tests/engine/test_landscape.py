"""The plane through a run's states, and the loss over it."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.landscape import plane_of, survey
from nnviz.engine.network import Network
from nnviz.engine.training import initial_network


def test_the_plane_of_a_path_that_lies_in_a_plane() -> None:
    rng = np.random.default_rng(1)
    directions = np.linalg.qr(rng.normal(size=(30, 2)))[0].T
    places = rng.normal(size=(12, 2)) * [5, 1]
    states = 3 + places @ directions
    plane = plane_of(states)
    assert plane is not None
    np.testing.assert_allclose(plane.directions @ plane.directions.T, np.eye(2), atol=1e-12)
    assert plane.explained.sum() == pytest.approx(1)
    assert plane.explained[0] > plane.explained[1]
    for state in states:
        np.testing.assert_allclose(plane.at(*plane.place(state)), state, atol=1e-9)


def test_shares_are_those_of_the_singular_values() -> None:
    states = np.random.default_rng(2).normal(size=(9, 40))
    plane = plane_of(states)
    assert plane is not None
    values = np.linalg.svd(states - states.mean(axis=0), compute_uv=False) ** 2
    np.testing.assert_allclose(plane.explained, values[:2] / values.sum(), rtol=1e-9)


def test_a_path_that_stands_still_has_no_plane() -> None:
    assert plane_of(np.ones((4, 6))) is None
    assert plane_of(np.array([[0.0, 1.0], [1e200, 2.0]])) is None


def test_a_straight_path_gets_a_second_direction_without_a_share() -> None:
    plane = plane_of(np.outer(np.arange(5.0), np.arange(1.0, 7.0)))
    assert plane is not None
    np.testing.assert_allclose(plane.explained, [1, 0], atol=1e-12)
    np.testing.assert_allclose(plane.directions @ plane.directions.T, np.eye(2), atol=1e-12)


@pytest.mark.parametrize("batch_norm", [False, True])
def test_the_grid_is_the_loss_of_the_weights_there(batch_norm: bool) -> None:
    layers = (LayerSpec(4, "tanh", batch_norm=batch_norm),)
    experiment = Experiment(data="blobs", layers=layers, precision="float64")
    network, rng = initial_network(experiment), np.random.default_rng(3)
    x, t = rng.normal(size=(40, 2)), rng.integers(0, 2, (40, 1)).astype(float)
    states = network.parameters + 0.3 * rng.normal(size=(6, network.parameters.size))
    land = survey(network, states, np.arange(6), x, t, 5)
    assert land is not None
    assert land.loss.shape == (len(land.ys), len(land.xs))
    for row, column in ((0, 0), (3, 7), (-1, -1)):
        there = Network(experiment, land.plane.at(land.xs[column], land.ys[row]))
        expected = there.loss_value(there.forward(x, batch_statistics=True), t)
        assert land.loss[row, column] == pytest.approx(expected)
    assert land.xs[0] < land.path[:, 0].min()
    assert land.xs[-1] > land.path[:, 0].max()
    assert land.own_loss == pytest.approx(network.loss_value(network.forward(x, batch_statistics=True), t))
