"""The animated iteration in the real window, and whoever disturbs it: nothing is left behind, whatever happens."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt, QThread, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.engine.experiment import LayerSpec
from nnviz.session import intents
from nnviz.session.pages import with_data
from nnviz.session.runners import InlineRunner, ThreadRunner
from nnviz.settings import Settings

WAIT_MS = 10_000
PHASES = ("sum", "loss", "pull", "gradient", "update")


def opened(qtbot: QtBot, runner: type, page: str = "playground") -> App:
    """The window with its data, at its ordinary size."""
    parts = build(runner(), Settings(), page)
    parts.window.show()
    parts.window.open_at(1280, 800)
    qtbot.waitExposed(parts.window)
    parts.session.clock.start()
    qtbot.waitUntil(lambda: parts.session.data is not None or page == "digits", timeout=WAIT_MS)
    return parts


def gone(parts: App) -> None:
    """Close the window and let Qt clear up."""
    parts.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = opened(qtbot, ThreadRunner)
    yield parts
    gone(parts)


@pytest.fixture
def still(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The same with a run that only moves when told."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = opened(qtbot, InlineRunner)
    parts.session.clock.stop()
    yield parts
    gone(parts)


def play(app: App, phase: str) -> None:
    """Amid a phase, playing slowly."""
    app.session.do(intents.OpenPasses("shown"))
    app.session.do(intents.SetPasses(speed=0.25))
    index = [beat.phase for beat in app.session.passes.script].index(phase)
    app.session.do(intents.SeekPasses(index + 0.4))
    app.session.do(intents.PlayPasses())
    app.session.clock.tick()
    assert app.window.network.picture.passes is not None


def choose_other_data(app: App) -> None:
    combo = app.window.findChild(QComboBox, "data")
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData("xor"))


def choose_other_layers(app: App) -> None:
    app.session.do(intents.Configure(replace(app.session.experiment, layers=(LayerSpec(3, "relu"),))))


def leave_page(app: App) -> None:
    app.window.actions_by_name["page_digits"].trigger()


def train(app: App) -> None:
    app.window.actions_by_name["train"].trigger()


def reset(app: App) -> None:
    app.window.actions_by_name["new_seed"].trigger()


DISTURBANCES: tuple[Callable[[App], None], ...] = (
    choose_other_data, choose_other_layers, leave_page, train, reset,
)  # fmt: skip


def test_an_edit_changes_the_animation_and_what_ends_it_leaves_nothing_of_it(app: App, qtbot: QtBot) -> None:
    another_time_and_an_edit_under_a_playing_animation(app, qtbot)
    what_ends_the_animation_leaves_nothing_of_it(app, qtbot)


def another_time_and_an_edit_under_a_playing_animation(app: App, qtbot: QtBot) -> None:
    app.window.actions_by_name["step"].trigger()
    app.session.advance(1)
    qtbot.waitUntil(lambda: app.session.timeline.position == 1, timeout=WAIT_MS)
    play(app, "sum")
    app.session.do(intents.SetWeight(1, 0, 0, 3.0))
    qtbot.waitUntil(lambda: app.session.passes.step.network.layers[0].W[0, 0] == 3.0, timeout=WAIT_MS)
    app.session.clock.tick()
    shown = app.window.network.picture.passes
    assert shown is not None
    assert shown.moment.step.network.layers[0].W[0, 0] == 3.0
    app.session.do(intents.GoTo(0))
    qtbot.waitUntil(lambda: app.session.snapshot.iteration == 0, timeout=WAIT_MS)
    assert app.session.passes.moment is None


def what_ends_the_animation_leaves_nothing_of_it(app: App, qtbot: QtBot) -> None:
    for disturb, phase in zip(DISTURBANCES, PHASES, strict=True):
        app.session.do(intents.OpenPage("playground"))
        app.session.do(intents.Pause())
        qtbot.waitUntil(lambda: not app.session.state.is_running, timeout=WAIT_MS)
        app.session.do(intents.Configure(replace(app.session.experiment, **DEEP)))
        qtbot.waitUntil(lambda: app.session.prediction is not None and app.session.state.can_train, timeout=WAIT_MS)
        play(app, phase)
        timers, children = active_timers(app), len(app.window.network.findChildren(QWidget))
        disturb(app)
        app.session.clock.tick()
        assert app.session.passes.moment is None
        assert not app.session.passes.state.is_open
        assert app.window.network.picture.passes is None
        assert not app.window.centre.passes.player.isVisible()
        assert active_timers(app) <= timers
        assert len(app.window.network.findChildren(QWidget)) == children


DEEP = {"layers": (LayerSpec(4, "tanh"), LayerSpec(3, "tanh")), "data": "spiral"}


def started_threads() -> int:
    """Threads of Python's own: a QThread that was asked for its name stays listed as a dummy when it has ended."""
    return sum(not isinstance(thread, threading._DummyThread) for thread in threading.enumerate())


