"""`nnviz evaluate`: accuracy and loss of a model on a test set, and what batches save (curriculum B6)."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from time import perf_counter

from nnviz.commands.inputs import open_with_data
from nnviz.commands.output import print_json, progress_bar
from nnviz.data.dataset import DataSet, encode_targets
from nnviz.engine.experiment import LIMITS
from nnviz.engine.network import Workspace
from nnviz.engine.refusal import Refusal
from nnviz.engine.training import accuracy
from nnviz.models.model import Model


@dataclass(frozen=True)
class Score:
    """accuracy 0…1 (None for a regression), mean loss, number of samples, and seconds spent in forward passes."""

    accuracy: float | None
    loss: float
    samples: int
    seconds: float


def run(args: Namespace) -> int:
    """Print the score; in words also the same one by one."""
    low, high = LIMITS["batch_size"]
    if not low <= args.batch_size <= high:
        raise Refusal("out_of_range", field="--batch-size", value=args.batch_size, low=low, high=high)
    model, data = open_with_data(args)
    score = evaluate(model, data, args.batch_size)
    if args.json:
        print_json({"accuracy": score.accuracy, "loss": score.loss, "samples": score.samples})
        return 0
    _print_words(data, score, evaluate(model, data, 1), args.batch_size)
    return 0


def evaluate(model: Model, data: DataSet, batch: int) -> Score:
    """Score on the whole test set, `batch` samples at a time."""
    x = model.scaling.apply(data.test_x, model.experiment.precision)
    t = encode_targets(data.test_y, model.experiment.outputs, model.experiment.precision)
    loss = right = seconds = 0.0
    spaces: dict[int, Workspace] = {}
    with progress_bar(len(x), "Evaluating", "samples") as bar:
        for at in range(0, len(x), batch):
            part = slice(at, at + batch)
            rows = len(x[part])
            if rows not in spaces:
                spaces[rows] = Workspace(model.network, rows)
            start = perf_counter()
            trace = model.network.forward(x[part], spaces[rows])
            seconds += perf_counter() - start
            loss += model.network.loss_value(trace, t[part]) * rows
            right += accuracy(trace.output, t[part]) * rows
            bar.update(rows)
    return Score(right / len(x) if data.is_classification else None, loss / len(x), len(x), seconds)


def _print_words(data: DataSet, score: Score, single: Score, batch: int) -> None:
    print(f"data         {data.name}, {score.samples} test samples")
    if score.accuracy is not None:
        print(f"accuracy     {score.accuracy:.4f}")
    print(f"loss         {score.loss:.6g}")
    for name, one in ((f"in batches of {batch}", score), ("one by one", single)):
        found = "" if one.accuracy is None else f", accuracy {one.accuracy:.4f}"
        print(f"forward pass {1000 * one.seconds:.1f} ms {name}{found}")
