"""What people call the engine's keys: one table of names for each field with choices."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication

from nnviz.data.shelf import Shelf
from nnviz.errors import words
from nnviz.sentences.marking import QT_TRANSLATE_NOOP

DATA = {
    "xor": QT_TRANSLATE_NOOP("ControlsPane", "XOR"),
    "circle": QT_TRANSLATE_NOOP("ControlsPane", "circle in a ring"),
    "gaussians": QT_TRANSLATE_NOOP("ControlsPane", "two Gaussians"),
    "spiral": QT_TRANSLATE_NOOP("ControlsPane", "two spirals"),
    "moons": QT_TRANSLATE_NOOP("ControlsPane", "two moons"),
    "checkerboard": QT_TRANSLATE_NOOP("ControlsPane", "checkerboard"),
    "three_classes": QT_TRANSLATE_NOOP("ControlsPane", "three classes"),
    "plane": QT_TRANSLATE_NOOP("ControlsPane", "plane (regression)"),
    "wave": QT_TRANSLATE_NOOP("ControlsPane", "wave (regression)"),
    "handwriting": QT_TRANSLATE_NOOP("ControlsPane", "handwriting, 8 × 8"),
    "mnist": QT_TRANSLATE_NOOP("ControlsPane", "MNIST, 28 × 28"),
}
PAINTED_NAME = QT_TRANSLATE_NOOP("ControlsPane", "painted points")
PASTED_NAME = QT_TRANSLATE_NOOP("ControlsPane", "pasted table")
ACTIVATION = {
    "identity": QT_TRANSLATE_NOOP("ControlsPane", "identity"),
    "step": QT_TRANSLATE_NOOP("ControlsPane", "step"),
    "sign": QT_TRANSLATE_NOOP("ControlsPane", "sign"),
    "sigmoid": QT_TRANSLATE_NOOP("ControlsPane", "sigmoid"),
    "tanh": QT_TRANSLATE_NOOP("ControlsPane", "tanh"),
    "relu": QT_TRANSLATE_NOOP("ControlsPane", "ReLU"),
    "leaky_relu": QT_TRANSLATE_NOOP("ControlsPane", "leaky ReLU"),
    "prelu": QT_TRANSLATE_NOOP("ControlsPane", "PReLU"),
    "elu": QT_TRANSLATE_NOOP("ControlsPane", "ELU"),
    "thresholded_relu": QT_TRANSLATE_NOOP("ControlsPane", "thresholded ReLU"),
    "softplus": QT_TRANSLATE_NOOP("ControlsPane", "softplus"),
    "swish": QT_TRANSLATE_NOOP("ControlsPane", "swish"),
    "maxout": QT_TRANSLATE_NOOP("ControlsPane", "maxout"),
    "softmax": QT_TRANSLATE_NOOP("ControlsPane", "softmax"),
}
OUTPUT = {key: ACTIVATION[key] for key in ("identity", "sigmoid", "softmax")}
LOSS = {
    "mse": QT_TRANSLATE_NOOP("ControlsPane", "mean squared error"),
    "binary_cross_entropy": QT_TRANSLATE_NOOP("ControlsPane", "binary cross-entropy"),
    "cross_entropy": QT_TRANSLATE_NOOP("ControlsPane", "cross-entropy"),
}
OPTIMIZER = {
    "sgd": QT_TRANSLATE_NOOP("ControlsPane", "SGD"),
    "momentum": QT_TRANSLATE_NOOP("ControlsPane", "momentum"),
    "nesterov": QT_TRANSLATE_NOOP("ControlsPane", "Nesterov"),
    "adagrad": QT_TRANSLATE_NOOP("ControlsPane", "AdaGrad"),
    "rmsprop": QT_TRANSLATE_NOOP("ControlsPane", "RMSProp"),
    "adam": QT_TRANSLATE_NOOP("ControlsPane", "Adam"),
}
SCHEDULE = {
    "constant": QT_TRANSLATE_NOOP("ControlsPane", "constant"),
    "step": QT_TRANSLATE_NOOP("ControlsPane", "steps"),
    "exponential": QT_TRANSLATE_NOOP("ControlsPane", "exponential"),
    "inverse_time": QT_TRANSLATE_NOOP("ControlsPane", "inverse time"),
    "cosine": QT_TRANSLATE_NOOP("ControlsPane", "cosine"),
}
INITIALIZER = {
    "zeros": QT_TRANSLATE_NOOP("ControlsPane", "zeros"),
    "normal_0.01": QT_TRANSLATE_NOOP("ControlsPane", "normal, σ = 0.01"),
    "normal_1": QT_TRANSLATE_NOOP("ControlsPane", "normal, σ = 1"),
    "glorot": QT_TRANSLATE_NOOP("ControlsPane", "Glorot (Xavier)"),
    "he": QT_TRANSLATE_NOOP("ControlsPane", "He"),
}
SCALING = {
    "none": QT_TRANSLATE_NOOP("ControlsPane", "none"),
    "unit": QT_TRANSLATE_NOOP("ControlsPane", "0 to 1"),
    "standard": QT_TRANSLATE_NOOP("ControlsPane", "standardised"),
    "whiten": QT_TRANSLATE_NOOP("ControlsPane", "whitened"),
}
PRECISION = {
    "float32": QT_TRANSLATE_NOOP("ControlsPane", "float32"),
    "float64": QT_TRANSLATE_NOOP("ControlsPane", "float64"),
}
LAYER = {
    "input": QT_TRANSLATE_NOOP("ControlsPane", "input"),
    "hidden": QT_TRANSLATE_NOOP("ControlsPane", "hidden {number}"),
    "output": QT_TRANSLATE_NOOP("ControlsPane", "output"),
}
NAMES: Mapping[str, Mapping[str, str]] = {
    "data": DATA,
    "activation": ACTIVATION,
    "output": OUTPUT,
    "loss": LOSS,
    "optimizer": OPTIMIZER,
    "schedule": SCHEDULE,
    "initializer": INITIALIZER,
    "scaling": SCALING,
    "precision": PRECISION,
}


def in_words(source: str) -> str:
    """A text of the controls' tables in the language of the program."""
    return QCoreApplication.translate("ControlsPane", source) if source else ""


def name_of(field: str, key: str) -> str:
    """What people call a choice; a key without a name speaks for itself."""
    return in_words(NAMES[field].get(key, key))


def data_name(key: str, shelf: Shelf) -> str:
    """What people call the user's own data; nothing for built-in data and for whatever is no data."""
    data = shelf.owned(key)
    if data is None:
        return ""
    return in_words(PAINTED_NAME) if data.is_painted else data.name or in_words(PASTED_NAME)


def layer_name(layer: int, last: int) -> str:
    """What people call a layer of units, 0 being the input and `last` the output."""
    place = "input" if layer == 0 else "output" if layer == last else "hidden"
    return in_words(LAYER[place]).format(number=layer)


def error_in_words(error: BaseException) -> str:
    """The sentence for an exception in the language of the program."""
    return words(error, partial(QCoreApplication.translate, "errors"))


def value_name(field: str, value: str | float) -> str:
    """What people call a value of a field: the name of a choice, or a number exact to 12 digits."""
    if isinstance(value, str):
        return name_of(field, value)
    return str(value) if isinstance(value, int) else f"{value:.12g}"
