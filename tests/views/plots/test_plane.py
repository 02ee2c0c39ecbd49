from dataclasses import replace

import numpy as np
import pytest

from nnviz.data import catalogue
from nnviz.data.plane import PLANE, USUAL
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network, parameter_count
from nnviz.engine.scaling import fit_scaling
from nnviz.engine.training import Trainer
from nnviz.views.plots.plane import FINEST, Head, Surveyor, answer_at, head_of, raw_point, resolution


def experiment(data, **fields):
    return Experiment(
        **(catalogue.defaults(data) | {"layers": (LayerSpec(6, "tanh"),), "precision": "float64"} | fields)
    )


def survey(e, side=31):
    """The ground of a trained network, the network and its scaling."""
    data = catalogue.load(e)
    scaling = fit_scaling(e.scaling, data.train_x)
    trainer = Trainer(e, data.samples(e, scaling))
    for _ in range(200):
        trainer.step()
    network = trainer.network
    return Surveyor(e, scaling, head_of(e, data), side).survey(network), network, scaling


def test_samples_run_from_edge_to_edge_row_by_row_from_the_upper_left():
    points = USUAL.points(5)
    assert points[0].tolist() == [-PLANE, PLANE]
    assert points[4].tolist() == [PLANE, PLANE]
    assert points[-1].tolist() == [PLANE, -PLANE]
    assert points[12] == pytest.approx([0, 0])


@pytest.mark.parametrize("data", ["xor", "three_classes", "wave"])
@pytest.mark.parametrize("scaling", ["none", "unit", "standard", "whiten"])
def test_the_ground_is_the_output_of_the_network(data, scaling):
    ground, network, scale = survey(experiment(data, scaling=scaling))
    expected = network.forward(scale.apply(ground.points, "float64")).output
    assert np.array_equal(ground.output.reshape(expected.shape), expected)


def test_a_survey_is_not_changed_by_the_next_one():
    e = experiment("xor")
    scaling = fit_scaling("none", np.zeros((2, 2)))
    surveyor = Surveyor(e, scaling, Head.BINARY, 11)
    first = surveyor.survey(Network.initial(e, np.random.default_rng(1)))
    kept = first.output.copy()
    surveyor.survey(Network.initial(e, np.random.default_rng(2)))
    assert np.array_equal(first.output, kept)


@pytest.mark.parametrize("output", ["sigmoid", "identity"])
def test_two_classes_part_where_the_output_is_one_half(output):
    loss = "mse"
    ground, network, scaling = survey(experiment("xor", output=output, loss=loss), side=101)
    ends = ground.boundary.reshape(-1, 2)
    assert len(ends) > 20
    answers = [float(answer_at(network, scaling, *end)[0]) for end in ends]
    assert answers == pytest.approx(np.full(len(ends), 0.5), abs=0.02)


def test_many_classes_part_where_the_two_best_are_level():
    ground, network, scaling = survey(experiment("three_classes"), side=101)
    ends = ground.boundary.reshape(-1, 2)
    answers = np.sort([answer_at(network, scaling, *end) for end in ends], axis=1)
    assert len(ends) > 20
    # Where three classes meet inside a cell, the line is only as exact as the cell.
    assert np.quantile(answers[:, -1] - answers[:, -2], 0.95) < 0.02


def test_every_change_of_class_between_neighbours_has_a_line_between_them():
    ground, _, _ = survey(experiment("three_classes"), side=41)
    answer = ground.output.argmax(axis=-1)
    assert {0, 1, 2} == set(answer.ravel())
    middles = ground.boundary.mean(axis=1)
    step = 2 * PLANE / 40
    for row, column in np.argwhere(answer[:, 1:] != answer[:, :-1]):
        between = [-PLANE + (column + 0.5) * step, PLANE - row * step]
        assert np.abs(middles - between).max(axis=1).min() < 1.01 * step


def test_a_regression_has_no_boundary():
    ground, _, _ = survey(experiment("wave"))
    assert ground.head is Head.VALUE
    assert len(ground.boundary) == 0


def test_heads_follow_from_data_and_without_data_from_the_output():
    assert head_of(experiment("xor", output="identity", loss="mse"), catalogue.load(experiment("xor"))) is Head.BINARY
    assert head_of(experiment("three_classes"), None) is Head.CLASSES
    assert head_of(experiment("wave"), None) is Head.VALUE


def test_large_networks_are_surveyed_coarsely_while_they_train():
    small = experiment("xor")
    large = replace(small, layers=(LayerSpec(256), LayerSpec(256)))
    assert resolution(small, training=True) == FINEST
    assert resolution(large, training=True) < resolution(large, training=False) < FINEST
    assert resolution(large, training=True) % 2 == 1


@pytest.mark.parametrize("method", ["none", "unit", "standard", "whiten"])
def test_a_scaled_point_is_found_again(method):
    scaling = fit_scaling(method, np.random.default_rng(0).normal([1, 2], [3, 4], (50, 2)))
    x = scaling.apply(np.array([[0.3, -0.7]]), "float64")
    assert raw_point(scaling, x) == pytest.approx((0.3, -0.7))


def test_a_network_out_of_bounds_is_surveyed_without_a_line():
    e = experiment("three_classes", precision="float32")
    scaling = fit_scaling("none", np.zeros((2, 2)))
    network = Network(e, np.full(parameter_count(e), np.finfo(np.float32).max))
    ground = Surveyor(e, scaling, Head.CLASSES, 11).survey(network)
    assert not np.isfinite(ground.output).all()
    assert len(ground.boundary) == 0
    assert not np.isfinite(answer_at(network, scaling, 1.0, 1.0)).all()
