"""Snippet: NumPy code that computes a unit's or a weight's numbers again, from nothing but what is printed in it."""

from __future__ import annotations

import re

import numpy as np

from nnviz.engine.account import flat_index
from nnviz.engine.layout import layout
from nnviz.engine.network import Layer
from nnviz.engine.normalization import EPSILON
from nnviz.engine.trace import Array, BatchStatistics
from nnviz.notation import Notation
from nnviz.views.inspector.reading import Choice, Reading

LOGISTIC = "1 / (1 + np.exp(-z))"
CODE: dict[str, tuple[str, str]] = {
    "identity": ("z", "np.ones_like(z)"),
    "step": ("np.heaviside(z, 0)", "np.zeros_like(z)"),
    "sign": ("np.sign(z)", "np.zeros_like(z)"),
    "sigmoid": (LOGISTIC, "value * (1 - value)"),
    "tanh": ("np.tanh(z)", "1 - value**2"),
    "relu": ("np.maximum(0, z)", "1.0 * (z > 0)"),
    "leaky_relu": ("np.where(z > 0, z, alpha * z)", "np.where(z > 0, 1, alpha)"),
    "prelu": ("np.where(z > 0, z, alpha * z)", "np.where(z > 0, 1, alpha)"),
    "elu": (
        "np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))",
        "np.where(z > 0, 1, alpha * np.exp(np.minimum(z, 0)))",
    ),
    "thresholded_relu": ("z * (z > theta)", "1.0 * (z > theta)"),
    "softplus": ("np.logaddexp(z, 0)", LOGISTIC),
    "swish": ("z / (1 + np.exp(-z))", "value + (1 - value) / (1 + np.exp(-z))"),
    "maxout": ("z", "1.0 * (sums.argmax(axis=1) == column)"),
    "softmax": ("y[:, column]", "value * (1 - value)"),
}
"""f(z) and f′(z) as the textbook writes them."""

UPDATES: dict[str, tuple[str, ...]] = {
    "sgd": ("return w - eta * g",),
    "momentum": ("v = alpha * v - eta * g", "return w + v"),
    "nesterov": ("v = alpha * v - eta * g", "return w + alpha * v - eta * g"),
    "adagrad": ("h = h + g**2", "return w - eta * g / (np.sqrt(h) + epsilon)"),
    "rmsprop": ("h = rho * h + (1 - rho) * g**2", "return w - eta * g / (np.sqrt(h) + epsilon)"),
    "adam": (
        "m = beta1 * m + (1 - beta1) * g",
        "v = beta2 * v + (1 - beta2) * g**2",
        "return w - eta * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + epsilon)",
    ),
}
LETTERS = {
    "momentum": {"alpha": "momentum"},
    "nesterov": {"alpha": "momentum"},
    "adagrad": {"epsilon": "epsilon"},
    "rmsprop": {"rho": "decay", "epsilon": "epsilon"},
    "adam": {"beta1": "momentum", "beta2": "decay", "epsilon": "epsilon"},
}
"""The papers' letters for the fields of an Experiment."""


def snippet(reading: Reading, choice: Choice, title: str, notation: Notation) -> str:
    """Code about a unit of layer 1…L or a weight into it; it prints its results. `title` becomes a comment.

    Weighted sums and activations have the letters of a notation; W stays as NumPy has it, (inputs, columns).
    """
    lines = [
        "import numpy as np",
        "from numpy import inf, nan",
        "",
        f"# {title}",
        f"# iteration {reading.step.iteration}, batch of n = {reading.step.samples}",
        f"sample = {reading.sample}",
        *_forward(reading, choice),
        "",
        *_backward(reading, choice),
        "",
        *_update(reading, choice),
        "",
        *_prints(reading, choice),
    ]
    return "\n".join(_renamed(line, notation) for line in lines) + "\n"


