"""Surgery: units and layers put into a network and taken out of it, while everything else keeps what it has learnt.

Every operation is one table of indices, old entry → new entry. It carries parameters and accumulators alike, and read
the other way round it undoes itself. Layers are numbered as they are drawn: 1 is the first hidden layer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.layout import Block, Indices, layout
from nnviz.engine.network import Network
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array
from nnviz.engine.training import TrainerState

FAINT = 0.1
"""Factor on the outgoing weights of a new unit: small, so that the network goes on saying what it said; not 0, or no
gradient would reach the unit's own weights."""

Unit = tuple[int, int]
Match = tuple[int, Indices, Indices] | None
"""The old weight layer of a new one, and for each of its inputs and units the old number or −1. None: wholly new."""


@dataclass(frozen=True, eq=False)
class Reshape:
    """A change of shape from experiment `old` to `new`: entry source[n] of the old flat vector is target[n] of the new.

    faint   entries of the new vector that start at FAINT times what the initializer gives
    """

    old: Experiment
    new: Experiment
    source: Indices
    target: Indices
    faint: Indices

    def carry(self, flat_old: Array, fill: Array) -> Array:
        """The new flat vector; entries that the old one has not are taken from `fill`, a vector of the new shape."""
        flat_new = fill.copy()
        flat_new[self.target] = flat_old[self.source]
        return flat_new

    def fresh(self, rng: np.random.Generator) -> Array:
        """Start values of the new network, of which `carry` takes those of new entries: weights from the experiment's
        initializer, biases 0, γ 1, β 0, running statistics 0 and 1."""
        flat = Network.initial(self.new, rng).parameters
        flat[self.faint] *= FAINT
        return flat

    @property
    def lost(self) -> Indices:
        """Entries of the old vector that have no place in the new one."""
        gone = np.ones(layout(self.old)[-1].end, np.bool_)
        gone[self.source] = False
        return np.flatnonzero(gone)


@dataclass(frozen=True, eq=False)
class Cut:
    """What a reshape took away, to be put back: values (lost,) of the parameters and of each accumulator."""

    reshape: Reshape
    parameters: Array
    accumulators: dict[str, Array]


def add_unit(experiment: Experiment, layer: int, at: int) -> Reshape:
    """A new unit becomes unit `at` of a hidden layer. Refusal: no_such_layer, no_such_unit, and as of Experiment."""
    spec = _hidden(experiment, layer)
    if not 0 <= at <= spec.units:
        raise Refusal("no_such_unit", layer=layer, unit=at)
    new = _with_units(experiment, layer, spec.units + 1, lambda unit: unit + (unit >= at))
    reshape = _of_units(experiment, new, layer, np.insert(np.arange(spec.units), at, -1))
    behind = layout(new)[layer]
    return replace(reshape, faint=behind.start + at * behind.width + np.arange(behind.width))


def remove_unit(experiment: Experiment, layer: int, unit: int) -> Reshape:
    """Without unit `unit` of a hidden layer. Refusal: no_such_layer, no_such_unit, last_unit."""
    spec = _hidden(experiment, layer)
    if not 0 <= unit < spec.units:
        raise Refusal("no_such_unit", layer=layer, unit=unit)
    if spec.units == 1:
        raise Refusal("last_unit")
    new = _with_units(experiment, layer, spec.units - 1, lambda one: None if one == unit else one - (one > unit))
    return _of_units(experiment, new, layer, np.delete(np.arange(spec.units), unit))


def add_layer(experiment: Experiment, at: int, spec: LayerSpec) -> Reshape:
    """A new hidden layer at index `at` (0: the first). The layer behind it keeps its weights where the new one is as
    wide as the one before, else it gets new ones; its biases stay. Refusal: no_such_layer, and as of Experiment."""
    if not 0 <= at <= len(experiment.layers):
        raise Refusal("no_such_layer", layer=at + 1)
    layers = (*experiment.layers[:at], spec, *experiment.layers[at:])
    new = _renumbered(experiment, layers, lambda pair: (pair[0] + (pair[0] > at), pair[1]))
    before = experiment.sizes[at]
    matches: list[Match] = [_whole(experiment, k) for k in range(len(layers))]
    behind = (at, _rows(before, spec.units), np.arange(experiment.sizes[at + 1]))
    return _reshape(experiment, new, [*matches[:at], None, behind, *matches[at + 1 :]])


def remove_layer(experiment: Experiment, at: int) -> Reshape:
    """Without the hidden layer at index `at` (0: the first). The layer behind it keeps its weights where the one before
    is as wide as the one taken out, else it gets new ones; its biases stay. Refusal: no_such_layer, last_layer."""
    gone = _hidden(experiment, at + 1)
    if len(experiment.layers) == 1:
        raise Refusal("last_layer")
    layers = experiment.layers[:at] + experiment.layers[at + 1 :]
    new = _renumbered(
        experiment, layers, lambda pair: None if pair[0] == at + 1 else (pair[0] - (pair[0] > at + 1), pair[1])
    )
    matches = [_whole(experiment, k) for k in range(len(experiment.layers) + 1)]
    behind = (at + 1, _rows(gone.units, experiment.sizes[at]), np.arange(experiment.sizes[at + 2]))
    return _reshape(experiment, new, [*matches[:at], behind, *matches[at + 2 :]])


