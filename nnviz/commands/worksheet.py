"""`nnviz worksheet`: one training step of a small network as PDF, with blanks and with results."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import numpy as np

from nnviz.commands.inputs import open_with_data, unsaid
from nnviz.data.dataset import encode_targets
from nnviz.engine.experiment import LIMITS
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array
from nnviz.models.examples import FORWARD_PASS_INPUT, FORWARD_PASS_TARGET, forward_pass
from nnviz.models.files import open_model
from nnviz.models.model import Model
from nnviz.worksheets.sheet import Subject, check_lines, worksheet

EXAMPLE = "example"
SUFFIX = ".pdf"


def run(args: Namespace) -> int:
    """Write the sheet, and its solution where one is asked for."""
    files = {args.out: False} | ({args.solution: True} if args.solution else {})
    for file in files:
        check_target(file)
    sheet = worksheet(subject(args), args.decimals, args.carry)
    from nnviz.app import print_worksheet

    print_worksheet(sheet, files, args.paper, args.language)
    return 0


def check_target(file: Path) -> None:
    """Refusal worksheet_suffix, before anything is computed."""
    if file.suffix.lower() != SUFFIX or not file.parent.is_dir():
        raise Refusal("worksheet_suffix", file=file)


def subject(args: Namespace) -> Subject:
    """What the words of a command line mean. Refusal as of `open_model`, worksheet_numbers, worksheet_target, …"""
    example = args.model == EXAMPLE
    model = forward_pass() if example else open_model(Path(args.model), **unsaid(args))
    check_lines(model.experiment)
    if example and args.sample is None:
        x, target = np.array(FORWARD_PASS_INPUT), np.array(FORWARD_PASS_TARGET)
        target = numbers("--target", args.target, len(target)) if args.target else target
    elif is_number_of_sample(args.sample) and not example:
        x, target = _of_data(args, int(args.sample))
    else:
        x, target = _typed(args, model)
    rate = model.experiment.learning_rate if args.learning_rate is None else args.learning_rate
    low, high = LIMITS["learning_rate"]
    if not low <= rate <= high:
        raise Refusal("out_of_range", field="--learning-rate", value=rate, low=low, high=high)
    return Subject(model.experiment, model.parameters, x, target, rate)


def is_number_of_sample(text: str | None) -> bool:
    """True of a whole number alone: inputs have a comma or a point."""
    return text is not None and text.isdecimal()


def numbers(option: str, text: str | None, count: int) -> Array:
    """(count,) numbers of "0.05,0.1". Refusal worksheet_numbers."""
    try:
        found = np.array([float(part) for part in (text or "").split(",")])
    except ValueError:
        found = np.empty(0)
    if len(found) != count or not np.isfinite(found).all():
        raise Refusal("worksheet_numbers", option=option, value=text, count=count)
    return found


def _typed(args: Namespace, model: Model) -> tuple[Array, Array]:
    """Raw inputs, scaled as the network is used to, and their target."""
    experiment = model.experiment
    raw = numbers("--sample", args.sample, experiment.inputs)
    if args.target is None:
        raise Refusal("worksheet_target", count=experiment.outputs)
    return model.scaling.apply(raw[None, :], "float64")[0], numbers("--target", args.target, experiment.outputs)


def _of_data(args: Namespace, sample: int) -> tuple[Array, Array]:
    """A test sample, scaled, and its encoded target; another target where one is given. Refusal no_such_sample."""
    args.model = Path(args.model)
    model, data = open_with_data(args)
    if not 0 <= sample < len(data.test_x):
        raise Refusal("no_such_sample", sample=sample, last=len(data.test_x) - 1)
    x = model.scaling.apply(data.test_x[sample : sample + 1], "float64")[0]
    if args.target:
        return x, numbers("--target", args.target, model.experiment.outputs)
    return x, encode_targets(data.test_y[sample : sample + 1], model.experiment.outputs, "float64")[0]
