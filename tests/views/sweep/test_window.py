"""The window as it is used: choosing, starting, reading, opening."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from nnviz.engine.experiment import OPTIMIZER_NAMES
from nnviz.session.intents import Adjust, OpenPage
from nnviz.sweeps.plan import Plan
from nnviz.theme.lanes import MANY
from nnviz.views.sweep.axis_row import NOTHING
from tests.views.sweep.conftest import WAIT


def pick(row, path):
    row.setting.setCurrentIndex(row.setting.findData(path))


def type_values(qtbot, row, text):
    row.values.clear()
    qtbot.keyClicks(row.values, text)
    qtbot.keyClick(row.values, Qt.Key.Key_Return)


def start(window, sweep, session, qtbot):
    window.plan.start_button.click()
    qtbot.waitUntil(lambda: not sweep.running, timeout=WAIT)
    session.clock.tick()


def test_the_first_plan_varies_the_experiment_in_front_and_says_what_is_refused(window, sweep, session, qtbot):
    assert [axis.path for axis in sweep.plan.axes] == ["learning_rate", "optimizer"]
    assert sweep.plan.base.layers == session.experiment.layers
    assert (sweep.plan.seeds, sweep.plan.base.epochs, sweep.plan.count) == (2, 2, 8)
    assert window.findChild(QLabel, "sweep_count").text() == "8 runs"
    assert all(window.findChild(QPushButton, f"sweep_axis_1_{name}") for name in OPTIMIZER_NAMES)
    for text in ("0.1, fast", "-1", "", "0.1, 0.1"):
        check_refusal(window, sweep, qtbot, text)
    pick(window.plan.rows[2], "optimizer")
    assert "once" in window.plan.refused


def check_refusal(window, sweep, qtbot, text):
    """What is refused says why and starts nothing."""
    before = sweep.plan
    type_values(qtbot, window.plan.rows[0], text)
    assert window.plan.refused
    assert not window.plan.start_button.isEnabled()
    assert sweep.plan == before
    type_values(qtbot, window.plan.rows[0], "0.3")
    assert not window.plan.refused
    assert window.plan.start_button.isEnabled()


def test_typed_values_and_picked_words_make_the_plan_which_draws_no_more_than_there_are_looks(
    window, sweep, session, qtbot
):
    type_values(qtbot, window.plan.rows[0], "0.5, 2")
    assert sweep.plan.axes[0].values == (0.5, 2.0)
    pick(window.plan.rows[2], "layers.*.units")
    assert sweep.plan.axes[2].values == (4, 8, 16)
    check_looks(window, sweep, session, qtbot)
    qtbot.mouseClick(window.findChild(QPushButton, "sweep_axis_1_nesterov"), Qt.MouseButton.LeftButton)
    assert sweep.plan.axes[1].values == ("sgd", "nesterov", "adam")
    pick(window.plan.rows[1], NOTHING)
    assert [axis.path for axis in sweep.plan.axes] == ["learning_rate", "layers.*.units"]
    assert not window.findChild(QPushButton, "sweep_axis_1_nesterov")


def check_looks(window, sweep, session, qtbot):
    """Of more settings than there are looks the first are drawn, or those that are chosen, or the best."""
    model = window.table.model
    assert (len(model.groups), len(model.shown())) == (12, 8)
    model.setData(model.index(11, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert len(model.shown()) == 8
    assert model.shown()["A"] == model.groups[11]
    window.plan.seeds.setValue(1)
    start(window, sweep, session, qtbot)
    qtbot.mouseClick(window.table.best_button, Qt.MouseButton.LeftButton)
    drawn = [group.accuracy.mean for group in model.shown().values()]
    assert min(drawn) >= sorted((group.accuracy.mean for group in sweep.groups), reverse=True)[7]


def test_curves_and_bands_are_those_of_the_results_and_are_read_by_arrows(done, sweep, qtbot):
    for look, group in zip(MANY, sweep.groups, strict=False):
        for quantity, factor in (("loss", 1), ("accuracy", 100)):
            curve = group.curve(f"test_{quantity}", "range")
            x, y = done.curves.curve_data(f"{look.letter}_{quantity}")
            np.testing.assert_allclose(x, curve.x)
            np.testing.assert_allclose(y, factor * curve.mean)
            low, high = done.curves.band_data(f"{look.letter}_{quantity}")
            np.testing.assert_allclose([low, high], [factor * curve.low, factor * curve.high])
    qtbot.mouseClick(done.curves.band.buttons["sd"], Qt.MouseButton.LeftButton)
    curve = sweep.groups[0].curve("test_loss", "sd")
    np.testing.assert_allclose(done.curves.band_data("A_loss"), [curve.low, curve.high])
    check_arrows(done, qtbot)


def check_arrows(done, qtbot):
    done.curves.setFocus()
    newest = done.curves.key_value("A")
    for _ in range(5):
        qtbot.keyClick(done.curves, Qt.Key.Key_Left)
    assert done.curves.key_value("A") != newest
    qtbot.keyClick(done.curves, Qt.Key.Key_Escape)
    assert done.curves.key_value("A") == newest


def cell(window, row, column):
    return window.table.view.model().index(row, column)


def test_a_regression_shows_by_the_clock_how_many_diverged_and_no_accuracy(window, sweep, session, qtbot, monkeypatch):
    shown = []
    show = window.table.show_results
    monkeypatch.setattr(window.table, "show_results", lambda: shown.append(sweep.progress.done) or show())
    session.do(Adjust({"data": "wave", "optimizer": "sgd"}))
    window.plan.take_button.click()
    pick(window.plan.rows[1], NOTHING)
    type_values(qtbot, window.plan.rows[0], "0.01, 10000")
    shown.clear()
    window.plan.start_button.click()
    qtbot.waitUntil(lambda: not sweep.running, timeout=WAIT)
    assert shown == [4], "and not one by one"
    session.clock.tick()
    assert len(done_x := window.curves.curve_data("A_loss")[0]) > 2, done_x
    assert "%" not in window.curves.key_value("A")
    last = window.table.model.columnCount() - 1
    text = cell(window, 1, last).data()
    assert text == "2 / 2, 2 diverged"
    view = window.table.view
    assert view.columnWidth(last) > view.fontMetrics().horizontalAdvance(text) + 20


def test_the_table_says_what_was_reached_draws_settings_opens_runs_and_is_sorted(done, sweep, session, qtbot):
    check_texts(done, sweep)
    check_drawing(done, session, qtbot)
    check_opening(done, qtbot)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        done.table.view.sortByColumn(3, order)
        found = [cell(done, row, 3).data(Qt.ItemDataRole.UserRole) for row in range(4)]
        assert found == sorted(found, reverse=order == Qt.SortOrder.DescendingOrder)


def check_texts(done, sweep):
    assert done.table.view.model().rowCount() == 4
    group = sweep.groups[2]
    texts = [cell(done, 2, column).data() for column in range(8)]
    assert texts[:3] == ["C", "0.1", "SGD"]
    assert texts[3].startswith(f"{100 * group.accuracy.mean:.1f}\N{NO-BREAK SPACE}% ± ")
    assert texts[7] == "2 / 2"
    tip = cell(done, 2, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == f"{group.loss.mean!r} ± {group.loss.sd!r}"


def check_drawing(done, session, qtbot):
    """A setting is drawn or not, by its mark or by the space bar."""
    model, view = done.table.model, done.table.view
    model.setData(model.index(1, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    session.clock.tick()
    assert list(model.shown()) == ["A", "C", "D"]
    assert len(done.curves.curve_data("B_loss")[0]) == 0
    assert done.curves.key_value("B") == ""
    model.setData(model.index(1, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.shown()["B"] == model.groups[1]
    view.setCurrentIndex(cell(done, 2, 0))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert list(model.shown()) == ["A", "B", "D"]
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert list(model.shown()) == ["A", "B", "C", "D"]


def check_opening(done, qtbot):
    """A run is opened."""
    asked = []
    done.train_requested.connect(asked.append)
    done.end_requested.connect(asked.append)
    done.table.choose(2)
    done.table.seed.set_value("1")
    for button in (done.table.train_button, done.table.end_button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [(run.setting, run.experiment.seed) for run in asked] == [((0.1, "sgd"), 1)] * 2


def test_while_it_runs_it_can_only_be_cancelled_and_closing_cancels(window, sweep, qtbot):
    window.plan.epochs.setValue(10_000)
    window.plan.start_button.click()
    assert window.plan.cancel_button.isVisible()
    assert not window.plan.start_button.isVisible()
    assert not window.plan.rows[0].isEnabled()
    qtbot.mouseClick(window.plan.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not sweep.running, timeout=WAIT)
    assert window.plan.start_button.isVisible()
    assert window.plan.rows[0].isEnabled()
    window.plan.start_button.click()
    assert sweep.running
    window.close()
    qtbot.waitUntil(lambda: not sweep.running, timeout=WAIT)


def test_another_experiment_is_taken_and_a_setting_that_is_gone_takes_its_values_along(window, sweep, session, qtbot):
    row = window.plan.rows[0]
    pick(row, "layers.*.units")
    assert row.values.isVisible()
    session.do(Adjust({"data": "wave", "layers": []}))
    assert sweep.plan.base.data == "spiral"
    qtbot.mouseClick(window.plan.take_button, Qt.MouseButton.LeftButton)
    assert (sweep.plan.base.data, sweep.plan.base.layers) == ("wave", ())
    assert row.setting.findData("layers.*.units") < 0
    assert row.axis() is None
    assert not row.values.isVisible()
    # The base need not be that of a page with a run.
    session.do(OpenPage("functions"))
    window.plan.take()
    assert isinstance(sweep.plan, Plan)


def test_all_done_there_is_nothing_to_start_in_any_palette_size_or_language(done, theme):
    assert not done.plan.start_button.isEnabled()
    assert done.findChild(QLabel, "sweep_count").text() == "8 of 8 runs"
    check_names(done)
    check_picture(done)
    before = size_of_titles(done)
    theme.use("light")
    theme.set_scale(1.4)
    assert size_of_titles(done) == pytest.approx(1.4 * before), "as large as the rest"
    check_picture(done)
    QApplication.sendEvent(done, QEvent(QEvent.Type.LanguageChange))
    assert done.windowTitle() == "Sweep"


def check_names(done):
    for part in (done, done.plan, done.table, done.curves, done.table.view, done.table.seed, done.plan.seeds):
        assert part.accessibleName()
    for row in done.plan.rows:
        assert row.setting.accessibleName()


def size_of_titles(done):
    return done.table.model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.FontRole).pointSizeF()


def check_picture(done):
    QApplication.processEvents()
    picture = done.grab().toImage()
    assert picture.width() >= 1280
    assert done.plan.width() == done.plan.sizeHint().width()
