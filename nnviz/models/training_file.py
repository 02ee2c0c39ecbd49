"""The part of a model file that lets a run go on: optimizer, place in the epoch, random streams, history, journal.

Tensors: optimizer.m.layers.1.W … as the weights, one set for each accumulator; history.steps (n, 5) and
history.evaluations (k, 6), float64. Metadata "training": JSON of everything else; integers of 128 bits as hexadecimal.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from nnviz.engine.experiment import Experiment
from nnviz.engine.layout import layout
from nnviz.engine.optimizers import OPTIMIZERS
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array
from nnviz.engine.training import TrainerState
from nnviz.models.journal import MOST_CHANGES, MOST_TEXT, Change, Journal, as_array, experiments
from nnviz.models.training import EVALUATION_COLUMNS, STEP_COLUMNS, Training, thinned

HISTORY = {"history.steps": len(STEP_COLUMNS), "history.evaluations": len(EVALUATION_COLUMNS)}
"""Tensors of the history and their columns."""
MOST_ROWS = 2_000_000
"""Rows of the history that are saved; of a longer one every second, third … row, the newest among them."""
STREAMS = ("shuffle", "dropout", "distortion")
COUNTS = ("iteration", "epochs_done", "position", "optimizer_steps", "best_epoch")
MOST_COUNT = 2**53
CHANGES = {
    "settings": set(), "entry": {"index", "value"}, "weights": {"parameters"},
    "network": {"experiment", "parameters", "accumulators"}, "diverged": set(),
}  # fmt: skip
"""Kinds of changes and the values they must have."""
SCALING_PARTS = {"method", "offset", "factor", "matrix"}


def history_tensors(training: Training) -> dict[str, Array]:
    """The history as tensors."""
    rows = (training.steps, training.evaluations)
    return {name: np.asarray(thinned(array, MOST_ROWS), np.float64) for name, array in zip(HISTORY, rows, strict=True)}


def description(training: Training) -> dict[str, Any]:
    """All but the tensors, as JSON can say it."""
    state = training.state
    return {
        **{name: getattr(state, name) for name in COUNTS},
        "optimizer": state.optimizer,
        "best_loss": state.best_loss if math.isfinite(state.best_loss) else None,
        **{name: _stream_text(getattr(state, name)) for name in STREAMS},
        "journal": asdict(training.journal),
    }


def training_of(
    described: Any, experiment: Experiment, parameters: Array, accumulators: dict[str, Array], history: list[Array]
) -> Training:
    """The training that a file describes, all of it checked. Refusal model_metadata, model_history, model_not_finite,
    or of an experiment that cannot be."""
    if not all(_is_count(described.get(name)) for name in COUNTS):
        raise Refusal("model_metadata")
    best = described.get("best_loss")
    if not (best is None or (_is_number(best) and math.isfinite(best))):
        raise Refusal("model_metadata")
    counts = {name: described[name] for name in COUNTS}
    streams: dict[str, Any] = {name: _stream(described.get(name)) for name in STREAMS}
    state = TrainerState(
        parameters=parameters, optimizer=experiment.optimizer, accumulators=accumulators,
        best_loss=math.inf if best is None else float(best), **counts, **streams,
    )  # fmt: skip
    if not all(np.isfinite(array).all() for array in accumulators.values()):
        raise Refusal("model_not_finite", what="optimizer")
    steps, evaluations = history
    _check_history(steps, evaluations, state.iteration)
    return Training(state, steps, evaluations, _journal(described.get("journal"), experiment, state.iteration))


def accumulator_names(described: Any, experiment: Experiment) -> tuple[str, ...]:
    """Names of the accumulators a file with this description must have. Refusal model_metadata."""
    if not isinstance(described, Mapping) or described.get("optimizer") != experiment.optimizer:
        raise Refusal("model_metadata")
    return OPTIMIZERS[experiment.optimizer].accumulators


def _check_history(steps: Array, evaluations: Array, last: int) -> None:
    """Iterations rise and lie within the run; epochs are numbers."""
    for rows, first in ((steps, 1), (evaluations, 0)):
        iterations = rows[:, 0]
        rising = bool((np.diff(iterations) > 0).all()) if np.isfinite(rows[:, :2]).all() else False
        if not rising or (len(rows) and not (first <= iterations[0] and iterations[-1] <= last)):
            raise Refusal("model_history")


def _stream_text(state: Mapping[str, Any]) -> dict[str, Any]:
    inner = {name: f"{value:032x}" for name, value in state["state"].items()}
    return {**inner, "has_uint32": state["has_uint32"], "uinteger": state["uinteger"]}


def _stream(text: Any) -> dict[str, Any]:
    """The state of a PCG64 generator. Refusal model_metadata."""
    names = ("state", "inc", "has_uint32", "uinteger")
    if not (isinstance(text, Mapping) and set(text) == set(names)):
        raise Refusal("model_metadata")
    state, inc, has, left = (text[name] for name in names)
    if not all(isinstance(value, str) and re.fullmatch("[0-9a-f]{32}", value) for value in (state, inc)):
        raise Refusal("model_metadata")
    if not (_is_count(has) and _is_count(left) and has < 2 and left < 2**32):
        raise Refusal("model_metadata")
    inner = {"state": int(state, 16), "inc": int(inc, 16)}
    return {"bit_generator": "PCG64", "state": inner, "has_uint32": has, "uinteger": left}


def _journal(text: Any, experiment: Experiment, last: int) -> Journal:
    names = {"start", "weights", "scaling", "changes", "threads", "whole"}
    if not (isinstance(text, Mapping) and set(text) == names and isinstance(text["start"], Mapping)):
        raise Refusal("model_metadata")
    scaling, changes = text["scaling"], text["changes"]
    fits = isinstance(text["weights"], str) and type(text["whole"]) is bool and _is_scaling(scaling)
    counted = _is_count(text["threads"]) and isinstance(changes, list | tuple) and len(changes) <= MOST_CHANGES
    if not (fits and counted):
        raise Refusal("model_metadata")
    found = tuple(_change(change) for change in changes)
    start = Experiment.from_dict(text["start"])
    journal = Journal(start, text["weights"], scaling and dict(scaling), found, text["threads"], text["whole"])
    _check_journal(journal, experiment, last)
    return journal


def _change(text: Any) -> Change:
    if not (isinstance(text, Mapping) and set(text) == {"iteration", "kind", "values"}):
        raise Refusal("model_metadata")
    iteration, kind, values = text["iteration"], text["kind"], text["values"]
    named = isinstance(kind, str) and kind in CHANGES and isinstance(values, dict)
    if not (named and _is_count(iteration) and CHANGES[kind] in ({*values}, set())):
        raise Refusal("model_metadata")
    if not all(_is_fit(name, value) for name, value in values.items() if CHANGES[kind]):
        raise Refusal("model_metadata")
    return Change(iteration, kind, values)


def _is_fit(name: str, value: Any) -> bool:
    """The type of one value of a change; arrays and experiments are looked into later."""
    if name == "accumulators":
        return isinstance(value, dict) and all(isinstance(array, str) for array in value.values())
    kinds = {"index": _is_count, "value": _is_number, "experiment": _is_mapping, "parameters": _is_text}
    return kinds[name](value)


def _check_journal(journal: Journal, experiment: Experiment, last: int) -> None:
    """The experiments in it follow from each other and lead to that of the file; arrays have the sizes of theirs."""
    if not journal.whole:
        if journal != Journal(journal.start, threads=journal.threads, whole=False):
            raise Refusal("model_metadata")
        return
    iterations = [change.iteration for change in journal.changes]
    found = experiments(journal)
    orderly = iterations == sorted(iterations) and (not iterations or iterations[-1] <= last)
    if not (orderly and found[-1] == experiment and journal.size <= MOST_TEXT):
        raise Refusal("model_metadata")
    if journal.scaling:
        _check_scaling(journal.scaling, journal.start)
    if journal.weights:
        _check_size(journal.weights, journal.start)
    for change, now in zip(journal.changes, found[1:], strict=True):
        texts = [change.values.get("parameters"), *change.values.get("accumulators", {}).values()]
        for text in filter(None, texts):
            _check_size(text, now)
        if change.kind == "network" and set(change.values["accumulators"]) != set(
            OPTIMIZERS[now.optimizer].accumulators
        ):
            raise Refusal("model_metadata")
        if change.kind == "entry" and not change.values["index"] < layout(now)[-1].end:
            raise Refusal("model_metadata")


def _check_scaling(texts: Mapping[str, str], start: Experiment) -> None:
    sizes = {name: as_array(text, "float64").size for name, text in texts.items() if name != "method"}
    squares = {start.inputs**2} if start.scaling == "whiten" else set()
    vectors = {sizes["offset"], sizes["factor"]} <= {1, start.inputs}
    if not (
        texts["method"] == start.scaling and vectors and {sizes[name] for name in sizes if name == "matrix"} == squares
    ):
        raise Refusal("model_metadata")


def _check_size(text: str, experiment: Experiment) -> None:
    if as_array(text, experiment.precision).size != layout(experiment)[-1].end:
        raise Refusal("model_metadata")


def _is_scaling(value: Any) -> bool:
    if value is None:
        return True
    if not (isinstance(value, Mapping) and {"method", "offset", "factor"} <= set(value) <= SCALING_PARTS):
        return False
    return all(isinstance(part, str) for part in value.values())


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value <= MOST_COUNT


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and abs(value) <= 1e308


def _is_mapping(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)
