"""What the layers do: every bar is an array of the diagnosis, every number is one of its fields."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.session.intents import StepOnce
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.layers.histogram import PLOT, HistogramView
from nnviz.views.layers.meter import Meter
from nnviz.views.layers.pane import LayersPane
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import percent
from tests.views.layers.layers_stand_in import SMALL, Show, trainer

DEEP = Experiment(
    inputs=3, outputs=2, layers=tuple(LayerSpec(4, "sigmoid") for _ in range(7)), output="softmax",
    loss="cross_entropy", initializer="normal_0.01",
)  # fmt: skip
WILD = replace(DEEP, layers=tuple(LayerSpec(30, "identity") for _ in range(6)), initializer="normal_1")


def text(pane: LayersPane, name: str) -> str:
    return pane.findChild(QLabel, name).text()


def rendered(widget: HistogramView | Meter) -> QImage:
    return widget.grab().toImage()


def column_height(image: QImage, x: int, color: QColor) -> int:
    return sum(image.pixelColor(x, y) == color for y in range(image.height()))


# what is painted


def test_histograms_are_the_arrays_of_the_diagnosis(show: Show) -> None:
    session, pane = show()
    assert len(pane.rows) == 3
    for row, layer in zip(pane.rows, session.diagnosis.layers, strict=True):
        for view, histogram in zip(row.histograms, (layer.activations, layer.weights, layer.gradients), strict=True):
            assert view.counts is histogram.counts
            assert view.edges is histogram.edges
            assert view.limits[0] <= min(histogram.edges[0], 0)
            assert view.limits[1] >= max(histogram.edges[-1], 0)
    assert pane.rows[1].weights.counts.sum() == 5 * 4
    assert pane.rows[0].activations.counts.sum() == 60 * 5


def test_painted_heights_are_roots_of_counts(theme: Theme, qtbot: QtBot) -> None:
    view = HistogramView(theme, signed=True)
    qtbot.addWidget(view)
    view.resize(101, view.sizeHint().height())
    view.show_counts(np.array([4, 16, 0, 1]), np.array([-1.0, -0.5, 0.0, 0.5, 1.0]), (-1.0, 1.0))
    assert np.allclose(view.heights, [0.5, 1.0, 0.0, 0.25])
    image = rendered(view)
    colors = ("negative", "negative", "positive", "positive")
    heights = [column_height(image, x, theme.color(role)) for x, role in zip((12, 37, 62, 87), colors, strict=True)]
    assert np.allclose(heights, PLOT * view.heights, atol=1.01)


def test_a_bar_across_zero_has_both_colours(theme: Theme, qtbot: QtBot) -> None:
    view = HistogramView(theme, signed=True)
    qtbot.addWidget(view)
    view.resize(101, view.sizeHint().height())
    view.show_counts(np.array([3]), np.array([-0.5, 0.5]), (-1.0, 1.0))
    image = rendered(view)
    assert column_height(image, 40, theme.color("negative")) == pytest.approx(PLOT, abs=1.01)
    assert column_height(image, 60, theme.color("positive")) == pytest.approx(PLOT, abs=1.01)
    assert column_height(image, 15, theme.color("negative")) == column_height(image, 85, theme.color("positive")) == 0


def test_a_new_histogram_leaves_nothing_of_the_one_before(theme: Theme, qtbot: QtBot) -> None:
    first, second = HistogramView(theme, signed=True), HistogramView(theme, signed=True)
    edges, limits = np.linspace(-1, 1, 5), (-1.0, 1.0)
    for view in (first, second):
        qtbot.addWidget(view)
        view.resize(120, view.sizeHint().height())
        view.show()
    first.show_counts(np.array([9, 9, 9, 9]), edges, limits)
    QApplication.processEvents()
    for view in (first, second):
        view.show_counts(np.array([0, 1, 0, 9]), edges, limits)
        QApplication.processEvents()
    assert rendered(first) == rendered(second)


def test_the_bin_under_the_pointer_is_told(theme: Theme, qtbot: QtBot) -> None:
    view = HistogramView(theme, signed=True)
    qtbot.addWidget(view)
    view.resize(101, 90)
    view.show_counts(np.array([4, 1600]), np.array([-0.5, 0.0, 0.5]), (-1.0, 1.0))
    assert view.text_at(60) == "1,600 of 1,604 values between 0 and 0.5"
    assert view.text_at(30).startswith("4 of 1,604 values between −0.5")
    assert view.text_at(10) == view.text_at(95) == ""


def test_zero_and_both_ends_are_labelled(show: Show) -> None:
    _, pane = show()
    assert [label for _, label in pane.rows[0].weights.ticks][1] == "0"
    assert pane.rows[1].activations.ticks == [(-1.0, "−1"), (0.0, "0"), (1.0, "1")]
    assert pane.rows[0].activations.ticks[0] == (0.0, "0")


def test_norm_bars_are_the_gradient_norms(show: Show, theme: Theme) -> None:
    session, pane = show()
    norms = [layer.gradient_norm for layer in session.diagnosis.layers]
    assert np.array_equal(pane.norms.values, norms)
    low, high = pane.norms.limits
    for bar, norm in zip(pane.norms.bars, norms, strict=True):
        assert bar.share == pytest.approx((math.log10(norm) - low) / (high - low))
        image = rendered(bar)
        middle = image.height() // 2
        painted = sum(image.pixelColor(x, middle) == theme.color("accent") for x in range(image.width()))
        assert painted == pytest.approx(bar.share * bar.width(), abs=1.5)


def test_meters_are_the_facts(show: Show) -> None:
    session, pane = show()
    relu, tanh, output = pane.rows
    assert set(relu.facts) == {"dead", "update_ratio"}
    assert set(tanh.facts) == {"saturated", "update_ratio"}
    assert set(output.facts) == {"update_ratio"}
    for row, layer in zip(pane.rows, session.diagnosis.layers, strict=True):
        for name, fact in row.facts.items():
            assert fact.meter.value == getattr(layer, name)
        ratio = row.facts["update_ratio"].meter
        assert ratio.share == pytest.approx((math.log10(layer.update_ratio) + 6) / 6)
        assert ratio.marks == (-3.0,)


def test_without_an_update_there_is_no_ratio(show: Show) -> None:
    _, pane = show(steps=0)
    assert text(pane, "layers_update_ratio_0") == "–"
    assert pane.rows[0].facts["update_ratio"].meter.share == 0
    assert pane.rows[0].facts["update_ratio"].number.accessibleName().endswith(": –")


# what is written


def test_every_number_is_a_label_with_all_digits_for_a_screen_reader(show: Show) -> None:
    session, pane = show()
    for k, layer in enumerate(session.diagnosis.layers):
        for name in ("gradient_norm", "update_ratio"):
            label = pane.findChild(NumberLabel, f"layers_{name}_{k}")
            assert label.value == getattr(layer, name)
            assert label.accessibleName().endswith(f": {getattr(layer, name)!r}")
    dead = pane.findChild(NumberLabel, "layers_dead_0")
    assert dead.text() == percent(session.diagnosis.layers[0].dead)


def test_each_layer_is_a_sentence(show: Show) -> None:
    _, pane = show()
    row = pane.rows[1]
    assert row.accessibleName() == text(pane, "layers_header_1") == "hidden 2 · 4 tanh"
    sentence = row.accessibleDescription()
    for part in ("gradient norm", "saturated units", "update ratio", "activations from", "weights from"):
        assert part in sentence
    assert text(pane, "layers_gradient_norm_1") in sentence
    assert "dead" not in sentence
    assert row.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_vanishing_gradient_is_named(show: Show) -> None:
    session, pane = show(DEEP)
    layers = session.diagnosis.layers
    ratio = layers[0].gradient_scale / layers[-1].gradient_scale
    exponent = math.floor(math.log10(ratio))
    assert pane.verdict.isVisible()
    assert "vanish towards the input: those of hidden 1 are" in pane.verdict.text()
    assert f"{ratio / 10**exponent:.1f}×10" in pane.verdict.text()
    session.change(SMALL)
    session.show(trainer(SMALL).diagnosis())
    session.clock.tick()
    assert not pane.verdict.isVisible()


def test_an_exploding_gradient_is_named(show: Show) -> None:
    session, pane = show(WILD, steps=0)
    largest = max(layer.gradient_norm for layer in session.diagnosis.layers)
    assert largest > 1e3
    assert pane.verdict.text().startswith("Gradients explode")


# the session


def test_a_pane_watches_only_while_it_is_seen(show: Show) -> None:
    session, pane = show()
    assert session.watchers == {("diagnosis", pane)}
    pane.hide()
    assert not session.watchers


def test_a_hidden_pane_does_nothing_until_it_is_shown(show: Show) -> None:
    session, pane = show()
    shown = pane.diagnosis
    pane.hide()
    session.show(trainer(SMALL, 9).diagnosis())
    session.clock.tick()
    assert pane.diagnosis is shown
    pane.show()
    session.clock.tick()
    assert pane.diagnosis is session.diagnosis
    pane.hide()


def test_a_residual_layer_has_no_bounds_and_a_header_that_says_so(show: Show) -> None:
    spec = LayerSpec(4, "tanh", batch_norm=True)
    e = replace(SMALL, layers=(spec, replace(spec, batch_norm=False, residual=True), replace(spec, residual=True)))
    session, pane = show()
    session.change(e)
    session.show(trainer(e, 30).diagnosis())
    session.clock.tick()
    assert [row.header.text() for row in pane.rows[:3]] == [
        "hidden 1 · 4 tanh · batch norm", "hidden 2 · 4 tanh · residual", "hidden 3 · 4 tanh · batch norm · residual",
    ]  # fmt: skip
    found = session.diagnosis.layers
    assert pane.rows[0].activations.limits == (-1, 1)
    assert found[2].activations.edges[-1] > 1
    assert pane.rows[2].activations.limits[1] >= found[2].activations.edges[-1]
    session.show(trainer(replace(e, layers=(spec,) * 3), 1).diagnosis())
    session.clock.tick()
    assert pane.diagnosis is None, "what is known is of a network without skip connections"


def test_another_network_gets_its_rows_and_nothing_of_the_old_one(show: Show) -> None:
    session, pane = show()
    old = session.diagnosis
    session.change(DEEP)
    session.show(old)
    session.clock.tick()
    assert [row.header.text() for row in pane.rows] == [
        *(f"hidden {k} · 4 sigmoid" for k in range(1, 8)), "output · 2 softmax",
    ]  # fmt: skip
    assert pane.diagnosis is None
    assert all(math.isnan(value) for value in pane.norms.values)
    assert all(not len(view.counts) for row in pane.rows for view in row.histograms)
    session.show(trainer(DEEP).diagnosis())
    session.clock.tick()
    assert pane.rows[6].weights.counts is session.diagnosis.layers[6].weights.counts


def test_a_live_change_keeps_rows_and_axes(show: Show) -> None:
    session, pane = show()
    rows = pane.rows
    session.change(replace(SMALL, learning_rate=0.5))
    session.clock.tick()
    assert pane.rows is rows


def test_before_the_samples_are_there_the_pane_says_so(show: Show) -> None:
    session, pane = show()
    hint = pane.findChild(QLabel, "layers_empty")
    assert not hint.isVisible()
    session.show(None)
    session.clock.tick()
    assert hint.isVisible()
    session.data = object()
    session.show(None)
    session.clock.tick()
    assert not hint.isVisible()


def test_a_real_session_fills_the_pane(session: Session, theme: Theme, qtbot: QtBot) -> None:
    pane = LayersPane(session, theme)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    session.advance(0)
    session.clock.tick()
    before = pane.diagnosis
    assert before is not None
    assert before.iteration == session.snapshot.iteration
    weights = [layer.W for layer in session.snapshot.network.layers]
    for row, W in zip(pane.rows, weights, strict=True):
        assert row.weights.counts.sum() == W.size
        assert row.weights.edges[0] == pytest.approx(W.min())
    QTest.mouseClick(pane.badge.button, Qt.MouseButton.LeftButton)
    assert pane.badge.check is session.gradient_check is not None
    assert text(pane, "layers_check_sign") == "✓"
    session.do(StepOnce())
    session.advance(1)
    assert pane.badge.check is None
    assert pane.badge.button.text() == "Check again"
    assert text(pane, "layers_update_ratio_0") != "–"


# looks


def test_text_size_and_language_reach_everything(show: Show, theme: Theme) -> None:
    _, pane = show()
    small = pane.rows[0].weights.sizeHint().height(), pane.minimumSizeHint().width()
    theme.set_scale(1.4)
    QApplication.processEvents()
    assert pane.rows[0].weights.sizeHint().height() > small[0]
    assert small[1] < pane.minimumSizeHint().width() <= 300
    pane.rows[0].header.setText("")
    QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
    assert pane.rows[0].header.text() == "hidden 1 · 5 ReLU"


def test_the_rule_of_thumb_stands_below_its_mark(show: Show) -> None:
    _, pane = show()
    for row in pane.rows:
        meter = row.facts["update_ratio"].meter
        assert row.rule_of_thumb.ticks == [(meter.marks[0], "10⁻³")]
        assert row.rule_of_thumb.limits == meter.limits
        assert row.rule_of_thumb.geometry().left() == meter.geometry().left()
        assert row.rule_of_thumb.width() == meter.width()


def test_histograms_are_in_sight_in_a_low_dock(show: Show) -> None:
    _, pane = show()
    pane.resize(400, 205)
    QApplication.processEvents()
    view = pane.rows[0].weights
    assert view.mapTo(pane, view.rect().center()).y() < pane.height()


def test_a_row_shows_that_it_has_the_focus(show: Show, theme: Theme) -> None:
    _, pane = show()
    row = pane.rows[0]
    without = row.grab().toImage()
    pane.activateWindow()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert row.hasFocus()
    assert row.grab().toImage() != without
