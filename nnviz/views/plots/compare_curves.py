"""The curves of compared runs: loss and test accuracy of all lanes over the same iterations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from nnviz.session.comparison import Lane
from nnviz.session.names import value_name
from nnviz.theme.lanes import LANES
from nnviz.theme.theme import Theme
from nnviz.views.plots.curves_view import SMALL, CurvesView, widest_value, with_accuracy
from nnviz.views.plots.key import KeyEntry
from nnviz.views.plots.lane_reading import evaluation_at, last_iteration
from nnviz.widgets.numerals import NONE
from nnviz.widgets.ticks import compact

if TYPE_CHECKING:
    from nnviz.session.session import Session
    from nnviz.views.plots.compare_charts import CompareCharts

KEY_WIDTH = 2.5
"""Of the piece of curve in the key: that of the test set, in pixels."""
KEY_SAMPLE = 26.0
"""Its length: a shorter one would not show the dashes."""
NAMED = 620
"""From this width on, times the size of the writing, the key has the names of the lanes and not only their letters."""


class CompareCurves(CurvesView["CompareCharts"]):
    """Curves of all lanes over the iterations, with the test losses and accuracies now or at the one under the pointer.

    Curves of lane k: train_<k>_loss, test_<k>_loss, test_<k>_accuracy (%).
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "compare_curves", parent)
        self._named = False
        self._set_up()
        self._name()
        self._restyle()
        self._connect()

    def key_value(self, lane: int | str) -> str:
        """What the key says of a lane, and of the "iteration" that is pointed at."""
        return self._iteration.value if lane == "iteration" else self._entries[int(lane)].value

    # building

    def _set_up(self) -> None:
        looks = [(look.role, KEY_WIDTH, False, look.dashes, KEY_SAMPLE) for look in LANES]
        self._entries = [KeyEntry(self._theme, *look, parent=self) for look in looks]
        self._iteration = KeyEntry(self._theme, "text", 0.0, parent=self)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "hint")
        parts = {"log_scale": self._log_scale, "hint": self._hint, "empty": self._empty, "iteration": self._iteration}
        for name, part in (*parts.items(), *((f"key_{k}", entry) for k, entry in enumerate(self._entries))):
            part.setObjectName(f"compare_curves_{name}")
        self._lay_out((*self._entries, self._hint), self._iteration, gap=10)

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

    # words

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Loss and accuracy of the compared runs"))
        self._empty.setText(self.tr("Press Train to see the runs race"))
        self._hint.setText(self.tr("bold: test · thin: training"))
        self._name_scale()
        tip = self.tr("Mini-batches trained on, the same for every run")
        self._iteration.set_name(self.tr("iteration"), "", tip)

    def _name_entries(self) -> None:
        comparison = self._session.comparison
        self._named = self.width() >= NAMED * self._theme.scale
        tip = self.tr("loss and accuracy on the test set")
        for k, entry in enumerate(self._entries):
            entry.setVisible(k < len(comparison.values))
            if k < len(comparison.values):
                name = f"{LANES[k].letter}  {value_name(comparison.setting.name, comparison.values[k])}"
                shown = name if self._named else LANES[k].letter
                entry.set_name(shown, widest_value(self._has_accuracy()), f"{name}: {tip}")

    def _name_axes(self, charts: CompareCharts) -> None:
        from nnviz.views.plots.chart_pair import Titles

        charts.setAccessibleName(self.tr("Loss and test accuracy over the iterations"))
        shares = self.tr("test accuracy (%)"), self.tr("accuracy (%)"), self.tr("%")
        charts.set_titles(Titles(self.tr("iteration"), self.tr("loss"), shares))

    def _write_values(self) -> None:
        """The newest numbers, or those of the iteration under the pointer."""
        self._iteration.set_value("" if self._pointed is None else f"{self._pointed:,}")
        for entry, lane in zip(self._entries, self._lanes(), strict=False):
            entry.set_value(self._reading(lane))

    def _reading(self, lane: Lane) -> str:
        h, at = lane.history, evaluation_at(lane.history, self._pointed)
        if at is None:
            return NONE
        return with_accuracy(compact(h.test_loss[at]), float(h.test_accuracy[at]))

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

    def _on_slow(self) -> None:
        if not self._session.state.is_running:
            self._update()

    def _on_text(self) -> None:
        # While training four times a second is enough: training waits while curves are drawn.
        self._update()

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
            self._show_empty()
            return
        charts = self._show_charts()
        charts.draw(histories, self._log_scale.isChecked(), self._has_accuracy())
        charts.point_at(self._pointed)
        self._write_values()

    def _make_charts(self) -> CompareCharts:
        from nnviz.views.plots.compare_charts import CompareCharts

        charts = CompareCharts(self._theme, self._body)
        charts.setObjectName("compare_charts")
        return charts

    def _restyle(self) -> None:
        self._name_entries()
        self._empty.setFont(self._theme.font())
        for part in (self._log_scale, self._hint):
            part.setFont(self._theme.font(SMALL))
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
