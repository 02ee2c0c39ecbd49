"""Cover: what the audience sees instead of the window: a picture of it that stands still, or nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme

FROZEN, BLACK, WHITE = "frozen", "black", "white"
BLANKS = {BLACK: Qt.GlobalColor.black, WHITE: Qt.GlobalColor.white}
"""Of no palette: a projector that shows black is dark, one that shows white lights the hall."""


class Cover(QWidget):
    """Lies over the window. Under a frozen picture everything goes on and can be used; nothing there is painted.

    Signals: changed(str) with its kind: "", FROZEN, BLACK or WHITE.
    """

    changed = Signal(str)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("presenter_cover")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._theme, self._window, self._kind = theme, window, ""
        self._picture = QPixmap()
        self.hide()

    @property
    def kind(self) -> str:
        """What it shows; "" while it is away."""
        return self._kind

    @property
    def picture(self) -> QPixmap:
        """The frozen picture; empty where there is none."""
        return self._picture

    def freeze(self, picture: QPixmap) -> None:
        """Show a picture of the window."""
        self._show(FROZEN, picture)

    def blank(self, kind: str) -> None:
        """BLACK or WHITE."""
        self._show(kind, QPixmap())

    def lift(self) -> None:
        """Away with it."""
        if self._kind:
            self._kind, self._picture = "", QPixmap()
            self.hide()
            self.changed.emit("")

    def word(self) -> None:
        """In the language that is now in use."""
        names = {FROZEN: self.tr("Frozen picture"), BLACK: self.tr("Black screen"), WHITE: self.tr("White screen")}
        self.setAccessibleName(names.get(self._kind, ""))

    def _show(self, kind: str, picture: QPixmap) -> None:
        self._kind, self._picture = kind, picture
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, kind == FROZEN)
        self.setCursor(Qt.CursorShape.ArrowCursor if kind == FROZEN else Qt.CursorShape.BlankCursor)
        self.setGeometry(self._window.rect())
        self.word()
        self.show()
        self.raise_()
        self.update()
        self.changed.emit(kind)

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nothing yet: what lies beneath shall not hear of a click on an empty screen."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click brings the window back. (With the right button it would bring a menu, too.)"""
        if event.button() == Qt.MouseButton.LeftButton:
            self.lift()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(event.rect(), BLANKS.get(self._kind, self._theme.color("window")))
            if not self._picture.isNull():
                self._paint_picture(painter)

    def _paint_picture(self, painter: QPainter) -> None:
        """As it was taken; on another screen as large as there is room."""
        taken = self._picture.deviceIndependentSize()
        place = QRectF(QPointF(), taken.scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio))
        place.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, taken != QSizeF(self.size()))
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
