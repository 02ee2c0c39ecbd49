"""The pane's words: captions, names of units, legend titles and read-outs, all translatable."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import trained_count
from nnviz.notation import SUBSCRIPTS, Notation
from nnviz.session.names import layer_name, name_of
from nnviz.theme.theme import Theme
from nnviz.views.network.scene import UnitRef
from nnviz.widgets.numerals import short

MOST_LIMITS = 7
"""More limits than this are not listed one by one."""


@dataclass(frozen=True)
class Caption:
    """Two lines above a column; `brief` is the title, and `details` are the second lines, where room is short: the
    longest that fits is shown. current: something is being computed here."""

    title: str
    detail: str
    brief: str = ""
    details: tuple[str, ...] = ()
    current: bool = False


@dataclass(frozen=True)
class Readout:
    """What is known of a unit: its name, then pairs of symbol and number."""

    name: str
    rows: tuple[tuple[str, str], ...]

    @property
    def sentence(self) -> str:
        """One line for a screen reader."""
        return ", ".join((self.name, *(f"{symbol} = {number}" for symbol, number in self.rows)))


class NetworkWords(QObject):
    """Words about the network of one experiment after another, in the theme's notation."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @property
    def notation(self) -> Notation:
        """How formulas are written."""
        return self._theme.notation

    def activation(self, name: str) -> str:
        """What an activation is called on screen."""
        return name_of("activation", name)

    def layer(self, experiment: Experiment, layer: int) -> str:
        """The name of a layer, 0 being the input."""
        return layer_name(layer, len(experiment.sizes) - 1)

    def caption(self, experiment: Experiment, layer: int) -> Caption:
        """The two lines above the column of a layer."""
        units, title = experiment.sizes[layer], self.layer(experiment, layer)
        if layer == 0:
            return Caption(title, f"{units:,}", self.tr("in"))
        activation = self.activation(activation_of(experiment, layer))
        last = layer == len(experiment.sizes) - 1
        brief = self.tr("out") if last else self.tr("h{number}").format(number=layer)
        full, terse = self._extras(experiment, layer)
        # Where not even these have room, dots say that the activation is not all there is.
        shorter = (f"{activation}{terse}", f"{activation} · …") if terse else ()
        details = (f"{units:,} {activation}{terse}", *shorter, activation, f"{units:,}")
        return Caption(title, f"{units:,} {activation}{full}", brief, details)

    def functions(self, experiment: Experiment) -> list[str]:
        """What the values of each layer behind the input come from: its activation, and whether it is residual."""
        residual = self.tr("{activation} + skip")
        names = [(self.activation(layer.activation), layer.residual) for layer in experiment.layers]
        found = [residual.format(activation=name) if adds else name for name, adds in names]
        return [*found, self.activation(experiment.output)]

    def parameters(self, experiment: Experiment) -> str:
        """How many numbers the network learns."""
        return self.tr("{count} parameters").format(count=f"{trained_count(experiment):,}")

    def edges(self, drawn: int, total: int) -> str:
        """How many edges are on screen."""
        return self.tr("{drawn} of {total} edges drawn").format(drawn=f"{drawn:,}", total=f"{total:,}")

    def more(self, count: int) -> str:
        """How many units a gap stands for."""
        return self.tr("{count} more").format(count=f"{count:,}")

    def unit(self, experiment: Experiment, ref: UnitRef, names: tuple[str, ...], columns: int) -> str:
        """The name of a unit; `columns` is the width of an input image, 0 where there is none."""
        layer = self.layer(experiment, ref.layer)
        if ref.layer == 0 and columns:
            row, column = divmod(ref.unit, columns)
            return self.tr("{layer}, pixel in row {row}, column {column}").format(
                layer=layer, row=row + 1, column=column + 1
            )
        if ref.layer == len(experiment.sizes) - 1 and names:
            return self.tr("{layer}, class {name}").format(layer=layer, name=names[ref.unit])
        return self.tr("{layer}, unit {number}").format(layer=layer, number=ref.unit + 1)

    def weight(self, experiment: Experiment, layer: int, i: int, j: int) -> str:
        """The name of the edge W[layer][i, j]."""
        return self.tr("weight {layer}, {i} → {j}").format(layer=self.layer(experiment, layer + 1), i=i + 1, j=j + 1)

    def value_row(self, name: str) -> str:
        """Beside the value of an input."""
        return self.tr("value {name}").format(name=name)

    def sum_row(self) -> str:
        """Beside z of a unit."""
        return self.tr("weighted sum {z}").format(z=self.notation.z)

    def partial_row(self) -> str:
        """Beside z of a unit while its terms arrive."""
        return self.tr("sum so far")

    def upstream_row(self) -> str:
        """Beside ∂L/∂a of a unit."""
        return self.tr("arrived {upstream}").format(upstream=f"∂L/∂{self.notation.a}")

    def not_reached(self) -> str:
        """What stands where the animated iteration has not been yet."""
        return self.tr("not reached yet")

    def normalised_row(self) -> str:
        """Beside n of a unit."""
        return self.tr("normalised n")

    def activation_row(self, experiment: Experiment, layer: int) -> str:
        """Beside a of a unit."""
        normed, residual = extras_of(experiment, layer)
        a, entering = self.notation.a, "n" if normed else self.notation.z
        function = f"{self.activation(activation_of(experiment, layer))}({entering})"
        if residual:
            return self.tr("activation {a} = {function} + skip").format(a=a, function=function)
        return self.tr("activation {a} = {function}").format(a=a, function=function)

    def bias_row(self) -> str:
        """Beside b of a unit."""
        return self.tr("bias b")

    def weight_row(self, i: int, j: int) -> str:
        """Beside the weight from unit i to unit j, both counted from 0."""
        return self.tr("weight {w}").format(w=self.notation.weight(i + 1, j + 1))

    def weights_caption(self, low: str, high: str) -> str:
        """What stands below the picture of a unit's weights."""
        return self.tr("weights {low} … {high}").format(low=low, high=high)

    def plane_caption(self, low: str, high: str) -> str:
        """What stands below the picture of a unit over the plane."""
        return self.tr("over all inputs, {low} … {high}").format(low=low, high=high)

    def probability(self, name: str) -> str:
        """What the single unit of a two-class network says."""
        return self.tr("P({name})").format(name=name)

    def no_pass(self) -> str:
        """What stands where values are not known yet."""
        return self.tr("no input yet")

    def weight_title(self) -> str:
        """Legend title of the edges."""
        return self.tr("weight")

    def weights_title(self) -> str:
        """Legend title of the edges where each matrix has its own scale."""
        return self.tr("weight, per layer")

    def limits(self, limits: tuple[float, ...], beyond: bool) -> str:
        """The ends of the matrices' scales from left to right, of very many the least and the greatest."""
        if len(limits) > MOST_LIMITS:
            text = self.tr("{least} to {greatest}").format(least=short(min(limits)), greatest=short(max(limits)))
        else:
            text = " | ".join(map(short, limits))
        return (self.tr("≥ {limits}") if beyond else self.tr("± {limits}")).format(limits=text)

    def bias_title(self) -> str:
        """Legend title of the small marks."""
        return self.tr("bias")

    def term(self) -> str:
        """Legend title of the pulses that run forward."""
        return self.tr("term {product}").format(product=f"w·{self.notation.a}")

    def back_term(self) -> str:
        """Legend title of the pulses that run backward."""
        return self.tr("term {product}").format(product="w·δ")

    def sum_title(self) -> str:
        """Legend title of weighted sums."""
        return self.tr("sum {z}").format(z=self.notation.z)

    def upstream_title(self) -> str:
        """Legend title of ∂L/∂a and of δ, which have one scale, while ∂L/∂a arrives."""
        return self.tr("{upstream} and δ").format(upstream=f"∂L/∂{self.notation.a}")

    def delta_title(self) -> str:
        """Legend title of δ."""
        return f"δ = ∂L/∂{self.notation.z}"

    def gradient_title(self) -> str:
        """Legend title of edges that show their gradient."""
        return self.tr("gradient ∂L/∂W")

    def update_title(self) -> str:
        """Legend title of what the update adds to the weights."""
        return self.tr("change ΔW")

    def terms(self, drawn: int, total: int) -> str:
        """How many of the terms of a layer's sums are on screen."""
        return self.tr("{drawn} of {total} terms drawn").format(drawn=f"{drawn:,}", total=f"{total:,}")

    def changes(self, drawn: int, total: int) -> str:
        """How many of the changes of the update are set off."""
        return self.tr("{drawn} of {total} changes set off").format(drawn=f"{drawn:,}", total=f"{total:,}")

    def target(self) -> str:
        """Below the caption of the outputs: what the triangles on their bars are."""
        return self.tr("▲ target t")

    def loss(self, name: str) -> str:
        """What a loss is called."""
        return name_of("loss", name)

    def loss_value(self, value: str, samples: int) -> str:
        """The value of the loss; of several samples it is their mean."""
        return value if samples == 1 else self.tr("{value}, mean of {samples}").format(value=value, samples=samples)

    def input_title(self, image: bool) -> str:
        """Legend title of the input's scale."""
        return self.tr("pixel") if image else self.tr("input")

    def _extras(self, experiment: Experiment, layer: int) -> tuple[str, str]:
        """What follows the activation of a layer that is normalised or residual, in full and in brief."""
        there = extras_of(experiment, layer)
        names = ((self.tr("batch norm"), self.tr("residual")), (self.tr("BN"), self.tr("res")))
        full, brief = ("".join(f" · {name}" for name, has in zip(pair, there, strict=True) if has) for pair in names)
        return full, brief


def extras_of(experiment: Experiment, layer: int) -> tuple[bool, bool]:
    """Whether a layer has batch normalisation, and whether it is residual; the output never."""
    spec = (*experiment.layers, LayerSpec())[layer - 1]
    return spec.batch_norm, spec.residual


def activation_of(experiment: Experiment, layer: int) -> str:
    """The activation of a layer, 1 being the first after the input."""
    return (*(spec.activation for spec in experiment.layers), experiment.output)[layer - 1]


def input_name(unit: int) -> str:
    """x₁, x₂, …: input units count from 1 as in the course books."""
    return "x" + str(unit + 1).translate(SUBSCRIPTS)
