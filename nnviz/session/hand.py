"""Hand: the user's own digits, the network that learns them, and the way back. Drawings stay in memory only."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

import numpy as np
from PySide6.QtCore import QObject, QThread, Signal

from nnviz.data.preparation import Preparation
from nnviz.data.strokes import Stroke
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array, Snapshot
from nnviz.models.journal import as_text
from nnviz.models.model import IMAGES
from nnviz.session.drawing import CANVAS_EXTENT, drawing_of
from nnviz.session.hand_tuning import CLASSES, Answers, Digits, Learnt, Task, learn
from nnviz.session.intents import LoadWeights, OpenPage, Pause
from nnviz.session.pages import DIGITS
from nnviz.session.session import Session

FEWEST = 5
"""Drawings without which nothing can be learnt."""
ROUNDS = ("first", "second", "test")
"""Rows of drawings: the first two are learnt, those of the last never."""
TEST = "test"
Place = tuple[str, int]
"""Round and digit of a drawing."""


class Stage(Enum):
    """Where it stands.

    DRAWING ── teach ──► LEARNING ──► DECIDING ── revert, keep ──► DRAWING
                            └── cancel, failure ──► DRAWING     ├── teach: back to the old weights, then LEARNING
                                                                └── another run on the page ──► DRAWING
    """

    DRAWING = "drawing"
    LEARNING = "learning"
    DECIDING = "deciding"


@dataclass(frozen=True, eq=False)
class Drawn:
    """One drawing in canvas units, and what preparation makes of it."""

    strokes: tuple[Stroke, ...]
    preparation: Preparation


class Hand(QObject):
    """Drawings by round and digit, of which the network of the page Digits learns.

    Signals: changed(Hand) after a drawing, another place, a start or an end; progressed(float); failed(Exception).
    """

    changed = Signal(object)
    progressed = Signal(float)
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._drawings: dict[Place, Drawn] = {}
        self._taught: frozenset[Drawn] = frozenset()
        self._work: _Work | None = None
        self._run = -1
        self.place: Place = (ROUNDS[0], 0)
        self.stage = Stage.DRAWING
        self.decision = ""
        self.rehearse = True
        self.learnt: Learnt | None = None
        self.other: Learnt | None = None
        session.edits_gone.connect(self._on_edits_gone)

    # What may be read: `learnt` is what came of the last lesson; `other` of the one before, where that differed in
    # rehearsal only; `decision` what was done about it: "reverted", "kept", or "".

    @property
    def drawings(self) -> Mapping[Place, Drawn]:
        """All drawings."""
        return MappingProxyType(self._drawings)

    @property
    def to_learn(self) -> tuple[Place, ...]:
        """Where there are drawings to be learnt, in order."""
        return tuple(place for place in places() if place[0] != TEST and place in self._drawings)

    @property
    def missing(self) -> int:
        """How many drawings are still needed."""
        return max(FEWEST - len(self.to_learn), 0)

    def is_taught(self, place: Place) -> bool:
        """True where the drawing is just what was learnt last."""
        return self._drawings.get(place) in self._taught

    def ask(self, taught: bool) -> Answers | None:
        """Answers about the drawings that were learnt, or about all others; None before anything was learnt."""
        drawn = (place for place in places() if place in self._drawings)
        return self.answers(tuple(place for place in drawn if self.is_taught(place) is taught))

    def answers(self, asked: tuple[Place, ...]) -> Answers | None:
        """Answers about drawings, before and after; None before anything was learnt."""
        if self.learnt is None:
            return None
        return self.learnt.ask(*self._inputs(asked, self.learnt.task.before.experiment.inputs))

    # What may be done

    def choose(self, place: Place) -> None:
        """Draw (or correct) another digit."""
        if place != self.place:
            self.place = place
            self.changed.emit(self)

    def draw(self, strokes: tuple[Stroke, ...]) -> None:
        """The drawing at this place; no strokes: none."""
        preparation = drawing_of(strokes, CANVAS_EXTENT).preparation
        if preparation is None:
            self._drawings.pop(self.place, None)
        else:
            self._drawings[self.place] = Drawn(strokes, preparation)
        self.decision = ""
        self.changed.emit(self)

    def go_on(self) -> None:
        """To the next place without a drawing, behind this one; to the next place where all have one."""
        order = places()
        at = order.index(self.place) + 1
        behind = (*order[at:], *order[:at])
        self.choose(next((place for place in behind if place not in self._drawings), behind[0]))

    def set_rehearse(self, on: bool) -> None:
        """Whether digits it knew before are practised, too, from the next lesson on."""
        self.rehearse = on
        self.changed.emit(self)

    def teach(self) -> None:
        """Begin to learn: where the last lesson is not decided about, from the weights there were before it.

        Refusal hand_too_few, hand_needs_digits, no_data_yet.
        """
        if self.stage is Stage.LEARNING:
            return
        if self.missing:
            raise Refusal("hand_too_few", fewest=FEWEST)
        self._come()
        self._check_network()
        if self._stands_as_taught:
            self.revert()
        self._session.do(Pause())
        self._run = self._session.run
        self._settle(Stage.LEARNING)
        self._session.settle(self._begin)

    def cancel(self) -> None:
        """Break the lesson off; nothing has changed."""
        if self._work:
            self._work.requestInterruption()
        elif self.stage is Stage.LEARNING:
            self._settle(Stage.DRAWING)

    def revert(self) -> None:
        """The weights as they were before, bit for bit."""
        if self.stage is not Stage.DECIDING or self.learnt is None:
            return
        self._come()
        self._session.do(LoadWeights(as_text(self.learnt.task.before.parameters)))
        self._settle(Stage.DRAWING, "reverted")

    def keep(self) -> None:
        """Stay with the new weights."""
        if self.stage is Stage.DECIDING:
            self._settle(Stage.DRAWING, "kept")

    def close(self) -> None:
        """Break off and wait for the end: no thread is left."""
        work, self._work = self._work, None
        if work:
            work.requestInterruption()
            work.wait()

    # parts

    @property
    def _stands_as_taught(self) -> bool:
        """True where nothing is decided yet, and the network has not moved on since."""
        deciding = self.learnt if self.stage is Stage.DECIDING else None
        return deciding is not None and _same(self._session.snapshot, deciding.after)

    def _come(self) -> None:
        """To the page of the network, wherever the user has gone meanwhile."""
        if self._session.run_page != DIGITS:
            self._session.do(OpenPage(DIGITS))

    def _check_network(self) -> None:
        session = self._session
        experiment = session.experiment
        known = experiment.data in ("mnist", "handwriting")
        if not known or experiment.outputs != CLASSES or experiment.inputs not in IMAGES:
            raise Refusal("hand_needs_digits")
        if session.data is None and session.model is None:
            raise Refusal("no_data_yet")

    def _on_edits_gone(self, _: object) -> None:
        """Where a new run took the place of what was taught, there is nothing to decide about."""
        gone = self._session.run_page == DIGITS and self._session.run != self._run
        if gone and self.stage is Stage.DECIDING:
            self._settle(Stage.DRAWING)

    def _begin(self) -> None:
        """The run stands still now, and its weights are known."""
        if self.stage is not Stage.LEARNING or self._work:
            return
        session, place = self._session, self.to_learn
        if session.run != self._run:
            self._fail(Refusal("hand_moved"))
            return
        self._work = _Work(
            Task(
                session.snapshot,
                session.scaling,
                *self._inputs(place, session.experiment.inputs),
                session.data,
                self.rehearse,
            ),
            frozenset(self._drawings[at] for at in place),
            self,
        )
        self._work.progressed.connect(self.progressed)
        self._work.finished.connect(self._on_finished)
        self._work.start()

    def _inputs(self, asked: tuple[Place, ...], inputs: int) -> tuple[Array, Digits]:
        """(n, inputs) raw inputs of drawings, and their digits (n,)."""
        x = [self._drawings[place].preparation.as_input(IMAGES[inputs]) for place in asked]
        digits = np.array([digit for _, digit in asked], np.intp)
        return np.asarray(x, np.float32).reshape(len(x), inputs), digits

    def _on_finished(self) -> None:
        work, self._work = self._work, None
        if work is None:
            return
        work.wait()
        work.deleteLater()
        if work.learnt is None:
            self._fail(work.error)
            return
        self._take(work.learnt, work.taught)

    def _take(self, learnt: Learnt, taught: frozenset[Drawn]) -> None:
        """Put the new weights in place of the very ones that were taught; into no other network."""
        try:
            self._come()
            if self._session.run != self._run or not _same(self._session.snapshot, learnt.task.before):
                raise Refusal("hand_moved")
            self._session.do(LoadWeights(as_text(learnt.after.parameters)))
        except Refusal as error:
            self._fail(error)
            return
        old = self.learnt
        self.other = old if old and taught == self._taught and _differ_in_rehearsal(old, learnt) else None
        self.learnt, self._taught = learnt, taught
        self._settle(Stage.DECIDING)

    def _fail(self, error: Exception | None) -> None:
        """Nothing came of it. None: it was cancelled."""
        self._settle(Stage.DRAWING)
        if error is not None:
            self.failed.emit(error)

    def _settle(self, stage: Stage, decision: str = "") -> None:
        self.stage, self.decision = stage, decision
        self.changed.emit(self)


class _Work(QThread):
    """Learns beside the window. `learnt`: what came of it; `error`: what went wrong."""

    progressed = Signal(float)

    def __init__(self, task: Task, taught: frozenset[Drawn], parent: QObject) -> None:
        super().__init__(parent)
        self._task, self.taught = task, taught
        self.learnt: Learnt | None = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            with suppress(_Cancelled):
                self.learnt = learn(self._task, self._tell)
        except Exception as error:
            # Whatever it is, the window says it; a thread that dies of it would take the program along.
            self.error = error

    def _tell(self, share: float) -> None:
        if self.isInterruptionRequested():
            raise _Cancelled
        self.progressed.emit(share)


class _Cancelled(Exception):
    """Nobody wants it any more."""


def places() -> tuple[Place, ...]:
    """All places, round by round."""
    return tuple((row, digit) for row in ROUNDS for digit in range(CLASSES))


def _same(one: Snapshot, other: Snapshot) -> bool:
    return one.parameters.tobytes() == other.parameters.tobytes()


def _differ_in_rehearsal(one: Learnt, other: Learnt) -> bool:
    return one.task.rehearse != other.task.rehearse and _same(one.task.before, other.task.before)
