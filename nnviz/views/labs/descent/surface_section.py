"""SurfaceSection: optimizers race down a surface: map, relief and losses, and the newest step of one of them."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nnviz.engine.experiment import OPTIMIZER_NAMES
from nnviz.engine.surfaces import SURFACES
from nnviz.session.labs.descent.intents import ChooseSurface, Follow, SetStart, ShowOptimizer, Turn
from nnviz.session.labs.descent.lab import DescentLab
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.views.labs.descent.knobs import OwnKnobs, SharedKnobs
from nnviz.views.labs.descent.loss_chart import LossChart
from nnviz.views.labs.descent.map import SurfaceMap
from nnviz.views.labs.descent.pictures import Pictures
from nnviz.views.labs.descent.play_bar import PlayBar
from nnviz.views.labs.descent.race_pictures import RacePictures
from nnviz.views.labs.descent.racers import RaceList
from nnviz.views.labs.descent.relief import Relief
from nnviz.views.labs.descent.side import Columns
from nnviz.views.labs.descent.step_table import StepTable
from nnviz.views.labs.descent.words import DescentWords
from nnviz.views.labs.section import LabSection
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.flow_layout import FlowLayout
from nnviz.widgets.marking import set_role
from nnviz.widgets.paragraph import Paragraph

GAP = 8
ROOMY = 900
"""Height from which there is room for the numbers in the formulas."""
TROUBLE = ("diverging", "large", "small", "stuck", "stalled")
"""Findings that ask for another learning rate."""
LEFT, RIGHT = 248, 338
"""Widths of the columns at ordinary text size."""


class SurfaceSection(LabSection):
    """map, relief, chart    the pictures;  racers, shared: left;  own, table: right;  bar: above"""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, DescentLab.name, parent)
        self.part = session.labs.of(DescentLab).surface
        self.words = DescentWords(self)
        self.surfaces = ChoiceField(self)
        self.surfaces.setObjectName("descent_surface")
        self.bar = PlayBar("surface", self.part.pictures, theme, self)
        self.racers = RaceList("descent", OPTIMIZER_NAMES, theme, self)
        self.shared, self.own = SharedKnobs(self), OwnKnobs(self.words, self)
        self.map = SurfaceMap(theme, "descent_map", self)
        self.map.set_titles("x", "y")
        self.relief = Relief(theme, "descent_relief", self)
        self.chart = LossChart(theme, "descent_losses", self)
        self.pictures = Pictures(self.map, self.relief, self.chart, self)
        self._painter = RacePictures(self.map, self.relief, self.chart, theme, self.words)
        self.finding, self.sentence = QLabel(self), Paragraph("descent_verdict", self, "")
        self.paper, self._hint = Paragraph("descent_paper", self), Paragraph("descent_hint", self)
        self.table = StepTable(theme, self.words, self.typesetter, self)
        self._late = True
        self._lay_out()
        self._connect()
        self.word()
        self.dress()

    def refresh(self) -> None:
        part = self.part
        self.bar.show_race(part)
        if self.surfaces.value() != part.name:
            self.surfaces.set_value(part.name)
        self.shared.show_part(part)
        self.own.show_part(part)
        self.pictures.set_large(part.large)
        self._painter.show_map(part)
        self._late = True
        if not part.playing:
            self._show_late()
            self._show_numbers()

    def dress(self) -> None:
        self._columns.dress()
        self._dress_parts()

    def word(self) -> None:
        self.surfaces.setAccessibleName(self.tr("Surface"))
        self.surfaces.set_choices([(name, self.words.surface(name)) for name in SURFACES])
        self.surfaces.set_value(self.part.name)
        self.bar.word()
        self.shared.word()
        self.own.word()
        self.table.word()
        self.racers.name_rows(
            {name: self.words.optimizer(name) for name in OPTIMIZER_NAMES},
            self.tr("Show {name}"), self.tr("Follow {name}"), self.tr("Loss of {name}"),
        )  # fmt: skip
        self._cards["race"].set_title(self.tr("Race"))
        self._cards["shared"].set_title(self.tr("For all of them"))
        self.pictures.other.name(self.tr("In three dimensions"), self.tr("drag to turn"))
        self.map.setAccessibleName(self.tr("Map of the surface with the paths of all optimizers"))
        self.relief.setAccessibleName(self.tr("The surface in three dimensions; arrow keys turn it"))
        self.chart.setAccessibleName(self.tr("Losses over steps"))
        self.chart.set_titles(self.tr("step"))

    # Private

    def _dress_parts(self) -> None:
        for part in (self.bar, self.racers, self.table):
            part.dress()
        self.relief.restyle()
        self.finding.setFont(self.theme.font(1.15, bold=True))
        self.paper.setFont(self.theme.font(0.88))
        self._columns.fit()

    def _show_late(self) -> None:
        """What is dear and can wait a tenth of a second while the race goes on."""
        self._late = False
        self._painter.show_relief(self.part)
        self._painter.show_losses(self.part)

    def _show_numbers(self) -> None:
        part = self.part
        name = self.words.optimizer(part.followed)
        losses = {key: float(racer.losses[-1]) for key, racer in part.racers.items()}
        self.racers.show_rows(part.shown, part.followed, losses)
        self.bar.count.setText(self.tr("step {number}").format(number=part.ticks))
        self._cards["verdict"].set_title(self.tr("Learning rate of {name}").format(name=name))
        self._cards["values"].set_title(self.tr("Values of {name}").format(name=name))
        finding = part.finding
        self.finding.setText(self.words.verdict_title(finding))
        set_role(self.finding, "warning" if finding in TROUBLE else "value")
        self.sentence.setText(self.words.verdict(part))
        self.paper.setText(self.words.paper(part.followed))
        step = part.racer.step
        number = step.number if step else 0
        self._cards["step"].set_title(self.tr("Step {number} of {name}, term by term").format(number=number, name=name))
        self._hint.setVisible(step is None)
        self._hint.setText(self.tr("Press Play or Step to see what each step is made of."))
        self.table.roomy = self.height() > ROOMY * self.theme.scale
        self.table.show_step(step, part.noise > 0)
        formula = self.words.surface_formula if part.large == "map" else self.words.surface
        self.pictures.map.name(formula(part.name), self.tr("click to choose a start"))
        self.pictures.name_chart(self.tr("Loss f(w)"))

    def _lay_out(self) -> None:
        self.finding.setObjectName("descent_finding")
        parts: dict[str, tuple[QWidget, ...]] = {
            "race": (self.racers,),
            "shared": (self.shared,),
            "verdict": (self.finding, self.sentence),
            "step": (self._hint, self.table),
            "values": (self.own, self.paper),
        }
        self._cards = {name: Card(self.theme, *widgets) for name, widgets in parts.items()}
        race, shared, verdict, step, values = self._cards.values()
        self._columns = Columns(
            self.theme, (LEFT, (race, shared)), self.pictures, (RIGHT, (verdict, step, values)),
            (race, verdict, step, shared, values), self,
        )  # fmt: skip
        top = FlowLayout(gap=GAP)
        top.addWidget(self.surfaces)
        top.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 10)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self._columns, 1)

    def _connect(self) -> None:
        for source in (self.bar, self.shared, self.own):
            source.wished.connect(self.do)
        self.surfaces.value_changed.connect(self._choose)
        self._columns.arranged.connect(self._dress_parts)
        self.racers.shown.connect(self._show_racer)
        self.racers.followed.connect(self._follow)
        self.map.pressed.connect(self._start_at)
        self.map.swept.connect(self._start_at)
        self.map.handle_moved.connect(self._drag_start)
        self.map.resized.connect(self.mark)
        self.relief.turned.connect(self._turn)
        self.session.clock.slow.connect(self._on_slow)
        self.session.clock.text.connect(self._on_text)

    def _on_slow(self) -> None:
        if self._late and self.isVisible():
            self._show_late()

    def _on_text(self) -> None:
        if self.part.playing and self.isVisible():
            self._show_numbers()

    def _choose(self, name: str) -> None:
        self.do(ChooseSurface(name))

    def _show_racer(self, name: str, on: bool) -> None:
        self.do(ShowOptimizer(name, on))
        self.mark()

    def _follow(self, name: str) -> None:
        self.do(Follow(name))

    def _start_at(self, place: tuple[float, float]) -> None:
        surface = self.part.surface
        x, y = (float(np.clip(value, *limits)) for value, limits in zip(place, (surface.x, surface.y), strict=True))
        self.do(SetStart(x, y))

    def _drag_start(self, name: str, x: float, y: float) -> None:
        self._start_at((x, y))

    def _turn(self, azimuth: float, elevation: float) -> None:
        self.do(Turn("surface", azimuth, elevation))
