"""A run as a PyTorch script: the same numbers to rounding."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from nnviz.data.dataset import DataSet
from nnviz.engine.experiment import Experiment
from nnviz.engine.layout import Block
from nnviz.engine.refusal import Refusal
from nnviz.models.journal import Change, Journal
from nnviz.models.scripts.features import Run, flags_of, run_of
from nnviz.models.scripts.numbers import Numbers
from nnviz.models.scripts.numpy_script import end_flags, values, with_numbers
from nnviz.models.scripts.settings import changes, start_lines
from nnviz.models.scripts.torch_modules import check, modules, places

IN_MODULES = ("sizes", "activations", "alpha", "theta", "batch_norm")
"""Settings that the modules say themselves."""
OUTPUT = {"softmax": "softmax of z", "sigmoid": "σ(z)", "identity": "z itself"}


def torch_script(journal: Journal, iteration: int, name: str, data: DataSet | None) -> str:
    """The script of a run up to an iteration, to be saved as `name`.

    Refusal as of `features.run_of`, torch_cannot, torch_single.
    """
    run, numbers = run_of(journal, iteration, data), Numbers()
    _check(run, data)
    flags = flags_of(run) | {f"out_{journal.start.output}"} | ({"own_momentum"} if _has_own_momentum(run) else set())
    flags |= end_flags(iteration)
    start, dropping = journal.start, "dropout" in flags
    extra = {
        "modules": "\n".join(f"    {code}," for code, *_ in modules(start, dropping)),
        "layers": "\n".join(_layer_lines(start, dropping)),
        "what_output": OUTPUT[start.output],
        "settings": start_lines(start, flags, IN_MODULES),
        "changes": changes(run, flags, _named, partial(_rebuilt, numbers)),
    }
    return with_numbers("torch", flags, values(run, flags, name, numbers) | extra, numbers)


def _check(run: Run, data: DataSet | None) -> None:
    count = len(data.train_x) if data else 0
    for experiment in run.experiments:
        check(experiment)
        rest = count % experiment.batch_size
        if (rest == 1 or experiment.batch_size == 1) and any(layer.batch_norm for layer in experiment.layers):
            raise Refusal("torch_single", samples=count, batch=experiment.batch_size)
    if any(change.kind == "network" for change in run.journal.changes):
        raise Refusal("torch_cannot", what="layers")


def _has_own_momentum(run: Run) -> bool:
    """True where PyTorch's momentum would be another thing: η changes on the way, or α is 0."""
    using = [experiment for experiment in run.experiments if experiment.optimizer in ("momentum", "nesterov")]
    varies = len({experiment.learning_rate for experiment in using}) > 1
    return varies or any(experiment.schedule != "constant" or not experiment.momentum for experiment in using)


def _layer_lines(experiment: Experiment, dropping: bool) -> Iterator[str]:
    for place in places(experiment, dropping):
        parts = ("None" if index is None else f"network[{index}]" for index in (place.linear, place.norm, place.slope))
        yield f"    ({', '.join(parts)}),"


def _named(block: Block, k: int, index: int) -> str:
    """An entry of the flat vector as the script calls it."""
    if index < block.bias:
        row, column = divmod(index - block.start, block.width)
        return f"layers[{k}][0].weight[{column}, {row}]"
    starts = {
        "[2].weight": block.extra, "[1].running_var": block.variance, "[1].running_mean": block.mean,
        "[1].bias": block.beta, "[1].weight": block.gamma, "[0].bias": block.bias,
    }  # fmt: skip
    name = next(name for name, start in starts.items() if index >= start)
    return f"layers[{k}]{name}[{index - starts[name]}]"


def _rebuilt(numbers: Numbers, change: Change, experiment: Experiment) -> Iterator[str]:
    yield f"fill(array_of({numbers.put(f'WEIGHTS_{change.iteration}', change.values['parameters'])}))"
