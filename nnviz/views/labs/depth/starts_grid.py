"""StartsGrid: small multiples, a row for each initialiser and a column for each activation."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nnviz.engine.depth import LayerLook
from nnviz.engine.experiment import INITIALIZER_NAMES
from nnviz.session.labs.depth.starts import ACTIVATIONS, Cell, Place
from nnviz.session.names import name_of
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.labs.depth.limits import BOUNDS, value_limits
from nnviz.views.labs.depth.outline import height_of, outline, paint_filled, paint_ghost
from nnviz.widgets.focus import paint_focus_ring
from nnviz.widgets.numerals import DIGITS, full, short
from nnviz.widgets.ticks import Limits

SMALL, HEAD = 0.82, 1.0
GAP, PAD = 6.0, 8.0
BETWEEN = " " * 3
CENTER_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
CENTER_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MOVES = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip


class StartsGrid(QWidget):
    """cells, starts   what is painted, and the outlines of the starts behind it, by (initialiser, activation)
    chosen   the place that the lab's run has, or None;  current: where the keyboard is

    Signals: place_chosen(Place) by a click, Enter or the space bar.
    """

    place_chosen = Signal(object)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cells: dict[Place, Cell] = {}
        self.starts: dict[Place, Cell] = {}
        self.chosen: Place | None = None
        self.current: Place = (INITIALIZER_NAMES[0], ACTIVATIONS[0])
        self._limits: dict[Place, Limits] = {}
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_cells(self, cells: dict[Place, Cell], starts: dict[Place, Cell], chosen: Place | None) -> None:
        """Paint what has changed."""
        places = [(initializer, activation) for initializer in INITIALIZER_NAMES for activation in ACTIVATIONS]
        for place in places:
            marked = (place == chosen) != (place == self.chosen)
            same = cells.get(place) is self.cells.get(place) and starts.get(place) is self.starts.get(place)
            if marked or not same:
                self.update(self.place_rect(place))
        self.cells, self.starts, self.chosen = dict(cells), dict(starts), chosen
        self._describe()

    def limits(self, place: Place) -> Limits:
        """Ends of the axis of a cell, the same for its layers."""
        cell, start = self.cells[place], self.starts.get(place)
        looks = (*cell.looks, *(start.looks if start else ()))
        before = self._limits.get(place, (0.0, 0.0))
        bound = BOUNDS.get(place[1])
        self._limits[place] = value_limits([look.activations for look in looks], [bound], before)
        return self._limits[place]

    def reading(self, place: Place) -> str:
        """A cell in one sentence, with all digits."""
        initializer, activation = name_of("initializer", place[0]), name_of("activation", place[1])
        cell = self.cells.get(place)
        if cell is None:
            return f"{initializer}, {activation}"
        return self.tr(
            "{initializer}, {activation}, iteration {iteration}: deviation of layer {layer} {deviation}, gradient norm "
            "of the first layer / of the last {ratio}. {grade}"
        ).format(
            initializer=initializer, activation=activation, iteration=cell.iteration, layer=len(cell.looks),
            deviation=full(cell.deviation), ratio=full(cell.ratio), grade=self.grade_text(cell),
        )  # fmt: skip

    def grade_text(self, cell: Cell) -> str:
        """What is wrong with a cell, in a word."""
        return {
            "diverged": self.tr("diverged"), "collapse": self.tr("collapses"), "growth": self.tr("grows"),
            "saturated": self.tr("saturated"), "vanishing": self.tr("vanishes"), "exploding": self.tr("explodes"),
            "": self.tr("healthy"),
        }[cell.grade]  # fmt: skip

    def facts(self, cell: Cell, digits: int = DIGITS) -> tuple[str, str]:
        """The two numbers below the histograms."""
        return (
            self.tr("dev. {deviation}").format(deviation=short(cell.deviation, digits)),
            self.tr("grad. {ratio}").format(ratio=short(cell.ratio, digits)),
        )

    def fact_lines(self, cell: Cell, width: float, metrics: QFontMetricsF) -> list[str]:
        """Both numbers in a line, beside which the word about them has room, or below each other; an empty line where
        it has none beside the last of them either."""
        room = width - metrics.horizontalAdvance(self.grade_text(cell)) - PAD
        for digits in (DIGITS, 3, 2):
            line = BETWEEN.join(self.facts(cell, digits))
            if metrics.horizontalAdvance(line) <= room:
                return [line]
        lines = list(self.facts(cell, 2))
        return lines if metrics.horizontalAdvance(lines[-1]) <= room else [*lines, ""]

    def place_rect(self, place: Place) -> QRect:
        """Where a cell is."""
        left, top = self._room()
        row, column = INITIALIZER_NAMES.index(place[0]), ACTIVATIONS.index(place[1])
        width = (self.width() - left) / len(ACTIVATIONS)
        height = (self.height() - top) / len(INITIALIZER_NAMES)
        box = QRectF(left + column * width, top + row * height, width, height)
        return box.adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2).toRect()

    def word(self) -> None:
        """The accessible name."""
        self.setAccessibleName(self.tr("Activations for each initialiser and activation"))
        self._describe()
        self.update()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(760, 500)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 380)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), self.reading(place) if place else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().x(), event.position().y())
        if place and event.button() == Qt.MouseButton.LeftButton:
            self._go(place)
            self.place_chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in MOVES:
            row = INITIALIZER_NAMES.index(self.current[0]) + MOVES[key][0]
            column = ACTIVATIONS.index(self.current[1]) + MOVES[key][1]
            row, column = min(max(row, 0), len(INITIALIZER_NAMES) - 1), min(max(column, 0), len(ACTIVATIONS) - 1)
            self._go((INITIALIZER_NAMES[row], ACTIVATIONS[column]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.place_chosen.emit(self.current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint_heads(painter)
            painter.setFont(self._theme.font(SMALL))
            for initializer in INITIALIZER_NAMES:
                for activation in ACTIVATIONS:
                    box = self.place_rect((initializer, activation))
                    if box.intersects(event.rect()):
                        self._paint_cell(painter, (initializer, activation), QRectF(box))

    # Private

    def _room(self) -> tuple[float, float]:
        """Left of and above the cells."""
        metrics = QFontMetricsF(self._theme.font(HEAD, bold=True, numbers=False))
        names = (name_of("initializer", name) for name in INITIALIZER_NAMES)
        return max(_halved(name, metrics) for name in names) + 2 * PAD, metrics.height() + GAP

    def _place_at(self, x: float, y: float) -> Place | None:
        places = ((initializer, activation) for initializer in INITIALIZER_NAMES for activation in ACTIVATIONS)
        return next((place for place in places if self.place_rect(place).contains(int(x), int(y))), None)

    def _go(self, place: Place) -> None:
        self.update(self.place_rect(self.current))
        self.current = place
        self._describe()
        self.update(self.place_rect(place))

    def _describe(self) -> None:
        self.setAccessibleDescription(self.reading(self.current))

    def _paint_heads(self, painter: QPainter) -> None:
        left, top = self._room()
        painter.setFont(self._theme.font(HEAD, bold=True, numbers=False))
        painter.setPen(self._theme.color("text"))
        for activation in ACTIVATIONS:
            box = self.place_rect((INITIALIZER_NAMES[0], activation))
            place = QRectF(box.x(), 0, box.width(), top - GAP / 2)
            painter.drawText(place, CENTER_LEFT, name_of("activation", activation))
        for initializer in INITIALIZER_NAMES:
            box = self.place_rect((initializer, ACTIVATIONS[0]))
            beside = QRectF(PAD / 2, box.y(), left - PAD, box.height())
            painter.drawText(beside, int(CENTER_LEFT | Qt.TextFlag.TextWordWrap), name_of("initializer", initializer))

    def _paint_cell(self, painter: QPainter, place: Place, box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = place == self.chosen
        painter.setPen(QPen(self._theme.color("accent" if chosen else "border"), 2 if chosen else 1))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        cell = self.cells.get(place)
        if cell:
            metrics = QFontMetricsF(painter.font())
            lines = self.fact_lines(cell, box.width() - 2 * PAD, metrics)
            inner = box.adjusted(PAD, PAD, -PAD, -len(lines) * metrics.height() - GAP - 2)
            self._paint_layers(painter, place, cell, inner)
            self._paint_facts(painter, cell, lines, QRectF(inner.left(), inner.bottom() + GAP, inner.width(), 0))
        if self.hasFocus() and place == self.current:
            paint_focus_ring(painter, box.adjusted(3, 3, -3, -3), self.palette())

    def _paint_layers(self, painter: QPainter, place: Place, cell: Cell, box: QRectF) -> None:
        limits, metrics = self.limits(place), QFontMetricsF(painter.font())
        ends = [short(value, 2) for value in (limits[1], limits[0])]
        room = max(map(metrics.horizontalAdvance, (*ends, "−0.8"))) + 4
        painter.setPen(self._theme.color("muted"))
        for text, side in zip(ends, (Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom), strict=True):
            beside = QRectF(box.left(), box.top() - 2, room - 4, box.height() + 4)
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | side, text)
        width, start = (box.width() - room) / len(cell.looks), self.starts.get(place)
        for k, look in enumerate(cell.looks):
            column = QRectF(box.left() + room + k * width, box.top(), width - 3, box.height())
            before = start.looks[k] if start and cell.iteration else None
            self._paint_histogram(painter, look, before, limits, column)

    def _paint_histogram(
        self, painter: QPainter, look: LayerLook, before: LayerLook | None, limits: Limits, box: QRectF
    ) -> None:
        painter.setPen(QPen(self._theme.color("faint"), 1))
        painter.drawLine(box.topLeft(), box.bottomLeft())
        zero = height_of(0.0, limits, box)
        paint_filled(painter, self._theme, outline(look.activations, limits, box), zero, box)
        if before:
            paint_ghost(painter, self._theme, outline(before.activations, limits, box))

    def _paint_facts(self, painter: QPainter, cell: Cell, lines: list[str], box: QRectF) -> None:
        """Numbers at the left from the top of the box on, the word about them at the right of the last one."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self._theme.color("text"))
        box.setHeight(QFontMetricsF(painter.font()).height())
        for line in lines:
            painter.drawText(box, CENTER_LEFT, line)
            box.translate(0, box.height())
        painter.setPen(self._theme.color("warning" if cell.grade else "success"))
        painter.drawText(box.translated(0, -box.height()), CENTER_RIGHT, self.grade_text(cell))


def _halved(name: str, metrics: QFontMetricsF) -> float:
    """Pixels that a name needs at least when it may be broken once."""
    words = name.split()
    breaks = [(" ".join(words[:k]), " ".join(words[k:])) for k in range(1, len(words))] or [(name, "")]
    return min(max(map(metrics.horizontalAdvance, halves)) for halves in breaks)
