"""Guide: what the window has to do with help: F1 on the thing in focus, and the sheet of all keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu, QTabBar, QWidget
from shiboken6 import Shiboken

from nnviz.languages import in_use
from nnviz.theme.theme import Theme
from nnviz.views.dialogs.shortcuts import Group, ShortcutSheet
from nnviz.views.help.card import HelpCard
from nnviz.views.help.topics import ALL, TOPICS, load_topic
from nnviz.views.labs.page import LabPage

PAGE_BUTTONS = ("button_page_", "rail_")
"""Beginnings of the names of buttons that open a page."""
MIDDLE = ("compare_page", "network_pane")
"""What is in front in the middle of the window, where it is no lab."""


class Guide(QObject):
    """Explains the pane that has the keyboard, or had it last; in every window of the program."""

    def __init__(self, window: QMainWindow, theme: Theme, actions: dict[str, QAction]) -> None:
        super().__init__(window)
        self._window, self._theme, self._action = window, theme, actions["help_on"]
        self._last: QWidget | None = None
        self.card = HelpCard(theme, window)
        self.sheet = ShortcutSheet(theme, window)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._note)
        menu = window.findChild(QMenu, "menu_help")
        assert isinstance(menu, QMenu)
        menu.aboutToShow.connect(self._entitle)

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"help_on": self.explain, "shortcuts": self.list_keys}

    def explain(self) -> None:
        """Show the card of the pane in focus, or close it where it is open already."""
        front = QApplication.activeWindow()
        place = place_of(front)
        if front is not None and place is not None and not self._is_ours(front):
            self.card_of(front).explain(place[0], front)
            return
        if self.card.isVisible() and self.card.isAncestorOf(QApplication.focusWidget() or self._window):
            self.card.dismiss()
            return
        self.card.explain(*self.subject())

    def card_of(self, window: QWidget) -> HelpCard:
        """The card beside another window; it goes with it."""
        card = window.findChild(HelpCard, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return card if isinstance(card, HelpCard) else HelpCard(self._theme, window, apart=True)

    def list_keys(self) -> None:
        """Open the sheet."""
        self.sheet.show_groups([*self._menus(), *self._panes()])

    def subject(self) -> tuple[str, QWidget]:
        """The topic of the thing in focus, and its pane; what is in the middle where nothing has the focus."""
        last = self._last if self._last is not None and Shiboken.isValid(self._last) else None
        if last is not None and last.isVisible() and (found := place_of(last)):
            return found
        pages = [*self._window.findChildren(LabPage), *(self._window.findChild(QWidget, name) for name in MIDDLE)]
        found = place_of(next(page for page in pages if page is not None and page.isVisible()))
        assert found is not None
        return found

    # Private

    def _note(self, _: QWidget | None, now: QWidget | None) -> None:
        """The card itself and menus need no help. Who presses a page's button means the page."""
        if now is None or self.card.isAncestorOf(now) or isinstance(now.window(), HelpCard):
            return
        if now.objectName().startswith(PAGE_BUTTONS):
            self._last = None
        elif place_of(now) and self._is_ours(now.window()):
            self._last = now
        elif place_of(now) and self._action not in now.window().actions():
            now.window().addAction(self._action)

    def _is_ours(self, window: QWidget) -> bool:
        """The main window, or a dock that was taken out of it."""
        return window is self._window or isinstance(window, QDockWidget)

    def _entitle(self) -> None:
        title = load_topic(self.subject()[0], in_use()).title if self._window.isVisible() else ""
        if title:
            self._action.setText(self.tr("Help on “{pane}”").format(pane=title))

    def _menus(self) -> Iterator[Group]:
        """What stands in the menus and has a key, by menu."""
        for entry in self._window.menuBar().actions():
            menu = entry.menu()
            if isinstance(menu, QMenu) and (rows := tuple(keys_of(menu))):
                yield Group(_plain(menu.title()), rows)

    def _panes(self) -> Iterator[Group]:
        """What the texts of the help say about the keys of the panes."""
        for name in ALL:
            topic = load_topic(name, in_use())
            if topic.keys:
                yield Group(topic.title, topic.keys)


def place_of(widget: QWidget | None) -> tuple[str, QWidget] | None:
    """The topic of the innermost pane around a widget, and that pane."""
    while widget is not None:
        if isinstance(widget, LabPage):
            return f"{widget.lab.name}_{widget.lab.section}", widget
        if widget.objectName() in TOPICS:
            return TOPICS[widget.objectName()], widget
        widget = _in_front(widget) if isinstance(widget, QTabBar) else widget.parentWidget()
    return None


def _in_front(bar: QTabBar) -> QWidget | None:
    """The dock whose tab is in front; Qt's bars of tabs know only its title."""
    title, docks = bar.tabText(bar.currentIndex()), bar.window().findChildren(QDockWidget)
    return next((dock for dock in docks if dock.windowTitle() == title), bar.parentWidget())


def keys_of(menu: QMenu) -> Iterator[tuple[str, str]]:
    """Keys and words of all actions of a menu and of the menus in it."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from keys_of(inner)
        elif not action.shortcut().isEmpty():
            yield action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), _plain(action.text())


def _plain(text: str) -> str:
    """Without the mark of the letter that Alt goes with (Korean writes it in brackets), and without dots."""
    start, mark, rest = text.partition("(&")
    text = start + rest[2:] if mark else text.replace("&", "")
    return text.removesuffix("…").strip()
