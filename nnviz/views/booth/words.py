"""The booth's words: short, for eyes at three metres."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.engine.explanation import Explanation
from nnviz.session.booth.tally import Counts
from nnviz.session.booth.visit import ANSWER, ATTRACT, DRAWING, EXPLAIN, NO_DIGIT, WHICH, VisitState


class BoothWords(QObject):
    """What the booth says to its visitors."""

    def headline(self, state: VisitState, now: int | None, explanation: Explanation | None, units: int) -> str:
        """The line at the top. `now`: the answer while the pen moves; `units`: pictures of units that are shown."""
        if state.countdown is not None:
            return self.tr("Still there? {seconds}").format(seconds=state.countdown)
        if state.phase == EXPLAIN and explanation:
            return self._explains(state, explanation, units)
        lines = {
            ATTRACT: self.tr("Draw a digit"),
            DRAWING: self._guess(now),
            ANSWER: self.says(state.answer),
            WHICH: self.tr("Which digit was it?"),
        }
        return lines.get(state.phase, "")

    def says(self, answer: int | None) -> str:
        """The finished answer."""
        if answer == NO_DIGIT:
            return self.tr("The network says: not a digit")
        return self.tr("The network says: {digit}").format(digit=answer)

    def speaks(self, digit: int) -> str:
        """What a pixel or a unit speaks for."""
        return self.tr("for {digit}").format(digit=digit)

    def score(self, counts: Counts) -> str:
        """The score of the day."""
        return self.tr("Visitors today {visitors} · network right {right} · fooled {fooled}").format(
            visitors=counts.visitors, right=counts.right, fooled=counts.fooled
        )

    def note(self) -> str:
        """What becomes of drawings."""
        return self.tr("No drawing is kept.")

    def greeting(self, pin: str) -> str:
        """What the host is told at the start."""
        return self.tr("To leave: hold the top left corner for 3\u00a0s, PIN {pin}").format(pin=pin)

    def _guess(self, now: int | None) -> str:
        if now is None:
            return self.tr("Draw a digit from 0 to 9")
        if now == NO_DIGIT:
            return self.tr("Not a digit yet …")
        return self.tr("Could it be {digit}?").format(digit=now)

    def _explains(self, state: VisitState, explanation: Explanation, units: int) -> str:
        """One of three sentences, one after the other."""
        refused = state.answer == NO_DIGIT
        texts = (
            self.tr("Not taken for a digit: this is what it saw.")
            if refused
            else self.tr("This is what the network saw: {side} × {side} pixels."),
            self.tr("Nearest was {answer}. These pixels spoke for {answer} or for {rival}.")
            if refused
            else self.tr("These pixels spoke for {answer}, those for {rival}."),
            self.tr("And these {units} of its {all} units mattered most."),
        )
        side = round(len(explanation.evidence) ** 0.5)
        words = {"side": side, "answer": explanation.answer, "rival": explanation.rival, "units": units}
        return texts[max(0, state.sentence - 1)].format(all=len(explanation.weights[0]), **words)
