"""What is typed is read as people write, judged with the tolerance of rounding, and slips are recognised."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from nnviz.models.examples import forward_pass
from nnviz.worksheets.answers import EMPTY, RIGHT, ROUNDED, UNREADABLE, WRONG, check, judge, read
from nnviz.worksheets.quantity import Quantity
from nnviz.worksheets.sheet import Item, Subject, Worksheet, worksheet
from nnviz.worksheets.slips import SLIPS, Slip, slips_of

Arrays = dict[str, list[np.ndarray]]


@pytest.fixture(scope="module")
def sheet() -> Worksheet:
    """Weights that no two slips agree about."""
    model = forward_pass()
    rng = np.random.default_rng(3)
    parameters = np.round(rng.uniform(-2, 2, model.parameters.size), 2)
    return worksheet(Subject(model.experiment, parameters, np.array([0.9, -0.6]), np.array([0.3, 0.8]), 0.5), 5)


def line(sheet: Worksheet, *at: object) -> Item:
    return next(item for item in sheet.items if item.quantity == Quantity(*at))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.25", 0.25), ("0,25", 0.25), (" .5 ", 0.5), ("−1/3", -1 / 3), ("1/3", 1 / 3), ("1,5/3", 0.5), ("+2", 2.0),
        ("2e-3", 0.002), ("2E3", 2000.0), ("5.", 5.0), ("- 0.5", -0.5),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text, value):
    assert read(text) == value


@pytest.mark.parametrize("text", ["", "abc", "1/0", "1,000.5", "1/2/3", "0x10", "nan", "inf", "1e999", "9" * 61, "٣"])
def test_no_numbers(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("0.317", RIGHT), ("0.3168", RIGHT), ("0.3172", RIGHT), ("0.318", ROUNDED), ("0.316", ROUNDED),
        ("0.319", WRONG), ("0.315", WRONG), ("-0.317", WRONG), ("", EMPTY), ("  ", EMPTY), ("y", UNREADABLE),
    ],
)  # fmt: skip
def test_half_a_unit_is_right_and_one_unit_is_rounded_differently(text, kind):
    assert judge(text, 0.31682708, 3) == kind


def slope(a: np.ndarray) -> np.ndarray:
    return a * (1 - a)


def of_sheet(sheet: Worksheet) -> Arrays:
    step = sheet.step
    layers, after = step.network.layers, step.network_after.layers
    return {
        "W": [layer.W for layer in layers], "b": [layer.b for layer in layers], "new": [layer.W for layer in after],
        "z": [z[0] for z in step.forward.z], "a": [a[0] for a in step.forward.a],
        "delta": [delta[0] for delta in step.backward.delta], "dW": list(step.backward.dW),
    }  # fmt: skip


MISTAKES: tuple[tuple[tuple[object, ...], Slip, Callable[[Arrays], float]], ...] = (
    (("z", 2, 0), Slip("bias"), lambda n: n["a"][0] @ n["W"][1][:, 0]),
    (("z", 2, 0), Slip("left_out", 1), lambda n: n["z"][1][0] - n["a"][0][1] * n["W"][1][1, 0]),
    (("z", 2, 1), Slip("sign", 2), lambda n: n["z"][1][1] - 2 * n["a"][0][2] * n["W"][1][2, 1]),
    (("z", 2, 1), Slip("sign", 3), lambda n: n["z"][1][1] - 2 * n["b"][1][1]),
    (("z", 2, 1), Slip("reversed"), lambda n: -n["z"][1][1]),
    (("z", 2, 1), Slip("sum_for_activation"), lambda n: n["z"][0] @ n["W"][1][:, 1] + n["b"][1][1]),
    (("z", 3, 1), Slip("swapped"), lambda n: n["a"][1] @ n["W"][2][1, :] + n["b"][2][1]),
    (("loss",), Slip("mean"), lambda n: float(((n["a"][2] - [0.3, 0.8]) ** 2).sum())),
    (("delta", 2, 0), Slip("slope"), lambda n: n["W"][2][0] @ n["delta"][2]),
    (("delta", 2, 1), Slip("new_weights"), lambda n: n["new"][2][1] @ n["delta"][2] * slope(n["a"][1])[1]),
    (("delta", 2, 1), Slip("swapped"), lambda n: n["W"][2][:, 1] @ n["delta"][2] * slope(n["a"][1])[1]),
    (("delta", 2, 1), Slip("sum_for_activation"), lambda n: n["W"][2][1] @ n["delta"][2] * slope(n["z"][1])[1]),
    (
        ("delta", 2, 1), Slip("activation_for_sum"),
        lambda n: n["W"][2][1] @ n["delta"][2] * slope(1 / (1 + np.exp(-n["a"][1])))[1],
    ),
    (("delta", 3, 0), Slip("reversed"), lambda n: -n["delta"][2][0]),
    (("dw", 2, 0, 1), Slip("sum_for_activation"), lambda n: n["z"][0][1] * n["delta"][1][0]),
    (("new_w", 3, 0, 1), Slip("added"), lambda n: n["W"][2][1, 0] + 0.5 * n["dW"][2][1, 0]),
    (("new_w", 3, 0, 1), Slip("rate"), lambda n: n["W"][2][1, 0] - n["dW"][2][1, 0]),
)  # fmt: skip


@pytest.mark.parametrize(("at", "slip", "wrong"), MISTAKES)
def test_a_slip_is_recognised_by_the_number_it_leads_to(sheet, at, slip, wrong):
    item = line(sheet, *at)
    verdict = check(sheet, item, f"{float(wrong(of_sheet(sheet))):.5f}")
    assert (verdict.kind, verdict.slip) == (WRONG, slip)


def test_every_slip_is_tried_above():
    assert {slip.name for _, slip, _ in MISTAKES} == set(SLIPS)


def test_what_no_slip_or_more_than_one_explains(sheet):
    item = line(sheet, "z", 2, 0)
    assert check(sheet, item, "123.456").slip is None
    even = worksheet(
        Subject(forward_pass().experiment, forward_pass().parameters, np.array([1.0, 0.5]), np.array([0.0, 1]), 0.1)
    )
    first = line(even, "z", 1, 0)
    values = [slip for slip, value in slips_of(even, first) if value == pytest.approx(0.2)]
    assert len(values) > 1
    assert check(even, first, "0.2").slip is None


def test_parts_are_the_terms_and_what_they_are_multiplied_by(sheet):
    arrays = of_sheet(sheet)
    parts = [part.value(sheet.numbers) for part in line(sheet, "delta", 2, 1).recipe.parts()]
    assert parts == pytest.approx([*(arrays["W"][2][1] * arrays["delta"][2]), slope(arrays["a"][1])[1]])
    assert [part.value(sheet.numbers) for part in line(sheet, "a", 1, 0).recipe.parts()] == [arrays["z"][0][0]]
    step = [part.value(sheet.numbers) for part in line(sheet, "dw", 2, 0, 1).recipe.parts()]
    assert step == [arrays["a"][0][1], arrays["delta"][1][0]]
