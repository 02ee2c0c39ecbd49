"""Filming: the real window, offscreen, frame by frame: a lesson or a recording as a film that anybody can make again.

Time is counted in frames and ticks, never measured: two films of the same thing are the same, however fast the machine.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Protocol

import numpy as np
from PySide6.QtCore import QEvent, Qt, qInstallMessageHandler
from PySide6.QtGui import QImage
from threadpoolctl import threadpool_limits

from nnviz.app import App, build, quiet
from nnviz.engine.refusal import Refusal
from nnviz.export.film import Chapter, Film, Frame, filming
from nnviz.lessons.loader import catalogue
from nnviz.session.lecture import SUFFIX as LESSON_SUFFIX
from nnviz.session.metronome import TICK
from nnviz.session.performance import Performance
from nnviz.session.playback import Playback
from nnviz.session.recording import SUFFIX, Cue, Recording, named, read
from nnviz.session.runners import InlineRunner
from nnviz.session.session import Session
from nnviz.settings import Settings
from nnviz.theme.palettes import PALETTES
from nnviz.theme.theme import FULL, fitting_scale
from nnviz.views.main_window import MainWindow

TICKS = round(1 / TICK)
"""In a second of the session."""
SLOW, TEXT = 10, 4
"""Times a second of the film that the two slower ticks of the clock come, as in the window."""
LINGER = 1.5
"""Seconds of the film that the end of it stays."""
SETTLING = 4
"""Rounds of events until what was changed holds still, and of ticks where the window was just opened."""
Tell = Callable[[], object]
"""Hears of every frame."""
Check = Callable[[], None]
"""Raises KeyboardInterrupt where somebody wants no more."""


def _go_on() -> None:
    """Nobody wants to break it off."""


class Played(Protocol):
    """What a film is of: it moves with the ticks of a session."""

    @property
    def tick(self) -> int:
        """Where it stands."""

    @property
    def over(self) -> bool:
        """True at the end."""

    @property
    def asking(self) -> bool:
        """True while the question of a lesson is what is to be read."""

    @property
    def names(self) -> tuple[str, ...]:
        """Of all places in it."""

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Those places that are known so far."""

    def begin(self) -> None:
        """Bring the session to its beginning."""

    def close(self) -> None:
        """Leave the session."""


@dataclass(frozen=True)
class Shot:
    """How it is filmed.

    size     pixels of a frame;  fps: frames a second;  speed: seconds of the session in one of the film
    language, theme    of the window; no language: that of the recording, else English
    seconds  length of the film, None: to the end;  cue: where it begins, "" for the beginning
    """

    size: tuple[int, int]
    fps: int = 30
    speed: Fraction = Fraction(1)
    language: str = ""
    theme: str = "light"
    seconds: float | None = None
    cue: str = ""


def film(source: str, out: Path, shot: Shot, tell: Tell) -> None:
    """A film of a lesson (its id, or a .toml file) or a recording, MP4 or GIF. Refusal no_such_film, no_such_cue, as of
    `read`, of a lesson and of `filming`."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(quiet)
    chapters: list[Chapter] = []
    with (
        _breaking_off() as check,
        filming(out, shot.size, shot.fps, chapters) as sink,
        stage(source, shot) as (parts, played),
    ):
        shoot(parts, played, shot, sink, chapters, tell, check)


@contextmanager
def _breaking_off() -> Iterator[Check]:
    """Ctrl+C is obeyed between two ticks, or when it comes once more: amid Qt's own work Python would lose it, and an
    import would be left half done."""
    wished: list[int] = []

    def note(number: int, _: object) -> None:
        wished.append(number)
        if len(wished) > 1:
            raise KeyboardInterrupt

    def check() -> None:
        if wished:
            raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGINT)
    if before is signal.default_int_handler:
        signal.signal(signal.SIGINT, note)
    try:
        yield check
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def stage(source: str, shot: Shot) -> Iterator[tuple[App, Played]]:
    """The window, ready to be filmed, and what will be played in it. One thread for its sums, as in the window: with
    more of them the last bits of a number may be others."""
    recording = read(Path(source)) if source.endswith(SUFFIX) else None
    language = shot.language or (recording.language if recording else "en")
    if recording is None:
        _check_lesson(source)
    with threadpool_limits(limits=1, user_api="blas"):
        settings = Settings(language=language, text_scale=fitting_scale(shot.size[1]), motion=FULL)
        runner = InlineRunner()
        parts = build(runner, settings, "digits", PALETTES[shot.theme])
        runner.keep_time(lambda: parts.session.metronome.count * TICK)
        try:
            yield parts, _opened(parts, shot, source, recording, language)
        finally:
            parts.close()
            # Another one would be dressed together with what is left of this one.
            parts.application.sendPostedEvents(parts.window, QEvent.Type.DeferredDelete.value)


def _opened(parts: App, shot: Shot, source: str, recording: Recording | None, language: str) -> Played:
    window = parts.window
    window.menuBar().hide()
    window.statusBar().hide()
    parts.session.clock.unhurried = True
    # A blinking cursor keeps a time of its own.
    parts.application.setCursorFlashTime(0)
    window.show()
    window.setAnimated(False)
    _open_at(window, shot.size)
    return _played(parts.session, source, recording, language)


def _open_at(window: MainWindow, size: tuple[int, int]) -> None:
    """A window that needs more room than a frame has gets it in the frame's proportions, and is shown smaller."""
    window.open_at(*size)
    wanted = max(window.width() / size[0], window.height() / size[1])
    if wanted > 1:
        window.open_at(ceil(wanted * size[0]), ceil(wanted * size[1]))


