"""The curves pane: how loss and accuracy on training and test set move while the network learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QStackedLayout, QVBoxLayout, QWidget

from nnviz.engine.training import TRAIN_SUBSET
from nnviz.theme.theme import Theme
from nnviz.views.plots.blocks import Values
from nnviz.views.plots.key import KeyEntry
from nnviz.views.plots.ticks import compact
from nnviz.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from nnviz.session.session import Session
    from nnviz.views.plots.charts import Charts

ENTRIES = {
    "train": ("train", 1.5, False),
    "test": ("test", 3.0, False),
    "batch": ("muted", 1.0, True),
    "past": ("muted", 1.6, False),
    "epoch": ("text", 0.0, False),
}
"""Role of colour, width of the line, and whether it has a band, of each entry of the key."""
DASHED = {"past": (4.0, 2.5)}
"""Dashes and gaps of the entries whose curves have them."""
WIDEST = "8.8e−88"
WIDEST_EPOCH = "88,888.88"


class CurvesPane(QWidget):
    """Loss and accuracy of the session's run, with the numbers now or at the evaluation under the pointer.

    Wheel, drag: zoom and move along the epochs. Double click, A, Home: the whole run. L: logarithmic loss.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._charts: Charts | None = None
        self._pointed: int | None = None
        self._odd = True
        self._dirty = self._text_dirty = True
        self._by_keyboard = False
        self._set_up()
        self._name()
        self._restyle()
        self._connect()

    def curve_data(self, name: str) -> tuple[Values, Values]:
        """Epochs and values of a drawn curve: batch_loss, train_loss, test_loss, train_accuracy (%), test_accuracy (%).

        Long runs are thinned to entries of the history with all peaks kept; batch_loss is the mean of blocks.
        """
        return self._charts.curve_data(name) if self._charts else (np.empty(0), np.empty(0))

    def key_value(self, name: str) -> str:
        """What the key says of "train", "test" or "batch", and of the "epoch" that is pointed at."""
        return self._entries[name].value

    def reset_view(self) -> None:
        """Show the whole run again."""
        if self._charts:
            self._charts.reset()

    # building

    def _set_up(self) -> None:
        self.setObjectName("curves_pane")
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._entries = {
            name: KeyEntry(self._theme, *look, DASHED.get(name, ()), parent=self) for name, look in ENTRIES.items()
        }
        self._entries["past"].hide()
        self._log_scale = QCheckBox(self)
        self._log_scale.setObjectName("loss_log_scale")
        self._empty = QLabel(self)
        self._empty.setObjectName("curves_empty")
        self._empty.setProperty("role", "hint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(20)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QWidget(self)
        flow = FlowLayout(head, gap=8)
        for name, entry in self._entries.items():
            entry.setObjectName("curves_key_" + name)
        # The epoch comes last: its place is empty while nobody points.
        for widget in (*map(self._entries.__getitem__, ("train", "test", "batch", "past")), self._log_scale):
            flow.addWidget(widget)
        flow.addWidget(self._entries["epoch"])
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
        session.timeline_changed.connect(self._on_change)
        session.experiment_changed.connect(self._on_new_axes)
        session.data_changed.connect(self._on_new_axes)
        session.clock.slow.connect(self._on_slow)
        session.clock.text.connect(self._on_text)
        self._theme.changed.connect(self._on_new_axes)
        self._log_scale.toggled.connect(self._on_log)

    # words

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Loss and accuracy curves"))
        self._empty.setText(self.tr("Press Train to see the loss fall"))
        self._log_scale.setText(self.tr("log scale"))
        self._log_scale.setAccessibleName(self.tr("Logarithmic loss axis"))
        self._log_scale.setToolTip(self.tr("Show the loss on a logarithmic axis (L)"))
        self._name_entries()

    def _name_entries(self) -> None:
        data = self._session.data
        train, test = (min(TRAIN_SUBSET, len(data.train_x)), len(data.test_x)) if data else (TRAIN_SUBSET, 0)
        widest = f"{WIDEST} · 888.8 %" if self._has_accuracy() else WIDEST
        fixed = self.tr("training: {count} fixed samples of the training set").format(count=f"{train:,}")
        every = self.tr("training: all {count} samples of the training set").format(count=f"{train:,}")
        whole = data is not None and train == len(data.train_x)
        tips = {
            "train": (self.tr("train"), widest, every if whole else fixed),
            "test": (
                self.tr("test"), widest, self.tr("test: the whole test set, {count} samples").format(count=f"{test:,}")
            ),
            "batch": (
                self.tr("mini-batch"), WIDEST,
                self.tr("mini-batches before each update: mean, and the range of nine tenths of them"),
            ),
        }  # fmt: skip
        loss = self.tr("Loss: {name}").format(name=self._loss_name())
        for key, (name, room, tip) in tips.items():
            self._entries[key].set_name(name, room, f"{tip}\n{loss}")
        past = self.tr("Test curves of the futures that were left when you went back and changed something")
        self._entries["past"].set_name(self.tr("before the change"), widest, past)
        self._entries["epoch"].set_name(self.tr("epoch"), WIDEST_EPOCH, self.tr("Passes through the training set"))

    def _loss_name(self) -> str:
        names = {
            "mse": self.tr("mean squared error"),
            "binary_cross_entropy": self.tr("binary cross-entropy"),
            "cross_entropy": self.tr("cross-entropy"),
        }
        return names[self._session.experiment.loss]

    def _name_axes(self, charts: Charts) -> None:
        from nnviz.views.plots.chart_pair import Titles

        shares = self.tr("accuracy (%)"), self.tr("%")
        charts.setAccessibleName(self.tr("Loss and accuracy over the epochs"))
        charts.set_titles(Titles(self.tr("epoch"), self.tr("loss"), shares))

    def _has_accuracy(self) -> bool:
        data = self._session.data
        return data.is_classification if data else self._session.experiment.output != "identity"

    def _write_values(self) -> None:
        """The newest numbers, or those of the evaluation under the pointer."""
        h, k = self._session.history, -1 if self._pointed is None else self._pointed
        if not len(h.epoch):
            return
        pointed = self._pointed is not None
        self._entries["epoch"].set_value(f"{h.eval_epoch[k]:,.2f}" if pointed else "")
        self._entries["batch"].set_value(compact(h.loss[self._batch_index(k) if pointed else -1]))
        for name, losses, shares in (
            ("train", h.train_loss, h.train_accuracy),
            ("test", h.test_loss, h.test_accuracy),
        ):
            known = len(losses) > 0
            accuracy = f" · {100 * shares[k]:.1f} %" if known and np.isfinite(shares[k]) else ""
            self._entries[name].set_value(compact(losses[k]) + accuracy if known else "–")

    def _batch_index(self, k: int) -> int:
        """The mini-batch after which evaluation k was made."""
        h = self._session.history
        return min(int(np.searchsorted(h.epoch, h.eval_epoch[k])), len(h.epoch) - 1)

    # what has changed

    def _on_change(self, _: object) -> None:
        self._dirty = self._text_dirty = True

    def _on_new_axes(self, _: object) -> None:
        self._restyle()

    def _on_log(self, _: bool) -> None:
        self._refresh()

    def _on_slow(self) -> None:
        # Every other tick while training: curves change slowly, and training waits while they are drawn.
        self._odd = not self._odd
        if self._dirty and self.isVisible() and not (self._odd and self._session.state.is_running):
            self._refresh()

    def _on_text(self) -> None:
        if self._text_dirty and self.isVisible():
            self._text_dirty = False
            self._write_values()

    def _on_pointed(self, index: int | None) -> None:
        if index == self._pointed or self._charts is None:
            return
        self._pointed = index
        self._charts.point_at(index)
        self._write_values()

    def _refresh(self) -> None:
        """Draw the history as it is now; without one, say how to get one."""
        self._dirty = False
        history = self._session.history
        if self._pointed is not None and self._pointed >= len(history.eval_epoch):
            self._on_pointed(None)
        if not len(history.epoch):
            self._stack.setCurrentWidget(self._empty)
            return
        charts = self._build_charts()
        self._stack.setCurrentWidget(self._body)
        charts.draw(history, self._log_scale.isChecked(), self._has_accuracy())
        charts.point_at(self._pointed)
        self._entries["past"].setVisible(bool(history.branches))
        if history.branches:
            self._entries["past"].set_value(compact(history.branches[-1].test_loss[-1]))
        self._stand()

    def _stand(self) -> None:
        """Where in the curves the run stands while it is looked back at."""
        timeline, snapshot = self._session.timeline, self._session.snapshot
        back = timeline.position < timeline.newest and not self._session.state.is_running
        if self._charts:
            self._charts.stand_at(snapshot.epoch if back else None)

    def _build_charts(self) -> Charts:
        """The charts, made when there is something to draw: pyqtgraph takes half of the program's start to import."""
        if self._charts is None:
            from nnviz.views.plots.charts import Charts

            self._charts = Charts(self._theme, self._body)
            self._charts.setObjectName("curves_charts")
            self._charts.pointed.connect(self._on_pointed)
            layout = self._body.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.addWidget(self._charts, 1)
            self._restyle()
        return self._charts

    def _restyle(self) -> None:
        self._name_entries()
        self._empty.setFont(self._theme.font())
        self._log_scale.setFont(self._theme.font(0.85))
        for entry in self._entries.values():
            entry.setMinimumHeight(self._log_scale.sizeHint().height())
            entry.restyle()
        if self._charts:
            self._charts.restyle()
            self._name_axes(self._charts)
        self._dirty = self._text_dirty = True

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(420, 380)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._on_text()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() and self._by_keyboard:
            painter = QPainter(self)
            painter.setPen(self._theme.color("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
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
        if key in (Qt.Key.Key_A, Qt.Key.Key_Home):
            self.reset_view()
        elif key == Qt.Key.Key_L:
            self._log_scale.toggle()
        else:
            super().keyPressEvent(event)
