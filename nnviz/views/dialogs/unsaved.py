"""Unsaved: asks what is to become of networks that are in no file."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from nnviz.views.dialogs.question import ROLES, Question

SAVE, DISCARD, CANCEL = "save", "discard", "cancel"


class Unsaved(Question):
    """`pages`: words of a page → iterations of its network; `closing`: the window is about to close, else another
    network is about to be opened."""

    def __init__(self, pages: Mapping[str, int], closing: bool, parent: QWidget | None = None) -> None:
        self._pages, self._closing = pages, closing
        answers = {SAVE: ROLES.AcceptRole, DISCARD: ROLES.DestructiveRole, CANCEL: ROLES.RejectRole}
        super().__init__("unsaved", answers, parent)

    def _word(self) -> None:
        self.setWindowTitle(self.tr("Unsaved network"))
        closing, opening = self.tr("Save before nnviz closes?"), self.tr("Save before another network takes its place?")
        self.title.setText(closing if self._closing else opening)
        trained = self.tr("{page}: {iterations} iterations, in no file")
        changed = self.tr("{page}: changes that are in no file")
        lines = (
            (trained if count else changed).format(page=page, iterations=f"{count:,}")
            for page, count in self._pages.items()
        )
        self.lines.setText("\n".join(lines))
        several = self.tr("One after the other is saved.") if len(self._pages) > 1 else ""
        self.note.setText(several)
        self.note.setVisible(bool(several))
        words = {SAVE: self.tr("Save…"), DISCARD: self.tr("Don't save"), CANCEL: self.tr("Cancel")}
        tips = {
            SAVE: self.tr("Choose a file first, then go on"),
            DISCARD: self.tr("Give the networks above up, and go on"),
            CANCEL: self.tr("Change nothing"),
        }
        self._label(words, tips)
