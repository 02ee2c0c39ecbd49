"""The curves pane: how loss and accuracy on training and test set move while the network learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nnviz.engine.training import TRAIN_SUBSET
from nnviz.session.names import name_of
from nnviz.session.scores import scores_at
from nnviz.theme.theme import Theme
from nnviz.views.plots.curves_view import SMALL, WIDEST_LOSS, CurvesView, widest_value, with_accuracy
from nnviz.views.plots.key import KeyEntry
from nnviz.widgets.ticks import compact

if TYPE_CHECKING:
    from nnviz.session.session import Session
    from nnviz.views.plots.charts import Charts

ENTRIES = {
    "train": ("train", 1.5, False),
    "test": ("test", 3.0, False),
    "batch": ("muted", 1.0, True),
    "past": ("lane_b", 1.8, False),
    "epoch": ("text", 0.0, False),
}
"""Role of colour, width of the line, and whether it has a band, of each entry of the key."""
DASHED = {"past": (4.0, 2.5)}
"""Dashes and gaps of the entries whose curves have them."""


class CurvesPane(CurvesView["Charts"]):
    """Loss and accuracy of the session's run over its epochs, with the numbers now or at the evaluation under the
    pointer.

    Curves: batch_loss, train_loss, test_loss, train_accuracy (%), test_accuracy (%). Long runs are thinned to entries
    of the history with all peaks kept; batch_loss is the mean of blocks.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "curves_pane", parent)
        self._odd = True
        self._text_dirty = True
        self._set_up()
        self._name()
        self._restyle()
        self._connect()

    def key_value(self, name: str) -> str:
        """What the key says of "train", "test" or "batch", and of the "epoch" that is pointed at."""
        return self._entries[name].value

    # building

    def _set_up(self) -> None:
        self._entries = {
            name: KeyEntry(self._theme, *look, DASHED.get(name, ()), parent=self) for name, look in ENTRIES.items()
        }
        for name, entry in self._entries.items():
            entry.setObjectName("curves_key_" + name)
        self._entries["past"].hide()
        self._log_scale.setObjectName("loss_log_scale")
        self._empty.setObjectName("curves_empty")
        curves = (self._entries[name] for name in ("train", "test", "batch", "past"))
        self._lay_out(curves, self._entries["epoch"], gap=8)

    def _connect(self) -> None:
        session = self._session
        session.history_changed.connect(self._on_change)
        session.timeline_changed.connect(self._on_change)
        session.experiment_changed.connect(self._on_new_axes)
        session.data_changed.connect(self._on_new_axes)
        session.clock.slow.connect(self._on_slow)
        session.clock.text.connect(self._on_text)
        self._theme.changed.connect(self._on_new_axes)

    # words

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Loss and accuracy curves"))
        self._empty.setText(self.tr("Press Train to see the loss fall"))
        self._name_scale()
        self._name_entries()

    def _name_entries(self) -> None:
        data = self._session.data
        train, test = (min(TRAIN_SUBSET, len(data.train_x)), len(data.test_x)) if data else (TRAIN_SUBSET, 0)
        widest = widest_value(self._has_accuracy())
        fixed = self.tr("training: {count} fixed samples of the training set").format(count=f"{train:,}")
        every = self.tr("training: all {count} samples of the training set").format(count=f"{train:,}")
        whole = data is not None and train == len(data.train_x)
        tips = {
            "train": (self.tr("train"), widest, every if whole else fixed),
            "test": (
                self.tr("test"), widest, self.tr("test: the whole test set, {count} samples").format(count=f"{test:,}")
            ),
            "batch": (
                self.tr("mini-batch"), WIDEST_LOSS,
                self.tr("mini-batches before each update: mean, and the range of nine tenths of them"),
            ),
        }  # fmt: skip
        loss = self.tr("Loss: {name}").format(name=name_of("loss", self._session.experiment.loss))
        for key, (name, room, tip) in tips.items():
            self._entries[key].set_name(name, room, f"{tip}\n{loss}")
        past = self.tr("Test curves of the futures that were left when you went back and changed something")
        self._entries["past"].set_name(self.tr("before"), widest, past)
        self._entries["epoch"].set_name(self.tr("epoch"), "", self.tr("Passes through the training set"))

    def _name_axes(self, charts: Charts) -> None:
        from nnviz.views.plots.chart_pair import Titles

        shares = self.tr("accuracy (%)"), self.tr("%")
        charts.setAccessibleName(self.tr("Loss and accuracy over the epochs"))
        charts.set_titles(Titles(self.tr("epoch"), self.tr("loss"), shares))
        charts.name_change(self.tr("changed here"), self.tr("change"))

    def _write_values(self) -> None:
        """The numbers where the run stands, or those of the evaluation under the pointer."""
        h, k = self._session.history, self._pointed
        if not len(h.epoch):
            return
        scores = self._session.scores if k is None else scores_at(h, int(h.eval_iteration[k]), None)
        self._entries["epoch"].set_value("" if k is None else f"{h.eval_epoch[k]:,.2f}")
        self._entries["batch"].set_value(compact(scores.last_loss))
        for name, loss, share in (
            ("train", scores.train_loss, scores.train_accuracy),
            ("test", scores.test_loss, scores.test_accuracy),
        ):
            self._entries[name].set_value(with_accuracy(compact(loss), share))

    # what has changed

    def _on_change(self, _: object) -> None:
        self._dirty = self._text_dirty = True

    def _on_new_axes(self, _: object) -> None:
        self._restyle()

    def _on_slow(self) -> None:
        # Every other tick while training: curves change slowly, and training waits while they are drawn.
        self._odd = not self._odd
        if self._dirty and self.isVisible() and not (self._odd and self._session.state.is_running):
            self._refresh()

    def _on_text(self) -> None:
        if self._text_dirty and self.isVisible():
            self._text_dirty = False
            self._write_values()

    def _refresh(self) -> None:
        """Draw the history as it is now; without one, say how to get one."""
        self._dirty = False
        history = self._session.history
        if self._pointed is not None and self._pointed >= len(history.eval_epoch):
            self.point_at(None)
        if not len(history.epoch):
            self._show_empty()
            return
        charts = self._show_charts()
        charts.draw(history, self._log_scale.isChecked(), self._has_accuracy())
        charts.point_at(self._pointed)
        self._entries["past"].setVisible(bool(history.branches))
        if history.branches:
            old = history.branches[-1]
            self._entries["past"].set_value(with_accuracy(compact(old.test_loss[-1]), old.test_accuracy[-1]))
        self._stand()

    def _stand(self) -> None:
        """Where in the curves the run stands while it is looked back at."""
        timeline, snapshot = self._session.timeline, self._session.snapshot
        back = timeline.position < timeline.newest and not self._session.state.is_running
        if self._charts:
            self._charts.stand_at(snapshot.epoch if back else None)

    def _make_charts(self) -> Charts:
        from nnviz.views.plots.charts import Charts

        charts = Charts(self._theme, self._body)
        charts.setObjectName("curves_charts")
        return charts

    def _restyle(self) -> None:
        self._name_entries()
        self._empty.setFont(self._theme.font())
        self._log_scale.setFont(self._theme.font(SMALL))
        for entry in self._entries.values():
            entry.setMinimumHeight(self._log_scale.sizeHint().height())
            entry.restyle()
        if self._charts:
            self._charts.restyle()
            self._name_axes(self._charts)
        self._dirty = self._text_dirty = True

    def _step(self, way: int) -> None:
        """Read the evaluation after (1) or before (−1) the one that is read."""
        measured = len(self._session.history.eval_epoch)
        place = (measured if self._pointed is None else self._pointed) + way
        if 0 <= place < measured:
            self.point_at(place)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(420, 380)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._on_text()
