"""Clockwork: a part of the lab that ticks; intents that name its section play, halt and step it and start it over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from nnviz.engine.refusal import Refusal
from nnviz.session.labs.checks import check_choice, check_range
from nnviz.session.labs.part import Part
from nnviz.session.labs.player import Player

ELEVATIONS = (10.0, 90.0)
"""Lowest and highest place a relief is seen from, in degrees."""


class Scene(Part):
    """A section with a surface, drawn as a map and in another way.

    large   which of `pictures` is the large one;  azimuth, elevation: of the relief, in degrees
    """

    pictures: tuple[str, ...] = ("map", "relief")

    def __init__(self) -> None:
        self.large, self.azimuth, self.elevation = "map", -35.0, 35.0

    def turn(self, azimuth: float, elevation: float) -> None:
        """See the relief from another side. Refusal out_of_range."""
        check_range("azimuth", azimuth, -3600, 3600)
        check_range("elevation", elevation, *ELEVATIONS)
        self.azimuth, self.elevation = azimuth, elevation

    def enlarge(self, picture: str) -> None:
        """Refusal unknown_choice."""
        self.large = check_choice("picture", picture, self.pictures)


class Clockwork(Scene, Player):
    """A race on one clock.

    ticks             made since the start, `most` at most
    kind, names       what the racers are, and all there are
    shown, followed   those that are seen, at least one, and the one of them that is looked at
    """

    paces = (0.5, 5000.0)
    most: int = 1
    kind: ClassVar[str]
    names: ClassVar[tuple[str, ...]]

    def __init__(self, pace: float, shown: Iterable[str], followed: str) -> None:
        Scene.__init__(self)
        Player.__init__(self, pace)
        self.ticks, self.shown, self.followed = 0, frozenset(shown), followed

    @property
    def can_step(self) -> bool:
        """False where no tick would change anything."""
        return self.ticks < self.most

    def play(self, on: bool) -> None:
        """Go on, from the start if the race is over; or wait."""
        if on and not self.can_step:
            self.reset()
        super().play(on)

    def step(self) -> None:
        self.ticks += 1
        self.tick()

    def reset(self) -> None:
        super().reset()
        self.ticks = 0
        self.begin()

    def show(self, name: str, on: bool) -> None:
        """See a racer, or not; another is looked at where that one is seen no more. Refusal unknown_choice,
        last_optimizer."""
        check_choice(self.kind, name, self.names)
        shown = self.shown | {name} if on else self.shown - {name}
        if not shown:
            raise Refusal("last_optimizer")
        self.shown = shown
        if self.followed not in shown:
            self.followed = next(other for other in self.names if other in shown)

    def follow(self, name: str) -> None:
        """Look at a racer. Refusal unknown_choice."""
        self.followed = check_choice(self.kind, name, self.names)
        self.shown |= {name}

    def begin(self) -> None:
        """Everybody to the start."""

    def go(self, steps: int) -> None:
        """So many ticks, then wait. Refusal out_of_range."""
        check_range("steps", steps, 1, self.most)
        self.step_on(steps)

    def begin_anew(self) -> None:
        """From the start, and on if it was going on."""
        playing = self.playing
        self.reset()
        self.play(playing)

    def tick(self) -> None:
        """One tick of the clock."""
