"""LaneTable: how every compared run stands, in numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from itertools import zip_longest
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnviz.session.comparison import MOST, Lane
from nnviz.session.names import value_name
from nnviz.session.states import RunState
from nnviz.theme.lanes import LANES
from nnviz.theme.theme import Theme
from nnviz.views.compare.mark import LaneMark
from nnviz.views.compare.words import CompareWords
from nnviz.widgets.marking import set_role
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import percent, short
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session

RECENT = 50
"""Mini-batches whose mean loss is shown: a single one jumps."""
WIDE = 640
"""From this width on, times the size of the writing, columns have their full titles."""
COLUMNS = ("mark", "value", "iteration", "loss", "test_loss", "test_accuracy", "state")
TROUBLE = (RunState.DIVERGED, RunState.FAILED)


def iterations(lane: Lane) -> float:
    """Iterations made."""
    return float(lane.history.iteration[-1]) if lane.history.steps else 0.0


def recent_loss(lane: Lane) -> float:
    """Mean of the newest RECENT mini-batch losses, nan before the first."""
    return float(np.mean(lane.history.loss[-RECENT:])) if lane.history.steps else math.nan


def newest(name: str) -> Callable[[Lane], float]:
    """The newest entry of a column of evaluations, nan before the first."""
    return lambda lane: float(getattr(lane.history, name)[-1]) if lane.history.evaluations else math.nan


FACTS: Mapping[str, tuple[Callable[[Lane], float], Callable[[float], str]]] = {
    "iteration": (iterations, lambda value: f"{value:,.0f}"),
    "loss": (recent_loss, short),
    "test_loss": (newest("test_loss"), short),
    "test_accuracy": (newest("test_accuracy"), percent),
}
"""Where each number comes from and how it is written."""


class LaneTable(Worded, QWidget):
    """A row for each lane k, with parts lane_<k>_mark, _value, _state and one for each of FACTS."""

    def __init__(self, session: Session, theme: Theme, words: CompareWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme, self._words = session, theme, words
        self._dirty, self._brief = True, False
        self._captions = {name: QLabel(self) for name in COLUMNS[2:]}
        self._rows = [self._row(lane) for lane in range(MOST)]
        self._build()
        self._name()
        self._connect()
        self._show_lanes()

    # building

    def _row(self, lane: int) -> dict[str, QWidget]:
        cells: dict[str, QWidget] = {"mark": LaneMark(self._theme, lane, self), "value": QLabel(self)}
        cells |= {name: NumberLabel(f"lane_{lane}_{name}", self, FACTS[name][1]) for name in FACTS}
        cells["state"] = QLabel(self)
        for name in ("value", "state"):
            cells[name].setObjectName(f"lane_{lane}_{name}")
        return cells

    def _build(self) -> None:
        self.setObjectName("lane_table")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(len(COLUMNS) - 1, 1)
        for name, caption in self._captions.items():
            caption.setObjectName(f"lanes_{name}")
            caption.setProperty("role", "hint")
            side = Qt.AlignmentFlag.AlignLeft if name == "state" else Qt.AlignmentFlag.AlignRight
            grid.addWidget(caption, 0, COLUMNS.index(name), side)
        for lane, row in enumerate(self._rows):
            for column, name in enumerate(COLUMNS):
                grid.addWidget(row[name], lane + 1, column)

    def _connect(self) -> None:
        session = self._session
        session.comparison.changed.connect(self._on_lanes)
        session.experiment_changed.connect(self._on_lanes)
        session.comparison.moved.connect(self._on_moved)
        session.history_changed.connect(self._on_moved)
        session.state_changed.connect(self._on_moved)
        session.clock.text.connect(self._on_text)
        self._theme.changed.connect(self._on_theme)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Compared runs"))
        self._brief = self._is_narrow()
        full, tips = self._words.captions(False), self._words.tips()
        for name, caption in self._captions.items():
            caption.setText(self._words.captions(self._brief)[name])
            caption.setToolTip(tips[name])
            caption.setFont(self._theme.font(0.85))
        for look, row in zip(LANES, self._rows, strict=True):
            for name in FACTS:
                cell = row[name]
                assert isinstance(cell, NumberLabel)
                cell.set_title(f"{look.letter}, {full[name]}")

    def _is_narrow(self) -> bool:
        return self.width() < WIDE * self._theme.scale

    # what has changed

    def _on_lanes(self, _: object) -> None:
        if self.isVisible():
            self._show_lanes()

    def _on_theme(self, _: object) -> None:
        self._name()

    def _on_moved(self, _: object) -> None:
        self._dirty = True

    def _on_text(self) -> None:
        if self._dirty and self.isVisible():
            self._write()

    def _show_lanes(self) -> None:
        comparison = self._session.comparison
        for lane, row in enumerate(self._rows):
            for cell in row.values():
                cell.setVisible(lane < len(comparison.values))
            if lane < len(comparison.values):
                self._say(row["value"], value_name(comparison.setting.name, comparison.values[lane]))
        self._write()

    def _write(self) -> None:
        """The newest numbers of all lanes."""
        self._dirty = False
        for row, lane in zip_longest(self._rows, self._session.comparison.lanes):
            for name, (fact, _) in FACTS.items():
                cell = row[name]
                assert isinstance(cell, NumberLabel)
                cell.set_value(fact(lane) if lane else math.nan)
            self._say(row["state"], self._words.state(lane, round(iterations(lane))) if lane else "")
            set_role(row["state"], "warning" if lane and lane.state in TROUBLE else "hint")

    def _say(self, cell: QWidget, text: str) -> None:
        assert isinstance(cell, QLabel)
        cell.setText(text)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_lanes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._brief != self._is_narrow():
            self._name()

    def _word(self) -> None:
        self._name()
        self._show_lanes()
