"""Mouse and keyboard in the sections on losses, on what is minimised, and on gradient descent in one dimension."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSlider, QWidget

from nnviz.session.intents import OpenPage
from nnviz.session.labs.functions.intents_training import (
    ChooseCurve,
    SetBallRate,
    SetBallStart,
    SetShares,
    ShowLossView,
    ShowTargetView,
    StepBall,
)
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.functions.losses import LossSection
from nnviz.views.labs.functions.slope import SlopeSection
from nnviz.views.labs.functions.slope_rates import RateBar
from nnviz.views.labs.functions.targets import TargetSection
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.views.labs.section import LabSection
from tests.curriculum.stage import dismiss, put_away, renew, staged

Show = Callable[[type], LabSection]


class Stage:
    """The sections that were made so far."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self.session, self.theme = session, theme
        self.lab = session.labs.of(FunctionsLab)
        self.sections: dict[type, LabSection] = {}

    def show(self, kind: type) -> LabSection:
        """Open a section."""
        if kind not in self.sections:
            self.sections[kind] = kind(self.session, self.theme)
            self.sections[kind].resize(1100, 640)
        self.sections[kind].show()
        self.sections[kind].activateWindow()
        QApplication.processEvents()
        draw(self.session)
        return self.sections[kind]


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Stage]:
    for stage in staged(Stage):
        yield stage
        dismiss(*stage.sections.values())


@pytest.fixture
def session(stage: Stage) -> Session:
    """The session of the stage, with the lab as it is in the beginning."""
    renew(stage.session, *map(stage.lab.part, stage.lab.sections))
    stage.session.labs.changed.emit("functions")
    return stage.session


@pytest.fixture
def shown(stage: Stage, session: Session) -> Iterator[Show]:
    """Opens a section for one test."""
    yield stage.show
    for section in stage.sections.values():
        put_away(section)


def draw(session: Session) -> None:
    session.clock.frame.emit()


def child(section: QWidget, kind: type, name: str):  # type: ignore[no-untyped-def]
    found = section.findChild(kind, name)
    assert found is not None, name
    return found


