"""The depth page by mouse and keyboard, its words, and what it paints."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSlider, QWidget
from pytestqt.qtbot import QtBot
from threadpoolctl import threadpool_limits

from nnviz.data import catalogue
from nnviz.data.handwriting import load_handwriting
from nnviz.engine.diagnosis import Histogram, histogram
from nnviz.session.intents import AddUnit, OpenModel, OpenPage, SaveModel
from nnviz.session.labs.depth import starts
from nnviz.session.labs.depth.lab import DepthLab
from nnviz.session.labs.lab import OpenSection
from nnviz.session.session import Session
from nnviz.session.states import RunState
from nnviz.theme.palettes import LIGHT
from nnviz.theme.theme import Theme
from nnviz.views.labs.depth.layer_grid import LayerGrid
from nnviz.views.labs.depth.limits import decades, symmetric_limits, value_limits
from nnviz.views.labs.depth.loss_curve import LossCurve, blocks
from nnviz.views.labs.depth.matrix_box import MatrixBox
from nnviz.views.labs.depth.outline import lengths, outline
from nnviz.views.labs.depth.page import DepthPage
from nnviz.views.labs.depth.spacing import spread
from nnviz.views.labs.depth.starts_grid import BETWEEN, PAD, StartsGrid
from nnviz.views.labs.section import LabSection
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.count_field import CountField
from nnviz.widgets.drag_field import DragField
from nnviz.widgets.number_field import NumberField
from nnviz.widgets.number_table import NumberTable

Part = TypeVar("Part", bound=QWidget)
handwriting = cache(load_handwriting)
"""Reading it takes longer than most tests."""


class Hands:
    """The page and what a user does with it."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self.session = session
        session.do(OpenPage("depth"))
        self.lab = session.labs.of(DepthLab)
        self.page = DepthPage(session, theme, self.lab)
        self.page.resize(1188, 640)
        self.page.show()
        session.clock.tick()

    def part(self, kind: type[Part], name: str) -> Part:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def open(self, section: str) -> LabSection:
        self.click(f"section_{section}")
        assert self.lab.section == section
        return self.page.section(section)

    def click(self, name: str) -> None:
        QTest.mouseClick(self.part(QAbstractButton, name), Qt.MouseButton.LeftButton)
        self.session.clock.tick()

    def type_in(self, kind: type[Part], name: str, text: str) -> None:
        field = self.part(kind, name)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.session.clock.tick()


@pytest.fixture
def hands(qtbot: QtBot, session: Session, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    # Fewer samples: with all of them the table of starts takes a second.
    monkeypatch.setattr(starts, "SAMPLES", 60)
    monkeypatch.setattr(catalogue, "load_handwriting", handwriting)
    # As in the window, where the thread of the worker sets it.
    with threadpool_limits(1):
        hands = Hands(session, theme)
        # A page that is only closed goes on being restyled by the tests after this one.
        qtbot.addWidget(hands.page)
        yield hands


SECTIONS = ("layers", "starts", "gradients", "linear")


def settle(hands: Hands) -> None:
    while hands.lab.moving:
        hands.session.labs.advance(0.016)
    hands.session.clock.tick()


def test_sections_are_made_when_they_are_opened_rest_and_wear_any_dress(hands: Hands, theme: Theme) -> None:
    assert hands.page.findChild(QWidget, "starts_grid") is None
    wanted = ("diagnosis", id(hands.page.section("layers")))
    assert wanted in hands.session._watchers
    dark = {section: check_rest(hands, section) for section in SECTIONS}
    assert wanted not in hands.session._watchers, "a hidden section wants no diagnosis"
    theme.palette = LIGHT
    theme.set_scale(1.4)
    for section in SECTIONS:
        check_dress(hands, section, dark[section])
    with pytest.raises(ValueError, match="unknown_choice"):
        hands.session.do(OpenSection("depth", "nowhere"))


def check_rest(hands: Hands, section: str) -> QColor:
    """A section at rest does nothing. The colour of its ground."""
    opened = hands.open(section)
    assert opened.isVisible()
    settle(hands)
    calls: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened, "refresh", lambda: calls.append("refresh"))
        for _ in range(3):
            hands.session.clock.tick()
    assert (calls, hands.lab.moving) == ([], False), section
    return opened.grab().toImage().pixelColor(3, 300)


