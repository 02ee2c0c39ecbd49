"""Model of the depth lab: shapes, starts, twin, matrices, linear networks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.data import catalogue
from nnviz.data.dataset import DataSet
from nnviz.engine.depth import chain
from nnviz.engine.diagnosis import diagnose
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import fit_scaling
from nnviz.engine.training import Trainer, initial_network
from nnviz.session.labs.depth import intents as wishes
from nnviz.session.labs.depth import starts
from nnviz.session.labs.depth.lab import DepthLab
from nnviz.session.labs.depth.layers import LayersPart
from nnviz.session.labs.depth.linear import LinearPart
from nnviz.session.labs.depth.shape import deep, hidden
from nnviz.session.labs.depth.starts import StartsPart, settings, teacher_samples
from nnviz.session.labs.depth.twin import TwinPart, twin_of
from nnviz.session.labs.lab import LabIntent

SMALL = Experiment(**catalogue.defaults("moons"), layers=(LayerSpec(6, "sigmoid"),) * 3, learning_rate=0.05)


def do(part: StartsPart | TwinPart | LinearPart | LayersPart, intent: LabIntent) -> None:
    part.handlers()[type(intent)](intent)


def settle(part: StartsPart | TwinPart) -> None:
    while part.moving:
        part.advance(0.016)


@pytest.fixture(scope="module")
def data() -> DataSet:
    return catalogue.load(SMALL)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> StartsPart:
    """Three networks instead of fifteen, fewer samples, and no table of all modes."""
    monkeypatch.setattr(starts, "PLACES", (("zeros", "tanh"), ("normal_1", "relu"), ("glorot", "sigmoid")))
    monkeypatch.setattr(starts, "MODES", ())
    monkeypatch.setattr(starts, "SAMPLES", 200)
    return StartsPart()


# Shapes


def test_all_hidden_layers_are_alike() -> None:
    changed = deep(SMALL, 5, units=9, activation="tanh", batch_norm=True)
    assert changed.layers == (LayerSpec(9, "tanh", batch_norm=True),) * 5
    assert hidden(changed) == changed.layers[0]
    assert (changed.inputs, changed.outputs) == (SMALL.inputs, SMALL.outputs)


def test_residual_connections_skip_the_layer_behind_inputs_of_another_size() -> None:
    changed = deep(SMALL, residual=True)
    assert [layer.residual for layer in changed.layers] == [False, True, True]
    assert hidden(changed).residual
    assert [layer.residual for layer in deep(SMALL, units=2, residual=True).layers] == [True] * 3
    assert not any(layer.residual for layer in deep(changed, residual=False).layers)


def test_one_layer_may_be_made_of_many_and_many_of_one() -> None:
    assert len(deep(deep(SMALL, 1), 20).layers) == 20


# Layers


def test_the_start_is_the_network_before_training(data: DataSet) -> None:
    scaling = fit_scaling(SMALL.scaling, data.train_x)
    trainer = Trainer(SMALL, data.samples(SMALL, scaling))
    before = trainer.diagnosis()
    for _ in range(5):
        trainer.step()
    part = LayersPart()
    start = part.start(SMALL, data, scaling)
    assert start is not None
    assert start.iteration == 0
    for one, other in zip(start.layers, before.layers, strict=True):
        assert (one.mean, one.deviation, one.gradient_norm) == (other.mean, other.deviation, other.gradient_norm)
        assert one.activations.counts.tolist() == other.activations.counts.tolist()
    assert part.start(replace(SMALL, learning_rate=0.9), data, scaling) is start
    assert part.start(replace(SMALL, seed=1), data, scaling) is not start


def test_a_run_from_a_file_begins_with_its_weights(data: DataSet) -> None:
    scaling = fit_scaling(SMALL.scaling, data.train_x)
    network = initial_network(replace(SMALL, seed=7))
    start = LayersPart().start(SMALL, data, scaling, network.parameters)
    samples = data.samples(SMALL, scaling)
    expected = diagnose(network, samples.train_x[:256], samples.train_t[:256], None, 0)
    assert start is not None
    assert [layer.mean for layer in start.layers] == [layer.mean for layer in expected.layers]


def test_without_data_there_is_no_start() -> None:
    assert LayersPart().start(SMALL, None, fit_scaling("none", np.zeros((1, 2)))) is None


def test_switches_of_the_layers() -> None:
    part = LayersPart()
    do(part, wishes.ShowStart(False))
    do(part, wishes.OwnAxes(True))
    assert (part.start_shown, part.own_axes) == (False, True)


# Starts


def test_starts_are_looked_at_and_then_rest(few: StartsPart) -> None:
    assert few.moving
    settle(few)
    assert set(few.cells) == set(starts.PLACES)
    assert few.cells == few.starts
    assert {cell.iteration for cell in few.cells.values()} == {0}
    assert few.cells["zeros", "tanh"].grade == "collapse"
    assert few.cells["normal_1", "relu"].grade == "growth"


def test_training_makes_the_steps_of_a_trainer(few: StartsPart) -> None:
    settle(few)
    do(few, wishes.TrainStarts(True))
    while few.iteration < 10:
        few.advance(0.016)
    do(few, wishes.TrainStarts(False))
    settle(few)
    place = ("glorot", "sigmoid")
    trainer = Trainer(settings(place, few.mode), teacher_samples())
    for _ in range(few.iteration):
        trainer.step()
    a = trainer.network.forward(teacher_samples().train_x).a[-2]
    assert few.cells[place].iteration == few.iteration >= 10
    assert few.cells[place].deviation == pytest.approx(float(a.std(dtype=np.float64)), rel=1e-9)
    assert few.starts[place].iteration == 0


def test_a_network_that_diverges_stays_at_its_last_finite_state(few: StartsPart) -> None:
    settle(few)
    do(few, wishes.TrainStarts(True))
    place = ("normal_1", "relu")
    while few.iteration < 15:
        few.advance(0.016)
    assert few.cells[place].diverged
    assert few.cells[place].grade == "diverged"
    assert np.isfinite(few.cells[place].deviation)


def test_switches_begin_anew(few: StartsPart) -> None:
    settle(few)
    do(few, wishes.SetStarts(True, True))
    assert few.moving
    assert not few.cells
    settle(few)
    assert few.mode == (True, True)
    do(few, wishes.TrainStarts(True))
    few.advance(0.016)
    do(few, wishes.ResetStarts())
    assert not few.training
    settle(few)
    assert few.iteration == 0


def test_the_same_switches_change_nothing(few: StartsPart) -> None:
    settle(few)
    cells = dict(few.cells)
    do(few, wishes.SetStarts(False, False))
    assert few.cells == cells
    assert not few.moving


# Twin


def test_the_twin_makes_the_steps_of_the_run(data: DataSet) -> None:
    scaling = fit_scaling(SMALL.scaling, data.train_x)
    samples = data.samples(SMALL, scaling)
    run = Trainer(SMALL, samples)
    for _ in range(12):
        run.step()
    part = TwinPart()
    part.follow(run.snapshot(), SMALL, data, scaling)
    assert part.run is not None
    assert part.moving
    settle(part)
    own = Trainer(twin_of(SMALL, "relu"), samples)
    for _ in range(12):
        own.step()
    assert part.iteration == part.target == 12
    assert part.twin is not None
    assert part.twin.norms.tolist() == chain(own.network, samples.train_x[:256], samples.train_t[:256]).norms.tolist()
    assert part.run.norms == pytest.approx([layer.gradient_norm for layer in run.diagnosis().layers], rel=1e-9)


def test_twins_begin_with_the_same_weights() -> None:
    assert initial_network(twin_of(SMALL, "relu")).parameters.tolist() == initial_network(SMALL).parameters.tolist()


def test_a_run_taken_back_gets_a_new_twin(data: DataSet) -> None:
    scaling = fit_scaling(SMALL.scaling, data.train_x)
    run = Trainer(SMALL, data.samples(SMALL, scaling))
    first = run.snapshot()
    for _ in range(3):
        run.step()
    part = TwinPart()
    part.follow(run.snapshot(), SMALL, data, scaling)
    settle(part)
    part.follow(first, SMALL, data, scaling)
    assert (part.iteration, part.target, part.moving) == (0, 0, False)


def test_another_twin_is_chosen(data: DataSet) -> None:
    scaling = fit_scaling(SMALL.scaling, data.train_x)
    part = TwinPart()
    do(part, wishes.SetTwin("tanh"))
    part.follow(Trainer(SMALL, data.samples(SMALL, scaling)).snapshot(), SMALL, data, scaling)
    samples = data.samples(SMALL, scaling)
    expected = chain(initial_network(twin_of(SMALL, "tanh")), samples.train_x[:256], samples.train_t[:256])
    assert part.twin is not None
    assert part.twin.slopes.tolist() == expected.slopes.tolist()
    with pytest.raises(Refusal) as refusal:
        do(part, wishes.SetTwin("nonsense"))
    assert refusal.value.key == "unknown_choice"
    assert part.activation == "tanh"


def test_without_data_there_is_no_pair(data: DataSet) -> None:
    scaling = fit_scaling(SMALL.scaling, data.train_x)
    part = TwinPart()
    part.follow(Trainer(SMALL, data.samples(SMALL, scaling)).snapshot(), SMALL, None, scaling)
    assert part.run is part.twin is None
    assert not part.moving


# Linear


def test_the_product_follows_its_factors() -> None:
    part = LinearPart()
    assert part.product is not None
    assert part.product.tolist() == [[9, 12, 15]]
    do(part, wishes.SetMatrixEntry("first", 0, 1, -2.5))
    assert part.product.tolist() == [[-9, -10.5, -12]]
    do(part, wishes.SetMatrixShape("first", 2, 2))
    assert part.product.tolist() == [[-9, -10.5, -12], [24, 33, 42]]
    do(part, wishes.SetMatrixShape("first", 2, 3))
    assert part.product is None


@pytest.mark.parametrize(
    "intent",
    [
        wishes.SetMatrixShape("first", 4, 1),
        wishes.SetMatrixShape("third", 1, 1),
        wishes.SetMatrixEntry("first", 1, 0, 1.0),
        wishes.SetMatrixEntry("second", 0, 0, float("nan")),
        wishes.PointAtEntry(1, 0),
        wishes.SetFactor(2.5),
        wishes.SetInput(0.0, 11.0),
        wishes.DrawMatrices(-1),
        wishes.SetStack(9, "identity", 0),
        wishes.SetStack(1, "relu", 0),
    ],
)
def test_what_cannot_be_is_refused_whole(intent: LabIntent) -> None:
    part = LinearPart()
    before = part.first.tolist(), part.second.tolist(), part.pointed, part.factor, part.x.tolist(), part.choice
    with pytest.raises(Refusal):
        do(part, intent)
    after = part.first.tolist(), part.second.tolist(), part.pointed, part.factor, part.x.tolist(), part.choice
    assert after == before


def test_three_times_is_the_third_power() -> None:
    part = LinearPart()
    do(part, wishes.SetFactor(-1.3))
    assert part.powers()[2] == pytest.approx((-1.3) ** 3 * np.linspace(-2, 2, 81), abs=1e-12)
    assert part.slope == pytest.approx((-1.3) ** 3)


def test_other_matrices_and_another_input() -> None:
    part = LinearPart()
    old = part.W1.tolist()
    do(part, wishes.DrawMatrices(4))
    do(part, wishes.SetInput(-1.0, 0.5))
    assert part.W1.tolist() != old
    assert part.stepwise == pytest.approx(part.at_once, abs=1e-12)


@pytest.mark.parametrize("layers", [1, 5])
def test_a_linear_stack_is_one_layer(layers: int) -> None:
    part = LinearPart()
    do(part, wishes.SetStack(layers, "identity", 2))
    assert part.stack.difference < 1e-10
    answers = part.stack.network.forward(part.stack.x).output[:, 0] > 0.5
    assert np.mean(answers == part.stack.y) > 0.8


def test_the_lab_moves_what_is_in_front_only() -> None:
    lab = DepthLab()
    assert not lab.moving
    lab.open_section("starts")
    assert lab.moving
    lab.open_section("linear")
    assert not lab.moving
    assert len(lab.handlers()) == 13
