"""A sweep from elsewhere in the window: its results, going on with it there, and the way back to an own plan."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nnviz.data.catalogue import defaults
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.session.sweep import end_of
from nnviz.sweeps.axis import read_axis
from nnviz.sweeps.folder import PLAN, RESULTS, SweepFolder
from nnviz.sweeps.plan import Plan
from nnviz.sweeps.pool import InlinePool, train
from nnviz.views.sweep.axis_row import NOTHING
from nnviz.views.sweep.offers import is_offered
from tests.views.sweep.conftest import WAIT

SMALL = Experiment(samples=60, layers=(LayerSpec(3, "tanh"),), epochs=2, data="xor")
OFFERED = Plan(SMALL, (read_axis("optimizer=sgd,rmsprop"), read_axis("batch_size=8,16")), 2)


def begun(path, plan, count=0, keep=False):
    """The folder that `nnviz sweep --out` leaves after so many runs."""
    folder = SweepFolder(path)
    folder.begin(plan)
    by_digest = {run.digest: run for run in plan.runs}
    for done in train(InlinePool(), plan.runs[:count], keep, lambda: False):
        folder.add(by_digest[done.run], done)
    return folder


@pytest.fixture
def chosen(monkeypatch):
    """chosen(folder): the dialog is answered with it."""
    return lambda folder: monkeypatch.setattr("nnviz.views.sweep.plan_pane.asked_folder", lambda *_: folder)


def label(window, name):
    return window.findChild(QLabel, name)


def test_a_folder_is_shown_with_its_results_in_the_fields(window, sweep, qtbot, tmp_path, chosen):
    folder = begun(tmp_path / "far", OFFERED, 5)
    chosen(folder.path)
    qtbot.mouseClick(window.plan.open_button, Qt.MouseButton.LeftButton)
    assert (sweep.plan, sweep.opened, sweep.folder) == (OFFERED, folder.path, folder)
    rows = [(row.setting.value(), row.axis()) for row in window.plan.rows]
    assert rows == [("optimizer", OFFERED.axes[0]), ("batch_size", OFFERED.axes[1]), (NOTHING, None)]
    assert (window.plan.seeds.value(), window.plan.epochs.value()) == (2, 2)
    assert label(window, "sweep_folder").text() == "From far"
    assert label(window, "sweep_count").text() == "5 of 8 runs"
    assert [len(group.results) for group in window.table.model.groups] == [2, 1, 1, 1]
    assert window.plan.start_button.text() == "Go on"


def test_going_on_trains_in_that_folder_what_is_missing_by_now(window, sweep, qtbot, tmp_path):
    folder = begun(tmp_path / "far", OFFERED, 3)
    window.plan.open(folder.path)
    begun(folder.path, OFFERED, 5)
    window.plan.start_button.click()
    qtbot.waitUntil(lambda: not sweep.running, timeout=WAIT)
    assert len(folder.results(OFFERED)) == 8
    lines = (folder.path / RESULTS).read_text().splitlines()
    assert len(lines) == 3 + 5 + 3
    assert window.table.end_button.isEnabled() is (sweep.network(window.table.run) is not None)
    assert not (tmp_path / "sweeps").exists()


def test_what_another_process_has_ended_meanwhile_is_shown_and_nothing_is_trained(window, sweep, tmp_path):
    folder = begun(tmp_path / "far", OFFERED, 7)
    window.plan.open(folder.path)
    begun(folder.path, OFFERED, 8)
    window.plan.start_button.click()
    assert (sweep.running, sweep.progress.done) == (False, 8)


def test_an_edit_goes_back_to_the_own_folder_and_a_look_at_a_field_does_not(window, sweep, qtbot, tmp_path):
    plan = Plan(SMALL, (read_axis("learning_rate=0.01,0.3"),), 2)
    folder = begun(tmp_path / "far", plan, 4)
    window.plan.open(folder.path)
    qtbot.keyClick(window.plan.rows[0].values, Qt.Key.Key_Return)
    assert sweep.opened == folder.path
    window.plan.seeds.setValue(3)
    assert (sweep.opened, sweep.plan) == (None, Plan(SMALL, plan.axes, 3))
    assert sweep.folder.path.parent == tmp_path / "sweeps"
    assert not label(window, "sweep_folder").isVisible()


def test_what_the_fields_cannot_say_is_said_in_words(window, sweep, session, tmp_path):
    axes = tuple(map(read_axis, ("layers.0.activation=tanh,relu", "patience=0,3", "learning_rate=0.1,0.01", "l2=0,1")))
    plan = Plan(SMALL, axes, 2, iterations=4)
    window.plan.open(begun(tmp_path / "far", plan).path)
    said = label(window, "sweep_fixed").text().splitlines()
    assert said[:3] == ["hidden layer 1: activation = tanh, ReLU", "early stopping = 0, 3", "learning rate = 0.1, 0.01"]
    assert said[-3:] == ["seeds = 2", "epochs = 2", "iterations = 4"]
    assert not any(part.isVisible() for part in (*window.plan.rows, window.plan.seeds))
    assert window.table.model.headerData(2, Qt.Orientation.Horizontal) == "early stopping"
    window.plan.take_button.click()
    assert (sweep.opened, sweep.plan.base.data) == (None, session.experiment.data)
    assert window.plan.rows[0].isVisible()
    assert not label(window, "sweep_fixed").isVisible()


@pytest.mark.parametrize(
    "plan",
    [
        Plan(SMALL, (read_axis("optimizer=rmsprop,sgd"),)),
        Plan(SMALL, (read_axis("learning_rate=0.1,0.10000000000001"),)),
        Plan(SMALL, (read_axis("layers.0.units=3,4"),)),
        Plan(SMALL, seeds=101),
        Plan(SMALL, iterations=5),
    ],
)  # fmt: skip
def test_plans_that_the_fields_cannot_say(plan):
    assert not is_offered(plan, 3)


def test_plans_that_they_can_say():
    assert is_offered(OFFERED, 3)
    assert not is_offered(OFFERED, 1)
    assert is_offered(Plan(SMALL, (read_axis("batch_norm=off,on"),)), 3)


def test_a_folder_without_a_sweep_says_so_and_changes_nothing(window, sweep, tmp_path):
    before = sweep.plan
    window.plan.open(tmp_path)
    assert "holds no sweep" in label(window, "sweep_message").text()
    assert (sweep.plan, sweep.opened) == (before, None)
    assert window.plan.start_button.isEnabled()


def test_a_plan_with_an_impossible_value_names_the_setting_as_the_window_does(window, tmp_path):
    folder = begun(tmp_path / "far", OFFERED)
    plan = json.loads((folder.path / PLAN).read_text())
    plan["experiment"]["learning_rate"] = -1
    (folder.path / PLAN).write_text(json.dumps(plan))
    window.plan.open(folder.path)
    assert "learning rate is -1" in label(window, "sweep_message").text()


def test_results_that_cannot_be_read_are_not_shown_as_none(window, sweep, tmp_path):
    folder = begun(tmp_path / "far", OFFERED)
    (folder.path / RESULTS).mkdir()
    window.plan.open(folder.path)
    assert "holds no sweep" in label(window, "sweep_message").text()
    assert sweep.opened is None


def test_messages_name_settings_as_the_window_does(window, qtbot):
    window.plan.rows[0].values.setText("-1")
    qtbot.keyClick(window.plan.rows[0].values, Qt.Key.Key_Return)
    assert window.plan.refused.startswith("Learning rate is -1")


@pytest.mark.parametrize("keep", [True, False])
def test_the_end_of_a_run_that_diverged_opens_where_it_was_kept(window, sweep, session, tmp_path, keep):
    values = defaults("wave") | {"optimizer": "sgd", "learning_rate": 10_000.0, "epochs": 2}
    wild = Plan(Experiment(**values, layers=(LayerSpec(3, "relu"),)))
    folder = begun(tmp_path / "far", wild, 1, keep)
    window.plan.open(folder.path)
    assert window.table.model.groups[0].diverged == 1
    assert window.table.end_button.isEnabled() is keep
    assert ("not kept" in window.table.end_button.toolTip()) is not keep
    if keep:
        for intent in end_of(wild.runs[0], sweep.network(wild.runs[0])):
            session.do(intent)
        assert session.model.notes["sweep"] == wild.runs[0].digest
