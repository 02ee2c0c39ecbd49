"""A whole training iteration as a StepTrace: copies of everything, taken before the next pass overwrites it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nnviz.engine.network import Network
from nnviz.engine.optimizers import SGD
from nnviz.engine.trace import Array, BackwardTrace, ForwardTrace, StepTrace


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
    masks = tuple(None if mask is None else still(mask) for mask in trace.masks)
    return ForwardTrace(still(trace.x), tuple(map(still, trace.z)), tuple(map(still, trace.a)), masks)


def _backward_copy(network: Network, trace: BackwardTrace) -> BackwardTrace:
    flat = still(trace.flat)
    dW, db, extra = zip(*network.split(flat), strict=True)
    return BackwardTrace(tuple(map(still, trace.delta)), dW, db, extra, flat)
