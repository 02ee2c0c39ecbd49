"""Frozen units stay, units that are off are silent, single numbers can be set; marks are live and survive files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnviz.engine.experiment import Experiment, LayerSpec, adapted, is_live_change
from nnviz.engine.gradcheck import central_differences, relative_difference
from nnviz.engine.layout import layout
from nnviz.engine.network import Network
from nnviz.engine.refusal import DivergedError, Refusal
from nnviz.engine.scaling import fit_scaling
from nnviz.engine.training import Trainer
from nnviz.models import safetensors_file
from nnviz.models.model import Model
from tests.engine.cases import SEEDS, experiment_of, samples_of, trained


@pytest.mark.parametrize("seed", SEEDS)
def test_frozen_parameters_and_their_accumulators_stay(seed: int) -> None:
    trainer = trained(experiment_of(seed, 0.2))
    before = trainer.state()
    trainer.configure(replace(trainer.experiment, frozen=((1, 2), (3, -1))))
    for _ in range(5):
        trainer.step()
    after = trainer.state()
    stays = np.zeros(before.parameters.size, bool)
    for k, (W, *vectors, extra) in enumerate(trainer.network.split(stays)):
        units = [2] if k == 0 else range(3) if k == 2 else []
        pieces = layout(trainer.experiment)[k].pieces
        for unit in units:
            columns = slice(unit * pieces, (unit + 1) * pieces)
            for part in (W.T, *vectors):
                part[columns] = True
            extra[unit : unit + 1] = True
    np.testing.assert_array_equal(after.parameters[stays], before.parameters[stays])
    assert (after.parameters[~stays] != before.parameters[~stays]).any()
    for name, array in after.accumulators.items():
        np.testing.assert_array_equal(array[stays], before.accumulators[name][stays])
        assert (array[~stays] != before.accumulators[name][~stays]).any()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_unit_that_is_off_puts_out_nothing_and_passes_nothing_back(seed: int) -> None:
    e = replace(experiment_of(seed, 0.4), off=((1, 0), (1, 3), (2, 1)))
    network = Network.initial(e, np.random.default_rng(seed))
    network.parameters += np.random.default_rng(seed + 1).normal(0, 0.3, network.parameters.size)
    s = samples_of(seed)
    for dropout in (None, np.random.default_rng(2)):
        trace = network.forward(s.train_x, dropout=dropout)
        assert not trace.a[0][:, [0, 3]].any()
        assert not trace.a[1][:, 1].any()
        backward = network.backward(trace, s.train_t)
        pieces = layout(e)[0].pieces
        assert not backward.delta[0].reshape(-1, 5, pieces)[:, [0, 3]].any()
        assert not backward.dW[1][[0, 3]].any()
    flat = network.backward(network.forward(s.train_x), s.train_t).flat.copy()
    if not {"step", "sign"} & {layer.activation for layer in e.layers}:
        loss = central_differences(
            lambda: network.loss_value(network.forward(s.train_x), s.train_t), network.parameters
        )
        counted = np.concatenate([block.trained() for block in layout(e)])
        assert relative_difference(flat[counted], loss[counted]) < 1e-6


def test_a_unit_that_is_off_is_as_good_as_one_without_outgoing_weights() -> None:
    network = trained(experiment_of(5)).network
    x = samples_of(1).test_x
    silent = network.parameters.copy()
    tuple(network.split(silent))[1][0][3] = 0
    off = Network(replace(network.experiment, off=((1, 3),)), network.parameters)
    np.testing.assert_allclose(off.forward(x).output, Network(network.experiment, silent).forward(x).output, atol=1e-14)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"frozen": ((0, 0),)}, "no_such_unit"), ({"frozen": ((4, 0),)}, "no_such_unit"),
        ({"frozen": ((1, 5),)}, "no_such_unit"), ({"frozen": ((1, -2),)}, "no_such_unit"),
        ({"off": ((3, 0),)}, "cannot_switch_off"), ({"off": ((1, -1),)}, "cannot_switch_off"),
        ({"off": ((2, 4),)}, "no_such_unit"),
    ],
)  # fmt: skip
def test_units_that_are_not_there_are_refused(change: dict[str, object], key: str) -> None:
    with pytest.raises(Refusal, match=key):
        replace(experiment_of(0), **change)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [3, [[1]], [[1, 2, 3]], [[1, 0.5]], [["1", 2]], [[True, 1]], "12", {"1": 2}])
def test_ill_typed_marks_are_refused(value: object) -> None:
    for field in ("frozen", "off"):
        with pytest.raises(Refusal, match="bad_field"):
            Experiment.from_dict({"layers": [], field: value})


def test_marks_survive_json_and_model_files(tmp_path: Path) -> None:
    e = replace(experiment_of(5), frozen=((1, 2), (3, -1)), off=((2, 0),))
    assert Experiment.from_dict(json.loads(json.dumps(e.to_dict()))) == e
    older = {key: value for key, value in e.to_dict().items() if key not in {"frozen", "off"}}
    assert Experiment.from_dict(older) == replace(e, frozen=(), off=())
    flat = trained(e).network.parameters
    scaling = fit_scaling(e.scaling, samples_of(0).train_x)
    safetensors_file.save(tmp_path / "marked.safetensors", Model(e, flat, scaling, ("a", "b", "c"), {}))
    assert safetensors_file.load(tmp_path / "marked.safetensors").experiment == e


def test_marks_are_live_and_go_with_what_they_mark() -> None:
    e = replace(experiment_of(5), frozen=((1, 4), (2, -1), (3, 2)), off=((1, 4), (2, 3)))
    assert is_live_change(replace(e, frozen=(), off=()), e)
    narrow = adapted(e, layers=(replace(e.layers[0], units=3), e.layers[1]))
    assert (narrow.frozen, narrow.off) == (((2, -1), (3, 2)), ((2, 3),))
    short = adapted(e, layers=e.layers[:1])
    assert (short.frozen, short.off) == (((1, 4), (2, 2)), ((1, 4),))
    deep = adapted(e, layers=(*e.layers, LayerSpec(1)))
    assert (deep.frozen, deep.off) == (((1, 4), (2, -1), (4, 2)), e.off)
    assert adapted(e, learning_rate=0.5) == replace(e, learning_rate=0.5)
    assert adapted(e, off=()) == replace(e, off=())


def test_a_number_set_by_hand_outlives_a_divergence() -> None:
    wild = Experiment(
        layers=(LayerSpec(8, "relu"),), inputs=3, outputs=3, output="identity", loss="mse", optimizer="sgd",
        learning_rate=1e4, batch_size=30,
    )  # fmt: skip
    trainer = Trainer(wild, samples_of(1, dtype="float32"))
    trainer.step()
    trainer.set_parameter(3, 0.125)
    assert trainer.network.layers[0].W[0, 3] == 0.125
    trainer.network.parameters[5] = np.inf
    with pytest.raises(DivergedError):
        trainer.step()
    assert trainer.network.parameters[3] == 0.125


def test_a_divergence_straight_after_going_back_leaves_the_state_gone_back_to() -> None:
    trainer = trained(experiment_of(5))
    state = trainer.state()
    for _ in range(4):
        trainer.step()
    trainer.restore(state)
    trainer.network.parameters[5] = np.inf
    with pytest.raises(DivergedError):
        trainer.step()
    np.testing.assert_array_equal(trainer.network.parameters, state.parameters)
