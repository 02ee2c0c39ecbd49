"""LayersPane: what the layers do, live: gradient norms, histograms, saturated and dead units, sizes of updates."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from nnviz.engine.diagnosis import Diagnosis
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.session.intents import CheckGradient
from nnviz.session.names import error_in_words
from nnviz.theme.theme import Theme
from nnviz.views.layers.badge import GradientBadge
from nnviz.views.layers.norms import NormChart
from nnviz.views.layers.row import LayerRow, Shape, layer_shape
from nnviz.views.layers.words import LayerWords
from nnviz.widgets.flow_layout import FlowLayout
from nnviz.widgets.message_label import MessageLabel
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.engine.gradcheck import GradientCheck
    from nnviz.session.session import Session

TOPIC = "diagnosis"
MARGIN = 12


class LayersPane(Worded, QScrollArea):
    """Gradient norms and the gradient check, then a row for each layer, the one after the input first.

    diagnosis   what is painted, None while nothing is known
    norms       the chart of gradient norms;  rows: one for each weight layer;  badge: the gradient check
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._words = LayerWords(self)
        self._shape = _shape(session.experiment)
        self._dirty = self._text_dirty = True
        self.diagnosis: Diagnosis | None = None
        self._set_up()
        self._build()
        self._word()
        self._connect()

    # building

    def _set_up(self) -> None:
        self.setObjectName("layers_pane")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = QWidget(self)
        self.norms = NormChart(len(self._shape), self._theme, self._words, self._content)
        self.rows: tuple[LayerRow, ...] = ()
        self._rules: list[QFrame] = []
        self._content.setProperty("role", "surface")
        self._empty, self._title, self._legend = (QLabel(self._content) for _ in range(3))
        self._empty.setObjectName("layers_empty")
        self._title.setProperty("role", "title")
        self._legend.setObjectName("layers_legend")
        for label in (self._empty, self._legend):
            label.setProperty("role", "hint")
            label.setWordWrap(True)
        self.verdict = MessageLabel(self._content)
        self.verdict.setObjectName("layers_verdict")
        self.badge = GradientBadge(self._theme, self._content)

    def _build(self) -> None:
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, MARGIN)
        self._column.setSpacing(0)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(MARGIN, 6, MARGIN, 8)
        self._head.setSpacing(4)
        line = QWidget(self._content)
        flow = FlowLayout(line, gap=4)
        flow.addWidget(self._title)
        flow.addWidget(self.badge)
        for part in (line, self._empty, self.verdict, self.badge.refusal):
            self._head.addWidget(part)
        self._column.addLayout(self._head)
        self._legend.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        self._column.addWidget(self._legend)
        self._column.addStretch(1)
        self.setWidget(self._content)
        self._rebuild()

    def _connect(self) -> None:
        session = self._session
        session.diagnosis_changed.connect(self._on_diagnosis)
        session.experiment_changed.connect(self._on_experiment)
        session.gradient_checked.connect(self._on_check)
        session.failed.connect(self._on_failed)
        session.clock.slow.connect(self._on_slow)
        session.clock.text.connect(self._on_text)
        self._theme.changed.connect(self._on_theme)
        self.badge.check_requested.connect(self._on_check_requested)

    def _rebuild(self) -> None:
        """A chart and rows for another network; the old ones go at once."""
        for part in (self.norms, *self.rows, *self._rules):
            part.hide()
            part.deleteLater()
        shape, theme, names = self._shape, self._theme, self._words
        self.norms = NormChart(len(shape), theme, names, self._content)
        self.rows = tuple(LayerRow(k, shape, theme, names, self._content) for k in range(len(shape)))
        self._rules = [QFrame(self._content) for _ in self.rows]
        self._insert()
        self._dress()

    def _insert(self) -> None:
        self._head.insertWidget(1, self.norms)
        for place, (rule, row) in enumerate(zip(self._rules, self.rows, strict=True)):
            rule.setProperty("role", "rule")
            rule.setFixedHeight(1)
            self._column.insertWidget(2 * place + 1, rule)
            self._column.insertWidget(2 * place + 2, row)

    # what the session says

    def _on_diagnosis(self, _: object) -> None:
        self._dirty = self._text_dirty = True

    def _on_experiment(self, experiment: Experiment) -> None:
        """Another shape: rows for it, empty until they are known."""
        if _shape(experiment) != self._shape:
            self._shape = _shape(experiment)
            self._rebuild()
            self.badge.reset()
        self._dirty = self._text_dirty = True

    def _on_check(self, check: GradientCheck | None) -> None:
        self.badge.show_check(check)

    def _on_failed(self, _: object) -> None:
        self.badge.reset()

    def _on_check_requested(self) -> None:
        self.badge.show_busy()
        try:
            self._session.do(CheckGradient())
        except Refusal as error:
            self.badge.show_refusal(error_in_words(error))

    # ticks

    def _on_slow(self) -> None:
        if self.isVisible() and self._dirty:
            self._show_pictures()

    def _on_text(self) -> None:
        """A check belongs to the weights it was made on; the session drops it when they change."""
        if not self.isVisible():
            return
        self.badge.show_check(self._session.gradient_check)
        if self._text_dirty:
            self._show_numbers()

    def _show_pictures(self) -> None:
        self._dirty = False
        found = self._session.diagnosis
        fits = found is not None and tuple(map(layer_shape, found.layers)) == self._shape
        self.diagnosis = found if fits else None
        layers = self.diagnosis.layers if self.diagnosis else (None,) * len(self.rows)
        self.norms.show_bars([layer.gradient_norm if layer else math.nan for layer in layers])
        for row, layer in zip(self.rows, layers, strict=True):
            row.show_pictures(layer)

    def _show_numbers(self) -> None:
        """The numbers of what is painted."""
        if self._dirty:
            self._show_pictures()
        self._text_dirty = False
        self._empty.setVisible(self.diagnosis is None and self._session.data is None)
        self.verdict.show_text(self._words.gradients(self.diagnosis) if self.diagnosis else "")
        self.norms.show_numbers()
        for row in self.rows:
            row.show_numbers()

    # looks and words

    def _on_theme(self, _: object) -> None:
        self._dress()
        self.norms.restyle()
        for row in self.rows:
            row.restyle()
        self.badge.restyle()
        self.updateGeometry()

    def _dress(self) -> None:
        self._title.setFont(self._theme.font(bold=True))
        self._title.setMinimumHeight(self.badge.button.sizeHint().height())
        for label in (self._empty, self._legend):
            label.setFont(self._theme.font(0.9, numbers=False))

    def _word(self) -> None:
        self.setAccessibleName(self.tr("What the layers do"))
        self._title.setText(self.tr("Gradient norms"))
        self._title.setToolTip(
            self.tr("‖∂L/∂(W, b)‖, the length of the gradient of the mean loss of a fixed part of the training set")
        )
        self._empty.setText(self.tr("Nothing is known yet: the samples are still being loaded."))
        self._legend.setText(self.tr("Heights: square roots of counts. Update ratio: ‖ΔW‖ / ‖W‖; a good size is 10⁻³."))
        self.norms.word()
        for row in self.rows:
            row.word()
        self.badge.word()
        self._text_dirty = True

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(360, 560)

    def minimumSizeHint(self) -> QSize:
        """As wide as its numbers need: a dock cannot be made so narrow that it cuts them off."""
        width = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(width, 200), 160)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask the worker for diagnoses, and catch up."""
        super().showEvent(event)
        self._session.watch(TOPIC, self, True)
        self._dirty = self._text_dirty = True

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: the worker need not look either."""
        super().hideEvent(event)
        self._session.watch(TOPIC, self, False)


def _shape(experiment: Experiment) -> Shape:
    specs = (*experiment.layers, LayerSpec(experiment.outputs, experiment.output))
    return tuple(map(layer_shape, specs))
