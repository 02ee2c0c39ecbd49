"""A term of lectures in the real window in a quarter of an hour: `python -m benchmarks.soak.window [HOURS] [--seed N]`.

An hour is ACTS things that a user does, each with the frames it needs; the runs train in their real thread, whatever
is written is written. After every hour everything is closed and begun anew, and what is in memory is counted. A first
window has lived for an hour before: of what the program loads once, nothing is a leak. Exit code
1 where memory grew by 5 % or more from the first hour to the last, where anything is there more often from hour to
hour, where anything outlives the window that did not outlive the first one, and after any error.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication

from benchmarks.report import Row, print_rows
from benchmarks.soak.errands import Errands
from benchmarks.soak.hands import PATIENCE, Hands
from benchmarks.soak.lecturer import Lecturer
from benchmarks.soak.measuring import Census, Tell, census, complaints, grown, growth, settle, silent
from nnviz.app import App, application, build
from nnviz.keeper import Keeper
from nnviz.languages import ENGLISH, KOREAN, in_use
from nnviz.notation import Notation
from nnviz.session.runners import ThreadRunner
from nnviz.settings import Settings
from nnviz.theme.palettes import DARK, LIGHT
from nnviz.theme.theme import FULL

ACTS = 120
"""In an hour: one every half minute."""
SIZE = (1440, 900)
GROWTH = 5.0
"""Per cent by which memory may have grown."""
DOCUMENTS = ("OwnData", "Source", "Bounds", "Drawn", "Preparation")
BOUNDED = ("Shape", "Block", "Experiment", "LayerSpec")
KEPT = {"object QPanGesture", "object QDragManager", *(f"nnviz {name}" for name in DOCUMENTS + BOUNDED)}
"""What stays, and should: what the user brought along, painted and drew, until the program ends; shapes of formulas and
layouts of parameters, of which there is a most; gestures of widgets that are gone, until the next gesture; and Qt's one
manager of drags, from the first drag on."""
FOLDERS = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "NNVIZ_DATA")


@dataclass(frozen=True)
class Result:
    """What so many hours did.

    wall      seconds it took;  acts, frames: how often something was done, and how often the screen was brought up to
              date
    hours     what there was after each
    left      kinds of which there are more after the window was closed than before it was made, when another had lived
    errors    exceptions and Qt warnings
    """

    wall: float
    acts: int
    frames: int
    hours: tuple[Census, ...]
    left: Mapping[str, int]
    errors: tuple[str, ...]

    @property
    def growth(self) -> float:
        """Of memory, per cent."""
        return growth([hour.memory for hour in self.hours])

    @property
    def grown(self) -> dict[str, list[int]]:
        """Kinds of things of which there are more from hour to hour, but for those that are kept."""
        return {kind: counts for kind, counts in grown(self.hours).items() if kind not in KEPT}

    def rows(self) -> list[Row]:
        """Against the bars."""
        memory = (
            Row(f"memory after hour {number}", hour.memory / 2**20, "MiB")
            for number, hour in enumerate(self.hours, start=1)
        )
        return [
            Row("time it took", self.wall / 60, "min"),
            Row("things done", self.acts, ""),
            Row("frames", self.frames, ""),
            *memory,
            Row("growth from the first hour to the last", self.growth, "%", GROWTH, "<="),
            Row("kinds of things that grew from hour to hour", len(self.grown), "", 0, "<="),
            Row("kinds of things that outlived the window", len(self.left), "", 0, "<="),
            Row("errors", len(self.errors), "", 0, "<="),
        ]


class Term:
    """The window and its user."""

    def __init__(self, parts: App, folder: Path, seed: int) -> None:
        self.parts, self._random = parts, Random(seed)
        self.hands = Hands(parts, self._random)
        self._lecturer, self._errands = Lecturer(self.hands), Errands(self.hands, folder)
        self.acts = {**self._lecturer.acts, **self._errands.acts}
        self._beginning = parts.session.beginning()
        self._layouts = parts.window.layouts()
        self.done = 0

    def everything(self) -> None:
        """Each thing, lesson, dialog and section of a lab, and again in Korean, in light colours and for a hall: all of
        the program was loaded and shown then."""
        for dress in (self._look_as_at_first, self._look_different):
            dress()
            for act in (*self.acts, *self._lecturer.tour(), *self._errands.tour()):
                self.do(act)

    def hour(self) -> None:
        """ACTS things at random."""
        for act in self._random.choices(list(self.acts), list(self.acts.values()), k=ACTS):
            self.do(act)

    def census(self) -> Census:
        """What there is once everything was closed and begun anew."""
        self.come_home()
        return census()

    def do(self, act: Callable[[], None]) -> None:
        """One thing, and whatever it opened closed again."""
        act()
        self.hands.wait(2)
        self.hands.tidy()
        self.done += 1

    def come_home(self) -> None:
        """Close everything and begin anew, so that all hours end alike."""
        parts, window = self.parts, self.parts.window
        self.hands.tidy()
        window.presenting.close()
        window.recordings.close()
        window.guide.card.dismiss()
        QApplication.clipboard().clear()
        parts.session.begin_anew(self._beginning)
        self._look_as_at_first()
        window.open_at(*SIZE)
        window.restore_layouts(self._layouts)
        self._show_every_page()
        self._let_the_worker_finish()
        self.hands.wait(20)
        if window.safety.autosave:
            window.safety.autosave.flush()

    def _show_every_page(self) -> None:
        """What lies behind shows what it showed last until it is in front."""
        for open_page in self._lecturer.pages():
            open_page()
        self.parts.session.begin_anew(self._beginning)

    def _let_the_worker_finish(self) -> None:
        """Until then it keeps runs that are gone."""
        told: list[bool] = []
        self.parts.session.settle(lambda: told.append(True))
        self.hands.wait_for(lambda: bool(told), PATIENCE)

    def _look_different(self) -> None:
        self.parts.languages.use(KOREAN)
        self.parts.theme.use(LIGHT.name)
        self.parts.theme.set_hall(True)

    def _look_as_at_first(self) -> None:
        theme, languages = self.parts.theme, self.parts.languages
        looks: tuple[tuple[object, object, Callable[[], None]], ...] = (
            (theme.chosen_scale, 1.0, lambda: theme.set_scale(1.0)),
            (theme.hall, False, lambda: theme.set_hall(False)),
            (theme.calm, False, lambda: theme.set_motion(FULL)),
            (in_use(), ENGLISH, lambda: languages.use(ENGLISH)),
            (theme.notation, Notation(), lambda: theme.write_as(Notation())),
        )
        for look, wanted, choose in looks:
            # Each of them dresses every widget anew.
            if look != wanted:
                choose()
        # In any case, so that what Qt keeps of the style sheet, 50 MB, is equally old in all hours.
        theme.use(DARK.name)


@dataclass(frozen=True)
class Life:
    """What happened in one window: as in Result."""

    acts: int
    frames: int
    hours: tuple[Census, ...]
    errors: tuple[str, ...]


def soak(hours: int, seed: int = 0, tell: Tell = silent) -> Result:
    """So many hours in the window; `tell` hears how it goes on."""
    start = time.perf_counter()
    application()
    with tempfile.TemporaryDirectory() as name, _folders(Path(name)):
        first = _life(Path(name) / "first", seed, min(hours, 1), silent)
        before = census()
        life = _life(Path(name) / "second", seed, hours, tell)
        more = Counter(census().counts) - Counter(before.counts)
    left = {kind: count for kind, count in more.items() if kind not in KEPT}
    wall, errors = time.perf_counter() - start, first.errors + life.errors
    return Result(wall, first.acts + life.acts, first.frames + life.frames, life.hours, left, errors)


def _life(folder: Path, seed: int, hours: int, tell: Tell) -> Life:
    """A window from its beginning to its end: everything once, and then so many hours."""
    folder.mkdir()
    parts = build(ThreadRunner(), Settings(welcome_seen=True, language=ENGLISH))
    with complaints(Keeper(parts).unexpected) as errors:
        try:
            term = _begin(parts, folder, seed)
            counted = tuple(_hours(term, hours, tell))
        finally:
            _end(parts)
    return Life(term.done, term.hands.frames, counted, tuple(errors))


def _begin(parts: App, folder: Path, seed: int) -> Term:
    parts.window.show()
    parts.window.open_at(*SIZE)
    parts.window.safety.begin(folder / "autosave")
    term = Term(parts, folder, seed)
    term.everything()
    return term


def _hours(term: Term, hours: int, tell: Tell) -> Iterator[Census]:
    for hour in range(hours):
        term.hour()
        counted = term.census()
        tell(f"hour {hour + 1:2d}  {counted.memory / 2**20:7.1f} MiB")
        yield counted


def _end(parts: App) -> None:
    parts.window.safety.close()
    parts.window.safety.autosave = None
    parts.close()
    settle()


@contextmanager
def _folders(folder: Path) -> Iterator[None]:
    """Settings, states and data are its own, and there is no MNIST: every machine does the same."""
    before = {name: os.environ.get(name) for name in FOLDERS}
    os.environ.update({name: str(folder / name) for name in FOLDERS})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def print_kinds(title: str, kinds: Mapping[str, object]) -> None:
    """A line each."""
    for kind, counts in sorted(kinds.items()):
        print(f"{title}: {kind}: {counts}", flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the rows, and what leaks by name; 1 if a bar was missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("hours", nargs="?", type=int, default=8, help="simulated hours (8)")
    parser.add_argument("--seed", type=int, default=0, help="another user")
    args = parser.parse_args(arguments)
    result = soak(args.hours, args.seed, lambda line: print(line, flush=True))
    print_rows(result.rows())
    print_kinds("grew", result.grown)
    print_kinds("outlived the window", result.left)
    return int(any(row.missed for row in result.rows()))


if __name__ == "__main__":
    sys.exit(main())
