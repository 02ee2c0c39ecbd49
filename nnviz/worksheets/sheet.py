"""Worksheet: one training step on one sample, line by line, with the values of the engine's own trace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np

from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.engine.study import study
from nnviz.engine.trace import Array, StepTrace
from nnviz.worksheets.lines import RATE, Step, steps_of
from nnviz.worksheets.quantity import Quantity
from nnviz.worksheets.recipe import Numbers, Recipe
from nnviz.worksheets.rounding import half_up

MOST_LINES = 72
"""More blanks than these nobody fills in; the 2-3-2-2 network of the lectures has 68."""
DECIMALS = (2, 6)
"""Fewest and most decimals that may be asked for."""
GIVEN_DECIMALS = 4
"""At least so many decimals of given values count: whoever calculates has what is printed and nothing else."""
WHOLE = 1e-6
"""By how much the shares of a target may miss 1."""
BY_HAND = ("identity", "sigmoid", "tanh", "relu", "leaky_relu")
"""Activations of hidden layers that are on a sheet; the others have parts that it has no lines for."""


@dataclass(frozen=True)
class Item:
    """One line of a sheet.

    section   one of `lines.SECTIONS`;  quantity: what is asked for;  recipe: how it is made of the numbers before it
    exact     its value in the trace, to the last bit
    value     what is expected: `exact`, or the same computed from rounded numbers
    rounded   `value` as it is to be written down
    """

    section: str
    quantity: Quantity
    recipe: Recipe
    exact: float
    value: float
    rounded: float


@dataclass(frozen=True, eq=False)
class Subject:
    """What a sheet is about: an experiment, its parameters (n,), the input x (inputs,) that enters the network, the
    target (outputs,) and the learning rate η."""

    experiment: Experiment
    parameters: Array
    x: Array
    target: Array
    rate: float


@dataclass(frozen=True, eq=False)
class Worksheet:
    """A training step to be worked out.

    subject   what it is about, as it was before anything was rounded
    step      what the engine computed: m = 1, in float64, by plain gradient descent without penalties
    decimals  with how many decimals every line is to be written
    carried   True: each line is computed from rounded lines, as with a pocket calculator; False: from exact ones
    items     the lines, in order;  given: the values that are printed;  numbers: everything that recipes are made of
    """

    subject: Subject
    step: StepTrace
    decimals: int
    carried: bool
    items: tuple[Item, ...]
    given: Numbers
    numbers: Numbers

    @property
    def experiment(self) -> Experiment:
        """Sizes, activations, loss and seed of the network."""
        return self.step.experiment

    @property
    def is_plain(self) -> bool:
        """True where the network itself is trained as the sheet has it: by gradient descent without penalties."""
        experiment = self.subject.experiment
        return experiment.optimizer == "sgd" and not (experiment.l1 or experiment.l2)

    def section(self, name: str) -> tuple[Item, ...]:
        """The lines of a section."""
        return tuple(item for item in self.items if item.section == name)


def worksheet(subject: Subject, decimals: int = 4, carried: bool = False) -> Worksheet:
    """The sheet of one step. Given values are rounded first, so that what is printed is what counts.

    Refusal worksheet_decimals, worksheet_too_large, worksheet_layer, worksheet_softmax, worksheet_share or
    worksheet_not_finite.
    """
    if not DECIMALS[0] <= decimals <= DECIMALS[1]:
        raise Refusal("worksheet_decimals", decimals=decimals, low=DECIMALS[0], high=DECIMALS[1])
    check_lines(subject.experiment)
    _check_target(subject)
    step = _studied(subject, max(decimals, GIVEN_DECIMALS))
    lines = steps_of(step.experiment, tuple(map(float, step.target[0])))
    given = {quantity: VALUES[quantity.kind](step, quantity) for quantity in _given(step.experiment)}
    exact = given | {line.quantity: VALUES[line.quantity.kind](step, line.quantity) for line in lines}
    numbers = _carried(lines, given, decimals) if carried else exact
    if not np.isfinite([*exact.values(), *numbers.values()]).all():
        raise Refusal("worksheet_not_finite")
    items = tuple(_item(line, exact, numbers, carried, decimals) for line in lines)
    return Worksheet(subject, step, decimals, carried, items, given, numbers)


def blanks(sizes: tuple[int, ...]) -> int:
    """Lines of the sheet of a network: z, a and δ of every unit, the loss, gradient and new value of each parameter."""
    parameters = sum((before + 1) * units for before, units in pairwise(sizes))
    return 3 * sum(sizes[1:]) + 1 + 2 * parameters


def check_lines(experiment: Experiment) -> None:
    """Refuse a network that has no sheet, whatever goes through it. Refusal as of `worksheet`."""
    found = blanks(experiment.sizes)
    if found > MOST_LINES:
        sizes = "-".join(map(str, experiment.sizes))
        raise Refusal("worksheet_too_large", sizes=sizes, found=found, most=MOST_LINES)
    odd = any(layer.activation not in BY_HAND or layer.batch_norm or layer.residual for layer in experiment.layers)
    if odd or experiment.off or experiment.frozen:
        raise Refusal("worksheet_layer", activations=", ".join(BY_HAND))
    if (experiment.output, experiment.loss) == ("softmax", "mse"):
        raise Refusal("worksheet_softmax")


def _check_target(subject: Subject) -> None:
    """Cross-entropy is defined for shares only."""
    target, loss = np.asarray(subject.target), subject.experiment.loss
    shares = bool(((target >= 0) & (target <= 1)).all())
    whole = loss != "cross_entropy" or abs(target.sum() - 1) < WHOLE
    if loss != "mse" and not (shares and whole):
        raise Refusal("worksheet_share", target=", ".join(f"{value:g}" for value in target))


def _studied(subject: Subject, places: int) -> StepTrace:
    """The engine's step on rounded values; η keeps four significant digits."""
    plain = replace(subject.experiment, optimizer="sgd", l1=0.0, l2=0.0)
    x, target = (np.round(np.asarray(array, np.float64), places)[None, :] for array in (subject.x, subject.target))
    parameters = np.round(np.asarray(subject.parameters, np.float64), places)
    return study(plain, parameters, x, target, learning_rate=float(f"{subject.rate:.4g}"))


