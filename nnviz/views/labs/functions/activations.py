"""ActivationSection: the gallery, the curves of one function with a probe, and what belongs to it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnviz.session.labs.functions.intents import ChooseActivation, SetProbe
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.views.labs.functions.detail import CurvePair
from nnviz.views.labs.functions.gallery import Gallery
from nnviz.views.labs.functions.parameters import ParameterPanel
from nnviz.views.labs.functions.reading import FormulaPanel, NotesPanel, ReadingPanel
from nnviz.views.labs.functions.units import UnitsPanel
from nnviz.views.labs.section import LabSection
from nnviz.views.labs.side_column import SideColumn

SIDE = 280
"""Width of the column of numbers, at ordinary text size."""


class ActivationSection(LabSection):
    """Section “activations” of the lab “functions”."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, "functions", parent)
        self.model = session.labs.of(FunctionsLab).activations
        self.gallery = Gallery(theme, self)
        self.curves = CurvePair(theme, self)
        self.reading, self.parameters = ReadingPanel(theme, self), ParameterPanel(theme, self)
        self.formula, self.notes = FormulaPanel(theme, self.typesetter, self), NotesPanel(theme, self)
        self.units = UnitsPanel(theme, self)
        self.units.hide()
        self._lay_out()
        self._connect()
        self.dress()
        self.word()

    def refresh(self) -> None:
        for part in (self.gallery, self.curves, self.reading, self.parameters, self.formula, self.notes):
            part.show_part(self.model)
        live = self.model.name == "relu"
        self.units.setVisible(live)
        if live:
            self.units.show_units(self.model.units)

    def dress(self) -> None:
        theme = self.theme
        self.reading.dress_all(theme)
        self.notes.dress_all(theme)
        self.units.dress_all(theme)
        self._side.setFixedWidth(round(SIDE * theme.scale))
        self.gallery.update()

    def word(self) -> None:
        for part in (self.gallery, self.curves, self.reading, self.parameters, self.formula, self.notes, self.units):
            part.word()

    def _lay_out(self) -> None:
        card = Card(self.theme, name="activation_curves", parent=self, size=0)
        card.content.addWidget(self.curves, 1)
        centre = QVBoxLayout()
        centre.setSpacing(8)
        centre.addWidget(card, 1)
        centre.addWidget(self.units)
        self._side = SideColumn(
            self.formula, self.parameters, self.reading, self.notes, name="activation_side", parent=self
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.gallery, 3)
        row.addLayout(centre, 9)
        row.addWidget(self._side)

    def _connect(self) -> None:
        self.gallery.chosen.connect(self._choose)
        self.curves.probed.connect(self._probe)
        self.reading.probed.connect(self._probe)
        self.parameters.asked.connect(self.do)
        self.units.asked.connect(self.do)
        # A formula takes 10 ms: it comes after the curves.
        self.session.clock.slow.connect(self._typeset)

    def _typeset(self) -> None:
        if self.isVisible():
            self.formula.typeset()

    def _choose(self, name: str) -> None:
        self.do(ChooseActivation(name))

    def _probe(self, x: float) -> None:
        self.do(SetProbe(x))
