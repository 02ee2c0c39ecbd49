"""LabPlot: a plot whose parts have names: curves, points, bands, lines, labels, pictures, and handles that are dragged.

What a part shows can be read back with `data`, and that is what tests compare.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import ArrayLike, NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from nnviz.theme.theme import Theme
from nnviz.views.labs.plot.axes import Axes
from nnviz.views.labs.plot.dots import Dots
from nnviz.views.labs.plot.ink import Ink
from nnviz.widgets.printing import pixel_ratio
from nnviz.widgets.ticks import Limits

Values = NDArray[np.float64]
GRAB = 14.0
"""Pixels around the middle of a handle in which the mouse takes it."""
HANDLE = 15.0
"""Diameter of a handle."""
KEY_STEP = 0.01
"""Share of the axis that an arrow key moves a handle by; with Shift ten times as far."""
KEYS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Up: (0, 1),
}  # fmt: skip


class LabPlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A plot of named parts.

    Signals, all in units of the axes: hovered((x, y) or None) while the mouse moves over it; pressed((x, y)) where it
    is pressed beside all handles; swept((x, y)) as it goes on from there; handle_moved(name, x, y) while one is dragged
    or moved with the arrow keys; released() at the end of both.
    """

    hovered = Signal(object)
    pressed = Signal(object)
    swept = Signal(object)
    handle_moved = Signal(str, float, float)
    released = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, equal: bool = False) -> None:
        """`equal`: a unit is as long on both axes."""
        # Without pyqtgraph's own menus it is made in half the time.
        super().__init__(parent, enableMenu=False)
        self.setObjectName(name)
        self._theme = theme
        self._parts: dict[str, Any] = {}
        self._inks: dict[str, Ink] = {}
        self._data: dict[str, tuple[Values, ...]] = {}
        self._handles: dict[str, tuple[float, float]] = {}
        self._held = ""
        self._sweeping = False
        item = self.getPlotItem()
        item.hideButtons()
        item.vb.setMouseEnabled(x=False, y=False)
        item.vb.disableAutoRange()
        item.vb.setAspectLocked(equal)
        item.layout.setContentsMargins(2, 6, 10, 2)
        self.axes = Axes(item)
        self.setMouseTracking(True)
        # The keyboard has something to do here only where there are handles.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        # Its ground is one colour, of which pyqtgraph would keep a picture in the size of the view.
        self.setCacheMode(pg.GraphicsView.CacheModeFlag.CacheNone)
        theme.changed.connect(self.restyle)
        self.restyle()

    # Drawing

    def draw_curve(self, name: str, x: ArrayLike, y: ArrayLike, ink: Ink | None = None) -> None:
        """A line through points; NaN breaks it."""
        self._update(name, lambda: pg.PlotCurveItem(connect="finite", antialias=True), ink, x, y)

    def draw_pieces(self, name: str, x: ArrayLike, y: ArrayLike, ink: Ink | None = None) -> None:
        """Straight pieces, two points each."""
        self._update(name, lambda: pg.PlotCurveItem(connect="pairs", antialias=True), ink, x, y)

    def draw_points(self, name: str, x: ArrayLike, y: ArrayLike, ink: Ink | None = None) -> None:
        """A dot at each point."""
        self._update(name, Dots, ink, x, y)

    def draw_bars(self, name: str, edges: ArrayLike, heights: ArrayLike, ink: Ink | None = None) -> None:
        """A histogram: (n + 1,) edges, (n,) heights from 0."""
        self._update(name, lambda: pg.PlotCurveItem([0, 1], [0], stepMode="center", fillLevel=0.0), ink, edges, heights)

    def draw_band(self, name: str, x: ArrayLike, low: ArrayLike, high: ArrayLike, ink: Ink | None = None) -> None:
        """The surface between two curves over the same x."""
        if name not in self._parts:
            curves = pg.PlotCurveItem(), pg.PlotCurveItem()
            self._add(name, pg.FillBetweenItem(*curves), ink or Ink(opacity=50))
        xs, lows, highs = (np.asarray(values, np.float64) for values in (x, low, high))
        self._data[name] = xs, lows, highs
        for curve, values in zip(self._parts[name].curves, (lows, highs), strict=True):
            curve.setData(xs, self._placed(values))
        self._parts[name].setVisible(True)

    def draw_line(self, name: str, ink: Ink | None = None, x: float | None = None, y: float | None = None) -> None:
        """A line through the whole plot at an x or a y."""
        if name not in self._parts:
            self._add(name, pg.InfiniteLine(angle=90 if y is None else 0, movable=False), ink)
        at = x if x is not None else float(self._placed(np.array([y]))[0])
        self._parts[name].setPos(at)
        self._parts[name].setVisible(bool(np.isfinite(at)))
        self._data[name] = (np.array([np.nan if x is None else x]), np.array([np.nan if y is None else y]))

    def draw_label(
        self, name: str, x: float, y: float, text: str, ink: Ink | None = None, anchor: tuple[float, float] = (0, 1)
    ) -> None:
        """A text whose `anchor` (0…1 from its upper left corner) is at a point."""
        if name not in self._parts:
            self._add(name, pg.TextItem(anchor=anchor), ink or Ink("text"))
        label = self._parts[name]
        label.setText(text)
        label.setAnchor(pg.Point(*anchor))
        label.setPos(x, float(self._placed(np.array([y]))[0]))
        label.setVisible(True)
        self._data[name] = (np.array([x]), np.array([y]))

    def draw_picture(self, name: str, rgb: NDArray[np.uint8], x: Limits, y: Limits) -> None:
        """(rows, columns, 3) colours, the first row at the lower end of y, behind everything else."""
        if name not in self._parts:
            picture = pg.ImageItem(axisOrder="row-major")
            picture.setZValue(-200)
            self._add(name, picture, Ink())
        self._parts[name].setImage(np.ascontiguousarray(rgb), autoLevels=False, levels=(0, 255))
        self._parts[name].setRect(QRectF(x[0], y[0], x[1] - x[0], y[1] - y[0]))
        self._parts[name].setVisible(True)
        self._data[name] = (np.asarray(x, np.float64), np.asarray(y, np.float64))

    def draw_handle(self, name: str, x: float, y: float, ink: Ink | None = None) -> None:
        """A dot that can be dragged, and moved with the arrow keys while the plot has the focus. It stays where it is
        drawn: who hears `handle_moved` draws it anew where it may go."""
        self.draw_points(name, [x], [y], ink or Ink(dot=HANDLE))
        self._parts[name].setZValue(100)
        self._handles[name] = (x, y)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def remove(self, *names: str) -> None:
        """Take parts away; those that are not there are passed over."""
        for name in names:
            if name in self._parts:
                self.getPlotItem().vb.removeItem(self._parts.pop(name))
                self._inks.pop(name)
                self._data.pop(name, None)
                self._handles.pop(name, None)

    def keep(self, names: Sequence[str]) -> None:
        """Take away every part but these."""
        self.remove(*(name for name in tuple(self._parts) if name not in names))

    # Reading

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of what is drawn."""
        return tuple(self._parts)

    def data(self, name: str) -> tuple[Values, ...]:
        """What a part shows: x and y (band: x, low, high; bars: edges, heights) in units of the axes."""
        return self._data[name]

    def text(self, name: str) -> str:
        """What a label says."""
        return str(self._parts[name].toPlainText())

    # Axes

    def set_titles(self, bottom: str = "", left: str = "") -> None:
        """What the axes measure."""
        self.axes.set_titles(bottom, left)
        self.restyle()

    def set_limits(self, x: Limits, y: Limits) -> None:
        """Limits of both axes in units of the axes."""
        low, high = self._placed(np.array(y, np.float64)).tolist()
        self.axes.show(x, (low, high))

    def set_log(self, log: bool = True) -> None:
        """A logarithmic y axis; what is drawn afterwards follows it. Values that are not positive are left out."""
        self.axes.log = log

    def restyle(self, *_: object) -> None:
        """Colours and fonts of the theme."""
        ratio = pixel_ratio(self)
        self.setBackground(self._theme.color("surface"))
        self.axes.restyle(self._theme, ratio)
        for name in self._parts:
            self._dress(name)

    def pixel(self, x: float, y: float) -> QPointF:
        """Where a point of the plot is, in pixels of this widget."""
        at = float(self._placed(np.array([y]))[0])
        return QPointF(self.mapFromScene(self.getPlotItem().vb.mapViewToScene(QPointF(x, at))))

    def point(self, pixel: QPointF) -> tuple[float, float]:
        """What lies at a pixel, in units of the axes."""
        at = self.getPlotItem().vb.mapSceneToView(self.mapToScene(pixel.toPoint()))
        return at.x(), (10 ** at.y() if self.axes.log else at.y())

    # Private

    def _update(self, name: str, make: Callable[[], Any], ink: Ink | None, x: ArrayLike, y: ArrayLike) -> None:
        if name not in self._parts:
            self._add(name, make(), ink or Ink())
        elif ink is not None and ink != self._inks[name]:
            self._inks[name] = ink
            self._dress(name)
        self._data[name] = np.asarray(x, np.float64), np.asarray(y, np.float64)
        xs, ys = self._data[name]
        self._parts[name].setData(xs, self._placed(ys))
        self._parts[name].setVisible(True)

    def _add(self, name: str, item: Any, ink: Ink | None) -> None:
        self._parts[name], self._inks[name] = item, ink or Ink()
        self.getPlotItem().vb.addItem(item, ignoreBounds=True)
        self._dress(name)

    def _dress(self, name: str) -> None:
        """The colours of one part."""
        item, ink, theme = self._parts[name], self._inks[name], self._theme
        color, pen = ink.color(theme), ink.pen(theme, pixel_ratio(self))
        if isinstance(item, pg.TextItem):
            item.setColor(color)
            item.setFont(theme.font(0.9))
        elif isinstance(item, Dots):
            item.dress(ink.dot, color, theme.color("surface"))
        elif isinstance(item, pg.FillBetweenItem):
            item.setBrush(color)
        elif isinstance(item, pg.PlotCurveItem | pg.InfiniteLine):
            item.setPen(pen)
        if isinstance(item, pg.PlotCurveItem) and item.opts.get("fillLevel") is not None:
            shade = QColor(color)
            shade.setAlpha(min(ink.opacity, 110))
            item.setBrush(shade)

    def _placed(self, y: Values) -> Values:
        """Heights in units of the view."""
        if not self.axes.log:
            return y
        with np.errstate(all="ignore"):
            return np.where(y > 0, np.log10(np.maximum(y, 1e-300)), np.nan)

    def _handle_at(self, pixel: QPointF) -> str:
        """The nearest handle within reach of the mouse, "" where there is none."""
        far = {name: (self.pixel(*at) - pixel).manhattanLength() for name, at in self._handles.items()}
        nearest = min(far, key=lambda name: far[name], default="")
        return nearest if nearest and far[nearest] <= 1.5 * GRAB else ""

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(360, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._held = self._handle_at(event.position())
        if not self._held:
            self._sweeping = True
            self.pressed.emit(self.point(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.point(event.position())
        if self._held:
            self.handle_moved.emit(self._held, *at)
        elif self._sweeping:
            self.swept.emit(at)
        else:
            near = bool(self._handle_at(event.position()))
            self.setCursor(Qt.CursorShape.OpenHandCursor if near else Qt.CursorShape.ArrowCursor)
        self.hovered.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held or self._sweeping:
            self._held, self._sweeping = "", False
            self.released.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = KEYS.get(Qt.Key(event.key()))
        if direction is None or not self._handles:
            event.ignore()
            return
        name, (x, y) = next(iter(self._handles.items()))
        (left, right), (bottom, top) = self.axes.limits
        step = KEY_STEP * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        self.handle_moved.emit(name, x + direction[0] * step * (right - left), y + direction[1] * step * (top - bottom))
        self.released.emit()

    def event(self, event: QEvent) -> bool:
        # Pens have pixels of what is drawn onto, here a figure.
        if event.type() == QEvent.Type.DynamicPropertyChange and hasattr(self, "axes"):
            self.restyle()
        return bool(super().event(event))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "axes"):
            self.axes.refresh()
