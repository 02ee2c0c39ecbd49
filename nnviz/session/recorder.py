"""Recorder: writes down what is done, with the tick and the iteration at which it took effect.

While it is on, the worker holds still whenever something reaches the networks: the whole intent, and all that a step of
a lesson does, happens at one iteration. So the session lives through the same as an inline one that replays it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nnviz.engine.refusal import Refusal
from nnviz.models.files import open_model
from nnviz.models.journal import as_text
from nnviz.session import intents
from nnviz.session.data_intents import IMPORTS, BringData
from nnviz.session.edits import Edited
from nnviz.session.labs.lab import LabIntent, OpenSection
from nnviz.session.lecture import SUFFIX, LectureState
from nnviz.session.metronome import TICK
from nnviz.session.recording import Cue, Event, Files, Recording, Start, own_names, recorded, started

if TYPE_CHECKING:
    from nnviz.session.session import Session

BEAT = 60
"""Ticks between two notes of how far training has come."""
LOCAL = (
    LabIntent, OpenSection, intents.ShowSample, intents.ShowPoint, intents.Inspect, intents.DrawStrokes,
    intents.ClosePasses, intents.PlayPasses, intents.PausePasses, intents.SeekPasses, intents.StepPasses,
    intents.SetPasses,
)  # fmt: skip
"""Intents that never reach the worker: it need not hold still for them."""


class Recorder(QObject):
    """Signals: changed(Recorder) when it is switched on or off, or a cue is set."""

    changed = Signal(object)

    def __init__(self, session: Session) -> None:
        # No child of the session, which it knows: neither would ever be let go.
        super().__init__()
        self._session = session
        self._start: Start | None = None
        self._busy = False
        self._clear()

    @property
    def on(self) -> bool:
        """True while it records."""
        return self._start is not None

    @property
    def seconds(self) -> float:
        """Length so far."""
        return self._tick * TICK

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Places marked so far."""
        return tuple(self._cues)

    def start(self, language: str) -> None:
        """Record from now on. The session begins anew: networks at their start, with their settings as they are, labs
        as they are opened for the first time, no lesson."""
        session = self._session
        beginning = session.beginning()
        self._clear()
        self._earlier = frozenset(session.stock.shelf.sources)
        start = started(beginning, self._files)
        session.hold()
        try:
            session.begin_anew(beginning)
            self._origin = session.metronome.count, session.rounds
        finally:
            session.release()
        self._start, self._language = start, language
        session.witness = self._noting
        session.metronome.ticked.connect(self._beat)
        session.edited.connect(self._note_edit)
        session.lecture.changed.connect(self._note_step)
        self.changed.emit(self)

    def stop(self) -> Recording:
        """The recording. Refusal not_recording."""
        start = self._start
        if start is None:
            raise Refusal("not_recording")
        self._session.hold()
        self._beats.append((self._tick, self._iterations))
        self._session.release()
        self._leave()
        rest = {"beats": tuple(self._beats), "cues": self.cues}
        return recorded(self._language, self._beats[-1][0], start, self._events, self._files, **rest)

    def cue(self, name: str = "") -> None:
        """Mark this place; without a name it has a number. Refusal not_recording."""
        if not self.on:
            raise Refusal("not_recording")
        self._cues.append(Cue(self._tick, name or str(len(self._cues) + 1)))
        self.changed.emit(self)

    def _clear(self) -> None:
        self._events: list[Event] = []
        self._beats: list[tuple[int, int]] = []
        self._cues: list[Cue] = []
        self._cuts: list[int] = []
        self._files = Files()
        self._earlier = frozenset[str]()
        self._language, self._step = "", (-1, "")
        self._origin = (0, 0)
        self._refused = False

    def _leave(self) -> None:
        session = self._session
        self._start = None
        session.unwitness()
        session.metronome.ticked.disconnect(self._beat)
        session.edited.disconnect(self._note_edit)
        session.lecture.changed.disconnect(self._note_step)
        self.changed.emit(self)

    @property
    def _tick(self) -> int:
        return self._session.metronome.count - self._origin[0]

    @property
    def _iterations(self) -> int:
        return self._session.rounds - self._origin[1]

    # What happens

    @contextmanager
    def _noting(self, intent: intents.Intent) -> Iterator[None]:
        """Around an intent. What is done on account of another one comes about by itself when that is replayed."""
        if self._busy or isinstance(intent, intents.FileIntent):
            yield
            return
        self._busy, self._refused = True, False
        reaches = not isinstance(intent, LOCAL)
        if reaches:
            self._session.hold()
        try:
            tick, iterations, lasting = self._tick, self._iterations, self._lasting(intent)
            yield
            self._write(tick, iterations if reaches else None, self._exact(lasting))
        finally:
            self._busy = False
            if reaches:
                self._session.release()

    def _write(self, tick: int, iterations: int | None, intent: intents.Intent) -> None:
        self._events.append(Event(tick, iterations, self._session.codec.plain(intent)))

    def _lasting(self, intent: intents.Intent) -> intents.Intent:
        """The intent with what it names elsewhere: files and own data are taken along, cuts are counted. Before it is
        done: what cannot be taken along must not be opened. Refusal recording_large, recording_full."""
        if isinstance(intent, IMPORTS):
            data = self._session.stock.read(intent)
            self._files.add_data(data)
            return BringData(data.key)
        if isinstance(intent, intents.OpenModel):
            model = open_model(intent.path, intent.activation, intent.output, intent.scaling)
            self._take_along(model.experiment.data)
            return replace(intent, path=Path(self._files.add(intent.path)))
        if isinstance(intent, intents.OpenLesson) and intent.lesson.endswith(SUFFIX):
            return replace(intent, lesson=self._files.add(Path(intent.lesson)))
        if isinstance(intent, intents.PutBack):
            return intents.PutBack(self._cuts.index(intent.token) if intent.token in self._cuts else -1)
        if not isinstance(intent, LOCAL):
            self._take_along(self._session.codec.plain(intent))
        return intent

    def _take_along(self, plain: object) -> None:
        """The own data that is named. What was painted since the beginning is painted again."""
        for name in own_names(plain):
            data = self._session.stock.shelf.owned(name)
            if data and (name in self._earlier or not data.is_painted):
                self._files.add_data(data)

    def _exact(self, intent: intents.Intent) -> intents.Intent:
        """Which point of a plane was loaded depends on when the plane was surveyed, what came of it does not."""
        if isinstance(intent, intents.LoadPoint) and not self._refused:
            return intents.LoadWeights(as_text(self._session.snapshot.parameters))
        return intent

    def _note_edit(self, edited: Edited) -> None:
        self._refused = edited.inverse is None
        if isinstance(edited.inverse, intents.PutBack):
            self._cuts.append(edited.inverse.token)

    def _note_step(self, state: LectureState) -> None:
        """Every step of a lesson is a cue of its own."""
        here = (state.index, state.lesson.id if state.lesson else "")
        if state.step and here != self._step:
            self.cue(state.step.title)
        self._step = here

    def _beat(self) -> None:
        if self._tick % BEAT == 0:
            self._beats.append((self._tick, self._iterations))
