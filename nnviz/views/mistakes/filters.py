"""Filters: which samples are listed and in which order; always says the same as the matrix."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from nnviz.views.mistakes.selection import Selection
from nnviz.views.mistakes.words import MistakeWords
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.flow_layout import FlowLayout

FIELDS = ("truth", "predicted")


class Filters(QWidget):
    """True class, predicted class, order, only mistakes.

    Signals: selection_changed(Selection) after an edit.
    """

    selection_changed = Signal(object)

    def __init__(self, words: MistakeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._selection = Selection()
        self._names: tuple[str, ...] = ()
        self.captions = {name: QLabel(self) for name in FIELDS}
        self.classes = {name: ChoiceField(self) for name in FIELDS}
        self.order = ChoiceField(self)
        self.only_mistakes = QCheckBox(self)
        self._build()
        self.word()
        self._connect()

    @property
    def selection(self) -> Selection:
        """What is asked for."""
        return self._selection

    def show_selection(self, selection: Selection) -> None:
        """Say the same, without a signal."""
        self._selection = selection
        for name, field in self.classes.items():
            chosen = getattr(selection, name)
            field.set_value("" if chosen is None else str(chosen))
        self.order.set_value(selection.order)
        with QSignalBlocker(self.only_mistakes):
            self.only_mistakes.setChecked(selection.only_mistakes)
        self.only_mistakes.setEnabled(not selection.is_cell)

    def show_classes(self, names: tuple[str, ...]) -> None:
        """Offer these classes."""
        if names != self._names:
            self._names = names
            self._offer()

    def word(self) -> None:
        """Another language was chosen."""
        self.captions["truth"].setText(self.tr("true"))
        self.captions["predicted"].setText(self.tr("predicted"))
        self.classes["truth"].setAccessibleName(self.tr("True class of the samples"))
        self.classes["predicted"].setAccessibleName(self.tr("Predicted class of the samples"))
        self.order.setAccessibleName(self.tr("Order of the samples"))
        self.only_mistakes.setText(self.tr("only mistakes"))
        self.only_mistakes.setToolTip(self.tr("Leave out the samples that the network gets right"))
        self.order.setToolTip(self.tr("Which samples come first, for instance those with the highest loss"))
        self.classes["truth"].setToolTip(self.tr("Only samples that belong to this class"))
        self.classes["predicted"].setToolTip(self.tr("Only samples for which the network answers this class"))
        self._offer()

    def _build(self) -> None:
        flow = FlowLayout(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for name, field in self.classes.items():
            field.setObjectName(f"filter_{name}")
            self.captions[name].setProperty("role", "hint")
            flow.addWidget(_pair(self.captions[name], field, self))
        self.order.setObjectName("sample_order")
        self.only_mistakes.setObjectName("only_mistakes")
        flow.addWidget(self.order)
        # As high as the fields beside it, so that it stands on one line with them.
        self.only_mistakes.setMinimumHeight(self.order.sizeHint().height())
        flow.addWidget(self.only_mistakes)

    def _connect(self) -> None:
        self.classes["truth"].value_changed.connect(self._on_truth)
        self.classes["predicted"].value_changed.connect(self._on_predicted)
        self.order.value_changed.connect(self._on_order)
        self.only_mistakes.toggled.connect(self._on_only_mistakes)

    def _offer(self) -> None:
        choices = [("", self.tr("any")), *((str(k), name) for k, name in enumerate(self._names))]
        for field in self.classes.values():
            field.set_choices(choices)
        self.order.set_choices(self._words.orders())
        self.show_selection(self._selection)

    def _on_truth(self, key: str) -> None:
        self._ask(replace(self._selection, truth=int(key) if key else None))

    def _on_predicted(self, key: str) -> None:
        self._ask(replace(self._selection, predicted=int(key) if key else None))

    def _on_order(self, key: str) -> None:
        self._ask(replace(self._selection, order=key))

    def _on_only_mistakes(self, on: bool) -> None:
        self._ask(replace(self._selection, only_mistakes=on))

    def _ask(self, selection: Selection) -> None:
        self.show_selection(selection)
        self.selection_changed.emit(selection)


def _pair(caption: QLabel, field: QWidget, parent: QWidget) -> QWidget:
    """A field with its name, which stay together."""
    pair = QWidget(parent)
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(caption)
    row.addWidget(field)
    caption.setBuddy(field)
    return pair
