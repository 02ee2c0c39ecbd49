"""Curriculum C1–C14: activations, softmax, LogSumExp and overflow, as the page shows them."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from nnviz.session.labs.functions.activations import RELU_LINES
from nnviz.session.labs.functions.intents import (
    AddConstant,
    ChooseActivation,
    FunctionsIntent,
    SetLines,
    SetLogit,
    SetLogits,
    SetParameter,
    SetProbe,
    SetTemperature,
    SetVector,
    StartUnits,
    TrainUnits,
)
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.labs.lab import OpenSection
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.functions.exponents import ExponentLine
from nnviz.views.labs.functions.page import FunctionsPage
from nnviz.views.labs.functions.softmax_columns import OutputBar
from nnviz.views.labs.functions.stability_steps import ResultLabel
from nnviz.views.labs.functions.units import UnitStrip
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.formula import FormulaLabel
from nnviz.widgets.number_label import NumberLabel
from tests.curriculum.stage import dismiss, renew, staged
from tests.curriculum.stage import shown as in_sight


def near(value: float) -> object:
    return pytest.approx(value, rel=1e-6, abs=1e-12)


class Shown:
    """The page with a section in front, and what it shows."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self.session = session
        self.lab = session.labs.of(FunctionsLab)
        self.page = FunctionsPage(session, theme, self.lab)
        self.page.resize(1100, 640)

    def open(self, section: str) -> None:
        """Turn to a section."""
        self.session.do(OpenSection("functions", section))
        self.do()

    def do(self, *intents: FunctionsIntent) -> None:
        """Carry out intents and wait for the pictures."""
        for intent in intents:
            self.session.do(intent)
        self.session.clock.tick()

    def look(self, name: str, x: float) -> None:
        """An activation function, with the probe at x."""
        self.do(ChooseActivation(name), SetProbe(x))

    def number(self, name: str) -> float:
        label = self.page.findChild(NumberLabel, name)
        assert isinstance(label, NumberLabel)
        assert label.isVisibleTo(self.page)
        return label.get_value()

    def text(self, name: str) -> str:
        label = self.page.findChild(QLabel, name)
        assert isinstance(label, QLabel)
        return label.text()

    def hidden(self, name: str) -> bool:
        return not self.page.findChild(QLabel, name).isVisibleTo(self.page)  # type: ignore[union-attr]

    def result(self, name: str) -> ResultLabel:
        label = self.page.findChild(ResultLabel, name)
        assert isinstance(label, ResultLabel)
        return label

    def plot(self, name: str) -> LabPlot:
        plot = self.page.findChild(LabPlot, name)
        assert isinstance(plot, LabPlot)
        return plot

    def drawn(self, plot: str, x: float) -> float:
        """The height of the curve in a plot at a place that is sampled."""
        xs, ys = self.plot(plot).data("curve")
        return float(ys[np.flatnonzero(np.isclose(xs, x))[-1]])

    def spoken(self) -> list[str]:
        """The formulas of f and of f′."""
        labels = self.page.findChildren(FormulaLabel)
        return [label.formula.spoken for label in labels if label.isVisibleTo(self.page)]

    def values(self, *xs: float) -> list[float]:
        """f read by the probe at several places."""
        found = []
        for x in xs:
            self.do(SetProbe(x))
            found.append(self.number("probe_value"))
        return found


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Shown]:
    for stage in staged(Shown):
        yield stage
        dismiss(stage.page)


@pytest.fixture
def shown(stage: Shown) -> Iterator[Shown]:
    """The page as it opens."""
    renew(stage.session, *map(stage.lab.part, stage.lab.sections))
    stage.open("activations")
    yield from in_sight(stage.page, stage)


