from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.theme.palettes import DARK
from nnviz.theme.scales import diverging
from nnviz.views.network.edges import (
    DASH,
    INKED,
    LEVELS,
    MOST_DASHES,
    dash_periods,
    dashes,
    drawn_edges,
    edge_matrix,
    levels,
    paint_edges,
    pairs_of,
    unit_edges,
    weights_of,
)
from nnviz.views.network.layout import Frame, arrange

FRAME = Frame(60, 50, 800, 620)


@pytest.fixture
def network():
    specs = (LayerSpec(60, "relu"), LayerSpec(5, "maxout", pieces=3))
    experiment = Experiment(inputs=4, outputs=3, layers=specs, output="softmax", loss="cross_entropy")
    return Network.initial(experiment, np.random.default_rng(2))


@pytest.fixture
def pairs(network):
    return pairs_of(arrange(network.experiment.sizes, FRAME))


def test_every_pair_has_the_weight_of_its_units(network, pairs):
    weights = weights_of(pairs, network)
    matrices = [edge_matrix(layer) for layer in network.layers]
    expected = [matrices[k][i, j] for k, i, j in zip(pairs.layer, pairs.i, pairs.j, strict=True)]
    assert np.array_equal(weights, expected)
    assert pairs.total == 4 * 60 + 60 * 5 + 5 * 3
    assert len(weights) < pairs.total


def test_a_maxout_edge_shows_its_strongest_piece(network):
    layer = network.layers[1]
    shown = edge_matrix(layer)
    assert shown.shape == (60, 5)
    pieces = layer.W[7, 3 * 2 : 3 * 3]
    assert shown[7, 2] == pieces[np.abs(pieces).argmax()]


def test_the_strongest_edges_are_drawn_faint_to_strong(network, pairs):
    weights = weights_of(pairs, network)
    limits = (0.5, 0.25, 1.0)
    edges = drawn_edges(pairs, weights, limits, 100, DARK)
    shares = np.abs(weights) / np.array(limits, np.float32)[pairs.layer]
    drawn = np.abs(edges.weight) / np.array(limits, np.float32)[edges.layer]
    assert sorted(drawn) == sorted(shares)[-100:]
    assert edges.level.tolist() == np.minimum(np.rint(drawn * LEVELS), LEVELS).tolist()
    assert (np.diff(edges.level) >= 0).all()
    assert (np.diff(edges.width) >= 0).all()
    k = 40
    assert edges.weight[k] == edge_matrix(network.layers[edges.layer[k]])[edges.i[k], edges.j[k]]


def test_colour_is_that_of_the_scale_to_half_a_level(network, pairs):
    edges = drawn_edges(pairs, weights_of(pairs, network), (0.3,) * 3, 10_000, DARK)
    exact = diverging(edges.weight, 0.3, DARK).astype(int)
    step = np.abs(diverging(np.array([1.0, -1.0]), 1, DARK).astype(int) - diverging(np.zeros(1), 1, DARK)).max()
    assert np.abs(exact - edges.color).max() <= step / LEVELS / 2 + 1
    assert levels(np.array([0.0, 1.0, -1.0, 30.0])).tolist() == [0, LEVELS, LEVELS, LEVELS]


def test_all_edges_of_a_unit_whatever_their_strength(network, pairs):
    edges = unit_edges(pairs, weights_of(pairs, network), 2, 1, limits=(1.0,) * 3, palette=DARK)
    shown = len(np.unique(pairs.i[pairs.layer == 1]))
    assert len(edges) == shown + 3
    assert ((edges.layer == 1) & (edges.j == 1) | (edges.layer == 2) & (edges.i == 1)).all()


@pytest.mark.parametrize("phase", [0.0, 0.3, 0.9])
def test_dashes_lie_on_their_line_and_ink_their_share(phase):
    line = np.array([[10.0, 20.0, 310.0, 420.0]])
    pieces = dashes(line, 10.0, phase)
    length = np.hypot(pieces[:, 2] - pieces[:, 0], pieces[:, 3] - pieces[:, 1])
    assert length.sum() == pytest.approx(500 * INKED, abs=10)
    assert length.max() == pytest.approx(10 * INKED)
    across = (pieces[:, 0::2] - 10) * 400 - (pieces[:, 1::2] - 20) * 300
    assert np.abs(across).max() < 1e-6


def test_the_shortest_line_still_has_a_dash():
    assert len(dashes(np.array([[0.0, 0.0, 1.0, 0.0]]), 50.0, 0.9)) == 1


def test_dashes_stay_within_their_number():
    lines = np.tile([[0.0, 0.0, 400.0, 0.0]], (4000, 1))
    layer = np.repeat([0, 1], [3900, 100])
    period = dash_periods(lines, layer)
    assert len(dashes(lines, period)) <= MOST_DASHES + len(lines)
    assert period[-1] < period[0]
    assert dash_periods(lines[:1], layer[:1])[0] == DASH


def test_positive_edges_are_solid_and_negative_ones_dashed():
    experiment = Experiment(layers=())
    network = Network(experiment, np.array([1.0, -1.0, 0.0], np.float32))
    pairs = pairs_of(arrange((2, 1), FRAME))
    edges = drawn_edges(pairs, weights_of(pairs, network), (1.0,), 10, DARK)
    lines = np.array([[0, 10.5, 200, 10.5], [0, 20.5, 200, 20.5]])[np.argsort(edges.weight < 0)]
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    paint_edges(painter, replace(edges, ends=lines), lines)
    painter.end()
    rows = {float(weight): _row(image, int(line[1])) for weight, line in zip(edges.weight, lines, strict=True)}
    assert (rows[1.0] == QColor(DARK.positive).rgb()).all()
    dashed = rows[-1.0]
    assert (dashed == QColor(DARK.negative).rgb()).mean() > 0.4
    assert (dashed == QColor("black").rgb()).mean() > 0.2


def _row(image, y):
    return np.array([image.pixel(x, y) for x in range(2, image.width() - 2)])
