"""The booth as it is started from the command line, until the host types the PIN."""

from __future__ import annotations

import signal
import sys

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nnviz.cli import build_parser, main
from nnviz.views.booth.window import BoothWindow
from nnviz.views.help.card import HelpCard
from nnviz.views.help.topics import load_topic

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def own_hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The booth's handlers do not outlive the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)


@pytest.mark.usefixtures("own_hooks")
def test_from_the_command_to_the_pin(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[bool] = []

    def leave() -> None:
        (window,) = (widget for widget in qapp.topLevelWidgets() if isinstance(widget, BoothWindow))
        seen.append(window.isFullScreen())
        assert window.scene is not None
        QTest.mouseClick(window.scene.canvas, Qt.MouseButton.LeftButton, pos=QPoint(90, 90))
        QTest.keyClick(window, Qt.Key.Key_F1)
        assert window.pad.findChild(HelpCard) is None, "no visitor needs it"
        QTest.keyClick(window, Qt.Key.Key_Q, CONTROL_SHIFT)
        QTest.keyClick(window, Qt.Key.Key_F1)
        card = window.pad.findChild(HelpCard)
        assert isinstance(card, HelpCard)
        seen.append(card.isVisible() and card.topic == load_topic("booth", "en"))
        QTest.keyClick(card, Qt.Key.Key_Escape)
        assert card.isHidden()
        assert window.pad.isVisible()
        QTest.keyClicks(window, "90210")
        QTest.keyClick(window, Qt.Key.Key_Return)

    QTimer.singleShot(400, leave)
    assert main(["--booth", "--booth-pin", "90210"]) == 0
    assert seen == [True, True]
    assert "PIN 90210" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "run", "pin", "idle"),
    [
        ([], "_window", None, 30),
        (["--booth"], "_booth", None, 30),
        (["--booth", "--booth-pin", "90210", "--booth-idle", "60"], "_booth", "90210", 60),
    ],
)
def test_the_booth_is_asked_for_by_an_option(words: list[str], run: str, pin: str | None, idle: float) -> None:
    args = build_parser().parse_args(words)
    assert (args.run.__name__, args.booth_pin, args.booth_idle) == (run, pin, idle)


@pytest.mark.parametrize("words", [["--booth-pin", "12"], ["--booth-pin", "abcd"], ["--booth-idle", "5"]])
def test_a_pin_has_four_to_eight_digits(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(["--booth", *words])
    assert "booth" in capsys.readouterr().err
