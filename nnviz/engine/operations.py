"""Operations of the computational graph: value and local derivatives side by side, one table of names.

An operation maps the numbers x = (x₀, x₁, …) that come in to one number y. Sources: Baydin et al., Automatic
Differentiation in Machine Learning: a Survey (JMLR 18, 2018) for the two modes; Bishop, PRML (2006), §4.3.4, for
softmax with cross-entropy.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Numbers = Sequence[float]
UNDEFINED = math.nan
"""Local derivative where there is none, such as ∂aᵇ/∂b at a < 0."""


@dataclass(frozen=True)
class Operation:
    """One kind of node.

    symbol    as lecturers draw it
    value     x → y. ValueError, ZeroDivisionError, OverflowError where y is no number
    partials  x, y → ∂y/∂xᵢ for every i; infinite or UNDEFINED where there is none. It never raises
    rule      the local derivatives as a formula, for reading
    keeps     what of the forward pass the backward pass needs: "nothing", "inputs" or "output"
    refusal   key of the sentence for inputs outside of the domain
    """

    symbol: str
    value: Callable[[Numbers], float]
    partials: Callable[[Numbers, float], Numbers]
    rule: str
    keeps: str = "inputs"
    refusal: str = "graph_overflow"


def sigmoid(x: float) -> float:
    """1 / (1 + e⁻ˣ), as ½ (1 + tanh ½x), which cannot overflow."""
    return 0.5 * (1 + math.tanh(0.5 * x))


def softmax(z: Numbers) -> list[float]:
    """exp(zᵢ) / Σⱼ exp(zⱼ), shifted by the largest so that exp cannot overflow."""
    top = max(z)
    powers = [math.exp(value - top) for value in z]
    total = math.fsum(powers)
    return [power / total for power in powers]


def log_sum_exp(z: Numbers) -> float:
    """log Σⱼ exp(zⱼ), shifted by the largest."""
    top = max(z)
    return top + math.log(math.fsum(math.exp(value - top) for value in z))


def halves(x: Numbers) -> tuple[Numbers, Numbers]:
    """The two groups f(x₀, …; t₀, …) of the losses: outputs or logits, then targets."""
    middle = len(x) // 2
    return x[:middle], x[middle:]


def _one_at(winner: int, count: int) -> list[float]:
    return [float(i == winner) for i in range(count)]


def _power_partials(x: Numbers, y: float) -> Numbers:
    """∂aᵇ/∂a = b aᵇ⁻¹, ∂aᵇ/∂b = aᵇ ln a; at a = 0 the limits, where there are any."""
    a, b = x
    at_zero = 0.0 if a == 0 and b > 0 else UNDEFINED
    return _power_by_base(a, b), y * math.log(a) if a > 0 else at_zero


def _power_by_base(a: float, b: float) -> float:
    try:
        return b * math.pow(a, b - 1) if b else 0.0
    except (ValueError, OverflowError):
        return math.inf


def _affine(x: Numbers) -> float:
    """Σ wᵢ xᵢ + b of (w₁, x₁, w₂, x₂, …, b)."""
    return math.fsum(w * value for w, value in zip(x[:-1:2], x[1::2], strict=True)) + x[-1]


def _affine_partials(x: Numbers, y: float) -> Numbers:
    """∂/∂wᵢ = xᵢ, ∂/∂xᵢ = wᵢ, ∂/∂b = 1."""
    swapped = [number for i in range(0, len(x) - 1, 2) for number in (x[i + 1], x[i])]
    return [*swapped, 1.0]


def _softmax_partials(x: Numbers, y: float) -> Numbers:
    """∂yᵢ/∂zⱼ = yᵢ (δᵢⱼ − yⱼ); x₀ is i, which nothing can be differentiated by."""
    own = int(x[0]) - 1
    return [UNDEFINED, *(y * ((j == own) - other) for j, other in enumerate(softmax(x[1:])))]


def _softmax_loss(x: Numbers) -> float:
    """−Σ tᵢ log yᵢ with y = softmax(z), from the logits: Σ tᵢ (LSE(z) − zᵢ)."""
    z, t = halves(x)
    total = log_sum_exp(z)
    return math.fsum(target * (total - value) for value, target in zip(z, t, strict=True))


def _softmax_loss_partials(x: Numbers, y: float) -> Numbers:
    """∂/∂zᵢ = yᵢ Σⱼ tⱼ − tᵢ, which is y − t for targets that sum to 1; ∂/∂tᵢ = −log yᵢ."""
    z, t = halves(x)
    total, whole = log_sum_exp(z), math.fsum(t)
    by_logits = [share * whole - target for share, target in zip(softmax(z), t, strict=True)]
    return [*by_logits, *(total - value for value in z)]


def _cross_entropy(x: Numbers) -> float:
    """−Σ tᵢ log yᵢ; a class whose target is 0 adds nothing, whatever its y."""
    outputs, targets = halves(x)
    return -math.fsum(t * math.log(y) for y, t in zip(outputs, targets, strict=True) if t)


def _cross_entropy_partials(x: Numbers, y: float) -> Numbers:
    """∂/∂yᵢ = −tᵢ / yᵢ; ∂/∂tᵢ = −log yᵢ."""
    outputs, targets = halves(x)
    by_outputs = [-t / output if t else 0.0 for output, t in zip(outputs, targets, strict=True)]
    return [*by_outputs, *(-math.log(output) if output > 0 else UNDEFINED for output in outputs)]


OPERATIONS: dict[str, Operation] = {
    "add": Operation("+", lambda x: x[0] + x[1], lambda x, y: (1.0, 1.0), "∂y/∂a = 1, ∂y/∂b = 1", "nothing"),
    "sub": Operation("−", lambda x: x[0] - x[1], lambda x, y: (1.0, -1.0), "∂y/∂a = 1, ∂y/∂b = −1", "nothing"),
    "mul": Operation("×", lambda x: x[0] * x[1], lambda x, y: (x[1], x[0]), "∂y/∂a = b, ∂y/∂b = a"),
    "div": Operation(
        "/", lambda x: x[0] / x[1], lambda x, y: (1 / x[1], -y / x[1]), "∂y/∂a = 1/b, ∂y/∂b = −a/b²",
        refusal="graph_division",
    ),
    "neg": Operation("−", lambda x: -x[0], lambda x, y: (-1.0,), "∂y/∂a = −1", "nothing"),
    "pow": Operation(
        "^", lambda x: math.pow(x[0], x[1]), _power_partials, "∂y/∂a = b aᵇ⁻¹, ∂y/∂b = aᵇ ln a", refusal="graph_power"
    ),
    "exp": Operation("exp", lambda x: math.exp(x[0]), lambda x, y: (y,), "∂y/∂a = y", "output"),
    "log": Operation(
        "log", lambda x: math.log(x[0]), lambda x, y: (1 / x[0],), "∂y/∂a = 1/a", refusal="graph_logarithm"
    ),
    "sqrt": Operation(
        "sqrt", lambda x: math.sqrt(x[0]), lambda x, y: (0.5 / y if y else math.inf,), "∂y/∂a = 1/(2y)", "output",
        refusal="graph_root",
    ),
    "sigmoid": Operation("σ", lambda x: sigmoid(x[0]), lambda x, y: (y * (1 - y),), "∂y/∂a = y (1 − y)", "output"),
    "tanh": Operation("tanh", lambda x: math.tanh(x[0]), lambda x, y: (1 - y * y,), "∂y/∂a = 1 − y²", "output"),
    "relu": Operation("ReLU", lambda x: max(x[0], 0.0), lambda x, y: (float(x[0] > 0),), "∂y/∂a = 1 if a > 0, else 0"),
    "max": Operation("max", max, lambda x, y: _one_at(x.index(y), len(x)), "∂y/∂a = 1 for the largest, else 0"),
    "min": Operation("min", min, lambda x, y: _one_at(x.index(y), len(x)), "∂y/∂a = 1 for the smallest, else 0"),
    "sum": Operation("Σ", math.fsum, lambda x, y: (1.0,) * len(x), "∂y/∂a = 1 for each", "nothing"),
    "affine": Operation("w·x + b", _affine, _affine_partials, "∂y/∂wᵢ = xᵢ, ∂y/∂xᵢ = wᵢ, ∂y/∂b = 1"),
    "softmax": Operation(
        "softmax", lambda x: softmax(x[1:])[int(x[0]) - 1], _softmax_partials, "∂yᵢ/∂zⱼ = yᵢ (δᵢⱼ − yⱼ)"
    ),
    "softmax_loss": Operation("softmax + CE", _softmax_loss, _softmax_loss_partials, "∂L/∂zᵢ = yᵢ − tᵢ"),
    "cross_entropy": Operation(
        "CE", _cross_entropy, _cross_entropy_partials, "∂L/∂yᵢ = −tᵢ/yᵢ", refusal="graph_logarithm"
    ),
}  # fmt: skip
"""At the kink of ReLU the derivative is 0; of equal values max and min take the first, and its derivative is 1."""
