"""ChoiceField: a combo box of keys with names for people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QWidget

from nnviz.theme.painting import painting
from nnviz.widgets.glyphs import paint_glyph
from nnviz.widgets.wheel_guard import WheelGuard

ARROW = 14
"""Middle of the arrow from the right edge, in pixels."""


class ChoiceField(QComboBox):
    """One of several keys; an item's data is the key, its text the name.

    A `compact` one asks for room for the chosen name only; its list is as wide as the longest.

    Signals: value_changed(str) after another item became current by an edit.
    """

    value_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None, compact: bool = False) -> None:
        super().__init__(parent)
        self._compact = compact
        self.setMaxVisibleItems(20)
        self.currentIndexChanged.connect(self._changed)
        WheelGuard(self)

    def value(self) -> str:
        """The chosen key, "" if there is none."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose a key, without a signal; a key that is no item is shown as nothing chosen."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(value))
        self.updateGeometry()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, name) pairs and keep the chosen key where it is still there, without a signal."""
        if choices == self.choices():
            return
        value = self.value()
        with QSignalBlocker(self):
            self.clear()
            for key, name in choices:
                self.addItem(name, key)
            self.setCurrentIndex(self.findData(value))
        self.updateGeometry()

    def choices(self) -> list[tuple[str, str]]:
        """All (key, name) pairs, in order."""
        return [(self.itemData(i), self.itemText(i)) for i in range(self.count())]

    def minimumSizeHint(self) -> QSize:
        """Room for the longest name. Qt's own hint keeps what it was at the first show, or follows after 20 ms."""
        names = [self.currentText()] if self._compact else [name for _, name in self.choices()]
        return QSize(self._room_for(names), super().minimumSizeHint().height())

    def _room_for(self, names: Sequence[str]) -> int:
        longest = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        content = QSize(longest, self.fontMetrics().height())
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, content, self).width()

    def showPopup(self) -> None:
        """The list shows every name in full."""
        self.view().setMinimumWidth(self._room_for([name for _, name in self.choices()]))
        super().showPopup()

    def sizeHint(self) -> QSize:
        """No wider than it needs to be."""
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the style draws it, which leaves out the arrow once a style sheet is in use."""
        super().paintEvent(event)
        role = QPalette.ColorRole.PlaceholderText if self.isEnabled() else QPalette.ColorRole.Mid
        middle = QPointF(self.width() - ARROW, self.height() / 2)
        with painting(self) as painter:
            paint_glyph(painter, "down", middle, self.palette().color(role))

    def _changed(self, index: int) -> None:
        self.updateGeometry()
        if index >= 0:
            self.value_changed.emit(self.value())
