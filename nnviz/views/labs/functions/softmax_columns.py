"""SoftmaxColumns: a column for each logit: a bar of its output, the numbers, a slider and a field for the logit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QLabel, QSizePolicy, QSlider, QWidget

from nnviz.session.labs.functions.intents import ChooseLogit, SetLogit
from nnviz.session.labs.functions.softmax import COUNTS, LOGITS, SoftmaxPart
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.widgets.drag_field import DragField
from nnviz.widgets.limits import Limits
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import short
from nnviz.widgets.slider_field import LinearScale
from nnviz.widgets.wheel_guard import WheelGuard

SCALE = LinearScale(*LOGITS, 0.1)
GRID = (0.0, 0.5, 1.0)
HEADS = ("output", "gradient", "logit")
BAR = 0.62
"""Width of a bar, as a share of its column."""
OTHERS = 110
"""Opacity of the bars that are not the largest."""
SUBSCRIPTS = "₁₂₃₄₅₆₇₈"
SMALLEST = 0.62
"""Share of its size that writing in a narrow column shrinks to."""


class FittingNumber(NumberLabel):
    """A number that fits into its column: written smaller, and where that does not help with fewer digits."""

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def fitted(self) -> tuple[str, QFont]:
        """What is painted, and its font."""
        texts = [self.text(), *(short(self.get_value(), digits) for digits in (3, 2, 1))]
        room = self.width() / SMALLEST
        text = next((text for text in texts if self.fontMetrics().horizontalAdvance(text) <= room), texts[-1])
        font, width = QFont(self.font()), self.fontMetrics().horizontalAdvance(text) + 1
        font.setPointSizeF(font.pointSizeF() * min(1.0, max(SMALLEST, self.width() / width)))
        return text, font

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            text, font = self.fitted()
            painter.setFont(font)
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)


class OutputBar(QAbstractButton):
    """The output of one logit as a bar from 0 to 1. Pressed: the bounds of LogSumExp are drawn over this logit.

    value, largest   as painted
    """

    def __init__(self, index: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.index, self.value, self.largest = index, 0.0, False
        self.setObjectName(f"output_bar_{index}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_output(self, value: float, largest: bool) -> None:
        """Paint another output."""
        if (value, largest) != (self.value, self.largest):
            self.value, self.largest = value, largest
            self.update()

    def bar(self) -> QRectF:
        """Where the bar is painted."""
        box = self._box()
        width, height = BAR * box.width(), self.value * box.height()
        return QRectF(box.center().x() - width / 2, box.bottom() - height, width, height)

    def sizeHint(self) -> QSize:
        return QSize(60, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(30, 80)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            self._paint_frame(painter)
            self._paint_grid(painter)
            color = self._theme.color("accent")
            color.setAlpha(255 if self.largest else OTHERS)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRect(self.bar())
            self._paint_name(painter)

    def _box(self) -> QRectF:
        return bar_room(self, self._theme)

    def _paint_frame(self, painter: QPainter) -> None:
        if self.isChecked() or self.hasFocus():
            painter.setBrush(self._theme.color("raised"))
            painter.setPen(QPen(self._theme.color("accent" if self.hasFocus() else "border"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_grid(self, painter: QPainter) -> None:
        box = self._box()
        painter.setPen(QPen(self._theme.color("border"), 1))
        for share in GRID:
            y = box.bottom() - share * box.height()
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))

    def _paint_name(self, painter: QPainter) -> None:
        text = self.tr("largest") if self.largest else ""
        font = self._theme.font(0.9, bold=True, numbers=False)
        width = QFontMetricsF(font).horizontalAdvance(text)
        font.setPointSizeF(font.pointSizeF() * min(1.0, max(SMALLEST, (self.width() - 4) / max(width, 1.0))))
        painter.setFont(font)
        painter.setPen(self._theme.color("accent"))
        painter.drawText(QRectF(0, 2, self.width(), self._box().top() - 4), Qt.AlignmentFlag.AlignCenter, text)


class BarScale(QWidget):
    """The numbers beside the bars."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setFont(self._theme.font(0.85))
            painter.setPen(self._theme.color("muted"))
            box = bar_room(self, self._theme)
            for share in GRID:
                line = QRectF(0, box.bottom() - share * box.height() - 20, self.width(), 40)
                painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, short(share))


def bar_room(widget: QWidget, theme: Theme) -> QRectF:
    """Room of a bar of height 1 in a widget as high as the bars, below a line of writing."""
    line = QFontMetricsF(theme.font(0.9)).height()
    return QRectF(widget.rect()).adjusted(3, line + 4, -3, -8)


