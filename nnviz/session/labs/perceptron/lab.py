"""PerceptronLab: from one threshold unit to the network that learns XOR."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from nnviz.session.labs.lab import Lab, LabIntent
from nnviz.session.labs.part import Part
from nnviz.session.labs.perceptron.delta import DeltaPart
from nnviz.session.labs.perceptron.gates import GatesPart
from nnviz.session.labs.perceptron.history import HistoryPart
from nnviz.session.labs.perceptron.intents import PlaySection, ResetSection, SetPace, StepSection
from nnviz.session.labs.perceptron.learning import LearningPart
from nnviz.session.labs.perceptron.mlp import MlpPart
from nnviz.session.labs.perceptron.player import Player, check_choice
from nnviz.session.labs.perceptron.unit import UnitPart


class PerceptronLab(Lab):
    """One part a section; a part moves only while its section is in front."""

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

    @property
    def moving(self) -> bool:
        return self._parts[self.section].moving

    def player(self, section: str) -> Player:
        """The part of a section that goes step by step. Refusal unknown_choice."""
        players = {name: part for name, part in self._parts.items() if isinstance(part, Player)}
        check_choice("section", section, players)
        return players[section]

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        own: dict[type[LabIntent], Callable[[Any], None]] = {
            PlaySection: lambda intent: self.player(intent.section).play(intent.on),
            StepSection: self._step,
            ResetSection: lambda intent: self.player(intent.section).reset(),
            SetPace: lambda intent: self.player(intent.section).set_pace(intent.steps_per_second),
        }
        return own | {kind: handler for part in self._parts.values() for kind, handler in part.handlers().items()}

    def advance(self, seconds: float) -> None:
        self._parts[self.section].advance(seconds)

    def _step(self, intent: StepSection) -> None:
        player = self.player(intent.section)
        player.play(False)
        player.step()

    @property
    def _parts(self) -> dict[str, Part]:
        return {name: getattr(self, name) for name in self.sections}
