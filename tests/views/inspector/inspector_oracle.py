"""The same network written anew in plain NumPy, with derivatives by central differences: nothing of the engine."""

from __future__ import annotations

import numpy as np

STEP = 1e-5

FUNCTIONS = {
    "identity": lambda z, e: z,
    "step": lambda z, e: (z > 0) * 1.0,
    "sign": lambda z, e: np.sign(z),
    "sigmoid": lambda z, e: 1 / (1 + np.exp(-z)),
    "tanh": lambda z, e: np.tanh(z),
    "relu": lambda z, e: np.where(z > 0, z, 0),
    "leaky_relu": lambda z, e: np.where(z > 0, z, 0.1 * z),
    "prelu": lambda z, e: np.where(z > 0, z, e * z),
    "elu": lambda z, e: np.where(z > 0, z, 0.1 * (np.exp(z) - 1)),
    "thresholded_relu": lambda z, e: np.where(z > 1, z, 0),
    "softplus": lambda z, e: np.log(1 + np.exp(z)),
    "swish": lambda z, e: z / (1 + np.exp(-z)),
    "softmax": lambda z, e: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True),
}
LOSSES = {
    "mse": lambda y, t: np.mean((y - t) ** 2),
    "cross_entropy": lambda y, t: -(t * np.log(y)).sum(axis=1).mean(),
    "binary_cross_entropy": lambda y, t: -np.mean(t * np.log(y) + (1 - t) * np.log(1 - y)),
}


class Oracle:
    """Layers of (activation, W, b, extra) read from the flat vector; `nudge` is added to z or a of one unit."""

    def __init__(self, experiment, parameters, x, t, batch=False):
        self.e, self.x, self.t, self.batch = experiment, x, t, batch
        self.parameters = np.array(parameters, float)

    def layers(self, flat):
        at, inputs = 0, self.e.inputs
        names = [*((s.activation, s.units, s.pieces, s.batch_norm) for s in self.e.layers)]
        for name, units, pieces, normed in [*names, (self.e.output, self.e.outputs, 1, False)]:
            width = units * (pieces if name == "maxout" else 1)
            W = flat[at : at + inputs * width].reshape(inputs, width)
            at += inputs * width
            b = flat[at : at + width]
            at += width
            norm = flat[at : at + 4 * width].reshape(4, width) if normed else None
            at += 4 * width if normed else 0
            extra = flat[at : at + units] if name == "prelu" else 0.0
            at += units if name == "prelu" else 0
            yield name, units, W, b, extra, norm
            inputs = units

    def forward(self, flat=None, nudge=None):
        """Every layer's inputs, z and a; nudge = (kind, layer, sample, index, by)."""
        a, trace = self.x, []
        for k, (name, units, W, b, extra, norm) in enumerate(self.layers(self.parameters if flat is None else flat), 1):
            before = a
            z = a @ W + b
            if nudge and nudge[:2] == ("z", k):
                z[nudge[2], nudge[3]] += nudge[4]
            n = z if norm is None else self.normalised(z, *norm)
            if nudge and nudge[:2] == ("n", k):
                n[nudge[2], nudge[3]] += nudge[4]
            a = n.reshape(len(n), units, -1).max(axis=2) if name == "maxout" else FUNCTIONS[name](n, extra)
            if k <= len(self.e.layers) and self.e.layers[k - 1].residual:
                a = a + before
            for layer, unit in self.e.off:
                if layer == k:
                    a[:, unit] = 0
            if nudge and nudge[:2] == ("a", k):
                a[nudge[2], nudge[3]] += nudge[4]
            trace.append((before, z, a))
        return trace

    def normalised(self, z, gamma, beta, mean, variance):
        """Batch normalisation, by the mini-batch itself or by the running averages."""
        if self.batch:
            mean, variance = sum(z) / len(z), sum((z - sum(z) / len(z)) ** 2) / len(z)
        return gamma * (z - mean) / (variance + 1e-5) ** 0.5 + beta

    def loss(self, flat=None, nudge=None):
        return LOSSES[self.e.loss](self.forward(flat, nudge)[-1][2], self.t)

    def slope_of_loss(self, kind, layer, sample, index):
        """∂L/∂z or ∂L/∂a of one unit for one sample."""
        up, down = (self.loss(nudge=(kind, layer, sample, index, by)) for by in (STEP, -STEP))
        return (up - down) / (2 * STEP)

    def slope_of_parameter(self, index):
        """∂L/∂w."""
        values = []
        for by in (STEP, -STEP):
            flat = self.parameters.copy()
            flat[index] += by
            values.append(self.loss(flat))
        return (values[0] - values[1]) / (2 * STEP)


def updated(e, w, g, rate, steps, acc):
    """The parameter after one update and the accumulators, as the papers have it."""
    if e.optimizer == "sgd":
        return w - rate * g, {}
    if e.optimizer in ("momentum", "nesterov"):
        v = e.momentum * acc["v"] - rate * g
        return w + (v if e.optimizer == "momentum" else e.momentum * v - rate * g), {"v": v}
    if e.optimizer in ("adagrad", "rmsprop"):
        h = acc["h"] + g * g if e.optimizer == "adagrad" else e.decay * acc["h"] + (1 - e.decay) * g * g
        return w - rate * g / (np.sqrt(h) + e.epsilon), {"h": h}
    m = e.momentum * acc["m"] + (1 - e.momentum) * g
    v = e.decay * acc["v"] + (1 - e.decay) * g * g
    m_hat, v_hat = m / (1 - e.momentum**steps), v / (1 - e.decay**steps)
    return w - rate * m_hat / (np.sqrt(v_hat) + e.epsilon), {"m": m, "v": v}
