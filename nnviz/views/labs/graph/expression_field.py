"""ExpressionField: some lines of an expression; Enter takes them over, and a mistake is underlined where it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from nnviz.theme.theme import Theme

LINES = (2, 6)
"""Lines to which the field grows at least, however low the page is, and at most; more are scrolled."""
SHARE = 0.14
"""Of the height of the page."""
SIZE = 1.1
PADDING = 18
LOOK = """
QPlainTextEdit {{ background: {field}; color: {text}; border: 1px solid {border}; border-radius: 6px; padding: 2px 5px;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QPlainTextEdit:focus {{ border: 1px solid {accent}; }}
"""


class ExpressionField(QPlainTextEdit):
    """Shift+Enter begins a new line, Escape takes back what was typed.

    Signals: submitted(str) on Enter; taken_back() on Escape.
    """

    submitted = Signal(str)
    taken_back = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._given, self._most = "", LINES[1]
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._changed)
        self.dress()

    @property
    def mark(self) -> tuple[int, int] | None:
        """Line and column, from 1, of the character that is underlined; None where all is well."""
        selections = self.extraSelections()
        if not selections:
            return None
        cursor = QTextCursor(selections[0].cursor)
        cursor.setPosition(cursor.selectionStart())
        return cursor.blockNumber() + 1, cursor.positionInBlock() + 1

    def show_text(self, text: str) -> None:
        """Show what is in effect; what is being typed stays until that is something else."""
        if text != self._given:
            self._given = text
            self.take_back()

    def take_back(self) -> None:
        """Show what is in effect."""
        self.setPlainText(self._given)
        self.setExtraSelections([])

    def underline(self, line: int, column: int) -> None:
        """Mark the character that is wrong; where a line ends too early, its last one."""
        block = self.document().findBlockByNumber(line - 1)
        at = min(column - 1, max(block.length() - 2, 0))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + at)
        self.setTextCursor(cursor)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = self._wave()
        self.setExtraSelections([selection])

    def set_page_height(self, height: int) -> None:
        """On a low page there is room for fewer lines."""
        fitting = int(SHARE * height / self.fontMetrics().lineSpacing())
        self._most = min(max(fitting, LINES[0]), LINES[1])
        self._fit()

    def dress(self) -> None:
        """Colours and fonts of the theme."""
        self.setFont(self._theme.font(SIZE, bold=True))
        self.setStyleSheet(LOOK.format(**vars(self._theme.palette)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Long lines are wrapped elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape."""
        key = event.key()
        newline = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not newline:
            self.submitted.emit(self.toPlainText())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.textCursor().insertBlock()
        elif key == Qt.Key.Key_Escape and self.toPlainText() != self._given:
            self.take_back()
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def _wave(self) -> QTextCharFormat:
        look = QTextCharFormat()
        warning = self._theme.color("warning")
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(warning)
        look.setBackground(QColor(warning.red(), warning.green(), warning.blue(), 70))
        return look

    def _changed(self) -> None:
        if self.extraSelections():
            self.setExtraSelections([])
        self._fit()

    def _fit(self) -> None:
        """As high as its lines."""
        lines = min(max(round(self.document().size().height()), 1), self._most)
        height = lines * self.fontMetrics().lineSpacing() + PADDING
        if height != self.height():
            self.setFixedHeight(height)
