"""The pane's words: names of layers and activations, and sentences about what goes on in them."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject

from nnviz.engine.diagnosis import LOUD, Diagnosis, LayerDiagnosis, verdict
from nnviz.session.names import layer_name, name_of
from nnviz.widgets.numerals import percent, short


class LayerWords(QObject):
    """Words about the layers of one experiment after another."""

    def layer(self, k: int, count: int) -> str:
        """The name of weight layer k of `count`: that of the units it leads into."""
        return layer_name(k + 1, count)

    def header(self, k: int, count: int, units: int, activation: str, batch_norm: bool, residual: bool) -> str:
        """Name, size and activation of a layer, and what else it has."""
        header = self.tr("{name} · {units} {activation}").format(
            name=self.layer(k, count), units=f"{units:,}", activation=name_of("activation", activation)
        )
        extras = ((self.tr("batch norm"), batch_norm), (self.tr("residual"), residual))
        return " · ".join((header, *(name for name, has in extras if has)))

    def gradients(self, diagnosis: Diagnosis) -> str:
        """What is wrong with the gradients, "" where nothing is."""
        layers, finding = diagnosis.layers, verdict(diagnosis)
        first, last = layers[0].gradient_scale, layers[-1].gradient_scale
        norm = max((layer.gradient_norm for layer in layers), key=lambda norm: (math.isnan(norm), norm))
        texts = {
            "vanishing": self.tr(
                "Gradients vanish towards the input: those of {first} are {ratio} of those of the {last} layer."
            ),
            "exploding": self.tr(
                "Gradients explode towards the input: those of {first} are {ratio} times those of the {last} layer."
            ),
            "large": self.tr("Gradients explode: the largest norm is {norm}."),
            "": "",
        }
        grows = finding == "exploding" and first > LOUD * last > 0
        return texts["large" if finding == "exploding" and not grows else finding].format(
            first=self.layer(0, len(layers)), last=self.layer(len(layers) - 1, len(layers)),
            ratio=short(first / last if last else math.nan, 2), norm=short(norm, 2),
        )  # fmt: skip

    def fact(self, name: str) -> str:
        """What a number of a layer is called."""
        names = {
            "gradient_norm": self.tr("gradient norm"),
            "saturated": self.tr("saturated units"),
            "dead": self.tr("dead units"),
            "update_ratio": self.tr("update ratio"),
        }
        return names[name]

    def tip(self, name: str) -> str:
        """What a number of a layer means."""
        tips = {
            "saturated": self.tr(
                "Values on the flat ends of the activation function, where its slope is less than a twentieth of the "
                "largest: hardly any gradient passes there."
            ),
            "dead": self.tr("Units that put out 0 for every sample: no gradient reaches their weights."),
            "update_ratio": self.tr(
                "‖ΔW‖ / ‖W‖: how large the last update is, compared with the weights. About 10⁻³ is a good size: much "
                "less learns slowly, much more is restless."
            ),
        }
        return tips[name]

    def sentence(self, layer: LayerDiagnosis) -> str:
        """All facts of a layer in one sentence for a screen reader; those that it does not have are left out."""
        writers = {"saturated": percent, "dead": percent}
        facts = {name: getattr(layer, name) for name in ("gradient_norm", "saturated", "dead", "update_ratio")}
        known = [
            f"{self.fact(name)} {writers.get(name, short)(value)}"
            for name, value in facts.items()
            if not math.isnan(value)
        ]
        ranges = {
            self.tr("activations"): layer.activations,
            self.tr("weights"): layer.weights,
            self.tr("gradients"): layer.gradients,
        }
        known += [
            self.tr("{what} from {low} to {high}").format(
                what=what, low=short(float(values.edges[0])), high=short(float(values.edges[-1]))
            )
            for what, values in ranges.items()
        ]
        return ", ".join(known)
