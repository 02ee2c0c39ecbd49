"""Network: dense layers as views into one flat parameter vector; forward and backward pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from nnviz.engine.activations import ACTIVATIONS, Activation
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.initializers import INITIALIZERS
from nnviz.engine.layout import Indices, layout
from nnviz.engine.losses import LOSSES, logit_gradient
from nnviz.engine.normalization import advance, normalise, pull
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array, BackwardTrace, BatchStatistics, ForwardTrace

NO_UNITS: Indices = np.empty(0, np.intp)


class Parts(NamedTuple):
    """One weight layer's views into a flat vector: W (in, width), b (width,), of batch normalisation γ, β, running mean
    and running variance (width,) each or empty, extra (n,)."""

    W: Array
    b: Array
    gamma: Array
    beta: Array
    mean: Array
    variance: Array
    extra: Array


@dataclass(frozen=True)
class Layer:
    """One dense layer, its parts being views into the network's parameters."""

    spec: LayerSpec
    activation: Activation
    W: Array
    b: Array
    gamma: Array
    beta: Array
    mean: Array
    variance: Array
    extra: Array


class Workspace:
    """Preallocated arrays of a forward and a backward pass of m samples, reused at every iteration.

    x is room for the inputs of a mini-batch; a pass may also read its inputs from elsewhere. What a layer does not need
    it shares or has not: n is z, dn is delta, normalised, skip and value (f(n), computed again) are empty.
    """

    def __init__(self, network: Network, m: int) -> None:
        dtype, layers = network.parameters.dtype, network.layers
        self.x = np.empty((m, network.experiment.inputs), dtype)
        self.z = tuple(np.empty((m, layer.b.size), dtype) for layer in layers)
        self.n = tuple(np.empty_like(z) if layer.gamma.size else z for layer, z in zip(layers, self.z, strict=True))
        self.a = tuple(np.empty((m, layer.spec.units), dtype) for layer in layers)
        self.delta = tuple(np.empty_like(z) for z in self.z)
        self.dn = tuple(
            np.empty_like(delta) if layer.gamma.size else delta for layer, delta in zip(layers, self.delta, strict=True)
        )
        self.upstream = tuple(np.empty_like(a) for a in self.a)
        self.mean, self.variance = (tuple(np.empty_like(layer.gamma) for layer in layers) for _ in range(2))
        self.normalised = tuple(np.empty((m, layer.gamma.size), dtype) for layer in layers)
        residual = tuple(layer.spec.units * layer.spec.residual for layer in layers)
        dropping = tuple(layer.spec.units * (layer.spec.dropout > 0) for layer in layers)
        self.value = tuple(np.empty((m, max(pair)), dtype) for pair in zip(residual, dropping, strict=True))
        self.skip = tuple(np.empty((m, units), dtype) for units in residual)
        self.gradient = np.zeros_like(network.parameters)
        self.parts = tuple(network.split(self.gradient))

    def statistics(self, k: int, layer: Layer, from_batch: bool) -> BatchStatistics:
        """Room for what normalisation does in weight layer k; running averages are copied, they move on."""
        if not from_batch:
            np.copyto(self.mean[k], layer.mean)
            # On a line through several states of a run a variance may lie below 0.
            np.maximum(layer.variance, 0, out=self.variance[k])
        return BatchStatistics(self.mean[k], self.variance[k], self.normalised[k], from_batch)


