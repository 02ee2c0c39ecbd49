"""Undo: every edit of the network and of its data made by hand can be taken back and made again; each page has edits
of its own.

No QUndoStack: it moves on at once, but an edit takes effect, or is refused, only when the worker has come to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction

from nnviz.engine.experiment import Experiment
from nnviz.sentences.marking import QT_TRANSLATE_NOOP
from nnviz.session import intents
from nnviz.session.data_intents import (
    ClearPoints,
    DataEdit,
    ErasePoints,
    ImportImages,
    ImportTable,
    PaintPoints,
    PasteTable,
)
from nnviz.session.edits import MARKS, Edited
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
    intents.LoadPoint: QT_TRANSLATE_NOOP("undo", "load weights from the plane"),
    intents.LoadWeights: QT_TRANSLATE_NOOP("undo", "load other weights"),
    intents.RemoveLayer: QT_TRANSLATE_NOOP("undo", "remove a layer"),
    PaintPoints: QT_TRANSLATE_NOOP("undo", "paint points"),
    ErasePoints: QT_TRANSLATE_NOOP("undo", "erase points"),
    ImportTable: QT_TRANSLATE_NOOP("undo", "open a table"),
    PasteTable: QT_TRANSLATE_NOOP("undo", "paste a table"),
    ImportImages: QT_TRANSLATE_NOOP("undo", "open images"),
    ClearPoints: QT_TRANSLATE_NOOP("undo", "clear the plane"),
}


@dataclass(eq=False)
class Change:
    """An edit as the user made it; `inverse` takes back, or makes again, what was done last."""

    intent: intents.Edit
    inverse: intents.Edit

    @property
    def name(self) -> str:
        """What it is called in the language of the program."""
        return QCoreApplication.translate("undo", NAMES.get(type(self.intent), EDIT))


@dataclass
class Changes:
    """The edits of one page: those that stand, and those taken back; the next one of each is the last. `data` is what
    the last edit of points left."""

    done: list[Change] = field(default_factory=list)
    undone: list[Change] = field(default_factory=list)
    data: str | None = None

    def add(self, change: Change) -> None:
        """A new edit. Values set in one drag are one edit: what takes the first back takes all back."""
        self.undone.clear()
        place = place_of(change.intent)
        if not (place and self.done and place_of(self.done[-1].intent) == place):
            self.done.append(change)

    def turn(self, change: Change) -> None:
        """A change that stood is taken back, or the other way round."""
        here, there = (self.done, self.undone) if change in self.done else (self.undone, self.done)
        if change in here:
            # A new edit on its way may have swept away what could be made again.
            here.remove(change)
        there.append(change)

    def keep_points(self) -> None:
        """Forget all edits of the network: it has begun anew. Points stay as they were painted."""
        for changes in (self.done, self.undone):
            changes[:] = [change for change in changes if isinstance(change.intent, DataEdit)]

    def drop(self, change: Change) -> None:
        """Forget a change that can be neither taken back nor made again."""
        for changes in (self.done, self.undone):
            if change in changes:
                changes.remove(change)


class Undo(QObject):
    """Listens to the session's edits.

    Signals: refused(Exception) where an edit can be neither taken back nor made again.
    """

    refused = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._page = session.run_page
        self._pages: dict[str, Changes] = {}
        self._actions: tuple[QAction, ...] = ()
        # What was sent and has not come back yet: the change, and the intent that turns it.
        self._asked: tuple[Change, intents.Edit] | None = None
        session.edited.connect(self._on_edited)
        session.edits_gone.connect(self._on_gone)
        session.page_changed.connect(self._open_page)

    def attach(self, undo: QAction, redo: QAction) -> None:
        """The two actions of the window: what they would do, and whether they can."""
        self._actions = (undo, redo)
        self.tell()

    def tell(self) -> None:
        """Say what the actions would do, in the language of the program."""
        for action, changes in zip(self._actions, (self.changes.done, self.changes.undone), strict=False):
            action.setEnabled(bool(changes))
            action.setStatusTip(changes[-1].name if changes else "")

    def undo(self) -> None:
        """Take the last edit back; not while another is on its way."""
        self._turn(self.changes.done)

    def redo(self) -> None:
        """Make it again; not while another is on its way."""
        self._turn(self.changes.undone)

    @property
    def changes(self) -> Changes:
        """Those of the page in front."""
        return self._pages.setdefault(self._page, Changes())

    @property
    def is_waiting(self) -> bool:
        """True while an edit is on its way to where the run is."""
        return self._asked is not None

    def _turn(self, changes: list[Change]) -> None:
        if self._asked is not None or not changes:
            return
        change = changes[-1]
        self._asked = (change, change.inverse)
        try:
            self._session.do(change.inverse)
        except (ValueError, OSError) as error:
            self._give_up(change)
            self.refused.emit(error)
            return
        if self._asked is not None and isinstance(change.inverse, MARKS):
            # Marks are set at once; this unit was marked like that already.
            self._give_up(change)

    def _give_up(self, change: Change) -> None:
        self._asked = None
        self.changes.drop(change)
        self.tell()

    def _open_page(self) -> None:
        page = self._session.run_page
        if self._asked is not None and page != self._page:
            # What comes of it is told to nobody while its page is not in front.
            self._forget()
        self._page = page
        self.tell()

    def _on_edited(self, edited: Edited) -> None:
        self.changes.data = edited.data or self.changes.data
        change, intent = self._asked or (None, None)
        if change is not None and edited.intent is intent:
            self._asked = None
            self._settle(change, edited)
        elif edited.inverse is not None:
            self.changes.add(Change(edited.intent, edited.inverse))
        self.tell()

    def _settle(self, change: Change, edited: Edited) -> None:
        """The answer to what was asked."""
        if edited.inverse is None:
            self.changes.drop(change)
        else:
            change.inverse = edited.inverse
            self.changes.turn(change)

    def _on_gone(self, experiment: Experiment | None) -> None:
        if experiment is None:
            self._pages.clear()
            self._asked = None
        elif experiment.data == self.changes.data:
            # A new start on the points that were painted.
            self.changes.keep_points()
            kept = self._asked is not None and isinstance(self._asked[0].intent, DataEdit)
            self._asked = self._asked if kept else None
        else:
            self._forget()
        self.tell()

    def _forget(self) -> None:
        self._asked = None
        self._pages[self._page] = Changes()


def place_of(intent: intents.Edit) -> tuple[object, ...]:
    """Which value a drag changes; nothing for other edits."""
    if isinstance(intent, PaintPoints | ErasePoints) and intent.gesture:
        return (type(intent), intent.gesture)
    if isinstance(intent, intents.SetWeight | intents.SetBias) and intent.gesture:
        return (type(intent), intent.layer, getattr(intent, "i", None), intent.unit, intent.piece, intent.gesture)
    return ()