def test_C1_step_and_sign(shown: Shown) -> None:
    shown.look("step", 0.5)
    assert shown.values(-2.0, 0.0, 0.5) == [0.0, 0.0, 1.0]
    assert shown.number("probe_slope") == 0.0
    assert (shown.number("fact_corner"), shown.number("fact_jump")) == (0.0, 1.0)
    xs, ys = shown.plot("activation_value").data("curve")
    assert np.isnan(ys[xs == 0]).sum() == 2, "the jump is no line"
    assert not np.nansum(np.abs(shown.plot("activation_slope").data("curve")[1]))
    shown.look("sign", 0.0)
    assert shown.values(-2.0, 0.0, 0.5) == [-1.0, 0.0, 1.0]
    assert shown.number("fact_jump") == 2.0
    assert [float(v[0]) for v in shown.plot("activation_value").data("at_jump")] == [0.0, 0.0]
    assert "Discontinuous" in shown.text("notes_text")


def test_C2_sigmoid(shown: Shown) -> None:
    shown.look("sigmoid", 1.0)
    assert shown.number("probe_value") == near(1 / (1 + math.exp(-1)))
    assert shown.number("probe_slope") == near(0.19661193324148185)
    assert shown.text("probe_value") == "0.7311"
    assert shown.drawn("activation_slope", 0.0) == near(0.25)
    assert np.nanmax(shown.plot("activation_slope").data("curve")[1]) <= 0.25
    slope, value = shown.plot("activation_slope"), shown.plot("activation_value")
    assert float(slope.data("steepest")[1][0]) == 0.25
    assert slope.text("steepest_name") == "f′ ≤ 0.25"
    assert (value.data("low")[1][0], value.data("high")[1][0]) == (0.0, 1.0)
    assert shown.text("range") == "range (0, 1)"
    x = slope.data("saturated_right")[0]
    assert 4.3 < x.min() < 4.5, "where σ′ is below 5 % of ¼"
    assert any("1 divided by 1 plus e" in formula for formula in shown.spoken())


def test_C3_tanh(shown: Shown) -> None:
    shown.look("tanh", 0.5)
    assert shown.number("probe_value") == near(math.tanh(0.5))
    assert shown.number("probe_slope") == near(1 - math.tanh(0.5) ** 2)
    value = shown.plot("activation_value")
    assert (value.data("low")[1][0], value.data("high")[1][0]) == (-1.0, 1.0)
    assert shown.text("range") == "range (−1, 1)"
    assert float(shown.plot("activation_slope").data("saturated_left")[0].max()) < -2.1


def test_C4_relu_dies_on_a_live_network(shown: Shown) -> None:
    shown.look("relu", -2.0)
    assert (shown.number("probe_value"), shown.number("probe_slope")) == (0.0, 0.0)
    assert shown.values(3.0) == [3.0]
    strip = shown.page.findChild(UnitStrip, "unit_strip")
    count = shown.page.findChild(QLabel, "dead_count")
    assert isinstance(strip, UnitStrip)
    assert isinstance(count, QLabel)
    assert strip.dead == []
    assert count.text().startswith("0 of 16 units never fire")
    shown.do(TrainUnits(100))
    units = shown.session.labs.of(FunctionsLab).activations.units
    hidden = units.trainer.network.forward(units.trainer.samples.train_x).a[0]
    assert strip.dead == [k for k in range(16) if not (hidden[:, k] > 0).any()]
    assert strip.fired == pytest.approx((hidden > 0).mean(axis=0))
    assert len(strip.dead) >= 3
    assert count.text() == f"{len(strip.dead)} of 16 units never fire, after 100 iterations"
    assert count.property("role") == "warning"
    shown.do(StartUnits(0.1, -1.0))
    assert count.text() == "7 of 16 units never fire, after 0 iterations"


def test_C5_leaky_relu(shown: Shown) -> None:
    shown.look("leaky_relu", -2.0)
    assert shown.number("probe_value") == near(-0.2)
    assert shown.number("probe_slope") == near(0.1)
    assert shown.number("fact_max_form") == near(-0.2)
    assert "max_form" not in shown.plot("activation_value").parts
    shown.do(SetParameter("alpha", 1.5))
    assert shown.number("probe_value") == near(-3.0)
    assert shown.number("fact_max_form") == near(-2.0)
    xs, ys = shown.plot("activation_value").data("max_form")
    assert ys == pytest.approx(np.maximum(1.5 * xs, xs))


