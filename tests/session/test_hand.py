"""A network learns a hand it could not read: what it gains, what it forgets, and the way back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.data import catalogue
from nnviz.data.dataset import DataSet
from nnviz.data.reference import enlarged_digits, reference_for
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Snapshot
from nnviz.models.files import open_shipped
from nnviz.models.journal import as_array, as_text
from nnviz.session.hand import FEWEST, Hand, Stage
from nnviz.session.hand_tuning import Answers, Task, learn
from nnviz.session.intents import (
    Adjust,
    GoTo,
    LoadWeights,
    NewSeed,
    OpenPage,
    OpenShipped,
    Pause,
    PutBack,
    Run,
    SetBias,
)
from nnviz.session.playback import Playback
from nnviz.session.recorder import Recorder
from nnviz.session.runners import InlineRunner
from nnviz.session.session import Session
from tests.conftest import InkJudge
from tests.session.strange_hands import drawing, pixels

WAIT = 30_000
DIGITS = np.arange(10)


@pytest.fixture(scope="module")
def shipped():
    return open_shipped()


@pytest.fixture(scope="module")
def lessons(shipped):
    """What came of it with and without rehearsal, on a machine without MNIST."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("NNVIZ_DATA", raising=False)
        patch.setattr("nnviz.data.reference.mnist_is_here", lambda: False)
        before = Snapshot(shipped.experiment, 0, 0.0, shipped.parameters)
        x = np.stack([pixels(digit, 1) for digit in DIGITS[:8]]).astype(np.float32)
        tasks = {on: Task(before, shipped.scaling, x, DIGITS[:8], None, on) for on in (True, False)}
        return {on: learn(task, lambda share: None) for on, task in tasks.items()}


def others():
    """Drawings of the same hand that were not learnt."""
    digits = np.tile(DIGITS[:8], 3)
    return np.stack([pixels(digit, seed) for seed in (2, 3, 4) for digit in DIGITS[:8]]), digits


@pytest.mark.parametrize("rehearse", [True, False])
def test_drawings_are_learnt_and_new_ones_of_the_same_hand_are_read(lessons, rehearse):
    before, after = lessons[rehearse].ask(*others()).accuracy
    assert before < 0.6
    assert after > 0.9


def test_little_is_forgotten_with_rehearsal_and_more_without(lessons):
    lost = {on: one.known.accuracy[0] - one.known.accuracy[1] for on, one in lessons.items()}
    assert lost[True] < 0.01
    assert lost[False] > lost[True] + 0.01
    assert lessons[False].known.forgotten > lessons[True].known.forgotten


def test_the_numbers_are_those_of_the_two_networks(lessons, shipped):
    one = lessons[True]
    reference = one.reference
    assert (reference.name, reference.enlarged) == ("handwriting", True)
    answers = shipped.forward(reference.test_x).output.argmax(axis=1)
    assert np.array_equal(one.known.before, answers)
    assert one.known.accuracy[0] == np.mean(answers == reference.test_y)
    assert one.task.before.parameters.tobytes() == shipped.parameters.tobytes()


@pytest.fixture
def enlarged(lessons, monkeypatch):
    """The reference digits as they were enlarged for the first lesson."""
    monkeypatch.setattr("nnviz.session.hand_tuning.reference_for", lambda *_: lessons[True].reference)


@pytest.mark.usefixtures("short", "enlarged")
def test_the_same_lesson_gives_the_same_weights(lessons):
    one, other = (learn(lessons[True].task, lambda share: None).after.parameters for _ in range(2))
    assert one.tobytes() == other.tobytes() != lessons[True].task.before.parameters.tobytes()


@pytest.mark.usefixtures("short", "enlarged")
def test_a_lesson_can_be_broken_off_to_the_very_end(lessons):
    def tell(share):
        if share == 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        learn(lessons[False].task, tell)


def test_answers_are_counted():
    answers = Answers(np.array([1, 1, 2, 3]), np.array([1, 0, 2, 2]), np.array([1, 1, 0, 3]))
    assert answers.right == (2, 3)
    assert (answers.forgotten, answers.gained) == (1, 2)
    assert answers.error_rates[:, 1].tolist() == [0.5, 0.0]
    assert answers.error_rates[:, 2].tolist() == [0.0, 1.0]
    assert np.isnan(answers.error_rates[:, 0]).all()


def test_enlarged_digits_are_prepared_like_drawings():
    images = enlarged_digits(reference_small().train_x[:20])
    assert images.shape == (20, 784)
    assert images.max(axis=1).tolist() == [255] * 20
    rows, columns = np.indices((28, 28))
    for image in images.reshape(-1, 28, 28).astype(float):
        centre = (rows * image).sum() / image.sum(), (columns * image).sum() / image.sum()
        assert np.allclose(centre, 14, atol=0.6)


