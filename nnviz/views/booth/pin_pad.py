"""PinPad: a large pad of digits on which the host types the way out."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.session.booth.lock import Lock
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.booth.button import LARGE, TouchButton
from nnviz.views.booth.sign import CENTRE, Sign
from nnviz.widgets.worded import Worded

ROWS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"), ("erase", "0", "enter"), ("leave",))
HEIGHT = 0.86
"""Of the pad, as a share of the screen's height."""
ASPECT = 0.66
GAP = 0.02
"""Between two keys, as a share of the pad's height."""
ROWS_HIGH = 7
"""Title, dots and the rows of keys are equally high."""


class PinPad(Worded, QWidget):
    """Covers the whole screen. Signals: pressed(str) with "0" … "9", "erase", "enter" or "leave"."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("booth_pin_pad")
        self.title = Sign("pin_title", theme, self, align=CENTRE, bold=True)
        self.dots = Sign("pin_dots", theme, self, align=CENTRE, bold=True)
        names = (name for row in ROWS for name in row)
        roles = {"enter": "accent"}
        self.keys = {name: TouchButton(f"pin_{name}", theme, self, roles.get(name, "raised"), LARGE) for name in names}
        for key in self.keys.values():
            key.clicked.connect(self._on_key)
        self._word()
        theme.changed.connect(self._on_theme)

    def show_lock(self, lock: Lock) -> None:
        """How the lock stands; the digits themselves are not shown."""
        if not lock.is_shown and self.isHidden():
            return
        self.setVisible(lock.is_shown)
        for key in self.keys.values():
            key.setEnabled(not lock.wait or key is self.keys["leave"])
        if lock.wait:
            self.title.say(self.tr("Wait {seconds} s").format(seconds=lock.wait), "warning")
        elif lock.wrong:
            self.title.say(self.tr("Wrong PIN"), "warning")
        else:
            self.title.say(self.tr("PIN of the host"))
        self.dots.say("●" * len(lock.typed) or "–", "accent" if lock.typed else "faint")

    def _on_key(self) -> None:
        self.pressed.emit(self.sender().objectName().removeprefix("pin_"))

    def _on_theme(self, _: object) -> None:
        self.update()

    def _word(self) -> None:
        for name, key in self.keys.items():
            key.write(name)
        self.keys["erase"].write("⌫")
        self.keys["erase"].setAccessibleName(self.tr("Take the last digit back"))
        self.keys["enter"].write(self.tr("OK"))
        self.keys["leave"].write(self.tr("Back"))

    def _card(self) -> QRect:
        height = round(HEIGHT * min(self.height(), self.width() / ASPECT / 1.1))
        card = QRect(0, 0, round(ASPECT * height), height)
        card.moveCenter(self.rect().center())
        return card

    def _arrange(self) -> None:
        card = self._card()
        gap = round(GAP * card.height())
        inner = card.adjusted(gap, gap, -gap, -gap)
        high = (inner.height() - gap * (ROWS_HIGH - 1)) // ROWS_HIGH
        for number, sign in enumerate((self.title, self.dots)):
            sign.setGeometry(inner.x(), inner.y() + number * (high + gap), inner.width(), high)
        for number, row in enumerate(ROWS, start=2):
            wide = (inner.width() - gap * (len(row) - 1)) // len(row)
            for place, name in enumerate(row):
                left, top = inner.x() + place * (wide + gap), inner.y() + number * (high + gap)
                self.keys[name].setGeometry(left, top, wide, high)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In the middle."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything behind it hidden, a card for the keys."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("window"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("surface"))
            painter.drawRoundedRect(QRectF(self._card()), 24, 24)
