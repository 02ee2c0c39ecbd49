"""Plan: the empty stage for a network in a pane of some size: scene, places of labels and scale of the inputs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize

from nnviz.engine.experiment import Experiment
from nnviz.views.network.backdrop import MARGIN, head_box
from nnviz.views.network.brush import Brush
from nnviz.views.network.labels import SPACE, LabelRoom, Labels, label_room
from nnviz.views.network.layout import Frame, Layout, arrange
from nnviz.views.network.planes import GRID
from nnviz.views.network.ranges import ValueScale, input_scale, is_share, limit_above
from nnviz.views.network.scene import Scene
from nnviz.views.network.texts import output_names
from nnviz.views.network.words import NetworkWords, input_name

if TYPE_CHECKING:
    from nnviz.session.session import Session

IMAGES = {784: (28, 28), 64: (8, 8)}
"""What so many inputs are, as long as no data says it."""
SAMPLE = 256
"""Samples of the data that the scale of the inputs is fitted to."""
TINY = 1e-8
ABOVE = 10.0
"""Pixels between captions, units and legend."""
WRITTEN = 0.25
"""Labels take at most this share of the width on either side."""


@dataclass(frozen=True, eq=False)
class Plan:
    """An arranged scene; `labels` of the outputs and, where the input is no image, of the inputs."""

    scene: Scene
    labels: tuple[Labels, ...]


def plan_of(
    session: Session, size: QSize, foot: float, brush: Brush, words: NetworkWords, *, pictures: bool = True
) -> Plan:
    """The plan of the session's newest network in a pane of `size`, of which the legend takes `foot` pixels; pictures:
    units show what they answer over a plane of inputs, where there is room."""
    experiment = session.snapshot.experiment
    image = image_of(session)
    names = output_names(experiment, session.data.classes if session.data else (), words)
    inputs = () if image else input_names(session)
    left, right = _rooms(inputs, names, is_share(experiment.output), size, brush)
    plane = pictures and experiment.inputs == 2 and image is None
    layout = arrange(experiment.sizes, _frame(size, foot, left, right, brush), image, plane)
    scene = Scene(layout, experiment, brush.palette)
    scene.input_range = _input_range(session, image is not None)
    return Plan(scene, _labels(layout, inputs, names, left, right))


def image_of(session: Session) -> tuple[int, int] | None:
    """(rows, columns) of the input image, None where the input is none."""
    inputs = session.snapshot.experiment.inputs
    image = session.data.image if session.data else IMAGES.get(inputs)
    return image if image and image[0] * image[1] == inputs else None


def shape_of(experiment: Experiment) -> tuple[object, ...]:
    """What layout and scales depend on: as long as it stays the same, the scene stays."""
    layers = tuple((one.activation, one.pieces, one.batch_norm, one.residual) for one in experiment.layers)
    return experiment.sizes, layers, experiment.output, experiment.data, experiment.scaling


def input_names(session: Session) -> tuple[str, ...]:
    """What the inputs are called: as the columns of a table, else x₁, x₂, …"""
    data, inputs = session.data, session.snapshot.experiment.inputs
    if data is not None and len(data.features) == inputs:
        return data.features
    return tuple(map(input_name, range(inputs)))


def _rooms(
    inputs: tuple[str, ...], outputs: tuple[str, ...], share: bool, size: QSize, brush: Brush
) -> tuple[LabelRoom | None, LabelRoom]:
    """Room for labels on the left, none beside an image, and on the right."""
    most = size.width() * WRITTEN
    left = label_room(inputs, False, most, brush) if inputs else None
    return left, label_room(outputs, share, most, brush)


def _frame(size: QSize, foot: float, left: LabelRoom | None, right: LabelRoom, brush: Brush) -> Frame:
    top = head_box(brush, size.width()).bottom() + ABOVE
    bottom = size.height() - foot - MARGIN - ABOVE
    start = MARGIN + (left.width + SPACE if left else 0.0)
    return Frame(start, top, size.width() - MARGIN - SPACE - right.width, bottom)


def _labels(
    layout: Layout, inputs: tuple[str, ...], names: tuple[str, ...], left: LabelRoom | None, right: LabelRoom
) -> tuple[Labels, ...]:
    first, last = layout.columns[0], layout.columns[-1]
    outputs = Labels(last, tuple(names[unit] for unit in last.shown), right, left=False)
    if left is None:
        return (outputs,)
    return outputs, Labels(first, tuple(inputs[unit] for unit in first.shown.tolist()), left, left=True)


def _input_range(session: Session, image: bool) -> ValueScale:
    """The scale of the scaled inputs: 0…limit in ink for images without negative values, else ± limit."""
    data, inputs = session.data, session.snapshot.experiment.inputs
    if data is not None and data.inputs == inputs:
        raw = data.train_x[:SAMPLE]
    elif inputs == 2:
        raw = session.bounds.points(GRID)
    else:
        return input_scale(1.0, ink=image)
    x = session.scaling.apply(raw)
    most = float(np.abs(x).max())
    if image and x.min() >= 0:
        return input_scale(max(most, TINY), ink=True)
    return input_scale(limit_above(most))
