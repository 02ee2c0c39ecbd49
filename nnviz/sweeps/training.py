"""Training of one run, as it is done in a worker process, on a cluster's machine or here: always the same bits."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

from threadpoolctl import threadpool_limits

from nnviz.engine.experiment import LIMITS, Experiment
from nnviz.engine.refusal import DivergedError
from nnviz.engine.scaling import Scaling, fit_scaling
from nnviz.engine.trace import Array, Evaluation
from nnviz.engine.training import Trainer
from nnviz.errors import words
from nnviz.sweeps.plan import Run
from nnviz.sweeps.result import DIVERGED, Course, Done, End, Result

EVALUATIONS = 50
"""About so many in a run, where its experiment does not say how often: enough for a curve."""


class Cancelled(Exception):
    """Nobody wants the result any more."""


def _never() -> bool:
    return False


def carry_out(run: Run, keep: bool, cancelled: Callable[[], bool] = _never) -> Done:
    """Train a run to its end with one BLAS thread; `keep`: its end comes along. Whatever goes wrong is the reason in
    place of a result: not every exception finds its way back from another process. Cancelled where it is."""
    try:
        with threadpool_limits(limits=1, user_api="blas"):
            return _trained(run, keep, cancelled)
    except (ValueError, OSError, MemoryError) as error:
        return Done(run.digest, reason=words(error))


def prepared(run: Run) -> tuple[Trainer, Scaling, tuple[str, ...]]:
    """A Trainer on the run's data, the scaling of its inputs, and the names of its classes."""
    experiment = run.experiment
    data = run.shelf.load(experiment)
    scaling = fit_scaling(experiment.scaling, data.train_x)
    return Trainer(experiment, data.samples(experiment, scaling)), scaling, data.classes


def iterations_of(experiment: Experiment, iterations: int, samples: int) -> int:
    """How many iterations a run makes on so many training samples; 0: nobody knows, it stops early."""
    batches = math.ceil(samples / experiment.batch_size)
    return iterations or experiment.epochs * batches


def _trained(run: Run, keep: bool, cancelled: Callable[[], bool]) -> Done:
    trainer, scaling, classes = prepared(run)
    trainer.configure(_evaluated(trainer, run))
    start = perf_counter()
    evaluations, ended_by = _course(trainer, run.iterations, cancelled)
    seconds = perf_counter() - start
    parameters = trainer.network.parameters.copy()
    result = Result(run.digest, ended_by, seconds, bits(parameters), Course.of(evaluations))
    return Done(run.digest, result, End(parameters, scaling, classes) if keep else None)


def bits(parameters: Array) -> str:
    """SHA-256 of the bytes of a flat vector of parameters."""
    return hashlib.sha256(parameters.tobytes()).hexdigest()


def _evaluated(trainer: Trainer, run: Run) -> Experiment:
    """The experiment, evaluated so often that a curve comes out; how often changes nothing else."""
    e, samples = run.experiment, len(trainer.samples.train_x)
    total = iterations_of(e, run.iterations, samples)
    often = round(total / EVALUATIONS) if total else math.ceil(samples / e.batch_size)
    most = int(LIMITS["evaluate_every"][1])
    return e if e.evaluate_every else replace(e, evaluate_every=min(max(1, often), most))


def _course(trainer: Trainer, iterations: int, cancelled: Callable[[], bool]) -> tuple[list[Evaluation], str]:
    """Train to the end: the evaluations, from before the first iteration on, and why it ended."""
    evaluations = [trainer.evaluate()]
    while not (ended_by := _ended(trainer, iterations)):
        if cancelled():
            raise Cancelled
        try:
            record = trainer.step()
        except DivergedError:
            return evaluations, DIVERGED
        if record.evaluation:
            evaluations.append(record.evaluation)
    if evaluations[-1].iteration < trainer.iteration:
        evaluations.append(trainer.evaluate())
    return evaluations, ended_by


def _ended(trainer: Trainer, iterations: int) -> str:
    return "iterations" if iterations and trainer.iteration >= iterations else trainer.finished
