"""Figures: the pane in front, or any other, as PNG, SVG or PDF file or on the clipboard, from menus and by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu, QTabBar, QWidget
from shiboken6 import Shiboken

from nnviz.engine.refusal import Refusal
from nnviz.export.picture import SCALES, mime_of, save_figure
from nnviz.session.facts import Notice
from nnviz.session.labs.lab import OpenSection
from nnviz.session.session import Session
from nnviz.views.labs.page import LabPage
from nnviz.views.labs.section import LabSection
from nnviz.views.network.hands.menu import ContextMenu
from nnviz.widgets.files import SaveDialog

DOCK = "dock_"
WINDOW = "window"
CENTRE = {
    "network": "network_pane", "passes": "passes_bar", "timeline": "timeline_bar", "settings": "compare_settings",
    "lanes": "lane_table", "curves_of_lanes": "compare_curves", "difference": "difference_pane",
}  # fmt: skip
"""Panes in the middle of the window, by the names of their widgets."""


@dataclass(frozen=True)
class Kind:
    """A format that is offered; of shapes the scale does not matter."""

    name: str
    suffix: str
    scale: int = 1


KINDS = (*(Kind(f"png_{scale}", ".png", scale) for scale in SCALES), Kind("svg", ".svg"), Kind("pdf", ".pdf"))


class Figures(QObject):
    """Signals: done(Notice) after a figure was saved or copied, refused(Exception) where that was not possible."""

    done = Signal(object)
    refused = Signal(object)

    def __init__(self, window: QMainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        for heard in (window, *self._docks().values()):
            heard.installEventFilter(self)
        menu = window.findChild(ContextMenu)
        if isinstance(menu, ContextMenu):
            menu.opening.connect(self._extend)

    # panes

    def panes(self) -> dict[str, QWidget]:
        """All panes that can be seen, by name, the sections of a lab included."""
        found: dict[str, QWidget] = {WINDOW: self._window}
        found |= {name: dock.widget() for name, dock in self._docks().items()}
        for name, widget in CENTRE.items():
            pane = self._window.findChild(QWidget, widget)
            found |= {name: pane} if isinstance(pane, QWidget) else {}
        page = self._page()
        if page is not None:
            found[page.lab.section] = page.section(page.lab.section)
        return {name: pane for name, pane in found.items() if pane.isVisible() and not pane.visibleRegion().isEmpty()}

    def bring(self, name: str) -> QWidget:
        """The pane, dock or section of a name, or any other widget that can be seen; docks and sections are brought to
        the front. Refusal no_such_pane."""
        page, docks = self._page(), self._docks()
        if page is not None and name in page.lab.sections:
            self._session.do(OpenSection(page.lab.name, name))
            return page.section(name)
        if name in docks:
            docks[name].show()
            docks[name].raise_()
            return docks[name].widget()
        pane = self.panes().get(name) or self._window.findChild(QWidget, name)
        if isinstance(pane, QWidget) and pane.isVisible():
            return pane
        known = {*self.panes(), *docks, *(page.lab.sections if page is not None else ())}
        raise Refusal("no_such_pane", pane=name, known=", ".join(sorted(known)))

    def front(self) -> QWidget:
        """The pane that has the keyboard, else that in the middle of the window."""
        pane = self._pane_of(QApplication.focusWidget())
        if pane is not None:
            return pane
        page = self._page()
        if page is not None:
            return page.section(page.lab.section)
        return self.panes().get("network") or self._window

    def title(self, pane: QWidget) -> str:
        """What a pane is called on screen."""
        page = self._page()
        if isinstance(pane, LabSection) and page is not None:
            return page.titles()[page.lab.section]
        docks = (dock.windowTitle() for dock in self._docks().values() if dock.widget() is pane)
        return next(docks, "") or pane.accessibleName() or self.tr("window")

    # what can be done

    def ask_front(self) -> None:
        """Save the pane in front in a format that is then chosen."""
        self.ask(self.front(), KINDS)

    def copy_front(self) -> None:
        """The pane in front to the clipboard."""
        self.copy(self.front())

    def ask(self, pane: QWidget, kinds: Sequence[Kind]) -> None:
        """Ask for the file of a figure."""
        filters = {self._filter(kind): kind for kind in kinds}
        title, suffix = self.tr("Save figure: {pane}").format(pane=self.title(pane)), kinds[0].suffix[1:]
        dialog = SaveDialog(self._window, title, "figure_dialog", "figure", list(filters), suffix)
        dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix(filters[text].suffix[1:]))

        def save(path: str) -> None:
            self.save(pane, Path(path), filters[dialog.selectedNameFilter()].scale)

        dialog.fileSelected.connect(save)
        dialog.open()

    def save(self, pane: QWidget, path: Path, scale: int = 1) -> None:
        """Save what a pane shows now."""
        if not Shiboken.isValid(pane):
            # The window went on while the file was chosen.
            return
        try:
            save_figure(pane, path, scale)
        except Refusal as error:
            self.refused.emit(error)
        else:
            self.done.emit(Notice("figure_saved", {"file": path}))

    def copy(self, pane: QWidget) -> None:
        """What a pane shows now to the clipboard, as picture and as SVG."""
        try:
            data = mime_of(pane)
        except Refusal as error:
            self.refused.emit(error)
        else:
            QGuiApplication.clipboard().setMimeData(data)
            self.done.emit(Notice("figure_copied", {"pane": self.title(pane)}))

    # menus

    def fill(self, menu: QMenu, pane: QWidget) -> None:
        """Add all that can be done to a menu."""
        for kind in KINDS:
            action = menu.addAction(self._text(kind))
            action.setObjectName(f"figure_{kind.name}")
            action.triggered.connect(partial(self.ask, pane, (kind,)))
        menu.addSeparator()
        action = menu.addAction(self.tr("Copy figure"))
        action.setObjectName("figure_copy")
        action.triggered.connect(partial(self.copy, pane))

    def _extend(self, menu: QMenu) -> None:
        """The menu of the network has an entry for figures too."""
        menu.addSeparator()
        entry = menu.addMenu(self.tr("Save figure"))
        entry.setObjectName("figure_entry")
        self.fill(entry, self.panes()["network"])

    def _open(self, pane: QWidget, at: QPoint, titled: bool) -> None:
        menu = QMenu(self._window)
        menu.setObjectName("figure_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Not a section: where there is a style sheet, Qt does not write its title.
        menu.addAction(self.tr("Save figure: {pane}").format(pane=self.title(pane))).setEnabled(False)
        menu.addSeparator()
        self.fill(menu, pane)
        if titled:
            # What Qt has there: which docks are shown.
            menu.addSeparator()
            menu.addActions([dock.toggleViewAction() for dock in self._docks().values()])
        menu.popup(at)

    def _text(self, kind: Kind) -> str:
        if kind.suffix == ".png":
            return self.tr("PNG, {scale}×…").format(scale=kind.scale)
        return self.tr("SVG…") if kind.suffix == ".svg" else self.tr("PDF…")

    def _filter(self, kind: Kind) -> str:
        if kind.suffix == ".png":
            return self.tr("Picture, {scale}× (*.png)").format(scale=kind.scale)
        return self.tr("Drawing (*.svg)") if kind.suffix == ".svg" else self.tr("Document (*.pdf)")

    # where things are

    def _docks(self) -> dict[str, QDockWidget]:
        docks = self._window.findChildren(QDockWidget)
        return {dock.objectName().removeprefix(DOCK): dock for dock in docks}

    def _page(self) -> LabPage | None:
        """The lab in front."""
        return next((page for page in self._window.findChildren(LabPage) if page.isVisible()), None)

    def _pane_of(self, widget: QWidget | None) -> QWidget | None:
        """The pane a widget belongs to."""
        panes = [pane for name, pane in self.panes().items() if name != WINDOW]
        panes += [dock.widget() for dock in self._docks().values()]
        while widget is not None and widget not in panes:
            widget = widget.parentWidget()
        return widget

    def _named(self, widget: QWidget | None, at: QPoint) -> QWidget | None:
        """The pane whose title bar or tab this is."""
        docks = self._docks().values()
        if isinstance(widget, QTabBar):
            text = widget.tabText(widget.tabAt(widget.mapFromGlobal(at)))
            return next((dock.widget() for dock in docks if dock.windowTitle() == text), None)
        dock = next((dock for dock in docks if dock is widget or dock.titleBarWidget() is widget), None)
        return dock.widget() if dock is not None and widget is not None else None

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent) or not isinstance(watched, QWidget):
            return False
        under = watched.childAt(watched.mapFromGlobal(event.globalPos())) or watched
        titled = self._named(under, event.globalPos())
        pane = titled or self._pane_of(under)
        if pane is None:
            return False
        self._open(pane, event.globalPos(), titled is not None)
        return True
