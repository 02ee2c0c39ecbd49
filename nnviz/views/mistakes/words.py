"""The pane's words and numbers, all translatable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nnviz.widgets.numerals import NO_BREAK, percent, short

if TYPE_CHECKING:
    from nnviz.engine.outcome import Outcome


def thousands(count: int) -> str:
    """A count in full: 1,121."""
    return f"{count:,}"


def brief(count: int) -> str:
    """A count from 1000 on in thousands: 1.0k, 12k."""
    if count < 1000:
        return str(count)
    return f"{count / 1000:.1f}k" if count < 9950 else f"{round(count / 1000)}k"


class MistakeWords(QObject):
    """Sentences about classes, cells and samples."""

    def samples(self, count: int) -> str:
        """How many samples."""
        if count == 1:
            return self.tr("1 sample")
        return self.tr("{count} samples").format(count=f"{count:,}")

    def cell(self, truth: str, predicted: str, count: int) -> str:
        """What a cell of the matrix says."""
        return self.tr("true {truth}, predicted {predicted}: {samples}").format(
            truth=truth, predicted=predicted, samples=self.samples(count)
        )

    def headline(self, outcome: Outcome) -> tuple[str, ...]:
        """How good the network is; the longer wordings add how many samples are wrong, and when that was."""
        accuracy = self._accuracy(outcome)
        wrong = int((outcome.truth != outcome.predicted).sum())
        some = self.tr("{wrong} of {total} wrong").format(wrong=f"{wrong:,}", total=f"{len(outcome.truth):,}")
        when = self.tr("iteration {iteration}").format(iteration=f"{outcome.iteration:,}")
        few = self.tr("{wrong} wrong").format(wrong=f"{wrong:,}")
        return f"{accuracy} · {some} · {when}", f"{accuracy} · {some}", f"{accuracy} · {few}", accuracy

    def _accuracy(self, outcome: Outcome) -> str:
        """With the digits of the window's header."""
        return self.tr("Test accuracy {percent}").format(percent=percent(outcome.accuracy, 2))

    def pair(self, truth: str, predicted: str) -> str:
        """The true class of a sample and what it is taken for."""
        return f"{truth} → {predicted}"

    def loss(self, value: float) -> tuple[str, str]:
        """The loss of a sample, below its picture; the number alone where room is short."""
        text = short(value)
        return self.tr("loss {loss}").format(loss=text), text

    def sample(self, outcome: Outcome, index: int, names: tuple[str, ...]) -> str:
        """All that is known of a sample, for a tooltip and a screen reader."""
        return self.tr(
            "Sample {index}: true {truth} (output {truly}), predicted {predicted} (output {probably}), loss {loss}"
        ).format(
            index=index, truth=names[outcome.truth[index]], predicted=names[outcome.predicted[index]],
            truly=short(float(outcome.true_probability[index])),
            probably=short(float(outcome.probability[index])), loss=short(float(outcome.loss[index])),
        )  # fmt: skip

    def scales(self, limit: float) -> tuple[tuple[str, str], tuple[str, str]]:
        """Name and end of the two scales of colour: of right answers and of errors, in percent of a row."""
        end = short(100 * limit) + NO_BREAK + "%"
        return (self.tr("right"), "100" + NO_BREAK + "%"), (self.tr("wrong"), end)

    def axes(self) -> tuple[str, str]:
        """Names of rows and columns."""
        return self.tr("true"), self.tr("predicted")

    def margins(self) -> tuple[str, str]:
        """Names of the column right of the matrix and of the row below it."""
        return self.tr("recall"), self.tr("precision")

    def orders(self) -> list[tuple[str, str]]:
        """Keys and names of the orders of samples."""
        return [
            ("highest", self.tr("highest loss")),
            ("lowest", self.tr("lowest loss")),
            ("index", self.tr("by number")),
        ]

    def listed(self, count: int, chosen: bool) -> tuple[str, ...]:
        """What stands below the matrix while nothing is pointed at; `chosen`: a cell is."""
        listed = self.tr("{samples} listed").format(samples=self.samples(count))
        if chosen:
            return self.tr("{listed} · click the cell again for all").format(listed=listed), listed
        return self.tr("{listed} · click a cell for its own").format(listed=listed), listed

    def nothing_listed(self) -> str:
        """What stands in an empty list."""
        return self.tr("No test sample is like this.")

    def no_data(self) -> str:
        """Instead of everything, before there are samples."""
        return self.tr("There is no data yet. Train once to load it.")

    def not_examined(self) -> str:
        """Instead of everything, before the first result."""
        return self.tr("The test samples have not been examined yet.")

    def no_classes(self) -> str:
        """Instead of everything, for a regression."""
        return self.tr(
            "A confusion matrix needs classes. This network answers with a number, so no answer is simply right or "
            "wrong: look at the loss curve and at the surface it has learnt."
        )
