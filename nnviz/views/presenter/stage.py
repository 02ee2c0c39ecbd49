"""Stage: the window in full screen with only what is chosen, and everything as it was before when it is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QFrame, QMainWindow, QToolBar, QWidget

from nnviz.widgets.focus import can_hold_focus

MENU, TRANSPORT = "menu", "transport"
BARS = (MENU, TRANSPORT)
RAIL = "labs_rail"
GRACE_MS = 1000
"""So long a window manager may take to give the window its old size."""
NAILED = QDockWidget.DockWidgetFeature.NoDockWidgetFeatures


class Layouts(Protocol):
    """Remembers how each page arranges its docks."""

    def layouts(self) -> dict[str, str]:
        """Every page's arrangement."""

    def restore(self, layouts: dict[str, str]) -> None:
        """Arrangements as they were given by `layouts`."""


@dataclass(frozen=True)
class Before:
    """The window before it was presented. docks: what can be done with each; hidden: bars that were."""

    page: str
    held: frozenset[str]
    place: QRect
    size: QSize
    states: Qt.WindowState
    arrangement: QByteArray
    layouts: dict[str, str]
    features: Mapping[str, QDockWidget.DockWidgetFeature]
    menu: bool
    status: bool
    focus: QWidget | None


class Stage(QObject):
    """Turns a main window into what an audience sees, and back.

    page     the page in front
    wanted   names of the docks and bars (MENU, TRANSPORT) to be seen on it
    held     names of docks that belong to no page and are there now
    """

    def __init__(
        self,
        window: QMainWindow,
        layouts: Layouts,
        page: Callable[[], str],
        wanted: Callable[[], frozenset[str]],
        held: Callable[[], frozenset[str]],
    ) -> None:
        super().__init__(window)
        self._window, self._layouts = window, layouts
        self._page, self._wanted, self._held = page, wanted, held
        self._before: Before | None = None
        self._after: Before | None = None
        self._arranged = ""
        # The writing becomes small again only when Qt comes to it, and a window manager takes its time.
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._restore)
        self._grace = QTimer(self, singleShot=True, interval=GRACE_MS)
        self._grace.timeout.connect(self._forget)

    @property
    def is_on(self) -> bool:
        """True while the window is presented."""
        return self._before is not None

    @property
    def docks(self) -> dict[str, QDockWidget]:
        """All docks by name."""
        found = self._window.findChildren(QDockWidget)
        return {dock.objectName().removeprefix("dock_"): dock for dock in found}

    def enter(self) -> None:
        """Full screen, with what is wanted."""
        self._forget()
        with self._still():
            self._before = self._note()
            for dock in self.docks.values():
                # A window of its own could be on the lecturer's screen, and nothing would cover it.
                if dock.isFloating():
                    dock.setFloating(False)
                dock.setFeatures(NAILED)
                dock.installEventFilter(self)
            self._window.statusBar().hide()
            self.arrange()
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)

    def arrange(self) -> None:
        """Show what is wanted on the page in front, and nothing else."""
        if not self.is_on:
            return
        self._arranged = self._page()
        wanted = self._wanted()
        for name, dock in self.docks.items():
            dock.setVisible(name in wanted)
        self._window.menuBar().setVisible(MENU in wanted)
        for way in self._ways():
            way.setVisible(TRANSPORT in wanted)

    def leave(self) -> None:
        """Everything as it was before."""
        before, self._before = self._before, None
        if before is None:
            return
        with self._still():
            self._window.setWindowState(Qt.WindowState.WindowNoState)
            self._window.setGeometry(before.place)
            self._window.setWindowState(before.states)
            for name, dock in self.docks.items():
                dock.removeEventFilter(self)
                dock.setFeatures(before.features[name])
            self._window.menuBar().setVisible(before.menu)
            self._window.statusBar().setVisible(before.status)
            for way in self._ways():
                way.show()
            self._layouts.restore(before.layouts)
        self._after = before
        self._window.installEventFilter(self)
        self._grace.start()
        self._restore()
        self._again.start()

    def _note(self) -> Before:
        window = self._window
        return Before(
            page=self._page(),
            held=self._held(),
            place=window.normalGeometry(),
            size=window.size(),
            states=window.windowState(),
            arrangement=window.saveState(),
            layouts=self._layouts.layouts(),
            features={name: dock.features() for name, dock in self.docks.items()},
            menu=not window.menuBar().isHidden(),
            status=not window.statusBar().isHidden(),
            focus=QApplication.focusWidget(),
        )

    def _restore(self) -> None:
        """The docks to the pixel, where the same ones are there as before; and the keyboard where it was."""
        after = self._after
        if after and (after.page, after.held) == (self._page(), self._held()):
            self._window.restoreState(after.arrangement)
        if after and after.focus is not None and can_hold_focus(after.focus):
            after.focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _ways(self) -> list[QWidget]:
        """What leads from page to page: the tool bar, and the rail of the labs once there is one."""
        return [*self._window.findChildren(QToolBar, TRANSPORT), *self._window.findChildren(QFrame, RAIL)]

    def _forget(self) -> None:
        self._after = None
        self._window.removeEventFilter(self)

    @contextmanager
    def _still(self) -> Iterator[None]:
        """Nothing is painted on the way."""
        self._window.setUpdatesEnabled(False)
        try:
            yield
        finally:
            self._window.setUpdatesEnabled(True)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QDockWidget):
            if event.type() == QEvent.Type.ShowToParent:
                self._check(watched)
        elif self._after and event.type() == QEvent.Type.Resize and self._window.size() == self._after.size:
            self._again.start()
        return False

    def _check(self, dock: QDockWidget) -> None:
        """Training brings its curves, a click the inspector: not before an audience that shall not see them."""
        name = dock.objectName().removeprefix("dock_")
        if self.is_on and self._arranged == self._page() and name not in self._wanted():
            dock.hide()
