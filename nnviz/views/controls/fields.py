"""What a table of fields says: how a field is edited and when it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from nnviz.data.shelf import Shelf
from nnviz.engine.experiment import Experiment
from nnviz.engine.optimizers import PAPER_DEFAULTS

Shown = Callable[[Experiment, Shelf], bool]
"""Whether a field is there, for an experiment on data of a shelf."""


class Kind(Enum):
    """How a field is edited."""

    CHOICE = "one of several keys"
    COUNT = "spin box"
    NUMBER = "line for a number"
    LINEAR = "slider in equal steps"
    LOG = "slider over powers of ten"
    FACT = "shown only, as it follows from other fields"


class Block(Enum):
    """What a section has besides fields."""

    LAYERS = "list of hidden layers"
    PARAMETERS = "number of parameters"


def always(experiment: Experiment, shelf: Shelf) -> bool:
    """A field every experiment has."""
    return True


def has_own_samples(experiment: Experiment, shelf: Shelf) -> bool:
    """The source comes with its own training and test set (MNIST)."""
    return experiment.data == "mnist"


def is_split(experiment: Experiment, shelf: Shelf) -> bool:
    """nnviz draws and splits the samples."""
    return not has_own_samples(experiment, shelf)


def is_image(experiment: Experiment, shelf: Shelf) -> bool:
    """The samples are images."""
    source = shelf.sources.get(experiment.data)
    return source is not None and source.image is not None


def is_drawn(experiment: Experiment, shelf: Shelf) -> bool:
    """The samples are points drawn at random."""
    source = shelf.sources.get(experiment.data)
    return source is not None and not source.samples


def falls(experiment: Experiment, shelf: Shelf) -> bool:
    """The learning rate changes with the epochs."""
    return experiment.schedule != "constant"


def falls_by_rate(experiment: Experiment, shelf: Shelf) -> bool:
    """The schedule has a factor."""
    return experiment.schedule not in ("constant", "cosine")


def optimizer_has(parameter: str) -> Shown:
    """True where the chosen optimizer has this parameter."""
    return lambda experiment, shelf: parameter in PAPER_DEFAULTS[experiment.optimizer]


@dataclass(frozen=True)
class Field:
    """One field of the Experiment.

    zero   the word that stands for 0, where 0 means something else than none
    low, decades   range of a LOG slider; its field takes all of LIMITS
    low, high, step   range of a LINEAR slider; `step` of a NUMBER's Up and Down keys
    """

    name: str
    label: str
    kind: Kind
    tip: str
    when: Shown = always
    zero: str = ""
    low: float = 0.0
    high: float = 1.0
    decades: int = 0
    step: float = 0.0


@dataclass(frozen=True)
class Part:
    """One section of the pane; `folded` until it is opened."""

    name: str
    title: str
    fields: tuple[Field | Block, ...]
    folded: bool = False
