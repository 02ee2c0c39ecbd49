"""Welcome: what can be done here, in three cards over the network; shown at the first start and from the Help menu."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nnviz.sentences.marking import QT_TRANSLATE_NOOP
from nnviz.theme.icons import picture
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.widgets.worded import Worded

WIDEST, TALLEST = 640, 340
ICON = 44


CHOICES: dict[str, tuple[str, str]] = {
    "digits": (
        QT_TRANSLATE_NOOP("Welcome", "Draw a digit"),
        QT_TRANSLATE_NOOP("Welcome", "A trained network answers while you draw."),
    ),
    "learn": (
        QT_TRANSLATE_NOOP("Welcome", "Watch it learn"),
        QT_TRANSLATE_NOOP("Welcome", "From random weights to reading handwriting, in a minute."),
    ),
    "playground": (
        QT_TRANSLATE_NOOP("Welcome", "Play with points"),
        QT_TRANSLATE_NOOP("Welcome", "Build a network and see its boundary bend, unit by unit."),
    ),
}
"""What each card is called and says."""


class Card(Worded, QAbstractButton):
    """One choice: picture, title, a sentence."""

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self._theme, self._sentence = name, theme, ""
        self.setObjectName(f"welcome_{name}")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)
        self._word()

    def _word(self) -> None:
        title, self._sentence = (QCoreApplication.translate("Welcome", words) for words in CHOICES[self.name])
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(self._sentence)

    def sizeHint(self) -> QSize:
        """Room for the sentence in four lines."""
        line = self.fontMetrics().height()
        return QSize(12 * line, ICON + 9 * line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame, picture, title, sentence from top to bottom."""
        theme, palette = self._theme, self._theme.palette
        lit = self.underMouse() or self.hasFocus()
        with painting(self, antialias=True) as painter:
            painter.setPen(QPen(theme.color("accent" if lit else "border"), 2 if lit else 1))
            painter.setBrush(theme.color("raised"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
            inner = QRectF(self.rect()).adjusted(16, 20, -16, -12)
            side = round(ICON * self.devicePixelRatioF())
            painter.drawPixmap(
                QRectF(inner.x(), inner.y(), ICON, ICON), picture(self.name, palette.accent, side), QRectF()
            )
            inner.setTop(inner.top() + ICON + 16)
            self._write(painter, inner)

    def _write(self, painter: QPainter, room: QRectF) -> None:
        wrapped = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.setPen(self._theme.color("text"))
        painter.setFont(self._theme.font(1.25, bold=True))
        used = painter.drawText(room, wrapped, self.text())
        painter.setPen(self._theme.color("muted"))
        painter.setFont(self._theme.font(1.05))
        painter.drawText(room.adjusted(0, used.height() + 8, 0, 0), wrapped, self._sentence)


class Welcome(Worded, QFrame):
    """Signals: chosen(str) one of CHOICES, closed() when it goes away."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setProperty("role", "card")
        self._theme, self._host = theme, parent
        self._cards = [Card(name, theme, self) for name in CHOICES]
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._close = QPushButton(self)
        self._close.setObjectName("welcome_close")
        self._close.clicked.connect(self.dismiss)
        self._build()
        self._dress()
        self._word()
        theme.changed.connect(self._dress)
        parent.installEventFilter(self)

    def open(self) -> None:
        """Show it in the middle of its parent."""
        self._place()
        self.show()
        self.raise_()
        self._cards[0].setFocus()

    def dismiss(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for card in self._cards:
            card.clicked.connect(self._choose)
            row.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addLayout(row, 1)
        column.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignHCenter)

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Welcome"))
        self._title.setText(self.tr("Watch a neural network think and learn"))
        self._close.setText(self.tr("Just look around"))
        self._close.setAccessibleName(self.tr("Close the welcome"))
        self._close.setToolTip(self.tr("Close the welcome; the menu Help brings it back"))

    def _choose(self) -> None:
        card = self.sender()
        assert isinstance(card, Card)
        self.dismiss()
        self.chosen.emit(card.name)

    def _dress(self) -> None:
        self._title.setFont(self._theme.font(1.6, bold=True))

    def _place(self) -> None:
        room = self._host.size()
        width, height = min(WIDEST, room.width() - 24), min(TALLEST, room.height() - 24)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
