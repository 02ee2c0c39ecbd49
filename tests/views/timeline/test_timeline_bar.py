import re

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from nnviz.engine.refusal import Refusal
from nnviz.session.intents import GoTo, OpenPage, Pause, Run
from nnviz.session.timeline import BUDGETS, TimelineFacts
from nnviz.views.timeline.bar import SEND_FRAMES, TimelineBar
from nnviz.views.timeline.track import EDGE, TimelineTrack

LEFT = Qt.MouseButton.LeftButton
THINNED = TimelineFacts((0, 100, 200, 300, 350, 375, 390, 400), 400, 400, 12_900_000, 64 * 2**20)


class Shout(QTranslator):
    """Another language: capitals, fields left alone."""

    def translate(self, context, source, disambiguation=None, n=-1):
        return re.sub(r"\{\w+\}|\w", lambda found: found[0] if found[0][0] == "{" else found[0].upper(), source)

    def isEmpty(self):
        return False


@pytest.fixture
def bar(session, theme, qtbot):
    bar = TimelineBar(session, theme)
    qtbot.addWidget(bar)
    bar.resize(1000, 34)
    with qtbot.waitExposed(bar):
        bar.show()
    session.clock.tick()
    return bar


@pytest.fixture
def trained(bar, session):
    """The bar after 60 iterations, paused."""
    session.do(Run())
    session.advance(60)
    session.do(Pause())
    session.clock.tick()
    return bar


@pytest.fixture
def track(theme, qtbot):
    track = TimelineTrack(theme)
    qtbot.addWidget(track)
    track.resize(416, 24)
    track.show_facts(THINNED)
    track.show()
    return track


@pytest.fixture
def sent(bar, session, monkeypatch):
    """The intents the bar sends; none is carried out."""
    sent = []
    monkeypatch.setattr(session, "do", sent.append)
    return sent


def at(track, iteration):
    return QPoint(round(track.x_of(iteration)), track.height() // 2)


def test_ticks_are_the_kept_states(track):
    assert track.ticks == tuple(EDGE + iteration + 0.5 for iteration in THINNED.iterations)


def test_ticks_of_one_pixel_are_drawn_once(track):
    track.show_facts(TimelineFacts(tuple(range(4001)), 4000, 4000))
    assert len(track.ticks) == 401


@pytest.mark.parametrize(("pressed", "reached"), [(0, 0), (140, 100), (160, 200), (363, 375), (999, 400)])
def test_the_mouse_reaches_kept_states_only(track, qtbot, pressed, reached):
    qtbot.mouseClick(track, LEFT, pos=at(track, min(pressed, 407)))
    assert track.value() == reached


def test_keys_go_from_state_to_state(track, qtbot):
    seen = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_End):
        qtbot.keyClick(track, key)
        seen.append(track.value())
    assert seen == [390, 375, 390, 0, 100, 400]
    qtbot.keyClick(track, Qt.Key.Key_PageUp)
    assert track.value() == 0


def test_keys_between_two_states(track, qtbot):
    track.show_facts(TimelineFacts(THINNED.iterations, 250, 400))
    assert (track.neighbour(-1), track.neighbour(1)) == (200, 300)


def test_the_wheel_goes_from_state_to_state(track, qtbot):
    track.setFocus()
    assert track.turn(120) == 390
    assert track.turn(60) == 390
    assert track.turn(60) == 375
    assert track.turn(-240) == 400


def test_shows_where_the_run_stands(trained, session):
    facts = session.timeline
    assert facts.position == facts.newest == 60
    assert trained.track.value() == 60
    assert trained.position.text() == "iteration 60 of 60"
    assert trained.position.accessibleName() == "iteration 60 of 60"
    assert len(trained.track.ticks) == len(facts.iterations)
    assert f"{len(facts.iterations)} states" in trained.memory.text()
    assert not trained.newest.isEnabled()


