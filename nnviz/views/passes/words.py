"""What the player says: the moment in words with its formula, the chapters, and what its fields offer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from nnviz.engine.losses import LOSSES
from nnviz.engine.trace import StepTrace
from nnviz.notation import SUBSCRIPTS, Notation
from nnviz.session.moment import Moment
from nnviz.session.names import name_of
from nnviz.theme.theme import Theme
from nnviz.views.passes.chapters import CHAPTER_OF
from nnviz.widgets.numerals import short

FUNCTIONS = {
    "sigmoid": "σ",
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "prelu": "PReLU",
    "elu": "ELU",
    "thresholded_relu": "thresholded ReLU",
    "maxout": "max",
}
"""How an activation is written in a formula, where it is not its name."""
UPDATES = {
    "sgd": "w ← w − η g",
    "momentum": "v ← α v − η g,  w ← w + v",
    "nesterov": "v ← α v − η g,  w ← w + α v − η g",
    "adagrad": "h ← h + g²,  w ← w − η g / (√h + ε)",
    "rmsprop": "h ← ρ h + (1 − ρ) g²,  w ← w − η g / (√h + ε)",
    "adam": "w ← w − η m̂ / (√v̂ + ε)",
}
"""The update of every optimizer, as in its docstring in `nnviz.engine.optimizers`."""


@dataclass(frozen=True)
class Caption:
    """What is happening.

    phase  in one word;  place: the layer, the first to go where room is short
    formula  what is computed;  detail: how far it is, or whose value
    counts   the detail says how far it is, and the formula goes first where room is short
    """

    phase: str
    place: str = ""
    formula: str = ""
    detail: str = ""
    counts: bool = False

    @property
    def sentence(self) -> str:
        """One line for a screen reader."""
        return " · ".join(part for part in (self.phase, self.place, self.formula, self.detail) if part)


class PassesWords(QObject):
    """Words about moments; formulas are the same in all languages, and in the theme's notation."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def chapter(self, name: str) -> str:
        """The name of a chapter."""
        names = {
            "forward": self.tr("forward"),
            "loss": self.tr("loss"),
            "backward": self.tr("backward"),
            "update": self.tr("update"),
        }
        return names[name]

    def caption(self, moment: Moment, classes: tuple[str, ...]) -> Caption:
        """A moment in words; `classes` are the names of the classes, empty for a regression."""
        about: dict[str, Callable[[], Caption]] = {
            "loss": lambda: self._loss(moment, classes),
            "update": lambda: self._update(moment.step),
        }
        phase = moment.beat.phase
        return about[phase]() if phase in about else self._layer(moment)

    def speed(self, factor: float) -> str:
        """A factor, as a fraction where it is one."""
        return self.tr("{factor}×").format(factor={0.25: "¼", 0.5: "½"}.get(factor, f"{factor:g}"))

    def grain(self, name: str) -> str:
        """How finely the passes are stepped through."""
        return {"layer": self.tr("by layer"), "term": self.tr("by term")}[name]

    def target(self, name: str, assumed: bool) -> str:
        """The class that the loss is computed for."""
        return (self.tr("target: {name} (assumed)") if assumed else self.tr("target: {name}")).format(name=name)

    def optimizer(self, name: str) -> str:
        """What an optimizer is called."""
        return name_of("optimizer", name)

    def loss(self, name: str) -> str:
        """What a loss is called."""
        return name_of("loss", name)

    def _layer(self, moment: Moment) -> Caption:
        beat, last = moment.beat, len(moment.step.experiment.sizes) - 1
        place = self.tr("layer {layer} of {layers}").format(layer=beat.layer + 1, layers=last)
        phase = self.tr("gradient") if beat.phase == "gradient" else self.chapter(CHAPTER_OF[beat.phase])
        notation, terms = self._theme.notation, self._terms(moment)
        formula = notation.formula(FORMULAS[beat.phase](moment.step, beat.layer, notation))
        return Caption(phase, place, formula, terms, counts=bool(terms))

    def _terms(self, moment: Moment) -> str:
        if moment.beat.phase == "bias":
            return self.tr("all terms, now the bias")
        if moment.beat.phase not in ("sum", "pull"):
            return ""
        added, count = moment.terms_added(), terms_of(moment)
        text = self.tr("{added} of 1 term") if count == 1 else self.tr("{added} of {count} terms")
        return text.format(added=f"{added:,}", count=f"{count:,}")

    def _loss(self, moment: Moment, classes: tuple[str, ...]) -> Caption:
        step = moment.step
        value = f"{self.loss(step.experiment.loss)} {short(step.loss)}"
        target = self.tr("target {name}").format(name=target_name(step, moment.sample, classes))
        mean = self.tr("mean of {count} samples").format(count=f"{step.samples:,}") if step.samples > 1 else ""
        return Caption(self.chapter("loss"), mean, value, target)

    def _update(self, step: StepTrace) -> Caption:
        e = step.experiment
        rate = self.tr("{optimizer}, η = {rate}").format(
            optimizer=self.optimizer(e.optimizer), rate=short(step.learning_rate)
        )
        penalties = (" + λ₂ w" if e.l2 else "") + (" + λ₁ sign(w)" if e.l1 else "")
        return Caption(self.chapter("update"), rate, UPDATES[e.optimizer], f"g = ∂L/∂w{penalties}" if penalties else "")


