import numpy as np
import pytest

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.trace import Snapshot
from nnviz.theme.palettes import DARK, LIGHT
from nnviz.theme.scales import between, diverging, rgb
from nnviz.views.network.layout import Frame, arrange
from nnviz.views.network.ranges import calm, input_scale, limit_above, robust_limit, value_scale
from nnviz.views.network.scene import Scene, UnitRef
from nnviz.views.network.walk import beside, edge_at, first_unit, next_layer, place_of, unit_at

FRAME = Frame(60, 50, 800, 620)


def scene_of(experiment, image=None):
    network = Network.initial(experiment, np.random.default_rng(1))
    for layer in network.layers:
        layer.b[:] = np.linspace(-1, 1, layer.b.size)
    scene = Scene(arrange(experiment.sizes, FRAME, image), experiment, DARK)
    return scene, Snapshot(experiment, 0, 0.0, network.parameters)


@pytest.fixture
def images():
    experiment = Experiment(
        inputs=64, outputs=10, layers=(LayerSpec(40, "relu"),), output="softmax", loss="cross_entropy"
    )
    return scene_of(experiment, (8, 8))


def test_nodes_and_pixels_are_the_trace(images):
    scene, snapshot = images
    scene.weigh(snapshot, 4000)
    trace = snapshot.network.forward(np.random.default_rng(0).uniform(0, 1, (1, 64)).astype(np.float32))
    scene.value(trace)
    scene.measure()
    nodes = scene.nodes()
    expected = [trace.a[layer - 1][0, unit] for layer, unit in zip(nodes.layer, nodes.unit, strict=True)]
    assert np.array_equal(nodes.value, np.asarray(expected, float))
    biases = [snapshot.network.layers[layer - 1].b[unit] for layer, unit in zip(nodes.layer, nodes.unit, strict=True)]
    limits = np.array(scene.weight_limits)[nodes.layer - 1]
    assert np.array_equal(nodes.bias, np.asarray(biases, float))
    assert np.array_equal(nodes.bias_color, diverging(np.asarray(biases) / limits, 1.0, DARK))
    assert np.array_equal(scene.pixels(), trace.x[0].reshape(8, 8).astype(float))
    hidden = nodes.layer == 1
    assert np.array_equal(nodes.color[hidden], between(nodes.value[hidden] / scene.value_limit, DARK.paper, DARK.ink))
    assert np.array_equal(nodes.color[~hidden], between(nodes.value[~hidden], DARK.paper, DARK.ink))


def test_without_a_pass_nodes_are_neutral(images):
    scene, snapshot = images
    scene.weigh(snapshot, 4000)
    scene.value(None)
    assert np.isnan(scene.nodes().value).all()
    assert (scene.nodes().color == rgb(DARK.zero)).all()


def test_a_pass_of_another_network_is_not_shown(images):
    scene, snapshot = images
    other, foreign = scene_of(Experiment(inputs=64, outputs=3, layers=(), output="identity", loss="mse"))
    scene.weigh(snapshot, 4000)
    scene.value(foreign.network.forward(np.ones((1, 64), np.float32)))
    assert scene.trace is None
    assert other.trace is None
    assert np.isnan(scene.nodes().value).all()


@pytest.mark.parametrize("palette", [DARK, LIGHT])
def test_scales_end_in_the_palette(palette):
    def ends(scale):
        return scale.colors(np.array([scale.low, scale.middle, scale.high]), palette).tolist()

    signed = [rgb(palette.negative).tolist(), rgb(palette.zero).tolist(), rgb(palette.positive).tolist()]
    assert ends(value_scale("tanh", 5.0)) == signed
    assert ends(value_scale("elu", 5.0)) == signed
    assert ends(value_scale("sigmoid", 5.0, plane=True)) == signed
    assert value_scale("sigmoid", 5.0, plane=True).middle == 0.5
    assert ends(value_scale("relu", 5.0))[::2] == [rgb(palette.paper).tolist(), rgb(palette.ink).tolist()]
    assert value_scale("relu", 5.0).high == 5.0
    assert input_scale(3.0).low == -3.0


def test_limits_read_well_and_stay_calm():
    assert [limit_above(value) for value in (0.0, 0.13, 1.0, 2.1, 71.0)] == [1.0, 0.15, 1.0, 3.0, 80.0]
    many = np.append(np.full(5000, 0.9), 100.0)
    assert robust_limit(many) == 1.0
    assert robust_limit(np.array([0.2, -3.7, np.nan])) == 4.0
    assert (calm(None, 2.0), calm(3.0, 2.0), calm(3.0, 1.5), calm(3.0, 4.0)) == (2.0, 3.0, 1.5, 4.0)


def test_every_unit_is_found_where_it_stands(images):
    layout = images[0].layout
    for column in layout.columns:
        for unit, (x, y) in zip(column.shown.tolist(), column.points, strict=True):
            assert unit_at(layout, x, y) == UnitRef(column.layer, unit)
            assert place_of(layout, UnitRef(column.layer, unit))[:2] == (x, y)
    assert unit_at(layout, FRAME.right + 100, 0) is None
    assert place_of(layout, UnitRef(1, 20)) is None
    assert place_of(layout, UnitRef(9, 0)) is None


def test_the_nearest_edge_within_reach(images):
    scene, snapshot = images
    edges = scene.weigh(snapshot, 4000)
    k = len(edges) - 1
    x, y = (edges.ends[k, :2] + 3 * edges.ends[k, 2:]) / 4
    assert edge_at(edges, x, y, 0.5) is not None
    found = edge_at(edges, x, y, 0.5)
    line = edges.ends[found]
    way = line[2:] - line[:2]
    assert abs(way[0] * (y - line[1]) - way[1] * (x - line[0])) / np.hypot(*way) < 0.5
    assert edge_at(edges, x, -500, 5) is None


def test_walking_with_the_arrows(images):
    layout = images[0].layout
    ref = first_unit(layout)
    assert ref == UnitRef(0, 36)
    assert beside(layout, ref, "up") == UnitRef(0, 28)
    assert beside(layout, UnitRef(0, 0), "left") is None
    assert beside(layout, UnitRef(0, 7), "right").layer == 1
    shown = layout.columns[1].shown
    half = len(shown) // 2
    assert beside(layout, UnitRef(1, int(shown[half - 1])), "down") == UnitRef(1, int(shown[half]))
    assert beside(layout, UnitRef(1, 0), "up") is None
    assert next_layer(layout, UnitRef(2, 3), 1) is None
    back = next_layer(layout, UnitRef(2, 9), -1)
    heights = np.abs(layout.columns[1].points[:, 1] - layout.columns[2].points[9, 1])
    assert back == UnitRef(1, int(shown[heights.argmin()]))


def test_each_matrix_has_its_own_limit(images):
    scene, snapshot = images
    snapshot.network.layers[0].W[:] *= 10
    scene.weigh(snapshot, 4000)
    for k in range(2):
        shown = np.abs(scene.weights[scene.pairs.layer == k])
        beyond = int((shown > scene.weight_limits[k]).sum())
        assert beyond <= max(2, 0.006 * len(shown))
        assert scene.weight_limits[k] < 2 * np.quantile(shown, 0.98)
    assert scene.weight_limits[0] > 3 * scene.weight_limits[1]
