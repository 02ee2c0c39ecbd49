"""Safety: what the window does so that nothing is lost: autosave, the offer after a crash, the question before a
network goes that is in no file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from nnviz.session.autosave import Autosave
from nnviz.session.autosave_folders import Left
from nnviz.session.facts import Notice
from nnviz.session.intents import OpenPage, Pause
from nnviz.session.session import Session
from nnviz.views.dialogs.restore import AFRESH, GO_ON, Restore
from nnviz.views.dialogs.unsaved import DISCARD, SAVE, Unsaved
from nnviz.views.network_files import NetworkFiles

Then = Callable[[], object]


class Safety(QObject):
    """Does nothing until `begin`: where nobody sits in front of the window nobody is asked, and nothing is kept."""

    def __init__(self, window: QMainWindow, session: Session, files: NetworkFiles, actions: dict[str, QAction]) -> None:
        super().__init__(window)
        self._window, self._session, self._files, self._actions = window, session, files, actions
        self.autosave: Autosave | None = None
        self._then: Then | None = None
        self._leaving = False
        self._question: Unsaved | None = None
        files.guard = self.before
        session.notice.connect(self._hear)
        session.failed.connect(self._forget)
        files.refused.connect(self._forget)

    def begin(self, root: Path | None = None) -> None:
        """Somebody sits there: keep what they do, and offer what a crash left behind. `root`: of the folders."""
        self.autosave = Autosave(self._session, root, self)
        left = self.autosave.look()
        if left is None:
            self.autosave.begin()
            return
        pages = {self._words(page): (state.iteration, state.taken) for page, state in left.found.pages.items()}
        dialog = Restore(pages, left.found.damaged, self._window)
        dialog.answered.connect(partial(self._restore, left))
        dialog.open()

    def may_close(self) -> bool:
        """False where the question is asked first; the answer closes the window."""
        pages = self._session.rescue.unsaved if self.autosave and not self._leaving else ()
        if pages:
            self._ask(pages, True, self._window.close)
        return not pages

    def before(self, then: Then, page: str = "") -> None:
        """Do something that takes the network of a page (that in reach) away, once it is saved or given up."""
        page = page or self._session.run_page
        if self.autosave and page in self._session.rescue.unsaved:
            self._ask((page,), False, then)
        else:
            then()

    def close(self) -> None:
        """An orderly end."""
        if self.autosave:
            self.autosave.close()
            self.autosave = None

    def _restore(self, left: Left, answer: str) -> None:
        if self.autosave is None:
            # The window was closed over the question: it is asked again next time.
            return
        if answer == GO_ON:
            self.autosave.restore(left)
            return
        if answer == AFRESH:
            left.claim.remove()
        else:
            left.claim.give_up()
        self.autosave.begin()

    def _ask(self, pages: tuple[str, ...], closing: bool, then: Then) -> None:
        if self._question:
            self._question.activateWindow()
            return
        counts = {self._words(page): self._iterations(page) for page in pages}
        self._question = Unsaved(counts, closing, self._window)
        self._question.answered.connect(partial(self._answer, pages[0], closing, then))
        self._question.open()

    def _answer(self, page: str, closing: bool, then: Then, answer: str) -> None:
        self._question = None
        if answer == DISCARD:
            self._leaving = closing
            then()
            # Something else may have kept the window open.
            self._leaving = False
        if answer == SAVE:
            if page != self._session.run_page:
                self._session.do(OpenPage(page))
            # What was trained on after it was saved would be asked about once more.
            self._session.do(Pause())
            self._then = then
            self._files.ask_save().rejected.connect(self._forget)

    def _hear(self, notice: Notice) -> None:
        """Once it is saved, what was to be done is done."""
        if notice.key == "model_saved" and self._then:
            then, self._then = self._then, None
            then()

    def _forget(self) -> None:
        """Not saved: nothing happens."""
        self._then = None

    def _words(self, page: str) -> str:
        return self._actions[f"page_{page}"].text() if f"page_{page}" in self._actions else page

    def _iterations(self, page: str) -> int:
        return max(desk.timeline.newest for desk in self._session.rescue.lanes(page))
