"""UpdatePart: how the optimizer makes the next value of one weight or bias."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QWidget

from nnviz.engine.optimizers import OPTIMIZERS
from nnviz.session.names import name_of
from nnviz.views.inspector.facts import FactRows
from nnviz.views.inspector.part import Part, show_formula, show_note
from nnviz.views.inspector.reading import Choice, Reading
from nnviz.views.inspector.rules import RULES, Turn
from nnviz.views.inspector.story import Story
from nnviz.views.inspector.words import InspectorWords
from nnviz.widgets.typesetter import Typesetter

ACCUMULATORS = ("m", "v", "h")
MOST_LINES = max(map(len, RULES.values()))


class UpdatePart(Part):
    """Equations, and below them the numbers. `bias`: of a unit's bias."""

    def __init__(
        self, bias: bool, typesetter: Typesetter, words: InspectorWords, parent: QWidget | None = None
    ) -> None:
        super().__init__("update", typesetter, parent)
        self._bias, self._words, self._story = bias, words, Story(words)
        self._lines = [(self.add_formula(), self.add_formula("muted")) for _ in range(MOST_LINES)]
        self._note = self.add_note()
        self._result = "new_bias" if bias else "new_w"
        self.rows = FactRows((*self._always(), *_pairs(), self._result), typesetter, words, self.body)
        self.content.addWidget(self.rows)

    def word(self, optimizer: str) -> None:
        """Titles and names."""
        words = self._words
        name = name_of("optimizer", optimizer)
        text = self.tr("Update of b · {name}") if self._bias else self.tr("Update of w · {name}")
        self.set_title(text.format(name=name))
        for key in (*self._always(), self._result):
            self.rows.name(key, words.title_of(key))
        for key in _used(optimizer):
            title = words.accumulator(optimizer, key)
            self.rows.name(key, title)
            self.rows.name(f"new_{key}", words.following(title))

    def show_reading(self, reading: Reading, choice: Choice) -> None:
        """Everything anew."""
        account, optimizer = reading.weight(choice), reading.experiment.optimizer
        frozen = reading.is_frozen(choice)
        known = (reading.known or not account.accumulators) and not frozen
        self.word(optimizer)
        self._show_lines(Turn(account, reading.experiment), known)
        note = self._words.frozen() if frozen else "" if known else self._words.unknown_accumulators()
        show_note(self._note, note)
        self.rows.show_only(_shown(optimizer) | {*self._always(), self._result})
        values = {"learning_rate": account.learning_rate, self._result: account.w_next}
        if self._bias:
            values["g"] = account.g
        for name, (before, after) in account.accumulators.items():
            values |= {name: before, f"new_{name}": after}
        unknown = {*_shown(optimizer), self._result} if not (known or frozen) else set()
        self.rows.show_values({key: math.nan if key in unknown else value for key, value in values.items()})

    def _show_lines(self, turn: Turn, known: bool) -> None:
        lines = self._story.update(turn, self._bias)
        for number, (equation, filled) in enumerate(self._lines):
            here = number < len(lines)
            show_formula(equation, lines[number][0] if here else None)
            show_formula(filled, lines[number][1] if here and known else None)

    def _always(self) -> tuple[str, ...]:
        return ("g", "learning_rate") if self._bias else ("learning_rate",)


def _pairs() -> tuple[str, ...]:
    return tuple(key for name in ACCUMULATORS for key in (name, f"new_{name}"))


def _used(optimizer: str) -> tuple[str, ...]:
    return OPTIMIZERS[optimizer].accumulators


def _shown(optimizer: str) -> set[str]:
    return {key for name in _used(optimizer) for key in (name, f"new_{name}")}
