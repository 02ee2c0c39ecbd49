"""Arrays as pictures: grey values on the canvas's colours, one pixel for one element."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array
from nnviz.theme.palettes import Palette
from nnviz.theme.scales import between

PEAKS = {784: 255.0, 64: 16.0}
"""Raw value of full ink by number of inputs."""


def ink_colors(palette: Palette) -> list[int]:
    """256 colours from paper to ink."""
    table = between(np.linspace(0, 1, 256), palette.paper, palette.ink).astype(np.uint32)
    packed = 0xFF000000 | table[:, 0] << 16 | table[:, 1] << 8 | table[:, 2]
    return [int(color) for color in packed]


def to_image(values: NDArray[Any], peak: float, colors: list[int]) -> QImage:
    """(h, w) values 0…peak → picture of w × h pixels."""
    grey = values if values.dtype == np.uint8 and peak == 255 else np.clip(values * (255 / peak) + 0.5, 0, 255)
    grey = np.ascontiguousarray(grey, np.uint8)
    height, width = grey.shape
    image = QImage(grey.data, width, height, width, QImage.Format.Format_Indexed8).copy()
    image.setColorTable(colors)
    return image


def raw_input(x: Array, scaling: Scaling) -> NDArray[Any]:
    """(inputs,) as the network sees them → (inputs,) raw: what `Scaling.apply` undone gives."""
    if scaling.matrix is not None:
        return np.asarray(np.linalg.solve(scaling.matrix.T, x) + scaling.offset)
    return np.asarray(x / scaling.factor + scaling.offset)
