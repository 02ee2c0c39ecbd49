import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from nnviz.engine.refusal import Refusal
from nnviz.notation import Notation
from nnviz.session.intents import (
    ClosePasses,
    Configure,
    NewSeed,
    OpenPage,
    OpenPasses,
    PausePasses,
    SeekPasses,
    ShowPoint,
)
from nnviz.session.script import script_of
from nnviz.views.passes.bar import PATIENCE
from nnviz.views.passes.track import FINE

LEFT = Qt.MouseButton.LeftButton


class Shout(QTranslator):
    """Another language: capitals, fields left alone."""

    def translate(self, context, source, disambiguation=None, n=-1):
        return re.sub(r"\{\w+\}|\w", lambda found: found[0] if found[0][0] == "{" else found[0].upper(), source)

    def isEmpty(self):
        return False


def press(qtbot, button):
    qtbot.mouseClick(button, LEFT)


def open_shown(session, position=0.0):
    session.do(OpenPasses("shown"))
    session.do(SeekPasses(position))
    session.clock.tick()


def at(track, position):
    return QPoint(round(track.axis.x_of(position)), track.height() // 2)


def test_show_passes_opens_and_plays_at_once(bar, session, qtbot):
    assert bar.invitation.isVisible()
    assert not bar.player.isVisible()
    press(qtbot, bar.invitation.show_button)
    assert session.passes.state.subject == "shown"
    assert session.passes.state.playing
    session.clock.tick()
    assert bar.player.isVisible()
    assert not bar.invitation.isVisible()
    assert bar.player.play.accessibleName() == "Pause the passes"


def test_one_mini_batch_trains_once_and_plays(bar, session, qtbot):
    before = session.snapshot.iteration
    press(qtbot, bar.invitation.batch_button)
    session.clock.tick()
    assert session.snapshot.iteration == before + 1
    assert session.passes.state.subject == "batch"
    assert session.passes.state.playing
    assert bar.player.again.isVisible()
    press(qtbot, bar.player.again)
    session.clock.tick()
    assert session.snapshot.iteration == before + 2
    assert session.passes.state.playing


def test_a_mini_batch_that_comes_later_plays_when_it_comes(bar, session, qtbot, monkeypatch):
    """With a worker thread the intent returns before the iteration is made."""
    asked = []
    monkeypatch.setattr(session, "do", asked.append)
    press(qtbot, bar.invitation.batch_button)
    session.clock.tick()
    assert asked == [OpenPasses("batch")]
    monkeypatch.undo()
    session.do(OpenPasses("batch"))
    assert not session.passes.state.playing
    session.clock.tick()
    assert session.passes.state.playing


def test_the_player_waits_for_the_next_mini_batch(bar, session, qtbot, monkeypatch):
    session.do(OpenPasses("batch"))
    session.clock.tick()
    session.do(ClosePasses())
    monkeypatch.setattr(session, "do", lambda intent: None)
    press(qtbot, bar.player.again)
    session.clock.tick()
    assert bar.player.isVisible()
    for _ in range(PATIENCE):
        session.clock.frame.emit()
    assert bar.invitation.isVisible()


def test_a_new_start_ends_the_waiting(bar, session, qtbot, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(session, "do", lambda intent: None)
        press(qtbot, bar.invitation.batch_button)
    session.do(NewSeed())
    session.do(OpenPasses("shown"))
    session.clock.tick()
    assert not session.passes.state.playing


def test_refusals_are_told_and_taken_back(bar, session, qtbot, monkeypatch):
    def refuse(intent):
        raise Refusal("no_data_yet")

    monkeypatch.setattr(session, "do", refuse)
    press(qtbot, bar.invitation.show_button)
    assert bar.invitation.hint.text == "The data is not loaded yet; press Train to load it."
    assert bar.invitation.hint.accessibleName() == bar.invitation.hint.text
    monkeypatch.undo()
    session.do(ShowPoint(0.1, 0.2))
    assert bar.invitation.hint.warning == ""


def test_nothing_to_show_dims_the_button_and_says_what_to_do(bar, session, monkeypatch):
    assert bar.invitation.show_button.isEnabled()
    monkeypatch.setattr(session._desk, "prediction", None)
    session.clock.tick()
    assert not bar.invitation.show_button.isEnabled()
    assert "click on a point" in bar.invitation.hint.text.lower()
    assert bar.invitation.hint.toolTip() == bar.invitation.hint.text
    monkeypatch.undo()
    session.clock.tick()
    assert bar.invitation.show_button.isEnabled()
    assert bar.invitation.hint.text.startswith("Watch one iteration")


@pytest.mark.parametrize("grain", ["layer", "term"])
def test_a_press_on_the_track_seeks(bar, session, qtbot, grain):
    open_shown(session)
    bar.player.options.grain.setCurrentIndex(bar.player.options.grain.findData(grain))
    session.clock.tick()
    track, script = bar.player.track, script_of(session.experiment.sizes, grain)
    assert track.maximum() == FINE * len(script)
    wanted = 0.6 * len(script)
    qtbot.mouseClick(track, LEFT, pos=at(track, wanted))
    assert session.passes.moment.position == track.position
    assert abs(track.axis.x_of(track.position) - track.axis.x_of(wanted)) <= 1
    session.clock.tick()
    assert track.position == pytest.approx(session.passes.moment.position)


def test_scrubbing_holds_the_film_and_lets_it_go_on(bar, session, qtbot):
    press(qtbot, bar.invitation.show_button)
    session.clock.tick()
    track = bar.player.track
    qtbot.mousePress(track, LEFT, pos=at(track, 1))
    assert not session.passes.state.playing
    for position in (3, 5, 4):
        qtbot.mouseMove(track, at(track, position))
        session.clock.tick()
        assert session.passes.moment.position == pytest.approx(position, abs=0.1)
    qtbot.mouseRelease(track, LEFT, pos=at(track, 4))
    assert session.passes.state.playing


def test_closing_under_a_hand_that_drags(bar, session, qtbot):
    press(qtbot, bar.invitation.show_button)
    session.clock.tick()
    qtbot.mousePress(bar.player.track, LEFT, pos=at(bar.player.track, 2))
    session.do(NewSeed())
    session.clock.tick()
    assert bar.invitation.isVisible()
    assert not bar.player.track.isSliderDown()
    assert not session.passes.state.is_open


def test_track_shows_where_the_moment_stands(bar, session):
    script = script_of(session.experiment.sizes, "layer")
    for position in np.linspace(0, len(script), 9):
        open_shown(session, float(position))
        assert bar.player.track.position == pytest.approx(position, abs=0.5 / FINE)


def test_chapters_stand_where_their_beats_are(bar, session):
    open_shown(session)
    track, script = bar.player.track, session.passes.script
    loss = next(n for n, beat in enumerate(script) if beat.phase == "loss")
    marks = {mark.name: mark for mark in track.marks}
    assert list(marks) == ["forward", "loss", "backward", "update"]
    assert marks["loss"].left == track.axis.x_of(loss)
    assert marks["loss"].right == track.axis.x_of(loss + 1)
    assert marks["update"].right == pytest.approx(track.width() - 5)
    inner = set(range(1, len(script))) - {loss, loss + 1, len(script) - 1}
    assert track.ticks == pytest.approx([track.axis.x_of(n) for n in sorted(inner)])


@pytest.mark.parametrize("name", ["track", "play", "close_button", "speed"])
def test_arrow_keys_step_wherever_the_focus_is(bar, session, qtbot, name):
    open_shown(session, 2.5)
    part = bar.player.options.speed if name == "speed" else getattr(bar.player, name)
    part.setFocus()
    qtbot.keyClick(part, Qt.Key.Key_Right)
    assert session.passes.moment.position == 3
    qtbot.keyClick(part, Qt.Key.Key_Left)
    qtbot.keyClick(part, Qt.Key.Key_Left)
    assert session.passes.moment.position == 1
    assert part.hasFocus()


def test_space_plays_and_pauses_and_escape_closes(bar, session, qtbot):
    open_shown(session)
    track = bar.player.track
    track.setFocus()
    for playing in (True, False):
        qtbot.keyClick(track, Qt.Key.Key_Space)
        assert session.passes.state.playing is playing
    qtbot.keyClick(bar, Qt.Key.Key_Space)
    assert session.passes.state.playing
    qtbot.keyClick(track, Qt.Key.Key_Escape)
    assert not session.passes.state.is_open
    session.clock.tick()
    assert bar.invitation.show_button.hasFocus()


def test_space_on_a_button_presses_that_button(bar, session, qtbot):
    open_shown(session, 2)
    bar.player.forward.setFocus()
    qtbot.keyClick(bar.player.forward, Qt.Key.Key_Space)
    assert session.passes.moment.position == 3
    assert not session.passes.state.playing


def test_pages_go_from_chapter_to_chapter(bar, session, qtbot):
    open_shown(session, 1.5)
    track, phases = bar.player.track, [beat.phase for beat in session.passes.script]
    track.setFocus()
    seen = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp):
        qtbot.keyClick(track, key)
        seen.append(phases[int(session.passes.moment.position)])
    assert seen == ["loss", "delta", "loss", "sum"]
    qtbot.keyClick(track, Qt.Key.Key_End)
    assert session.passes.moment.position == len(phases)
    qtbot.keyClick(track, Qt.Key.Key_Home)
    assert session.passes.moment.position == 0


def test_step_buttons(bar, session, qtbot):
    open_shown(session, 2.5)
    press(qtbot, bar.player.back)
    assert session.passes.moment.position == 2
    press(qtbot, bar.player.forward)
    assert session.passes.moment.position == 3


def test_slots_for_the_window(bar, session):
    bar.toggle_play()
    assert session.passes.state.playing
    bar.toggle_play()
    assert not session.passes.state.playing
    session.do(ClosePasses())
    bar.toggle_play()
    assert session.passes.state.playing


def test_speed_and_grain(bar, session):
    open_shown(session)
    options = bar.player.options
    options.speed.setCurrentIndex(options.speed.findData("0.25"))
    assert session.passes.state.speed == 0.25
    options.grain.setCurrentIndex(options.grain.findData("term"))
    assert session.passes.state.grain == "term"
    session.clock.tick()
    assert options.speed.currentText() == "¼×"
    assert options.grain.currentText() == "by term"


def test_samples_of_a_batch_are_chosen_by_number(bar, session, qtbot):
    session.do(OpenPasses("batch"))
    session.clock.tick()
    sample = bar.player.options.sample
    assert sample.isVisible()
    sample.setFocus()
    sample.selectAll()
    qtbot.keyClicks(sample, "7")
    qtbot.keyClick(sample, Qt.Key.Key_Return)
    assert session.passes.state.sample == 6
    sample.selectAll()
    qtbot.keyClicks(sample, "99")
    qtbot.keyClick(sample, Qt.Key.Key_Return)
    assert session.passes.state.sample == 6
    assert "“99” is not possible here" in bar.player.caption.text
    session.do(OpenPasses("shown"))
    session.clock.tick()
    assert not sample.isVisible()


def test_an_assumed_target_can_be_chosen(bar, session):
    open_shown(session)
    target = bar.player.options.target
    assert not target.isVisible()
    session.do(ShowPoint(0.3, 0.4))
    open_shown(session)
    assert target.isVisible()
    classes = session.data.classes
    answer = session.passes.state.target
    assert target.currentText() == f"target: {classes[answer]} (assumed)"
    other = 1 - answer
    target.setCurrentIndex(other)
    session.clock.tick()
    assert session.passes.state.target == other
    assert session.passes.step.target[0, 0] == other
    assert target.currentText() == f"target: {classes[other]} (assumed)"


def test_caption_names_the_moment(bar, session):
    open_shown(session, 2.0)
    assert bar.player.caption.text == "forward · layer 2 of 3 · z₂ = a₁ W₂ + b₂ · 0 of 8 terms"
    assert bar.player.caption.accessibleName() == bar.player.caption.text
    bar.resize(430, 80)
    QApplication.processEvents()
    assert bar.player.caption.shown == "forward  ·  layer 2 of 3  ·  0 of 8 terms"
    session.do(SeekPasses(session.passes.state.beats))
    session.clock.tick()
    assert "η" in bar.player.caption.shown


def test_a_hidden_bar_does_nothing_and_catches_up(bar, session):
    bar.hide()
    open_shown(session, 3.0)
    assert bar.player.track.value() == 0
    bar.show()
    assert bar.player.track.position == 3
    assert bar.player.isVisible()


def test_another_page_closes_the_player(bar, session):
    open_shown(session)
    session.do(OpenPage("digits"))
    session.clock.tick()
    assert bar.invitation.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.4])
