"""Lines: everything that is worked out on a sheet, in order, each with the recipe by which it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.worksheets.quantity import Quantity
from nnviz.worksheets.recipe import Factor, Recipe, Term

FORWARD, LOSS, BACKWARD, GRADIENTS, UPDATE = "forward", "loss", "backward", "gradients", "update"
SECTIONS = (FORWARD, LOSS, BACKWARD, GRADIENTS, UPDATE)
RATE, TOTAL = Quantity("rate"), Quantity("loss")
WHOLE = {"share": 1, "double_share": 2}
"""Numbers of outputs for which a mean's factor is 1."""


@dataclass(frozen=True)
class Step:
    """One line before it has numbers: its section, what is asked for, and how it is made."""

    section: str
    quantity: Quantity
    recipe: Recipe


def steps_of(experiment: Experiment, target: tuple[float, ...]) -> tuple[Step, ...]:
    """All lines of one training step by plain gradient descent on one sample with these targets (outputs,)."""
    net = _Net(experiment)
    makers = {
        FORWARD: _forward(net), LOSS: iter([(TOTAL, _LOSSES[experiment.loss](net, target))]),
        BACKWARD: _backward(net), GRADIENTS: _gradients(net), UPDATE: _update(net),
    }  # fmt: skip
    return tuple(Step(section, quantity, recipe) for section in SECTIONS for quantity, recipe in makers[section])


class _Net:
    """What is where in a network."""

    def __init__(self, experiment: Experiment) -> None:
        self.experiment, self.sizes = experiment, experiment.sizes
        self.last = len(self.sizes) - 1
        self.specs = (*experiment.layers, LayerSpec(experiment.outputs, experiment.output))

    def out(self, layer: int, unit: int) -> Quantity:
        """What a unit of layer 0 … L puts out."""
        if layer == 0:
            return Quantity("x", 0, unit)
        return Quantity("y", 0, unit) if layer == self.last else Quantity("a", layer, unit)

    def units(self, layer: int) -> range:
        """Numbers of its units."""
        return range(self.sizes[layer])

    @property
    def outputs(self) -> range:
        """Numbers of the output units."""
        return self.units(self.last)


_Made = Iterator[tuple[Quantity, Recipe]]


def _forward(net: _Net) -> _Made:
    for layer in range(1, net.last + 1):
        for unit in net.units(layer):
            yield Quantity("z", layer, unit), _weighted_sum(net, layer, unit)
        for unit in net.units(layer):
            yield net.out(layer, unit), _activated(net, layer, unit)


def _weighted_sum(net: _Net, layer: int, unit: int) -> Recipe:
    sources = net.units(layer - 1)
    products = (_product(Quantity("w", layer, unit, i), net.out(layer - 1, i)) for i in sources)
    return Recipe((*products, _product(Quantity("b", layer, unit))))


def _activated(net: _Net, layer: int, unit: int) -> Recipe:
    spec, z = net.specs[layer - 1], Quantity("z", layer, unit)
    if spec.activation == "softmax":
        every = tuple(Quantity("z", layer, k) for k in net.units(layer))
        return Recipe((Term((Factor("exponential", (z,)),)),), (Factor("over_exponentials", every),))
    return Recipe((Term((Factor("activation", (z,), spec),)),))


def _squares(net: _Net, target: tuple[float, ...]) -> Recipe:
    """(1/n) Σ (y − t)²."""
    terms = tuple(Term((Factor("gap_squared", (net.out(net.last, k), Quantity("t", 0, k))),)) for k in net.outputs)
    return Recipe(terms, _mean("share", net))


def _cross_entropy(net: _Net, target: tuple[float, ...]) -> Recipe:
    """−Σ t ln y; a class that is not the target adds nothing."""
    there = (k for k in net.outputs if target[k])
    return Recipe(tuple(_logarithm("value", "log", net, k) for k in there))


def _binary_cross_entropy(net: _Net, target: tuple[float, ...]) -> Recipe:
    """−t ln y − (1 − t) ln(1 − y), the mean over the outputs; what is multiplied by 0 is left out."""
    parts = (("value", "log", 0.0), ("rest", "log_of_rest", 1.0))
    terms = (_logarithm(t, ln, net, k) for k in net.outputs for t, ln, without in parts if target[k] != without)
    return Recipe(tuple(terms), _mean("share", net))


def _logarithm(share: str, law: str, net: _Net, k: int) -> Term:
    return Term((Factor(share, (Quantity("t", 0, k),)), Factor(law, (net.out(net.last, k),))), -1)


_LOSSES: dict[str, Callable[[_Net, tuple[float, ...]], Recipe]] = {
    "mse": _squares,
    "cross_entropy": _cross_entropy,
    "binary_cross_entropy": _binary_cross_entropy,
}
"""By the names of `engine.losses`, for one sample."""


def _backward(net: _Net) -> _Made:
    for k in net.outputs:
        yield Quantity("delta", net.last, k), _output_delta(net, k)
    for layer in range(net.last - 1, 0, -1):
        for unit in net.units(layer):
            yield Quantity("delta", layer, unit), _hidden_delta(net, layer, unit)


def _output_delta(net: _Net, k: int) -> Recipe:
    gap = (_product(net.out(net.last, k)), _product(Quantity("t", 0, k), sign=-1))
    loss = net.experiment.loss
    if loss == "mse":
        return Recipe(gap, (*_mean("double_share", net), *_slope(net, net.last, k)))
    # Loss and activation belong together: their derivatives shorten to y − t.
    return Recipe(gap, () if loss == "cross_entropy" else _mean("share", net))


def _hidden_delta(net: _Net, layer: int, unit: int) -> Recipe:
    behind = net.units(layer + 1)
    terms = (_product(Quantity("w", layer + 1, j, unit), Quantity("delta", layer + 1, j)) for j in behind)
    return Recipe(tuple(terms), _slope(net, layer, unit))


def _slope(net: _Net, layer: int, unit: int) -> tuple[Factor, ...]:
    """f′(z); of the identity it is 1 and is not written."""
    spec = net.specs[layer - 1]
    if spec.activation == "identity":
        return ()
    return (Factor("slope", (Quantity("z", layer, unit), net.out(layer, unit)), spec),)


def _mean(law: str, net: _Net) -> tuple[Factor, ...]:
    """1/n or 2/n; where that is 1 it is not written."""
    count = len(net.outputs)
    return () if count == WHOLE[law] else (Factor(law, number=count),)


def _gradients(net: _Net) -> _Made:
    for layer in range(1, net.last + 1):
        for unit in net.units(layer):
            delta = Quantity("delta", layer, unit)
            for i in net.units(layer - 1):
                yield Quantity("dw", layer, unit, i), Recipe((_product(net.out(layer - 1, i), delta),))
            yield Quantity("db", layer, unit), Recipe((_product(delta),))


def _update(net: _Net) -> _Made:
    """w′ = w − η ∂L/∂w."""
    for quantity, _ in list(_gradients(net)):
        letter = quantity.kind[1:]
        old, new = quantity._replace(kind=letter), quantity._replace(kind=f"new_{letter}")
        yield new, Recipe((_product(old), _product(RATE, quantity, sign=-1)))


def _product(*quantities: Quantity, sign: int = 1) -> Term:
    return Term(tuple(Factor("value", (quantity,)) for quantity in quantities), sign)
