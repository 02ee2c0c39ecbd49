"""Scene: from snapshot and prediction to the arrays that are painted. A test may compare each with its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.experiment import Experiment
from nnviz.engine.trace import Array, ForwardTrace, Snapshot
from nnviz.theme.palettes import Palette
from nnviz.theme.scales import Rgb, diverging, rgb
from nnviz.views.network.edges import Edges, Pairs, drawn_edges, edge_bias, pairs_of, weights_of
from nnviz.views.network.layout import Column, Floats, Indices, Layout
from nnviz.views.network.ranges import (
    WEIGHT_OUTLIERS,
    ValueScale,
    calm,
    input_scale,
    is_open,
    range_of,
    robust_limit,
    value_scale,
)

if TYPE_CHECKING:
    from nnviz.views.network.passes.picture import PassesPicture


@dataclass(frozen=True)
class UnitRef:
    """A unit: `layer` 0 is the input, 1 the first hidden layer; `unit` counts from 0."""

    layer: int
    unit: int


@dataclass(frozen=True, eq=False)
class Nodes:
    """The units drawn as nodes (not the pixels of an input image), layer by layer.

    layer, unit  (n,) numbers;  point: (n, 2) place in the layout;  radius: (n,) pixels
    value        (n,) a[layer][unit], of the input x[unit]; nan before the first pass
    color        (n, 3) fill;  bias: (n,) nan for inputs;  bias_color: (n, 3)
    """

    layer: Indices
    unit: Indices
    point: Floats
    radius: Floats
    value: Floats
    color: Rgb
    bias: Floats
    bias_color: Rgb


@dataclass(frozen=True, eq=False)
class Picture:
    """Everything the pane draws, as arrays.

    scales        one for each layer, the input first: value → colour
    pixels        (rows, columns) x of the shown pass where the input is an image, else None; pixel_color (…, 3)
    passes        what is seen of the animated iteration while one is open: nodes, edges and scales are its own then
    """

    layout: Layout
    nodes: Nodes
    edges: Edges
    scales: tuple[ValueScale, ...]
    pixels: Array | None
    pixel_color: Rgb | None
    passes: PassesPicture | None = None


class Scene:
    """Holds what a picture is made of and makes it anew part by part: weights seldom, values at every frame."""

    def __init__(self, layout: Layout, experiment: Experiment, palette: Palette) -> None:
        self.layout = layout
        self.experiment = experiment
        self.palette = palette
        self.pairs: Pairs = pairs_of(layout)
        self.trace: ForwardTrace | None = None
        self.weight_limits: tuple[float, ...] = ()
        self.value_limit: float | None = None
        self.input_range = input_scale(1.0, ink=layout.image is not None)
        self.ranges = (*map(range_of, experiment.layers), experiment.output)
        self._columns = node_columns(layout)
        self._layer, self._unit = _numbers(self._columns)
        self._point = np.concatenate([column.points for column in self._columns])
        self._radius = np.concatenate([np.full(len(column.shown), column.radius) for column in self._columns])
        self._values: list[Floats] = [np.full(column.units, np.nan) for column in layout.columns]
        self.weights: Array = np.zeros(0)
        self._bias = np.full(len(self._layer), np.nan)

    def weigh(self, snapshot: Snapshot, budget: int) -> Edges:
        """Take the weights and biases of a snapshot; the edges to draw, at most `budget`."""
        network = snapshot.network
        self.weights = weights_of(self.pairs, network)
        biases = [np.full(self.experiment.inputs, np.nan), *(edge_bias(layer) for layer in network.layers)]
        self._bias = self.gather(biases)
        self.weight_limits = self._limits()
        return drawn_edges(self.pairs, self.weights, self.weight_limits, budget, self.palette)

    def value(self, trace: ForwardTrace | None) -> None:
        """Take the values of a pass, or none (before the first, or when it belongs to another network)."""
        sizes = [column.units for column in self.layout.columns]
        if trace is not None and [trace.x.shape[1], *(a.shape[1] for a in trace.a)] != sizes:
            trace = None
        self.trace = trace
        if trace is None:
            self._values = [np.full(size, np.nan) for size in sizes]
        else:
            self._values = [np.asarray(a[0], np.float64) for a in (trace.x, *trace.a)]

    def measure(self, plane: ForwardTrace | None = None) -> bool:
        """Fit the limit of unbounded activations to the present values, or to those over the whole plane where units
        show them; True if it changed."""
        before = self.value_limit
        layers = plane.a if plane is not None else self._values[1:]
        opened = [values.ravel() for values, name in zip(layers, self.ranges, strict=True) if is_open(name)]
        values = np.concatenate(opened) if opened else np.zeros(0)
        if np.isfinite(values).any():
            self.value_limit = calm(before, robust_limit(values))
        return self.value_limit != before

    @property
    def scales(self) -> tuple[ValueScale, ...]:
        """Value → colour of every layer, the input first."""
        limit, plane = self.value_limit or 1.0, self.layout.tile > 0
        return (self.input_range, *(value_scale(name, limit, plane) for name in self.ranges))

    def nodes(self) -> Nodes:
        """The nodes as they are to be drawn now."""
        scales = self.scales
        value = self.gather(self._values)
        known = np.nan_to_num(value)
        color = np.concatenate(
            [scales[c.layer].colors(known[self._layer == c.layer], self.palette) for c in self._columns]
        )
        color[np.isnan(value)] = rgb(self.palette.zero)
        # A bias belongs to the matrix whose edges enter its unit; an input has none.
        limits = np.array((1.0, *(self.weight_limits or (1.0,) * len(self.ranges))))
        bias_color = diverging(bias_shares(self._bias, limits[self._layer]), 1.0, self.palette)
        return Nodes(self._layer, self._unit, self._point, self._radius, value, color, self._bias, bias_color)

    def pixels(self) -> NDArray[np.float64] | None:
        """(rows, columns) of the input image, zeros before the first pass; None where the input is no image."""
        box = self.layout.image
        return np.nan_to_num(self._values[0]).reshape(box.rows, box.columns) if box else None

    def values_of(self, layer: int) -> Floats:
        """(units,) values of a layer now shown, nan before the first pass."""
        return self._values[layer]

    def picture(self, edges: Edges) -> Picture:
        """All that is drawn now, with these edges."""
        pixels = self.pixels()
        colors = None if pixels is None else self.input_range.colors(pixels, self.palette)
        return Picture(self.layout, self.nodes(), edges, self.scales, pixels, colors)

    def _limits(self) -> tuple[float, ...]:
        """Of each weight matrix the limit of its shown pairs, calm against those before."""
        matrices = [self.weights[self.pairs.layer == k] for k in range(len(self.ranges))]
        now = [robust_limit(weights, WEIGHT_OUTLIERS) for weights in matrices]
        known = len(self.weight_limits) == len(now)
        before = self.weight_limits if known else (None,) * len(now)
        return tuple(calm(old, new) for old, new in zip(before, now, strict=True))

    def gather(self, by_layer: Sequence[Array]) -> Floats:
        """(nodes,) the values of all nodes, from those (units,) of each layer 0…L."""
        return np.concatenate([np.asarray(by_layer[c.layer], np.float64)[c.shown] for c in self._columns])


def bias_shares(bias: Floats, limits: Floats) -> Floats:
    """(n,) −1…1: each bias as a share of the limit of its layer, 0 where there is none. Infinite ones stay in sight."""
    return np.asarray(np.nan_to_num(np.clip(bias / limits, -1, 1)))


def node_columns(layout: Layout) -> tuple[Column, ...]:
    """The columns whose units are drawn as nodes: all but that of an input image."""
    return layout.columns[1:] if layout.image else layout.columns


def _numbers(columns: tuple[Column, ...]) -> tuple[Indices, Indices]:
    layer = np.concatenate([np.full(len(column.shown), column.layer, np.intp) for column in columns])
    return layer, np.concatenate([column.shown for column in columns])
