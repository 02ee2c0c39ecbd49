"""CaptionLine: the moment on one line; parts that do not fit are left out in the order of their weight."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.passes.words import Caption
from nnviz.widgets.superscript import advance, elided, write

BETWEEN = "  ·  "
SIZE = 0.95
LEFT = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
Span = tuple[str, str, bool]
"""Text, colour role, bold."""


class CaptionLine(QWidget):
    """A caption, or a warning in its place. It takes the width it is given and never asks for more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.caption = Caption("")
        self.warning = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme)

    @property
    def text(self) -> str:
        """What is said, in full."""
        return self.warning or self.caption.sentence

    @property
    def shown(self) -> str:
        """What fits the width; only the end of a formula may be cut."""
        return BETWEEN.join(text for text, _, _ in self._fitting())

    def show_caption(self, caption: Caption) -> None:
        """Say this."""
        if caption != self.caption:
            self.caption = caption
            self.update()

    def warn(self, text: str) -> None:
        """Say this instead, until it is taken back with ""."""
        if text != self.warning:
            self.warning = text
            self.tell()
            self.update()

    def tell(self) -> None:
        """Hand the text to screen readers: not at every frame, they would never finish a sentence."""
        if self.text != self.accessibleName():
            self.setAccessibleName(self.text)
            self.setToolTip(self.text)

    def _on_theme(self, _: object) -> None:
        self.updateGeometry()
        self.update()

    def _fitting(self) -> list[Span]:
        """The longest choice of parts that fits, else the shortest."""
        if self.warning:
            return [(self.warning, "warning", False)]
        c = self.caption
        phase, place = (c.phase, "text", bool(c.formula)), (c.place, "muted", False)
        formula, detail = (c.formula, "text", False), (c.detail, "muted", False)
        short = ((phase, place, detail), (phase, detail), (detail,)) if c.counts else ((phase, formula),)
        choices = ((phase, place, formula, detail), (phase, formula, detail), *short)
        spans = [[span for span in choice if span[0]] for choice in choices]
        return next((choice for choice in spans if self._width(choice) <= self.width()), spans[-1])

    def _width(self, spans: list[Span]) -> float:
        between = self._metrics(False).horizontalAdvance(BETWEEN)
        return sum(advance(text, self._theme.font(SIZE, bold=bold)) + between for text, _, bold in spans) - between

    def _metrics(self, bold: bool) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(SIZE, bold=bold))

    # Qt

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(120, round(self._metrics(True).height()) + 1)

    def minimumSizeHint(self) -> QSize:
        """One line, however short."""
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The parts, each in its colour."""
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        x = 0.0
        for k, (text, role, bold) in enumerate(self._fitting()):
            if k:
                x = self._write(painter, x, BETWEEN, "faint", False)
            x = self._write(painter, x, text, role, bold)

    def _write(self, painter: QPainter, x: float, text: str, role: str, bold: bool) -> float:
        font, room = self._theme.font(SIZE, bold=bold), self.width() - x
        painter.setPen(self._theme.color(role))
        write(painter, QRectF(x, 0, room, self.height()), LEFT, elided(text, font, room), font)
        return x + advance(text, font)
