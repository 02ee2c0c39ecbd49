"""Curriculum D1–D4: losses, what is minimised, and gradient descent in one dimension, as the page shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nnviz.session.intents import OpenPage
from nnviz.session.labs.functions.intents_training import (
    ChooseLoss,
    ChooseTrueClass,
    PlayBall,
    SetAnswer,
    SetBallRate,
    SetBallStart,
    SetLossTarget,
    SetPrediction,
    SetRest,
    SetShares,
    SetSlopeWeight,
    ShowLossView,
    ShowTargetView,
    StepBall,
)
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.labs.lab import OpenSection
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.functions.page import FunctionsPage
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.formula import FormulaLabel
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import short
from tests.curriculum.stage import dismiss, renew, staged

EXACT = {"rel": 1e-6, "abs": 1e-12}


class Shown:
    """The page, and what it shows."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self.session = session
        self.lab = session.labs.of(FunctionsLab)
        session.do(OpenSection("functions", "losses"))
        session.do(OpenPage("functions"))
        self.page = FunctionsPage(session, theme, self.lab)
        self.page.resize(1100, 700)

    def do(self, *intents: object) -> None:
        for intent in intents:
            self.session.do(intent)  # type: ignore[arg-type]
        self.draw()

    def draw(self) -> None:
        self.session.clock.frame.emit()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def child(self, kind: type[QWidget], name: str) -> QWidget:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def number(self, name: str, value: float) -> None:
        """This number is shown: exactly as a property, with four digits in writing."""
        label = self.child(NumberLabel, name)
        assert isinstance(label, NumberLabel)
        assert label.get_value() == pytest.approx(value, **EXACT), name
        assert label.text() == short(value), name

    def plot(self, name: str) -> LabPlot:
        plot = self.child(LabPlot, name)
        assert isinstance(plot, LabPlot)
        return plot

    def text(self, name: str) -> str:
        label = self.child(QLabel, name)
        assert isinstance(label, QLabel)
        return label.text()

    def formula(self, name: str) -> tuple[float, ...]:
        label = self.child(FormulaLabel, name)
        assert isinstance(label, FormulaLabel)
        return label.formula.numbers


Show = Callable[[str], Shown]


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Shown]:
    for stage in staged(Shown):
        yield stage
        dismiss(stage.page)


@pytest.fixture
def show(stage: Shown) -> Iterator[Show]:
    """Opens a section as it is in the beginning."""

    def open_section(section: str) -> Shown:
        stage.do(OpenSection("functions", section))
        return stage

    renew(stage.session, *map(stage.lab.part, stage.lab.sections))
    stage.page.show()
    yield open_section
    stage.page.hide()


def test_D1_losses_of_one_output(show: Show) -> None:
    shown = show("losses")
    shown.do(ShowLossView("output"), SetPrediction(0, 0.2), SetLossTarget(0, 1), ChooseLoss("binary_cross_entropy"))
    shown.number("losses_numbers_mse_loss", 0.64)
    shown.number("losses_numbers_mse_slope", -1.6)
    shown.number("losses_numbers_binary_cross_entropy_loss", -np.log(0.2))
    shown.number("losses_numbers_binary_cross_entropy_slope", -5.0)
    plot = shown.plot("losses_plot")
    p, loss = plot.data("binary_cross_entropy")
    assert loss == pytest.approx(-np.log(p), **EXACT)
    assert plot.data("mse")[1] == pytest.approx((p - 1) ** 2, **EXACT)
    (left, right), (low, high) = plot.data("tangent")
    assert (high - low) / (right - left) == pytest.approx(-5.0, **EXACT)
    assert (low + high) / 2 == pytest.approx(-np.log(0.2), **EXACT)


