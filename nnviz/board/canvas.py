"""DigitCanvas: the sheet to draw on with mouse, finger or pen. Strokes are its source, pixels only follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.board.hand import Hand
from nnviz.board.ink import InkLayer, ink_pen, inked, tail
from nnviz.board.sheet import ROUND, Look, paint_eraser, paint_frame, paint_guide, paint_picture
from nnviz.board.sketch import ERASER, Point, Sketch, Strokes
from nnviz.session.drawing import CANVAS_EXTENT
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.widgets.printing import pixel_ratio
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.clock import FrameClock

FRAME = 16
"""Milliseconds between two announcements of new strokes."""
CLEAR_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)


class DigitCanvas(Worded, QWidget):
    """A square to draw on.

    Signals: strokes_changed(tuple[Stroke, ...]) in canvas units: at most once a frame, and when the pen is lifted.
    Left button, finger, pen: ink. Right button, a pen's other end, or `set_eraser`: eraser.
    Ctrl+Z undoes, Delete and Escape clear.
    """

    strokes_changed = Signal(object)

    def __init__(self, clock: FrameClock, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sketch = Sketch()
        self._layer = InkLayer()
        self._picture = QImage()
        self._eraser = False
        self._erasing: bool | None = None
        self._hand = Hand(self)
        self._at: Point | None = None
        self._pending = False
        self._since = QElapsedTimer()
        self._set_up()
        theme.changed.connect(self._dress)
        clock.frame.connect(self._on_frame)

    @property
    def strokes(self) -> Strokes:
        """What is drawn, in units of CANVAS_EXTENT."""
        return self._sketch.strokes

    @property
    def is_drawing(self) -> bool:
        """True while a pen, finger or button is down."""
        return self._hand.is_down

    @property
    def shows_picture(self) -> bool:
        """True while a picture stands in place of the drawing."""
        return not self._picture.isNull()

    def show_strokes(self, strokes: Strokes) -> None:
        """Show a drawing that came from elsewhere. Nothing is announced; undo brings the old one back."""
        if self._sketch.replace(strokes):
            self._redraw()

    def open_sheet(self, strokes: Strokes) -> None:
        """Another sheet with its own drawing: undo does not lead back to the one before. Nothing is announced."""
        self._drop()
        self._sketch, self._picture, self._pending = Sketch(strokes), QImage(), False
        self._redraw()

    def show_picture(self, picture: QImage) -> None:
        """Show a picture in place of the drawing; an empty one: the drawing again."""
        if picture != self._picture:
            self._picture = picture
            self.update()

    def set_eraser(self, on: bool) -> None:
        """Erase with the left button, too."""
        self._eraser = on
        self._dress_cursor()

    def undo(self) -> None:
        """Take the last stroke, cut or clearing back; a picture gives way to the drawing before it."""
        self._drop()
        if self._sketch.undo() or self.shows_picture:
            self._renew()

    def clear(self) -> None:
        """An empty sheet."""
        self._drop()
        if self._sketch.replace(()) or self.shows_picture:
            self._renew()

    def forget(self) -> None:
        """An empty sheet, and nothing left of what was drawn, for undo neither. Nothing is announced."""
        self._drop()
        self._pending = False
        self._sketch.forget()
        self._picture = QImage()
        self._at = None
        self._redraw()

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
        self._word()

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Canvas for drawing a digit"))
        self._hint = self.tr("Draw a digit 0–9 here")
        self.update()

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
        self._picture = QImage()
        self._redraw()
        self._announce()

    def _drop(self) -> None:
        """End the gesture; what the pointer does until it is lifted no longer counts."""
        self._hand.let_go()
        self._erasing = None

    def _redraw(self) -> None:
        if not self._layer.pixmap.isNull():
            self._layer.redraw(self._sketch.strokes)
        self.update()

    # one gesture: press, move, release

    def pen_down(self, at: QPointF, erase: bool) -> None:
        """A pointer goes down."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._prepare()
        self._erasing = erase or self._eraser
        if self.shows_picture:
            self._leave_picture()
        self._at = self._units(at)
        if self._erasing:
            self._sketch.remember()
            self._cut((self._at,))
        else:
            self._start(self._at)

    def _leave_picture(self) -> None:
        """Drawing over a picture starts a new drawing."""
        self._picture = QImage()
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

    def pen_moved(self, at: QPointF) -> None:
        """A pointer moves, down or not."""
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

    def pen_up(self) -> None:
        """The pointer is lifted."""
        if self._erasing is False:
            self._update(self._layer.finish(self._sketch.current))
            self._sketch.end()
        elif self._erasing:
            self._sketch.forget_if_unchanged()
        self._erasing = None
        self._announce()
        if self._at is not None:
            self._update(_around((self._at,)))
        if not self.underMouse():
            self._at = None

    def pen_cancelled(self) -> None:
        """The pointer is taken away, for instance by a gesture of the desktop: nothing was drawn."""
        self.undo()

    def _units(self, at: QPointF) -> Point:
        sheet = self._sheet()
        factor = CANVAS_EXTENT / sheet.width()
        return (at.x() - sheet.x()) * factor, (at.y() - sheet.y()) * factor

    def _update(self, area: QRectF) -> None:
        """Repaint an area given in canvas units."""
        sheet = self._sheet()
        factor = sheet.width() / CANVAS_EXTENT
        place = QRectF(area.x() * factor, area.y() * factor, area.width() * factor, area.height() * factor)
        self.update(place.translated(sheet.topLeft()).toAlignedRect().adjusted(-1, -1, 1, 1))

    def _sheet(self) -> QRectF:
        """The square in the middle of the widget."""
        side = max(1, min(self.width(), self.height()))
        return QRectF(QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side))

    # painting

    def _prepare(self) -> None:
        """The cached ink in the size and resolution of the screen."""
        side, ratio = self._sheet().width(), pixel_ratio(self)
        if not self._layer.fits(side, ratio):
            self._layer.resize(side, ratio)
            self._layer.redraw(self._sketch.strokes)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ink, or the picture, or the hint."""
        self._prepare()
        sheet = self._sheet()
        with painting(self) as painter:
            if self.shows_picture:
                paint_picture(painter, self._picture, sheet)
            else:
                self._layer.paint(painter, sheet, self._sketch.strokes)
                if not self._sketch.strokes:
                    paint_guide(painter, sheet, self._hint, self._look)
            self._paint_tools(painter, sheet)
            painter.resetTransform()
            if not sheet.adjusted(ROUND, ROUND, -ROUND, -ROUND).contains(QRectF(event.rect())):
                paint_frame(painter, QRectF(self.rect()), sheet, self._look, self.hasFocus())

    def _paint_tools(self, painter: QPainter, sheet: QRectF) -> None:
        """The end of the stroke under the pen, which is not in the cached ink yet, or the eraser's ring."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(sheet.topLeft())
        painter.scale(sheet.width() / CANVAS_EXTENT, sheet.width() / CANVAS_EXTENT)
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

    def event(self, event: QEvent) -> bool:
        """Mouse, finger and pen; and keys that a shortcut of the window would take away."""
        if self._hand.take(event):
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

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


def _is_ours(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.key() in CLEAR_KEYS


def _around(path: tuple[Point, ...]) -> QRectF:
    """Where an eraser on this path is seen, and where it can have changed ink."""
    reach = ERASER + 3
    return inked(path).adjusted(-reach, -reach, reach, reach)
