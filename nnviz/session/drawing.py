"""Drawing: the strokes on the canvas and what preparation makes of them."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.data.preparation import Preparation, prepare
from nnviz.data.strokes import Stroke, rasterise

CANVAS_EXTENT = 280.0


@dataclass(frozen=True)
class Drawing:
    """strokes in units of a canvas `extent` wide; preparation is None while nothing is drawn."""

    strokes: tuple[Stroke, ...] = ()
    extent: float = CANVAS_EXTENT
    preparation: Preparation | None = None


def drawing_of(strokes: tuple[Stroke, ...], extent: float) -> Drawing:
    """The strokes with every stage of their preparation."""
    if not strokes:
        return Drawing(strokes, extent)
    return Drawing(strokes, extent, prepare(rasterise(strokes, extent)))
