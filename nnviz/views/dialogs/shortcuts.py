"""ShortcutSheet: all keys of the program in groups, to be searched by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from nnviz.theme.theme import Theme
from nnviz.widgets.key_list import KeyList, Row
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.worded import Worded

FIRST_SIZE = (1020, 720)
COLUMN = 300
"""Least width of a column in pixels at the ordinary size of writing."""


@dataclass(frozen=True)
class Group:
    """A title and its (keys, what they do)."""

    title: str
    rows: tuple[Row, ...]


class GroupBox(QWidget):
    """A group on the sheet."""

    def __init__(self, group: Group, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = QLabel(group.title, self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setProperty("role", "title")
        self.keys = KeyList("shortcut_keys", group.rows, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.setSpacing(7)
        column.addWidget(self._title)
        column.addWidget(self.keys)
        theme.changed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """The font of the title."""
        self._title.setFont(self._theme.font(1.1, bold=True))

    def filter(self, words: Sequence[str]) -> bool:
        """Show what has these words in it; all of it where the title has them. True if anything is left."""
        found = all(word.casefold() in self._title.text().casefold() for word in words)
        self.keys.filter(() if found else words)
        self.setVisible(bool(self.keys.shown))
        return not self.isHidden()


class ShortcutSheet(Worded, QDialog):
    """The groups in columns. Escape closes it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shortcut_sheet")
        self._theme = theme
        self._boxes: list[GroupBox] = []
        self.search, self._nothing = QLineEdit(self), Paragraph("shortcut_nothing", self)
        self._area, self._page = QScrollArea(self), QWidget()
        self._columns: list[QVBoxLayout] = []
        self._build()
        self._word()
        self.search.textChanged.connect(self._filter)
        theme.changed.connect(self._arrange)

    @property
    def shown(self) -> tuple[Row, ...]:
        """Every key that is in sight, in order."""
        return tuple(row for box in self._boxes if not box.isHidden() for row in box.keys.shown)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Open with these groups."""
        for box in self._boxes:
            box.hide()
            box.deleteLater()
        self._boxes = [GroupBox(group, self._theme, self._page) for group in groups]
        self.search.clear()
        self._filter()
        self.open()
        self.search.setFocus()

    # Private

    def _build(self) -> None:
        self.resize(*FIRST_SIZE)
        self._page.setProperty("role", "surface")
        self._row = QHBoxLayout(self._page)
        self._row.setContentsMargins(20, 16, 20, 8)
        self._row.setSpacing(36)
        self.search.setObjectName("shortcut_search")
        self.search.setClearButtonEnabled(True)
        self._area.setObjectName("shortcut_page")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (self.search, self._nothing):
            column.addWidget(part)
        column.addWidget(self._area, 1)

    def _word(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.search.setPlaceholderText(self.tr("Type to search: a key, or what it does"))
        self.search.setAccessibleName(self.tr("Search the shortcuts"))
        self.search.setToolTip(self.tr("Only the lines with all of these words are left"))
        self._area.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._nothing.setText(self.tr("No key does that."))

    def _filter(self) -> None:
        words = self.search.text().split()
        found = [box.filter(words) for box in self._boxes]
        self._nothing.setVisible(not any(found))
        self._arrange()

    def _arrange(self) -> None:
        """The groups that are in sight, in reading order, in columns of about the same length."""
        wanted = max(1, self.width() // round((COLUMN + self._row.spacing()) * self._theme.scale))
        self._make_columns(wanted)
        for column in self._columns:
            for box in self._boxes:
                column.removeWidget(box)
        boxes = [box for box in self._boxes if not box.isHidden()]
        sizes = [len(box.keys.shown) + 2 for box in boxes]
        done = 0
        for box, size in zip(boxes, sizes, strict=True):
            middle = (done + size / 2) / sum(sizes)
            column = self._columns[min(int(middle * wanted), wanted - 1)]
            column.insertWidget(column.count() - 1, box)
            done += size

    def _make_columns(self, count: int) -> None:
        while len(self._columns) < count:
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addStretch(1)
            self._row.addLayout(column, 1)
            self._columns.append(column)
        for at in range(len(self._columns)):
            self._row.setStretch(at, 1 if at < count else 0)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
