"""NotationMenu: how formulas are written, after the book of one's course."""

from __future__ import annotations

from dataclasses import asdict, replace

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from nnviz.notation import BOOKS, CHOICES, formula
from nnviz.theme.names import name_of
from nnviz.theme.theme import Theme
from nnviz.widgets.worded import Worded

MARGIN = 6
"""Pixels around a heading."""


class NotationMenu(Worded, QMenu):
    """Three groups: letters, order of indices, layers; one of each is chosen. It tells the theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("menu_notation")
        self._headings: dict[str, QLabel] = {}
        self._choices: list[QAction] = []
        for part, keys in CHOICES.items():
            self._head(part)
            self._group(part, keys)
        self._word()
        self._mark()
        theme.changed.connect(self._mark)

    def _head(self, part: str) -> None:
        """A heading. Separators have no words under a style sheet."""
        heading, action = QLabel(self), QWidgetAction(self)
        heading.setProperty("role", "hint")
        heading.setMargin(MARGIN)
        action.setDefaultWidget(heading)
        action.setEnabled(False)
        self.addAction(action)
        self._headings[part] = heading

    def _group(self, part: str, keys: tuple[str, ...]) -> None:
        """The choices below it."""
        group = QActionGroup(self)
        group.triggered.connect(self._choose)
        for key in keys:
            # Whose it is stands in the column of shortcuts.
            action = QAction(f"{formula(part, key)}\t{BOOKS.get(key, '')}", group)
            action.setObjectName(f"notation_{part}_{key}")
            action.setData((part, key))
            action.setCheckable(True)
            self.addAction(action)
            self._choices.append(action)

    def _word(self) -> None:
        self.setTitle(self.tr("Notation"))
        for part, heading in self._headings.items():
            heading.setText(name_of(part))

    def _mark(self) -> None:
        chosen = asdict(self._theme.notation)
        for action in self._choices:
            part, key = action.data()
            action.setChecked(chosen[part] == key)

    def _choose(self, action: QAction) -> None:
        part, key = action.data()
        self._theme.write_as(replace(self._theme.notation, **{part: key}))
