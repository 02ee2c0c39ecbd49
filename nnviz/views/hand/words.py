"""Words of the hand: rounds of drawings, what came of a lesson, and what was forgotten."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.session.hand import Hand, Place, Stage
from nnviz.session.hand_tuning import Answers, Learnt
from nnviz.widgets.numerals import MINUS, percent

DECIMALS = 2
"""Of accuracies: one of 10,000 test images is 0.01 %."""


def share(value: float) -> str:
    """An accuracy in percent."""
    return percent(value, DECIMALS)


class TeachingWords(QObject):
    """What the parts of the window say."""

    def rounds(self) -> dict[str, str]:
        """Titles of the rows of drawings."""
        return {
            "first": self.tr("To learn"),
            "second": self.tr("To learn, once more (optional)"),
            "test": self.tr("To test: never learnt (optional)"),
        }

    def prompt(self, place: Place) -> str:
        """What to draw."""
        row, digit = place
        texts = {
            "first": self.tr("Draw a {digit}"),
            "second": self.tr("Draw another {digit}"),
            "test": self.tr("Draw a {digit} as a test"),
        }
        return texts[row].format(digit=digit)

    def state(self, hand: Hand) -> str:
        """What is to be done next."""
        if hand.stage is Stage.LEARNING:
            return self.tr("Learning …")
        if hand.stage is Stage.DECIDING:
            return self.tr("The network reads with the new weights now: try it, then keep them or take them back.")
        if hand.decision == "reverted":
            return self.tr("Taken back: every weight is what it was before, to the last bit.")
        if hand.decision == "kept":
            return self.tr("Kept. “Save…” writes the network into a file; your drawings are in no file.")
        if hand.missing:
            return self.tr("Still to draw before it can learn: {count}").format(count=hand.missing)
        return self.tr("Drawings to learn: {count}").format(count=len(hand.to_learn))

    def cell(self, place: Place, answered: tuple[int, int] | None, drawn: bool, taught: bool) -> str:
        """One drawing, for a screen reader."""
        text = self.prompt(place) if not drawn else f"{self.rounds()[place[0]]}: {place[1]}"
        if answered is None:
            return text
        told = self.tr("answered before: {before}, after: {after}").format(before=answered[0], after=answered[1])
        learnt = self.tr("learnt") if taught else self.tr("not learnt")
        return f"{text}. {told}. {learnt}"

    def reference(self, learnt: Learnt) -> str:
        """What the test set is."""
        count = f"{len(learnt.known):,}"
        if learnt.reference.name == "mnist":
            return self.tr("Test set of MNIST, {count} digits").format(count=count)
        if learnt.reference.enlarged:
            text = self.tr("Built-in 8×8 digits prepared to 28×28, {count} for testing (MNIST is not on this machine)")
            return text.format(count=count)
        return self.tr("Test set of the built-in 8×8 digits, {count}").format(count=count)

    def rows(self) -> dict[str, str]:
        """Titles of the numbers."""
        return {
            "taught": self.tr("Your digits, learnt"),
            "unseen": self.tr("Your digits, not learnt"),
            "known": self.tr("Test set"),
        }

    def change(self, answers: Answers) -> str:
        """Difference of the accuracies in percentage points, with its sign."""
        before, after = answers.accuracy
        points = round(100 * (after - before), DECIMALS)
        sign = "+" if points > 0 else MINUS if points < 0 else "±"
        return self.tr("{points} points").format(points=f"{sign}{abs(points):.{DECIMALS}f}")

    def count(self, answers: Answers) -> str:
        """Right answers before and after, of all."""
        before, after = answers.right
        return self.tr("{before} → {after} of {count}").format(
            before=f"{before:,}", after=f"{after:,}", count=f"{len(answers):,}"
        )

    def forgetting(self, learnt: Learnt) -> str:
        """The price, in plain words."""
        known = learnt.known
        before, after = (share(value) for value in known.accuracy)
        return self.tr(
            "Test accuracy {before} → {after}. Digits it knew and now gets wrong: {forgotten}. Digits it got wrong "
            "and now knows: {gained}."
        ).format(before=before, after=after, forgotten=f"{known.forgotten:,}", gained=f"{known.gained:,}")

    def nothing_yet(self) -> str:
        """What stands there before anything was learnt."""
        return self.tr("Nothing has been learnt yet. Learning your hand may cost the network something it knew.")

    def rehearsal(self, learnt: Learnt, other: Learnt | None) -> str:
        """How it was learnt, and how it went the other way where that was tried."""
        if other is None:
            return self.tr("with rehearsal") if learnt.task.rehearse else self.tr("without rehearsal")
        after = {one.task.rehearse: share(one.known.accuracy[1]) for one in (learnt, other)}
        return self.tr("with rehearsal: {with_it}, without: {without}").format(
            with_it=after[True], without=after[False]
        )
