"""Docks: the panes around the network, and how each page arranges them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QDockWidget,
    QLayout,
    QMainWindow,
    QTabBar,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import Shiboken

from nnviz.sentences.marking import QT_TRANSLATE_NOOP
from nnviz.session.pages import COMPARE, DIGITS, LABS, PLAYGROUND

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea
LAYOUT_VERSION = 2
LOW_WINDOW = 920
"""Below this height the digits page puts its curves under the network: the canvas needs the whole column."""
CURVES_SHARE = 0.3
"""Height of the docks below the page's own one."""
SIDE_SHARE = {"controls": 0.22, "digits": 0.33, "boundary": 0.3}
"""Widths of the side docks as shares of the window when a page is opened for the first time."""


@dataclass(frozen=True)
class Arrangement:
    """Docks a page opens with: tabs on the left, its own dock on the right, tabs below that; the first is in front."""

    left: tuple[str, ...]
    own: str = ""
    below: tuple[str, ...] = ()


LOOKS = ("curves", "layers", "mistakes")
ARRANGEMENTS = {
    # What a trained network still gets wrong is worth a look before there is a curve.
    DIGITS: Arrangement(("controls", "inspector"), "digits", ("mistakes", "curves", "layers")),
    PLAYGROUND: Arrangement(("controls", "inspector"), "boundary", LOOKS),
    COMPARE: Arrangement(("controls",)),
    # A lab has its own controls.
    **dict.fromkeys(LABS, Arrangement(())),
}


TITLES = {
    "controls": QT_TRANSLATE_NOOP("Docks", "Experiment"),
    "inspector": QT_TRANSLATE_NOOP("Docks", "Inspector"),
    "digits": QT_TRANSLATE_NOOP("Docks", "Draw a digit"),
    "boundary": QT_TRANSLATE_NOOP("Docks", "Decision boundary"),
    "curves": QT_TRANSLATE_NOOP("Docks", "Loss and accuracy"),
    "layers": QT_TRANSLATE_NOOP("Docks", "Layers"),
    "mistakes": QT_TRANSLATE_NOOP("Docks", "Mistakes"),
    "lecture": QT_TRANSLATE_NOOP("Docks", "Lesson"),
}


HELD = ("lecture",)
"""Docks that belong to no page."""


Pane = TypeVar("Pane", bound=QWidget)


