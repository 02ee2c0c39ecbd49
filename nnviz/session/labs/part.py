"""Part: one section's share of a lab's model, where a lab has sections that know nothing of each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nnviz.session.labs.lab import LabIntent


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
