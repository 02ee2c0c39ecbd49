"""The page of the lab “graph”: mouse and keyboard, the arrangement of numbers, what is painted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nnviz.engine.autograd import Graph
from nnviz.engine.expression import parse
from nnviz.session.intents import OpenPage
from nnviz.session.labs.graph.intents import OpenPreset, SeekGraph, SeekModes, SetExpression
from nnviz.session.labs.graph.lab import GraphLab
from nnviz.session.labs.graph.layered import place
from nnviz.session.labs.graph.presets import PRESETS
from nnviz.session.labs.lab import OpenSection
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.graph.arrange import arrange
from nnviz.views.labs.graph.brush import DERIVATIVE, VALUE
from nnviz.views.labs.graph.graph_section import GraphSection
from nnviz.views.labs.graph.legend import GraphLegend
from nnviz.views.labs.graph.modes_section import ModesSection
from nnviz.views.labs.graph.naming import definition, labels_of, local_rule, partial
from nnviz.views.labs.graph.outlines import Ruler
from nnviz.views.labs.graph.page import GraphPage
from nnviz.views.labs.graph.readings import adjoint_moment, way_out
from nnviz.views.labs.graph.shapes import Drawing
from nnviz.views.labs.graph.view import COMFORTABLE, READABLE
from nnviz.widgets.drag_field import DragField
from tests.curriculum.stage import dismiss, renew, shown, staged

LEFT = Qt.MouseButton.LeftButton
EXPRESSIONS = (
    *(preset.text for preset in PRESETS.values()),
    "x * x + x",
    "max(a, b, c, a)",
    "sum(a, b, c, d, e, g)",
    "(a + b) * (b + c) * (c + a)",
    "exp(-(x - m)^2 / (2 * s^2)) / s",
    "softmax(1; a, b) * softmax(2; a, b)",
    "affine(w, x, x, w, 2)",
    "3",
    "x",
    "t = x^2\nu = t * t\nv = u * t\nv + t",
    "max(x, max(y, max(z, max(w, x))))",
    "log(exp(a) + exp(b) + exp(c))",
)


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[GraphPage]:
    for page in staged(_page):
        yield page
        dismiss(page)


def _page(session: Session, theme: Theme) -> GraphPage:
    page = GraphPage(session, theme, session.labs.of(GraphLab))
    page.setProperty("stage", (session, theme))
    page.resize(1280, 640)
    return page


@pytest.fixture
def session(stage: GraphPage) -> Session:
    found = stage.property("stage")[0]
    assert isinstance(found, Session)
    return found


@pytest.fixture
def theme(stage: GraphPage) -> Iterator[Theme]:
    """Dark, in the usual size, before each test and after it."""
    found = stage.property("stage")[1]
    assert isinstance(found, Theme)
    yield found
    found.chosen_scale = 1.0
    found.use("dark")


@pytest.fixture
def page(stage: GraphPage, session: Session) -> Iterator[GraphPage]:
    """The page as it opens."""
    renew(session, session.labs.of(GraphLab))
    for page in shown(stage, stage):
        session.clock.tick()
        yield page


@pytest.fixture
def section(page: GraphPage) -> GraphSection:
    section = page.section("graph")
    assert isinstance(section, GraphSection)
    return section


def at_end(session: Session, section: GraphSection) -> None:
    session.do(SeekGraph(len(section.lab.beats)))
    session.clock.tick()


def node(section: GraphSection, name: str) -> int:
    return next(node.index for node in section.lab.graph.nodes if node.name == name)


def field(section: GraphSection, name: str) -> DragField:
    found = section.findChild(DragField, f"graph_canvas_{name}")
    assert found is not None
    return found


def type_over(widget: QWidget, text: str) -> None:
    QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def pixels_of(section: GraphSection, role: str, area: QRect | None = None) -> int:
    """Pixels of the canvas, or a part of it, in the colour of a role."""
    image = section.canvas.grab(area or section.canvas.rect()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    return int((raw == section.theme.color(role).rgb()).sum())


# Arrangement


def drawing_of(text: str) -> Drawing:
    graph = parse(text)
    return arrange(graph, place(graph), Ruler())


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_nothing_of_an_arranged_graph_touches_what_it_does_not_belong_to(qapp: QApplication, text: str) -> None:
    graph, drawing = parse(text), drawing_of(text)
    check_numbers(graph, drawing)
    check_nodes(drawing)


def check_numbers(graph: Graph, drawing: Drawing) -> None:
    """No number touches a node, an edge or another number."""
    assert not drawing.crowded
    shapes = [*drawing.edges, drawing.way_out]
    boxes = [(shape, shape.above) for shape in shapes]
    boxes += [(shape, shape.below) for shape in shapes if graph.varies[shape.edge.source]]
    for (_, box), (_, other) in combinations(boxes, 2):
        assert not box.intersects(other)
    for _, box in boxes:
        assert not any(box.intersects(shape.footprint) for shape in drawing.nodes)
        for shape in shapes:
            x = np.linspace(box.left(), box.right(), 60)
            inside = (x > shape.points[0, 0]) & (x < shape.points[-1, 0])
            y = np.interp(x[inside], shape.points[:, 0], shape.points[:, 1])
            assert not ((y > box.top()) & (y < box.bottom())).any(), shape.edge


def check_nodes(drawing: Drawing) -> None:
    """Nodes keep apart, and edges join them above and below."""
    for one, other in combinations(drawing.nodes, 2):
        assert not one.footprint.intersects(other.footprint)
    for shape in drawing.edges:
        source, target = drawing.nodes[shape.edge.source], drawing.nodes[shape.edge.target]
        assert shape.points[0].tolist() == pytest.approx([source.box.right(), source.center.y()])
        assert target.box.left() <= shape.points[-1, 0] < target.center.x()
        assert target.box.top() <= shape.points[-1, 1] <= target.box.bottom()
        assert (np.diff(shape.points[:, 0]) >= 0).all()
        assert shape.above.bottom() <= np.interp(shape.above.center().x(), *shape.points.T)
    assert all(drawing.room.contains(shape.footprint) for shape in drawing.nodes)


def test_a_large_graph_leaves_out_what_would_overlap(qapp: QApplication) -> None:
    text = " + ".join(f"max(x, y, z{k})*x" for k in range(3))
    drawing = drawing_of(text)
    housed = [shape for shape in drawing.edges if not shape.homeless]
    boxes = [box for shape in housed for box in (shape.above, shape.below)]
    assert 0 < len(housed) < len(drawing.edges)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


# Formulas


def test_names_and_rules() -> None:
    graph = parse("a = x * y\nsqrt(a / x) - a^3 + max(a, 2)")
    labels = labels_of(graph)
    assert labels[graph.output] == "f"
    assert [labels[node.index] for node in graph.nodes if not node.is_input and not node.name] == [
        *("v₁", "v₂", "v₃", "v₄", "v₅"),
        "f",
    ]
    rules = {definition(graph, labels, edge.target): local_rule(graph, labels, edge) for edge in graph.edges}
    assert rules["x · y"] == "x"
    assert rules["a / x"] == "−a/x²"
    assert rules["sqrt(v₁)"] == "1/(2·v₂)"
    assert rules["max(a, 2)"] == "[2 = max]"
    powers = [local_rule(graph, labels, edge) for edge in graph.edges if graph.nodes[edge.target].op == "pow"]
    assert powers == ["3a²", "v₃·ln a"]
    assert (partial("x + y", "x"), partial("exp(x)", "x")) == ("∂(x + y)/∂x", "∂exp(x)/∂x")


# The expression


def test_enter_draws_what_was_typed(section: GraphSection, session: Session) -> None:
    type_over(section.bar.field, "a * sin2 + 1")
    session.clock.tick()
    assert section.lab.text == "a * sin2 + 1"
    assert set(section.lab.graph.variables) == {"a", "sin2"}
    assert len(section.canvas.drawing.edges) == 4  # type: ignore[union-attr]
    assert section.bar.preset.value() == ""
    assert section.bar.message.isHidden()


def test_shift_enter_begins_a_line_and_escape_takes_back(section: GraphSection, session: Session) -> None:
    before = section.lab.text
    section.bar.field.setFocus()
    height = section.bar.field.height()
    for _ in range(2):
        QTest.keyClick(section.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert section.bar.field.height() > height
    assert section.lab.text == before
    QTest.keyClick(section.bar.field, Qt.Key.Key_Escape)
    assert section.bar.field.toPlainText() == before


def test_a_mistake_is_marked_where_it_is_and_the_graph_stays(section: GraphSection, session: Session) -> None:
    for text, mark, column in (
        ("x + $ * 2", (1, 5), 5),
        ("(x + y * z", (1, 1), 1),
        ("a = x + 1\na *", (2, 3), 4),
        ("a = 2 * x\nb = 1 / 0\na + b", (2, 7), 7),
    ):
        check_mistake(section, session, text, mark, column)


def check_mistake(section: GraphSection, session: Session, text: str, mark: tuple[int, int], column: int) -> None:
    graph = section.lab.graph
    section.bar.field.setPlainText(text)
    QTest.mouseClick(section.bar.button, LEFT)
    session.clock.tick()
    assert section.bar.field.mark == mark
    assert section.bar.field.toPlainText() == text
    assert section.bar.message.isVisible()
    assert f"column {column}" in section.bar.message.text()
    assert section.lab.graph is graph
    assert len(section.canvas.drawing.nodes) == len(graph.nodes)  # type: ignore[union-attr]
    QTest.keyClick(section.bar.field, Qt.Key.Key_Escape)
    assert section.bar.message.isHidden()
    assert section.bar.field.mark is None


def test_a_preset_is_chosen_by_keyboard(section: GraphSection, session: Session) -> None:
    section.bar.preset.setFocus()
    QTest.keyClick(section.bar.preset, Qt.Key.Key_Down)
    session.clock.tick()
    assert section.lab.preset == "E2"
    assert section.bar.field.toPlainText() == PRESETS["E2"].text
    assert "price" in section.bar.tip.text()


# Inputs


def test_a_typed_value_is_followed_by_everything_until_it_is_reset(section: GraphSection, session: Session) -> None:
    x = field(section, "x")
    QTest.mouseClick(x, LEFT)
    type_over(x, "4")
    session.clock.tick()
    assert section.lab.values["x"] == 4
    assert section.canvas.edge_numbers(way_out(section.lab.graph)) == (-36, 1)
    assert section.player.slider.value() == section.player.slider.maximum()
    check_reset(section, session)


def check_reset(section: GraphSection, session: Session) -> None:
    """Reset brings the first values back."""
    QTest.mouseClick(section.bar.reset, LEFT)
    session.clock.tick()
    assert section.lab.values["x"] == -2
    assert field(section, "x").get_value() == -2
    assert section.player.slider.value() == 0


def test_dragging_a_value_scrubs_it(section: GraphSection, session: Session) -> None:
    at_end(session, section)
    y = field(section, "y")
    middle = y.rect().center()
    QTest.mousePress(y, LEFT, pos=middle)
    QTest.mouseMove(y, middle + QPoint(30, 0))
    QTest.mouseRelease(y, LEFT, pos=middle + QPoint(30, 0))
    session.clock.tick()
    assert section.lab.values["y"] == pytest.approx(6.5)
    assert section.canvas.edge_numbers(way_out(section.lab.graph))[0] == pytest.approx(-18)
    assert y.text() == "6.5"


def test_an_impossible_value_is_refused(section: GraphSection, page: GraphPage, session: Session) -> None:
    session.do(SetExpression("1 / x", {"x": 2}))
    session.clock.tick()
    x = field(section, "x")
    QTest.mouseClick(x, LEFT)
    type_over(x, "0")
    session.clock.tick()
    assert section.lab.values["x"] == 2
    assert x.get_value() == 2
    assert x.property("invalid")
    trouble = page.findChild(QLabel, "lab_trouble")
    assert trouble is not None
    assert trouble.isVisible()


# Passes


def test_buttons_step_through_the_passes(section: GraphSection, session: Session) -> None:
    buttons = section.player.buttons
    assert not buttons["start"].isEnabled()
    q, edge = node(section, "q"), section.lab.graph.nodes[node(section, "f")].edges[0]
    assert section.canvas.moment.values[q] is None
    QTest.mouseClick(buttons["forward"], LEFT)
    session.clock.tick()
    assert section.canvas.moment.values[q] == 3
    assert section.step.typed.text().startswith("q = x + y = (−2) + 5 = 3")
    QTest.mouseClick(buttons["end"], LEFT)
    session.clock.tick()
    assert section.canvas.edge_texts(edge) == ("3", "−4")
    assert not buttons["end"].isEnabled()
    QTest.mouseClick(buttons["start"], LEFT)
    session.clock.tick()
    assert section.canvas.edge_texts(edge) == ("", "")


def test_with_reduced_motion_a_number_stands_still_on_its_way(
    section: GraphSection, session: Session, theme: Theme
) -> None:
    theme.set_motion("reduced")
    for position in (0.2, 0.9):
        session.do(SeekGraph(position))
        session.clock.tick()
        assert {pulse.at for pulse in section.canvas.moment.pulses} == {0.5}
        assert section.player.slider.value() == 50
    session.do(SeekGraph(1.0))
    session.clock.tick()
    assert not section.canvas.moment.pulses
    assert section.player.slider.value() == 100
    theme.set_motion("full")
    session.do(SeekGraph(0.2))
    session.clock.tick()
    assert {pulse.at for pulse in section.canvas.moment.pulses} == {0.2}


def test_space_plays_the_pulse_and_page_keys_step(section: GraphSection, session: Session) -> None:
    session.do(OpenPage("graph"))
    section.canvas.setFocus()
    QTest.keyClick(section.canvas, Qt.Key.Key_Space)
    assert section.lab.playing
    session.labs.advance(0.4)
    session.clock.tick()
    assert [pulse.at for pulse in section.canvas.moment.pulses] == pytest.approx([0.5, 0.5], abs=0.1)
    assert section.player.buttons["play"].sign == "pause"
    QTest.keyClick(section.canvas, Qt.Key.Key_Space)
    assert not section.lab.playing
    session.do(SeekGraph(0))
    QTest.keyClick(section.canvas, Qt.Key.Key_PageDown)
    QTest.keyClick(section.canvas, Qt.Key.Key_PageDown)
    QTest.keyClick(section.canvas, Qt.Key.Key_PageUp)
    assert section.lab.position == 1


def test_the_slider_seeks_and_the_speed_is_chosen(section: GraphSection, session: Session) -> None:
    section.player.slider.setFocus()
    QTest.keyClick(section.player.slider, Qt.Key.Key_End)
    assert section.lab.position == len(section.lab.beats)
    section.player.speed.setFocus()
    QTest.keyClick(section.player.speed, Qt.Key.Key_Down)
    assert section.lab.speed == 2


# Looking


def test_pointing_at_a_node_reads_it_out(section: GraphSection, session: Session) -> None:
    at_end(session, section)
    q = node(section, "q")
    QTest.mouseMove(section.canvas, section.canvas.node_pixel(q).toPoint())
    assert section.canvas.chosen == q
    assert section.node.title.text() == "q = x + y"
    shown = [label.get_value() for label in section.node.numbers if not label.isHidden()]
    assert shown == [3, -4, 1, 1]
    assert section.canvas.node_text(q) == "q = x + y, value 3.0, gradient ∂f/∂q -4.0, ∂q/∂x = 1.0, ∂q/∂y = 1.0"
    assert section.canvas.accessibleDescription() == section.canvas.node_text(q)
    QTest.mouseMove(section.canvas, QPoint(3, 3))
    assert section.canvas.chosen is None


def test_arrow_keys_walk_and_enter_edits(section: GraphSection, session: Session) -> None:
    canvas = section.canvas
    section.bar.preset.setFocus()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    walked = [canvas.chosen]
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(canvas, key)
        walked.append(canvas.chosen)
    assert walked == [node(section, name) for name in ("f", "q", "x", "y", "q")]
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert field(section, "x").hasFocus()
    assert canvas.chosen == node(section, "x")
    QTest.keyClick(field(section, "x"), Qt.Key.Key_Tab)
    assert field(section, "y").hasFocus()


def wheel(canvas: QWidget, at: QPoint, turn: int) -> None:
    event = QWheelEvent(
        QPointF(at), QPointF(canvas.mapToGlobal(at)), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def test_what_is_pointed_at_when_the_graph_has_just_changed(
    section: GraphSection, page: GraphPage, session: Session
) -> None:
    """The model is ahead of the picture by a frame: nothing is said of nodes it no longer has."""
    at_end(session, section)
    field(section, "z").setFocus()
    session.do(SetExpression("a"))
    canvas = section.canvas
    for name in ("f", "z"):
        QTest.mouseMove(canvas, canvas.node_pixel(4 if name == "f" else 3).toPoint())
    type_over(field(section, "z"), "3")
    assert canvas.accessibleDescription() == ""
    session.do(OpenSection("graph", "modes"))
    session.clock.tick()
    modes = page.section("modes")
    assert isinstance(modes, ModesSection)
    session.do(OpenPreset("E1"))
    session.clock.tick()
    for graph in (modes.forward, modes.reverse):
        QTest.mouseMove(graph, QPoint(3, 3))
    session.do(SetExpression("a"))
    for graph in (modes.forward, modes.reverse):
        QTest.mouseMove(graph, graph.node_pixel(4).toPoint())
        assert graph.accessibleDescription() == ""


def test_the_keyboard_stays_where_it_was_in_another_graph(section: GraphSection, session: Session) -> None:
    field(section, "x").setFocus()
    session.do(SetExpression("z"))
    session.clock.tick()
    assert field(section, "z").hasFocus()
    assert section.canvas.chosen == 0
    canvas = section.canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    session.do(SetExpression("g = u * v"))
    session.clock.tick()
    assert canvas.chosen == node(section, "g")
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.chosen == node(section, "u")


def test_crowded_edges_say_that_they_have_numbers(section: GraphSection, session: Session) -> None:
    assert [kind for kind, _ in section.legend.items] == ["value", "backward", "kept"]
    session.do(SetExpression(" + ".join(f"max(x, y, z{k})*x" for k in range(3))))
    at_end(session, section)
    canvas, drawing = section.canvas, section.canvas.drawing
    assert drawing is not None
    assert section.legend.items[-1][0] == "hidden"
    hidden = next(shape for shape in drawing.edges if not shape.shows_numbers(canvas.moment.edges, None))
    assert hidden.shows_numbers(frozenset(), hidden.edge.target)
    assert hidden.shows_numbers(frozenset({hidden.edge}), None)
    spot = canvas.view.point(hidden.middle).toPoint()
    canvas.zoom(4.0, canvas.view.point(hidden.middle))
    assert pixels_of(section, VALUE, QRect(spot - QPoint(8, 8), QSize(17, 17))) > 3, "the dots"


def test_a_narrow_legend_takes_more_lines(section: GraphSection) -> None:
    legend = GraphLegend(section.theme, "legend", section)
    legend.set_items(section.legend.items)
    legend.resize(900, 40)
    one = legend.sizeHint().height()
    legend.resize(300, 40)
    assert [item for line in legend.lines for item in line] == list(section.legend.items)
    assert legend.sizeHint().height() >= 2 * one
    legend.deleteLater()


def test_wheel_and_keys_zoom_dragging_pans_and_a_double_click_fits(section: GraphSection) -> None:
    canvas = section.canvas
    fitted, at = canvas.view, QPoint(200, 60)
    below = fitted.back(QPointF(at))
    wheel(canvas, at, 240)
    assert canvas.view.scale == pytest.approx(fitted.scale * 1.44)
    assert canvas.view.back(QPointF(at)).x() == pytest.approx(below.x())
    zoomed = canvas.view
    QTest.mousePress(canvas, LEFT, pos=at)
    QTest.mouseMove(canvas, at + QPoint(25, -10))
    QTest.mouseRelease(canvas, LEFT, pos=at + QPoint(25, -10))
    assert (canvas.view.dx - zoomed.dx, canvas.view.dy - zoomed.dy) == (25, -10)
    drawing = canvas.drawing
    assert drawing is not None
    index = node(section, "x")
    place_of_chip = canvas.view.rect(drawing.nodes[index].field)  # type: ignore[arg-type]
    assert field(section, "x").geometry() == place_of_chip.toAlignedRect()
    QTest.mouseDClick(canvas, LEFT, pos=at)
    assert canvas.view == fitted
    check_zoom_keys(section)


def check_zoom_keys(section: GraphSection) -> None:
    canvas = section.canvas
    fitted = canvas.view
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.view.scale == pytest.approx(fitted.scale * 1.2)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.view.scale == pytest.approx(fitted.scale / 1.2)
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.view == fitted


def test_work_out_of_sight_is_brought_into_sight(section: GraphSection, session: Session) -> None:
    session.do(OpenPreset("E7"))
    session.clock.tick()
    canvas = section.canvas
    for _ in range(8):
        wheel(canvas, QPoint(20, 20), 120)
    last = section.lab.graph.output
    assert not canvas.rect().contains(canvas.node_pixel(last).toPoint())
    session.do(SeekGraph(section.lab.script.forward_beats))
    session.clock.tick()
    assert canvas.rect().contains(canvas.node_pixel(last).toPoint())


def test_a_graph_too_large_to_be_read_is_shown_in_part_until_all_is_asked_for(
    section: GraphSection, session: Session
) -> None:
    session.do(SetExpression(" + ".join(f"a{k}*b{k}" for k in range(25))))
    session.clock.tick()
    canvas = section.canvas
    assert canvas.view.scale == COMFORTABLE
    QTest.mouseDClick(canvas, LEFT, pos=QPoint(400, 8))
    assert canvas.view.scale < READABLE
    assert all(canvas.rect().contains(canvas.node_pixel(k).toPoint()) for k in range(len(section.lab.graph.nodes)))
    QTest.mouseDClick(canvas, LEFT, pos=QPoint(400, 8))
    assert canvas.view.scale == pytest.approx(COMFORTABLE)


def test_a_value_is_framed_once_it_is_kept(section: GraphSection, session: Session) -> None:
    assert not section.canvas.moment.kept
    session.do(SeekGraph(section.lab.script.forward_beats))
    session.clock.tick()
    assert section.canvas.moment.kept == set(section.lab.graph.nodes[node(section, "f")].edges)


def test_a_long_line_is_wrapped(section: GraphSection, session: Session) -> None:
    height = section.bar.field.height()
    section.bar.field.setPlainText(" + ".join(f"name{k}" for k in range(60)))
    assert section.bar.field.height() > height
    assert not section.bar.field.horizontalScrollBar().isVisible()


def test_gradients_of_several_users_add_up_in_the_card(section: GraphSection, session: Session) -> None:
    session.do(OpenPreset("E5"))
    at_end(session, section)
    beat = section.lab.beat
    assert beat is not None
    assert beat.edge is not None
    assert beat.edge.source == node(section, "b")
    card = section.step
    shown = {part: number.get_value() for part, number in card.numbers.items() if not number.isHidden()}
    assert shown == {"local": 1, "upstream": 2, "downstream": 2, "before": 3, "sum": 5}
    assert card.adding.isVisible()


def test_values_and_gradients_are_painted_when_they_are_known_in_both_palettes(
    section: GraphSection, session: Session, theme: Theme
) -> None:
    check_colors(section, session)
    theme.use("light")
    check_colors(section, session)


def check_colors(section: GraphSection, session: Session) -> None:
    session.do(SeekGraph(0))
    session.clock.tick()
    before = pixels_of(section, VALUE)
    assert before > 0
    assert pixels_of(section, DERIVATIVE) == 0
    session.do(SeekGraph(section.lab.script.forward_beats))
    session.clock.tick()
    assert pixels_of(section, VALUE) > before
    assert pixels_of(section, DERIVATIVE) == 0
    at_end(session, section)
    assert pixels_of(section, DERIVATIVE) > 0


def test_everything_has_a_name_and_survives_another_language_and_size(
    section: GraphSection, page: GraphPage, session: Session, theme: Theme
) -> None:
    session.do(OpenPreset("E7"))
    at_end(session, section)
    theme.set_scale(1.4)
    QApplication.sendEvent(section, QEvent(QEvent.Type.LanguageChange))
    session.clock.tick()
    named = [section.canvas, section.bar.field, section.bar.preset, section.player.slider, section.player.speed]
    named += [*section.player.buttons.values(), field(section, "w1")]
    assert all(widget.accessibleName() for widget in named)
    assert all(widget.objectName() for widget in named)
    assert section.canvas.grab().width() == section.canvas.width()
    assert section.bar.field.height() < page.height() / 4


class Painted(QWidget):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_nothing_is_painted_while_nothing_changes(section: GraphSection, session: Session, qapp: QApplication) -> None:
    at_end(session, section)
    qapp.processEvents()
    painted = Painted(section.canvas)
    for _ in range(20):
        session.clock.tick()
        qapp.processEvents()
    assert painted.count == 0
    section.canvas.removeEventFilter(painted)


# Modes


def modes_of(page: GraphPage, session: Session, preset: str) -> ModesSection:
    session.do(OpenPreset(preset))
    session.do(OpenSection("graph", "modes"))
    session.clock.tick()
    section = page.section("modes")
    assert isinstance(section, ModesSection)
    return section


@pytest.mark.parametrize(
    "text", ["q = x + y\nf = q * z", "max(x, 2, y) * exp(x)", "x", "softmax_loss(x, y; 0, 1) + 2 * x"]
)
def test_reverse_mode_from_its_seed_on(session: Session, text: str) -> None:
    """At each beat and between two: what has been sent, what is known, what is at work."""
    lab = session.labs.of(GraphLab)
    lab.set_expression(text)
    back, nodes = lab.modes.sweep.order[::-1], lab.graph.nodes
    for half in range(2 * lab.modes.sweep.beats):
        lab.modes.playhead.seek(half / 2)
        moment, sent = adjoint_moment(lab), back[: max(half // 2 - 1, 0)]
        parts = [part for step in lab.reverse.steps if step.node in sent for part in step.contributions]
        seed = {way_out(lab.graph): 1.0} if half > 1 else {}
        assert moment.carried == {part.edge: part.downstream for part in parts} | seed
        whole = {node.index for node in nodes if lab.graph.varies[node.index] and half > 1
                 and all(edge.target in sent for edge in lab.graph.edges if edge.source == node.index)}  # fmt: skip
        assert {at for at, known in enumerate(moment.derivatives) if known is not None} == whole
        at_work = [lab.graph.output, *back][(half + 1) // 2 - 1] if half else None
        assert moment.node == (at_work if half < 2 * lab.modes.sweep.beats else None)
        assert bool(moment.pulses) == bool(half % 2)


def test_both_modes_play_on_one_clock(page: GraphPage, session: Session) -> None:
    section = modes_of(page, session, "E5")
    session.do(OpenPage("graph"))
    QTest.mouseClick(section.player.buttons["play"], LEFT)
    session.labs.advance(1.05)
    session.clock.tick()
    forward, reverse = section.forward.moment, section.reverse.moment
    assert [pulse.at for pulse in forward.pulses] == pytest.approx([0.5] * 2, abs=0.1)
    assert [pulse.at for pulse in reverse.pulses] == pytest.approx([0.5] * 2, abs=0.1)
    assert not forward.backward
    assert reverse.backward
    assert section.forward.edge_numbers(way_out(section.lab.graph))[1] is None
    assert section.reverse.edge_numbers(way_out(section.lab.graph))[1] == 1


def test_a_variable_is_chosen(page: GraphPage, session: Session) -> None:
    section = modes_of(page, session, "E5")
    section.variable.setFocus()
    QTest.keyClick(section.variable, Qt.Key.Key_Down)
    session.clock.tick()
    assert section.lab.modes.variable == "b"
    assert section.titles["forward"].text() == "Forward mode, pass 2 of 2"
    b = section.lab.graph.variables["b"]
    assert section.forward.moment.derivatives[b] == 1
    assert "∂b/∂b 1.0" in section.forward.node_text(b)


def test_the_table_fills_as_the_passes_go(page: GraphPage, session: Session) -> None:
    section = modes_of(page, session, "E3")
    beats = section.lab.modes.sweep.beats
    session.do(SeekModes(beats))
    session.clock.tick()
    assert section.results.number("forward", "apple_price").get_value() == pytest.approx(2.2)
    assert section.results.number("forward", "tax").text() == "–"
    assert section.results.number("reverse", "tax").get_value() == pytest.approx(650)
    assert section.results.passes["forward"].text() == "1 of 5"
    assert section.results.passes["reverse"].text() == "1 of 1"


def test_an_expression_without_inputs_has_nothing_to_derive(page: GraphPage, session: Session) -> None:
    section = modes_of(page, session, "E1")
    session.do(SetExpression("2 + 3"))
    session.clock.tick()
    assert section.results.passes["forward"].text() == "0 of 0"
    assert section.variable.count() == 0
    session.do(OpenSection("graph", "graph"))
    at_end(session, page.section("graph"))  # type: ignore[arg-type]
