from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import parameter_count, trained_count
from nnviz.session.intents import Configure, OpenModel, OpenPage, Pause, Run, SaveModel, ShowPoint
from nnviz.session.pages import with_data
from nnviz.session.runners import InlineRunner
from nnviz.session.session import BUILT_IN_DIGITS, Session
from nnviz.views.network.backdrop import foot_box, head_box
from nnviz.views.network.brush import Brush
from nnviz.views.network.captions import caption_room, detail_of, titles_of
from nnviz.views.network.card import card_place, card_size
from nnviz.views.network.edges import edge_matrix
from nnviz.views.network.labels import label_text
from nnviz.views.network.legend import Legend, bias_entry, value_entry, weight_entry
from nnviz.views.network.pane import NetworkPane
from nnviz.views.network.planes import GRID, plane_trace, plane_values
from nnviz.views.network.ranges import input_scale
from nnviz.views.network.readout import unit_readout
from nnviz.views.network.scene import UnitRef
from nnviz.views.network.walk import place_of
from nnviz.views.network.words import NetworkWords
from nnviz.widgets.numerals import short


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
    assert session.bounds.points(GRID)[0] == pytest.approx([-1.2, 1.2])
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
        "weighted sum z": short(trace.z[0][0, 3]),
        "activation a = ReLU(z)": short(trace.a[0][0, 3]),
        "bias b": short(layer.b[3]),
    }
    assert card.picture.size().toTuple() == (8, 8)
    weights = layer.W[:, 3].reshape(8, 8)
    brightest = np.unravel_index(weights.argmax(), (8, 8))
    color = card.picture.pixelColor(int(brightest[1]), int(brightest[0]))
    assert color.blue() > color.red()
    assert pane.grab().toImage() != plain


def test_a_normalised_and_residual_layer_says_so_and_shows_its_numbers(show):
    session, pane = show("2-8-8-1")
    spec = LayerSpec(8, "tanh", batch_norm=True)
    session.begin(Experiment(layers=(spec, replace(spec, residual=True))))
    session.show_input([0.4, -0.3])
    session.tick()
    pane.grab()
    words, e, trace = pane._words, session.experiment, session.prediction.trace
    captions = [words.caption(e, layer) for layer in (1, 2, 3)]
    assert captions[0].detail == "8 tanh · batch norm"
    assert captions[1].detail == "8 tanh · batch norm · residual"
    assert captions[1].details == ("8 tanh · BN · res", "tanh · BN · res", "tanh · …", "tanh", "8")
    assert "tanh + skip" in {entry.title for entry in pane._stage.legend.entries}
    assert f"{trained_count(e):,} parameters" in pane._stage.legend.note
    assert trained_count(e) < parameter_count(e)
    rows = dict(unit_readout(UnitRef(2, 3), session.snapshot, trace, "unit", words).rows)
    assert rows["normalised n"] == short(trace.n[1][0, 3])
    assert rows["activation a = tanh(n) + skip"] == short(trace.a[1][0, 3])
    assert pane.picture.scales[1].high == 1
    assert pane.picture.scales[2].high > 1, "a skip connection leaves tanh no bounds"


def test_pointing_at_an_edge_shows_its_weight(show):
    _, pane = show("2-1")
    edges = pane.picture.edges
    x, y = (edges.ends[0, :2] + edges.ends[0, 2:]) / 2
    QTest.mouseMove(pane, QPoint(round(x), round(y)))
    assert pane._card().readout.rows == (("weight w₁₁", short(edges.weight[0])),)
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
    assert pane.accessibleDescription() == f"input, unit 1, value x₁ = {short(float(value))}"
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert pane.accessibleDescription().startswith("input, unit 2")
    QTest.keyClick(pane, Qt.Key.Key_Tab)
    assert pane.accessibleDescription().startswith("hidden 1, unit ")
    with qtbot.waitSignal(pane.unit_selected) as caught:
        QTest.keyClick(pane, Qt.Key.Key_Space)
    assert caught.args[0].layer == 1
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.accessibleDescription().startswith("Tab and arrow keys")


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
    words = NetworkWords(pane._stage._theme)
    captions = [words.caption(session.experiment, layer) for layer in range(4)]
    assert [(c.title, c.detail) for c in captions] == [
        ("input", "784"), ("hidden 1", "256 ReLU"), ("hidden 2", "128 ReLU"), ("output", "10 softmax"),
    ]  # fmt: skip
    assert len(set(edges.limits)) > 1
    assert (np.abs(edges.weight) > np.array(edges.limits)[edges.layer]).any()
    assert legend.entries[0].tail == "≥ " + " | ".join(map(short, edges.limits))
    assert words.limits((0.5,) * 3 + (2.0,) * 6, False) == "± 0.5 to 2"


