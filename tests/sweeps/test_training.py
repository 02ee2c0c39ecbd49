"""One run: what is recorded of it, and that it is the run the window would make."""

import math
from dataclasses import replace

import numpy as np
import pytest

from nnviz.commands.train import train
from nnviz.data.catalogue import load
from nnviz.sweeps.plan import Plan, Run
from nnviz.sweeps.result import from_line, to_line
from nnviz.sweeps.training import Cancelled, bits, carry_out


def run_of(experiment, **more):
    return Run(experiment, (), **more)


def test_a_run_ends_with_the_parameters_that_train_makes(small):
    done = carry_out(run_of(small), True)
    outcome = train(small, load(small), lambda evaluation: None)
    assert done.result.ended_by == outcome.ended_by == "epochs"
    np.testing.assert_array_equal(done.end.parameters, outcome.model.parameters)
    assert done.result.parameters == bits(outcome.model.parameters)
    assert done.result.last("test_loss") == outcome.history[-1].test_loss
    assert done.result.last("test_accuracy") == outcome.history[-1].test_accuracy


def test_it_is_evaluated_at_the_start_at_the_end_and_about_fifty_times(small):
    course = carry_out(run_of(replace(small, epochs=120)), False).result.course
    assert (course.iteration[0], course.iteration[-1], course.epoch[-1]) == (0, 600, 120)
    assert 40 <= len(course.iteration) <= 60
    assert list(course.iteration) == sorted(set(course.iteration))
    often = carry_out(run_of(replace(small, evaluate_every=7)), False).result.course
    assert often.iteration[:3] == (0, 7, 14)


def test_iterations_end_it_within_an_epoch(small):
    result = carry_out(run_of(replace(small, epochs=0), iterations=7), False).result
    assert (result.ended_by, result.course.iteration[-1]) == ("iterations", 7)


def test_early_stopping_ends_it(small):
    result = carry_out(run_of(replace(small, epochs=0, patience=1, learning_rate=1.0)), False).result
    assert result.ended_by == "early_stopping"


def test_a_divergence_is_a_result_without_a_last_number(small):
    wild = replace(small, optimizer="sgd", learning_rate=1e4, output="identity", loss="mse", data="wave")
    result = carry_out(run_of(wild), False).result
    assert result.diverged
    assert math.isnan(result.last("test_loss"))
    assert math.isnan(result.best_epoch)


def test_the_best_epoch_is_that_of_the_lowest_loss(small):
    result = carry_out(run_of(small), False).result
    losses = result.course.test_loss
    assert result.best_epoch == result.course.epoch[int(np.argmin(losses))]


def test_what_cannot_be_trained_is_a_reason(small):
    done = carry_out(run_of(replace(small, data="moons", inputs=3)), False)
    assert done.result is None
    assert "3" in done.reason


def test_a_cancelled_run_has_no_result(small):
    longest = replace(small, epochs=1_000_000, batch_size=1)
    for experiment in (small, longest):
        with pytest.raises(Cancelled):
            carry_out(run_of(experiment), False, lambda: True)


def test_a_line_gives_the_equal_result_back(small):
    result = carry_out(run_of(replace(small, data="wave", output="identity", loss="mse")), False).result
    assert result.course.test_accuracy[0] is None
    assert from_line(to_line(result)) == result


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b'{"run":"a"}', b"\xff\xfe", b'{"run":1}'])
def test_a_damaged_line_is_none(line):
    assert from_line(line) is None


def test_a_line_with_uneven_columns_is_none(small):
    result = carry_out(run_of(small), False).result
    uneven = replace(result, course=replace(result.course, epoch=result.course.epoch[1:]))
    assert from_line(to_line(uneven)) is None


def test_seeds_differ(small):
    first, second = (carry_out(run, False).result for run in Plan(small, (), 2).runs)
    assert first.parameters != second.parameters
