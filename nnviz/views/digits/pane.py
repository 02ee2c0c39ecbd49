"""The draw-a-digit pane: a canvas, and what the network says about the drawing while it is still being drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from nnviz.board.bars import DigitBars
from nnviz.board.canvas import DigitCanvas
from nnviz.board.pictures import PEAKS, ink_colors, raw_input, to_image
from nnviz.board.verdict import Verdict
from nnviz.board.words import DIGITS, DigitWords
from nnviz.data.strokes import Stroke
from nnviz.engine.experiment import Experiment
from nnviz.engine.trace import Prediction
from nnviz.models.model import IMAGES
from nnviz.session.drawing import CANVAS_EXTENT
from nnviz.session.intents import DrawStrokes, OpenPage, ShowSample
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.digits.arrangement import arrange
from nnviz.views.digits.line import Line
from nnviz.views.digits.notice import CannotRead
from nnviz.views.digits.samples import SampleRow
from nnviz.views.digits.thumbnails import Thumbnails
from nnviz.views.digits.tools import CanvasTools
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.drawing import Drawing
    from nnviz.session.session import Session


class DigitsPane(Worded, QWidget):
    """Canvas, answer, stages of the preparation, test samples.

    A stroke goes to the session as DrawStrokes; whatever the session then predicts is shown, wherever it came from.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._words = DigitWords(self)
        self._sent: tuple[Stroke, ...] = ()
        self._stale = True
        self._colors: list[int] = []
        self.setObjectName("digits_pane")
        self.canvas = DigitCanvas(session.clock, theme, self)
        self.tools = CanvasTools(theme, self)
        self.network = Line("digit_network", theme, self)
        self.verdict = Verdict(theme, self._words, self)
        self.bars = DigitBars(theme, self._words, self)
        self.sentence = Line("digit_sentence", theme, self)
        self.thumbnails = Thumbnails(theme, self)
        self.samples = SampleRow(theme, self._words, self)
        self.notice = CannotRead(theme, self)
        self._set_up()
        self._parts = (
            self.canvas, self.tools, self.network, self.verdict, self.bars, self.sentence, self.thumbnails,
        )  # fmt: skip
        self._connect()
        self._refresh()

    @property
    def can_read(self) -> bool:
        """True where the session's network has the inputs and outputs for drawn digits."""
        experiment = self._session.experiment
        return experiment.inputs in IMAGES and experiment.outputs == DIGITS and self._tells_digits

    @property
    def _tells_digits(self) -> bool:
        """False where its ten classes are those of the user's own images, and no digits."""
        classes = self._session.data.classes if self._session.data else ()
        return all(name.endswith(str(digit)) for digit, name in enumerate(classes))

    def _reason(self, experiment: Experiment) -> str:
        return self._words.cannot_read(experiment) if self._tells_digits else self._words.other_classes()

    # building

    def _set_up(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(300, 520)
        self._name()

    def _connect(self) -> None:
        session, canvas, tools = self._session, self.canvas, self.tools
        session.prediction_changed.connect(self._on_prediction)
        session.drawing_changed.connect(self._on_drawing)
        session.experiment_changed.connect(self._on_setting)
        session.data_changed.connect(self._on_setting)
        session.page_changed.connect(self._on_setting)
        self._theme.changed.connect(self._on_setting)
        canvas.strokes_changed.connect(self._on_strokes)
        tools.undo.clicked.connect(canvas.undo)
        tools.clear.clicked.connect(canvas.clear)
        tools.eraser.toggled.connect(canvas.set_eraser)
        self.samples.sample_requested.connect(self._on_sample)
        self.notice.page_requested.connect(self._on_page)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Draw a digit"))
        self.network.setAccessibleName(self.tr("Network that answers"))
        self.sentence.setAccessibleName(self.tr("The answer in a sentence"))

    # what the user does

    def _on_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        self._sent = strokes
        if not strokes:
            self.tools.eraser.setChecked(False)
        self._session.do(DrawStrokes(strokes, CANVAS_EXTENT))

    def _on_sample(self, index: int) -> None:
        self._session.do(ShowSample(index))

    def _on_page(self) -> None:
        self._session.do(OpenPage("digits"))

    # what the session says

    def _on_drawing(self, drawing: Drawing) -> None:
        """A drawing of a lesson or a command appears on the canvas; our own comes back and is there already."""
        if drawing.strokes != self._sent and not self.canvas.is_drawing:
            self._sent = drawing.strokes
            self.canvas.show_strokes(_scaled(drawing.strokes, CANVAS_EXTENT / drawing.extent))
        self._show_stages()

    def _on_prediction(self, prediction: Prediction | None) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self._show(prediction)

    def _on_setting(self, _: object) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self._refresh()

    def _refresh(self) -> None:
        """Everything anew, after another network, data set or look."""
        self._stale = False
        self._colors = ink_colors(self._theme.palette)
        experiment, data = self._session.experiment, self._session.data
        fits = data is not None and data.image is not None and data.inputs == experiment.inputs
        self.samples.set_count(len(data.test_x) if data is not None and fits else 0)
        self.notice.show_reason(self._reason(experiment), self._session.page != "digits")
        self.notice.setVisible(not self.can_read)
        for part in self._parts:
            part.setVisible(self.can_read)
        self.samples.setVisible(self.can_read and fits)
        self._arrange()
        self._show(self._session.prediction)
        self.update()

    # showing

    def _show(self, prediction: Prediction | None) -> None:
        if not self.can_read:
            return
        # A prediction of the network before this one may still be the newest.
        if prediction is not None and prediction.probabilities.shape != (DIGITS,):
            prediction = None
        experiment = self._session.experiment
        self.verdict.show_prediction(prediction, experiment)
        self.bars.show_prediction(prediction, experiment)
        sentence = self._words.sentence(prediction, experiment)
        self.sentence.show_text(sentence, "warning" if self.bars.is_refused else "text")
        self.canvas.setAccessibleDescription(sentence)
        self._show_sample(prediction, experiment)
        self._show_stages()

    def _show_sample(self, prediction: Prediction | None, experiment: Experiment) -> None:
        """A test sample takes the place of the drawing."""
        values = self._sample(prediction, experiment)
        image = QImage() if values is None else to_image(values, PEAKS[experiment.inputs], self._colors)
        self.canvas.show_picture(image)
        self.network.show_text(self._words.network(experiment) if values is None else self._words.invitation())
        self.samples.show_sample(None if values is None else prediction, image, self._session.sample)

    def _sample(self, prediction: Prediction | None, experiment: Experiment) -> NDArray[Any] | None:
        """(h, w) raw values of the sample that the prediction is about; None for a drawing."""
        if prediction is None or prediction.truth is None:
            return None
        return raw_input(prediction.trace.x[0], self._session.scaling).reshape(IMAGES[experiment.inputs])

    def _show_stages(self) -> None:
        if not self.can_read or not self.isVisible():
            return
        experiment = self._session.experiment
        picture = self._sample(self._session.prediction, experiment)
        if picture is not None:
            self.thumbnails.show_sample(picture, experiment.inputs)
        else:
            self.thumbnails.show_preparation(self._session.drawing.preparation, experiment.inputs)

    def _arrange(self) -> None:
        line = round(QFontMetricsF(self._theme.font()).lineSpacing()) + 2
        places = arrange(self.width(), self.height(), line, not self.samples.isHidden())
        self.tools.set_upright(places.tools_upright)
        self.canvas.setGeometry(places.canvas)
        self.tools.setGeometry(places.tools)
        self.network.setGeometry(places.network)
        self.verdict.setGeometry(places.verdict)
        self.bars.setGeometry(places.bars)
        self.sentence.setGeometry(places.sentence)
        self.thumbnails.setGeometry(places.stages)
        self.samples.setGeometry(places.samples)
        self.notice.setGeometry(self.rect().adjusted(16, 16, -16, -16))

    # Qt

    def sizeHint(self) -> QSize:
        """A dock's worth."""
        return QSize(400, 760)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One calm surface."""
        with painting(self) as painter:
            painter.fillRect(event.rect(), self._theme.color("surface"))

    def _word(self) -> None:
        self._name()
        self._refresh()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z anywhere in the pane is the canvas's, not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_undo(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo from the pane's buttons, too."""
        if _is_undo(event):
            self.canvas.undo()
        else:
            super().keyPressEvent(event)


def _is_undo(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


def _scaled(strokes: tuple[Stroke, ...], factor: float) -> tuple[Stroke, ...]:
    if factor == 1:
        return strokes
    return tuple(tuple((x * factor, y * factor) for x, y in stroke) for stroke in strokes)
