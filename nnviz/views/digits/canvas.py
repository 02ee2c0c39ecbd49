"""DigitCanvas: the sheet to draw on with mouse, finger or pen. Strokes are its source, pixels only follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QEventPoint,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.digits.ink import InkLayer, ink_pen, inked, tail
from nnviz.views.digits.sheet import Look, paint_eraser, paint_frame, paint_guide, paint_picture
from nnviz.views.digits.sketch import ERASER, EXTENT, Point, Sketch, Strokes

if TYPE_CHECKING:
    from nnviz.session.clock import FrameClock

FRAME = 16
"""Milliseconds between two announcements of new strokes."""
CLEAR_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)
TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
BUTTONS = {Qt.MouseButton.LeftButton: False, Qt.MouseButton.RightButton: True}
"""Mouse and pen buttons that act, and whether they erase."""


class DigitCanvas(QWidget):
    """A square to draw on.

    Signals: strokes_changed(tuple[Stroke, ...]) in units of EXTENT: at most once a frame, and when the pen is lifted.
    Left button, finger, pen: ink. Right button, a pen's other end, or `set_eraser`: eraser. Ctrl+Z undoes, Delete clears.
    """

    strokes_changed = Signal(object)

    def __init__(self, clock: FrameClock, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sketch = Sketch()
        self._layer = InkLayer()
        self._picture: QImage | None = None
        self._eraser = False
        self._erasing: bool | None = None
        self._button = Qt.MouseButton.NoButton
        self._finger: int | None = None
        self._at: Point | None = None
        self._pending = False
        self._since = QElapsedTimer()
        self._set_up()
        theme.changed.connect(self._dress)
        clock.frame.connect(self._on_frame)

    @property
    def strokes(self) -> Strokes:
        """What is drawn, in units of EXTENT."""
        return self._sketch.strokes

    @property
    def is_drawing(self) -> bool:
        """True while a pen, finger or button is down."""
        return self._erasing is not None

    def show_strokes(self, strokes: Strokes) -> None:
        """Show a drawing that came from elsewhere. Nothing is announced; undo brings the old one back."""
        if self._sketch.replace(strokes):
            self._redraw()

    def show_picture(self, picture: QImage | None) -> None:
        """Show a picture in place of the drawing, None: the drawing again."""
        if picture != self._picture:
            self._picture = picture
            self.update()

    def set_eraser(self, on: bool) -> None:
        """Erase with the left button, too."""
        self._eraser = on
        self._dress_cursor()

    def undo(self) -> None:
        """Take the last stroke, cut or clearing back; in place of a picture, show the drawing again."""
        self._erasing = None
        if self._picture is not None or self._sketch.undo():
            self._renew()

    def clear(self) -> None:
        """An empty sheet."""
        self._erasing = None
        if self._sketch.replace(()) or self._picture is not None:
            self._renew()

    # building

    def _set_up(self) -> None:
        self.setObjectName("digit_canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 120)
        self._dress()
        self._dress_cursor()
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Canvas for drawing a digit"))
        self._hint = self.tr("Draw a digit 0–9 here")

    def _dress(self, _: object = None) -> None:
        self._look = Look(self._theme)
        self._layer.set_colors(self._look.ink, self._look.paper)
        self._redraw()

    def _dress_cursor(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor if self._eraser else Qt.CursorShape.CrossCursor)
        self.update()

    # announcing

    def _changed(self) -> None:
        if self._since.isValid() and self._since.elapsed() < FRAME:
            self._pending = True
        else:
            self._announce()

    def _announce(self) -> None:
        self._pending = False
        self._since.start()
        self.strokes_changed.emit(self._sketch.strokes)

    def _on_frame(self) -> None:
        if self._pending:
            self._announce()

    def _renew(self) -> None:
        self._picture = None
        self._redraw()
        self._announce()

    def _redraw(self) -> None:
        if not self._layer.pixmap.isNull():
            self._layer.redraw(self._sketch.strokes)
        self.update()

    # one gesture: press, move, release

    def _press(self, at: QPointF, erase: bool) -> None:
        self._prepare()
        self._erasing = erase or self._eraser
        if self._picture is not None:
            self._leave_picture()
        self._at = self._units(at)
        if self._erasing:
            self._sketch.remember()
            self._cut((self._at,))
        else:
            self._start(self._at)

    def _leave_picture(self) -> None:
        """Drawing over a picture starts a new drawing."""
        self._picture = None
        self._sketch.replace(())
        self._redraw()

    def _start(self, at: Point) -> None:
        was_empty = not self._sketch.strokes
        self._sketch.begin(at)
        area = self._layer.add(self._sketch.current)
        if was_empty:
            self.update()
        else:
            self._update(area)
        self._changed()

    def _move(self, at: QPointF) -> None:
        before, self._at = self._at, self._units(at)
        if self._erasing and before is not None:
            self._cut((before, self._at))
        elif self._erasing is False and self._sketch.extend(self._at):
            self._layer.add(self._sketch.current)
            self._update(inked(self._sketch.current[-4:]))
            self._changed()
        elif self._eraser and before is not None:
            self._update(_around((before, self._at)))

    def _cut(self, path: tuple[Point, ...]) -> None:
        area = _around(path)
        if self._sketch.erase(path):
            self._layer.redraw(self._sketch.strokes, area)
            if not self._sketch.strokes:
                self.update()
            self._changed()
        self._update(area)

    def _release(self) -> None:
        if self._erasing is False:
            self._update(self._layer.finish(self._sketch.current))
            self._sketch.end()
        elif self._erasing:
            self._sketch.forget_if_unchanged()
        self._erasing = None
        self._announce()
        if self._at is not None:
            self._update(_around((self._at,)))

    def _units(self, at: QPointF) -> Point:
        sheet = self._sheet()
        factor = EXTENT / sheet.width()
        return (at.x() - sheet.x()) * factor, (at.y() - sheet.y()) * factor

    def _update(self, area: QRectF) -> None:
        """Repaint an area given in canvas units."""
        sheet = self._sheet()
        factor = sheet.width() / EXTENT
        place = QRectF(area.x() * factor, area.y() * factor, area.width() * factor, area.height() * factor)
        self.update(place.translated(sheet.topLeft()).toAlignedRect().adjusted(-1, -1, 1, 1))

    def _sheet(self) -> QRectF:
        """The square in the middle of the widget."""
        side = max(1, min(self.width(), self.height()))
        return QRectF(QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side))

    # painting

    def _prepare(self) -> None:
        """The cached ink in the size and resolution of the screen."""
        side, ratio = self._sheet().width(), self.devicePixelRatioF()
        if not self._layer.fits(side, ratio):
            self._layer.resize(side, ratio)
            self._layer.redraw(self._sketch.strokes)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ink, or the picture, or the hint."""
        self._prepare()
        sheet = self._sheet()
        painter = QPainter(self)
        if self._picture is not None:
            paint_picture(painter, self._picture, sheet, self._look)
        else:
            painter.drawPixmap(sheet.topLeft(), self._layer.pixmap)
            if not self._sketch.strokes:
                paint_guide(painter, sheet, self._hint, self._look, self._theme)
        self._paint_tools(painter, sheet)
        painter.resetTransform()
        paint_frame(painter, QRectF(self.rect()), sheet, self._look, self.hasFocus())
        painter.end()

    def _paint_tools(self, painter: QPainter, sheet: QRectF) -> None:
        """The end of the stroke under the pen, which is not in the cached ink yet, or the eraser's ring."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(sheet.topLeft())
        painter.scale(sheet.width() / EXTENT, sheet.width() / EXTENT)
        if self._sketch.current:
            painter.setPen(ink_pen(self._look.ink))
            painter.drawPath(tail(self._sketch.current))
        elif self._at is not None and (self._eraser or self._erasing):
            paint_eraser(painter, self._at, self._look)

    # Qt

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(360, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Strokes know nothing of pixels."""
        super().resizeEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.update()
        super().changeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ink or eraser; a second button while one is down changes nothing."""
        if event.button() in BUTTONS and not self.is_drawing:
            self._button = event.button()
            self._press(event.position(), BUTTONS[event.button()])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Further on."""
        self._move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Done."""
        if self.is_drawing and event.button() == self._button:
            self._release()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen. Accepted, or Qt would make a second stroke of it by a mouse event."""
        event.accept()
        if event.type() == QEvent.Type.TabletPress and not self.is_drawing:
            other_end = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._button = event.button()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._press(event.position(), other_end or event.button() == Qt.MouseButton.RightButton)
        elif event.type() == QEvent.Type.TabletMove:
            self._move(event.position())
        elif event.type() == QEvent.Type.TabletRelease and self.is_drawing:
            self._release()

    def event(self, event: QEvent) -> bool:
        """Touch, and keys that a shortcut of the window would take away."""
        if event.type() in TOUCHES and isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        """The first finger draws; a palm or a second finger is of no account."""
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self._finger = None
            self.undo()
            return
        for point in event.points():
            if self._finger is None and not self.is_drawing and point.state() == QEventPoint.State.Pressed:
                self._finger = point.id()
                self.setFocus(Qt.FocusReason.MouseFocusReason)
                self._press(point.position(), False)
            elif point.id() == self._finger:
                self._follow(point)

    def _follow(self, finger: QEventPoint) -> None:
        self._move(finger.position())
        if finger.state() == QEventPoint.State.Released:
            self._finger = None
            self._at = None
            self._release()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and clear."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() in CLEAR_KEYS:
            self.clear()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The eraser's ring comes with the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The eraser's ring goes with the pointer."""
        if not self.is_drawing:
            self._at = None
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring of the focus."""
        super().focusOutEvent(event)
        self.update()


def _is_ours(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.key() in CLEAR_KEYS


def _around(path: tuple[Point, ...]) -> QRectF:
    """Where an eraser on this path is seen, and where it can have changed ink."""
    reach = ERASER + 3
    return inked(path).adjusted(-reach, -reach, reach, reach)
