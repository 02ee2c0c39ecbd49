"""Whether what was worked out is still about the same objects."""

from __future__ import annotations


def same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """True if both hold the very same objects: frozen ones, whose arrays are dear to compare."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
