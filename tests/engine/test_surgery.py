"""Units and layers put in and taken out: what was learnt stays, and everything can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.refusal import Refusal
from nnviz.engine.surgery import (
    Reshape,
    add_layer,
    add_unit,
    old_shape,
    put_back,
    remove_layer,
    remove_unit,
    reshape_state,
    take_out,
)
from nnviz.engine.training import Trainer, TrainerState
from tests.engine.cases import PLAIN, experiment_of, samples_of, trained

SEEDS = (*range(13), *range(PLAIN, PLAIN + 13))
"""Every activation, plain and normalised."""
OPERATIONS: list[Callable[[Experiment], Reshape]] = [
    lambda e: add_unit(e, 1, 0), lambda e: add_unit(e, 2, 4), lambda e: remove_unit(e, 1, 4),
    lambda e: remove_unit(e, 2, 1), lambda e: add_layer(e, 0, LayerSpec(3, "prelu")),
    lambda e: add_layer(e, 1, LayerSpec(7, "maxout")), lambda e: add_layer(e, 2, LayerSpec(4)),
    lambda e: remove_layer(e, 0), lambda e: remove_layer(e, 1),
]  # fmt: skip


def reshapable(seed: int) -> Experiment:
    """The case without the residual connections, which hold sizes fast."""
    e = experiment_of(seed)
    return replace(e, layers=tuple(replace(layer, residual=False) for layer in e.layers))


def rng() -> np.random.Generator:
    return np.random.default_rng(99)


def same(one: TrainerState, two: TrainerState) -> None:
    np.testing.assert_array_equal(one.parameters, two.parameters)
    assert one.accumulators.keys() == two.accumulators.keys()
    for name, array in one.accumulators.items():
        np.testing.assert_array_equal(array, two.accumulators[name])
    assert (one.iteration, one.position, one.optimizer_steps) == (two.iteration, two.position, two.optimizer_steps)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_operation_can_be_taken_back_exactly(seed: int) -> None:
    trainer = trained(replace(reshapable(seed), frozen=((1, 2), (3, -1)), off=((1, 4), (2, 0))))
    state = trainer.state()
    for operation in OPERATIONS:
        reshape = operation(trainer.experiment)
        cut = take_out(state, reshape)
        same(put_back(reshape_state(state, reshape, rng()), cut), state)
        assert old_shape(reshape.new, cut) == trainer.experiment
        assert old_shape(replace(reshape.new, learning_rate=0.5), cut).learning_rate == 0.5


@settings(max_examples=30)
@given(st.sampled_from(SEEDS), st.integers(1, 2), st.data())
def test_add_then_remove_a_unit_is_nothing(seed: int, layer: int, data: st.DataObject) -> None:
    trainer = trained(reshapable(seed), 2)
    at = data.draw(st.integers(0, trainer.experiment.sizes[layer]))
    there = add_unit(trainer.experiment, layer, at)
    back = remove_unit(there.new, layer, at)
    assert back.new == trainer.experiment
    same(reshape_state(reshape_state(trainer.state(), there, rng()), back, rng()), trainer.state())


@pytest.mark.parametrize("at", [0, 1, 2])
def test_add_then_remove_a_fitting_layer_is_nothing(at: int) -> None:
    trainer = trained(experiment_of(12))
    there = add_layer(trainer.experiment, at, LayerSpec(trainer.experiment.sizes[at], "tanh"))
    back = remove_layer(there.new, at)
    assert back.new == trainer.experiment
    same(reshape_state(reshape_state(trainer.state(), there, rng()), back, rng()), trainer.state())


def test_training_goes_on_bit_for_bit_after_a_round_trip() -> None:
    trainer = trained(experiment_of(5, 0.3), 8)
    there = add_unit(trainer.experiment, 2, 1)
    state = reshape_state(reshape_state(trainer.state(), there, rng()), remove_unit(there.new, 2, 1), rng())
    resumed = Trainer.resume(trainer.experiment, samples_of(5), state)
    for _ in range(9):
        assert resumed.step() == trainer.step()
    same(resumed.state(), trainer.state())


@pytest.mark.parametrize("operation", range(len(OPERATIONS)))
def test_a_reshaped_run_goes_on(operation: int) -> None:
    trainer = trained(experiment_of(5, 0.2), 8)
    reshape = OPERATIONS[operation](trainer.experiment)
    resumed = Trainer.resume(reshape.new, samples_of(5), reshape_state(trainer.state(), reshape, rng()))
    assert resumed.epoch == trainer.epoch
    assert resumed.step().iteration == 9
    assert np.isfinite(resumed.network.parameters).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_removed_unit_is_gone_and_no_other(seed: int) -> None:
    trainer = trained(reshapable(seed))
    x = samples_of(seed).test_x
    reshape = remove_unit(trainer.experiment, 1, 2)
    cut = Network(reshape.new, reshape_state(trainer.state(), reshape, rng()).parameters)
    off = Network(replace(trainer.experiment, off=((1, 2),)), trainer.network.parameters)
    np.testing.assert_allclose(cut.forward(x).output, off.forward(x).output, atol=1e-12)
    np.testing.assert_array_equal(cut.layers[1].W, np.delete(trainer.network.layers[1].W, 2, axis=0))


def test_a_new_unit_changes_little_and_can_learn() -> None:
    trainer = trained(experiment_of(4, 0.0), 30)
    x = samples_of(4).train_x
    reshape = add_unit(trainer.experiment, 1, 3)
    state = reshape_state(trainer.state(), reshape, rng())
    grown = Network(reshape.new, state.parameters)
    off = Network(replace(reshape.new, off=((1, 3),)), state.parameters)
    before = trainer.network.forward(x).output
    np.testing.assert_allclose(off.forward(x).output, before, atol=1e-12)
    assert 0 < np.abs(grown.forward(x).output - before).max() < 0.1
    backward = grown.backward(grown.forward(x), samples_of(4).train_t)
    assert backward.dW[0][:, 3].any()
    assert backward.dW[1][3].any()
    assert grown.layers[0].b[3] == 0


def test_layers_keep_what_fits() -> None:
    trainer = trained(experiment_of(5))
    old = trainer.network.layers
    state = trainer.state()
    wide = add_layer(trainer.experiment, 1, LayerSpec(9))
    new = Network(wide.new, reshape_state(state, wide, rng()).parameters).layers
    np.testing.assert_array_equal(new[0].W, old[0].W)
    np.testing.assert_array_equal(new[3].W, old[2].W)
    np.testing.assert_array_equal(new[2].b, old[1].b)
    assert new[2].W.shape == (9, old[1].W.shape[1])
    assert new[2].W.all()
    fitting = add_layer(trainer.experiment, 1, LayerSpec(5))
    new = Network(fitting.new, reshape_state(state, fitting, rng()).parameters).layers
    np.testing.assert_array_equal(new[2].W, old[1].W)
    gone = remove_layer(trainer.experiment, 1)
    new = Network(gone.new, reshape_state(state, gone, rng()).parameters).layers
    assert new[1].W.shape == (5, 3)
    np.testing.assert_array_equal(new[1].b, old[2].b)


def test_marks_move_with_their_units() -> None:
    e = replace(experiment_of(5), frozen=((1, 2), (2, -1), (3, 1)), off=((1, 4), (2, 3)))
    more = add_unit(e, 1, 2).new
    assert (more.frozen, more.off) == (((1, 3), (2, -1), (3, 1)), ((1, 5), (2, 3)))
    less = remove_unit(e, 1, 2).new
    assert (less.frozen, less.off) == (((2, -1), (3, 1)), ((1, 3), (2, 3)))
    deeper = add_layer(e, 1, LayerSpec(5)).new
    assert (deeper.frozen, deeper.off) == (((1, 2), (3, -1), (4, 1)), ((1, 4), (3, 3)))
    flatter = remove_layer(e, 0).new
    assert (flatter.frozen, flatter.off) == (((1, -1), (2, 1)), ((1, 3),))


def test_what_cannot_be_done_is_refused() -> None:
    e = experiment_of(0)
    one = replace(e, layers=(LayerSpec(1),))
    refused: list[tuple[Callable[[], Reshape], str]] = [
        (lambda: remove_unit(one, 1, 0), "last_unit"), (lambda: remove_layer(one, 0), "last_layer"),
        (lambda: remove_unit(e, 3, 0), "no_such_layer"), (lambda: add_unit(e, 0, 0), "no_such_layer"),
        (lambda: remove_unit(e, 1, 5), "no_such_unit"), (lambda: add_unit(e, 1, 6), "no_such_unit"),
        (lambda: add_layer(e, 3, LayerSpec()), "no_such_layer"), (lambda: remove_layer(e, 2), "no_such_layer"),
        (lambda: add_layer(e, 0, LayerSpec(0)), "out_of_range"),
        (lambda: add_unit(replace(e, layers=(LayerSpec(4096),)), 1, 0), "out_of_range"),
    ]  # fmt: skip
    for operation, key in refused:
        with pytest.raises(Refusal, match=key):
            operation()


def test_accumulators_of_another_optimizer_start_at_zero_where_they_were_cut_out() -> None:
    trainer = trained(replace(experiment_of(5), optimizer="momentum"))
    reshape = remove_unit(trainer.experiment, 1, 0)
    cut = take_out(trainer.state(), reshape)
    later = Trainer.resume(
        replace(reshape.new, optimizer="adagrad"), samples_of(5), reshape_state(trainer.state(), reshape, rng())
    )
    later.step()
    back = put_back(later.state(), cut)
    assert set(back.accumulators) == {"h"}
    assert not back.accumulators["h"][reshape.lost].any()
    np.testing.assert_array_equal(back.parameters[reshape.lost], trainer.network.parameters[reshape.lost])
    np.testing.assert_array_equal(back.parameters[reshape.source], later.network.parameters[reshape.target])
