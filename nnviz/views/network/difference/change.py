"""ChangeView: what one network became, drawn as the difference of its weights before and after."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nnviz.engine.trace import Snapshot
from nnviz.session.comparison import Comparison
from nnviz.theme.theme import Theme
from nnviz.views.network.difference.stage import DifferenceStage
from nnviz.views.network.difference.view import DifferenceView
from nnviz.views.network.difference.weights import Difference, difference_of
from nnviz.views.network.difference.words import DifferenceWords

if TYPE_CHECKING:
    from nnviz.session.session import Session

Pair = tuple[Snapshot, Snapshot]


class ChangeWords(DifferenceWords):
    """DifferenceWords about before and after in place of two lanes."""

    def lane(self, comparison: Comparison, lane: int) -> str:
        """What a number is called."""
        return (self.tr("before"), self.tr("after"))[lane]

    def of_weights(self, b: int, a: int) -> str:
        """Legend title of the edges."""
        return self.tr("W: after − before")

    def of_biases(self, b: int, a: int) -> str:
        """Legend title of the units."""
        return self.tr("b: after − before")

    def time(self, difference: Difference, b: int, a: int) -> str:
        """The edges shown are those that moved most."""
        return self.tr("strongest colour: moved most")

    def none(self, difference: Difference) -> str:
        """What is said instead of colours."""
        return self.tr("No weight has moved")

    def waiting(self) -> str:
        """What stands where there is nothing to show yet."""
        return self.tr("The edges that move will glow here")


class ChangeStage(DifferenceStage):
    """Scene, edges and backdrop of a network after less before."""

    def __init__(self, session: Session, theme: Theme, owner: QObject, pair: Callable[[], Pair | None]) -> None:
        """`pair` gives the network before and after, None while nothing has happened."""
        super().__init__(session, theme, owner)
        self.words = ChangeWords(theme, owner)
        self._pair = pair
        self._taken: Pair | None = None

    def take(self) -> bool:
        """The newest pair; limits of an earlier one are not kept."""
        pair = self._pair()
        if pair is not self._taken:
            self.restart()
            self._taken = pair
            self.difference = difference_of(*pair) if pair else None
        return True


class ChangeView(DifferenceView):
    """Edges and units coloured by how far their weights and biases moved."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self._pair: Pair | None = None
        super().__init__(session, theme)
        self.setObjectName("change_view")

    @property
    def difference(self) -> Difference | None:
        """The two networks and what lies between them."""
        return self.stage.difference

    def show_change(self, pair: Pair | None) -> None:
        """The network before and after, or nothing."""
        if pair is not self._pair:
            self._pair = pair
            self._renew()

    def _new_stage(self) -> DifferenceStage:
        return ChangeStage(self._session, self._theme, self, self._now)

    def _now(self) -> Pair | None:
        return self._pair

    def _name(self) -> None:
        super()._name()
        self.setAccessibleName(self.tr("How far the weights have moved"))
