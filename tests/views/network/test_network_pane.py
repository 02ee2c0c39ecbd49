import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest

from nnviz.engine.experiment import Experiment
from nnviz.engine.network import parameter_count
from nnviz.session.intents import OpenPage, Pause, Run, ShowPoint
from nnviz.session.runners import InlineRunner
from nnviz.session.session import Session
from nnviz.views.network.backdrop import foot_box, head_box
from nnviz.views.network.brush import Brush
from nnviz.views.network.edges import edge_matrix
from nnviz.views.network.legend import Legend, bias_entry, value_entry, weight_entry
from nnviz.views.network.pane import NetworkPane
from nnviz.views.network.planes import plane_points, plane_trace, plane_values
from nnviz.views.network.ranges import input_scale
from nnviz.views.network.scene import UnitRef
from nnviz.views.network.walk import place_of
from nnviz.views.network.words import NetworkWords, number


@pytest.mark.parametrize("size", [(500, 350), (1300, 800)])
def test_the_picture_is_the_network(show, stage_name, size):
    session, pane = show(stage_name, size)
    picture = pane.picture
    edges, layers = picture.edges, session.snapshot.network.layers
    expected = [edge_matrix(layers[k])[i, j] for k, i, j in zip(edges.layer, edges.i, edges.j, strict=True)]
    assert np.array_equal(edges.weight, expected)
    if session.prediction:
        values = (session.prediction.trace.x, *session.prediction.trace.a)
        nodes = picture.nodes
        shown = [values[layer][0, unit] for layer, unit in zip(nodes.layer, nodes.unit, strict=True)]
        assert np.array_equal(nodes.value, np.asarray(shown, float))
    assert not pane.grab().isNull()


@pytest.mark.parametrize("name", ["64-32-10", "4-16-3", "784-256-128-10"])
def test_the_middle_of_every_node_has_the_colour_of_its_activation(show, name):
    _, pane = show(name)
    image, nodes = pane.grab().toImage(), pane.picture.nodes
    for (x, y), color in zip(nodes.point, nodes.color, strict=True):
        assert image.pixelColor(int(x), int(y)) == QColor(*color.tolist())


def test_units_over_the_plane_show_their_own_answers(show):
    session, pane = show("2-8-8-1")
    trace = plane_trace(session.snapshot.network, session.scaling)
    assert plane_points()[0] == pytest.approx([-1.2, 1.2])
    assert plane_values(trace, 0, 1)[0, 0] > plane_values(trace, 0, 1)[-1, 0]
    image, picture = pane.grab().toImage(), pane.picture
    for k in range(len(picture.nodes.unit)):
        layer, unit = int(picture.nodes.layer[k]), int(picture.nodes.unit[k])
        x, y = picture.nodes.point[k]
        values = plane_values(trace, layer, unit)
        colors = picture.scales[layer].colors(values[13:15, 13:15], pane._stage.brush.palette)
        pixel = image.pixelColor(int(x), int(y)).getRgb()[:3]
        low, high = colors.min(axis=(0, 1)).astype(int) - 3, colors.max(axis=(0, 1)).astype(int) + 3
        assert (low <= pixel).all()
        assert (pixel <= high).all()


def test_nothing_lies_under_captions_legend_or_outside(show, stage_name):
    for size in ((500, 350), (900, 700), (2000, 1300)):
        _, pane = show(stage_name, size)
        stage, nodes = pane._stage, pane.picture.nodes
        head = head_box(stage.brush, pane.width()).bottom()
        foot = foot_box(stage.legend, stage.brush, pane.width(), pane.height()).top()
        assert (nodes.point[:, 1] - nodes.radius).min() >= head
        assert (nodes.point[:, 1] + nodes.radius).max() <= foot
        assert (nodes.point[:, 0] + nodes.radius).max() < pane.width()
        assert foot - head > 0.45 * pane.height()


