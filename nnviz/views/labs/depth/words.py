"""DepthWords: names of layers, and sentences about what the engine has found out about them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontMetricsF

from nnviz.engine.depth import ALIKE, Finding
from nnviz.session.names import layer_name
from nnviz.widgets.numerals import percent, short

SLACK = 4.0
"""Pixels between two names at least."""


class DepthWords(QObject):
    """Words that several parts of the page need."""

    def layer(self, k: int, count: int) -> str:
        """The name of weight layer k of `count`: that of the units it leads into."""
        return layer_name(k + 1, count)

    def brief(self, k: int, count: int) -> str:
        """The same where there is little room."""
        return self.tr("out") if k == count - 1 else str(k + 1)

    def fitting(self, count: int, width: float, metrics: QFontMetricsF) -> list[str]:
        """Names of all weight layers, brief ones where a column of that width has no room for the others."""
        names = [self.layer(k, count) for k in range(count)]
        if max(map(metrics.horizontalAdvance, names)) > width - SLACK:
            names = [self.brief(k, count) for k in range(count)]
        return names

    def layers(self, first: int, last: int) -> str:
        """Hidden layers by their numbers."""
        if first == last:
            return self.tr("hidden layer {first}").format(first=first)
        return self.tr("hidden layers {first}–{last}").format(first=first, last=last)

    def findings(self, found: tuple[Finding, ...]) -> str:
        """All findings, one sentence each."""
        return " ".join(self._sentence(finding) for finding in found)

    def _sentence(self, finding: Finding) -> str:
        texts = {
            "collapse": self.tr(
                "Activations collapse to {value} in {layers}: every unit says the same (deviation below {alike})."
            ),
            "saturated": self.tr("In {layers}, up to {share} of the units are saturated: hardly any gradient passes."),
            "dead": self.tr("In {layers}, up to {share} of the units are dead: they put out 0 for every sample."),
            "growth": self.tr("Activations grow from layer to layer: in the last they are {value} times as wide."),
            "vanishing": self.tr(
                "Gradients vanish towards the input: their RMS in hidden 1 is {value} of that in the output layer."
            ),
            "exploding": self.tr(
                "Gradients explode towards the input: their RMS in hidden 1 is {value} times that in the output layer."
            ),
            "healthy": self.tr(
                "Nothing collapses, vanishes or explodes: RMS gradient of hidden 1 {value} times that of the output."
            ),
        }
        value = round(finding.value, 2) if finding.kind == "collapse" else finding.value
        return texts[finding.kind].format(
            layers=self.layers(finding.first, finding.last), alike=short(ALIKE),
            value=short(value, 2), share=percent(value, 0),
        )  # fmt: skip
