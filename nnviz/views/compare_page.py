"""ComparePage: two to four runs that differ in one setting: numbers, curves, and the difference of their weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from nnviz.theme.theme import Theme
from nnviz.views.compare.lane_table import LaneTable
from nnviz.views.compare.settings_row import SettingsRow
from nnviz.views.compare.words import CompareWords
from nnviz.views.network.difference.pane import DifferencePane
from nnviz.views.plots.compare_curves import CompareCurves
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session

MARGIN = 14
TALL = 1.15
"""Curves stand above the network where there is so many times more height than width for both."""


class ComparePage(Worded, QWidget):
    """Fills the centre of the window while the page "compare" is in front.

    settings, table, curves, difference   its parts
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = CompareWords(self)
        self.setObjectName("compare_page")
        self.settings = SettingsRow(session, theme, words, self)
        self.table = LaneTable(session, theme, words, self)
        self.curves = CompareCurves(session, theme, self)
        self.difference = DifferencePane(session, theme, self)
        self._pictures = QSplitter(Qt.Orientation.Horizontal, self)
        self._build()
        self._word()

    def _build(self) -> None:
        head = QFrame(self)
        head.setProperty("role", "surface")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(head)
        rows.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN - 4)
        rows.setSpacing(8)
        rows.addWidget(self.settings)
        rows.addWidget(self.table)
        self._pictures.setObjectName("compare_pictures")
        self._pictures.setChildrenCollapsible(False)
        for pane in (self.curves, self.difference):
            self._pictures.addWidget(pane)
            self._pictures.setStretchFactor(self._pictures.count() - 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(head)
        column.addWidget(self._pictures, 1)

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Comparison of runs"))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(1000, 760)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tall = self._pictures.height() > TALL * self._pictures.width()
        self._pictures.setOrientation(Qt.Orientation.Vertical if tall else Qt.Orientation.Horizontal)
