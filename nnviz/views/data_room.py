"""DataRoom: own data in the window: its menu entries, what is pasted, and their dialogs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMainWindow

from nnviz.data.images_folder import collect
from nnviz.data.own import OwnData
from nnviz.data.sheet import Sheet
from nnviz.engine.refusal import Refusal
from nnviz.session.intents import Intent, OpenPage
from nnviz.session.pages import COMPARE, DIGITS, PLAYGROUND
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.drops import local
from nnviz.views.own_data.images_dialog import ImagesDialog
from nnviz.views.own_data.table_dialog import TableDialog
from nnviz.widgets.files import asked_file, asked_folder

TABLES = (".csv", ".tsv", ".tab", ".txt", ".data")
"""Suffixes of files that are read as tables."""
PAGES = {"image": (PLAYGROUND, DIGITS, COMPARE), "table": (PLAYGROUND, COMPARE), "plane": (PLAYGROUND, COMPARE)}
"""Pages that own data can be trained on; from any other page the first of them is opened."""


class DataRoom(QObject):
    """`guard` does what takes the network of a page away, once nothing is lost by it.

    Signals: refused(Exception); opened(Path); closing() with the window, which leaves no dialog and none of their
    threads."""

    refused = Signal(object)
    opened = Signal(object)
    closing = Signal()

    def __init__(self, window: QMainWindow, session: Session, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._session, self._theme = window, session, theme
        self.guard: Callable[[Callable[[], object], str], object] = lambda then, page: then()
        window.installEventFilter(self)

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by name."""
        return {"open_table": self._ask_table, "open_images": self._ask_images, "paste_table": self.paste}

    def open(self, path: Path) -> None:
        """Show what is in a table or in a folder of images, to be trained on."""
        if self._try(partial(self._dialog, path)):
            self.opened.emit(path)

    def _dialog(self, path: Path) -> TableDialog | ImagesDialog:
        if path.is_dir():
            return ImagesDialog(collect(path), self._theme, self._window)
        return TableDialog(Sheet(path), self._theme, self._window)

    def paste(self) -> None:
        """The same with a table on the clipboard."""
        self._paste(QGuiApplication.clipboard().mimeData())

    def _paste(self, found: QMimeData | None) -> None:
        """Qt has nothing at all to say of an empty clipboard."""
        paths = [path for path in local(found) if holds_data(path)] if found else []
        if paths:
            self.open(paths[0])
        elif found and found.hasText():
            text = found.text()
            self._try(lambda: TableDialog(Sheet(None, text), self._theme, self._window))
        else:
            self.refused.emit(Refusal("nothing_to_paste"))

    def _try(self, make: Callable[[], TableDialog | ImagesDialog]) -> bool:
        """Open a dialog; False where there is nothing to show."""
        try:
            dialog = make()
        except (ValueError, OSError) as error:
            self.refused.emit(error)
            return False
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.closing.connect(dialog.reject)
        dialog.told.connect(self._use)
        QDialog.open(dialog)
        return True

    def _use(self, data: OwnData, intent: Intent) -> None:
        """Train on it, on a page that can."""
        pages = PAGES[data.kind]
        page = self._session.page if self._session.page in pages else pages[0]
        self.guard(partial(self._bring, data, intent, page), page)

    def _bring(self, data: OwnData, intent: Intent, page: str) -> None:
        try:
            if self._session.page != page:
                self._session.do(OpenPage(page))
            self._session.stock.put(data)
            self._session.do(intent)
        except (ValueError, OSError) as error:
            self.refused.emit(error)

    def _ask_table(self) -> None:
        kinds = self.tr("Tables (*.csv *.tsv *.tab *.txt *.data)")
        chosen = asked_file(self._window, self.tr("Open a table"), kinds)
        if chosen:
            self.open(chosen)

    def _ask_images(self) -> None:
        title = self.tr("Open a folder with a folder of images for each class")
        chosen = asked_folder(self._window, title)
        if chosen:
            self.open(chosen)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.closing.emit()
        return super().eventFilter(watched, event)


def holds_data(path: Path) -> bool:
    """Whether it is a table or a folder."""
    return path.is_dir() or path.suffix.lower() in TABLES