def _given(experiment: Experiment) -> list[Quantity]:
    sizes = experiment.sizes
    layers = range(1, len(sizes))
    weights = [Quantity("w", k, j, i) for k in layers for i in range(sizes[k - 1]) for j in range(sizes[k])]
    biases = [Quantity("b", k, j) for k in layers for j in range(sizes[k])]
    x = [Quantity("x", 0, i) for i in range(sizes[0])]
    return [*x, *(Quantity("t", 0, k) for k in range(sizes[-1])), RATE, *weights, *biases]


def _carried(lines: tuple[Step, ...], given: Mapping[Quantity, float], decimals: int) -> Numbers:
    """Every line computed from rounded ones, and rounded."""
    numbers = dict(given)
    for line in lines:
        numbers[line.quantity] = half_up(line.recipe.value(numbers), decimals)
    return numbers


def _item(line: Step, exact: Numbers, numbers: Numbers, carried: bool, decimals: int) -> Item:
    value = line.recipe.value(numbers) if carried else exact[line.quantity]
    return Item(line.section, line.quantity, line.recipe, exact[line.quantity], value, half_up(value, decimals))


def _entry(arrays: Callable[[StepTrace], Any], matrix: bool = False) -> Callable[[StepTrace, Quantity], float]:
    """Reads the entry of a quantity from arrays by layer, a matrix (in, units) or a row of units."""

    def read(step: StepTrace, at: Quantity) -> float:
        array = arrays(step)[at.layer - 1]
        return float(array[at.source, at.unit] if matrix else array[at.unit])

    return read


def _layers(after: bool, name: str) -> Callable[[StepTrace], Any]:
    def arrays(step: StepTrace) -> Any:
        network = step.network_after if after else step.network
        return [getattr(layer, name) for layer in network.layers]

    return arrays


VALUES: dict[str, Callable[[StepTrace, Quantity], float]] = {
    "x": lambda step, at: float(step.forward.x[0, at.unit]),
    "t": lambda step, at: float(step.target[0, at.unit]),
    "y": lambda step, at: float(step.forward.output[0, at.unit]),
    "rate": lambda step, at: step.learning_rate,
    "loss": lambda step, at: step.loss,
    "w": _entry(_layers(False, "W"), matrix=True),
    "b": _entry(_layers(False, "b")),
    "z": _entry(lambda step: [z[0] for z in step.forward.z]),
    "a": _entry(lambda step: [a[0] for a in step.forward.a]),
    "delta": _entry(lambda step: [delta[0] for delta in step.backward.delta]),
    "dw": _entry(lambda step: step.backward.dW, matrix=True),
    "db": _entry(lambda step: step.backward.db),
    "new_w": _entry(_layers(True, "W"), matrix=True),
    "new_b": _entry(_layers(True, "b")),
}
"""Where a quantity stands in the trace, by its kind."""
