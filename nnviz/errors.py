"""Exceptions into words for the user and a trace for the developer.

Qt-free rooms raise errors that carry a `key` and `fields`; `nnviz.sentences` has the English sentence of every key. A
window translates the sentence before it is filled, the commands print it as it is.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from nnviz.sentences import MESSAGES
from nnviz.sentences.marking import QT_TRANSLATE_NOOP

LONGEST_FIELD = 600
"""Letters of what a sentence is filled with."""


@dataclass(frozen=True)
class Report:
    """One failure: a sentence for the user, the trace and versions for the developer."""

    text: str
    trace: str


def words(error: BaseException, translate: Callable[[str], str] = str) -> str:
    """The user's sentence for an exception, translated by `translate` before it is filled."""
    template = MESSAGES.get(getattr(error, "key", ""))
    if template is None:
        return _unexpected(error, translate)
    fields: dict[str, object] = getattr(error, "fields", {})
    return translate(template).format(**{name: _filled(value, translate) for name, value in fields.items()})


def report(error: BaseException, translate: Callable[[str], str] = str) -> Report:
    """Sentence and trace of an exception."""
    trace = "".join(traceback.format_exception(error))
    return Report(words(error, translate), f"{trace}\n{versions()}")


def versions() -> str:
    """What a developer asks first: versions of nnviz, Python, the libraries and the system."""
    names = ("nnviz", "numpy", "PySide6-Essentials", "pyqtgraph")
    found = ", ".join(f"{name} {_version(name)}" for name in names)
    return f"{found}, Python {sys.version.split()[0]}, {platform.platform()}"


def _filled(value: object, translate: Callable[[str], str]) -> object:
    """What a sentence is filled with: a reason that is an exception has a sentence of its own."""
    if isinstance(value, BaseException) and hasattr(value, "key"):
        return words(value, translate)
    return value if isinstance(value, int | float) else _brief(str(value))


def _brief(text: str) -> str:
    """A file may hold anything, and a sentence is to be read."""
    return text if len(text) <= LONGEST_FIELD else f"{text[: LONGEST_FIELD - 1]}…"


def _unexpected(error: BaseException, translate: Callable[[str], str]) -> str:
    text = QT_TRANSLATE_NOOP("errors", "Something unexpected went wrong ({kind}: {detail}). Your work is kept.")
    return translate(text).format(kind=type(error).__name__, detail=error)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(none)"
