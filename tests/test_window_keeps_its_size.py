"""Whatever page a lesson opens, the window stays as large as it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nnviz.app import build
from nnviz.languages import ENGLISH, KOREAN
from nnviz.session import intents
from nnviz.session.labs.lab import OpenSection
from nnviz.session.pages import COMPARE, DIGITS, PAGES, PLAYGROUND
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings

SIZE = (1280, 800)
WIDE = ("activations", "losses", "stability")
"""Sections of the lab of functions that would take half the window more."""
ROUND = (*PAGES, "perceptron", "playground", "descent", "digits", "depth", COMPARE, "graph")
"""Each page as it is first arranged, then as it was left."""


def test_pages_beside_a_lesson(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(), "playground")
    parts.window.show()
    parts.window.open_at(*SIZE)
    parts.session.do(intents.OpenLesson("neuron", "en"))
    for page in ROUND:
        parts.session.do(intents.OpenPage(page))
        parts.session.clock.tick()
        QApplication.processEvents()
        assert (parts.window.width(), parts.window.height()) == SIZE, page
    parts.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_wide_sections_in_a_hall_beside_a_lesson(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(language="ko", hall=True), "functions")
    parts.window.show()
    parts.window.open_at(*SIZE)
    parts.session.do(intents.OpenLesson("loss", "ko"))
    parts.session.do(intents.OpenPage("functions"))
    for section in WIDE:
        parts.session.do(OpenSection("functions", section))
        parts.session.clock.tick()
        QApplication.processEvents()
        assert (parts.window.width(), parts.window.height()) == SIZE, section
    parts.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_largest_writing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(language=KOREAN, hall=True, text_scale=1.4), "playground")
    parts.window.show()
    parts.window.open_at(*SIZE)
    epoch = parts.window.findChild(QLabel, "fact_epoch")
    for language in (KOREAN, ENGLISH):
        parts.languages.use(language)
        for page in (PLAYGROUND, COMPARE, DIGITS):
            parts.session.do(intents.OpenPage(page))
            parts.session.clock.tick()
            QApplication.processEvents()
            assert (parts.window.width(), parts.window.height()) == SIZE, page
        assert not epoch.isVisible()
        parts.window.resize(1700, SIZE[1])
        QApplication.processEvents()
        assert epoch.isVisible()
        parts.window.resize(*SIZE)
    parts.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
