"""LaneField: the value of one lane, to be chosen or typed, with its mark and a button that takes the lane out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from nnviz.engine.experiment import LAYER_LIMITS, LIMITS
from nnviz.session.comparison import Setting, Value
from nnviz.session.names import name_of
from nnviz.theme.theme import Theme
from nnviz.views.compare.mark import LaneMark
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.glyph_button import GlyphButton
from nnviz.widgets.limits import Limits
from nnviz.widgets.number_field import NumberField

WHOLE = frozenset({"batch_size", "seed"})
"""Numbers that are counted."""
DIGITS = "0.00025"
"""A number field has room for this."""


class LaneField(QFrame):
    """A card with the lane's mark, its value and a cross.

    Signals: chosen(int, value) the lane and its new value; removed(int) the lane; refused(str) why a typed number is
    not taken, "" when that is settled.
    """

    chosen = Signal(int, object)
    removed = Signal(int)
    refused = Signal(str)

    def __init__(self, theme: Theme, lane: int, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lane, self._setting = lane, setting
        self.setObjectName(f"lane_{lane}_card")
        self.setProperty("role", "card")
        self.field = self._choice() if setting.choices else self._number()
        self.field.setObjectName(f"lane_{lane}_field")
        self.remove = GlyphButton("cross", self)
        self.remove.setObjectName(f"lane_{lane}_remove")
        self.remove.clicked.connect(self._on_remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(6)
        for part in (LaneMark(theme, lane, self), self.field, self.remove):
            row.addWidget(part)
        # A line edit would like to fill its line.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, values: tuple[Value, ...], removable: bool) -> None:
        """The value of this lane among those of all; a choice that another lane has made is not offered."""
        value = values[self._lane]
        if isinstance(self.field, ChoiceField):
            taken = set(values) - {value}
            names = [(key, name_of(self._setting.name, key)) for key in self._setting.choices if key not in taken]
            self.field.set_choices(names)
        self.take_back(value)
        self.remove.setVisible(removable)

    def take_back(self, value: Value) -> None:
        """Show the value that is in effect."""
        if isinstance(self.field, ChoiceField):
            self.field.set_value(str(value))
        else:
            self.field.set_value(float(value))

    def set_names(self, field: str, remove: str) -> None:
        """What the parts are called."""
        self.field.setAccessibleName(field)
        self.field.setToolTip(field)
        self.remove.setAccessibleName(remove)
        self.remove.setToolTip(remove)

    def resize_text(self) -> None:
        """Room for a number in the present size of writing."""
        if isinstance(self.field, NumberField):
            self.field.setFixedWidth(self.field.fontMetrics().horizontalAdvance(DIGITS) + 26)

    # parts

    def _choice(self) -> ChoiceField:
        field = ChoiceField(self, compact=True)
        field.value_changed.connect(self._on_choice)
        return field

    def _number(self) -> NumberField:
        name = self._setting.name
        low, high = LIMITS.get(name) or LAYER_LIMITS[name]
        field = NumberField(Limits(low, high, whole=name in WHOLE), parent=self)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.value_changed.connect(self._on_number)
        field.refused.connect(self.refused)
        return field

    def _on_choice(self, key: str) -> None:
        self.chosen.emit(self._lane, key)

    def _on_number(self, value: float) -> None:
        self.chosen.emit(self._lane, int(value) if self._setting.name in WHOLE else value)

    def _on_remove(self) -> None:
        self.removed.emit(self._lane)
