"""SideColumn: the cards beside the picture of a lab, which scroll where the page is too low for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nnviz.views.labs.card import GAP


class SideColumn(QScrollArea):
    """Widgets below each other, in `column`; its owner says how wide it is."""

    def __init__(self, *widgets: QWidget, name: str = "", parent: QWidget | None = None, fill: bool = False) -> None:
        """`fill`: the widgets take the whole height; else the rest stays empty below them."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget(self)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)
        if not fill:
            self.column.addStretch(1)
        self.place(widgets)
        self.setWidget(self.body)
        # As the area's widget it would be filled with the colour of the window.
        self.viewport().setAutoFillBackground(False)
        self.body.setAutoFillBackground(False)

    def place(self, widgets: Sequence[QWidget]) -> None:
        """These widgets in this order; others stay without a place until another column takes them."""
        for place, widget in enumerate(widgets):
            self.column.insertWidget(place, widget)
