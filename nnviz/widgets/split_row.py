"""SplitRow: caption left, field right in a column that rows share; one that needs it is wider, or goes below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from nnviz.widgets.caption import Caption
from nnviz.widgets.message_label import MessageLabel

FIELD_SHARE = 0.54
GAP = 8
LINE_GAP = 4
FIELD_LINE = 28
"""Height of the first line of a field, on whose middle the caption stands; PADDING more than larger writing is."""
PADDING = 10


class SplitLayout(QLayout):
    """Three items: caption, field, message. Field edges line up in all rows of the same width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item; Qt calls this for addWidget."""
        self._items.append(item)

    def count(self) -> int:
        """Number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at an index, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at an index."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Rows are as wide as there is room."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of a row at a width."""
        return max(rect.bottom() + 1 for rect in self._places(width))

    def setGeometry(self, rect: QRect) -> None:
        """Place all items."""
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:
        """Both beside each other."""
        width = round(self._items[1].sizeHint().width() / FIELD_SHARE)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """The wider of caption and field."""
        width = max(item.minimumSize().width() for item in self._items[:2])
        return QSize(width, min(item.minimumSize().height() for item in self._items[:2]))

    def _places(self, width: int) -> list[QRect]:
        caption, field, message = self._items
        room = width - caption.sizeHint().width() - GAP
        have = max(field.minimumSize().width(), min(room, round(width * FIELD_SHARE)))
        rest = width - have - GAP
        beside = have <= room
        top = _height(caption, width)
        places = (
            [QRect(0, (self._line() - top) // 2, rest, top), QRect(width - have, 0, have, _height(field, have))]
            if beside
            else [QRect(0, 0, width, top), QRect(0, top + LINE_GAP, width, _height(field, width))]
        )
        bottom = max(place.bottom() + 1 for place in places)
        height = 0 if message.isEmpty() else _height(message, width)
        return [*places, QRect(0, bottom + (LINE_GAP if height else 0), width, height)]

    def _line(self) -> int:
        return max(FIELD_LINE, self._owner.fontMetrics().height() + PADDING)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class SplitRow(QWidget):
    """Caption, field and, while there is one, a message below.

    `restart` puts a mark behind the caption: a change there means a new start.
    """

    def __init__(self, field: QWidget, restart: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.caption = Caption(restart, self)
        self.caption.setBuddy(field)
        self.message = MessageLabel(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = SplitLayout(self)
        for widget in (self.caption, field, self.message):
            layout.addWidget(widget)

    def set_message(self, text: str) -> None:
        """Show why the field refuses its text; "" hides it."""
        self.message.show_text(text)
        self.updateGeometry()
