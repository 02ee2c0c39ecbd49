"""The samples of the plane: which points are drawn, in which colours, and what the axes are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.dataset import DataSet
from nnviz.theme.palettes import Palette
from nnviz.views.plots.marks import MOST, Points
from nnviz.views.plots.plane import Head, raw_point
from nnviz.views.plots.shades import point_colors
from nnviz.widgets.ticks import round_up

if TYPE_CHECKING:
    from nnviz.session.session import Session

AXES = ("x₁", "x₂")
TINY = 1e-6
"""Least end of a scale of heights."""


def samples_of(session: Session) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]] | None:
    """train_x, train_y, test_x, test_y of the plane's points, the newest painted ones last; while they are not loaded
    (or too few for that) all as training points. None where the data is no plane."""
    data, painted = session.data, session.stock.painted
    if data is not None and data.inputs == 2:
        return data.train_x, data.train_y, data.test_x, data.test_y
    if data is None and painted is not None:
        return painted.x, painted.y, painted.x[:0], painted.y[:0]
    return None


def points_of(session: Session, head: Head, limit: float, palette: Palette) -> tuple[Points, Points]:
    """Training and test points, at most MOST of each; of painted ones the newest."""
    found = samples_of(session)
    if found is None:
        return no_points(), no_points()
    last = slice(-MOST, None) if session.stock.painted else slice(MOST)
    train_x, train_y, test_x, test_y = (array[last] for array in found)
    train = Points(train_x, point_colors(train_y, head, limit, palette))
    return train, Points(test_x, point_colors(test_y, head, limit, palette), rings=True)


def no_points() -> Points:
    """Nothing to draw."""
    return Points(np.empty((0, 2)), np.empty((0, 3), np.uint8))


def highest(data: DataSet) -> float:
    """The end of the scale of heights: the largest target, so that the scale is still while the network learns."""
    return round_up(max(float(np.abs(data.train_y).max()), TINY))


def shown_point(session: Session) -> tuple[float, float] | None:
    """The raw point whose pass the session shows: of a mini-batch that is played, its sample."""
    passes, prediction = session.passes, session.prediction
    if passes.state.subject == "batch" and passes.step and passes.step.experiment.inputs == 2:
        k = passes.state.sample
        return raw_point(session.scaling, passes.step.forward.x[k : k + 1])
    if prediction is None or prediction.trace.x.shape[1] != 2:
        return None
    return raw_point(session.scaling, prediction.trace.x)


def axes_of(session: Session) -> tuple[str, str]:
    """What the inputs are called: as the columns of a table, else x₁ and x₂."""
    data = session.data
    return (data.features[0], data.features[1]) if data and len(data.features) == 2 else AXES