def test_C6_prelu(shown: Shown) -> None:
    shown.look("prelu", -2.0)
    assert shown.number("probe_value") == near(-0.5)
    assert shown.number("fact_alpha_gradient") == near(-2.0)
    xs, ys = shown.plot("activation_value").data("alpha_gradient")
    assert ys == pytest.approx(np.minimum(xs, 0))
    assert "trains its own α" in shown.text("notes_text")
    shown.do(SetProbe(2.0))
    assert shown.number("fact_alpha_gradient") == 0.0


def test_C7_elu(shown: Shown) -> None:
    shown.look("elu", -1.0)
    assert shown.number("probe_value") == near(math.exp(-1) - 1)
    assert shown.number("fact_kink") == 0.0, "smooth at 0"
    shown.do(SetParameter("alpha", 0.5))
    assert shown.number("probe_value") == near(0.5 * (math.exp(-1) - 1))
    assert shown.number("fact_kink") == near(0.5)
    xs, ys = shown.plot("activation_slope").data("curve")
    assert np.isnan(ys[xs == 0]).any(), "the jump of f′ is seen"


def test_C8_thresholded_relu(shown: Shown) -> None:
    shown.look("thresholded_relu", 0.9)
    shown.do(SetParameter("theta", 1.5))
    assert shown.values(0.9, 1.5, 2.0) == [0.0, 0.0, 2.0]
    assert shown.number("fact_corner") == 1.5
    assert shown.number("fact_jump") == near(1.5)


def test_C9_softplus_and_swish(shown: Shown) -> None:
    shown.look("softplus", 0.0)
    assert shown.number("probe_value") == near(math.log(2))
    assert shown.number("probe_slope") == near(0.5)
    xs, ys = shown.plot("activation_value").data("relu")
    assert ys == pytest.approx(np.maximum(xs, 0))
    shown.look("swish", 1.0)
    assert shown.number("probe_value") == near(1 / (1 + math.exp(-1)))
    assert shown.number("probe_slope") == near(0.9276705118714867)


def test_C10_identity(shown: Shown) -> None:
    shown.look("identity", -3.25)
    assert (shown.number("probe_value"), shown.number("probe_slope")) == (-3.25, 1.0)


def test_C11_maxout(shown: Shown) -> None:
    shown.look("maxout", -2.0)
    lines = ((-1.0, 0.5), (0.5, 0.0), (2.0, -3.0))
    shown.do(SetLines(lines))
    assert shown.number("probe_value") == near(2.5)
    assert shown.number("probe_slope") == near(-1.0)
    xs, ys = shown.plot("activation_value").data("curve")
    assert ys == pytest.approx(np.max([a * xs + b for a, b in lines], axis=0))
    assert shown.number("fact_from_relu") > 1
    shown.do(SetLines(RELU_LINES))
    assert shown.number("fact_from_relu") == 0.0
    xs, ys = shown.plot("activation_value").data("curve")
    assert ys == pytest.approx(np.maximum(xs, 0))


def test_C12_softmax(shown: Shown) -> None:
    shown.open("softmax")
    logits = np.array([1.0, 3.0, -2.0, 0.5, 2.5])

    def outputs() -> list[float]:
        return [shown.number(f"output_{k}") for k in range(5)]

    shown.do(SetLogits(tuple(logits)))
    right = np.exp(logits) / np.exp(logits).sum()
    assert outputs() == near(right)
    bars = shown.page.findChildren(OutputBar)
    assert [bar.value for bar in bars[:5]] == near(right)
    assert [bar.bar().height() for bar in bars[:5]] == pytest.approx(
        list(right * bars[1].bar().height() / right[1]), rel=1e-6
    )
    assert shown.number("softmax_sum") == near(1.0)
    shown.do(AddConstant(50.0))
    assert outputs() == near(right)
    assert shown.number("softmax_change") < 1e-12
    for temperature in (0.2, 10.0):
        shown.do(SetTemperature(temperature))
        hot = np.exp(logits / temperature)
        assert outputs() == near(hot / hot.sum())
        assert [bar.largest for bar in bars[:5]] == [False, True, False, False, False]
        assert shown.text("softmax_argmax").startswith("Largest: x₂ before, y₂ after softmax.")


