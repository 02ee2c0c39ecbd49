"""HelpCard: a text of the help beside the pane that it is about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from nnviz.languages import in_use
from nnviz.theme.theme import Theme
from nnviz.views.help.topics import Topic, load_topic
from nnviz.widgets.focus import can_hold_focus
from nnviz.widgets.glyph_button import GlyphButton
from nnviz.widgets.key_list import KeyList
from nnviz.widgets.prose import Prose, spoken
from nnviz.widgets.typesetter import Typesetter
from nnviz.widgets.worded import Worded

WIDTH = 380
"""Pixels at the ordinary size of writing."""
EDGE, GAP, SIDE = 12, 8, 6
"""Pixels to the edge of the window, to the pane, and from the text to its scroll bar."""


class HelpCard(Worded, QFrame):
    """Lies over the window until Escape, its cross or another F1; it never covers what it is about where there is room
    beside it. `apart`: a small window of its own, for dialogs that have no room in them."""

    def __init__(self, theme: Theme, window: QWidget, apart: bool = False) -> None:
        super().__init__(window, Qt.WindowType.Dialog if apart else Qt.WindowType.Widget)
        self.setObjectName("help_card")
        self.setProperty("role", "surface" if apart else "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # The program does not go on for a help that nobody closed.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._theme, self._window = theme, window
        self._about: QWidget = window
        self._before: QWidget | None = None
        self._name = ""
        self.topic: Topic | None = None
        self.title, self.close_button = QLabel(self), GlyphButton("cross", self)
        self.text = Prose(theme, Typesetter(), "help_text", self)
        self.keys = KeyList("help_keys", (), self)
        self._area, self._page = QScrollArea(self), QWidget()
        self._build()
        self._word()
        self.hide()
        theme.changed.connect(self._dress)
        window.installEventFilter(self)
        self._page.installEventFilter(self)

    def explain(self, name: str, about: QWidget) -> None:
        """Show a topic beside the widget that it is about. FileNotFoundError if there is none of this name."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._about, self._name = about, name
        self._tell(load_topic(name, in_use()))
        self._area.verticalScrollBar().setValue(0)
        self.show()
        if self.isWindow():
            self.activateWindow()
        else:
            self.raise_()
        self._place()
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Go away; the keyboard returns to where it was."""
        self.hide()
        if self._before is not None and can_hold_focus(self._before):
            self._before.activateWindow()
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    # Private

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        self.title.setObjectName("help_title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("role", "title")
        self.close_button.setObjectName("help_close")
        self.close_button.clicked.connect(self.dismiss)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self._build_page()
        self._scroll(False)
        self._dress()

    def _build_page(self) -> None:
        self._page.setProperty("role", "surface")
        self._rows = QVBoxLayout(self._page)
        self._rows.setSpacing(12)
        self._rows.addWidget(self.text)
        self._rows.addWidget(self.keys)
        self._rows.addStretch(1)
        self._area.setObjectName("help_page")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setWidget(self._page)

    def _tell(self, topic: Topic) -> None:
        """Show a text in the place where the card is."""
        if topic == self.topic:
            return
        self.topic = topic
        self.title.setText(topic.title)
        self.text.show_markdown(topic.text)
        old, self.keys = self.keys, KeyList("help_keys", topic.keys, self._page)
        self._rows.replaceWidget(old, self.keys)
        old.setObjectName("")
        old.hide()
        old.deleteLater()
        self.keys.setVisible(bool(topic.keys))
        self._area.setAccessibleName(topic.title)
        self._area.setAccessibleDescription(spoken(topic.text))

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Help"))
        self.setWindowTitle(self.tr("Help"))
        self.close_button.setAccessibleName(self.tr("Close the help"))
        self.close_button.setToolTip(self.tr("Close the help"))
        if self.isVisible():
            self._tell(load_topic(self._name, in_use()))

    def _dress(self) -> None:
        self.title.setFont(self._theme.font(1.25, bold=True))
        self._place()

    def _place(self) -> None:
        """As high as its text; beside what it is about, where there is more room."""
        if not self.isVisible() or not Shiboken.isValid(self._about):
            return
        whole = self.screen().availableGeometry() if self.isWindow() else self._window.rect()
        room = whole.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        width = min(round(WIDTH * self._theme.scale), room.width())
        layout = self.layout()
        assert layout is not None
        layout.activate()
        chrome = self.size() - self._area.size()
        wanted = self._rows.totalHeightForWidth(width - chrome.width())
        # Without keys nothing in it depends on the width.
        height = chrome.height() + (wanted if wanted >= 0 else self._rows.totalSizeHint().height())
        self._scroll(height > room.height())
        self.setGeometry(beside(self._pane(), room, QSize(width, height)))

    def _scroll(self, on: bool) -> None:
        """With a scroll bar or without one, the lines are equally long: they would else decide about it themselves, for
        ever."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._rows.setContentsMargins(0, 0, SIDE if on else SIDE + bar, 0)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if on else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._area.setVerticalScrollBarPolicy(policy)

    def _pane(self) -> QRect:
        """On the screen for a window of its own, else in the window."""
        corner = self._about.mapToGlobal(QPoint())
        return QRect(corner if self.isWindow() else self._window.mapFromGlobal(corner), self._about.size())

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window's size, the height of the text, and a dialog that goes."""
        if watched is self._window and event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.hide()
        wanted = QEvent.Type.Resize if watched is self._window else QEvent.Type.LayoutRequest
        if event.type() == wanted:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A window of its own gets no F1 from the one beside it."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1):
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.dismiss()
        super().closeEvent(event)


def beside(pane: QRect, room: QRect, size: QSize) -> QRect:
    """Where a card of a size lies in the room, its top at the pane's: right of the pane or left of it, where there is
    more space; over its right side where there is too little on both."""
    size = size.boundedTo(room.size())
    right, left = room.right() - pane.right(), pane.left() - room.left()
    leftwards = left > right and left >= size.width() + GAP
    x = pane.left() - GAP - size.width() if leftwards else pane.right() + 1 + GAP
    x = min(max(x, room.left()), room.right() + 1 - size.width())
    y = min(max(pane.top(), room.top()), room.bottom() + 1 - size.height())
    return QRect(QPoint(x, y), size)
