"""Texts of the passes: what happens in which layer, and a legend for each direction."""

from __future__ import annotations

from dataclasses import replace

from nnviz.notation import SUBSCRIPTS, Notation
from nnviz.session.moment import Moment
from nnviz.views.network.brush import Brush
from nnviz.views.network.edges import Edges
from nnviz.views.network.legend import Entry, Legend, bar_entry, pulse_entry, value_entry, weights_entry
from nnviz.views.network.passes.loss_marks import shows_target
from nnviz.views.network.passes.pulses import Route
from nnviz.views.network.passes.scales import PassesScales
from nnviz.views.network.ranges import ValueScale
from nnviz.views.network.scene import Scene
from nnviz.views.network.words import Caption, NetworkWords
from nnviz.widgets.numerals import short

FORWARD, BACKWARD, UPDATE = "forward", "backward", "update"
FORMULAS = {
    "sum": ("z{k} = {aW} + b{k}", "z{k}"),
    "bias": ("z{k} = {aW} + b{k}", "z{k}"),
    "activate": ("a{k} = f(z{k})", "a{k}"),
    "pull": ("∂L/∂a{k} = {δW}", "∂L/∂a{k}"),
    "delta": ("δ{k} = ∂L/∂z{k}", "δ{k}"),
    "gradient": ("∂L/∂W{k} = {aδ}", "∂L/∂W{k}"),
}  # fmt: skip
"""What is computed in each phase, in full and in brief; {a} is what enters weight layer k, {n} is k + 1; {aW}, {δW} and
{aδ} are products of it with W, of δ with Wᵀ of the layer behind, and of both."""
OUTPUT = ("y = f(z{k})", "y")
"""The same of "activate" in the output layer."""
SKIPPED = {"activate": "{formula} + {a}", "pull": "{formula} + ∂L/∂a{n}"}
"""What a skip connection adds: forward where the layer itself is residual, backward where the one behind it is."""


def direction(moment: Moment) -> str:
    """Which legend a moment has."""
    if moment.beat.phase == "update":
        return UPDATE
    return BACKWARD if moment.is_backward else FORWARD


def formulas(moment: Moment, notation: Notation) -> tuple[int, tuple[str, ...]]:
    """The layer in which something is computed, and what, the longest first; none in "loss" and "update"."""
    layer = moment.beat.layer + 1
    k, n = (str(index).translate(SUBSCRIPTS) for index in (layer, layer + 1))
    a = "a" + str(layer - 1).translate(SUBSCRIPTS) if layer > 1 else "x"
    last = layer == len(moment.step.experiment.sizes) - 1
    texts = OUTPUT if moment.beat.phase == "activate" and last else FORMULAS.get(moment.beat.phase, ())
    products = {
        "aW": notation.product(a, f"W{k}"),
        "δW": notation.product(f"δ{n}", f"W{n}ᵀ"),
        "aδ": notation.product(f"{a}ᵀ", f"δ{k}"),
    }
    found = tuple(text.format(k=k, n=n, a=a, **products) for text in texts)
    if found and _is_skipped(moment):
        found = (SKIPPED[moment.beat.phase].format(formula=found[0], n=n, a=a), *found[1:])
    if moment.beat.phase == "activate" and moment.step.forward.norms[moment.beat.layer]:
        found = (found[0].replace(f"z{k}", f"n{k}"), *found[1:])
    return layer, tuple(map(notation.formula, found))


def _is_skipped(moment: Moment) -> bool:
    """True where a skip connection adds something in this beat."""
    phase, specs = moment.beat.phase, moment.step.experiment.layers
    layer = {"activate": moment.beat.layer, "pull": moment.beat.layer + 1}.get(phase, len(specs))
    return layer < len(specs) and specs[layer].residual


def passes_captions(captions: list[Caption], moment: Moment, words: NetworkWords) -> list[Caption]:
    """The captions, of which that of the current layer says what is computed, and that of the outputs what the
    triangles are."""
    layer, texts = formulas(moment, words.notation)
    if shows_target(moment):
        captions = [*captions[:-1], replace(captions[-1], detail=words.target(), details=())]
    if not texts:
        return captions
    current = replace(captions[layer], detail=texts[0], details=texts[1:], current=True)
    return [*captions[:layer], current, *captions[layer + 1 :]]


def loss_texts(moment: Moment, words: NetworkWords) -> tuple[str, str]:
    """The name of the loss and its value."""
    step = moment.step
    return words.loss(step.experiment.loss), words.loss_value(short(step.loss), step.samples)


def passes_legend(
    moment: Moment, scene: Scene, scales: PassesScales, route: Route | None, edges: Edges, words: NetworkWords
) -> Legend:
    """What is in sight, the most important first; `route` is that of all terms of the layer where some are on their
    way."""
    kind = direction(moment)
    terms = (_terms(words.term() if kind == FORWARD else words.back_term(), route),) if route and route.largest else ()
    weight = weights_entry(words.weights_title(), words.limits(scales.weights, "W" in scales.beyond), len(edges))
    made = {FORWARD: _forward, BACKWARD: _backward, UPDATE: _update}[kind](scales, words, len(edges))
    # An edge shows its gradient from the beat "gradient" on; before, the units are what counts.
    own = made if moment.beat.phase == "gradient" else made[::-1]
    if moment.beat.phase == "pull":
        own = (replace(own[0], title=words.upstream_title()), *own[1:])
    last = () if kind == BACKWARD else (weight,)
    note = _note(moment, route, edges, words)
    return Legend((*terms, *own, *_value_entries(scene, scales, words), *last), note)


def fitted(legend: Legend, brush: Brush, width: float, height: float) -> Legend:
    """The legend without its last entries where it is higher than `height`: nothing moves when the passes begin."""
    while len(legend.entries) > 1 and legend.height(brush, width) > height + 0.5:
        legend = replace(legend, entries=legend.entries[:-1])
    return legend


def _terms(title: str, route: Route) -> Entry:
    return pulse_entry(title, route.largest)


def _forward(scales: PassesScales, words: NetworkWords, count: int) -> tuple[Entry, ...]:
    return (bar_entry(words.sum_title(), words.limits(scales.sums, False)),)


def _backward(scales: PassesScales, words: NetworkWords, count: int) -> tuple[Entry, ...]:
    gradient = weights_entry(words.gradient_title(), words.limits(scales.gradients, "dW" in scales.beyond), count)
    return gradient, bar_entry(words.delta_title(), words.limits(scales.deltas, False))


def _update(scales: PassesScales, words: NetworkWords, count: int) -> tuple[Entry, ...]:
    return (weights_entry(words.update_title(), words.limits(scales.updates, "update" in scales.beyond), count),)


def _note(moment: Moment, route: Route | None, edges: Edges, words: NetworkWords) -> str:
    """How much of what moves is drawn."""
    if moment.beat.phase == "update":
        return words.changes(len(edges), edges.total)
    if route is None or moment.beat.term is not None:
        return words.edges(len(edges), edges.total)
    return words.terms(len(route.chosen), route.total)


def _value_entries(scene: Scene, scales: PassesScales, words: NetworkWords) -> list[Entry]:
    titles: dict[ValueScale, list[str]] = {}
    names = [words.input_title(scene.layout.image is not None), *words.functions(scene.experiment)]
    for scale, name in zip(scales.values, names, strict=True):
        titles.setdefault(scale, []).append(name)
    return [value_entry(", ".join(dict.fromkeys(names)), scale) for scale, names in titles.items()]
