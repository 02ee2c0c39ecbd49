"""Large blocks go back to the system, as glibc itself counts them."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

COUNT = """
import ctypes, sys
import numpy as np
from nnviz.app import application
if sys.argv[1] == "app":
    application()

class Info(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks hblkhd a b c d e".split()]

libc = ctypes.CDLL(None)
libc.mallinfo2.restype = Info
# From now on glibc would take blocks of up to so many bytes from its heaps.
np.empty(20 << 20, np.uint8)
before = libc.mallinfo2().hblks
kept = [np.empty(2 << 20, np.uint8) for _ in range(5)]
print(libc.mallinfo2().hblks - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has the setting")
def test_large_blocks_have_memory_of_their_own() -> None:
    assert mapped("app") == 5
    assert mapped("bare") == 0


def mapped(what: str) -> int:
    """How many of five blocks of 2 MB are."""
    command = [sys.executable, "-c", COUNT, what]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
