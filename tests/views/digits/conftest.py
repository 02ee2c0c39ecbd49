"""A pane over a stand-in session with a small untrained network, and a way to draw with the mouse."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnviz.board.canvas import DigitCanvas
from nnviz.engine.scaling import Scaling
from nnviz.theme.theme import Theme
from nnviz.views.digits.pane import DigitsPane
from tests.views.digits.digits_stand_in import Draw, StandIn, samples, snapshot


@pytest.fixture
def stand_in(qapp: object) -> StandIn:
    return StandIn(snapshot(), Scaling("unit", np.array([0.0]), np.array([1 / 255])), samples())


@pytest.fixture
def pane(stand_in: StandIn, theme: Theme, qtbot: QtBot) -> DigitsPane:
    pane = DigitsPane(stand_in, theme)
    qtbot.addWidget(pane)
    pane.resize(400, 760)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


@pytest.fixture
def canvas(pane: DigitsPane) -> DigitCanvas:
    return pane.canvas


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
