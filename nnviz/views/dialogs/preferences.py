"""Preferences: what the program remembers about the person in front of it. A choice takes effect at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nnviz.languages import LANGUAGES
from nnviz.notation import CHOICES, formula
from nnviz.theme.names import name_of, tip_of
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.worded import Worded

COLUMNS = (("looks",), ("writing", "timeline"))
GROUPS = {
    "looks": ("theme", "text", "hall", "motion"),
    "writing": ("language", *CHOICES),
    "timeline": ("memory",),
}
"""Settings by group, and groups by column."""
NARROWEST = 190
"""Width of a field in pixels, at least."""
OFF, ON = "off", "on"


@dataclass(frozen=True)
class Setting:
    """One row. `name`: one of those in `Preferences._titles`; `first`: its value at the first start.

    choices  keys;  value: gives the one in effect;  choose: puts another one into effect
    """

    name: str
    choices: tuple[str, ...]
    first: str
    value: Callable[[], str]
    choose: Callable[[str], None]


class Preferences(Worded, QDialog):
    """A row for each setting, in groups, and a button that sets them all as they were at the first start."""

    def __init__(self, settings: Sequence[Setting], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self._settings = {setting.name: setting for setting in settings}
        self.fields = {name: ChoiceField(self) for name in self._settings}
        self._heads = {group: QLabel(self) for group in GROUPS}
        self._captions = {name: QLabel(self) for name in self._settings}
        self._notes = {name: Paragraph(f"preferences_{name}_note", self) for name in self._settings}
        self.reset = QPushButton(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._build()
        self._connect()
        self._word()

    def open(self) -> None:
        """Show what is in effect now."""
        self.renew()
        super().open()

    def renew(self) -> None:
        """Something was chosen elsewhere: show it."""
        for name, setting in self._settings.items():
            self.fields[name].set_value(setting.value())

    # Private

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(40)
        for groups in COLUMNS:
            row.addLayout(self._column(groups), 1)
        self.reset.setObjectName("preferences_reset")
        self.reset.setAutoDefault(False)
        self._buttons.addButton(self.reset, QDialogButtonBox.ButtonRole.ResetRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(18)
        column.addLayout(row)
        column.addWidget(self._buttons)
        # As high as its remarks are at this width, in every size of writing.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _column(self, groups: Sequence[str]) -> QGridLayout:
        """Groups below each other: a heading, and for each setting a row with a remark below it."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(1, NARROWEST)
        for group in groups:
            if grid.rowCount() > 1:
                grid.setRowMinimumHeight(grid.rowCount(), 12)
            self._heads[group].setProperty("role", "title")
            grid.addWidget(self._heads[group], grid.rowCount() + 1, 0, 1, 2)
            for name in GROUPS[group]:
                self._row(grid, grid.rowCount(), name)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid

    def _row(self, grid: QGridLayout, at: int, name: str) -> None:
        field = self.fields[name]
        field.setObjectName(f"preferences_{name}")
        self._captions[name].setBuddy(field)
        grid.addWidget(self._captions[name], at, 0)
        grid.addWidget(field, at, 1)
        grid.addWidget(self._notes[name], at + 1, 0, 1, 2)
        grid.setRowMinimumHeight(at + 2, 8)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.value_changed.connect(self._settings[name].choose)
        self.reset.clicked.connect(self._start_over)
        self._buttons.rejected.connect(self.reject)

    def _start_over(self) -> None:
        for setting in self._settings.values():
            if setting.value() != setting.first:
                setting.choose(setting.first)
        self.renew()

    def _word(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        self.setAccessibleName(self.tr("Preferences"))
        self.reset.setText(self.tr("As at the beginning"))
        self.reset.setToolTip(self.tr("Set everything here as it was at the first start"))
        for group, head in self._heads.items():
            head.setText(self._headings()[group])
        titles, notes, words = self._titles(), self._remarks(), self._words()
        for name, field in self.fields.items():
            self._captions[name].setText(titles[name])
            self._notes[name].setText(notes[name])
            field.setAccessibleName(titles[name])
            field.setToolTip(notes[name])
            field.set_choices([(key, words[name](key)) for key in self._settings[name].choices])

    def _headings(self) -> dict[str, str]:
        return {
            "looks": self.tr("Appearance"),
            "writing": self.tr("Language and formulas"),
            "timeline": self.tr("Timeline"),
        }

    def _titles(self) -> dict[str, str]:
        return {
            "theme": self.tr("Colours"),
            "text": self.tr("Size of the writing"),
            "motion": self.tr("Motion"),
            "language": self.tr("Language"),
            "memory": self.tr("Memory for the timeline"),
            **{key: name_of(key) for key in ("hall", *CHOICES)},
        }

    def _remarks(self) -> dict[str, str]:
        return {
            "theme": self.tr("“As the desktop” is light or dark as your desktop is."),
            "text": self.tr("Of everything in the window. Ctrl and + or − change it from anywhere."),
            # Tips go without the full stop that remarks have.
            "hall": f"{tip_of('hall')}.",
            "motion": f"{tip_of('reduced')}.",
            "language": self.tr("Of menus, panes and lessons."),
            "letters": self.tr("In every formula, as the book of your course has it."),
            "order": self.tr("With i first a matrix has a row for each unit before it, else a column."),
            "layers": self.tr("Below a symbol, or raised in brackets."),
            "memory": self.tr("The more, the closer together are the states one can go back to at once."),
        }

    def _words(self) -> dict[str, Callable[[str], str]]:
        """What the choices of each setting are called."""
        switch = {OFF: self.tr("Off"), ON: self.tr("On")}
        return {
            "theme": name_of,
            "text": lambda key: self.tr("{percent} %").format(percent=key),
            "hall": switch.__getitem__,
            "motion": name_of,
            "language": {"system": name_of("system"), **LANGUAGES}.__getitem__,
            "memory": lambda key: self.tr("{size} MB").format(size=key),
            **{part: partial(formula, part) for part in CHOICES},
        }
