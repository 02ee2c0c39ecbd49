"""Texts of lessons: what of their formulas and figures could not be shown."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from nnviz.engine.refusal import Refusal
from nnviz.markdown import FIGURE, MATH


def mistakes_of(text: str, folders: Sequence[Path]) -> Iterator[Refusal]:
    """What is wrong with a text whose figures lie in one of the folders."""
    for code, dollar, display, inline in MATH.findall(text):
        formula = (display or inline).strip()
        if not (code or dollar or is_formula(formula)):
            yield Refusal("lesson_formula", formula=formula)
    for name in FIGURE.findall(MATH.sub("", text)):
        if not any(is_there(folder / name) for folder in folders):
            yield Refusal("lesson_no_figure", figure=name)


def is_there(path: Path) -> bool:
    """False also where no file can have such a name."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_formula(latex: str) -> bool:
    """True of LaTeX that can be read."""
    with warnings.catch_warnings():
        # ziamath finds its font in a way that Python 3.11 calls deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        from ziamath.tex import tex2mml
    try:
        tex2mml(latex)
    except Exception:
        # The library has a dozen errors for what is wrong, and fails in other ways where it does not notice.
        return False
    return True
