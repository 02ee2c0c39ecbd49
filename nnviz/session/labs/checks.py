"""Checks of what intents ask for: each returns the value, or refuses it in words that name the field."""

from __future__ import annotations

from collections.abc import Collection

from nnviz.engine.refusal import Refusal


def check_range(field: str, value: float, low: float, high: float) -> float:
    """A number within limits; NaN is in none. Refusal out_of_range."""
    if not low <= value <= high:
        raise Refusal("out_of_range", field=field, value=value, low=low, high=high)
    return float(value)


def check_index(field: str, value: int, count: int) -> int:
    """A whole number from 0 to below `count`. Refusal out_of_range."""
    if value not in range(count):
        raise Refusal("out_of_range", field=field, value=value, low=0, high=count - 1)
    return int(value)


def check_choice(field: str, value: str, choices: Collection[str]) -> str:
    """One of several names. Refusal unknown_choice."""
    if value not in choices:
        raise Refusal("unknown_choice", field=field, value=value, choices=", ".join(choices))
    return value


def check_bits(**values: int) -> None:
    """Refusal unknown_choice for what is neither 0 nor 1."""
    for field, value in values.items():
        check_choice(field, str(value), ("0", "1"))
