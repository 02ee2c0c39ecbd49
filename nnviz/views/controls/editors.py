"""Editors: a table from the kind of a field to the widget that edits it, and the row that stands for a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nnviz.data.shelf import Shelf
from nnviz.engine.experiment import LAYER_LIMITS, LIMITS, LIVE_FIELDS, Experiment
from nnviz.sentences.marking import QT_TRANSLATE_NOOP
from nnviz.session.names import data_name, in_words, name_of
from nnviz.views.controls.fields import Field, Kind
from nnviz.views.controls.rules import choices
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.count_field import CountField
from nnviz.widgets.fact_label import FactLabel
from nnviz.widgets.limits import Limits
from nnviz.widgets.log_slider import LogSlider
from nnviz.widgets.number_field import NumberField
from nnviz.widgets.slider_field import LinearScale, SliderField
from nnviz.widgets.split_row import SplitRow

Editor = ChoiceField | CountField | NumberField | SliderField | FactLabel

NEW_START = QT_TRANSLATE_NOOP("ControlsPane", "A change means a new start.")


def limits_of(name: str, whole: bool = False, zero: str = "") -> Limits:
    """The bounds of a field of the Experiment or of a LayerSpec."""
    low, high = (LIMITS | LAYER_LIMITS)[name]
    return Limits(low, high, whole, in_words(zero))


def describe(widget: QWidget, name: str, tip: str) -> None:
    """Name a widget for tests, for a screen reader and under the mouse."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(tip)
    # Rich text is what makes Qt break the lines of a tooltip.
    widget.setToolTip(f"<qt>{escape(tip)}</qt>")


class FieldRow(SplitRow):
    """One field of the Experiment: caption, editor, and the reason where a text is refused.

    Signals: edited(str, object) with the field's name and its new value, after an edit by the user.
    """

    edited = Signal(str, object)

    def __init__(self, field: Field, parent: QWidget) -> None:
        self.editor = EDITORS[field.kind](field, parent)
        restart = field.name not in LIVE_FIELDS and field.kind is not Kind.FACT
        super().__init__(self.editor, restart, parent)
        self.spec = field
        self.editor.setObjectName(field.name)
        if not isinstance(self.editor, FactLabel):
            self.editor.value_changed.connect(self._edited)
        if isinstance(self.editor, NumberField | CountField | SliderField):
            self.editor.refused.connect(self.set_message)
        self.word()

    def word(self) -> None:
        """All words anew."""
        spec = self.spec
        label, tip = in_words(spec.label), in_words(spec.tip)
        self.caption.setText(label)
        describe(self.editor, label, f"{tip} {in_words(NEW_START)}" if self.caption.restart else tip)
        self.setToolTip(self.editor.toolTip())
        if isinstance(self.editor, NumberField | CountField | SliderField):
            self.editor.set_limits(limits_of(spec.name, spec.kind is Kind.COUNT, spec.zero))

    def show_experiment(self, experiment: Experiment, shelf: Shelf) -> None:
        """Follow the experiment on data of a shelf: value, legal choices, and whether the field is there at all."""
        value: Any = getattr(experiment, self.spec.name)
        if isinstance(self.editor, ChoiceField):
            keys = choices(experiment, self.spec.name, shelf)
            self.editor.set_choices([(key, data_name(key, shelf) or name_of(self.spec.name, key)) for key in keys])
        self.editor.set_value(value)
        self.setVisible(self.spec.when(experiment, shelf))

    def _edited(self, value: Any) -> None:
        self.edited.emit(self.spec.name, value)


def _fact(field: Field, parent: QWidget) -> FactLabel:
    return FactLabel(parent)


def _choice(field: Field, parent: QWidget) -> ChoiceField:
    return ChoiceField(parent)


def _count(field: Field, parent: QWidget) -> CountField:
    return CountField(limits_of(field.name, whole=True), parent)


def _number(field: Field, parent: QWidget) -> NumberField:
    return NumberField(limits_of(field.name), field.step, parent)


def _linear(field: Field, parent: QWidget) -> SliderField:
    scale = LinearScale(field.low, field.high, field.step)
    return SliderField(limits_of(field.name), scale, field.name in LIVE_FIELDS, parent)


def _log(field: Field, parent: QWidget) -> LogSlider:
    limits = limits_of(field.name, zero=field.zero)
    return LogSlider(limits, field.low, field.decades, field.name in LIVE_FIELDS, parent)


EDITORS: Mapping[Kind, Callable[[Field, QWidget], Editor]] = {
    Kind.CHOICE: _choice,
    Kind.COUNT: _count,
    Kind.NUMBER: _number,
    Kind.LINEAR: _linear,
    Kind.LOG: _log,
    Kind.FACT: _fact,
}
