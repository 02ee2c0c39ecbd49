"""Hands: a seeded user's mouse, keys and patience in front of the real window; everything random comes from here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QMainWindow,
    QMenu,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from benchmarks.soak.measuring import settle
from nnviz.app import App
from nnviz.assets import resource
from nnviz.data.strokes import parse_strokes
from nnviz.session.booth.handwriting import SAMPLES
from nnviz.session.drawing import CANVAS_EXTENT

Kind = TypeVar("Kind", bound=QWidget)
TICKS = 2
"""Of what goes on by itself, in one frame."""
REST = 0.001
"""Seconds that a frame leaves to the worker."""
PATIENCE = 5000
"""Frames until a worker has done what it was asked."""
PATIENCE_MS = 20
LONG_MS = 1000
"""After so long nobody is going to choose anything any more."""
LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier
ASKING = {"action_open_model", "action_open_table", "action_open_images", "action_open_lesson", "action_quit"}
"""Actions that wait for a file to be chosen, or end everything."""
CONTROLS = (QAbstractButton, QComboBox, QAbstractSlider, QAbstractSpinBox, QTabBar)
KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Tab,
    Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_PageDown, Qt.Key.Key_3,
)  # fmt: skip


class Hands:
    """random   where all chance comes from;  frames: so many have passed"""

    def __init__(self, parts: App, random: Random) -> None:
        self.parts, self.random = parts, random
        self.frames = 0
        self._strokes = [
            parse_strokes(resource("drawings", f"{name}.json").read_text(encoding="utf-8")) for name in SAMPLES
        ]

    # Time

    def wait(self, frames: int) -> None:
        """Look on for so many frames."""
        session = self.parts.session
        for _ in range(frames):
            for _ in range(TICKS):
                session.metronome.tick()
            session.clock.tick()
            settle()
            time.sleep(REST)
        self.frames += frames

    def wait_for(self, reached: Callable[[], bool], frames: int = 300) -> bool:
        """Look on until then, but not for ever. True where it was reached."""
        for _ in range(frames):
            if reached():
                return True
            self.wait(1)
        return reached()

    # Menus and dialogs

    def trigger(self, name: str) -> None:
        """Choose an action from the menus, where it can be chosen."""
        self.parts.window.actions_by_name[name].trigger()

    def choose_file(self, name: str, path: Path) -> None:
        """Choose an action that waits until a file was chosen, and choose it."""
        timer = QTimer(singleShot=True, interval=PATIENCE_MS)
        timer.timeout.connect(lambda: _fill(QApplication.activeModalWidget(), path))
        timer.start()
        self.trigger(name)

    def save_as(self, path: Path) -> None:
        """Give the file dialog that has been opened a path, at which there is nothing yet: it would ask first."""
        path.unlink(missing_ok=True)
        for dialog in self.windows(QFileDialog):
            _fill(dialog, path)
        settle()

    def windows(self, kind: type[Kind]) -> list[Kind]:
        """Those of a kind that can be seen."""
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    def tidy(self) -> None:
        """Close menus and dialogs; what is asked is answered by its second button, which gives nothing away."""
        for menu in self.windows(QMenu):
            menu.close()
        for dialog in self.windows(QDialog):
            discard = dialog.findChild(QAbstractButton, "unsaved_discard")
            if discard:
                discard.click()
            else:
                dialog.reject()
        settle()

    # Anything that can be seen

    def fiddle(self, window: QWidget) -> None:
        """Move one of a window's controls, whichever."""
        controls = [one for one in window.findChildren(QWidget) if isinstance(one, CONTROLS) and _is_safe(one)]
        if controls:
            self._move(self.random.choice(controls))

    def _move(self, control: QWidget) -> None:
        if isinstance(control, QAbstractButton):
            with self._impatience():
                control.click()
        elif isinstance(control, QAbstractSlider):
            control.setValue(self.random.randint(control.minimum(), control.maximum()))
        elif isinstance(control, QAbstractSpinBox):
            control.stepBy(self.random.choice((-3, -1, 1, 2)))
        elif isinstance(control, QTabBar):
            control.setCurrentIndex(self.random.randrange(control.count()))
        elif isinstance(control, QComboBox) and control.count():
            QTest.keyClick(control, self.random.choice((Qt.Key.Key_Up, Qt.Key.Key_Down)))

    @contextmanager
    def _impatience(self) -> Iterator[None]:
        """Whatever waits for an answer meanwhile is closed after a while."""
        timer = QTimer(interval=LONG_MS)
        timer.timeout.connect(_break_off)
        timer.start()
        yield
        timer.stop()

    def poke(self, window: QWidget) -> None:
        """Point at something, click, drag, turn the wheel, ask for its menu, press keys."""
        place = QPoint(self.random.randrange(window.width()), self.random.randrange(window.height()))
        target = window.childAt(place)
        if target is None or not _is_safe(target):
            return
        here = target.mapFrom(window, place)
        acts = (self._click, self._drag, self._turn, self._ask, self._press)
        self.random.choice(acts)(target, here)

    def _click(self, target: QWidget, here: QPoint) -> None:
        QTest.mouseMove(target, here)
        self.wait(1)
        QTest.mouseClick(target, LEFT, NONE, here)

    def _drag(self, target: QWidget, here: QPoint) -> None:
        QTest.mousePress(target, LEFT, NONE, here)
        for _ in range(5):
            here += QPoint(self.random.randint(-12, 12), self.random.randint(-12, 12))
            QTest.mouseMove(target, here)
            self.wait(1)
        QTest.mouseRelease(target, LEFT, NONE, here)

    def _turn(self, target: QWidget, here: QPoint) -> None:
        notch = QPoint(0, self.random.choice((-120, 120)))
        place, buttons, phase = QPointF(here), Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        where = QPointF(target.mapToGlobal(here))
        QApplication.sendEvent(target, QWheelEvent(place, where, QPoint(), notch, buttons, NONE, phase, False))

    def _ask(self, target: QWidget, here: QPoint) -> None:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, here, target.mapToGlobal(here))
        # The menu of a spin box waits for its answer.
        with self._impatience():
            QApplication.sendEvent(target, event)
        self.wait(2)

    def _press(self, target: QWidget, here: QPoint) -> None:
        if target.focusPolicy() != Qt.FocusPolicy.NoFocus:
            target.setFocus()
            for key in self.random.choices(KEYS, k=3):
                QTest.keyClick(target, key)

    def draw(self, canvas: QWidget) -> None:
        """A digit with the pen; nothing on a canvas that nobody can see."""
        if not canvas.isVisible() or not canvas.isEnabled():
            return
        factor = min(canvas.width(), canvas.height()) / CANVAS_EXTENT
        for stroke in self.random.choice(self._strokes):
            path = [QPoint(round(x * factor), round(y * factor)) for x, y in stroke]
            QTest.mousePress(canvas, LEFT, NONE, path[0])
            for point in path[1::2]:
                QTest.mouseMove(canvas, point)
            self.wait(1)
            QTest.mouseRelease(canvas, LEFT, NONE, path[-1])

    def find(self, kind: type[Kind], name: str) -> Kind:
        """A widget of the main window by its name."""
        found = self.parts.window.findChild(kind, name)
        assert found is not None, name
        return found


def _fill(dialog: QWidget | None, path: Path) -> None:
    """A file dialog gets its path, and is accepted."""
    if isinstance(dialog, QFileDialog):
        dialog.setDirectory(str(path.parent))
        dialog.selectFile(path.name)
        dialog.accept()
        if dialog.isVisible():
            dialog.reject()


def _break_off() -> None:
    """Close what waits for an answer."""
    for waiting in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if waiting:
            waiting.close()


def _is_safe(control: QWidget) -> bool:
    """Can it be used, and does it neither wait for a file nor close a window?"""
    if not (control.isVisible() and control.isEnabled()) or control.visibleRegion().isEmpty():
        return False
    if isinstance(control, QToolButton | QPushButton) and control.menu():
        # A click would wait until something was chosen.
        return False
    action = control.defaultAction() if isinstance(control, QToolButton) else None
    named = control.objectName().startswith("qt_")
    return not named and not (action and action.objectName() in ASKING) and not isinstance(control, QMainWindow)
