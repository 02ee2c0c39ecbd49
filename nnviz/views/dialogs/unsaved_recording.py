"""UnsavedRecording: asks what is to become of a recording that could not be saved."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nnviz.views.dialogs.question import ROLES, Question
from nnviz.views.dialogs.unsaved import CANCEL, DISCARD, SAVE


class UnsavedRecording(Question):
    """`seconds`: how long the recording is."""

    def __init__(self, seconds: float, parent: QWidget | None = None) -> None:
        self._seconds = seconds
        answers = {SAVE: ROLES.AcceptRole, DISCARD: ROLES.DestructiveRole, CANCEL: ROLES.RejectRole}
        super().__init__("unsaved_recording", answers, parent)

    def _word(self) -> None:
        self.setWindowTitle(self.tr("Unsaved recording"))
        self.title.setText(self.tr("Save the recording in another place?"))
        self.lines.setText(self.tr("{seconds} s, in no file").format(seconds=f"{self._seconds:.0f}"))
        self.note.setText(self.tr("Kept, it is asked about again when nnviz closes or the next recording begins."))
        words = {SAVE: self.tr("Save…"), DISCARD: self.tr("Don't save"), CANCEL: self.tr("Keep")}
        tips = {
            SAVE: self.tr("Choose another file"),
            DISCARD: self.tr("Give the recording up"),
            CANCEL: self.tr("Change nothing"),
        }
        self._label(words, tips)
