"""What can be done in the sections on losses, on what is minimised, and on gradient descent in one dimension."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from nnviz.session.labs.lab import LabIntent


class TrainingIntent(LabIntent):
    """Base of the intents of these three sections."""

    lab: ClassVar[str] = "functions"


# Losses


@dataclass(frozen=True)
class ShowLossView(TrainingIntent):
    """Turn to "output" (one probability) or "classes" (a distribution over several)."""

    view: str


@dataclass(frozen=True)
class ChooseLoss(TrainingIntent):
    """The loss in front: "mse" or "binary_cross_entropy"."""

    loss: str


@dataclass(frozen=True)
class ChooseLossSample(TrainingIntent):
    """The sample of the batch whose prediction is dragged."""

    sample: int


@dataclass(frozen=True)
class SetPrediction(TrainingIntent):
    """Predicted probability of a sample of the batch."""

    sample: int
    probability: float


@dataclass(frozen=True)
class SetLossTarget(TrainingIntent):
    """Target of a sample of the batch, 0 or 1."""

    sample: int
    target: int


@dataclass(frozen=True)
class SetShare(TrainingIntent):
    """Probability of one class; the others keep their proportions and fill the rest up to 1."""

    index: int
    share: float


@dataclass(frozen=True)
class SetShares(TrainingIntent):
    """Probabilities of all classes; they are divided by their sum."""

    shares: tuple[float, ...]


@dataclass(frozen=True)
class ChooseTrueClass(TrainingIntent):
    """The class that is the right answer."""

    index: int


# What is minimised


@dataclass(frozen=True)
class ShowTargetView(TrainingIntent):
    """Turn to "gradients", "rest" or "accuracy"."""

    view: str


@dataclass(frozen=True)
class SetOutputLogit(TrainingIntent):
    """Logit z of a sigmoid output."""

    logit: float


@dataclass(frozen=True)
class SetAnswer(TrainingIntent):
    """Output p of a sigmoid, and its target t, 0 or 1: p = 0.001, t = 1 is confidently wrong."""

    probability: float
    target: int


@dataclass(frozen=True)
class SetRest(TrainingIntent):
    """Probability of the true class of three, and the share of the rest that the second class has."""

    true_share: float
    rest_share: float


@dataclass(frozen=True)
class SetSlopeWeight(TrainingIntent):
    """Weight w of the classifier σ(w x + b)."""

    weight: float


# Gradient descent in one dimension


@dataclass(frozen=True)
class ChooseCurve(TrainingIntent):
    """The curve to roll down; the ball goes to its usual start."""

    curve: str


@dataclass(frozen=True)
class SetCurvature(TrainingIntent):
    """Curvature c of the parabola ½ c x²; the ball goes back to its start."""

    curvature: float


@dataclass(frozen=True)
class SetBallStart(TrainingIntent):
    """Put the ball at x; the steps so far are forgotten."""

    x: float


@dataclass(frozen=True)
class SetBallRate(TrainingIntent):
    """Learning rate η of the steps from now on."""

    rate: float


@dataclass(frozen=True)
class SetBallSpeed(TrainingIntent):
    """Steps a second while it plays."""

    speed: float


@dataclass(frozen=True)
class StepBall(TrainingIntent):
    """One step x ← x − η f′(x); it stops playing."""


@dataclass(frozen=True)
class PlayBall(TrainingIntent):
    """Go on step by step, or pause."""

    playing: bool


@dataclass(frozen=True)
class ResetBall(TrainingIntent):
    """Back to the start."""
