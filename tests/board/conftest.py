"""A canvas over a stand-in session, and a way to draw on it with the mouse."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.board.canvas import DigitCanvas
from nnviz.engine.scaling import Scaling
from nnviz.theme.theme import Theme
from tests.views.digits.digits_stand_in import Draw, StandIn, snapshot


@pytest.fixture
def stand_in(qapp: object) -> StandIn:
    return StandIn(snapshot(), Scaling("unit", np.array([0.0]), np.array([1 / 255])))


@pytest.fixture
def canvas(stand_in: StandIn, theme: Theme, qtbot: QtBot) -> DigitCanvas:
    canvas = DigitCanvas(stand_in.clock, theme)
    qtbot.addWidget(canvas)
    canvas.resize(320, 320)
    with qtbot.waitExposed(canvas):
        canvas.show()
    return canvas


@pytest.fixture
def draw(canvas: DigitCanvas) -> Draw:
    """Draw a stroke through points given as shares of the canvas."""

    def stroke(*points: tuple[float, float], button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        at = [QPoint(round(x * canvas.width()), round(y * canvas.height())) for x, y in points]
        QTest.mousePress(canvas, button, Qt.KeyboardModifier.NoModifier, at[0])
        for point in at[1:]:
            QTest.mouseMove(canvas, point)
        QTest.mouseRelease(canvas, button, Qt.KeyboardModifier.NoModifier, at[-1])

    return stroke
