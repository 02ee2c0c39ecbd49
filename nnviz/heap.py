"""Heap: what glibc is told about memory before threads begin."""

from __future__ import annotations

from contextlib import suppress
from ctypes import CDLL

MMAP_THRESHOLD, TRIM_THRESHOLD = -3, -1
"""M_MMAP_THRESHOLD and M_TRIM_THRESHOLD of glibc's malloc.h."""
LARGE = 1 << 20
"""Bytes: arrays of a training step are smaller, pictures and arrays of whole test sets are larger."""
SLACK = 16 << 20
"""Free bytes at the end of the heap that are not given back at once."""


def give_back_large_blocks() -> None:
    """Blocks of 1 MB and more have memory of their own, which goes back to the system when they are freed. Left to
    itself glibc puts them into the heaps from the first that is freed on, and what is small and lasts settles between
    them: 75 MB more after some hours. Elsewhere than in glibc nothing happens."""
    with suppress(OSError, TypeError, AttributeError):
        glibc = CDLL(None)
        glibc.mallopt(MMAP_THRESHOLD, LARGE)
        glibc.mallopt(TRIM_THRESHOLD, SLACK)
