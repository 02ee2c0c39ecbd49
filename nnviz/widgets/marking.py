"""Marks a field as refused through the dynamic property "invalid", for which a style sheet has a border."""

from PySide6.QtWidgets import QWidget


def mark_invalid(widget: QWidget, invalid: bool) -> None:
    """Set or clear the mark; style sheets look at dynamic properties only when a widget is polished anew."""
    if bool(widget.property("invalid")) == invalid:
        return
    widget.setProperty("invalid", invalid)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
