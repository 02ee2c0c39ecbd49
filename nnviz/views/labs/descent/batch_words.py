"""Words of the batches section: what an epoch, an iteration and a batch are, and where a learner stands."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.session.labs.descent.batches import BatchPart

ROWS = ("size", "batches", "iteration", "w", "b", "loss")


class BatchWords(QObject):
    """Names and sentences."""

    def learner(self, name: str) -> str:
        """A way of gradient descent."""
        names = {
            "batch": self.tr("Batch"),
            "mini_batch": self.tr("Mini-batch"),
            "stochastic": self.tr("Stochastic"),
        }
        return names[name]

    def least_squares(self) -> str:
        """What the lowest place of the map is."""
        return self.tr("least squares")

    def start(self) -> str:
        """What the place is where all begin."""
        return self.tr("start")

    def outside(self, name: str) -> str:
        """What stands at the border where a path has left the picture."""
        return self.tr("{name} is outside").format(name=self.learner(name))

    def row(self, name: str) -> str:
        """A number of a learner."""
        names = {
            "size": self.tr("batch size"),
            "batches": self.tr("batches an epoch"),
            "iteration": self.tr("iterations"),
            "w": self.tr("w, slope"),
            "b": self.tr("b, bias"),
            "loss": self.tr("mean squared error"),
        }
        return names[name]

    def clock(self, part: BatchPart) -> str:
        """Where the common clock is."""
        return self.tr("epoch {epoch} · sample {position} of {samples}").format(
            epoch=part.epoch, position=part.position + 1, samples=part.samples
        )

    def place(self, part: BatchPart) -> str:
        """Where the followed learner is, in the right words."""
        learner = part.learners[part.followed]
        if not part.ticks:
            text = self.tr("{samples} samples make an epoch; with batches of {size} that is {batches} iterations.")
            return text.format(samples=part.samples, size=learner.size, batches=learner.batches)
        first, end = learner.batch(part.position)
        text = self.tr(
            "Epoch {epoch}, batch {batch} of {batches}: sample {sample} of {size} in this batch. "
            "{iterations} iterations are done."
        )
        return text.format(
            epoch=part.epoch, batch=first // learner.size + 1, batches=learner.batches,
            sample=part.position - first + 1, size=end - first, iterations=learner.iteration,
        )  # fmt: skip

    def meanings(self) -> str:
        """The three words."""
        return self.tr(
            "An iteration is one update of w and b. It uses the mean gradient of one batch of samples. An epoch is one "
            "pass through all samples, in a new random order. One tick of the clock is the gradient of one sample: all "
            "three compute it, each updates when its batch is full."
        )

    def character(self, name: str) -> str:
        """What is typical of a learner."""
        texts = {
            "batch": self.tr("Batch: the true gradient, so a smooth path straight down, but one step an epoch."),
            "mini_batch": self.tr("Mini-batch: several steps an epoch, each a little off: a slightly rough path."),
            "stochastic": self.tr(
                "Stochastic: a step at every sample. Quick at first, then it wanders around the minimum and never "
                "rests unless η falls."
            ),
        }
        return texts[name]
