"""A widget that is wider than its place is scrolled sideways, and shown where it is asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nnviz.widgets.overflow import Overflow


class Wide(QWidget):
    """Wants 900 pixels; a mark stands at 700."""

    def __init__(self) -> None:
        super().__init__()
        self.mark = QLabel("x", self)
        self.mark.setGeometry(700, 0, 40, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(900, 100)


@pytest.fixture
def inner(qtbot: QtBot) -> Wide:
    return Wide()


@pytest.fixture
def place(qtbot: QtBot, inner: Wide) -> Overflow:
    window = QWidget()
    qtbot.addWidget(window)
    place = Overflow(inner, "place", window)
    place.window_of_test = window  # type: ignore[attr-defined]  # kept
    window.show()
    return place


def test_a_bar_only_where_there_is_not_room_enough(place: Overflow, inner: Wide) -> None:
    place.resize(1000, 300)
    assert (place.bar.isHidden(), inner.width(), inner.height()) == (True, 1000, 300)
    place.resize(400, 300)
    assert (place.bar.isHidden(), inner.width()) == (False, 900)
    assert inner.height() == 300 - place.bar.height()
    assert place.minimumSizeHint().width() == 0


def test_it_is_scrolled_by_its_bar_and_to_what_is_asked_for(place: Overflow, inner: Wide) -> None:
    place.resize(400, 300)
    place.bar.setValue(150)
    assert inner.x() == -150
    place.reveal(inner.mark)
    left = inner.mark.mapTo(place, QPoint()).x()
    assert 0 <= left <= 400 - inner.mark.width()
