"""Intents: one frozen dataclass for each thing a user can do. Lessons, recordings and undo are lists of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nnviz.data.strokes import Stroke
from nnviz.engine.experiment import Experiment, read_fields


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
class Adjust(Intent):
    """Change some fields of the experiment, by name; all others stay, but for what other data or another optimizer
    bring along. `layers` is a list of tables. Refusal unknown_field, bad_field."""

    values: dict[str, Any]

    def __post_init__(self) -> None:
        read_fields(self.values)


@dataclass(frozen=True)
class SetSpeed(Intent):
    """Iterations a second; None is full speed."""

    steps_per_second: float | None


@dataclass(frozen=True)
class OpenPage(Intent):
    """Go to a page (`nnviz.session.pages.PAGES`); pages with a run keep it as it was left."""

    page: str


@dataclass(frozen=True)
class OpenModel(Intent):
    """Load a network from a file. The other fields are what a file of bare weights (PyTorch, .npz) does not say: the
    activation of the hidden layers (one name, or one for each with commas between) and of the output, and the scaling
    of raw inputs."""

    path: Path
    activation: str | None = None
    output: str | None = None
    scaling: str | None = None


@dataclass(frozen=True)
class OpenShipped(Intent):
    """Load the network that comes with nnviz."""


@dataclass(frozen=True)
class OpenExample(Intent):
    """Load a small network whose numbers are computed by hand in lectures (`nnviz.models.examples.EXAMPLES`)."""

    name: str


class FileIntent(Intent):
    """Base of the intents that write a file and change nothing else. Neither lessons nor recordings have any."""


@dataclass(frozen=True)
class SaveModel(FileIntent):
    """Save the current network as .safetensors, with all that its run needs to go on exactly from here."""

    path: Path


@dataclass(frozen=True)
class ExportRun(FileIntent):
    """Write the run as a script ("numpy", "torch"), or its weights for PyTorch ("weights"): `exporting.FORMS`."""

    path: Path
    form: str = "numpy"


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


@dataclass(frozen=True)
class Inspect(Intent):
    """Look into a unit (layer 0 is the input, 1 the first hidden layer), or into the weight that comes to it from unit
    `i` of the layer before."""

    layer: int
    unit: int
    i: int | None = None


# Passes: an iteration played slowly


@dataclass(frozen=True)
class OpenPasses(Intent):
    """Get an iteration ready to be played.

    subject  "shown": what would happen to the sample, drawing or point that is shown (nothing is trained);
             "batch": one real iteration on the next mini-batch is made, and can be looked at
    target   the class a drawing or point should have; None: its true class, else what the network answers
    """

    subject: str = "shown"
    target: int | None = None


@dataclass(frozen=True)
class ClosePasses(Intent):
    """Back to the network as it is."""


@dataclass(frozen=True)
class PlayPasses(Intent):
    """Play on from where it stands; from the beginning where it stands at the end."""


@dataclass(frozen=True)
class PausePasses(Intent):
    """Hold the animation."""


@dataclass(frozen=True)
class SeekPasses(Intent):
    """Go to a position in beats, fractions included."""

    position: float


@dataclass(frozen=True)
class StepPasses(Intent):
    """Go to the next (1) or the previous (−1) boundary between two beats, and hold there."""

    steps: int = 1


@dataclass(frozen=True)
class SetPasses(Intent):
    """How the passes are played; None leaves a setting as it is.

    speed   factor, 1 is the pace for a first look;  grain: "layer" or "term"
    sample  row of the mini-batch whose values are shown
    """

    speed: float | None = None
    grain: str | None = None
    sample: int | None = None


# Hands on: edits of the network itself. Layers count from 1 (hidden layer 1), L is the output; units from 0.


class Edit(Intent):
    """Base of the intents that change the network itself; each has an inverse (`Session.edited`)."""


@dataclass(frozen=True)
class SetWeight(Edit):
    """W[layer][i, unit] = value. Values set in one `gesture` (≠ 0) are undone together."""

    layer: int
    i: int
    unit: int
    value: float
    piece: int = 0
    gesture: int = 0


@dataclass(frozen=True)
class SetBias(Edit):
    """b[layer][unit] = value."""

    layer: int
    unit: int
    value: float
    piece: int = 0
    gesture: int = 0


@dataclass(frozen=True)
class Freeze(Edit):
    """Training leaves the incoming weights and the bias of a unit as they are; `unit` −1: of the whole layer."""

    layer: int
    unit: int
    on: bool = True


@dataclass(frozen=True)
class SwitchOff(Edit):
    """The activation of a hidden unit is 0, whatever its input."""

    layer: int
    unit: int
    on: bool = True


@dataclass(frozen=True)
class AddUnit(Edit):
    """A new unit at the end of hidden layer `layer`."""

    layer: int


@dataclass(frozen=True)
class RemoveUnit(Edit):
    """Take a unit out of a hidden layer."""

    layer: int
    unit: int


@dataclass(frozen=True)
class AddLayer(Edit):
    """A new hidden layer that becomes hidden layer `layer`."""

    layer: int


@dataclass(frozen=True)
class RemoveLayer(Edit):
    """Take hidden layer `layer` out."""

    layer: int


@dataclass(frozen=True)
class LoadPoint(Edit):
    """The weights of a point (x, y) of the plane of `Session.landscape`."""

    x: float
    y: float


@dataclass(frozen=True)
class LoadWeights(Edit):
    """Other parameters for the whole network: the flat vector as text (`models.journal.as_text`). Recordings say it
    where a point of a plane was loaded: which plane was on screen depends on how fast the machine was."""

    parameters: str


@dataclass(frozen=True)
class PutBack(Edit):
    """The network as it was before an edit of its shape: what was cut out comes back with its values.

    `token` numbers the cut; only the session that made it can put it back.
    """

    token: int


# Comparison and timeline


@dataclass(frozen=True)
class Compare(Intent):
    """Two to four runs beside each other that differ in one setting; only on the page "compare"."""

    setting: str
    values: tuple[str | float | int, ...]


@dataclass(frozen=True)
class GoTo(Intent):
    """Go back (or forward again) to an iteration of this run, and hold there."""

    iteration: int


@dataclass(frozen=True)
class StepBack(Intent):
    """One iteration back."""


@dataclass(frozen=True)
class SetTimelineBudget(Intent):
    """How many bytes the kept states may use."""

    size: int


@dataclass(frozen=True)
class CheckGradient(Intent):
    """Compare the gradient of the network on screen with central differences."""


# Lessons


class LessonIntent(Intent):
    """Base of what turns the pages of a lesson; a lesson itself cannot do it."""


@dataclass(frozen=True)
class OpenLesson(LessonIntent):
    """Begin a lesson: the id of a shipped one in a language, or the path of a .toml file."""

    lesson: str
    language: str = "en"


@dataclass(frozen=True)
class NextStep(LessonIntent):
    """The next step of the lesson; where a question is open, what it asks for is shown first."""


@dataclass(frozen=True)
class PreviousStep(LessonIntent):
    """Back to the step before, and to the session as it was when that was left."""


@dataclass(frozen=True)
class ReplayStep(LessonIntent):
    """The step once more, from the session as it was when it began."""


@dataclass(frozen=True)
class ChooseAnswer(LessonIntent):
    """Answer the question of the step; then it is shown."""

    index: int


@dataclass(frozen=True)
class CloseLesson(LessonIntent):
    """No lesson any more; the session stays as it is."""
