"""Curriculum F1–F4 and F7: descent by batches, optimizers on surfaces, learning rates, as the page shows them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QSlider, QWidget

from nnviz.session.labs.descent import intents as wish
from nnviz.session.labs.descent.lab import DescentLab
from nnviz.session.labs.lab import OpenSection
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.descent.page import DescentPage
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.number_label import NumberLabel
from tests.curriculum.stage import dismiss, renew, shown, staged

Point = tuple[float, float]
STEPS = 60


class Board:
    """The page, and what is read from it."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self.session, self.lab = session, session.labs.of(DescentLab)
        self.page = DescentPage(session, theme, self.lab)
        self.page.resize(1280, 640)

    def do(self, *intents: wish.DescentIntent | OpenSection) -> None:
        for intent in intents:
            self.session.do(intent)
        self.session.clock.tick()

    def number(self, name: str) -> float:
        label = self.page.findChild(NumberLabel, name)
        assert isinstance(label, NumberLabel)
        assert label.isVisible(), name
        return label.get_value()

    def pair(self, term: str) -> list[float]:
        return [self.number(f"descent_{term}_{axis}") for axis in "xy"]

    def text(self, name: str) -> str:
        label = self.page.findChild(QLabel, name)
        assert isinstance(label, QLabel)
        return label.text()

    def plot(self, name: str) -> LabPlot:
        plot = self.page.findChild(LabPlot, name)
        assert isinstance(plot, LabPlot)
        return plot

    def path(self, name: str, plot: str = "descent_map") -> np.ndarray:
        return np.stack(self.plot(plot).data(f"path_{name}"), axis=1)


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Board]:
    for board in staged(Board):
        yield board
        dismiss(board.page)


@pytest.fixture
def board(stage: Board) -> Iterator[Board]:
    """The page as it opens."""
    renew(stage.session, stage.lab.surface, stage.lab.batches)
    stage.session.do(OpenSection("descent", "surface"))
    yield from shown(stage.page, stage)


# Gradients and optimizers once more, written out for two numbers


def bowl(x: float, y: float) -> Point:
    return x / 10, 2 * y


def saddle(x: float, y: float) -> Point:
    return 2 * x, -2 * y


def beale(x: float, y: float) -> Point:
    a, b, c = 1.5 - x + x * y, 2.25 - x + x * y**2, 2.625 - x + x * y**3
    return (
        2 * (a * (y - 1) + b * (y**2 - 1) + c * (y**3 - 1)),
        2 * (a * x + b * 2 * x * y + c * 3 * x * y**2),
    )


def himmelblau(x: float, y: float) -> Point:
    p, q = x**2 + y - 11, x + y**2 - 7
    return 4 * x * p + 2 * q, 2 * p + 4 * y * q


def dimples(x: float, y: float) -> Point:
    w = 2 * math.pi / 1.5
    return x + 0.8 * w * math.sin(w * x), y + 0.8 * w * math.sin(w * y)


GRADIENTS = {"bowl": bowl, "saddle": saddle, "beale": beale, "himmelblau": himmelblau, "dimples": dimples}


class Plain:
    """One optimizer on one number, as its paper writes it."""

    def __init__(self, name: str, rate: float) -> None:
        self.name, self.rate, self.t, self.m, self.v = name, rate, 0, 0.0, 0.0

    def step(self, w: float, g: float) -> float:
        self.t += 1
        rate = self.rate
        if self.name == "sgd":
            return w - rate * g
        if self.name in ("momentum", "nesterov"):
            self.v = 0.9 * self.v - rate * g
            return w + self.v if self.name == "momentum" else w + 0.9 * self.v - rate * g
        if self.name == "adagrad":
            self.v += g * g
            return w - rate * g / (math.sqrt(self.v) + 1e-10)
        if self.name == "rmsprop":
            self.v = 0.9 * self.v + 0.1 * g * g
            return w - rate * g / (math.sqrt(self.v) + 1e-8)
        self.m = 0.9 * self.m + 0.1 * g
        self.v = 0.999 * self.v + 0.001 * g * g
        return w - rate * self.m / (1 - 0.9**self.t) / (math.sqrt(self.v / (1 - 0.999**self.t)) + 1e-8)