def reshape_state(state: TrainerState, reshape: Reshape, rng: np.random.Generator) -> TrainerState:
    """The state of a run after the change: iteration, order of samples and random streams go on; new parameters are
    drawn from `rng`, their accumulators are 0."""
    nothing = np.zeros_like(state.parameters, shape=layout(reshape.new)[-1].end)
    accumulators = {name: reshape.carry(array, nothing) for name, array in state.accumulators.items()}
    parameters = reshape.carry(state.parameters, reshape.fresh(rng))
    return replace(state, parameters=parameters, accumulators=accumulators)


def take_out(state: TrainerState, reshape: Reshape) -> Cut:
    """What `reshape` takes from a state, copied; the state is the one before."""
    lost = reshape.lost
    accumulators = {name: array[lost] for name, array in state.accumulators.items()}
    return Cut(reshape, state.parameters[lost], accumulators)


def put_back(state: TrainerState, cut: Cut) -> TrainerState:
    """A state of the reshaped network in its old shape again: what was cut out has the values it had, the rest is as
    trained since. Accumulators of another optimizer than then are 0 where they were cut out."""
    values = cut.accumulators
    accumulators = {name: _restored(array, cut, values.get(name)) for name, array in state.accumulators.items()}
    return replace(state, parameters=_restored(state.parameters, cut, cut.parameters), accumulators=accumulators)


def old_shape(experiment: Experiment, cut: Cut) -> Experiment:
    """`experiment`, whose live settings may have changed since, with the layers and marks it had before the cut."""
    old = cut.reshape.old
    return replace(experiment, layers=old.layers, frozen=old.frozen, off=old.off)


def _restored(flat_new: Array, cut: Cut, values: Array | None) -> Array:
    reshape = cut.reshape
    flat_old = np.zeros_like(flat_new, shape=layout(reshape.old)[-1].end)
    flat_old[reshape.source] = flat_new[reshape.target]
    if values is not None:
        flat_old[reshape.lost] = values
    return flat_old


def _hidden(experiment: Experiment, layer: int) -> LayerSpec:
    if not 1 <= layer <= len(experiment.layers):
        raise Refusal("no_such_layer", layer=layer)
    return experiment.layers[layer - 1]


def _with_units(experiment: Experiment, layer: int, units: int, moved: Callable[[int], int | None]) -> Experiment:
    """The experiment with another width of one layer; `moved` gives the new number of each unit, None: it is gone."""
    layers = list(experiment.layers)
    layers[layer - 1] = replace(layers[layer - 1], units=units)

    def renumber(pair: Unit) -> Unit | None:
        if pair[0] != layer or pair[1] < 0:
            return pair
        unit = moved(pair[1])
        return None if unit is None else (layer, unit)

    return _renumbered(experiment, tuple(layers), renumber)


def _renumbered(
    experiment: Experiment, layers: tuple[LayerSpec, ...], renumber: Callable[[Unit], Unit | None]
) -> Experiment:
    frozen, off = (
        tuple(new for new in map(renumber, pairs) if new is not None) for pairs in (experiment.frozen, experiment.off)
    )
    return replace(experiment, layers=layers, frozen=frozen, off=off)


def _whole(experiment: Experiment, k: int) -> tuple[int, Indices, Indices]:
    """Weight layer k as it is."""
    return k, np.arange(experiment.sizes[k]), np.arange(experiment.sizes[k + 1])


def _rows(old_inputs: int, inputs: int) -> Indices:
    """All inputs of a weight layer whose W still fits, else none."""
    return np.arange(inputs) if inputs == old_inputs else np.full(inputs, -1)


def _of_units(old: Experiment, new: Experiment, layer: int, units: Indices) -> Reshape:
    """Only the units of one layer change: units[n] is the old number of its new unit n, −1 for a new one."""
    maps = [np.arange(size) for size in old.sizes]
    maps[layer] = units
    return _reshape(old, new, [(k, maps[k], maps[k + 1]) for k in range(len(maps) - 1)])


def _reshape(old: Experiment, new: Experiment, matches: Sequence[Match]) -> Reshape:
    pairs = [
        _pairs(layout(old)[match[0]], block, match[1], match[2])
        for block, match in zip(layout(new), matches, strict=True)
        if match is not None
    ]
    source, target = (np.concatenate(side) for side in zip(*pairs, strict=True))
    return Reshape(old, new, source, target, np.empty(0, np.intp))


def _pairs(old: Block, new: Block, rows: Indices, columns: Indices) -> tuple[Indices, Indices]:
    """Old and new indices of all that one weight layer keeps."""
    to_rows, to_columns = np.flatnonzero(rows >= 0), np.flatnonzero(columns >= 0)
    return old.entries(rows[to_rows], columns[to_columns]), new.entries(to_rows, to_columns)