def test_edges_follow_the_slow_tick_and_nodes_the_frame(show):
    session, pane = show("4-16-3")
    before = pane.picture
    session.begin(session.experiment, seed=1)
    session.show_input(2 * np.ones(4))
    session.clock.frame.emit()
    after = pane.picture
    assert np.array_equal(after.edges.weight, before.edges.weight)
    assert not np.array_equal(after.nodes.value, before.nodes.value)
    session.clock.slow.emit()
    assert not np.array_equal(pane.picture.edges.weight, before.edges.weight)


def test_a_hidden_pane_does_nothing_and_catches_up_when_shown(show):
    session, pane = show("4-16-3")
    before = pane.picture.edges
    pane.hide()
    session.begin(session.experiment, seed=1)
    session.show_input(np.ones(4))
    session.tick()
    assert pane._stage.edges is before
    pane.show()
    session.tick()
    assert not np.array_equal(pane.picture.edges.weight, before.weight)


def test_another_network_makes_another_picture(show):
    session, pane = show("2-8-8-1")
    session.begin(Experiment(layers=()))
    session.tick()
    assert [column.units for column in pane.picture.layout.columns] == [2, 1]
    pane.grab()


def test_pointing_at_a_unit_shows_its_card_and_its_edges(show):
    session, pane = show("64-32-10")
    ref = UnitRef(1, 3)
    x, y, _ = place_of(pane.picture.layout, ref)
    plain = pane.grab().toImage()
    QTest.mouseMove(pane, QPoint(round(x), round(y)))
    card = pane._card()
    trace, layer = session.prediction.trace, session.snapshot.network.layers[0]
    assert dict(card.readout.rows) == {
        "z": number(trace.z[0][0, 3]),
        "a": number(trace.a[0][0, 3]),
        "b": number(layer.b[3]),
    }
    assert card.picture.size().toTuple() == (8, 8)
    weights = layer.W[:, 3].reshape(8, 8)
    brightest = np.unravel_index(weights.argmax(), (8, 8))
    color = card.picture.pixelColor(int(brightest[1]), int(brightest[0]))
    assert color.blue() > color.red()
    assert pane.grab().toImage() != plain


