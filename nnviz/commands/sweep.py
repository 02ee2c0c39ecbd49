"""`nnviz sweep`: one experiment with other settings and seeds, on all cores or on a cluster; kept as it goes."""

from __future__ import annotations

import math
import shlex
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from nnviz.commands.inputs import load_data
from nnviz.commands.options import FROM_OPTIMIZER, LAYER_HELP, LAYERS, OWN, OWN_DATA, experiment_from
from nnviz.commands.output import print_beside_bar, print_json, progress_bar
from nnviz.commands.own_data import bring, is_path, require
from nnviz.data.adjusting import adjusted
from nnviz.data.shelf import BUILT_IN, Shelf
from nnviz.engine.experiment import Experiment, read_fields
from nnviz.engine.refusal import Refusal
from nnviz.models.files import SUFFIXES, open_model, outline
from nnviz.strict_json import read_json
from nnviz.sweeps.axis import Axis, read_axis, written
from nnviz.sweeps.folder import SweepFolder
from nnviz.sweeps.plan import Plan, Run
from nnviz.sweeps.pool import cores, pool_of, train
from nnviz.sweeps.result import Done, Result
from nnviz.sweeps.summary import Group, Spread, groups, ranked

DATA = "mnist"
ALL = "all"


def run(args: Namespace) -> int:
    """Check all runs, train what is missing, print."""
    jobs = _jobs(args.jobs)
    folder, plan = _resumed(args) if args.resume else _begun(args)
    results = folder.results(plan)
    missing = [one for one in plan.runs if one.digest not in results]
    _fetch(missing)
    failures = _trained(args, folder, plan, missing, results, jobs)
    tell = _print_values if args.json else _print_table
    tell(folder, plan, results)
    if failures:
        raise Refusal("sweep_some_failed", count=len(failures), reason=failures[0])
    return 0


def plan_of(args: Namespace) -> Plan:
    """The plan that the options describe. Refusal as of Plan, sweep_two_ends, sweep_two_sources, sweep_experiment."""
    if args.epochs is not None and args.iterations is not None:
        raise Refusal("sweep_two_ends")
    axes = [read_axis(text) for text in args.vary]
    base, shelf = _from_file(args) if args.experiment else _from_options(args)
    if args.iterations is not None:
        base = replace(base, epochs=0)
    return Plan(base, (*axes, *_held(args, axes)), args.seeds, args.iterations or 0, shelf)


def _from_options(args: Namespace) -> tuple[Experiment, Shelf]:
    args.data, args.layers = args.data or DATA, LAYERS if args.layers is None else args.layers
    shelf = bring(args)
    return experiment_from(args, shelf), shelf


def _from_file(args: Namespace) -> tuple[Experiment, Shelf]:
    """The experiment of a file with the settings that are given besides, and with own data where it is named."""
    is_model = args.experiment.suffix.lower() in SUFFIXES
    is_bare = is_model and outline(args.experiment) is not None
    _check_sources(args, is_bare)
    model = open_model(args.experiment, args.activation, args.output) if is_model else None
    shelf = bring(args, model)
    found = _of_model(args, model.experiment, shelf, is_bare) if model else read_experiment(args.experiment, shelf)
    return adjusted(found, _given(args), shelf), shelf


def _check_sources(args: Namespace, is_bare: bool) -> None:
    """Refuse what the file says itself: sweep_two_sources. Bare weights say neither their data nor activations."""
    unsaid = {"data", "activation"} if is_bare else {"data"} if is_path(args.data) else set()
    for option in ("data", "layers", *LAYER_HELP):
        if option not in unsaid and getattr(args, option) is not None:
            raise Refusal("sweep_two_sources", file=args.experiment, option=f"--{option.replace('_', '-')}")


def _of_model(args: Namespace, experiment: Experiment, shelf: Shelf, is_bare: bool) -> Experiment:
    """A model's experiment; bare weights are trained on as many samples as their data usually has."""
    name = args.data or experiment.data
    if not name:
        raise Refusal("model_without_data", file=args.experiment)
    require(shelf, name, args.experiment)
    usual = shelf.defaults(name) if is_bare else {}
    return replace(experiment, data=name, samples=usual.get("samples", experiment.samples))


def read_experiment(path: Path, shelf: Shelf = BUILT_IN) -> Experiment:
    """An experiment as JSON: its fields, or the output of `nnviz train --json`; what is not said follows from the
    data, which is the own data on the shelf where there is some. Refusal sweep_experiment and as of Experiment;
    OSError."""
    try:
        found = read_json(path)
        values = found.get("experiment", found)
        data = shelf.own[0].key if shelf.own else values.get("data", Experiment.data)
        require(shelf, data, path)
        return Experiment(**(shelf.defaults(data) | read_fields(values) | {"data": data}))
    except Refusal:
        raise
    except (ValueError, AttributeError, TypeError) as error:
        raise Refusal("sweep_experiment", file=path) from error


def _given(args: Namespace) -> dict[str, Any]:
    names = (field.name for field in fields(Experiment) if field.name not in OWN)
    return {name: getattr(args, name) for name in names if getattr(args, name) is not None}


def _held(args: Namespace, axes: Iterable[Axis]) -> list[Axis]:
    """Settings of the optimizer that are given where the optimizer varies: it must not bring its own along."""
    paths = {axis.path for axis in axes}
    given = _given(args) if "optimizer" in paths else {}
    return [Axis(name, (value,)) for name, value in given.items() if name in FROM_OPTIMIZER - paths]


