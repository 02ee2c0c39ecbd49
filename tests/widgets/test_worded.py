"""A worded widget writes its texts again when the language changes, whatever widget class stands behind it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from nnviz.widgets.worded import Worded


class Counting(Worded):
    """How often the texts were written."""

    written = 0

    def _word(self) -> None:
        self.written += 1


class Hearing:
    """Which events came through to the widget class."""

    def __init__(self) -> None:
        super().__init__()
        self.passed_on: list[QEvent.Type] = []

    def changeEvent(self, event: QEvent) -> None:
        self.passed_on.append(event.type())
        super().changeEvent(event)  # type: ignore[misc]


class Plain(Counting, Hearing, QWidget):
    pass


class Menu(Counting, Hearing, QMenu):
    pass


class Dialog(Counting, Hearing, QDialog):
    pass


@pytest.mark.parametrize("kind", [Plain, Menu, Dialog])
def test_another_language_words_it_once(qtbot: QtBot, kind: type[Plain] | type[Menu] | type[Dialog]) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    assert widget.written == 1
    assert widget.passed_on == [QEvent.Type.LanguageChange, QEvent.Type.StyleChange]


def test_a_part_hears_it_through_its_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    part = Plain()
    part.setParent(window)
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert part.written == 1