@pytest.mark.parametrize("palette", ["dark", "light"])
def test_fits_every_width(bar, session, theme, palette, scale):
    theme.use(palette)
    theme.set_scale(scale)
    session.do(ShowPoint(0.3, 0.4))
    open_shown(session, 9.5)
    for width in (1400, 1000, 700, 500):
        bar.resize(width, 100)
        session.clock.tick()
        QApplication.processEvents()
        assert not bar.grab().isNull()
        parts = (bar.player.track, bar.player.close_button, bar.player.options.target, bar.player.options.speed)
        for part in parts:
            assert part.mapTo(bar, QPoint(part.width(), 0)).x() <= max(width, bar.minimumSizeHint().width())
            assert part.width() >= part.minimumSizeHint().width()
        if not bar.player.two_rows:
            assert bar.sizeHint().height() <= 48 * scale
    assert bar.player.two_rows


@pytest.mark.parametrize("width", [600, 760, 920, 1250])
@pytest.mark.parametrize("subject", ["shown", "batch"])
def test_the_slider_is_long_enough_to_aim_at(bar, session, width, subject):
    bar.resize(width, 60)
    session.do(OpenPasses(subject))
    for _ in range(2):
        session.clock.tick()
        QApplication.processEvents()
    assert bar.player.track.width() >= 360