def _played(session: Session, source: str, recording: Recording | None, language: str) -> Played:
    if recording is None:
        return Performance(session, source, language)
    with named(Path(source)):
        return Playback(session, recording)


def shoot(
    parts: App, played: Played, shot: Shot, sink: Film, chapters: list[Chapter], tell: Tell, check: Check = _go_on
) -> None:
    """Play it and add every frame to a film; `check` may break it off. Refusal no_such_cue."""
    played.begin()
    try:
        _go_to(parts.session, played, shot.cue, check)
        camera = _Camera(parts, shot, played)
        for count in camera.counts():
            check()
            sink.add(camera.frame(count))
            tell()
        chapters.extend(camera.chapters())
    finally:
        played.close()


class _Camera:
    """Ticks and events between two frames, and their pictures."""

    def __init__(self, parts: App, shot: Shot, played: Played) -> None:
        self._parts, self._shot, self._played = parts, shot, played
        self._first = played.tick
        for _ in range(SETTLING):
            self._settle()
            parts.session.clock.tick()

    def counts(self) -> Iterator[int]:
        """Numbers of the frames: until it is over and has stayed a while, or the film is long enough."""
        fps, seconds = self._shot.fps, self._shot.seconds
        count = left = 0
        while (count < seconds * fps) if seconds is not None else (left <= LINGER * fps):
            yield count
            count, left = count + 1, left + 1 if self._played.over else 0

    def frame(self, count: int) -> Frame:
        """The next frame."""
        due = self._first + int(count * self._shot.speed * TICKS / self._shot.fps)
        while self._played.tick < due and not self._played.over:
            self._parts.session.metronome.tick()
        clock, fps = self._parts.session.clock, self._shot.fps
        clock.frame.emit()
        for times, wave in ((SLOW, clock.slow), (TEXT, clock.text)):
            if count == 0 or count * times // fps > (count - 1) * times // fps:
                wave.emit()
        if self._played.asking:
            self._parts.window.lessons.pane.show_question()
        self._settle()
        return self._picture()

    def chapters(self) -> list[Chapter]:
        """Cues that were passed, in seconds of the film."""
        pace = float(self._shot.speed) * TICKS
        inside = (cue for cue in self._played.cues if self._first <= cue.tick <= self._played.tick)
        return [((cue.tick - self._first) / pace, cue.name) for cue in inside]

    def _settle(self) -> None:
        """What has a new size tells what it lies in, and that what lies in it: one round of events is half a layout."""
        for _ in range(SETTLING):
            self._parts.application.processEvents()

    def _picture(self) -> Frame:
        """What the window has painted: only what changed was painted anew."""
        window = self._parts.window
        image = window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
        width, height = self._shot.size
        if (image.width(), image.height()) != (width, height):
            image = image.scaled(width, height, mode=Qt.TransformationMode.SmoothTransformation)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        return rows[:, : 4 * width].reshape(height, width, 4).copy()


def _go_to(session: Session, played: Played, cue: str, check: Check) -> None:
    """To the cue of that name, without pictures. Those of a lesson become known as it goes on."""
    if not cue:
        return
    if cue not in played.names:
        raise Refusal("no_such_cue", cue=cue, known=", ".join(played.names) or "–")
    while not (found := [one.tick for one in played.cues if one.name == cue]) or played.tick < found[0]:
        check()
        session.metronome.tick()


def _check_lesson(source: str) -> None:
    known = [entry.id for entry in catalogue("en")]
    if source not in known and not (source.endswith(LESSON_SUFFIX) and Path(source).is_file()):
        raise Refusal("no_such_film", source=source, suffix=SUFFIX, known=", ".join(known))
