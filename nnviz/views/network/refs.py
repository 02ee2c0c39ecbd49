"""What can be taken hold of in the drawing: an edge, and through its unit a bias. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.views.network.scene import UnitRef


@dataclass(frozen=True)
class EdgeRef:
    """The edge W[layer][i, j]: weight layer 0 leads from the input to the first hidden layer, i and j count from 0."""

    layer: int
    i: int
    j: int

    @property
    def source(self) -> UnitRef:
        """The unit it leaves."""
        return UnitRef(self.layer, self.i)

    @property
    def target(self) -> UnitRef:
        """The unit it enters."""
        return UnitRef(self.layer + 1, self.j)


Handle = EdgeRef | UnitRef
"""A number that hands can change: the weight of an edge, or the bias of a unit (which an input has not)."""
