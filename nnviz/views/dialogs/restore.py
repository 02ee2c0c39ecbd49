"""Restore: after a crash, asks whether to go on with what was kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QWidget

from nnviz.views.dialogs.question import ROLES, Question

GO_ON, AFRESH, LATER = "go_on", "afresh", "later"


class Restore(Question):
    """`pages`: words of a page → iterations and Unix time of what was kept of it; `damaged`: it is the state before
    the last."""

    def __init__(
        self, pages: Mapping[str, tuple[int, float]], damaged: bool = False, parent: QWidget | None = None
    ) -> None:
        self._pages, self._damaged = pages, damaged
        answers = {GO_ON: ROLES.AcceptRole, AFRESH: ROLES.DestructiveRole, LATER: ROLES.RejectRole}
        super().__init__("restore", answers, parent)

    def _word(self) -> None:
        self.setWindowTitle(self.tr("nnviz ended unexpectedly"))
        self.title.setText(self.tr("nnviz ended unexpectedly. Go on with its last state?"))
        line = self.tr("{page}: {iterations} iterations, {time}")
        self.lines.setText(
            "\n".join(
                line.format(page=page, iterations=f"{iterations:,}", time=_time(taken))
                for page, (iterations, taken) in self._pages.items()
            )
        )
        whole = self.tr("Training goes on exactly from there. “Start afresh” throws this state away.")
        older = self.tr("The very last state is damaged; this is the one before it. “Start afresh” throws it away.")
        self.note.setText(older if self._damaged else whole)
        words = {GO_ON: self.tr("Go on"), AFRESH: self.tr("Start afresh"), LATER: self.tr("Ask me next time")}
        tips = {
            GO_ON: self.tr("Open what was kept, on every page"),
            AFRESH: self.tr("Begin as at every start; what was kept is thrown away"),
            LATER: self.tr("Begin as at every start; what was kept stays where it is"),
        }
        self._label(words, tips)


def _time(taken: float) -> str:
    """The time of the day; with the date where it was another one."""
    moment = QDateTime.fromSecsSinceEpoch(int(taken))
    today = moment.date() == QDateTime.currentDateTime().date()
    return moment.toString("HH:mm:ss" if today else "yyyy-MM-dd HH:mm")
