"""LayersSection: activations and gradients of every layer of the lab's run, before and during training."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from nnviz.engine.depth import findings
from nnviz.engine.diagnosis import Diagnosis
from nnviz.engine.experiment import Experiment
from nnviz.session.beginnings import fitting
from nnviz.session.intents import Configure
from nnviz.session.labs.depth.intents import OwnAxes, ShowStart
from nnviz.session.labs.depth.lab import DepthLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import GAP, HINT, Card
from nnviz.views.labs.depth.knobs import KNOBS, RunKnobs
from nnviz.views.labs.depth.layer_grid import LayerGrid
from nnviz.views.labs.depth.loss_curve import LossCurve
from nnviz.views.labs.depth.run_button import RunButton
from nnviz.views.labs.depth.words import DepthWords
from nnviz.views.labs.section import LabSection
from nnviz.views.labs.side_column import SideColumn
from nnviz.widgets.paragraph import Paragraph

TOPIC = "diagnosis"
SIDE = 264
"""Width of the column of knobs at ordinary text size."""
LOSS_HEIGHT, LOSS_SHARE = 116, 0.18


class LayersSection(LabSection):
    """Knobs and the loss at the side, the picture in the middle."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, DepthLab.name, parent)
        self.part = session.labs.of(DepthLab).layers
        self._words = DepthWords(self)
        self._stale = True
        self._make()
        self._lay_out()
        self._connect()
        self.dress()
        self.word()

    def _make(self) -> None:
        self._side, self._picture = (
            Card(self.theme, name="depth_knobs", parent=self),
            Card(self.theme, name="depth_layers", parent=self),
        )
        self._curve = Card(self.theme, name="depth_loss_card", parent=self)
        self.knobs = RunKnobs("depth", KNOBS, self._experiment, self._configure, self._side)
        self.button = RunButton("depth_train", self.do, self._side)
        self.verdict = Paragraph("depth_verdict", self._picture, "value")
        self.grid = LayerGrid("depth_grid", self.theme, self._words, self._picture)
        self.legend = Paragraph("depth_legend", self._picture)
        self.own = QCheckBox(self._picture)
        self.own.setObjectName("depth_own_axes")
        self.ghost = QCheckBox(self._picture)
        self.ghost.setObjectName("depth_show_start")
        self.loss = LossCurve("depth_loss", self.theme, self._curve)

    def _lay_out(self) -> None:
        self._side.content.addWidget(self.button)
        self._side.content.addWidget(self.knobs)
        self._curve.content.addWidget(self.loss)
        self._scroll = SideColumn(self._side, parent=self)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._curve)
        foot = QHBoxLayout()
        foot.setSpacing(2 * GAP)
        foot.addWidget(self.legend, 1)
        foot.addWidget(self.ghost)
        foot.addWidget(self.own)
        self._picture.content.addWidget(self.verdict)
        self._picture.content.addWidget(self.grid, 1)
        self._picture.content.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 2, GAP, GAP)
        row.setSpacing(GAP)
        row.addLayout(column)
        row.addWidget(self._picture, 1)

    def _connect(self) -> None:
        session = self.session
        for signal in (
            session.diagnosis_changed, session.experiment_changed, session.state_changed, session.data_changed,
        ):  # fmt: skip
            signal.connect(self._on_change)
        session.history_changed.connect(self._on_history)
        session.clock.slow.connect(self._on_slow)
        self.own.clicked.connect(lambda on: self.do(OwnAxes(on)))
        self.ghost.clicked.connect(lambda on: self.do(ShowStart(on)))

    def _experiment(self) -> Experiment:
        return self.session.experiment

    def _configure(self, experiment: Experiment) -> None:
        self.do(Configure(experiment))

    def _on_change(self, _: object) -> None:
        self.mark()

    def _on_history(self, _: object) -> None:
        self._stale = True

    def _on_slow(self) -> None:
        if self._stale and self.isVisible():
            self._draw_loss()

    # Showing

    def refresh(self) -> None:
        session, part = self.session, self.part
        self.knobs.refresh()
        self.button.show_state(session.state)
        self.own.setChecked(part.own_axes)
        self.ghost.setChecked(part.start_shown)
        now = self._diagnosis()
        start = self._start() if part.start_shown else None
        self.grid.show_layers(now, start if start and now and now.iteration else None, part.own_axes)
        self.verdict.setText(self._words.findings(findings(now)) if now else "")
        self.legend.setText(self._legend(now))
        self._draw_loss()

    def _diagnosis(self) -> Diagnosis | None:
        """That of the run, if it is of the network as it is set up now; of a run that has not begun, its start."""
        found, experiment = self.session.diagnosis, self.session.experiment
        shape = [(spec.units, spec.activation) for spec in experiment.layers]
        shape.append((experiment.outputs, experiment.output))
        fits = found is not None and [(layer.units, layer.activation) for layer in found.layers] == shape
        return found if fits else self._start() if not self.session.snapshot.iteration else None

    def _start(self) -> Diagnosis | None:
        session = self.session
        # What a reset would bring back: weights of a file no longer fit once units were added by hand.
        model = fitting(session.model, session.experiment)
        return self.part.start(session.experiment, session.data, session.scaling, model.parameters if model else None)

    def _legend(self, now: Diagnosis | None) -> str:
        if now is None:
            return ""
        if not now.iteration:
            return self.tr("Before training, {samples} samples. Lengths of bars: √ of counts.").format(
                samples=now.samples
            )
        texts = (
            self.tr("Iteration {iteration}, {samples} samples. Lengths of bars: √ of counts."),
            self.tr("Filled: iteration {iteration}; dotted: before training. Lengths of bars: √ of counts."),
        )
        return texts[self.part.start_shown].format(iteration=f"{now.iteration:,}", samples=now.samples)

    def _draw_loss(self) -> None:
        self._stale = False
        self.loss.show_history(self.session.history)

    # Looks and words

    def dress(self) -> None:
        width = round(SIDE * max(1.0, 0.35 + 0.65 * self.theme.scale))
        self._scroll.setFixedWidth(width)
        self._curve.setFixedWidth(width)
        self._fit()
        self.verdict.setFont(self.theme.font(1.05, bold=True, numbers=False))
        self.legend.setFont(self.theme.font(HINT, numbers=False))
        self.grid.update()
        self.loss.update()

    def word(self) -> None:
        self._side.set_title(self.tr("Network"))
        self._picture.set_title(self.tr("What every layer puts out, and the gradients that come back"))
        self._curve.set_title(self.tr("Loss"))
        self.own.setText(self.tr("Own axes"))
        self.own.setToolTip(self.tr("An axis for each layer instead of one for all"))
        self.ghost.setText(self.tr("Show the start"))
        self.ghost.setToolTip(self.tr("Dotted: the same network before training"))
        for box in (self.own, self.ghost):
            box.setAccessibleName(box.text())
        self.loss.word()
        self.knobs.word()
        self.grid.word()
        self.button.show_state(self.session.state)

    def _fit(self) -> None:
        """The loss grows with the window."""
        self.loss.setFixedHeight(round(max(LOSS_HEIGHT * self.theme.scale, LOSS_SHARE * self.height())))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask the worker for diagnoses."""
        self.session.watch(TOPIC, self, True)
        self.mark()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: the worker need not look either."""
        super().hideEvent(event)
        self.session.watch(TOPIC, self, False)
