"""Edits: changes of the network made by hand. Checked in the GUI thread, carried out where the run is, undone by their
inverse."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from nnviz.engine.experiment import LAYER_LIMITS, MAX_LAYERS, Experiment, LayerSpec
from nnviz.engine.network import parameter_count
from nnviz.engine.refusal import Refusal
from nnviz.models.journal import as_array
from nnviz.session import intents

LARGEST = 1e6
"""Largest |weight| or |bias| that can be set by hand: float32 sums of squares stay finite."""

OPERATIONS = (
    intents.SetWeight, intents.SetBias, intents.AddUnit, intents.RemoveUnit, intents.AddLayer, intents.RemoveLayer,
    intents.LoadPoint, intents.LoadWeights, intents.PutBack,
)  # fmt: skip
"""Edits of the parameters themselves, carried out where the run is."""
MARKS = (intents.Freeze, intents.SwitchOff)
"""Edits that are live settings of the experiment."""


@dataclass(frozen=True)
class Edited:
    """An edit took effect; `inverse` takes it back. None: it was refused where the run is, and nothing has changed.
    `data` is what the run goes on with where the samples themselves were edited."""

    intent: intents.Edit
    inverse: intents.Edit | None
    data: str | None = None


def check_edit(edit: intents.Edit, experiment: Experiment) -> None:
    """Refuse an edit that the network cannot take: out_of_range, no_such_unit, no_such_layer, last_unit, last_layer,
    residual_needs_equal, wrong_parameter_count, model_metadata, model_not_finite."""
    check = CHECKS.get(type(edit))
    if check:
        check(edit, experiment)


def with_marks(edit: intents.Freeze | intents.SwitchOff, experiment: Experiment) -> Experiment:
    """The experiment after a unit or layer was frozen or switched off, or no longer is. Refusal of the experiment."""
    if isinstance(edit, intents.Freeze):
        return replace(experiment, frozen=_marked(experiment.frozen, edit))
    return replace(experiment, off=_marked(experiment.off, edit))


def _marked(
    marks: tuple[tuple[int, int], ...], edit: intents.Freeze | intents.SwitchOff
) -> tuple[tuple[int, int], ...]:
    key = {(edit.layer, edit.unit)}
    return tuple(sorted({*marks} | key if edit.on else {*marks} - key))


def opposite(edit: intents.Freeze | intents.SwitchOff) -> intents.Edit:
    """Takes a mark back."""
    return replace(edit, on=not edit.on)


def _check_weight(edit: intents.SetWeight, experiment: Experiment) -> None:
    _check_unit(edit.layer, edit.unit, experiment)
    if not 0 <= edit.i < experiment.sizes[edit.layer - 1]:
        raise Refusal("no_such_unit", layer=edit.layer - 1, unit=edit.i)
    _check_value("weight", edit.value)


def _check_bias(edit: intents.SetBias, experiment: Experiment) -> None:
    _check_unit(edit.layer, edit.unit, experiment)
    _check_value("bias", edit.value)


def _check_add_unit(edit: intents.AddUnit, experiment: Experiment) -> None:
    _check_hidden(edit.layer, experiment)
    most = int(LAYER_LIMITS["units"][1])
    if experiment.sizes[edit.layer] >= most:
        raise Refusal("out_of_range", field="units", value=experiment.sizes[edit.layer] + 1, low=1, high=most)
    _check_residuals(experiment, _resized(experiment, edit.layer, 1))


def _check_remove_unit(edit: intents.RemoveUnit, experiment: Experiment) -> None:
    _check_hidden(edit.layer, experiment)
    _check_unit(edit.layer, edit.unit, experiment)
    if experiment.sizes[edit.layer] == 1:
        raise Refusal("last_unit")
    _check_residuals(experiment, _resized(experiment, edit.layer, -1))


def _check_add_layer(edit: intents.AddLayer, experiment: Experiment) -> None:
    if not 1 <= edit.layer <= len(experiment.layers) + 1:
        raise Refusal("no_such_layer", layer=edit.layer)
    if len(experiment.layers) >= MAX_LAYERS:
        raise Refusal("too_many_layers", count=len(experiment.layers) + 1, most=MAX_LAYERS)


def _check_remove_layer(edit: intents.RemoveLayer, experiment: Experiment) -> None:
    _check_hidden(edit.layer, experiment)
    if len(experiment.layers) == 1:
        raise Refusal("last_layer")
    _check_residuals(experiment, experiment.layers[: edit.layer - 1] + experiment.layers[edit.layer :])


def _check_point(edit: intents.LoadPoint, experiment: Experiment) -> None:
    for field, value in (("x", edit.x), ("y", edit.y)):
        _check_value(field, value)


def _check_weights(edit: intents.LoadWeights, experiment: Experiment) -> None:
    parameters, expected = as_array(edit.parameters, experiment.precision), parameter_count(experiment)
    if parameters.size != expected:
        raise Refusal("wrong_parameter_count", found=parameters.size, expected=expected)
    if not np.isfinite(parameters).all():
        raise Refusal("model_not_finite", what="parameters")


CHECKS: dict[type[intents.Edit], Callable[..., None]] = {
    intents.SetWeight: _check_weight,
    intents.SetBias: _check_bias,
    intents.AddUnit: _check_add_unit,
    intents.RemoveUnit: _check_remove_unit,
    intents.AddLayer: _check_add_layer,
    intents.RemoveLayer: _check_remove_layer,
    intents.LoadPoint: _check_point,
    intents.LoadWeights: _check_weights,
}


def _resized(experiment: Experiment, layer: int, by: int) -> tuple[LayerSpec, ...]:
    spec = experiment.layers[layer - 1]
    return (*experiment.layers[: layer - 1], replace(spec, units=spec.units + by), *experiment.layers[layer:])


def _check_residuals(experiment: Experiment, layers: tuple[LayerSpec, ...]) -> None:
    """Refuse a change after which a residual connection would lead between layers of different sizes."""
    replace(experiment, layers=layers, frozen=(), off=())


def _check_hidden(layer: int, experiment: Experiment) -> None:
    if not 1 <= layer <= len(experiment.layers):
        raise Refusal("no_such_layer", layer=layer)


def _check_unit(layer: int, unit: int, experiment: Experiment) -> None:
    if not 1 <= layer < len(experiment.sizes):
        raise Refusal("no_such_layer", layer=layer)
    if not 0 <= unit < experiment.sizes[layer]:
        raise Refusal("no_such_unit", layer=layer, unit=unit)


def can_be_set(value: float) -> bool:
    """True for a number that may be set by hand."""
    return math.isfinite(value) and abs(value) <= LARGEST


def _check_value(field: str, value: float) -> None:
    if not can_be_set(value):
        raise Refusal("out_of_range", field=field, value=value, low=-LARGEST, high=LARGEST)
