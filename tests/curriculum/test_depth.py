"""Curriculum B1, B4, C15, F5, F9: what the page of the lab “depth” shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget
from threadpoolctl import threadpool_limits

from nnviz.session.intents import Configure, OpenPage, Pause, Reset, Run
from nnviz.session.labs.depth import intents as wishes
from nnviz.session.labs.depth.lab import DepthLab
from nnviz.session.labs.depth.shape import deep
from nnviz.session.labs.depth.starts import ACTIVATIONS, PLACES, SAMPLES, SEED
from nnviz.session.labs.lab import OpenSection
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.depth.bars import share_of
from nnviz.views.labs.depth.layer_grid import LayerGrid
from nnviz.views.labs.depth.outline import lengths
from nnviz.views.labs.depth.page import DepthPage
from nnviz.views.labs.depth.pair_bars import PairBars
from nnviz.views.labs.depth.product_lines import ProductLines
from nnviz.views.labs.depth.starts_grid import StartsGrid
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import short
from tests.curriculum.stage import staged

Values = NDArray[np.float64]
SCALES = {
    "zeros": 0.0, "normal_0.01": 0.01, "normal_1": 1.0, "glorot": np.sqrt(2 / 200), "he": np.sqrt(2 / 100),
}  # fmt: skip
"""Standard deviations of weights from 100 to 100 units, from the papers."""
FUNCTIONS = {"sigmoid": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(z, 0)}


class Shown:
    """A section of the page, in front, with its model at rest."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self.session = session
        self.lab = session.labs.of(DepthLab)
        session.do(OpenPage("depth"))
        self.experiment = session.experiment
        self.page = DepthPage(session, theme, self.lab)
        self.page.resize(1188, 640)

    def settle(self) -> None:
        """What goes on by itself comes to its end, and is shown."""
        self.session.clock.tick()
        while self.lab.moving:
            self.session.labs.advance(0.016)
        self.session.clock.tick()

    def do(self, *intents: object) -> None:
        for intent in intents:
            self.session.do(intent)  # type: ignore[arg-type]
        self.settle()

    def part(self, kind: type[QWidget], name: str) -> QObject:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def number(self, name: str) -> float:
        """A number's value; its text has four digits of it."""
        label = self.page.findChild(NumberLabel, name)
        assert label is not None, name
        assert label.text() == short(label.get_value())
        return label.get_value()

    def text(self, name: str) -> str:
        label = self.page.findChild(QLabel, name)
        assert label is not None, name
        return label.text()

    def matrix(self, name: str, rows: int, columns: int) -> list[list[float]]:
        return [[self.number(f"{name}_{i}_{j}") for j in range(columns)] for i in range(rows)]


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Shown]:
    # As in the window, where the thread of the worker sets it.
    with threadpool_limits(1):
        yield from staged(Shown)


@pytest.fixture
def shown(stage: Shown, request: pytest.FixtureRequest) -> Iterator[Shown]:
    """A section of the page, and the run as in the beginning."""
    stage.session.do(Configure(stage.experiment))
    stage.session.do(Reset())
    stage.session.do(OpenSection("depth", request.param))
    stage.page.show()
    stage.settle()
    yield stage
    stage.page.hide()


linear = pytest.mark.parametrize("shown", ["linear"], indirect=True)


@linear
def test_B1_layer_as_matrix_product(shown: Shown) -> None:
    assert shown.text("linear_shapes") == "(1, 2) · (2, 3) → (1, 3)"
    assert shown.matrix("linear_product", 1, 3) == [[9, 12, 15]]
    shown.do(wishes.PointAtEntry(0, 2))
    assert shown.text("linear_story") == "1·3 + 2·6 = 15"


@linear
def test_B4_linear_layers_collapse(shown: Shown) -> None:
    shown.do(wishes.SetFactor(0.7))
    plot = shown.part(LabPlot, "linear_powers")
    assert isinstance(plot, LabPlot)
    x, y = plot.data("h(h(h(x)))")
    assert y == pytest.approx(0.343 * x, abs=1e-12)
    assert shown.number("linear_slope") == pytest.approx(0.343, abs=1e-12)
    assert plot.text("h(h(h(x)))_label") == "h(h(h(x))) = 0.343 x"

    W2, W1, one = (shown.matrix(f"linear_{name}", *shape) for name, shape in (
        ("W2", (2, 3)), ("W1", (3, 2)), ("one", (2, 2)),
    ))  # fmt: skip
    assert np.array(one) == pytest.approx(np.array(W2) @ np.array(W1), abs=1e-12)
    for column in ("1", "2"):
        assert shown.number(f"linear_two_difference_{column}") < 1e-12
        assert shown.number(f"linear_two_stepwise_{column}") == pytest.approx(
            shown.number(f"linear_two_at_once_{column}"), abs=1e-12
        )

    plane = shown.part(LabPlot, "linear_plane")
    assert isinstance(plane, LabPlot)
    W, b = np.array([shown.number("linear_w1"), shown.number("linear_w2")]), shown.number("linear_b")
    for name in ("deep", "flat"):
        boundary = np.stack(plane.data(name), axis=1)
        assert len(boundary) > 50
        assert boundary @ W + b == pytest.approx(0, abs=1e-6)
    assert shown.number("linear_gap") < 1e-6
    shown.do(wishes.SetStack(3, "tanh", 0))
    assert shown.number("linear_gap") > 1


