"""A folder of images, with a folder for each class, as data: all grey, all of one size."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nnviz.data.own import LEAST, OwnData
from nnviz.engine.refusal import Refusal

SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp")
SIDES = (8, 16, 28)
"""Widths and heights to choose from: those of scikit-learn's digits and of MNIST, and one between."""
MOST_CLASSES = 50
MOST_IMAGES = 100_000
TOLD = 32
"""After so many images progress is told."""

Report = Callable[[float], None]


@dataclass(frozen=True)
class Collection:
    """The images of a folder by class, before they are read: names of the classes in order, and their files."""

    folder: Path
    classes: tuple[str, ...]
    files: tuple[tuple[Path, ...], ...]

    @property
    def count(self) -> int:
        """Images in all."""
        return sum(map(len, self.files))


@dataclass(frozen=True, eq=False)
class Gathered:
    """The data, and the files that could not be read."""

    data: OwnData
    unreadable: tuple[Path, ...]


def collect(folder: Path) -> Collection:
    """Look which images there are; what is hidden is passed over. Refusal images_no_folders, images_one_class,
    images_many_classes, images_too_many, OSError."""
    found = {entry.name: _images(entry.path) for entry in _seen(folder) if entry.is_dir()}
    found = {name: files for name, files in found.items() if files}
    if not found:
        raise Refusal("images_no_folders", folder=folder.name)
    if len(found) == 1:
        raise Refusal("images_one_class", folder=folder.name)
    if len(found) > MOST_CLASSES:
        raise Refusal("images_many_classes", folder=folder.name, count=len(found), most=MOST_CLASSES)
    collection = Collection(folder, tuple(found), tuple(found.values()))
    if collection.count > MOST_IMAGES:
        raise Refusal("images_too_many", most=MOST_IMAGES)
    return collection


def import_images(folder: Path, side: int, report: Report) -> Gathered:
    """Read all images of a folder. Refusal as of `collect` and `gather`."""
    return gather(collect(folder), side, report)


def gather(collection: Collection, side: int, report: Report) -> Gathered:
    """Read the images, `side` pixels wide and high. Refusal unknown_choice, images_too_few."""
    if side not in SIDES:
        raise Refusal("unknown_choice", field="side", value=side, choices=", ".join(map(str, SIDES)))
    x = np.empty((collection.count, side * side), np.uint8)
    y = np.empty(collection.count, np.intp)
    read, unreadable = 0, []
    pairs = [(label, path) for label, files in enumerate(collection.files) for path in files]
    for k, (label, path) in enumerate(pairs):
        pixels = grey(path, side)
        if pixels is None:
            unreadable.append(path)
        else:
            x[read], y[read], read = pixels.ravel(), label, read + 1
        if k % TOLD == 0:
            report(k / len(pairs))
    data = OwnData(
        collection.folder.name, "image", x[:read], y[:read], classes=collection.classes, image=(side, side),
        scaling="unit", recipe=recipe_of(collection.folder, side),
    )  # fmt: skip
    if len(np.unique(y[:read])) < len(collection.classes) or read < LEAST:
        raise Refusal("images_too_few", count=read, least=LEAST)
    # Of many images this takes a moment: here, where somebody waits for them anyway, and not in the window.
    _ = data.digest
    return Gathered(data, tuple(unreadable))


def recipe_of(folder: Path, side: int) -> dict[str, Any]:
    """Folder and size as JSON has them."""
    return {"from": "images", "folder": str(folder), "side": side}


def grey(path: Path, side: int) -> NDArray[np.uint8] | None:
    """(side, side) grey values of an image file: the whole image in the middle of a square, what is around it like most
    of its edge. Transparent parts are white. None where it cannot be read."""
    from PIL import Image, ImageOps

    from nnviz.data.pictures import FORMATS, MOST_PIXELS, UNREADABLE, is_deep, smaller, stretched

    try:
        # Pillow warns of small damages.
        with warnings.catch_warnings(action="ignore"), Image.open(path, formats=FORMATS) as image:
            image.draft("L", (side * 2, side * 2))
            if image.width * image.height > MOST_PIXELS:
                return None
            upright = smaller(ImageOps.exif_transpose(image))
            return _square(stretched(upright) if is_deep(upright) else upright, side)
    except (*UNREADABLE, Image.DecompressionBombError):
        return None


def _square(image: Any, side: int) -> NDArray[np.uint8]:
    from PIL import Image

    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image.convert("RGBA"))
    flat = paper.convert("L")
    scale = side / max(flat.size)
    size = max(1, round(flat.width * scale)), max(1, round(flat.height * scale))
    small = np.asarray(flat.resize(size, Image.Resampling.BOX if scale < 1 else Image.Resampling.NEAREST))
    edge = np.sort(np.concatenate([small[0], small[-1], small[:, 0], small[:, -1]]))
    square = np.full((side, side), edge[len(edge) // 2])
    top, left = (side - size[1]) // 2, (side - size[0]) // 2
    square[top : top + size[1], left : left + size[0]] = small
    return square


def _images(folder: str) -> tuple[Path, ...]:
    return tuple(Path(one.path) for one in _seen(folder) if one.name.lower().endswith(SUFFIXES) and one.is_file())


def _seen(folder: str | Path) -> list[os.DirEntry[str]]:
    """What is in a folder and not hidden. Entries know what they are without asking the disk for each."""
    with os.scandir(folder) as entries:
        seen = [entry for entry in entries if not entry.name.startswith(".")]
    # By name, not by path: Windows compares paths without regard to case, and classes must come in the same order.
    return sorted(seen, key=lambda entry: entry.name)
