"""FormulaLabel: a formula of typeset pieces and numbers, wrapped between its words; screen readers get a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontInfo, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.sentences.marking import QT_TRANSLATE_NOOP
from nnviz.theme.painting import painting
from nnviz.widgets.numerals import full, short
from nnviz.widgets.typesetter import ASCENT, DESCENT, Typesetter
from nnviz.widgets.worded import Worded

SIZE = 1.2
"""Formulas beside ordinary text: the letters of the mathematical font are smaller."""
GAP, LEADING, INDENT = 0.26, 0.28, 0.9
"""Between words, between lines, and before continued lines, in em."""
NARROW, COMMON_WIDTH = 24, 260


ALOUD: dict[str, str] = {
    "=": QT_TRANSLATE_NOOP("Formula", "equals"),
    "+": QT_TRANSLATE_NOOP("Formula", "plus"),
    "−": QT_TRANSLATE_NOOP("Formula", "minus"),
    "·": QT_TRANSLATE_NOOP("Formula", "times"),
    "/": QT_TRANSLATE_NOOP("Formula", "divided by"),
    "√": QT_TRANSLATE_NOOP("Formula", "the root of"),
    "²": QT_TRANSLATE_NOOP("Formula", "squared"),
    "…": QT_TRANSLATE_NOOP("Formula", "and so on"),
    "(": ", ",
    ")": ", ",
}
"""How a screen reader should say the signs between numbers."""


@dataclass(frozen=True)
class Tex:
    """A piece of LaTeX, typeset by the library, and how it is read. Only what is the same again and again: setting one
    takes 10 ms."""

    latex: str
    spoken: str


@dataclass(frozen=True)
class Fine:
    """A number written with more digits than others: where a difference would hide behind four of them."""

    value: float
    digits: int


Piece = Tex | Fine | str | float
"""Typeset, written as it is, or a number, written with four digits where nothing else is said."""
Word = tuple[Piece, ...]


@dataclass(frozen=True)
class Formula:
    """Words, between which a line may break."""

    words: tuple[Word, ...] = ()

    @property
    def numbers(self) -> tuple[float, ...]:
        """The numbers it shows, left to right."""
        values = (piece.value if isinstance(piece, Fine) else piece for word in self.words for piece in word)
        return tuple(value for value in values if isinstance(value, float))

    @property
    def spoken(self) -> str:
        """The formula as a sentence, with all digits of its numbers."""
        said = (_aloud(piece) for word in self.words for piece in word)
        return " ".join(" ".join(said).split()).replace(" ,", ",").strip(" ,")


@dataclass(frozen=True)
class Placed:
    """One piece at its place: the left end of its baseline."""

    piece: Tex | str
    x: float
    y: float


@dataclass(frozen=True)
class Setting:
    """A formula laid out: its pieces, the size of an em, and the height it takes, in pixels."""

    pieces: tuple[Placed, ...]
    size: float
    height: float
    lines: int


class FormulaLabel(Worded, QWidget):
    """Shows a Formula as wide as there is room; what has no room is made smaller, never cut off."""

    def __init__(
        self, typesetter: Typesetter, parent: QWidget | None = None, role: str = "text", above: int = 0
    ) -> None:
        """`role` "text", or "muted" for what stands behind; `above`: empty pixels over the formula."""
        super().__init__(parent)
        self._typesetter = typesetter
        self._role = QPalette.ColorRole.WindowText if role == "text" else QPalette.ColorRole.PlaceholderText
        self._formula = Formula()
        self._settings: dict[int, Setting] = {}
        self._above = above
        self._lines = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def formula(self) -> Formula:
        """What is shown."""
        return self._formula

    def set_formula(self, formula: Formula) -> None:
        """Show a formula."""
        if formula == self._formula:
            return
        if len(formula.words) != len(self._formula.words):
            self._lines = (0, 0)
        self._formula = formula
        self._word()
        self._forget()

    def natural_width(self) -> float:
        """Pixels of all words in one line."""
        size = self._size()
        widths = [_width(word, size, self._typesetter) for word in self._formula.words]
        return sum(widths) + GAP * size * max(0, len(widths) - 1)

    def heightForWidth(self, width: int) -> int:
        """Lines once needed stay, lest everything below jumps with every digit."""
        setting = self._at(width)
        needed = self._lines[1] if self._lines[0] == width else 0
        spare = max(0, needed - setting.lines) * (ASCENT + DESCENT + LEADING) * setting.size
        return int(setting.height + spare + 1) + self._above

    def sizeHint(self) -> QSize:
        """One line wide, where that is not too long; as high as the width it has takes.

        A layout that asks for the height of a width mixes it with the height of this hint, which is that of another.
        """
        return QSize(min(round(self.natural_width() + 1), COMMON_WIDTH), self.heightForWidth(max(self.width(), NARROW)))

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(NARROW, self.heightForWidth(max(self.width(), NARROW)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes another height."""
        super().resizeEvent(event)
        self._claim()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pieces, in the colour of the writing."""
        with painting(self) as painter:
            setting = self._at(self.width())
            needed = self._lines[1] if self._lines[0] == self.width() else 0
            self._lines = (self.width(), max(needed, setting.lines))
            painter.translate(0, self._above)
            self._paint(painter, setting)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of writing."""
        if event.type() == QEvent.Type.FontChange:
            self._lines = (0, 0)
            self._forget()
        super().changeEvent(event)

    def _word(self) -> None:
        self.setAccessibleName(self._formula.spoken)

    def _paint(self, painter: QPainter, setting: Setting) -> None:
        color = self.palette().color(self._role)
        painter.setPen(color)
        painter.setFont(self._typesetter.font(setting.size))
        for placed in setting.pieces:
            if isinstance(placed.piece, Tex):
                self._typesetter.paint(painter, placed.piece.latex, (placed.x, placed.y), setting.size, color)
            else:
                painter.drawText(QPointF(placed.x, placed.y), placed.piece)

    def _forget(self) -> None:
        self._settings.clear()
        self._claim()
        self.update()

    def _claim(self) -> None:
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()

    def _at(self, width: int) -> Setting:
        # A layout asks for many widths before it settles.
        if width not in self._settings:
            self._settings[width] = set_formula(self._formula, width, self._size(), self._typesetter)
        return self._settings[width]

    def _size(self) -> float:
        return float(round(QFontInfo(self.font()).pixelSize() * SIZE))


