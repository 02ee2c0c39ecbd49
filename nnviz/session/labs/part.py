"""Part: one section's share of a lab's model, where a lab has sections that know nothing of each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nnviz.session.labs.checks import check_choice
from nnviz.session.labs.lab import Lab, LabIntent


class Part:
    """State of a section, the intents that change it, and what goes on by itself in it."""

    @property
    def moving(self) -> bool:
        """True while something goes on by itself."""
        return False

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        """What each of its intents does. A handler refuses (Refusal) before it changes anything."""
        return {}

    def advance(self, seconds: float) -> None:
        """Go on by so many seconds."""


class PartedLab(Lab):
    """A lab with one Part a section, in an attribute of the section's name; a part moves only while it is in front."""

    @property
    def moving(self) -> bool:
        return self.part(self.section).moving

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        parts = (self.part(name) for name in self.sections)
        return {kind: handler for part in parts for kind, handler in part.handlers().items()}

    def advance(self, seconds: float) -> None:
        self.part(self.section).advance(seconds)

    def part(self, section: str) -> Part:
        """The part of a section. Refusal unknown_choice."""
        part: Part = getattr(self, check_choice("section", section, self.sections))
        return part
