"""A walk over every page, dialog and window, and what each control there says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

from nnviz.app import App, build
from nnviz.keeper import Keeper
from nnviz.models.bare import Outline
from nnviz.session import intents
from nnviz.session.labs.lab import OpenSection
from nnviz.session.pages import COMPARE, DIGITS, LABS, PLAYGROUND
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings
from nnviz.views.dialogs.bare_weights import BareWeights
from nnviz.views.dialogs.restore import Restore
from nnviz.views.dialogs.unsaved import Unsaved
from nnviz.views.dialogs.unsaved_recording import UnsavedRecording
from nnviz.views.guide import place_of
from nnviz.widgets.section import Section

WALKED = "walked"
CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar)
TABLE = "sepal,petal,garden,species\n" + "".join(
    f"{5 + k / 10},{'' if k == 3 else k / 5},{'ABC'[k % 3]},{'ab'[k // 10]}\n" for k in range(20)
)


@dataclass(frozen=True)
class Seen:
    """One widget that can be reached: where, what, and what it says.

    caption    its own words;  told: its tool tip, or that of the group it belongs to
    spoken     its name for screen readers;  described: what else they say
    topic      of the help, "" where there is none
    """

    scene: str
    name: str
    kind: str
    caption: str
    told: str
    spoken: str
    described: str
    focusable: bool
    control: bool
    painted: bool
    topic: str

    def __str__(self) -> str:
        return f"{self.scene}: {self.kind} {self.name} “{self.caption or self.spoken}”"


def walk(folder: Path) -> list[Seen]:
    """Everything that is to be seen, in every scene."""
    parts = build(InlineRunner(), Settings(welcome_seen=True), PLAYGROUND)
    keeper = Keeper(parts)
    parts.window.show()
    parts.window.open_at(1440, 900)
    seen = []
    try:
        for scene, root in _scenes(parts, keeper, folder):
            seen += _look(scene, root)
    finally:
        parts.application.aboutToQuit.disconnect(keeper._save)
        parts.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return seen


def settle(app: App) -> None:
    """Layouts, and a tick of every clock."""
    for _ in range(2):
        app.application.processEvents()
        app.session.clock.tick()


def _scenes(app: App, keeper: Keeper, folder: Path) -> Iterator[tuple[str, QWidget]]:
    yield from _pages(app)
    yield from _strips(app, folder)
    yield from windows(app)
    yield from dialogs(app, keeper, folder)


def _pages(app: App) -> Iterator[tuple[str, QWidget]]:
    session, window = app.session, app.window
    for page in (DIGITS, PLAYGROUND, COMPARE):
        session.do(intents.OpenPage(page))
        session.do(intents.StepOnce())
        session.advance(1)
        settle(app)
        yield page, window
    session.do(intents.OpenPage(PLAYGROUND))
    for name in ("controls", "inspector", "curves", "layers", "mistakes", "boundary"):
        window._docks.bring(name)
        for section in window.findChildren(Section):
            section.set_expanded(True)
        settle(app)
        yield f"dock {name}", window
    for what in (intents.Inspect(1, 0), intents.Inspect(1, 0, 0)):
        session.do(what)
        settle(app)
        yield "inspector", window
    session.do(intents.ShowPoint(0.4, -0.2))
    session.do(intents.OpenPasses("shown"))
    settle(app)
    yield "passes", window
    session.do(intents.ClosePasses())
    session.do(intents.OpenLesson("neuron", "en"))
    settle(app)
    yield "lesson", window
    session.do(intents.CloseLesson())
    for lab in LABS:
        session.do(intents.OpenPage(lab))
        for section in session.labs.lab(lab).sections:
            session.do(OpenSection(lab, section))
            settle(app)
            yield f"{lab} {section}", window
    session.do(intents.OpenPage(PLAYGROUND))


def _strips(app: App, folder: Path) -> Iterator[tuple[str, QWidget]]:
    window, path = app.window, folder / "lecture.nnrec.json"
    window.recordings.record(str(path))
    for tick in range(90):
        app.session.metronome.tick()
        if tick == 60:
            window.recordings.cue()
    settle(app)
    yield "recording", window
    window.recordings.stop()
    window.recordings.open_file(str(path))
    settle(app)
    yield "replay", window
    window.recordings.close_playback()


def windows(app: App) -> Iterator[tuple[str, QWidget]]:
    window = app.window
    opened: dict[str, tuple[Callable[[], object], Callable[[], QWidget | None]]] = {
        "hand": (window.teaching.open, lambda: window.teaching.window),
        "sweep": (window.sweeps.open, lambda: window.sweeps.window),
        "worksheet": (window.worksheets.open, lambda: window.worksheets.dialog),
        "notes": (window.presenting.lectern.open, lambda: window.presenting.lectern.notes),
    }
    for name, (show, which) in opened.items():
        show()
        settle(app)
        root = which()
        assert root is not None
        yield name, root
        root.close()


def dialogs(app: App, keeper: Keeper, folder: Path) -> Iterator[tuple[str, QWidget]]:
    window = app.window
    made: dict[str, Callable[[], QWidget | None]] = {
        "restore": lambda: Restore({"Digits": (120, 1.7e9)}, parent=window),
        "unsaved": lambda: Unsaved({"Digits": 120}, closing=True, parent=window),
        "unsaved recording": lambda: UnsavedRecording(12.0, window),
        "bare weights": lambda: BareWeights(folder / "net.npz", Outline((2, 3, 1), (False,), (False,)), window),
    }
    for name, make in made.items():
        dialog = make()
        assert dialog is not None
        dialog.show()
        settle(app)
        yield name, dialog
        dialog.close()
    for k in range(24):
        place = folder / "images" / ("dark", "bright")[k % 2]
        place.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.full((9, 9), 10 * k, np.uint8)).save(place / f"{k:02}.png")
    (folder / "iris.csv").write_text(TABLE)
    for name, path in (("table_dialog", folder / "iris.csv"), ("images_dialog", folder / "images")):
        window.data_room.open(path)
        dialog = window.findChild(QWidget, name)
        while dialog.data is None:
            settle(app)
        settle(app)
        yield name, dialog
        dialog.reject()
    shown: dict[str, tuple[Callable[[], object], str]] = {
        "preferences": (keeper.preferences.open, "preferences"),
        "shortcuts": (window.guide.list_keys, "shortcut_sheet"),
        "help": (window.guide.explain, "help_card"),
        "about": (window.actions_by_name["about"].trigger, "about_dialog"),
        "failure": (lambda: window.show_failure(ValueError("no")), "failure_dialog"),
        "welcome": (window.welcome.open, "welcome"),
    }
    for name, (show, which) in shown.items():
        show()
        settle(app)
        root = window.findChild(QWidget, which)
        yield name, root
        root.hide() if name in ("help", "welcome") else root.close()


def _look(scene: str, root: QWidget) -> Iterator[Seen]:
    """What was not there in an earlier scene."""
    captions = {label.buddy(): label for label in root.findChildren(QLabel) if label.buddy() is not None}
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.property(WALKED):
            continue
        focusable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        control = isinstance(widget, CONTROLS) and not _is_inner(widget)
        if (
            widget.window() is root.window()
            and widget.isVisible()
            and widget.isEnabled()
            and (control or (focusable and not isinstance(widget, QTabBar)))
        ):
            widget.setProperty(WALKED, True)
            yield _seen(scene, widget, captions.get(widget), focusable, control)


def _is_inner(widget: QWidget) -> bool:
    """A part that Qt builds its own widgets of, or a bar of tabs without any."""
    empty = isinstance(widget, QTabBar) and not widget.count()
    whole = (QAbstractSpinBox, QComboBox, QAbstractScrollArea, QLineEdit)
    return empty or isinstance(widget, QScrollBar) or isinstance(widget.parentWidget(), whole)


def _seen(scene: str, widget: QWidget, caption: QLabel | None, focusable: bool, control: bool) -> Seen:
    face = QAccessible.queryAccessibleInterface(widget)
    place = place_of(widget)
    return Seen(
        scene,
        widget.objectName(),
        type(widget).__name__,
        widget.text() if isinstance(widget, QAbstractButton) else caption.text() if caption else "",
        _told(widget, caption),
        face.text(QAccessible.Text.Name),
        face.text(QAccessible.Text.Description) or face.text(QAccessible.Text.Value),
        focusable,
        control,
        _is_painted(widget),
        place[0] if place else "",
    )


def _is_painted(widget: QWidget) -> bool:
    """By nnviz itself. Items of a list are read out one by one."""
    ours = type(widget).__module__.startswith("nnviz") and "paintEvent" in type(widget).__dict__
    return ours and not isinstance(widget, QAbstractItemView)


def _told(widget: QWidget, caption: QLabel | None) -> str:
    """A tool tip of the widget's own, of its caption, or of the row or group around it."""
    parent = widget.parentWidget()
    around = (widget, caption, parent, parent.parentWidget() if parent else None)
    return next((part.toolTip() for part in around if part is not None and part.toolTip()), "")
