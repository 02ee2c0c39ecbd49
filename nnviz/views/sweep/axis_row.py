"""AxisRow: one setting that varies, and the values it takes: words to be picked or numbers to be typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from nnviz.sweeps.axis import Axis, typed_axis
from nnviz.theme.theme import Theme
from nnviz.views.sweep.offers import OFFERS, Offer
from nnviz.views.sweep.words import SweepWords
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.flow_layout import FlowLayout
from nnviz.widgets.marking import mark_invalid

NOTHING = "-"
"""Key of the choice that nothing varies here."""


class AxisRow(QFrame):
    """A card with the setting and its values.

    Signals: changed() after an edit.
    """

    changed = Signal()

    def __init__(self, theme: Theme, words: SweepWords, number: int, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._number = theme, words, number
        self._chips: dict[str, QPushButton] = {}
        self.setObjectName(f"sweep_axis_{number}")
        self.setProperty("role", "card")
        self.setting = ChoiceField(self)
        self.setting.setObjectName(f"sweep_axis_{number}_setting")
        self.values = QLineEdit(self)
        self.values.setObjectName(f"sweep_axis_{number}_values")
        self._box = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._box.setSizePolicy(policy)
        self._flow = FlowLayout(self._box, gap=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(8)
        for part in (self.setting, self.values, self._box):
            column.addWidget(part)
        self.setting.value_changed.connect(self._on_setting)
        self.values.editingFinished.connect(self.changed)
        self._start = path

    def offer(self, offers: dict[str, Offer]) -> None:
        """The settings that may be chosen; one that is gone gives way to nothing."""
        names = self._words.settings()
        chosen = self.setting.value() or self._start
        choices = [(NOTHING, self.tr("nothing more") if self._number else self.tr("only the seed"))]
        self.setting.set_choices([*choices, *((path, names[path]) for path in offers)])
        self.setting.set_value(chosen if chosen in offers else NOTHING)
        if self.setting.value() != self._shown():
            self._propose()

    def axis(self) -> Axis | None:
        """What varies here, None for nothing. Refusal as of `typed_axis`; then the field is marked."""
        path = self.setting.value()
        if path in (NOTHING, ""):
            return None
        texts = self._picked() if self._chips else self.values.text().split(",")
        mark_invalid(self.values, True)
        axis = typed_axis(path, texts)
        mark_invalid(self.values, False)
        return axis

    def show_axis(self, axis: Axis | None) -> None:
        """Show what varies, one of the offers, or None for nothing, without a signal."""
        self.setting.set_value(axis.path if axis else NOTHING)
        self._propose()
        texts = axis.texts() if axis else ()
        self.values.setText(", ".join(texts))
        for key, chip in self._chips.items():
            chip.setChecked(key in texts)

    def word(self) -> None:
        """Texts in the language of the program."""
        self.setting.setAccessibleName(self.tr("What varies, {number}").format(number=self._number + 1))
        self.setting.setToolTip(self.tr("A setting that takes several values, each with each of the others"))
        self.values.setAccessibleName(self.tr("Values, with commas between them"))
        self.values.setToolTip(self.tr("Values, with commas between them"))
        for key, chip in self._chips.items():
            chip.setText(self._words.value(self.setting.value(), key))

    def restyle(self) -> None:
        """The writing of the theme."""
        for chip in self._chips.values():
            chip.setFont(self._theme.font(0.9))

    # parts

    def _shown(self) -> str:
        return str(self.property("path") or "")

    def _propose(self) -> None:
        """The values that one begins with."""
        path = self.setting.value()
        offer = OFFERS.get(path, Offer(path, ()))
        self.setProperty("path", path)
        self._make_chips(offer)
        self.values.setText(", ".join(offer.first))
        self.values.setVisible(bool(offer.first) and not offer.choices)
        self._box.setVisible(bool(offer.choices))
        mark_invalid(self.values, False)
        self.word()
        self.restyle()

    def _make_chips(self, offer: Offer) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            # It is not gone before the event loop turns.
            chip.setObjectName("")
            chip.hide()
            chip.deleteLater()
        self._chips = {key: self._chip(key, key in offer.first) for key in offer.choices}

    def _chip(self, key: str, picked: bool) -> QPushButton:
        chip = QPushButton(self._box)
        chip.setObjectName(f"sweep_axis_{self._number}_{key}")
        chip.setProperty("role", "segment")
        chip.setCheckable(True)
        chip.setChecked(picked)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setToolTip(self.tr("Try this value too, or leave it out"))
        chip.clicked.connect(self._on_pick)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _picked(self) -> list[str]:
        return [key for key, chip in self._chips.items() if chip.isChecked()]

    def _on_setting(self, _: str) -> None:
        self._propose()
        self.changed.emit()

    def _on_pick(self, _: bool) -> None:
        self.changed.emit()
