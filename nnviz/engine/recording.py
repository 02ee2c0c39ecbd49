"""A whole training iteration as a StepTrace: copies of everything, taken before the next pass overwrites it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nnviz.engine.network import Network, backward_trace
from nnviz.engine.optimizers import SGD
from nnviz.engine.trace import Array, BackwardTrace, BatchStatistics, ForwardTrace, StepTrace


@dataclass(frozen=True)
class Passes:
    """Both passes of a mini-batch, before the update: targets t (m, outputs), mean loss, η.

    The traces' arrays may belong to a Workspace, which the next pass overwrites.
    """

    forward: ForwardTrace
    backward: BackwardTrace
    target: Array
    loss: float
    learning_rate: float


def traced(network: Network, optimizer: SGD, passes: Passes, iteration: int, update: Callable[[], None]) -> StepTrace:
    """Runs `update`, which adds the penalties to `passes.backward.flat` and lets the optimizer change the parameters,
    and returns all there was before and is after it, as read-only copies."""
    before, accumulators = still(network.parameters), _still_all(optimizer.state())
    forward, backward = _forward_copy(passes.forward), _backward_copy(network, passes.backward)
    update()
    return StepTrace(
        network.experiment, iteration, before, still(network.parameters), forward, backward, still(passes.target),
        passes.loss, still(passes.backward.flat), passes.learning_rate, optimizer.steps, accumulators,
        _still_all(optimizer.state()),
    )  # fmt: skip


def still(array: Array) -> Array:
    """A read-only copy."""
    copy = array.copy()
    copy.flags.writeable = False
    return copy


def _still_all(arrays: dict[str, Array]) -> dict[str, Array]:
    return {name: still(array) for name, array in arrays.items()}


def _forward_copy(trace: ForwardTrace) -> ForwardTrace:
    z = tuple(map(still, trace.z))
    return ForwardTrace(
        still(trace.x), z, _same_or_still(trace.z, trace.n, z), tuple(map(still, trace.a)),
        tuple(None if mask is None else still(mask) for mask in trace.masks),
        tuple(None if norm is None else _norm_copy(norm) for norm in trace.norms),
    )  # fmt: skip


def _norm_copy(norm: BatchStatistics) -> BatchStatistics:
    return BatchStatistics(still(norm.mean), still(norm.variance), still(norm.normalised), norm.from_batch)


def _backward_copy(network: Network, trace: BackwardTrace) -> BackwardTrace:
    delta, flat = tuple(map(still, trace.delta)), still(trace.flat)
    skip = tuple(None if one is None else still(one) for one in trace.skip)
    return backward_trace(delta, _same_or_still(trace.delta, trace.dn, delta), skip, network.split(flat), flat)


def _same_or_still(
    firsts: tuple[Array, ...], seconds: tuple[Array, ...], copies: tuple[Array, ...]
) -> tuple[Array, ...]:
    """Copies of `seconds`, which stay the very arrays of `firsts`' copies where they are those of `firsts`."""
    three = zip(firsts, seconds, copies, strict=True)
    return tuple(copy if second is first else still(second) for first, second, copy in three)
