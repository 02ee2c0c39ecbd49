"""Painters end whatever happens, and what they paint on where that is no widget begins clear."""

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QPainter
from pytestqt.qtbot import QtBot

from nnviz.theme.painting import clear_pixmap, painting


@pytest.mark.parametrize("antialias", [True, False])
def test_a_painter_works_within_its_block(qtbot: QtBot, antialias: bool) -> None:
    pixmap = clear_pixmap(QSize(4, 4))
    with painting(pixmap, antialias=antialias) as painter:
        assert painter.testRenderHint(QPainter.RenderHint.Antialiasing) == antialias
        painter.fillRect(pixmap.rect(), QColor("red"))
    assert not painter.isActive()
    assert pixmap.toImage().pixelColor(QPoint(3, 3)) == QColor("red")


def test_an_error_ends_the_painter(qtbot: QtBot) -> None:
    pixmap = clear_pixmap(QSize(4, 4))
    with pytest.raises(ZeroDivisionError), painting(pixmap) as painter:
        1 / 0  # noqa: B018
    assert not painter.isActive()


def test_a_clear_pixmap_is_sharp_and_transparent(qtbot: QtBot) -> None:
    pixmap = clear_pixmap(QSize(6, 4), 2.0)
    assert pixmap.deviceIndependentSize().toSize() == QSize(3, 2)
    assert {pixmap.toImage().pixelColor(x, y).alpha() for x in range(6) for y in range(4)} == {0}