def check_dress(hands: Hands, section: str, dark: QColor) -> None:
    """Nothing pushes the page wider than its room, the ground is another, and everything has a name."""
    opened = hands.open(section)
    QApplication.processEvents()
    assert hands.page.width() == 1188, section
    assert opened.grab().toImage().pixelColor(3, 300) != dark, section
    QApplication.sendEvent(hands.page, QEvent(QEvent.Type.LanguageChange))
    for widget in opened.findChildren(QWidget):
        own = widget.objectName() and not widget.objectName().startswith("qt_")
        if own and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget.objectName()


# The layers of a run


def test_knobs_configure_the_run_up_to_twenty_layers(hands: Hands) -> None:
    hands.type_in(NumberField, "depth_depth_field", "99")
    assert len(hands.session.experiment.layers) == 5
    assert hands.part(NumberField, "depth_depth_field").property("invalid")
    hands.type_in(NumberField, "depth_depth_field", "7")
    assert len(hands.session.experiment.layers) == 7
    hands.type_in(NumberField, "depth_width_field", "40")
    assert {layer.units for layer in hands.session.experiment.layers} == {40}
    field = hands.part(ChoiceField, "depth_activation")
    field.setCurrentIndex(field.findData("relu"))
    hands.part(ChoiceField, "depth_initializer").setCurrentIndex(4)
    hands.part(ChoiceField, "depth_optimizer").setCurrentIndex(5)
    assert {layer.activation for layer in hands.session.experiment.layers} == {"relu"}
    assert (hands.session.experiment.initializer, hands.session.experiment.optimizer) == ("he", "adam")
    check_two_clicks(hands)
    check_twenty(hands)


