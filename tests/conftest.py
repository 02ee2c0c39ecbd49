"""Fixtures for all tests, and the guards: settings in a temporary folder, no widget, thread or timer left behind."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from itertools import count

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
# The tests know the English words, whatever the machine speaks.
os.environ["LANGUAGE"] = "en"

from hypothesis import settings as hypothesis_settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from nnviz.data.preparation import Preparation
from nnviz.session.intents import OpenPage
from nnviz.session.runners import InlineRunner
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from tests.curriculum.rows import tell

# The same examples in every run: a suite that fails by luck is not believed when it fails for a reason.
hypothesis_settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis_settings.load_profile("repeatable")

NUMBERS = count()
"""One for each test."""


class InkJudge:
    """A digit is whatever leaves ink: for tests that are not about the digit score."""

    def score(self, preparation: Preparation) -> float:
        return 0.0 if preparation.is_blank else 1.0

    def is_digit(self, score: float) -> bool:
        return score > 0.5


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, caches and data of a test are its own. The folder is made by those who need it."""
    place = tmp_path_factory.getbasetemp() / f"own{next(NUMBERS)}"
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(place / name))


def top_levels() -> list[QWidget]:
    """What is to be seen, and windows and dialogs; pyqtgraph leaves parts of menus that nobody owns."""
    widgets = QApplication.topLevelWidgets() if QApplication.instance() else []
    return [widget for widget in widgets if widget.isVisible() or isinstance(widget, QDialog | QMainWindow)]


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """No top-level widget, hidden ones included, and no thread outlives its test."""
    threads, widgets = set(threading.enumerate()), set(top_levels())
    yield
    if QCoreApplication.instance():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = set(top_levels()) - widgets
    assert not left, f"widgets left: {left}"
    alive = [thread for thread in set(threading.enumerate()) - threads if thread.is_alive() and not thread.daemon]
    assert not alive, f"threads left running: {alive}"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The dark theme, applied."""
    theme = Theme()
    theme.apply()
    return theme


@pytest.fixture
def session(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A session on the playground page that trains only in `session.advance(n)`."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    session = Session(InlineRunner(), InkJudge())
    session.do(OpenPage("playground"))
    yield session
    session.close()


def pytest_collection_finish() -> None:
    """What was imported and collected stays: garbage is looked for in what the tests make."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many rows of the curriculum hold."""
    tell(terminalreporter)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where all data is at hand (NNVIZ_NO_SKIPS, set by CI), a skipped test is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("NNVIZ_NO_SKIPS") and reporter and reporter.stats.get("skipped"):
        reporter.write_line("skipped although NNVIZ_NO_SKIPS is set", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
