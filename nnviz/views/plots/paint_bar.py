"""PaintBar: what points are painted with: the class, the eraser, how wide and how dense the brush is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSlider, QToolButton, QWidget

from nnviz.data.painted import CLASSES
from nnviz.theme.painting import clear_pixmap, painting
from nnviz.theme.theme import Theme
from nnviz.widgets.flow_layout import FlowLayout
from nnviz.widgets.wheel_guard import WheelGuard
from nnviz.widgets.worded import Worded

LABELS = 4
"""So many classes can be chosen, new ones among them; more where the data has more."""
ERASER = -1
WIDTHS = (0.0, 0.02, 0.05, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.4)
"""Radius of the brush as a share of half the square; 0 paints exactly where it touches."""
DENSITIES = (1, 2, 3, 5, 8, 12, 20)
"""Points of one touch."""
FIRST_WIDTH, FIRST_DENSITY = 4, 2
DOT = 64
"""Pixels of the picture of a class; Qt scales it down."""
SLIDER = 72


class PaintBar(Worded, QWidget):
    """Buttons and sliders in rows.

    Signals: changed() after another tool, width or density; cleared() on Clear.
    """

    changed = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paint_bar")
        self._names: tuple[str, ...] = ()
        self._group = QButtonGroup(self)
        self._tools = {tool: self._tool(tool) for tool in (*range(len(CLASSES)), ERASER)}
        self._tools[0].setChecked(True)
        self._width, self._width_text = self._slider("paint_width", len(WIDTHS), FIRST_WIDTH)
        self._density, self._density_text = self._slider("paint_density", len(DENSITIES), FIRST_DENSITY)
        self._clear = QPushButton(self)
        self._clear.setObjectName("paint_clear")
        self._clear.clicked.connect(self.cleared)
        self._group.idClicked.connect(self._tell)
        self._lay_out()
        self._word()
        theme.changed.connect(self._align, Qt.ConnectionType.QueuedConnection)

    @property
    def label(self) -> int:
        """The class that is painted; ERASER where points are taken away."""
        return self._group.checkedId() - 1

    @property
    def radius(self) -> float:
        """Of the brush, as a share of half the square. An eraser without width would take nothing away."""
        width = WIDTHS[self._width.value()]
        return max(width, WIDTHS[2]) if self.label == ERASER else width

    @property
    def density(self) -> int:
        """Points of one touch; one, where all would lie in the same place."""
        return DENSITIES[self._density.value()] if WIDTHS[self._width.value()] else 1

    def show_classes(self, names: tuple[str, ...], colors: Sequence[QColor]) -> None:
        """What the classes are called, those that would be new included, and the colours of those to choose from."""
        self._names = names
        for label in range(len(CLASSES)):
            self._tools[label].setVisible(label < len(colors))
        for label, color in enumerate(colors[: len(CLASSES)]):
            self._tools[label].setIcon(_dot(color))
        if self.label >= len(colors):
            self._tools[0].setChecked(True)
        self._word()

    def _tool(self, tool: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("paint_eraser" if tool == ERASER else f"paint_class_{tool}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(12, 12))
        # Qt gives negative numbers out itself.
        self._group.addButton(button, tool + 1)
        return button

    def _slider(self, name: str, count: int, first: int) -> tuple[QSlider, QLabel]:
        slider, text = QSlider(Qt.Orientation.Horizontal, self), QLabel(self)
        slider.setObjectName(name)
        slider.setRange(0, count - 1)
        slider.setValue(first)
        slider.setPageStep(1)
        slider.setFixedWidth(SLIDER)
        slider.valueChanged.connect(self._tell)
        text.setProperty("role", "hint")
        WheelGuard(slider)
        return slider, text

    def _lay_out(self) -> None:
        self._pairs: list[QWidget] = []
        row = FlowLayout(self, gap=6)
        for button in self._tools.values():
            row.addWidget(button)
        for text, slider in ((self._width_text, self._width), (self._density_text, self._density)):
            pair = QWidget(self)
            pair.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            box = QHBoxLayout(pair)
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(6)
            box.addWidget(text)
            box.addWidget(slider)
            self._pairs.append(pair)
            row.addWidget(pair)
        row.addWidget(self._clear)

    def _tell(self, _: int) -> None:
        self._density.setEnabled(WIDTHS[self._width.value()] > 0 and self.label != ERASER)
        self.changed.emit()

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Painting tools"))
        for label in range(len(CLASSES)):
            name = self._names[label] if label < len(self._names) else str(label)
            self._tools[label].setText(name)
            self._tools[label].setAccessibleName(self.tr("Paint class {name}").format(name=name))
            self._tools[label].setToolTip(self.tr("Paint points of class {name}").format(name=name))
        self._tools[ERASER].setText(self.tr("Eraser"))
        self._tools[ERASER].setToolTip(self.tr("Take points away; the right mouse button always erases"))
        self._width_text.setText(self.tr("Spread"))
        self._width.setAccessibleName(self.tr("Spread of the brush"))
        self._width.setToolTip(self.tr("How wide the brush is; at the left end every touch is one point"))
        self._density_text.setText(self.tr("Density"))
        self._density.setAccessibleName(self.tr("Points of one touch"))
        self._density.setToolTip(self.tr("How many points one touch of the brush leaves"))
        self._clear.setText(self.tr("Clear"))
        self._clear.setToolTip(self.tr("An empty plane to paint on"))

    def _align(self) -> None:
        """Sliders as high as the buttons beside them."""
        for pair in self._pairs:
            pair.setFixedHeight(self._clear.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._align()


def _dot(color: QColor) -> QIcon:
    pixmap = clear_pixmap(QSize(DOT, DOT))
    with painting(pixmap, antialias=True) as painter:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(QPointF(DOT / 2, DOT / 2), DOT / 2 - 2, DOT / 2 - 2)
    return QIcon(pixmap)
