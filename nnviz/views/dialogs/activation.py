"""Asks which activation the hidden layers of a course file have: the file itself does not say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QWidget


def ask_activation(parent: QWidget, names: Sequence[str]) -> str | None:
    """The chosen activation, None if the user would rather not."""
    title = QCoreApplication.translate("ask_activation", "Which activation?")
    question = QCoreApplication.translate(
        "ask_activation", "The file holds weights only. Which activation do its hidden layers have?"
    )
    chosen, accepted = QInputDialog.getItem(parent, title, question, list(names), list(names).index("sigmoid"), False)
    return chosen if accepted else None
