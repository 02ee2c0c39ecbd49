"""Keys: what a key is called on this system, in the language of the program."""

from PySide6.QtGui import QKeySequence


def native(keys: str) -> str:
    """The name of a shortcut such as "Ctrl+Z" or "PgUp": ⌘Z on a Mac, for instance."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
