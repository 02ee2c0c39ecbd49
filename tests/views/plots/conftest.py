"""Panes over a real session that trains only when a test says so."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from nnviz.data import catalogue
from nnviz.session.intents import Configure


@pytest.fixture
def use(session):
    """use(data, **fields): another experiment on the playground."""

    def configure(data, **fields):
        session.do(Configure(replace(session.experiment, **(catalogue.defaults(data) | fields))))
        session.deliver()

    return configure


@pytest.fixture
def show(session, theme, qtbot):
    """show(Pane, width, height): a visible pane."""

    def make(pane_class, width=480, height=420):
        pane = pane_class(session, theme)
        qtbot.addWidget(pane)
        pane.resize(width, height)
        pane.show()
        return pane

    return make


@pytest.fixture
def move_mouse(qapp):
    """move_mouse(widget, place): the pointer goes there, no button pressed."""

    def move(widget, place):
        at, none = QPointF(place), Qt.MouseButton.NoButton
        plain = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(QEvent.Type.MouseMove, at, QPointF(widget.mapToGlobal(place)), none, none, plain)
        QApplication.sendEvent(widget, event)

    return move
