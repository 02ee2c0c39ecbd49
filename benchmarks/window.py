"""The real window while it trains: what painting costs, how even its frames are, how fast a pen is answered."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from threadpoolctl import threadpool_limits

from benchmarks.report import Row, percentile
from nnviz.app import App, build
from nnviz.data import catalogue
from nnviz.data.mnist import mnist_is_here
from nnviz.engine.experiment import Experiment
from nnviz.engine.scaling import fit_scaling
from nnviz.engine.training import Trainer
from nnviz.session.intents import Configure, OpenPage, Pause
from nnviz.session.pages import digits
from nnviz.session.runners import ThreadRunner
from nnviz.session.states import RunState
from nnviz.settings import Settings

SECONDS = 8.0
STROKES = 60


def run() -> list[Row]:
    """Needs MNIST (NNVIZ_DATA or the cache); otherwise says so."""
    if not mnist_is_here():
        print("MNIST is not on this machine: set NNVIZ_DATA, or train once in the window")
        return []
    experiment = digits()
    headless = _headless(experiment)
    with _window(experiment) as app:
        rate, frames = _train(app)
        training = _pen(app)
        app.session.do(Pause())
        _until(app, lambda: app.session.state is RunState.PAUSED)
        paused = _pen(app)
    return [
        Row("headless, one BLAS thread: iterations a second", headless, "/s"),
        Row("in the window: iterations a second", rate, "/s"),
        Row("training in the window / headless", rate / headless, "x", 0.85),
        Row("frame interval while training, median", percentile(frames, 50), "ms"),
        Row("frame interval while training, p95", percentile(frames, 95), "ms", 22.0, "<="),
        *_pen_rows("training", training),
        *_pen_rows("paused", paused),
    ]


def _pen_rows(when: str, times: tuple[list[float], list[float]]) -> list[Row]:
    work, latency = times
    return [
        Row(f"{when}: work from the last pen event to painted bars, p95", percentile(work, 95), "ms", 8.0, "<="),
        Row(f"{when}: pen event to paint, p95", percentile(latency, 95), "ms", 33.0, "<="),
    ]


def _headless(experiment: Experiment) -> float:
    """Iterations a second of the same Trainer with the same evaluations and nothing else."""
    data = catalogue.load(experiment)
    trainer = Trainer(experiment, data.samples(experiment, fit_scaling(experiment.scaling, data.train_x)))
    with threadpool_limits(limits=1, user_api="blas"):
        for _ in range(200):
            trainer.step()
        start, first = time.perf_counter(), trainer.iteration
        while time.perf_counter() - start < SECONDS:
            trainer.step()
        return (trainer.iteration - first) / (time.perf_counter() - start)


@contextmanager
def _window(experiment: Experiment) -> Iterator[App]:
    """The program as a user starts it, 1600×1000, on the digits page."""
    app = build(ThreadRunner(), Settings(welcome_seen=True), "digits")
    app.window.show()
    app.window.open_at(1600, 1000)
    app.session.clock.start()
    app.session.do(OpenPage("digits"))
    _until(app, lambda: app.session.state is RunState.READY)
    app.session.do(Configure(experiment))
    _until(app, lambda: app.session.state is RunState.READY)
    yield app
    app.close()


def _until(app: App, reached: Callable[[], bool]) -> None:
    end = time.perf_counter() + 60
    while not reached() and time.perf_counter() < end:
        app.application.processEvents()
        time.sleep(0.001)


class _Watch(QObject):
    """Notes when the frame clock beats and when a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.frames: list[float] = []
        self.painted = self.used = 0.0

    def beat(self) -> None:
        """A frame."""
        self.frames.append(time.perf_counter())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted, self.used = time.perf_counter(), time.thread_time()
        return False


def _loop(milliseconds: int) -> None:
    """The event loop as a user's program runs it, for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _train(app: App) -> tuple[float, list[float]]:
    """Iterations a second, and the intervals between frames in ms."""
    watch = _Watch()
    # As by the button, which also brings the curves to the front.
    app.window.actions_by_name["train"].trigger()
    _loop(1500)
    app.session.clock.frame.connect(watch.beat)
    start, first = time.perf_counter(), app.session.snapshot.iteration
    _loop(round(1000 * SECONDS))
    rate = (app.session.snapshot.iteration - first) / (time.perf_counter() - start)
    app.session.clock.frame.disconnect(watch.beat)
    return rate, [1000 * (b - a) for a, b in pairwise(watch.frames)]


def _pen(app: App) -> tuple[list[float], list[float]]:
    """CPU time of the GUI thread and latency, in ms, from a pen move to painted bars, in the live event loop.

    The work is everything from the event to the moment the bars begin to paint, and their painting.
    """
    canvas, bars = (_child(app, name) for name in ("digit_canvas", "digit_bars"))
    watch = _Watch()
    bars.installEventFilter(watch)
    painting = _painting(bars)
    work, latency = [], []
    for stroke in range(STROKES):
        _move(canvas, QEvent.Type.MouseButtonPress, 0.3, 0.2)
        # Waits of uneven length, so that the moves fall on every part of a frame.
        _loop(20 + stroke % 17)
        watch.painted = 0.0
        start, used = time.perf_counter(), time.thread_time()
        _move(canvas, QEvent.Type.MouseMove, 0.5, 0.3 + 0.5 * stroke / STROKES)
        while not watch.painted and time.perf_counter() - start < 1:
            _loop(1)
        work.append(1000 * (watch.used - used + painting))
        latency.append(1000 * (watch.painted - start))
        _move(canvas, QEvent.Type.MouseButtonRelease, 0.5, 0.8)
        _loop(20)
    bars.removeEventFilter(watch)
    return work, latency


def _painting(widget: QWidget) -> float:
    """Seconds one painting of the widget takes, the median of twenty."""
    times = []
    for _ in range(20):
        start = time.thread_time()
        widget.repaint()
        times.append(time.thread_time() - start)
    return percentile(times, 50)


def _child(app: App, name: str) -> QWidget:
    widget = app.window.findChild(QWidget, name)
    assert widget is not None
    return widget


def _move(canvas: QWidget, kind: QEvent.Type, x: float, y: float) -> None:
    """A mouse event with the left button at shares of the canvas."""
    place = QPointF(x * canvas.width(), y * canvas.height())
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, place, canvas.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)
