"""The section “history”: a timeline to scale; an entry tells its story and opens the lab where it is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.session.labs.perceptron.intents import SelectEntry
from nnviz.session.labs.perceptron.lab import PerceptronLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import GAP, Card
from nnviz.views.labs.perceptron.frames import push, statement
from nnviz.views.labs.perceptron.history_words import HistoryWords
from nnviz.views.labs.perceptron.timeline import Timeline
from nnviz.views.labs.section import LabSection

LINES = 3.2
"""Room for so many: the timeline does not jump from story to story."""
READABLE = 115
"""Widths of an average letter to a line: longer ones are hard to read."""


class HistorySection(LabSection):
    """The timeline, and below it what is told about the chosen entry."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "perceptron", parent)
        self.model = session.labs.of(PerceptronLab).history
        self._words = HistoryWords(self)
        self.timeline = Timeline(theme, "history_timeline", self)
        self.heading = statement("history_heading", self)
        self.story = statement("history_story", self)
        self.see = push("history_see", self, self._see, primary=True)
        self._lay_out()
        self.timeline.picked.connect(lambda entry: self.do(SelectEntry(entry)))
        self.word()
        self.dress()

    def _lay_out(self) -> None:
        above, self._below = Card(self.theme, parent=self, size=0), Card(self.theme, parent=self, size=0)
        above.add(self.timeline, stretch=1)
        row = QHBoxLayout()
        row.addWidget(self.heading, 1)
        row.addWidget(self.see)
        self._below.content.addLayout(row)
        self._below.add(self.story)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 4, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(above, 1)
        column.addWidget(self._below)

    def refresh(self) -> None:
        key = self.model.selected
        year, people, what = self._words.titles()[key]
        self.timeline.show_entry(key)
        self.heading.setText(f"{year} · {people}: {what}")
        self.story.setText(self._words.text(key))
        self.see.setVisible(bool(self.model.entry.scenes))

    def _see(self) -> None:
        for intent in self.model.entry.scenes:
            if not self.do(intent):
                return

    def word(self) -> None:
        self.timeline.name_entries(self._words.titles(), self._words.generations())
        self.timeline.setAccessibleName(self.tr("Timeline from 1943 to 2010; arrow keys go from entry to entry"))
        self.see.setText(self.tr("See it in the lab"))
        self.see.setAccessibleName(self.see.text())

    def dress(self) -> None:
        self.story.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.heading.setFont(self.theme.font(1.35, bold=True))
        self.story.setFont(self.theme.font(1.3, numbers=False))
        self.story.setMinimumHeight(round(self.story.fontMetrics().lineSpacing() * LINES))
        self.story.setMaximumWidth(round(self.story.fontMetrics().averageCharWidth() * READABLE))
