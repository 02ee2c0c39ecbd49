"""DescentLab: optimizers on surfaces, gradient descent by batches, and the surface of the current run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from nnviz.session.labs.checks import check_choice
from nnviz.session.labs.descent import intents
from nnviz.session.labs.descent.batches import BatchPart
from nnviz.session.labs.descent.clockwork import Clockwork, Scene
from nnviz.session.labs.descent.own import OwnPart
from nnviz.session.labs.descent.surface import SurfacePart
from nnviz.session.labs.lab import LabIntent
from nnviz.session.labs.part import PartedLab


class DescentLab(PartedLab):
    """One part a section; intents that name the section start and stop its race."""

    name: ClassVar[str] = "descent"
    sections: ClassVar[tuple[str, ...]] = ("surface", "batches", "yours")

    def __init__(self) -> None:
        super().__init__()
        self.surface, self.batches, self.yours = SurfacePart(), BatchPart(), OwnPart()

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            **super().handlers(),
            intents.Play: lambda intent: self._race(intent.section).play(True),
            intents.Halt: lambda intent: self._race(intent.section).play(False),
            intents.StepOn: lambda intent: self._race(intent.section).go(intent.steps),
            intents.StartOver: lambda intent: self._race(intent.section).reset(),
            intents.SetPace: lambda intent: self._race(intent.section).set_pace(intent.per_second),
            intents.Enlarge: lambda intent: self._scene(intent.section).enlarge(intent.picture),
            intents.Turn: lambda intent: self._scene(intent.section).turn(intent.azimuth, intent.elevation),
        }

    def _race(self, section: str) -> Clockwork:
        """A section whose clock ticks. Refusal unknown_choice."""
        races = {"surface": self.surface, "batches": self.batches}
        return races[check_choice("section", section, races)]

    def _scene(self, section: str) -> Scene:
        scenes = {"surface": self.surface, "batches": self.batches, "yours": self.yours}
        return scenes[check_choice("section", section, scenes)]
