"""Walk: a widget and all that can be seen in it, in the order in which it is painted.

Qt paints a tree of widgets into a painter at once, but clips none of them when the painter writes SVG or PDF: what a
scroll area hides would lie over its neighbours. So figures of shapes are put together widget by widget.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QWidget

from nnviz.widgets.printing import FIGURE_RATIO

OWN = QWidget.RenderFlag.IgnoreMask
"""Without the children."""
GROUND = OWN | QWidget.RenderFlag.DrawWindowBackground


@dataclass(frozen=True)
class Layer:
    """One widget of a figure: where its corner lies in the figure, and what of it can be seen (in its own pixels)."""

    widget: QWidget
    at: QPoint
    seen: QRect
    flags: QWidget.RenderFlag

    def paint(self, painter: QPainter) -> None:
        """The widget alone, its corner at the painter's origin."""
        # Not as its method: that of a QGraphicsView draws the scene and nothing else.
        QWidget.render(self.widget, painter, QPoint(), QRegion(self.seen), self.flags)


def layers(root: QWidget) -> Iterator[Layer]:
    """`root` and everything that can be seen in it, from behind to the front."""
    yield Layer(root, QPoint(), root.rect(), GROUND)
    yield from _children(root, QPoint(), root.rect())


def _children(parent: QWidget, at: QPoint, seen: QRect) -> Iterator[Layer]:
    for child in (child for child in parent.children() if isinstance(child, QWidget)):
        place = seen.intersected(child.geometry()).translated(-child.pos())
        if child.isWindow() or child.isHidden() or place.isEmpty():
            continue
        yield Layer(child, at + child.pos(), place, OWN)
        yield from _children(child, at + child.pos(), place)


@contextmanager
def drawn_at(root: QWidget, ratio: float) -> Iterator[None]:
    """Everything in `root` paints `ratio` pixels to a logical pixel meanwhile, and nothing out of a cache of Qt's."""
    widgets = [root, *root.findChildren(QWidget)]
    caches = [_Cache(view) for view in widgets if isinstance(view, QGraphicsView)]
    for widget in widgets:
        widget.setProperty(FIGURE_RATIO, ratio)
    try:
        yield
    finally:
        for widget in widgets:
            widget.setProperty(FIGURE_RATIO, None)
        for cache in caches:
            cache.restore()


class _Cache:
    """What parts of a view keep in pixmaps, switched off until `restore`."""

    def __init__(self, view: QGraphicsView) -> None:
        items = view.scene().items() if view.scene() else []
        self._items = {item: item.cacheMode() for item in items if item.cacheMode() != QGraphicsItem.CacheMode.NoCache}
        for item in self._items:
            item.setCacheMode(QGraphicsItem.CacheMode.NoCache)

    def restore(self) -> None:
        """As it was."""
        for item, mode in self._items.items():
            item.setCacheMode(mode)
