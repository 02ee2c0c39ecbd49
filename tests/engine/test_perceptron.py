"""Threshold units, gates, the perceptron rule and the delta rule, in numbers."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from nnviz.engine import perceptron as p


@pytest.mark.parametrize(
    ("unit", "gate"),
    [
        ((0.5, 0.5, -0.7), "AND"),
        ((0.5, 0.5, -0.8), "AND"),
        ((1.0, 1.0, -1.0), "AND"),
        ((-0.5, -0.5, 0.7), "NAND"),
        ((0.5, 0.5, -0.4), "OR"),
    ],
)
def test_perceptrons_that_are_gates(unit: tuple[float, float, float], gate: str) -> None:
    assert p.gate_of(p.Unit(*unit).fires(p.POINTS)) == gate


@pytest.mark.parametrize(("threshold", "gate"), [(2.0, "AND"), (1.0, "OR")])
def test_the_threshold_decides_what_a_neuron_is(threshold: float, gate: str) -> None:
    unit = p.Unit(1.0, 1.0, -threshold)
    assert unit.threshold == threshold
    assert p.gate_of(unit.reaches(p.POINTS)) == gate


def test_on_the_line_a_neuron_fires_and_a_perceptron_does_not() -> None:
    unit = p.Unit(0.1, 0.2, -0.3)
    assert unit.sums([(1, 1)]) == 0, "0.1 + 0.2 − 0.3 is meant as 0"
    assert unit.fires([(1, 1)]) == 0
    assert unit.reaches([(1, 1)]) == 1


def test_xor_of_three_gates() -> None:
    s, y = p.xor_of_gates(p.POINTS)
    assert s.T.tolist() == [[1, 1, 1, 0], [0, 1, 1, 1]]
    assert tuple(y) == p.GATES["XOR"]


def test_an_answer_that_is_no_gate_has_no_name() -> None:
    assert p.gate_of([1, 1, 1, 1]) == ""


def test_one_update_by_hand() -> None:
    update = p.show(p.Unit(0.5, -0.25, 0.1), (2.0, 3.0), target=0, rate=0.1)
    assert (update.sum, update.y, update.changed) == (0.35, 1, True)
    assert update.change == (-0.2, -0.3, -0.1)
    assert update.unit == p.Unit(0.3, -0.55, 0.0)


def test_a_right_answer_changes_nothing() -> None:
    unit = p.Unit(1.0, 1.0, -1.0)
    update = p.show(unit, (1.0, 0.0), target=0, rate=1.0)
    assert not update.changed
    assert update.unit == unit


def test_of_the_sixteen_gates_all_but_two_are_separable() -> None:
    tables = list(product((0, 1), repeat=4))
    inseparable = [table for table in tables if not p.separable(p.POINTS, table)]
    assert inseparable == [(0, 1, 1, 0), (1, 0, 0, 1)]


def test_points_on_each_other_or_on_one_line_are_judged_exactly() -> None:
    assert not p.separable([(0.3, 0.3), (0.3, 0.3)], [0, 1])
    assert not p.separable([(0, 0), (1, 0), (2, 0)], [0, 1, 0])
    assert p.separable([(0, 0), (1, 0), (2, 0)], [0, 1, 1])
    assert p.separable([(0, 0), (1, 1)], [1, 1])


def test_separable_agrees_with_a_perceptron_that_is_given_time() -> None:
    rng = np.random.default_rng(5)
    verdicts = set()
    for _ in range(30):
        x, t = rng.uniform(0, 1, (6, 2)).round(1), rng.integers(0, 2, 6)
        unit = p.Unit()
        for _ in range(60):
            for point, target in zip(x, t, strict=True):
                unit = p.show(unit, (point[0], point[1]), int(target), 1.0).unit
        learned = bool((unit.fires(x) == t).all())
        # A perceptron may be slow where the gap is small; what it has learned is separable in any case.
        assert p.separable(x, t) or not learned
        verdicts.add((p.separable(x, t), learned))
    assert {(True, True), (False, False)} <= verdicts


def test_one_unit_gets_three_of_four_of_xor_right() -> None:
    assert p.most_right(p.POINTS, p.GATES["XOR"]) == 3
    assert p.most_right(p.POINTS, p.GATES["AND"]) == 4


def test_the_delta_gradient_equals_central_differences() -> None:
    rng = np.random.default_rng(1)
    x, y, W = p.with_ones(rng.normal(size=(7, 2))), rng.normal(size=7), rng.normal(size=3)
    h = 1e-6 * np.eye(3)
    numeric = [(p.half_squared_error(W + d, x, y) - p.half_squared_error(W - d, x, y)) / 2e-6 for d in h]
    np.testing.assert_allclose(p.delta_gradient(W, x, y), numeric, rtol=1e-7)


def test_below_the_greatest_rate_descent_arrives_and_above_it_runs_away() -> None:
    x, y = p.with_ones([[0.0], [1.0], [3.0]]), np.array([1.0, 0.0, 2.0])
    best = p.least_squares(x, y)
    np.testing.assert_allclose(p.delta_gradient(best, x, y), 0, atol=1e-12)
    for share, arrives in ((0.98, True), (1.02, False)):
        W = np.zeros(2)
        for _ in range(2000):
            W = W - share * p.greatest_rate(x) * p.delta_gradient(W, x, y)
        assert (np.abs(W - best).max() < 1e-6) == arrives
