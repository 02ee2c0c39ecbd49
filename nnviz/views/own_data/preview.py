"""Preview: the first rows of a table as they were understood, each column in the colour of its use."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from nnviz.data.sheet import MISSING
from nnviz.data.table import NUMERIC, Glimpse, Recipe
from nnviz.theme.theme import Theme
from nnviz.views.own_data.words import TableWords

TARGET = "target"
TINT = 46
"""Opacity of a column's colour behind its cells, of 255."""
NARROWEST, WIDEST = 76, 190
ROOM = 26
"""Pixels of a column beside its writing."""
MEASURED = 40
"""Columns whose width is measured; more would take long and are all equally wide."""
PADDING = 8

SHEET = """
QTableView {{ background: {field}; gridline-color: {border}; border: 1px solid {border}; border-radius: 6px; }}
QTableView::item {{ padding: 0 6px; }}
QTableView::item:selected {{ background: {border}; color: {text}; }}
QTableView QTableCornerButton::section, QHeaderView {{ background: {raised}; border: none; }}
QHeaderView::section {{
    background: {raised}; border: none; border-right: 1px solid {border}; border-bottom: 1px solid {border};
    padding: 4px 6px;
}}
QHeaderView::section:vertical {{ color: {muted}; font-weight: normal; padding: 0 6px; }}
"""
"""What the style sheet of the program does not know."""

Index = QModelIndex | QPersistentModelIndex


def uses_of(recipe: Recipe) -> tuple[str, ...]:
    """What each column is used as: its kind, or TARGET."""
    return tuple(TARGET if column.name == recipe.target else column.kind for column in recipe.columns)


def use_color(use: str, theme: Theme) -> QColor:
    """The colour of a use."""
    if use == TARGET:
        return theme.color("accent")
    if use == "category":
        return QColor(theme.palette.classes[2])
    return theme.color("muted" if use == "number" else "faint")


class PreviewModel(QAbstractTableModel):
    """Cells of a Glimpse in the light of a Recipe."""

    def __init__(self, theme: Theme, words: TableWords, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._seen: Glimpse | None = None
        self._uses: tuple[str, ...] = ()

    @property
    def uses(self) -> tuple[str, ...]:
        """What each column is used as."""
        return self._uses

    def show_rows(self, seen: Glimpse, recipe: Recipe) -> None:
        """Other rows, or the same ones in another use."""
        self.beginResetModel()
        self._seen, self._uses = seen, uses_of(recipe)
        self.endResetModel()

    def show_uses(self, recipe: Recipe) -> None:
        """The same rows in another use."""
        self._uses = uses_of(recipe)
        if self._seen:
            last = self.index(len(self._seen.rows) - 1, len(self._uses) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._uses) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return len(self._seen.rows) if self._seen and not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return len(self._uses) if not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._seen is None or not index.isValid():
            return None
        row, k = self._seen.rows[index.row()], index.column()
        cell = row[k] if k < len(row) else ""
        gap = cell in MISSING
        use = self._uses[k]
        if role == Qt.ItemDataRole.DisplayRole:
            return "–" if gap else cell
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._seen.found[k] in NUMERIC else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.color("warning" if gap and use != "ignored" else "faint" if use == "ignored" else "text")
        if role == Qt.ItemDataRole.BackgroundRole and use in (TARGET, "category"):
            color = use_color(use, self._theme)
            color.setAlpha(TINT)
            return color
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if self._seen is None or section >= len(self._uses):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self._seen.names[section]}\n{self._words.use(self._uses[section])}"
        if role == Qt.ItemDataRole.ForegroundRole:
            return use_color(self._uses[section], self._theme)
        return None


class Preview(QTableView):
    """Choosing a cell or a head chooses its column. Signals: column_chosen(int)."""

    column_chosen = Signal(int)

    def __init__(self, theme: Theme, words: TableWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._seen: Glimpse | None = None
        self.setObjectName("table_preview")
        self.rows = PreviewModel(theme, words, self)
        self.setModel(self.rows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().currentColumnChanged.connect(self._tell)

    def show_rows(self, seen: Glimpse, recipe: Recipe) -> None:
        """Other rows; the target is in sight."""
        self.rows.show_rows(seen, recipe)
        self._seen = seen
        self._fit()
        self.choose(seen.names.index(recipe.target))

    def dress(self) -> None:
        """Colours and sizes of the theme."""
        self.setStyleSheet(SHEET.format(**vars(self._theme.palette)))
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + PADDING)
        self.verticalHeader().setMinimumWidth(self.fontMetrics().horizontalAdvance("0000") + PADDING)
        self._fit()

    def choose(self, column: int) -> None:
        """Go to a column."""
        index = self.rows.index(0, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _fit(self) -> None:
        """Columns as wide as head and first cells want, within limits."""
        if self._seen is None:
            return
        metrics, rows = self.fontMetrics(), self._seen.rows[:MEASURED]
        for k, name in enumerate(self._seen.names[:MEASURED]):
            texts = [name, *self._words.heads(), *(row[k] for row in rows if k < len(row))]
            wanted = max(map(metrics.horizontalAdvance, texts)) + ROOM
            self.setColumnWidth(k, round(min(max(wanted, NARROWEST), WIDEST * self._theme.scale)))

    def _tell(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            self.column_chosen.emit(now.column())
