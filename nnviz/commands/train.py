"""`nnviz train`: one experiment from the command line, printed epoch by epoch and saved with where it comes from."""

from __future__ import annotations

import hashlib
import math
import platform
import shlex
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from nnviz import __version__
from nnviz.commands.inputs import load_data
from nnviz.commands.options import experiment_from
from nnviz.commands.output import print_beside_bar, print_json, progress_bar
from nnviz.commands.own_data import bring
from nnviz.data.dataset import DataSet
from nnviz.data.shelf import BUILT_IN, Shelf
from nnviz.engine.experiment import LIMITS, Experiment
from nnviz.engine.refusal import DivergedError, Refusal
from nnviz.engine.scaling import fit_scaling
from nnviz.engine.trace import Array, Evaluation, StepRecord
from nnviz.engine.training import Trainer
from nnviz.models.files import check_destination, save_model
from nnviz.models.journal import begun
from nnviz.models.model import Model
from nnviz.models.training import EVALUATION_COLUMNS, STEP_COLUMNS, Training


@dataclass(frozen=True)
class Outcome:
    """A finished run: the model with its training, without notes; one evaluation an epoch, why it ended, seconds of
    training."""

    model: Model
    history: tuple[Evaluation, ...]
    ended_by: str
    seconds: float


def run(args: Namespace) -> int:
    """Train, print, save."""
    if args.save:
        check_destination(args.save)
    source = Path(args.data)
    shelf = bring(args)
    experiment = experiment_from(args, shelf)
    if not (experiment.epochs or experiment.patience):
        raise Refusal("train_needs_end")
    data = load_data(experiment, shelf)
    outcome = train(experiment, data, _silent if args.json else _print_epoch, shelf)
    if args.save:
        notes = provenance(args.command_line, (args.save, source), data, outcome)
        training = None if args.weights_only else outcome.model.training
        save_model(args.save, replace(outcome.model, notes=notes, training=training))
    _print_result(args, outcome, len(data.test_x))
    return 0


def train(
    experiment: Experiment, data: DataSet, tell: Callable[[Evaluation], None], shelf: Shelf = BUILT_IN
) -> Outcome:
    """Train until the experiment's epochs are over or it stops early; `tell` hears of every epoch.

    Refusal distortion_needs_images, train_diverged, and those of `Shelf.check_fit`.
    """
    shelf.check_fit(experiment)
    if experiment.distortion and not data.image:
        raise Refusal("distortion_needs_images", data=data.name)
    scaling = fit_scaling(experiment.scaling, data.train_x)
    # Evaluations inside an epoch are for a window's curves; here there is one at its end.
    seldom = replace(experiment, evaluate_every=int(LIMITS["evaluate_every"][1]))
    trainer = Trainer(seldom, data.samples(experiment, scaling))
    start = perf_counter()
    try:
        records, history = _epochs(trainer, tell)
    except DivergedError as error:
        raise Refusal("train_diverged", **error.fields) from error
    seconds = perf_counter() - start
    training = Training(
        trainer.state(), _rows(records, STEP_COLUMNS), _rows(history, EVALUATION_COLUMNS),
        begun(experiment, None, None),
    )  # fmt: skip
    model = Model(experiment, trainer.network.parameters.copy(), scaling, data.classes, training=training)
    return Outcome(model, tuple(history), trainer.finished, seconds)


def provenance(command: Sequence[str], files: Sequence[Path], data: DataSet, outcome: Outcome) -> dict[str, str]:
    """What is recorded in the saved model, so that anyone can make it again and compare; `files` that the command
    names."""
    last = outcome.history[-1]
    notes = {
        "command": shlex.join(["nnviz", *_without_folders(command, files)]),
        "seed": str(outcome.model.experiment.seed),
        "data": f"{data.name}, {len(data.train_x)} training and {len(data.test_x)} test samples",
        "data_sha256": training_hash(data),
        "epochs": f"{last.epoch:g}",
        "test_loss": f"{last.test_loss:.6g}",
        "versions": f"nnviz {__version__}, NumPy {np.__version__}, Python {platform.python_version()}",
    }
    notes |= {"target": data.target} if data.target else {}
    return notes | ({} if last.test_accuracy is None else {"test_accuracy": f"{last.test_accuracy:.4f}"})


