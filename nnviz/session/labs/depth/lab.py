"""DepthLab: what many layers do: histograms, starts, gradients, and what linear ones do not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from nnviz.session.labs.depth.layers import LayersPart
from nnviz.session.labs.depth.linear import LinearPart
from nnviz.session.labs.depth.starts import StartsPart
from nnviz.session.labs.depth.twin import TwinPart
from nnviz.session.labs.lab import Lab, LabIntent
from nnviz.session.labs.part import Part


class DepthLab(Lab):
    """One part a section; a part moves only while its section is in front."""

    name: ClassVar[str] = "depth"
    sections: ClassVar[tuple[str, ...]] = ("layers", "starts", "gradients", "linear")

    def __init__(self) -> None:
        super().__init__()
        self.layers = LayersPart()
        self.starts = StartsPart()
        self.gradients = TwinPart()
        self.linear = LinearPart()

    @property
    def moving(self) -> bool:
        return self._front.moving

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {kind: handler for part in self._parts for kind, handler in part.handlers().items()}

    def advance(self, seconds: float) -> None:
        self._front.advance(seconds)

    @property
    def _front(self) -> Part:
        return self._parts[self.sections.index(self.section)]

    @property
    def _parts(self) -> tuple[Part, ...]:
        return self.layers, self.starts, self.gradients, self.linear
