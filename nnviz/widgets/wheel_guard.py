"""WheelGuard: a wheel over a field without focus scrolls the pane instead of changing the field."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class WheelGuard(QObject):
    """Guards one widget, which is also its parent. Wheels that it turns away go on to the widget's parent."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        # With WheelFocus a wheel would give the focus first and change the value next.
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn away wheels while the widget has no focus."""
        if event.type() == QEvent.Type.Wheel and not self._widget.hasFocus():
            event.ignore()
            return True
        return False
