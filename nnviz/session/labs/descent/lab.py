"""DescentLab: optimizers on surfaces, gradient descent by batches, and the surface of the current run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from nnviz.session.labs.descent import intents
from nnviz.session.labs.descent.batches import BatchPart
from nnviz.session.labs.descent.clockwork import Clockwork, Scene, choose
from nnviz.session.labs.descent.own import OwnPart
from nnviz.session.labs.descent.surface import SurfacePart
from nnviz.session.labs.lab import Lab, LabIntent


class DescentLab(Lab):
    """One part a section; a race goes on only while its section is in front."""

    name: ClassVar[str] = "descent"
    sections: ClassVar[tuple[str, ...]] = ("surface", "batches", "yours")

    def __init__(self) -> None:
        super().__init__()
        self.surface, self.batches, self.yours = SurfacePart(), BatchPart(), OwnPart()

    @property
    def moving(self) -> bool:
        return self._parts[self.section].moving

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            **{kind: handler for part in self._parts.values() for kind, handler in part.handlers().items()},
            intents.Play: lambda intent: self._race(intent.section).play(),
            intents.Halt: lambda intent: self._race(intent.section).halt(),
            intents.StepOn: lambda intent: self._race(intent.section).step_on(intent.steps),
            intents.StartOver: lambda intent: self._race(intent.section).start_over(),
            intents.SetPace: lambda intent: self._race(intent.section).set_pace(intent.per_second),
            intents.Enlarge: lambda intent: self._part(intent.section).enlarge(intent.picture),
            intents.Turn: lambda intent: self._part(intent.section).turn(intent.azimuth, intent.elevation),
        }

    def advance(self, seconds: float) -> None:
        self._parts[self.section].advance(seconds)

    @property
    def _parts(self) -> dict[str, Scene]:
        return {"surface": self.surface, "batches": self.batches, "yours": self.yours}

    def _race(self, section: str) -> Clockwork:
        """A section whose clock ticks. Refusal unknown_choice."""
        choose("section", section, ("surface", "batches"))
        return self.surface if section == "surface" else self.batches

    def _part(self, section: str) -> Scene:
        choose("section", section, self.sections)
        return self._parts[section]
