"""ParameterPanel: α, θ, or the pieces of maxout, whichever the function in front has."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from nnviz.engine.experiment import LAYER_LIMITS
from nnviz.session.labs.functions.activations import LINE_LIMITS, PARAMETERS, PIECES, RELU_LINES, ActivationPart
from nnviz.session.labs.functions.intents import FunctionsIntent, SetLines, SetParameter
from nnviz.session.labs.functions.shapes import Line
from nnviz.theme.theme import Theme
from nnviz.views.labs.card import Card
from nnviz.widgets.drag_field import DragField
from nnviz.widgets.limits import Limits
from nnviz.widgets.slider_field import LinearScale, SliderField
from nnviz.widgets.split_row import SplitRow

SLIDERS = {"alpha": LinearScale(0, 2, 0.01), "theta": LinearScale(0, 4, 0.05)}
NEW_LINE: Line = (0.0, 0.0)


class LineRows(QWidget):
    """Slope w and intercept b of each piece. Signals: changed(tuple) with all lines."""

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self._heads = QLabel(self), QLabel(self)
        for column, head in enumerate(self._heads, start=1):
            head.setProperty("role", "hint")
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
        self._names = [QLabel(f"p = {k + 1}", self) for k in range(PIECES[1])]
        self.fields = [self._pair(k) for k in range(PIECES[1])]
        for k, pair in enumerate(self.fields):
            grid.addWidget(self._names[k], k + 1, 0)
            grid.addWidget(pair[0], k + 1, 1)
            grid.addWidget(pair[1], k + 1, 2)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """The pieces as they are now."""
        self._lines = lines
        for k, pair in enumerate(self.fields):
            for field in (self._names[k], *pair):
                field.setVisible(k < len(lines))
            if k < len(lines):
                for field, number in zip(pair, lines[k], strict=True):
                    field.set_value(number)

    def word(self) -> None:
        """Names of the columns and fields."""
        titles = self.tr("slope w"), self.tr("intercept b")
        for head, title in zip(self._heads, titles, strict=True):
            head.setText(title)
        for k, pair in enumerate(self.fields):
            for field, title in zip(pair, titles, strict=True):
                field.setAccessibleName(self.tr("Piece {number}: {part}").format(number=k + 1, part=title))

    def _pair(self, k: int) -> tuple[DragField, DragField]:
        pair = (
            DragField(f"piece_{k}_slope", Limits(*LINE_LIMITS), self),
            DragField(f"piece_{k}_intercept", Limits(*LINE_LIMITS), self),
        )
        for field in pair:
            field.value_chosen.connect(self._tell)
        return pair

    def _tell(self, _: float, __: object) -> None:
        shown = self.fields[: len(self._lines)]
        self.changed.emit(tuple((one.get_value(), two.get_value()) for one, two in shown))


class ParameterPanel(Card):
    """Signals: asked(FunctionsIntent) where the user changes something."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, name="parameters", parent=parent)
        self._part: ActivationPart | None = None
        self.rows = {name: self._row(name) for name in SLIDERS}
        self.lines = LineRows(self)
        self.lines.changed.connect(self._set_lines)
        self._more, self._fewer, self._relu = (
            self._button(name) for name in ("more_pieces", "fewer_pieces", "relu_pieces")
        )
        self._more.clicked.connect(self._add)
        self._fewer.clicked.connect(self._remove)
        self._relu.clicked.connect(self._make_relu)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self._more, self._fewer, self._relu):
            buttons.addWidget(button, 1 if button is self._relu else 0)
        self.content.addWidget(self.lines)
        self.content.addLayout(buttons)

    def show_part(self, part: ActivationPart) -> None:
        """The parameters of the function in front; hidden where it has none."""
        self._part = part
        own, maxout = PARAMETERS.get(part.name, ()), part.name == "maxout"
        self.setVisible(bool(own) or maxout)
        for name, row in self.rows.items():
            row.setVisible(name in own)
            self._slider(name).set_value(getattr(part.shape, name))
        for widget in (self.lines, self._more, self._fewer, self._relu):
            widget.setVisible(maxout)
        lines = part.shape_of("maxout").lines
        self.lines.show_lines(lines)
        self._more.setEnabled(len(lines) < PIECES[1])
        self._fewer.setEnabled(len(lines) > PIECES[0])

    def word(self) -> None:
        """All words anew."""
        self.set_title(self.tr("Parameters"))
        names = {"alpha": self.tr("α (alpha)"), "theta": self.tr("θ (theta)")}
        for name, row in self.rows.items():
            row.caption.setText(names[name])
            self._slider(name).setAccessibleName(names[name])
        self.lines.word()
        self._more.setText("+")
        self._fewer.setText("−")
        self._more.setAccessibleName(self.tr("One more piece"))
        self._fewer.setAccessibleName(self.tr("One piece fewer"))
        self._relu.setText(self.tr("Make ReLU"))
        self._relu.setToolTip(self.tr("Two pieces, one of them 0 everywhere"))

    def _row(self, name: str) -> SplitRow:
        field = SliderField(Limits(*LAYER_LIMITS[name]), SLIDERS[name], parent=self)
        field.setObjectName(name)
        row = SplitRow(field, parent=self)
        field.refused.connect(row.set_message)
        field.value_changed.connect(self._slide_alpha if name == "alpha" else self._slide_theta)
        self.content.addWidget(row)
        return row

    def _slider(self, name: str) -> SliderField:
        field = self.rows[name].field
        assert isinstance(field, SliderField)
        return field

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        return button

    # What the user does

    def _ask(self, intent: FunctionsIntent) -> None:
        self.asked.emit(intent)

    def _slide_alpha(self, value: float) -> None:
        self._ask(SetParameter("alpha", value))

    def _slide_theta(self, value: float) -> None:
        self._ask(SetParameter("theta", value))

    def _set_lines(self, lines: tuple[Line, ...]) -> None:
        self._ask(SetLines(lines))

    def _add(self) -> None:
        assert self._part is not None
        self._ask(SetLines((*self._part.shape.lines, NEW_LINE)))

    def _remove(self) -> None:
        assert self._part is not None
        self._ask(SetLines(self._part.shape.lines[:-1]))

    def _make_relu(self) -> None:
        self._ask(SetLines(RELU_LINES))
