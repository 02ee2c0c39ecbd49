"""Reading: what the inspector looks at, one unit or one weight of the iteration that the session studies."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.engine.account import UnitAccount, WeightAccount, unit_account, weight_account, winning
from nnviz.engine.experiment import Experiment
from nnviz.engine.layout import layout
from nnviz.engine.trace import Array, StepTrace
from nnviz.session.session import Session
from nnviz.session.showing import Shown
from nnviz.views.inspector.laws import Case


@dataclass(frozen=True)
class Choice:
    """What was chosen: unit `unit` of layer 0…L, or (source ≥ 0) the weight that leads into it from unit `source`."""

    layer: int
    unit: int
    source: int = -1

    @property
    def is_weight(self) -> bool:
        """True for a weight."""
        return self.source >= 0

    def fits(self, sizes: tuple[int, ...]) -> bool:
        """True where a network of these sizes has it."""
        there = 0 <= self.layer < len(sizes) and 0 <= self.unit < sizes[self.layer]
        return there and (not self.is_weight or (self.layer > 0 and self.source < sizes[self.layer - 1]))


@dataclass(frozen=True, eq=False)
class Reading:
    """One iteration, and the row of it whose values are shown.

    known  its accumulators are the run's own;  shown: what goes through the network; None for a row of a mini-batch
    """

    step: StepTrace
    sample: int
    known: bool
    shown: Shown | None = None

    @property
    def experiment(self) -> Experiment:
        """The experiment of the iteration."""
        return self.step.experiment

    def unit(self, choice: Choice) -> UnitAccount:
        """The account of a unit of layer 1…L."""
        return unit_account(self.step, choice.layer, choice.unit, self.sample)

    def weight(self, choice: Choice) -> WeightAccount:
        """The account of a weight; of a unit that of its bias."""
        source = choice.source if choice.is_weight else None
        return weight_account(self.step, choice.layer, source, choice.unit, self.sample)

    def input_value(self, unit: int) -> float:
        """xᵢ."""
        return float(self.step.forward.x[self.sample, unit])

    def case(self, choice: Choice, account: UnitAccount) -> Case:
        """The numbers behind f(z) of a unit."""
        layer = self.step.network.layers[choice.layer - 1]
        alpha = float(layer.extra[choice.unit]) if layer.extra.size else layer.spec.alpha
        sums = self._sums(choice, account.activation)
        return Case(account.n, account.value, account.slope, alpha, layer.spec.theta, tuple(map(float, sums)))

    def trained_slope(self, choice: Choice) -> tuple[float, float]:
        """αⱼ of a PReLU unit, and ∂L/∂αⱼ over the batch."""
        k = choice.layer - 1
        return float(self.step.network.layers[k].extra[choice.unit]), float(self.step.backward.extra[k][choice.unit])

    def piece(self, choice: Choice) -> int:
        """Which piece of a maxout unit wins; 0 for all others."""
        column = int(winning(self.step, choice.layer - 1, self.sample)[choice.unit])
        return column % layout(self.experiment)[choice.layer - 1].pieces

    def is_frozen(self, choice: Choice) -> bool:
        """True where updates leave the unit as it is."""
        return bool({(choice.layer, choice.unit), (choice.layer, -1)} & set(self.experiment.frozen))

    def is_output(self, choice: Choice) -> bool:
        """True in the last layer."""
        return choice.layer == len(self.experiment.sizes) - 1

    def _sums(self, choice: Choice, activation: str) -> Array:
        n: Array = self.step.forward.n[choice.layer - 1][self.sample]
        if activation == "softmax":
            return n
        pieces = layout(self.experiment)[choice.layer - 1].pieces
        return n[choice.unit * pieces : (choice.unit + 1) * pieces] if pieces > 1 else n[:0]


def reading_of(session: Session) -> Reading | None:
    """What the session studies now; None while nothing goes through the network."""
    step = session.study
    shown = None if session.passes.state.subject == "batch" else session.shown
    return None if step is None else Reading(step, session.study_sample, session.accumulators_known, shown)
