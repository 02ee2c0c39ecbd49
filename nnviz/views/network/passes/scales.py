"""Scales of an animated iteration: what colour z, a, δ, ∂L/∂W and Δw have in each layer, the same for all its beats."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.account import partial_upstream
from nnviz.engine.trace import Array, StepTrace
from nnviz.views.network.edges import strongest_piece
from nnviz.views.network.layout import Floats
from nnviz.views.network.ranges import (
    HUGE,
    WEIGHT_OUTLIERS,
    ValueScale,
    calm,
    input_scale,
    is_open,
    robust_limit,
    value_scale,
)
from nnviz.views.network.scene import Scene


@dataclass(frozen=True, eq=False)
class PassesScales:
    """Limits and scales of one sample of a StepTrace. Entry k of a tuple of limits belongs to weight layer k.

    values    for each layer 0…L: x or a → colour, as outside of the passes
    sums      |z| that gets the strongest colour: activations may be bounded, z is not
    deltas    the same of δ = ∂L/∂z and of ∂L/∂a, which becomes δ
    weights, gradients, updates   |W|, |∂L/∂W|, |Δw| that get the strongest colour and the widest line
    beyond    which of "W", "dW" and "update" have elements beyond their limits

    The limit of a layer in which everything is 0 is 0, of weights that of the scene.
    """

    values: tuple[ValueScale, ...]
    sums: tuple[float, ...]
    deltas: tuple[float, ...]
    weights: tuple[float, ...]
    gradients: tuple[float, ...]
    updates: tuple[float, ...]
    beyond: frozenset[str]

    def scale(self, kind: str, layer: int) -> ValueScale:
        """The scale of what a unit of `layer` shows; kinds as in LayerValues."""
        if kind in ("x", "a"):
            return self.values[layer]
        limits = self.sums if kind == "z" else self.deltas
        return input_scale(limits[layer - 1] or 1.0)


def passes_scales(step: StepTrace, sample: int, scene: Scene) -> PassesScales:
    """Fitted to one sample of a step, in which `scene` shows which units."""
    layers = range(len(scene.ranges))
    makers = {"W": weight_matrix, "dW": gradient_matrix, "update": update_matrix}
    shown = {name: [_shown(scene, make(step, k), k) for k in layers] for name, make in makers.items()}
    limits = {name: tuple(_edge_limit(part) for part in parts) for name, parts in shown.items()}
    limits["W"] = scene.weight_limits
    return PassesScales(
        _values(step, sample, scene),
        tuple(_limit(step.forward.z[k][sample]) for k in layers),
        tuple(_limit(_gradients_of_units(step, k, sample)) for k in layers),
        limits["W"],
        limits["dW"],
        limits["update"],
        frozenset(name for name in makers if _any_beyond(shown[name], limits[name])),
    )


def weight_matrix(step: StepTrace, k: int) -> Array:
    """(in, units) W of weight layer k; of a maxout unit the element with the largest size on each edge."""
    return strongest_piece(step.network.layers[k].W, step.experiment.sizes[k + 1])


def gradient_matrix(step: StepTrace, k: int) -> Array:
    """(in, units) ∂L/∂W of weight layer k; of a maxout unit the element with the largest size on each edge."""
    return strongest_piece(step.backward.dW[k], step.experiment.sizes[k + 1])


def update_matrix(step: StepTrace, k: int) -> Array:
    """(in, units) new W − old W of weight layer k; of a maxout unit the element with the largest size on each edge."""
    with np.errstate(all="ignore"):
        change = step.network_after.layers[k].W - step.network.layers[k].W
    return strongest_piece(change, step.experiment.sizes[k + 1])


def _values(step: StepTrace, sample: int, scene: Scene) -> tuple[ValueScale, ...]:
    """Those of the scene, wider where this sample's values need it."""
    named = zip(step.forward.a, scene.ranges, strict=True)
    opened = [a[sample] for a, name in named if is_open(name)]
    known = (_limit(np.concatenate(opened)) if opened else 1.0) or 1.0
    limit, plane = calm(scene.value_limit, known), scene.layout.tile > 0
    return (scene.input_range, *(value_scale(name, limit, plane) for name in scene.ranges))


def _limit(values: Array) -> float:
    """Colours are computed in single precision, which knows no greater numbers than HUGE."""
    return min(robust_limit(values), HUGE) if np.any(values) else 0.0


def _edge_limit(values: Array) -> float:
    """The same of edges; where nearly all are 0, that of the largest."""
    if not np.any(values):
        return 0.0
    return robust_limit(values[values != 0], WEIGHT_OUTLIERS)


def _gradients_of_units(step: StepTrace, k: int, sample: int) -> Floats:
    """δ of weight layer k, and ∂L/∂a where it arrives from a layer behind."""
    found = [step.backward.delta[k][sample]]
    if k + 1 < len(step.backward.delta):
        with np.errstate(all="ignore"):
            found.append(partial_upstream(step, k, step.experiment.sizes[k + 2], sample))
    return np.concatenate(found)


def _shown(scene: Scene, matrix: Array, k: int) -> Array:
    """(n,) the elements on edges between shown units."""
    return np.asarray(matrix.ravel()[scene.pairs.takes[k]])


def _any_beyond(parts: list[Array], limits: tuple[float, ...]) -> bool:
    return any(bool((np.abs(part) > limit * (1 + 1e-6)).any()) for part, limit in zip(parts, limits, strict=True))
