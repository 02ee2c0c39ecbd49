"""WorksheetWords: everything that a worksheet says, on paper and on screen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.session.names import name_of
from nnviz.worksheets.answers import EMPTY, RIGHT, ROUNDED, UNREADABLE, WRONG, Verdict
from nnviz.worksheets.lines import BACKWARD, FORWARD, GRADIENTS, LOSS, UPDATE
from nnviz.worksheets.quantity import Quantity
from nnviz.worksheets.sheet import Worksheet
from nnviz.worksheets.slips import Slip


class WorksheetWords(QObject):
    """Texts in the language in front."""

    def title(self, solution: bool) -> str:
        """What stands at the top."""
        return self.tr("Worksheet: solution") if solution else self.tr("Worksheet: one training step by hand")

    def network(self, sheet: Worksheet) -> str:
        """What is to be done."""
        sizes = "-".join(map(str, sheet.experiment.sizes))
        text = self.tr("A {sizes} network, one sample: forward pass, loss, backward pass and update.")
        return text.format(sizes=sizes)

    def rounding(self, sheet: Worksheet) -> str:
        """How is rounded."""
        if sheet.carried:
            text = self.tr(
                "Write every result with {decimals} decimals, and go on calculating with what you have written: each "
                "line is computed from rounded values."
            )
        else:
            text = self.tr(
                "Write every result with {decimals} decimals. Each line is computed from exact values; one unit more "
                "or less in the last place is no mistake."
            )
        return text.format(decimals=sheet.decimals)

    def rounding_short(self, sheet: Worksheet) -> str:
        """The same at the foot of a page."""
        if sheet.carried:
            return self.tr("{decimals} decimals, from rounded values").format(decimals=sheet.decimals)
        return self.tr("{decimals} decimals, from exact values").format(decimals=sheet.decimals)

    def optimizer(self, sheet: Worksheet) -> str:
        """What the sheet leaves out; "" where that is nothing."""
        if sheet.is_plain:
            return ""
        text = self.tr(
            "The network itself is trained with {optimizer}; here it makes a plain step of gradient descent with its "
            "learning rate, without penalties."
        )
        return text.format(optimizer=name_of("optimizer", sheet.subject.experiment.optimizer))

    def foot(self, sheet: Worksheet) -> str:
        """What identifies the sheet."""
        return self.tr("seed {seed}").format(seed=sheet.experiment.seed) + " · " + self.rounding_short(sheet)

    def page(self, number: int, count: int) -> str:
        """Which page it is."""
        return self.tr("Page {number} of {count}").format(number=number, count=count)

    def name_line(self) -> tuple[str, str]:
        """What is to be filled in at the top."""
        return self.tr("Name"), self.tr("Date")

    def given(self) -> str:
        """Title of the given values."""
        return self.tr("Given")

    def section(self, name: str) -> str:
        """Title of a section."""
        titles = {
            FORWARD: self.tr("Forward pass"), LOSS: self.tr("Loss"), BACKWARD: self.tr("Backward pass"),
            GRADIENTS: self.tr("Gradients"), UPDATE: self.tr("Update"),
        }  # fmt: skip
        return titles[name]

    def spoken(self, quantity: Quantity) -> str:
        """A quantity as a screen reader should say it."""
        kind, layer, unit, source = quantity
        texts = {
            "x": self.tr("x {unit}"), "t": self.tr("t {unit}, the target"), "y": self.tr("y {unit}, the output"),
            "rate": self.tr("eta, the learning rate"), "loss": self.tr("L, the loss"),
            "z": self.tr("weighted sum of unit {unit} in layer {layer}"),
            "a": self.tr("activation of unit {unit} in layer {layer}"),
            "delta": self.tr("delta of unit {unit} in layer {layer}"),
            "w": self.tr("weight from unit {source} to unit {unit} of layer {layer}"),
            "b": self.tr("bias of unit {unit} in layer {layer}"),
            "dw": self.tr("gradient of the weight from unit {source} to unit {unit} of layer {layer}"),
            "db": self.tr("gradient of the bias of unit {unit} in layer {layer}"),
            "new_w": self.tr("new weight from unit {source} to unit {unit} of layer {layer}"),
            "new_b": self.tr("new bias of unit {unit} in layer {layer}"),
        }  # fmt: skip
        return texts[kind].format(unit=unit + 1, layer=layer, source=source + 1)

    def verdict(self, verdict: Verdict) -> str:
        """What an answer is worth, in a word or two."""
        if verdict.slip is not None:
            return self.tr("not right: see below")
        words = {
            RIGHT: self.tr("right"), ROUNDED: self.tr("right, rounded differently"), WRONG: self.tr("not right"),
            UNREADABLE: self.tr("no number"), EMPTY: "",
        }  # fmt: skip
        return words[verdict.kind]

    def advice(self, verdict: Verdict, term: str) -> str:
        """What is said about an answer that is not right; `term`: the addend that a slip is about."""
        if verdict.kind == UNREADABLE:
            return self.tr("This is no number. Write it as 0.25, 0,25, −3/4 or 2e-3.")
        if verdict.kind != WRONG:
            return ""
        if verdict.slip is None:
            return self.tr("No single slip explains this answer. Work the terms out one by one.")
        return self.slip(verdict.slip).format(term=term)

    def rule(self, section: str) -> str:
        """How the formulas of a section are read."""
        texts = {
            FORWARD: self.tr("weighted sum plus bias, then the activation function"),
            LOSS: self.tr("the loss of the outputs and their targets"),
            BACKWARD: self.tr("delta of the outputs, then of each layer before it, by weights and slopes"),
            GRADIENTS: self.tr("what flowed in, times delta; of a bias delta itself"),
            UPDATE: self.tr("the old value minus eta times its gradient"),
        }
        return texts[section]

    def progress(self, done: int, count: int) -> str:
        """How far one is."""
        return self.tr("{done} of {count} lines are right").format(done=done, count=count)

    def complete(self, count: int) -> str:
        """All done."""
        return self.tr("All {count} lines are right.").format(count=count)

    def slip(self, slip: Slip) -> str:
        """What seems to have happened; {term} is the addend."""
        texts = {
            "bias": self.tr("It looks as if the bias was left out."),
            "left_out": self.tr("It looks as if the term {term} was left out."),
            "sign": self.tr("It looks as if the sign of the term {term} was turned round."),
            "reversed": self.tr("It looks as if the sign was turned round: the size is right."),
            "sum_for_activation": self.tr("It looks as if a weighted sum was used where its activation is meant."),
            "activation_for_sum": self.tr("It looks as if the slope was taken at the activation, not at the sum."),
            "slope": self.tr("It looks as if the slope, the derivative of the activation function, was left out."),
            "mean": self.tr("It looks as if the factor before the sum over the outputs was left out."),
            "new_weights": self.tr("It looks as if the new weights were used; the backward pass takes the old ones."),
            "swapped": self.tr("It looks as if the two indices of the weights were swapped."),
            "added": self.tr("It looks as if the step was added; it has to be subtracted."),
            "rate": self.tr("It looks as if the learning rate was left out."),
        }
        return texts[slip.name]
