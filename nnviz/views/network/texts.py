"""Texts: labels beside units and the legend, from what the scene shows."""

from __future__ import annotations

import numpy as np

from nnviz.engine.experiment import Experiment
from nnviz.engine.trace import Prediction
from nnviz.views.network.edges import Edges
from nnviz.views.network.legend import Entry, Legend, bias_entry, value_entry, weight_entry
from nnviz.views.network.nodes import Label
from nnviz.views.network.ranges import ValueScale, is_share
from nnviz.views.network.scene import Scene
from nnviz.views.network.words import NetworkWords, input_name, number


def input_labels(scene: Scene) -> list[Label]:
    """Labels of the shown inputs, none where the input is an image."""
    if scene.layout.image:
        return []
    values = scene.values_of(0)
    return [Label(input_name(unit), short(values[unit], False), left=True) for unit in scene.layout.columns[0].shown]


def output_names(experiment: Experiment, classes: tuple[str, ...], words: NetworkWords) -> tuple[str, ...]:
    """What the outputs are called: classes, "0" … "9" for ten outputs without classes, P(…) of two classes, or y."""
    count = experiment.outputs
    if len(classes) == count and count > 1:
        return classes
    if count == 1:
        return (words.probability(classes[1]) if len(classes) == 2 else "y",)
    if count == 10 and experiment.output != "identity":
        return tuple(str(digit) for digit in range(10))
    return tuple("y" + input_name(unit)[1:] for unit in range(count))


def output_labels(scene: Scene, prediction: Prediction | None, names: tuple[str, ...]) -> list[Label]:
    """Labels of the shown outputs: name, value, and which one is the answer."""
    values, column = scene.values_of(len(scene.layout.columns) - 1), scene.layout.columns[-1]
    share = is_share(scene.experiment.output)
    known = bool(np.isfinite(values).all()) and len(values) > 1
    answer = prediction.answer if prediction is not None and known else None
    return [Label(names[unit], short(values[unit], share), unit == answer) for unit in map(int, column.shown)]


def short(value: float, share: bool) -> str:
    """A number beside a unit: two decimals of a share, else three significant digits; nothing before the first pass."""
    if np.isnan(value):
        return ""
    return f"{value:.2f}" if share else number(float(value), 3)


def widest(names: tuple[str, ...], share: bool) -> list[Label]:
    """Labels of these names with the widest number in each: room is kept for it, so that nothing moves."""
    return [Label(name, "0.00" if share else "−0.000") for name in names]


def legend_of(scene: Scene, edges: Edges, words: NetworkWords, compact: bool) -> Legend:
    """Weights, biases, then one bar for each scale in use, titled by the layers that have it."""
    beyond = bool(len(edges)) and bool(np.abs(edges.weight).max() > edges.limit * (1 + 1e-6))
    entries = [weight_entry(words.weight_title(), edges.limit, beyond, len(edges)), bias_entry(words.bias_title())]
    note = f"{words.edges(len(edges), edges.total)}  ·  {words.parameters(scene.experiment)}"
    return Legend((*entries, *_value_entries(scene, words)), note, compact)


def _value_entries(scene: Scene, words: NetworkWords) -> list[Entry]:
    titles: dict[ValueScale, list[str]] = {}
    names = [words.input_title(scene.layout.image is not None), *map(words.activation, scene.activations)]
    for scale, name in zip(scene.scales, names, strict=True):
        known = titles.setdefault(scale, [])
        if name not in known:
            known.append(name)
    return [value_entry(", ".join(names), scale) for scale, names in titles.items()]