def reference_small():
    return reference_for(replace(Experiment(), **catalogue.defaults("handwriting")))


def test_digits_the_network_was_trained_on_stay_as_they_were_split(shipped, monkeypatch):
    monkeypatch.setattr("nnviz.data.reference.mnist_is_here", lambda: True)
    x, y = np.zeros((4, 784), np.uint8), np.arange(4)
    loaded = DataSet("mnist", x, y, x[:2], y[:2], tuple("0123456789"), (28, 28))
    reference = reference_for(shipped.experiment, loaded)
    assert (reference.name, reference.enlarged) == ("mnist", False)
    assert reference.train_x is x
    assert reference.test_y.tolist() == [0, 1]


# In the session


@pytest.fixture
def short(monkeypatch):
    """Lessons that take a moment: what becomes of the weights is the same."""
    monkeypatch.setattr("nnviz.session.hand_tuning.EPOCHS", 2)


@pytest.fixture
def hand(session, short):
    session.do(OpenPage("digits"))
    session.do(Adjust({"data": "handwriting"}))
    train(session, 40)
    hand = Hand(session)
    yield hand
    hand.close()


@pytest.fixture
def waiting(session, short):
    """The shipped network on a machine without MNIST: its run has not begun."""
    session.do(OpenPage("digits"))
    session.do(OpenShipped())
    assert session.data is None
    hand = Hand(session)
    yield hand
    hand.close()


def test_a_recorded_lesson_is_replayed_to_the_same_weights(hand, session, qtbot):
    recorder, other = Recorder(session), Session(InlineRunner(), InkJudge())
    recorder.start("en")
    train(session, 5)
    draw(hand)
    hand.teach()
    session.deliver()
    qtbot.waitUntil(lambda: hand.stage is Stage.DECIDING, timeout=WAIT)
    taught = session.snapshot.parameters.copy()
    hand.revert()
    session.do(LoadWeights(as_text(taught)))
    recording = recorder.stop()
    done = [event.intent["do"] for event in recording.events]
    assert done == ["Run", "Pause", "Pause", "LoadWeights", "LoadWeights", "LoadWeights"]
    playback = Playback(other, recording)
    playback.begin()
    playback.go_to(recording.ticks)
    assert other.snapshot.parameters.tobytes() == taught.tobytes()
    playback.close()
    other.close()


def draw(hand, digits=range(6), row="first", seed=1):
    for digit in digits:
        hand.choose((row, digit))
        hand.draw(drawing(digit, seed))


def train(session, steps):
    session.do(Run())
    session.advance(steps)
    session.do(Pause())


def teach(hand, qtbot):
    hand.teach()
    hand._session.clock.tick()
    qtbot.waitUntil(lambda: hand.stage is Stage.DECIDING, timeout=WAIT)


def test_reverting_gives_every_bit_back(hand, session, qtbot):
    before = session.snapshot.parameters.tobytes()
    draw(hand)
    draw(hand, (1, 2), "test", 2)
    teach(hand, qtbot)
    learnt = hand.learnt
    assert session.snapshot.parameters.tobytes() == learnt.after.parameters.tobytes() != before
    assert len(hand.ask(True)) == 6
    assert hand.ask(False).digits.tolist() == [1, 2]
    hand.revert()
    assert session.snapshot.parameters.tobytes() == before
    assert (hand.stage, hand.decision) == (Stage.DRAWING, "reverted")


def test_after_reverting_training_goes_on_as_if_nothing_had_been(hand, session, qtbot):
    draw(hand)
    train(session, 5)
    expected = session.snapshot.parameters.tobytes()
    session.do(GoTo(40))
    teach(hand, qtbot)
    hand.revert()
    train(session, 5)
    assert session.snapshot.iteration == 45
    assert session.snapshot.parameters.tobytes() == expected


def test_what_waits_for_its_data_is_taught_and_taken_back(waiting, session, qtbot):
    before = session.snapshot.parameters.tobytes()
    draw(waiting)
    teach(waiting, qtbot)
    assert session.snapshot.parameters.tobytes() != before
    assert session.model.parameters.tobytes() == session.snapshot.parameters.tobytes()
    waiting.revert()
    assert session.snapshot.parameters.tobytes() == before == session.model.parameters.tobytes()


def test_kept_weights_stay_and_can_be_undone(hand, session, qtbot):
    edits = []
    session.edited.connect(edits.append)
    before = session.snapshot.parameters.tobytes()
    draw(hand)
    teach(hand, qtbot)
    hand.keep()
    assert hand.decision == "kept"
    assert session.snapshot.parameters.tobytes() == hand.learnt.after.parameters.tobytes()
    assert isinstance(edits[-1].inverse, PutBack)
    session.do(edits[-1].inverse)
    assert session.snapshot.parameters.tobytes() == before