def test_D1_mean_over_the_batch(show: Show) -> None:
    shown = show("losses")
    shown.do(ShowLossView("output"), ChooseLoss("mse"))
    p, t = np.array([0.3, 0.8, 0.1, 0.6]), np.array([1, 1, 0, 0])
    entropies = -np.log(np.where(t == 1, p, 1 - p))
    for i in range(4):
        shown.number(f"losses_batch_sample{i}_mse", (p[i] - t[i]) ** 2)
        shown.number(f"losses_batch_sample{i}_binary_cross_entropy", entropies[i])
    shown.number("losses_batch_mean_mse", np.mean((p - t) ** 2))
    shown.number("losses_batch_mean_binary_cross_entropy", entropies.mean())
    assert shown.plot("losses_plot").data("mean")[1] == pytest.approx([np.mean((p - t) ** 2)], **EXACT)
    assert shown.plot("losses_plot").data("samples")[1] == pytest.approx((p - t) ** 2, **EXACT)


def test_D1_classes_information_and_entropy(show: Show) -> None:
    shown = show("losses")
    shown.do(ShowLossView("classes"), SetShares((0.5, 0.25, 0.125, 0.125)), ChooseTrueClass(1))
    shown.number("losses_error_squared_error_value", (0.25 + 0.5625 + 2 * 0.015625) / 4)
    shown.number("losses_totals_cross_entropy_nats", 2 * np.log(2))
    shown.number("losses_totals_cross_entropy_bits", 2.0)
    shown.number("losses_totals_entropy_nats", 1.75 * np.log(2))
    shown.number("losses_totals_entropy_bits", 1.75)
    for name, bits in zip("ABCD", (1.0, 2.0, 3.0, 3.0), strict=True):
        shown.number(f"losses_classes_{name}_bits", bits)
        shown.number(f"losses_classes_{name}_nats", bits * np.log(2))
        assert shown.plot("losses_information").data(name)[1] == pytest.approx([bits], **EXACT)
    assert shown.plot("losses_information").data("entropy")[1] == pytest.approx([1.75], **EXACT)
    shown.number("losses_classes_all_square", (0.25 + 0.5625 + 2 * 0.015625) / 4)
    shown.do(SetShares((1.0, 0.0, 0.0, 0.0)))
    shown.number("losses_totals_entropy_bits", 0.0)
    shown.number("losses_totals_cross_entropy_nats", np.inf)


def test_D2_confidently_wrong(show: Show) -> None:
    shown = show("targets")
    shown.do(ShowTargetView("gradients"), SetAnswer(0.001, 1))
    assert shown.formula("targets_mse_chain") == pytest.approx((-1.998, 0.000999, -0.001996), abs=1e-6)
    assert shown.formula("targets_ce_chain") == pytest.approx((-0.999,), **EXACT)
    shown.number("targets_numbers_mse_slope", -1.998 * 0.000999)
    shown.number("targets_numbers_ce_slope", -0.999)
    assert short(-1.998 * 0.000999) == "−0.001996"
    plot = shown.plot("targets_slopes")
    assert plot.data("mse_probe")[1] == pytest.approx([-0.001996], abs=1e-6)
    assert plot.data("ce_probe")[1] == pytest.approx([-0.999], **EXACT)
    z, slope = plot.data("mse")
    p = 1 / (1 + np.exp(-z))
    assert slope == pytest.approx(2 * (p - 1) * p * (1 - p), **EXACT)
    assert plot.data("ce")[1] == pytest.approx(p - 1, **EXACT)


def test_D2_shares_of_the_rest(show: Show) -> None:
    shown = show("targets")
    shown.do(ShowTargetView("rest"), SetRest(0.5, 0.8))
    for row, mse in (("even", 0.375 / 3), ("yours", 0.42 / 3), ("one_sided", 0.5 / 3)):
        shown.number(f"targets_rest_numbers_{row}_ce", np.log(2))
        shown.number(f"targets_rest_numbers_{row}_mse", mse)
    bars = shown.plot("targets_answers")
    assert [bars.data(f"yours_{name}")[1][0] for name in "ABC"] == pytest.approx([0.5, 0.4, 0.1], **EXACT)
    assert shown.plot("targets_rest_ce").data("ce")[1] == pytest.approx(np.log(2), **EXACT)
    share, mse = shown.plot("targets_rest_mse").data("mse")
    assert mse == pytest.approx((0.25 + 0.25 * share**2 + 0.25 * (1 - share) ** 2) / 3, **EXACT)