def check_two_clicks(hands: Hands) -> None:
    """Two clicks within a frame both count."""
    for name in ("depth_batch_norm", "depth_residual"):
        QTest.mouseClick(hands.part(QAbstractButton, name), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    layer = hands.session.experiment.layers[-1]
    assert layer.batch_norm
    assert layer.residual


def check_twenty(hands: Hands) -> None:
    """Twenty layers fit."""
    hands.type_in(NumberField, "depth_depth_field", "20")
    grid = hands.part(LayerGrid, "depth_grid")
    plan = grid._plan()
    assert len(plan.columns) == 21
    assert plan.columns[-1][1] <= grid.width() + 1e-6
    assert plan.rows["norms"][1] <= grid.height() + 1e-6
    assert len(grid.texts("gradient_norm")) == 21


def test_the_button_trains_and_pauses_and_the_pictures_follow_the_run(hands: Hands) -> None:
    button, curve = hands.part(QAbstractButton, "depth_train"), hands.part(LossCurve, "depth_loss")
    assert button.text() == "Train"
    assert curve.curves["train"][0].size == 0
    check_axes(hands)
    hands.click("depth_train")
    assert hands.session.state is RunState.RUNNING
    assert button.text() == "Pause"
    hands.session.advance(4)
    assert curve.curves["train"][0].tolist() == [1, 2, 3, 4]
    assert curve.curves["train"][1].tolist() == hands.session.history.loss.tolist()
    hands.type_in(NumberField, "depth_learning_rate_field", "0.5")
    assert hands.session.experiment.learning_rate == 0.5
    assert hands.session.snapshot.iteration == 4
    assert hands.session.state is RunState.RUNNING
    hands.click("depth_train")
    assert hands.session.state is RunState.PAUSED
    assert button.text() == "Train"
    check_start(hands)


def test_a_network_from_a_file_that_grows_by_hand_starts_as_a_reset_would_begin_it(
    hands: Hands, tmp_path: Path
) -> None:
    hands.session.do(SaveModel(tmp_path / "run.safetensors"))
    hands.session.do(OpenModel(tmp_path / "run.safetensors"))
    hands.session.do(AddUnit(1))
    settle(hands)
    assert hands.session.model is not None
    units = hands.session.experiment.sizes
    assert units != hands.session.model.experiment.sizes
    start = hands.part(LayerGrid, "depth_grid").now
    assert start is not None
    assert [layer.units for layer in start.layers] == list(units[1:])


def check_axes(hands: Hands) -> None:
    """Arrow keys read the layers out; axes are shared or own."""
    grid = hands.part(LayerGrid, "depth_grid")
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.chosen == 1
    assert grid.accessibleDescription().startswith("hidden 2: mean ")
    assert repr(float(grid.values("deviation")[1])) in grid.accessibleDescription()
    assert len(set(grid.limits["activations"])) == 1 == len(set(grid.limits["gradients"]))
    hands.click("depth_own_axes")
    assert len(set(grid.limits["gradients"])) > 3
    for layer, limits in zip(grid.now.layers if grid.now else (), grid.limits["gradients"], strict=True):
        assert limits[0] <= layer.gradients.edges[0] < layer.gradients.edges[-1] <= limits[1]


def check_start(hands: Hands) -> None:
    """The start stays behind and can be hidden."""
    grid = hands.part(LayerGrid, "depth_grid")
    assert grid.start is not None
    assert "dotted" in hands.part(QLabel, "depth_legend").text()
    hands.click("depth_show_start")
    assert grid.start is None
    assert "dotted" not in hands.part(QLabel, "depth_legend").text()


def test_long_curves_are_means_of_blocks() -> None:
    x, y = blocks(np.arange(1.0, 1001.0), np.arange(1000.0))
    assert x.tolist()[:2] == [4, 8]
    assert x[-1] == 1000
    assert y.tolist()[:2] == [1.5, 5.5]


# The table of starts


def test_starts_are_read_chosen_trained_and_reset(hands: Hands) -> None:
    hands.open("starts")
    settle(hands)
    check_numbers(hands)
    check_choice(hands)
    check_training(hands)
    hands.click("starts_batch_norm")
    hands.click("starts_residual")
    assert hands.lab.starts.mode == (True, True)
    hands.click("starts_look")
    assert hands.lab.section == "layers"


def check_numbers(hands: Hands) -> None:
    """They stand in a table, and none of a cell is cut off where it is narrow."""
    table = hands.part(NumberTable, "starts_spread")
    plain, norm = table.numbers["plain", "relu"], table.numbers["norm", "relu"]
    assert plain.get_value() > 1e6
    assert norm.get_value() < 1.1
    grid = hands.part(StartsGrid, "starts_grid")
    cell, metrics = grid.cells["normal_0.01", "tanh"], QFontMetricsF(grid.font())
    wide = "".join((*grid.facts(cell), BETWEEN, grid.grade_text(cell)))
    assert grid.fact_lines(cell, metrics.horizontalAdvance(wide) + 20, metrics) == [BETWEEN.join(grid.facts(cell))]
    # Below each other; where the word about them has no room beside the last number, it has a line of its own.
    below = list(grid.facts(cell, 2))
    last = metrics.horizontalAdvance(below[-1]) + metrics.horizontalAdvance(grid.grade_text(cell))
    assert grid.fact_lines(cell, last + PAD + 1, metrics) == below
    assert grid.fact_lines(cell, last, metrics) == [*below, ""]


def check_choice(hands: Hands) -> None:
    """A cell that is chosen, with the keyboard or by a click, gives its settings to the run."""
    grid = hands.part(StartsGrid, "starts_grid")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(grid, key)
    assert grid.current == ("normal_1", "tanh")
    assert hands.session.experiment.initializer == "normal_1"
    assert "normal, σ = 1, tanh, iteration 0" in grid.accessibleDescription()
    middle = grid.place_rect(("he", "relu")).center()
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=middle)
    hands.session.clock.tick()
    assert hands.session.experiment.initializer == "he"
    assert {layer.activation for layer in hands.session.experiment.layers} == {"relu"}
    assert grid.chosen == ("he", "relu")
    assert "ReLU" in hands.part(QLabel, "starts_settings").text()


def check_training(hands: Hands) -> None:
    """All starts are trained, paused and reset."""
    hands.click("starts_train")
    assert hands.part(QAbstractButton, "starts_train").text() == "Pause"
    while hands.lab.starts.iteration < 5:
        hands.session.labs.advance(0.016)
    hands.click("starts_train")
    settle(hands)
    grid = hands.part(StartsGrid, "starts_grid")
    assert {cell.iteration for cell in grid.cells.values() if not cell.diverged} == {hands.lab.starts.iteration}
    hands.click("starts_reset")
    settle(hands)
    assert {cell.iteration for cell in grid.cells.values()} == {0}


# Gradients, and layers without activation


def test_another_twin_and_another_depth_of_the_pair(hands: Hands) -> None:
    hands.open("gradients")
    field = hands.part(ChoiceField, "gradients_twin")
    field.setCurrentIndex(field.findData("tanh"))
    hands.session.clock.tick()
    assert hands.lab.gradients.activation == "tanh"
    assert "for tanh" in hands.part(QLabel, "gradients_verdict").text()
    QTest.keyClick(hands.part(QSlider, "gradients_depth_slider"), Qt.Key.Key_Right)
    hands.session.clock.tick()
    assert len(hands.session.experiment.layers) == 6
    assert len(hands.lab.gradients.run.norms if hands.lab.gradients.run else ()) == 7


