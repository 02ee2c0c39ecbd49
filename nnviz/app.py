"""Composition root: settings → session → window. `build` puts them together, `main` runs them, `render` draws them."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Thread

from PySide6.QtCore import (
    QMessageLogContext,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from nnviz.assets import resource
from nnviz.data.digitness import DigitScore
from nnviz.data.strokes import parse_strokes
from nnviz.display import check_display
from nnviz.export.picture import save_figure
from nnviz.heap import give_back_large_blocks
from nnviz.keeper import Keeper
from nnviz.languages import Languages, meant
from nnviz.models.files import open_shipped
from nnviz.notation import Notation
from nnviz.session.drawing import CANVAS_EXTENT
from nnviz.session.intents import DrawStrokes, NewSeed, Run
from nnviz.session.metronome import TICK
from nnviz.session.pages import COMPARE, DEPTH, DIGITS, LABS, PAGES, PLAYGROUND
from nnviz.session.runners import InlineRunner, Runner, ThreadRunner
from nnviz.session.session import Session
from nnviz.settings import Settings, load_settings
from nnviz.theme.palettes import PALETTES, Palette
from nnviz.theme.theme import Theme, fitting_scale
from nnviz.views.main_window import MainWindow
from nnviz.views.worksheet.pages import save_worksheet
from nnviz.widgets.typesetter import import_library
from nnviz.worksheets.sheet import Worksheet

WARM_UP_MS = 1500
"""After this the window is up and has done what it had to."""
RENDER_STEPS = {DIGITS: 600, PLAYGROUND: 4000, COMPARE: 400, DEPTH: 60}
"""Iterations made before a page is drawn by `render`, so that its curves have something to show."""


@dataclass
class App:
    """The parts of a running program."""

    application: QApplication
    theme: Theme
    session: Session
    window: MainWindow
    settings: Settings
    languages: Languages

    def close(self) -> None:
        """Close the window and end the worker."""
        self.window.close()
        self.session.close()
        self.languages.close()
        # A closed window is still there, and dressed anew with every other one.
        self.window.deleteLater()


@dataclass(frozen=True)
class Script:
    """What is done before a picture is drawn: intents as a JSON list (`nnviz.session.codec`), then so many iterations
    where they include Run, then so many seconds of whatever plays by itself."""

    text: str
    iterations: int = 0
    seconds: float = 0.0

    def play(self, session: Session) -> None:
        """Do it. Refusal where it cannot be read or done."""
        for intent in session.codec.script(self.text):
            session.do(intent)
        session.advance(self.iterations)
        for _ in range(round(self.seconds / TICK)):
            session.metronome.tick()


def application() -> QApplication:
    """The one QApplication, set up for drawing with a pen."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    give_back_large_blocks()
    # Translucent lines are 6–19 times as fast without Qt's pool of drawing threads (same pixels).
    os.environ["QT_NO_GUI_THREADPOOL"] = "1"
    # Compressed pen moves would leave one in a hundred while the window is busy.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    app = QApplication(["nnviz"])
    app.setApplicationName("nnviz")
    app.setDesktopFileName("nnviz")
    app.setWindowIcon(QIcon(str(resource("icons", "nnviz.svg"))))
    return app


def build(runner: Runner, settings: Settings, page: str | None = None, palette: Palette | None = None) -> App:
    """Everything but the event loop; nothing is shown yet."""
    app = application()
    theme, languages = dress(settings, palette)
    session = open_session(runner, page or _known(settings.page))
    window = MainWindow(session, theme)
    return App(app, theme, session, window, settings, languages)


def dress(settings: Settings, palette: Palette | None = None) -> tuple[Theme, Languages]:
    """The look and the language of the settings, applied."""
    theme = Theme()
    theme.apply()
    theme.use(palette.name if palette else settings.theme)
    theme.set_scale(settings.text_scale)
    theme.set_hall(settings.hall)
    theme.set_motion(settings.motion)
    theme.write_as(Notation(**settings.notation or {}))
    languages = Languages()
    languages.use(meant(settings.language))
    return theme, languages


def open_session(runner: Runner, page: str) -> Session:
    """A session on a page, with the digit score and the shipped model."""
    judge = DigitScore.load(resource("models", "digit_score.safetensors"))
    return Session(runner, judge, open_shipped(), page)


def main(page: str | None = None) -> int:
    """Open the window and run until it is closed. Refusal without a display."""
    check_display()
    settings, readable = load_settings()
    parts = build(ThreadRunner(), settings, page)
    keeper = Keeper(parts)
    keeper.restore()
    parts.window.show()
    parts.session.clock.start()
    keeper.greet(readable)
    parts.window.safety.begin()
    QTimer.singleShot(WARM_UP_MS, warm_up)
    sys.excepthook = keeper.unexpected
    return parts.application.exec()


def warm_up() -> Thread:
    """Import, beside the running window, what formulas, plots and the labs need: half a second that nobody should wait
    for when the first lab is opened. Frames come at most some 60 ms late meanwhile."""
    thread = Thread(target=_import_libraries, name="warm-up", daemon=True)
    thread.start()
    return thread


def render(
    page: str,
    out: Path,
    size: tuple[int, int],
    theme: str = "dark",
    scale: int = 1,
    script: Script | None = None,
    pane: str = "window",
) -> None:
    """The real window of `size` logical pixels or one of its panes, drawn offscreen into a PNG of `scale` pixels to a
    logical one, an SVG or a PDF; after some training, or after `script`. Refusal where the script cannot be read or
    done, no_such_pane, and as of `save_figure`."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if out.suffix.lower() == ".png":
        # Then heat maps have the finer pixels too.
        os.environ["QT_SCALE_FACTOR"] = str(scale)
    qInstallMessageHandler(quiet)
    parts = build(InlineRunner(), Settings(text_scale=fitting_scale(size[1])), page, PALETTES[theme])
    parts.window.show()
    parts.window.open_at(*size)
    try:
        if script is None:
            _play(parts.session, page)
        else:
            script.play(parts.session)
        drawn = parts.window.figures.bring(pane)
        for _ in range(3):
            parts.application.processEvents()
            parts.session.clock.tick()
        save_figure(drawn, out, scale)
    finally:
        parts.close()


def print_worksheet(sheet: Worksheet, files: dict[Path, bool], paper: str, language: str) -> None:
    """Write PDFs of a worksheet without a window; `files`: True where it is the solution. Refusal as of
    `save_worksheet`."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(quiet)
    application()
    _, languages = dress(Settings(language=language))
    try:
        for path, solution in files.items():
            save_worksheet(sheet, path, solution, paper)
    finally:
        languages.close()


def _import_libraries() -> None:
    import_library()
    for lab in LABS:
        import_module(f"nnviz.views.labs.{lab}.page")


def quiet(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt's messages on stderr, but for what the offscreen platform says at every window."""
    if "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


def _known(page: str) -> str:
    return page if page in PAGES else DIGITS


def _play(session: Session, page: str) -> None:
    """Something worth looking at: a network after some training (where its data is here) and a digit on the canvas."""
    if page == DIGITS:
        strokes = parse_strokes(resource("drawings", "three.json").read_text(encoding="utf-8"))
        session.do(DrawStrokes(strokes, CANVAS_EXTENT))
        if session.data is None:
            return
        session.do(NewSeed(session.experiment.seed))
    if page in RENDER_STEPS:
        session.do(Run())
        session.advance(RENDER_STEPS[page])
