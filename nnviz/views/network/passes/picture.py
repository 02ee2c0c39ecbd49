"""Passes picture: from a Moment to the arrays that are painted. A test may compare each with the StepTrace."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nnviz.engine.trace import Array, ForwardTrace, StepTrace
from nnviz.session.moment import LayerValues, Moment
from nnviz.theme.scales import Rgb, diverging, rgb
from nnviz.views.network.edges import GOLDEN, LEVELS, Edges, drawn_edges, dressed, strongest_piece
from nnviz.views.network.hands.switched import quieted
from nnviz.views.network.layout import Floats, Indices
from nnviz.views.network.passes.pulses import DrawnPulses, layer_places
from nnviz.views.network.passes.scales import PassesScales, gradient_matrix, update_matrix
from nnviz.views.network.scene import Nodes, Scene, UnitRef, bias_shares, node_columns

MOST_UPDATES = 600
"""Most edges whose change is set off, the most changed."""
TURN = 0.05
"""From this share of a change on, a unit's number is the new one: where two beats meet, still what was there before."""


@dataclass(frozen=True, eq=False)
class ShownUnits:
    """What the units drawn as nodes show now, layer by layer as in Nodes.

    layers   of each layer 0…L kind, values, and how much of their change is done
    before   the kind of what each layer showed before, "none" where nothing changes
    value    (n,) nan where unlit;  old: (n,) nan where nothing changes
    color    (n, 3) of value;  old_color: (n, 3) of old
    """

    layers: tuple[LayerValues, ...]
    before: tuple[str, ...]
    value: Floats
    old: Floats
    color: Rgb
    old_color: Rgb


@dataclass(frozen=True, eq=False)
class ShownEdges:
    """Edges as drawn: `quantity` is what those of each weight layer show, "W", "dW" or "update" (new W − old W).

    values  (pairs,) of all pairs of shown units, drawn or not
    """

    quantity: tuple[str, ...]
    values: Array
    edges: Edges


@dataclass(frozen=True)
class Source:
    """A unit that a single term starts from: w·a of its a (an input: x), or w·δ of its δ."""

    ref: UnitRef
    kind: str
    value: float


@dataclass(frozen=True, eq=False)
class PassesPicture:
    """Everything that is drawn of a Moment, as arrays.

    edges    the edges;  wiping: those that come in from the right, `wiped` (0…1) of the way of each layer
    pulses   terms on their way
    source   the unit whose single term is on its way, its symbol and its value
    target   (outputs,) what the outputs should be, and `loss` how far they are off; None before the loss
    """

    moment: Moment
    scales: PassesScales
    units: ShownUnits
    pulses: DrawnPulses | None
    edges: ShownEdges
    wiping: ShownEdges | None
    wiped: float
    source: Source | None
    target: Array | None
    loss: float | None


def fits(moment: Moment, scene: Scene) -> bool:
    """True where a scene shows the network of this moment."""
    return moment.step.experiment.sizes == scene.experiment.sizes


def sample_trace(step: StepTrace, sample: int) -> ForwardTrace:
    """The forward pass of one sample."""
    forward, one = step.forward, slice(sample, sample + 1)
    z, n, a = (tuple(array[one] for array in arrays) for arrays in (forward.z, forward.n, forward.a))
    masks = tuple(None if mask is None else mask[one] for mask in forward.masks)
    norms = tuple(norm and replace(norm, normalised=norm.normalised[one]) for norm in forward.norms)
    return ForwardTrace(forward.x[one], z, n, a, masks, norms)


def shown_units(moment: Moment, scene: Scene, scales: PassesScales) -> ShownUnits:
    """What every unit shows."""
    layers = tuple(moment.layer_values(layer) for layer in range(len(scene.layout.columns)))
    before = tuple(_kind_before(moment, layer, shown) for layer, shown in enumerate(layers))
    kinds = tuple(shown.kind for shown in layers)
    value, color = _gathered(scene, scales, kinds, [shown.values for shown in layers])
    old, old_color = _gathered(scene, scales, before, [_old_values(shown) for shown in layers])
    return ShownUnits(layers, before, value, old, color, old_color)


def source_of(moment: Moment) -> Source | None:
    """Where the term of a beat of a single term starts."""
    beat = moment.beat
    if beat.term is None:
        return None
    layer = beat.layer if beat.phase == "sum" else beat.layer + 2
    shown = moment.layer_values(layer)
    return Source(UnitRef(layer, beat.term), shown.kind, float(shown.values[beat.term]))


def number_shown(units: ShownUnits, layer: int) -> tuple[str, Array]:
    """Kind and (units,) values of a layer that are written: the new ones as soon as they appear."""
    shown = units.layers[layer]
    if shown.before is not None and shown.share < TURN:
        return units.before[layer], shown.before
    return shown.kind, shown.values


