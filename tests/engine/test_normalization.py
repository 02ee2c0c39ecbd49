"""Batch normalisation and residual connections: values by their formulas, gradients by differences, averages."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from nnviz.engine.experiment import (
    ACTIVATION_NAMES,
    LOSSES_OF_OUTPUT,
    OPTIMIZER_NAMES,
    Experiment,
    LayerSpec,
    adapted,
    is_live_change,
    without_misfits,
)
from nnviz.engine.gradcheck import central_differences, check_gradient, check_sampled, relative_difference
from nnviz.engine.layout import layout
from nnviz.engine.network import Network, Workspace, parameter_count, trained_count
from nnviz.engine.normalization import EPSILON, advance
from nnviz.engine.refusal import DivergedError, Refusal
from nnviz.engine.surgery import add_layer, add_unit, remove_layer, remove_unit, reshape_state
from nnviz.engine.trace import BatchStatistics
from nnviz.engine.training import Trainer
from tests.engine.cases import PLAIN, experiment_of, samples_of, trained

FLAT = ("step", "sign")
PAIRS = [(output, loss) for output, losses in LOSSES_OF_OUTPUT.items() for loss in losses]
SMOOTH = [name for name in ACTIVATION_NAMES if name not in FLAT]
WAYS = [((True, True), True), ((True, True), False), ((True, False), True), ((False, True), True)]
"""Batch normalisation and residual connections or one of them, statistics of the batch or averages."""
Case = tuple[str, tuple[str, str], tuple[tuple[bool, bool], bool]]
CASES: list[Case] = [
    *((name, PAIRS[k % len(PAIRS)], way) for k, (name, way) in enumerate(product(SMOOTH, WAYS))),
    *((name, pair, WAYS[k % 2]) for name in ("tanh", "maxout") for k, pair in enumerate(PAIRS)),
]
"""Every activation in each way, the losses in turn; with two of them every loss."""
NORMED = range(PLAIN, 39)


def experiment(activation: str, batch_norm: bool, residual: bool, pair: tuple[str, str] = PAIRS[-1]) -> Experiment:
    """3-3-2-2-3: the first and the third layer add what they get, the second one is plain."""
    spec = LayerSpec(3, activation, alpha=0.3, theta=0.2, pieces=3)
    layers = (
        replace(spec, batch_norm=batch_norm, residual=residual),
        replace(spec, units=2),
        replace(spec, units=2, batch_norm=batch_norm, residual=residual),
    )
    return Experiment(inputs=3, outputs=3, layers=layers, output=pair[0], loss=pair[1], precision="float64")


def network_of(e: Experiment, seed: int = 1) -> Network:
    """Every parameter is off its start value, running averages too."""
    network = Network.initial(e, np.random.default_rng(seed))
    network.parameters += np.random.default_rng(seed + 1).normal(0, 0.2, network.parameters.size)
    for layer in network.layers:
        layer.variance[:] = np.abs(layer.variance)
    return network


@pytest.mark.parametrize("case", CASES)
def test_gradient_agrees_with_central_differences(case: Case) -> None:
    activation, pair, ((batch_norm, residual), from_batch) = case
    s = samples_of(7, 16)
    network = network_of(experiment(activation, batch_norm, residual, pair))
    assert min(abs(n).min() for n in network.forward(s.train_x, batch_statistics=from_batch).n[:-1]) > 2e-6
    assert check_gradient(network, s.train_x, s.train_t, batch_statistics=from_batch) < 1e-6


def test_gradient_through_dropout_does_not_drop_the_skip() -> None:
    e = experiment("tanh", True, True)
    e = replace(e, layers=tuple(replace(layer, dropout=0.5) for layer in e.layers))
    network, s = network_of(e), samples_of(7)

    def loss() -> float:
        return network.loss_value(network.forward(s.train_x, dropout=np.random.default_rng(3)), s.train_t)

    trace = network.forward(s.train_x, dropout=np.random.default_rng(3))
    mask = trace.masks[2]
    assert mask is not None
    np.testing.assert_allclose(trace.a[2], np.tanh(trace.n[2]) * mask + trace.a[1], atol=1e-14)
    analytic = network.backward(trace, s.train_t).flat.copy()
    numerical = central_differences(loss, network.parameters)
    counted = np.concatenate([block.trained() for block in layout(e)])
    assert relative_difference(analytic[counted], numerical[counted]) < 1e-6


@pytest.mark.parametrize("activation", ["tanh", "maxout", "prelu"])
def test_values_by_their_formulas(activation: str) -> None:
    network, x = network_of(experiment(activation, True, True)), samples_of(2).train_x
    layer, trace = network.layers[0], network.forward(x, batch_statistics=True)
    z = x @ layer.W + layer.b
    x_hat = (z - z.mean(axis=0)) / np.sqrt(z.var(axis=0) + EPSILON)
    np.testing.assert_allclose(trace.z[0], z)
    np.testing.assert_allclose(trace.n[0], layer.gamma * x_hat + layer.beta, atol=1e-12)
    np.testing.assert_allclose(trace.a[0], layer.activation.value(trace.n[0], layer.extra) + x, atol=1e-12)
    inference = network.forward(x)
    x_hat = (z - layer.mean) / np.sqrt(layer.variance + EPSILON)
    np.testing.assert_allclose(inference.n[0], layer.gamma * x_hat + layer.beta, atol=1e-12)
    np.testing.assert_allclose(inference.norms[0].normalised, x_hat, atol=1e-12)  # type: ignore[union-attr]
    assert [norm is None for norm in trace.norms] == [False, True, False, True]


def test_where_there_is_none_n_is_z_itself() -> None:
    trainer = trained(experiment_of(5, 0.2))
    trace = trainer.network.forward(samples_of(5).train_x)
    backward = trainer.network.backward(trace, samples_of(5).train_t)
    step = trainer.traced_step()[1]
    for forward, back in ((trace, backward), (step.forward, step.backward)):
        assert all(n is z for n, z in zip(forward.n, forward.z, strict=True))
        assert all(dn is delta for dn, delta in zip(back.dn, back.delta, strict=True))
        assert forward.norms == back.skip == (None, None, None)


def test_training_mode_follows_the_dropout_generator() -> None:
    network, x = network_of(experiment("tanh", True, False)), samples_of(2).train_x
    rng = np.random.default_rng(0)
    modes = [
        network.forward(x).norms[0], network.forward(x, dropout=rng).norms[0],
        network.forward(x, dropout=rng, batch_statistics=False).norms[0],
        network.forward(x, batch_statistics=True).norms[0],
    ]  # fmt: skip
    assert [norm and norm.from_batch for norm in modes] == [False, True, False, True]


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_workspace_is_used_again(dtype: str) -> None:
    network = network_of(replace(experiment("relu", True, True), precision=dtype))
    s, space = samples_of(2, dtype=dtype), Workspace(network, 30)
    first = network.backward(network.forward(s.train_x, space, batch_statistics=True), s.train_t, space).flat.copy()
    network.backward(network.forward(s.train_x, space), s.train_t, space)
    again = network.backward(network.forward(s.train_x, space, batch_statistics=True), s.train_t, space)
    np.testing.assert_array_equal(again.flat, first)
    assert again.flat.dtype == again.dn[0].dtype == dtype
    for part in network.split(again.flat):
        assert not part.mean.any()
        assert not part.variance.any()


def test_running_averages_follow_the_batches() -> None:
    trainer = Trainer(replace(experiment_of(30), precision="float64"), samples_of(3))
    mean, variance = np.zeros(5), np.ones(5)
    for _ in range(12):
        _, step = trainer.traced_step()
        z = step.forward.z[0]
        mean = 0.9 * mean + 0.1 * z.mean(axis=0)
        variance = 0.9 * variance + 0.1 * z.var(axis=0, ddof=1)
        np.testing.assert_allclose(trainer.network.layers[0].mean, mean, atol=1e-12)
        np.testing.assert_allclose(trainer.network.layers[0].variance, variance, atol=1e-12)


def test_one_sample_says_nothing_about_a_variance() -> None:
    mean, variance = np.zeros(2), np.full(2, 3.0)
    advance(mean, variance, BatchStatistics(np.array([1.0, 2.0]), np.zeros(2), np.zeros((1, 2)), from_batch=True))
    np.testing.assert_allclose(mean, [0.1, 0.2])
    np.testing.assert_array_equal(variance, [3, 3])
    trainer = Trainer(replace(experiment_of(30), batch_size=1), samples_of(3))
    for _ in range(5):
        _, step = trainer.traced_step()
        assert not step.forward.norms[0].normalised.any()  # type: ignore[union-attr]
        assert np.isfinite(step.after).all()
        assert not step.backward.dW[0].any(), "x̂ is 0 whatever the weights are"


@pytest.mark.parametrize("optimizer", OPTIMIZER_NAMES)
def test_optimizers_and_penalties_leave_the_running_averages_alone(optimizer: str) -> None:
    trainer = trained(replace(experiment_of(30), optimizer=optimizer, l1=0.1, l2=0.1), 3)
    for _ in range(3):
        _, step = trainer.traced_step()
        for old, new, norm, given in zip(
            step.network.layers, step.network_after.layers, step.forward.norms, trainer.network.split(step.gradient),
            strict=True,
        ):  # fmt: skip
            if norm:
                mean, variance = old.mean.copy(), old.variance.copy()
                advance(mean, variance, norm)
                np.testing.assert_array_equal(new.mean, mean)
                np.testing.assert_array_equal(new.variance, variance)
                assert not given.mean.any()
                assert not given.variance.any()
                assert (new.gamma != old.gamma).any()


def test_gamma_and_beta_have_no_penalty() -> None:
    _, step = trained(experiment_of(30)).traced_step()
    for given, dgamma, dbeta in zip(
        step.network.split(step.gradient), step.backward.dgamma, step.backward.dbeta, strict=True
    ):
        np.testing.assert_array_equal(given.gamma, dgamma)
        np.testing.assert_array_equal(given.beta, dbeta)


@pytest.mark.parametrize("seed", NORMED)
def test_restore_is_bit_for_bit(seed: int) -> None:
    trainer = trained(replace(experiment_of(seed, 0.2), precision="float32", frozen=((1, 1),)), 5)
    state = trainer.state()
    first = [trainer.step() for _ in range(12)]
    end = trainer.network.parameters.copy()
    trainer.restore(state)
    assert [trainer.step() for _ in range(12)] == first
    np.testing.assert_array_equal(trainer.network.parameters, end)


def test_a_divergence_leaves_the_last_averages() -> None:
    e = replace(experiment_of(30), optimizer="sgd", loss="mse", output="identity", precision="float32")
    trainer = Trainer(e, samples_of(3, dtype="float32"))
    trainer.step()
    before = trainer.network.parameters.copy()
    trainer.step()
    # x̂ is 0 where σ² overflows: the loss alone would not tell.
    trainer.network.layers[0].W[:] = 1e25
    with pytest.raises(DivergedError):
        trainer.step()
    np.testing.assert_array_equal(trainer.network.parameters, before)


def test_what_counts_as_trained() -> None:
    e = Experiment(inputs=3, outputs=2, layers=(LayerSpec(4, batch_norm=True), LayerSpec(4)), output="softmax",
                   loss="cross_entropy")  # fmt: skip
    assert parameter_count(e) - trained_count(e) == 2 * 4
    assert trained_count(e) == (3 * 4 + 4) + 2 * 4 + (4 * 4 + 4) + (4 * 2 + 2)
    maxout = replace(e, layers=(LayerSpec(4, "maxout", pieces=3, batch_norm=True),))
    assert trained_count(maxout) == (3 * 12 + 12) + 2 * 12 + (4 * 2 + 2)
    block = layout(maxout)[0]
    assert (block.beta - block.gamma, block.end - block.extra) == (12, 0)
    network = Network(maxout, np.arange(parameter_count(maxout), dtype=np.float32))
    layer = network.layers[0]
    for name in ("gamma", "beta", "mean", "variance"):
        assert getattr(layer, name)[0] == getattr(block, name)
        assert getattr(layer, name).size == 12
    owned = sorted(np.concatenate([block.incoming(unit) for unit in range(4)]))
    np.testing.assert_array_equal(owned, np.arange(block.end))


def test_start_values() -> None:
    layer = Network.initial(experiment("tanh", True, False), np.random.default_rng(0)).layers[0]
    for array, value in ((layer.gamma, 1), (layer.beta, 0), (layer.mean, 0), (layer.variance, 1)):
        np.testing.assert_array_equal(array, np.full(3, value))


def test_the_badge_differentiates_batch_statistics_and_skips_the_averages() -> None:
    e = experiment("tanh", True, True)
    check = check_sampled(network_of(e), *_first(16), 10_000, np.random.default_rng(0))
    assert (check.verdict, check.checked, check.total) == ("ok", trained_count(e), trained_count(e))


@pytest.mark.parametrize(
    ("activation", "initializer"), [("tanh", "zeros"), ("relu", "zeros"), ("tanh", "normal_0.01"), ("relu", "he")]
)
def test_the_badge_is_calm_at_the_start_of_a_run(activation: str, initializer: str) -> None:
    layers = (LayerSpec(6, activation, batch_norm=True),) + (LayerSpec(6, activation, 0.1, 1.0, 2, 0, True, True),) * 4
    e = Experiment(inputs=3, outputs=3, layers=layers, output="softmax", loss="cross_entropy", initializer=initializer)
    network = Network.initial(e, np.random.default_rng(0))
    check = check_sampled(network, *_first(16), 100, np.random.default_rng(0))
    assert check.verdict == "ok", check


def _first(m: int) -> tuple[np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    s = samples_of(7)
    return s.train_x[:m], s.train_t[:m]


def test_a_unit_that_is_off_adds_nothing_either() -> None:
    e = replace(experiment("tanh", True, True), off=((1, 0), (3, 1)))
    network = network_of(e)
    x, t = _first(16)
    for from_batch in (True, False):
        trace = network.forward(x, batch_statistics=from_batch)
        assert not trace.a[0][:, 0].any()
        assert not trace.a[2][:, 1].any()
        skip = network.backward(trace, t).skip[2]
        assert skip is not None
        assert not skip[:, 1].any()
        assert check_gradient(network, x, t, from_batch) < 1e-6


def test_residual_needs_as_many_units() -> None:
    good = (LayerSpec(3, residual=True), LayerSpec(4), LayerSpec(4, residual=True))
    e = Experiment(inputs=3, layers=good)
    for layers, fields in (
        ((LayerSpec(2, residual=True),), {"layer": 1, "units": 2, "before": 3}),
        ((LayerSpec(3), LayerSpec(5, residual=True)), {"layer": 2, "units": 5, "before": 3}),
    ):
        with pytest.raises(Refusal) as refused:
            replace(e, layers=layers)
        assert (refused.value.key, refused.value.fields) == ("residual_needs_equal", fields)
        assert not any(layer.residual for layer in without_misfits(layers, 3))
    assert without_misfits(good, 3) == good
    moved = adapted(e, inputs=2)
    assert [layer.residual for layer in moved.layers] == [False, False, True], "no room for it at other inputs"


@pytest.mark.parametrize(
    "operation",
    [
        lambda e: add_unit(e, 1, 0), lambda e: remove_unit(e, 2, 0), lambda e: add_unit(e, 2, 1),
        lambda e: add_layer(e, 1, LayerSpec(7)), lambda e: remove_layer(e, 0),
    ],
)  # fmt: skip
def test_surgery_that_would_break_a_residual_connection_is_refused(operation: object) -> None:
    with pytest.raises(Refusal) as refused:
        operation(experiment_of(30))  # type: ignore[operator]
    assert refused.value.key == "residual_needs_equal"


def test_surgery_carries_normalisation_along() -> None:
    e = replace(experiment_of(38), layers=tuple(replace(one, residual=False) for one in experiment_of(38).layers))
    trainer = trained(e)
    old, rng = trainer.network.layers, np.random.default_rng(0)
    assert e.layers[0].activation == "maxout"
    grown = add_unit(e, 1, 2)
    state = reshape_state(trainer.state(), grown, rng)
    new = Network(grown.new, state.parameters).layers
    fresh, kept = slice(6, 9), [*range(6), *range(9, 18)]
    for name, start in (("gamma", 1), ("beta", 0), ("mean", 0), ("variance", 1)):
        np.testing.assert_array_equal(getattr(new[0], name)[kept], getattr(old[0], name))
        np.testing.assert_array_equal(getattr(new[0], name)[fresh], start)
        np.testing.assert_array_equal(getattr(new[1], name), getattr(old[1], name))
    deeper = add_layer(e, 1, LayerSpec(5, "tanh", batch_norm=True))
    new = Network(deeper.new, reshape_state(trainer.state(), deeper, rng).parameters).layers
    np.testing.assert_array_equal(new[1].gamma, 1)
    np.testing.assert_array_equal(new[2].variance, old[1].variance)


def test_they_are_settings_like_others() -> None:
    e = experiment("relu", True, True)
    assert Experiment.from_dict(json.loads(json.dumps(e.to_dict()))) == e
    for field in ("batch_norm", "residual"):
        changed = replace(e, layers=(replace(e.layers[0], **{field: False}), *e.layers[1:]))
        assert not is_live_change(e, changed)
        assert e.to_dict()["layers"][0][field] is True
        for wrong in (1, 0.0, "true", None):
            values = e.to_dict()
            values["layers"][0][field] = wrong
            with pytest.raises(Refusal) as refused:
                Experiment.from_dict(values)
            assert refused.value.key == "bad_field"
    with pytest.raises(Refusal):
        Experiment.from_dict(e.to_dict() | {"seed": True})


def test_it_learns_what_a_plain_deep_network_does_not() -> None:
    """Curriculum F9: twelve sigmoid layers have no gradient left; with normalisation and skips they learn."""

    def loss_of(batch_norm: bool, residual: bool) -> float:
        first = LayerSpec(8, "sigmoid", batch_norm=batch_norm)
        layers = (first, *[replace(first, residual=residual)] * 11)
        e = replace(experiment_of(3), layers=layers, optimizer="sgd", learning_rate=0.5, batch_size=30, l1=0, l2=0,
                    output="softmax", loss="cross_entropy")  # fmt: skip
        trainer = Trainer(e, samples_of(3))
        return [trainer.step().loss for _ in range(150)][-1]

    assert loss_of(False, False) > 1.0
    assert loss_of(True, True) < 0.4
