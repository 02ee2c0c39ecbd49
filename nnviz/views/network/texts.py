"""Texts: what the outputs are called, and the legend of what the scene shows."""

from __future__ import annotations

import numpy as np

from nnviz.engine.experiment import Experiment
from nnviz.views.network.edges import Edges
from nnviz.views.network.legend import Entry, Legend, bias_entry, value_entry, weight_entry, weights_entry
from nnviz.views.network.ranges import ValueScale
from nnviz.views.network.scene import Scene
from nnviz.views.network.words import NetworkWords, input_name


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


def legend_of(scene: Scene, edges: Edges, words: NetworkWords, compact: bool) -> Legend:
    """Weights, biases, then one bar for each scale in use, titled by the layers that have it."""
    entries = [_weight_entry(edges, words), bias_entry(words.bias_title())]
    note = f"{words.edges(len(edges), edges.total)}  ·  {words.parameters(scene.experiment)}"
    return Legend((*entries, *_value_entries(scene, words)), note, compact)


def _weight_entry(edges: Edges, words: NetworkWords) -> Entry:
    """One scale where all matrices share a limit, else the limit of each."""
    limit = np.asarray(edges.limits)
    beyond = bool((np.abs(edges.weight) > limit[edges.layer] * (1 + 1e-6)).any())
    if len(set(edges.limits)) == 1:
        return weight_entry(words.weight_title(), edges.limits[0], beyond, len(edges))
    return weights_entry(words.weights_title(), words.limits(edges.limits, beyond), len(edges))


def _value_entries(scene: Scene, words: NetworkWords) -> list[Entry]:
    titles: dict[ValueScale, list[str]] = {}
    names = [words.input_title(scene.layout.image is not None), *words.functions(scene.experiment)]
    for scale, name in zip(scene.scales, names, strict=True):
        known = titles.setdefault(scale, [])
        if name not in known:
            known.append(name)
    return [value_entry(", ".join(names), scale) for scale, names in titles.items()]
