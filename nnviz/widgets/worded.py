"""Worded: widgets that write their texts again when another language is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent


class Worded:
    """Stands before the widget class among the bases; `_word` writes every text and accessible name."""

    def changeEvent(self, event: QEvent) -> None:
        """Another language was chosen."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)  # type: ignore[misc]

    def _word(self) -> None:
        raise NotImplementedError
