"""Lab: base of the labs' models. A model is plain Python: intents change it, pages read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from nnviz.session.intents import Intent
from nnviz.session.labs.checks import check_choice


class LabIntent(Intent):
    """Base of what can be done in a lab; `lab` names the one it is for."""

    lab: ClassVar[str]


@dataclass(frozen=True)
class OpenSection(Intent):
    """Turn to a section of a lab. It does not open the lab's page: that is OpenPage."""

    lab: str
    section: str


class Lab:
    """A lab's model.

    name       of the lab, and of its page
    sections   names of its parts, in the order of the tabs; `section` is the one in front
    """

    name: ClassVar[str]
    sections: ClassVar[tuple[str, ...]]

    def __init__(self) -> None:
        self.section = self.sections[0]

    @property
    def moving(self) -> bool:
        """True while something goes on by itself: then `advance` is called at every frame its page is in front."""
        return False

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        """What each of the lab's intents does. A handler refuses (Refusal) before it changes anything."""
        return {}

    def advance(self, seconds: float) -> None:
        """Go on by so many seconds."""

    def open_section(self, section: str) -> None:
        """Turn to a section. Refusal unknown_choice."""
        self.section = check_choice("section", section, self.sections)
