"""OwnSection: the loss over the plane in which the current run has mostly moved, with its path on it."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.session.intents import LoadPoint, OpenPage, Pause, Run
from nnviz.session.labs.descent.intents import Enlarge, MarkPoint, Turn
from nnviz.session.labs.descent.lab import DescentLab
from nnviz.session.pages import COMPARE, DIGITS, PLAYGROUND
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.views.labs.descent.buttons import RaceButton
from nnviz.views.labs.descent.map import SurfaceMap
from nnviz.views.labs.descent.own_pictures import OwnPictures, loss_at
from nnviz.views.labs.descent.own_words import OwnWords
from nnviz.views.labs.descent.pictures import Pictures
from nnviz.views.labs.descent.play_bar import PictureSwitch
from nnviz.views.labs.descent.relief import Relief
from nnviz.views.labs.descent.side import Side
from nnviz.views.labs.section import LabSection
from nnviz.widgets.front_stack import FrontStack
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.paragraph import Paragraph

GAP, RIGHT = 8, 316
TOPIC = "landscape"


class OwnSection(LabSection):
    """map, relief    the pictures;  loss: read-out of the marked point;  load, train: buttons"""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, DescentLab.name, parent)
        self.part = session.labs.of(DescentLab).yours
        self.words = OwnWords(self)
        self.train = RaceButton("train", theme, "yours_train", self, primary=True)
        self.run = QLabel(self)
        self.switch = PictureSwitch("yours", self.part.pictures, self)
        self.map, self.relief = SurfaceMap(theme, "yours_map", self), Relief(theme, "yours_relief", self)
        self.pictures = Pictures(self.map, self.relief, parent=self)
        self._painter = OwnPictures(self.map, self.relief, theme, self.words)
        self.loss = NumberLabel("yours_loss", self)
        self.load, self.digits, self.playground = QPushButton(self), QPushButton(self), QPushButton(self)
        self.missing, self._explained, self._point = (
            Paragraph(f"yours_{name}", self, "") for name in ("missing", "explained", "point")
        )
        self._distance = Paragraph("yours_distance", self)
        self._body = FrontStack(self)
        self._lay_out()
        self._connect()
        self.word()
        self.dress()

    def refresh(self) -> None:
        session, landscape = self.session, self.session.landscape
        self._show_state()
        here = landscape is not None and session.run_page != COMPARE
        self._body.setCurrentIndex(0 if here else 1)
        self.switch.setVisible(here)
        if landscape is None or not here:
            self.missing.setText(self.words.missing(session))
            return
        self.switch.show_large(self.part.large)
        self.pictures.set_large(self.part.large)
        self._painter.show(landscape, session.snapshot, self.part)
        self._explained.setText(self.words.explained(landscape))
        self._distance.setText(self.words.distance(landscape))
        point = self.part.point
        self._point.setText(self.words.point(point))
        self.loss.set_value(loss_at(landscape, *point) if point else math.nan)
        self.load.setEnabled(point is not None)

    def dress(self) -> None:
        self.train.dress()
        self._side.dress()
        self.relief.restyle()
        self.loss.setFont(self.theme.font(1.3, bold=True))
        self.missing.setFont(self.theme.font(1.15))

    def word(self) -> None:
        self._show_state()
        self._plane_card.set_title(self.tr("The plane of the path"))
        self._point_card.set_title(self.tr("A point of it"))
        self.loss.set_title(self.tr("loss of the marked point"))
        self.load.setText(self.tr("Load these weights"))
        self.load.setToolTip(self.tr("The network gets the weights of this point; Undo takes it back"))
        self.digits.setText(self.tr("Open Digits"))
        self.playground.setText(self.tr("Open Playground"))
        self.pictures.map.name(self.tr("Training loss around the run’s path"), self.tr("click to read a loss"))
        self.pictures.other.name(self.tr("In three dimensions"), self.tr("height: log₁₀ of the loss; drag to turn"))
        self.map.setAccessibleName(self.tr("Map of the loss around the path of the run"))
        self.relief.setAccessibleName(self.tr("The loss in three dimensions; arrow keys turn it"))

    # Private

    def _show_state(self) -> None:
        running = self.session.state.is_running
        self.train.show_picture("pause" if running else "train")
        self.train.name(
            self.tr("Pause") if running else self.tr("Train"), self.tr("Train the run of the page before, or hold it")
        )
        self.train.setEnabled(self.session.run_page != COMPARE and (running or self.session.state.can_train))
        self.run.setText(self.words.run(self.session))

    def _lay_out(self) -> None:
        for button, name in ((self.load, "load"), (self.digits, "digits"), (self.playground, "playground")):
            button.setObjectName(f"yours_{name}")
        self.run.setProperty("role", "value")
        self.loss.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._plane_card = Card(self.theme, self._explained, self._distance)
        self._point_card = Card(self.theme, self._point, self.loss, self.load)
        self._side = Side(RIGHT, self.theme, (self._plane_card, self._point_card), self)
        full = QWidget(self)
        across = QHBoxLayout(full)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        across.addWidget(self.pictures, 1)
        across.addWidget(self._side)
        self._body.addWidget(full)
        self._body.addWidget(self._invitation())
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.train)
        top.addWidget(self.run)
        top.addStretch(1)
        top.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 10)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self._body, 1)

    def _invitation(self) -> QWidget:
        """What stands here while there is no landscape."""
        card = Card(self.theme, parent=self, size=0)
        self.missing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.playground)
        buttons.addWidget(self.digits)
        buttons.addStretch(1)
        column = card.content
        sentence = QHBoxLayout()
        sentence.addStretch(1)
        sentence.addWidget(self.missing, 3)
        sentence.addStretch(1)
        column.addStretch(1)
        column.addLayout(sentence)
        column.addSpacing(12)
        column.addLayout(buttons)
        column.addStretch(1)
        return card

    def _connect(self) -> None:
        session = self.session
        for signal in (
            session.landscape_changed, session.state_changed, session.snapshot_changed, session.experiment_changed,
        ):  # fmt: skip
            signal.connect(self._stir)
        self.train.clicked.connect(self._toggle)
        self.load.clicked.connect(self._load)
        self.digits.clicked.connect(self._open_digits)
        self.playground.clicked.connect(self._open_playground)
        self.switch.chosen.connect(self._enlarge)
        self.map.pressed.connect(self._mark_place)
        self.map.swept.connect(self._mark_place)
        self.map.handle_moved.connect(self._drag_point)
        self.map.resized.connect(self.mark)
        self.relief.turned.connect(self._turn)

    def _stir(self, _: object) -> None:
        self.mark()

    def _toggle(self) -> None:
        self.do(Pause() if self.session.state.is_running else Run())

    def _load(self) -> None:
        if self.part.point:
            self.do(LoadPoint(*self.part.point))

    def _open_digits(self) -> None:
        self.do(OpenPage(DIGITS))

    def _open_playground(self) -> None:
        self.do(OpenPage(PLAYGROUND))

    def _enlarge(self, picture: str) -> None:
        self.do(Enlarge("yours", picture))

    def _mark_place(self, place: tuple[float, float]) -> None:
        self.do(MarkPoint(*place))

    def _drag_point(self, name: str, x: float, y: float) -> None:
        self.do(MarkPoint(x, y))

    def _turn(self, azimuth: float, elevation: float) -> None:
        self.do(Turn("yours", azimuth, elevation))

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        self.session.watch(TOPIC, self, True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.session.watch(TOPIC, self, False)
