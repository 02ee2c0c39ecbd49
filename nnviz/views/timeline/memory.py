"""MemoryButton: what the kept states use, and a menu that sets how much they may use."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from nnviz.session.timeline import BUDGETS, TimelineFacts

MEGABYTE = 2**20
FULL = 0.9
"""Share of the budget from which on there may be no room for another state."""


class MemoryButton(QToolButton):
    """ "12.3 of 256 MB · 419 states".

    Signals: budget_chosen(int) in bytes.
    """

    budget_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = TimelineFacts()
        self._brief = False
        self.setObjectName("timeline_memory")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._group = QActionGroup(self)
        self._menu = QMenu(self)
        self._menu.setObjectName("timeline_budgets")
        for size in BUDGETS:
            self._menu.addAction(self._action(size))
        self.setMenu(self._menu)
        self._group.triggered.connect(self._on_triggered)
        # The arrow of a menu would stand on the writing: the style sheet leaves it no room.
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")

    def show_facts(self, facts: TimelineFacts) -> None:
        """Show these."""
        known = (self._facts.size, self._facts.budget, len(self._facts.iterations))
        self._facts = facts
        if (facts.size, facts.budget, len(facts.iterations)) != known:
            self.word()

    def set_brief(self, brief: bool) -> None:
        """Without the number of states."""
        if brief != self._brief:
            self._brief = brief
            self.word()

    @property
    def sentence(self) -> str:
        """Memory and number of states."""
        memory, count = self.memory, len(self._facts.iterations)
        if count == 1:
            return self.tr("{memory} · 1 state").format(memory=memory)
        return self.tr("{memory} · {count} states").format(memory=memory, count=f"{count:,}")

    @property
    def memory(self) -> str:
        """Memory used and allowed."""
        used = f"{self._facts.size / MEGABYTE:.1f}"
        return self.tr("{used} of {budget}").format(used=used, budget=self._size(self._facts.budget))

    def room(self, states: bool) -> int:
        """Pixels it needs with or without the number of states."""
        advance = self.fontMetrics().horizontalAdvance
        wanted = self.sentence if states else self.memory
        return self.sizeHint().width() - advance(self.text()) + advance(wanted)

    def word(self) -> None:
        """Words in the language of the program."""
        sentence = self.sentence
        self.setText(self.memory if self._brief else sentence)
        self.setAccessibleName(self.tr("Memory of the timeline: {sentence}").format(sentence=sentence))
        self.setToolTip(self._tip(sentence))
        for action in self._group.actions():
            action.setText(self._size(action.data()))
            action.setChecked(action.data() == self._facts.budget)

    def _tip(self, sentence: str) -> str:
        tip = self.tr(
            "{sentence}. So many states of this run are kept to go back to, close together near the newest one and "
            "ever sparser before. Press to choose how much memory they may use."
        ).format(sentence=sentence)
        is_full = self._facts.size > FULL * self._facts.budget
        return self.tr("{tip} It is full: older states are thinned out.").format(tip=tip) if is_full else tip

    def _action(self, size: int) -> QAction:
        action = QAction(self._group)
        action.setData(size)
        action.setCheckable(True)
        return action

    def _size(self, size: int) -> str:
        whole = self.tr("{size} GB") if size % (1024 * MEGABYTE) == 0 else self.tr("{size} MB")
        return whole.format(size=size // (1024 * MEGABYTE if size % (1024 * MEGABYTE) == 0 else MEGABYTE))

    def _on_triggered(self, action: QAction) -> None:
        self.budget_chosen.emit(action.data())
