"""CurvesView: what every pane of curves has: a key above two charts, which are made when there is something to draw."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QStackedLayout, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.plots.blocks import Values
from nnviz.views.plots.key import KeyEntry
from nnviz.widgets.flow_layout import FlowLayout
from nnviz.widgets.focus import FocusFrame
from nnviz.widgets.keys import native
from nnviz.widgets.numerals import percent
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session
    from nnviz.views.plots.chart_pair import ChartPair

Pair = TypeVar("Pair", bound="ChartPair")
SMALL = 0.85
CORNER = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
MARGIN = 20
"""Around the sentence that stands where there is nothing to draw."""
WIDEST_LOSS = "0.0888"
"""Of those that a run usually has; an entry grows for others."""


class CurvesView(Worded, FocusFrame, Generic[Pair]):
    """Key, charts of the kind `Pair`, the scale of the loss, and a sentence while there is nothing to draw.

    Wheel, drag: zoom and move along the axis. Double click, A, Home: everything. L: logarithmic loss.
    Left, Right: read the evaluations one by one; Escape: the newest again.
    """

    def __init__(self, session: Session, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._charts: Pair | None = None
        self._pointed: int | None = None
        self._dirty = True
        self.setObjectName(name)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._log_scale = QCheckBox(self)
        self._log_scale.toggled.connect(self._on_log)
        self._empty = QLabel(self)
        self._empty.setProperty("role", "hint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(MARGIN)

    def curve_data(self, name: str) -> tuple[Values, Values]:
        """Places on the axis and values of a drawn curve, as the charts call it; nothing before it is drawn."""
        return self._charts.curve_data(name) if self._charts else (np.empty(0), np.empty(0))

    def reset_view(self) -> None:
        """Show everything again."""
        if self._charts:
            self._charts.reset()

    def point_at(self, place: int | None) -> None:
        """Read the curves at a place, as the charts number it; None: the newest."""
        if place != self._pointed and self._charts is not None:
            self._pointed = place
            self._charts.point_at(place)
            self._write_values()
            self._move_place()

    # for who derives from it

    def _make_charts(self) -> Pair:
        """The charts. Their modules are imported here: pyqtgraph takes half of the program's start."""
        raise NotImplementedError

    def _name(self) -> None:
        """Words in the language of the program."""
        raise NotImplementedError

    def _restyle(self) -> None:
        """The colours and fonts of the theme, and the names of axes and curves."""
        raise NotImplementedError

    def _refresh(self) -> None:
        """Draw what there is now."""
        raise NotImplementedError

    def _write_values(self) -> None:
        """Numbers into the key: the newest, or those that are pointed at."""
        raise NotImplementedError

    def _step(self, way: int) -> None:
        """Read the evaluation after (1) or before (−1) the one that is read."""
        raise NotImplementedError

    # parts

    def _lay_out(self, head: Iterable[QWidget], place: KeyEntry, gap: int) -> None:
        """The parts of the key, then the charts, with the scale in their corner and `place` on their axis."""
        line = QWidget(self)
        flow = FlowLayout(line, gap=gap)
        for widget in head:
            flow.addWidget(widget)
        self._body = QWidget(self)
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(8, 8, 8, 6)
        self._grid.setSpacing(4)
        self._grid.setRowStretch(1, 1)
        self._grid.addWidget(line, 0, 0)
        self._grid.addWidget(self._log_scale, 1, 0, CORNER)
        self._place = place
        place.setParent(self._body)
        place.setProperty("role", "surface")
        place.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        place.hide()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._body)

    def _name_scale(self) -> None:
        self._log_scale.setText(self.tr("log scale"))
        self._log_scale.setAccessibleName(self.tr("Logarithmic loss axis"))
        self._log_scale.setToolTip(self.tr("Show the loss on a logarithmic axis ({keys})").format(keys=native("L")))

    def _has_accuracy(self) -> bool:
        data = self._session.data
        return data.is_classification if data else self._session.experiment.output != "identity"

    def _show_charts(self) -> Pair:
        """The charts, made at the first call."""
        if self._charts is None:
            self._charts = self._make_charts()
            self._charts.pointed.connect(self.point_at)
            self._grid.addWidget(self._charts, 1, 0)
            self._log_scale.raise_()
            self._restyle()
        self._stack.setCurrentWidget(self._body)
        return self._charts

    def _show_empty(self) -> None:
        self._stack.setCurrentWidget(self._empty)

    def _move_place(self) -> None:
        """While a place is pointed at, its number takes the place of the axis' title."""
        self._place.setVisible(self._charts is not None and self._pointed is not None)
        if self._charts is not None and self._place.isVisible():
            self._place.resize(self._place.sizeHint())
            middle = self._charts.mapTo(self._body, self._charts.title_center())
            self._place.move(middle - self._place.rect().center())
            self._place.raise_()

    # what happens

    def _on_log(self, _: bool) -> None:
        self._refresh()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self.paint_focus(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._move_place()

    def _word(self) -> None:
        self._name()
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_A, Qt.Key.Key_Home):
            self.reset_view()
        elif key == Qt.Key.Key_L:
            self._log_scale.toggle()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(-1 if key == Qt.Key.Key_Left else 1)
        elif key == Qt.Key.Key_Escape and self._pointed is not None:
            self.point_at(None)
        else:
            super().keyPressEvent(event)


def with_accuracy(loss: str, share: float) -> str:
    """A loss as it is written, and the accuracy where there is one."""
    return f"{loss} · {percent(share)}" if np.isfinite(share) else loss


def widest_value(accuracy: bool) -> str:
    """The text that an entry of the key keeps room for."""
    return f"{WIDEST_LOSS} · {percent(0.888)}" if accuracy else WIDEST_LOSS
