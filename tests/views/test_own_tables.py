"""Own tables in the panes: inputs by their names, the plane in its own coordinates, test samples as rows."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from nnviz.data.own import OwnData
from nnviz.session.intents import Adjust, Run, ShowPoint
from nnviz.session.names import data_name
from nnviz.theme.scales import diverging
from nnviz.views.controls.pane import ControlsPane
from nnviz.views.mistakes.model import SampleModel
from nnviz.views.mistakes.row_pictures import LIMIT, MOST, RowPictures
from nnviz.views.mistakes.sample_pictures import SamplePictures
from nnviz.views.mistakes.words import MistakeWords
from nnviz.views.network.plan import input_names
from nnviz.views.plots.boundary_pane import BoundaryPane
from nnviz.views.plots.marks import MOST as MOST_POINTS
from nnviz.views.plots.plane_samples import shown_point
from nnviz.views.plots.slice_view import SliceView

RNG = np.random.default_rng(0)


def table(columns: int, name: str = "pets") -> OwnData:
    x = (RNG.normal(size=(80, columns)) * 10 + 170).astype(np.float32)
    names = ("height", "weight", *(f"f{k}" for k in range(2, columns)))
    kind = "plane" if columns == 2 else "table"
    y = (x[:, 0] > 170).astype(np.intp)
    return OwnData(name, kind, x, y, names, ("dog", "cat"), (1,) * columns, scaling="standard")


@pytest.fixture
def use(session):
    def put(data):
        session.stock.put(data)
        session.do(Adjust({"data": data.key}))
        return session

    return put


def test_inputs_have_the_names_of_the_columns(use):
    assert input_names(use(table(3))) == ("height", "weight", "f2")


def test_the_choice_of_data_names_it(use, qtbot, theme):
    session = use(table(3))
    pane = ControlsPane(session)
    qtbot.addWidget(pane)
    editor = pane.rows["data"].editor
    assert editor.currentText() == "pets"
    assert editor.value() == session.experiment.data
    assert data_name("moons", session.stock.shelf) == ""
    assert not pane.rows["noise"].isVisibleTo(pane)


def test_the_plane_shows_the_coordinates_of_the_table(use, qtbot, theme):
    session = use(table(2))
    session.do(Run())
    session.advance(200)
    pane = BoundaryPane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(500, 460)
    pane.show()
    x = np.concatenate([session.data.train_x, session.data.test_x])
    pixels = pane.view.pixel_of(x)
    square = pane.view.square
    assert all(square.contains(px, py) for px, py in pixels.tolist())
    assert pane.view._axes == ("height", "weight")
    expected = session.snapshot.network.forward(session.scaling.apply(pane.grid_points)).output
    assert np.array_equal(pane.grid_output.reshape(expected.shape), expected)
    assert np.abs(pane.boundary[..., 0] - 170).max() < 6
    session.do(ShowPoint(180.0, 160.0))
    assert shown_point(session) == pytest.approx((180, 160), rel=1e-4)
    assert pane.view.point_at(pane.view.square.center()) == pytest.approx(session.bounds.centre)


@pytest.mark.parametrize("columns", [3, MOST + 5])
def test_a_row_is_drawn_as_its_deviations(use, theme, columns):
    session = use(table(columns))
    data, palette = session.data, theme.palette
    rows = RowPictures(data, palette)
    expected = (data.test_x[4] - data.train_x.mean(axis=0)) / data.train_x.std(axis=0)
    assert rows.values(4) == pytest.approx(expected[:MOST], abs=1e-4)
    image = QImage(160, 20 * len(rows.values(4)), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    rows.paint(painter, QRectF(image.rect()), 4)
    painter.end()
    for k, value in enumerate(rows.values(4).tolist()):
        line = [image.pixelColor(x, 20 * k + 10).getRgb()[:3] for x in range(160)]
        color = tuple(diverging(np.array([value]), LIMIT, palette)[0].tolist())
        assert line.count(color) == pytest.approx(min(abs(value) / LIMIT, 1) * 80, abs=2)


def test_a_sample_tells_its_row(use, theme):
    session = use(table(3))
    pictures = SamplePictures(session.data, 1, theme.palette)
    told = pictures.words(0)
    assert told.startswith("height ")
    assert told.count(",") == 2
    session.watch("outcome", session, True)
    model = SampleModel(MistakeWords())
    model.show(session.outcome, np.arange(3), session.data.classes, pictures.words)
    assert model.data(model.index(0), Qt.ItemDataRole.ToolTipRole).endswith(told)


@pytest.fixture
def sliced(use, qtbot, theme):
    """The slice of a network with five inputs, after some training."""
    session = use(table(5))
    session.do(Run())
    session.advance(50)
    pane = BoundaryPane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(480, 520)
    pane.show()
    slice_view = pane.findChild(SliceView)
    assert slice_view.isVisible()
    return session, pane, slice_view


def refresh(session):
    for _ in range(8):
        session.clock.tick()


def test_a_slice_is_what_the_network_answers_with_the_others_at_their_mean(sliced):
    session, _, view = sliced
    view.axes[0].setCurrentIndex(3)
    view.axes[1].setCurrentIndex(1)
    refresh(session)
    inputs, means = view.grid_inputs, session.data.train_x.mean(axis=0)
    for column in (0, 2, 4):
        assert inputs[:, column] == pytest.approx(means[column], rel=1e-4)
    assert inputs[0, 3] < session.data.train_x[:, 3].min()
    assert inputs[0, 1] > session.data.train_x[:, 1].max()
    expected = session.snapshot.network.forward(session.scaling.apply(inputs)).output
    assert np.array_equal(view.grid_output.reshape(expected.shape), expected)
    assert np.array_equal(view.view._train.at, session.data.train_x[:, [3, 1]])
    assert view.view._axes == ("f3", "weight")


def test_points_and_legend_stay_while_the_network_learns(sliced, theme):
    """They are painted once: a thousand discs take longer than a frame."""
    session, _, view = sliced
    refresh(session)
    view.view.grab()
    frame, ground = view.view._frame, view.grid_output
    session.advance(10)
    refresh(session)
    view.view.grab()
    assert view.view._frame is frame
    assert not np.array_equal(view.grid_output, ground)
    theme.use("light")
    refresh(session)
    view.view.grab()
    assert view.view._frame is not frame


def test_a_click_shows_the_nearest_test_sample(sliced):
    session, _, view = sliced
    sample = session.data.test_x[7]
    pixel = QPoint(*np.rint(view.view.pixel_of(sample[:2].astype(float))).astype(int).tolist())
    QTest.mouseClick(view.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, pixel)
    assert session.sample == 7
    assert view.view._shown == pytest.approx(tuple(sample[:2].tolist()))


def test_no_input_stands_against_itself(sliced):
    session, _, view = sliced
    view.axes[0].setCurrentIndex(1)
    refresh(session)
    assert view.chosen == (1, 0)
    view.axes[1].setCurrentIndex(1)
    refresh(session)
    assert view.chosen == (0, 1)


def test_a_slice_says_what_it_is_not(sliced):
    session, _, view = sliced
    said = view.findChild(QLabel, "slice_caption").text()
    assert "projected" in said
    assert str(MOST_POINTS) not in said
    session.do(Adjust({"data": "moons"}))
    refresh(session)
    assert not view.isVisible()


def test_the_scale_of_a_regression_has_the_name_of_its_target(use, qtbot, theme):
    x = RNG.normal(size=(60, 3)).astype(np.float32)
    data = OwnData(
        "", "table", x, 1000 * x[:, :1], ("a", "b", "c"), groups=(1, 1, 1), scaling="standard", target="price"
    )
    session = use(data)
    view = SliceView(session, theme)
    qtbot.addWidget(view)
    view.show()
    (bar,) = view.view._legend.entries
    assert bar.title == "price, standardised"
