"""The "What it gets wrong" pane: confusion matrix, and the test samples behind each of its cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from nnviz.data.dataset import DataSet
from nnviz.session.intents import ShowSample
from nnviz.theme.theme import Theme
from nnviz.views.mistakes.arrangement import MARGIN, Wishes, arrange, column_width, is_beside, least_height
from nnviz.views.mistakes.browser import SampleBrowser
from nnviz.views.mistakes.filters import Filters
from nnviz.views.mistakes.line import Line
from nnviz.views.mistakes.matrix import Cell, ConfusionMatrix
from nnviz.views.mistakes.sample_pictures import SamplePictures
from nnviz.views.mistakes.selection import Selection, selected
from nnviz.views.mistakes.words import MistakeWords
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.engine.outcome import Outcome
    from nnviz.session.session import Session

TOPIC = "outcome"


class MistakesPane(Worded, QWidget):
    """Matrix and samples of the session's newest outcome. A press on a cell lists its samples, on a card shows it.

    outcome    what is on screen; None while the pane explains why there is nothing
    selection  which samples are listed
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._words = MistakeWords(self)
        self._dirty = True
        self._pictures: SamplePictures | None = None
        self._pictured: tuple[DataSet, int, str] | None = None
        self._data: DataSet | None = None
        self.outcome: Outcome | None = None
        self.content = QWidget()
        self.headline = Line("mistakes_headline", "title", self.content)
        self.matrix = ConfusionMatrix(theme, self._words, self.content)
        self.readout = Line("mistakes_readout", "hint", self.content)
        self.filters = Filters(self._words, self.content)
        self.browser = SampleBrowser(theme, self._words, self.content)
        self.empty = QLabel(self)
        self._scroll = QScrollArea(self)
        self._set_up()
        self._connect()
        self._refresh()

    @property
    def selection(self) -> Selection:
        """Which samples are listed."""
        return self.filters.selection

    # building

    def _set_up(self) -> None:
        self.setObjectName("mistakes_pane")
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(280, 180)
        self.empty.setObjectName("mistakes_empty")
        self.empty.setProperty("role", "hint")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setMargin(3 * MARGIN)
        self.content.setProperty("role", "surface")
        self._scroll.setWidget(self.content)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        column.addWidget(self.empty)
        self._name()

    def _connect(self) -> None:
        session = self._session
        for signal in (
            session.outcome_changed, session.data_changed, session.experiment_changed, session.page_changed,
            self._theme.changed,
        ):  # fmt: skip
            signal.connect(self._mark_dirty)
        session.prediction_changed.connect(self._on_prediction)
        session.clock.text.connect(self._on_text)
        self.matrix.pointed.connect(self._on_pointed)
        self.matrix.pressed.connect(self._on_cell)
        self.filters.selection_changed.connect(self._on_selection)
        self.browser.sample_requested.connect(self._on_sample)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("What the network gets wrong"))
        self.browser.setAccessibleName(self.tr("Test samples"))

    # what the session says

    def _mark_dirty(self, _: object) -> None:
        self._dirty = True

    def _on_prediction(self, _: object) -> None:
        if self.isVisible():
            self.browser.mark(self._session.sample)

    def _on_text(self) -> None:
        if self._dirty and self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Show the newest outcome, or say why there is none."""
        self._dirty = False
        data = self._data = self._session.data
        self.outcome = _fitting(self._session.outcome, data)
        self._scroll.setVisible(self.outcome is not None)
        self.empty.setVisible(self.outcome is None)
        if self.outcome is None or data is None:
            self.empty.setText(self._reason(data))
            return
        self._show(self.outcome, data)

    def _reason(self, data: DataSet | None) -> str:
        if data is None:
            return self._words.no_data()
        return self._words.not_examined() if data.is_classification else self._words.no_classes()

    def _show(self, outcome: Outcome, data: DataSet) -> None:
        self.headline.say(*self._words.headline(outcome))
        self.matrix.show_outcome(outcome, data.classes)
        self.filters.show_classes(data.classes)
        if not self.selection.fits(len(data.classes)):
            self.filters.show_selection(replace(self.selection, truth=None, predicted=None))
        self._list(stay=self._pictured is not None and self._pictured[0] is data)
        self._arrange()

    # what the user does

    def _on_pointed(self, cell: Cell | None) -> None:
        if cell is not None:
            self.readout.say(self.matrix.sentence(cell))
            return
        count = self.browser.samples.rowCount()
        self.readout.say(*self._words.listed(count, self.selection.is_cell))

    def _on_cell(self, cell: Cell) -> None:
        """A press on a cell lists its samples, another one all samples."""
        truth, predicted = (None, None) if cell == (self.selection.truth, self.selection.predicted) else cell
        self.filters.show_selection(replace(self.selection, truth=truth, predicted=predicted))
        self._list(stay=False)

    def _on_selection(self, _: Selection) -> None:
        self._list(stay=False)

    def _on_sample(self, index: int) -> None:
        """Show it to the network; not where the session has gone on to other samples a moment ago."""
        if index != self._session.sample and self._data is self._session.data:
            self._session.do(ShowSample(index))

    # showing

    def _list(self, stay: bool) -> None:
        """List what is selected."""
        data, outcome, selection = self._data, self.outcome, self.selection
        if outcome is None or data is None:
            return
        indices = selected(outcome, selection)
        self.matrix.choose(selection.truth, selection.predicted)
        self.browser.mark(self._session.sample)
        self.browser.show_samples(outcome, indices, data.classes, self._pictures_of(data), stay)
        self._on_pointed(self.matrix.pointed_at)

    def _pictures_of(self, data: DataSet) -> SamplePictures:
        """Kept until data, colours or the kind of network are others."""
        outputs, palette = self._session.experiment.outputs, self._theme.palette
        last = self._pictured
        same = last is not None and last[0] is data and last[1:] == (outputs, palette.name)
        if self._pictures is None or not same:
            self._pictures = SamplePictures(data, outputs, palette)
            self._pictured = (data, outputs, palette.name)
        return self._pictures

    def _arrange(self) -> None:
        """Content as wide as the pane; as high, too, unless that is too low for it."""
        width, bar = self.width(), self._scroll.verticalScrollBar().sizeHint().width()
        beside = is_beside(width, self.height()) and self.matrix.is_readable_at(column_width(width - bar, True))
        wishes = self._wishes(column_width(width, beside))
        if least_height(wishes, beside) > self.height():
            width -= bar
            wishes = self._wishes(column_width(width, beside))
        height = max(self.height(), least_height(wishes, beside))
        self.content.resize(width, height)
        places = arrange(width, height, wishes, beside)
        for part, place in (
            (self.headline, places.headline), (self.matrix, places.matrix), (self.readout, places.readout),
            (self.filters, places.filters), (self.browser, places.samples),
        ):  # fmt: skip
            part.setGeometry(place)

    def _wishes(self, column: int) -> Wishes:
        line = self.readout.fontMetrics().lineSpacing() + 2
        ideal, least = self.matrix.heights_at(column)
        return Wishes(line, ideal, least, line, self.filters.heightForWidth(column), self.browser.card.size().height())

    # Qt

    def sizeHint(self) -> QSize:
        """A dock's worth."""
        return QSize(400, 760)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for outcomes, and catch up with what happened while hidden."""
        super().showEvent(event)
        self._session.watch(TOPIC, self, True)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody needs outcomes here."""
        super().hideEvent(event)
        self._session.watch(TOPIC, self, False)

    def _word(self) -> None:
        self._name()
        self.matrix.word()
        self.filters.word()
        self._refresh()


def _fitting(outcome: Outcome | None, data: DataSet | None) -> Outcome | None:
    """The outcome, if it is about these samples: one of the run before may still be the newest."""
    if outcome is None or data is None or not data.is_classification:
        return None
    fits = len(outcome.truth) == len(data.test_x) and len(outcome.matrix) == len(data.classes)
    return outcome if fits else None