@dataclass(frozen=True)
class Column:
    """The widgets of one logit."""

    bar: OutputBar
    output: FittingNumber
    gradient: FittingNumber
    slider: QSlider
    field: DragField

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """From top to bottom."""
        return self.bar, self.output, self.gradient, self.slider, self.field


class SoftmaxColumns(QWidget):
    """All columns. Signals: asked(FunctionsIntent) where the user changes a logit or chooses one."""

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._heads = {name: QLabel(self) for name in HEADS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._grid.setRowStretch(0, 5)
        self._grid.setRowStretch(3, 3)
        self._scale = BarScale(theme, self)
        self._grid.addWidget(self._scale, 0, 0)
        for row, name in ((1, "output"), (2, "gradient"), (4, "logit")):
            self._heads[name].setProperty("role", "hint")
            self._grid.addWidget(self._heads[name], row, 0)
        self.columns = [self._column(index) for index in range(COUNTS[1])]

    def show_part(self, part: SoftmaxPart) -> None:
        """Logits, outputs and the gradient of LogSumExp as they are now."""
        outputs, gradient, largest = part.outputs, part.gradient, int(part.outputs.argmax())
        for k, column in enumerate(self.columns):
            shown = k < len(part.logits)
            self._grid.setColumnStretch(k + 1, int(shown))
            for widget in column.widgets:
                widget.setVisible(shown)
            if shown:
                column.bar.show_output(float(outputs[k]), k == largest)
                column.output.set_value(float(outputs[k]))
                column.gradient.set_value(float(gradient[k]))
                column.field.set_value(part.logits[k])
                with QSignalBlocker(column.slider):
                    column.slider.setValue(SCALE.position(part.logits[k]))
        self.columns[part.chosen].bar.setChecked(True)

    def word(self) -> None:
        """All words anew."""
        titles = {
            "output": self.tr("softmax yᵢ"),
            "gradient": self.tr("∂LSE/∂xᵢ by differences"),
            "logit": self.tr("logit xᵢ"),
        }
        for name, title in titles.items():
            self._heads[name].setText(title)
            self._heads[name].setWordWrap(True)
        for k, column in enumerate(self.columns):
            sub = SUBSCRIPTS[k]
            bar = self.tr("Output {name}: draw the bounds over this logit")
            column.output.set_title(f"y{sub}")
            column.gradient.set_title(f"∂LSE/∂x{sub}")
            column.field.setAccessibleName(f"x{sub}")
            column.slider.setAccessibleName(f"x{sub}")
            column.bar.setAccessibleName(bar.format(name=f"y{sub}"))

    def dress(self) -> None:
        """Fonts of the theme."""
        for column in self.columns:
            column.output.setFont(self._theme.font(1.25, bold=True))
            column.gradient.setFont(self._theme.font(1.0))
            column.bar.update()
        self._scale.update()
        for head in self._heads.values():
            head.setFixedWidth(round(92 * self._theme.scale))

    def _column(self, index: int) -> Column:
        column = Column(
            OutputBar(index, self._theme, self),
            FittingNumber(f"output_{index}", self),
            FittingNumber(f"gradient_{index}", self),
            QSlider(Qt.Orientation.Vertical, self),
            DragField(f"logit_{index}", Limits(*LOGITS), self),
        )
        self._group.addButton(column.bar)
        column.slider.setObjectName(f"logit_{index}_slider")
        column.slider.setRange(0, SCALE.positions)
        column.slider.setPageStep(SCALE.page)
        column.slider.setMinimumHeight(70)
        column.field.setMinimumWidth(34)
        WheelGuard(column.slider)
        column.bar.clicked.connect(self._choose)
        column.slider.valueChanged.connect(self._slide)
        column.field.value_chosen.connect(self._type)
        for row, widget in enumerate(column.widgets):
            side = Qt.AlignmentFlag.AlignHCenter if widget is column.slider else Qt.AlignmentFlag(0)
            self._grid.addWidget(widget, row, index + 1, side)
        return column

    # What the user does

    def _index(self) -> int:
        """The column of the widget that has told something."""
        return next(k for k, column in enumerate(self.columns) if self.sender() in column.widgets)

    def _choose(self) -> None:
        self.asked.emit(ChooseLogit(self._index()))

    def _slide(self, position: int) -> None:
        self.asked.emit(SetLogit(self._index(), SCALE.value(position)))

    def _type(self, value: float, _: object) -> None:
        self.asked.emit(SetLogit(self._index(), value))
