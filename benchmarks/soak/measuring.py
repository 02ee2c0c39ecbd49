"""What is in memory, by kind, and what of it grew from hour to hour."""

from __future__ import annotations

import gc
import os
import re
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from ctypes import CDLL
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import TracebackType

import numpy as np
from PySide6.QtCore import QEvent, QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]
Tell = Callable[[str], None]
"""Hears how it goes on."""


def silent(line: str) -> None:
    """Progress that nobody reads."""


def settle() -> None:
    """Everything that waits to be painted, delivered or deleted."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def resident() -> int:
    """Bytes of memory that this process has in use: without garbage, and without what malloc keeps to give it out
    again, which comes and goes by tens of MB. 1 where the system does not say."""
    gc.collect()
    with suppress(OSError, AttributeError):
        # There in glibc alone.
        CDLL(None).malloc_trim(0)
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if statm.exists() else 1


@contextmanager
def complaints(hear: Hook) -> Iterator[list[str]]:
    """Collects exceptions, each told to `hear` as well, and Qt's warnings."""
    found: list[str] = []
    ears = [hear]

    def unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        found.append(repr(error))
        for hears in ears:
            hears(kind, error, trace)

    before, sys.excepthook = sys.excepthook, unexpected
    qInstallMessageHandler(lambda kind, context, text: _note(found, kind, context, text))
    try:
        yield found
    finally:
        sys.excepthook = before
        # Python's record of a thread keeps the hook that was there when it began, and with it all that hears.
        ears.clear()
        qInstallMessageHandler(None)


def _note(found: list[str], kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if "This plugin does not support" not in text and kind != QtMsgType.QtDebugMsg:
        found.append(text)
        print(text, file=sys.stderr)


@dataclass(frozen=True)
class Census:
    """What there is at one moment.

    memory   resident, bytes
    counts   how many of each kind: "window X", "object X" (QObjects, widgets among them), "timer X" (those that run),
             by class; "nnviz X" (instances of nnviz's own classes); "thread X" by name; "file" (descriptors)
    """

    memory: int
    counts: Mapping[str, int]


def census() -> Census:
    """Now, once everything that waits has been done."""
    settle()
    memory = resident()
    tracked = gc.get_objects()
    objects = _objects(tracked)
    # Its own name: of what is Qt's alone Python knows a base only.
    counts = Counter(f"object {one.metaObject().className()}" for one in objects)
    counts.update(f"window {type(one).__name__}" for one in QApplication.topLevelWidgets())
    counts.update(f"timer in {_owner(one)}" for one in objects if isinstance(one, QTimer) and one.isActive())
    counts.update(_own(tracked))
    counts.update(_threads())
    counts["file"] = _files()
    return Census(memory, dict(counts))


def _objects(tracked: Sequence[object]) -> list[QObject]:
    """All QObjects of the program: those Python knows, and the children of their trees."""
    # Asked of the classes: an object's own may be made up (mocks, lazy modules), and there are a million objects.
    kinds = {kind for kind in set(map(type, tracked)) if issubclass(kind, QObject)}
    known = [one for one in tracked if type(one) in kinds and isinstance(one, QObject) and Shiboken.isValid(one)]
    application = QApplication.instance()
    roots = [one for one in (application, *QApplication.topLevelWidgets(), *known) if one is not None]
    found: dict[int, QObject] = {}
    for root in roots:
        if Shiboken.getCppPointer(root)[0] not in found:
            found |= {Shiboken.getCppPointer(one)[0]: one for one in (root, *root.findChildren(QObject))}
    return list(found.values())


def _owner(timer: QTimer) -> str:
    return type(timer.parent()).__name__


def _own(tracked: Sequence[object]) -> dict[str, int]:
    kinds = Counter(map(type, tracked))
    return {f"nnviz {kind.__qualname__}": n for kind, n in kinds.items() if str(kind.__module__).startswith("nnviz")}


def _threads() -> Counter[str]:
    """Those of Python. Of Qt's, which are counted as objects, it keeps names even when they have ended."""
    threads = [one for one in threading.enumerate() if not isinstance(one, threading._DummyThread)]
    return Counter("thread " + re.sub(r"\d+", "N", one.name) for one in threads)


def _files() -> int:
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.exists() else 0


def growth(values: Sequence[float]) -> float:
    """Per cent by which a line through the values rises from its first point to its last."""
    at = np.arange(len(values))
    slope, start = np.polyfit(at, values, 1) if len(values) > 1 else (0.0, values[0])
    return float(100 * slope * at[-1] / start)


def grown(censuses: Sequence[Census]) -> dict[str, list[int]]:
    """Kinds of which there are more from hour to hour, with their counts. What is made when something is done for the
    first time stands still later, what is open by chance comes and goes; a leak grows again and again, in more than
    half of the hours, and never comes back."""
    kinds = set().union(*(one.counts for one in censuses))
    rows = {kind: [one.counts.get(kind, 0) for one in censuses] for kind in sorted(kinds)}
    return {kind: row for kind, row in rows.items() if _leaks(row)}


def _leaks(row: Sequence[int]) -> bool:
    rises, half = sum(later > earlier for earlier, later in pairwise(row)), len(row) // 2
    return 2 * rises > len(row) - 1 and min(row[-half:]) > max(row[:half])
