"""DepthLab: what many layers do: histograms, starts, gradients, and what linear ones do not."""

from __future__ import annotations

from typing import ClassVar

from nnviz.session.labs.depth.layers import LayersPart
from nnviz.session.labs.depth.linear import LinearPart
from nnviz.session.labs.depth.starts import StartsPart
from nnviz.session.labs.depth.twin import TwinPart
from nnviz.session.labs.part import PartedLab


class DepthLab(PartedLab):
    """One part a section."""

    name: ClassVar[str] = "depth"
    sections: ClassVar[tuple[str, ...]] = ("layers", "starts", "gradients", "linear")

    def __init__(self) -> None:
        super().__init__()
        self.layers = LayersPart()
        self.starts = StartsPart()
        self.gradients = TwinPart()
        self.linear = LinearPart()