def test_one_limit_of_all_matrices_stands_at_the_ends_of_the_scale(show):
    _, pane = show("2-1")
    edges, entry = pane.picture.edges, pane._stage.legend.entries[0]
    assert entry.ticks == (short(-edges.limits[0]), "0", f"+{short(edges.limits[0])}")
    assert entry.tail == ""


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


def test_the_pane_follows_a_real_session(qtbot, theme, monkeypatch):
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
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


@pytest.fixture
def real(qtbot, theme, monkeypatch):
    """A real session on the digits page, with the small digits, and its pane, looked at."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    session = Session(InlineRunner(), Believer(), page="digits")
    session.do(Configure(with_data(session.experiment, BUILT_IN_DIGITS)))
    pane = NetworkPane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(900, 700)
    pane.show()
    session.clock.tick()
    yield session, pane
    session.close()


def _at(pane, ref):
    x, y, _ = place_of(pane.picture.layout, ref)
    return QPoint(round(x), round(y))


def _configure(session, *layers):
    experiment = replace(session.experiment, layers=layers)
    session.do(Configure(experiment))
    session.clock.tick()


def test_pointing_at_a_unit_while_the_page_is_switched(real):
    session, pane = real
    QTest.mouseMove(pane, _at(pane, UnitRef(0, 63)))
    assert pane._card() is not None
    session.do(OpenPage("playground"))
    assert pane._card() is None
    assert not pane.grab().isNull()


def test_a_selected_unit_whose_layer_is_removed(real):
    session, pane = real
    _configure(session, LayerSpec(20, "relu"), LayerSpec(12, "tanh"))
    last = len(session.experiment.sizes) - 1
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=_at(pane, UnitRef(last, 9)))
    assert pane._card() is not None
    _configure(session, LayerSpec(20, "relu"))
    assert pane._card() is None
    assert not pane.grab().isNull()


def test_pointing_at_a_unit_that_configure_takes_away(real):
    session, pane = real
    _configure(session, LayerSpec(20, "relu"))
    QTest.mouseMove(pane, _at(pane, UnitRef(1, 19)))
    _configure(session, LayerSpec(4, "relu"))
    assert pane._card() is None
    assert not pane.grab().isNull()


def test_a_unit_stays_focused_only_while_another_model_shows_it(show):
    session, pane = show("64-32-10")
    for ref in (UnitRef(1, 31), UnitRef(1, 1)):
        pane.select(ref)
        pane.focus_unit(ref)
    session.begin(replace(session.experiment, layers=(LayerSpec(3, "relu"),)))
    session.tick()
    assert pane._prepare() is not None
    assert pane._marks.focused == UnitRef(1, 1)
    pane.focus_unit(UnitRef(1, 2))
    session.begin(replace(session.experiment, layers=(LayerSpec(2, "relu"),)))
    assert not pane.grab().isNull()
    assert pane._marks.focused is None


def test_a_model_opened_while_a_unit_is_pointed_at(real, tmp_path):
    session, pane = real
    session.do(OpenPage("playground"))
    _configure(session, LayerSpec(3, "relu"))
    model = tmp_path / "small.safetensors"
    session.do(SaveModel(model))
    _configure(session, LayerSpec(30, "relu"))
    QTest.mouseMove(pane, _at(pane, UnitRef(1, 29)))
    session.do(OpenModel(model))
    session.clock.tick()
    assert pane._card() is None
    assert not pane.grab().isNull()


def test_a_failing_paint_still_ends_the_painter(show, monkeypatch, qtbot):
    _, pane = show("2-1")
    painters = []

    def fail(painter, *_):
        painters.append((painter, painter.isActive()))
        raise IndexError

    with monkeypatch.context() as patch:
        patch.setattr(pane._stage, "paint", fail)
        with qtbot.captureExceptions(), pytest.raises(IndexError):
            pane.grab()
    assert [(painter.isActive(), before) for painter, before in painters] == [(False, True)]


@pytest.mark.parametrize("way", ["hide", "disable", "other reason"])
def test_focus_that_nobody_tabbed_marks_nothing(show, qtbot, way):
    window, button = QWidget(), QPushButton("x")
    _, pane = show("2-1")
    box = QVBoxLayout(window)
    box.addWidget(button)
    box.addWidget(pane)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    ways = {
        "hide": button.hide,
        "disable": lambda: button.setEnabled(False),
        "other reason": lambda: pane.setFocus(Qt.FocusReason.OtherFocusReason),
    }
    ways[way]()
    assert pane.hasFocus()
    assert pane._card() is None
    button.show()
    button.setEnabled(True)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert pane._card() is not None


@pytest.mark.parametrize("size", [(560, 440), (900, 700)])
def test_captions_are_brief_and_the_card_covers_neither_them_nor_its_unit(show, stage_name, size):
    session, pane = show(stage_name, size)
    captions_are_brief_rather_than_cut(session, pane)
    the_card_covers_neither_captions_nor_its_unit(pane)


def captions_are_brief_rather_than_cut(session, pane):
    layout, brush = pane.picture.layout, pane._stage.brush
    captions = [pane._words.caption(session.experiment, column.layer) for column in layout.columns]
    rooms = [caption_room(layout, column, pane.view, pane.width()) for column in layout.columns]
    titles = titles_of(captions, rooms, brush)
    assert len(set(titles)) == len(titles)
    for title, caption, room in zip(titles, captions, rooms, strict=True):
        assert brush.bold_metrics.horizontalAdvance(title) <= room
        detail = detail_of(caption, room, brush)
        assert brush.small_metrics.horizontalAdvance(detail) <= room
        assert detail in (caption.detail, *caption.details)


def the_card_covers_neither_captions_nor_its_unit(pane):
    layout, stage = pane.picture.layout, pane._stage
    # Where a card goes does not depend on what is painted: one of each layer is.
    pane.setUpdatesEnabled(False)
    for column in layout.columns[1 if layout.image else 0 :]:
        for unit in column.shown.tolist():
            ref = UnitRef(column.layer, unit)
            QTest.mouseMove(pane, _at(pane, ref))
            at, radius = pane.overlay.anchor(pane.scene, pane._marks)
            box = card_place(card_size(pane._card(), stage.brush), at, radius, stage.middle(), stage.obstacles(ref))
            own = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
            assert not box.intersects(own)
            assert box.top() >= stage.middle().top()
            assert box.right() <= pane.width()
        assert not pane.grab().isNull()


def test_no_share_is_shown_as_one_it_is_not():
    shares = {0.0: "0.000", 3e-9: "<0.001", 0.25: "0.250", 0.99999: ">0.999", 1.0: "1.000"}
    assert {value: label_text(value, True) for value in shares} == shares
    assert label_text(-12.3456, False) == "−12.3"


def test_many_narrow_columns_have_numbers(show):
    session, pane = show("six hidden", (500, 440))
    captions = [pane._words.caption(session.experiment, layer) for layer in range(8)]
    assert titles_of(captions, [50.0] * 8, pane._stage.brush)[1:7] == ["h1", "h2", "h3", "h4", "h5", "h6"]
    assert detail_of(captions[1], 35.0, pane._stage.brush) in ("ReLU", "12")
