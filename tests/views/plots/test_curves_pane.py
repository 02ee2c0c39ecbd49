import subprocess
import sys
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from nnviz.session.intents import Configure, GoTo, Pause, Reset, Run
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.plots.chart import FEW
from nnviz.views.plots.curves_pane import CurvesPane
from nnviz.widgets.numerals import percent
from nnviz.widgets.ticks import compact


@pytest.fixture
def train(session):
    def advance(steps):
        session.do(Run())
        session.advance(steps)

    return advance


def viewport(pane):
    return pane._charts._view.viewport()


def place(pane, chart, epoch):
    """The pixel at an epoch in the middle of a chart."""
    box = chart.plot.vb
    y = float(np.mean(box.viewRange()[1]))
    return pane._charts._view.mapFromScene(box.mapViewToScene(QPointF(epoch, y)))


def turn_wheel(pane, chart, epoch, notches):
    at = place(pane, chart, epoch)
    event = QWheelEvent(
        QPointF(at), QPointF(viewport(pane).mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport(pane), event)


def test_before_training_a_sentence_says_what_to_do(show):
    pane = show(CurvesPane)
    assert pane.findChild(QLabel, "curves_empty").isVisible()
    assert not pane.findChild(QCheckBox, "loss_log_scale").isVisible()


def test_pyqtgraph_waits_until_there_is_a_curve():
    code = "import sys; from nnviz.views.plots import boundary_pane, curves_pane; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_curves_are_the_history_and_the_key_has_its_newest_numbers(show, session, train):
    pane = show(CurvesPane)
    train(60)
    h = session.history
    for name, x, y in (
        ("batch_loss", h.epoch, h.loss),
        ("train_loss", h.eval_epoch, h.train_loss),
        ("test_loss", h.eval_epoch, h.test_loss),
        ("train_accuracy", h.eval_epoch, 100 * h.train_accuracy),
        ("test_accuracy", h.eval_epoch, 100 * h.test_accuracy),
    ):
        drawn = pane.curve_data(name)
        assert np.array_equal(drawn[0], x), name
        assert np.array_equal(drawn[1], y), name
    assert not pane.grab().isNull()
    assert pane.key_value("test") == f"{compact(h.test_loss[-1])} · {percent(h.test_accuracy[-1])}"
    assert pane.key_value("batch") == compact(h.loss[-1])
    assert pane.key_value("epoch") == ""


def test_long_runs_are_drawn_in_few_blocks_whose_band_is_not_cropped(show, session, train):
    pane = show(CurvesPane)
    train(1500)
    x, y = pane.curve_data("batch_loss")
    assert 150 <= len(x) <= 300
    assert y[:100] == pytest.approx(session.history.loss[:800].reshape(100, 8).mean(axis=1))
    chart = pane._charts.loss
    band = chart._bands["batch"]
    low, high = chart.plot.vb.viewRange()[1]
    assert low <= band.low.min()
    assert band.high.max() <= high
    assert (band.high > band.mean).any()


def test_the_logarithmic_axis_shows_the_same_losses(show, session, train):
    pane = show(CurvesPane)
    train(60)
    QTest.mouseClick(pane.findChild(QCheckBox, "loss_log_scale"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert pane.findChild(QCheckBox, "loss_log_scale").isChecked()
    assert pane.curve_data("test_loss")[1] == pytest.approx(session.history.test_loss)
    low, high = pane._charts.loss.plot.vb.viewRange()[1]
    assert low < np.log10(session.history.test_loss.min())
    assert high < 1
    assert np.array_equal(pane.curve_data("test_accuracy")[1], 100 * session.history.test_accuracy)


def test_a_regression_has_no_accuracy(show, session, train, use):
    use("wave")
    pane = show(CurvesPane)
    train(40)
    assert not pane._charts.accuracy.plot.isVisible()
    assert "%" not in pane.key_value("test")
    assert np.array_equal(pane.curve_data("test_loss")[1], session.history.test_loss)


@pytest.mark.parametrize("chart", ["loss", "accuracy"])
def test_pointing_reads_the_nearest_evaluation(show, session, train, move_mouse, chart):
    pane = show(CurvesPane)
    train(120)
    h, charts = session.history, pane._charts
    move_mouse(viewport(pane), place(pane, getattr(charts, chart), float(h.eval_epoch[7]) + 0.01))
    assert pane.key_value("train") == f"{compact(h.train_loss[7])} · {percent(h.train_accuracy[7])}"
    assert pane.key_value("epoch") == f"{h.eval_epoch[7]:.2f}"
    for each, test, train_value in (
        (charts.loss, h.test_loss[7], h.train_loss[7]),
        (charts.accuracy, 100 * h.test_accuracy[7], 100 * h.train_accuracy[7]),
    ):
        assert each._line.isVisible()
        assert each._line.value() == h.eval_epoch[7]
        assert each.dots() == {"test": (h.eval_epoch[7], test), "train": (h.eval_epoch[7], train_value)}
    charts.pointed.emit(None)
    assert not charts.loss._line.isVisible()
    assert charts.loss.dots()["test"] == (h.eval_epoch[-1], h.test_loss[-1])
    assert pane.key_value("epoch") == ""


def test_wheel_zooms_both_charts_and_A_and_double_click_show_everything_again(show, session, train):
    pane = show(CurvesPane)
    train(600)
    charts = pane._charts
    whole = charts.loss.plot.vb.viewRange()[0]
    turn_wheel(pane, charts.accuracy, 30.0, 5)
    near = charts.loss.plot.vb.viewRange()[0]
    assert whole[0] < near[0] < 30 < near[1] < whole[1]
    assert charts.accuracy.plot.vb.viewRange()[0] == near
    x = pane.curve_data("batch_loss")[0]
    assert near[0] - 1 < x[0] < x[-1] < near[1] + 1
    session.advance(10)
    assert charts.loss.plot.vb.viewRange()[0] == near
    QTest.keyClick(pane, Qt.Key.Key_A)
    assert charts.loss.plot.vb.viewRange()[0] == whole
    turn_wheel(pane, charts.loss, 30.0, 5)
    assert charts.loss.plot.vb.viewRange()[0] != whole
    at = place(pane, charts.loss, 30.0)
    QTest.mouseClick(viewport(pane), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(viewport(pane), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(viewport(pane), Qt.MouseButton.LeftButton, pos=at)
    assert charts.loss.plot.vb.viewRange()[0] == whole


def test_a_right_click_opens_nothing(show, train):
    pane = show(CurvesPane)
    train(60)
    at = place(pane, pane._charts.loss, 2.0)
    QTest.mouseClick(viewport(pane), Qt.MouseButton.RightButton, pos=at)
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is None


def test_a_reset_run_starts_with_an_empty_pane_and_its_own_view(show, session, train):
    pane = show(CurvesPane)
    train(600)
    turn_wheel(pane, pane._charts.loss, 30.0, 5)
    pane.point_at(100)
    session.do(Reset())
    session.clock.tick()
    assert pane.findChild(QLabel, "curves_empty").isVisible()
    train(20)
    assert np.array_equal(pane.curve_data("batch_loss")[1], session.history.loss)
    low, high = pane._charts.loss.plot.vb.viewRange()[0]
    assert (low, high) == pytest.approx((0, high))
    assert session.history.epoch[-1] <= high < 5


def test_a_hidden_pane_does_nothing(show, session, train):
    pane = show(CurvesPane)
    train(40)
    pane.hide()
    session.advance(40)
    assert len(pane.curve_data("batch_loss")[0]) == 40
    pane.show()
    assert len(pane.curve_data("batch_loss")[0]) == 80


def test_charts_stand_side_by_side_in_a_wide_pane(show, session, train):
    pane = show(CurvesPane, 1000, 260)
    train(40)
    boxes = [chart.plot.sceneBoundingRect() for chart in (pane._charts.loss, pane._charts.accuracy)]
    QApplication.processEvents()
    boxes = [chart.plot.sceneBoundingRect() for chart in (pane._charts.loss, pane._charts.accuracy)]
    assert boxes[0].right() <= boxes[1].left()
    pane.resize(420, 500)
    QApplication.processEvents()
    boxes = [chart.plot.sceneBoundingRect() for chart in (pane._charts.loss, pane._charts.accuracy)]
    assert boxes[0].bottom() <= boxes[1].top()


def test_another_theme_changes_ground_and_curves(show, theme, train):
    pane = show(CurvesPane)
    train(40)
    for name in ("light", "dark"):
        theme.use(name)
        image = pane.grab().toImage()
        assert image.pixelColor(pane.width() - 3, pane.height() - 60) == theme.color("surface")
        assert pane._charts.loss._curves["test"].opts["pen"].color() == theme.color("test")
    theme.use("dark")


def test_everything_has_a_name_and_the_tip_has_that_of_the_loss(show, train):
    pane = show(CurvesPane)
    train(40)
    assert pane.objectName() == "curves_pane"
    for widget in (pane, pane.findChild(QCheckBox, "loss_log_scale"), *pane._entries.values(), pane._charts):
        assert widget.objectName()
        assert widget.accessibleName()
    assert pane._entries["test"].accessibleDescription() == pane.key_value("test")
    assert pane._charts.loss._axes["left"].labelText == "loss"
    assert all("binary cross-entropy" in pane._entries[name].toolTip() for name in ("train", "test", "batch"))


def test_nobody_can_zoom_out_of_the_run(show, train):
    pane = show(CurvesPane)
    train(60)
    charts = pane._charts
    whole = charts.loss.plot.vb.viewRange()
    turn_wheel(pane, charts.loss, 3.0, -5)
    assert charts.loss.plot.vb.viewRange() == whole


def test_a_loss_that_is_no_number_leaves_a_gap(show, session, train):
    pane = show(CurvesPane)
    train(60)
    h = session.history
    h.test_loss[3], h.test_loss[5] = np.inf, np.nan
    session.history_changed.emit(h)
    session.clock.tick()
    drawn = pane.curve_data("test_loss")[1]
    assert np.array_equal(drawn, h.test_loss, equal_nan=True)
    assert pane._charts.loss.plot.vb.viewRange()[1][1] < 10
    assert not pane.grab().isNull()


def test_arrow_keys_read_one_evaluation_after_the_other(show, session, train, qtbot):
    pane = show(CurvesPane)
    train(60)
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape):
        qtbot.keyClick(pane, key)
        seen.append(pane.key_value("epoch"))
    last, before = (f"{session.history.eval_epoch[k]:,.2f}" for k in (-1, -2))
    assert seen == ["", last, before, last, ""]


def test_keyboard_focus_is_seen(show, qtbot):
    pane = show(CurvesPane)
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.clearFocus()
    frame = pane._theme.color("accent")
    pane.setFocus(Qt.FocusReason.MouseFocusReason)
    assert pane.grab().toImage().pixelColor(0, 50) != frame
    pane.clearFocus()
    pane.setFocus(Qt.FocusReason.TabFocusReason)
    assert pane.hasFocus()
    assert pane.grab().toImage().pixelColor(0, 50) == frame


def test_the_key_has_room_for_every_number(show, session, train):
    pane = show(CurvesPane, 240, 260)
    train(40)
    for width, loss in product((240, 300, 364, 380), (0.00112, 4.7e13, 8.8e-88)):
        pane.resize(width, 260)
        write_loss(pane, session, loss)
        assert pane.key_value("train") == f"{compact(loss)} · {percent(1.0)}"
        for entry in (entry for entry in pane._entries.values() if entry.isVisible()):
            assert entry.width() >= entry.sizeHint().width(), (width, loss)
            assert entry.mapTo(pane, entry.rect().topRight()).x() < pane.width()
            assert entry.geometry().bottom() <= entry.parentWidget().height()


def write_loss(pane, session, loss):
    h = session.history
    h.train_loss[-1] = h.test_loss[-1] = h.loss[-1] = loss
    h.train_accuracy[-1] = h.test_accuracy[-1] = 1.0
    session.history_changed.emit(h)
    session.clock.tick()
    pane._write_values()
    QApplication.processEvents()


def test_the_key_stands_still_when_somebody_points(show, train):
    pane = show(CurvesPane, 380, 260)
    train(120)
    QApplication.processEvents()
    curves = [entry for name, entry in pane._entries.items() if name != "epoch"]
    before = [entry.geometry() for entry in curves]
    pane.point_at(3)
    QApplication.processEvents()
    assert [entry.geometry() for entry in curves] == before
    assert pane.key_value("epoch") != ""


def test_the_epoch_that_is_read_stands_on_the_title_of_the_axis(show, train):
    pane = show(CurvesPane)
    train(120)
    for size in ((420, 200), (420, 500), (900, 200)):
        pane.resize(*size)
        QApplication.processEvents()
        assert not pane._entries["epoch"].isVisible()
        pane.point_at(3)
        middle = pane._entries["epoch"].geometry().center()
        title = pane._charts.mapTo(pane._body, pane._charts.title_center())
        assert (middle - title).manhattanLength() <= 2, size
        pane.point_at(None)
        assert not pane._entries["epoch"].isVisible()


def test_the_scale_of_the_loss_takes_no_row_from_the_charts(show, train):
    pane = show(CurvesPane, 420, 200)
    train(40)
    QApplication.processEvents()
    box = pane.findChild(QCheckBox, "loss_log_scale").geometry()
    assert box.left() == pane._charts.geometry().left()
    assert box.bottom() == pane._charts.geometry().bottom()
    assert box.right() < pane._charts.mapTo(pane._body, pane._charts.title_center()).x()


def test_few_evaluations_have_a_dot_each_and_many_none(show, session, train):
    pane = show(CurvesPane)
    train(5)
    h, charts = session.history, pane._charts
    assert 1 < len(h.eval_epoch) < FEW
    assert charts.loss.few_dots("test") == list(zip(h.eval_epoch, h.test_loss, strict=True))
    assert charts.accuracy.few_dots("train") == list(zip(h.eval_epoch, 100 * h.train_accuracy, strict=True))
    while len(session.history.eval_epoch) < FEW:
        session.advance(20)
    assert charts.loss.few_dots("test") == []


def test_old_futures_stay_in_sight_beside_the_new_one(qtbot: QtBot, theme: Theme, session: Session) -> None:
    pane = CurvesPane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(500, 400)
    pane.show()
    session.do(Run())
    session.advance(60)
    session.do(Pause())
    old = session.history.test_loss.copy(), session.history.test_accuracy.copy()
    assert not pane.key_value("past")
    assert not pane._charts.loss._change.isVisible()
    session.do(GoTo(20))
    session.do(Configure(replace(session.experiment, learning_rate=0.3)))
    session.do(Run())
    session.advance(10)
    session.clock.tick()
    session.clock.tick()
    (left,), (past,) = session.history.branch_epochs, session.history.branches
    first = np.flatnonzero(past.eval_epoch <= left)[-1]
    assert past.eval_iteration[first] <= 20 < past.eval_iteration[first + 1]
    np.testing.assert_array_equal(pane.curve_data("past0_loss")[0], past.eval_epoch[first:])
    np.testing.assert_array_equal(pane.curve_data("past0_loss")[1], old[0][first:])
    np.testing.assert_array_equal(pane.curve_data("past0_accuracy")[1], 100 * old[1][first:])
    assert len(pane.curve_data("past1_loss")[1]) == 0
    for chart in (pane._charts.loss, pane._charts.accuracy):
        assert chart._change.isVisible()
        assert chart._change.value() == left == session.history.epoch[19]
    assert pane._charts.loss._change_label.textItem.toPlainText() == "changed here"
    np.testing.assert_array_equal(pane.curve_data("test_loss")[1], session.history.test_loss)
    assert pane.key_value("past")
