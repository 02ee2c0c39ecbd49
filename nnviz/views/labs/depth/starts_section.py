"""StartsSection: the table of initialisers and activations, and what weakens the dependence on the start."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from nnviz.session.intents import Configure
from nnviz.session.labs.depth.intents import ResetStarts, SetStarts, TrainStarts
from nnviz.session.labs.depth.lab import DepthLab
from nnviz.session.labs.depth.shape import deep, hidden
from nnviz.session.labs.depth.starts import ACTIVATIONS, DEPTH, MODES, PLACES, SIDE, Place
from nnviz.session.labs.lab import OpenSection
from nnviz.session.names import name_of
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import GAP, HINT, Card
from nnviz.views.labs.depth.starts_grid import StartsGrid
from nnviz.views.labs.section import LabSection
from nnviz.views.labs.side_column import SideColumn
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.number_table import NumberTable
from nnviz.widgets.paragraph import Paragraph

WIDTH = 292
"""Of the column at the side, at ordinary text size."""
NAMES = ("plain", "residual", "norm", "both")
"""Of the MODES, in their order."""


class StartsSection(LabSection):
    """The table, and a column with switches and with how far the starts differ."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, DepthLab.name, parent)
        self.part = session.labs.of(DepthLab).starts
        self._make()
        self._lay_out()
        self._connect()
        self.dress()
        self.word()

    def _make(self) -> None:
        self._picture = Card(self.theme, name="starts_card", parent=self)
        self._switches = Card(self.theme, name="starts_switches", parent=self)
        self._spread = Card(self.theme, name="starts_spread_card", parent=self)
        self._run = Card(self.theme, name="starts_run_card", parent=self)
        self.grid = StartsGrid("starts_grid", self.theme, self._picture)
        self.train, self.reset = QPushButton(self._switches), QPushButton(self._switches)
        self.norm, self.residual = QCheckBox(self._switches), QCheckBox(self._switches)
        self.count, self.iteration = (
            Paragraph("starts_count", self._switches),
            NumberLabel("starts_iteration", self._switches),
        )
        self.legend = Paragraph("starts_legend", self._switches)
        self.spreads = NumberTable("starts_spread", NAMES, ACTIVATIONS, self._spread)
        self.meaning = Paragraph("starts_meaning", self._spread)
        self.settings, self.look = Paragraph("starts_settings", self._run), QPushButton(self._run)
        self.train.setProperty("role", "primary")
        for name, widget in (
            ("train", self.train), ("reset", self.reset), ("batch_norm", self.norm), ("residual", self.residual),
            ("look", self.look),
        ):  # fmt: skip
            widget.setObjectName(f"starts_{name}")

    def _lay_out(self) -> None:
        buttons, count = QHBoxLayout(), QHBoxLayout()
        buttons.addWidget(self.train, 1)
        buttons.addWidget(self.reset)
        count.addWidget(self.count, 1)
        count.addWidget(self.iteration)
        self._switches.content.addLayout(buttons)
        self._switches.content.addLayout(count)
        for part in (self.norm, self.residual, self.legend):
            self._switches.content.addWidget(part)
        self._spread.content.addWidget(self.meaning)
        self._spread.content.addWidget(self.spreads)
        self._run.content.addWidget(self.settings)
        self._run.content.addWidget(self.look)
        self._picture.content.addWidget(self.grid, 1)
        self._side = SideColumn(self._switches, self._spread, self._run, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 2, GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._side)
        row.addWidget(self._picture, 1)

    def _connect(self) -> None:
        self.session.experiment_changed.connect(self._on_experiment)
        self.grid.place_chosen.connect(self._choose)
        self.train.clicked.connect(lambda: self.do(TrainStarts(not self.part.training)))
        self.reset.clicked.connect(lambda: self.do(ResetStarts()))
        self.norm.clicked.connect(self._switch)
        self.residual.clicked.connect(self._switch)
        self.look.clicked.connect(lambda: self.do(OpenSection(DepthLab.name, "layers")))

    def _switch(self) -> None:
        self.do(SetStarts(self.norm.isChecked(), self.residual.isChecked()))

    def _choose(self, place: Place) -> None:
        """The lab's run gets the settings of a cell."""
        initializer, activation = place
        batch_norm, residual = self.part.mode
        changed = deep(
            self.session.experiment, DEPTH, units=SIDE, activation=activation, batch_norm=batch_norm, residual=residual
        )
        self.do(Configure(replace(changed, initializer=initializer)))

    def _on_experiment(self, _: object) -> None:
        self.mark()

    def refresh(self) -> None:
        part = self.part
        self.grid.show_cells(part.cells, part.starts, self._chosen())
        self.norm.setChecked(part.mode[0])
        self.residual.setChecked(part.mode[1])
        self.train.setText(self.tr("Pause") if part.training else self.tr("Train all"))
        self.train.setAccessibleName(self.train.text())
        self.iteration.set_value(part.iteration)
        for name, mode in zip(NAMES, MODES, strict=True):
            values = [part.spreads.get((mode, activation), float("nan")) for activation in ACTIVATIONS]
            self.spreads.show_row(name, values)
        experiment = self.session.experiment
        text = self.tr("{count} hidden layers, {activation}, weights: {initializer}")
        activation = name_of("activation", hidden(experiment).activation)
        initializer = name_of("initializer", experiment.initializer)
        self.settings.setText(text.format(count=len(experiment.layers), activation=activation, initializer=initializer))

    def _chosen(self) -> Place | None:
        """The cell that the lab's run is like."""
        experiment, layer = self.session.experiment, hidden(self.session.experiment)
        place = experiment.initializer, layer.activation
        alike = (layer.batch_norm, layer.residual) == self.part.mode and len(experiment.layers) == DEPTH
        return place if alike and place in PLACES else None

    def dress(self) -> None:
        self._side.setFixedWidth(round(WIDTH * max(1.0, 0.3 + 0.7 * self.theme.scale)))
        for line in (self.legend, self.meaning, self.settings):
            line.setFont(self.theme.font(HINT, numbers=False))
        self.grid.update()

    def word(self) -> None:
        self._picture.set_title(self.tr("Activations of five layers of 100 units, for 1,000 inputs from N(0, 1)"))
        self._switches.set_title(self.tr("All 15 networks"))
        self._spread.set_title(self.tr("Dependence on the start"))
        self._run.set_title(self.tr("The lab's own run"))
        self.reset.setText(self.tr("Reset"))
        self.norm.setText(self.tr("Batch normalisation"))
        self.residual.setText(self.tr("Residual connections"))
        self.look.setText(self.tr("Look at its layers"))
        self.count.setText(self.tr("Iteration"))
        self.iteration.set_title(self.tr("Iteration"))
        self.legend.setText(
            self.tr(
                "dev.: deviation of the activations of layer 5. grad.: gradient norm of the first layer / of the last. "
                "Dotted: before training. Click a network to give its settings to the lab's run."
            )
        )
        self.meaning.setText(
            self.tr("Before training: largest / smallest dev. of the four random starts. 1: the start does not matter.")
        )
        rows = (self.tr("plain"), self.tr("residual"), self.tr("batch norm"), self.tr("both"))
        columns = {name: name_of("activation", name) for name in ACTIVATIONS}
        self.spreads.set_words(dict(zip(NAMES, rows, strict=True)), columns)
        for widget in (self.reset, self.norm, self.residual, self.look):
            widget.setAccessibleName(widget.text())
        self.grid.word()
        self.refresh()
