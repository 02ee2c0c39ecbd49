"""ReadingArea: it settles at every height, and its lines keep their length."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnviz.theme.theme import Theme
from nnviz.widgets.reading_area import ReadingArea


class Square(QWidget):
    """As high as it is wide, as a figure among lines."""

    widths: list[int]

    def __init__(self) -> None:
        super().__init__()
        self.widths = []

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.widths.append(self.width())
            self.setFixedHeight(self.width())


@pytest.mark.parametrize("height", [280, 288, 290, 292, 295, 299, 300, 301, 320])
def test_it_settles_at_every_height(qtbot: QtBot, theme: Theme, height: int) -> None:
    page, square = QWidget(), Square()
    rows = QVBoxLayout(page)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.addWidget(square)
    rows.addStretch(1)
    parent = QWidget()
    qtbot.addWidget(parent)
    area = ReadingArea("page", page, parent)
    area.resize(300, height)
    parent.show()
    for _ in range(20):
        QApplication.processEvents()
    bar = area.verticalScrollBar()
    assert len(square.widths) <= 3
    assert square.width() == 300 - bar.sizeHint().width()
    assert bar.isVisible() is (square.height() > height)