OPTIMIZERS = ("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam")


def walked(name: str, gradient: Callable[[float, float], Point], start: Point, rate: float, steps: int) -> np.ndarray:
    (x, y), along, across = start, Plain(name, rate), Plain(name, rate)
    path = [(x, y)]
    for _ in range(steps):
        gx, gy = gradient(x, y)
        x, y = along.step(x, gx), across.step(y, gy)
        path.append((x, y))
    return np.array(path)


# F1


def errors(fit_x: np.ndarray, fit_t: np.ndarray, w: float, b: float) -> float:
    return float(np.mean((w * fit_x + b - fit_t) ** 2))


def test_F1_three_paths_on_one_clock(board: Board) -> None:
    board.do(OpenSection("descent", "batches"), wish.SetBatchSize(6), wish.SetBatchRate(0.05))
    part = board.session.labs.of(DescentLab).batches
    orders = []
    for _ in range(3):
        board.do(wish.StepOn("batches", 24))
        orders.append(part.order.tolist())
    x, t = board.plot("batches_data").data("samples")
    for name, size in (("batch", 24), ("mini_batch", 6), ("stochastic", 1)):
        w, b = -1.2, 2.6
        path = [(w, b)]
        for order in orders:
            for first in range(0, 24, size):
                rows = order[first : first + size]
                rest = w * x[rows] + b - t[rows]
                w, b = w - 0.05 * 2 * np.mean(rest * x[rows]), b - 0.05 * 2 * np.mean(rest)
                path.append((w, b))
        np.testing.assert_allclose(board.path(name, "batches_map"), path, rtol=0, atol=1e-9)
        assert board.number(f"batches_iteration_{name}") == 72 / size
        assert board.number(f"batches_batches_{name}") == 24 / size
        assert board.number(f"batches_size_{name}") == size
        assert board.number(f"batches_loss_{name}") == pytest.approx(errors(x, t, w, b), abs=1e-9)
        ends = board.plot("batches_data").data(f"line_{name}")
        np.testing.assert_allclose(ends[1], w * ends[0] + b)


def test_F1_the_right_words(board: Board) -> None:
    board.do(OpenSection("descent", "batches"), wish.SetBatchSize(6), wish.StepOn("batches", 24 + 15))
    assert board.text("batches_count") == "epoch 2 · sample 15 of 24"
    assert board.text("batches_place") == ("Epoch 2, batch 3 of 4: sample 3 of 6 in this batch. 6 iterations are done.")
    for word in ("iteration", "one update", "epoch", "one pass", "batch"):
        assert word in board.text("batches_meanings")
    lit = np.stack(board.plot("batches_data").data("lit"), axis=1)
    part = board.session.labs.of(DescentLab).batches
    rows = part.order[12:18]
    np.testing.assert_array_equal(lit, np.stack([part.fit.x[rows], part.fit.t[rows]], axis=1))


# F2


def test_F2_momentum_term_by_term(board: Board) -> None:
    board.do(wish.Follow("momentum"), wish.StepOn(steps=STEPS))
    path = walked("momentum", bowl, (-7, 2), 0.1, STEPS)
    w, after = path[-2], path[-1]
    v, g = w - path[-3], np.array(bowl(*w))
    np.testing.assert_allclose(board.pair("w"), w, atol=1e-9)
    np.testing.assert_allclose(board.pair("g"), g, atol=1e-9)
    np.testing.assert_allclose(board.pair("new_v"), 0.9 * v - 0.1 * g, atol=1e-9)
    np.testing.assert_allclose(board.pair("new_w"), w + 0.9 * v - 0.1 * g, atol=1e-9)
    tail_x, tail_y = (values[:2] for values in board.plot("descent_map").data("velocity"))
    np.testing.assert_allclose([tail_x[0], tail_y[0]], after, atol=1e-9)
    arrow = np.array([tail_x[1] - tail_x[0], tail_y[1] - tail_y[0]])
    np.testing.assert_allclose(arrow / np.hypot(*arrow), (after - w) / np.hypot(*(after - w)), atol=1e-6)
    assert "Polyak, 1964" in board.text("descent_paper")


