"""Rows that the window itself shows: forward pass, parameters, output layers, preprocessing, gradients, overfitting."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from nnviz import cli
from nnviz.app import App, build
from nnviz.data import catalogue
from nnviz.engine.experiment import Experiment, LayerSpec, adapted
from nnviz.session.intents import Compare, Configure, NewSeed, OpenPage, Run, ShowSample
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings
from nnviz.views.network.scene import UnitRef
from nnviz.views.plots.compare_curves import CompareCurves
from nnviz.views.plots.curves_pane import CurvesPane

CLOSE = 1e-6


@pytest.fixture
def app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """The window on the playground."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(welcome_seen=True), "playground")
    parts.window.show()
    parts.window.open_at(1440, 900)
    qtbot.waitExposed(parts.window)
    yield parts
    parts.close()


def tick(app: App) -> None:
    app.application.processEvents()
    app.session.clock.tick()
    app.application.processEvents()


def number(app: App, name: str) -> float:
    """What a number label holds; it says the same to a screen reader."""
    tick(app)
    label = app.window.findChild(QWidget, name)
    assert label is not None, name
    assert float(label.accessibleDescription()) == label.property("value")
    return float(label.property("value"))


def text(app: App, name: str) -> str:
    tick(app)
    label = app.window.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def train(app: App, steps: int) -> None:
    app.session.do(Run())
    app.session.advance(steps)
    tick(app)


def units(app: App, layer: int) -> tuple[list[float], list[float]]:
    """z and a of every unit of a layer, one after the other in the inspector."""
    z, a = [], []
    for unit in range(app.session.experiment.sizes[layer]):
        app.window.network.unit_selected.emit(UnitRef(layer, unit))
        z.append(number(app, "inspector_z"))
        a.append(number(app, "inspector_a"))
    return z, a


def test_B2_forward_pass_step_by_step(app: App) -> None:
    app.window.actions_by_name["example"].trigger()
    for layer, expected_z, expected_a in (
        (1, [0.3, 0.7, 1.1], [0.57444252, 0.66818777, 0.75026011]),
        (2, [0.51615984, 1.21402696], [0.62624937, 0.7710107]),
        (3, [0.31682708, 0.69627909], [0.31682708, 0.69627909]),
    ):
        z, a = units(app, layer)
        assert z == pytest.approx(expected_z, abs=CLOSE)
        assert a == pytest.approx(expected_a, abs=CLOSE)


def test_B3_parameter_count(app: App) -> None:
    layers = (LayerSpec(50, "sigmoid"), LayerSpec(100, "sigmoid"))
    app.session.do(OpenPage("digits"))
    app.session.do(Configure(replace(app.session.experiment, layers=layers)))
    assert text(app, "parameter_count") == "45,360 parameters"
    assert text(app, "parameter_sum") == "(784·50 + 50) + (50·100 + 100) + (100·10 + 10)"
    app.session.do(Configure(replace(app.session.experiment, layers=(LayerSpec(7),))))
    assert text(app, "parameter_count") == f"{784 * 7 + 7 + 7 * 10 + 10:,} parameters"


def test_B5_output_layer(app: App) -> None:
    for data, output, loss, units in (
        ("wave", "identity", "mse", 1), ("moons", "sigmoid", "binary_cross_entropy", 1),
        ("three_classes", "softmax", "cross_entropy", 3),
    ):  # fmt: skip
        app.session.do(Configure(adapted(app.session.experiment, **catalogue.defaults(data))))
        tick(app)
        chosen = {name: app.window.findChild(QWidget, name).property("currentData") for name in ("output", "loss")}
        assert chosen == {"output": output, "loss": loss}
        assert len(app.window.network.picture.nodes.layer) - sum(app.session.experiment.sizes[:-1]) == units
        assert units == (len(app.session.data.classes) if output == "softmax" else 1)


def test_B6_inference_with_given_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    folder, data = os.environ.get("NNVIZ_REFERENCE"), os.environ.get("NNVIZ_DATA")
    if not (folder and data):
        pytest.skip("needs MNIST in NNVIZ_DATA and the published network in NNVIZ_REFERENCE")
    path = Path(folder) / "book-784-50-100-10.npz"
    assert cli.main(["evaluate", str(path), "--data", "mnist", "--activation", "sigmoid"]) == 0
    said = capsys.readouterr().out
    assert "0.9352" in said or "93.52" in said
    assert "in batches of 100" in said
    assert "one by one" in said