def test_pointing_at_an_edge_shows_its_weight(show):
    _, pane = show("2-1")
    edges = pane.picture.edges
    x, y = (edges.ends[0, :2] + edges.ends[0, 2:]) / 2
    QTest.mouseMove(pane, QPoint(round(x), round(y)))
    assert pane._card().readout.rows == (("w", number(edges.weight[0])),)
    QTest.mouseMove(pane, QPoint(5, pane.height() // 2))
    assert pane._card() is None


def test_a_click_selects(show, qtbot):
    _, pane = show("64-32-10")
    x, y, _ = place_of(pane.picture.layout, UnitRef(2, 7))
    with qtbot.waitSignal(pane.unit_selected) as caught:
        QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert caught.args == [UnitRef(2, 7)]


def test_keys_move_the_focus_and_a_screen_reader_hears_it(show, qtbot):
    session, pane = show("4-16-3")
    _tab_into(pane, qtbot)
    value = session.prediction.trace.x[0, 0]
    assert pane.accessibleDescription() == f"input, unit 1, x₁ = {number(float(value))}"
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert pane.accessibleDescription().startswith("input, unit 2")
    QTest.keyClick(pane, Qt.Key.Key_Tab)
    assert pane.accessibleDescription().startswith("hidden 1, unit ")
    with qtbot.waitSignal(pane.unit_selected) as caught:
        QTest.keyClick(pane, Qt.Key.Key_Space)
    assert caught.args[0].layer == 1
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.accessibleDescription() == ""


def test_tab_leaves_the_pane_behind_the_last_layer(show, qtbot):
    _, pane = show("2-1")
    _tab_into(pane, qtbot)
    assert pane.focusNextPrevChild(True)
    assert not pane.focusNextPrevChild(True)


def test_wheel_zooms_drag_pans_double_click_fits(show):
    _, pane = show("64-32-10")
    at = QPointF(400, 300)
    inside = pane.view.back(400, 300)
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    pane.wheelEvent(wheel)
    assert pane.view.scale > 1.3
    assert pane.view.point(*inside) == pytest.approx((400, 300))
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    QTest.mouseMove(pane, QPoint(340, 130))
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=QPoint(340, 130))
    assert pane.view.point(*inside) == pytest.approx((440, 330))
    pane.grab()
    QTest.mouseDClick(pane, Qt.MouseButton.LeftButton, pos=QPoint(10, 340))
    assert pane.view.scale == 1


def test_the_theme_changes_under_the_pane(show, theme):
    _, pane = show("64-32-10")
    dark = pane.grab().toImage().pixelColor(2, 340)
    theme.use("light")
    assert dark == QColor("#1a1e26")
    assert pane.grab().toImage().pixelColor(2, 340) == QColor("#ffffff")


def test_words_count_what_is_drawn(show):
    session, pane = show("784-256-128-10")
    edges = pane.picture.edges
    legend = pane._stage.legend
    assert len(edges) == 4000
    assert legend.note.startswith("4,000 of 234,752 edges drawn")
    assert f"{parameter_count(session.experiment):,} parameters" in legend.note
    words = NetworkWords()
    captions = [words.caption(session.experiment, layer) for layer in range(4)]
    assert [(c.title, c.detail) for c in captions] == [
        ("input", "784"), ("hidden 1", "256 ReLU"), ("hidden 2", "128 ReLU"), ("output", "10 softmax"),
    ]  # fmt: skip
    beyond = np.abs(edges.weight).max() > edges.limit
    assert legend.entries[0].ticks[2] == (f"≥ {number(edges.limit)}" if beyond else f"+{number(edges.limit)}")


@pytest.mark.parametrize("compact", [False, True])
def test_the_legend_breaks_into_rows_that_fit(theme, compact):
    brush = Brush(theme)
    entries = (weight_entry("weight", 0.5, True, 10), bias_entry("bias"), value_entry("tanh", input_scale(1.0)))
    legend = Legend(entries, "12 of 12 edges drawn", compact)
    heights = [legend.height(brush, width) for width in (220, 400, 1200)]
    assert heights[0] > heights[1] > heights[2]
    for width in (220, 400, 1200):
        for row in legend._rows(brush, width)[0]:
            assert len(row) == 1 or sum(legend._width(brush, entry) for entry in row) < width


def test_leaving_forgets_what_was_pointed_at(show):
    _, pane = show("2-1")
    x, y, _ = place_of(pane.picture.layout, UnitRef(1, 0))
    QTest.mouseMove(pane, QPoint(round(x), round(y)))
    assert pane._card() is not None
    pane.leaveEvent(QEvent(QEvent.Type.Leave))
    assert pane._card() is None


def _tab_into(pane, qtbot):
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.clearFocus()
    pane.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(pane.hasFocus)


class Believer:
    """A judge to whom every drawing is a digit."""

    def score(self, preparation):
        return 1.0

    def is_digit(self, score):
        return True


def test_the_pane_follows_a_real_session(qtbot, theme):
    session = Session(InlineRunner(), Believer(), page="playground")
    pane = NetworkPane(session, theme)
    qtbot.addWidget(pane)
    pane.show()
    start = pane.picture.edges.weight.copy()
    session.do(Run())
    session.advance(3)
    session.do(ShowPoint(0.3, -0.2))
    session.do(Pause())
    session.clock.tick()
    picture, layers = pane.picture, session.snapshot.network.layers
    assert not np.array_equal(np.sort(picture.edges.weight), np.sort(start))
    expected = [
        layers[k].W[i, j] for k, i, j in zip(picture.edges.layer, picture.edges.i, picture.edges.j, strict=True)
    ]
    assert np.array_equal(picture.edges.weight, expected)
    assert picture.nodes.value[-1] == session.prediction.probabilities[0]
    session.do(OpenPage("digits"))
    session.clock.tick()
    assert pane.picture.layout.image.rows == 28
    pane.grab()
    session.close()
