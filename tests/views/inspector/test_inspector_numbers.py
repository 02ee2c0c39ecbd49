"""Every number of the inspector against a network written anew in plain NumPy."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from nnviz.engine.account import flat_index, weight_account
from nnviz.engine.experiment import ACTIVATION_NAMES, OPTIMIZER_NAMES, Experiment, LayerSpec
from nnviz.views.inspector.laws import LAWS, Case, base
from nnviz.views.inspector.story import Story
from nnviz.widgets.formula import Fine, FormulaLabel, Tex
from tests.views.inspector.inspector_oracle import Oracle, updated

OUTPUTS = [("sigmoid", "binary_cross_entropy", 1), ("sigmoid", "mse", 2), ("identity", "mse", 3),
           ("softmax", "cross_entropy", 3), ("softmax", "mse", 3)]  # fmt: skip
RATE, UPDATES = 0.05, 8


def experiment_of(activation="tanh", output=OUTPUTS[0], **settings):
    name, loss, units = output
    layers = (LayerSpec(3, activation), LayerSpec(4, activation))
    return Experiment(inputs=5, outputs=units, layers=layers, output=name, loss=loss, **settings)


def shown(pane, key):
    widget = pane.findChild(QWidget, f"inspector_{key}")
    assert widget is not None, key
    assert float(widget.accessibleDescription()) == widget.property("value")
    return widget.property("value")


def piece_of(oracle, layer, unit):
    """The winning piece of a maxout unit for the last sample."""
    name, units, *_ = list(oracle.layers(oracle.parameters))[layer - 1]
    z = oracle.forward()[layer - 1][1]
    norm = list(oracle.layers(oracle.parameters))[layer - 1][5]
    n = (z if norm is None else oracle.normalised(z, *norm))[-1].reshape(units, -1)
    return int(n[unit].argmax()) if name == "maxout" else 0


def oracle_of(stand_in):
    return Oracle(stand_in.experiment, stand_in.parameters, stand_in.x, stand_in.t, stand_in.batch)


def check_unit(pane, layer, unit):
    stand_in = pane.stand_in
    e, oracle = stand_in.experiment, oracle_of(stand_in)
    sample, piece = len(stand_in.x) - 1, piece_of(oracle, layer, unit)
    _, z, a = oracle.forward()[layer - 1]
    column = unit * (z.shape[1] // a.shape[1]) + piece
    pane.show_unit(layer, unit)
    assert shown(pane, "z") == pytest.approx(z[sample, column], rel=1e-12)
    assert shown(pane, "a") == pytest.approx(a[sample, unit], rel=1e-9)
    assert shown(pane, "loss") == pytest.approx(oracle.loss(), rel=1e-9)
    assert shown(pane, "delta") == pytest.approx(oracle.slope_of_loss("z", layer, sample, column), abs=1e-8)
    assert shown(pane, "upstream") == pytest.approx(oracle.slope_of_loss("a", layer, sample, unit), abs=1e-7)
    at = flat_index(e, layer, None, unit, piece)
    assert shown(pane, "bias") == stand_in.parameters[at]
    assert shown(pane, "db") == pytest.approx(oracle.slope_of_parameter(at), abs=1e-8)
    weights = [flat_index(e, layer, i, unit, piece) for i in range(e.sizes[layer - 1])]
    dW = np.array([oracle.slope_of_parameter(i) for i in weights])
    assert shown(pane, "dW_norm") == pytest.approx(np.linalg.norm(dW), abs=1e-8)
    assert shown(pane, "dW_low") == pytest.approx(dW.min(), abs=1e-8)
    assert shown(pane, "dW_high") == pytest.approx(dW.max(), abs=1e-8)
    return at


@pytest.mark.parametrize("activation", ACTIVATION_NAMES)
def test_a_hidden_unit_and_the_snippet_that_computes_its_numbers(inspect, activation, capsys):
    layer_off = replace(experiment_of(activation, OUTPUTS[3], l1=0.01, l2=0.1), off=((1, 0),))
    pane = inspect(layer_off, samples=3)
    for layer, unit in ((1, 2), (2, 1)):
        check_unit(pane, layer, unit)
        assert shown(pane, "slope") * shown(pane, "upstream") == pytest.approx(shown(pane, "delta"), rel=1e-12)
        check_snippet(pane, capsys)
    for layer, unit in ((1, 0), (3, 1)):
        pane.show_unit(layer, unit)
        check_snippet(pane, capsys)


def check_snippet(pane, capsys):
    names, account = run_snippet(pane), pane.reading.unit(pane.choice)
    for key in ("z", "a", "delta"):
        assert names[key][names["sample"]] == pytest.approx(getattr(account, key), rel=1e-12, abs=1e-15)
    np.testing.assert_allclose(names["dW"], account.dW, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(names["new_w"], account.new_weights, rtol=1e-12)
    assert names["new_bias"] == pytest.approx(account.new_bias, rel=1e-12)
    assert f"new b = {names['new_bias']}" in capsys.readouterr().out


def extra_experiment(activation, **settings):
    """5-5-5-4-3: the first three layers are normalised, the first two residual."""
    spec = LayerSpec(5, activation, batch_norm=True, residual=True)
    layers = (spec, spec, LayerSpec(4, activation, batch_norm=True))
    name, loss, units = OUTPUTS[3]
    return Experiment(inputs=5, outputs=units, layers=layers, output=name, loss=loss, **settings)


NORMALISED = [*zip(ACTIVATION_NAMES, cycle((False, True)), strict=False)]
"""Each activation by the running averages or by the statistics of the mini-batch; those that differ most by both."""
NORMALISED += [(name, not batch) for name, batch in NORMALISED if name in ("tanh", "maxout")]


@pytest.mark.parametrize(("activation", "batch"), NORMALISED)
def test_a_unit_with_normalisation_and_skip_and_its_snippet(inspect, activation, batch, capsys):
    pane = inspect(replace(extra_experiment(activation, l2=0.1), off=((1, 0),)), samples=4)
    pane.stand_in.batch = batch
    pane.stand_in.snapshot_changed.emit(None)
    for layer, unit in ((1, 2), (2, 0), (3, 3)):
        check_unit(pane, layer, unit)
        check_normalised(pane, layer, unit)
        check_skip(pane, layer, unit)
        assert ("running" in pane.view.rows._names["mean"].text()) == (not batch)
        assert ("running averages" in pane.view._note.text()) == (not batch)
        check_normalised_snippet(pane, capsys)
    pane.show_unit(1, 0)
    check_normalised_snippet(pane, capsys)


def check_normalised(pane, layer, unit):
    oracle, e = oracle_of(pane.stand_in), pane.stand_in.experiment
    piece = piece_of(oracle, layer, unit)
    _, z, a = oracle.forward()[layer - 1]
    width = z.shape[1]
    column = unit * (width // a.shape[1]) + piece
    *_, norm = list(oracle.layers(oracle.parameters))[layer - 1]
    gamma, beta, mean, variance = norm[:, column]
    if oracle.batch:
        mean, variance = z[:, column].mean(), z[:, column].var()
    x_hat = (z[-1, column] - mean) / np.sqrt(variance + 1e-5)
    expected = {"mean": mean, "variance": variance, "normalised": x_hat, "gamma": gamma, "beta": beta,
                "n": gamma * x_hat + beta}  # fmt: skip
    for key, value in expected.items():
        assert shown(pane, key) == pytest.approx(value, rel=1e-9, abs=1e-12), key
    assert shown(pane, "dn") == pytest.approx(oracle.slope_of_loss("n", layer, 3, column), abs=1e-7)
    at = flat_index(e, layer, None, unit, piece) + width
    assert shown(pane, "dgamma") == pytest.approx(oracle.slope_of_parameter(at), abs=1e-7)
    assert shown(pane, "dbeta") == pytest.approx(oracle.slope_of_parameter(at + width), abs=1e-7)


def check_skip(pane, layer, unit):
    assert pane.findChild(QWidget, "inspector_skip").isVisible() == (layer < 3)
    if layer < 3:
        assert shown(pane, "skip") == oracle_of(pane.stand_in).forward()[layer - 1][0][-1, unit]
        assert pane.view._skip_filled.formula.numbers[-2:] == (shown(pane, "skip"), shown(pane, "a"))


def check_normalised_snippet(pane, capsys):
    names, account = run_snippet(pane), pane.reading.unit(pane.choice)
    for key in ("z", "n", "a", "dn", "delta"):
        assert names[key][names["sample"]] == pytest.approx(getattr(account, key), rel=1e-9, abs=1e-14), key
    assert (names["dgamma"], names["dbeta"]) == pytest.approx((account.norm.dgamma, account.norm.dbeta), abs=1e-14)
    np.testing.assert_allclose(names["dW"], account.dW, rtol=1e-9, atol=1e-14)
    # Adam makes a full step of a gradient that is nothing but rounding, as that of b is by batch statistics.
    np.testing.assert_allclose(names["new_w"], account.new_weights, rtol=1e-9)
    assert f"new b = {names['new_bias']}" in capsys.readouterr().out


@pytest.mark.parametrize("batch", [False, True])
def test_formulas_of_normalisation_end_in_the_numbers_of_the_labels(inspect, batch):
    pane = inspect(extra_experiment("tanh"), samples=4)
    pane.stand_in.batch = batch
    pane.show_unit(2, 1)
    labels = [label for label in pane.findChildren(FormulaLabel) if label.isVisible() and label.formula.numbers]
    last = [label.formula.numbers[-1] for label in labels]
    for key in ("z", "normalised", "n", "a", "upstream", "slope", "dn", "delta", "db"):
        assert shown(pane, key) in last, key
    symbols = [piece.latex for label in pane.findChildren(FormulaLabel) for word in label.formula.words
               for piece in word if isinstance(piece, Tex) and label.isVisible()]  # fmt: skip
    assert r"f = \tanh n" in symbols, "not a, and not of z"
    assert "f'(n) = 1 - f^2" in symbols
    pane.show_unit(4, 0)
    hidden = ("mean", "variance", "normalised", "gamma", "beta", "n", "skip", "dn", "dgamma", "dbeta")
    assert not any(pane.findChild(QWidget, f"inspector_{key}").isVisible() for key in hidden)


def test_a_normalised_unit_that_is_off_adds_nothing_either(inspect):
    pane = inspect(replace(extra_experiment("tanh"), off=((1, 2),)))
    check_unit_off(pane)
    assert shown(pane, "skip") == 0


@pytest.mark.parametrize("output", OUTPUTS)
def test_an_output_unit(inspect, output):
    pane = inspect(experiment_of(output=output), samples=4)
    unit = output[2] - 1
    check_unit(pane, 3, unit)
    assert shown(pane, "target") == pane.stand_in.t[-1, unit]


@pytest.mark.parametrize("optimizer", OPTIMIZER_NAMES)
def test_the_update_of_a_bias_and_of_a_weight(inspect, optimizer):
    pane = inspect(experiment_of(optimizer=optimizer, l1=0.003, l2=0.02), samples=3)
    stand_in = pane.stand_in
    e, oracle = stand_in.experiment, Oracle(stand_in.experiment, stand_in.parameters, stand_in.x, stand_in.t)
    at = check_unit(pane, 2, 1)
    check_update(pane, at, "new_bias", shown(pane, "db"))
    at = flat_index(e, 2, 2, 1)
    w = stand_in.parameters[at]
    pane.show_edge(1, 2, 1)
    assert shown(pane, "w") == w
    assert shown(pane, "input") == pytest.approx(oracle.forward()[1][0][-1, 2], rel=1e-12)
    assert shown(pane, "delta") == pytest.approx(oracle.slope_of_loss("z", 2, 2, 1), abs=1e-8)
    assert shown(pane, "dW") == pytest.approx(oracle.slope_of_parameter(at), abs=1e-8)
    assert shown(pane, "penalty") == pytest.approx(0.02 * w + 0.003 * np.sign(w), rel=1e-12)
    check_update(pane, at, "new_w", shown(pane, "dW") + shown(pane, "penalty"))


def check_update(pane, at, result, g):
    stand_in = pane.stand_in
    before = {name: values[at] for name, values in stand_in.accumulators.items()}
    w, after = updated(stand_in.experiment, stand_in.parameters[at], g, RATE, UPDATES, before)
    assert shown(pane, "g") == pytest.approx(g, rel=1e-12, abs=1e-15)
    assert shown(pane, "learning_rate") == RATE
    assert shown(pane, result) == pytest.approx(w, rel=1e-9)
    for name, value in after.items():
        assert shown(pane, name) == before[name]
        assert shown(pane, f"new_{name}") == pytest.approx(value, rel=1e-12)


def test_numbers_in_formulas_are_those_of_the_labels(inspect):
    pane = inspect(experiment_of("sigmoid"), samples=2)
    pane.show_unit(2, 3)
    numbers = [label.formula.numbers for label in pane.findChildren(FormulaLabel) if label.formula.numbers]
    last = [row[-1] for row in numbers]
    for key in ("z", "a", "upstream", "slope", "delta", "db", "new_m", "new_v", "new_bias"):
        assert shown(pane, key) in last, key
    account = weight_account(pane.reading.step, 2, 0, 3, 1)
    assert (account.w, account.a) == numbers[0][:2]
    terms = pane.view.table.terms
    assert sum(terms.data(terms.index(i, 3), 256) for i in range(3)) + shown(pane, "bias") == pytest.approx(
        shown(pane, "z"), rel=1e-12
    )


def test_a_trained_slope_and_its_gradient(inspect):
    pane = inspect(experiment_of("prelu"), samples=3)
    stand_in = pane.stand_in
    oracle = Oracle(stand_in.experiment, stand_in.parameters, stand_in.x, stand_in.t)
    for layer, end in ((1, 5 * 3 + 3 + 3), (2, 5 * 3 + 3 + 3 + 3 * 4 + 4 + 4)):
        pane.show_unit(layer, 1)
        at = end - stand_in.experiment.sizes[layer] + 1
        assert shown(pane, "alpha") == stand_in.parameters[at]
        assert shown(pane, "dalpha") == pytest.approx(oracle.slope_of_parameter(at), abs=1e-8)
    pane.show_unit(3, 0)
    assert not pane.findChild(QWidget, "inspector_alpha").isVisible()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.75, (("= (", 0.75, " − ", 1.0, ")"), ("/ ", "2"))),
        (0.9991257, (("= (", Fine(0.9991257, 7), " − ", Fine(1.0, 7), ")"), ("/ ", "2"))),
        (1 - 7.86e-14, ()),
        (1.0, (("= (", 1.0, " − ", 1.0, ")"), ("/ ", "2"))),
    ],
)
def test_a_difference_shows_the_digits_it_comes_from(inspect, value, written):
    pane = inspect(experiment_of(), samples=2)
    pane.show_unit(3, 0)
    account = replace(pane.reading.unit(pane.choice), a=value, target=1.0, delta=-0.5)
    formula = Story(pane._words).delta_filled(account, pane.reading.experiment, 2)
    assert formula.words == (*written, ("= ", -0.5))


def test_what_is_squared_stands_in_brackets_where_it_has_a_power_of_ten():
    assert [base(g) for g in (0.5, -0.5, 5.4e-20)] == [(0.5,), ("(", -0.5, ")"), ("(", 5.4e-20, ")")]


def test_slopes_and_corrections_show_the_digits_they_come_from():
    tanh, sigmoid = LAWS["tanh"].slope_filled, LAWS["sigmoid"].slope_filled
    assert tanh(Case(4.0, -0.9993293, 0.0013409)) == (("= 1 − ", "(", Fine(-0.9993293, 7), ")", "²"),)
    assert tanh(Case(20.0, 1.0, 0.0)) == (("= 1 − ", Fine(1.0, 4), "²"),)
    assert tanh(Case(15.0, 1 - 1e-12, 2e-12)) == ()
    assert sigmoid(Case(7.0, 0.9990889, 0.00091)) == (("= ", Fine(0.9990889, 7), " · (1 − ", Fine(0.9990889, 7), ")"),)


def test_a_unit_that_is_off_or_frozen_says_so(inspect):
    e = replace(experiment_of(), off=((1, 2),), frozen=((2, -1),))
    pane = inspect(e)
    check_unit_off(pane)
    pane.show_unit(2, 0)
    assert shown(pane, "new_bias") == shown(pane, "bias")
    assert "Frozen" in pane.view.update_._note.text()
    assert pane.view.hands.freeze_layer.isChecked()
    assert not pane.view.hands.freeze.isEnabled()


def check_unit_off(pane):
    pane.show_unit(1, 2)
    assert shown(pane, "a") == 0
    assert shown(pane, "delta") == 0
    assert shown(pane, "z") != 0
    assert "Switched off" in pane.view._note.text()
    assert pane.view.hands.off.isChecked()


def test_accumulators_that_are_not_known_are_not_made_up(inspect):
    pane = inspect(experiment_of())
    pane.stand_in.accumulators_known = False
    pane.show_unit(1, 0)
    assert "Pause" in pane.view.update_._note.text()
    for key in ("m", "v", "new_m", "new_v", "new_bias"):
        assert pane.findChild(QWidget, f"inspector_{key}").text() == "–"
    assert shown(pane, "db") != 0


def run_snippet(pane):
    pane.copy.click()
    names = {}
    with np.errstate(all="ignore"):
        exec(QGuiApplication.clipboard().text(), names)
    return names


@pytest.mark.parametrize(("output", "optimizer"), [*zip(cycle(OUTPUTS), OPTIMIZER_NAMES, strict=False)])
def test_the_snippet_of_a_weight_computes_its_numbers(inspect, output, optimizer, capsys):
    pane = inspect(experiment_of("prelu", output, optimizer=optimizer, l2=0.1), samples=2)
    for k, i, j in ((0, 4, 1), (2, 1, 0)):
        pane.show_edge(k, i, j)
        names = run_snippet(pane)
        account = pane.reading.weight(pane.choice)
        assert names["delta"][names["sample"]] == pytest.approx(account.delta, rel=1e-12, abs=1e-16)
        assert names["dW"][i] == pytest.approx(account.dW, rel=1e-12, abs=1e-16)
        assert names["new_w"][i] == pytest.approx(account.w_next, rel=1e-12)
        assert f"new w = {names['new_w'][i]}" in capsys.readouterr().out
