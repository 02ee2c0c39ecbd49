"""Centre: the network with the strips under it that play an iteration and go back in time; or the compared runs."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from nnviz.session.pages import COMPARE
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.compare_page import ComparePage
from nnviz.views.network.pane import NetworkPane
from nnviz.views.passes.bar import PassesBar
from nnviz.views.timeline.bar import TimelineBar


class Centre(QStackedWidget):
    """The middle of the window."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self.network = NetworkPane(session, theme, self)
        self.passes = PassesBar(session, theme, self)
        self.timeline = TimelineBar(session, theme, self)
        self._compare = ComparePage(session, theme, self)
        self._single = self._column()
        self.addWidget(self._single)
        self.addWidget(self._compare)

    def open_page(self, page: str) -> None:
        """The network, or the runs that are compared. What lies behind does not keep the window large."""
        front = self._compare if page == COMPARE else self._single
        for part in (self._single, self._compare):
            policy = QSizePolicy.Policy.Expanding if part is front else QSizePolicy.Policy.Ignored
            part.setSizePolicy(policy, policy)
        self.setCurrentWidget(front)

    def _column(self) -> QWidget:
        column = QWidget(self)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(1)
        rows.addWidget(self.network, 1)
        rows.addWidget(self.passes)
        rows.addWidget(self.timeline)
        return column
