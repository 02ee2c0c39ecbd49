"""Curves of compared runs: what is drawn and read is in the histories, lane by lane and iteration by iteration."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel

from nnviz.data import catalogue
from nnviz.engine.experiment import LayerSpec
from nnviz.session.history import History
from nnviz.session.intents import Compare, Configure, OpenPage, Reset, Run
from nnviz.theme.lanes import LANES
from nnviz.views.plots.compare_curves import CompareCurves
from nnviz.views.plots.lane_reading import evaluation_at
from nnviz.widgets.numerals import percent
from nnviz.widgets.ticks import compact


@pytest.fixture
def lanes(session):
    session.do(OpenPage("compare"))
    return lambda: session.comparison.lanes


@pytest.fixture
def train(session):
    def advance(steps):
        session.do(Run())
        session.advance(steps)

    return advance


@pytest.fixture
def pane(lanes, show):
    return show(CompareCurves, 560, 460)


def place(pane, chart, iteration):
    box = chart.plot.vb
    return pane._charts._view.mapFromScene(box.mapViewToScene(QPointF(iteration, float(np.mean(box.viewRange()[1])))))


def said(h, at):
    return f"{compact(h.test_loss[at])} · {percent(h.test_accuracy[at])}"


def test_pyqtgraph_waits_until_there_is_a_curve():
    code = "import sys; from nnviz.views.plots import compare_curves; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_before_training_a_sentence_says_what_to_do(pane):
    assert pane.findChild(QLabel, "compare_curves_empty").isVisible()


def test_curves_are_the_histories_by_iteration(pane, lanes, train):
    train(120)
    assert len(lanes()) == 3
    for k, lane in enumerate(lanes()):
        h = lane.history
        for name, values in (
            (f"train_{k}_loss", h.train_loss),
            (f"test_{k}_loss", h.test_loss),
            (f"test_{k}_accuracy", 100 * h.test_accuracy),
        ):
            x, y = pane.curve_data(name)
            assert np.array_equal(x, h.eval_iteration), name
            assert np.array_equal(y, values), name
    assert len(pane.curve_data("test_3_loss")[0]) == 0
    assert not pane.grab().isNull()


def test_the_logarithmic_axis_shows_the_same_losses(pane, lanes, train):
    train(60)
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_L)
    assert pane.findChild(QCheckBox, "compare_curves_log_scale").isChecked()
    for k, lane in enumerate(lanes()):
        assert pane.curve_data(f"test_{k}_loss")[1] == pytest.approx(lane.history.test_loss)
        assert np.array_equal(pane.curve_data(f"test_{k}_accuracy")[1], 100 * lane.history.test_accuracy)


def test_pointing_reads_all_lanes_at_one_iteration(pane, lanes, train, move_mouse):
    train(120)
    assert [pane.key_value(k) for k in range(3)] == [said(lane.history, -1) for lane in lanes()]
    at = int(lanes()[0].history.eval_iteration[12])
    move_mouse(pane._charts._view.viewport(), place(pane, pane._charts.loss, at + 0.2))
    assert pane.key_value("iteration") == str(at)
    assert [pane.key_value(k) for k in range(3)] == [said(lane.history, 12) for lane in lanes()]
    assert pane._charts.loss._line.value() == at
    assert pane._charts.accuracy.dots()["test_2"] == (at, 100 * lanes()[2].history.test_accuracy[12])
    pane._charts.pointed.emit(None)
    assert pane.key_value("iteration") == ""
    assert pane.key_value(0) == said(lanes()[0].history, -1)


def test_keys_read_one_evaluation_after_the_other(pane, lanes, train):
    train(60)
    measured = lanes()[0].history.eval_iteration
    for key, at in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Left, -2), (Qt.Key.Key_Right, -1)):
        QTest.keyClick(pane, key)
        assert pane.key_value("iteration") == str(int(measured[at]))
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.key_value("iteration") == ""


def test_a_lane_that_stopped_has_no_value_later(pane, session, lanes, train):
    session.do(Compare("learning_rate", (0.01, 9000.0)))
    fields = catalogue.defaults("wave") | {"optimizer": "sgd"}
    layers = tuple(LayerSpec(8, "relu") for _ in range(3))
    session.do(Configure(replace(session.experiment, layers=layers, **fields)))
    train(60)
    good, bad = (lane.history for lane in lanes())
    assert bad.iteration[-1] < 60
    pane.point_at(60)
    assert pane.key_value(0) == compact(good.test_loss[evaluation_at(good, 60)])
    assert pane.key_value(1) == "–"
    assert not pane._charts.accuracy.plot.isVisible()
    assert set(pane._charts.loss.dots()) == {"test_0"}


def test_lanes_that_are_measured_seldom_are_read_where_they_were_measured(pane, session, lanes, train):
    session.do(Compare("batch_size", (1, 32)))
    train(150)
    often, seldom = (lane.history for lane in lanes())
    if len(often.eval_iteration) > len(seldom.eval_iteration):
        often, seldom = seldom, often
    at = int(max(set(often.eval_iteration) ^ set(seldom.eval_iteration)))
    pane.point_at(at)
    for k, lane in enumerate(lanes()):
        index = evaluation_at(lane.history, at)
        assert lane.history.eval_iteration[index] <= at
        assert pane._charts.loss.dots()[f"test_{k}"][0] == lane.history.eval_iteration[index]


def test_a_lane_that_runs_away_leaves_the_chart_to_the_others(pane, session, lanes, train):
    session.do(Compare("learning_rate", (0.01, 900.0)))
    train(60)
    good, bad = (lane.history for lane in lanes())
    chart = pane._charts.loss
    largest = np.nanmax(good.test_loss)
    assert np.nanmax(bad.test_loss) > 10 * largest
    assert largest <= chart.plot.vb.viewRange()[1][1] < 2 * largest
    assert set(chart.leaving) == {"test_1"}
    beyond = bad.eval_iteration[bad.test_loss > chart.plot.vb.viewRange()[1][1]]
    assert chart.leaving["test_1"] == pytest.approx(beyond[0], abs=2)
    assert np.array_equal(pane.curve_data("test_1_loss")[1], bad.test_loss)
    QTest.keyClick(pane, Qt.Key.Key_L)
    assert chart.leaving == {}
    assert 10 ** chart.plot.vb.viewRange()[1][1] >= np.nanmax(bad.test_loss)


def test_lanes_of_like_losses_have_no_arrow(pane, train):
    train(60)
    assert pane._charts.loss.leaving == {}


def test_no_evaluation_before_the_first():
    assert evaluation_at(History(), None) is None
    assert evaluation_at(History(), 0) is None


def test_another_comparison_begins_with_an_empty_pane_and_new_names(pane, session, train):
    train(40)
    session.do(Compare("seed", (5, 6)))
    session.clock.tick()
    assert pane.findChild(QLabel, "compare_curves_empty").isVisible()
    train(20)
    pane.resize(900, 460)
    QApplication.processEvents()
    assert [entry.accessibleName() for entry in pane._entries[:2]] == ["A  5", "B  6"]
    assert [entry.isVisible() for entry in pane._entries] == [True, True, False, False]
    session.do(Reset())
    session.clock.tick()
    assert pane.findChild(QLabel, "compare_curves_empty").isVisible()


def test_a_hidden_pane_does_nothing(pane, train, session):
    train(40)
    drawn = len(pane.curve_data("test_0_loss")[0])
    pane.hide()
    session.advance(40)
    assert len(pane.curve_data("test_0_loss")[0]) == drawn
    pane.show()
    assert len(pane.curve_data("test_0_loss")[0]) > drawn


def test_lanes_have_their_colours_and_dashes(pane, theme, train):
    train(20)
    for name in ("light", "dark"):
        theme.use(name)
        for k, look in enumerate(LANES):
            pen = pane._charts.loss._curves[f"test_{k}"].opts["pen"]
            assert pen.color() == theme.color(look.role)
            assert [length * pen.widthF() for length in pen.dashPattern()] == pytest.approx(look.dashes)


def test_everything_has_a_name(pane, train):
    train(20)
    for widget in (pane, pane._charts, *pane._entries, pane.findChild(QCheckBox, "compare_curves_log_scale")):
        assert widget.objectName()
    assert pane._charts.accessibleName()
    assert pane.accessibleName()


def test_the_title_of_the_shares_fits_and_numbers_keep_apart(pane, session, train):
    train(30)
    session.clock.tick()
    axis, charts = pane._charts.accuracy.plot.getAxis("left"), pane._charts
    assert axis.labelText == "test accuracy (%)"
    pane.resize(400, 270)
    QApplication.processEvents()
    box, above = (chart.plot.vb.sceneBoundingRect() for chart in (charts.accuracy, charts.loss))
    assert axis.label.boundingRect().width() <= box.height() + 10
    assert box.top() - above.bottom() > 0.5 * axis.label.boundingRect().height()
