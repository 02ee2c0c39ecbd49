"""SettingsRow: which setting is compared and with which values."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.session.comparison import FEWEST, SETTINGS, Comparison, Setting, Value
from nnviz.session.intents import Compare
from nnviz.session.names import error_in_words
from nnviz.session.pages import COMPARE
from nnviz.theme.lanes import LANES
from nnviz.theme.theme import Theme
from nnviz.views.compare.lane_field import LaneField
from nnviz.views.compare.words import CompareWords
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.flow_layout import FlowLayout
from nnviz.widgets.message_label import MessageLabel
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session


class SettingsRow(Worded, QWidget):
    """Compare [setting] with [value] [value] +; one line that says what the runs share, and why a value is refused."""

    def __init__(self, session: Session, theme: Theme, words: CompareWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme, self._words = session, theme, words
        self._fields: list[LaneField] = []
        self._offer: Setting | None = None
        self._compare, self._with = QLabel(self), QLabel(self)
        self.setting = ChoiceField(self)
        self.add = QPushButton(self)
        self._explanation = QLabel(self)
        self._message = MessageLabel(self)
        self._build()
        self._name()
        self._connect()
        self._show()

    @property
    def fields(self) -> tuple[LaneField, ...]:
        """One field for each lane."""
        return tuple(self._fields)

    @property
    def message(self) -> str:
        """Why a value was refused, "" if none was."""
        return self._message.text()

    # building

    def _build(self) -> None:
        self.setObjectName("compare_settings")
        parts = {
            "compare_setting": self.setting, "compare_add": self.add, "compare_explanation": self._explanation,
            "compare_message": self._message,
        }  # fmt: skip
        for name, part in parts.items():
            part.setObjectName(name)
        self._explanation.setProperty("role", "hint")
        self._explanation.setWordWrap(True)
        self._line = QWidget(self)
        self._flow = FlowLayout(self._line, gap=8)
        self._lead = QWidget(self._line)
        lead = QHBoxLayout(self._lead)
        lead.setContentsMargins(0, 0, 0, 0)
        lead.setSpacing(8)
        for part in (self._compare, self.setting, self._with):
            lead.addWidget(part)
        self._flow.addWidget(self._lead)
        self._flow.addWidget(self.add)
        self.add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for row in (self._line, self._message, self._explanation):
            column.addWidget(row)

    def _connect(self) -> None:
        self._session.comparison.changed.connect(self._on_changed)
        self._session.experiment_changed.connect(self._on_changed)
        self._theme.changed.connect(self._on_theme)
        self.setting.value_changed.connect(self._on_setting)
        self.add.clicked.connect(self._on_add)

    # words

    def _name(self) -> None:
        self.setAccessibleName(self.tr("What is compared"))
        self._compare.setText(self.tr("Compare"))
        self._with.setText(self.tr("with"))
        self.setting.setAccessibleName(self.tr("Compared setting"))
        self.setting.setToolTip(self.tr("The one setting in which the runs differ; a change means a new start"))
        self.add.setText(self.tr("+ Run"))
        self.add.setAccessibleName(self.tr("Compare with one more value"))
        self.add.setToolTip(self.tr("Compare with one more value; all runs start anew"))

    def _name_fields(self) -> None:
        setting = self._words.settings()[self._comparison.setting.name]
        for look, field in zip(LANES, self._fields, strict=False):
            field.set_names(
                self.tr("{setting} of run {letter}; a change means a new start").format(
                    setting=setting, letter=look.letter
                ),
                self.tr("Take run {letter} out; the others start anew").format(letter=look.letter),
            )

    # what is shown

    @property
    def _comparison(self) -> Comparison:
        return self._session.comparison

    def _show(self) -> None:
        """The present setting and values; fields that are still right stay, and with them the focus."""
        comparison = self._comparison
        offers = comparison.offers(self._session.experiment)
        setting = offers.get(comparison.setting.name, comparison.setting)
        names = self._words.settings()
        offered = [(name, names[name]) for name in SETTINGS if name in offers or name == setting.name]
        self.setting.set_choices(offered)
        self.setting.set_value(setting.name)
        if setting != self._offer or len(comparison.values) != len(self._fields):
            self._offer = setting
            self._rebuild(setting, len(comparison.values))
        for field in self._fields:
            field.show_value(comparison.values, removable=len(comparison.values) > FEWEST)
        self.add.setVisible(setting.next(comparison.values) is not None)
        self._explanation.setText(self._words.explanation(setting.name))
        self._name_fields()
        self._dress()

    def _rebuild(self, setting: Setting, count: int) -> None:
        """Fields for another setting, or for more or fewer lanes; a complaint goes with the field it is about."""
        self._message.show_text("")
        for field in self._fields:
            self._flow.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._fields = [LaneField(self._theme, lane, setting, self._line) for lane in range(count)]
        self._flow.removeWidget(self.add)
        for field in self._fields:
            field.chosen.connect(self._on_chosen)
            field.removed.connect(self._on_removed)
            field.refused.connect(self._message.show_text)
            self._flow.addWidget(field)
            field.show()
        self._flow.addWidget(self.add)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """The keyboard goes from left to right."""
        stops = [self.setting, *(part for field in self._fields for part in (field.field, field.remove)), self.add]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _dress(self) -> None:
        bold = self._theme.font(1.1, bold=True)
        for label in (self._compare, self._with):
            label.setFont(bold)
        for field in self._fields:
            field.resize_text()
        height = max((field.sizeHint().height() for field in self._fields), default=0)
        for part in (self._lead, self.add):
            part.setMinimumHeight(height)

    # wishes

    def _do(self, setting: str, values: tuple[Value, ...]) -> bool:
        """Compare; where the session refuses, everything stays and the reason is told."""
        try:
            self._session.do(Compare(setting, values))
        except ValueError as error:
            self._message.show_text(error_in_words(error))
            for field, value in zip(self._fields, self._comparison.values, strict=True):
                field.take_back(value)
            self.setting.set_value(self._comparison.setting.name)
            return False
        self._message.show_text("")
        return True

    def _on_setting(self, name: str) -> None:
        self._do(name, self._comparison.offers(self._session.experiment)[name].first)

    def _on_chosen(self, lane: int, value: Value) -> None:
        values = self._comparison.values
        self._do(self._comparison.setting.name, (*values[:lane], value, *values[lane + 1 :]))

    def _on_removed(self, lane: int) -> None:
        values = self._comparison.values
        if self._do(self._comparison.setting.name, values[:lane] + values[lane + 1 :]):
            self._fields[min(lane, len(self._fields) - 1)].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        values = self._comparison.values
        value = self._offer.next(values) if self._offer else None
        if value is not None and self._do(self._comparison.setting.name, (*values, value)):
            self._fields[-1].field.setFocus(Qt.FocusReason.OtherFocusReason)

    # what has changed

    def _on_changed(self, _: object) -> None:
        if self._session.page == COMPARE:
            self._show()

    def _on_theme(self, _: object) -> None:
        self._dress()

    def _word(self) -> None:
        self._name()
        self._offer = None
        self._show()