def drag(plot: LabPlot, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Press at a point of the plot, move and let go, in units of its axes."""
    target = plot.viewport()
    first, last = (plot.pixel(*at).toPoint() for at in (start, end))
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(target, (first + last) / 2)
    QTest.mouseMove(target, last)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=last)


def test_a_prediction_is_dragged_along_its_curve(session: Session, shown: Show) -> None:
    section = shown(LossSection)
    part = session.labs.of(FunctionsLab).losses
    plot = child(section, LabPlot, "losses_plot")
    drag(plot, (0.3, -np.log(0.3)), (0.6, 0.0))
    assert part.predictions[0] == pytest.approx(0.6, abs=0.005)
    draw(session)
    assert plot.data("prediction")[0] == pytest.approx([part.predictions[0]])
    assert plot.data("prediction")[1] == pytest.approx([-np.log(part.predictions[0])])


def test_arrow_keys_move_the_prediction(session: Session, shown: Show) -> None:
    section = shown(LossSection)
    plot = child(section, LabPlot, "losses_plot")
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert session.labs.of(FunctionsLab).losses.predictions[0] > 0.3


def test_another_sample_comes_to_the_front_by_its_button(session: Session, shown: Show) -> None:
    section = shown(LossSection)
    QTest.mouseClick(child(section, QPushButton, "losses_sample2"), Qt.MouseButton.LeftButton)
    draw(session)
    assert session.labs.of(FunctionsLab).losses.sample == 2
    assert child(section, QPushButton, "losses_target_0").isChecked()
    QTest.mouseClick(child(section, QPushButton, "losses_target_1"), Qt.MouseButton.LeftButton)
    assert session.labs.of(FunctionsLab).losses.targets[2] == 1.0


def test_segments_by_arrow_keys(session: Session, shown: Show) -> None:
    section = shown(LossSection)
    button = child(section, QPushButton, "losses_loss_binary_cross_entropy")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Left)
    assert session.labs.of(FunctionsLab).losses.loss == "mse"


def test_a_bar_is_dragged_by_its_top(session: Session, shown: Show) -> None:
    session.do(ShowLossView("classes"))
    section = shown(LossSection)
    part = session.labs.of(FunctionsLab).losses
    drag(child(section, LabPlot, "losses_shares"), (2.0, 0.25), (2.0, 0.6))
    assert part.shares[1] == pytest.approx(0.6, abs=0.01)
    assert part.shares.sum() == pytest.approx(1.0)
    draw(session)
    assert child(section, LabPlot, "losses_shares").data("A")[1] == pytest.approx([part.shares[0]])


def test_an_impossible_class_has_no_bar_but_its_sign(session: Session, shown: Show) -> None:
    session.do(ShowLossView("classes"))
    session.do(SetShares((0.5, 0.5, 0.0, 0.0)))
    plot = child(shown(LossSection), LabPlot, "losses_information")
    assert "C" not in plot.parts
    assert plot.text("C_value") == "∞"


def test_a_slider_of_a_share(session: Session, shown: Show) -> None:
    session.do(ShowLossView("classes"))
    section = shown(LossSection)
    slider = child(section, QSlider, "losses_share_C_slider")
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert session.labs.of(FunctionsLab).losses.shares[2] == pytest.approx(0.13)


def test_the_preset_is_confidently_wrong(session: Session, shown: Show) -> None:
    section = shown(TargetSection)
    QTest.mouseClick(child(section, QPushButton, "targets_wrong"), Qt.MouseButton.LeftButton)
    draw(session)
    assert session.labs.of(FunctionsLab).targets.gradients.p[0] == pytest.approx(0.001)
    assert child(section, QLineEdit, "targets_output_field").text() == "0.001"


@pytest.mark.parametrize("name", ["targets_losses", "targets_slopes"])
def test_the_logit_is_dragged_in_both_plots(name: str, session: Session, shown: Show) -> None:
    section = shown(TargetSection)
    plot = child(section, LabPlot, name)
    drag(plot, tuple(float(v[0]) for v in plot.data("probe")), (-3.0, 0.5))
    assert session.labs.of(FunctionsLab).targets.logit == pytest.approx(-3.0, abs=0.05)
    draw(session)
    for other in ("targets_losses", "targets_slopes"):
        at = session.labs.of(FunctionsLab).targets.logit
        assert child(section, LabPlot, other).data("logit")[0] == pytest.approx([at])


def test_the_weight_is_dragged_on_the_loss(session: Session, shown: Show) -> None:
    session.do(ShowTargetView("accuracy"))
    section = shown(TargetSection)
    part = session.labs.of(FunctionsLab).targets
    drag(child(section, LabPlot, "targets_cross_entropy"), (0.5, part.cross_entropy), (1.7, 1.0))
    assert part.weight == pytest.approx(1.7, abs=0.02)
    draw(session)
    line = child(section, LabPlot, "targets_line")
    assert line.data("threshold")[0] == pytest.approx([3 / part.weight])
    assert len(line.data("wrong")[0]) == round(10 * (1 - part.accuracy))


def test_the_share_of_the_rest_is_dragged(session: Session, shown: Show) -> None:
    session.do(ShowTargetView("rest"))
    section = shown(TargetSection)
    plot = child(section, LabPlot, "targets_rest_mse")
    drag(plot, tuple(float(v[0]) for v in plot.data("probe")), (0.4, 0.1))
    assert session.labs.of(FunctionsLab).targets.rest_share == pytest.approx(0.4, abs=0.02)


def test_the_ball_is_dragged_stepped_and_reset(session: Session, shown: Show) -> None:
    section = shown(SlopeSection)
    part = session.labs.of(FunctionsLab).slope
    drag(child(section, LabPlot, "slope_plot"), (3.0, 4.5), (-2.0, 3.0))
    assert part.start == pytest.approx(-2.0, abs=0.02)
    draw(session)
    QTest.mouseClick(child(section, QPushButton, "slope_step"), Qt.MouseButton.LeftButton)
    draw(session)
    assert part.x == pytest.approx(0.7 * part.start)
    plot = child(section, LabPlot, "slope_plot")
    assert plot.data("ball") == (pytest.approx([part.x]), pytest.approx(part.heights[-1:]))
    assert plot.data("step_head")[0][1] == plot.data("step")[0][1] == pytest.approx(part.x)
    QTest.mouseClick(child(section, QPushButton, "slope_reset"), Qt.MouseButton.LeftButton)
    assert part.x == part.start


def test_play_goes_on_with_the_clock_and_pauses(session: Session, shown: Show) -> None:
    section = shown(SlopeSection)
    session.labs.lab("functions").open_section("slope")
    session.do(OpenPage("functions"))
    play = child(section, QPushButton, "slope_play")
    QTest.mouseClick(play, Qt.MouseButton.LeftButton)
    session.labs.advance(0.6)
    draw(session)
    part = session.labs.of(FunctionsLab).slope
    assert len(part.moves) >= 2
    assert play.text() == "Pause"
    QTest.mouseClick(play, Qt.MouseButton.LeftButton)
    count = len(part.moves)
    session.labs.advance(5.0)
    assert len(part.moves) == count


def test_the_learning_rate_by_slider_and_its_zones(session: Session, shown: Show) -> None:
    section = shown(SlopeSection)
    bar = child(section, RateBar, "slope_rates")
    assert bar.zones == (("small", 0.01, 0.1), ("right", 0.1, 1.0), ("large", 1.0, 2.0), ("diverging", 2.0, 10.0))
    slider = child(section, QSlider, "slope_rate_slider")
    for _ in range(4):
        QTest.keyClick(slider, Qt.Key.Key_PageUp)
    draw(session)
    rate = session.labs.of(FunctionsLab).slope.rate
    assert rate == pytest.approx(3.2, abs=0.2)
    assert bar.rate == rate
    assert bar.place(0.1) < bar.place(1.0) < bar.place(rate) < bar.width()
    session.do(ChooseCurve("absolute"))
    draw(session)
    assert bar.zones == ()


def test_a_typed_start_beyond_the_curve_is_refused_in_place(session: Session, shown: Show) -> None:
    section = shown(SlopeSection)
    session.do(ChooseCurve("double_well"))
    draw(session)
    field = child(section, QLineEdit, "slope_start")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "3.5\r")
    assert session.labs.of(FunctionsLab).slope.start == 1.8
    assert field.property("invalid")


def test_a_lost_ball_cannot_be_stepped(session: Session, shown: Show) -> None:
    session.do(SetBallRate(10.0))
    session.do(SetBallStart(4.0))
    for _ in range(6):
        session.do(StepBall())
    section = shown(SlopeSection)
    assert not child(section, QPushButton, "slope_step").isEnabled()
    assert not child(section, QPushButton, "slope_play").isEnabled()
    assert child(section, QPushButton, "slope_reset").isEnabled()


@pytest.mark.parametrize("kind", [LossSection, TargetSection, SlopeSection])
def test_everything_that_can_be_focused_is_named(kind: type, session: Session, shown: Show) -> None:
    section = shown(kind)
    session.do(ShowLossView("classes"))
    session.do(ShowTargetView("accuracy"))
    draw(session)
    for widget in section.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(section):
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named, f"{type(widget).__name__} {widget.objectName()}"


def test_larger_writing_leaves_nothing_cut_off(session: Session, stage: Stage, shown: Show) -> None:
    section = shown(LossSection)
    stage.theme.set_scale(1.4)
    QTest.qWait(1)
    draw(session)
    for button in section.findChildren(QPushButton):
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()), button.objectName()
    assert section.grab().size().width() == 1100
