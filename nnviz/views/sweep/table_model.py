"""TableModel: the settings of a sweep as rows: values, means over the seeds, and which of them are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QIcon, QPen

from nnviz.sweeps.plan import Plan
from nnviz.sweeps.summary import Group, Spread, ranked
from nnviz.theme.lanes import MANY, LaneLook
from nnviz.theme.painting import clear_pixmap, painting
from nnviz.theme.theme import Theme
from nnviz.views.sweep.words import SweepWords
from nnviz.widgets.numerals import NONE, full, percent, short

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
LINE, HEIGHT, WIDTH = 26.0, 14, 2.5
"""Of the mark, in pixels."""
TITLE = 0.9
"""Size of the writing over a column."""


@dataclass(frozen=True)
class Column:
    """spread: the number; write: how its mean is written; deviation: how its
    deviation is, None where that says nothing."""

    name: str
    spread: Callable[[Group], Spread]
    write: Callable[[float], str]
    deviation: Callable[[float], str] | None


def _three(value: float) -> str:
    return short(value, 3)


def _two(value: float) -> str:
    return short(value, 2)


def _share(value: float) -> str:
    return percent(value)


COLUMNS = (
    Column("accuracy", lambda group: group.accuracy, _share, _share),
    Column("loss", lambda group: group.loss, _three, _two),
    Column("best_epoch", lambda group: group.best_epoch, _three, _two),
    Column("seconds", lambda group: group.seconds, _three, None),
)


def spread_text(column: Column, group: Group) -> str:
    """Mean ± deviation; the mean alone of one seed, a dash of none."""
    spread = column.spread(group)
    if not spread.count:
        return NONE
    deviates = column.deviation and spread.count > 1
    return column.write(spread.mean) + (f" ± {column.deviation(spread.sd)}" if deviates and column.deviation else "")


class TableModel(QAbstractTableModel):
    """Columns: the mark, one for each axis, COLUMNS, and how many runs are done.

    Signals: shown_changed() after other settings are to be drawn.
    """

    shown_changed = Signal()

    def __init__(self, theme: Theme, words: SweepWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._plan: Plan | None = None
        self._groups: Sequence[Group] = ()
        self._slots: dict[int, LaneLook] = {}
        self._titles: tuple[str, ...] = ()

    # what is shown

    @property
    def groups(self) -> Sequence[Group]:
        """All settings, in the order of the plan."""
        return self._groups

    def shown(self) -> dict[str, Group]:
        """The settings that are drawn, by letter."""
        return {look.letter: self._groups[row] for row, look in sorted(self._slots.items())}

    def set_plan(self, plan: Plan | None, groups: Sequence[Group]) -> None:
        """Another plan; the first settings of it are drawn."""
        self.beginResetModel()
        self._plan, self._groups = plan, groups
        self._slots = dict(zip(range(len(groups)), MANY, strict=False))
        self.endResetModel()
        self.shown_changed.emit()

    def set_groups(self, groups: Sequence[Group]) -> None:
        """More results of the same plan."""
        self._groups = groups
        if groups:
            self.dataChanged.emit(self.index(0, 0), self.index(len(groups) - 1, self.columnCount() - 1))

    def names(self) -> dict[str, str]:
        """What the settings that are drawn are called, by letter."""
        paths = [axis.path for axis in self._plan.axes] if self._plan else []
        named = {letter: zip(paths, group.setting, strict=True) for letter, group in self.shown().items()}
        return {letter: ", ".join(self._words.value(*pair) for pair in pairs) for letter, pairs in named.items()}

    def widest_value(self, axis: int) -> str:
        """The longest name of a value of an axis."""
        assert self._plan is not None
        one = self._plan.axes[axis]
        return max((self._words.value(one.path, value) for value in one.values), key=len)

    def draw_best(self) -> None:
        """Draw the settings that have reached most so far, in the order of the plan."""
        best = {id(group) for group in ranked(self._groups)[: len(MANY)]}
        rows = [row for row, group in enumerate(self._groups) if id(group) in best]
        self._slots = dict(zip(rows, MANY, strict=False))
        self.set_groups(self._groups)
        self.shown_changed.emit()

    def set_titles(self, titles: tuple[str, ...]) -> None:
        """Of COLUMNS and of the last column, in the language of the program."""
        self._titles = titles
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def restyle(self) -> None:
        """Marks in the colours of the theme."""
        self.set_groups(self._groups)

    # Qt

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._groups)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 2 + len(COLUMNS) + self._axes()

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or self._plan is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font(TITLE)
        return self._title(section - 1) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        group = self._groups[index.row()]
        if index.column() == 0:
            return self._mark_data(index.row(), role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        at = index.column() - 1
        if at < self._axes():
            return self._value_data(group, at, role)
        at -= self._axes()
        return self._spread_data(group, COLUMNS[at], role) if at < len(COLUMNS) else self._done_data(group, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        self._show_row(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    # parts

    def _title(self, at: int) -> str:
        """Of an axis, or of a column after the axes; none of the mark."""
        paths = [axis.path for axis in self._plan.axes] if self._plan else []
        if at < len(paths):
            return self._words.setting(paths[at]) if at >= 0 else ""
        return self._titles[at - len(paths)]

    def _side(self, column: int) -> Qt.AlignmentFlag:
        """Words stand at the left, numbers at the right."""
        side = Qt.AlignmentFlag.AlignLeft if column <= self._axes() else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    def _axes(self) -> int:
        return len(self._plan.axes) if self._plan else 0

    def _show_row(self, row: int, shown: bool) -> None:
        """Draw a setting, or no more. Where every look is taken, that of the setting that stands first is free."""
        if shown and row not in self._slots:
            free = [look for look in MANY if look not in self._slots.values()]
            look = free[0] if free else self._slots.pop(min(self._slots))
            self._slots[row] = look
        elif not shown:
            self._slots.pop(row, None)
        self.set_groups(self._groups)
        self.shown_changed.emit()

    def _mark_data(self, row: int, role: int) -> Any:
        look = self._slots.get(row)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if look else Qt.CheckState.Unchecked
        if role == SORT:
            return row
        if look is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return mark(self._theme, look)
        return look.letter if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def _value_data(self, group: Group, at: int, role: int) -> Any:
        assert self._plan is not None
        axis, value = self._plan.axes[at], group.setting[at]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.value(axis.path, value)
        return axis.values.index(value) if role == SORT else None

    def _spread_data(self, group: Group, column: Column, role: int) -> Any:
        spread = column.spread(group)
        if role == SORT:
            return spread.mean if spread.count else None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{full(spread.mean)} ± {full(spread.sd)}" if spread.count > 1 else full(spread.mean)
        return spread_text(column, group) if role == Qt.ItemDataRole.DisplayRole else None

    def _done_data(self, group: Group, role: int) -> Any:
        if role == SORT:
            return len(group.results)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        text = f"{len(group.results)} / {len(group.runs)}"
        return self._words.diverged(text, group.diverged) if group.diverged else text


def mark(theme: Theme, look: LaneLook) -> QIcon:
    """A piece of the line a setting is drawn with, the same in a chosen row."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    picture = clear_pixmap(QSize(round(LINE), HEIGHT) * ratio, ratio)
    with painting(picture, antialias=True) as painter:
        pen = QPen(theme.color(look.role), WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if look.dashes:
            pen.setDashPattern([length / WIDTH for length in look.dashes])
        painter.setPen(pen)
        middle = HEIGHT / 2
        painter.drawLine(QPointF(0, middle), QPointF(LINE, middle))
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected, QIcon.Mode.Disabled):
        icon.addPixmap(picture, mode)
    return icon
