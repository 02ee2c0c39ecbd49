"""Teaching one's hand in the real window: from the menu, tried on the canvas, saved, and nothing left behind."""

import pytest

from nnviz.app import build
from nnviz.session.hand import Stage
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings
from tests.session.strange_hands import EXTENT, drawing

WAIT = 30_000


@pytest.fixture
def parts(qapp, monkeypatch):
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(), "playground")
    parts.window.show()
    yield parts
    parts.close()


@pytest.fixture
def window(parts):
    parts.window.actions_by_name["teach_hand"].trigger()
    return parts.window.teaching.window


def draw_all(window):
    hand = window._hand
    for digit in range(8):
        hand.choose(("first", digit))
        hand.draw(drawing(digit, 1))
    window.cells.renew()
    window._on_changed(hand)


def test_the_canvas_of_the_main_window_reads_the_hand(parts, window, qtbot):
    from nnviz.session.intents import DrawStrokes

    session = parts.session
    assert session.page == "digits"
    session.do(DrawStrokes(drawing(3, 2), EXTENT))
    assert session.prediction.probabilities.argmax() != 3
    draw_all(window)
    session.clock.tick()
    window.buttons["teach"].click()
    session.clock.tick()
    qtbot.waitUntil(lambda: window._hand.stage is Stage.DECIDING, timeout=WAIT)
    session.clock.tick()
    assert session.prediction.probabilities.argmax() == 3
    assert "MNIST is not on this machine" in window.results.reference.text()
    window.buttons["keep"].click()
    # What was taught is not thrown away by Train.
    taught = session.snapshot.parameters.tobytes()
    parts.window.training.leave_shipped_model()
    assert session.snapshot.parameters.tobytes() == taught


def test_closing_the_main_window_ends_a_lesson(parts, window):
    draw_all(window)
    parts.session.clock.tick()
    window.buttons["teach"].click()
    parts.session.clock.tick()
    assert window._hand.stage is Stage.LEARNING
    parts.window.close()
    assert parts.window.teaching.window is None
