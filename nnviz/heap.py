"""Heap: what glibc is told about memory before threads begin."""

from __future__ import annotations

from contextlib import suppress
from ctypes import CDLL

ARENAS = -8
"""M_ARENA_MAX of glibc's malloc.h."""


def share_one_heap() -> None:
    """All threads take memory from one heap. glibc would give each its own, and what the training thread frees there
    serves nobody else: 100 MB after an hour of lessons. Elsewhere than in glibc nothing happens."""
    with suppress(OSError, TypeError, AttributeError):
        CDLL(None).mallopt(ARENAS, 1)