def test_everything_has_a_name(bar, session):
    open_shown(session)
    player = bar.player
    fields = (player.options.speed, player.options.grain, player.options.sample, player.options.target)
    buttons = (player.back, player.play, player.forward, player.again, player.close_button)
    for part in (bar, player.track, player.caption, *fields, *buttons, bar.invitation.show_button):
        assert part.accessibleName()
        assert part.objectName()


def test_another_network_gets_another_film(bar, session):
    open_shown(session)
    session.do(Configure(replace(session.experiment, layers=session.experiment.layers[:1])))
    open_shown(session)
    assert bar.player.track.maximum() == FINE * len(script_of(session.experiment.sizes, "layer"))
    session.do(PausePasses())


def test_another_language(bar, session, qapp):
    open_shown(session, 2.0)
    translator = Shout(qapp)
    qapp.installTranslator(translator)
    QApplication.processEvents()
    session.clock.tick()
    assert bar.player.caption.text == "FORWARD · LAYER 2 OF 3 · z₂ = a₁ W₂ + b₂ · 0 OF 8 TERMS"
    assert [mark.name for mark in bar.player.track.marks] == ["FORWARD", "LOSS", "BACKWARD", "UPDATE"]
    assert bar.player.options.grain.currentText() == "BY LAYER"
    assert bar.invitation.show_button.text() == "SHOW PASSES"
    qapp.removeTranslator(translator)
    QApplication.processEvents()
    session.clock.tick()
    assert bar.invitation.show_button.text() == "Show passes"


def test_the_caption_follows_the_notation_at_the_next_frame(bar, session, theme):
    session.do(ShowPoint(0.4, -0.3))
    session.do(OpenPasses("shown"))
    session.clock.tick()
    assert bar.player.caption.shown.endswith("z₁ = x W₁ + b₁  ·  0 of 2 terms")
    theme.write_as(Notation("a_z", "ji", "brackets"))
    session.clock.tick()
    assert bar.player.caption.shown.endswith("a^[1] = W^[1] x + b^[1]  ·  0 of 2 terms")
