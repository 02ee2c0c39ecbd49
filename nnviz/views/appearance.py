"""Appearance: palettes, size for a hall and reduced motion, in a submenu, and what the window does about them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from nnviz.session.session import Session
from nnviz.theme.names import name_of, tip_of
from nnviz.theme.palettes import DARK, LIGHT, PROJECTOR, SAFE_DARK, SAFE_LIGHT
from nnviz.theme.theme import FULL, REDUCED, SYSTEM, Theme
from nnviz.widgets.worded import Worded

PALETTE_ORDER = (LIGHT.name, DARK.name, PROJECTOR.name, SAFE_LIGHT.name, SAFE_DARK.name, SYSTEM)
HALL_KEYS = "Ctrl+Shift+H"


class AppearanceMenu(Worded, QMenu):
    """Signals, each of a wish: palette_chosen(str), one of PALETTE_ORDER; hall_chosen(bool); motion_chosen(str), FULL
    or REDUCED."""

    palette_chosen = Signal(str)
    hall_chosen = Signal(bool)
    motion_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("menu_appearance")
        self.setToolTipsVisible(True)
        self._group = QActionGroup(self)
        self.palettes = {name: self._action(f"palette_{name}") for name in PALETTE_ORDER}
        for name, action in self.palettes.items():
            action.setData(name)
            self._group.addAction(action)
        self.addSeparator()
        self.hall, self.calm = self._action("hall"), self._action("calm")
        self.hall.setShortcut(QKeySequence(HALL_KEYS))
        # Its keys work where the menus are hidden too.
        parent.addAction(self.hall)
        self._word()
        self._mark()
        self._connect()

    def _action(self, name: str) -> QAction:
        action = QAction(self)
        action.setObjectName(f"appearance_{name}")
        action.setCheckable(True)
        self.addAction(action)
        return action

    def _connect(self) -> None:
        self._group.triggered.connect(self._choose)
        self.hall.triggered.connect(self.hall_chosen)
        self.calm.triggered.connect(self._choose_motion)
        self._theme.changed.connect(self._mark)

    def _word(self) -> None:
        self.setTitle(self.tr("Appearance"))
        for key, action in {**self.palettes, "hall": self.hall, REDUCED: self.calm}.items():
            action.setText(name_of(key))
            action.setToolTip(tip_of(key))
            action.setStatusTip(tip_of(key))

    def _mark(self) -> None:
        """What is checked is what the theme does."""
        self.palettes[self._theme.chosen].setChecked(True)
        self.hall.setChecked(self._theme.hall)
        self.calm.setChecked(self._theme.calm)

    def _choose(self, action: QAction) -> None:
        self.palette_chosen.emit(action.data())

    def _choose_motion(self, calm: bool) -> None:
        self.motion_chosen.emit(REDUCED if calm else FULL)


class Appearance(QObject):
    """Its `menu`, and less motion where that is wished: docks jump to their places, and so do the passes."""

    def __init__(self, window: QMainWindow, session: Session, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._session, self._theme = window, session, theme
        self.menu = AppearanceMenu(theme, window)
        theme.changed.connect(self._calm)
        self._calm()

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {
            "larger_text": lambda: self._theme.resize_text(1),
            "smaller_text": lambda: self._theme.resize_text(-1),
            "ordinary_text": lambda: self._theme.resize_text(0),
        }

    def _calm(self) -> None:
        self._window.setAnimated(not self._theme.calm)
        self._session.passes.set_calm(self._theme.calm)
