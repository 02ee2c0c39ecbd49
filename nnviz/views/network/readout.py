"""Readout: everything known of one unit or edge, as words and as a small picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from nnviz.engine.network import Network
from nnviz.engine.trace import ForwardTrace, Snapshot
from nnviz.theme.scales import diverging, nice_limit
from nnviz.views.network.brush import picture_of
from nnviz.views.network.card import Card
from nnviz.views.network.edges import edge_bias, edge_matrix
from nnviz.views.network.planes import plane_values
from nnviz.views.network.refs import EdgeRef
from nnviz.views.network.scene import Scene, UnitRef
from nnviz.views.network.words import NetworkWords, Readout, input_name
from nnviz.widgets.numerals import short


def unit_readout(
    ref: UnitRef, snapshot: Snapshot, trace: ForwardTrace | None, name: str, words: NetworkWords
) -> Readout:
    """Name, weighted sum z, with batch normalisation n, activation a and bias b of a unit; value x of an input. Four
    significant digits.

    Of a maxout unit z and n are those of its winning piece, and b is the one with the largest size.
    """
    if ref.layer == 0:
        value = short(float(trace.x[0, ref.unit])) if trace else words.no_pass()
        return Readout(name, ((words.value_row(input_name(ref.unit)), value),))
    rows: list[tuple[str, str]] = []
    activation = words.activation_row(snapshot.experiment, ref.layer)
    if trace is None:
        rows.append((activation, words.no_pass()))
    else:
        z, n, a = entering(trace, ref)
        rows.append((words.sum_row(), short(z)))
        if trace.norms[ref.layer - 1]:
            rows.append((words.normalised_row(), short(n)))
        rows.append((activation, short(a)))
    bias = edge_bias(snapshot.network.layers[ref.layer - 1])[ref.unit]
    rows.append((words.bias_row(), short(float(bias))))
    return Readout(name, tuple(rows))


def entering(trace: ForwardTrace, ref: UnitRef, sample: int = 0) -> tuple[float, float, float]:
    """z, n and a of a unit in one pass; of a maxout unit z and n of the piece that won."""
    k = ref.layer - 1
    a = trace.a[k][sample]
    z, n = (array[k][sample].reshape(len(a), -1)[ref.unit] for array in (trace.z, trace.n))
    best = int(n.argmax())
    return float(z[best]), float(n[best]), float(a[ref.unit])


def unit_card(
    ref: UnitRef, scene: Scene, network: Network, readout: Readout, plane: ForwardTrace | None, *, words: NetworkWords
) -> Card:
    """The read-out with a picture: over the plane what the unit answers, of an image the weights it looks with."""
    if plane is not None:
        scale = scene.scales[ref.layer]
        picture = picture_of(scale.colors(plane_values(plane, ref.layer, ref.unit), scene.palette))
        return Card(readout, _smooth(picture), words.plane_caption(short(scale.low, 3), short(scale.high, 3)))
    if ref.layer == 1 and scene.layout.image:
        box = scene.layout.image
        weights = edge_matrix(network.layers[0])[:, ref.unit].reshape(box.rows, box.columns)
        limit = nice_limit(weights)
        caption = words.weights_caption(short(-limit), short(limit))
        return Card(readout, picture_of(diverging(weights, limit, scene.palette)), caption)
    return Card(readout)


def edge_readout(ref: EdgeRef, snapshot: Snapshot, name: str, words: NetworkWords) -> Readout:
    """The weight of an edge; of a maxout unit the one with the largest size."""
    weight = edge_matrix(snapshot.network.layers[ref.layer])[ref.i, ref.j]
    return Readout(name, ((words.weight_row(ref.i, ref.j), short(float(weight))),))


def _smooth(picture: QImage) -> QImage:
    """Four times as many pixels, interpolated, for a function that is continuous."""
    mode = Qt.TransformationMode.SmoothTransformation
    return picture.scaled(picture.size() * 4, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
