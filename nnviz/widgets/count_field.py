"""CountField: a spin box for whole numbers, which refuses bad input in place with a reason."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette, QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

from nnviz.theme.painting import painting
from nnviz.widgets.glyphs import paint_glyph
from nnviz.widgets.limits import Limits
from nnviz.widgets.marking import mark_invalid
from nnviz.widgets.wheel_guard import WheelGuard

BUTTONS = 18
"""Width of the two step buttons, as in the style sheet of the theme."""
MARGINS = 16
"""Borders, paddings and the line's own margins beside the text."""

ARROWS = (
    ("up", QSpinBox.StepEnabledFlag.StepUpEnabled, 0.33),
    ("down", QSpinBox.StepEnabledFlag.StepDownEnabled, 0.67),
)


class CountField(QSpinBox):
    """A whole number within limits, taken over by Enter, by leaving the field and by its steps.

    Refused text gives way to the value that is still in effect; the field is marked until it is settled.
    Signals: value_changed(int) after an edit; refused(str) with the reason, "" when it is settled.
    """

    value_changed = Signal(int)
    refused = Signal(str)

    def __init__(self, limits: Limits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.limits = limits
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setRange(int(limits.low), int(limits.high))
        self.setSpecialValueText(limits.zero)
        self.lineEdit().textEdited.connect(self._retry)
        self.valueChanged.connect(self._changed)
        self.setProperty("role", "count")
        WheelGuard(self)

    def set_value(self, value: float) -> None:
        """Show another number, without a signal; what is being typed stays if the number is no other."""
        if int(value) != self.value():
            with QSignalBlocker(self):
                self.setValue(int(value))
            self._settle()

    def set_limits(self, limits: Limits) -> None:
        """Other limits, or another word for 0 after a change of language."""
        self.limits = limits
        with QSignalBlocker(self):
            self.setRange(int(limits.low), int(limits.high))
        self.setSpecialValueText(limits.zero)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Anything may be typed: what is no number within the limits is refused with a reason, not by a dead key."""
        good = self.limits.parse(text) is not None
        return QValidator.State.Acceptable if good else QValidator.State.Intermediate, text, position

    def valueFromText(self, text: str) -> int:
        """The number a text stands for, the value in effect where it is none."""
        value = self.limits.parse(text)
        return self.value() if value is None else int(value)

    def fixup(self, text: str) -> str:
        """Called when text that is no number is to be taken over: mark it and give the reason."""
        mark_invalid(self, True)
        self.refused.emit(self.limits.reason(text, self.value()))
        return text

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the style draws it, and the arrows, pale where there is no further step."""
        super().paintEvent(event)
        with painting(self) as painter:
            for glyph, flag, share in ARROWS:
                role = QPalette.ColorRole.PlaceholderText if self.stepEnabled() & flag else QPalette.ColorRole.Mid
                middle = QPointF(self.width() - BUTTONS / 2 - 2, self.height() * share)
                paint_glyph(painter, glyph, middle, self.palette().color(role), 0.8)

    def minimumSizeHint(self) -> QSize:
        """Room for the longest number and for the word that stands for 0."""
        texts = (self.limits.show(self.minimum()), self.limits.show(self.maximum()))
        longest = max(self.fontMetrics().horizontalAdvance(text) for text in texts)
        return QSize(longest + BUTTONS + MARGINS, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """No wider than it needs to be."""
        return self.minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what was typed, and the mark."""
        typed = self.text() != self.limits.show(self.value())
        if event.key() == Qt.Key.Key_Escape and (typed or self.property("invalid")):
            self._settle()
        else:
            super().keyPressEvent(event)

    def _retry(self, text: str) -> None:
        if self.limits.parse(text) is not None:
            self._clear()

    def _changed(self, value: int) -> None:
        self._clear()
        self.value_changed.emit(value)

    def _settle(self) -> None:
        self.lineEdit().setText(self.limits.show(self.value()))
        self._clear()

    def _clear(self) -> None:
        if self.property("invalid"):
            mark_invalid(self, False)
            self.refused.emit("")
