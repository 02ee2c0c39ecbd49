"""Stage: one session, theme and page for all tests of a module. To make a page takes longer than most tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from nnviz.session.intents import OpenPage
from nnviz.session.labs.lab import Lab
from nnviz.session.runners import InlineRunner
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from tests.conftest import InkJudge

Found = TypeVar("Found")


def staged(make: Callable[[Session, Theme], Found]) -> Iterator[Found]:
    """What a module's tests share, made of a session on the playground page and the dark theme."""
    theme = Theme()
    theme.apply()
    with pytest.MonkeyPatch.context() as patch:
        # The digits that come with the program are read in no time, MNIST is not.
        patch.delenv("NNVIZ_DATA", raising=False)
        session = Session(InlineRunner(), InkJudge())
        session.do(OpenPage("playground"))
    yield make(session, theme)
    session.close()


def shown(page: QWidget, stage: Found) -> Iterator[Found]:
    """The stage, with its page to be seen during one test only."""
    page.show()
    page.activateWindow()
    yield stage
    put_away(page)


def renew(session: Session, *models: object) -> None:
    """These models of a lab, which must be made without arguments, as they were in the beginning."""
    for model in models:
        vars(model).update(vars(type(model)()))
    for model in models:
        if isinstance(model, Lab):
            session.labs.changed.emit(model.name)


def put_away(page: QWidget) -> None:
    """Hide a page. Without a screen a window that was hidden once never gets the keyboard again; a new one does."""
    page.hide()
    if page.windowHandle():
        page.windowHandle().destroy()


def dismiss(*pages: QWidget) -> None:
    """Delete pages: what lives on is dressed anew with every theme that a later test puts on."""
    for page in pages:
        page.close()
        page.deleteLater()
        QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)
