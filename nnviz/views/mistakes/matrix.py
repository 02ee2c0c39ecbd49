"""ConfusionMatrix: how many test samples of each class are taken for which. Each number is an element of the array."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.mistakes.matrix_picture import Look, MatrixPicture
from nnviz.views.mistakes.words import MistakeWords

if TYPE_CHECKING:
    from nnviz.engine.outcome import Outcome

STEPS = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip
PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
FRAMES = {"chosen": ("accent", 2.5), "hovered": ("text", 1.5), "current": ("text", 2.0)}
"""Colour and width of the frames around cells."""
Cell = tuple[int, int]


class ConfusionMatrix(QWidget):
    """Rows are true classes, columns predicted ones; recall stands beside the rows, precision below the columns.

    Signals: pointed(cell | None) while the mouse or an arrow key moves, pressed(cell) after a click or Enter, each
    cell being (true, predicted).

    picture  what is painted, None before there is an outcome;  current: the cell that the keyboard is at
    hovered  the cell below the mouse;  chosen: true and predicted class that are framed, None for any
    """

    pointed = Signal(object)
    pressed = Signal(object)

    def __init__(self, theme: Theme, words: MistakeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.picture: MatrixPicture | None = None
        self.current: Cell = (0, 0)
        self.hovered: Cell | None = None
        self.chosen: tuple[int | None, int | None] = (None, None)
        self.setObjectName("confusion_matrix")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._relay)
        self.word()

    # what is shown

    def show_outcome(self, outcome: Outcome, names: tuple[str, ...]) -> None:
        """Draw the counts of this outcome, whose classes have these names."""
        if self.picture is None or names != self.picture.names:
            self.current, self.hovered = (0, 0), None
        self.picture = self._picture(outcome, names, QSizeF(self.size()))
        self._describe()
        self.update()

    def choose(self, truth: int | None, predicted: int | None) -> None:
        """Frame a cell, a row or a column; neither: nothing."""
        if (truth, predicted) != self.chosen:
            self.chosen = truth, predicted
            self.update()

    @property
    def pointed_at(self) -> Cell | None:
        """The cell that the mouse or else the keyboard is at."""
        return self.hovered or (self.current if self.hasFocus() else None)

    def sentence(self, cell: Cell) -> str:
        """What a cell says."""
        if self.picture is None:
            return ""
        names, (row, column) = self.picture.names, cell
        return self._words.cell(names[row], names[column], int(self.picture.outcome.matrix[row, column]))

    def heights_at(self, width: int) -> tuple[int, int]:
        """How high it wants to be at a width, and must be to be read."""
        if self.picture is None:
            return 0, 0
        picture = self._picture_at(width)
        return picture.ideal_height, picture.least_height

    def is_readable_at(self, width: int) -> bool:
        """Whether figures have the size of other writing in so much width."""
        return self.picture is None or self._picture_at(width).least_width <= width

    def word(self) -> None:
        """Another language was chosen."""
        self.setAccessibleName(self.tr("Confusion matrix: rows are true classes, columns predicted ones"))
        self._describe()
        self._relay()

    def _picture(self, outcome: Outcome, names: tuple[str, ...], room: QSizeF) -> MatrixPicture:
        return MatrixPicture(Look(outcome, names, room, self._theme, self._words))

    def _picture_at(self, width: int) -> MatrixPicture:
        assert self.picture is not None
        return self._picture(self.picture.outcome, self.picture.names, QSizeF(width, 0))

    def _relay(self, _: object = None) -> None:
        """The same in another size, other colours or other words."""
        if self.picture is not None:
            self.picture = self._picture(self.picture.outcome, self.picture.names, QSizeF(self.size()))
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.sentence(self.current))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, and frames around what is chosen and pointed at."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("surface"))
            if self.picture is not None:
                self.picture.paint(painter)
                self._paint_frames(painter, self.picture)

    def _paint_frames(self, painter: QPainter, picture: MatrixPicture) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.chosen != (None, None):
            self._paint_frame(painter, picture.grid.region(*self.chosen), "chosen")
        if self.hovered is not None:
            self._paint_frame(painter, picture.grid.cell(*self.hovered), "hovered")
        if self.hasFocus():
            self._paint_frame(painter, picture.grid.cell(*self.current), "current")

    def _paint_frame(self, painter: QPainter, box: QRectF, kind: str) -> None:
        """Outside of the cell, so that its figures stay whole; a line of ground sets it off from the cells."""
        role, width = FRAMES[kind]
        for color, wide, away in (("surface", 1.5, 0.0), (role, width, width / 2)):
            pen = QPen(self._theme.color(color), wide)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(box.adjusted(-away, -away, away, away))

    # pointing and pressing

    def _at(self, event: QMouseEvent) -> Cell | None:
        return self.picture.grid.at(event.position()) if self.picture else None

    def _point(self, cell: Cell | None) -> None:
        if cell != self.hovered:
            self.hovered = cell
            self.pointed.emit(self.pointed_at)
            self.update()

    def _move(self, cell: Cell) -> None:
        self.current = cell
        self._describe()
        self.pointed.emit(cell)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the cell below the mouse means."""
        self._point(self._at(event))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A cell is pressed."""
        cell = self._at(event)
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._move(cell)
            self.pressed.emit(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move over the cells, Enter and space press one."""
        key, last = Qt.Key(event.key()), len(self.picture.names) - 1 if self.picture else 0
        if key in STEPS:
            row, column = (at + by for at, by in zip(self.current, STEPS[key], strict=True))
            self._move((min(max(row, 0), last), min(max(column, 0), last)))
        elif key in PRESS:
            self.pressed.emit(self.current)
        else:
            super().keyPressEvent(event)

    # Qt

    def sizeHint(self) -> QSize:
        """What it wants at an ordinary width."""
        return QSize(360, self.heights_at(360)[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._relay()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame of the keyboard's cell appears, and the cell says what it is."""
        super().focusInEvent(event)
        self._move(self.current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It disappears."""
        super().focusOutEvent(event)
        self.pointed.emit(self.hovered)
        self.update()
