"""A training window that is killed at random moments, again and again: every restart must offer a state that passes
`nnviz evaluate` and is at most five seconds old, and go on from it. `python -m benchmarks.crash [KILLS]`."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from benchmarks.report import Row, print_rows
from nnviz.cli import main as command
from nnviz.models.bundle import Found, read_bundle

KILLS, SEED = 50, 0
FIRST, LAST = 0.5, 6.0
"""Seconds of training before a kill, at random between these."""
BAR = 5.0
PATIENCE = 60.0


@dataclass(frozen=True)
class Kill:
    """One kill. offered: iteration of the restored run (None: nothing was offered); passes: `evaluate` succeeded; age:
    seconds from the state to the kill, which is what is lost."""

    offered: int | None
    passes: bool
    age: float


def rows(found: list[Kill]) -> list[Row]:
    """What the bars are about."""
    good = sum(kill.passes and kill.offered is not None for kill in found)
    ages = [kill.age for kill in found]
    return [
        Row(f"kills of {len(found)} after which a state was offered that passes evaluate", good, "", len(found)),
        Row("age of the state at the kill, greatest", max(ages), "s", BAR, "<="),
        Row("age of the state at the kill, mean", sum(ages) / len(ages), "s"),
        Row("iterations in the end, through all crashes", found[-1].offered or 0, ""),
    ]


def kills(count: int, seed: int, last: float = LAST) -> list[Kill]:
    """So many kills, each of the window that went on after the one before."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        process = _start(root)
        _wait_for(root / "training")
        start = time.monotonic()
        # Before the first state there is nothing to offer; what is lost then is no more than this.
        while not any(root.glob("autosave/*/manifest-*.json")) and time.monotonic() - start < BAR:
            time.sleep(0.02)
        found = []
        for _ in range(count):
            process, kill = _kill(root, process, rng.uniform(FIRST, last))
            found.append(kill)
        process.kill()
        process.wait()
    return found


def _start(root: Path) -> subprocess.Popen[bytes]:
    (root / "training").unlink(missing_ok=True)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    arguments = [sys.executable, "-m", "benchmarks.crash", "window", str(root)]
    # Said by the offscreen platform at every window.
    return subprocess.Popen(arguments, env=environment, stderr=subprocess.DEVNULL)


def _kill(root: Path, process: subprocess.Popen[bytes], seconds: float) -> tuple[subprocess.Popen[bytes], Kill]:
    """Kill it, look at what it left, and start the next."""
    time.sleep(seconds)
    process.kill()
    moment = time.time()
    process.wait()
    (folder,) = (root / "autosave").iterdir()
    left = read_bundle(folder)
    following = _start(root)
    _wait_for(root / "training")
    offered = json.loads((root / "training").read_text())["offered"]
    passes = left is not None and _passes(left)
    return following, Kill(offered, passes, moment - left.taken if left else float("inf"))


def _passes(left: Found) -> bool:
    """Is every network of it one that the command line can use?"""
    out = StringIO()
    with redirect_stdout(out):
        codes = [command(["evaluate", str(file), "--json"]) for files in left.files.values() for file in files]
    return codes != [] and not any(codes)


def _wait_for(path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not path.exists():
        if time.monotonic() > end:
            raise TimeoutError(path)
        time.sleep(0.02)


def window(root: Path) -> int:
    """The program as a user starts it: it goes on with what is offered, and trains until it is killed."""
    from nnviz.app import build
    from nnviz.session.intents import Run
    from nnviz.session.runners import ThreadRunner
    from nnviz.settings import Settings

    parts = build(ThreadRunner(), Settings(welcome_seen=True), "playground")
    parts.window.show()
    parts.session.clock.start()
    parts.window.safety.begin(root / "autosave")
    button = parts.window.findChild(QPushButton, "restore_go_on")
    if button:
        button.click()
    offered = parts.session.snapshot.iteration if button else None
    parts.session.do(Run())

    def tell() -> None:
        iteration = parts.session.snapshot.iteration
        if iteration > (offered or 0):
            draft = root / "draft"
            draft.write_text(json.dumps({"offered": offered}))
            draft.replace(root / "training")

    timer = QTimer()
    timer.timeout.connect(tell)
    timer.start(50)
    return parts.application.exec()


if __name__ == "__main__":
    if sys.argv[1:2] == ["window"]:
        sys.exit(window(Path(sys.argv[2])))
    found = rows(kills(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS, SEED))
    print_rows(found)
    sys.exit(int(any(row.missed for row in found)))
