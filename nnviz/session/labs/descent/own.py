"""OwnPart: what is looked at on the surface of the current run: a point, and the side the relief is seen from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nnviz.engine.surfaces import Pair
from nnviz.session.labs.checks import check_range
from nnviz.session.labs.descent import intents
from nnviz.session.labs.descent.clockwork import Scene
from nnviz.session.labs.lab import LabIntent

FAR = 1e6
"""No plane through a run's states reaches so far."""


class OwnPart(Scene):
    """The run itself belongs to the session; nothing ticks here.

    point   the marked point of the plane, None where none is
    """

    def __init__(self) -> None:
        super().__init__()
        self.point: Pair | None = None

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {intents.MarkPoint: self._mark}

    def _mark(self, intent: intents.MarkPoint) -> None:
        check_range("x", intent.x, -FAR, FAR)
        check_range("y", intent.y, -FAR, FAR)
        self.point = intent.x, intent.y
