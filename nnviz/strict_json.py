"""JSON from outside: what is none, or could not be used as what it says, is refused in one way."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

MOST_BYTES = 16 << 20
"""A larger file is not read: parsed, it takes many times as much memory."""
MOST_VALUES = 4_000_000
"""More values are not read: each takes some memory, however few bytes it takes in the file."""
MOST_DIGITS = 500
"""A longer whole number is none that anything here could have meant, and none that a sentence could repeat."""
SURROGATE = re.compile(r"\\u[dD][89abAB]")
"""Half a character, or the first half of a whole one."""


def parsed(text: str) -> Any:
    """The value that a text describes. json.JSONDecodeError, which is a ValueError, also for numbers that are too long,
    texts that cannot be written again, too many values and what is nested too deeply. NaN and Infinity are numbers as
    1e999 is: who cannot use them has to say so."""
    try:
        if values_in(text) > MOST_VALUES:
            raise ValueError("too many values")
        found = json.loads(text, parse_int=_whole)
        if SURROGATE.search(text):
            json.dumps(found, ensure_ascii=False).encode()
    except json.JSONDecodeError:
        raise
    except (ValueError, RecursionError) as error:
        raise json.JSONDecodeError(str(error), "", 0) from error
    return found


def read_json(path: Path, most: int = MOST_BYTES) -> Any:
    """The value that a file describes. OSError; ValueError where it is no JSON, no text or larger than `most` bytes."""
    if path.stat().st_size > most:
        raise ValueError(f"more than {most} bytes")
    return parsed(path.read_text(encoding="utf-8-sig"))


def values_in(text: str) -> int:
    """At least as many as JSON has values: before each but the first stands one of these."""
    return 1 + sum(map(text.count, ",[{:"))


def _whole(text: str) -> int:
    if len(text) > MOST_DIGITS:
        raise ValueError("a whole number of too many digits")
    return int(text)
