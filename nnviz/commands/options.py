"""Options of `nnviz train`, generated from the fields of Experiment and LayerSpec, and the way back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, get_type_hints

from nnviz.engine.experiment import (
    ACTIVATION_NAMES,
    CHOICES,
    LAYER_LIMITS,
    LIMITS,
    LOSSES_OF_OUTPUT,
    Experiment,
    LayerSpec,
)
from nnviz.engine.refusal import Refusal

if TYPE_CHECKING:
    from nnviz.data.shelf import Shelf

OWN = frozenset({"data", "layers", "inputs", "outputs", "frozen", "off"})
"""Fields without a generated option: two have their own, two follow from the data, two are chosen while training."""
LAYERS = "128,64"
EPOCHS = 10
"""Epochs where nothing is said: an Experiment alone would train until told to stop."""
FROM_DATA = frozenset({"output", "loss", "scaling", "samples"})
FROM_OPTIMIZER = frozenset({"learning_rate", "momentum", "decay", "epsilon"})

HELP = {
    "samples": "how many samples",
    "noise": "noise of two-dimensional data",
    "test_share": "share of the samples kept for testing",
    "data_seed": "seed of the samples and their split",
    "scaling": "what is done to the inputs",
    "distortion": "strength of random rotation, shear, scale, shift and pen width of training images",
    "output": "activation of the output layer",
    "loss": "loss function",
    "initializer": "how weights start",
    "optimizer": "optimizer",
    "learning_rate": "learning rate",
    "momentum": "momentum, or Adam's beta 1",
    "decay": "RMSProp's rho, or Adam's beta 2",
    "epsilon": "added where an optimizer divides",
    "schedule": "how the learning rate falls",
    "schedule_rate": "factor of a schedule",
    "schedule_epochs": "epochs of a schedule",
    "l1": "penalty on the weights' absolute values",
    "l2": "penalty on the weights' squares",
    "batch_size": "samples of a mini-batch",
    "epochs": "passes through the training data; 0 with --patience: until it stops early",
    "patience": "early stopping: end after so many epochs without a lower test loss; 0: off",
    "evaluate_every": "iterations between two evaluations when the window trains on; 0: four times an epoch",
    "seed": "seed of weights, order, dropout and distortion",
    "precision": "floating-point numbers of the network",
}
LAYER_HELP = {
    "activation": f"activation: {', '.join(ACTIVATION_NAMES)}",
    "alpha": "slope of leaky_relu and prelu below 0, or scale of elu",
    "theta": "threshold of thresholded_relu",
    "pieces": "linear pieces of maxout",
    "dropout": "share of units dropped in training",
    "batch_norm": "batch normalisation before the activation: on or off",
    "residual": "add what the layer before puts out, which must have as many units: on or off",
}
SWITCH = {"on": True, "off": False}


@dataclass(frozen=True)
class Option:
    """flag, and how argparse is told of it."""

    flag: str
    settings: dict[str, Any]


OWN_DATA = {
    "column": Option("--target", {"metavar": "COLUMN", "help": "of a table: the column to predict (guessed)"}),
    "task": Option("--task", {"choices": ("classes", "value"), "help": "of a table: what the target is (guessed)"}),
    "missing": Option(
        "--missing", {"choices": ("drop", "fill"), "help": "of a table: rows with gaps are left out or filled (drop)"}
    ),
    "side": Option("--side", {"type": int, "choices": (8, 16, 28), "help": "of images: width and height (28)"}),
}
"""Options about own data by the names of their values."""


def add_own_data_options(parser: ArgumentParser) -> None:
    """What is said of a table or of images, where --data names them."""
    about = "--data may be a table (.csv, .tsv) or a folder with a folder of images for each class"
    group = parser.add_argument_group("data of your own", about)
    for name, option in OWN_DATA.items():
        group.add_argument(option.flag, dest=name, **option.settings)


def add_experiment_options(parser: ArgumentParser) -> None:
    """--data, --layers, and one option for every other field that a user chooses."""
    parser.add_argument("--data", default="mnist", metavar="NAME", help="mnist, moons, …, or a file or folder (mnist)")
    add_own_data_options(parser)
    network = parser.add_argument_group("hidden layers", "One value for all of them, or one for each: relu,tanh")
    network.add_argument(
        "--layers", default=LAYERS, metavar="UNITS", help=f"units of each, as in 256,128, or none ({LAYERS})"
    )
    for name, text in LAYER_HELP.items():
        usual = getattr(LayerSpec(), name)
        described = f"{text}{_bounds(LAYER_LIMITS, name)} ({'off' if usual is False else usual})"
        network.add_argument(_flag(name), metavar="VALUES", help=described)
    settings = parser.add_argument_group("settings")
    hints = get_type_hints(Experiment)
    for name in (field.name for field in fields(Experiment) if field.name not in OWN):
        text = f"{HELP[name]}{_bounds(LIMITS, name)} ({_default(name)})"
        settings.add_argument(_flag(name), type=hints[name], choices=CHOICES.get(name), help=text)


def experiment_from(args: Namespace, shelf: Shelf | None = None) -> Experiment:
    """The experiment that the options describe, on data of a shelf. What is not given follows from the data, the
    optimizer's paper and Experiment's own defaults, in this order. Refusal as of Experiment, and bad_layers,
    bad_layer_values."""
    from nnviz.data.shelf import BUILT_IN
    from nnviz.engine.optimizers import PAPER_DEFAULTS

    given = {field.name: getattr(args, field.name) for field in fields(Experiment) if field.name not in OWN}
    given = {name: value for name, value in given.items() if value is not None}
    values: dict[str, Any] = {"epochs": EPOCHS} | (shelf or BUILT_IN).defaults(args.data) | {"layers": _layers(args)}
    values |= PAPER_DEFAULTS[args.optimizer or Experiment.optimizer] | given
    if args.output and not args.loss:
        values["loss"] = LOSSES_OF_OUTPUT[args.output][0]
    return Experiment(**values)


def _layers(args: Namespace) -> tuple[LayerSpec, ...]:
    sizes = _sizes(args.layers)
    columns = {name: _values(name, getattr(args, name), len(sizes)) for name in LAYER_HELP}
    given = {name: column for name, column in columns.items() if column}
    return tuple(LayerSpec(size, **{name: column[k] for name, column in given.items()}) for k, size in enumerate(sizes))


def _sizes(text: str) -> list[int]:
    if text.strip() in ("", "none"):
        return []
    try:
        return [int(part) for part in text.split(",")]
    except ValueError as error:
        raise Refusal("bad_layers", value=text) from error


def _values(name: str, text: str | None, count: int) -> list[Any]:
    """One value for each of `count` layers; none where the option is not given."""
    if text is None:
        return []
    kind = get_type_hints(LayerSpec)[name]
    read = SWITCH.__getitem__ if kind is bool else kind
    try:
        parts = [read(part.strip()) for part in text.split(",")]
    except (ValueError, KeyError) as error:
        raise Refusal("bad_layer_values", option=_flag(name), value=text, count=count) from error
    if len(parts) not in (1, count):
        raise Refusal("bad_layer_values", option=_flag(name), value=text, count=count)
    return parts * count if len(parts) == 1 else parts


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _bounds(limits: dict[str, tuple[float, float]], name: str) -> str:
    return f", {limits[name][0]:g} to {limits[name][1]:g}" if name in limits else ""


def _default(name: str) -> str:
    """How the help names the value that is taken where nothing is said."""
    if name in FROM_DATA:
        return "from the data"
    if name in FROM_OPTIMIZER:
        return "from the optimizer"
    return str(EPOCHS if name == "epochs" else getattr(Experiment, name))