def test_C13_log_sum_exp(shown: Shown) -> None:
    shown.open("softmax")
    pair = shown.plot("lse_pair")
    xs, lse = pair.data("lse")
    assert lse == pytest.approx(np.log(np.exp(xs) + 1))
    assert pair.data("relu")[1] == pytest.approx(np.maximum(xs, 0))
    assert float(pair.data("at_zero")[1][0]) == pytest.approx(0.69314718, abs=1e-8)
    assert "0.69314718" in pair.text("at_zero_name")
    x = np.array([2.0, 0.5, -1.0])
    shown.do(SetLogits(tuple(x)), SetLogit(1, 0.5))
    assert shown.number("lse_value") == near(math.log(np.exp(x).sum()))
    assert shown.number("lse_low") == 2.0
    assert shown.number("lse_high") == near(2 + math.log(3))
    bounds = shown.plot("lse_bounds")
    places, low, high = bounds.data("band")
    curve = bounds.data("lse")[1]
    assert curve == pytest.approx(np.log(math.exp(2) + np.exp(places) + math.exp(-1)))
    assert high - low == pytest.approx(np.full(len(low), math.log(3)))
    assert (low <= curve).all()
    assert (curve <= high).all()
    for k in range(3):
        assert shown.number(f"gradient_{k}") == pytest.approx(shown.number(f"output_{k}"), abs=1e-6)
    shown.do(SetLogits((1.25,)))
    assert shown.number("lse_value") == near(shown.number("lse_low")), "n = 1: the lower bound"
    shown.do(SetLogits((1.25,) * 6))
    assert shown.number("lse_value") == near(shown.number("lse_high")), "all equal: the upper bound"
    shown.do(SetLogits((0.0, 0.0)))
    assert shown.number("lse_value") == pytest.approx(0.69314718, abs=1e-8)


def test_C14_overflow(shown: Shown) -> None:
    shown.open("stability")
    assert [shown.result(f"naive_power_{k}").text() for k in range(3)] == ["inf"] * 3
    assert [shown.result(f"naive_softmax_{k}").text() for k in range(3)] == ["nan"] * 3
    assert shown.result("naive_lse").text() == "inf"
    assert shown.result("naive_softmax_0").property("role") == "warning"
    assert "709.78" in shown.text("naive_why")
    softmax = [shown.result(f"shifted_softmax_{k}").get_value() for k in range(3)]
    assert softmax == pytest.approx([0.9999546001, 4.539787e-5, 2.061060e-9], rel=1e-6)
    assert shown.result("shifted_softmax_0").text() == "0.9999546001"
    assert shown.result("shifted_lse").get_value() == pytest.approx(1010.0000454010, abs=1e-10)
    assert shown.result("shifted_lse").text() == "1010.000045401"
    line = shown.page.findChild(ExponentLine, "exponents")
    assert isinstance(line, ExponentLine)
    assert (list(line.naive), list(line.shifted)) == ([1010, 1000, 990], [0, -10, -20])
    preset = shown.page.findChild(QPushButton, "vector_preset_1")
    assert isinstance(preset, QPushButton)
    preset.click()
    shown.do()
    for way in ("naive", "shifted"):
        softmax = [shown.result(f"{way}_softmax_{k}").get_value() for k in range(3)]
        assert softmax == pytest.approx([0.0182112733, 0.2451918129, 0.7365969138], abs=1e-10)
        assert shown.result(f"{way}_softmax_2").text() == "0.7365969138"
        assert shown.result(f"{way}_lse").get_value() == pytest.approx(4.3057144648, abs=1e-10)
    assert shown.result("naive_softmax_0").property("role") == ""
    shown.do(SetVector((1000.0,)))
    assert shown.result("naive_power_0").text() == "inf", "exp(1000)"
