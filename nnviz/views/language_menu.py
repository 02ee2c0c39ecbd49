"""LanguageMenu: the languages of the program, each in its own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.languages import LANGUAGES, in_use
from nnviz.widgets.worded import Worded


class LanguageMenu(Worded, QMenu):
    """Signals: chosen(str), one of LANGUAGES."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("menu_language")
        self._group = QActionGroup(self)
        self._actions = [self._action(language) for language in LANGUAGES]
        self._word()
        self._group.triggered.connect(self._choose)

    def _action(self, language: str) -> QAction:
        action = QAction(LANGUAGES[language], self._group)
        action.setObjectName(f"language_{language}")
        action.setData(language)
        action.setCheckable(True)
        self.addAction(action)
        return action

    def _word(self) -> None:
        self.setTitle(self.tr("Language"))
        for action in self._actions:
            action.setChecked(action.data() == in_use())

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())
