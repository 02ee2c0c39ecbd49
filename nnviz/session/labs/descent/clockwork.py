"""Clockwork: a part of the lab that ticks; intents that name its section play, halt and step it and start it over."""

from __future__ import annotations

from nnviz.engine.refusal import Refusal
from nnviz.session.labs.part import Part

PACES = (0.5, 5000.0)
"""Fewest and most ticks a second."""
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
        check("azimuth", azimuth, (-3600, 3600))
        check("elevation", elevation, ELEVATIONS)
        self.azimuth, self.elevation = azimuth, elevation

    def enlarge(self, picture: str) -> None:
        """Refusal unknown_choice."""
        choose("picture", picture, self.pictures)
        self.large = picture


class Clockwork(Scene):
    """A race on one clock.

    playing   it goes on by itself;  pace: ticks a second;  ticks: made since the start, `most` at most
    """

    most: int = 1

    def __init__(self, pace: float) -> None:
        super().__init__()
        self.pace, self.playing, self.ticks = pace, False, 0
        self._debt = 0.0

    @property
    def moving(self) -> bool:
        return self.playing

    @property
    def over(self) -> bool:
        """True where no tick would change anything."""
        return self.ticks >= self.most

    def play(self) -> None:
        """Go on; from the start if the race is over."""
        if self.over:
            self.start_over()
        self.playing, self._debt = True, 0.0

    def halt(self) -> None:
        """Stand still."""
        self.playing = False

    def step_on(self, steps: int) -> None:
        """So many ticks, then hold. Refusal out_of_range."""
        check("steps", steps, (1, self.most))
        self.playing = False
        self._go(steps)

    def start_over(self) -> None:
        """Back to the start, and hold."""
        self.playing, self.ticks, self._debt = False, 0, 0.0
        self.begin()

    def set_pace(self, per_second: float) -> None:
        """Refusal out_of_range."""
        check("per_second", per_second, PACES)
        self.pace = per_second

    def advance(self, seconds: float) -> None:
        self._debt += seconds * self.pace
        due = int(self._debt)
        self._debt -= due
        self._go(due)

    def begin(self) -> None:
        """Everybody to the start."""

    def tick(self) -> None:
        """One tick of the clock."""

    def _go(self, ticks: int) -> None:
        for _ in range(ticks):
            if self.over:
                break
            self.ticks += 1
            self.tick()
        self.playing = self.playing and not self.over


def check(field: str, value: float, limits: tuple[float, float]) -> None:
    """Refusal out_of_range for what lies outside, NaN included."""
    low, high = limits
    if not low <= value <= high:
        raise Refusal("out_of_range", field=field, value=value, low=low, high=high)


def choose(field: str, value: str, names: tuple[str, ...]) -> None:
    """Refusal unknown_choice for what is none of the names."""
    if value not in names:
        raise Refusal("unknown_choice", field=field, value=value, choices=", ".join(names))
