"""The animated passes in a network pane of 1280×800: what a frame costs over one whole playing of all beats."""

from __future__ import annotations

import time
from dataclasses import replace

from benchmarks.report import Row, percentile
from nnviz.app import App, build
from nnviz.data.mnist import mnist_is_here
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.session.intents import Configure, OpenPage, OpenPasses, PlayPasses, SetPasses, ShowPoint, ShowSample
from nnviz.session.pages import DIGITS, PLAYGROUND, digits, playground
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings
from nnviz.views.network.pane import NetworkPane

SIZE = (1280, 800)
FRAME = 0.016
SPEED = 2.0
"""Faster than the pace for a first look: more beats begin in a second, and beginning one is what is dear."""


def run() -> list[Row]:
    """2-8-8-2, and 784-50-100-10 where MNIST is at hand."""
    app = build(InlineRunner(), Settings(welcome_seen=True), PLAYGROUND)
    rows = _rows("2-8-8-2", _play(app, PLAYGROUND, _small()), 20.0)
    if mnist_is_here():
        rows += _rows("784-50-100-10", _play(app, DIGITS, _large()), 33.0)
    else:
        print("MNIST is not on this machine: set NNVIZ_DATA, or train once in the window")
    app.close()
    return rows


def _small() -> Experiment:
    return replace(playground(), outputs=2, output="softmax", loss="cross_entropy")


def _large() -> Experiment:
    return replace(digits(), layers=(LayerSpec(50, "relu"), LayerSpec(100, "relu")))


def _play(app: App, page: str, experiment: Experiment) -> list[float]:
    """Milliseconds of every frame: the clock's tick and the painting, but not the rest until the next one."""
    session = app.session
    session.do(OpenPage(page))
    session.do(Configure(experiment))
    session.advance(50)
    session.do(ShowPoint(0.4, -0.3) if page == PLAYGROUND else ShowSample(0))
    pane = NetworkPane(session, app.theme)
    pane.resize(*SIZE)
    pane.show()
    app.application.processEvents()
    session.do(OpenPasses("shown"))
    session.do(SetPasses(speed=SPEED))
    session.do(PlayPasses())
    times = []
    while session.passes.state.playing:
        begun = time.perf_counter()
        session.clock.tick()
        pane.repaint()
        times.append(1000 * (time.perf_counter() - begun))
        time.sleep(max(FRAME - (time.perf_counter() - begun), 0.0))
    pane.close()
    pane.deleteLater()
    return times


def _rows(net: str, times: list[float], bar: float) -> list[Row]:
    return [
        Row(f"passes of {net}: work of a frame, median", percentile(times, 50), "ms"),
        Row(f"passes of {net}: work of a frame, p95", percentile(times, 95), "ms", bar, "<="),
        Row(f"passes of {net}: work of a frame, longest", max(times), "ms"),
    ]
