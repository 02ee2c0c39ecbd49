"""The difference network: every drawn number is W_B − W_A or b_B − b_A of two lanes at one iteration."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.data import catalogue
from nnviz.engine.experiment import LayerSpec
from nnviz.session.intents import Compare, Configure, OpenPage, Pause, Run
from nnviz.theme.scales import diverging
from nnviz.views.network.backdrop import foot_box
from nnviz.views.network.difference.pane import DifferencePane
from nnviz.views.network.difference.weights import difference_of
from nnviz.views.network.edges import LEVELS
from nnviz.views.network.ranges import WEIGHT_OUTLIERS, robust_limit
from nnviz.views.network.refs import EdgeRef
from nnviz.views.network.scene import UnitRef
from nnviz.views.network.walk import place_of


@pytest.fixture
def lanes(session):
    session.do(OpenPage("compare"))
    return lambda: session.comparison.lanes


@pytest.fixture
def pane(lanes, session, theme, qtbot):
    made = DifferencePane(session, theme)
    qtbot.addWidget(made)
    made.resize(620, 520)
    made.show()
    return made


@pytest.fixture
def train(session):
    def advance(steps):
        session.do(Run())
        session.advance(steps)

    return advance


def layers_of(lane):
    return lane.snapshot.network.layers


def check(pane, lanes, b, a):
    """The picture is lane b less lane a."""
    picture = pane.picture
    for k, (one, other) in enumerate(zip(layers_of(lanes[a]), layers_of(lanes[b]), strict=True)):
        edges, nodes = picture.edges, picture.nodes
        mine, units = edges.layer == k, nodes.layer == k + 1
        assert np.array_equal(edges.weight[mine], (other.W - one.W)[edges.i[mine], edges.j[mine]])
        assert np.array_equal(nodes.value[units], np.asarray(other.b - one.b, float)[nodes.unit[units]])
    assert np.isnan(picture.nodes.value[picture.nodes.layer == 0]).all()
    assert len(picture.edges) == picture.edges.total == 2 * 8 + 8 * 8 + 8


def move_to(view, x, y):
    at, none = QPointF(x, y), Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, at, QPointF(view.mapToGlobal(at)), none, none, plain)
    QApplication.sendEvent(view, event)


def test_at_the_start_there_is_no_difference(pane, lanes):
    assert pane.lanes == (1, 0)
    assert not pane.picture.edges.weight.any()
    assert pane.view.notice == "No difference yet: same start"
    check(pane, lanes(), 1, 0)
    assert not pane.grab().isNull()


def test_edges_and_units_are_differences(pane, lanes, train):
    train(60)
    assert pane.view.notice == ""
    assert pane.picture.edges.weight.any()
    check(pane, lanes(), 1, 0)
    pane.choose(2, 1)
    check(pane, lanes(), 2, 1)
    assert not pane.grab().isNull()


def test_each_layer_has_its_own_scale_and_the_colour_follows_it(pane, lanes, train):
    train(60)
    picture = pane.picture
    edges, palette = picture.edges, pane.view.stage.scene.palette
    for k in range(3):
        assert edges.limits[k] == robust_limit(edges.weight[edges.layer == k], WEIGHT_OUTLIERS)
    shares = np.abs(edges.weight) / np.array(edges.limits)[edges.layer]
    assert np.array_equal(edges.level, np.minimum(np.rint(LEVELS * shares), LEVELS))
    known = picture.nodes.layer > 0
    expected = diverging(picture.nodes.value[known], picture.bias_limit, palette)
    assert np.array_equal(picture.nodes.color[known], expected)


def test_units_make_room_when_the_legend_grows(pane, theme, train):
    theme.set_hall(True)
    pane.resize(480, 420)
    assert pane.picture
    view, stage = pane.view, pane.view.stage
    before = stage.middle(view.size()).bottom()
    train(60)
    nodes, legend = pane.picture.nodes, stage._legend(stage.edges, view.size())
    top = foot_box(legend, stage.brush, view.width(), view.height()).top()
    assert top < before
    assert (nodes.point[:, 1] + nodes.radius).max() < top


def test_other_seeds_differ_from_the_start(pane, session, lanes):
    session.do(Compare("seed", (0, 1)))
    session.clock.tick()
    assert pane.view.notice == ""
    check(pane, lanes(), 1, 0)


def test_only_weights_of_the_same_iteration_are_subtracted(pane, session, lanes, train):
    train(20)
    before = pane.picture
    ahead = replace(lanes()[1].snapshot, iteration=21)
    kept = session.comparison._desks[0].snapshot
    session.comparison._desks[0].snapshot = ahead
    session.comparison.moved.emit(session.comparison)
    session.clock.tick()
    assert pane.picture.difference is before.difference
    session.comparison._desks[0].snapshot = kept
    session.advance(1)
    assert (pane.picture.difference.a.iteration, pane.picture.difference.b.iteration) == (21, 21)


def test_a_lane_that_diverged_stays_where_it_was(pane, session, lanes, train):
    session.do(Compare("learning_rate", (0.01, 9000.0)))
    fields = catalogue.defaults("wave") | {"optimizer": "sgd"}
    layers = tuple(LayerSpec(8, "relu") for _ in range(3))
    session.do(Configure(replace(session.experiment, layers=layers, **fields)))
    train(40)
    difference = pane.picture.difference
    assert difference.a.iteration == 40
    assert difference.b.iteration == lanes()[1].snapshot.iteration < 40
    assert "A at 40" in pane.view.stage.words.time(difference, 1, 0)
    assert not pane.grab().isNull()


def test_slopes_that_units_train_do_not_disturb(pane, session, lanes, train):
    session.do(Compare("activation", ("relu", "prelu")))
    train(20)
    check(pane, lanes(), 1, 0)


def test_maxout_shows_the_piece_that_differs_most(pane, session, lanes, train):
    layers = tuple(LayerSpec(4, "maxout") for _ in range(2))
    session.do(Configure(replace(session.experiment, layers=layers)))
    train(20)
    edges, (a, b) = pane.picture.edges, lanes()[:2]
    pieces = (layers_of(b)[1].W - layers_of(a)[1].W).reshape(4, 4, -1)
    best = np.take_along_axis(pieces, np.abs(pieces).argmax(-1)[..., None], -1)[..., 0]
    mine = edges.layer == 1
    assert np.array_equal(edges.weight[mine], best[edges.i[mine], edges.j[mine]])
    w_a, w_b = pane.picture.difference.weight(EdgeRef(1, 2, 3))
    assert w_b - w_a == pytest.approx(float(best[2, 3]), abs=1e-6)


def test_networks_of_other_sizes_have_no_difference(lanes, session):
    first = lanes()[0].snapshot
    session.do(Configure(replace(session.experiment, layers=(LayerSpec(3, "tanh"),))))
    assert difference_of(first, lanes()[0].snapshot) is None


def test_pointing_tells_both_weights_and_the_difference(pane, lanes, train):
    train(60)
    assert pane.picture
    view, scene = pane.view, pane.view.stage.scene
    x, y, _ = place_of(scene.layout, UnitRef(2, 3))
    move_to(view, x, y)
    a, b = (float(layers_of(lane)[1].b[3]) for lane in lanes()[:2])
    rows = dict(view.readout.rows)
    assert rows == {"B  momentum": f"{b:.4g}".replace("-", "−"), "A  SGD": f"{a:.4g}".replace("-", "−"),
                    "difference": f"{b - a:.4g}".replace("-", "−")}  # fmt: skip
    ends = [place_of(scene.layout, ref) for ref in (UnitRef(0, 1), UnitRef(1, 7))]
    # Near its beginning no other edge is as near.
    move_to(view, *(0.75 * ends[0][axis] + 0.25 * ends[1][axis] for axis in (0, 1)))
    assert view.readout.name == "weight hidden 1, 2 → 8"
    a, b = (float(layers_of(lane)[0].W[1, 7]) for lane in lanes()[:2])
    assert dict(view.readout.rows)["difference"] == f"{b - a:.4g}".replace("-", "−")
    assert not pane.grab().isNull()
    view.point_at(None)
    assert view.readout is None


def test_keys_reach_units_and_edges(pane, lanes, train):
    train(20)
    view = pane.view
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "hidden 1" in view.accessibleDescription()
    unit = view._focused.unit
    QTest.keyClicks(view, "]")
    a, b = (float(layers_of(lane)[0].W[0, unit]) for lane in lanes()[:2])
    assert f"difference = {b - a!r}" in view.accessibleDescription()
    QTest.keyClicks(view, "]")
    assert f"2 → {unit + 1}" in view.accessibleDescription()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.readout is None


def test_a_lane_is_not_subtracted_from_itself(pane, lanes, train):
    train(20)
    field = pane._fields["a"]
    field.setCurrentIndex(field.findData("1"))
    assert pane.lanes == (0, 1)
    check(pane, lanes(), 0, 1)


def test_a_lane_that_is_gone_gives_way(pane, session, lanes):
    pane.choose(2, 1)
    session.do(Compare("optimizer", ("adam", "sgd")))
    assert pane.lanes == (1, 0)
    assert [name for _, name in pane._fields["b"].choices()] == ["A  Adam", "B  SGD"]


def test_a_hidden_pane_does_nothing(pane, session, lanes, train):
    train(20)
    pane.hide()
    session.advance(20)
    assert pane.view.stage.difference.b.iteration == 20
    pane.show()
    assert pane.picture.difference.b.iteration == 40


def test_another_theme_changes_ground_and_edges(pane, session, lanes, theme, train):
    train(20)
    session.do(Pause())
    colors = []
    for name in ("light", "dark"):
        theme.use(name)
        image = pane.grab().toImage()
        assert image.pixelColor(2, image.height() - 3) == theme.color("surface")
        colors.append(pane.picture.edges.color)
    assert (colors[0] != colors[1]).any()


def test_everything_has_a_name(pane):
    for widget in (pane, pane.view, *pane._fields.values()):
        assert widget.objectName()
        assert widget.accessibleName()
