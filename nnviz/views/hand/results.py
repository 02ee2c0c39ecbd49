"""Results: what the network reads of the user's digits and of the test set before and after, and what it forgot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from nnviz.session.hand import Hand
from nnviz.session.hand_tuning import Answers
from nnviz.theme.theme import Theme
from nnviz.views.hand.error_bars import ErrorBars
from nnviz.views.hand.words import TeachingWords, share
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.worded import Worded

ROWS = ("taught", "unseen", "known")
NOTHING = float("nan")


@dataclass(frozen=True)
class Row:
    """One line: title, accuracy before and after, how many are right, the change."""

    title: QLabel
    before: NumberLabel
    arrow: QLabel
    after: NumberLabel
    change: QLabel
    count: QLabel

    def show(self, answers: Answers | None, words: TeachingWords) -> None:
        """Other answers; dashes where there are none."""
        known = answers is not None and len(answers) > 0
        before, after = answers.accuracy if answers else (NOTHING, NOTHING)
        self.before.set_value(before)
        self.after.set_value(after)
        self.change.setText(words.change(answers) if answers and known else "")
        self.count.setText(words.count(answers) if answers and known else "")


class Results(Worded, QWidget):
    """Three lines of numbers, the price in a sentence, and the errors about each digit.

    rows  the lines by name: drawings that were learnt ("taught"), those that were not ("unseen"), the test set
    """

    def __init__(self, hand: Hand, theme: Theme, words: TeachingWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hand, self._theme, self._words = hand, theme, words
        self.setObjectName("hand_results")
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.rows = {name: self._row(name) for name in ROWS}
        self.forgetting = Paragraph("hand_forgetting", self, role="")
        self.reference = Paragraph("hand_reference", self)
        self.bars = ErrorBars(theme, self)
        self._lay_out()
        self._name()
        theme.changed.connect(self._dress)
        self._dress()
        self.renew()

    def renew(self) -> None:
        """Show what the hand knows now."""
        hand, words, learnt = self._hand, self._words, self._hand.learnt
        known = learnt.known if learnt else None
        for name, answers in (("taught", hand.ask(True)), ("unseen", hand.ask(False)), ("known", known)):
            self.rows[name].show(answers, words)
        self.bars.show_rates(known.error_rates if known else None)
        self.forgetting.setText(words.forgetting(learnt) if learnt else words.nothing_yet())
        how = f"{words.reference(learnt)} · {words.rehearsal(learnt, hand.other)}" if learnt else ""
        self.reference.setText(how)

    def _row(self, name: str) -> Row:
        before, after = (NumberLabel(f"hand_{name}_{when}", self, share, "100.00 %") for when in ("before", "after"))
        change, count = QLabel(self), QLabel(self)
        change.setObjectName(f"hand_{name}_change")
        count.setObjectName(f"hand_{name}_count")
        count.setProperty("role", "hint")
        return Row(QLabel(self), before, QLabel("→", self), after, change, count)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for line, row in enumerate(self.rows.values()):
            parts = (row.title, row.before, row.arrow, row.after, row.change, row.count)
            for place, part in enumerate(parts):
                grid.addWidget(part, line, place)
        grid.setColumnStretch(5, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(grid)
        column.addWidget(self.forgetting)
        column.addWidget(self.reference)
        column.addWidget(self.bars)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("What came of it"))
        self.title.setText(self.tr("Right answers before and after"))
        for name, title in self._words.rows().items():
            row = self.rows[name]
            row.title.setText(title)
            row.before.set_title(self.tr("{title}, before").format(title=title))
            row.after.set_title(self.tr("{title}, after").format(title=title))

    def _dress(self, _: object = None) -> None:
        self.title.setFont(self._theme.font(1.1, bold=True))

    def _word(self) -> None:
        self._name()
        self.renew()
