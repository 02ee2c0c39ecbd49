"""`nnviz train`: one experiment from the command line, printed epoch by epoch and saved with where it comes from."""

from __future__ import annotations

import hashlib
import math
import platform
import shlex
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from tqdm import tqdm

from nnviz import __version__
from nnviz.commands.inputs import load_data
from nnviz.commands.options import experiment_from
from nnviz.commands.output import print_json, progress_bar
from nnviz.data.catalogue import check_fit
from nnviz.data.dataset import DataSet
from nnviz.engine.experiment import LIMITS, Experiment
from nnviz.engine.refusal import DivergedError, Refusal
from nnviz.engine.scaling import fit_scaling
from nnviz.engine.trace import Evaluation
from nnviz.engine.training import Trainer
from nnviz.models.files import check_destination, save_model
from nnviz.models.model import Model


@dataclass(frozen=True)
class Outcome:
    """A finished run: the model without notes, one evaluation an epoch, why it ended, seconds spent training."""

    model: Model
    history: tuple[Evaluation, ...]
    ended_by: str
    seconds: float


def run(args: Namespace) -> int:
    """Train, print, save."""
    if args.save:
        check_destination(args.save)
    experiment = experiment_from(args)
    if not (experiment.epochs or experiment.patience):
        raise Refusal("train_needs_end")
    data = load_data(experiment)
    outcome = train(experiment, data, _silent if args.json else _print_epoch)
    if args.save:
        notes = provenance(args.command_line, args.save, data, outcome)
        save_model(args.save, replace(outcome.model, notes=notes))
    _print_result(args, outcome, len(data.test_x))
    return 0


def train(experiment: Experiment, data: DataSet, tell: Callable[[Evaluation], None]) -> Outcome:
    """Train until the experiment's epochs are over or it stops early; `tell` hears of every epoch.

    Refusal distortion_needs_images, train_diverged, and those of `check_fit`.
    """
    check_fit(experiment)
    if experiment.distortion and not data.image:
        raise Refusal("distortion_needs_images", data=data.name)
    scaling = fit_scaling(experiment.scaling, data.train_x)
    # Evaluations inside an epoch are for a window's curves; here there is one at its end.
    seldom = replace(experiment, evaluate_every=int(LIMITS["evaluate_every"][1]))
    trainer = Trainer(seldom, data.samples(experiment, scaling))
    start = perf_counter()
    try:
        history = _epochs(trainer, tell)
    except DivergedError as error:
        raise Refusal("train_diverged", **error.fields) from error
    seconds = perf_counter() - start
    model = Model(experiment, trainer.network.parameters.copy(), scaling, data.classes)
    return Outcome(model, tuple(history), trainer.finished, seconds)


def provenance(command: Sequence[str], save: Path, data: DataSet, outcome: Outcome) -> dict[str, str]:
    """What is recorded in the saved model, so that anyone can make it again and compare."""
    last = outcome.history[-1]
    notes = {
        "command": shlex.join(["nnviz", *_without_folder(command, save)]),
        "seed": str(outcome.model.experiment.seed),
        "data": f"{data.name}, {len(data.train_x)} training and {len(data.test_x)} test samples",
        "data_sha256": training_hash(data),
        "epochs": f"{last.epoch:g}",
        "test_loss": f"{last.test_loss:.6g}",
        "versions": f"nnviz {__version__}, NumPy {np.__version__}, Python {platform.python_version()}",
    }
    return notes | ({} if last.test_accuracy is None else {"test_accuracy": f"{last.test_accuracy:.4f}"})


def training_hash(data: DataSet) -> str:
    """SHA-256 of the raw training inputs, row by row as they are stored, and of their labels as 64-bit integers (the
    targets of a regression as 64-bit floats), all little-endian: the same on every machine."""
    x, y = data.train_x, data.train_y
    digest = hashlib.sha256(x.astype(x.dtype.newbyteorder("<")).tobytes())
    digest.update(y.astype("<i8" if data.is_classification else "<f8").tobytes())
    return digest.hexdigest()


def _epochs(trainer: Trainer, tell: Callable[[Evaluation], None]) -> list[Evaluation]:
    e = trainer.experiment
    batches = math.ceil(len(trainer.samples.train_x) / e.batch_size)
    history: list[Evaluation] = []
    with progress_bar(batches * e.epochs or None, "Training") as bar:
        while not trainer.finished:
            record = trainer.step()
            bar.update()
            if trainer.at_epoch_start:
                history.append(record.evaluation or trainer.evaluate())
                tell(history[-1])
    return history


def _without_folder(command: Sequence[str], save: Path) -> list[str]:
    """The command with the saved file's name only: folders are the business of the machine it was made on."""
    return [word.replace(str(save), save.name) if word.endswith(str(save)) else word for word in command]


def _print_epoch(one: Evaluation) -> None:
    train, test = _figures(one.train_loss, one.train_accuracy), _figures(one.test_loss, one.test_accuracy)
    line = f"epoch {one.epoch:3g}   training {train}   test {test}"
    # tqdm.write draws a waiting bar anew below the line, which only a terminal can take away again.
    tqdm.write(line, file=sys.stdout) if sys.stderr.isatty() else print(line, flush=True)


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
