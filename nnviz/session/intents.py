"""Intents: one frozen dataclass for each thing a user can do. Lessons, recordings and undo are lists of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nnviz.data.strokes import Stroke
from nnviz.engine.experiment import Experiment


class Intent:
    """Base of all intents; `Session.do(intent)` carries one out."""


@dataclass(frozen=True)
class Run(Intent):
    """Train until paused, finished or diverged."""


@dataclass(frozen=True)
class Pause(Intent):
    """Stop training after the current iteration."""


@dataclass(frozen=True)
class StepOnce(Intent):
    """One iteration (one mini-batch), then pause."""


@dataclass(frozen=True)
class StepEpoch(Intent):
    """Train to the end of the current epoch, then pause."""


@dataclass(frozen=True)
class Reset(Intent):
    """Back to the same start: the same initial weights, the same order of batches."""


@dataclass(frozen=True)
class NewSeed(Intent):
    """A new start from random weights. Without `seed` the next one (current + 1)."""

    seed: int | None = None


@dataclass(frozen=True)
class Configure(Intent):
    """Replace the experiment. Live fields take effect at the next iteration; anything else is a new start."""

    experiment: Experiment


@dataclass(frozen=True)
class SetSpeed(Intent):
    """Iterations a second; None is full speed."""

    steps_per_second: float | None


@dataclass(frozen=True)
class OpenPage(Intent):
    """Go to a page ("digits" or "playground"); each page keeps its own run as it was left."""

    page: str


@dataclass(frozen=True)
class OpenModel(Intent):
    """Load a network from a file. `activation` is that of the hidden layers where the file does not say (.npz)."""

    path: Path
    activation: str | None = None


@dataclass(frozen=True)
class OpenShipped(Intent):
    """Load the network that comes with nnviz."""


@dataclass(frozen=True)
class SaveModel(Intent):
    """Save the current network as .safetensors."""

    path: Path


@dataclass(frozen=True)
class ShowSample(Intent):
    """Send sample `index` of the test set through the network."""

    index: int


@dataclass(frozen=True)
class ShowPoint(Intent):
    """Send a point of the plane (raw coordinates) through the network."""

    x: float
    y: float


@dataclass(frozen=True)
class DrawStrokes(Intent):
    """The drawing is now these strokes, in pixels of a canvas `extent` wide; no strokes: an empty canvas."""

    strokes: tuple[Stroke, ...]
    extent: float
