"""Sweeps in the real window: opened from the menu, a run opened from there, everything ended when the window closes."""

import time

import psutil
import pytest
from PySide6.QtWidgets import QLabel

from nnviz.app import build
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings

WAIT = 20_000


@pytest.fixture
def parts(qapp):
    parts = build(InlineRunner(), Settings(), "playground")
    parts.window.show()
    yield parts
    parts.close()


def trainers():
    children = psutil.Process().children(recursive=True)
    return [child for child in children if "popen_loky" in " ".join(child.cmdline())]


def test_a_run_of_a_sweep_is_trained_in_the_main_window(parts, qtbot):
    parts.window.actions_by_name["sweep"].trigger()
    sweeps = parts.window.sweeps.window
    assert sweeps.isVisible()
    plan = sweeps.plan
    plan.rows[0].values.setText("0.02")
    plan.seeds.setValue(1)
    plan.epochs.setValue(1)
    plan.start_button.click()
    qtbot.waitUntil(lambda: plan.findChild(QLabel, "sweep_count").text() == "2 of 2 runs", timeout=WAIT)
    qtbot.waitUntil(sweeps.table.end_button.isEnabled, timeout=WAIT)
    sweeps.table.choose(1)
    run = sweeps.table.run
    sweeps.table.train_button.click()
    assert parts.session.experiment == run.experiment
    sweeps.table.end_button.click()
    assert parts.session.model.notes["sweep"] == run.digest


def test_closing_the_window_ends_every_process(parts):
    parts.window.actions_by_name["sweep"].trigger()
    plan = parts.window.sweeps.window.plan
    plan.epochs.setValue(10_000)
    plan.start_button.click()
    end = time.monotonic() + 20
    while not trainers() and time.monotonic() < end:
        time.sleep(0.05)
    assert trainers()
    parts.window.close()
    assert not trainers()
    assert parts.window.sweeps.window is None
