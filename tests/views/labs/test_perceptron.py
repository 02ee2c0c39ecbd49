"""Mouse and keyboard on the page of the perceptron lab, languages, sizes of writing and colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from nnviz.engine.perceptron import POINTS, Unit
from nnviz.session.intents import OpenPage
from nnviz.session.labs.lab import OpenSection
from nnviz.session.labs.perceptron.intents import (
    PlaySection,
    ResetSection,
    SetHidden,
    SetKind,
    SetUnit,
    StepSection,
    TeachGate,
    UsePreset,
    UseStart,
)
from nnviz.session.labs.perceptron.lab import PerceptronLab
from nnviz.session.session import Session
from nnviz.theme.palettes import PALETTES
from nnviz.theme.theme import Theme
from nnviz.views.labs.perceptron.figure import Figure
from nnviz.views.labs.perceptron.geometry import half_plane, line_points
from nnviz.views.labs.perceptron.neuron import NeuronView
from nnviz.views.labs.perceptron.page import PerceptronPage
from nnviz.views.labs.perceptron.plane import Plane
from nnviz.views.labs.perceptron.play_row import PlayRow
from nnviz.views.labs.perceptron.table import NumberTable, fitted
from nnviz.views.labs.perceptron.timeline import Timeline
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.segments import Segments
from nnviz.widgets.slider_field import SliderField
from tests.curriculum.stage import dismiss, put_away, renew, staged

LEFT = Qt.MouseButton.LeftButton
Open = Callable[[str], PerceptronPage]


class Stage:
    """The page, its session and its model."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self.session, self.theme = session, theme
        self.lab = session.labs.of(PerceptronLab)
        session.do(OpenPage("perceptron"))
        self.page = PerceptronPage(session, theme, self.lab)
        self.page.resize(1100, 700)


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Stage]:
    for stage in staged(Stage):
        yield stage
        dismiss(stage.page)


@pytest.fixture
def session(stage: Stage) -> Session:
    return stage.session


@pytest.fixture
def lab(stage: Stage) -> PerceptronLab:
    """As it is in the beginning."""
    renew(stage.session, *map(stage.lab.part, stage.lab.sections))
    return stage.lab


@pytest.fixture
def opened(stage: Stage, lab: PerceptronLab) -> Iterator[Open]:
    """Opens a section, to be seen during one test."""

    def show(section: str) -> PerceptronPage:
        stage.session.do(OpenSection("perceptron", section))
        stage.page.show()
        stage.page.activateWindow()
        QApplication.processEvents()
        stage.session.clock.tick()
        return stage.page

    yield show
    put_away(stage.page)


