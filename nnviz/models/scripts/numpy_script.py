"""A run as a NumPy script that makes it again to the last bit."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from functools import partial

import numpy as np

from nnviz import __version__
from nnviz.data.dataset import DataSet
from nnviz.engine.experiment import Experiment
from nnviz.engine.layout import Block
from nnviz.engine.optimizers import OPTIMIZERS
from nnviz.models.journal import Change, Journal, as_text
from nnviz.models.scripts.features import Run, flags_of, run_of
from nnviz.models.scripts.numbers import Numbers
from nnviz.models.scripts.settings import changes, memory_names, start_lines
from nnviz.models.scripts.template import rendered
from nnviz.models.scripts.words import described

REPORTS = 10
"""About so many lines are printed."""
FIELDS = ("samples", "noise", "data_seed", "test_share", "seed", "precision", "inputs", "outputs")


def numpy_script(journal: Journal, iteration: int, name: str, data: DataSet | None) -> str:
    """The script of a run up to an iteration, to be saved as `name`. Refusal as of `features.run_of`."""
    run = run_of(journal, iteration, data)
    flags, numbers = flags_of(run) | end_flags(iteration), Numbers()
    found = values(run, flags, name, numbers)
    found["changes"] = changes(run, flags, _named, partial(_rebuilt, numbers))
    return with_numbers("numpy", flags, found, numbers)


def end_flags(iteration: int) -> set[str]:
    """Whether the last line that is printed is out of turn."""
    return {"odd_end"} if iteration % report_every(iteration) or not iteration else set()


def with_numbers(name: str, flags: Collection[str], found: dict[str, object], numbers: Numbers) -> str:
    """The script of a template, with what was collected at its end."""
    return rendered(name, {*flags, *(["numbers"] if numbers else [])}, found | {"numbers": numbers.lines()})


def values(run: Run, flags: Collection[str], name: str, numbers: Numbers) -> dict[str, object]:
    """What is filled into a template besides the changes."""
    start = run.journal.start
    handwriting, mnist = "handwriting" in flags, "mnist" in flags
    return {
        **{field: getattr(start, field) for field in FIELDS}, **described(run), **_given(run, numbers),
        **_own(run.own, numbers), "image": ", ".join(map(str, run.image or ())),
        "settings": start_lines(start, flags), "optimizers": _optimizers(run), "memory": memory_names(start),
        "threads": run.journal.threads,
        "version": __version__, "numpy": np.__version__, "name": _shown(name), "iterations": run.iteration,
        "needs": " and scikit-learn (for the digits)" if handwriting else "",
        "argument": " FOLDER   (with MNIST's four files)" if mnist else "",
        "report_every": report_every(run.iteration),
    }  # fmt: skip


def _given(run: Run, numbers: Numbers) -> dict[str, object]:
    """The weights and the scaling that a run began with, where they came from a file."""
    found = {f"scaling_{part}": text for part, text in (run.journal.scaling or {}).items() if part != "method"}
    found["weights"] = run.journal.weights
    return {name: numbers.put(name.upper(), text) for name, text in found.items()}


def _own(data: DataSet | None, numbers: Numbers) -> dict[str, object]:
    """The user's own samples."""
    if data is None:
        return {}
    # Indices of classes take less room as small integers.
    y_type = np.min_scalar_type(len(data.classes)) if data.classes else data.train_y.dtype
    arrays = {"train_x": data.train_x, "test_x": data.test_x}
    arrays |= {"train_y": data.train_y.astype(y_type), "test_y": data.test_y.astype(y_type)}
    return {
        **{name: numbers.put(name.upper(), as_text(array)) for name, array in arrays.items()},
        "type_x": data.train_x.dtype, "type_y": y_type, "shape_y": -1 if data.classes else "-1, 1",
    }  # fmt: skip


def _shown(name: str) -> str:
    """A file's name as it may stand in the docstring of a program."""
    return name if re.fullmatch(r"[\w .-]+", name) else "script.py"


def report_every(iteration: int) -> int:
    """Iterations from one line that is printed to the next."""
    return max(1, math.ceil(iteration / REPORTS))


def _named(block: Block, k: int, index: int) -> str:
    """An entry of the flat vector as the script calls it."""
    if index < block.bias:
        row, column = divmod(index - block.start, block.width)
        return f"W[{k}][{row}, {column}]"
    starts = {
        "slope": block.extra, "variance": block.variance, "mean": block.mean, "beta": block.beta,
        "gamma": block.gamma, "b": block.bias,
    }  # fmt: skip
    name = next(name for name, start in starts.items() if index >= start)
    return f"{name}[{k}][{index - starts[name]}]"


def _rebuilt(numbers: Numbers, change: Change, experiment: Experiment) -> Iterator[str]:
    parameters = f"array_of({numbers.put(f'WEIGHTS_{change.iteration}', change.values['parameters'])})"
    if change.kind == "weights":
        yield f"fill(everything, {parameters})"
        return
    arrays = change.values["accumulators"]
    names = OPTIMIZERS[experiment.optimizer].accumulators
    texts = [numbers.put(f"{name.upper()}_{change.iteration}", arrays[name]) for name in names]
    others = [f"{name}=array_of({text})" for name, text in zip(names, texts, strict=True)]
    yield f"rebuild({', '.join([parameters, *others])})"


def _optimizers(run: Run) -> str:
    """The function of the optimizer, or the one of several that is set."""
    names = sorted({experiment.optimizer for experiment in run.experiments})
    table = ", ".join(f'"{name}": {name}' for name in names)
    return names[0] if len(names) == 1 else f"{{{table}}}[settings.optimizer]"
