"""About: name and licence of the program, and the versions of what it stands on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.errors import versions
from nnviz.theme.icons import picture
from nnviz.theme.theme import Theme
from nnviz.widgets.worded import Worded

ICON = 64
"""Logical pixels."""


class About(Worded, QDialog):
    """Goes for good when it is closed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._icon, self._title, self._text = QLabel(self), QLabel("nnviz", self), QLabel(self)
        self._versions = QLabel(versions().replace(", ", "\n"), self)
        # What is asked for when a mistake is reported can be copied.
        self._versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        self._icon.setPixmap(self._picture(theme))
        self._title.setFont(theme.font(1.5, bold=True))
        for label, role in ((self._title, "title"), (self._versions, "hint")):
            label.setProperty("role", role)
        self._lay_out()
        self._word()

    def _picture(self, theme: Theme) -> QPixmap:
        ratio = self.devicePixelRatioF()
        icon = picture("nnviz", theme.palette.text, round(ICON * ratio))
        icon.setDevicePixelRatio(ratio)
        return icon

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(12)
        for part in (self._title, self._text, self._versions, self._buttons):
            column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 22, 24, 18)
        row.setSpacing(20)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column)

    def _word(self) -> None:
        self._text.setText(self.tr("Watch a neural network think and learn.\nFree software, MIT licence."))
        self.setWindowTitle(self.tr("About nnviz"))
        self.setAccessibleName(self.tr("About nnviz"))
