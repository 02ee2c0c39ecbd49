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

    def gradient(self, y: Array, t: Array) -> Array:
        """(m, outputs) ∂L/∂y."""
        return 2 * (y - t) / y.size


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

    def gradient(self, y: Array, t: Array) -> Array:
        """(m, outputs) ∂L/∂y = −t / y."""
        return -t / y / len(y)


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

    def gradient(self, y: Array, t: Array) -> Array:
        """(m, outputs) ∂L/∂y = (y − t) / (y (1 − y))."""
        return (y - t) / (y * (1 - y)) / y.size


Loss = MeanSquaredError | CrossEntropy | BinaryCrossEntropy

LOSSES: dict[str, type[Loss]] = {
    "mse": MeanSquaredError,
    "binary_cross_entropy": BinaryCrossEntropy,
    "cross_entropy": CrossEntropy,
}


def logit_gradient(output: str, y: Array, t: Array, out: Array) -> None:
    """∂L/∂z = (y − t) / m for softmax + cross-entropy, (y − t) / m n for sigmoid + binary cross-entropy, into `out`.

    The short form neither divides by y nor overflows (Bishop, PRML, 2006, §4.3).
    """
    np.subtract(y, t, out=out)
    out *= 1 / (len(y) if output == "softmax" else y.size)
