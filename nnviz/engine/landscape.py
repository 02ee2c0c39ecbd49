"""Landscape: the loss over the plane in which a run has mostly moved: the first two principal components of its states.

The picture of Li et al., Visualizing the Loss Landscape of Neural Nets (2018), §7: the path through parameter space,
projected onto the two directions in which it varies most (Pearson, 1901), and the loss over that plane.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nnviz.engine.layout import layout
from nnviz.engine.network import Network, Workspace
from nnviz.engine.trace import Array

FLOPS = 6e9
"""Multiplications and additions a second that a plain core does at least."""
OVERHEAD = 1e-6
"""Seconds a sample of one evaluation takes besides."""
SECONDS = 0.4
"""How long one landscape may take on such a core."""
SIDES = (9, 41)
"""Fewest and most points of a side of the grid."""
SAMPLES = (64, 256)
"""Fewest and most samples the loss is averaged over."""
MARGIN = 0.35
"""How far the plane reaches beyond the path, as a share of its size."""
FLAT = 1e-9
"""A direction in which a path of length 1 moves no more than this is rounding."""


@dataclass(frozen=True, eq=False)
class Plane:
    """origin (parameters,), directions (2, parameters) at right angles, of length 1; explained (2,): shares of the
    variance of the path in these directions."""

    origin: Array
    directions: Array
    explained: Array

    def at(self, x: float, y: float) -> Array:
        """(parameters,) of a point of the plane."""
        return np.asarray(self.origin + x * self.directions[0] + y * self.directions[1])

    def place(self, parameters: Array) -> Array:
        """(…, parameters) → (…, 2) coordinates of their projections."""
        return np.asarray((parameters - self.origin) @ self.directions.T)


@dataclass(frozen=True, eq=False)
class Landscape:
    """The loss over a plane, and the path of a run on it.

    iteration    of the weights on screen;  iterations (k,), path (k, 2): the kept states, projected, oldest first
    xs, ys       (c,), (r,) coordinates of the grid;  loss (r, c): mean loss there of `samples` training samples, with
                 batch statistics where there is batch normalisation; infinite or undefined where it overflows
    position     (2,) where the weights on screen are, projected;  distance: how far they are from the plane
    explained    (2,) shares of the path's variance along both axes;  own_loss: of the weights on screen themselves
    """

    iteration: int
    iterations: NDArray[np.intp]
    path: Array
    xs: Array
    ys: Array
    loss: Array
    position: Array
    distance: float
    explained: Array
    own_loss: float
    samples: int
    plane: Plane


def plane_of(states: Array) -> Plane | None:
    """The plane through the mean of `states` (k, parameters) along their first two principal components; None where
    they do not move. A path that is a straight line gets a second direction at random, with share 0."""
    origin = states.mean(axis=0)
    moved = states - origin
    # The components from the small (k, k) matrix: there are far fewer states than parameters. After an explosion its
    # entries may overflow; then there is no plane.
    with np.errstate(over="ignore", invalid="ignore"):
        squares, turns = np.linalg.eigh(moved @ moved.T)
    total = float(squares.sum())
    if not total > 0 or not np.isfinite(total):
        return None
    shares = np.maximum(squares[::-1][:2], 0) / total
    found = [turns[:, -1 - n] @ moved for n in range(2) if n < len(squares) and shares[n] > FLAT]
    while len(found) < 2:
        found.append(np.random.default_rng(0).normal(size=origin.size))
    first = _unit(found[0])
    second = _unit(found[1] - (found[1] @ first) * first)
    explained = np.array([shares[0], shares[1] if len(shares) > 1 else 0.0])
    return Plane(origin, np.stack([_pointing(first), _pointing(second)]), explained)


def survey(
    network: Network, states: Array, iterations: NDArray[np.intp], x: Array, t: Array, iteration: int
) -> Landscape | None:
    """The landscape around a run. None where its states do not differ.

    network      the weights on screen;  states (k, parameters) and iterations (k,): the kept ones, oldest first
    x, t         (m, inputs), (m, outputs) training samples, of which as many are used as time allows
    """
    here = network.parameters.astype(np.float64)
    # Running statistics are no direction the run has taken: they stay as they are on screen.
    path = np.where(_trained(network), states, here).astype(np.float64)
    plane = plane_of(path)
    if plane is None:
        return None
    samples, side = _effort(network, len(x))
    places, position = plane.place(path), plane.place(here)
    xs, ys = _axes(np.vstack([places, position]), side)
    loss = _loss_of(network, x[:samples], t[:samples])
    grid = np.array([[loss(plane.at(a, b)) for a in xs] for b in ys])
    distance = float(np.linalg.norm(here - plane.at(*position)))
    return Landscape(
        iteration, iterations, places, xs, ys, grid, position, distance, plane.explained, loss(here), samples, plane
    )


def _trained(network: Network) -> NDArray[np.bool_]:
    """(parameters,) False for running statistics."""
    mask = np.zeros(network.parameters.size, np.bool_)
    for block in layout(network.experiment):
        mask[block.trained()] = True
    return mask


def _loss_of(network: Network, x: Array, t: Array) -> Callable[[Array], float]:
    """The mean loss as a function of the parameters (parameters,) of a network like this one."""
    other = Network(network.experiment, network.parameters.copy())
    space = Workspace(other, len(x))

    def loss(parameters: Array) -> float:
        other.parameters[:] = parameters
        with np.errstate(all="ignore"):
            return other.loss_value(other.forward(x, space, batch_statistics=True), t)

    return loss


def _effort(network: Network, available: int) -> tuple[int, int]:
    """Samples and points of a side of the grid that fit into SECONDS: fewer samples first, then a coarser grid."""
    each = 2 * network.parameters.size / FLOPS + OVERHEAD
    samples = int(np.clip(SECONDS / (SIDES[1] ** 2 * each), *SAMPLES))
    side = int(np.clip(np.sqrt(SECONDS / (samples * each)), *SIDES))
    return min(samples, available), side


def _axes(points: Array, side: int) -> tuple[Array, Array]:
    """Coordinates around all points, as far to both sides; no axis less than a fifth of the other."""
    low, high = points.min(axis=0), points.max(axis=0)
    size = np.maximum(high - low, max(0.2 * float((high - low).max()), FLAT))
    middle = (low + high) / 2
    first, last = middle - size * (0.5 + MARGIN), middle + size * (0.5 + MARGIN)
    return np.linspace(first[0], last[0], side), np.linspace(first[1], last[1], side)


def _unit(vector: Array) -> Array:
    return np.asarray(vector / np.linalg.norm(vector))


def _pointing(direction: Array) -> Array:
    """The sign of a principal component is free: its largest entry is positive, so that the picture does not flip."""
    return np.asarray(direction * np.sign(direction[np.abs(direction).argmax()]))
