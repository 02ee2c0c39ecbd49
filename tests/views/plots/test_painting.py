"""Painting on the plane with mouse and keys: strokes become points, and one stroke is one undo."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSlider, QToolButton

from nnviz.session.data_intents import ClearPoints, PaintPoints
from nnviz.session.intents import Adjust, Configure, Run, ShowPoint
from nnviz.views.plots.boundary_pane import BoundaryPane
from nnviz.views.plots.marks import MOST
from nnviz.views.undo import Undo

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def pane(show, session):
    made = show(BoundaryPane, 520, 560)
    made.findChild(QToolButton, "paint_points").click()
    session.clock.tick()
    return made


def stroke(pane, places, button=LEFT):
    pixels = [QPoint(*np.rint(pane.view.pixel_of(np.array(place))).astype(int).tolist()) for place in places]
    QTest.mousePress(pane.view, button, Qt.KeyboardModifier.NoModifier, pixels[0])
    for pixel in pixels[1:]:
        QTest.mouseMove(pane.view, pixel)
    QTest.mouseRelease(pane.view, button, Qt.KeyboardModifier.NoModifier, pixels[-1])


def tool(pane, name):
    return pane.findChild(QToolButton, f"paint_{name}")


def set_slider(pane, name, value):
    pane.findChild(QSlider, f"paint_{name}").setValue(value)


LINE = [(-0.8 + 0.1 * k, 0.5) for k in range(9)]
LOWER = [(x, -0.5) for x, _ in LINE]


def test_a_stroke_becomes_points_where_it_was(pane, session):
    session.do(ClearPoints())
    stroke(pane, LINE)
    points = session.stock.painted
    assert len(points.x) >= len(LINE)
    assert (points.y == 0).all()
    assert np.abs(points.x[:, 1] - 0.5).max() <= 0.12 * 1.2 + 0.02
    tool(pane, "class_2").click()
    stroke(pane, LOWER)
    assert session.stock.painted.y.max() == 2
    assert session.experiment.outputs == 3


def test_without_spread_a_click_is_one_point_exactly_there(pane, session):
    session.do(ClearPoints())
    set_slider(pane, "width", 0)
    assert not pane.findChild(QSlider, "paint_density").isEnabled()
    stroke(pane, [(0.25, -0.75)])
    assert session.stock.painted.x == pytest.approx(np.array([[0.25, -0.75]]), abs=0.01)


def test_the_right_button_and_the_eraser_take_points_away(pane, session):
    session.do(ClearPoints())
    for button, clicked in ((RIGHT, ""), (LEFT, "eraser")):
        tool(pane, "class_1").click()
        stroke(pane, LINE)
        count = len(session.stock.painted.x)
        if clicked:
            tool(pane, clicked).click()
        stroke(pane, LINE[:4], button)
        assert 0 < len(session.stock.painted.x) < count


def test_an_eraser_leaves_nothing_between_two_parts_of_its_stroke(pane, session, qtbot):
    session.do(ClearPoints())
    session.do(PaintPoints(0, tuple((x / 20, 0.0) for x in range(-16, 17))))
    view = pane.view
    ends = [QPoint(*np.rint(view.pixel_of(np.array((x, 0.0)))).astype(int).tolist()) for x in (-0.85, 0.85)]
    QTest.mousePress(view, RIGHT, Qt.KeyboardModifier.NoModifier, ends[0])
    before = session.stock.painted.key
    qtbot.waitUntil(lambda: session.stock.painted.key != before)
    QTest.mouseMove(view, ends[1])
    QTest.mouseRelease(view, RIGHT, Qt.KeyboardModifier.NoModifier, ends[1])
    assert len(session.stock.painted.x) == 0


def test_what_is_painted_is_drawn(pane, session):
    session.do(ClearPoints())
    session.clock.tick()
    stroke(pane, LINE)
    for _ in range(8):
        session.clock.tick()
    drawn = np.concatenate([pane.view._train.at, pane.view._test.at])
    assert sorted(map(tuple, drawn.tolist())) == sorted(map(tuple, session.stock.painted.x.tolist()))
    assert len(pane.view._fresh.at) == 0


def test_a_moving_pen_shows_its_points_before_they_are_handed_on(pane, session):
    session.do(ClearPoints())
    view = pane.view
    pixel = QPoint(*np.rint(view.pixel_of(np.array((0.0, 0.0)))).astype(int).tolist())
    QTest.mousePress(view, LEFT, Qt.KeyboardModifier.NoModifier, pixel)
    assert len(view._fresh.at) > 0
    assert len(session.stock.painted.x) == 0
    QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, pixel)
    assert len(session.stock.painted.x) == len(view._fresh.at)


def test_a_long_stroke_is_handed_on_while_it_lasts_and_undone_at_once(pane, session, qtbot):
    undo, actions = Undo(session, pane), (QAction(pane), QAction(pane))
    undo.attach(*actions)
    session.do(ClearPoints())
    view = pane.view
    pixels = [QPoint(*np.rint(view.pixel_of(np.array(place))).astype(int).tolist()) for place in LINE]
    QTest.mousePress(view, LEFT, Qt.KeyboardModifier.NoModifier, pixels[0])
    qtbot.waitUntil(lambda: len(session.stock.painted.x) > 0)
    for pixel in pixels:
        QTest.mouseMove(view, pixel)
    QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, pixels[-1])
    whole = session.stock.painted.key
    assert [change.name for change in undo.changes.done] == ["clear the plane", "paint points"]
    undo.undo()
    assert len(session.stock.painted.x) == 0
    undo.redo()
    assert session.stock.painted.key == whole
    session.do(Adjust({"layers": [{"units": 3, "activation": "relu"}]}))
    undo.undo()
    undo.undo()
    assert session.stock.painted is None
    assert session.experiment.data == "spiral"
    assert session.experiment.layers[0].units == 3


def test_other_data_leaves_no_stroke_to_take_back(pane, session):
    undo = Undo(session, pane)
    stroke(pane, LINE)
    assert undo.changes.done
    session.do(Adjust({"data": "moons"}))
    assert not undo.changes.done


def test_the_keyboard_paints_where_the_cross_is(pane, session):
    session.do(ClearPoints())
    set_slider(pane, "width", 0)
    session.do(ShowPoint(0.0, 0.0))
    for _ in range(8):
        session.clock.tick()
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_Right)
    QTest.keyClick(pane.view, Qt.Key.Key_Space)
    assert session.stock.painted.x == pytest.approx(np.array([[0.05, 0.0]]), abs=1e-4)


def test_painting_can_be_left(pane, session):
    tool(pane, "points").click()
    before = session.experiment
    stroke(pane, LINE)
    assert session.experiment == before
    assert session.prediction.trace.x[0] == pytest.approx([0.0, 0.5], abs=0.02)
    assert not pane.findChild(QPushButton, "paint_clear").isVisible()


def test_clear_and_classes_by_name(pane, session):
    pane.findChild(QPushButton, "paint_clear").click()
    assert len(session.stock.painted.x) == 0
    assert tool(pane, "class_0").accessibleName() == "Paint class 0"


def test_every_class_that_is_there_can_be_painted(pane, session):
    assert not tool(pane, "class_4").isVisible()
    session.do(PaintPoints(5, ((0.1, 0.1),)))
    session.clock.tick()
    tool(pane, "class_5").click()
    stroke(pane, LINE)
    assert (session.stock.painted.y == 5).sum() > 1
    session.do(ClearPoints())
    session.clock.tick()
    assert not tool(pane, "class_5").isVisible()
    assert tool(pane, "class_0").isChecked()


def test_images_cannot_be_painted_on(pane, session):
    session.do(Configure(session.experiment.from_dict(session.experiment.to_dict() | {"samples": 50})))
    session.do(Adjust({"data": "handwriting"}))
    for _ in range(8):
        session.clock.tick()
    assert not session.stock.can_paint


def test_of_many_painted_points_the_newest_are_drawn(pane, session):
    rng = np.random.default_rng(0)
    session.do(ClearPoints())
    for label in (0, 1):
        session.do(PaintPoints(label, tuple(map(tuple, rng.uniform(-1, 1, (1900, 2)).tolist()))))
    session.do(PaintPoints(1, ((1.1, 1.1),)))
    session.do(Run())
    session.advance(1)
    for _ in range(8):
        session.clock.tick()
    drawn = np.concatenate([pane.view._train.at, pane.view._test.at])
    assert len(pane.view._train.at) == MOST
    assert (np.abs(drawn - 1.1) < 1e-6).all(axis=1).any()
