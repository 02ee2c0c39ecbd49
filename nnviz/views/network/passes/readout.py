"""Read-outs during the passes: of a unit or an edge what the animated iteration has reached, and nothing beyond."""

from __future__ import annotations

from nnviz.engine.trace import Array
from nnviz.session.moment import Moment
from nnviz.views.network.edges import strongest_piece
from nnviz.views.network.passes.scales import gradient_matrix, update_matrix
from nnviz.views.network.readout import entering
from nnviz.views.network.refs import EdgeRef
from nnviz.views.network.scene import UnitRef
from nnviz.views.network.words import NetworkWords, Readout, input_name
from nnviz.widgets.numerals import short

Row = tuple[str, str]


def passing_unit(ref: UnitRef, moment: Moment, name: str, words: NetworkWords) -> Readout:
    """What a unit shows now and what that was made from, and its bias. Four significant digits."""
    value = float(moment.layer_values(ref.layer).values[ref.unit])
    if ref.layer == 0:
        return Readout(name, ((words.value_row(input_name(ref.unit)), short(value)),))
    k = ref.layer - 1
    bias = float(strongest_piece(moment.biases(k), moment.step.experiment.sizes[ref.layer])[ref.unit])
    return Readout(name, (*_reached(ref, moment, value, words), (words.bias_row(), short(bias))))


def passing_edge(ref: EdgeRef, moment: Moment, name: str, words: NetworkWords) -> Readout:
    """The weight of an edge now; its gradient while that is shown, its change during the update. Of a maxout unit each
    is the element with the largest size, as it is drawn."""
    units = moment.step.experiment.sizes[ref.layer + 1]
    rows = [(words.weight_row(ref.i, ref.j), _element(strongest_piece(moment.weights(ref.layer), units), ref))]
    if moment.shows_gradient(ref.layer):
        rows.append((words.gradient_title(), _element(gradient_matrix(moment.step, ref.layer), ref)))
    elif moment.beat.phase == "update":
        rows.append((words.update_title(), _element(update_matrix(moment.step, ref.layer), ref)))
    return Readout(name, tuple(rows))


def _reached(ref: UnitRef, moment: Moment, value: float, words: NetworkWords) -> list[Row]:
    """The rows of a hidden or output unit, in the order in which they are computed."""
    kind, k = moment.layer_values(ref.layer).kind, ref.layer - 1
    activation = words.activation_row(moment.step.experiment, ref.layer)
    if kind == "none":
        return [(activation, words.not_reached())]
    if kind == "z":
        return [(words.partial_row() if moment.beat.phase == "sum" else words.sum_row(), short(value))]
    z, n, a = entering(moment.step.forward, ref, moment.sample)
    rows = [(words.sum_row(), short(z)), (words.normalised_row(), short(n)), (activation, short(a))]
    if not moment.step.forward.norms[k]:
        del rows[1]
    last = {"upstream": words.upstream_row(), "delta": words.delta_title()}
    return [*rows, (last[kind], short(value))] if kind in last else rows


def _element(matrix: Array, ref: EdgeRef) -> str:
    return short(float(matrix[ref.i, ref.j]))
