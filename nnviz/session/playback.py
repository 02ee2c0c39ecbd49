"""Playback: plays a recording through a session: the same intents at the same ticks and iterations.

The worker is held for as long as it lasts: training happens between two ticks, as much of it as was recorded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nnviz.engine.refusal import Refusal
from nnviz.session import intents
from nnviz.session.codec import Codec
from nnviz.session.edits import Edited
from nnviz.session.lecture import SUFFIX
from nnviz.session.metronome import TICK
from nnviz.session.recording import NEVER, Cue, Event, Recording, path_of, unpack

if TYPE_CHECKING:
    from nnviz.session.session import Session

SPEEDS = (0.5, 1.0, 2.0, 4.0)
"""Factors the player offers."""
LOOKING = (intents.ShowSample, intents.ShowPoint, intents.Inspect)
"""What a viewer may do without ending it: only what is looked at is another then."""


class Playback(QObject):
    """One recording in one session, from `begin` to `close`.

    Signals: changed(Playback) when it is played, held, over, closed or somewhere else.

    tick      where it stands;  over: at the end
    asking    never: a viewer scrolls where the lecturer did not
    is_open   False before `begin` and after `close`, which a viewer's own doing brings about, too
    """

    changed = Signal(object)

    def __init__(self, session: Session, recording: Recording) -> None:
        """Refusal where the recording holds something that cannot be; then nothing has changed."""
        super().__init__()
        self._session, self.recording = session, recording
        self._folder = TemporaryDirectory(prefix="nnviz-")
        self._codec = Codec(kind for kind in session.codec.kinds if not issubclass(kind, NEVER))
        try:
            unpack(recording.files, Path(self._folder.name))
            self._events = [self._readable(number, event) for number, event in enumerate(recording.events)]
            self._beginning = recording.beginning(Path(self._folder.name))
        except Exception:
            self._folder.cleanup()
            raise
        self._path = [(0, 0), *path_of(recording)]
        self.is_open, self.playing, self.speed = False, False, 1.0
        self._own = self._hurried = self.asking = False
        self._restart_counting()

    @property
    def over(self) -> bool:
        """True at the end."""
        return self.tick >= self.recording.ticks

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Places to go to."""
        return self.recording.cues

    @property
    def names(self) -> tuple[str, ...]:
        """Of all cues."""
        return tuple(cue.name for cue in self.cues)

    def begin(self) -> None:
        """Bring the session to the beginning of the recording, and hold it there."""
        session = self._session
        session.hold()
        self.is_open = True
        session.witness = self._around
        session.metronome.rate = 0.0
        session.metronome.ticked.connect(self._on_tick)
        session.edited.connect(self._note_edit)
        self._from_the_start()
        self.changed.emit(self)

    def close(self) -> None:
        """Let the session go on by itself, from where it is."""
        if not self.is_open:
            return
        session = self._session
        self.is_open = self.playing = False
        session.unwitness()
        session.metronome.rate = 1.0
        session.metronome.ticked.disconnect(self._on_tick)
        session.edited.disconnect(self._note_edit)
        session.release()
        self._folder.cleanup()
        self.changed.emit(self)

    def play(self, on: bool = True) -> None:
        """Go on by itself, or hold; at the end there is nothing to go on with."""
        self.playing = on and self.is_open and not self.over
        self._session.metronome.rate = self.speed if self.playing else float(not self.is_open)
        self.changed.emit(self)

    def set_speed(self, speed: float) -> None:
        """Play so many times as fast."""
        self.speed = speed
        self.play(self.playing)

    def go_to(self, tick: int) -> None:
        """To a place, as fast as possible: what lies before it is lived through once more."""
        if tick < self.tick:
            self._from_the_start()
        self._hurried = True
        while self.is_open and self.tick < min(tick, self.recording.ticks):
            self._session.metronome.tick()
        self._hurried = False
        self._train_to(self._pace_at(self.tick))
        self.play(self.playing)

    # What is due

    def _from_the_start(self) -> None:
        with self._acting():
            self._session.begin_anew(self._beginning)
        self._restart_counting()
        self._do_due()

    def _restart_counting(self) -> None:
        self.tick, self._next = 0, 0
        self._cuts: list[int] = []
        self._offset = self._session.rounds

    def _on_tick(self) -> None:
        self.tick += 1
        self._do_due()
        if not self._hurried:
            self._train_to(self._pace_at(self.tick))
        if self.over:
            self.play(False)

    def _do_due(self) -> None:
        """Everything that was done at this tick."""
        while self._next < len(self._events) and self.recording.events[self._next].tick <= self.tick:
            event, intent = self.recording.events[self._next], self._events[self._next]
            self._next += 1
            if event.iterations is not None:
                self._train_to(event.iterations)
            self._do(intent)

    def _do(self, intent: intents.Intent) -> None:
        try:
            with self._acting():
                self._session.do(self._here(intent))
        except (ValueError, OSError) as error:
            minutes, seconds = divmod(int(self.tick * TICK), 60)
            self._session.failed.emit(Refusal("recording_event_failed", time=f"{minutes}:{seconds:02}", reason=error))

    def _here(self, intent: intents.Intent) -> intents.Intent:
        """The cuts of the recording are those of this session."""
        if isinstance(intent, intents.PutBack) and 0 <= intent.token < len(self._cuts):
            return intents.PutBack(self._cuts[intent.token])
        return intent

    def _train_to(self, iterations: int) -> None:
        """Train until so many iterations were made since the beginning. What cannot be made up (because its data is
        not here) counts as made."""
        session = self._session
        session.iterate(max(iterations - (session.rounds - self._offset), 0))
        self._offset = min(self._offset, session.rounds - iterations)

    def _pace_at(self, tick: int) -> int:
        """Iterations made at a tick: recorded about once a second and whenever something was done, even between."""
        at = bisect_right(self._path, tick, key=lambda point: point[0]) - 1
        (tick_a, a), (tick_b, b) = self._path[at], self._path[min(at + 1, len(self._path) - 1)]
        return a + (b - a) * (tick - tick_a) // max(tick_b - tick_a, 1)

    def _readable(self, number: int, event: Event) -> intents.Intent:
        try:
            intent = self._codec.intent(event.intent)
        except Refusal as error:
            raise Refusal("recording_part", place=f"events[{number}]", reason=error) from error
        return self._unpacked(intent)

    def _unpacked(self, intent: intents.Intent) -> intents.Intent:
        """Files that were opened are in the folder now; whatever else a path names is not touched."""
        folder = Path(self._folder.name)
        if isinstance(intent, intents.OpenModel):
            return replace(intent, path=folder / intent.path.name)
        if isinstance(intent, intents.OpenLesson) and intent.lesson.endswith(SUFFIX):
            return replace(intent, lesson=str(folder / Path(intent.lesson).name))
        return intent

    def _note_edit(self, edited: Edited) -> None:
        if isinstance(edited.inverse, intents.PutBack):
            self._cuts.append(edited.inverse.token)

    @contextmanager
    def _acting(self) -> Iterator[None]:
        """What is done in here is not the viewer's doing."""
        self._own = True
        try:
            yield
        finally:
            self._own = False

    @contextmanager
    def _around(self, intent: intents.Intent) -> Iterator[None]:
        """What a viewer does ends the playback: from here on it is the viewer's session."""
        if not self._own and not isinstance(intent, LOOKING):
            self.close()
        yield
