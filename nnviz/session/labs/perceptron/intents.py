"""What can be done in the perceptron lab."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from nnviz.session.labs.lab import LabIntent


class PerceptronIntent(LabIntent):
    """Base of all of them."""

    lab: ClassVar[str] = "perceptron"


# Sections that go on by themselves: "learning", "delta", "mlp"


@dataclass(frozen=True)
class PlaySection(PerceptronIntent):
    """Let a section go on by itself, or stop it."""

    section: str
    on: bool = True


@dataclass(frozen=True)
class StepSection(PerceptronIntent):
    """One step of a section, which then waits."""

    section: str


@dataclass(frozen=True)
class ResetSection(PerceptronIntent):
    """Back to the same start."""

    section: str


@dataclass(frozen=True)
class SetPace(PerceptronIntent):
    """Steps a second of a section that goes on by itself."""

    section: str
    steps_per_second: float


# Section "unit"


@dataclass(frozen=True)
class SetKind(PerceptronIntent):
    """ "perceptron" (fires where Σ + b > 0) or "threshold" (McCulloch and Pitts: fires where Σ ≥ θ)."""

    kind: str


@dataclass(frozen=True)
class SetUnit(PerceptronIntent):
    """Weights and bias; a threshold is −bias."""

    w1: float
    w2: float
    bias: float


@dataclass(frozen=True)
class UsePreset(PerceptronIntent):
    """The unit of a preset of the kind in use, and the gate it is for."""

    preset: str


@dataclass(frozen=True)
class SetTarget(PerceptronIntent):
    """The gate whose answers the unit's are compared with."""

    gate: str


@dataclass(frozen=True)
class SetInputs(PerceptronIntent):
    """What enters the unit: 0 or 1 each."""

    x1: int
    x2: int


# Section "learning"


@dataclass(frozen=True)
class TeachGate(PerceptronIntent):
    """Learn a gate, or "own" points, from the start."""

    gate: str


@dataclass(frozen=True)
class SetRuleRate(PerceptronIntent):
    """η of the perceptron rule, from the start."""

    rate: float


@dataclass(frozen=True)
class AddPoint(PerceptronIntent):
    """One more point to learn; it makes the points one's own, and learning starts anew."""

    x1: float
    x2: float
    target: int = 1


@dataclass(frozen=True)
class FlipPoint(PerceptronIntent):
    """The other class for a point; it makes the points one's own, and learning starts anew."""

    index: int


@dataclass(frozen=True)
class RemovePoint(PerceptronIntent):
    """One point less; it makes the points one's own, and learning starts anew."""

    index: int


# Section "delta"


@dataclass(frozen=True)
class FitData(PerceptronIntent):
    """Fit "line" (a straight line through points) or the answers of a gate, from the start."""

    data: str


@dataclass(frozen=True)
class SetDeltaRate(PerceptronIntent):
    """α of the delta rule; takes effect at the next step."""

    rate: float


# Section "gates"


@dataclass(frozen=True)
class SetCircuitInputs(PerceptronIntent):
    """What enters the circuit: 0 or 1 each."""

    x1: int
    x2: int


# Section "mlp"


@dataclass(frozen=True)
class SetHidden(PerceptronIntent):
    """Activation of the hidden units, "sigmoid" or "tanh"; from the start."""

    activation: str


@dataclass(frozen=True)
class SetMlpRate(PerceptronIntent):
    """Learning rate; takes effect at the next iteration."""

    rate: float


@dataclass(frozen=True)
class SetSeed(PerceptronIntent):
    """Another start."""

    seed: int


@dataclass(frozen=True)
class UseStart(PerceptronIntent):
    """A start that is known to end in a way, "learns" or "stuck", with the learning rate it is known for."""

    ending: str


@dataclass(frozen=True)
class LookAt(PerceptronIntent):
    """Which of the four points the picture of the network shows."""

    index: int


@dataclass(frozen=True)
class ShowUnit(PerceptronIntent):
    """Whose answer colours the plane: "y", the network's, or that of a hidden unit, "h1" or "h2"."""

    unit: str


# Section "history"


@dataclass(frozen=True)
class SelectEntry(PerceptronIntent):
    """Read about an entry of the timeline."""

    entry: str