@pytest.mark.parametrize("shown", ["gradients"], indirect=True)
def test_C15_vanishing_gradient(shown: Shown) -> None:
    shown.do(Configure(deep(shown.session.experiment, 8)), Run())
    shown.session.advance(3)
    shown.do(Pause())
    bars = shown.part(PairBars, "gradients_norms")
    assert isinstance(bars, PairBars)
    run, twin = bars.series
    assert (run.title, twin.title) == ("sigmoid: the run, iteration 3", "ReLU: its twin, iteration 3")
    norms, slopes = backward(shown.session)
    assert run.norms == pytest.approx(norms, rel=1e-5)
    assert run.norms[0] / run.norms[-1] < 1e-3
    assert twin.norms[0] / twin.norms[-1] > 0.1
    assert share_of(float(run.norms[0]), bars.limits) < share_of(float(run.norms[-1]), bars.limits)

    lines = shown.part(ProductLines, "gradients_product")
    assert isinstance(lines, ProductLines)
    products = [np.prod(slopes[k:]) for k in range(8)]
    assert lines.curves["run"].values == pytest.approx(products, rel=1e-5)
    assert lines.curves["bound"].values == pytest.approx([0.25 ** (8 - k) for k in range(8)], abs=1e-12)
    assert shown.number("gradients_whole") == pytest.approx(products[0], rel=1e-5)
    assert shown.number("gradients_bound") == 0.25**8
    assert lines.curves["twin"].values[0] > 100 * lines.curves["run"].values[0]


def backward(session: Session) -> tuple[Values, Values]:
    """Gradient norms and mean slopes of the run's sigmoid network, by hand."""
    data, network = session.data, session.snapshot.network
    assert data is not None
    x = session.scaling.apply(data.train_x[:256], "float64")
    weights = [(np.asarray(layer.W, float), np.asarray(layer.b, float)) for layer in network.layers]
    a = [x]
    for W, b in weights[:-1]:
        a.append(FUNCTIONS["sigmoid"](a[-1] @ W + b))
    z = a[-1] @ weights[-1][0] + weights[-1][1]
    y = np.exp(z - z.max(axis=1, keepdims=True))
    delta = (y / y.sum(axis=1, keepdims=True) - np.eye(10)[data.train_y[:256]]) / len(x)
    norms = []
    for k in range(len(weights) - 1, -1, -1):
        norms.append(np.sqrt(((a[k].T @ delta) ** 2).sum() + (delta.sum(axis=0) ** 2).sum()))
        delta = delta @ weights[k][0].T * a[k] * (1 - a[k])
    return np.array(norms[::-1]), np.array([(part * (1 - part)).mean() for part in a[1:]])


@pytest.mark.parametrize("shown", ["starts"], indirect=True)
def test_F5_initialisation(shown: Shown) -> None:
    grid = shown.part(StartsGrid, "starts_grid")
    assert isinstance(grid, StartsGrid)
    assert set(grid.cells) == set(PLACES)
    assert len(PLACES) == 15
    x = np.random.default_rng(SEED).standard_normal((SAMPLES, 100)).astype(np.float32)
    for (initializer, activation), cell in grid.cells.items():
        rng = np.random.default_rng(np.random.SeedSequence(SEED).spawn(4)[0])
        a = x
        for look in cell.looks:
            W = rng.normal(0, SCALES[initializer], (100, 100)) if initializer != "zeros" else np.zeros((100, 100))
            a = FUNCTIONS[activation](a @ W.astype(np.float32))
            size = max(1.0, float(a.max()))
            assert look.deviation == pytest.approx(float(a.std(dtype=np.float64)), abs=1e-6 * size)
            assert look.mean == pytest.approx(float(a.mean(dtype=np.float64)), abs=1e-6 * size)
            assert look.activations.counts.sum() == a.size
            assert lengths(look.activations) == pytest.approx(
                np.sqrt(look.activations.counts / look.activations.counts.max())
            )
        assert f"dev. {short(cell.deviation)} " in "   ".join(grid.facts(cell))
    collapsed = [place for place, cell in grid.cells.items() if grid.grade_text(cell) == "collapses"]
    assert collapsed == [place for place in PLACES if place[0] in ("zeros", "normal_0.01")]

    shown.session.do(wishes.TrainStarts(True))
    while shown.lab.starts.iteration < 5:
        shown.session.labs.advance(0.016)
    shown.do(wishes.TrainStarts(False))
    assert shown.number("starts_iteration") == 5
    for place, cell in grid.cells.items():
        assert grid.starts[place].iteration == 0
        moved = abs(cell.deviation - grid.starts[place].deviation)
        assert moved > 0 or place[0] == "zeros" or cell.diverged
    assert grid.cells["he", "relu"].iteration == 5


