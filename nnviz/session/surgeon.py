"""Surgeon: carries out edits of a run's network and says how each is taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from nnviz.engine import surgery
from nnviz.engine.account import flat_index
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array
from nnviz.models.journal import as_array
from nnviz.session import intents
from nnviz.session.edits import can_be_set
from nnviz.session.training_run import TrainingRun

Setting = intents.SetWeight | intents.SetBias
Shaping = intents.AddUnit | intents.RemoveUnit | intents.AddLayer | intents.RemoveLayer

RESHAPES: dict[type[Shaping], Callable[..., surgery.Reshape]] = {
    intents.AddUnit: lambda e, edit: surgery.add_unit(e, edit.layer, e.sizes[edit.layer]),
    intents.RemoveUnit: lambda e, edit: surgery.remove_unit(e, edit.layer, edit.unit),
    intents.AddLayer: lambda e, edit: surgery.add_layer(e, edit.layer - 1, _like_neighbour(e, edit.layer - 1)),
    intents.RemoveLayer: lambda e, edit: surgery.remove_layer(e, edit.layer - 1),
}


@dataclass(frozen=True, eq=False)
class Whole:
    """All parameters of a network, to be put back."""

    parameters: Array


class Surgeon:
    """operate() carries an edit out; what was cut out is kept until its run is forgotten."""

    def __init__(self) -> None:
        self._tokens = count(1)
        self._cuts: dict[int, tuple[TrainingRun, surgery.Cut | Setting | Whole]] = {}

    def operate(self, run: TrainingRun, edit: intents.Edit) -> intents.Edit:
        """Carry out `edit` on a run; the edit that takes it back."""
        if isinstance(edit, Setting):
            return self._set(run, edit)
        if isinstance(edit, intents.LoadPoint):
            return self._keep(run, self._load(run, run.weights_at(edit.x, edit.y)))
        if isinstance(edit, intents.LoadWeights):
            return self._keep(run, self._load(run, as_array(edit.parameters, run.experiment.precision)))
        if isinstance(edit, intents.PutBack):
            return self._put_back(run, edit)
        return self._reshape(run, RESHAPES[type(edit)](run.experiment, edit))  # type: ignore[index]  # no others are sent

    def forget(self, run: TrainingRun) -> None:
        """Nothing cut out of this run will be put back."""
        self._cuts = {token: kept for token, kept in self._cuts.items() if kept[0] is not run}

    def _reshape(self, run: TrainingRun, reshape: surgery.Reshape) -> intents.Edit:
        state = run.trainer.state()
        cut = surgery.take_out(state, reshape)
        # The same edit at the same point of a run draws the same new weights.
        rng = np.random.default_rng((run.experiment.seed, state.iteration))
        run.reshape(reshape.new, surgery.reshape_state(state, reshape, rng))
        return self._keep(run, cut)

    def _put_back(self, run: TrainingRun, edit: intents.PutBack) -> intents.Edit:
        _, cut = self._cuts.pop(edit.token, (run, None))
        if isinstance(cut, Setting):
            return _set(run, cut)
        if isinstance(cut, Whole):
            return self._keep(run, self._load(run, cut.parameters))
        if cut is None or cut.reshape.new.layers != run.experiment.layers:
            # Another start, or another point of the timeline: what was cut out belongs to a network of another shape.
            raise Refusal("nothing_to_put_back")
        there = cut.reshape
        back = replace(there, old=there.new, new=there.old, source=there.target, target=there.source)
        state = run.trainer.state()
        cut_again = surgery.take_out(state, back)
        run.reshape(surgery.old_shape(run.experiment, cut), surgery.put_back(state, cut))
        return self._keep(run, cut_again)

    def _load(self, run: TrainingRun, parameters: Array) -> Whole:
        """Other weights for the whole network; those that were there. Refusal of weights of another shape."""
        old = run.trainer.network.parameters.copy()
        if old.shape != parameters.shape:
            raise Refusal("nothing_to_put_back")
        run.set_parameters(parameters.astype(old.dtype))
        return Whole(old)

    def _set(self, run: TrainingRun, edit: Setting) -> intents.Edit:
        """A number that training made too large to be set by hand comes back all the same."""
        inverse = _set(run, edit)
        return inverse if can_be_set(inverse.value) else self._keep(run, inverse)

    def _keep(self, run: TrainingRun, cut: surgery.Cut | Setting | Whole) -> intents.Edit:
        token = next(self._tokens)
        self._cuts[token] = (run, cut)
        return intents.PutBack(token)


def _set(run: TrainingRun, edit: Setting) -> Setting:
    i = edit.i if isinstance(edit, intents.SetWeight) else None
    index = flat_index(run.experiment, edit.layer, i, edit.unit, edit.piece)
    old = float(run.trainer.network.parameters[index])
    run.set_parameter(index, edit.value)
    return replace(edit, value=old)


def _like_neighbour(experiment: Experiment, at: int) -> LayerSpec:
    """A new layer is like the one before it, whose weights to the layer behind then still fit; else like the next; the
    usual one where there is none."""
    return experiment.layers[max(at - 1, 0)] if experiment.layers else LayerSpec()
