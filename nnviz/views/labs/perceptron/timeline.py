"""Timeline: the years 1943 to 2010 to scale, with the entries above and below and the generations on the axis."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.session.labs.perceptron.history import ENTRIES, GENERATIONS, SPAN
from nnviz.theme.theme import Theme
from nnviz.views.labs.perceptron.figure import Figure, Sketch

WIDE, HIGH = 1040.0, 320.0
"""Size on which it is drawn where the window has this shape; the axis takes all of the width there is."""
MARGIN, CARD_HEIGHT, BAR = 22.0, 84.0, 30.0
NARROW_CARD, WIDE_CARD, CROWDED = 146.0, 186.0, 1970
"""Width of a card before and after the year until which entries are crowded."""
ROLES = {"threshold": "positive", "layers": "test", "deep": "train"}
DECADES = range(1950, SPAN[1] + 1, 10)


class Timeline(Figure):
    """`marks`: where each entry's stem stands on the axis, in pixels of the board, by key; `generations`: their names.

    Signals: picked(str): the key of an entry that was pressed or reached with the arrow keys.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.selected = ""
        self._titles: Mapping[str, tuple[str, str, str]] = {}
        self.generations: Mapping[str, str] = {}
        self.marks: dict[str, float] = {}
        self._lay_out()

    def show_entry(self, selected: str) -> None:
        """Mark an entry."""
        self.selected = self.spot = selected
        self.update()

    def name_entries(self, titles: Mapping[str, tuple[str, str, str]], generations: Mapping[str, str]) -> None:
        """Year, people and what it was of each entry, and what the generations are called."""
        self._titles, self.generations = titles, generations
        self.update()

    def at(self, year: float) -> float:
        """Where a year is, in pixels of the board."""
        share = (year - SPAN[0]) / (SPAN[1] - SPAN[0])
        return MARGIN + share * (self.board[0] - 2 * MARGIN)

    def draw(self, sketch: Sketch) -> None:
        for index, key in enumerate(ENTRIES):
            self._stem(sketch, key, above=index % 2 == 0)
        self._axis(sketch)
        for index, key in enumerate(ENTRIES):
            self._mark(sketch, key, above=index % 2 == 0)
        for key in self._titles:
            self._card(sketch, key)

    def _lay_out(self) -> None:
        factor = max(min(self.width() / WIDE, self.height() / HIGH), 0.3)
        self.board = (self.width() / factor, self.height() / factor)
        middle = self.board[1] / 2
        for index, (key, entry) in enumerate(ENTRIES.items()):
            at = self.at((entry.year + entry.until) / 2)
            self.marks[key] = at
            wide = NARROW_CARD if entry.year < CROWDED else WIDE_CARD
            left = min(max(at - wide / 2, 2.0), self.board[0] - wide - 2.0)
            top = middle - HIGH / 2 + 8 if index % 2 == 0 else middle + HIGH / 2 - CARD_HEIGHT - 8
            self.spots[key] = QRectF(left, top, wide, CARD_HEIGHT)

    def _axis(self, sketch: Sketch) -> None:
        middle = self.board[1] / 2
        ends = QPointF(self.at(SPAN[0]), middle), QPointF(self.at(SPAN[1]), middle)
        sketch.wire(*ends, "faint", 3.0)
        for name, first, last in GENERATIONS:
            bar = QRectF(self.at(first), middle - BAR / 2, self.at(last) - self.at(first), BAR)
            sketch.box(bar, sketch.tint(ROLES[name], 0.32), ROLES[name])
            text = self.generations.get(name, "")
            short = text.split("\n", maxsplit=1)[0]
            fits = QFontMetricsF(sketch.font(1.0, True)).horizontalAdvance(text.replace("\n", ": ")) < bar.width() - 12
            sketch.write(bar.center().x(), middle, text.replace("\n", ": ") if fits else short, "text", 1.0, True)
        for year in DECADES:
            x = self.at(year)
            sketch.wire(QPointF(x, middle + BAR / 2), QPointF(x, middle + BAR / 2 + 12), "faint", 1.4)
            # Beside its tick, or the stem of an entry would go through the number.
            align = 1.15 if year == SPAN[1] else -0.15
            sketch.write(x, middle + BAR / 2 + 11, str(year), "muted", 0.85, align=align)

    def _stem(self, sketch: Sketch, key: str, above: bool) -> None:
        """From a card to its year on the axis, or to the middle of its years."""
        box, x, chosen = self.spots[key], self.marks[key], key == self.selected
        start = QPointF(x, box.bottom() if above else box.top())
        end = QPointF(x, self._edge(above))
        sketch.wire(start, end, "accent" if chosen else "muted", 2.6 if chosen else 1.4)

    def _mark(self, sketch: Sketch, key: str, above: bool) -> None:
        """Its year, or all of its years, on the axis."""
        entry, end = ENTRIES[key], QPointF(self.marks[key], self._edge(above))
        role = "accent" if key == self.selected else "muted"
        if entry.until > entry.year:
            span = QPointF(self.at(entry.year), end.y()), QPointF(self.at(entry.until), end.y())
            sketch.wire(*span, role, 4.0)
        else:
            sketch.disc(end, 4.0, sketch.theme.color(role), "surface", 1.0)

    def _edge(self, above: bool) -> float:
        return self.board[1] / 2 + (-BAR / 2 if above else BAR / 2)

    def _card(self, sketch: Sketch, key: str) -> None:
        box, chosen = self.spots[key], key == self.selected
        ground = sketch.tint("accent", 0.22) if chosen else sketch.theme.color("raised")
        sketch.box(box, ground, "accent" if chosen else "muted")
        year, people, what = self._titles[key]
        sketch.write(box.center().x(), box.top() + 17, year, "text", 1.25, True)
        self._line(sketch, box, 42, people, "text")
        self._line(sketch, box, 64, what, "muted")

    def _line(self, sketch: Sketch, box: QRectF, y: float, text: str, role: str) -> None:
        """A line made smaller where it would not fit into its card."""
        wide = QFontMetricsF(sketch.font()).horizontalAdvance(text)
        size = min(1.0, (box.width() - 16) / max(wide, 1.0))
        sketch.write(box.center().x(), box.top() + y, text, role, size)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if self.spot != self.selected and event.key() != Qt.Key.Key_Tab:
            self.picked.emit(self.spot)