class Network:
    """Layers of an experiment over one flat parameter vector (see `layout`: W, b, … of layer 1, then of layer 2, …)."""

    def __init__(self, experiment: Experiment, parameters: Array) -> None:
        self.experiment = experiment
        self.loss = LOSSES[experiment.loss]()
        self._specs = (*experiment.layers, LayerSpec(experiment.outputs, experiment.output))
        self._activations = tuple(ACTIVATIONS[spec.activation](spec) for spec in self._specs)
        self._off = off_units(experiment)
        if parameters.shape != (parameter_count(experiment),):
            raise Refusal("wrong_parameter_count", found=parameters.size, expected=parameter_count(experiment))
        self.parameters = parameters
        parts = zip(self._specs, self._activations, self.split(parameters), strict=True)
        self.layers = tuple(Layer(spec, activation, *views) for spec, activation, views in parts)

    @classmethod
    def initial(cls, experiment: Experiment, rng: np.random.Generator) -> Network:
        """The start of a run: weights from the experiment's initializer, biases 0; γ 1, β 0, running averages 0, 1."""
        network = cls(experiment, np.zeros(parameter_count(experiment), experiment.precision))
        for layer in network.layers:
            layer.W[:] = INITIALIZERS[experiment.initializer](rng, *layer.W.shape)
            layer.gamma[:] = layer.variance[:] = 1
            layer.extra[:] = layer.activation.initial_extra(layer.spec.units)
        return network

    def split(self, flat: Array) -> Iterator[Parts]:
        """Views into a vector laid out like the parameters, for every layer."""
        for block in layout(self.experiment):
            bounds = (block.bias, block.gamma, block.beta, block.mean, block.variance, block.extra, block.end)
            W = flat[block.start : block.bias].reshape(block.inputs, block.width)
            yield Parts(W, *(flat[start:end] for start, end in pairwise(bounds)))

    def forward(
        self,
        x: Array,
        workspace: Workspace | None = None,
        dropout: np.random.Generator | None = None,
        batch_statistics: bool | None = None,
    ) -> ForwardTrace:
        """x (m, inputs) → every z, n and a. With `dropout` as in training (inverted dropout, Srivastava et al., 2014);
        without it as in inference. `batch_statistics` True: batch normalisation by the m samples themselves, False: by
        running averages, None: as in training or inference. Residual layers add what they got to what they make of it
        (He et al., 2016). Units switched off (Experiment.off) put out 0 in both. The arrays belong to `workspace` where
        one is given."""
        space = workspace or Workspace(self, len(x))
        from_batch = dropout is not None if batch_statistics is None else batch_statistics
        masks, norms = [], []
        a = x
        for k, (layer, z, out) in enumerate(zip(self.layers, space.z, space.a, strict=True)):
            before = a
            np.matmul(before, layer.W, out=z)
            z += layer.b
            norms.append(_normalised(k, layer, space, from_batch))
            a = layer.activation.value(space.n[k], layer.extra, out)
            masks.append(_drop(a, layer.spec.dropout, dropout))
            if layer.spec.residual:
                a += before
            if self._off:
                a[:, self._off.get(k + 1, NO_UNITS)] = 0
        return ForwardTrace(x, space.z, space.n, space.a, tuple(masks), tuple(norms))

    def backward(self, trace: ForwardTrace, t: Array, workspace: Workspace | None = None) -> BackwardTrace:
        """Back-propagation of the mean loss for targets t (m, outputs) (Rumelhart, Hinton and Williams, 1986)."""
        space = workspace or Workspace(self, len(t))
        last = len(self.layers) - 1
        for k in range(last, -1, -1):
            layer, delta, parts = self.layers[k], space.delta[k], space.parts[k]
            if k == last:
                self._output_delta(trace, t, delta)
            else:
                self._hidden_delta(k, trace, space)
            np.matmul(trace.input_of(k).T, delta, out=parts.W)
            np.add.reduce(delta, axis=0, out=parts.b)
            if parts.extra.size:
                parts.extra[:] = layer.activation.extra_gradient(space.upstream[k], trace.n[k])
        skips = tuple(
            skip if layer.spec.residual else None for layer, skip in zip(self.layers, space.skip, strict=True)
        )
        return backward_trace(space.delta, space.dn, skips, space.parts, space.gradient)

    def loss_value(self, trace: ForwardTrace, t: Array) -> float:
        """Mean loss of a pass for targets t (m, outputs), without penalties."""
        return self.loss.value(trace, t)

    def penalise(self, parts: Iterable[Parts]) -> None:
        """Add λ₂ w + λ₁ sign(w) to a gradient, given as `split` gives it; only weights have a penalty."""
        l1, l2 = self.experiment.l1, self.experiment.l2
        if l1 or l2:
            for layer, part in zip(self.layers, parts, strict=True):
                dW = part.W
                dW += l2 * layer.W + l1 * np.sign(layer.W)

    def advance_statistics(self, trace: ForwardTrace, frozen: Indices | None) -> None:
        """Move the running averages of batch normalisation towards the mini-batch of a pass by batch statistics.
        Entries of the parameters named by `frozen` stay as they were."""
        if not any(trace.norms):
            return
        kept = None if frozen is None else self.parameters[frozen]
        for layer, statistics in zip(self.layers, trace.norms, strict=True):
            if statistics:
                advance(layer.mean, layer.variance, statistics)
        if frozen is not None:
            self.parameters[frozen] = kept

    def _output_delta(self, trace: ForwardTrace, t: Array, delta: Array) -> None:
        layer, y = self.layers[-1], trace.output
        if self.loss.fused_with == layer.spec.activation:
            logit_gradient(layer.spec.activation, y, t, delta)
        else:
            layer.activation.pull(self.loss.gradient(trace, t), trace.z[-1], y, layer.extra, delta)

    def _hidden_delta(self, k: int, trace: ForwardTrace, space: Workspace) -> None:
        layer, n, upstream, a = self.layers[k], trace.n[k], space.upstream[k], trace.a[k]
        self._upstream(k, trace, space)
        if layer.spec.residual or trace.masks[k] is not None:
            a = layer.activation.value(n, layer.extra, space.value[k])
        layer.activation.pull(upstream, n, a, layer.extra, space.dn[k])
        statistics = trace.norms[k]
        if statistics:
            parts = space.parts[k]
            pull(space.dn[k], layer.gamma, statistics, parts.gamma, parts.beta, space.delta[k])

    def _upstream(self, k: int, trace: ForwardTrace, space: Workspace) -> None:
        """∂L/∂f(n) of a hidden layer into the workspace, and ∂L/∂a where the layer's skip connection needs it."""
        layer, behind, upstream, mask = self.layers[k], self.layers[k + 1], space.upstream[k], trace.masks[k]
        np.matmul(space.delta[k + 1], behind.W.T, out=upstream)
        if behind.spec.residual:
            upstream += space.skip[k + 1]
        if self._off:
            upstream[:, self._off.get(k + 1, NO_UNITS)] = 0
        if layer.spec.residual:
            np.copyto(space.skip[k], upstream)
        if mask is not None:
            upstream *= mask


