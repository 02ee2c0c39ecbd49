"""ReadingArea: a page of text to scroll, whose lines are as long with a scroll bar as without one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

POLICIES = {False: Qt.ScrollBarPolicy.ScrollBarAlwaysOff, True: Qt.ScrollBarPolicy.ScrollBarAlwaysOn}


class ReadingArea(QScrollArea):
    """Decides itself about its scroll bar. Qt's own way goes on for ever where a figure is as wide as its lines: with a
    bar it is lower, so that none is needed, without one higher, so that one is."""

    def __init__(self, name: str, page: QWidget, parent: QWidget) -> None:
        """`page`: has a layout."""
        super().__init__(parent)
        self._page = page
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        page.installEventFilter(self)
        self._decide()

    def _decide(self) -> None:
        page, room = self._page, self.viewport().size()
        high = page.heightForWidth(room.width()) if page.hasHeightForWidth() else page.minimumSizeHint().height()
        on = high > room.height()
        # Before the bar comes or goes: then the lines stay as they are.
        page.setContentsMargins(0, 0, 0 if on else self.verticalScrollBar().sizeHint().width(), 0)
        if self.verticalScrollBarPolicy() != POLICIES[on]:
            self.setVerticalScrollBarPolicy(POLICIES[on])

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._decide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page has become higher or lower."""
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            self._decide()
        return super().eventFilter(watched, event)
