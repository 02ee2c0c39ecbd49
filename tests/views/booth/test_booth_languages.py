"""The booth speaks the language it was started in, in all of its phases."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from nnviz.booth import Booth
from nnviz.languages import ENGLISH, KOREAN, in_use
from nnviz.session.booth.visit import PHASES
from nnviz.views.booth.lettering import SMALLEST, fitted_font
from nnviz.views.booth.scene import BoothScene
from nnviz.views.booth.sign import Sign
from tests.test_languages import korean, untranslated

Draw = Callable[[str], None]
Wait = Callable[[float], None]
LEFT = Qt.MouseButton.LeftButton
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WRONG = {KOREAN: untranslated, ENGLISH: korean}
"""Texts in the wrong language."""


def visit(booth: Booth, scene: BoothScene, draw: Draw, wait: Wait) -> Iterator[str]:
    """From the invitation to the question whether somebody is there, and the way out; yields the phases."""
    wait(1.0)
    yield booth.visit.state.phase
    draw("four")
    wait(0.2)
    yield booth.visit.state.phase
    wait(2.1)
    yield booth.visit.state.phase
    QTest.mouseClick(scene.choices.buttons["fooled"], LEFT)
    wait(0.5)
    yield booth.visit.state.phase
    QTest.mouseClick(scene.choices.buttons["digit_9"], LEFT)
    for seconds in (0.1, 3.4, 3.4):
        wait(seconds)
        yield booth.visit.state.phase
    QTest.mouseClick(booth.window, LEFT, pos=QPoint(1270, 700))
    booth.visit.advance(26.0)
    wait(0.1)
    assert booth.visit.state.countdown
    yield booth.visit.state.phase
    QTest.keyClick(booth.window, Qt.Key.Key_Q, CONTROL_SHIFT)
    yield booth.visit.state.phase


def unreadable(booth: Booth) -> list[str]:
    """Signs that not even the smallest writing makes fit."""
    signs = [sign for sign in booth.window.findChildren(Sign) if sign.isVisible() and sign.text]
    fonts = [fitted_font(booth.theme, sign.text, QRectF(sign.rect()), lines=2) for sign in signs]
    return [sign.text for sign, font in zip(signs, fonts, strict=True) if font.pixelSize() <= SMALLEST]


@pytest.mark.parametrize("booth", WRONG, indirect=True)
def test_every_phase_is_in_one_language(booth: Booth, scene: BoothScene, draw: Draw, wait: Wait) -> None:
    wrong = WRONG[in_use()]
    phases = []
    for phase in visit(booth, scene, draw, wait):
        phases.append(phase)
        assert not wrong(booth.window), phase
        assert not unreadable(booth), phase
    assert set(phases) == set(PHASES)
