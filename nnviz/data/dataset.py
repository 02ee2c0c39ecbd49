"""DataSet: raw samples, split into training and test set, before any scaling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.distortion import TrainingDistortion
from nnviz.engine.experiment import Experiment
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array
from nnviz.engine.training import Samples


@dataclass(frozen=True)
class DataSet:
    """Raw samples of one source.

    train_x, test_x  (m, inputs) raw inputs: coordinates, or grey values 0…255 (MNIST) or 0…16 (handwriting)
    train_y, test_y  (m,) class indices, or (m, outputs) targets of a regression
    classes          names of the classes in index order, empty for a regression
    image            (height, width) where a row of x is an image, else None
    features         names of the inputs, where they have names
    target           name of what is to be predicted, where it has a name
    """

    name: str
    train_x: NDArray[Any]
    train_y: NDArray[Any]
    test_x: NDArray[Any]
    test_y: NDArray[Any]
    classes: tuple[str, ...] = ()
    image: tuple[int, int] | None = None
    features: tuple[str, ...] = ()
    target: str = ""

    @property
    def inputs(self) -> int:
        """Number of features of a sample."""
        return int(self.train_x.shape[1])

    @property
    def is_classification(self) -> bool:
        """True where samples have classes, False for a regression."""
        return bool(self.classes)

    def samples(self, experiment: Experiment, scaling: Scaling) -> Samples:
        """What a Trainer wants: scaled inputs and encoded targets in the experiment's precision."""
        dtype = experiment.precision
        distort = TrainingDistortion(self.train_x, self.image, scaling, dtype) if self.image else None
        return Samples(
            train_x=scaling.apply(self.train_x, dtype),
            train_t=encode_targets(self.train_y, experiment.outputs, dtype),
            test_x=scaling.apply(self.test_x, dtype),
            test_t=encode_targets(self.test_y, experiment.outputs, dtype),
            classification=self.is_classification,
            distort=distort,
        )


def encode_targets(y: NDArray[Any], outputs: int, dtype: str = "float32") -> Array:
    """(m,) class indices → (m, outputs) one-hot rows, or one column 0/1 for one output; regression targets stay."""
    if y.ndim == 2 or outputs == 1:
        return y.reshape(len(y), -1).astype(dtype)
    return np.eye(outputs, dtype=dtype)[y.astype(np.intp)]