def part(page: QWidget, kind: type, name: str) -> object:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def drag(plot: LabPlot, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Press at a point of the axes, move to another, let go."""
    a, b = plot.pixel(*start).toPoint(), plot.pixel(*end).toPoint()
    view = plot.viewport()
    QTest.mousePress(view, LEFT, Qt.KeyboardModifier.NoModifier, a)
    QTest.mouseMove(view, QPoint((a.x() + b.x()) // 2, (a.y() + b.y()) // 2))
    QTest.mouseMove(view, b)
    QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, b)


def click(plot: LabPlot, x: float, y: float) -> None:
    QTest.mouseClick(plot.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, plot.pixel(x, y).toPoint())


def press(figure: Figure, spot: str) -> None:
    QTest.mouseClick(figure, LEFT, Qt.KeyboardModifier.NoModifier, figure.place(spot).toPoint())


# One unit


def test_dragging_the_line_moves_it_as_it_is(opened: Open, lab: PerceptronLab, session: Session) -> None:
    plane = part(opened("unit"), Plane, "unit_plane")
    assert isinstance(plane, Plane)
    drag(plane, (0.7, 0.7), (0.9, 0.9))
    unit = lab.unit.unit
    assert (unit.w1, unit.w2) == (0.5, 0.5)
    assert unit.bias == pytest.approx(-0.9, abs=0.02)
    session.clock.tick()
    drag(plane, (1.6, 0.2) if plane.seen[0][1] > 1.7 else (1.45, 0.35), (1.25, 0.35))
    assert lab.unit.unit.bias == pytest.approx(-0.8, abs=0.02), "the line beside its handles can be taken, too"


def test_dragging_the_other_handle_turns_the_line(opened: Open, lab: PerceptronLab, session: Session) -> None:
    plane = part(opened("unit"), Plane, "unit_plane")
    assert isinstance(plane, Plane)
    x, y = (float(values[0]) for values in plane.data("turn"))
    drag(plane, (x, y), (0.7 + 0.4, 0.7))
    unit = lab.unit.unit
    assert np.hypot(unit.w1, unit.w2) == pytest.approx(np.hypot(0.5, 0.5), abs=2e-3), "the weights keep their length"
    assert unit.w1 == pytest.approx(0, abs=0.02)
    assert unit.sums([(0.7, 0.7)]) == pytest.approx(0, abs=0.01), "about the handle that moves it"
    session.clock.tick()
    at = plane.data("line")
    np.testing.assert_allclose(unit.w1 * at[0] + unit.w2 * at[1] + unit.bias, 0, atol=1e-9)


def test_sliders_and_line_are_one(opened: Open, lab: PerceptronLab, session: Session) -> None:
    page = opened("unit")
    bias = part(page, SliderField, "unit_bias")
    assert isinstance(bias, SliderField)
    bias.slider.setFocus()
    QTest.keyClick(bias.slider, Qt.Key.Key_Right)
    assert lab.unit.unit == Unit(0.5, 0.5, -0.6)
    session.clock.tick()
    x, y = page.findChild(Plane, "unit_plane").data("line")
    np.testing.assert_allclose(0.5 * x + 0.5 * y, 0.6, atol=1e-9)
    session.do(SetKind("threshold"))
    session.clock.tick()
    assert bias.value() == 0.6, "the same line with a threshold"
    QTest.keyClick(bias.slider, Qt.Key.Key_Right)
    assert lab.unit.unit.threshold == 0.7


def test_a_drag_that_is_shown_is_not_sent_back(opened: Open, lab: PerceptronLab, session: Session) -> None:
    opened("unit")
    session.do(SetUnit(0.123456, -3.0, 0.05))
    session.clock.tick()
    assert lab.unit.unit == Unit(0.123456, -3.0, 0.05), "a slider shows what its steps do not have"


def test_inputs_are_switched_over_by_mouse_and_keyboard(opened: Open, lab: PerceptronLab) -> None:
    neuron = part(opened("unit"), NeuronView, "unit_neuron")
    assert isinstance(neuron, NeuronView)
    press(neuron, "x1")
    assert lab.unit.inputs == (0, 1)
    neuron.setFocus()
    QTest.keyClick(neuron, Qt.Key.Key_Down)
    QTest.keyClick(neuron, Qt.Key.Key_Space)
    assert lab.unit.inputs == (0, 0)
    QTest.mouseClick(neuron, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(2, 2))
    assert lab.unit.inputs == (0, 0)


def test_rows_of_the_table_and_points_choose_the_input(opened: Open, lab: PerceptronLab, session: Session) -> None:
    page = opened("unit")
    table = part(page, NumberTable, "unit_table")
    assert isinstance(table, NumberTable)
    table.setFocus()
    table.setCurrentIndex(table.numbers.index(2, 0))
    assert lab.unit.inputs == (0, 1)
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert lab.unit.inputs == (1, 0)
    click(page.findChild(Plane, "unit_plane"), 0.02, 0.98)
    assert lab.unit.inputs == (0, 1)
    session.clock.tick()
    assert table.numbers.marked == 2
    x, y = page.findChild(Plane, "unit_plane").data("current")
    assert (x.tolist(), y.tolist()) == ([0.0], [1.0])


def test_a_wrong_answer_is_marked_without_colour_alone(opened: Open, session: Session) -> None:
    page = opened("unit")
    page.findChild(ChoiceField, "unit_target").setCurrentIndex(3)
    session.clock.tick()
    table, plane = page.findChild(NumberTable, "unit_table"), page.findChild(Plane, "unit_plane")
    assert [table.text(row, 5) for row in range(4)] == ["✓", "✗", "✗", "✗"]
    assert np.stack(plane.data("wrong"), axis=1).tolist() == [[1, 0], [0, 1], [1, 1]]
    assert page.findChild(QLabel, "unit_verdict").text() == (
        "1 of 4 right as XOR. More than 3 are impossible: no line parts the filled points from the rings."
    )


def test_the_shaded_side_is_where_it_fires(opened: Open, lab: PerceptronLab, session: Session) -> None:
    plane = opened("unit").findChild(Plane, "unit_plane")
    rng = np.random.default_rng(0)
    for w1, w2, b in ((0.5, 0.5, -0.7), (-0.5, 0.2, 0.1), (1.0, 0.0, -0.5), (-1.0, 0.0, 0.25), (0.0, -2.0, 1.0)):
        session.do(SetUnit(w1, w2, b))
        session.clock.tick()
        x, low, high = plane.data("fires")
        for at in rng.uniform(-0.5, 1.5, (40, 2)):
            inside = x[0] <= at[0] <= x[-1] and np.interp(at[0], x, low) < at[1] < np.interp(at[0], x, high)
            assert inside == bool(lab.unit.unit.fires([at])[0]), (w1, w2, b, at)


def test_a_unit_without_weights_has_no_line(opened: Open, session: Session) -> None:
    page = opened("unit")
    plane = page.findChild(Plane, "unit_plane")
    session.do(SetUnit(0.0, 0.0, 1.0))
    session.clock.tick()
    assert not {"line", "move", "turn", "line_label"} & set(plane.parts)
    assert plane.data("fires")[0].tolist() == [-2.5, 3.5], "it fires everywhere"
    session.do(SetUnit(0.0, 0.0, -1.0))
    session.clock.tick()
    assert "fires" not in plane.parts


def test_weights_that_no_sum_knows_of_are_none(opened: Open, lab: PerceptronLab, session: Session) -> None:
    plane = opened("unit").findChild(Plane, "unit_plane")
    session.do(SetUnit(5e-324, -1e-200, 0.5))
    session.clock.tick()
    assert lab.unit.unit == Unit(0.0, 0.0, 0.5)
    assert "line" not in plane.parts


def test_points_and_their_classes_stand_before_every_line(opened: Open, session: Session) -> None:
    """Though the line comes last: without weights there is none."""
    plane = opened("unit").findChild(Plane, "unit_plane")
    for unit in (SetUnit(0.0, 0.0, 0.0), SetUnit(1.0, 1.0, -1.0)):
        session.do(unit)
        session.clock.tick()
    depths = {name: plane._parts[name].zValue() for name in plane.parts}
    assert max(depths["fires"], depths["line"]) < min(depths["ones"], depths["zeros_hole"], depths["class_0_0"])


def test_names_of_lines_touch_neither_lines_nor_each_other(opened: Open) -> None:
    page = opened("gates")
    plane = page.findChild(Plane, "gates_inputs")
    boxes = {name: plane._parts[f"{name}_label"].sceneBoundingRect() for name in ("NAND", "OR")}
    assert not boxes["NAND"].intersects(boxes["OR"])
    for name, box in boxes.items():
        x, y = plane.data(name)
        ends = [plane.mapToScene(plane.pixel(*at).toPoint()) for at in zip(x, y, strict=True)]
        middle = QLineF(*ends)
        inner = box.adjusted(4, 4, -4, -4)
        corners = [inner.topLeft(), inner.topRight(), inner.bottomRight(), inner.bottomLeft()]
        sides = {QLineF(middle.p1(), corner).angleTo(middle) > 180 for corner in corners}
        assert len(sides) == 1, name


def test_lines_are_cut_to_their_box() -> None:
    x, y = line_points(Unit(1.0, 1.0, -1.0), (0.0, 1.0), (0.0, 1.0))
    assert sorted(zip(x, y, strict=True)) == [(0.0, 1.0), (1.0, 0.0)]
    assert not len(line_points(Unit(1.0, 0.0, -9.0))[0])
    assert not len(line_points(Unit(1.0, 1.0, -99.0))[0])
    assert not len(half_plane(Unit(1.0, 0.0, -9.0))[0])


# Perceptron rule


def test_points_are_added_and_turned_over_by_mouse(opened: Open, lab: PerceptronLab, session: Session) -> None:
    plane = opened("learning").findChild(Plane, "learning_plane")
    click(plane, 0.5, 0.8)
    assert lab.learning.data == "own"
    assert lab.learning.points[-1] == pytest.approx((0.5, 0.8), abs=0.01)
    assert lab.learning.targets == (0, 0, 0, 1, 1)
    session.clock.tick()
    click(plane, *lab.learning.points[-1])
    assert lab.learning.targets == (0, 0, 0, 1, 0)
    session.clock.tick()
    assert plane.text("class_4_0") == "0"
    assert "class_4_1" not in plane.parts


def test_points_are_added_by_keyboard(opened: Open, lab: PerceptronLab) -> None:
    plane = opened("learning").findChild(Plane, "learning_plane")
    plane.setFocus()
    for _ in range(10):
        QTest.keyClick(plane, Qt.Key.Key_Up)
    QTest.keyClick(plane, Qt.Key.Key_Space)
    assert lab.learning.points[-1] == pytest.approx((0.5, 0.7), abs=1e-9)
    QTest.keyClick(plane, Qt.Key.Key_Space)
    assert lab.learning.targets[-1] == 0
    QTest.keyClick(plane, Qt.Key.Key_Delete)
    assert lab.learning.points == POINTS


def test_a_point_out_of_reach_is_refused_in_words(opened: Open, lab: PerceptronLab) -> None:
    page = opened("learning")
    plane = page.findChild(Plane, "learning_plane")
    click(plane, 0.5, plane.seen[1][1] - 0.05)
    assert lab.learning.data == "AND"
    assert page.findChild(QLabel, "lab_trouble").isVisible()


def test_a_list_that_began_anew_may_be_painted_before_the_next_frame(opened: Open, session: Session) -> None:
    """A paint that asks for a row there is no more ends the program."""
    table = opened("learning").findChild(NumberTable, "learning_log")
    for _ in range(6):
        session.do(StepSection("learning"))
    session.clock.tick()
    session.do(ResetSection("learning"))
    assert table.text(5, 0) == "6", "as it was drawn"
    table.viewport().repaint()
    session.clock.tick()
    assert table.numbers.rows == 0


def test_play_pause_step_and_reset(opened: Open, lab: PerceptronLab, session: Session) -> None:
    page = opened("learning")
    buttons = {name: page.findChild(QPushButton, f"learning_{name}") for name in ("play", "step", "reset")}
    buttons["play"].click()
    session.labs.advance(1.1)
    session.clock.tick()
    assert (lab.learning.shown, buttons["play"].text()) == (2, "Pause")
    buttons["step"].click()
    assert (lab.learning.shown, lab.learning.playing) == (3, False)
    buttons["reset"].click()
    session.clock.tick()
    assert (lab.learning.shown, buttons["play"].text()) == (0, "Play")
    assert page.findChild(QLabel, "learning_now").text().startswith("All weights are 0")


def test_the_newest_update_is_told_with_its_numbers(opened: Open, session: Session) -> None:
    page = opened("learning")
    session.do(TeachGate("OR"))
    for _ in range(2):
        session.do(StepSection("learning"))
    session.clock.tick()
    said = page.findChild(QLabel, "learning_now").text().replace("\u00a0", " ")
    assert said == (
        "Sample 2: Σ = 0, so y = 0; it should be t = 1. η (t − y) = 1 · (1), w₁: 0 + 1 = 1, w₂: 0 + 0 = 0, b: 0 + 1 = 1"
    )


# Gates, network, history


def test_the_circuit_is_switched_by_mouse_table_and_plane(opened: Open, lab: PerceptronLab) -> None:
    page = opened("gates")
    press(page.findChild(Figure, "gates_circuit"), "x2")
    assert lab.gates.inputs == (1, 1)
    table = page.findChild(NumberTable, "gates_table")
    table.setFocus()
    table.setCurrentIndex(table.numbers.index(0, 0))
    assert lab.gates.inputs == (0, 0)
    click(page.findChild(Plane, "gates_inputs"), 0.1, 0.9)
    assert lab.gates.inputs == (0, 1)


def test_one_may_watch_a_single_unit_try(opened: Open, lab: PerceptronLab) -> None:
    opened("gates").findChild(QPushButton, "gates_try").click()
    assert (lab.section, lab.learning.data) == ("learning", "XOR")


def test_the_network_shows_the_point_one_looks_at(opened: Open, lab: PerceptronLab, session: Session) -> None:
    page = opened("mlp")
    network = page.findChild(Figure, "mlp_network")
    press(network, "x2")
    assert lab.mlp.looked == 3
    click(page.findChild(Plane, "mlp_plane"), 0.0, 0.0)
    assert lab.mlp.looked == 0
    page.findChild(Segments, "mlp_start").buttons["stuck"].click()
    assert lab.mlp.experiment.seed == 2
    page.findChild(Segments, "mlp_activation").buttons["tanh"].click()
    assert lab.mlp.activation == "tanh"
    session.clock.tick()
    assert page.findChild(Segments, "mlp_start").value() == ""


def test_a_hidden_unit_shows_its_half_plane(opened: Open, lab: PerceptronLab, session: Session) -> None:
    page = opened("mlp")
    network, plane = page.findChild(Figure, "mlp_network"), page.findChild(Plane, "mlp_plane")
    whole = plane.picture("answer").copy()
    press(network, "h2")
    session.clock.slow.emit()
    session.clock.frame.emit()
    assert lab.mlp.unit == "h2"
    picture = plane.picture("answer").astype(int)
    assert not np.array_equal(picture, whole)
    (left, right), (bottom, top) = plane.data("answer")
    w1, w2, b = lab.mlp.hidden_lines()[1]
    x, y = np.meshgrid(np.linspace(left, right, picture.shape[1]), np.linspace(bottom, top, picture.shape[0]))
    bluer = picture[..., 2] > picture[..., 0]
    clear = np.abs(w1 * x + w2 * y + b) > 0.6
    assert 0.3 < clear.mean() < 1
    np.testing.assert_array_equal(bluer[clear], (w1 * x + w2 * y + b > 0)[clear])
    press(network, "y")
    assert lab.mlp.unit == "y"


def test_a_choice_stays_chosen_when_it_is_pressed_again(opened: Open, session: Session) -> None:
    choices = opened("mlp").findChild(Segments, "mlp_activation")
    choices.buttons["sigmoid"].click()
    choices.buttons["sigmoid"].click()
    session.clock.tick()
    assert [button.isChecked() for button in choices.buttons.values()] == [True, False]


def test_while_it_runs_ten_pictures_a_second_are_enough(opened: Open, session: Session, lab: PerceptronLab) -> None:
    page = opened("mlp")
    session.do(UseStart("learns"))
    session.do(PlaySection("mlp"))
    curve = page.findChild(LabPlot, "mlp_curve")
    drawn = []
    for slow in (True, False, False, True):
        session.labs.advance(0.05)
        if slow:
            session.clock.slow.emit()
        session.clock.frame.emit()
        drawn.append((len(curve.data("loss")[0]), lab.mlp.iteration + 1))
    (first, now), (second, _), (third, later), (last, end) = drawn
    assert first == now
    assert first == second == third < later
    assert last == end


def test_the_timeline_is_read_by_mouse_and_arrow_keys(opened: Open, lab: PerceptronLab, session: Session) -> None:
    timeline = opened("history").findChild(Timeline, "history_timeline")
    press(timeline, "adaline")
    assert lab.history.selected == "adaline"
    session.clock.tick()
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_Right)
    assert lab.history.selected == "minsky_papert"
    boxes = list(timeline.spots.values())
    assert not any(a.intersects(b) for k, a in enumerate(boxes) for b in boxes[k + 1 :])
    whole = QRectF(0, 0, *timeline.board)
    assert all(whole.contains(box) for box in boxes)


# The page as a whole


def test_tabs_go_from_section_to_section(opened: Open, lab: PerceptronLab) -> None:
    page = opened("unit")
    for name in lab.sections:
        page.findChild(QPushButton, f"section_{name}").click()
        assert lab.section == name
        assert page.section(name).isVisible()


def test_everything_that_takes_the_focus_has_a_name(opened: Open, lab: PerceptronLab) -> None:
    page = opened("unit")
    for name in lab.sections:
        section = page.section(name)
        nameless = [
            widget.objectName() or type(widget).__name__
            for widget in section.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.window() is page
            and not (widget.accessibleName() or widget.focusProxy())
            and not widget.objectName().startswith("qt_")
        ]
        assert nameless == [], name


def test_what_cannot_be_seen_draws_nothing(opened: Open, session: Session) -> None:
    page = opened("unit")
    plane = page.findChild(Plane, "unit_plane")
    session.do(OpenSection("perceptron", "history"))
    session.do(UsePreset("OR"))
    session.clock.tick()
    before = plane.data("line")[1].copy()
    session.do(OpenSection("perceptron", "unit"))
    session.clock.tick()
    assert not np.array_equal(plane.data("line")[1], before)


def test_numbers_without_room_lose_digits_but_are_never_cut(stage: Stage) -> None:
    font = stage.theme.font(1.0)
    text, fits = fitted("−0.1052", -0.1052, 200.0, font)
    assert (text, fits) == ("−0.1052", font)
    for room in (44.0, 36.0, 30.0):
        text, smaller = fitted("−0.1052", -0.1052, room, font)
        assert QFontMetricsF(smaller).horizontalAdvance(text) <= room
    assert text in ("−0.105", "−0.11")


def test_points_of_a_figure_are_found_where_they_are_drawn(opened: Open) -> None:
    neuron = opened("unit").findChild(NeuronView, "unit_neuron")
    assert neuron.spot_at(QPointF(neuron.place("x2"))) == "x2"
    assert neuron.spot_at(QPointF(1, 1)) == ""


def test_play_rows_say_what_they_do(opened: Open, session: Session) -> None:
    page = opened("mlp")
    session.do(SetHidden("tanh"))
    row = page.section("mlp").findChild(PlayRow)
    assert [button.accessibleName() for button in (row.play, row.step, row.reset)] == ["Play", "Step", "Reset"]
    assert row.pace.accessibleName() == "Steps a second"


# The last one: to dress everything anew takes long.


def test_larger_writing_other_colours_and_languages_redraw(
    opened: Open, lab: PerceptronLab, session: Session, stage: Stage
) -> None:
    page, theme = opened("unit"), stage.theme
    theme.palette = PALETTES["light"]
    theme.set_scale(1.4)
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    for name in lab.sections:
        session.do(OpenSection("perceptron", name))
        session.clock.tick()
        assert not page.grab().isNull()
    table = page.findChild(NumberTable, "unit_table")
    assert table.verticalScrollBar().maximum() == 0, "all four rows are seen"


def test_a_unit_that_changed_while_it_was_hidden_can_be_worded(stage: Stage) -> None:
    section = stage.page.section("unit")
    stage.session.do(OpenSection("perceptron", "unit"))
    stage.session.do(SetKind("threshold"))
    stage.page.hide()
    stage.session.do(SetKind("perceptron"))
    QApplication.sendEvent(section, QEvent(QEvent.Type.LanguageChange))
    stage.page.show()
    stage.session.clock.tick()
    assert set(section.presets.buttons) == set(section.model.presets)
    stage.page.hide()
