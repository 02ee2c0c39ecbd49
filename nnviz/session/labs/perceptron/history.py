"""The timeline of history: when what was published, and where the lab shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nnviz.session.intents import Intent, OpenPage
from nnviz.session.labs.checks import check_choice
from nnviz.session.labs.lab import LabIntent, OpenSection
from nnviz.session.labs.part import Part
from nnviz.session.labs.perceptron.intents import (
    FitData,
    SelectEntry,
    SetKind,
    TeachGate,
    UsePreset,
    UseStart,
)

SPAN = (1943, 2010)
"""Years from end to end of the timeline."""


@dataclass(frozen=True)
class Entry:
    """What was new. `until` differs from `year` where it took longer; `scenes` is what shows it in the lab."""

    year: int
    until: int
    scenes: tuple[Intent, ...] = ()


def _scene(section: str, *intents: Intent) -> tuple[Intent, ...]:
    return (OpenPage("perceptron"), OpenSection("perceptron", section), *intents)


ENTRIES: dict[str, Entry] = {
    "mcculloch_pitts": Entry(1943, 1943, _scene("unit", SetKind("threshold"), UsePreset("AND"))),
    "hebb": Entry(1949, 1949),
    "rosenblatt": Entry(1957, 1958, _scene("learning", TeachGate("AND"))),
    "adaline": Entry(1960, 1960, _scene("delta", FitData("line"))),
    "minsky_papert": Entry(1969, 1969, _scene("learning", TeachGate("XOR"))),
    "backpropagation": Entry(1986, 1986, _scene("mlp", UseStart("learns"))),
    "svm": Entry(1990, 1999),
    "deep_belief": Entry(2006, 2006, (OpenPage("depth"),)),
}
"""In the order of time."""

GENERATIONS: tuple[tuple[str, int, int], ...] = (
    ("threshold", 1943, 1969),
    ("layers", 1986, 2006),
    ("deep", 2006, 2010),
)
"""Name, first and last year of each generation of networks, as far as the timeline goes. Between the first two little
was published: the years after the book of Minsky and Papert."""


class HistoryPart(Part):
    """selected: key of the entry one reads about."""

    def __init__(self) -> None:
        self.selected = "mcculloch_pitts"

    @property
    def entry(self) -> Entry:
        """The entry one reads about."""
        return ENTRIES[self.selected]

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {SelectEntry: self._select}

    def _select(self, intent: SelectEntry) -> None:
        check_choice("entry", intent.entry, ENTRIES)
        self.selected = intent.entry
