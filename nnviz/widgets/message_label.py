"""MessageLabel: one sentence below a field that says why its text was refused; hidden while there is none."""

from PySide6.QtWidgets import QLabel, QWidget


class MessageLabel(QLabel):
    """A wrapped sentence in the colour of warnings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning")
        self.setWordWrap(True)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show a sentence; "" hides the label."""
        self.setText(text)
        self.setVisible(bool(text))