def training_hash(data: DataSet) -> str:
    """SHA-256 of the raw training inputs, row by row as they are stored, and of their labels as 64-bit integers (the
    targets of a regression as 64-bit floats), all little-endian: the same on every machine."""
    x, y = data.train_x, data.train_y
    digest = hashlib.sha256(x.astype(x.dtype.newbyteorder("<")).tobytes())
    digest.update(y.astype("<i8" if data.is_classification else "<f8").tobytes())
    return digest.hexdigest()


def _rows(entries: Sequence[StepRecord] | Sequence[Evaluation], columns: Sequence[str]) -> Array:
    """A history as a table; figures that do not exist are nan."""
    rows = [[getattr(entry, name) for name in columns] for entry in entries]
    return np.array(rows, np.float64).reshape(-1, len(columns))


def _epochs(trainer: Trainer, tell: Callable[[Evaluation], None]) -> tuple[list[StepRecord], list[Evaluation]]:
    e = trainer.experiment
    batches = math.ceil(len(trainer.samples.train_x) / e.batch_size)
    records: list[StepRecord] = []
    history: list[Evaluation] = []
    with progress_bar(batches * e.epochs or None, "Training") as bar:
        while not trainer.finished:
            record = trainer.step()
            records.append(record)
            bar.update()
            if trainer.at_epoch_start:
                history.append(record.evaluation or trainer.evaluate())
                tell(history[-1])
    return records, history


def _without_folders(command: Sequence[str], files: Sequence[Path]) -> list[str]:
    """The command with the names of files only: folders are the business of the machine it was made on."""
    return [_without_folder(word, files) for word in command]


def _without_folder(word: str, files: Sequence[Path]) -> str:
    """A word as FILE or --option=FILE. Paths are compared, not texts: a folder may be written with / at its end."""
    option, equals, path = word.partition("=") if word.startswith("--") else ("", "", word)
    return f"{option}{equals}{Path(path).name}" if Path(path) in files else word


def _print_epoch(one: Evaluation) -> None:
    train, test = _figures(one.train_loss, one.train_accuracy), _figures(one.test_loss, one.test_accuracy)
    print_beside_bar(f"epoch {one.epoch:3g}   training {train}   test {test}")


def _figures(loss: float, accuracy: float | None) -> str:
    return f"loss {loss:.4g}" + ("" if accuracy is None else f" accuracy {accuracy:.4f}")


def _silent(one: Evaluation) -> None:
    """Nothing may stand beside the JSON value."""


def _print_result(args: Namespace, outcome: Outcome, samples: int) -> None:
    last = outcome.history[-1]
    if args.json:
        print_json(_object(args, outcome, samples))
        return
    if outcome.ended_by == "early_stopping":
        print(f"stopped early: no lower test loss for {outcome.model.experiment.patience} epochs")
    found = f"loss {last.test_loss:.6g}" if last.test_accuracy is None else f"accuracy {last.test_accuracy:.4f}"
    print(f"test {found} on {samples} samples after {last.iteration} iterations in {outcome.seconds:.1f} s")
    if args.save:
        print(f"saved {args.save}")


def _object(args: Namespace, outcome: Outcome, samples: int) -> dict[str, Any]:
    last = outcome.history[-1]
    return {
        "accuracy": last.test_accuracy,
        "loss": last.test_loss,
        "samples": samples,
        "epochs": last.epoch,
        "iterations": last.iteration,
        "ended_by": outcome.ended_by,
        "seconds": outcome.seconds,
        "saved": str(args.save) if args.save else None,
        "experiment": outcome.model.experiment.to_dict(),
        "history": [asdict(evaluation) for evaluation in outcome.history],
    }
