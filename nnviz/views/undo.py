"""Undo: every edit of the network made by hand can be taken back and made again; each page has a stack of its own."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QUndoCommand, QUndoGroup, QUndoStack

from nnviz.errors import QT_TRANSLATE_NOOP
from nnviz.session import intents
from nnviz.session.edits import Edited
from nnviz.session.session import Session

EDIT = QT_TRANSLATE_NOOP("undo", "edit")
NAMES: dict[type[intents.Edit], str] = {
    intents.SetWeight: QT_TRANSLATE_NOOP("undo", "set a weight"),
    intents.SetBias: QT_TRANSLATE_NOOP("undo", "set a bias"),
    intents.Freeze: QT_TRANSLATE_NOOP("undo", "freeze or thaw"),
    intents.SwitchOff: QT_TRANSLATE_NOOP("undo", "switch a unit off or on"),
    intents.AddUnit: QT_TRANSLATE_NOOP("undo", "add a unit"),
    intents.RemoveUnit: QT_TRANSLATE_NOOP("undo", "remove a unit"),
    intents.AddLayer: QT_TRANSLATE_NOOP("undo", "add a layer"),
    intents.RemoveLayer: QT_TRANSLATE_NOOP("undo", "remove a layer"),
}
GESTURE = 1
"""Kind of the commands that may be merged: values set in one drag."""


class Undo(QObject):
    """Listens to the session's edits.

    Signals: refused(Exception) where an edit can be neither taken back nor made again.
    """

    refused = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._group = QUndoGroup(self)
        self._stacks: dict[str, QUndoStack] = {}
        self._waiting: deque[EditCommand] = deque()
        session.edited.connect(self._on_edited)
        session.edits_gone.connect(self._forget)
        session.page_changed.connect(self._open_page)
        self._open_page(session.page)

    def attach(self, undo: QAction, redo: QAction) -> None:
        """The two actions of the window: what they would do, and whether they can."""
        for action, texts, can in (
            (undo, self._group.undoTextChanged, self._group.canUndoChanged),
            (redo, self._group.redoTextChanged, self._group.canRedoChanged),
        ):
            can.connect(action.setEnabled)
            texts.connect(action.setStatusTip)
            action.setEnabled(False)

    def undo(self) -> None:
        """Take the last edit back; not while another is on its way."""
        if not self._waiting:
            self._group.undo()

    def redo(self) -> None:
        """Make it again; not while another is on its way."""
        if not self._waiting:
            self._group.redo()

    @property
    def stack(self) -> QUndoStack:
        """That of the page in front."""
        return self._group.activeStack()

    def ask(self, command: EditCommand, intent: intents.Edit) -> None:
        """Carry an intent out for a command; what takes that back again comes with `edited`."""
        self._waiting.append(command)
        try:
            self._session.do(intent)
        except (ValueError, OSError) as error:
            self._waiting.remove(command)
            command.setObsolete(True)
            self.refused.emit(error)

    def _open_page(self, page: str) -> None:
        if page not in self._stacks:
            self._stacks[page] = QUndoStack(self._group)
        self._waiting.clear()
        self._group.setActiveStack(self._stacks[page])

    def _on_edited(self, edited: Edited) -> None:
        if self._waiting:
            self._waiting.popleft().inverse = edited.inverse
        else:
            self._group.activeStack().push(EditCommand(self, edited))

    def _forget(self) -> None:
        self._waiting.clear()
        self._group.activeStack().clear()


class EditCommand(QUndoCommand):
    """An edit that has taken effect; `inverse` undoes whichever was done last."""

    def __init__(self, owner: Undo, edited: Edited) -> None:
        super().__init__(QCoreApplication.translate("undo", NAMES.get(type(edited.intent), EDIT)))
        self._owner = owner
        self.intent, self.inverse = edited.intent, edited.inverse
        self._fresh = True

    def id(self) -> int:
        return GESTURE if getattr(self.intent, "gesture", 0) else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Values set in one drag are one edit: what takes the first back takes all back."""
        same = isinstance(other, EditCommand) and place_of(self.intent) == place_of(other.intent)
        return same and bool(place_of(self.intent))

    def redo(self) -> None:
        if self._fresh:
            self._fresh = False
            return
        self._owner.ask(self, self.inverse)

    def undo(self) -> None:
        self._owner.ask(self, self.inverse)


def place_of(intent: intents.Edit) -> tuple[object, ...]:
    """Which value a drag changes; nothing for other edits."""
    if isinstance(intent, intents.SetWeight | intents.SetBias) and intent.gesture:
        return (type(intent), intent.layer, getattr(intent, "i", None), intent.unit, intent.piece, intent.gesture)
    return ()