def test_matrices_are_pointed_at_typed_slid_drawn_anew_and_explained(hands: Hands) -> None:
    hands.open("linear")
    check_pointing(hands)
    hands.type_in(DragField, "linear_first_0_0", "-3")
    assert hands.lab.linear.first.tolist() == [[-3, 2]]
    hands.type_in(DragField, "linear_x_1_0", "0.5")
    assert hands.lab.linear.x.tolist() == [1, 0.5]
    QTest.keyClick(hands.part(QSlider, "linear_c_slider"), Qt.Key.Key_Left)
    assert hands.lab.linear.factor == 1.45
    check_shapes(hands)
    hands.click("linear_again")
    assert hands.lab.linear.seed == 1
    hands.click("linear_activation_tanh")
    hands.click("linear_start")
    hands.part(CountField, "linear_layers").stepUp()
    choice = hands.lab.linear.choice
    assert (choice.activation, choice.seed, choice.layers) == ("tanh", 1, 4)


def check_pointing(hands: Hands) -> None:
    """It lights row and column up."""
    entry = hands.part(QLabel, "linear_product_0_1")
    entry.setFocus(Qt.FocusReason.TabFocusReason)
    hands.session.clock.tick()
    assert hands.lab.linear.pointed == (0, 1)
    assert hands.part(MatrixBox, "linear_first").lit == (0, -1)
    assert hands.part(MatrixBox, "linear_second").lit == (-1, 1)
    assert hands.part(QLabel, "linear_story").text() == "1·2 + 2·5 = 12"


def check_shapes(hands: Hands) -> None:
    """Shapes that do not fit are explained."""
    hands.part(CountField, "linear_first_columns").stepUp()
    hands.session.clock.tick()
    assert hands.part(QLabel, "linear_shapes").text() == "(1, 3) · (2, 3) → ?"
    assert "a row of the first has 3 numbers, a column of the second 2" in hands.part(QLabel, "linear_story").text()
    assert hands.part(MatrixBox, "linear_product").isHidden()


# Pictures are the data


def test_bars_are_roots_of_counts() -> None:
    values = np.concatenate([np.zeros(100), np.full(25, 0.5), np.ones(4)])
    one = histogram(values)
    assert lengths(one)[[0, 20, 39]] == pytest.approx([1, 0.5, 0.2])
    shape = outline(one, (0.0, 1.0), QRectF(10, 0, 100, 200))
    corners = [(point.x(), point.y()) for point in shape]
    assert corners[0] == (10, 200)
    assert corners[-1] == (10, 0)
    assert max(x for x, _ in corners) == pytest.approx(10 + 92)


def test_values_that_are_all_alike_stay_to_be_seen() -> None:
    shape = outline(histogram(np.full(10, 0.25)), (0.0, 1e6), QRectF(0, 0, 100, 100))
    heights = [point.y() for point in shape]
    assert max(heights) - min(heights) >= 2


def test_axes_hold_what_they_show() -> None:
    wide = Histogram(np.array([3, 1, 0, 2]), np.array([-1.0, 0.5, 2.0, 3.0, 7.2]))
    assert value_limits([wide], [None], (0.0, 0.0)) == (-1.0, 8.0)
    assert value_limits([wide], [None], (-1.0, 10.0)) == (-1.0, 10.0)
    assert value_limits([histogram(np.array([0.2, 0.7]))], [(0.0, 1.0)], (0.0, 0.0)) == (0.0, 1.0)
    assert symmetric_limits([wide], (0.0, 0.0)) == (-8.0, 8.0)
    low, high = decades([0.02, 5.0, float("nan"), 0.0], (-4.0, 0.0))
    assert low < np.log10(0.02)
    assert high == 1


def test_names_keep_their_distance() -> None:
    placed = spread(np.array([1.0, 1.1, -2.0]), 0.5)
    assert sorted(placed)[1:] == pytest.approx([sorted(placed)[0] + gap for gap in (2.85, 3.35)], abs=0.3)
    assert np.diff(np.sort(placed)).min() >= 0.5 - 1e-12
    assert np.argsort(placed).tolist() == [2, 0, 1]


def test_names_stay_in_the_plot() -> None:
    assert spread(np.array([1.0, 2.0, 3.0]), 1.5, -3.0, 3.0) == pytest.approx([0.0, 1.5, 3.0])
    assert spread(np.array([1.0, 2.0, 3.0]), 1.0, 2.0, 9.0) == pytest.approx([2.0, 3.0, 4.0])