def shown_nodes(moment: Moment, scene: Scene, units: ShownUnits, scales: PassesScales) -> Nodes:
    """The scene's nodes with the values and biases of the moment."""
    sizes = moment.step.experiment.sizes
    biases = [np.full(sizes[0], np.nan)]
    biases += [strongest_piece(moment.biases(k), sizes[k + 1]) for k in range(len(sizes) - 1)]
    bias = scene.gather(biases)
    nodes = scene.nodes()
    limits = np.array((1.0, *scales.weights))[nodes.layer]
    bias_color = diverging(bias_shares(bias, limits), 1.0, scene.palette)
    return replace(nodes, value=units.value, color=units.color, bias=bias, bias_color=bias_color)


def quantities(moment: Moment, wiped: bool) -> tuple[str, ...]:
    """What the edges of each weight layer show; the layer whose gradient wipes in counts as done if `wiped`."""
    coming = moment.beat.layer if moment.beat.phase == "gradient" and not wiped else None
    layers = range(len(moment.step.experiment.layers) + 1)
    return tuple("dW" if moment.shows_gradient(k) and k != coming else "W" for k in layers)


def shown_edges(
    moment: Moment, scene: Scene, scales: PassesScales, quantity: tuple[str, ...], budget: int
) -> ShownEdges:
    """The strongest edges of every weight layer, each showing its quantity, at most `budget`. A gradient too small to
    be seen is left out: where whole layers have none, its edges would be a grey mass."""
    values, limits = _values(moment, scene, scales, quantity)
    edges = drawn_edges(scene.pairs, values, limits, budget, scene.palette)
    weights = np.array([what == "W" for what in quantity])
    edges = edges.where(weights[edges.layer] | (edges.level > 0))
    return ShownEdges(quantity, values, quieted(edges, moment.step.experiment, scene.palette))


def shown_update(moment: Moment, scene: Scene, scales: PassesScales) -> ShownEdges:
    """The most changed edges, each showing its change: of every layer equally many, for all of them learn."""
    quantity = ("update",) * len(scales.updates)
    values, limits = _values(moment, scene, scales, quantity)
    most = MOST_UPDATES // len(quantity)
    chosen = [_strongest(values, layer_places(scene.pairs, k), most) for k in range(len(quantity))]
    edges = dressed(scene.pairs, values, np.concatenate(chosen), limits, scene.palette)
    return ShownEdges(quantity, values, edges.where(edges.level > 0))


def _values(
    moment: Moment, scene: Scene, scales: PassesScales, quantity: tuple[str, ...]
) -> tuple[Array, tuple[float, ...]]:
    """(pairs,) what each edge shows, and the limit of each weight layer."""
    matrices = [_matrix(moment, k, what) for k, what in enumerate(quantity)]
    limits = {"W": scales.weights, "dW": scales.gradients, "update": scales.updates}
    values = [matrix.ravel()[take] for matrix, take in zip(matrices, scene.pairs.takes, strict=True)]
    return np.concatenate(values), tuple(limits[what][k] or 1.0 for k, what in enumerate(quantity))


def _strongest(values: Array, places: Indices, most: int) -> Indices:
    """(n,) those of the places with the largest |value| in steps of LEVELS, at most `most`. Many changes may be equally
    large (Adam's first ones all are): of such, those drawn are spread over the layer."""
    if len(places) <= most:
        return places
    size = np.nan_to_num(np.abs(values[places]))
    steps = np.rint(size / (size.max() or 1.0) * LEVELS)
    spread = np.arange(len(places)) * GOLDEN % 1.0
    return places[np.lexsort((spread, steps))[-most:]]


def _matrix(moment: Moment, k: int, what: str) -> Array:
    """(in, units): of a maxout unit on each edge the element with the largest size."""
    if what == "dW":
        return gradient_matrix(moment.step, k)
    if what == "update":
        return update_matrix(moment.step, k)
    return strongest_piece(moment.weights(k), moment.step.experiment.sizes[k + 1])


def _kind_before(moment: Moment, layer: int, shown: LayerValues) -> str:
    if shown.before is None:
        return "none"
    if shown.kind in ("a", "z"):
        return "z"
    return "a" if layer == len(moment.step.experiment.sizes) - 1 else "upstream"


def _old_values(shown: LayerValues) -> Array:
    return np.full(len(shown.values), np.nan) if shown.before is None else shown.before


def _gathered(scene: Scene, scales: PassesScales, kinds: tuple[str, ...], values: list[Array]) -> tuple[Floats, Rgb]:
    """(n,) values of the nodes and their (n, 3) colours."""
    value = scene.gather(values)
    colors = []
    for column in node_columns(scene.layout):
        layer = column.layer
        if kinds[layer] == "none":
            colors.append(np.tile(rgb(scene.palette.zero).astype(np.uint8), (len(column.shown), 1)))
        else:
            known = np.nan_to_num(values[layer][column.shown])
            colors.append(scales.scale(kinds[layer], layer).colors(known, scene.palette))
    return value, np.concatenate(colors)
