"""The booth's composition: session → visit, lock and window; what an error, the way out and another language mean.

`build` puts it together, `main` runs it until the host types the PIN. Nothing is trained, no network is asked.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from platformdirs import user_state_path
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from nnviz.app import application, dress, open_session
from nnviz.display import check_display
from nnviz.languages import Languages
from nnviz.session.booth.lock import Lock, new_pin
from nnviz.session.booth.tally import Tally
from nnviz.session.booth.visit import IDLE, Visit
from nnviz.session.commands import Command
from nnviz.session.pages import DIGITS
from nnviz.session.runners import InlineRunner
from nnviz.session.session import Session
from nnviz.settings import Settings, load_settings
from nnviz.theme.theme import Theme, fitting_scale
from nnviz.views.booth.window import BoothWindow
from nnviz.views.help.card import HelpCard
from nnviz.views.help.topics import TOPICS

SCORE = "booth.json"
INTERRUPTED = 130


class NoTraining(InlineRunner):
    """A runner whose worker gets no turn: at the booth only the shipped network answers."""

    def send(self, command: Command) -> None:
        """Nobody obeys."""

    def advance(self, steps: int) -> None:
        """No iteration is made."""


@dataclass
class Booth:
    """The parts of a running booth."""

    application: QApplication
    theme: Theme
    session: Session
    visit: Visit
    lock: Lock
    window: BoothWindow
    languages: Languages

    def close(self) -> None:
        """End it, PIN or not."""
        self.window.dispose()
        self.session.close()
        self.languages.close()


def build(settings: Settings, pin: str, idle: float = IDLE, score: Path | None = None, tell: bool = False) -> Booth:
    """Everything but the event loop; nothing is shown yet. `score`: where the counts of the day are kept; `tell`: the
    PIN is shown on the screen for a while."""
    app = application()
    theme, languages = dress(settings)
    session = open_session(NoTraining(), DIGITS)
    visit, lock = Visit(Tally(score), idle), Lock(pin)
    window = BoothWindow(session, theme, visit, lock, pin if tell else "")
    window.language_requested.connect(languages.use)
    return Booth(app, theme, session, visit, lock, window, languages)


def main(pin: str | None = None, idle: float = IDLE) -> int:
    """Open the booth on the whole screen and run it until the host leaves. Refusal without a display."""
    check_display()
    settings, _ = load_settings()
    chosen = pin or new_pin()
    print(f"nnviz booth: to leave, hold the top left corner for 3 s or press Ctrl+Shift+Q; PIN {chosen}", flush=True)
    parts = build(settings, chosen, idle, score_path(), tell=not pin)
    parts.theme.set_scale(fitting_scale(parts.application.primaryScreen().availableSize().height()))
    keeper = Keeper(parts)
    sys.excepthook = keeper.unexpected
    signal.signal(signal.SIGTERM, keeper.ended)
    _fill_screen(parts.window)
    parts.window.start()
    with awake():
        code = parts.application.exec()
    parts.close()
    return code


def score_path() -> Path:
    """Where the counts of the day are kept on this system."""
    return user_state_path("nnviz", appauthor=False) / SCORE


class Keeper(QObject):
    """Lets the host out, and gives the window a new scene after an unexpected exception."""

    def __init__(self, parts: Booth) -> None:
        super().__init__()
        self._parts = parts
        self._card: HelpCard | None = None
        parts.window.opened.connect(self._leave)
        parts.window.help_requested.connect(self._explain)

    def unexpected(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """sys.excepthook: the trace on stderr, a new scene for the visitors; Ctrl+C on the console ends the booth."""
        if isinstance(error, KeyboardInterrupt):
            self._parts.application.exit(INTERRUPTED)
            return
        self._parts.window.fail()
        print(f"nnviz booth: error {self._parts.window.restarts.count}, the scene begins anew", file=sys.stderr)
        sys.__excepthook__(kind, error, trace)
        # Python keeps the last trace, its frames may hold a drawing.
        sys.last_type = sys.last_value = sys.last_traceback = None

    def ended(self, number: int, _: object) -> None:
        """A signal handler: the machine is shut down."""
        self._parts.application.exit(128 + number)

    def _explain(self) -> None:
        """Beside the pad, and only as long as that is there."""
        pad = self._parts.window.pad
        self._card = self._card or HelpCard(self._parts.theme, pad)
        self._card.explain(TOPICS[self._parts.window.objectName()], pad)

    def _leave(self) -> None:
        self._parts.window.close()
        self._parts.application.quit()


@contextmanager
def awake() -> Iterator[bool]:
    """The screen neither sleeps nor locks meanwhile, where the desktop lets itself be asked; True where it does."""
    from wakepy import keep

    with keep.presenting(on_fail="pass") as mode:
        if not mode.active:
            print("nnviz booth: this desktop cannot be asked to keep the screen on; switch that off", file=sys.stderr)
        yield mode.active


def _fill_screen(window: BoothWindow) -> None:
    screen = QGuiApplication.primaryScreen()
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()