class Docks(QObject):
    """All docks by name; each page remembers its own arrangement."""

    def __init__(self, window: QMainWindow, page: str) -> None:
        super().__init__(window)
        self._window, self._page = window, page
        self._docks: dict[str, QDockWidget] = {}
        self._panes: dict[str, QWidget] = {}
        self._layouts: dict[str, QByteArray] = {}
        self._brought: set[str] = set()
        self._held: dict[str, tuple[int, Qt.DockWidgetArea]] = {}
        self._settled: dict[str, int] = {}
        # A timer of its own: a single shot that never came would keep the window for ever.
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._settle)
        # A page that is arranged moves its docks a hundred times.
        self._moved = QTimer(self, singleShot=True, interval=0)
        self._moved.timeout.connect(self._title)
        window.setDockNestingEnabled(True)
        window.setCorner(Qt.Corner.BottomLeftCorner, LEFT)
        window.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
        window.setDockOptions(window.dockOptions() | QMainWindow.DockOption.GroupedDragging)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)

    def add(self, name: str, make: Callable[[QWidget], Pane], closable: bool = True) -> Pane:
        """A dock, and the pane that is made for it. It is placed when a page is arranged."""
        dock = QDockWidget(self._window)
        dock.setObjectName(f"dock_{name}")
        if not closable:
            dock.setFeatures(dock.features() & ~QDockWidget.DockWidgetFeature.DockWidgetClosable)
        pane = _made_in(dock, make)
        self._docks[name], self._panes[name] = dock, pane
        pane.windowTitleChanged.connect(dock.setWindowTitle)
        dock.visibilityChanged.connect(pane.setVisible)
        self._window.addDockWidget(RIGHT, dock)
        for moved in (dock.visibilityChanged, dock.dockLocationChanged, dock.topLevelChanged):
            moved.connect(self._on_moved)
        return pane

    def switches(self) -> list[QAction]:
        """An action for each dock that shows it, or no longer."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def word(self) -> None:
        """Titles in the language of the program; a pane that has one of its own sets it itself."""
        tips = {
            "qt_dockwidget_floatbutton": self.tr("Make it a window of its own, or put it back"),
            "qt_dockwidget_closebutton": self.tr("Close this pane; the menu View brings it back"),
        }
        for name, dock in self._docks.items():
            title = QCoreApplication.translate("Docks", TITLES[name])
            dock.setWindowTitle(self._panes[name].windowTitle() or title)
            # Qt names the buttons of a title only when their number changes.
            features = dock.features()
            dock.setFeatures(features & ~QDockWidget.DockWidgetFeature.DockWidgetClosable)
            dock.setFeatures(features)
            for name, tip in tips.items():
                for button in dock.findChildren(QAbstractButton, name):
                    button.setToolTip(tip)
        self._name_tabs()

    def bring(self, name: str) -> None:
        """Show a dock, in front of those it shares its place with."""
        self._docks[name].show()
        self._docks[name].raise_()

    def reveal(self, widget: QWidget) -> None:
        """Bring the dock whose pane a widget belongs to; nothing where it is in none, or in view."""
        for name, pane in self._panes.items():
            if (pane is widget or pane.isAncestorOf(widget)) and not widget.isVisible():
                self.bring(name)

    def bring_curves(self) -> None:
        """Something begins to be learnt: the looks of the page, the curves in front. Once, lest they come again when
        somebody has closed them."""
        if self._page in self._brought:
            return
        self._brought.add(self._page)
        for name in ARRANGEMENTS[self._page].below:
            self._docks[name].show()
        self.bring("curves")

    def hold(self, name: str, on: bool, width: int) -> None:
        """Show a dock on every page, at first at the right of all others and so wide; or no longer."""
        if on == (name in self._held):
            return
        if on:
            self._held[name] = (width, RIGHT)
            self._place_held()
        else:
            del self._held[name]
            self._docks[name].hide()

    def leave_page(self) -> None:
        """Remember how this page was left. Its docks go before another page comes: both together may be wider than the
        window, which would grow."""
        self._note_held()
        self._rearrange()
        self._layouts[self._page] = self._window.saveState(LAYOUT_VERSION)
        for dock in self._docks.values():
            dock.hide()

    def open_page(self, page: str) -> None:
        """Arrange the docks of a page."""
        self._page = page
        self.arrange()

    def layouts(self) -> dict[str, str]:
        """Every page's arrangement, base64, for the settings."""
        self._layouts[self._page] = self._window.saveState(LAYOUT_VERSION)
        return {page: bytes(state.toBase64().data()).decode() for page, state in self._layouts.items()}

    def restore(self, layouts: dict[str, str]) -> None:
        """Arrangements from the settings; one that no longer fits is passed over."""
        self._layouts = {page: QByteArray.fromBase64(text.encode()) for page, text in layouts.items()}
        self.arrange()

    def reset(self, width: int, height: int) -> None:
        """The first arrangement of the page in front, in proportion to a window of this size; the one before may have
        needed more room than that."""
        self._layouts.pop(self._page, None)
        self._rearrange()
        self._window.resize(width, height)
        self.arrange()

    def arrange(self) -> None:
        """The page's own arrangement as it was left, or its first one; with it the docks that are held."""
        self._arrange()
        self._place_held()
        self._title()

    def _note_held(self) -> None:
        """A dock that was moved or made wider stays so on the next page."""
        for name, width in self._settled.items():
            dock = self._docks[name]
            if name in self._held and dock.isVisible() and not dock.isFloating() and dock.width() != width:
                self._held[name] = (dock.width(), self._window.dockWidgetArea(dock))

    def _settle(self) -> None:
        """The widths that the window found for the docks that are held; another one later is the user's wish. A dock
        that was brought back has tabs only now."""
        self._constrain(QLayout.SizeConstraint.SetDefaultConstraint)
        self._settled = {name: self._docks[name].width() for name in self._held}
        self._title()

    def _rearrange(self) -> None:
        """The window does not grow with what is only half arranged."""
        self._settled = {}
        self._constrain(QLayout.SizeConstraint.SetNoConstraint)
        self._laid_out.start()

    def _constrain(self, constraint: QLayout.SizeConstraint) -> None:
        layout = self._window.layout()
        assert layout is not None
        layout.setSizeConstraint(constraint)

    def _place_held(self) -> None:
        self._rearrange()
        for name in HELD:
            if name not in self._docks:
                continue
            dock = self._docks[name]
            dock.setVisible(name in self._held)
            if name in self._held and not dock.isFloating():
                width, area = self._held[name]
                self._window.addDockWidget(area, dock, Qt.Orientation.Horizontal)
                self._window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)

    def _arrange(self) -> None:
        left = self._layouts.get(self._page)
        if left is not None and self._restored(left):
            return
        for dock in self._docks.values():
            # All hidden first: the docks of several pages at once would need more height than the window has.
            # Shown still: hidden ones leave their tabs behind, until the next turn of the event loop.
            dock.setFloating(False)
            dock.hide()
        self._place(ARRANGEMENTS[self._page])

    def _restored(self, left: QByteArray) -> bool:
        """Qt's state holds the bars of the window, too; which of them are shown now is no matter of the page."""
        bars = self._window.findChildren(QToolBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        hidden = [bar.isHidden() for bar in bars]
        restored = self._window.restoreState(left, LAYOUT_VERSION)
        for bar, was_hidden in zip(bars, hidden, strict=True):
            bar.setHidden(was_hidden)
        return restored

    def _on_moved(self) -> None:
        # Docks still report how they vanish when their window is gone.
        if Shiboken.isValid(self._window):
            self._moved.start()

    def _title(self) -> None:
        """Docks that share a place have tabs with their names; a title bar below would say the same once more."""
        for dock in self._docks.values():
            tabbed = bool(self._window.tabifiedDockWidgets(dock)) and not dock.isFloating()
            if tabbed and dock.titleBarWidget() is None:
                dock.setTitleBarWidget(QWidget(dock))
            elif not tabbed and dock.titleBarWidget() is not None:
                bar = dock.titleBarWidget()
                dock.setTitleBarWidget(None)  # type: ignore[arg-type]  # Qt: None brings its own one back
                bar.deleteLater()
        self._name_tabs()

    def _name_tabs(self) -> None:
        """Qt makes the bars of the tabs itself, without names: in the window, and in the windows of docks dragged out
        together."""
        homes = [self._window, *(one for one in self._window.children() if one.inherits("QDockWidgetGroupWindow"))]
        own = Qt.FindChildOption.FindDirectChildrenOnly
        for number, bar in enumerate(bar for home in homes for bar in home.findChildren(QTabBar, options=own)):
            bar.setObjectName(bar.objectName() or f"dock_tabs_{number}")
            bar.setAccessibleName(self.tr("Panes that share this place"))
            bar.setToolTip(self.tr("Panes that share this place; drag one out to see both"))

    def _place(self, wanted: Arrangement) -> None:
        self._tabs(wanted.left, LEFT)
        # In a low window the network needs the height until there is something to be seen in the looks.
        low = wanted.own == DIGITS and self._window.height() < LOW_WINDOW
        if wanted.own:
            self._window.addDockWidget(RIGHT, self._docks[wanted.own])
            self._tabs(wanted.below, BOTTOM if low else RIGHT)
            if not low:
                self._split(wanted)
            self._docks[wanted.own].show()
        shown = [wanted.left, () if low else wanted.below]
        for name in (name for names in shown for name in names):
            self._docks[name].show()
        for names in filter(None, shown):
            self._docks[names[0]].raise_()
        self._proportion(wanted)

    def _tabs(self, names: tuple[str, ...], area: Qt.DockWidgetArea) -> None:
        docks = [self._docks[name] for name in names]
        for dock in docks[:1]:
            self._window.addDockWidget(area, dock)
        for dock in docks[1:]:
            self._window.addDockWidget(area, dock)
            self._window.tabifyDockWidget(docks[0], dock)

    def _split(self, wanted: Arrangement) -> None:
        """The looks under the page's own dock."""
        own = self._docks[wanted.own]
        docks = [self._docks[name] for name in wanted.below]
        self._window.splitDockWidget(own, docks[0], Qt.Orientation.Vertical)
        for dock in docks[1:]:
            self._window.tabifyDockWidget(docks[0], dock)

    def _proportion(self, wanted: Arrangement) -> None:
        names = [name for name in (*wanted.left[:1], wanted.own) if name]
        docks = [self._docks[name] for name in names]
        widths = [round(self._window.width() * SIDE_SHARE[name]) for name in names]
        self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
        if wanted.own:
            low = round(self._window.height() * CURVES_SHARE)
            pair = [self._docks[wanted.own], self._docks[wanted.below[0]]]
            self._window.resizeDocks(pair, [self._window.height() - low, low], Qt.Orientation.Vertical)


def _made_in(dock: QDockWidget, make: Callable[[QWidget], Pane]) -> Pane:
    """A pane in a room where it can be hidden: Qt counts a dock behind another tab as visible, and its pane would go on
    working for nobody. It is made there: a widget that moves tells all its children to dress anew."""
    room = QWidget(dock)
    rows = QVBoxLayout(room)
    rows.setContentsMargins(0, 0, 0, 0)
    dock.setWidget(room)
    pane = make(room)
    rows.addWidget(pane)
    return pane