def active_timers(app: App) -> int:
    """What goes on ticking; a timer of 0 ms only waits for the next turn of the event loop."""
    timers = [timer for owner in (app.window, app.session) for timer in owner.findChildren(QTimer)]
    return sum(timer.isActive() and timer.interval() > 0 for timer in timers)


def test_a_window_closed_amid_the_animation_leaves_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    threads, tops = started_threads(), set(map(id, QApplication.topLevelWidgets()))
    parts = opened(qtbot, ThreadRunner)
    parts.window.inspector.show_unit(1, 0)
    for phase in ("sum", "update"):
        play(parts, phase)
        parts.window.network.grab()
    window = parts.window
    panes = [weakref.ref(pane) for pane in (window.network, window.inspector, window.centre.passes, window.centre)]
    clock, session = parts.session.clock, parts.session
    window.close()
    assert not any(timer.isActive() for timer in session.findChildren(QTimer))
    assert not any(thread.isRunning() for thread in gc.get_objects() if isinstance(thread, QThread))
    window.deleteLater()
    del parts, window, session, clock
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [pane() for pane in panes] == [None] * len(panes)
    assert {id(widget) for widget in QApplication.topLevelWidgets()} <= tops
    assert started_threads() == threads


def test_a_lecturer_sees_the_same_on_the_way_back_and_in_another_theme(still: App, qtbot: QtBot) -> None:
    steps_on_and_back_show_the_same(still, qtbot)
    theme_and_writing_change_under_a_playing_animation(still)


def steps_on_and_back_show_the_same(still: App, qtbot: QtBot) -> None:
    bar, session = still.window.centre.passes, still.session
    session.do(intents.OpenPasses("shown"))
    session.clock.tick()
    bar.player.play.setFocus()
    seen = [frame(still)]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        for _ in range(session.passes.state.beats):
            qtbot.keyClick(bar.player.play, key)
            seen.append(frame(still))
    assert len(set(seen)) > session.passes.state.beats // 2
    assert seen == seen[::-1]


def frame(app: App) -> bytes:
    app.session.clock.tick()
    picture = app.window.network.picture.passes
    assert picture is not None
    return picture.units.value.tobytes() + picture.edges.values.tobytes() + repr(picture.moment.position).encode()


def theme_and_writing_change_under_a_playing_animation(still: App) -> None:
    app = still
    play(app, "gradient")
    app.session.do(intents.PausePasses())
    app.session.clock.tick()
    position = app.session.passes.moment.position
    colors = app.window.network.picture.nodes.color.copy()
    app.theme.use("light")
    app.window.actions_by_name["larger_text"].trigger()
    app.session.clock.tick()
    picture = app.window.network.picture
    assert picture.passes is not None
    assert picture.passes.moment.position == position
    assert not np.array_equal(picture.nodes.color, colors)
    app.session.do(intents.PlayPasses())
    assert app.session.passes.state.playing


NETWORKS = {
    "no hidden layer": ("spiral", ()),
    "2-1-1": ("spiral", (LayerSpec(1, "tanh"),)),
    "maxout": ("three_classes", (LayerSpec(3, "maxout", pieces=3), LayerSpec(2, "relu"))),
    "regression": ("wave", (LayerSpec(4, "sigmoid"),)),
    "dropout": ("xor", (LayerSpec(4, "relu", dropout=0.5),)),
    "image": ("handwriting", (LayerSpec(40, "relu"), LayerSpec(20, "elu"))),
}


def test_every_beat_of_every_kind_of_network_is_drawn_even_where_it_overflows(still: App) -> None:
    first = still.session.experiment
    every_beat_of_every_kind_of_network_is_drawn(still)
    still.session.do(intents.Configure(first))
    a_network_that_overflows_plays_without_a_warning(still)


def every_beat_of_every_kind_of_network_is_drawn(still: App) -> None:
    session = still.session
    for subject, (data, layers) in zip(("shown", "batch") * 3, NETWORKS.values(), strict=True):
        session.do(intents.Configure(replace(with_data(session.experiment, data), layers=layers)))
        session.do(intents.ShowSample(0))
        session.do(intents.OpenPasses(subject))
        for index in range(session.passes.state.beats):
            session.do(intents.SeekPasses(index + 0.5))
            session.clock.tick()
            shown = still.window.network.picture.passes
            assert shown is not None
            assert shown.moment.index == index
            assert still.window.centre.passes.player.caption.text


def a_network_that_overflows_plays_without_a_warning(still: App) -> None:
    """Warnings are errors here, and an exception in a paint event fails the test."""
    session, layers = still.session, (LayerSpec(2, "identity"),) * 9
    session.do(intents.Configure(replace(session.experiment, layers=layers)))
    for layer in range(1, 10):
        session.do(intents.SetWeight(layer, 0, 0, 1e6))
    session.do(intents.OpenPasses("shown"))
    assert not np.abs(session.passes.step.forward.z[8]).max() < 1e38
    for index in range(session.passes.state.beats):
        session.do(intents.SeekPasses(index + 0.5))
        session.clock.tick()
        assert still.window.network.picture.passes is not None
