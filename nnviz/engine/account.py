"""What a number is made of: the terms behind every z, a, δ, gradient and new weight of one training iteration.

Layers are counted as they are drawn: 0 is the input, 1 the first hidden layer; weight layer k leads into layer k + 1.
A maxout unit is accounted for by the piece that wins for the sample asked about: its column of W, its bias, its sum.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.experiment import Experiment
from nnviz.engine.layout import Indices, layout
from nnviz.engine.network import off_units
from nnviz.engine.trace import Array, StepTrace


@dataclass(frozen=True, eq=False)
class NormAccount:
    """Batch normalisation of one unit and one sample: n = γ x̂ + β with x̂ = (z − μ) / √(σ² + ε).

    mean, variance, normalised   μ, σ², x̂;  from_batch: of the batch itself, else running averages
    gamma, beta                  γ, β before the update, new_gamma and new_beta after it
    running                      μ and σ² of inference, before the update, new_running after it
    dgamma, dbeta                ∂L/∂γ = Σ ∂L/∂n x̂ and ∂L/∂β = Σ ∂L/∂n over the batch
    """

    mean: float
    variance: float
    normalised: float
    from_batch: bool
    gamma: float
    beta: float
    new_gamma: float
    new_beta: float
    running: tuple[float, float]
    new_running: tuple[float, float]
    dgamma: float
    dbeta: float


@dataclass(frozen=True, eq=False)
class UnitAccount:
    """One unit and one sample. n inputs, n_next units in the next layer (0 for an output unit).

    inputs, weights, products   (n,) aᵢ of the layer before, wᵢⱼ, wᵢⱼ aᵢ;  z = Σ products + bias
    norm, n                     batch normalisation and its result; None, and z, where there is none
    activation, value           f, and f(n)
    skip                        what a residual connection adds: a of the same unit of the layer before, 0 where the
                                unit is switched off; None where the layer is not residual
    a                           dropped · value + skip, what the next layer gets
    slope                       f′(n); of softmax the diagonal ∂aⱼ/∂zⱼ
    dropped                     the dropout factor, 0 where the unit is switched off, 1 where nothing is dropped
    out_weights, out_deltas     (n_next,) wⱼₖ and δₖ of the next layer;  out_products = wⱼₖ δₖ. Of a maxout layer those
                                of the winning pieces, where it has batch normalisation those of all pieces
    out_skip                    ∂L/∂a that comes back over the next layer's skip connection; None where it has none
    upstream                    ∂L/∂value = dropped · (Σ out_products + out_skip); of an output unit the loss's ∂L/∂y,
                                which may be infinite where cross-entropy meets a sure and wrong answer
    dn                          ∂L/∂n = upstream · slope (softmax: of all units together); L is the mean over the batch
    delta                       ∂L/∂z: dn, and with batch normalisation γ / √(σ² + ε) · dn, by batch statistics
                                γ / √(σ² + ε) · (dn − (dbeta + dgamma · normalised) / m)
    fused                       True: an output unit whose δ is computed as (y − t) / m, see `losses.logit_gradient`
    target                      t of an output unit, else None
    dW, db                      (n,) and one number: ∂L/∂W and ∂L/∂b, summed over the batch, without penalties
    weight_gradients, bias_gradient   the same as given to the optimizer, with penalties
    new_weights, new_bias       after the update
    """

    inputs: Array
    weights: Array
    products: Array
    bias: float
    z: float
    norm: NormAccount | None
    n: float
    activation: str
    value: float
    skip: float | None
    a: float
    slope: float
    dropped: float
    out_weights: Array
    out_deltas: Array
    out_products: Array
    out_skip: float | None
    upstream: float
    dn: float
    delta: float
    fused: bool
    target: float | None
    dW: Array
    db: float
    weight_gradients: Array
    bias_gradient: float
    new_weights: Array
    new_bias: float


@dataclass(frozen=True, eq=False)
class WeightAccount:
    """One weight, or one bias, and its update.

    index         in the flat parameter vector
    w, w_next     before and after the update
    a, delta      of the sample asked about: what flows in (1 for a bias) and ∂L/∂z of the unit it leads to
    terms         (m,) a · δ of every sample of the batch;  dW = Σ terms
    penalty       λ₂ w + λ₁ sign(w); 0 for a bias
    g             what the optimizer was given: dW + penalty
    accumulators  the optimizer's numbers for this weight by name: (before, after)
    learning_rate, steps   η, and the updates made so far, this one included
    """

    index: int
    w: float
    a: float
    delta: float
    dW: float
    terms: Array
    penalty: float
    g: float
    accumulators: dict[str, tuple[float, float]]
    learning_rate: float
    steps: int
    w_next: float


def flat_index(experiment: Experiment, layer: int, i: int | None, j: int, piece: int = 0) -> int:
    """Index in the flat vector of the weight from unit i of layer − 1 to unit j of `layer`; i None: of j's bias."""
    block = layout(experiment)[layer - 1]
    column = j * block.pieces + piece
    return block.bias + column if i is None else block.start + i * block.width + column


