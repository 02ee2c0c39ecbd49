"""Paragraph: plain text that goes on in the next line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Paragraph(QLabel):
    """A remark in the quiet colour; with the role "value" something that matters, with "" ordinary writing."""

    def __init__(self, name: str = "", parent: QWidget | None = None, role: str = "hint") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