def test_D3_staircase_against_smooth_loss(show: Show) -> None:
    shown = show("targets")
    shown.do(ShowTargetView("accuracy"), SetSlopeWeight(0.9))
    x = np.array([0.4, 0.8, 1.1, 1.5, 1.8, 2.1, 2.5, 2.8, 3.2, 3.7])
    t = np.array([0, 0, 0, 1, 0, 1, 0, 1, 1, 1])
    p = 1 / (1 + np.exp(3 - 0.9 * x))
    shown.number("targets_weight_numbers_accuracy_value", np.mean((p > 0.5) == t))
    shown.number("targets_weight_numbers_accuracy_slope", 0.0)
    shown.number("targets_weight_numbers_loss_value", -np.mean(np.log(np.where(t == 1, p, 1 - p))))
    shown.number("targets_weight_numbers_loss_slope", np.mean((p - t) * x))
    weights, heights = (values.reshape(-1, 2) for values in shown.plot("targets_accuracy").data("accuracy"))
    assert (heights[:, 0] == heights[:, 1]).all(), "every piece of the staircase is level"
    for w, height in zip(weights.mean(axis=1), heights[:, 0], strict=True):
        assert height == pytest.approx(np.mean((w * x > 3) == t), **EXACT)
    w, loss = shown.plot("targets_cross_entropy").data("loss")
    z = np.multiply.outer(w, x) - 3
    assert loss == pytest.approx((np.logaddexp(0, z) - t * z).mean(axis=1), **EXACT)


@pytest.mark.parametrize(
    ("rate", "verdict", "positions"),
    [
        (0.05, "Too small: it crawls", [3, 2.85, 2.7075]),
        (0.5, "Right: straight to the minimum", [3, 1.5, 0.75]),
        (1.0, "Just right: 1/c, one step", [3, 0, 0]),
        (1.5, "Too large: it jumps over the minimum", [3, -1.5, 0.75]),
        (2.0, "2/c: it swings for ever", [3, -3, 3]),
        (2.2, "Diverging: farther away at each step", [3, -3.6, 4.32]),
    ],
)
def test_D4_learning_rates(rate: float, verdict: str, positions: list[float], show: Show) -> None:
    shown = show("slope")
    shown.do(SetBallRate(rate), SetBallStart(3.0), StepBall(), StepBall())
    assert shown.text("slope_verdict") == verdict
    shown.number("slope_numbers_x_now", positions[2])
    shown.number("slope_numbers_value_now", positions[2] ** 2 / 2)
    shown.number("slope_numbers_slope_before", positions[1])
    assert shown.formula("slope_formula")[-1] == pytest.approx(positions[2], **EXACT)
    heights = shown.plot("slope_progress").data("values")[1]
    assert heights == pytest.approx(np.square(positions) / 2, **EXACT)


def test_D4_divergence_leaves_the_plot_and_is_explained(show: Show) -> None:
    shown = show("slope")
    shown.do(SetBallRate(2.2), SetBallStart(3.0), StepBall(), StepBall())
    plot = shown.plot("slope_plot")
    assert "ball" not in plot.parts
    assert plot.text("outside") == "the ball is at x = 4.32 →"
    assert "2/c = 2" in shown.text("slope_state")
    (left, right), (low, high) = plot.data("step")
    assert (left, low) == pytest.approx((-3.6, 6.48), **EXACT)
    assert (high - low) / (right - left) == pytest.approx(-3.6, **EXACT), "the arrow lies on the tangent"
    shown.do(PlayBall(True))
    for _ in range(200):
        shown.session.labs.advance(0.5)
    shown.draw()
    assert shown.text("slope_state").startswith("Diverged")
