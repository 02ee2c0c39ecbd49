"""Autosave: writes down what changes in a session, at most a few seconds old, and offers it after a crash.

The worker gives account of its runs, the GUI thread puts it together, a thread of its own writes it. Nothing is written
while nothing changes.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Snapshot
from nnviz.models.bundle import Bundle, PageState, discard_broken
from nnviz.session.autosave_folders import Claim, Left, autosave_root, claim_new, left_behind
from nnviz.session.facts import Notice
from nnviz.session.session import Session

TICK_MS = 250
PERIOD = 2.0
"""Seconds from one generation to the next: with the time it takes to write one, none is older than five."""
LONGEST = 20.0
"""Seconds after which a worker is no longer waited for: it may be loading, or a run may be gone."""


class Autosave(QObject):
    """tick() looks for changes; a timer calls it once the autosave was begun."""

    def __init__(self, session: Session, root: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._root = session, root or autosave_root()
        self._claim: Claim | None = None
        self._bundle: Bundle | None = None
        self._known: dict[str, tuple[Snapshot, ...]] = {}
        self._asked: dict[str, tuple[Snapshot, ...]] = {}
        self._states: dict[str, PageState] = {}
        self._ticket = 0
        self._last = float("-inf")
        self._thread: Thread | None = None
        self._failure: Refusal | None = None
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    # Beginning

    def look(self) -> Left | None:
        """What a crash left behind, the newest of it; a word where something cannot be read."""
        try:
            left, broken = left_behind(self._root)
        except OSError:
            return None
        if broken:
            self._session.notice.emit(Notice("autosave_broken", {}))
        return left

    def begin(self) -> None:
        """From now on, in a folder of its own."""
        try:
            self._take(claim_new(self._root))
        except OSError as error:
            self._tell(Refusal("save_failed", file=self._root, reason=error.strerror or error))

    def restore(self, left: Left) -> None:
        """Make the session what was left behind, and go on in its folder: it is never without one. What cannot be
        restored is put aside."""
        troubles = self._session.rescue.restore(left.found)
        if troubles:
            left.claim.give_up()
            discard_broken(left.claim.folder)
            self.begin()
            self._session.failed.emit(troubles[0])
            return
        self._take(left.claim)
        self._session.notice.emit(Notice("autosave_older" if left.found.damaged else "autosave_restored", {}))

    def close(self) -> None:
        """An orderly end: nothing is kept."""
        self._timer.stop()
        self._join()
        if self._claim:
            self._claim.remove()
            self._claim = self._bundle = None

    def _take(self, claim: Claim) -> None:
        self._claim, self._bundle = claim, Bundle(claim.folder)
        self._timer.start()

    # Writing

    @property
    def folder(self) -> Path | None:
        """Where it writes; None before it has begun."""
        return self._claim.folder if self._claim else None

    def tick(self) -> None:
        """Ask for what has changed, where it is time."""
        now = time.monotonic()
        if self._bundle is None or (self._thread and self._thread.is_alive()):
            return
        self._join()
        if self._asked and now - self._last < LONGEST:
            return
        changed = self._changed()
        if (changed or self._gone(self._bundle)) and now - self._last >= PERIOD:
            self._last = now
            self._ask(changed)

    def flush(self) -> None:
        """Wait until what is being written is written."""
        self._join()

    def _changed(self) -> dict[str, tuple[Snapshot, ...]]:
        """Pages that are no longer what was last asked for."""
        rescue = self._session.rescue
        return {
            page: snapshots
            for page, snapshots in rescue.snapshots().items()
            if not _are_same(snapshots, self._known.get(page, ())) and rescue.is_worth(page) and rescue.is_ready(page)
        }

    def _gone(self, bundle: Bundle) -> frozenset[str]:
        """Pages that were begun anew, so that nothing of them is worth keeping."""
        rescue = self._session.rescue
        pages = rescue.snapshots()
        return frozenset(name for name in bundle.newest.pages if name not in pages or not rescue.is_worth(name))

    def _ask(self, changed: dict[str, tuple[Snapshot, ...]]) -> None:
        self._ticket += 1
        self._asked, self._states = dict(changed), {}
        for page in changed:
            self._session.rescue.state(page, partial(self._collect, self._ticket, page))
        if not changed:
            self._write({})

    def _collect(self, ticket: int, page: str, state: PageState | None) -> None:
        """A page is there; when all are, they are written. What comes too late is asked for again."""
        if ticket != self._ticket or page not in self._asked:
            return
        self._known[page] = self._asked.pop(page)
        if state:
            self._states[page] = state
        if not self._asked and self._states:
            self._write(self._states)

    def _write(self, states: Mapping[str, PageState]) -> None:
        if self._bundle:
            gone = self._gone(self._bundle)
            self._known = {page: known for page, known in self._known.items() if page not in gone}
            arguments = (self._bundle, self._session.page, dict(states), gone)
            self._thread = Thread(target=self._write_down, args=arguments, name="autosave")
            self._thread.start()

    def _write_down(self, bundle: Bundle, front: str, states: Mapping[str, PageState], gone: frozenset[str]) -> None:
        """In the thread."""
        try:
            bundle.write(front, states, gone)
        except Refusal as error:
            self._failure = error
        except Exception as error:
            # Whatever it is, the window says it; a thread that dies of it would leave everybody in good faith.
            reason = getattr(error, "strerror", None) or error
            self._failure = Refusal("save_failed", file=bundle.folder, reason=reason)

    def _join(self) -> None:
        """The end of the thread: a failure is told once, and tried again."""
        if self._thread is None:
            return
        self._thread.join()
        self._thread, failure, self._failure = None, self._failure, None
        if failure is None:
            self._told = False
            return
        self._known = {}
        self._tell(failure)

    def _tell(self, failure: Refusal) -> None:
        if not self._told:
            self._told = True
            self._session.notice.emit(Notice("autosave_failed", {"reason": failure.fields["reason"]}))


def _are_same(one: tuple[Snapshot, ...], other: tuple[Snapshot, ...]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