def backward_trace(
    delta: tuple[Array, ...], dn: tuple[Array, ...], skip: tuple[Array | None, ...], parts: Iterable[Parts], flat: Array
) -> BackwardTrace:
    """The trace over a gradient `flat` and its `parts`, as `split` gives them."""
    dW, db, dgamma, dbeta, _, _, extra = zip(*parts, strict=True)
    return BackwardTrace(delta, dn, skip, dW, db, dgamma, dbeta, extra, flat)


def parameter_count(experiment: Experiment) -> int:
    """Length of the flat parameter vector, running statistics included."""
    return layout(experiment)[-1].end


def trained_count(experiment: Experiment) -> int:
    """Number of trained parameters, biases included: k·l + l for a dense layer from k to l units, 2l more for the γ and
    β of its batch normalisation."""
    return sum(block.end - block.start - 2 * block.normed for block in layout(experiment))


def off_units(experiment: Experiment) -> dict[int, Indices]:
    """The units that are switched off, by layer (1 is the first hidden one); layers without any have no entry."""
    layers = {layer for layer, _ in experiment.off}
    return {layer: np.array([unit for at, unit in experiment.off if at == layer]) for layer in sorted(layers)}


def _normalised(k: int, layer: Layer, space: Workspace, from_batch: bool) -> BatchStatistics | None:
    """n of weight layer k into the workspace, from the z that is there; None where n is z."""
    if not layer.gamma.size:
        return None
    statistics = space.statistics(k, layer, from_batch)
    normalise(space.z[k], layer.gamma, layer.beta, statistics, space.n[k])
    return statistics


def _drop(a: Array, share: float, rng: np.random.Generator | None) -> Array | None:
    """Switch a share of units off in place; the mask 0 or 1 / (1 − p), or None."""
    if rng is None or share == 0:
        return None
    mask = ((rng.random(a.shape, dtype=np.float32) >= share) / (1 - share)).astype(a.dtype)
    a *= mask
    return mask