def _begun(args: Namespace) -> tuple[SweepFolder, Plan]:
    plan = plan_of(args)
    folder = SweepFolder(args.out or Path(f"sweep-{plan.digest[:8]}"))
    if folder.exists:
        raise Refusal("sweep_exists", folder=folder.path)
    folder.begin(plan)
    return folder, plan


def _resumed(args: Namespace) -> tuple[SweepFolder, Plan]:
    about = (getattr(args, name) for name in OWN_DATA)
    own = (args.experiment, args.data, args.layers, args.out, args.iterations, *about, *_given(args).values())
    if args.vary or args.seeds != 1 or any(value is not None for value in own):
        raise Refusal("sweep_resume_alone")
    folder = SweepFolder(args.resume)
    return folder, folder.plan()


def _jobs(text: str) -> int:
    if text == ALL:
        return cores()
    if not text.isdecimal() or int(text) < 1:
        raise Refusal("sweep_jobs", value=text)
    return int(text)


def _fetch(runs: Iterable[Run]) -> None:
    """Download what has to be downloaded once, before many want it."""
    wanted = {run.experiment.data: run for run in runs}
    for name, run in wanted.items():
        if not run.shelf.source(name).built_in:
            load_data(run.experiment)


def _trained(
    args: Namespace, folder: SweepFolder, plan: Plan, missing: list[Run], results: dict[str, Result], jobs: int
) -> list[str]:
    """Train what is missing into `results`; reasons why runs could not be trained. KeyboardInterrupt: what is done is
    kept, and a line says how to go on."""
    by_digest = {run.digest: run for run in missing}
    pool = pool_of(min(jobs, len(missing)), args.dask)
    failures = []
    try:
        with (
            progress_bar(len(missing), "Sweeping", "run") as bar,
            closing(train(pool, missing, args.keep_networks, lambda: False)) as found,
        ):
            for done in found:
                folder.add(by_digest[done.run], done)
                bar.update()
                failures += _taken(done, by_digest[done.run], plan, results, args.json)
    except KeyboardInterrupt:
        again = shlex.join(["nnviz", "sweep", "--resume", str(folder.path)])
        print(f"{len(results)} of {plan.count} runs are kept; go on with: {again}", file=sys.stderr)
        raise
    return failures


def _taken(done: Done, run: Run, plan: Plan, results: dict[str, Result], silent: bool) -> list[str]:
    if done.result is None:
        return [done.reason]
    results[done.run] = done.result
    if not silent:
        print_beside_bar(_line(run, done.result, plan))
    return []


def _line(run: Run, result: Result, plan: Plan) -> str:
    named = [*_named(plan, run.setting), f"seed={run.experiment.seed}"]
    loss, accuracy = result.last("test_loss"), result.last("test_accuracy")
    found = result.ended_by if result.diverged else f"test loss {loss:.4g}"
    share = f" accuracy {accuracy:.4f}" if math.isfinite(accuracy) else ""
    return f"{' '.join(named)}   {found}{share}   {result.seconds:.1f} s"


def _named(plan: Plan, setting: Iterable[Any]) -> list[str]:
    return [f"{axis.path}={written(value)}" for axis, value in zip(plan.axes, setting, strict=True)]


COLUMNS: dict[str, Callable[[Group], str]] = {
    "test accuracy": lambda group: _spread(group.accuracy, "{:.4f}"),
    "test loss": lambda group: _spread(group.loss, "{:.4g}"),
    "best epoch": lambda group: _spread(group.best_epoch, "{:.3g}"),
    "seconds": lambda group: _spread(group.seconds, "{:.2f}"),
    "diverged": lambda group: f"{group.diverged} of {len(group.results)}",
}


def _spread(spread: Spread, form: str) -> str:
    if not spread.count:
        return "-"
    return form.format(spread.mean) + (f" ± {form.format(spread.sd)}" if spread.count > 1 else "")


def _print_table(folder: SweepFolder, plan: Plan, results: dict[str, Result]) -> None:
    found = ranked(groups(plan, results))
    rows = [["setting", *COLUMNS]]
    rows += [[" ".join(_named(plan, one.setting)) or "-", *(write(one) for write in COLUMNS.values())] for one in found]
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    print()
    for row in rows:
        print("   ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    print(f"\n{len(results)} of {plan.count} runs in {folder.path}")


def _print_values(folder: SweepFolder, plan: Plan, results: dict[str, Result]) -> None:
    print_json(
        {
            "folder": str(folder.path),
            "plan": plan.to_dict(),
            "runs": plan.count,
            "missing": plan.count - len(results),
            "groups": [_group(plan, group) for group in groups(plan, results)],
        }
    )


def _group(plan: Plan, group: Group) -> dict[str, Any]:
    spreads = {name: getattr(group, name) for name in ("accuracy", "loss", "best_epoch", "seconds")}
    setting = {axis.path: value for axis, value in zip(plan.axes, group.setting, strict=True)}
    return {
        "setting": setting,
        **{name: {"mean": spread.mean, "sd": spread.sd, "count": spread.count} for name, spread in spreads.items()},
        "diverged": group.diverged,
        "runs": [
            {"run": one.run, "ended_by": one.ended_by, "seconds": one.seconds, "parameters": one.parameters}
            for one in group.results
        ],
    }
