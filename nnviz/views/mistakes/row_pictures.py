"""Pictures of rows of a table: how far each value lies above or below what is usual, and the row in words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from nnviz.data.dataset import DataSet
from nnviz.engine.scaling import fit_scaling
from nnviz.theme.palettes import Palette
from nnviz.theme.scales import diverging, qcolor, rgb
from nnviz.widgets.numerals import short

MOST = 16
"""So many columns are drawn and told, the first ones; more would be too thin to see."""
LIMIT = 2.5
"""Standard deviations at which a bar reaches the edge."""
THICK = 0.8
"""Share of its line that a bar fills."""


class RowPictures:
    """Paints rows of a test set as bars to the right (above the mean of the training set) or to the left."""

    def __init__(self, data: DataSet, palette: Palette) -> None:
        self._data, self._palette = data, palette
        self._standard = fit_scaling("standard", data.train_x)

    def values(self, sample: int) -> NDArray[np.float32]:
        """(shown columns,) deviations from the mean of the training set, in its standard deviations."""
        row = self._data.test_x[sample : sample + 1]
        return np.asarray(self._standard.apply(row)[0, :MOST], np.float32)

    def words(self, sample: int) -> str:
        """Names and values; of a long row those that are drawn."""
        names = self._data.features or tuple(f"x{k + 1}" for k in range(self._data.inputs))
        values = self._data.test_x[sample].tolist()
        pairs = [f"{name} {short(value)}" for name, value in zip(names[:MOST], values, strict=False)]
        return ", ".join(pairs) + (", …" if len(values) > MOST else "")

    def paint(self, painter: QPainter, box: QRectF, sample: int) -> None:
        """One bar for each column, from the top."""
        values = self.values(sample)
        colors = diverging(values, LIMIT, self._palette)
        line, half = box.height() / len(values), box.width() / 2
        for k, value in enumerate(np.clip(values / LIMIT, -1, 1).tolist()):
            left = box.center().x() + min(value, 0.0) * half
            top = box.top() + (k + (1 - THICK) / 2) * line
            painter.fillRect(QRectF(left, top, max(abs(value) * half, 1.0), line * THICK), qcolor(colors[k]))
        middle = QRectF(box.center().x() - 0.5, box.top(), 1, box.height())
        painter.fillRect(middle, qcolor(rgb(self._palette.faint)))
