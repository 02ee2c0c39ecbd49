"""SampleModel: the listed test samples as rows of a list; nothing is kept for a row but its index."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nnviz.views.mistakes.selection import Indices
from nnviz.views.mistakes.words import MistakeWords

if TYPE_CHECKING:
    from nnviz.engine.outcome import Outcome

Index = QModelIndex | QPersistentModelIndex
SPOKEN = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class SampleModel(QAbstractListModel):
    """Row r is sample `indices[r]` of the test set.

    Display role: true → predicted class. Tooltip and accessible text: a sentence. User role: index into the test set.
    """

    def __init__(self, words: MistakeWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.outcome: Outcome | None = None
        self.names: tuple[str, ...] = ()
        self.indices: Indices = np.empty(0, np.intp)
        self._more: Callable[[int], str] | None = None

    def show(
        self,
        outcome: Outcome | None,
        indices: Indices,
        names: tuple[str, ...],
        more: Callable[[int], str] | None = None,
    ) -> None:
        """List these samples of an outcome, whose classes have these names; `more` is what else is told of a sample."""
        self.beginResetModel()
        self.outcome, self.indices, self.names, self._more = outcome, indices, names, more
        self.endResetModel()

    def row_of(self, sample: int) -> int | None:
        """The row of a sample of the test set; None where it is not listed."""
        rows = np.flatnonzero(self.indices == sample)
        return int(rows[0]) if rows.size else None

    def sample_at(self, index: Index) -> int:
        """Index into the test set."""
        return int(self.indices[index.row()])

    def rowCount(self, parent: Index | None = None) -> int:
        """As many as are listed; rows have no rows of their own."""
        return 0 if parent is not None and parent.isValid() else len(self.indices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row says."""
        if self.outcome is None or not index.isValid():
            return None
        sample = self.sample_at(index)
        if role == Qt.ItemDataRole.UserRole:
            return sample
        if role == Qt.ItemDataRole.DisplayRole:
            truth, predicted = self.outcome.truth[sample], self.outcome.predicted[sample]
            return self._words.pair(self.names[truth], self.names[predicted])
        return self._told(self.outcome, sample) if role in SPOKEN else None

    def _told(self, outcome: Outcome, sample: int) -> str:
        more = self._more(sample) if self._more else ""
        return self._words.sample(outcome, sample, self.names) + (f"\n{more}" if more else "")
