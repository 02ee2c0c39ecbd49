"""SampleRow: leaf through the test samples; the network's answer beside the true label."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from nnviz.board.words import DigitWords
from nnviz.engine.trace import Prediction
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.digits.icons import icon
from nnviz.widgets.worded import Worded

SIDE = 40
BUTTONS = ("previous", "random", "next")


class SamplePicture(QWidget):
    """A sample, each of its pixels a square; empty paper where there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.image = QImage()
        self.setObjectName("sample_picture")
        self.setFixedSize(SIDE, SIDE)

    def show_image(self, image: QImage) -> None:
        """One pixel of the image for one element of the sample."""
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, picture, border."""
        with painting(self) as painter:
            area = QRectF(self.rect())
            painter.fillRect(area, self._theme.color("paper"))
            painter.drawImage(area, self.image)
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.drawRect(area.adjusted(0, 0, -1, -1))


class SampleRow(Worded, QWidget):
    """Previous, random, next; picture; label and answer.

    Signals: sample_requested(int) with an index of the test set.
    """

    sample_requested = Signal(int)

    def __init__(self, theme: Theme, words: DigitWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._random = Random()
        self._count = 0
        self._index: int | None = None
        self._shown: int | None = None
        self._prediction: Prediction | None = None
        self.setObjectName("sample_row")
        self.buttons = {name: self._button(name) for name in BUTTONS}
        self.picture = SamplePicture(theme, self)
        self.result = QLabel(self)
        self._build()
        self._word()
        self._dress()
        theme.changed.connect(self._dress)

    def set_count(self, count: int) -> None:
        """So many samples there are to leaf through."""
        if count != self._count:
            self._count, self._index = count, None

    def show_sample(self, prediction: Prediction | None, image: QImage, index: int | None) -> None:
        """The sample that the network answers now and its index in the test set; None: it answers a drawing."""
        self._prediction, self._shown = prediction, index
        if index is not None:
            self._index = index
        if image != self.picture.image:
            self.picture.show_image(image)
        self._write()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"sample_{name}")
        button.setIconSize(QSize(20, 20))
        button.setMinimumSize(38, SIDE)
        return button

    def _build(self) -> None:
        self.buttons["previous"].clicked.connect(self._on_previous)
        self.buttons["random"].clicked.connect(self._leap)
        self.buttons["next"].clicked.connect(self._on_next)
        self.result.setObjectName("sample_result")
        self.result.setWordWrap(True)
        self.result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addSpacing(2)
        row.addWidget(self.picture)
        row.addWidget(self.result, 1)

    def _step(self, by: int) -> None:
        """The sample `by` places on, around at the ends; the first time any one."""
        if self._index is None:
            self._leap()
        elif self._count:
            self._show((self._index + by) % self._count)

    def _on_previous(self) -> None:
        self._step(-1)

    def _on_next(self) -> None:
        self._step(1)

    def _leap(self) -> None:
        if self._count:
            self._show(self._random.randrange(self._count))

    def _show(self, index: int) -> None:
        self._index = index
        self.sample_requested.emit(index)

    def _write(self) -> None:
        prediction = self._prediction
        role = "hint"
        text = self.tr("Or try a test sample")
        if prediction is not None:
            text = self._words.labelled(prediction, self._shown)
            role = "value" if prediction.answer == prediction.truth else "warning"
        if self.result.text() != text:
            self.result.setText(text)
        if self.result.property("role") != role:
            self.result.setProperty("role", role)
            self.result.style().polish(self.result)

    def _word(self) -> None:
        names = {
            "previous": self.tr("Previous test sample"),
            "random": self.tr("Random test sample"),
            "next": self.tr("Next test sample"),
        }
        for name, text in names.items():
            self.buttons[name].setAccessibleName(text)
            self.buttons[name].setToolTip(text)
        self.picture.setAccessibleName(self.tr("The sample's picture"))
        self.result.setAccessibleName(self.tr("Label and answer"))
        self._write()

    def _dress(self, _: object = None) -> None:
        for name, button in self.buttons.items():
            button.setIcon(icon(name, self._theme))
