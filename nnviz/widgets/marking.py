"""Dynamic properties for which the style sheet has a look of its own: "invalid" and "role"."""

from PySide6.QtWidgets import QWidget


def mark_invalid(widget: QWidget, invalid: bool) -> None:
    """Mark a field as refused, or clear the mark."""
    _mark(widget, "invalid", invalid)


def set_role(widget: QWidget, role: str) -> None:
    """Another role. Polishing takes a widget's own font away, so it is given back."""
    font = widget.font()
    if _mark(widget, "role", role):
        widget.setFont(font)


def _mark(widget: QWidget, name: str, value: object) -> bool:
    """True if that is new. Style sheets look at dynamic properties only when a widget is polished anew."""
    if (widget.property(name) or type(value)()) == value:
        return False
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    return True
