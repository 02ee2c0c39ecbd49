"""BatchesSection: a line fitted by batch, mini-batch and stochastic gradient descent on one clock."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.engine.experiment import LIMITS
from nnviz.session.labs.descent.batches import LEARNERS, B, W
from nnviz.session.labs.descent.intents import FollowLearner, SetBatchRate, SetBatchSize, SetLineStart, ShowLearner
from nnviz.session.labs.descent.lab import DescentLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.views.labs.descent.batch_pictures import BatchPictures
from nnviz.views.labs.descent.batch_table import BatchTable
from nnviz.views.labs.descent.batch_words import BatchWords
from nnviz.views.labs.descent.loss_chart import LossChart
from nnviz.views.labs.descent.map import SurfaceMap
from nnviz.views.labs.descent.pictures import Pictures
from nnviz.views.labs.descent.play_bar import PlayBar
from nnviz.views.labs.descent.racers import RaceList
from nnviz.views.labs.descent.side import Columns
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.views.labs.section import LabSection
from nnviz.widgets.limits import Limits
from nnviz.widgets.log_slider import LogSlider
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.slider_field import LinearScale, SliderField
from nnviz.widgets.split_row import SplitRow

GAP = 8
LEFT, RIGHT = 248, 332
"""Widths of the columns at ordinary text size."""


class BatchesSection(LabSection):
    """map, data, chart    the pictures;  learners, batch_size, rate: left;  table: right;  bar: above"""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, DescentLab.name, parent)
        self.part = session.labs.of(DescentLab).batches
        self.words = BatchWords(self)
        self.bar = PlayBar("batches", self.part.pictures, theme, self)
        self.learners = RaceList("batches", LEARNERS, theme, self)
        most = self.part.samples
        self.batch_size = SliderField(Limits(1, most, whole=True), LinearScale(1, most, 1), parent=self)
        self.rate = LogSlider(Limits(*LIMITS["learning_rate"]), 1e-3, 3, parent=self)
        self._rows = {"size": SplitRow(self.batch_size, parent=self), "rate": SplitRow(self.rate, parent=self)}
        self.map = SurfaceMap(theme, "batches_map", self)
        self.data = LabPlot(theme, "batches_data", self)
        self.chart = LossChart(theme, "batches_losses", self)
        self.pictures = Pictures(self.map, self.data, self.chart, self)
        self._painter = BatchPictures(self.map, self.data, self.chart, theme, self.words)
        self.table = BatchTable(theme, self.words, self)
        self.place = Paragraph("batches_place", self, "")
        self.character, self.meanings = (Paragraph(f"batches_{name}", self) for name in ("character", "meanings"))
        self._late = True
        self._lay_out()
        self._connect()
        self.word()
        self.dress()

    def refresh(self) -> None:
        part = self.part
        self.bar.show_race(part)
        self.batch_size.set_value(part.learners["mini_batch"].size)
        self.rate.set_value(part.experiment.learning_rate)
        self.pictures.set_large(part.large)
        self._painter.show_data(part)
        self._painter.show_map(part)
        self._late = True
        if not part.playing:
            self._show_late()

    def dress(self) -> None:
        self._columns.dress()
        self._dress_parts()

    def word(self) -> None:
        self.bar.word()
        self.table.word()
        self.learners.name_rows(
            {name: self.words.learner(name) for name in LEARNERS},
            self.tr("Show {name}"), self.tr("Follow {name}"), self.tr("Error of {name}"),
        )  # fmt: skip
        for name, (short, long) in self._captions().items():
            self._rows[name].caption.setText(short)
            self._rows[name].field.setAccessibleName(long)
            self._rows[name].setToolTip(long)
        self._cards["learners"].set_title(self.tr("Gradient descent"))
        self._cards["knobs"].set_title(self.tr("Knobs"))
        self._cards["words"].set_title(self.tr("Epoch, iteration, batch"))
        self._cards["table"].set_title(self.tr("So far"))
        self.meanings.setText(self.words.meanings())
        self.pictures.map.name(self.tr("Mean squared error over w and b"), self.tr("click to choose a start"))
        self.pictures.other.name(self.tr("Data and lines  t ≈ w x + b"))
        self.pictures.name_chart(self.tr("Mean squared error"))
        self.map.set_titles(self.tr("w"), self.tr("b"))
        self.data.set_titles(self.tr("x"), self.tr("t"))
        self.chart.set_titles(self.tr("epoch"))
        self.map.setAccessibleName(self.tr("Map of the mean squared error with three paths"))
        self.data.setAccessibleName(self.tr("Data with three lines; the samples of the current batch are lit"))
        self.chart.setAccessibleName(self.tr("Mean squared errors over epochs"))

    # Private

    def _dress_parts(self) -> None:
        for part in (self.bar, self.learners, self.table):
            part.dress()
        self._columns.fit()

    def _captions(self) -> dict[str, tuple[str, str]]:
        return {
            "size": (self.tr("Mini-batch of"), self.tr("samples of a mini-batch; everybody starts over")),
            "rate": (self.tr("η of all"), self.tr("learning rate of all three")),
        }

    def _show_late(self) -> None:
        """What can wait a tenth of a second while the race goes on."""
        self._late = False
        part = self.part
        self._painter.show_losses(part)
        losses = {name: float(learner.losses[-1]) for name, learner in part.learners.items()}
        self.learners.show_rows(part.shown, part.followed, losses)
        self.table.show_part(part)
        self.bar.count.setText(self.words.clock(part))
        self._cards["place"].set_title(self.words.learner(part.followed))
        self.place.setText(self.words.place(part))
        self.character.setText(self.words.character(part.followed))

    def _lay_out(self) -> None:
        for name, row in self._rows.items():
            row.field.setObjectName(f"batches_{name}")
        parts: dict[str, tuple[QWidget, ...]] = {
            "learners": (self.learners,),
            "knobs": tuple(self._rows.values()),
            "place": (self.place, self.character),
            "table": (self.table,),
            "words": (self.meanings,),
        }
        self._cards = {name: Card(self.theme, *widgets) for name, widgets in parts.items()}
        learners, knobs, place, table, words = self._cards.values()
        self._columns = Columns(
            self.theme, (LEFT, (learners, knobs)), self.pictures, (RIGHT, (place, table, words)),
            (learners, place, table, knobs, words), self,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 10)
        column.setSpacing(GAP)
        column.addWidget(self.bar)
        column.addWidget(self._columns, 1)

    def _connect(self) -> None:
        self.bar.wished.connect(self.do)
        self._columns.arranged.connect(self._dress_parts)
        self.learners.shown.connect(self._show_learner)
        self.learners.followed.connect(self._follow)
        self.batch_size.value_changed.connect(self._set_size)
        self.rate.value_changed.connect(self._set_rate)
        for row in self._rows.values():
            if isinstance(row.field, SliderField):
                row.field.refused.connect(row.set_message)
        self.map.pressed.connect(self._start_at)
        self.map.swept.connect(self._start_at)
        self.map.handle_moved.connect(self._drag_start)
        self.map.resized.connect(self.mark)
        self.session.clock.slow.connect(self._on_slow)

    def _on_slow(self) -> None:
        if self._late and self.isVisible():
            self._show_late()

    def _show_learner(self, name: str, on: bool) -> None:
        self.do(ShowLearner(name, on))
        self.mark()

    def _follow(self, name: str) -> None:
        self.do(FollowLearner(name))

    def _set_size(self, value: float) -> None:
        self.do(SetBatchSize(int(value)))

    def _set_rate(self, value: float) -> None:
        self.do(SetBatchRate(value))

    def _start_at(self, place: tuple[float, float]) -> None:
        w, b = (float(np.clip(value, *limits)) for value, limits in zip(place, (W, B), strict=True))
        self.do(SetLineStart(w, b))

    def _drag_start(self, name: str, x: float, y: float) -> None:
        self._start_at((x, y))
