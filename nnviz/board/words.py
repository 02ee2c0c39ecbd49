"""The pane's words: the network's answer as a figure, as a sentence and for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from nnviz.engine.experiment import Experiment
from nnviz.engine.trace import Prediction

DIGITS = 10
NONE = "–"
NO_BREAK = "\u00a0"
CLOSE = 0.01
"""The second digit is named from this share of the answer's output on."""


class DigitWords(QObject):
    """Words about predictions; numbers in the locale's writing."""

    def percent(self, share: float) -> str:
        """A probability with one decimal. Nothing is called 100 %: a softmax reaches 1 by rounding only."""
        if share >= 0.9995:
            return _joined(self.tr(">{number} %").format(number=self._number(99.9)))
        return _joined(self.tr("{number} %").format(number=self._number(100 * share)))

    def output(self, value: float, experiment: Experiment) -> str:
        """An output: a probability, or a plain number where the output layer is linear."""
        return self._number(value, 2) if experiment.output == "identity" else self.percent(value)

    def network(self, experiment: Experiment) -> str:
        """Which network answers."""
        sizes = " → ".join(str(size) for size in experiment.sizes)
        return self.tr("Network {sizes} answers").format(sizes=sizes)

    def invitation(self) -> str:
        """What stands below a test sample."""
        return self.tr("Test sample. Draw your own!")

    def sentence(self, prediction: Prediction | None, experiment: Experiment) -> str:
        """What the bars mean, in one sentence."""
        if prediction is None:
            return self.tr("The answer appears here while you draw.")
        if prediction.answer is None:
            return self._refused(prediction)
        values = prediction.probabilities
        second = int(values.argsort()[-2])
        text = self.tr("It says {first}, and no other digit comes close.")
        if values[second] >= CLOSE * values[prediction.answer]:
            text = self.tr("It says {first}; next comes {second} with {share}.")
        share = self.output(float(values[second]), experiment)
        return text.format(first=prediction.answer, second=second, share=share)

    def _refused(self, prediction: Prediction) -> str:
        score = prediction.digit_score
        if score is None:
            return self.tr("No answer: this is not a digit.")
        return self.tr("Digit score {score} of 1: too low for a digit.").format(score=self._number(score, 2))

    def spoken(self, prediction: Prediction | None, experiment: Experiment) -> str:
        """The sentence, then all ten outputs."""
        sentence = self.sentence(prediction, experiment)
        if prediction is None:
            return sentence
        each = (f"{digit}: {self.output(float(v), experiment)}" for digit, v in enumerate(prediction.probabilities))
        return " ".join((sentence, ", ".join(each)))

    def judgement(self, prediction: Prediction) -> str:
        """Whether the answer to a test sample is right; "" for a drawing, which has no true class."""
        if prediction.truth is None:
            return ""
        if prediction.answer == prediction.truth:
            return _joined(self.tr("✓ right"))
        return self.tr("✗ should be {truth}").format(truth=prediction.truth)

    def labelled(self, prediction: Prediction, index: int | None) -> str:
        """Which sample of the test set this is, and its true label beside the answer."""
        answer = self.tr("not a digit") if prediction.answer is None else str(prediction.answer)
        text = self.tr("Label {truth}, answer {answer}").format(truth=prediction.truth, answer=answer)
        return text if index is None else self.tr("Sample {index}").format(index=index) + "\n" + text

    def cannot_read(self, experiment: Experiment) -> str:
        """Why this network has no answer to a drawing, and what to do."""
        return self.tr(
            "This network cannot read drawings: it has {inputs} inputs and {outputs} outputs. It needs 784 inputs "
            "(28×28 pixels) or 64 (8×8) and 10 outputs. Choose MNIST or handwriting as data, or open such a model."
        ).format(inputs=experiment.inputs, outputs=experiment.outputs)

    def other_classes(self) -> str:
        """Why a network for images of one's own has no answer to a drawing."""
        return self.tr(
            "This network tells other things apart than digits, so it has no answer to a drawing: the Mistakes pane "
            "shows what it says of its images. Choose MNIST or handwriting as data to draw."
        )

    def _number(self, value: float, decimals: int = 1) -> str:
        return QLocale().toString(value, "f", decimals)


def _joined(text: str) -> str:
    """A number stays on one line with its unit."""
    return text.replace(" ", NO_BREAK)
