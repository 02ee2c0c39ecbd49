"""The curves of compared runs: loss and test accuracy of all lanes over the same iterations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QStackedLayout, QVBoxLayout, QWidget

from nnviz.session.comparison import Lane
from nnviz.session.names import value_name
from nnviz.theme.lanes import LANES
from nnviz.theme.theme import Theme
from nnviz.views.plots.blocks import Values
from nnviz.views.plots.key import KeyEntry
from nnviz.views.plots.lane_reading import evaluation_at, last_iteration
from nnviz.views.plots.ticks import compact
from nnviz.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from nnviz.session.session import Session
    from nnviz.views.plots.compare_charts import CompareCharts

KEY_WIDTH = 2.5
"""Of the piece of curve in the key: that of the test set, in pixels."""
KEY_SAMPLE = 26.0
"""Its length: a shorter one would not show the dashes."""
NAMED = 620
"""From this width on, times the size of the writing, the key has the names of the lanes and not only their letters."""
WIDEST, WIDEST_LOSS = "8.8e−88 · 888.8 %", "8.8e−88"
WIDEST_ITERATION = "88,888,888"


class CompareCurves(QWidget):
    """Curves of all lanes, with the test losses and accuracies now or at the iteration under the pointer.

    Wheel, drag: zoom and move along the iterations. Double click, A, Home: everything. L: logarithmic loss.
    Left, Right: read the evaluations one by one; Escape: the newest again.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._charts: CompareCharts | None = None
        self._pointed: int | None = None
        self._dirty = True
        self._named = self._by_keyboard = False
        self._set_up()
        self._name()
        self._restyle()
        self._connect()

    def curve_data(self, name: str) -> tuple[Values, Values]:
        """Iterations and values of a drawn curve of lane k: train_<k>_loss, test_<k>_loss, test_<k>_accuracy (%)."""
        return self._charts.curve_data(name) if self._charts else (np.empty(0), np.empty(0))

    def key_value(self, lane: int | str) -> str:
        """What the key says of a lane, and of the "iteration" that is pointed at."""
        return self._iteration.value if lane == "iteration" else self._entries[int(lane)].value

    def point_at(self, iteration: int | None) -> None:
        """Read all lanes at an iteration; None: the newest of each."""
        if iteration != self._pointed and self._charts is not None:
            self._pointed = iteration
            self._charts.point_at(iteration)
            self._write_values()

    # building

    def _set_up(self) -> None:
        self.setObjectName("compare_curves")
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        looks = [(look.role, KEY_WIDTH, False, look.dashes, KEY_SAMPLE) for look in LANES]
        self._entries = [KeyEntry(self._theme, *look, parent=self) for look in looks]
        self._iteration = KeyEntry(self._theme, "text", 0.0, parent=self)
        self._log_scale = QCheckBox(self)
        self._hint, self._empty = QLabel(self), QLabel(self)
        parts = {"log_scale": self._log_scale, "hint": self._hint, "empty": self._empty, "iteration": self._iteration}
        for name, part in (*parts.items(), *((f"key_{k}", entry) for k, entry in enumerate(self._entries))):
            part.setObjectName(f"compare_curves_{name}")
        for label in (self._hint, self._empty):
            label.setProperty("role", "hint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(20)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QWidget(self)
        flow = FlowLayout(head, gap=10)
        # The iteration comes last: its place is empty while nobody points.
        for widget in (*self._entries, self._hint, self._log_scale, self._iteration):
            flow.addWidget(widget)
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(4)
        column.addWidget(head)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._body)

    def _connect(self) -> None:
        session = self._session
        session.history_changed.connect(self._on_change)
        session.comparison.moved.connect(self._on_change)
        session.comparison.changed.connect(self._on_new_lanes)
        session.experiment_changed.connect(self._on_new_lanes)
        session.data_changed.connect(self._on_new_lanes)
        session.clock.slow.connect(self._on_slow)
        session.clock.text.connect(self._on_text)
        self._theme.changed.connect(self._on_theme)
        self._log_scale.toggled.connect(self._on_log)

    # words

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Loss and accuracy of the compared runs"))
        self._empty.setText(self.tr("Press Train to see the runs race"))
        self._hint.setText(self.tr("bold: test · thin: training"))
        self._log_scale.setText(self.tr("log scale"))
        self._log_scale.setAccessibleName(self.tr("Logarithmic loss axis"))
        self._log_scale.setToolTip(self.tr("Show the loss on a logarithmic axis (L)"))
        tip = self.tr("Mini-batches trained on, the same for every run")
        self._iteration.set_name(self.tr("iteration"), WIDEST_ITERATION, tip)

    def _name_entries(self) -> None:
        comparison = self._session.comparison
        self._named = self.width() >= NAMED * self._theme.scale
        tip = self.tr("loss and accuracy on the test set")
        for k, entry in enumerate(self._entries):
            entry.setVisible(k < len(comparison.values))
            if k < len(comparison.values):
                name = f"{LANES[k].letter}  {value_name(comparison.setting.name, comparison.values[k])}"
                shown = name if self._named else LANES[k].letter
                entry.set_name(shown, WIDEST if self._has_accuracy() else WIDEST_LOSS, f"{name}: {tip}")

    def _name_axes(self, charts: CompareCharts) -> None:
        from nnviz.views.plots.chart_pair import Titles

        charts.setAccessibleName(self.tr("Loss and test accuracy over the iterations"))
        shares = self.tr("test accuracy (%)"), self.tr("accuracy (%)"), self.tr("%")
        charts.set_titles(Titles(self.tr("iteration"), self.tr("loss"), shares))

    def _has_accuracy(self) -> bool:
        data = self._session.data
        return data.is_classification if data else self._session.experiment.output != "identity"

    def _write_values(self) -> None:
        """The newest numbers, or those of the iteration under the pointer."""
        self._iteration.set_value("" if self._pointed is None else f"{self._pointed:,}")
        for entry, lane in zip(self._entries, self._lanes(), strict=False):
            entry.set_value(self._reading(lane))

    def _reading(self, lane: Lane) -> str:
        h, at = lane.history, evaluation_at(lane.history, self._pointed)
        if at is None:
            return "–"
        share = float(h.test_accuracy[at])
        return compact(h.test_loss[at]) + (f" · {100 * share:.1f} %" if np.isfinite(share) else "")

    def _lanes(self) -> tuple[Lane, ...]:
        return self._session.comparison.lanes

    # what has changed

    def _on_change(self, _: object) -> None:
        self._dirty = True

    def _on_new_lanes(self, _: object) -> None:
        self._dirty = True
        if self.isVisible():
            self._restyle()

    def _on_theme(self, _: object) -> None:
        self._restyle()

    def _on_log(self, _: bool) -> None:
        self._refresh()

    def _on_slow(self) -> None:
        if not self._session.state.is_running:
            self._update()

    def _on_text(self) -> None:
        # While training four times a second is enough: training waits while curves are drawn.
        self._update()

    def _on_pointed(self, iteration: int | None) -> None:
        self.point_at(iteration)

    def _update(self) -> None:
        if self._dirty and self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Draw the histories as they are now; without any, say how to get them."""
        self._dirty = False
        histories = tuple(lane.history for lane in self._lanes())
        newest = max(map(last_iteration, histories), default=0)
        if self._pointed is not None and self._pointed > newest:
            self.point_at(None)
        if newest == 0:
            self._stack.setCurrentWidget(self._empty)
            return
        charts = self._build_charts()
        self._stack.setCurrentWidget(self._body)
        charts.draw(histories, self._log_scale.isChecked(), self._has_accuracy())
        charts.point_at(self._pointed)
        self._write_values()

    def _build_charts(self) -> CompareCharts:
        """The charts, made when there is something to draw: importing pyqtgraph takes half a second."""
        if self._charts is None:
            from nnviz.views.plots.compare_charts import CompareCharts

            self._charts = CompareCharts(self._theme, self._body)
            self._charts.setObjectName("compare_charts")
            self._charts.pointed.connect(self._on_pointed)
            layout = self._body.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.addWidget(self._charts, 1)
            self._restyle()
        return self._charts

    def _restyle(self) -> None:
        self._name_entries()
        self._empty.setFont(self._theme.font())
        for part in (self._log_scale, self._hint):
            part.setFont(self._theme.font(0.85))
        for entry in (*self._entries, self._iteration):
            entry.setMinimumHeight(self._log_scale.sizeHint().height())
            entry.restyle()
        self._hint.setMinimumHeight(self._log_scale.sizeHint().height())
        if self._charts:
            self._charts.restyle()
            self._name_axes(self._charts)
        self._dirty = True

    def _step(self, way: int) -> None:
        """Read the evaluation after (1) or before (−1) the one that is read, of any lane."""
        measured = sorted({int(at) for lane in self._lanes() for at in lane.history.eval_iteration})
        if measured:
            now = measured[-1] + 1 if self._pointed is None else self._pointed
            beside = [at for at in measured if (at - now) * way > 0]
            if beside:
                self.point_at(min(beside) if way > 0 else max(beside))

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(520, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 150)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._restyle()
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._named != (self.width() >= NAMED * self._theme.scale):
            self._name_entries()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() and self._by_keyboard:
            painter = QPainter(self)
            try:
                painter.setPen(self._theme.color("accent"))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            finally:
                painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self._restyle()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_A, Qt.Key.Key_Home) and self._charts:
            self._charts.reset()
        elif key == Qt.Key.Key_L:
            self._log_scale.toggle()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(-1 if key == Qt.Key.Key_Left else 1)
        elif key == Qt.Key.Key_Escape and self._pointed is not None:
            self.point_at(None)
        else:
            super().keyPressEvent(event)