def test_one_state_back_and_to_the_newest(trained, session, qtbot):
    qtbot.keyClick(trained.track, Qt.Key.Key_Left)
    session.clock.tick()
    assert session.snapshot.iteration == 59
    assert trained.position.text() == "iteration 59 of 60"
    assert trained.hint.text() == "looking back – Train goes on from here"
    assert trained.hint.isVisible()
    qtbot.mouseClick(trained.newest, LEFT)
    session.clock.tick()
    assert session.snapshot.iteration == 60
    assert not trained.hint.isVisible()
    assert trained.memory.isVisible()


@pytest.mark.parametrize("width", [390, 500, 680, 800, 1000, 1400])
def test_the_slider_keeps_its_place_under_the_hand(trained, session, qtbot, width):
    trained.resize(width, 34)
    QApplication.processEvents()
    before = trained.track.geometry()
    qtbot.mousePress(trained.track, LEFT, pos=at(trained.track, 40))
    session.clock.tick()
    QApplication.processEvents()
    assert session.timeline.position == 40
    assert trained.track.geometry() == before
    assert trained.hint.isVisible() == (width >= 500)
    assert trained.hint.text().startswith("looking back"[: 12 * (width >= 500)])
    qtbot.mouseRelease(trained.track, LEFT, pos=at(trained.track, 40))


def test_dragging_goes_back_for_real(trained, session, qtbot):
    track = trained.track
    qtbot.mousePress(track, LEFT, pos=at(track, 40))
    assert session.snapshot.iteration == 40
    qtbot.mouseMove(track, at(track, 20))
    qtbot.mouseRelease(track, LEFT, pos=at(track, 10))
    session.clock.tick()
    assert session.timeline.position == track.value() == session.snapshot.iteration == 20


def test_dragging_sends_few_wishes_and_always_the_last(trained, session, sent, qtbot):
    track = trained.track
    qtbot.mousePress(track, LEFT, pos=at(track, 50))
    assert sent == [GoTo(50)]
    for iteration in (45, 40, 35):
        qtbot.mouseMove(track, at(track, iteration))
    assert sent == [GoTo(50)]
    for _ in range(SEND_FRAMES):
        session.clock.frame.emit()
    assert sent == [GoTo(50), GoTo(35)]
    qtbot.mouseMove(track, at(track, 30))
    qtbot.mouseMove(track, at(track, 25))
    qtbot.mouseRelease(track, LEFT, pos=at(track, 25))
    assert sent == [GoTo(50), GoTo(35), GoTo(25)]
    assert trained.position.text() == "iteration 25 of 60"


def test_a_held_key_sends_its_last_place_with_the_frames(trained, session, sent, qtbot):
    for _ in range(4):
        qtbot.keyClick(trained.track, Qt.Key.Key_Left)
    assert sent == [GoTo(59)]
    for _ in range(SEND_FRAMES):
        session.clock.frame.emit()
    assert sent == [GoTo(59), GoTo(56)]


def test_follows_a_run_that_trains(bar, session):
    session.do(Run())
    session.advance(7)
    assert session.state.is_running
    assert bar.track.value() == 7
    session.advance(5)
    assert bar.position.text() == "iteration 12 of 12"


def test_the_budget_is_chosen_from_a_menu(bar, session):
    actions = bar.memory.menu().actions()
    assert [action.text() for action in actions] == ["64 MB", "128 MB", "256 MB", "512 MB", "1 GB"]
    assert [action.isChecked() for action in actions] == [False, False, True, False, False]
    actions[0].trigger()
    session.clock.tick()
    assert session.timeline.budget == BUDGETS[0]
    assert bar.memory.memory.endswith("of 64 MB")
    assert [action.isChecked() for action in actions] == [True, False, False, False, False]


def test_memory_in_numbers(bar):
    bar.memory.show_facts(THINNED)
    assert bar.memory.text() == "12.3 of 64 MB · 8 states"
    assert "12.3 of 64 MB · 8 states" in bar.memory.accessibleName()
    bar.memory.show_facts(TimelineFacts())
    assert bar.memory.sentence == "0.0 of 256 MB · 1 state"
    assert "thinned out" not in bar.memory.toolTip()
    bar.memory.show_facts(TimelineFacts((0, 1), 1, 1, 63 * 2**20, 64 * 2**20))
    assert "older states are thinned out" in bar.memory.toolTip()


