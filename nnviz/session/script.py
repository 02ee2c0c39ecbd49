"""Script: one training iteration as a sequence of beats that can be played, stepped through and scrubbed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

GRAINS = ("layer", "term")
"""Finest step of the animation: a whole layer, or a single term of its sums."""

SECONDS = {
    "sum": 1.6, "bias": 0.4, "activate": 0.7, "loss": 1.4, "delta": 0.8, "pull": 1.6, "gradient": 1.0, "update": 1.8,
}  # fmt: skip
"""How long each phase plays at speed 1. The terms of a sum share TERMS_SECONDS."""
TERMS_SECONDS = 6.0
TERM_SECONDS = (0.03, 0.6)
"""Shortest and longest time of a single term."""
SILENT_SECONDS = 0.002
"""Time of a term that adds nothing, because the unit it starts from is 0: of an image most pixels are."""
Silent = Mapping[tuple[str, int], frozenset[int]]
"""Phase and layer of a beat → the terms that start from a unit that is 0."""
NONE: Silent = MappingProxyType({})


@dataclass(frozen=True)
class Beat:
    """One step of the animation.

    phase    "sum"      terms wᵢⱼ aᵢ travel to the units of weight layer `layer` and add up to z without its bias
             "bias"     b is added (only where terms are single; otherwise it arrives with the last term)
             "activate" z becomes a = f(z), with batch normalisation and skip connection where there are any
             "loss"     the output stands beside the target
             "pull"     terms wᵢⱼ δⱼ travel back from weight layer `layer` + 1 and add up to ∂L/∂a, with what comes
                        over a skip connection
             "delta"    ∂L/∂a becomes δ = ∂L/∂z
             "gradient" the edges of weight layer `layer` show ∂L/∂W
             "update"   every weight moves from its old to its new value
    layer    weight layer, 0 is the one after the input; of "loss" and "update" the last
    term     the one term that travels ("sum": unit of the layer before, "pull": unit of the layer after); None: all
    seconds  at speed 1
    """

    phase: str
    layer: int
    term: int | None
    seconds: float


def script_of(sizes: tuple[int, ...], grain: str, silent: Silent = NONE) -> tuple[Beat, ...]:
    """All beats of one iteration of a network with these `sizes` (input and output layer included)."""
    last = len(sizes) - 2
    beats = [beat for k in range(last + 1) for beat in _forward(k, sizes, grain, silent)]
    beats.append(_beat("loss", last))
    for k in range(last, -1, -1):
        beats += _backward(k, sizes, grain, silent)
    beats.append(_beat("update", last))
    return tuple(beats)


def _forward(k: int, sizes: tuple[int, ...], grain: str, silent: Silent) -> Iterator[Beat]:
    yield from _terms("sum", k, sizes[k], grain, silent)
    if grain == "term":
        yield _beat("bias", k)
    yield _beat("activate", k)


def _backward(k: int, sizes: tuple[int, ...], grain: str, silent: Silent) -> Iterator[Beat]:
    if k < len(sizes) - 2:
        yield from _terms("pull", k, sizes[k + 2], grain, silent)
    yield _beat("delta", k)
    yield _beat("gradient", k)


def _terms(phase: str, k: int, count: int, grain: str, silent: Silent) -> Iterator[Beat]:
    if grain == "layer":
        yield _beat(phase, k)
        return
    still = silent.get((phase, k), frozenset())
    seconds = min(max(TERMS_SECONDS / max(count - len(still), 1), TERM_SECONDS[0]), TERM_SECONDS[1])
    for term in range(count):
        yield Beat(phase, k, term, SILENT_SECONDS if term in still else seconds)


def _beat(phase: str, k: int) -> Beat:
    return Beat(phase, k, None, SECONDS[phase])
