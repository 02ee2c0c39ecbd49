"""Drops: files and folders that are dropped on the window, and who opens which."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMainWindow

Opener = Callable[[Path], object]
FOLDER = "/"
"""Stands for folders among the endings."""


class Drops(QObject):
    """`openers`: by the ending of a name, or FOLDER. What nobody opens is not taken."""

    def __init__(self, window: QMainWindow, openers: Mapping[str, Opener]) -> None:
        super().__init__(window)
        self._openers = openers
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def open(self, path: Path) -> None:
        """Hand a file or folder to whoever opens its kind; the other ones are left alone."""
        if opener := self._opener(path):
            opener(path)

    def _opener(self, path: Path) -> Opener | None:
        name = FOLDER if path.is_dir() else path.name.lower()
        return next((opener for ending, opener in self._openers.items() if name.endswith(ending)), None)

    def _first(self, found: QMimeData) -> Path | None:
        return next((path for path in local(found) if self._opener(path)), None)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and (path := self._first(event.mimeData())):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.open(path)
            return True
        return super().eventFilter(watched, event)


def local(found: QMimeData) -> list[Path]:
    """The files and folders of this machine among what is dropped or pasted."""
    return [Path(url.toLocalFile()) for url in found.urls() if url.isLocalFile()]
