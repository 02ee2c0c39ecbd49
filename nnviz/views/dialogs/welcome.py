"""Welcome: what can be done here, in three cards over the network; shown at the first start and from the Help menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from nnviz.theme.icons import icon
from nnviz.theme.theme import Theme

CHOICES = ("digits", "learn", "playground")
WIDEST, TALLEST = 620, 400


class Welcome(QFrame):
    """Signals: chosen(str) one of CHOICES, closed() when it goes away."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAccessibleName(self.tr("Welcome"))
        self.setProperty("role", "card")
        self._theme, self._host = theme, parent
        self._buttons: dict[str, QToolButton] = {}
        self._title = QLabel(self.tr("Watch a neural network think and learn"), self)
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._close = QPushButton(self.tr("Just look around"), self)
        self._close.setObjectName("welcome_close")
        self._close.setAccessibleName(self.tr("Close the welcome"))
        self._close.clicked.connect(self.dismiss)
        self._build()
        self._dress()
        theme.changed.connect(self._dress)
        parent.installEventFilter(self)

    def open(self) -> None:
        """Show it in the middle of its parent."""
        self._place()
        self.show()
        self.raise_()
        self._buttons["digits"].setFocus()

    def dismiss(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()

    def _build(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(12)
        for name, text in self._texts().items():
            cards.addWidget(self._card(name, text))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(16)
        column.addWidget(self._title, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(cards, 1)
        column.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignHCenter)

    def _texts(self) -> dict[str, str]:
        return {
            "digits": self.tr("Draw a digit\n\nThe network answers\nwhile you draw."),
            "learn": self.tr("Watch it learn\n\nFrom random weights\nto reading handwriting."),
            "playground": self.tr("Play with points\n\nSee the boundary bend,\nunit by unit."),
        }

    def _card(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"welcome_{name}")
        button.setText(text)
        button.setAccessibleName(text.replace("\n\n", ". ").replace("\n", " "))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(44, 44))
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Expanding)
        button.clicked.connect(self._choose)
        self._buttons[name] = button
        return button

    def _choose(self) -> None:
        sender = self.sender()
        name = next(name for name, button in self._buttons.items() if button is sender)
        self.dismiss()
        self.chosen.emit(name)

    def _dress(self) -> None:
        self._title.setFont(self._theme.font(1.7, bold=True))
        for name, button in self._buttons.items():
            button.setIcon(icon(name, self._theme.palette, "accent"))
            button.setFont(self._theme.font(1.05))

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