def _forward(reading: Reading, choice: Choice) -> list[str]:
    step, k = reading.step, choice.layer - 1
    layer, norm, block = step.network.layers[k], step.forward.norms[k], layout(reading.experiment)[k]
    name = layer.spec.activation
    first = 0 if name == "softmax" else choice.unit * block.pieces
    columns = slice(first, block.width if name == "softmax" else first + block.pieces)
    column = choice.unit if name == "softmax" else reading.piece(choice)
    alpha = float(layer.extra[choice.unit]) if layer.extra.size else layer.spec.alpha
    return [
        _array("inputs", step.forward.input_of(k), "(n, inputs): what the layer before puts out"),
        _array("W", layer.W[:, columns], "(inputs, columns): incoming weights"),
        _array("b", layer.b[columns], "biases"),
        f"column = {column}",
        f"alpha, theta = {float(alpha)!r}, {float(layer.spec.theta)!r}",
        _array("mask", _mask(reading, choice), "(n,): dropout, 0 where switched off"),
        "sums = inputs @ W + b",
        *(_entering(name, "sums", "z") if norm is None else _normalised(layer, norm, columns)),
        *(_SOFTMAX if name == "softmax" else ()),
        *(f"{result} = {_lettered(code, norm)}" for result, code in zip(("value", "slope"), CODE[name], strict=True)),
        f"a = mask * value{_skip(reading, choice)}",
    ]


def _entering(activation: str, columns: str, letter: str) -> list[str]:
    """What enters an activation: a unit's own column, of maxout the largest of its columns."""
    return [f"{letter} = {columns}.max(axis=1)" if activation == "maxout" else f"{letter} = {columns}[:, column]"]


def _normalised(layer: Layer, norm: BatchStatistics, columns: slice) -> list[str]:
    """z and n, by the batch's own statistics or by the running averages."""
    statistics = ["mu, var = sums.mean(axis=0), sums.var(axis=0)"]
    if not norm.from_batch:
        statistics = [
            _array("mu", norm.mean[columns], "running mean"),
            _array("var", norm.variance[columns], "running variance"),
        ]
    return [
        _array("gamma", layer.gamma[columns], "trained scales"),
        _array("beta", layer.beta[columns], "trained shifts"),
        *statistics,
        f"x_hat = (sums - mu) / np.sqrt(var + {EPSILON!r})",
        "normed = gamma * x_hat + beta",
        "z = sums[:, column]",
        *_entering(layer.spec.activation, "normed", "n"),
    ]


def _lettered(code: str, norm: BatchStatistics | None) -> str:
    """The code of an activation in the letters of a layer: of what is normalised n, not z."""
    if norm is None:
        return code
    return re.sub(r"\bsums\b", "normed", re.sub(r"\bz\b", "n", code))


def _skip(reading: Reading, choice: Choice) -> str:
    """What a skip connection adds; nothing where the unit is switched off."""
    residual = reading.step.network.layers[choice.layer - 1].spec.residual
    off = (choice.layer, choice.unit) in reading.experiment.off
    return f" + inputs[:, {choice.unit}]" if residual and not off else ""


_SOFTMAX = ("y = np.exp(sums - sums.max(axis=1, keepdims=True))", "y /= y.sum(axis=1, keepdims=True)")


def _backward(reading: Reading, choice: Choice) -> list[str]:
    if not reading.is_output(choice):
        return _from_behind(reading, choice)
    step, e, unit = reading.step, reading.experiment, choice.unit
    softmax = e.output == "softmax"
    if e.loss != "mse":
        count = step.samples * (1 if softmax else e.outputs)
        return [_array("t", step.target[:, unit], "(n,): targets"), f"delta = (value - t) / {count}"]
    if softmax:
        return [
            _array("T", step.target, "(n, outputs): targets"),
            "G = 2 * (y - T) / y.size",
            "delta = (y * (G - (y * G).sum(axis=1, keepdims=True)))[:, column]",
        ]
    return [
        _array("t", step.target[:, unit], "(n,): targets"),
        f"upstream = 2 * (value - t) / {step.samples * e.outputs}",
        "delta = upstream * slope",
    ]


def _from_behind(reading: Reading, choice: Choice) -> list[str]:
    step, k = reading.step, choice.layer - 1
    skip = step.backward.skip[k + 1]
    return [
        _array("w_out", step.network.layers[k + 1].W[choice.unit], "outgoing weights"),
        _array("delta_out", step.backward.delta[k + 1], "(n, columns): δ of the layer behind"),
        *([] if skip is None else [_array("skip_out", skip[:, choice.unit], "(n,): what the skip connection brings")]),
        f"upstream = mask * (delta_out @ w_out{'' if skip is None else ' + skip_out'})",
        *_pulled(reading, choice),
    ]


