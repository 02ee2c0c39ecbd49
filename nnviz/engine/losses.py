"""Loss functions: value and derivative side by side. All are means over the batch of m samples."""

from __future__ import annotations

import numpy as np

from nnviz.engine.activations import log_sum_exp, softplus
from nnviz.engine.trace import Array, ForwardTrace


class MeanSquaredError:
    """(1/n) Σ (y − t)² over the n outputs."""

    fused_with = ""

    def value(self, trace: ForwardTrace, t: Array) -> float:
        """Mean loss over the batch; t is (m, outputs)."""
        return float(np.mean((trace.output - t) ** 2))

    def of_each(self, trace: ForwardTrace, t: Array) -> Array:
        """(m,) loss of each sample; their mean is `value`."""
        return np.asarray(np.mean((trace.output - t) ** 2, axis=1))

    def gradient(self, trace: ForwardTrace, t: Array) -> Array:
        """(m, outputs) ∂L/∂y."""
        return 2 * (trace.output - t) / t.size


class CrossEntropy:
    """−Σ t log y of a softmax output, computed from the logits: LSE(z) − Σ t z (for Σ t = 1).

    LSE(z) = max z − log max y, because y = exp(z − LSE(z)); the largest y is at least 1/n, so its logarithm is safe.
    """

    fused_with = "softmax"

    def value(self, trace: ForwardTrace, t: Array) -> float:
        """Mean loss over the batch; t is (m, outputs), each row summing to 1."""
        z, y = trace.z[-1], trace.output
        lse = z.max(axis=1) - np.log(y.max(axis=1))
        return float(lse.sum() - np.vdot(t, z)) / len(z)

    def of_each(self, trace: ForwardTrace, t: Array) -> Array:
        """(m,) loss of each sample; their mean is `value`."""
        return np.asarray(log_sum_exp(trace.z[-1]) - np.sum(t * trace.z[-1], axis=1))

    def gradient(self, trace: ForwardTrace, t: Array) -> Array:
        """(m, outputs) ∂L/∂y = −t / y; infinite where a wrong answer is so sure that y is 0."""
        return _weighed(-t, 1 / trace.output) / len(t)


class BinaryCrossEntropy:
    """−t log y − (1 − t) log(1 − y) of sigmoid outputs, from the logits: softplus(z) − t z; mean over outputs."""

    fused_with = "sigmoid"

    def value(self, trace: ForwardTrace, t: Array) -> float:
        """Mean loss over batch and outputs; t is (m, outputs) within 0…1."""
        z = trace.z[-1]
        return float(np.mean(softplus(z) - t * z))

    def of_each(self, trace: ForwardTrace, t: Array) -> Array:
        """(m,) loss of each sample; their mean is `value`."""
        z = trace.z[-1]
        return np.asarray(np.mean(softplus(z) - t * z, axis=1))

    def gradient(self, trace: ForwardTrace, t: Array) -> Array:
        """(m, outputs) ∂L/∂y = (1 − t) / (1 − y) − t / y, from the logits: (1 − t)(1 + eᶻ) − t (1 + e⁻ᶻ). Of a y that
        is nearly 0 or 1 too few digits are left. Infinite where a wrong answer is so sure that e^|z| overflows."""
        z = trace.z[-1]
        return (_weighed(1 - t, 1 + np.exp(z)) - _weighed(t, 1 + np.exp(-z))) / t.size


Loss = MeanSquaredError | CrossEntropy | BinaryCrossEntropy

LOSSES: dict[str, type[Loss]] = {
    "mse": MeanSquaredError,
    "binary_cross_entropy": BinaryCrossEntropy,
    "cross_entropy": CrossEntropy,
}


def _weighed(share: Array, values: Array) -> Array:
    """share · values, where 0 · ∞ is 0: a class that is not the target adds nothing to the loss."""
    return np.multiply(share, values, out=np.zeros_like(values), where=share != 0)


def logit_gradient(output: str, y: Array, t: Array, out: Array) -> None:
    """∂L/∂z = (y − t) / m for softmax + cross-entropy, (y − t) / m n for sigmoid + binary cross-entropy, into `out`.

    The short form neither divides by y nor overflows (Bishop, PRML, 2006, §4.3).
    """
    np.subtract(y, t, out=out)
    out *= 1 / (len(y) if output == "softmax" else y.size)
