"""Files: dialogs that ask for a file or a folder, and begin where the last one of them ended.

Qt forgets the folder of a dialog that was given a name, and desktops remember it each in their own way.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

PROPERTY = "nnviz_folder"
"""Of the application: all windows share the folder."""


def last_folder() -> str:
    """Where the last file was opened or saved; "" where none was, or the folder has gone."""
    folder = str(_application().property(PROPERTY) or "")
    return folder if folder and QDir(folder).exists() else ""


def remember_folder(folder: str) -> None:
    """Begin there from now on."""
    _application().setProperty(PROPERTY, folder)


def asked_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """A file that is there; None where nobody wants one."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, last_folder(), kinds)
    return _noted(chosen)


def asked_folder(parent: QWidget, title: str) -> Path | None:
    """A folder that is there; None where nobody wants one."""
    return _noted(QFileDialog.getExistingDirectory(parent, title, last_folder()))


class SaveDialog(QFileDialog):
    """Asks for a new file; goes for good when it is closed. `fileSelected` tells which one."""

    def __init__(self, parent: QWidget, title: str, name: str, file: str, kinds: Sequence[str], suffix: str) -> None:
        """`name` of the widget; `file` that is proposed; `kinds` as name filters. The dialog itself completes the name
        with the suffix, so that it asks before it replaces the file that is really meant."""
        super().__init__(parent, title, last_folder())
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(list(kinds))
        self.setDefaultSuffix(suffix)
        self.selectFile(file)
        self.fileSelected.connect(_noted)


def _noted(chosen: str) -> Path | None:
    if chosen:
        remember_folder(str(Path(chosen).parent))
    return Path(chosen) if chosen else None


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None
    return application
