"""Every number is the sum of its parts: accounts of units and weights against the passes and a second computation."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from nnviz.engine.account import (
    backward_terms,
    effective,
    flat_index,
    partial_sums,
    partial_upstream,
    unit_account,
    unit_delta,
    weight_account,
    winning,
)
from nnviz.engine.experiment import LayerSpec
from nnviz.engine.layout import layout
from nnviz.engine.losses import LOSSES
from nnviz.engine.normalization import EPSILON
from nnviz.engine.study import study
from nnviz.engine.trace import StepTrace
from tests.engine import cases
from tests.engine.cases import PLAIN, experiment_of, trained

CLOSE = 1e-12
SEEDS = (*range(13), *range(PLAIN, PLAIN + 13))
"""Every activation, plain and normalised."""
# A trace cannot be written to, and is the same for all tests.
traced_steps = cache(cases.traced_steps)


def units(step: StepTrace) -> list[tuple[int, int, int]]:
    """Every unit of every layer, with one sample and another in turn."""
    sizes = step.experiment.sizes
    return [(layer, unit, 3 * (unit % 2)) for layer in range(1, len(sizes)) for unit in range(sizes[layer])]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_unit_is_the_sum_of_its_terms_in_both_directions(seed: int) -> None:
    for step in traced_steps(seed):
        last = len(step.network.layers)
        for layer, unit, sample in units(step):
            u = unit_account(step, layer, unit, sample)
            assert u.products.sum() + u.bias == pytest.approx(u.z, abs=CLOSE)
            assert u.dropped * u.value + (u.skip or 0) == pytest.approx(u.a, abs=CLOSE)
            spec = step.network.layers[layer - 1].spec
            assert (u.norm is not None, u.skip is not None) == (spec.batch_norm, spec.residual)
            if layer < last:
                back = u.out_products.sum() + (u.out_skip or 0)
                assert u.dropped * back == pytest.approx(u.upstream, abs=CLOSE)
                assert u.upstream * u.slope == pytest.approx(u.dn, abs=CLOSE)
                assert u.target is None
            else:
                assert u.out_weights.size == 0
                assert u.target == step.target[sample, unit]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_normalisation_did_to_a_unit(seed: int) -> None:
    for step in traced_steps(seed):
        for layer, unit, sample in units(step):
            u = unit_account(step, layer, unit, sample)
            if u.norm is None:
                assert (u.n, u.dn) == (u.z, u.delta)
                continue
            norm, column = u.norm, int(winning(step, layer - 1, sample)[unit])
            z, dn = step.forward.z[layer - 1][:, column], step.backward.dn[layer - 1][:, column]
            x_hat = (z - z.mean()) / np.sqrt(z.var() + EPSILON)
            assert (norm.mean, norm.variance) == pytest.approx((z.mean(), z.var()), abs=CLOSE)
            assert norm.normalised == pytest.approx(x_hat[sample], abs=CLOSE)
            assert u.n == pytest.approx(norm.gamma * norm.normalised + norm.beta, abs=CLOSE)
            assert (norm.dgamma, norm.dbeta) == pytest.approx((dn @ x_hat, dn.sum()), abs=CLOSE)
            centred = u.dn - (norm.dbeta + norm.dgamma * norm.normalised) / len(z)
            assert u.delta == pytest.approx(norm.gamma / np.sqrt(norm.variance + EPSILON) * centred, abs=CLOSE)
            moved = (0.9 * norm.running[0] + 0.1 * z.mean(), 0.9 * norm.running[1] + 0.1 * z.var(ddof=1))
            assert norm.from_batch
            assert norm.new_running == pytest.approx(moved, abs=CLOSE)
            block = layout(step.experiment)[layer - 1]
            assert (norm.gamma, norm.beta) == tuple(step.before[[block.gamma + column, block.beta + column]])
            assert (norm.new_gamma, norm.new_beta) == tuple(step.after[[block.gamma + column, block.beta + column]])


def test_what_comes_back_from_a_normalised_maxout_layer_comes_from_all_its_pieces() -> None:
    e = replace(experiment_of(29), layers=(LayerSpec(4, "tanh"), LayerSpec(5, "maxout", pieces=3, batch_norm=True)))
    step = trained(e).traced_step()[1]
    for unit in range(4):
        u = unit_account(step, 1, unit, 2)
        assert u.out_products.size == 15
        assert np.count_nonzero(u.out_deltas) > 5, "μ and σ carry the gradient to pieces that do not win"
        assert u.out_products.sum() == pytest.approx(u.upstream, abs=CLOSE)
        np.testing.assert_allclose(backward_terms(step, 1, 2)[unit].sum(), u.upstream, atol=CLOSE)


@pytest.mark.parametrize("seed", SEEDS)
def test_output_deltas_by_their_formulas(seed: int) -> None:
    step = traced_steps(seed)[0]
    e, y, t = step.experiment, step.forward.output, step.target
    for unit in range(e.outputs):
        u = unit_account(step, len(e.sizes) - 1, unit, 2)
        assert u.upstream == pytest.approx(LOSSES[e.loss]().gradient(step.forward, t)[2, unit], abs=CLOSE)
        assert u.fused == ((e.output, e.loss) in {("softmax", "cross_entropy"), ("sigmoid", "binary_cross_entropy")})
        if u.fused:
            count = len(y) * (1 if e.output == "softmax" else e.outputs)
            assert u.delta == pytest.approx((u.a - t[2, unit]) / count, abs=CLOSE)
        elif e.output != "softmax":
            assert u.delta == pytest.approx(u.upstream * u.slope, abs=CLOSE)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_weight_and_its_bias_are_accounted_for(seed: int) -> None:
    for step in traced_steps(seed):
        e = step.experiment
        for layer, j, sample in units(step):
            u = unit_account(step, layer, j, sample)
            for i in (None, 0, e.sizes[layer - 1] - 1):
                w = weight_account(step, layer, i, j, sample)
                assert w.terms.sum() == pytest.approx(w.dW, abs=CLOSE)
                assert w.a * w.delta == w.terms[sample]
                assert w.dW + w.penalty == pytest.approx(w.g, abs=CLOSE)
                shown = (u.bias, u.db, u.bias_gradient, u.new_bias)
                if i is not None:
                    shown = (u.weights[i], u.dW[i], u.weight_gradients[i], u.new_weights[i])
                assert (w.w, w.dW, w.g, w.w_next) == shown
                assert w.steps == 7


@pytest.mark.parametrize("seed", range(6))
def test_updates_by_the_optimizers_formulas(seed: int) -> None:
    step = trained(experiment_of(seed)).traced_step()[1]
    e = step.experiment
    w = weight_account(step, 2, 1, 2)
    eta, now = w.learning_rate, {name: after for name, (_, after) in w.accumulators.items()}
    past = {name: before for name, (before, _) in w.accumulators.items()}
    alpha, rho = e.momentum, e.decay
    expected = {
        "sgd": lambda: w.w - eta * w.g,
        "momentum": lambda: w.w + alpha * past["v"] - eta * w.g,
        "nesterov": lambda: w.w + alpha * (alpha * past["v"] - eta * w.g) - eta * w.g,
        "adagrad": lambda: w.w - eta * w.g / (np.sqrt(past["h"] + w.g**2) + e.epsilon),
        "rmsprop": lambda: w.w - eta * w.g / (np.sqrt(rho * past["h"] + (1 - rho) * w.g**2) + e.epsilon),
        "adam": lambda: (
            w.w - eta * now["m"] / (1 - alpha**w.steps) / (np.sqrt(now["v"] / (1 - rho**w.steps)) + e.epsilon)
        ),
    }[e.optimizer]()
    assert w.w_next == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_partial_sums_end_in_the_whole(seed: int) -> None:
    step = traced_steps(seed)[0]
    for k in range(3):
        W, b, z = effective(step, k, 1)
        inputs = step.forward.input_of(k)[1]
        assert not partial_sums(step, k, 0, 1).any()
        np.testing.assert_allclose(partial_sums(step, k, 2, 1), inputs[0] * W[0] + inputs[1] * W[1], atol=CLOSE)
        np.testing.assert_allclose(partial_sums(step, k, len(inputs), 1) + b, z, atol=CLOSE)
    for k in range(2):
        whole = partial_upstream(step, k, step.experiment.sizes[k + 2], 1)
        accounts = [unit_account(step, k + 1, unit, 1) for unit in range(step.experiment.sizes[k + 1])]
        np.testing.assert_allclose([u.dropped * part for u, part in zip(accounts, whole, strict=True)],
                                   [u.upstream for u in accounts], atol=CLOSE)  # fmt: skip
        first = backward_terms(step, k + 1, 1)[:, 0]
        if accounts[0].out_skip is not None:
            first[0] += accounts[0].out_skip
        np.testing.assert_allclose(partial_upstream(step, k, 1, 1), first, atol=CLOSE)
        for u, terms in zip(accounts, backward_terms(step, k + 1, 1), strict=True):
            assert terms.sum() == pytest.approx(u.out_products.sum(), abs=CLOSE)
        np.testing.assert_array_equal(unit_delta(step, k, 1), [u.delta for u in accounts])


def test_maxout_is_accounted_for_by_the_winning_piece() -> None:
    seed = 12
    step = trained(experiment_of(seed)).traced_step()[1]
    assert step.experiment.layers[0].activation == "maxout"
    for unit in range(5):
        pieces = step.forward.z[0][4].reshape(5, 3)[unit]
        u = unit_account(step, 1, unit, 4)
        assert u.z == u.a == pieces.max()
        index = weight_account(step, 1, 2, unit, 4).index
        assert index == flat_index(step.experiment, 1, 2, unit, int(pieces.argmax()))


@pytest.mark.parametrize("seed", SEEDS)
def test_flat_index_names_the_entry(seed: int) -> None:
    network = trained(experiment_of(seed), 1).network
    e, blocks = network.experiment, layout(network.experiment)
    for k, layer in enumerate(network.layers):
        for piece in range(blocks[k].pieces):
            column = blocks[k].pieces + piece
            assert network.parameters[flat_index(e, k + 1, 2, 1, piece)] == layer.W[2, column]
            assert network.parameters[flat_index(e, k + 1, None, 1, piece)] == layer.b[column]


def test_an_overflowing_network_can_be_looked_at() -> None:
    e = experiment_of(8)
    network = trained(e, 1).network
    step = study(e, network.parameters * 1e200, np.full((1, 3), 1e200), np.eye(3)[:1], learning_rate=0.1)
    assert not np.isfinite(unit_account(step, 2, 0).z)
    assert not np.isfinite(weight_account(step, 3, 0, 1).w_next)
