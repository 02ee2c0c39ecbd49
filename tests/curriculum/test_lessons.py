"""The shipped lessons: together they cover the curriculum, each asks before it shows, and points at what is there."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.assets import resource
from nnviz.lessons.lesson import Lesson
from nnviz.lessons.loader import catalogue, load
from nnviz.session.intents import ChooseAnswer, NextStep, OpenLesson, OpenPage, OpenPasses
from nnviz.session.labs.lab import OpenSection
from nnviz.session.pages import LABS, PAGES
from nnviz.session.runners import InlineRunner
from nnviz.session.session import Session
from nnviz.settings import Settings
from nnviz.theme.theme import Theme
from nnviz.views.lecture.pane import LecturePane
from nnviz.widgets.inlays import FigureInlay, FormulaInlay
from tests.curriculum.rows import ROWS

PATHS = [entry.path for entry in catalogue("en")]


@pytest.fixture
def lessons(session: Session) -> list[Lesson]:
    return [load(path, session.codec.intent) for path in PATHS]


@pytest.fixture
def app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The window on the playground."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(welcome_seen=True), "playground")
    parts.window.show()
    parts.window.open_at(1440, 900)
    qtbot.waitExposed(parts.window)
    yield parts
    parts.close()


def test_the_lessons_cover_every_row_and_each_asks_twice_and_has_a_word_for_the_presenter(
    lessons: list[Lesson],
) -> None:
    assert len(lessons) >= 12
    assert {row for lesson in lessons for row in lesson.rows} == set(ROWS)
    assert [lesson.path.name[3:-5] for lesson in lessons] == [lesson.id for lesson in lessons]
    for lesson in lessons:
        assert 5 <= len(lesson.steps) <= 10, lesson.id
        assert sum(step.predict is not None for step in lesson.steps) >= 2, lesson.id
        assert all(step.notes for step in lesson.steps), lesson.id


def test_what_a_step_points_at_is_in_the_window(app: App, lessons: list[Lesson]) -> None:
    wanted = {step.focus for lesson in lessons for step in lesson.steps} - {""}
    for page in PAGES:
        app.session.do(OpenPage(page))
        for section in app.session.labs.lab(page).sections if page in LABS else ("",):
            if section:
                app.session.do(OpenSection(page, section))
            app.application.processEvents()
        wanted -= {name for name in wanted if app.window.findChild(QWidget, name)}
    assert not wanted


class Reader:
    """Somebody who goes through a lesson step by step."""

    def __init__(self, session: Session, pane: LecturePane) -> None:
        self.session, self.pane = session, pane

    def open(self, lesson: str, title: str) -> None:
        """To the step with this title, its question answered."""
        lecture = self.session.lecture
        self.session.do(OpenLesson(lesson))
        while lecture.state.step and lecture.state.step.title != title:
            self.session.do(NextStep())
        step = lecture.state.step
        if step and step.predict:
            self.session.do(ChooseAnswer(step.predict.right))
        self.session.clock.tick()
        assert self.pane.title.text() == title

    def sees(self, figure: str, color: str) -> bool:
        """True if that figure, and no other one, is drawn in the text, with paper of that colour."""
        [inlay] = [inlay for inlay in self.pane.text.inlays if isinstance(inlay, FigureInlay)]
        named = QSvgRenderer(str(resource("lessons", "figures", figure)))
        picture = self.pane.text.grab().toImage()
        middle = picture.width() // 2
        drawn = {picture.pixelColor(middle, y).name() for y in range(0, picture.height(), 2)}
        return inlay.size == named.defaultSize().toSizeF() and color in drawn

    def formulas(self) -> set[str]:
        """LaTeX of the formulas in the text."""
        return {inlay.latex for inlay in self.pane.text.inlays if isinstance(inlay, FormulaInlay)}


@pytest.fixture
def reader(qtbot: QtBot, session: Session, theme: Theme) -> Reader:
    pane = LecturePane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(360, 860)
    pane.show()
    return Reader(session, pane)


PAPER = "#eef2f8"
"""Ground of the figures in either theme."""


def test_A8_biological_neuron_beside_the_model(reader: Reader) -> None:
    for lesson, title in (("neuron", "From the cell to the unit"), ("history", "The neuron in the brain")):
        the_neuron_is_drawn_beside_the_model(reader, lesson, title)


def the_neuron_is_drawn_beside_the_model(reader: Reader, lesson: str, title: str) -> None:
    reader.open(lesson, title)
    assert reader.sees("neuron.svg", PAPER)
    assert {"10^{11}", "10^{14}"} <= reader.formulas()
    assert all(part in reader.pane.text.toPlainText() for part in ("dendrites", "cell body", "axon"))
    # The model neuron can be tried beside it.
    assert reader.session.page == "perceptron"


def test_B8_kinds_of_networks(reader: Reader) -> None:
    reader.open("history", "Kinds of networks")
    assert reader.sees("networks.svg", PAPER)
    assert all(kind in reader.pane.text.toPlainText() for kind in ("feed-forward", "recurrent", "shallow", "deep"))
    assert reader.session.experiment.sizes == (2, 6, 6, 6, 1)

    reader.open("history", "Deterministic or stochastic?")
    assert all(kind in reader.pane.text.toPlainText() for kind in ("deterministic", "stochastic"))
    assert reader.session.passes.state.subject == "batch"
    first, second = silent(reader.session), silent(reader.session)
    assert 0 < first.mean() < 1
    assert (first != second).any()
    network, x = reader.session.snapshot.network, np.array([[0.4, 0.2]], np.float32)
    assert network.forward(x).output == network.forward(x).output
    chance = np.random.default_rng(0)
    assert len({float(network.forward(x, dropout=chance).output[0, 0]) for _ in range(10)}) > 1


def silent(session: Session) -> np.ndarray:
    """Hidden units of the first layer that dropout switches off in a new training pass, sample by sample."""
    session.do(OpenPasses("batch"))
    step = session.passes.step
    assert step is not None
    mask = step.forward.masks[0]
    assert mask is not None
    assert (step.forward.a[0][mask == 0] == 0).all()
    return mask == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [("neuron", ("dendrites", "cell body", "axon", "10¹¹", "10¹⁴")),
     ("networks", ("feed-forward", "recurrent", "shallow", "deep", "deterministic", "stochastic"))],
)  # fmt: skip
def test_the_figures_can_be_drawn_and_say_what_they_show(qapp: object, name: str, words: tuple[str, ...]) -> None:
    path = resource("lessons", "figures", f"{name}.svg")
    assert QSvgRenderer(str(path)).isValid()
    assert all(word in path.read_text(encoding="utf-8") for word in words)
