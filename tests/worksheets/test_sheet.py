"""A worksheet holds the engine's own numbers, and every line is made of the lines before it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import parameter_count
from nnviz.engine.refusal import Refusal
from nnviz.engine.study import study
from nnviz.models.examples import FORWARD_PASS_INPUT, FORWARD_PASS_TARGET, forward_pass
from nnviz.notation import Notation
from nnviz.worksheets.lines import RATE, SECTIONS, TOTAL
from nnviz.worksheets.quantity import Quantity, symbol_of
from nnviz.worksheets.sheet import MOST_LINES, Subject, Worksheet, blanks, worksheet

HEADS = (
    ("identity", "mse", 2),
    ("sigmoid", "mse", 1),
    ("sigmoid", "binary_cross_entropy", 2),
    ("softmax", "cross_entropy", 3),
)


def example() -> Subject:
    model = forward_pass()
    x, t = np.array(FORWARD_PASS_INPUT), np.array(FORWARD_PASS_TARGET)
    return Subject(model.experiment, model.parameters, x, t, model.experiment.learning_rate)


def random_subject(activation: str, output: str, loss: str, outputs: int) -> Subject:
    rng = np.random.default_rng(7)
    layers = (LayerSpec(2, activation), LayerSpec(2, activation))
    experiment = Experiment(
        inputs=2, outputs=outputs, layers=layers, output=output, loss=loss, optimizer="adam", l2=0.1
    )
    target = np.eye(outputs)[outputs - 1]
    parameters = rng.normal(size=parameter_count(experiment))
    return Subject(experiment, parameters, rng.normal(size=2), target, 0.25)


def traced(sheet: Worksheet, at: Quantity) -> float:
    """The same entry, looked up once more and in another way."""
    step, k = sheet.step, at.layer - 1
    gradients = {"dw": step.backward.dW, "db": step.backward.db}
    rows = {"z": step.forward.z, "a": step.forward.a, "delta": step.backward.delta}
    if at.kind in gradients:
        array = gradients[at.kind][k]
        return float(array[at.source][at.unit] if at.source >= 0 else array[at.unit])
    if at.kind in ("new_w", "new_b"):
        start = sum(a * b + b for a, b in zip(sheet.experiment.sizes[:k], sheet.experiment.sizes[1:], strict=False))
        inputs, units = sheet.experiment.sizes[k], sheet.experiment.sizes[k + 1]
        return float(step.after[start + (at.source if at.source >= 0 else inputs) * units + at.unit])
    if at.kind == "loss":
        return step.loss
    return float(step.forward.a[-1][0][at.unit] if at.kind == "y" else rows[at.kind][k][0][at.unit])


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "leaky_relu", "identity"])
@pytest.mark.parametrize(("output", "loss", "outputs"), HEADS)
def test_every_line_is_the_trace_to_the_last_bit_and_the_sum_of_its_terms(activation, output, loss, outputs):
    sheet = worksheet(random_subject(activation, output, loss, outputs))
    for item in sheet.items:
        assert item.exact == item.value == traced(sheet, item.quantity)
        assert item.recipe.value(sheet.numbers) == pytest.approx(item.exact, rel=1e-12, abs=1e-13)
        assert item.rounded == pytest.approx(item.exact, abs=0.5000001e-4)
    assert len(sheet.items) == blanks(sheet.experiment.sizes)
    assert list(dict.fromkeys(item.section for item in sheet.items)) == list(SECTIONS)


def test_the_example_is_the_step_that_the_run_itself_would_make():
    subject = example()
    sheet = worksheet(subject, decimals=3)
    own = study(
        subject.experiment, subject.parameters, subject.x[None, :], subject.target[None, :], learning_rate=subject.rate
    )
    assert np.array_equal(sheet.step.after, own.after)
    assert np.array_equal(sheet.step.gradient, own.gradient)
    values = {item.quantity: item.rounded for item in sheet.items}
    assert [values["y", 0, k, -1] for k in range(2)] == [0.317, 0.696]
    assert sheet.is_plain
    assert len(sheet.items) == 68


def test_given_values_are_what_is_printed():
    sheet = worksheet(random_subject("tanh", "identity", "mse", 2), decimals=5)
    assert all(value == round(value, 5) for value in sheet.given.values())
    assert sheet.given[RATE] == 0.25
    assert not sheet.is_plain


def test_carried_lines_are_made_of_rounded_ones():
    exact, carried = (worksheet(example(), 2, carry) for carry in (False, True))
    a = round(1 / (1 + np.exp(-0.3)), 2)
    b, c = round(1 / (1 + np.exp(-0.7)), 2), round(1 / (1 + np.exp(-1.1)), 2)
    z = next(item for item in carried.items if item.quantity == Quantity("z", 2, 0))
    assert z.value == pytest.approx(0.1 * a + 0.2 * b + 0.3 * c + 0.1, abs=1e-15)
    assert z.exact == next(item for item in exact.items if item.quantity == z.quantity).value
    assert z.value != z.exact
    assert all(carried.numbers[item.quantity] == item.rounded for item in carried.items)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"layers": (LayerSpec(8, "tanh"), LayerSpec(8, "tanh"))}, "worksheet_too_large"),
        ({"layers": (LayerSpec(3, "swish"),)}, "worksheet_layer"),
        ({"layers": (LayerSpec(3, "tanh", batch_norm=True),)}, "worksheet_layer"),
        ({"layers": (LayerSpec(2, "tanh", residual=True),)}, "worksheet_layer"),
        ({"layers": (LayerSpec(2, "tanh"),), "off": ((1, 0),)}, "worksheet_layer"),
        ({"layers": (LayerSpec(2, "tanh"),), "frozen": ((1, 0),)}, "worksheet_layer"),
        ({"layers": (LayerSpec(2, "tanh"),), "output": "softmax", "loss": "mse"}, "worksheet_softmax"),
    ],
)
def test_networks_without_a_sheet(changes, key):
    subject = example()
    experiment = replace(subject.experiment, **changes)
    with pytest.raises(Refusal, match=key):
        worksheet(replace(subject, experiment=experiment, parameters=np.zeros(parameter_count(experiment))))


def test_other_refusals():
    subject = example()
    with pytest.raises(Refusal, match="worksheet_decimals"):
        worksheet(subject, 7)
    softmax = replace(subject.experiment, output="softmax", loss="cross_entropy")
    with pytest.raises(Refusal, match="worksheet_share"):
        worksheet(replace(subject, experiment=softmax, target=np.array([0.5, 0.6])))
    far = replace(subject, experiment=softmax, x=np.array([0.0, 0.0]), parameters=subject.parameters * 300)
    with pytest.raises(Refusal, match="worksheet_not_finite"):
        worksheet(replace(far, target=np.array([1.0, 0.0])), 2, carried=True)


def test_the_example_just_fits():
    assert blanks((2, 3, 2, 2)) == 68 <= MOST_LINES < blanks((2, 3, 3, 2))


@pytest.mark.parametrize(
    ("quantity", "notation", "text"),
    [
        (Quantity("z", 1, 1), Notation(), "z⁽¹⁾₂"),
        (Quantity("w", 2, 1, 0), Notation(), "w⁽²⁾₁₂"),
        (Quantity("w", 2, 1, 0), Notation(order="ji"), "w⁽²⁾₂₁"),
        (Quantity("new_w", 2, 11, 0), Notation(), "w′⁽²⁾₁,₁₂"),
        (Quantity("a", 1, 0), Notation(letters="a_z"), "z⁽¹⁾₁"),
        (TOTAL, Notation(), "L"),
        (Quantity("x", 0, 1), Notation(), "x₂"),
    ],
)
def test_symbols(quantity, notation, text):
    assert symbol_of(quantity, notation).text == text
