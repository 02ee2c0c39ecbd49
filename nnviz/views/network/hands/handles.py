"""Handles: the number behind an edge or a bias mark, and the intent that changes it. Qt-free."""

from __future__ import annotations

import numpy as np

from nnviz.engine.experiment import Experiment
from nnviz.engine.network import Network
from nnviz.engine.trace import Array
from nnviz.session.intents import Edit, SetBias, SetWeight
from nnviz.views.network.refs import EdgeRef, Handle


def exists(handle: Handle, experiment: Experiment) -> bool:
    """True if the network has that weight or bias."""
    sizes = experiment.sizes
    if isinstance(handle, EdgeRef):
        k = handle.layer
        return 0 <= k < len(sizes) - 1 and 0 <= handle.i < sizes[k] and 0 <= handle.j < sizes[k + 1]
    return 1 <= handle.layer < len(sizes) and 0 <= handle.unit < sizes[handle.layer]


def pieces_of(handle: Handle, network: Network) -> Array:
    """(pieces,) the handle's numbers: one, of a maxout unit one for each piece."""
    layer = network.layers[weight_layer(handle)]
    if isinstance(handle, EdgeRef):
        return np.asarray(layer.W[handle.i].reshape(layer.spec.units, -1)[handle.j])
    return np.asarray(layer.b.reshape(layer.spec.units, -1)[handle.unit])


def drawn_piece(handle: Handle, network: Network) -> int:
    """The piece whose number is drawn: that with the largest size."""
    return int(abs(pieces_of(handle, network)).argmax())


def weight_layer(handle: Handle) -> int:
    """The weight layer, from 0, that a handle belongs to."""
    return handle.layer if isinstance(handle, EdgeRef) else handle.layer - 1


def change(handle: Handle, value: float, piece: int = 0, gesture: int = 0) -> Edit:
    """The intent that gives a weight or bias another value."""
    if isinstance(handle, EdgeRef):
        return SetWeight(handle.layer + 1, handle.i, handle.j, value, piece, gesture)
    return SetBias(handle.layer, handle.unit, value, piece, gesture)
