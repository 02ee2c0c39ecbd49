"""PerceptronLab: from one threshold unit to the network that learns XOR."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from nnviz.session.labs.checks import check_choice
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.part import PartedLab
from nnviz.session.labs.perceptron.delta import DeltaPart
from nnviz.session.labs.perceptron.gates import GatesPart
from nnviz.session.labs.perceptron.history import HistoryPart
from nnviz.session.labs.perceptron.intents import PlaySection, ResetSection, SetPace, StepSection
from nnviz.session.labs.perceptron.learning import LearningPart
from nnviz.session.labs.perceptron.mlp import MlpPart
from nnviz.session.labs.perceptron.unit import UnitPart
from nnviz.session.labs.player import Player


class PerceptronLab(PartedLab):
    """One part a section; intents that name the section play, step and reset it."""

    name: ClassVar[str] = "perceptron"
    sections: ClassVar[tuple[str, ...]] = ("unit", "learning", "delta", "gates", "mlp", "history")

    def __init__(self) -> None:
        super().__init__()
        self.unit = UnitPart()
        self.learning = LearningPart()
        self.delta = DeltaPart()
        self.gates = GatesPart()
        self.mlp = MlpPart()
        self.history = HistoryPart()

    def player(self, section: str) -> Player:
        """The part of a section that goes step by step. Refusal unknown_choice."""
        players = {name: part for name in self.sections if isinstance(part := self.part(name), Player)}
        return players[check_choice("section", section, players)]

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        own: dict[type[LabIntent], Callable[[Any], None]] = {
            PlaySection: lambda intent: self.player(intent.section).play(intent.on),
            StepSection: lambda intent: self.player(intent.section).step_on(),
            ResetSection: lambda intent: self.player(intent.section).reset(),
            SetPace: lambda intent: self.player(intent.section).set_pace(intent.steps_per_second),
        }
        return {**super().handlers(), **own}