def winning(step: StepTrace, k: int, sample: int = 0) -> Indices:
    """(units,) columns of weight layer k that decide about the sample: every column, for maxout the winning pieces."""
    block = layout(step.experiment)[k]
    pieces = step.forward.n[k][sample].reshape(block.units, block.pieces)
    return np.asarray(np.arange(block.units) * block.pieces + pieces.argmax(axis=1))


def effective(step: StepTrace, k: int, sample: int = 0) -> tuple[Array, Array, Array]:
    """W (in, units), b (units,), z (units,) of weight layer k before the update; for maxout of the winning pieces."""
    columns, layer = winning(step, k, sample), step.network.layers[k]
    return layer.W[:, columns], layer.b[columns], step.forward.z[k][sample, columns]


def partial_sums(step: StepTrace, k: int, terms: int, sample: int = 0) -> Array:
    """(units,) Σ wᵢⱼ aᵢ of weight layer k over the first `terms` inputs, the bias not added yet."""
    W, _, _ = effective(step, k, sample)
    return np.asarray(step.forward.input_of(k)[sample, :terms] @ W[:terms])


def partial_upstream(step: StepTrace, k: int, terms: int, sample: int = 0) -> Array:
    """(units,) Σ wⱼₗ δₗ over the first `terms` units l behind the units j that weight layer k leads into: what has come
    back to them so far, before dropout and f′. Over the skip connection of a residual layer comes with unit l what it
    sends back to unit j = l. k may not be the last weight layer."""
    columns = _pulling(step, k + 1, sample)
    columns = columns[: terms * len(columns) // step.experiment.sizes[k + 2]]
    so_far = np.asarray(step.network.layers[k + 1].W[:, columns] @ step.backward.delta[k + 1][sample, columns])
    skip = step.backward.skip[k + 1]
    if skip is not None:
        so_far[:terms] += skip[sample, :terms]
    return so_far


def unit_delta(step: StepTrace, k: int, sample: int = 0) -> Array:
    """(units,) δ of the units that weight layer k leads into; of maxout units that of the winning piece."""
    return np.asarray(step.backward.delta[k][sample, winning(step, k, sample)])


def backward_terms(step: StepTrace, k: int, sample: int = 0) -> Array:
    """(in, units) wᵢⱼ δⱼ of weight layer k: what each unit j sends back to each unit i of the layer before, over all
    its pieces."""
    terms = step.network.layers[k].W * step.backward.delta[k][sample]
    if not step.network.layers[k].gamma.size:
        return np.asarray(terms[:, winning(step, k, sample)])
    return np.asarray(terms.reshape(len(terms), step.experiment.sizes[k + 1], -1).sum(axis=2))


def unit_account(step: StepTrace, layer: int, unit: int, sample: int = 0) -> UnitAccount:
    """All that makes up one unit of layer 1…L for one sample of the batch."""
    k = layer - 1
    column = int(winning(step, k, sample)[unit])
    weights, bias = step.network.layers[k].W[:, column], step.network.layers[k].b
    inputs = step.forward.input_of(k)[sample]
    given = tuple(step.network.split(step.gradient))[k]
    after = step.network_after.layers[k]
    value, slope = _activation(step, k, sample)
    dropped = _dropped(step, layer, unit, sample)
    out_weights, out_deltas = _outgoing(step, k, unit, sample)
    out_skip = _out_skip(step, k, unit, sample)
    with np.errstate(all="ignore"):
        products, out_products = weights * inputs, out_weights * out_deltas
        back = out_products.sum() + (out_skip or 0.0)
        upstream = dropped * back if out_products.size else _loss_gradient(step, k, unit, sample)
    last = layer == len(step.network.layers)
    return UnitAccount(
        inputs=inputs,
        weights=weights,
        products=products,
        bias=float(bias[column]),
        z=float(step.forward.z[k][sample, column]),
        norm=_norm(step, k, column, sample),
        n=float(step.forward.n[k][sample, column]),
        activation=step.network.layers[k].spec.activation,
        value=float(value[unit]),
        skip=_skip(step, layer, unit, sample),
        a=float(step.forward.a[k][sample, unit]),
        slope=float(slope[column]),
        dropped=dropped,
        out_weights=out_weights,
        out_deltas=out_deltas,
        out_products=out_products,
        out_skip=out_skip,
        upstream=float(upstream),
        dn=float(step.backward.dn[k][sample, column]),
        delta=float(step.backward.delta[k][sample, column]),
        fused=last and step.network.loss.fused_with == step.experiment.output,
        target=float(step.target[sample, unit]) if last else None,
        dW=step.backward.dW[k][:, column],
        db=float(step.backward.db[k][column]),
        weight_gradients=given.W[:, column],
        bias_gradient=float(given.b[column]),
        new_weights=after.W[:, column],
        new_bias=float(after.b[column]),
    )


def weight_account(step: StepTrace, layer: int, i: int | None, j: int, sample: int = 0) -> WeightAccount:
    """All that makes up the weight from unit i of layer − 1 to unit j of `layer` (i None: j's bias), and its update."""
    k, e = layer - 1, step.experiment
    column = int(winning(step, k, sample)[j])
    inputs = np.ones_like(step.target[:, 0]) if i is None else step.forward.input_of(k)[:, i]
    deltas = step.backward.delta[k][:, column]
    index = flat_index(e, layer, i, column // layout(e)[k].pieces, column % layout(e)[k].pieces)
    w = float(step.before[index])
    with np.errstate(all="ignore"):
        terms = inputs * deltas
    return WeightAccount(
        index=index,
        w=w,
        a=float(inputs[sample]),
        delta=float(deltas[sample]),
        dW=float(step.backward.flat[index]),
        terms=terms,
        penalty=0.0 if i is None else e.l2 * w + e.l1 * float(np.sign(w)),
        g=float(step.gradient[index]),
        accumulators={
            name: (float(before[index]), float(step.new_accumulators[name][index]))
            for name, before in step.accumulators.items()
        },
        learning_rate=step.learning_rate,
        steps=step.steps,
        w_next=float(step.after[index]),
    )


def _activation(step: StepTrace, k: int, sample: int) -> tuple[Array, Array]:
    """f(n) (units,) and f′(n) (width,) of weight layer k, before anything is dropped, switched off or added."""
    layer, n = step.network.layers[k], step.forward.n[k][sample]
    with np.errstate(all="ignore"):
        value = layer.activation.value(n, layer.extra)
        return value, layer.activation.derivative(n, value, layer.extra)


def _norm(step: StepTrace, k: int, column: int, sample: int) -> NormAccount | None:
    used, old, new = step.forward.norms[k], step.network.layers[k], step.network_after.layers[k]
    if used is None:
        return None
    return NormAccount(
        mean=float(used.mean[column]),
        variance=float(used.variance[column]),
        normalised=float(used.normalised[sample, column]),
        from_batch=used.from_batch,
        gamma=float(old.gamma[column]),
        beta=float(old.beta[column]),
        new_gamma=float(new.gamma[column]),
        new_beta=float(new.beta[column]),
        running=(float(old.mean[column]), float(old.variance[column])),
        new_running=(float(new.mean[column]), float(new.variance[column])),
        dgamma=float(step.backward.dgamma[k][column]),
        dbeta=float(step.backward.dbeta[k][column]),
    )


def _skip(step: StepTrace, layer: int, unit: int, sample: int) -> float | None:
    if not step.network.layers[layer - 1].spec.residual:
        return None
    return 0.0 if _is_off(step, layer, unit) else float(step.forward.input_of(layer - 1)[sample, unit])


def _out_skip(step: StepTrace, k: int, unit: int, sample: int) -> float | None:
    skip = None if k + 1 == len(step.network.layers) else step.backward.skip[k + 1]
    return None if skip is None else float(skip[sample, unit])


def _is_off(step: StepTrace, layer: int, unit: int) -> bool:
    return unit in off_units(step.experiment).get(layer, ())


def _dropped(step: StepTrace, layer: int, unit: int, sample: int) -> float:
    if _is_off(step, layer, unit):
        return 0.0
    mask = step.forward.masks[layer - 1]
    return 1.0 if mask is None else float(mask[sample, unit])


def _outgoing(step: StepTrace, k: int, unit: int, sample: int) -> tuple[Array, Array]:
    """Weights and δ of the layer behind weight layer k, empty behind the last."""
    if k + 1 == len(step.network.layers):
        nothing = step.before[:0]
        return nothing, nothing
    columns = _pulling(step, k + 1, sample)
    return step.network.layers[k + 1].W[unit, columns], step.backward.delta[k + 1][sample, columns]


def _pulling(step: StepTrace, k: int, sample: int) -> Indices:
    """Columns of weight layer k whose δ comes back: all of them; without batch normalisation the δ of a maxout unit's
    other pieces is 0, and the winning ones are enough."""
    every = np.arange(step.network.layers[k].b.size)
    return every if step.network.layers[k].gamma.size else winning(step, k, sample)


def _loss_gradient(step: StepTrace, k: int, unit: int, sample: int) -> float:
    return float(step.network.loss.gradient(step.forward, step.target)[sample, unit])