def target_name(step: StepTrace, sample: int, classes: tuple[str, ...]) -> str:
    """The class that a row of targets stands for, or its numbers in a regression."""
    row = step.target[sample]
    if not classes:
        return ", ".join(short(float(value)) for value in row)
    return classes[int(row.argmax()) if len(row) > 1 else int(row[0] > 0.5)]


def terms_of(moment: Moment) -> int:
    """How many terms the sum of this beat has."""
    sizes, beat = moment.step.experiment.sizes, moment.beat
    return sizes[beat.layer] if beat.phase == "sum" else sizes[beat.layer + 2]


# Formulas in the program's own letters, factors in the order of a notation. Weight layer k leads into layer n = k + 1;
# x is what enters the first, y what leaves the last.


def _sum(step: StepTrace, k: int, notation: Notation) -> str:
    n = _sub(k + 1)
    return f"z{n} = {notation.product(_input(k), f'W{n}', gap=' ')} + b{n}"


def _activate(step: StepTrace, k: int, notation: Notation) -> str:
    e, n = step.experiment, _sub(k + 1)
    last = k == len(e.layers)
    name = e.output if last else e.layers[k].activation
    entering = f"BN(z{n})" if step.forward.norms[k] else f"z{n}"
    value = entering if name == "identity" else f"{FUNCTIONS.get(name, name)}({entering})"
    skip = f" + {_input(k)}" if _is_residual(step, k) else ""
    return f"{'y' if last else f'a{n}'} = {value}{_mask(step, k)}{skip}"


def _pull(step: StepTrace, k: int, notation: Notation) -> str:
    return f"∂L/∂a{_sub(k + 1)} = {_upstream(step, k, notation)}"


def _upstream(step: StepTrace, k: int, notation: Notation) -> str:
    """∂L/∂a of a hidden layer: what comes back along the weights, and over a skip connection."""
    after = _sub(k + 2)
    product = notation.product(f"δ{after}", f"W{after}ᵀ", gap=" ")
    return product + (f" + ∂L/∂a{after}" if _is_residual(step, k + 1) else "")


def _delta(step: StepTrace, k: int, notation: Notation) -> str:
    n = _sub(k + 1)
    if k == len(step.experiment.layers):
        return f"δ{n} = {_output_delta(step, n)}"
    upstream = f"({_upstream(step, k, notation)}){_mask(step, k)}"
    if step.forward.norms[k]:
        return f"δ{n} = (∂n{n}/∂z{n})ᵀ ({upstream} ⊙ f′(n{n})),  n{n} = BN(z{n})"
    return f"δ{n} = {upstream} ⊙ f′(z{n})"


def _gradient(step: StepTrace, k: int, notation: Notation) -> str:
    n = _sub(k + 1)
    return f"∂L/∂W{n} = {notation.product(f'{_input(k)}ᵀ', f'δ{n}', gap=' ')}"


FORMULAS: dict[str, Callable[[StepTrace, int, Notation], str]] = {
    "sum": _sum,
    "bias": _sum,
    "activate": _activate,
    "pull": _pull,
    "delta": _delta,
    "gradient": _gradient,
}


def _output_delta(step: StepTrace, n: str) -> str:
    """∂L/∂z of the output: see `losses.logit_gradient` for the short form, and for the identity f′ = 1."""
    e = step.experiment
    if LOSSES[e.loss].fused_with == e.output:
        return _divided("y − t", step.samples if e.output == "softmax" else step.target.size)
    if e.output == "identity":
        return _divided("2 (y − t)", step.target.size)
    return f"(∂y/∂z{n})ᵀ ∂L/∂y" if e.output == "softmax" else f"∂L/∂y ⊙ f′(z{n})"


def _divided(text: str, by: int) -> str:
    if by == 1:
        return text
    return f"{text} / {by}" if text.endswith(")") else f"({text}) / {by}"


def _is_residual(step: StepTrace, k: int) -> bool:
    return k < len(step.experiment.layers) and step.experiment.layers[k].residual


def _mask(step: StepTrace, k: int) -> str:
    return "" if step.forward.masks[k] is None else f" ⊙ r{_sub(k + 1)}"


def _input(k: int) -> str:
    return f"a{_sub(k)}" if k else "x"


def _sub(n: int) -> str:
    return str(n).translate(SUBSCRIPTS)
