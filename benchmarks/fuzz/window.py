"""Files that a session takes: after a refusal it is what it was before, to the object."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from nnviz.commands.classify import load_digit_score
from nnviz.data.sheet import Sheet
from nnviz.data.table import glimpse, guess
from nnviz.engine.refusal import Refusal
from nnviz.models.bundle import read_bundle
from nnviz.models.files import outline
from nnviz.session import intents
from nnviz.session.data_intents import ImportTable
from nnviz.session.playback import Playback
from nnviz.session.recording import path_of, read
from nnviz.session.runners import InlineRunner
from nnviz.session.session import Session

STEPS = 2
MOST_TICKS, MOST_ITERATIONS = 300, 200
"""A recording may ask for a day of training; only a little of one is played here."""
SLOWEST = 5000
"""Weights beyond which a network is not trained here."""


class Partial(AssertionError):
    """A session is no longer what it was, although a file was refused."""


class Window:
    """One session that is used for many files. Failures of the worker are raised where they are no Refusal."""

    def __init__(self) -> None:
        self.session = Session(InlineRunner(), load_digit_score(), page="playground")
        self._failures: list[Exception] = []
        self.session.failed.connect(self._failures.append)

    def close(self) -> None:
        """No worker is left."""
        self.session.close()

    def model(self, path: Path) -> bool:
        """File → Open."""
        return self._taken(lambda: self.session.do(intents.OpenModel(path, None if outline(path) is None else "tanh")))

    def table(self, path: Path) -> bool:
        """A table, as the dialog hands it on."""
        return self._taken(lambda: self.session.do(ImportTable(path, guess(glimpse(Sheet(path))))))

    def lesson(self, path: Path) -> bool:
        """A lesson of one's own, with the actions of its first step."""
        opened = self._taken(lambda: self.session.do(intents.OpenLesson(str(path), "en")))
        self.session.lecture.close()
        return opened

    def recording(self, path: Path) -> bool:
        """A recording, and a little of it played."""
        found = None

        def play() -> None:
            nonlocal found
            found = Playback(self.session, read(path))

        self._taken(play, train=False)
        assert found is not None
        if max((after for _, after in path_of(found.recording)), default=0) <= MOST_ITERATIONS:
            found.begin()
            found.go_to(min(found.recording.ticks, MOST_TICKS))
        found.close()
        self._raise_failures()
        return True

    def autosave(self, folder: Path) -> bool:
        """What a crash left behind: pages come back, or stay as they are."""
        found = read_bundle(folder)
        if found is None:
            return False
        for trouble in self.session.rescue.restore(found):
            if not isinstance(trouble, Refusal | OSError):
                raise trouble
        self._raise_failures()
        return not found.damaged

    def _taken(self, take: Callable[[], None], train: bool = True) -> bool:
        """Take a file and train a little on it; before and after a refusal everything is the same."""
        self._failures.clear()
        before = self._state()
        try:
            take()
        except (Refusal, OSError):
            if any(a is not b and a != b for a, b in zip(before, self._state(), strict=True)):
                raise Partial from None
            raise
        self._raise_failures()
        if train and self.session.snapshot.parameters.size <= SLOWEST:
            self.session.do(intents.Run())
            self.session.advance(STEPS)
            self.session.do(intents.Pause())
            self._raise_failures()
        return True

    def _state(self) -> tuple[object, ...]:
        session = self.session
        return (
            session.page, session.experiment, session.snapshot, session.state, session.model, session.data,
            session.speed, session.stock.shelf, session.lecture.state, session.history, session.rounds,
            tuple(session.rescue.snapshots().values()), session.comparison.values,
        )  # fmt: skip

    def _raise_failures(self) -> None:
        for failure in self._failures:
            if not isinstance(failure, Refusal | OSError):
                raise failure
