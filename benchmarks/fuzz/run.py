"""The rule for every file: it opens, or is refused with a sentence, soon and in little memory; else it is a defect."""

from __future__ import annotations

import resource
import signal
import threading
import time
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from types import FrameType

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from benchmarks.fuzz.kinds import Kind
from benchmarks.fuzz.mutations import mutated
from nnviz.cli import sentence
from nnviz.engine.refusal import Refusal
from nnviz.sentences import MESSAGES

LONGEST = 10.0
"""Seconds of computing after which a file hangs."""
LONGEST_SENTENCE = 3000
OPENED, REFUSED = "opened", "refused"


class Hangs(BaseException):
    """No reader may catch this one."""


class Wordless(AssertionError):
    """A refusal without a sentence."""


@dataclass
class Tally:
    """What became of the files of one kind. sentences: keys of those that were told; defects: traces, and where the
    bytes are kept."""

    kind: str
    opened: int = 0
    refused: int = 0
    sentences: set[str] = field(default_factory=set)
    defects: list[tuple[str, Path]] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def count(self) -> int:
        """Files so far."""
        return self.opened + self.refused + len(self.defects)


def fuzz(kind: Kind, count: int, number: int, folder: Path) -> Tally:
    """So many damaged files of a kind; `number` is the seed of all of them."""
    tally, start = Tally(kind.name), time.monotonic()
    for content in kind.seeds:
        # What is damaged must have been whole.
        take(replace(kind, door=lambda path: _whole(kind, path)), content, folder, tally)

    @seed(number)
    @settings(
        max_examples=count, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck]
    )
    @given(st.integers(0, len(kind.seeds) - 1), st.randoms(use_true_random=True))
    def one(which: int, random: Random) -> None:
        content = mutated(kind.seeds[which], kind.mutators, random)
        take(kind, content, folder, tally)

    one()
    tally.seconds = time.monotonic() - start
    return tally


def take(kind: Kind, content: bytes, folder: Path, tally: Tally) -> None:
    """One file through its door."""
    path = folder / f"file{kind.suffix}"
    path.write_bytes(content)
    try:
        with _bounded(), warnings.catch_warnings():
            warnings.simplefilter("error")
            opened = tried(kind, path, tally)
    except (Exception, Hangs):
        kept = folder / f"defect-{kind.name.replace(' ', '-')}-{len(tally.defects)}{kind.suffix}"
        path.replace(kept)
        tally.defects.append((traceback.format_exc(), kept))
    else:
        tally.opened += opened
        tally.refused += not opened


def _whole(kind: Kind, path: Path) -> bool:
    try:
        assert kind.door(path)
    except (Refusal, OSError) as error:
        raise AssertionError(sentence(error)) from error
    return True


def tried(kind: Kind, path: Path, tally: Tally) -> bool:
    """Whether the file was opened. Wordless where it was refused without a sentence."""
    try:
        return kind.door(path)
    except (Refusal, OSError) as error:
        check_sentence(error)
        tally.sentences.add(_root(error))
        return False


def check_sentence(error: Exception) -> None:
    """It has a sentence that can be filled, shown and read."""
    text = sentence(error)
    known = isinstance(error, OSError) or getattr(error, "key", "") in MESSAGES
    if not known or not text.strip() or len(text) > LONGEST_SENTENCE:
        raise Wordless(text[:LONGEST_SENTENCE]) from error
    text.encode()


def _root(error: BaseException) -> str:
    """The key of a refusal, and of what it was refused for."""
    reason = error.__cause__
    name = getattr(error, "key", type(error).__name__)
    return f"{name} {_root(reason)}" if isinstance(reason, Refusal) else name


def peak() -> float:
    """Most memory that was in use at once so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024.0


@contextmanager
def _bounded() -> Iterator[None]:
    """Raises Hangs after so many seconds of computing; only the main thread can be interrupted."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _hang)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _hang(number: int, frame: FrameType | None) -> None:
    raise Hangs
