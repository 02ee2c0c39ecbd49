"""Frames: what the sections of this lab are built from; cards, a column of knobs, rows of choices, play and step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nnviz.theme.theme import Theme
from nnviz.widgets.flow_layout import FlowLayout

GAP, MARGIN = 8, 12
SIDE = (180, 80)
"""Width of the column of knobs: so much, and so much times the size of the writing."""


class Card(QFrame):
    """A framed part of a page with a title; `content` takes what is in it."""

    def __init__(self, parent: QWidget | None = None, titled: bool = True) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.title.setVisible(titled)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.content.setSpacing(GAP)
        if titled:
            self.content.addWidget(self.title)

    def add(self, *widgets: QWidget, stretch: int = 0) -> None:
        """Put widgets below each other."""
        for widget in widgets:
            self.content.addWidget(widget, stretch)


class SideColumn(QScrollArea):
    """The knobs of a section below each other in a card, which scrolls where the window is low."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.card = Card(self, titled=False)
        self.setWidget(self.card)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.dress()

    def dress(self) -> None:
        """Wider for larger writing."""
        self.setFixedWidth(round(SIDE[0] + SIDE[1] * self._theme.scale))

    def add(self, *widgets: QWidget) -> None:
        """Put knobs below each other."""
        self.card.add(*widgets)

    def end(self) -> None:
        """Nothing more comes."""
        self.card.content.addStretch(1)


class ChoiceButton(QPushButton):
    """As wide as its writing is while it is chosen: bold, which the style does not reckon with."""

    def sizeHint(self) -> QSize:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wider = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, wider) + 2, 0)


class Choices(QWidget):
    """A row of buttons, one of which is chosen; they go on in the next line where the width ends.

    Signals: chosen(str): the key of the button that was pressed.
    """

    chosen = Signal(str)

    def __init__(self, name: str, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.buttons: dict[str, QPushButton] = {}
        self._flow = FlowLayout(self, gap=5)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_keys(keys)

    def set_keys(self, keys: Sequence[str]) -> None:
        """Other buttons; their names have to be given anew."""
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.deleteLater()
        self.buttons = {key: self._button(key) for key in keys}
        self.updateGeometry()

    def name(self, names: Mapping[str, str]) -> None:
        """What the buttons say, by key."""
        for key, button in self.buttons.items():
            button.setText(names[key])
            button.setAccessibleName(names[key])
        self.updateGeometry()

    def value(self) -> str:
        """The chosen key, "" for none."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show another one as chosen, "" for none, without a signal."""
        for name, button in self.buttons.items():
            button.setChecked(name == key)

    def _button(self, key: str) -> QPushButton:
        button = ChoiceButton(self)
        button.setObjectName(f"{self.objectName()}_{key}")
        button.setCheckable(True)
        button.setProperty("role", "segment")
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._press, key))
        self._flow.addWidget(button)
        button.show()
        return button

    def _press(self, key: str, *_: object) -> None:
        # A button that is pressed once more must stay chosen.
        self.choose(key)
        self.chosen.emit(key)


def push(name: str, parent: QWidget, pressed: Callable[[], object], primary: bool = False) -> QPushButton:
    """A push button; it needs a text."""
    button = QPushButton(parent)
    button.setObjectName(name)
    if primary:
        button.setProperty("role", "primary")
    button.clicked.connect(pressed)
    return button


def caption(parent: QWidget) -> QLabel:
    """A quiet line of text, wrapped."""
    label = QLabel(parent)
    label.setProperty("role", "hint")
    label.setWordWrap(True)
    return label


def statement(name: str, parent: QWidget) -> QLabel:
    """A sentence that says how things are."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def columns(owner: QWidget, *parts: tuple[QWidget | QVBoxLayout, int]) -> None:
    """Lay parts out beside each other, each with its share of the width."""
    row = QHBoxLayout(owner)
    row.setContentsMargins(GAP, 4, GAP, GAP)
    row.setSpacing(GAP)
    for part, share in parts:
        if isinstance(part, QWidget):
            row.addWidget(part, share)
        else:
            row.addLayout(part, share)


def stack(*parts: tuple[QWidget, int]) -> QVBoxLayout:
    """Parts below each other, each with its share of the height."""
    column = QVBoxLayout()
    column.setSpacing(GAP)
    for part, share in parts:
        column.addWidget(part, share)
    return column
