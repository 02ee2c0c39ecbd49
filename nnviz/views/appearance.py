"""Appearance: palettes, size for a hall and reduced motion, in a submenu, and what the window does about them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from nnviz.session.session import Session
from nnviz.theme.palettes import DARK, LIGHT, PROJECTOR, SAFE_DARK, SAFE_LIGHT
from nnviz.theme.theme import FULL, REDUCED, SYSTEM, Theme

PALETTE_ORDER = (LIGHT.name, DARK.name, PROJECTOR.name, SAFE_LIGHT.name, SAFE_DARK.name, SYSTEM)
HALL_KEYS = "Ctrl+Shift+H"


class AppearanceMenu(QMenu):
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

    def _names(self) -> dict[str, str]:
        return {
            LIGHT.name: self.tr("Light"),
            DARK.name: self.tr("Dark"),
            PROJECTOR.name: self.tr("Projector"),
            SAFE_LIGHT.name: self.tr("Colour-blind safe, light"),
            SAFE_DARK.name: self.tr("Colour-blind safe, dark"),
            SYSTEM: self.tr("As the system"),
        }

    def _tips(self) -> dict[QAction, str]:
        return {
            self.palettes[PROJECTOR.name]: self.tr(
                "Dark, strong colours on white, for a projector that washes them out"
            ),
            self.hall: self.tr("Larger writing and wider lines, for the back of the hall"),
            self.calm: self.tr("What moves for its own sake stands still; the passes go from picture to picture"),
        }

    def _word(self) -> None:
        self.setTitle(self.tr("Appearance"))
        for name, text in self._names().items():
            self.palettes[name].setText(text)
        self.hall.setText(self.tr("Hall size"))
        self.calm.setText(self.tr("Reduced motion"))
        for action, tip in self._tips().items():
            action.setToolTip(tip)
            action.setStatusTip(tip)

    def _mark(self) -> None:
        """What is checked is what the theme does."""
        self.palettes[self._theme.chosen].setChecked(True)
        self.hall.setChecked(self._theme.hall)
        self.calm.setChecked(self._theme.calm)

    def _choose(self, action: QAction) -> None:
        self.palette_chosen.emit(action.data())

    def _choose_motion(self, calm: bool) -> None:
        self.motion_chosen.emit(REDUCED if calm else FULL)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)


class Appearance(QObject):
    """Its `menu`, and less motion where that is wished: docks jump to their places, and so do the passes."""

    def __init__(self, window: QMainWindow, session: Session, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._session, self._theme = window, session, theme
        self.menu = AppearanceMenu(theme, window)
        theme.changed.connect(self._calm)
        self._calm()

    def _calm(self) -> None:
        self._window.setAnimated(not self._theme.calm)
        self._session.passes.set_calm(self._theme.calm)
