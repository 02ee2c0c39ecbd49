"""Intents of the descent lab: one frozen dataclass for each thing that can be done on its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from nnviz.session.labs.lab import LabIntent


class DescentIntent(LabIntent):
    """Base of the lab's intents. `section` is "surface" or "batches" where both have it."""

    lab: ClassVar[str] = "descent"


# Both races


@dataclass(frozen=True)
class Play(DescentIntent):
    """Let the race of a section go on by itself. A race that is over begins anew."""

    section: str = "surface"


@dataclass(frozen=True)
class Halt(DescentIntent):
    """Stop the race of a section where it is."""

    section: str = "surface"


@dataclass(frozen=True)
class StepOn(DescentIntent):
    """So many ticks of the section's clock at once, and hold there."""

    section: str = "surface"
    steps: int = 1


@dataclass(frozen=True)
class StartOver(DescentIntent):
    """Everybody back to the start, with the same noise or the same order of samples."""

    section: str = "surface"


@dataclass(frozen=True)
class SetPace(DescentIntent):
    """Ticks of the section's clock a second."""

    section: str
    per_second: float


# Optimizers on a surface


@dataclass(frozen=True)
class ChooseSurface(DescentIntent):
    """Another surface (`engine.surfaces.SURFACES`), with its own start and learning rate."""

    name: str


@dataclass(frozen=True)
class SetStart(DescentIntent):
    """Everybody starts at (x, y), from now."""

    x: float
    y: float


@dataclass(frozen=True)
class ShowOptimizer(DescentIntent):
    """Show or hide an optimizer. Hidden ones race on: shown again they are where they would have been."""

    name: str
    on: bool


@dataclass(frozen=True)
class Follow(DescentIntent):
    """Look at an optimizer: its terms, its velocity or accumulators, and what there is to say about it."""

    name: str


@dataclass(frozen=True)
class SetRate(DescentIntent):
    """The learning rate η of every optimizer that has none of its own, from the next step on."""

    rate: float


@dataclass(frozen=True)
class SetHyper(DescentIntent):
    """A hyper-parameter of one optimizer, from the next step on: "learning_rate" (which is then its own), "momentum",
    "decay" or "epsilon"."""

    optimizer: str
    field: str
    value: float


@dataclass(frozen=True)
class ShareRate(DescentIntent):
    """An optimizer uses the learning rate of all again."""

    optimizer: str


@dataclass(frozen=True)
class TakePaperValues(DescentIntent):
    """Learning rate and hyper-parameters of one optimizer as its paper has them."""

    optimizer: str


@dataclass(frozen=True)
class SetSchedule(DescentIntent):
    """How every learning rate falls: a schedule, its γ, and the steps after which γ is reached."""

    name: str
    rate: float = 0.5
    steps: int = 50


@dataclass(frozen=True)
class SetNoise(DescentIntent):
    """Standard deviation of the noise added to each component of every gradient; the same numbers for everybody."""

    deviation: float


@dataclass(frozen=True)
class SetNoiseSeed(DescentIntent):
    """Another stream of noise; everybody starts over."""

    seed: int


@dataclass(frozen=True)
class Enlarge(DescentIntent):
    """Which picture of a section is the large one: "map" or "relief", of the section "batches" "map" or "data"."""

    section: str
    picture: str


@dataclass(frozen=True)
class Turn(DescentIntent):
    """See a section's relief from another side; both angles in degrees."""

    section: str
    azimuth: float
    elevation: float


# Batches


@dataclass(frozen=True)
class SetBatchSize(DescentIntent):
    """Samples of a mini-batch; everybody starts over."""

    size: int


@dataclass(frozen=True)
class SetBatchRate(DescentIntent):
    """The learning rate of all three, from the next update on."""

    rate: float


@dataclass(frozen=True)
class SetLineStart(DescentIntent):
    """All three start with the line w x + b, from now."""

    w: float
    b: float


@dataclass(frozen=True)
class ShowLearner(DescentIntent):
    """Show or hide one of "batch", "mini_batch", "stochastic"; hidden ones go on."""

    name: str
    on: bool


@dataclass(frozen=True)
class FollowLearner(DescentIntent):
    """Look at one of the three: its current batch is lit, and what it does is told."""

    name: str


# The surface of the run


@dataclass(frozen=True)
class MarkPoint(DescentIntent):
    """A point of the plane through the run's states, to read its loss and perhaps to load its weights."""

    x: float
    y: float
