"""One heap for all threads, as glibc itself counts them."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path

import pytest

COUNT = """
import ctypes, sys, threading
from nnviz.app import application
if sys.argv[1] == "app":
    application()
thread = threading.Thread(target=lambda: [bytes(5000) for _ in range(1000)])
thread.start()
thread.join()
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
file = ctypes.c_void_p(libc.fopen(sys.argv[2].encode(), b"w"))
libc.malloc_info(0, file)
libc.fclose(file)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has several heaps")
def test_threads_of_the_program_have_no_heaps_of_their_own(tmp_path: Path) -> None:
    assert heaps("app", tmp_path) == 1
    assert heaps("bare", tmp_path) > 1


def heaps(what: str, folder: Path) -> int:
    """How many there are once a thread has taken memory."""
    told = folder / f"{what}.xml"
    subprocess.run([sys.executable, "-c", COUNT, what, str(told)], check=True)
    return told.read_text().count("<heap nr=")
