"""Words of the difference network: its choices, legend and read-outs."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.session.comparison import Comparison
from nnviz.session.names import value_name
from nnviz.theme.lanes import LANES
from nnviz.views.network.difference.weights import Difference
from nnviz.views.network.words import NetworkWords, Readout
from nnviz.widgets.numerals import short


class DifferenceWords(NetworkWords):
    """NetworkWords, and those about two lanes."""

    def lane(self, comparison: Comparison, lane: int) -> str:
        """What a lane is called: its letter and its value."""
        return f"{LANES[lane].letter}  {value_name(comparison.setting.name, comparison.values[lane])}"

    def of_weights(self, b: int, a: int) -> str:
        """Legend title of the edges."""
        return self.tr("W: {b} − {a}").format(b=LANES[b].letter, a=LANES[a].letter)

    def of_biases(self, b: int, a: int) -> str:
        """Legend title of the units."""
        return self.tr("b: {b} − {a}").format(b=LANES[b].letter, a=LANES[a].letter)

    def ends(self, limit: float) -> str:
        """Behind the legend title of the units."""
        return self.tr("± {limit}").format(limit=short(limit))

    def span(self, limits: tuple[float, ...]) -> str:
        """The least and the greatest of the limits, where there is no room for all of them."""
        return self.tr("± {least} to {greatest}").format(least=short(min(limits)), greatest=short(max(limits)))

    def time(self, difference: Difference, b: int, a: int) -> str:
        """When both networks were as they are drawn."""
        if difference.a.iteration == difference.b.iteration:
            return self.tr("iteration {count}").format(count=f"{difference.b.iteration:,}")
        return self.tr("{b} at iteration {late}, {a} at {early}").format(
            b=LANES[b].letter,
            a=LANES[a].letter,
            late=f"{difference.b.iteration:,}",
            early=f"{difference.a.iteration:,}",
        )

    def none(self, difference: Difference) -> str:
        """What is said instead of colours."""
        if difference.b.iteration == 0:
            return self.tr("No difference yet: same start")
        return self.tr("No difference yet")

    def waiting(self) -> str:
        """What stands where there is nothing to compare yet."""
        return self.tr("The runs have not begun yet")

    def bias(self, unit: str) -> str:
        """The name of a unit's bias."""
        return self.tr("bias of {unit}").format(unit=unit)

    def readout(
        self, name: str, lanes: tuple[str, str], values: tuple[float, float], written: Callable[[float], str]
    ) -> Readout:
        """The number of lane b, of lane a and their difference; `lanes` and `values` in the order a, b."""
        rows = ((lanes[1], values[1]), (lanes[0], values[0]), (self.tr("difference"), values[1] - values[0]))
        return Readout(name, tuple((title, written(value)) for title, value in rows))
