"""The difference of two compared networks: what each weight and bias of one is more than that of the other. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nnviz.engine.network import Network
from nnviz.engine.trace import Array, Snapshot
from nnviz.views.network.refs import EdgeRef
from nnviz.views.network.scene import UnitRef


@dataclass(frozen=True, eq=False)
class Difference:
    """Networks a and b of the same sizes; the weights and biases of `snapshot` are those of b less those of a."""

    a: Snapshot
    b: Snapshot
    snapshot: Snapshot

    @property
    def is_none(self) -> bool:
        """True while both networks have the same weights and biases."""
        return not self.snapshot.parameters.any()

    def weight(self, ref: EdgeRef) -> tuple[float, float]:
        """W[layer][i, j] of a and of b; of a maxout unit the piece that differs most."""
        pieces = [_pieces(s.network.layers[ref.layer].W, s, ref.layer)[ref.i, ref.j] for s in (self.a, self.b)]
        return _most_different(*pieces)

    def bias(self, ref: UnitRef) -> tuple[float, float]:
        """b[layer − 1][unit] of a and of b, chosen alike."""
        k = ref.layer - 1
        pieces = [_pieces(s.network.layers[k].b, s, k)[ref.unit] for s in (self.a, self.b)]
        return _most_different(*pieces)


def difference_of(a: Snapshot, b: Snapshot) -> Difference | None:
    """b − a, layer by layer; None where the layers are not of the same sizes. Slopes that units train themselves have
    no place in the picture and count as equal."""
    layers = tuple(zip(a.network.layers, b.network.layers, strict=False))
    if a.experiment.sizes != b.experiment.sizes or any(one.W.shape != other.W.shape for one, other in layers):
        return None
    parameters = np.zeros_like(a.parameters)
    for target, (one, other) in zip(Network(a.experiment, parameters).layers, layers, strict=True):
        np.subtract(other.W, one.W, out=target.W)
        np.subtract(other.b, one.b, out=target.b)
    return Difference(a, b, Snapshot(a.experiment, b.iteration, b.epoch, parameters))


def _pieces(values: Array, snapshot: Snapshot, k: int) -> Array:
    """(…, units · pieces) → (…, units, pieces)."""
    return values.reshape(*values.shape[:-1], snapshot.network.layers[k].spec.units, -1)


def _most_different(a: Array, b: Array) -> tuple[float, float]:
    piece = int(np.abs(b - a).argmax())
    return float(a[piece]), float(b[piece])
