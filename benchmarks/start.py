"""Start-up time and peak memory of the program against a bare pyqtgraph window, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np

from benchmarks.report import Row

ROUNDS = 5
NNVIZ = """
from nnviz.app import build
from nnviz.session.runners import ThreadRunner
from nnviz.settings import Settings
parts = build(ThreadRunner(), Settings(welcome_seen=True), "digits")
window, app = parts.window, parts.application
window.show(); window.open_at(1440, 900); parts.session.clock.start()
"""
BARE = """
import pyqtgraph
app = pyqtgraph.mkQApp()
window = pyqtgraph.plot([1, 3, 2])
window.resize(1440, 900)
"""
FRAME = """
import json, resource, sys, time
from pathlib import Path
start = time.perf_counter()
{code}
for _ in range(5):
    app.processEvents()
window.grab()
seconds = time.perf_counter() - start
# Linux counts the parent's peak into ru_maxrss of a forked child; VmHWM is the process's own.
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
own = [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]
peak = own[0] if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([seconds, peak / 1024]))
sys.stdout.flush()
{end}
"""


def run() -> list[Row]:
    """Medians of several starts."""
    ours = _starts(NNVIZ, "parts.close()")
    bare = _starts(BARE, "window.close()")
    return [
        Row("nnviz: start to first picture", ours[0], "s"),
        Row("bare pyqtgraph window: start to first picture", bare[0], "s"),
        Row("start-up, nnviz / bare", ours[0] / bare[0], "x"),
        Row("nnviz: peak memory at the first picture", ours[1], "MB"),
        Row("bare pyqtgraph window: peak memory", bare[1], "MB"),
    ]


def _starts(code: str, end: str) -> tuple[float, float]:
    """Median seconds and MB."""
    program = FRAME.format(code=code, end=end)
    results = []
    for _ in range(ROUNDS):
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        results.append(json.loads(done.stdout.splitlines()[-1]))
    seconds, megabytes = np.median(np.array(results), axis=0)
    return float(seconds), float(megabytes)
