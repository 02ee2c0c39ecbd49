"""Adjusting: an experiment with some fields changed by name, for lessons and scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nnviz.data.shelf import BUILT_IN, Shelf
from nnviz.engine.experiment import LOSSES_OF_OUTPUT, Experiment, adapted, read_fields
from nnviz.engine.optimizers import PAPER_DEFAULTS


def adjusted(experiment: Experiment, values: Mapping[str, Any], shelf: Shelf = BUILT_IN) -> Experiment:
    """The experiment with the fields of `values` (as in `Experiment.from_dict`), and what follows from them where
    `values` do not say: other data brings its sizes, output and loss, another optimizer its usual parameters, another
    output a loss that it can have. Refusal as of Experiment, or unknown_choice."""
    fields = read_fields(values)
    return adapted(experiment, **(_following(experiment, fields, shelf) | fields))


def _following(experiment: Experiment, fields: Mapping[str, Any], shelf: Shelf) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if "data" in fields:
        # A plane with all the samples of MNIST would be a blot; and only images can be distorted.
        found |= {"samples": Experiment.samples, "distortion": 0.0} | shelf.defaults(fields["data"])
    if fields.get("optimizer", experiment.optimizer) != experiment.optimizer:
        found |= PAPER_DEFAULTS.get(fields["optimizer"], {})
    output = fields.get("output", found.get("output", experiment.output))
    legal = LOSSES_OF_OUTPUT.get(output, ())
    if legal and found.get("loss", experiment.loss) not in legal:
        found["loss"] = legal[0]
    return found
