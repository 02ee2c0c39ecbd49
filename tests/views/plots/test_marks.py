import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from nnviz.theme.palettes import DARK, LIGHT
from nnviz.views.plots.marks import LARGEST, Rim, luminance, paint_filled, paint_ring, radius_of

RIM = Rim(QColor("#ffffff"), QColor("#101010"))


def painted(paint, color):
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    painter = QPainter(image)
    paint(painter, QPointF(20.5, 20.5), 10.0, QColor(color), RIM)
    painter.end()
    return image


@pytest.mark.parametrize("color", ["#1769c4", "#ff9340"])
def test_points_have_a_rim_on_a_ground_of_their_colour(color):
    edge = RIM.against(QColor(color))
    for paint in (paint_filled, paint_ring):
        image = painted(paint, color)
        across = [image.pixelColor(x, 20) for x in range(20)]
        assert edge in across


def test_only_test_points_are_hollow():
    color = QColor("#1769c4")
    assert painted(paint_filled, color).pixelColor(20, 20) == color
    ring = painted(paint_ring, color)
    assert ring.pixelColor(20, 20) == RIM.light
    assert ring.pixelColor(13, 20) == color


def test_every_colour_of_a_class_has_the_rim_of_its_palette():
    for palette, edge in ((DARK, RIM.dark), (LIGHT, RIM.light)):
        for name in (palette.positive, palette.negative, *palette.classes):
            assert RIM.against(QColor(name)) == edge, name


def test_luminance_goes_from_black_to_white():
    assert luminance(QColor("#000000")) == 0
    assert luminance(QColor("#ffffff")) == pytest.approx(1)
    assert luminance(QColor("#808080")) == pytest.approx(0.2159, abs=0.005)


def test_points_are_large_enough_to_be_seen():
    sizes = [radius_of(count, side) for count in (1, 100, 10_000) for side in (100, 900)]
    assert min(sizes) >= 4.0
    assert np.max(sizes) == LARGEST
