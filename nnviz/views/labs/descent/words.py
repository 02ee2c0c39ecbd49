"""The lab's words: names of surfaces, optimizers and hyper-parameters, where they come from, and what a path says."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.session.labs.descent.surface import SurfacePart
from nnviz.session.labs.descent.verdict import PATIENCE
from nnviz.session.names import name_of
from nnviz.widgets.limits import number_text
from nnviz.widgets.numerals import short

LETTERS: dict[tuple[str, str], str] = {
    ("adam", "momentum"): "β₁", ("adam", "decay"): "β₂", ("rmsprop", "decay"): "ρ",
    ("momentum", "momentum"): "α", ("nesterov", "momentum"): "α",
}  # fmt: skip
FROM_PAPER = {"adam": ("learning_rate", "momentum", "decay", "epsilon"), "rmsprop": ("decay",)}
"""Values that the paper itself gives; the others are usual ones."""


class DescentWords(QObject):
    """Names and sentences."""

    def surface(self, name: str) -> str:
        """A surface with its formula or its author."""
        names = {
            "bowl": self.tr("elongated bowl  x²/20 + y²"),
            "saddle": self.tr("saddle  x² − y²"),
            "beale": self.tr("Beale’s function (1958)"),
            "himmelblau": self.tr("Himmelblau’s function (1972)"),
            "dimples": self.tr("local minima (after Rastrigin, 1974)"),
        }
        return names[name]

    def place(self, name: str) -> str:
        """What a place of the map is."""
        return {"minimum": self.tr("minimum"), "start": self.tr("start")}[name]

    def surface_formula(self, name: str) -> str:
        """f."""
        formulas = {
            "bowl": "f = x²/20 + y²",
            "saddle": "f = x² − y²",
            "beale": "f = (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²",
            "himmelblau": "f = (x² + y − 11)² + (x + y² − 7)²",
            "dimples": "f = ½(x² + y²) + 0.8 (2 − cos ωx − cos ωy),  ω = 2π/1.5",
        }
        return formulas[name]

    def optimizer(self, name: str) -> str:
        """An optimizer's name, as a name."""
        text = name_of("optimizer", name)
        return text[:1].upper() + text[1:]

    def letter(self, optimizer: str, field: str) -> str:
        """The paper's letter for a hyper-parameter."""
        return {"learning_rate": "η", "epsilon": "ε"}.get(field) or LETTERS[optimizer, field]

    def hyper(self, optimizer: str, field: str) -> str:
        """A hyper-parameter in words."""
        names = {
            "learning_rate": self.tr("learning rate η of {optimizer}"),
            "momentum": self.tr("momentum {letter} of {optimizer}"),
            "decay": self.tr("decay {letter} of {optimizer}"),
            "epsilon": self.tr("ε of {optimizer}"),
        }
        return names[field].format(letter=self.letter(optimizer, field), optimizer=self.optimizer(optimizer))

    def caption(self, optimizer: str, field: str, default: float) -> str:
        """A hyper-parameter's letter with the value of its paper, or the usual one."""
        paper = field in FROM_PAPER.get(optimizer, ())
        text = self.tr("{letter}  (paper: {value})") if paper else self.tr("{letter}  (usual: {value})")
        return text.format(letter=self.letter(optimizer, field), value=number_text(default))

    def paper(self, optimizer: str) -> str:
        """Who proposed it."""
        texts = {
            "sgd": self.tr("Stochastic gradient descent: Robbins and Monro, 1951"),
            "momentum": self.tr("Momentum: Polyak, 1964. α = 0.9 is usual"),
            "nesterov": self.tr("Nesterov, 1983, as Sutskever et al., 2013, write it. α = 0.9 is usual"),
            "adagrad": self.tr("AdaGrad: Duchi, Hazan and Singer, 2011. ε keeps the division safe"),
            "rmsprop": self.tr("RMSProp: Tieleman and Hinton, lecture 6.5, 2012; ρ = 0.9"),
            "adam": self.tr("Adam: Kingma and Ba, 2015; η = 0.001, β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸"),
        }
        return texts[optimizer]

    def verdict_title(self, finding: str) -> str:
        """The finding in a word or two."""
        titles = {
            "early": self.tr("Too early to say"),
            "diverging": self.tr("Diverging"),
            "downhill": self.tr("Downhill for ever"),
            "arrived": self.tr("Good: arrived"),
            "stuck": self.tr("Standing still"),
            "stalled": self.tr("Getting no lower"),
            "large": self.tr("Too large"),
            "small": self.tr("Too small"),
            "good": self.tr("Good"),
        }
        return titles[finding]

    def verdict(self, part: SurfacePart) -> str:
        """What the path of the optimizer that is looked at says about its learning rate."""
        racer = part.racer
        step = racer.step
        rate = step.rate if step else racer.experiment.learning_rate
        return self._sentence(part.finding).format(
            rate=short(rate, 3), steps=racer.steps, loss=short(float(racer.losses[-1])),
            first=short(float(racer.losses[0])), lowest=short(float(racer.losses.min())), patience=PATIENCE,
        )  # fmt: skip

    def _sentence(self, finding: str) -> str:
        sentences = {
            "early": self.tr("Press Play or Step; after a few steps its path tells whether η = {rate} suits."),
            "diverging": self.tr(
                "Each step with η = {rate} overshoots farther than the one before: after {steps} steps the loss has "
                "grown from {first} to {loss}. A smaller η brings it back after Start over."
            ),
            "downhill": self.tr(
                "It has left the picture downhill: this surface has no lowest point, so no learning rate ends the way."
            ),
            "arrived": self.tr("η = {rate} has brought it to the bottom in {steps} steps: the loss is {loss}."),
            "stuck": self.tr(
                "The gradient is almost zero here, at a loss of {loss}: a local minimum or a saddle holds it. A larger "
                "η, momentum or noise may carry it out."
            ),
            "stalled": self.tr(
                "For {patience} steps it has found no lower loss than {lowest}: a local minimum holds it, or its steps "
                "or the noise are too large to come down farther."
            ),
            "large": self.tr(
                "Most steps with η = {rate} go against the one before: it jumps to and fro across the valley "
                "instead of along it."
            ),
            "small": self.tr(
                "Steps with η = {rate} go the right way but hardly get on: the last 20 took off less than a fifth of "
                "the loss."
            ),
            "good": self.tr("Steps with η = {rate} get on steadily: from {first} to {loss} in {steps} steps."),
        }
        return sentences[finding]

    def head(self, optimizer: str, gone: bool) -> str:
        """What stands at the head of a path."""
        name = self.optimizer(optimizer)
        return self.tr("{name}: diverged").format(name=name) if gone else name

    def outside(self, optimizer: str, gone: bool, downhill: bool) -> str:
        """What stands at the border where a path has left the picture."""
        texts = {
            (True, False): self.tr("{name} diverged"),
            (True, True): self.tr("{name} left downhill"),
            (False, True): self.tr("{name} is outside, lower"),
            (False, False): self.tr("{name} is outside"),
        }
        return texts[gone, downhill].format(name=self.optimizer(optimizer))

    def term(self, name: str) -> str:
        """A term of a step, as it is read out."""
        names = {
            "w": self.tr("w, where the step starts"),
            "g": self.tr("g, the gradient there"),
            "new_v": self.tr("v after the step"),
            "new_h": self.tr("h after the step"),
            "new_m": self.tr("m after the step"),
            "corrected_m": self.tr("m corrected for its start at zero"),
            "corrected_v": self.tr("v corrected for its start at zero"),
            "change": self.tr("Δ, the change of w"),
            "new_w": self.tr("w after the step"),
        }
        return names[name]
