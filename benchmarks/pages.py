"""The labs' pages: how long one takes to open after the window is up, and what it uses of a core while nothing moves.

Each page is opened in a process of its own, several times: what is imported for one must not help the next.
"""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np

from benchmarks.report import Row
from nnviz.session.pages import LABS

ROUNDS = 3
OPENED, IDLE = 0.3, 2.0
"""Bars: seconds, per cent of a core."""
PROGRAM = """
import json, sys, time
from PySide6.QtCore import QEventLoop, QTimer
from nnviz.app import build, warm_up
from nnviz.session.runners import ThreadRunner
from nnviz.settings import Settings
parts = build(ThreadRunner(), Settings(welcome_seen=True), "digits")
window, app = parts.window, parts.application

def rest(seconds):
    # Not the application's own loop: to quit that one closes the window.
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()

window.show(); window.open_at(1440, 900); parts.session.clock.start()
warm_up()
rest(3)
spent = time.process_time(); rest(3); before = (time.process_time() - spent) / 3
start = time.perf_counter()
window.actions_by_name["page_" + sys.argv[1]].trigger()
app.processEvents(); app.processEvents()
opened = time.perf_counter() - start
rest(2)
spent = time.process_time(); rest(4); idle = (time.process_time() - spent) / 4
print(json.dumps([opened, 100 * idle, 100 * before]))
sys.stdout.flush()
parts.close()
"""


def run() -> list[Row]:
    """Medians of several openings."""
    return [row for lab in LABS for row in _rows(lab)]


def _rows(lab: str) -> list[Row]:
    found = [_open(lab) for _ in range(ROUNDS)]
    opened, idle, before = np.median(np.array(found), axis=0)
    return [
        Row(f"{lab}: opened and painted in", float(opened), "s", OPENED, "<="),
        Row(f"{lab}: idle, of a core (before: {before:.1f} %)", float(idle), "%", IDLE, "<="),
    ]


def _open(lab: str) -> list[float]:
    done = subprocess.run([sys.executable, "-c", PROGRAM, lab], capture_output=True, text=True, check=True)
    numbers: list[float] = json.loads(done.stdout.splitlines()[-1])
    return numbers
