import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel

from nnviz.engine.experiment import LayerSpec
from nnviz.session.intents import OpenPage, Run, ShowPoint
from nnviz.views.plots.boundary_pane import BoundaryPane
from nnviz.views.plots.legend import Bar
from nnviz.views.plots.marks import MOST
from nnviz.views.plots.plane import Head
from nnviz.views.plots.plane_samples import shown_point
from nnviz.views.plots.shades import ground_colors

SMALL = (LayerSpec(4, "tanh"),)


def pixel(pane, point):
    return QPointF(*pane.view.pixel_of(np.array(point)).tolist()).toPoint()


def readout(pane):
    return pane.findChild(QLabel, "boundary_readout").text()


@pytest.mark.parametrize("data", ["xor", "three_classes", "wave"])
def test_the_ground_follows_the_network(show, session, use, data):
    use(data, layers=SMALL)
    pane = show(BoundaryPane)
    session.do(Run())
    for _ in range(2):
        session.advance(30)
        network = session.snapshot.network
        expected = network.forward(session.scaling.apply(pane.grid_points)).output
        assert np.array_equal(pane.grid_output.reshape(expected.shape), expected)


@pytest.mark.parametrize("data", ["xor", "three_classes", "wave"])
def test_pixels_are_the_output(show, session, use, data):
    use(data, layers=SMALL, samples=10)
    session.do(Run())
    session.advance(100)
    pane = show(BoundaryPane, 500, 420)
    image, palette = pane.view.grab().toImage(), pane._theme.palette
    side = pane.grid_output.shape[0]
    colors = ground_colors(pane.grid_output, pane._head, pane._limit, palette)
    data_set = session.data
    marks = np.concatenate(
        [data_set.train_x, data_set.test_x, pane.boundary.reshape(-1, 2), [shown_point(pane._session)]]
    )
    right = 0
    for row, column in np.random.default_rng(0).integers(5, side - 5, (200, 2)):
        point = pane.grid_points[row * side + column]
        if np.abs(marks - point).max(axis=1).min() < 0.12:
            continue
        near = colors[row - 1 : row + 2, column - 1 : column + 2].reshape(-1, 3).astype(int)
        found = np.array(image.pixelColor(pixel(pane, point)).getRgb()[:3])
        assert (near.min(axis=0) - 2 <= found).all()
        assert (found <= near.max(axis=0) + 2).all()
        right += 1
    assert right > 20


def test_points_have_the_colours_of_their_classes(show, session, use):
    use("gaussians", samples=20)
    pane = show(BoundaryPane, 700, 600)
    pane.view.set_shown(None)
    image, palette = pane.view.grab().toImage(), pane._theme.palette
    x, y = session.data.train_x, session.data.train_y
    alone = [k for k in range(len(x)) if np.sort(np.abs(x - x[k]).max(axis=1))[1] > 0.05]
    others = np.concatenate([session.data.test_x])
    alone = [k for k in alone if np.abs(others - x[k]).max(axis=1).min() > 0.05]
    assert alone
    for k in alone:
        assert image.pixelColor(pixel(pane, x[k])) == QColor((palette.negative, palette.positive)[y[k]])


def test_test_points_can_be_hidden(show, session):
    pane = show(BoundaryPane)
    box = pane.findChild(QCheckBox, "show_test_points")
    with_points = pane.view.grab().toImage()
    assert len(pane.view._test.at) == len(session.data.test_x)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    session.clock.tick()
    assert len(pane.view._test.at) == 0
    assert len(pane.view._train.at) == len(session.data.train_x)
    assert pane.view.grab().toImage() != with_points


@pytest.mark.parametrize("size", [(320, 260), (300, 500), (900, 400)])
def test_the_plane_is_square_and_pixels_and_points_agree(show, size):
    pane = show(BoundaryPane, *size)
    square = pane.view.square
    assert square.width() == square.height() > 100
    assert pane.view.rect().contains(square.toAlignedRect())
    assert pane.view.point_at(square.topLeft()) == pytest.approx((-1.2, 1.2))
    assert pane.view.point_at(square.center()) == pytest.approx((0, 0), abs=1e-9)
    assert pane.view.point_at(square.bottomRight() + QPointF(2, 2)) is None
    x, y = pane.view.pixel_of(np.array([0.3, -0.6])).tolist()
    assert pane.view.point_at(QPointF(x, y)) == pytest.approx((0.3, -0.6))


def test_a_click_shows_the_point(show, session):
    pane = show(BoundaryPane)
    QTest.mouseClick(pane.view, Qt.MouseButton.LeftButton, pos=pixel(pane, (0.5, -0.25)))
    shown = session.prediction.trace.x[0]
    assert shown == pytest.approx([0.5, -0.25], abs=0.01)
    assert pane.view._shown == pytest.approx((0.5, -0.25), abs=0.01)
    assert f"P(class 1) = {session.prediction.probabilities[0]:.3f}" in readout(pane)


