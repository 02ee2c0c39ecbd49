"""Glow: the network lit up by a drawing. Every square is one activation, every line one product a·w."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nnviz.engine.network import Network
from nnviz.engine.trace import Array, ForwardTrace
from nnviz.theme.painting import painting
from nnviz.theme.scales import between, diverging, qcolor
from nnviz.theme.theme import Theme
from nnviz.views.booth.lettering import fitted_font
from nnviz.views.booth.picture import ink_picture

LINKS = 60
"""Lines between two layers: the strongest."""
FAINTEST = 0.25
"""Strength of the colour of the weakest line that is drawn."""
DIGITS = 1.5
"""Width of a column of output digits, in heights of one of them."""
OVERLAP = 0.3
"""Figures have no descenders: so much of their font's height may reach over the place of a digit."""
CELL = 0.82
"""Share of its square that a unit fills."""
FINE = 6.0
"""Squares smaller than so many pixels have no gaps."""


@dataclass(frozen=True)
class Links:
    """The strongest products a_i · W_ij between two layers, weakest first: pairs (n, 2) of i and j, products (n,)."""

    pairs: NDArray[np.intp]
    products: Array


def strongest_links(a: Array, W: Array, count: int = LINKS) -> Links:
    """Of activations (in,) and weights (in, out); products of 0 are none."""
    awake = np.flatnonzero(a)
    products = a[awake, None] * W[awake]
    strength = np.abs(products).ravel()
    count = min(count, int(np.count_nonzero(strength)))
    kept = np.argpartition(-strength, count - 1)[:count] if count else np.empty(0, np.intp)
    kept = kept[np.argsort(strength[kept], kind="stable")]
    rows, columns = np.unravel_index(kept, products.shape)
    return Links(np.stack([awake[rows], columns], axis=1), products.ravel()[kept])


class Glow(QWidget):
    """values  the activations of every layer, input first; empty without a drawing
    links   between each two layers
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.values: tuple[Array, ...] = ()
        self.links: tuple[Links, ...] = ()
        self._sizes: tuple[int, ...] = ()
        self.setObjectName("booth_network")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._on_theme)

    def show_pass(self, network: Network, trace: ForwardTrace | None) -> None:
        """Light up what this pass (m = 1) went through; None: all dark."""
        self._sizes = network.experiment.sizes
        self.values = () if trace is None else (trace.x[0], *(a[0] for a in trace.a))
        layers = zip(self.values, network.layers, strict=False)
        self.links = tuple(strongest_links(a, layer.W) for a, layer in layers)
        self.update()

    def _on_theme(self, _: object) -> None:
        self.update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines, then squares over their ends."""
        with painting(self) as painter:
            if self._sizes:
                self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        blocks = self.blocks
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for links, ends in zip(self.links, pairwise(blocks), strict=False):
            self._paint_links(painter, links, *ends)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for number, block in enumerate(blocks[:-1]):
            values = self.values[number] if self.values else np.zeros(self._sizes[number])
            block.paint(painter, values, self._theme, is_input=number == 0)
        self._paint_digits(painter, blocks[-1])

    @property
    def blocks(self) -> list[Block]:
        """Where each layer stands: equal gaps between the layers, each as high as the widget."""
        height = float(self.height())
        shapes = [grid(size, hidden) for hidden, size in enumerate(self._sizes[:-1])]
        shapes.append((self._sizes[-1], 1))
        widths = [height * columns / rows for rows, columns in shapes]
        widths[-1] *= DIGITS
        gap = (self.width() - sum(widths)) / max(1, len(shapes) - 1)
        lefts = np.cumsum([0.0] + [width + gap for width in widths[:-1]])
        return [
            Block(QRectF(float(x), 0, width, height), *shape)
            for x, width, shape in zip(lefts, widths, shapes, strict=True)
        ]

    def _paint_links(self, painter: QPainter, links: Links, left: Block, right: Block) -> None:
        if not len(links.products):
            return
        limit = float(np.abs(links.products).max())
        ground = self._theme.palette.surface
        for (i, j), product in zip(links.pairs, links.products, strict=True):
            role = "positive" if product > 0 else "negative"
            share = FAINTEST + (1 - FAINTEST) * abs(float(product)) / limit
            color = qcolor(between(np.array(share), ground, getattr(self._theme.palette, role)))
            painter.setPen(QPen(color, self._theme.width(0.8 + 1.7 * share)))
            painter.drawLine(QLineF(left.centre(int(i)), right.centre(int(j))))

    def _paint_digits(self, painter: QPainter, block: Block) -> None:
        """The outputs: digits in the colour of the answer as far as they are believed."""
        values = self.values[-1] if self.values else np.zeros(self._sizes[-1])
        best = int(values.argmax()) if self.values else -1
        painter.setFont(
            fitted_font(
                self._theme, "0", block.place(0).adjusted(0, 0, 0, OVERLAP * block.place(0).height()), bold=True
            )
        )
        palette = self._theme.palette
        for digit, value in enumerate(values):
            place = block.place(digit)
            painter.fillRect(place, self._theme.color("surface"))
            share = np.array(min(max(float(value), 0.0), 1.0))
            painter.setPen(qcolor(between(share, palette.faint, palette.accent if digit == best else palette.text)))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(digit))


def grid(size: int, hidden: int) -> tuple[int, int]:
    """(rows, columns) for so many units: the input a square, hidden layers upright blocks of two rows to a column."""
    columns = math.isqrt(size) if hidden == 0 else max(1, math.isqrt(size // 2))
    return -(-size // columns), columns


@dataclass(frozen=True)
class Block:
    """The squares of one layer, row by row."""

    area: QRectF
    rows: int
    columns: int

    def place(self, unit: int) -> QRectF:
        """The square of a unit."""
        width, height = self.area.width() / self.columns, self.area.height() / self.rows
        row, column = divmod(unit, self.columns)
        return QRectF(self.area.x() + column * width, self.area.y() + row * height, width, height)

    def centre(self, unit: int) -> QPointF:
        """Its middle."""
        return self.place(unit).center()

    def paint(self, painter: QPainter, values: Array, theme: Theme, is_input: bool) -> None:
        """Inputs from paper to ink; activations in the diverging colours, each layer to its own largest."""
        if is_input and len(values) == self.rows * self.columns:
            painter.drawImage(self.area, ink_picture(values.reshape(self.rows, self.columns), theme.palette))
            return
        colors = diverging(values, float(np.abs(values).max(initial=0)), theme.palette)
        inset = (1 - CELL) / 2 * self.place(0).width() if self.place(0).width() >= FINE else 0
        for unit in range(len(values)):
            place = self.place(unit).adjusted(inset, inset, -inset, -inset)
            painter.fillRect(place, qcolor(colors[unit]))
