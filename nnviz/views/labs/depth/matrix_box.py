"""MatrixBox: a matrix in brackets, of numbers that can be changed or that are a result; MatrixRow: several of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from nnviz.engine.trace import Array
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.widgets.drag_field import DragField
from nnviz.widgets.limits import Limits
from nnviz.widgets.number_label import NumberLabel

CELL, HIGH = 60.0, 34.0
"""Pixels of a cell at ordinary text size."""
GAP, HOOK, EDGE = 5.0, 6.0, 12.0
"""Between cells; length of a bracket's ends; room for a bracket."""
LARGEST = 1.9
"""Cells grow with the window to so many times their size, and shrink with it to SMALLEST."""
SMALLEST = 0.55
SIZE = 1.2
"""Of the numbers, in sizes of ordinary text."""


class Entry(NumberLabel):
    """A number of a result. Signals: pointed(bool) while the mouse or the keyboard is at it."""

    pointed = Signal(bool)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed.emit(False)


class MatrixBox(QWidget):
    """Numbers are called <name>_<row>_<column>. What can be changed is dragged or typed.

    Signals: entered(int, int, float) a number by the user; pointed(int, int) row and column of a result that is pointed
    at, −1 and −1 when none is; refused(str) why a text is not taken.
    """

    entered = Signal(int, int, float)
    pointed = Signal(int, int)
    refused = Signal(str)

    def __init__(
        self,
        name: str,
        theme: Theme,
        shape: tuple[int, int],
        limits: Limits | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`shape`: most rows and columns; `limits` of numbers that can be changed, None for a result."""
        super().__init__(parent)
        self.setObjectName(name)
        self._theme, self._lit, self._size = theme, (-1, -1), shape
        self.cells: dict[tuple[int, int], DragField | Entry] = {}
        for row in range(shape[0]):
            for column in range(shape[1]):
                self.cells[row, column] = self._cell(row, column, limits)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_matrix(self, values: Array, row: int = -1, column: int = -1) -> None:
        """Show (rows, columns) numbers, with a row or a column (−1: none) lit up."""
        self._size, self._lit = (values.shape[0], values.shape[1]), (row, column)
        for (i, j), cell in self.cells.items():
            inside = i < values.shape[0] and j < values.shape[1]
            cell.setVisible(inside)
            if inside:
                cell.set_value(float(values[i, j]))
        parent = self.parentWidget()
        if isinstance(parent, MatrixRow):
            parent.arrange()
        self.update()

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns that are shown."""
        return self._size

    def width_for(self, cell: float) -> float:
        """Pixels across with cells that wide."""
        return self._size[1] * (cell + GAP) - GAP + 2 * EDGE

    def height_for(self, cell: float) -> float:
        """Pixels upwards with cells that high."""
        return self._size[0] * (cell + GAP) - GAP + 2 * GAP

    def arrange(self, wide: float, high: float) -> None:
        """Place all cells, each so wide and so high; the writing follows their size."""
        font = self._theme.font(min(high / (HIGH * self._theme.scale), wide / (CELL * self._theme.scale)) * SIZE)
        for (i, j), cell in self.cells.items():
            font.setBold(isinstance(cell, Entry))
            cell.setFont(font)
            left, top = EDGE + j * (wide + GAP), GAP + i * (high + GAP)
            cell.setGeometry(round(left), round(top), round(wide), round(high))
        self.update()

    @property
    def lit(self) -> tuple[int, int]:
        """The row and the column that are lit up, −1 where none is."""
        return self._lit

    def name_entries(self, title: str) -> None:
        """Accessible names: the matrix, and each number with its row and column from 1."""
        self.setAccessibleName(title)
        for (i, j), cell in self.cells.items():
            name = self.tr("{matrix}, row {row}, column {column}").format(matrix=title, row=i + 1, column=j + 1)
            if isinstance(cell, Entry):
                cell.set_title(name)
            else:
                cell.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            self._paint_lit(painter)
            self._paint_brackets(painter)

    def _cell(self, row: int, column: int, limits: Limits | None) -> DragField | Entry:
        name = f"{self.objectName()}_{row}_{column}"
        if limits is None:
            entry = Entry(name, self)
            entry.pointed.connect(lambda on: self.pointed.emit(*((row, column) if on else (-1, -1))))
            return entry
        field = DragField(name, limits, self)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.value_chosen.connect(lambda value, gesture: self.entered.emit(row, column, value))
        field.refused.connect(self.refused)
        return field

    def _paint_lit(self, painter: QPainter) -> None:
        row, column = self._lit
        boxes = [
            QRectF(cell.geometry())
            for (i, j), cell in self.cells.items()
            if i < self._size[0] and j < self._size[1] and (row in (-1, i)) and (column in (-1, j))
        ]
        if not boxes or self._lit == (-1, -1):
            return
        whole = boxes[0]
        for box in boxes:
            whole = whole.united(box)
        color = self._theme.color("accent")
        painter.setPen(QPen(color, 2))
        color.setAlpha(70)
        painter.setBrush(color)
        painter.drawRoundedRect(whole.adjusted(-3, -3, 3, 3), 7, 7)

    def _paint_brackets(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.color("text"), 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        top, bottom = 1.0, self.height() - 1.0
        for x, hook in ((2.0, HOOK), (self.width() - 2.0, -HOOK)):
            painter.drawPolyline([
                QPointF(x + hook, top), QPointF(x, top), QPointF(x, bottom), QPointF(x + hook, bottom)
            ])  # fmt: skip


class Sign(QLabel):
    """A sign between matrices."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "value")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def dress(self, theme: Theme) -> None:
        """Its font."""
        self.setFont(theme.font(1.5))


class MatrixRow(QWidget):
    """Matrices, signs and labels in a row in the middle, as large as there is room for."""

    def __init__(self, theme: Theme, parts: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._parts = theme, parts
        for part in parts:
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def arrange(self) -> None:
        """Place all parts that are shown, in the order in which they are given."""
        parts = [part for part in self._parts if not part.isHidden()]
        boxes = [part for part in parts if isinstance(part, MatrixBox)]
        factor = self._factor(boxes, sum(part.sizeHint().width() + GAP for part in parts if part not in boxes))
        wide, high = CELL * factor, HIGH * factor
        widths = [
            part.width_for(wide) if isinstance(part, MatrixBox) else part.sizeHint().width() + GAP for part in parts
        ]
        x = max(0.0, (self.width() - sum(widths)) / 2)
        for part, width in zip(parts, widths, strict=True):
            height = part.height_for(high) if isinstance(part, MatrixBox) else part.sizeHint().height()
            part.setGeometry(round(x), round((self.height() - height) / 2), round(width), round(height))
            if isinstance(part, MatrixBox):
                part.arrange(wide, high)
            x += width

    def _factor(self, boxes: Sequence[MatrixBox], signs: float) -> float:
        """Size of cells, in sizes at ordinary text."""
        across = (self.width() - signs - sum(box.width_for(0.0) for box in boxes)) / sum(box.shape[1] for box in boxes)
        tallest = max(boxes, key=lambda box: box.shape[0])
        upwards = (self.height() - tallest.height_for(0.0)) / tallest.shape[0]
        return min(max(min(across / CELL, upwards / HIGH), SMALLEST), LARGEST * self._theme.scale)

    def sizeHint(self) -> QSize:
        return QSize(420, 150)

    def minimumSizeHint(self) -> QSize:
        boxes = [part for part in self._parts if isinstance(part, MatrixBox)]
        tallest = max((box.height_for(HIGH * SMALLEST) for box in boxes), default=60.0)
        return QSize(140, round(tallest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
