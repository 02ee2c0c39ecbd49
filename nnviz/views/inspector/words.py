"""The inspector's words: names of units, what numbers are called, how formulas are read, all translatable."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.engine.experiment import Experiment
from nnviz.notation import Notation
from nnviz.session.names import layer_name, name_of
from nnviz.theme.theme import Theme
from nnviz.views.inspector.reading import Choice, Reading
from nnviz.widgets.numerals import MINUS, short


class InspectorWords(QObject):
    """Names and sentences, with the letters of the theme's notation."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @property
    def notation(self) -> Notation:
        """How formulas are written."""
        return self._theme.notation

    def layer(self, experiment: Experiment, layer: int) -> str:
        """The name of a layer, 0 being the input."""
        return layer_name(layer, len(experiment.sizes) - 1)

    def unit(self, experiment: Experiment, choice: Choice, classes: tuple[str, ...], columns: int) -> str:
        """The name of a unit; `columns` is the width of an input image, 0 where there is none."""
        layer, unit = self.layer(experiment, choice.layer), choice.unit
        if choice.layer == 0 and columns:
            row, column = divmod(unit, columns)
            return self.tr("{layer} · pixel in row {row}, column {column}").format(
                layer=layer, row=row + 1, column=column + 1
            )
        if choice.layer == len(experiment.sizes) - 1 and len(classes) == experiment.outputs:
            return self.tr("{layer} · class {name}").format(layer=layer, name=classes[unit])
        return self.tr("{layer} · unit {number}").format(layer=layer, number=unit + 1)

    def weight(self, source: str, target: str) -> str:
        """The name of a weight."""
        return self.tr("{source} → {target}").format(source=source, target=target)

    def about(self, reading: Reading, choice: Choice) -> str:
        """The line below the title: which sample's values these are."""
        text = self.tr("{sample} · iteration {iteration}")
        return text.format(sample=self.sample(reading), iteration=f"{reading.step.iteration:,}")

    def sample(self, reading: Reading) -> str:
        """What goes through the network: a drawing, a test sample, a point, or a row of the mini-batch."""
        shown = reading.shown
        if shown is None:
            text = self.tr("sample {number} of {samples} of the mini-batch")
            return text.format(number=reading.sample + 1, samples=reading.step.samples)
        if shown.sample is not None:
            return self.tr("test sample {number}").format(number=shown.sample)
        if shown.digit_score is not None:
            return self.tr("your drawing")
        x1, x2 = (f"{value:.2f}".replace("-", MINUS) for value in shown.raw[:2])
        return self.tr("point ({x1}, {x2})").format(x1=x1, x2=x2)

    def activity(self, off: bool, dropped: float, residual: bool = False) -> str:
        """A remark where a is not f(z)."""
        z, a = self.notation.z, self.notation.a
        if off:
            return self.tr("Switched off: {a} is 0 whatever {z} is, and nothing flows back.").format(a=a, z=z)
        if dropped == 0 and residual:
            text = self.tr("Dropped in this pass: {a} is what the layer before puts out, and only that flows back.")
            return text.format(a=a)
        if dropped == 0:
            return self.tr("Dropped in this pass: {a} is 0, and nothing flows back.").format(a=a)
        if dropped != 1 and residual:
            return self.tr("Kept by dropout: f times {factor} is added.").format(factor=short(dropped))
        if dropped != 1:
            return self.tr("Kept by dropout: {a} is f({z}) times {factor}.").format(a=a, z=z, factor=short(dropped))
        return ""

    def piece(self, piece: int, normed: bool = False) -> str:
        """Which of a maxout unit's sums is shown."""
        if normed:
            text = self.tr("Sum {number} is the largest when normalised: its weights are shown.")
        else:
            text = self.tr("Sum {number} is the largest: its weights are shown, and only they learn.")
        return text.format(number=piece + 1)

    def averages(self) -> str:
        """Where μ and σ² come from when a single sample is looked at."""
        return self.tr(
            "μ and σ² are running averages, as whenever the network answers; training takes those of each mini-batch."
        )

    def law(self, name: str, argument: str = "z", result: str = "a") -> str:
        """How an activation's formula is read; letters as the program's own notation has them."""
        text, write = self.tr("{result} is {name} of {argument}"), self.notation.lettered
        return text.format(result=write(result), name=name_of("activation", name), argument=write(argument))

    def slope(self, name: str, argument: str = "z") -> str:
        """How its derivative is read."""
        text = self.tr("f prime of {argument}, the slope of {name}")
        return text.format(argument=self.notation.lettered(argument), name=name_of("activation", name))

    def said(self, formula: str) -> str:
        """How a formula is read."""
        sentences = {
            "sum": self.tr("{z} j is the sum over i of w {ij} times {a} i, plus b j"),
            "upstream": self.tr("the gradient of {a} j is the sum over k of w {jk} times delta k of the next layer"),
            "upstream_skip": self.tr(
                "the gradient of {a} j is the sum over k of w {jk} times delta k of the next layer, plus the gradient "
                "of the same unit's {a} in the next layer, which comes over its skip connection"
            ),
            "normalised": self.tr("x hat is {z} minus mu, over the root of sigma squared plus epsilon"),
            "scaled_and_shifted": self.tr("n is gamma times x hat plus beta"),
            "skipped": self.tr("{a} is f plus the {a} of the same unit of the layer before"),
            "inner": self.tr("the gradient of n is the gradient of f times the slope at n"),
            "delta_normalised": self.tr(
                "delta is gamma over the root of sigma squared plus epsilon times the gradient of n, by the "
                "mini-batch's own statistics less what mu and sigma squared take back"
            ),
            "loss_slope": self.tr("the gradient of the output, from the loss"),
            "delta": self.tr("delta is the gradient of {a} times the slope at {z}"),
            "delta_fused": self.tr("delta is y minus t, divided by n, the number of samples"),
            "delta_softmax": self.tr("delta j is {a} j times the gradient of {a} j less the mean of all gradients"),
            "gradient_bias": self.tr("the gradient of b is the sum of delta over the samples"),
            "gradient_weight": self.tr("the gradient of w is the sum of {a} times delta over the samples"),
            "penalised": self.tr("g is the gradient of w plus the penalties"),
            "descent": self.tr("the next value is the old one minus eta times g"),
            "velocity": self.tr("the next v is alpha times v minus eta times g"),
            "heavy": self.tr("the next value is the old one plus the next v"),
            "ahead": self.tr("the next value is the old one plus alpha times the next v minus eta times g"),
            "gathered": self.tr("the next h is h plus g squared"),
            "faded": self.tr("the next h is rho times h plus 1 minus rho times g squared"),
            "scaled": self.tr("the next value is the old one minus eta times g over the root of the next h"),
            "mean_m": self.tr("the next m is beta 1 times m plus 1 minus beta 1 times g"),
            "mean_v": self.tr("the next v is beta 2 times v plus 1 minus beta 2 times g squared"),
            "unbiased_m": self.tr("m hat is the next m over 1 minus beta 1 to the power of t"),
            "unbiased_v": self.tr("v hat is the next v over 1 minus beta 2 to the power of t"),
            "adaptive": self.tr("the next value is the old one minus eta times m hat over the root of v hat"),
        }
        notation, step = self.notation, 1 if self.notation.order == "ij" else -1
        indices = {pair: " ".join(pair[::step]) for pair in ("ij", "jk")}
        return sentences[formula].format(z=notation.z, a=notation.a, **indices)

    def title_of(self, symbol: str) -> str:
        """What a number is called in full."""
        names = {
            "z": self.tr("weighted sum with bias (pre-activation)"), "a": self.tr("activation"),
            "y": self.tr("activation, the output"), "alpha": self.tr("slope below 0"),
            "dalpha": self.tr("gradient of the slope"), "slope": self.tr("slope"),
            "upstream": self.tr("gradient of {a}"), "delta": self.tr("gradient of {z}"), "db": self.tr("gradient of b"),
            "bias": self.tr("bias"), "new_bias": self.tr("next bias"), "w": self.tr("weight"),
            "input": self.tr("from its source"), "dW": self.tr("gradient of w"),
            "penalty": self.tr("penalty"), "g": self.tr("gradient used"),
            "new_w": self.tr("next weight"), "learning_rate": self.tr("learning rate"), "loss": self.tr("loss"),
            "target": self.tr("target"), "dW_norm": self.tr("norm of dW"),
            "dW_low": self.tr("least of dW"), "dW_high": self.tr("most of dW"),
            "mean": self.tr("mean of {z} in the mini-batch"), "variance": self.tr("variance of {z} in the mini-batch"),
            "running_mean": self.tr("running mean of {z}"), "running_variance": self.tr("running variance of {z}"),
            "normalised": self.tr("normalised {z}"), "gamma": self.tr("trained scale"),
            "beta": self.tr("trained shift"), "n": self.tr("what enters f"), "skip": self.tr("{a} of the layer before"),
            "dn": self.tr("gradient of n"), "dgamma": self.tr("gradient of γ"), "dbeta": self.tr("gradient of β"),
            "upstream_f": self.tr("gradient of f"),
        }  # fmt: skip
        return names[symbol].format(z=self.notation.z, a=self.notation.a)

    def accumulator(self, optimizer: str, name: str) -> str:
        """What an optimizer's array is called."""
        names = {
            ("momentum", "v"): self.tr("velocity"), ("nesterov", "v"): self.tr("velocity"),
            ("adagrad", "h"): self.tr("sum of squares"), ("rmsprop", "h"): self.tr("mean of squares"),
            ("adam", "m"): self.tr("mean of gradients"), ("adam", "v"): self.tr("mean of squares"),
        }  # fmt: skip
        return names[optimizer, name]

    def following(self, name: str) -> str:
        """The same after the update."""
        return self.tr("next {name}").format(name=name)

    def unknown_accumulators(self) -> str:
        """Why the update cannot be shown while it trains."""
        return self.tr("Pause to see the optimizer's accumulators and the next value.")

    def frozen(self) -> str:
        """Why an update does nothing."""
        return self.tr("Frozen: the update leaves it as it is.")
