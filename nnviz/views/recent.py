"""Recent: the menu of files and folders that were opened or saved last."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from nnviz.session.facts import Notice
from nnviz.widgets.worded import Worded

MOST = 10


class Recent(Worded, QMenu):
    """The newest first. A file that has gone stands there in grey.

    Signals: chosen(Path); changed(list[str]), for the settings; told(Notice) of a file that has gone since the menu
    was opened.
    """

    chosen = Signal(object)
    changed = Signal(object)
    told = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("menu_recent")
        self.setToolTipsVisible(True)
        self.paths: tuple[Path, ...] = ()
        self.menuAction().setEnabled(False)
        self.aboutToShow.connect(self._fill)
        self._word()

    def _word(self) -> None:
        self.setTitle(self.tr("Open recent"))

    def load(self, paths: list[str]) -> None:
        """Those of the settings."""
        self._become(tuple(map(Path, paths)))

    def add(self, path: Path) -> None:
        """A file was opened or saved."""
        path = path.absolute()
        self._become((path, *(other for other in self.paths if other != path))[:MOST])

    def _become(self, paths: tuple[Path, ...]) -> None:
        self.paths = paths
        self.menuAction().setEnabled(bool(paths))
        self.changed.emit([str(path) for path in paths])

    def _fill(self) -> None:
        """Only now: a drive that has gone takes seconds to say so."""
        self.clear()
        for path in self.paths:
            there = _is_there(path)
            text = self.tr("{file} in {folder}") if there else self.tr("{file} in {folder}: not there any more")
            # A single & would mark a letter.
            action = self.addAction(text.format(file=path.name, folder=path.parent.name).replace("&", "&&"))
            action.setToolTip(str(path))
            action.setEnabled(there)
            action.triggered.connect(partial(self._choose, path))
        self.addSeparator()
        self.addAction(self.tr("Clear the list"), partial(self._become, ())).setObjectName("recent_clear")

    def _choose(self, path: Path, checked: bool = False) -> None:
        """`checked` is what the signal of an action brings along."""
        if _is_there(path):
            self.chosen.emit(path)
            return
        self._become(tuple(other for other in self.paths if other != path))
        self.told.emit(Notice("recent_gone", {"file": path}))


def _is_there(path: Path) -> bool:
    """False also where the system refuses to look."""
    try:
        return path.exists()
    except OSError:
        return False