def test_another_try_begins_with_the_same_weights(hand, session, qtbot):
    draw(hand)
    teach(hand, qtbot)
    first = hand.learnt
    hand.set_rehearse(False)
    teach_again(hand, qtbot, first)
    assert hand.learnt.task.before.parameters.tobytes() == first.task.before.parameters.tobytes()
    assert hand.other is first
    hand.choose(("first", 9))
    hand.draw(drawing(9, 1))
    assert len(hand.ask(True)) == 6
    assert hand.ask(False).digits.tolist() == [9]


def test_a_network_that_was_trained_on_meanwhile_is_taught_as_it_is(hand, session, qtbot):
    draw(hand)
    teach(hand, qtbot)
    first = hand.learnt
    train(session, 2)
    now = session.snapshot.parameters.tobytes()
    teach_again(hand, qtbot, first)
    assert hand.learnt.task.before.parameters.tobytes() == now


def teach_again(hand, qtbot, before):
    hand.teach()
    hand._session.clock.tick()
    qtbot.waitUntil(lambda: hand.learnt is not before and hand.stage is Stage.DECIDING, timeout=WAIT)


def test_cancelling_changes_nothing(hand, session, qtbot):
    before = session.snapshot.parameters.tobytes()
    draw(hand)
    hand.teach()
    session.clock.tick()
    hand.cancel()
    qtbot.waitUntil(lambda: hand.stage is Stage.DRAWING, timeout=WAIT)
    assert session.snapshot.parameters.tobytes() == before
    assert hand.learnt is None


def test_weights_that_changed_meanwhile_are_not_replaced(hand, session, qtbot):
    failures = []
    hand.failed.connect(failures.append)
    draw(hand)
    hand.teach()
    session.clock.tick()
    session.do(SetBias(1, 0, 0.5))
    now = session.snapshot.parameters.tobytes()
    qtbot.waitUntil(lambda: hand.stage is Stage.DRAWING, timeout=WAIT)
    assert [error.key for error in failures] == ["hand_moved"]
    assert session.snapshot.parameters.tobytes() == now


def test_another_run_is_not_reverted(hand, session, qtbot):
    draw(hand)
    teach(hand, qtbot)
    session.do(NewSeed())
    now = session.snapshot.parameters.tobytes()
    assert hand.stage is Stage.DRAWING
    hand.revert()
    assert session.snapshot.parameters.tobytes() == now


def test_from_another_page_it_is_taught_and_taken_back(hand, session, qtbot):
    before = session.snapshot.parameters.tobytes()
    draw(hand)
    session.do(OpenPage("playground"))
    hand.teach()
    session.clock.tick()
    assert hand.stage is Stage.LEARNING
    session.do(OpenPage("playground"))
    qtbot.waitUntil(lambda: hand.stage is Stage.DECIDING, timeout=WAIT)
    assert session.snapshot.parameters.tobytes() == hand.learnt.after.parameters.tobytes() != before
    session.do(OpenPage("playground"))
    hand.revert()
    assert (session.page, session.snapshot.parameters.tobytes()) == ("digits", before)


def test_a_page_that_is_left_before_it_begins_is_not_taught(hand, session, monkeypatch):
    failures, settled = [], []
    hand.failed.connect(failures.append)
    monkeypatch.setattr(session, "settle", settled.append)
    draw(hand)
    hand.teach()
    session.do(OpenPage("playground"))
    settled[0]()
    assert (hand.stage, [error.key for error in failures]) == (Stage.DRAWING, ["hand_moved"])


def test_what_cannot_be_taught_is_refused(hand, session):
    draw(hand, range(FEWEST - 1))
    with pytest.raises(Refusal, match="hand_too_few"):
        hand.teach()
    draw(hand)
    session.do(Adjust({"data": "moons"}))
    with pytest.raises(Refusal, match="hand_needs_digits"):
        hand.teach()


def test_places_are_drawn_in_turn_and_corrected(hand):
    hand.draw(drawing(0, 1))
    hand.go_on()
    assert hand.place == ("first", 1)
    hand.draw(drawing(1, 1))
    hand.choose(("first", 0))
    hand.go_on()
    assert hand.place == ("first", 2)
    hand.choose(("first", 1))
    old = hand.drawings["first", 1]
    hand.draw(drawing(1, 2))
    assert hand.drawings["first", 1] is not old
    hand.draw(())
    assert ("first", 1) not in hand.drawings
    assert hand.missing == FEWEST - 1


def test_weights_as_an_intent_are_refused_whole(hand, session):
    now = session.snapshot.parameters
    for text in ("no base64!", as_text(now[:-1]), as_text(np.full_like(now, np.nan))):
        with pytest.raises(Refusal):
            session.do(LoadWeights(text))
    assert session.snapshot.parameters.tobytes() == now.tobytes()
    session.do(LoadWeights(as_text(now * 2)))
    assert np.array_equal(session.snapshot.parameters, as_array(as_text(now * 2), "float32"))