@pytest.mark.parametrize("shown", ["layers"], indirect=True)
def test_F5_histograms_before_and_during(shown: Shown) -> None:
    grid = shown.part(LayerGrid, "depth_grid")
    assert isinstance(grid, LayerGrid)
    assert grid.now is not None
    assert grid.now.iteration == 0
    assert grid.start is None
    before = grid.now
    shown.do(Run())
    shown.session.advance(20)
    shown.do(Pause())
    data, session = shown.session.data, shown.session
    assert data is not None
    assert grid.now.iteration == 20
    assert grid.start is not None
    x = session.scaling.apply(data.train_x[:256])
    a = session.snapshot.network.forward(x).a
    assert grid.values("mean") == pytest.approx([float(part.mean(dtype=float)) for part in a], abs=1e-6)
    assert grid.values("deviation") == pytest.approx([float(part.std(dtype=float)) for part in a], abs=1e-6)
    assert grid.texts("mean") == tuple(short(value) for value in grid.values("mean"))
    for layer, part in zip(grid.now.layers, a, strict=True):
        assert (
            layer.activations.counts.tolist() == np.histogram(part.astype(float), layer.activations.edges)[0].tolist()
        )
    for was, kept in zip(before.layers, grid.start.layers, strict=True):
        assert kept.activations.counts.tolist() == was.activations.counts.tolist()


@pytest.mark.parametrize("shown", ["starts"], indirect=True)
def test_F9_batch_norm_and_residual_weaken_the_dependence_on_the_start(shown: Shown) -> None:
    shown.do(wishes.ResetStarts())
    grid = shown.part(StartsGrid, "starts_grid")
    assert isinstance(grid, StartsGrid)
    for name, activation in (("plain", "sigmoid"), ("plain", "tanh"), ("plain", "relu")):
        own = [cell.deviation for place, cell in grid.cells.items() if place[1] == activation and place[0] != "zeros"]
        assert shown.number(f"starts_spread_{name}_{activation}") == pytest.approx(max(own) / min(own), rel=1e-6)
    for activation in ACTIVATIONS:
        plain, residual, norm, both = (
            shown.number(f"starts_spread_{name}_{activation}") for name in ("plain", "residual", "norm", "both")
        )
        assert plain > 30
        assert residual < plain / 20
        assert norm < 1.01
        assert both < 1.01
    box = shown.part(QCheckBox, "starts_batch_norm")
    assert isinstance(box, QCheckBox)
    box.click()
    shown.settle()
    assert shown.lab.starts.mode == (True, False)
    for activation in ACTIVATIONS:
        own = [cell.deviation for place, cell in grid.cells.items() if place[1] == activation and place[0] != "zeros"]
        assert max(own) / min(own) == pytest.approx(shown.number(f"starts_spread_norm_{activation}"), rel=1e-6)


@pytest.mark.parametrize("shown", ["layers"], indirect=True)
def test_F9_switched_in_the_run(shown: Shown) -> None:
    shown.do(Configure(replace(shown.session.experiment, initializer="normal_0.01")))
    grid = shown.part(LayerGrid, "depth_grid")
    assert isinstance(grid, LayerGrid)
    assert grid.values("deviation")[4] < 0.05
    assert "collapse to 0.5" in shown.text("depth_verdict")
    for name in ("depth_batch_norm", "depth_residual"):
        box = shown.part(QCheckBox, name)
        assert isinstance(box, QCheckBox)
        box.click()
    shown.settle()
    layers = shown.session.experiment.layers
    assert all(layer.batch_norm for layer in layers)
    assert [layer.residual for layer in layers] == [False] + [True] * 4
    assert grid.values("deviation")[4] > 0.2
    assert "collapse to" not in shown.text("depth_verdict")
