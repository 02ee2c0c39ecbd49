"""Words of the section with the surface of the current run."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.engine.landscape import Landscape
from nnviz.session.names import data_name, name_of
from nnviz.session.pages import COMPARE, DEPTH, DIGITS, PLAYGROUND
from nnviz.session.session import Session
from nnviz.session.states import RunState
from nnviz.widgets.numerals import percent, short


class OwnWords(QObject):
    """Names and sentences."""

    def run(self, session: Session) -> str:
        """Whose surface it is, and where the run is."""
        pages = {
            DIGITS: self.tr("Digits"), PLAYGROUND: self.tr("Playground"), DEPTH: self.tr("Depth"),
            COMPARE: self.tr("Compare"),
        }  # fmt: skip
        name = session.experiment.data
        return self.tr("{page} · {data} · iteration {iteration}").format(
            page=pages[session.run_page],
            data=data_name(name, session.stock.shelf) or name_of("data", name),
            iteration=f"{session.snapshot.iteration:,}",
        )

    def missing(self, session: Session) -> str:
        """Why there is no surface, and the way out."""
        if session.run_page == COMPARE:
            return self.tr(
                "Compared runs have no surface of their own here. Open Playground or Digits, train there and come back."
            )
        if session.state is RunState.RUNNING:
            return self.tr("The run has only just begun: its surface appears when a few of its states are kept.")
        return self.tr(
            "This run has not moved yet, so there is no path to draw a surface around. Train it here, or open "
            "Playground or Digits first."
        )

    def axis(self, number: int, share: float) -> str:
        """A principal component and what it explains."""
        text = self.tr("1st principal component, {share}") if number == 0 else self.tr("2nd, {share}")
        return text.format(share=percent(share))

    def axes(self) -> tuple[str, str]:
        """Both principal components in short."""
        return self.tr("1st"), self.tr("2nd")

    def explained(self, landscape: Landscape) -> str:
        """How much of the path the plane shows."""
        first, second = landscape.explained.tolist()
        return self.tr(
            "The plane shows {total} of the path’s movement: {first} along its first principal component, {second} "
            "along the second."
        ).format(total=percent(min(first + second, 1.0)), first=percent(first), second=percent(second))

    def distance(self, landscape: Landscape) -> str:
        """How far the weights on screen are from the plane."""
        return self.tr(
            "The weights on screen are {distance} away from the plane; their loss is {loss}. Every loss is the mean "
            "over {samples} training samples."
        ).format(distance=short(landscape.distance, 3), loss=short(landscape.own_loss), samples=landscape.samples)

    def head(self, iteration: int) -> str:
        """What stands at the present position."""
        return self.tr("iteration {number}").format(number=f"{iteration:,}")

    def outside(self) -> str:
        """What stands at the border where the run has left the picture."""
        return self.tr("the run is outside")

    def point(self, place: tuple[float, float] | None) -> str:
        """What the read-out is of."""
        if place is None:
            return self.tr("Click on the map to read the loss of a point.")
        return self.tr("Loss at ({x}, {y}), between the computed points:").format(
            x=short(place[0], 3), y=short(place[1], 3)
        )
