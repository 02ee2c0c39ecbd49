"""Folders of autosaves: one for each window, locked as long as its program lives. What is left without a lock is what a
crash left behind."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from errno import EACCES
from pathlib import Path

from platformdirs import user_state_path
from PySide6.QtCore import QLockFile

from nnviz.models.bundle import Bundle, Found, discard_broken, read_bundle

LOCK = "lock"
BROKEN = ".broken-"
TRIES = 3
"""A window that starts at the same moment may take a folder without a lock for one that was left behind."""


def autosave_root() -> Path:
    """Where the folders are on this system."""
    return user_state_path("nnviz", appauthor=False) / "autosave"


@dataclass(frozen=True, eq=False)
class Claim:
    """A folder that belongs to this window."""

    folder: Path
    lock: QLockFile

    def give_up(self) -> None:
        """Leave everything as it is, for whoever comes next."""
        self.lock.unlock()

    def remove(self) -> None:
        """Nothing in it is needed any more."""
        self.lock.unlock()
        Bundle(self.folder).remove()


@dataclass(frozen=True, eq=False)
class Left:
    """What a program that ended unexpectedly left behind."""

    claim: Claim
    found: Found


def claim_new(root: Path) -> Claim:
    """A folder of its own for this window. OSError where there can be none."""
    for _ in range(TRIES):
        folder = root / f"{os.getpid()}-{time.time_ns()}"
        folder.mkdir(parents=True)
        claim = _claim(folder)
        if claim:
            return claim
    raise PermissionError(EACCES, os.strerror(EACCES), str(root))


def left_behind(root: Path) -> tuple[Left | None, bool]:
    """The newest that can be read, and whether something was found that cannot. What holds nothing is removed, what is
    broken put aside; the other ones stay where they are, for a later start."""
    left: list[Left] = []
    broken = False
    for claim in _abandoned(root):
        found = read_bundle(claim.folder)
        if found:
            left.append(Left(claim, found))
        elif any(path.name != LOCK for path in claim.folder.iterdir()):
            claim.give_up()
            discard_broken(claim.folder)
            broken = True
        else:
            claim.remove()
    left.sort(key=lambda one: one.found.taken)
    newest = left.pop() if left else None
    for other in left:
        other.claim.give_up()
    return newest, broken


def _abandoned(root: Path) -> list[Claim]:
    """Folders whose program lives no longer."""
    folders = [path for path in root.iterdir() if path.is_dir() and BROKEN not in path.name] if root.is_dir() else []
    return [claim for folder in sorted(folders) if (claim := _claim(folder))]


def _claim(folder: Path) -> Claim | None:
    """The folder with its lock; None while another program has it."""
    lock = QLockFile(str(folder / LOCK))
    # Only the end of its program makes a lock stale, not its age.
    lock.setStaleLockTime(0)
    # Where process numbers begin anew, another program may have that of the dead one; the system knows who holds it.
    return Claim(folder, lock) if lock.tryLock(0) or (lock.removeStaleLockFile() and lock.tryLock(0)) else None
