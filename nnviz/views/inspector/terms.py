"""Terms: all summands of z as a table model."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from nnviz.engine.trace import Array
from nnviz.notation import Notation
from nnviz.views.inspector.facts import WEIGHTS
from nnviz.widgets.numerals import full, short

INDEX, WEIGHT, INPUT, PRODUCT = range(4)
INDICES = {"ij": "wᵢⱼ", "ji": "wⱼᵢ"}
"""A weight by the order of its indices."""
VALUE = Qt.ItemDataRole.UserRole
SHARE = Qt.ItemDataRole.UserRole + 1
"""The product beside the largest |product|, −1…1."""
FEW = 12
"""So many terms stand in their own order at first, more of them by their strength."""
AnyIndex = QModelIndex | QPersistentModelIndex


class TermsModel(QAbstractTableModel):
    """One row a term, with i counted from 1.

    Signals: weight_chosen(int, float): term i shall have that weight; refused(str): why a text is none, "" when it is.
    """

    weight_chosen = Signal(int, float)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        nothing = np.empty(0)
        self._columns: tuple[Array, ...] = (nothing, nothing, nothing, nothing)
        self._order = np.empty(0, np.intp)
        self._headers = headers(Notation())
        self._by, self._descending = INDEX, False

    def show_terms(self, inputs: Array, weights: Array, products: Array) -> None:
        """(n,) each."""
        fresh = len(inputs) != len(self._order)
        self._columns = (np.arange(1.0, len(inputs) + 1), weights, inputs, products)
        if not fresh:
            self._arrange()
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._order) - 1, PRODUCT))
            return
        self.beginResetModel()
        self._by, self._descending = (PRODUCT, True) if len(inputs) > FEW else (INDEX, False)
        self._arrange()
        self.endResetModel()

    def write_as(self, notation: Notation) -> None:
        """Head the columns in a notation."""
        self._headers = headers(notation)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, INDEX, PRODUCT)

    def term(self, row: int) -> int:
        """The term (from 0) in a row."""
        return int(self._order[row])

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == WEIGHT else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.marked(section) if section == self._by else self._headers[section]

    def marked(self, section: int) -> str:
        """The header of the column by which rows are sorted."""
        return ("▾" if self._descending else "▴") + self._headers[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        value = float(self._columns[index.column()][self._order[index.row()]])
        if role == Qt.ItemDataRole.DisplayRole:
            return str(int(value)) if index.column() == INDEX else short(value)
        if role in (Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return str(int(value)) if index.column() == INDEX else full(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == VALUE:
            return value
        return self._share(value) if role == SHARE and index.column() == PRODUCT else None

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A typed weight: asked for if it is a number, else refused with the reason. The old one stays until the
        session has the new one."""
        text = str(value)
        old = float(self._columns[WEIGHT][self._order[index.row()]])
        if text == full(old):
            return False
        number = WEIGHTS.parse(text)
        self.refused.emit(WEIGHTS.reason(text, old) if number is None else "")
        if number is not None:
            self.weight_chosen.emit(self.term(index.row()), number)
        return number is not None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By the index, or by a column's size without sign."""
        self.layoutAboutToBeChanged.emit()
        self._by, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()
        self.layoutChanged.emit()

    def sort_by(self, column: int) -> None:
        """By that column: the strongest first, indices from 1; once more: the other way round."""
        descending = not self._descending if column == self._by else column != INDEX
        self.sort(column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, INDEX, PRODUCT)

    def _arrange(self) -> None:
        size = np.abs(self._columns[self._by])
        self._order = np.argsort(-size if self._descending else size, kind="stable")

    def _share(self, value: float) -> float:
        top = float(np.max(np.abs(self._columns[PRODUCT]), initial=0.0))
        return value / top if top else 0.0


def headers(notation: Notation) -> tuple[str, ...]:
    """Index, weight, input and product of a term."""
    w, a = INDICES[notation.order], f"{notation.a}ᵢ"
    return "i", w, a, w + a
