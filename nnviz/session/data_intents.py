"""Intents about the user's own data: tables and images that are brought along, points that are painted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nnviz.data.table import Recipe
from nnviz.session.intents import Edit


class DataEdit(Edit):
    """Base of the intents that change the samples themselves; each is a new start of the run."""


@dataclass(frozen=True)
class ImportTable(DataEdit):
    """Train on a CSV or TSV file, read by a recipe."""

    path: Path
    recipe: Recipe


@dataclass(frozen=True)
class PasteTable(DataEdit):
    """Train on a table that was pasted."""

    text: str
    recipe: Recipe


@dataclass(frozen=True)
class ImportImages(DataEdit):
    """Train on a folder with a folder of images for each class, all made grey and `side` pixels wide and high."""

    folder: Path
    side: int = 28


@dataclass(frozen=True)
class BringData(DataEdit):
    """Train on own data that was brought along before, as when it was."""

    data: str


IMPORTS = (ImportTable, PasteTable, ImportImages)
"""Intents that bring data along from outside."""


@dataclass(frozen=True)
class PaintPoints(DataEdit):
    """More points of class `label` on the plane, beside those that are there. Points of one `gesture` (≠ 0) are undone
    together."""

    label: int
    points: tuple[tuple[float, float], ...]
    gesture: int = 0


@dataclass(frozen=True)
class ErasePoints(DataEdit):
    """Take the points away that lie within `radius` of a line, as a share of half the width of the plane."""

    path: tuple[tuple[float, float], ...]
    radius: float
    gesture: int = 0


@dataclass(frozen=True)
class ClearPoints(DataEdit):
    """An empty plane to paint on."""


@dataclass(frozen=True)
class UseData(DataEdit):
    """Go back to data that was there before in this session, with as many samples."""

    data: str
    samples: int


@dataclass(frozen=True)
class RestoreData(DataEdit):
    """Go back to data that was there before in this session, with the settings that other data had changed, as a plain
    table has them."""

    values: dict[str, Any]
