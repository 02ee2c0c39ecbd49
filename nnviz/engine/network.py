"""Network: dense layers as views into one flat parameter vector; forward and backward pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from nnviz.engine.activations import ACTIVATIONS, Activation
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.initializers import INITIALIZERS
from nnviz.engine.layout import Indices, layout
from nnviz.engine.losses import LOSSES, logit_gradient
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array, BackwardTrace, ForwardTrace

NO_UNITS: Indices = np.empty(0, np.intp)


@dataclass(frozen=True)
class Layer:
    """One dense layer: views W (in, width), b (width,), extra (n,) into the network's parameters."""

    spec: LayerSpec
    activation: Activation
    W: Array
    b: Array
    extra: Array


class Workspace:
    """Preallocated arrays of a forward and a backward pass of m samples, reused at every iteration.

    x is room for the inputs of a mini-batch; a pass may also read its inputs from elsewhere.
    """

    def __init__(self, network: Network, m: int) -> None:
        dtype = network.parameters.dtype
        self.x = np.empty((m, network.experiment.inputs), dtype)
        self.z = tuple(np.empty((m, layer.b.size), dtype) for layer in network.layers)
        self.a = tuple(np.empty((m, layer.spec.units), dtype) for layer in network.layers)
        self.delta = tuple(np.empty_like(z) for z in self.z)
        self.upstream = tuple(np.empty_like(a) for a in self.a)
        self.gradient = np.empty_like(network.parameters)
        self.parts = tuple(network.split(self.gradient))


class Network:
    """Layers of an experiment over one flat parameter vector (W, b, extra of layer 1, then of layer 2, …)."""

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
        """The start of a run: weights from the experiment's initializer, biases 0."""
        network = cls(experiment, np.zeros(parameter_count(experiment), experiment.precision))
        for layer in network.layers:
            layer.W[:] = INITIALIZERS[experiment.initializer](rng, *layer.W.shape)
            layer.extra[:] = layer.activation.initial_extra(layer.spec.units)
        return network

    def split(self, flat: Array) -> Iterator[tuple[Array, Array, Array]]:
        """Views W, b, extra of every layer into a vector laid out like the parameters."""
        for block in layout(self.experiment):
            weights = flat[block.start : block.bias].reshape(block.inputs, block.width)
            yield weights, flat[block.bias : block.extra], flat[block.extra : block.end]

    def forward(
        self, x: Array, workspace: Workspace | None = None, dropout: np.random.Generator | None = None
    ) -> ForwardTrace:
        """x (m, inputs) → every z and a. With `dropout` as in training (inverted dropout, Srivastava et al., 2014);
        without it as in inference. Units switched off (Experiment.off) put out 0 in both. The arrays belong to
        `workspace` where one is given."""
        space = workspace or Workspace(self, len(x))
        masks = []
        a = x
        for layer, z, out in zip(self.layers, space.z, space.a, strict=True):
            np.matmul(a, layer.W, out=z)
            z += layer.b
            a = layer.activation.value(z, layer.extra, out)
            masks.append(_drop(a, layer.spec.dropout, dropout))
            if self._off:
                a[:, self._off.get(len(masks), NO_UNITS)] = 0
        return ForwardTrace(x, space.z, space.a, tuple(masks))

    def backward(self, trace: ForwardTrace, t: Array, workspace: Workspace | None = None) -> BackwardTrace:
        """Back-propagation of the mean loss for targets t (m, outputs) (Rumelhart, Hinton and Williams, 1986)."""
        space = workspace or Workspace(self, len(t))
        last = len(self.layers) - 1
        for k in range(last, -1, -1):
            layer, delta, (dW, db, extra) = self.layers[k], space.delta[k], space.parts[k]
            if k == last:
                self._output_delta(trace, t, delta)
            else:
                self._hidden_delta(k, trace, space)
            np.matmul(trace.input_of(k).T, delta, out=dW)
            np.add.reduce(delta, axis=0, out=db)
            if extra.size:
                extra[:] = layer.activation.extra_gradient(space.upstream[k], trace.z[k])
        parts = tuple(zip(*space.parts, strict=True))
        return BackwardTrace(space.delta, parts[0], parts[1], parts[2], space.gradient)

    def loss_value(self, trace: ForwardTrace, t: Array) -> float:
        """Mean loss of a pass for targets t (m, outputs), without penalties."""
        return self.loss.value(trace, t)

    def penalise(self, parts: Iterable[tuple[Array, Array, Array]]) -> None:
        """Add λ₂ w + λ₁ sign(w) to a gradient, given as `split` gives it; biases and slopes have no penalty."""
        l1, l2 = self.experiment.l1, self.experiment.l2
        if l1 or l2:
            for layer, (dW, _, _) in zip(self.layers, parts, strict=True):
                dW += l2 * layer.W + l1 * np.sign(layer.W)

    def _output_delta(self, trace: ForwardTrace, t: Array, delta: Array) -> None:
        layer, y = self.layers[-1], trace.output
        if self.loss.fused_with == layer.spec.activation:
            logit_gradient(layer.spec.activation, y, t, delta)
        else:
            layer.activation.pull(self.loss.gradient(trace, t), trace.z[-1], y, layer.extra, delta)

    def _hidden_delta(self, k: int, trace: ForwardTrace, space: Workspace) -> None:
        layer, upstream, mask = self.layers[k], space.upstream[k], trace.masks[k]
        np.matmul(space.delta[k + 1], self.layers[k + 1].W.T, out=upstream)
        a = trace.a[k]
        if self._off:
            upstream[:, self._off.get(k + 1, NO_UNITS)] = 0
        if mask is not None:
            upstream *= mask
            a = layer.activation.value(trace.z[k], layer.extra)
        layer.activation.pull(upstream, trace.z[k], a, layer.extra, space.delta[k])


def parameter_count(experiment: Experiment) -> int:
    """Number of trained parameters, biases included: k·l + l for a dense layer from k to l units."""
    return layout(experiment)[-1].end


def off_units(experiment: Experiment) -> dict[int, Indices]:
    """The units that are switched off, by layer (1 is the first hidden one); layers without any have no entry."""
    layers = {layer for layer, _ in experiment.off}
    return {layer: np.array([unit for at, unit in experiment.off if at == layer]) for layer in sorted(layers)}


def _drop(a: Array, share: float, rng: np.random.Generator | None) -> Array | None:
    """Switch a share of units off in place; the mask 0 or 1 / (1 − p), or None."""
    if rng is None or share == 0:
        return None
    mask = ((rng.random(a.shape, dtype=np.float32) >= share) / (1 - share)).astype(a.dtype)
    a *= mask
    return mask
