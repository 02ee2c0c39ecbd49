"""Moment: what is to be seen at one point of an animated iteration. Every value is an element of its StepTrace."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nnviz.engine.account import backward_terms, effective, partial_sums, partial_upstream, unit_delta
from nnviz.engine.trace import Array, StepTrace
from nnviz.session.script import Beat

TRAVEL = 0.5
"""Where all terms of a sum travel, each takes this share of the beat; the first starts at once, the last arrives at
the end, and the sum shows the terms that have arrived."""
STILL = {"sum": 0.5, "pull": 0.5}
"""How much of a beat is done in the one picture that stands for it: half where terms are on their way, else all."""
BACKWARD = frozenset({"pull", "delta", "gradient"})


@dataclass(frozen=True, eq=False)
class LayerValues:
    """What the units of one layer show.

    kind    "none" (not reached yet), "x", "z" (partial while terms arrive), "a", "upstream" (∂L/∂a, partial; with what
            comes over a skip connection), "delta"
    values  (units,)
    before  (units,) what they showed before, where they change in this beat (`share` of the way is done), else None
    """

    kind: str
    values: Array
    before: Array | None = None
    share: float = 1.0


@dataclass(frozen=True, eq=False)
class Pulses:
    """Terms on their way along the edges of one weight layer.

    layer     weight layer;  forward: from the left to the right
    terms     (n,) the units they start from
    progress  (n,) 0…1 of the way, of each term
    values    (in, units) wᵢⱼ aᵢ (forward) or wᵢⱼ δⱼ (backward) of every edge of the layer
    """

    layer: int
    forward: bool
    terms: np.ndarray[tuple[int], np.dtype[np.intp]]
    progress: Array
    values: Array


@dataclass(frozen=True, eq=False)
class Moment:
    """Beat `index` of the script of `step`, of which `share` (0…1) is done; values are those of one `sample`."""

    step: StepTrace
    sample: int
    beat: Beat
    index: int
    share: float

    @property
    def position(self) -> float:
        """Beats played so far, fractions included."""
        return self.index + self.share

    @property
    def still(self) -> Moment:
        """The picture that stands for the whole beat where motion is reduced."""
        return replace(self, share=STILL.get(self.beat.phase, 1.0))

    @property
    def is_backward(self) -> bool:
        """True while δ flows."""
        return self.beat.phase in BACKWARD

    def layer_values(self, layer: int) -> LayerValues:
        """What layer 0 (the input) … L shows."""
        if layer == 0:
            return LayerValues("x", self.step.forward.x[self.sample])
        with quiet():
            return self._back(layer - 1) if self.is_backward else self._forth(layer - 1)

    def terms_added(self) -> int:
        """Terms of the current "sum" or "pull" that have arrived."""
        beat, count = self.beat, self._term_count()
        if beat.term is not None:
            return beat.term + (self.share >= 1)
        return int(np.count_nonzero(_progress(count, self.share) >= 1))

    def pulses(self) -> Pulses | None:
        """The terms that are on their way."""
        beat = self.beat
        if beat.phase not in ("sum", "pull"):
            return None
        count, forward = self._term_count(), beat.phase == "sum"
        terms = np.arange(count) if beat.term is None else np.array([beat.term])
        progress = _progress(count, self.share) if beat.term is None else np.array([self.share])
        moving = (progress > 0) & (progress < 1)
        k = beat.layer if forward else beat.layer + 1
        return Pulses(k, forward, terms[moving], progress[moving], self._term_values(k, forward))

    def shows_gradient(self, k: int) -> bool:
        """True where the edges of weight layer k show ∂L/∂W."""
        beat = self.beat
        return self.is_backward and (beat.layer < k or (beat.layer == k and beat.phase == "gradient"))

    def weights(self, k: int) -> Array:
        """(in, units) W of weight layer k now: on the way from the old to the new value during the update."""
        old = self.step.network.layers[k].W
        if self.beat.phase != "update" or self.share == 0:
            return old
        new = self.step.network_after.layers[k].W
        if self.share >= 1:
            return new
        with quiet():
            return np.asarray(old + (new - old) * old.dtype.type(self.share))

    def biases(self, k: int) -> Array:
        """(units,) b of weight layer k now."""
        old, new = self.step.network.layers[k].b, self.step.network_after.layers[k].b
        return new if self.beat.phase == "update" and self.share >= 1 else old

    def _term_count(self) -> int:
        sizes = self.step.experiment.sizes
        return sizes[self.beat.layer] if self.beat.phase in ("sum", "bias") else sizes[self.beat.layer + 2]

    def _term_values(self, k: int, forward: bool) -> Array:
        with quiet():
            if forward:
                W, _, _ = effective(self.step, k, self.sample)
                return np.asarray(W * self.step.forward.input_of(k)[self.sample][:, None])
            return backward_terms(self.step, k, self.sample)

    def _forth(self, k: int) -> LayerValues:
        beat = self.beat
        a = self.step.forward.a[k][self.sample]
        if beat.phase in ("loss", "update") or k < beat.layer:
            return LayerValues("a", a)
        if k > beat.layer:
            return LayerValues("none", np.full(len(a), np.nan))
        z = effective(self.step, k, self.sample)[2]
        if beat.phase == "activate":
            return LayerValues("a", a, z, self.share)
        partial = partial_sums(self.step, k, self._term_count(), self.sample)
        if beat.phase == "bias":
            return LayerValues("z", z, partial, self.share)
        return LayerValues("z", partial_sums(self.step, k, self.terms_added(), self.sample))

    def _back(self, k: int) -> LayerValues:
        beat = self.beat
        if k < beat.layer:
            return LayerValues("a", self.step.forward.a[k][self.sample])
        if k > beat.layer or beat.phase == "gradient":
            return LayerValues("delta", self._delta(k))
        last = k == len(self.step.forward.a) - 1
        count = 0 if last else self.step.experiment.sizes[k + 2]
        if beat.phase == "pull":
            return LayerValues("upstream", partial_upstream(self.step, k, self.terms_added(), self.sample))
        before = self.step.forward.a[k][self.sample] if last else partial_upstream(self.step, k, count, self.sample)
        return LayerValues("delta", self._delta(k), before, self.share)

    def _delta(self, k: int) -> Array:
        return unit_delta(self.step, k, self.sample)


def quiet() -> np.errstate:
    """Terms of a network that overflows are infinite or undefined; that is no reason to warn at every frame."""
    return np.errstate(all="ignore")


def _progress(count: int, share: float) -> Array:
    """(count,) how far each of the terms is when they start one after the other."""
    start = (1 - TRAVEL) * np.arange(count) / max(count - 1, 1)
    return np.asarray(np.clip((share - start) / TRAVEL, 0, 1))
