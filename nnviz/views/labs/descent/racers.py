"""RaceList: everybody in a race: shown or hidden, name, present loss; one of them may be followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QPushButton, QWidget

from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.labs.descent.looks import color_of
from nnviz.widgets.number_label import NumberLabel

WIDEST = "8.888×10⁻⁸⁸"


class Swatch(QWidget):
    """A disc in the colour of a path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.color = "#000000"
        self.setFixedSize(QSize(14, 14))

    def paint_in(self, color: str) -> None:
        """Another colour."""
        self.color = color
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self, antialias=True) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.color))
            painter.drawEllipse(QPointF(7, 7), 5.5, 5.5)


class RaceList(QWidget):
    """One row for each name: check box <prefix>_show_<name>, button <prefix>_follow_<name>, number
    <prefix>_loss_<name>.

    Signals: shown(str, bool); followed(str).
    """

    shown = Signal(str, bool)
    followed = Signal(str)

    def __init__(self, prefix: str, names: Sequence[str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.boxes: dict[str, QCheckBox] = {}
        self.buttons: dict[str, QPushButton] = {}
        self.losses: dict[str, NumberLabel] = {}
        self._swatches: dict[str, Swatch] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        for row, name in enumerate(names):
            self._add(prefix, row, name)

    def show_rows(self, shown: frozenset[str], followed: str, losses: Mapping[str, float]) -> None:
        """Who is shown, who is followed, and the losses."""
        for name, box in self.boxes.items():
            box.setChecked(name in shown)
            self.buttons[name].setChecked(name == followed)
            self.losses[name].set_value(losses[name])
            self.losses[name].setEnabled(name in shown)

    def name_rows(self, names: Mapping[str, str], show: str, follow: str, loss: str) -> None:
        """Names, and templates with {name} for screen readers."""
        for name, box in self.boxes.items():
            self.buttons[name].setText(names[name])
            self.buttons[name].setAccessibleName(follow.format(name=names[name]))
            box.setAccessibleName(show.format(name=names[name]))
            self.losses[name].set_title(loss.format(name=names[name]))

    def dress(self) -> None:
        """Colours and fonts of the theme."""
        for name, swatch in self._swatches.items():
            swatch.paint_in(color_of(name, self._theme.palette))
            self.losses[name].setFont(self._theme.font(0.92, bold=True))

    def _add(self, prefix: str, row: int, name: str) -> None:
        box, swatch, button = QCheckBox(self), Swatch(self), QPushButton(self)
        loss = NumberLabel(f"{prefix}_loss_{name}", self, widest=WIDEST)
        box.setObjectName(f"{prefix}_show_{name}")
        button.setObjectName(f"{prefix}_follow_{name}")
        button.setCheckable(True)
        button.setProperty("role", "segment")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group.addButton(button)
        self.boxes[name], self.buttons[name], self.losses[name], self._swatches[name] = box, button, loss, swatch
        for column, widget in enumerate((box, swatch, button, loss)):
            self._grid.addWidget(widget, row, column)
        box.clicked.connect(self._show)
        button.clicked.connect(self._follow)

    def _show(self, on: bool) -> None:
        box = self.sender()
        name = next(name for name, other in self.boxes.items() if other is box)
        self.shown.emit(name, on)

    def _follow(self) -> None:
        self.followed.emit(next(name for name, button in self.buttons.items() if button.isChecked()))
