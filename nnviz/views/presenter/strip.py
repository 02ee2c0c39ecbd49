"""Strip: a small bar at the bottom edge while something is presented; it comes with the mouse and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from nnviz.session.session import Session
from nnviz.theme.icons import icon
from nnviz.theme.palettes import Palette
from nnviz.theme.theme import Theme

EDGE = 5
"""Pixels at the bottom of the window that call it: a pane's own parts lie there, and shall not be covered by chance."""
STAY_MS = 2000
ICON, SIDE, MARGIN = 18, 34, 10
"""Pixels at the ordinary size of writing."""
GROUPS = (
    {"present_back": "beat_back", "present_next": "beat", "train": "train", "step": "step"},
    {"spotlight": "spotlight", "laser": "laser", "freeze": "freeze"},
    {"notes": "notes", "present": "leave"},
)
"""Icons of the actions, from left to right."""
ICONS = {name: file for group in GROUPS for name, file in group.items()}


class Strip(QFrame):
    """Buttons for actions of the window, and the menu of what is shown."""

    def __init__(
        self, session: Session, theme: Theme, actions: dict[str, QAction], shown: QMenu, window: QWidget
    ) -> None:
        super().__init__(window)
        self.setObjectName("presenter_strip")
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._session, self._theme, self._actions = session, theme, actions
        self._window, self._menu = window, shown
        self.buttons = {name: self._button(name) for name in ICONS}
        self.shown = self._button("shown")
        self._icons: dict[str, tuple[str, Palette, str]] = {}
        # A timer of its own: a single shot that never came would keep the window for ever.
        self._leaves = QTimer(self, singleShot=True, interval=STAY_MS)
        self._leaves.timeout.connect(self._leave)
        self._build()
        for name in ICONS:
            actions[name].changed.connect(self._mark)
        theme.changed.connect(self._mark)
        session.state_changed.connect(self._mark)
        self.hide()

    def follow(self, place: QPoint) -> None:
        """The mouse is at a place of the window: at its bottom edge the bar comes."""
        if place.y() >= self._window.height() - EDGE:
            self._come()
        elif self.isVisible() and self.geometry().contains(place):
            self._leaves.start()

    def word(self) -> None:
        """In the language that is now in use."""
        self.setAccessibleName(self.tr("Presenting"))
        self.shown.setAccessibleName(self.tr("What is shown"))
        self.shown.setToolTip(self.tr("What is shown"))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"presenter_{name}")
        # The keyboard stays at what is explained; every button has its key.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(4)
        for number, group in enumerate(GROUPS):
            if number:
                row.addSpacing(10)
            for name in group:
                row.addWidget(self.buttons[name])
                self.buttons[name].clicked.connect(self._actions[name].trigger)
        row.insertWidget(row.count() - 2, self.shown)
        self.shown.setMenu(self._menu)
        self.shown.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.shown.setStyleSheet("QToolButton::menu-indicator { image: none; }")

    def _come(self) -> None:
        self._leaves.start()
        if self.isVisible():
            return
        self._dress()
        self.adjustSize()
        window = self._window
        margin = round(MARGIN * self._theme.scale)
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - margin)
        self.show()
        self.raise_()

    def _leave(self) -> None:
        """Not under the mouse, and not while its menu is open."""
        if self.underMouse() or self._menu.isVisible():
            self._leaves.start()
        else:
            self.hide()

    def _mark(self) -> None:
        if self.isVisible():
            self._dress()

    def _dress(self) -> None:
        scale = self._theme.scale
        for name, button in (*self.buttons.items(), ("shown", self.shown)):
            button.setIconSize(QSize(round(ICON * scale), round(ICON * scale)))
            button.setFixedSize(round(SIDE * scale), round(SIDE * scale))
            if name in self._actions:
                self._reflect(button, self._actions[name])
            self._paint(name, button)

    def _reflect(self, button: QToolButton, action: QAction) -> None:
        """As the action stands; the one that leaves is no switch here, and has its own words."""
        leaves = button is self.buttons["present"]
        button.setCheckable(action.isCheckable() and not leaves)
        button.setChecked(action.isChecked() and not leaves)
        button.setEnabled(action.isEnabled())
        button.setToolTip(self.tr("End presenting (Esc)") if leaves else action.toolTip())
        button.setAccessibleName(self.tr("End presenting") if leaves else action.text())

    def _paint(self, name: str, button: QToolButton) -> None:
        running = name == "train" and self._session.state.is_running
        file = "pause" if running else ICONS.get(name, name)
        wanted = (file, self._theme.palette, "on_accent" if button.isChecked() else "text")
        if self._icons.get(name) != wanted:
            self._icons[name] = wanted
            button.setIcon(icon(*wanted))