def test_the_cross_stands_where_the_session_says(show, session, use):
    use("xor", scaling="standard")
    pane = show(BoundaryPane)
    session.do(ShowPoint(-0.4, 0.8))
    session.clock.tick()
    assert pane.view._shown == pytest.approx((-0.4, 0.8), abs=1e-5)


def test_arrow_keys_move_the_shown_point(show, session):
    pane = show(BoundaryPane)
    session.do(ShowPoint(0.0, 1.18))
    session.clock.tick()
    QTest.keyClick(pane.view, Qt.Key.Key_Right)
    QTest.keyClick(pane.view, Qt.Key.Key_Up)
    assert session.prediction.trace.x[0] == pytest.approx([0.05, 1.2])


@pytest.mark.parametrize("words", [("xor", "P(class 1) = "), ("three_classes", "class "), ("wave", "output y = ")])
def test_pointing_reads_the_output(show, session, use, move_mouse, words):
    data, start = words
    use(data, layers=SMALL)
    pane = show(BoundaryPane, 600, 500)
    move_mouse(pane.view, pixel(pane, (0.7, 0.7)))
    point = pane.view.point_at(QPointF(pixel(pane, (0.7, 0.7))))
    output = session.snapshot.network.forward(session.scaling.apply(np.array([point]))).output[0]
    text = readout(pane)
    assert f"x₁ {point[0]:.2f}  x₂ {point[1]:.2f}" in text
    assert start in text
    assert f"{output.max():.3f}" in text or data == "wave"


def test_another_kind_of_network_gets_a_sentence(show, session):
    session.do(OpenPage("digits"))
    pane = show(BoundaryPane)
    empty = pane.findChild(QLabel, "boundary_empty")
    assert empty.isVisible()
    assert f"has {session.experiment.inputs:,}:" in empty.text()
    assert "choose a data set with two inputs" in empty.text()
    assert ("Digits page" in empty.text()) == (session.data is not None and session.data.image is not None)
    assert pane.grid_output is None
    session.do(OpenPage("playground"))
    session.clock.tick()
    assert not empty.isVisible()
    assert pane.grid_output is not None


def test_a_regression_has_an_output_and_no_boundary(show, session, use):
    pane = show(BoundaryPane)
    assert pane.windowTitle() == pane.accessibleName() == "Decision boundary"
    use("wave")
    session.clock.tick()
    assert pane.windowTitle() == pane.accessibleName() == "Output over the plane"


def test_the_legend_has_the_numbers_of_the_scale(show, session, use):
    use("wave", noise=0.0)
    pane = show(BoundaryPane)
    bar = next(entry for entry in pane.view._legend.entries if isinstance(entry, Bar))
    limit = float(np.abs(session.data.train_y).max())
    assert limit <= float(bar.ticks[-1]) <= 1.3 * limit
    assert bar.ticks[0] == "−" + bar.ticks[-1]
    use("three_classes")
    session.clock.tick()
    assert pane._head is Head.CLASSES
    names = [entry.name for entry in pane.view._legend.entries]
    assert names[:3] == ["class 0", "class 1", "class 2"]


def test_a_hidden_pane_does_nothing(show, session):
    pane = show(BoundaryPane)
    before = pane.grid_output
    pane.hide()
    session.do(Run())
    session.advance(5)
    assert pane.grid_output is before
    pane.show()
    assert not np.array_equal(pane.grid_output, before)


def test_another_theme_repaints(show, session, theme):
    pane = show(BoundaryPane)
    theme.use("light")
    session.clock.tick()
    image = pane.grab().toImage()
    assert image.pixelColor(3, pane.height() - 3) == theme.color("surface")
    expected = ground_colors(pane.grid_output, pane._head, pane._limit, theme.palette)
    assert np.array_equal(pane.view._colors, expected)
    theme.use("dark")


def test_everything_has_a_name(show):
    pane = show(BoundaryPane)
    assert pane.objectName() == "boundary_pane"
    for widget in (pane, pane.view, pane.findChild(QCheckBox, "show_test_points")):
        assert widget.objectName()
        assert widget.accessibleName()


def test_only_the_cross_moves_when_only_the_shown_point_does(show, session):
    pane = show(BoundaryPane)
    before = pane.grid_output
    session.do(ShowPoint(0.25, 0.5))
    session.clock.tick()
    assert pane.grid_output is before
    assert pane.view._shown == pytest.approx((0.25, 0.5))


def test_a_crowd_is_thinned_and_the_legend_says_so(show, session, use):
    use("xor", samples=8000, test_share=0.25)
    pane = show(BoundaryPane)
    assert len(pane.view._train.at) == MOST
    assert f"train, {MOST:,} of 6,000" in [getattr(entry, "name", "") for entry in pane.view._legend.entries]
