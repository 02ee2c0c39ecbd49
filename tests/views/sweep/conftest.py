"""The window over a session, with sweeps trained one after the other in a folder of the test."""

import pytest

from nnviz.session.sweep import Sweep
from nnviz.sweeps.pool import InlinePool
from nnviz.views.sweep_window import SweepWindow

WAIT = 20_000


@pytest.fixture
def sweep(qapp, tmp_path):
    sweep = Sweep(tmp_path / "sweeps", lambda jobs: InlinePool())
    yield sweep
    sweep.close()


def opened(sweep, session, theme, qtbot):
    """The window, with two rates, two optimizers, two seeds and two epochs."""
    window = SweepWindow(sweep, session, theme)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.plan.rows[0].values.setText("0.01, 0.1")
    window.plan.epochs.setValue(2)
    window.plan.seeds.setValue(2)
    window.show()
    return window


@pytest.fixture
def window(sweep, session, theme, qtbot):
    """The window before anything was started."""
    return opened(sweep, session, theme, qtbot)


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """A folder in which the first test that wants results leaves them for the others."""
    return tmp_path_factory.mktemp("sweeps")


@pytest.fixture
def done(results, sweep, session, theme, qtbot, monkeypatch):
    """The window with all runs of its first plan done and drawn."""
    monkeypatch.setattr(sweep, "_root", results)
    window = opened(sweep, session, theme, qtbot)
    window.plan.start_button.click()
    qtbot.waitUntil(lambda: not sweep.running, timeout=WAIT)
    session.clock.tick()
    return window
