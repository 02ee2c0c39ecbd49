"""Axis: one setting and the values it takes in a sweep, read from text such as learning_rate=0.001,0.01,0.1."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, get_type_hints

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import Refusal

Value = str | float | int | bool
FIXED = frozenset({"inputs", "outputs", "layers", "frozen", "off"})
"""Fields that follow from the data, or that are no single values."""
LAYER, EVERY = "layers", "*"
SWITCH = {"on": True, "off": False, "true": True, "false": False}


@dataclass(frozen=True)
class Axis:
    """`path` is a field of Experiment ("optimizer"), of one hidden layer counted from 0 or from the end
    ("layers.0.units", "layers.-1.units"), or of all ("layers.*.dropout"); `values` differ from each other."""

    path: str
    values: tuple[Value, ...]

    @property
    def field(self) -> str:
        """The field's own name, without the layer."""
        return self.path.rpartition(".")[2]

    def __post_init__(self) -> None:
        _kind(self.path)
        if not self.values or len(set(self.values)) < len(self.values):
            raise Refusal("sweep_values", field=self.path)

    def texts(self) -> tuple[str, ...]:
        """The values as they are typed."""
        return tuple(written(value) for value in self.values)


def read_axis(text: str) -> Axis:
    """The axis that NAME=V1,V2,… describes; the name of a layer's field alone means every hidden layer. Refusal
    sweep_form, unknown_field, bad_field, sweep_values."""
    name, equals, values = text.partition("=")
    if not (equals and name.strip()):
        raise Refusal("sweep_form", text=text)
    return typed_axis(name.strip(), values.split(","))


def typed_axis(name: str, texts: Iterable[str]) -> Axis:
    """The axis of a setting and its values as they are typed. Refusal as of `read_axis`."""
    path = name if "." in name or name not in get_type_hints(LayerSpec) else f"{LAYER}.{EVERY}.{name}"
    kind = _kind(path)
    return Axis(path, tuple(_read(path, kind, text.strip()) for text in texts if text.strip()))


def changes(experiment: Experiment, values: Mapping[str, Value]) -> dict[str, Any]:
    """The fields of an experiment that these values by path change, as `data.adjusting.adjusted` wants them.
    Refusal sweep_layer where there is no such hidden layer."""
    layers = [asdict(layer) for layer in experiment.layers]
    plain: dict[str, Any] = {path: value for path, value in values.items() if "." not in path}
    for path, value in values.items():
        if "." in path:
            _, place, field = path.split(".")
            for layer in _meant(layers, place, path):
                layer[field] = value
            plain[LAYER] = layers
    return plain


def written(value: Value) -> str:
    """A value as it is typed: on and off for truth, numbers as short as they are exact."""
    return ("on" if value else "off") if isinstance(value, bool) else f"{value:.12g}" if _real(value) else str(value)


def _real(value: Value) -> bool:
    return isinstance(value, float)


def _kind(path: str) -> type:
    """The type of the field a path names. Refusal unknown_field."""
    first, *rest = path.split(".")
    owner: type = Experiment
    if rest:
        owner = LayerSpec
        if first != LAYER or len(rest) != 2 or not (rest[0] == EVERY or _is_whole(rest[0])):
            raise Refusal("unknown_field", field=path)
    hints, field = get_type_hints(owner), path.rpartition(".")[2]
    if field not in hints or (not rest and field in FIXED):
        raise Refusal("unknown_field", field=path)
    kind: type = hints[field]
    return kind


def _is_whole(text: str) -> bool:
    return text.removeprefix("-").isdecimal()


def _meant(layers: list[dict[str, Any]], place: str, path: str) -> list[dict[str, Any]]:
    if place == EVERY and layers:
        return layers
    if place == EVERY or not -len(layers) <= int(place) < len(layers):
        raise Refusal("sweep_layer", field=path, count=len(layers))
    return [layers[int(place)]]


def _read(path: str, kind: type, text: str) -> Value:
    read: Callable[[str], Value] = SWITCH.__getitem__ if kind is bool else kind
    try:
        return read(text)
    except (ValueError, KeyError) as error:
        raise Refusal("bad_field", field=path, value=text) from error
