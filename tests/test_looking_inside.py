"""A lecturer's work in the real window: look into a unit, play an iteration, go back, edit, see the mistakes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.engine.account import unit_account
from nnviz.session import intents
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings


@pytest.fixture
def app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The playground after some training, paused."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(welcome_seen=True), "playground")
    parts.window.show()
    parts.window.open_at(1440, 900)
    qtbot.waitExposed(parts.window)
    parts.session.do(intents.Run())
    parts.session.advance(40)
    parts.session.do(intents.Pause())
    tick(parts)
    yield parts
    parts.close()


def tick(app: App) -> None:
    app.application.processEvents()
    app.session.clock.tick()
    app.application.processEvents()


def click_unit(qtbot: QtBot, app: App, layer: int, unit: int) -> None:
    network = app.window.network
    nodes = network.picture.nodes
    at = np.flatnonzero((nodes.layer == layer) & (nodes.unit == unit))[0]
    x, y = network.view.point(*nodes.point[at])
    qtbot.mouseClick(network, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    tick(app)


def press(qtbot: QtBot, app: App, name: str) -> None:
    button = app.window.findChild(QAbstractButton, name)
    assert button is not None, name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    tick(app)


def number(app: App, name: str) -> float:
    label = app.window.findChild(QWidget, name)
    assert label is not None, name
    return float(label.property("value"))


def test_units_open_the_inspector_on_their_numbers_in_a_run_in_passes_and_in_the_example(
    app: App, qtbot: QtBot
) -> None:
    check_click(app, qtbot)
    check_passes(app, qtbot)
    check_example(app, qtbot)


def check_click(app: App, qtbot: QtBot) -> None:
    """A click on a unit opens the inspector on its numbers."""
    click_unit(qtbot, app, 2, 5)
    assert app.window.inspector.isVisible()
    step = app.session.study
    assert step is not None
    account = unit_account(step, 2, 5)
    for name, value in (("z", account.z), ("a", account.a), ("delta", account.delta), ("db", account.db)):
        assert number(app, f"inspector_{name}") == pytest.approx(value, rel=1e-12)
    assert account.a == pytest.approx(np.tanh(account.z), rel=1e-12)


def check_passes(app: App, qtbot: QtBot) -> None:
    """Passes play in the window, and the inspector follows the batch."""
    click_unit(qtbot, app, 1, 0)
    app.window.actions_by_name["batch"].trigger()
    tick(app)
    state = app.session.passes.state
    assert (state.subject, state.playing, app.session.snapshot.iteration) == ("batch", True, 41)
    app.session.passes.advance(2.5)
    tick(app)
    moment = app.session.passes.moment
    assert moment is not None
    passes = app.window.network.picture.passes
    assert passes is not None
    shown = passes.units.value[app.window.network.picture.nodes.layer == 1]
    np.testing.assert_array_equal(shown, moment.layer_values(1).values)
    app.session.do(intents.SetPasses(sample=7))
    tick(app)
    step = app.session.study
    assert step is not None
    assert number(app, "inspector_z") == pytest.approx(float(step.forward.z[0][7, 0]), rel=1e-6)


def check_example(app: App, qtbot: QtBot) -> None:
    """The example shows the numbers of the lecture."""
    app.window.actions_by_name["example"].trigger()
    numbers = {1: [0.57444252, 0.66818777, 0.75026011], 2: [0.62624937, 0.7710107], 3: [0.31682708, 0.69627909]}
    for layer, values in numbers.items():
        for unit, value in enumerate(values):
            click_unit(qtbot, app, layer, unit)
            assert number(app, "inspector_a") == pytest.approx(value, abs=5e-9)


def test_step_back_and_undo_by_key_and_looks_only_where_they_are_shown(app: App, qtbot: QtBot) -> None:
    check_step_back(app, qtbot)
    check_undo(app, qtbot)
    check_looks(app)


def check_step_back(app: App, qtbot: QtBot) -> None:
    before = app.session.snapshot.parameters
    qtbot.keyClick(app.window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    app.session.advance(1)
    assert app.session.snapshot.iteration == 41
    qtbot.keyClick(app.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert app.session.snapshot.iteration == 40
    np.testing.assert_array_equal(app.session.snapshot.parameters, before)
    tick(app)
    assert app.window.findChild(QLabel, "fact_iteration").text() == "40"


def check_undo(app: App, qtbot: QtBot) -> None:
    before = app.session.snapshot.parameters.copy()
    app.session.do(intents.RemoveUnit(1, 3))
    qtbot.keyClick(app.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert app.session.experiment.sizes == (2, 8, 8, 1)
    np.testing.assert_array_equal(app.session.snapshot.parameters, before)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(app.window, Qt.Key.Key_Z, both)
    assert app.session.experiment.sizes == (2, 7, 8, 1)


def check_looks(app: App) -> None:
    """Hidden looks cost nothing, and shown ones are fresh."""
    for name, look in (("mistakes", "outcome"), ("layers", "diagnosis")):
        before = getattr(app.session, look)
        app.session.do(intents.StepOnce())
        app.session.advance(1)
        assert getattr(app.session, look) is before
        app.window.findChild(QWidget, f"dock_{name}").raise_()
        tick(app)
        assert getattr(app.session, look).iteration == app.session.snapshot.iteration
        app.window.findChild(QWidget, "dock_curves").raise_()
        tick(app)
