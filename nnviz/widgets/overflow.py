"""Overflow: a place for one widget that may be wider than the place; then it is scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget


class Overflow(QWidget):
    """What a QScrollArea with a resizable widget does, sideways only: with widgets as high as their width wants them,
    that one calls itself for ever."""

    def __init__(self, inner: QWidget, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._inner = inner
        inner.setParent(self)
        self.bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self.bar.setObjectName(f"{name}_bar")
        self.bar.valueChanged.connect(self._move)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget inside; of one that is wider than the place, to its beginning."""
        left = widget.mapTo(self._inner, QPoint()).x()
        self.bar.setValue(min(max(self.bar.value(), left + widget.width() - self.width()), left))

    def _arrange(self) -> None:
        width = max(self.width(), self._inner.minimumSizeHint().width())
        over = width - self.width()
        self.bar.setRange(0, over)
        self.bar.setPageStep(self.width())
        self.bar.setVisible(over > 0)
        room = self.bar.sizeHint().height() if over else 0
        self.bar.setGeometry(0, self.height() - room, self.width(), room)
        self._inner.setGeometry(-self.bar.value(), 0, width, self.height() - room)

    def _move(self, value: int) -> None:
        self._inner.move(-value, 0)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._inner.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # The widget inside wants another size.
            self._arrange()
            self.updateGeometry()
        return super().event(event)
