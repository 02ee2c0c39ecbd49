"""Films: how long 300 frames take, and whether two films of the same thing are the same, frame by frame.

Each film is made in a process of its own, from a lesson that trains, as `nnviz film` makes it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from benchmarks.report import Row

LESSON, SIZE, FRAMES = "overfitting", (1280, 720), 300
BAR = 60.0
"""Seconds."""
PROGRAM = """
import hashlib, json, sys, tempfile, time
from fractions import Fraction
from pathlib import Path
from nnviz.export.film import filming
from nnviz.filming import Shot, shoot, stage

lesson, width, height, frames = sys.argv[1], *map(int, sys.argv[2:])
shot = Shot((width, height), speed=Fraction(12), theme="dark", seconds=frames / 30)
hashes = []

class Witness:
    def __init__(self, film):
        self.film = film

    def add(self, frame):
        hashes.append(hashlib.sha256(frame).hexdigest())
        self.film.add(frame)

with tempfile.TemporaryDirectory() as folder:
    start = time.perf_counter()
    out, chapters = Path(folder) / "film.mp4", []
    with filming(out, shot.size, shot.fps, chapters) as film, stage(lesson, shot) as (parts, played):
        shoot(parts, played, shot, Witness(film), chapters, lambda: None)
    print(json.dumps({"seconds": time.perf_counter() - start, "hashes": hashes, "size": out.stat().st_size}))
"""


def run() -> list[Row]:
    """Two films of the same lesson."""
    one, other = _film(), _film()
    differing = sum(a != b for a, b in zip(one["hashes"], other["hashes"], strict=True))
    return [
        Row(f"{FRAMES} frames at {SIZE[0]}×{SIZE[1]}, MP4", max(one["seconds"], other["seconds"]), "s", BAR, "<="),
        Row("size of the film", one["size"] / 2**20, "MB"),
        Row("different pictures in it", len(set(one["hashes"])), "", FRAMES / 4),
        Row("frames that differ between two films", differing, "", 0, "<="),
    ]


def _film() -> dict[str, Any]:
    arguments = [LESSON, *map(str, SIZE), str(FRAMES)]
    done = subprocess.run([sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
