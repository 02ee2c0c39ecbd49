"""Centre: the network with the strips under it that play an iteration and go back in time; the compared runs; a lab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.session.pages import COMPARE, LABS
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.network.pane import NetworkPane
from nnviz.views.passes.bar import PassesBar
from nnviz.views.timeline.bar import TimelineBar
from nnviz.widgets.front_stack import FrontStack

if TYPE_CHECKING:
    from nnviz.views.labs_room import LabsRoom


class Centre(FrontStack):
    """The middle of the window."""

    def __init__(self, session: Session, theme: Theme, actions: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self._session, self._theme, self._actions = session, theme, actions
        self.network = NetworkPane(session, theme, self)
        self.passes = PassesBar(session, theme, self)
        self.timeline = TimelineBar(session, theme, self)
        self._single = self._column()
        self._compare: QWidget | None = None
        self._labs: LabsRoom | None = None
        self.addWidget(self._single)

    def open_page(self, page: str) -> None:
        """The network, the runs that are compared, or a lab."""
        self.setCurrentWidget(self._part(page))

    def take_focus_along(self, page: str) -> None:
        """To the lab in front, where the entry of another lab has it."""
        if self._labs and page in LABS:
            self._labs.take_focus_along(page)

    def _part(self, page: str) -> QWidget:
        if page in LABS:
            return self._lab(page)
        return self._compared() if page == COMPARE else self._single

    def _lab(self, lab: str) -> QWidget:
        if self._labs is None:
            from nnviz.views.labs_room import LabsRoom

            self._labs = LabsRoom(self._session, self._theme, self._actions, self)
            self.addWidget(self._labs)
        self._labs.open_lab(lab)
        return self._labs

    def _compared(self) -> QWidget:
        """Made when it is opened for the first time: most people never do, and it would make every start longer."""
        if self._compare is None:
            from nnviz.views.compare_page import ComparePage

            self._compare = ComparePage(self._session, self._theme, self)
            self.addWidget(self._compare)
        return self._compare

    def _column(self) -> QWidget:
        column = QWidget(self)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(1)
        rows.addWidget(self.network, 1)
        rows.addWidget(self.passes)
        rows.addWidget(self.timeline)
        return column
