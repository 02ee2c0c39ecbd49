"""Lessons played through the session: forward, back, again, and what a step waits for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from nnviz.assets import resource
from nnviz.engine.experiment import LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.languages import ENGLISH, LANGUAGES
from nnviz.session import intents
from nnviz.session.intents import (
    Adjust,
    ChooseAnswer,
    CloseLesson,
    NextStep,
    OpenLesson,
    OpenPage,
    PreviousStep,
    ReplayStep,
)
from nnviz.session.lecture import DONE, PREDICT, SHOWN
from nnviz.session.session import Session
from tests.session.lecture_driver import differences, lighten, show, state_of, to_the_end

SHIPPED = sorted(resource("lessons", "en").glob("*.toml"))
HEAD = 'id = "x"\ntitle = "X"\nsummary = "S"\nminutes = 1\nrows = ["A1"]\n'


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    lighten(monkeypatch)


@pytest.fixture
def lesson(session: Session, tmp_path: Path) -> Callable[..., None]:
    """Open a lesson whose steps have these bodies."""

    def open_lesson(*steps: str) -> None:
        path = tmp_path / "own.toml"
        body = "".join(f'[[step]]\ntitle = "T{n}"\ntext = "t"\n{step}\n' for n, step in enumerate(steps))
        path.write_text(HEAD + body, encoding="utf-8")
        session.do(OpenLesson(str(path)))

    return open_lesson


ASK = '[step.predict]\nquestion = "?"\nanswers = ["a", "b"]\nright = 1\nbecause = "so"\n'
TRAIN = 'actions = [{do = "Run"}]\nwait = {iterations = 30}'


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_lesson_goes_forward_and_back_and_forward_again(session: Session, path: Path) -> None:
    refused: list[Exception] = []
    session.failed.connect(refused.append)
    session.do(OpenLesson(str(path)))
    show(session)
    left = []
    while not session.lecture.state.is_last:
        left.append(state_of(session))
        # A step that has just begun is left again, too.
        session.do(NextStep())
        session.do(PreviousStep())
        assert_same(state_of(session), left[-1])
        session.do(NextStep())
        show(session)
    end = state_of(session)
    for before in reversed(left):
        session.do(PreviousStep())
        assert session.lecture.state.phase == DONE
        assert_same(state_of(session), before)
    to_the_end(session)
    assert_same(state_of(session), end)
    session.do(ReplayStep())
    show(session)
    assert_same(state_of(session), end)
    assert not [words(error) for error in refused]


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != ENGLISH])
def test_every_lesson_in_other_words_is_opened_by_its_id_and_played(session: Session, language: str) -> None:
    """What its steps do is the same in every language: test_both_languages."""
    refused: list[Exception] = []
    session.failed.connect(refused.append)
    for path in SHIPPED:
        session.do(OpenLesson(path.stem.partition("-")[2], language))
        assert session.lecture.state.lesson is not None
        assert session.lecture.state.lesson.path == resource("lessons", language, path.name)
        show(session)
        before = state_of(session)
        session.do(NextStep())
        session.do(PreviousStep())
        assert session.lecture.state.phase == DONE
        assert_same(state_of(session), before)
    assert not [words(error) for error in refused]


def assert_same(now: dict[str, object], then: dict[str, object]) -> None:
    assert differences(now, then) == []


def test_a_step_asks_first_and_shows_when_it_is_answered(session: Session, lesson: Callable[..., None]) -> None:
    lesson('actions = [{do = "OpenPage", page = "graph"}]\n' + ASK)
    lecture = session.lecture
    assert (lecture.state.phase, lecture.state.chosen, session.page) == (PREDICT, None, "playground")
    with pytest.raises(Refusal, match="out_of_range"):
        session.do(ChooseAnswer(2))
    session.do(ChooseAnswer(0))
    assert (lecture.state.phase, lecture.state.chosen, session.page) == (DONE, 0, "graph")
    with pytest.raises(Refusal, match="no_question"):
        session.do(ChooseAnswer(1))
    session.do(OpenPage("descent"))
    session.do(ReplayStep())
    assert (lecture.state.phase, lecture.state.chosen, session.page) == (DONE, 0, "graph")


def test_next_passes_a_question_over(session: Session, lesson: Callable[..., None]) -> None:
    lesson('actions = [{do = "OpenPage", page = "graph"}]\n' + ASK, "")
    session.do(NextStep())
    assert (session.lecture.state.index, session.lecture.state.chosen, session.page) == (0, None, "graph")
    session.do(NextStep())
    assert session.lecture.state.index == 1


def test_iterations_are_counted_from_the_beginning_of_the_step(session: Session, lesson: Callable[..., None]) -> None:
    session.do(intents.Run())
    session.advance(40)
    shares: list[float] = []
    session.lecture.waited.connect(shares.append)
    lesson("wait = {iterations = 30}", TRAIN, 'actions = [{do = "Reset"}, {do = "Run"}]\nwait = {iterations = 10}', "")
    lecture = session.lecture
    session.advance(15)
    assert lecture.share == pytest.approx(0.5)
    session.advance(15)
    assert (lecture.state.phase, lecture.share, shares[-1]) == (DONE, None, 1.0)
    session.do(NextStep())
    session.advance(29)
    assert lecture.state.phase == SHOWN
    session.advance(1)
    assert lecture.state.phase == DONE
    session.do(NextStep())
    session.advance(9)
    assert (lecture.state.phase, session.snapshot.iteration) == (SHOWN, 9)
    session.do(NextStep())
    assert lecture.state.index == 3


def test_back_brings_weights_history_and_a_running_training_back(session: Session, lesson: Callable[..., None]) -> None:
    lesson(TRAIN, 'actions = [{do = "NewSeed"}, {do = "Run"}]', "")
    session.advance(35)
    before = state_of(session)
    parameters = session.snapshot.parameters.copy()
    session.do(NextStep())
    session.advance(7)
    assert session.experiment.seed == 1
    session.do(PreviousStep())
    assert differences(state_of(session), before) == []
    assert session.state.is_running
    np.testing.assert_array_equal(session.snapshot.parameters, parameters)
    assert session.history.steps == 35
    session.advance(5)
    assert session.history.iteration.tolist() == list(range(1, 41))
    session.do(PreviousStep())
    assert session.lecture.state.index == 0


def test_what_a_user_does_meanwhile_is_undone_with_the_step(session: Session, lesson: Callable[..., None]) -> None:
    session.do(intents.StepOnce())
    session.advance(1)
    lesson("", "")
    before = state_of(session)
    session.do(NextStep())
    session.do(intents.SetWeight(1, 0, 0, 2.5))
    session.do(intents.AddUnit(1))
    session.do(Adjust({"learning_rate": 0.5}))
    session.do(intents.SetSpeed(5.0))
    session.do(OpenPage("compare"))
    session.do(intents.Compare("seed", (0, 1)))
    session.do(intents.Run())
    session.advance(3)
    session.do(OpenPage("perceptron"))
    session.do(session.codec.intent({"do": "perceptron.UsePreset", "preset": "OR"}))
    session.do(PreviousStep())
    assert differences(state_of(session), before) == []
    session.do(OpenPage("compare"))
    session.do(intents.Run())
    session.advance(2)
    assert {lane.snapshot.iteration for lane in session.comparison.lanes} == {2}


def test_an_iteration_on_the_stage_comes_back(session: Session, lesson: Callable[..., None]) -> None:
    lesson('actions = [{do = "OpenPasses", subject = "batch"}, {do = "SeekPasses", position = 3.5}]', "")
    moment = session.passes.moment
    assert moment is not None
    session.do(NextStep())
    session.do(intents.ClosePasses())
    session.do(PreviousStep())
    again = session.passes.moment
    assert again is not None
    assert (again.step, again.position) == (moment.step, 3.5)


@pytest.mark.parametrize(
    ("wait", "act"),
    [
        ("seconds = 2", lambda s: [s.lecture.advance(0.1) for _ in range(20)]),
        ("drawing = true", lambda s: s.do(intents.DrawStrokes(STROKES, 280.0))),
        ('lab = "perceptron"', lambda s: s.do(s.codec.intent({"do": "perceptron.SetInputs", "x1": 0, "x2": 0}))),
        ("test_accuracy = 0.9", lambda s: (s.do(intents.Run()), s.advance(500))),
        ("test_loss_below = 0.3", lambda s: (s.do(intents.Run()), s.advance(500))),
    ],
)
def test_each_wait_ends_when_it_should(
    session: Session, lesson: Callable[..., None], wait: str, act: Callable[[Session], object]
) -> None:
    lesson(f'actions = [{{do = "Adjust", values = {{data = "moons"}}}}]\nwait = {{{wait}}}')
    assert session.lecture.state.phase == SHOWN
    session.do(session.codec.intent({"do": "graph.ResetGraph"}))
    session.lecture.advance(1.9)
    assert session.lecture.state.phase == SHOWN
    act(session)
    assert session.lecture.state.phase == DONE


STROKES = (((140.0, 40.0), (140.0, 240.0)),)


def test_a_refused_action_is_told_with_its_place_and_the_others_are_done(
    session: Session, lesson: Callable[..., None]
) -> None:
    told: list[Exception] = []
    session.failed.connect(told.append)
    lesson("", 'actions = [{do = "ShowSample", index = 99999}, {do = "OpenPage", page = "graph"}]')
    session.do(NextStep())
    assert [words(error) for error in told] == [
        "own.toml, line 13, key “actions[0]”: There is no sample 99999; the test set has samples 0 to 119."
    ]
    assert session.page == "graph"


def test_closing_leaves_the_session_as_it_is(session: Session, lesson: Callable[..., None]) -> None:
    lesson('actions = [{do = "OpenPage", page = "graph"}]', "")
    before = state_of(session)
    session.do(CloseLesson())
    assert (session.lecture.is_open, session.lecture.state.step) == (False, None)
    assert differences(state_of(session), before) == []
    with pytest.raises(Refusal, match="no_lesson_open"):
        session.do(NextStep())


def test_closing_brings_the_speed_back(session: Session, lesson: Callable[..., None]) -> None:
    session.do(intents.SetSpeed(50.0))
    lesson('actions = [{do = "SetSpeed", steps_per_second = 4.0}]', "")
    assert session.speed == 4.0
    session.do(CloseLesson())
    assert session.speed == 50.0


@pytest.mark.parametrize("action", ['{do = "NextStep"}', '{do = "OpenLesson", lesson = "neuron"}'])
def test_a_lesson_turns_no_pages_itself(session: Session, lesson: Callable[..., None], action: str) -> None:
    with pytest.raises(Refusal) as caught:
        lesson("", f'actions = [{{do = "OpenPage", page = "graph"}}, {action}]')
    assert (caught.value.fields["line"], caught.value.fields["name"]) == (13, "actions[1]")
    assert "turn its own pages" in words(caught.value)
    assert not session.lecture.is_open


def test_a_lesson_writes_no_files(session: Session, lesson: Callable[..., None], tmp_path: Path) -> None:
    path = tmp_path / "x.safetensors"
    with pytest.raises(Refusal) as caught:
        lesson(f'actions = [{{do = "SaveModel", path = "{path}"}}]')
    assert "writes no files" in words(caught.value)
    assert not session.lecture.is_open


def test_lessons_are_opened_by_id(session: Session) -> None:
    session.do(OpenLesson("neuron"))
    assert session.lecture.state.lesson is not None
    assert session.lecture.state.lesson.path == resource("lessons", "en", "01-neuron.toml")
    with pytest.raises(Refusal, match="no_such_lesson"):
        session.do(OpenLesson("nothing"))
    assert session.lecture.state.lesson.id == "neuron"


def test_some_fields_change_and_others_follow(session: Session) -> None:
    session.do(Adjust({"learning_rate": 0.3, "layers": [{"units": 3, "activation": "relu"}, {"units": 2}]}))
    assert session.experiment.layers == (LayerSpec(3, "relu"), LayerSpec(2))
    assert (session.experiment.learning_rate, session.experiment.data) == (0.3, "spiral")
    session.do(Adjust({"optimizer": "momentum"}))
    assert (session.experiment.optimizer, session.experiment.learning_rate) == ("momentum", 0.01)
    session.do(Adjust({"data": "handwriting"}))
    assert (session.experiment.inputs, session.experiment.output, session.experiment.loss) == (
        64,
        "softmax",
        "cross_entropy",
    )
    assert len(session.experiment.layers) == 2
    before = session.experiment
    for values, key in (
        ({"units": 3}, "unknown_field"),
        ({"epochs": "x"}, "bad_field"),
        ({"epochs": -1}, "out_of_range"),
    ):
        with pytest.raises(Refusal, match=key):
            session.do(Adjust(values))
    with pytest.raises(Refusal, match="unknown_choice"):
        session.do(Adjust({"data": "nothing"}))
    assert session.experiment == before
    with pytest.raises(Refusal, match="unknown_field"):
        session.codec.intent({"do": "Adjust", "values": {"units": 3}})