def test_F2_nesterov_term_by_term(board: Board) -> None:
    board.do(wish.Follow("nesterov"), wish.StepOn(steps=STEPS))
    path = walked("nesterov", bowl, (-7, 2), 0.1, STEPS)
    v = np.zeros(2)
    for w in path[:-1]:
        v = 0.9 * v - 0.1 * np.array(bowl(*w))
    np.testing.assert_allclose(board.pair("new_v"), v, atol=1e-9)
    np.testing.assert_allclose(board.pair("change"), 0.9 * v - 0.1 * np.array(bowl(*path[-2])), atol=1e-9)
    np.testing.assert_allclose(board.path("nesterov"), path, atol=1e-9)
    assert "Nesterov, 1983" in board.text("descent_paper")


# F3


def test_F3_adagrads_accumulator(board: Board) -> None:
    board.do(wish.Follow("adagrad"), wish.StepOn(steps=STEPS))
    path = walked("adagrad", bowl, (-7, 2), 0.1, STEPS)
    h = np.sum([np.square(bowl(*w)) for w in path[:-1]], axis=0)
    np.testing.assert_allclose(board.pair("new_h"), h, rtol=1e-9)
    np.testing.assert_allclose(board.pair("change"), -0.1 * np.array(bowl(*path[-2])) / (np.sqrt(h) + 1e-10), rtol=1e-9)
    assert "Duchi, Hazan and Singer, 2011" in board.text("descent_paper")
    check_ellipse(board, path[-1], 0.1 / (np.sqrt(h) + 1e-10))


def test_F3_rmsprops_accumulator(board: Board) -> None:
    board.do(wish.Follow("rmsprop"), wish.StepOn(steps=STEPS))
    path, h = walked("rmsprop", bowl, (-7, 2), 0.1, STEPS), np.zeros(2)
    for w in path[:-1]:
        h = 0.9 * h + 0.1 * np.square(bowl(*w))
    np.testing.assert_allclose(board.pair("new_h"), h, rtol=1e-9)
    assert "Tieleman and Hinton, lecture 6.5, 2012; ρ = 0.9" in board.text("descent_paper")
    check_ellipse(board, path[-1], 0.1 / (np.sqrt(h) + 1e-8))


def test_F3_adams_accumulators_and_the_papers_values(board: Board) -> None:
    board.do(wish.Follow("adam"), wish.TakePaperValues("adam"), wish.StepOn(steps=STEPS))
    path, m, v = walked("adam", bowl, (-7, 2), 0.001, STEPS), np.zeros(2), np.zeros(2)
    for w in path[:-1]:
        g = np.array(bowl(*w))
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
    first, second = m / (1 - 0.9**STEPS), v / (1 - 0.999**STEPS)
    shown = {"new_m": m, "new_v": v, "corrected_m": first, "corrected_v": second,
             "change": -0.001 * first / (np.sqrt(second) + 1e-8), "new_w": path[-1]}  # fmt: skip
    for term, values in shown.items():
        np.testing.assert_allclose(board.pair(term), values, rtol=1e-6)
    assert board.text("descent_paper").endswith("2015; η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸")
    for field, value in (("learning_rate", 0.001), ("momentum", 0.9), ("decay", 0.999), ("epsilon", 1e-8)):
        widget = board.page.findChild(QWidget, f"descent_own_{field}")
        assert widget.value() == value  # type: ignore[attr-defined]


