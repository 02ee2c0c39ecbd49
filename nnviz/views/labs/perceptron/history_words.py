"""HistoryWords: what the timeline says about each entry."""

from __future__ import annotations

from PySide6.QtCore import QObject


class HistoryWords(QObject):
    """Titles and texts by key."""

    def titles(self) -> dict[str, tuple[str, str, str]]:
        """Year, people, and what it was."""
        return {
            "mcculloch_pitts": ("1943", "McCulloch, Pitts", self.tr("The threshold neuron")),
            "hebb": ("1949", "Hebb", self.tr("Learning at the synapse")),
            "rosenblatt": ("1957/58", "Rosenblatt", self.tr("The perceptron")),
            "adaline": ("1960", "Widrow, Hoff", self.tr("Adaline, the delta rule")),
            "minsky_papert": ("1969", "Minsky, Papert", self.tr("Limits of one layer")),
            "backpropagation": ("1986", "Rumelhart, Hinton, Williams", self.tr("Back-propagation")),
            "svm": (self.tr("1990s"), self.tr("Vapnik and others"), self.tr("Support vector machines")),
            "deep_belief": ("2006", "Hinton, Osindero, Teh", self.tr("Deep belief nets")),
        }

    def generations(self) -> dict[str, str]:
        """Name and, after a line break, what is typical of it."""
        return {
            "threshold": self.tr("1st generation\nsingle threshold units"),
            "layers": self.tr("2nd generation\nlayers that learn"),
            "deep": self.tr("3rd\ndeep networks"),
        }

    def text(self, key: str) -> str:
        """Two or three sentences."""
        early = {
            "mcculloch_pitts": self.tr(
                "A neurophysiologist and a young logician describe the neuron as a switch: it fires when enough of its "
                "inputs do. They show that nets of such switches can compute any statement of propositional logic. "
                "Nothing is learnt yet: somebody has to choose the thresholds."
            ),
            "hebb": self.tr(
                "In “The Organization of Behavior” the psychologist Donald Hebb proposes how a brain could learn: when "
                "one cell takes part in firing another again and again, the connection between the two grows stronger. "
                "It is a rule that changes weights, but nobody yet tells the cell which answer would be right."
            ),
            "rosenblatt": self.tr(
                "Frank Rosenblatt’s perceptron learns from its mistakes: after a wrong answer the weights move towards "
                "the right one. He describes it in 1957, publishes it in 1958 and has a machine built, the Mark I, "
                "with 400 photocells as its eye. If a line parts the classes, the rule is certain to find one."
            ),
            "adaline": self.tr(
                "Bernard Widrow and his student Ted Hoff compare the target with the sum itself, not with the answer "
                "behind the threshold, and go down the squared error: gradient descent on a single unit, the Adaline. "
                "As the LMS algorithm the rule is still at work in adaptive filters, in echo cancellation for instance."
            ),
        }
        return {**early, **self._later()}[key]

    def _later(self) -> dict[str, str]:
        return {
            "minsky_papert": self.tr(
                "In “Perceptrons” Marvin Minsky and Seymour Papert prove what a single layer cannot do: XOR and parity "
                "are among it. Layers in between would help, but no way to train them is widely known. For years "
                "interest and money go elsewhere."
            ),
            "backpropagation": self.tr(
                "Rumelhart, Hinton and Williams show that the chain rule, applied layer by layer from the output back, "
                "lets hidden units find useful features by themselves. The method had been found before, by Linnainmaa "
                "in 1970 and for networks by Werbos in 1974, but only now it takes hold. XOR is learnt at last."
            ),
            "svm": self.tr(
                "Boser, Guyon and Vapnik (1992), then Cortes and Vapnik (1995), look for the line with the widest "
                "margin, in a space that a kernel opens up. The problem is convex: there is one best answer, and it is "
                "found every time. On many tasks support vector machines overtake neural networks."
            ),
            "deep_belief": self.tr(
                "Hinton, Osindero and Teh train a network of many layers one layer after the other, without labels, "
                "and refine the whole at the end. What was thought too deep to train now works. The name deep learning "
                "spreads; much more data and graphics processors soon carry it further."
            ),
        }
