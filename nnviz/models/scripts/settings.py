"""Settings of a script: the lines that set them at the start, and those that change them by hand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import groupby
from typing import Any

from nnviz.engine.experiment import Experiment
from nnviz.engine.layout import Block, layout
from nnviz.engine.optimizers import OPTIMIZERS
from nnviz.models.journal import Change
from nnviz.models.scripts.features import Run, activations

Setting = tuple[str, str, str, Callable[[Experiment], Any]]


def _of_layers(name: str, output: object) -> Callable[[Experiment], list[Any]]:
    return lambda experiment: [*(getattr(layer, name) for layer in experiment.layers), output]


def _field(name: str) -> Callable[[Experiment], Any]:
    return lambda experiment: getattr(experiment, name)


SETTINGS: tuple[Setting, ...] = (
    ("sizes", "units of every layer, input and output included", "", lambda e: list(e.sizes)),
    ("activations", "of every weight layer", "", lambda e: list(activations(e))),
    ("alpha", "slope or scale for z < 0, of every weight layer", "leaky_relu elu prelu", _of_layers("alpha", 0.0)),
    ("theta", "thresholds", "thresholded_relu", _of_layers("theta", 0.0)),
    (
        "pieces",
        "weighted sums of each unit",
        "maxout",
        lambda e: [*(x.pieces if x.activation == "maxout" else 1 for x in e.layers), 1],
    ),
    ("dropout", "share of units that is switched off in training", "dropout", _of_layers("dropout", 0.0)),
    ("batch_norm", "which layers are normalised", "batch_norm", _of_layers("batch_norm", False)),
    ("distortion", "strength 0…1 of the distortion of training images", "distortion", _field("distortion")),
    ("residual", "which layers have what enters them added", "residual", _of_layers("residual", False)),
    ("batch_size", "", "", _field("batch_size")),
    ("optimizer", "", "", _field("optimizer")),
    ("learning_rate", "η", "", _field("learning_rate")),
    ("momentum", "α of momentum and Nesterov, β₁ of Adam", "momentum nesterov adam", _field("momentum")),
    ("decay", "ρ of RMSProp, β₂ of Adam", "rmsprop adam", _field("decay")),
    ("epsilon", "", "adagrad rmsprop adam", _field("epsilon")),
    ("schedule", "how η falls", "varying", _field("schedule")),
    ("schedule_rate", "by this factor", "varying", _field("schedule_rate")),
    ("schedule_epochs", "in so many epochs", "varying", _field("schedule_epochs")),
    ("l1", "λ₁ of the penalty λ₁ Σ |w|", "penalty", _field("l1")),
    ("l2", "λ₂ of the penalty ½ λ₂ Σ w²", "penalty", _field("l2")),
    ("frozen", "(layer, unit) that no update changes, −1: all units", "frozen", lambda e: list(e.frozen)),
    ("off", "(layer, unit) that put out 0", "off", lambda e: list(e.off)),
)
"""Name in the script, what is said about it, the flags of runs that need it (none: all do), and its value."""


def settings(experiment: Experiment, flags: Collection[str]) -> dict[str, str]:
    """What a script with these flags sets for an experiment, as Python writes it."""
    return {
        name: repr(value(experiment)).replace("'", '"')
        for name, _, needed_by, value in SETTINGS
        if not needed_by or set(needed_by.split()) & set(flags)
    }


def start_lines(experiment: Experiment, flags: Collection[str], without: Collection[str] = ()) -> str:
    """The settings at the start, each with what it is; those of the names `without` are said elsewhere."""
    said = {name: words for name, words, *_ in SETTINGS}
    found = [(name, value) for name, value in settings(experiment, flags).items() if name not in without]
    return "\n".join(f"    {name}={value},{'  # ' * bool(said[name])}{said[name]}" for name, value in found)


def changes(run: Run, flags: Collection[str], named: Callable[[Block, int, int], str], rebuilt: Rebuilt) -> str:
    """The body of `change`: everything that was changed by hand, each at its iteration. `named` names an entry of the
    flat vector, `rebuilt` gives the lines for new weights."""
    steps = zip(run.journal.changes, run.experiments, run.experiments[1:], strict=False)
    lines = []
    for iteration, group in groupby(steps, key=lambda step: step[0].iteration):
        lines.append(f"    if run.iteration == {iteration}:")
        inner = [line for step in group for line in _lines(*step, flags, named, rebuilt)]
        lines += [f"        {line}" for line in inner or ["pass  # nothing that the weights depend on"]]
    return "\n".join(lines)


Rebuilt = Callable[[Change, Experiment], Iterator[str]]


def _lines(
    change: Change, old: Experiment, new: Experiment, flags: Collection[str],
    named: Callable[[Block, int, int], str], rebuilt: Rebuilt,
) -> Iterator[str]:  # fmt: skip
    before = settings(old, flags)
    yield from (f"settings.{name} = {value}" for name, value in settings(new, flags).items() if before[name] != value)
    if change.kind == "diverged":
        yield "skip_batch()"
    if change.kind == "diverged" or (change.kind == "settings" and old.optimizer != new.optimizer):
        yield f"start_optimizer({memory_names(new)})"
    if change.kind == "entry":
        yield f"{_entry(new, change.values['index'], named)} = {float(change.values['value'])!r}"
    if change.kind in ("weights", "network"):
        yield from rebuilt(change, new)


def _entry(experiment: Experiment, index: int, named: Callable[[Block, int, int], str]) -> str:
    k, block = next((k, block) for k, block in enumerate(layout(experiment)) if index < block.end)
    return named(block, k, index)


def memory_names(experiment: Experiment) -> str:
    """Names of the optimizer's arrays, as arguments."""
    return ", ".join(f'"{name}"' for name in OPTIMIZERS[experiment.optimizer].accumulators)
