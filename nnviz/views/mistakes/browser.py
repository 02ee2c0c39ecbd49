"""SampleBrowser: test samples as cards in rows; only those in sight are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.mistakes.card import SampleCard
from nnviz.views.mistakes.model import SampleModel
from nnviz.views.mistakes.sample_pictures import SamplePictures
from nnviz.views.mistakes.selection import Indices
from nnviz.views.mistakes.words import MistakeWords

if TYPE_CHECKING:
    from nnviz.engine.outcome import Outcome

HERE = QItemSelectionModel.SelectionFlag.ClearAndSelect
MESSAGE = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class SampleBrowser(QListView):
    """Cards from left to right and on in the next row; arrows move, a click or Enter asks for a sample.

    Signals: sample_requested(int) with an index of the test set.
    """

    sample_requested = Signal(int)

    def __init__(self, theme: Theme, words: MistakeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.samples = SampleModel(words, self)
        self.card = SampleCard(theme, words, self.samples, self)
        self.setObjectName("sample_browser")
        self._set_up()
        self.clicked.connect(self._ask)
        self.activated.connect(self._ask)
        theme.changed.connect(self._on_theme)

    def _set_up(self) -> None:
        self.setModel(self.samples)
        self.setItemDelegate(self.card)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # A bar that comes and goes would change the number of columns, and with it whether it is needed.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    @property
    def columns(self) -> int:
        """Cards in a row."""
        return max(1, self._room // max(1, self.card.size().width()))

    @property
    def _room(self) -> int:
        """Width for cards; a row that is as wide as the viewport would lose its last card to the next row."""
        return self.viewport().width() - 1

    @property
    def current_sample(self) -> int | None:
        """Index into the test set of the sample that the keyboard is at."""
        index = self.currentIndex()
        return self.samples.sample_at(index) if index.isValid() else None

    def show_samples(
        self,
        outcome: Outcome | None,
        indices: Indices,
        names: tuple[str, ...],
        pictures: SamplePictures | None,
        stay: bool,
    ) -> None:
        """List these samples. With `stay` the list stays scrolled where it is, else it begins at the top.

        The sample that the keyboard is at stays so, wherever it now stands.
        """
        at, sample = self.verticalScrollBar().value(), self.current_sample
        self.card.pictures = pictures
        self.samples.show(outcome, indices, names, pictures.words if pictures else None)
        self._fit()
        self.doItemsLayout()
        self._go_to(sample)
        self.verticalScrollBar().setValue(at if stay else 0)

    def mark(self, sample: int | None) -> None:
        """Frame the sample that the network is shown."""
        if sample != self.card.shown:
            self.card.shown = sample
            self.viewport().update()

    def _go_to(self, sample: int | None) -> None:
        """Select a sample without scrolling to it."""
        row = None if sample is None else self.samples.row_of(sample)
        if row is not None:
            self.setAutoScroll(False)
            self.selectionModel().setCurrentIndex(self.samples.index(row), HERE)
            self.setAutoScroll(True)

    def _ask(self, index: QModelIndex) -> None:
        self.sample_requested.emit(self.samples.sample_at(index))

    def _fit(self) -> None:
        """Cards share the width, so that none is empty on the right."""
        size = QSize(self._room // self.columns, self.card.size().height())
        if size != self.gridSize():
            self.card.room = size
            self.setGridSize(size)

    def _on_theme(self, _: object) -> None:
        self._fit()
        self.viewport().update()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another number of columns."""
        self._fit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards in sight, or that there are none."""
        super().paintEvent(event)
        if self.samples.rowCount() or self.samples.outcome is None:
            return
        with painting(self.viewport()) as painter:
            painter.setPen(self._theme.color("muted"))
            painter.drawText(self.viewport().rect().adjusted(8, 16, -8, 0), MESSAGE, self._words.nothing_listed())
