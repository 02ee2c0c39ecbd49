"""Lesson: what a lesson file says, frozen. Actions stay plain tables; whoever plays them knows their meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WAITS: dict[str, type] = {
    "iterations": int, "test_accuracy": float, "test_loss_below": float, "drawing": bool, "lab": str, "seconds": float,
}  # fmt: skip
"""What a step may wait for, and the type of its amount."""
LABS = ("functions", "perceptron", "graph", "descent", "depth")
"""Labs that `lab` may name."""


@dataclass(frozen=True)
class Wait:
    """The step is done when …

    kind    "iterations"       the run in reach has made `amount` more iterations since the step began
            "test_accuracy"    it is right on at least this share (0…1) of its test set
            "test_loss_below"  its test loss is lower than this
            "drawing"          something was drawn
            "lab"              the user has changed the model of the lab `amount`
            "seconds"          so much time has passed
    """

    kind: str
    amount: int | float | bool | str


@dataclass(frozen=True)
class Question:
    """Asked before the actions of a step are carried out. right: index among `answers`; `because`: Markdown."""

    question: str
    answers: tuple[str, ...]
    right: int
    because: str


@dataclass(frozen=True)
class Step:
    """One step: Markdown with formulas between dollar signs, and what is done while it is read.

    notes    for the presenter only
    actions  intents as plain tables (`nnviz.session.codec`)
    focus    object name of the widget to look at, "" for none
    """

    title: str
    text: str
    notes: str = ""
    actions: tuple[Mapping[str, Any], ...] = ()
    focus: str = ""
    wait: Wait | None = None
    predict: Question | None = None


@dataclass(frozen=True)
class Lesson:
    """One lesson. rows: of the curriculum, that it covers; path: of its file, beside which its figures are found."""

    id: str
    title: str
    summary: str
    minutes: int
    rows: tuple[str, ...]
    steps: tuple[Step, ...]
    path: Path

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where its figures are."""
        return folders_of(self.path)


def folders_of(path: Path) -> tuple[Path, ...]:
    """Where the figures of a lesson file are: beside it, or beside the folder of its language."""
    return path.parent, path.parent.parent


@dataclass(frozen=True)
class Entry:
    """A shipped lesson as a menu shows it."""

    id: str
    title: str
    summary: str
    minutes: int
    path: Path