def set_formula(formula: Formula, width: float, size: float, typesetter: Typesetter) -> Setting:
    """Lay a formula out in lines at most `width` wide, `size` pixels an em or as small as its longest word needs."""
    longest = max((_width(word, size, typesetter) for word in formula.words), default=0.0)
    longest += INDENT * size if len(formula.words) > 1 else 0.0
    if longest > width:
        # Fonts have whole pixels.
        size = max(1.0, float(int(size * width / longest)))
    lines = _lines(formula.words, width, size, typesetter)
    pieces: list[Placed] = []
    top = 0.0
    for number, line in enumerate(lines):
        ascent, descent = _extent(line, typesetter)
        x, y = INDENT * size if number else 0.0, top + ascent * size
        for word in line:
            for piece in map(_written, word):
                pieces.append(Placed(piece, x, y))
                x += _piece_width(piece, size, typesetter)
            x += GAP * size
        top = y + (descent + LEADING) * size
    return Setting(tuple(pieces), size, max(0.0, top - LEADING * size), len(lines))


def _lines(words: tuple[Word, ...], width: float, size: float, typesetter: Typesetter) -> list[list[Word]]:
    lines: list[list[Word]] = []
    x = width
    for word in words:
        wide = _width(word, size, typesetter)
        if not lines or x + wide > width:
            x = INDENT * size if lines else 0.0
            lines.append([])
        lines[-1].append(word)
        x += wide + GAP * size
    return lines


def _extent(line: list[Word], typesetter: Typesetter) -> tuple[float, float]:
    """Ascent and descent of a line in em."""
    shapes = [typesetter.shape(piece.latex) for word in line for piece in word if isinstance(piece, Tex)]
    ascent = max([ASCENT, *(shape.ascent for shape in shapes)])
    return ascent, max([DESCENT, *(shape.descent for shape in shapes)])


def _width(word: Word, size: float, typesetter: Typesetter) -> float:
    return sum(_piece_width(_written(piece), size, typesetter) for piece in word)


def _piece_width(piece: Tex | str, size: float, typesetter: Typesetter) -> float:
    if isinstance(piece, Tex):
        return typesetter.shape(piece.latex).width * size
    return typesetter.advance(piece, size)


def _written(piece: Piece) -> Tex | str:
    if isinstance(piece, Fine):
        return short(piece.value, piece.digits)
    return short(piece) if isinstance(piece, float) else piece


def _aloud(piece: Piece) -> str:
    if isinstance(piece, Tex):
        return piece.spoken
    value = piece.value if isinstance(piece, Fine) else piece
    if isinstance(value, float):
        return full(value)
    return "".join(f" {QCoreApplication.translate('Formula', ALOUD[c])} " if c in ALOUD else c for c in value)
