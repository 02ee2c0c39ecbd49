"""Only the widget in front keeps the window large."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnviz.widgets.front_stack import FrontStack


def test_smallest_size_is_that_of_the_front(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    stack, small, large = FrontStack(window), QWidget(), QWidget()
    QVBoxLayout(window).addWidget(stack)
    small.setMinimumSize(100, 50)
    large.setMinimumSize(700, 400)
    stack.addWidget(small)
    stack.addWidget(large)
    assert (stack.minimumSizeHint().width(), stack.minimumSizeHint().height()) == (100, 50)
    stack.setCurrentWidget(large)
    assert (stack.minimumSizeHint().width(), stack.minimumSizeHint().height()) == (700, 400)
    stack.setCurrentWidget(small)
    window.show()
    window.resize(200, 150)
    qtbot.waitUntil(lambda: window.width() == 200)
