"""ValueField: a small line at a knob for typing a weight or a bias; what cannot be is refused beside it."""

from __future__ import annotations

from math import isnan
from typing import cast

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from nnviz.session.edits import LARGEST
from nnviz.widgets.limits import Limits
from nnviz.widgets.marking import mark_invalid
from nnviz.widgets.message_label import MessageLabel

WIDE = 20
"""Width of the line and of the reason below it, in digits."""
BESIDE = 16
"""Pixels from the knob to the field: the edge stays in sight."""
MARGIN = 6
MINUS = "−"
LIMITS = Limits(-LARGEST, LARGEST)


class ValueField(QFrame):
    """Hidden until somebody is asked for a number.

    Enter, or a click elsewhere, takes a good number over; a bad one stays in the field with the reason below it, and
    goes with a click elsewhere. Escape leaves.
    Signals: given(float) for a number that was entered; left() when it closes and had the keyboard.
    """

    given = Signal(float)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("value_field")
        self.setProperty("role", "card")
        self._line = _Line(self)
        self._message = MessageLabel(self)
        self._message.setObjectName("value_reason")
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        box.setSpacing(4)
        box.addWidget(self._line)
        box.addWidget(self._message)
        self._shown, self._at = "", QPointF()
        self._open = False
        self._line.returnPressed.connect(self._take)
        self._line.textEdited.connect(self._retry)
        self._line.escaped.connect(self.leave)
        self._line.focus_lost.connect(self._finish)
        self.hide()

    def ask(self, name: str, shown: str, at: QPointF, typed: str = "") -> None:
        """Open beside a point of the parent for the number written `shown`; `typed` replaces it."""
        self._shown, self._at = shown, at
        self._open = True
        self._line.setAccessibleName(name)
        self._line.setText(typed or shown.replace("-", MINUS))
        self._say("")
        self.show()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        if not typed:
            self._line.selectAll()

    def refuse(self, reason: str) -> None:
        """Say why the number cannot be; the field stays open."""
        self._say(reason)
        self._line.selectAll()

    def leave(self) -> None:
        """Close without a change."""
        if self._open:
            self._open = False
            if self._line.hasFocus():
                # Before it is hidden: Qt would hand the focus to whatever comes next.
                self.left.emit()
            self.hide()

    def _take(self) -> None:
        text = self._line.text().replace(MINUS, "-")
        if text == self._shown:
            self.leave()
            return
        value = LIMITS.parse(text)
        if value is None:
            self.refuse(self._reason(text))
        else:
            self.given.emit(value)

    def _finish(self) -> None:
        """The focus went elsewhere: a good number counts, a bad one is forgotten."""
        if not self._open:
            return
        value = LIMITS.parse(self._line.text().replace(MINUS, "-"))
        if value is not None and not self._line.property("invalid"):
            self._take()
        self.leave()

    def _retry(self, text: str) -> None:
        if LIMITS.parse(text.replace(MINUS, "-")) is not None:
            self._say("")

    def _reason(self, text: str) -> str:
        """Why a text is no number that could stand here."""
        try:
            is_number = not isnan(float(text))
        except ValueError:
            is_number = False
        if is_number:
            return self.tr("too large: at most {largest} in size").format(largest=f"{LARGEST:,.0f}")
        return self.tr("not a number")

    def _say(self, reason: str) -> None:
        mark_invalid(self._line, bool(reason))
        self._line.setAccessibleDescription(reason)
        self._message.show_text(reason)
        self._place()

    def _place(self) -> None:
        """Beside the point it belongs to, wholly within the parent."""
        digit = self._line.fontMetrics().horizontalAdvance("0")
        for part in (self._line, self._message):
            part.setFixedWidth(digit * WIDE)
        self._box.activate()
        # A wrapped label knows its height only for a width, which a hidden one is not asked for.
        wide = digit * WIDE + 2 * MARGIN + 2
        tall = self._line.sizeHint().height() + 2 * MARGIN + 2
        if self._message.text():
            tall += self._message.heightForWidth(digit * WIDE) + 4
        parent = cast(QWidget, self.parentWidget()).rect()
        right = self._at.x() + BESIDE
        x = right if right + wide + 4 <= parent.width() else max(self._at.x() - BESIDE - wide, 4)
        y = min(max(self._at.y() + BESIDE, 4), max(parent.height() - tall - 4, 4))
        self.setGeometry(round(x), round(y), wide, tall)


class _Line(QLineEdit):
    """A line that tells when it is left. Signals: escaped(); focus_lost(), but not to a menu or another window."""

    escaped = Signal()
    focus_lost = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("value_line")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)
        # Enter has done its work here; the pane below would take it for a selection.
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.focus_lost.emit()
