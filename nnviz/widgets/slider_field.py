"""SliderField: a slider below an exact field, both showing one number."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from nnviz.widgets.limits import Limits
from nnviz.widgets.number_field import NumberField
from nnviz.widgets.wheel_guard import WheelGuard

HANDLE = 18
"""Height in which the round handle is not cut off."""


class Scale(Protocol):
    """Positions of a slider and the numbers they stand for."""

    @property
    def positions(self) -> int:
        """Number of steps; positions run from 0 to this."""

    @property
    def page(self) -> int:
        """Steps of Page Up and Page Down."""

    def value(self, position: int) -> float:
        """The number at a position."""

    def position(self, value: float) -> int:
        """The nearest position to a number, an end for numbers beyond it."""


class LinearScale:
    """Numbers from low to high in equal steps."""

    def __init__(self, low: float, high: float, step: float) -> None:
        self._low, self._step = low, step
        self.positions = round((high - low) / step)
        self.page = max(1, self.positions // 10)

    def value(self, position: int) -> float:
        """low + position · step, without the dust of binary fractions."""
        return round(self._low + position * self._step, 12)

    def position(self, value: float) -> int:
        """The nearest step."""
        return min(max(round((value - self._low) / self._step), 0), self.positions)


class SliderField(QWidget):
    """An exact field and a slider. The field takes every number within its limits, the slider those of its scale.

    `live` False: while the handle is dragged only the field follows; the value is taken over on release.
    Signals: value_changed(float) after an edit by the user; refused(str) with the reason, "" when it is settled.
    """

    value_changed = Signal(float)
    refused = Signal(str)

    def __init__(self, limits: Limits, scale: Scale, live: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self.field = NumberField(limits, parent=self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, scale.positions)
        self.slider.setPageStep(scale.page)
        self.slider.setTracking(live)
        self.slider.setMinimumHeight(HANDLE)
        WheelGuard(self.slider)
        self.setFocusProxy(self.field)
        self._lay_out()
        self._connect()

    def value(self) -> float:
        """The number in effect."""
        return self.field.value()

    def set_value(self, value: float) -> None:
        """Show another number, without a signal."""
        self.field.set_value(value)
        self._place(value)

    def set_limits(self, limits: Limits) -> None:
        """Other limits of the field, or another word for 0 after a change of language."""
        self.field.set_limits(limits)

    def setAccessibleName(self, name: str) -> None:
        """Name both parts: a screen reader meets them one by one."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.slider.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Describe both parts."""
        super().setAccessibleDescription(description)
        self.field.setAccessibleDescription(description)
        self.slider.setAccessibleDescription(description)

    def setObjectName(self, name: str) -> None:
        """The parts are called <name>_field and <name>_slider."""
        super().setObjectName(name)
        self.field.setObjectName(f"{name}_field")
        self.slider.setObjectName(f"{name}_slider")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self.field)
        layout.addWidget(self.slider)

    def _connect(self) -> None:
        self.field.value_changed.connect(self._typed)
        self.field.refused.connect(self.refused)
        self.slider.sliderMoved.connect(self._dragged)
        self.slider.valueChanged.connect(self._slid)

    def _place(self, value: float) -> None:
        if not self.slider.isSliderDown():
            with QSignalBlocker(self.slider):
                self.slider.setValue(self._scale.position(value))

    def _typed(self, value: float) -> None:
        self._place(value)
        self.value_changed.emit(value)

    def _dragged(self, position: int) -> None:
        if not self.slider.hasTracking():
            self.field.setText(self.field.limits.show(self._scale.value(position)))

    def _slid(self, position: int) -> None:
        value = self._scale.value(position)
        self.field.set_value(value)
        self.value_changed.emit(value)