def test_refusals_are_told_in_the_strip(trained, session, qtbot, monkeypatch):
    def refuse(intent):
        raise Refusal("no_data_yet")

    monkeypatch.setattr(session, "do", refuse)
    qtbot.keyClick(trained.track, Qt.Key.Key_Left)
    session.clock.tick()
    assert trained.hint.isVisible()
    assert trained.hint.text() == "The data is not loaded yet; press Train to load it."
    monkeypatch.undo()
    for _ in range(SEND_FRAMES):
        session.clock.frame.emit()
    qtbot.keyClick(trained.track, Qt.Key.Key_Left)
    session.clock.tick()
    assert trained.hint.text() == "looking back – Train goes on from here"
    assert trained.position.isVisible()


def test_nothing_to_go_back_to(bar):
    assert not bar.track.isEnabled()
    assert not bar.newest.isEnabled()
    assert bar.position.text() == "iteration 0 of 0"


def test_another_page_has_its_own_timeline(trained, session):
    session.do(OpenPage("digits"))
    session.clock.tick()
    assert trained.position.text() == "iteration 0 of 0"
    session.do(OpenPage("playground"))
    session.clock.tick()
    assert trained.position.text() == "iteration 60 of 60"


def test_a_hidden_bar_does_nothing_and_catches_up(trained, session):
    trained.hide()
    session.do(GoTo(30))
    session.clock.tick()
    assert trained.track.value() == 60
    trained.show()
    assert trained.track.value() == 30


@pytest.mark.parametrize("scale", [1.0, 1.4])
@pytest.mark.parametrize("palette", ["dark", "light"])
def test_fits_every_width(trained, session, theme, palette, scale):
    theme.use(palette)
    theme.set_scale(scale)
    session.do(GoTo(30))
    session.clock.tick()
    assert trained.sizeHint().height() <= 40 * scale
    for width in (1400, 1000, 700, 500):
        trained.resize(width, 40)
        QApplication.processEvents()
        assert not trained.grab().isNull()
        shown = [part for part in (trained.position, trained.newest, trained.memory) if part.isVisible()]
        assert shown[-1].geometry().right() < width
        for part in shown:
            assert part.width() >= part.fontMetrics().horizontalAdvance(part.text())
        assert trained.track.width() >= trained.track.minimumSizeHint().width()
    assert trained.minimumSizeHint().width() <= 500
    assert "iteration 30 of 60" in trained.position.accessibleName()


def test_the_narrower_the_less_is_said(trained, session):
    said = []
    for width in (1000, 700, 560, 480, 420, 330):
        trained.resize(width, 34)
        session.do(GoTo(30))
        session.clock.tick()
        told = trained.hint.text() if trained.hint.isVisible() else ""
        position = trained.position.text()
        session.do(GoTo(60))
        session.clock.tick()
        said.append((trained.memory.isVisible(), "states" in trained.memory.text(), told, position))
    long, brief, hint = "iteration 30 of 60", "30 / 60", "looking back – Train goes on from here"
    assert [row[2] for row in said] == [hint, hint, *[hint[:12]] * 3, ""]
    assert [row[3] for row in said] == [long, long, long, brief, brief, brief]
    assert [row[0] for row in said] == [True, True, True, True, False, False]
    assert said[0][1]
    assert not said[2][1]


def test_everything_has_a_name(bar):
    for part in (bar, bar.track, bar.position, bar.newest, bar.memory):
        assert part.accessibleName()
        assert part.objectName()


def test_another_language(trained, session, qapp):
    translator = Shout(qapp)
    qapp.installTranslator(translator)
    QApplication.processEvents()
    session.do(GoTo(30))
    session.clock.tick()
    assert trained.position.text() == "ITERATION 30 OF 60"
    assert trained.newest.text() == "NEWEST"
    assert "STATES" in trained.memory.text()
    qapp.removeTranslator(translator)
    QApplication.processEvents()
    session.clock.tick()
    assert trained.position.text() == "iteration 30 of 60"