def check_ellipse(board: Board, centre: np.ndarray, rates: np.ndarray) -> None:
    """Its half axes are in proportion to the rates along x and y."""
    x, y = board.plot("descent_map").data("rates")
    np.testing.assert_allclose([(x.max() + x.min()) / 2, (y.max() + y.min()) / 2], centre, atol=1e-6)
    assert (y.max() - y.min()) / (x.max() - x.min()) == pytest.approx(rates[1] / rates[0], rel=1e-6)


# F4


def test_F4_same_start_same_clock(board: Board) -> None:
    board.do(*(wish.ShowOptimizer(name, True) for name in OPTIMIZERS))
    for surface, start, rate in (
        ("bowl", (-7.0, 2.0), 0.1),
        ("saddle", (-2.0, 0.01), 0.05),
        ("beale", (1.0, 1.5), 0.001),
        ("himmelblau", (-0.2, -1.0), 0.01),
        ("dimples", (-4.2, 3.6), 0.02),
    ):
        board.do(wish.ChooseSurface(surface), wish.SetStart(*start), wish.SetRate(rate), wish.StepOn(steps=25))
        for name in OPTIMIZERS:
            path = walked(name, GRADIENTS[surface], start, rate, 25)
            np.testing.assert_allclose(board.path(name), path, rtol=0, atol=1e-6, err_msg=f"{name} on {surface}")
            steps, losses = board.plot("descent_losses").data(f"loss_{name}")
            assert steps.tolist() == list(range(26))
            assert board.number(f"descent_loss_{name}") == pytest.approx(losses[-1])
            assert board.plot("descent_map").text(f"label_{name}")


def test_F4_learning_rate_by_slider_while_it_goes_on(board: Board) -> None:
    board.do(wish.Follow("sgd"), wish.StepOn(steps=5))
    slider = board.page.findChild(QSlider, "descent_rate_slider")
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    rate = board.session.labs.of(DescentLab).surface.rate
    assert rate == pytest.approx(0.1 * 10**0.25, rel=0.02)
    board.do(wish.StepOn(steps=1))
    path = walked("sgd", bowl, (-7, 2), 0.1, 5)
    w = path[-1] - rate * np.array(bowl(*path[-1]))
    np.testing.assert_allclose(board.path("sgd"), [*path, w], atol=1e-9)


# F7


def test_F7_the_verdict_on_a_learning_rate(board: Board) -> None:
    board.do(wish.Follow("sgd"))
    for rate, steps, title, words in (
        (0.001, 100, "Too small", "hardly get on"),
        (0.3, 60, "Good", "get on steadily"),
        (0.99, 60, "Too large", "jumps to and fro"),
        (1.05, 60, "Diverging", "overshoots farther"),
    ):
        board.do(wish.SetRate(rate), wish.StartOver(), wish.StepOn(steps=steps))
        assert board.text("descent_finding") == title
        assert words in board.text("descent_verdict")
        assert f"η = {rate}" in board.text("descent_verdict")


def test_F7_beyond_every_number_nothing_crashes(board: Board) -> None:
    board.do(wish.ChooseSurface("beale"), wish.Follow("momentum"), wish.SetRate(1e4), wish.StepOn(steps=1000))
    assert board.text("descent_finding") == "Diverging"
    plot = board.plot("descent_map")
    assert "gone_momentum" in plot.parts
    assert plot.text("label_momentum") == "Momentum diverged"
    x, y = plot.data("gone_momentum")
    tip = x[1], y[1]
    assert max(abs(tip[0]), abs(tip[1])) == pytest.approx(4.5), "the arrow ends at the border"


def test_F7_a_schedule_lets_the_rate_fall(board: Board) -> None:
    board.do(wish.Follow("sgd"), wish.SetRate(0.99), wish.SetSchedule("exponential", 0.5, 10), wish.StepOn(steps=60))
    x, y = -7.0, 2.0
    for t in range(60):
        gx, gy = bowl(x, y)
        rate = 0.99 * 0.5 ** (t / 10)
        x, y = x - rate * gx, y - rate * gy
    np.testing.assert_allclose(board.path("sgd")[-1], (x, y), atol=1e-9)
