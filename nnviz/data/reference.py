"""Reference digits: what a network that reads digits is tested on, and rehearses, while it learns another hand.

MNIST where it is on this machine; else scikit-learn's digits, enlarged and prepared as a drawing is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from nnviz.data import catalogue
from nnviz.data.dataset import DataSet
from nnviz.data.handwriting import HIGHEST
from nnviz.data.handwriting import SHAPE as SMALL
from nnviz.data.mnist import mnist_is_here
from nnviz.data.preparation import SIDE, prepare
from nnviz.data.strokes import INK
from nnviz.engine.experiment import Experiment

BUILT_IN = "handwriting"


@dataclass(frozen=True, eq=False)
class Reference:
    """Digits 0–9 as raw inputs of a network.

    name      "mnist" or "handwriting", as in the catalogue
    enlarged  True where images of 8×8 pixels were prepared to 28×28
    train_x, test_x  (m, inputs) raw grey values;  train_y, test_y  (m,) digits
    """

    name: str
    enlarged: bool
    train_x: NDArray[Any]
    train_y: NDArray[np.intp]
    test_x: NDArray[Any]
    test_y: NDArray[np.intp]


def reference_for(experiment: Experiment, loaded: DataSet | None = None) -> Reference:
    """The digits a network is measured on. Those it has been trained on are used as they were split: `loaded`."""
    name = "mnist" if experiment.inputs == SIDE * SIDE and mnist_is_here() else BUILT_IN
    if loaded is not None and loaded.name == name and loaded.inputs == experiment.inputs:
        data = loaded
    elif name == experiment.data:
        data = catalogue.load(experiment)
    else:
        data = catalogue.load(replace(Experiment(), **catalogue.defaults(name)))
    enlarged = data.inputs != experiment.inputs
    train_x, test_x = (enlarged_digits(x) if enlarged else x for x in (data.train_x, data.test_x))
    return Reference(name, enlarged, train_x, data.train_y, test_x, data.test_y)


def enlarged_digits(images: NDArray[Any]) -> NDArray[np.uint8]:
    """(m, 64) grey values 0…16 → (m, 784), 0…255, each smoothly enlarged and prepared as a drawing is."""
    grey = np.rint(images * (255 / HIGHEST)).astype(np.uint8).reshape(-1, *SMALL)
    return np.stack([_prepared(image) for image in grey])


def _prepared(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    # A rim of paper, or ink that touches the border would be cut off straight.
    padded = np.pad(image, 1)
    large = Image.fromarray(padded).resize((INK // 4, INK // 4), Image.Resampling.BICUBIC)
    return np.rint(prepare(np.asarray(large)).pixels).astype(np.uint8).ravel()