def _pulled(reading: Reading, choice: Choice) -> list[str]:
    """δ from ∂L/∂f(n), through normalisation where there is one."""
    norm = reading.step.forward.norms[choice.layer - 1]
    if norm is None:
        return ["delta = upstream * slope"]
    centred = "(dn - (dbeta + dgamma * x_hat[:, column]) / len(dn))" if norm.from_batch else "dn"
    return [
        "dn = upstream * slope",
        "dgamma, dbeta = (dn * x_hat[:, column]).sum(), dn.sum()",
        f"delta = gamma[column] / np.sqrt(var[column] + {EPSILON!r}) * {centred}",
    ]


def _update(reading: Reading, choice: Choice) -> list[str]:
    step, e, name = reading.step, reading.experiment, reading.experiment.optimizer
    lines = ["dW, db = inputs.T @ delta, delta.sum()", "w, bias = W[:, column], b[column]"]
    lines.append(f"g = dW + {e.l2!r} * w + {e.l1!r} * np.sign(w)")
    if step.accumulators and not reading.known:
        return lines
    if reading.is_frozen(choice):
        return [*lines, "new_w, new_bias = w, bias  # frozen"]
    names = list(step.accumulators)
    lines.append(f"eta, t = {float(step.learning_rate)!r}, {step.steps}")
    lines += [f"{letter} = {float(getattr(e, field))!r}" for letter, field in LETTERS.get(name, {}).items()]
    lines += _accumulators(reading, choice)
    lines += ["", "", f"def update({', '.join(['w', 'g', *names])}):"]
    lines += [f"    {line}" for line in UPDATES[name]]
    weights, biases = (", ".join(f"{one}_{kind}" for one in names) for kind in ("w", "b"))
    lines += ["", ""]
    return [*lines, f"new_w = update(w, g, {weights})", f"new_bias = update(bias, db, {biases})"]


def _accumulators(reading: Reading, choice: Choice) -> list[str]:
    step, e, piece = reading.step, reading.experiment, reading.piece(choice)
    n = e.sizes[choice.layer - 1]
    at = [flat_index(e, choice.layer, i, choice.unit, piece) for i in range(n)]
    bias = flat_index(e, choice.layer, None, choice.unit, piece)
    lines = []
    for name, values in step.accumulators.items():
        lines.append(_array(f"{name}_w", values[at], "the optimizer's, before the update"))
        lines.append(f"{name}_b = {float(values[bias])!r}")
    return lines


def _prints(reading: Reading, choice: Choice) -> list[str]:
    known = reading.known or not reading.step.accumulators
    at = f"[{choice.source}]" if choice.is_weight else ""
    names = ("z", "n", "a", "delta") if layout(reading.experiment)[choice.layer - 1].batch_norm else ("z", "a", "delta")
    lines = [f'print("{name} =", {name}[sample])' for name in names]
    lines.append(f'print("dW =", dW{at})')
    if known:
        lines.append(f'print("new w =", new_w{at})')
    if not choice.is_weight:
        lines.append('print("db =", db)')
        normed = layout(reading.experiment)[choice.layer - 1].batch_norm
        lines += ['print("dgamma, dbeta =", dgamma, dbeta)'] if normed else []
        lines += ['print("new b =", new_bias)'] if known else []
    return lines


def _mask(reading: Reading, choice: Choice) -> Array:
    """(n,) what f(z) is multiplied by for each sample."""
    step, k = reading.step, choice.layer - 1
    factor = 0.0 if (choice.layer, choice.unit) in reading.experiment.off else 1.0
    mask = step.forward.masks[k]
    return np.full(step.samples, factor) if mask is None else mask[:, choice.unit] * factor


def _array(name: str, values: Array, meaning: str) -> str:
    """An assignment with all digits."""
    return f"{name} = np.array({np.asarray(values, np.float64).tolist()!r})  # {meaning}"


def _renamed(line: str, notation: Notation) -> str:
    """A line whose variables z and a have the letters of a notation; comments stay."""
    code, mark, comment = line.partition("#")
    return notation.lettered(code) + mark + comment
