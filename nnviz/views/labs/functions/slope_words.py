"""SlopeWords: sentences about a learning rate and a ball, from what the model computes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.session.labs.functions.slope import MANY_STEPS, SlopePart
from nnviz.widgets.numerals import short


class SlopeWords(QObject):
    """Turns the model's words into sentences."""

    def curves(self) -> dict[str, str]:
        """Names of the curves."""
        return {
            "parabola": self.tr("Parabola ½ c x²"),
            "double_well": self.tr("Two minima ¼ (x² − 1)²"),
            "waves": self.tr("Waves x²/8 + ½ (1 − cos 3x)"),
            "absolute": self.tr("Kink |x|"),
            "plateau": self.tr("Plateau x² / (1 + x²)"),
        }

    def zones(self) -> dict[str, str]:
        """Names of the zones of the learning rate."""
        return {
            "small": self.tr("too small"), "right": self.tr("right"), "large": self.tr("too large"),
            "diverging": self.tr("diverging"), "none": self.tr("without curvature no rate is safe"),
        }  # fmt: skip

    def verdict(self, part: SlopePart) -> str:
        """What the learning rate leads to, in a few words."""
        if part.verdict != "diverging" and part.state in ("outside", "gone"):
            return self.tr("Too large out here: it is thrown out")
        return {
            "small": self.tr("Too small: it crawls"),
            "right": self.tr("Right: straight to the minimum"),
            "exact": self.tr("Just right: 1/c, one step"),
            "large": self.tr("Too large: it jumps over the minimum"),
            "swinging": self.tr("2/c: it swings for ever"),
            "diverging": self.tr("Diverging: farther away at each step"),
            "kink": self.tr("No curvature: it never settles"),
        }[part.verdict]

    def reason(self, part: SlopePart) -> str:
        """Why, with the numbers."""
        text = {
            "small": self.tr(
                "Each step leaves {factor} of the distance to the minimum; {steps} steps leave a hundredth."
            ),
            "right": self.tr(
                "Each step leaves {factor} of the distance to the minimum; {steps} steps leave a hundredth."
            ),
            "exact": self.tr("1 − η c = 0: nothing is left of the distance to the minimum."),
            "large": self.tr(
                "1 − η c = {factor}: each step lands on the other side, but nearer; {steps} steps leave a hundredth."
            ),
            "swinging": self.tr("1 − η c = −1: each step lands just as far away on the other side."),
            "diverging": self.tr("1 − η c = {factor}: each step lands on the other side and farther away."),
            "kink": self.tr(
                "The slope is ±1 up to the kink, so every step is η = {rate} long, also close to the minimum."
            ),
        }[part.verdict].format(factor=short(part.factor), steps=part.steps_to_hundredth, rate=short(part.rate))
        if part.name == "parabola" or part.verdict == "kink":
            return text
        place = self.tr("The minimum below has x = {x} and curvature c = f″ = {c}. Close to it:")
        return f"{place.format(x=short(part.minimum), c=short(part.minimum_curvature))} {text}"

    def state(self, part: SlopePart) -> str:
        """What has become of the ball, "" while it is on its way."""
        count = len(part.moves)
        bound = self.tr("2/c = {bound}").format(bound=short(part.bounds[-1])) if part.bounds else "2/c"
        outside = self.tr("It has left the plot. It may come back, or be lost: a smaller η is safer.")
        if part.verdict == "diverging":
            outside = self.tr("It has left the plot, each step takes it farther. Take η below {bound} and reset.")
        text = {
            "settled": self.tr("It lies still at x = {x} after {count} steps."),
            "outside": outside,
            "gone": self.tr("Diverged: x = {x} after {count} steps. Take η below {bound} and reset."),
        }.get(part.state, "")
        if not text and count and count % MANY_STEPS == 0 and not part.playing:
            text = self.tr("Still moving after {count} steps; it pauses here.")
        return text.format(x=short(part.x), count=count, bound=bound)

    def outside(self, part: SlopePart) -> str:
        """At the edge of the plot, behind which the ball is."""
        right = part.x > 0
        text = self.tr("the ball is at x = {x} →") if right else self.tr("← the ball is at x = {x}")
        return text.format(x=short(part.x))
