"""Rules: the general formulas of each section of a sheet, in LaTeX."""

from __future__ import annotations

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.notation import Notation
from nnviz.worksheets.lines import BACKWARD, FORWARD, GRADIENTS, LOSS, UPDATE
from nnviz.worksheets.quantity import shown_layers

SUM = r"z_j@{\ell} = \sum_i w_{ij}@{\ell}\,a_i@{\ell-1} + b_j@{\ell}"
INPUT = r"a_i@{\ell-1} = x_i"
"""Of the first layer, for which ℓ − 1 is 0."""
VALUES = {
    "identity": "f(z) = z",
    "sigmoid": r"\sigma(z) = \frac{1}{1 + e^{-z}}",
    "tanh": r"f(z) = \tanh z",
    "relu": r"f(z) = \max(0, z)",
    "leaky_relu": r"f(z) = \begin{cases} z & z > 0 \\ \alpha z & z \le 0 \end{cases}",
    "softmax": r"y_j = \frac{e^{z_j}}{\sum_k e^{z_k}}",
}
"""By the names of `engine.activations`."""
SLOPES = {
    "identity": "f'(z) = 1",
    "sigmoid": r"\sigma'(z) = a\,(1 - a)",
    "tanh": "f'(z) = 1 - a^2",
    "relu": r"f'(z) = \begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}",
    "leaky_relu": r"f'(z) = \begin{cases} 1 & z > 0 \\ \alpha & z \le 0 \end{cases}",
}
LOSSES = {
    "mse": r"L = \frac{1}{n}\sum_k (y_k - t_k)^2",
    "cross_entropy": r"L = -\sum_k t_k\,\ln y_k",
    "binary_cross_entropy": r"L = -\frac{1}{n}\sum_k \Big(t_k\,\ln y_k + (1 - t_k)\,\ln(1 - y_k)\Big)",
}
"""By the names of `engine.losses`; n outputs."""
OUTPUT_DELTAS = {
    "mse": r"\delta_j = \frac{2}{n}\,(y_j - t_j)\,f'(z_j)",
    "cross_entropy": r"\delta_j = y_j - t_j",
    "binary_cross_entropy": r"\delta_j = \frac{1}{n}\,(y_j - t_j)",
}
HIDDEN_DELTA = r"\delta_i@{\ell} = \Big(\sum_j w_{ij}@{\ell+1}\,\delta_j@{\ell+1}\Big)\,f'(z_i@{\ell})"
STEEP = r"\frac{\partial L}{\partial w_{ij}@{\ell}} = a_i@{\ell-1}\,\delta_j@{\ell}"
STEEP_BIAS = r"\frac{\partial L}{\partial b_j@{\ell}} = \delta_j@{\ell}"
NEXT = r"w' = w - \eta\,\frac{\partial L}{\partial w}"
NEXT_BIAS = r"b' = b - \eta\,\frac{\partial L}{\partial b}"


def rules_of(experiment: Experiment, section: str, notation: Notation) -> tuple[str, ...]:
    """The formulas that a section needs."""
    written = shown_layers(notation).latex
    makers = {
        FORWARD: (SUM, *_functions(experiment)), LOSS: (LOSSES[experiment.loss],), BACKWARD: _backward(experiment),
        GRADIENTS: (STEEP, STEEP_BIAS), UPDATE: (NEXT, NEXT_BIAS),
    }  # fmt: skip
    formulas = tuple(map(written, makers[section]))
    return (formulas[0], written(INPUT).replace(r"\ell-1", "0"), *formulas[1:]) if section == FORWARD else formulas


def _functions(experiment: Experiment) -> tuple[str, ...]:
    specs = (*experiment.layers, LayerSpec(activation=experiment.output))
    return tuple(dict.fromkeys(_numbered(VALUES[spec.activation], spec) for spec in specs))


def _backward(experiment: Experiment) -> tuple[str, ...]:
    last = (LayerSpec(activation=experiment.output),) if experiment.loss == "mse" else ()
    slopes = dict.fromkeys(_numbered(SLOPES[spec.activation], spec) for spec in (*experiment.layers, *last))
    return (OUTPUT_DELTAS[experiment.loss], *((HIDDEN_DELTA,) if experiment.layers else ()), *slopes)


def _numbered(latex: str, spec: LayerSpec) -> str:
    """With the number that α is."""
    return latex.replace(r"\alpha", rf"{spec.alpha:.6g}\,")
