"""Pixels: arrays of colours as images."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage

from nnviz.theme.scales import Rgb


def image_of(colors: Rgb) -> QImage:
    """(rows, columns, 3) 0…255 → an image of its own memory, in the format that is fastest to draw."""
    rows, columns = colors.shape[:2]
    data = np.full((rows, columns, 4), 255, np.uint8)
    data[..., :3] = colors[..., ::-1]
    return QImage(data.data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()
