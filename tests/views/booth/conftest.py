"""The real booth, offscreen; its time is passed by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.assets import resource
from nnviz.booth import Booth, Keeper, build
from nnviz.data.strokes import parse_strokes
from nnviz.session.drawing import CANVAS_EXTENT
from nnviz.settings import Settings
from nnviz.views.booth.scene import BoothScene

NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def booth(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Booth]:
    """In the language that is its parameter, or else the system's."""
    language = getattr(request, "param", Settings().language)
    booth = build(Settings(language=language), "2468", score=tmp_path / "booth.json")
    keeper = Keeper(booth)
    booth.window.resize(1280, 720)
    booth.window.show()
    qapp.processEvents()
    yield booth
    keeper.deleteLater()
    booth.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def scene(booth: Booth) -> BoothScene:
    assert booth.window.scene is not None
    return booth.window.scene


@pytest.fixture
def wait(booth: Booth) -> Callable[[float], None]:
    """So many seconds pass."""

    def pass_time(seconds: float) -> None:
        for _ in range(max(1, round(seconds / 0.1))):
            booth.window.advance(0.1)
            booth.session.clock.tick()
        booth.application.processEvents()

    return pass_time


@pytest.fixture
def draw(scene: BoothScene) -> Callable[[str], None]:
    """Draw a digit by its name, with the mouse."""

    def strokes(name: str) -> None:
        canvas = scene.canvas
        factor = canvas.width() / CANVAS_EXTENT
        for stroke in parse_strokes(resource("drawings", f"{name}.json").read_text(encoding="utf-8")):
            path = [QPoint(round(x * factor), round(y * factor)) for x, y in stroke]
            QTest.mousePress(canvas, LEFT, NONE, path[0])
            for point in path[1:]:
                QTest.mouseMove(canvas, point)
            QTest.mouseRelease(canvas, LEFT, NONE, path[-1])

    return strokes
