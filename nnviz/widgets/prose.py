"""Prose: Markdown with typeset formulas between dollar signs and figures, as high as its text is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextOption,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from nnviz.markdown import MATH
from nnviz.theme.theme import Theme
from nnviz.widgets.inlays import FigureInlay, FormulaInlay, Inlay, Inlays
from nnviz.widgets.typesetter import Typesetter

FORMULA = "formula:"
LINE_HEIGHT = 128.0
"""Per cent."""
PARAGRAPH = 0.65
"""Room between paragraphs, in em."""


class Prose(QTextBrowser):
    """Shows Markdown in the theme's colours and font, `size` times as large as ordinary text; it never scrolls."""

    def __init__(self, theme: Theme, typesetter: Typesetter, name: str, parent: QWidget, size: float = 1.0) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme, self._size = theme, size
        self._text = ""
        self._folders: tuple[Path, ...] = ()
        self._inlays = Inlays(typesetter, self.document())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        theme.changed.connect(self._write)

    @property
    def markdown(self) -> str:
        """What it shows."""
        return self._text

    @property
    def inlays(self) -> tuple[Inlay, ...]:
        """The formulas and figures in it, in order."""
        return tuple(self._inlays.inlays)

    def show_markdown(self, text: str, folders: Sequence[Path] = ()) -> None:
        """Show a text; its figures lie in one of the folders."""
        if (text, tuple(folders)) != (self._text, self._folders):
            self._text, self._folders = text, tuple(folders)
            self._write()

    # Qt overrides

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as the text."""
        return QSize(240, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._write()

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Nothing is loaded by Qt: figures and formulas are inlays."""
        return None

    # Private

    def _write(self) -> None:
        inlays, document = self._inlays, self.document()
        document.setDefaultFont(self._theme.font(self._size, numbers=False))
        inlays.color = self._theme.color("text")
        inlays.size = float(QFontInfo(document.defaultFont()).pixelSize())
        inlays.width = float(max(self.viewport().width(), 80))
        markdown, formulas = with_places(self._text.strip())
        inlays.inlays = list(formulas)
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownNoHTML)
        self._space()
        self._lighten()
        self._place()
        document.setTextWidth(inlays.width)
        self.setFixedHeight(max(1, ceil(document.size().height())))
        self.setAccessibleName(spoken(self._text))

    def _space(self) -> None:
        """Room between lines and paragraphs."""
        block = self.document().begin()
        while block.isValid():
            style = QTextBlockFormat(block.blockFormat())
            style.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            style.setTopMargin(0)
            last = not block.next().isValid()
            style.setBottomMargin(0 if last else PARAGRAPH * self._inlays.size)
            QTextCursor(block).setBlockFormat(style)
            block = block.next()

    def _lighten(self) -> None:
        """Markdown's bold is heavier than the heaviest letters of the theme, and Qt would smear these."""
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.DemiBold)
        for start, length in self._bold():
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(style)

    def _bold(self) -> list[tuple[int, int]]:
        """Place and length of what is bold."""
        return [
            (part.position(), part.length())
            for part in self._fragments()
            if part.charFormat().fontWeight() > QFont.Weight.DemiBold
        ]

    def _place(self) -> None:
        """Formulas and figures in place of the images that the Markdown names."""
        for position, name in self._images():
            number = self._number(name)
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            if number is None:
                cursor.removeSelectedText()
                continue
            cursor.setCharFormat(self._inlays.format(number, self.document().defaultFont()))
            inlay = self._inlays.inlays[number]
            if isinstance(inlay, FigureInlay) or inlay.display:
                style = QTextBlockFormat(cursor.blockFormat())
                style.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                style.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
                cursor.setBlockFormat(style)

    def _images(self) -> list[tuple[int, str]]:
        """Position and name of each, the last one first: what is taken out moves what follows."""
        found: list[tuple[int, str]] = []
        for fragment in self._fragments():
            if fragment.charFormat().isImageFormat():
                name = fragment.charFormat().toImageFormat().name()
                # The same figure twice in a row is one fragment.
                found += [(fragment.position() + k, name) for k in range(fragment.length())]
        return found[::-1]

    def _fragments(self) -> list[QTextFragment]:
        """Stretches of the text that look alike."""
        found = []
        block = self.document().begin()
        while block.isValid():
            parts = block.begin()
            while not parts.atEnd():
                found.append(parts.fragment())
                parts += 1
            block = block.next()
        return found

    def _number(self, name: str) -> int | None:
        """The inlay that an image stands for; None where there is no such figure."""
        if name.startswith(FORMULA):
            return int(name.removeprefix(FORMULA))
        figure = figure_at(name, self._folders)
        if figure is None:
            return None
        self._inlays.inlays.append(figure)
        return len(self._inlays.inlays) - 1


def with_places(text: str) -> tuple[str, tuple[FormulaInlay, ...]]:
    """The text with images that stand for its formulas, and the formulas."""
    formulas: list[FormulaInlay] = []

    def place(match: re.Match[str]) -> str:
        code, dollar, display, inline = match.groups()
        if code or dollar:
            return code or dollar
        formulas.append(FormulaInlay((display or inline).strip(), bool(display)))
        # Without any words Qt leaves an image out.
        image = f"![f]({FORMULA}{len(formulas) - 1})"
        return f"\n\n{image}\n\n" if display else image

    return MATH.sub(place, text), tuple(formulas)


def spoken(text: str) -> str:
    """The text for a screen reader: without marks, formulas as they were typed."""
    return re.sub(r"!\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"\*\*|__|\$+|`", "", text)).strip()


def figure_at(name: str, folders: Sequence[Path]) -> FigureInlay | None:
    """A picture file below one of the folders; nothing else is read."""
    for folder in folders:
        path = (folder / name).resolve()
        if path.is_file() and path.is_relative_to(folder.resolve()):
            if path.suffix.lower() == ".svg":
                picture = QSvgRenderer(str(path))
                return FigureInlay(picture) if picture.isValid() else None
            image = QImage(str(path))
            return None if image.isNull() else FigureInlay(image)
    return None