def test_B7_preprocessing(app: App) -> None:
    for scaling in ("none", "unit", "standard", "whiten"):
        app.session.do(Configure(replace(app.session.experiment, scaling=scaling)))
        app.session.do(ShowSample(3))
        data = app.session.data
        raw, train_x = data.test_x[3].astype(float), data.train_x.astype(float)
        app.window.network.unit_selected.emit(UnitRef(0, 0))
        shown = [number(app, "inspector_a")]
        app.window.network.unit_selected.emit(UnitRef(0, 1))
        shown.append(number(app, "inspector_a"))
        assert shown == pytest.approx(scaled(scaling, raw, train_x), abs=1e-4), scaling


def scaled(scaling: str, raw: np.ndarray, x: np.ndarray) -> list[float]:
    """The sample after scaling, by the formulas of a course."""
    low, high, mean = x.min(), x.max(), x.mean(axis=0)
    if scaling == "unit":
        return list((raw - low) / (high - low))
    if scaling == "standard":
        return list((raw - mean) / x.std(axis=0))
    if scaling == "whiten":
        values, vectors = np.linalg.eigh(np.cov(x.T))
        return list(vectors @ ((vectors.T @ (raw - mean)) / np.sqrt(values)))
    return list(raw)


def test_D5_numerical_against_analytic_gradient(app: App) -> None:
    train(app, 20)
    app.window.actions_by_name["step"].trigger()
    app.window._docks.bring("layers")
    tick(app)
    button = app.window.findChild(QAbstractButton, "layers_check_button")
    assert button is not None
    button.click()
    largest = number(app, "layers_gradient_check")
    assert 0 < largest < 1e-5
    check = app.session.gradient_check
    assert largest == check.largest
    assert check.seconds_numerical_per_parameter * check.total > check.seconds_analytic


def overfitting(app: App, **values: object) -> float:
    """How far the loss curves have parted, test above training, as the plot shows them."""
    experiment = Experiment(
        **{**catalogue.defaults("moons"), "samples": 60, "noise": 0.35}, layers=(LayerSpec(64), LayerSpec(64)),
        learning_rate=0.01, batch_size=16,
    )  # fmt: skip
    app.session.do(Configure(replace(experiment, **values)))  # type: ignore[arg-type]
    app.window._docks.bring("curves")
    train(app, 300)
    curves = app.window.findChild(CurvesPane)
    assert curves is not None
    return float(curves.curve_data("test_loss")[1][-1] - curves.curve_data("train_loss")[1][-1])


def test_F6_overfitting(app: App) -> None:
    parted = overfitting(app)
    assert parted > 0.5
    assert overfitting(app, l2=0.02) < 0.5 * parted
    dropped = tuple(LayerSpec(64, dropout=0.5) for _ in range(2))
    assert overfitting(app, layers=dropped) < parted
    assert overfitting(app, l1=0.005) < 0.8 * parted
    assert overfitting(app, samples=1500) < 0.5 * parted
    overfitting(app, patience=3, evaluate_every=5)
    assert app.session.snapshot.iteration < 300


def test_F8_hyper_parameters_against_parameters(app: App) -> None:
    for units in (3, 12):
        app.session.do(Configure(replace(app.session.experiment, layers=(LayerSpec(units, "tanh"),))))
        count = 2 * units + units + units + 1
        assert text(app, "parameter_count") == f"{count} parameters"
    before = text(app, "parameter_count")
    app.session.do(Configure(replace(app.session.experiment, learning_rate=0.5, batch_size=7)))
    assert text(app, "parameter_count") == before


def test_F10_deterministic_against_stochastic(app: App) -> None:
    runs = []
    for seed in (4, 4, 5):
        app.session.do(NewSeed(seed))
        train(app, 50)
        runs.append(app.session.snapshot.parameters)
    np.testing.assert_array_equal(runs[0], runs[1])
    assert not np.array_equal(runs[0], runs[2])
    app.session.do(OpenPage("compare"))
    app.session.do(Compare("seed", (0, 1, 2)))
    train(app, 60)
    curves = app.window.findChild(CompareCurves)
    assert curves is not None
    drawn = [curves.curve_data(f"test_{lane}_loss")[1] for lane in range(3)]
    assert all(len(drawn[0]) == len(other) > 3 for other in drawn[1:])
    assert len({values[-1] for values in drawn}) == 3
