"""An hour of visitors at the booth in a few minutes: `python -m benchmarks.soak.booth [HOURS] [--seed N]`.

The booth is the real one, offscreen; its time is passed by hand. Visitors draw, tap, talk nonsense, switch languages,
guess PINs and walk away, through real mouse, touch and key events. Exit code 1 after any error, where memory grew by
5 % or more between a tenth of the time and the end, or where a thread was left.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.report import Row, print_rows
from benchmarks.soak.measuring import Tell, complaints, resident, settle, silent
from nnviz.assets import resource
from nnviz.booth import Booth, Keeper, build
from nnviz.data.strokes import Stroke, parse_strokes
from nnviz.session.booth.handwriting import SAMPLES
from nnviz.session.drawing import CANVAS_EXTENT
from nnviz.settings import Settings

STEP = 0.2
"""Seconds of the booth that pass between two looks at it."""
SIZE = (1280, 720)
PIN = "90210"
EARLY = 0.1
"""Share of the time after which memory is measured first: by then everything was loaded and shown once."""
GROWTH = 5.0
"""Per cent by which memory may have grown by then."""
NONE, LEFT, RIGHT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
NONSENSE = (
    Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Z, Qt.Key.Key_F4, Qt.Key.Key_F11,
    Qt.Key.Key_Menu, Qt.Key.Key_Return, Qt.Key.Key_7,
)  # fmt: skip


@dataclass(frozen=True)
class Result:
    """What an hour did.

    seconds   of the booth;  wall: seconds it took
    early, late   resident memory after a tenth and at the end, bytes
    errors    exceptions and Qt warnings;  threads: left at the end, beyond those at the start
    """

    seconds: float
    wall: float
    visitors: int
    drawings: int
    early: int
    late: int
    errors: tuple[str, ...]
    threads: tuple[str, ...]

    @property
    def growth(self) -> float:
        """Per cent."""
        return 100 * (self.late / self.early - 1)

    def rows(self) -> list[Row]:
        """Against the bars."""
        return [
            Row("simulated time", self.seconds / 60, "min"),
            Row("time it took", self.wall / 60, "min"),
            Row("visitors", self.visitors, ""),
            Row("drawings judged", self.drawings, ""),
            Row("memory after a tenth of the time", self.early / 2**20, "MiB"),
            Row("memory at the end", self.late / 2**20, "MiB"),
            Row("growth", self.growth, "%", GROWTH, "<="),
            Row("errors", len(self.errors), "", 0, "<="),
            Row("threads left", len(self.threads), "", 0, "<="),
        ]


class Crowd:
    """Random visitors, one after the other."""

    def __init__(self, booth: Booth, seed: int) -> None:
        self._booth, self._random = booth, Random(seed)
        self._device = QTest.createTouchDevice()
        self._samples = [
            parse_strokes(resource("drawings", f"{name}.json").read_text(encoding="utf-8")) for name in SAMPLES
        ]
        self.seconds = 0.0
        self._acts: tuple[tuple[int, Callable[[], None]], ...] = (
            (8, self._draw_digit), (3, self._scribble), (10, self._choose), (6, self._tap), (3, self._talk_nonsense),
            (2, self._switch_language), (1, self._guess_pin), (1, self._hold_corner), (2, self._two_fingers),
            (6, self._wait), (1, self._walk_away), (1, self._break),
        )  # fmt: skip

    def warm_up(self) -> None:
        """Everything once, so that all of the program is loaded and every letter was drawn."""
        for _, act in self._acts:
            act()
            self._pass(STEP)

    def act(self) -> None:
        """One thing a visitor does, and a moment after it."""
        weights = [weight for weight, _ in self._acts]
        self._random.choices(self._acts, weights)[0][1]()
        self._pass(self._random.uniform(0, 2))

    def _pass(self, seconds: float) -> None:
        """So much time passes at the booth."""
        clock = self._booth.session.clock
        for _ in range(max(1, round(seconds / STEP))):
            self._booth.window.advance(STEP)
            clock.tick()
            settle()
            self.seconds += STEP

    # What visitors do

    def _draw_digit(self) -> None:
        scale, turn = self._random.uniform(0.3, 1.1), self._random.uniform(-20, 20)
        for stroke in self._random.choice(self._samples):
            self._stroke(tuple((140 + (x - 140) * scale + turn, 140 + (y - 140) * scale) for x, y in stroke))
        self._pass(self._random.uniform(0, 3))

    def _scribble(self) -> None:
        points = [(self._random.uniform(0, 280), self._random.uniform(0, 280))]
        for _ in range(self._random.randrange(2, 60)):
            x, y = points[-1]
            points.append((x + self._random.gauss(0, 25), y + self._random.gauss(0, 25)))
        self._stroke(tuple(points))

    def _stroke(self, stroke: Stroke) -> None:
        window, scene = self._booth.window, self._booth.window.scene
        if scene is None or not scene.canvas.isVisible():
            return
        canvas = scene.canvas
        factor = canvas.width() / CANVAS_EXTENT
        path = [canvas.mapTo(window, QPoint(round(x * factor), round(y * factor))) for x, y in stroke]
        hand = self._finger if self._random.random() < 0.5 else self._mouse
        hand([point for point in path if window.rect().contains(point)])

    def _mouse(self, path: list[QPoint]) -> None:
        if path:
            target = self._booth.window.childAt(path[0]) or self._booth.window
            local = [target.mapFrom(self._booth.window, point) for point in path]
            QTest.mousePress(target, LEFT, NONE, local[0])
            for point in local[1:]:
                QTest.mouseMove(target, point)
            QTest.mouseRelease(target, LEFT, NONE, local[-1])

    def _finger(self, path: list[QPoint]) -> None:
        window = self._booth.window
        if path:
            QTest.touchEvent(window, self._device).press(0, path[0], window).commit()
            for point in path[1:]:
                QTest.touchEvent(window, self._device).move(0, point, window).commit()
            QTest.touchEvent(window, self._device).release(0, path[-1], window).commit()

    def _choose(self) -> None:
        scene = self._booth.window.scene
        buttons = [button for button in scene.choices.buttons.values() if button.isVisible()] if scene else []
        if buttons:
            button = self._random.choice(buttons)
            self._random.choice((self._mouse, self._finger))([button.mapTo(self._booth.window, button.rect().center())])

    def _tap(self) -> None:
        for _ in range(self._random.randrange(1, 6)):
            point = QPoint(self._random.randrange(SIZE[0]), self._random.randrange(SIZE[1]))
            self._random.choice((self._mouse, self._finger))([point])

    def _talk_nonsense(self) -> None:
        window = self._booth.window
        point = QPoint(self._random.randrange(SIZE[0]), self._random.randrange(SIZE[1]))
        target = window.childAt(point) or window
        QTest.keyClick(window, self._random.choice(NONSENSE), self._random.choice((NONE, CONTROL_SHIFT)))
        QTest.mouseClick(target, RIGHT, NONE, target.mapFrom(window, point))
        QTest.mouseDClick(target, LEFT, NONE, target.mapFrom(window, point))
        QTest.mouseRelease(target, LEFT, NONE, target.mapFrom(window, point))
        QApplication.sendEvent(target, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(3, 3), point))
        window.close()

    def _switch_language(self) -> None:
        scene = self._booth.window.scene
        if scene:
            self._finger([scene.language.geometry().center()])

    def _guess_pin(self) -> None:
        window = self._booth.window
        QTest.keyClick(window, Qt.Key.Key_Q, CONTROL_SHIFT)
        self._pass(STEP)
        for _ in range(self._random.randrange(1, 5)):
            for _ in range(self._random.randrange(3, 10)):
                self._press(self._random.choice("123456780"))
            self._press(self._random.choice(("enter", "enter", "erase", "leave")))

    def _press(self, key: str) -> None:
        button = self._booth.window.pad.keys[key]
        if button.isVisible():
            self._finger([button.mapTo(self._booth.window, button.rect().center())])

    def _hold_corner(self) -> None:
        window = self._booth.window
        QTest.touchEvent(window, self._device).press(0, QPoint(5, 5), window).commit()
        self._pass(self._random.uniform(1, 5))
        QTest.touchEvent(window, self._device).release(0, QPoint(5, 5), window).commit()

    def _two_fingers(self) -> None:
        """At different places, one drags, both leave together or one after the other."""
        window = self._booth.window
        a, b = (QPoint(self._random.randrange(SIZE[0]), self._random.randrange(SIZE[1])) for _ in range(2))
        QTest.touchEvent(window, self._device).press(0, a, window).press(1, b, window).commit()
        for step in range(10):
            moved = a + QPoint(5 * step, 3 * step)
            QTest.touchEvent(window, self._device).move(0, moved, window).stationary(1).commit()
        QTest.touchEvent(window, self._device).release(0, a, window).stationary(1).commit()
        QTest.touchEvent(window, self._device).release(1, b, window).commit()

    def _wait(self) -> None:
        self._pass(self._random.uniform(1.5, 6))

    def _walk_away(self) -> None:
        self._pass(45)

    def _break(self) -> None:
        """Something broke: the scene begins anew."""
        self._booth.window.fail()
        self._pass(STEP)


def soak(seconds: float, seed: int = 0, tell: Tell = silent) -> Result:
    """So many seconds at the booth; `tell` hears how it goes on."""
    threads = set(threading.enumerate())
    start = time.perf_counter()
    booth = build(Settings(), PIN)
    with complaints(Keeper(booth).unexpected) as errors:
        try:
            early, late = _crowd(booth, Crowd(booth, seed), seconds, tell)
        finally:
            booth.close()
            settle()
    left = tuple(thread.name for thread in set(threading.enumerate()) - threads)
    counts = booth.visit.tally.counts
    wall = time.perf_counter() - start
    return Result(seconds, wall, counts.visitors, counts.right + counts.fooled, early, late, tuple(errors), left)


def _crowd(booth: Booth, crowd: Crowd, seconds: float, tell: Tell) -> tuple[int, int]:
    """Visitors for so long; resident memory after a tenth of the time and at the end."""
    booth.window.resize(*SIZE)
    booth.window.show()
    crowd.warm_up()
    marks = [seconds * share / 10 for share in range(1, 11)]
    memory: list[int] = []
    while marks:
        crowd.act()
        if crowd.seconds >= marks[0]:
            marks.pop(0)
            memory.append(resident())
            tell(f"{crowd.seconds / 60:6.1f} min  {memory[-1] / 2**20:7.1f} MiB  {booth.visit.tally.counts}")
    return memory[0], memory[-1]


def main() -> int:
    """Print the rows; 1 if a bar was missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("hours", nargs="?", type=float, default=1.0, help="simulated hours (1)")
    parser.add_argument("--seed", type=int, default=0, help="another crowd")
    args = parser.parse_args()
    result = soak(3600 * args.hours, args.seed, lambda line: print(line, flush=True))
    print_rows(result.rows())
    return int(any(row.missed for row in result.rows()))


if __name__ == "__main__":
    sys.exit(main())
