"""LearningWords: what the section “learning” says about its last update and about what came of it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.engine.perceptron import rounded
from nnviz.session.labs.perceptron.learning import LearningPart
from nnviz.widgets.numerals import NO_BREAK, short


class LearningWords(QObject):
    """Sentences about the model."""

    def now(self, model: LearningPart) -> str:
        """The newest update with its numbers."""
        update = model.last
        if update is None:
            return self.tr("All weights are 0. Press Step to show the first sample.")
        fields = {"n": model.log[-1][0], "sum": short(update.sum), "y": update.y, "t": update.target}
        told = self.tr("Sample {n}: Σ = {sum}, so y = {y}; it should be t = {t}.").format(**fields)
        if not update.changed:
            right = self.tr("Right: nothing changes.")
            return f"{told} {right}"
        rate, error = short(model.rate), short(update.target - update.y)
        after = (update.unit.w1, update.unit.w2, update.unit.bias)
        terms = [
            f"{name}: {short(rounded(value - change))} {_sign(change)} {short(abs(change))} = {short(value)}"
            for name, change, value in zip(("w₁", "w₂", "b"), update.change, after, strict=True)
        ]
        # A formula is not to be broken between its signs.
        written = (term.replace(" ", NO_BREAK) for term in (f"η (t − y) = {rate} · ({error})", *terms))
        return f"{told} {', '.join(written)}"

    def verdict(self, model: LearningPart) -> str:
        """What came of it so far."""
        counted = self.tr("{updates} updates in {shown} samples.").format(updates=model.updates, shown=model.shown)
        if not model.points:
            return self.tr("There is no point to learn: click into the plane.")
        if model.learned:
            return self.tr("Learnt after {updates} updates: {count} right in a row.").format(
                updates=model.updates, count=len(model.points)
            )
        if model.cycle:
            first, again = model.cycle
            told = self.tr("It goes round in circles: the weights after sample {again} are those after sample {first}.")
            return told.format(first=first, again=again)
        return counted

    def reason(self, model: LearningPart) -> str:
        """Why it cannot learn this, once it has gone round."""
        if not model.cycle or model.separable:
            return ""
        if model.data == "XOR":
            return self.tr(
                "It never ends, as no weights do XOR. They would need b ≤ 0, w₁ + b > 0, w₂ + b > 0 and "
                "w₁ + w₂ + b ≤ 0. Add the middle two: w₁ + w₂ + 2b > 0, so w₁ + w₂ + b > −b ≥ 0: a contradiction. "
                "XOR is not linearly separable."
            )
        return self.tr(
            "It never ends, as no line parts the filled points from the rings: they are not linearly separable."
        )


def _sign(change: float) -> str:
    return "+" if change >= 0 else "−"
