"""Painting: strokes of the brush on the plane become points of the run's data, while the pen still moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from nnviz.data.painted import CLASSES
from nnviz.session.data_intents import ClearPoints, ErasePoints, PaintPoints
from nnviz.session.intents import Intent
from nnviz.theme.scales import qcolor
from nnviz.theme.theme import Theme
from nnviz.views.plots.marks import Points
from nnviz.views.plots.paint_bar import ERASER, LABELS, PaintBar
from nnviz.views.plots.plane import Head
from nnviz.views.plots.plane_view import PlaneView
from nnviz.views.plots.shades import class_colors

if TYPE_CHECKING:
    from nnviz.session.session import Session

SEND_MS = 150
"""A stroke is handed on so often: each time the run starts anew."""
APART = 0.02
"""Least way between two touches, as a share of half the square."""

Pair = tuple[float, float]


class Painting(QObject):
    """The brush between the plane and the session.

    Signals: refused(Exception).
    """

    refused = Signal(object)

    def __init__(self, session: Session, theme: Theme, view: PlaneView, bar: PaintBar) -> None:
        super().__init__(view)
        self._session, self._theme, self._view, self._bar = session, theme, view, bar
        self._rng = np.random.default_rng()
        self._gesture = 0
        self._erasing = self._on = False
        self._last: NDArray[np.float64] = np.zeros(2)
        self._waiting: list[Pair] = []
        self._drawn: list[Pair] = []
        self._erased: tuple[Pair, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=SEND_MS)
        self._timer.timeout.connect(self._send)
        view.stroke_begun.connect(self._begin)
        view.stroke_moved.connect(self._move)
        view.stroke_ended.connect(self._end)
        bar.changed.connect(self._follow)
        bar.cleared.connect(self._clear)

    @property
    def is_on(self) -> bool:
        """True while a drag paints."""
        return self._on

    def turn(self, on: bool) -> None:
        """A drag paints, or shows points to the network."""
        self._on = on
        self._bar.setVisible(on)
        self._follow()

    def dress(self, head: Head) -> None:
        """The points are on screen; colours and names of the classes as they are now."""
        self._drawn = list(self._waiting)
        self._show()
        owned = self._session.stock.painted
        data = self._session.data
        names = owned.classes if owned else data.classes if data else ()
        count = max(LABELS, len(names))
        colors = class_colors(Head.CLASSES if len(names) > 2 else Head.BINARY, 2, self._theme.palette)
        colors = np.concatenate([colors, class_colors(Head.CLASSES, count, self._theme.palette)[2:]])
        self._bar.show_classes((*names, *CLASSES[len(names) :]), [qcolor(color) for color in colors])

    # a stroke

    def _begin(self, point: Pair, right: bool) -> None:
        self._gesture += 1
        self._erasing = right or self._bar.label == ERASER
        self._erased = ()
        self._last = self._session.bounds.share(np.array(point))
        self._touch(point)

    def _move(self, point: Pair) -> None:
        here = self._session.bounds.share(np.array(point))
        if np.hypot(*(here - self._last)) >= max(self._bar.radius / 2, APART):
            self._last = here
            self._touch(point)

    def _end(self) -> None:
        self._timer.stop()
        self._send()

    def _touch(self, point: Pair) -> None:
        if self._erasing:
            self._waiting.append(point)
        else:
            sprayed = self._spray(point)
            self._waiting += sprayed
            self._drawn += sprayed
            self._show()
        if not self._timer.isActive():
            self._timer.start()

    def _spray(self, point: Pair) -> list[Pair]:
        """Points spread evenly over the disc of the brush, none beyond the edge of the plane."""
        bounds, count = self._session.bounds, self._bar.density
        radius = self._bar.radius * np.sqrt(self._rng.random(count))
        angle = self._rng.uniform(0, 2 * np.pi, count)
        share = bounds.share(np.array(point)) + np.column_stack((radius * np.cos(angle), radius * np.sin(angle)))
        # Recordings keep what is written here.
        return [(float(f"{x:.5g}"), float(f"{y:.5g}")) for x, y in bounds.raw(np.clip(share, -1, 1))]

    def _send(self) -> None:
        """Hand on what was painted since the last time; an eraser goes on from where it was."""
        points, self._waiting = tuple(self._waiting), []
        if not points:
            return
        if self._erasing:
            self._do(ErasePoints((*self._erased, *points), self._bar.radius, self._gesture))
            self._erased = points[-1:]
        else:
            self._do(PaintPoints(max(self._bar.label, 0), points, self._gesture))

    def _clear(self) -> None:
        self._do(ClearPoints())

    def _do(self, intent: Intent) -> None:
        try:
            self._session.do(intent)
        except (ValueError, OSError) as error:
            self._drawn = []
            self._show()
            self.refused.emit(error)

    def _show(self) -> None:
        """What is not among the points of the picture yet."""
        label = max(self._bar.label, 0)
        names = self._session.stock.painted or self._session.data
        head = Head.CLASSES if max(label + 1, len(names.classes) if names else 0) > 2 else Head.BINARY
        color = class_colors(head, len(CLASSES) if head is Head.CLASSES else 2, self._theme.palette)[label]
        at = np.array(self._drawn, float).reshape(-1, 2)
        self._view.set_fresh(Points(at, np.tile(color.astype(np.uint8), (len(at), 1))))

    def _follow(self) -> None:
        self._view.set_brush(self._bar.radius if self._on else None)
