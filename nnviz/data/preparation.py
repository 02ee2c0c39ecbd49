"""Ink → box → 20×20 → centre of mass → 28×28: a drawing is made as MNIST's images were made.

Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits"; the 8×8 form follows Alpaydin and
Kaynak, "Optical recognition of handwritten digits" (1998). Each stage is kept, so that it can be shown.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels; right and bottom lie just outside."""

SIDE = 28
FIT = 20
"""MNIST fits the longer side of a digit into 20 of 28 pixels, aspect kept."""
MIDDLE = 14.0
"""Row and column where MNIST puts the centre of mass, to within half a pixel (13.5 … 14.5 in every image)."""
BITMAP = 32
"""The 8×8 digits count the inked pixels of 4×4 blocks of a 32×32 bitmap, 0…16."""
BITMAP_WIDTH = 20
"""Columns of that bitmap which a digit fills; its height fills all rows."""
BITMAP_INK = 110
"""Grey from which a bitmap pixel counts as inked."""
NARROW, PEN = 0.3, 6
"""A digit narrower than this aspect is not widened, but is at least a pen of that many bitmap pixels."""
WIDEST = 128
"""A lying stroke is set upright no wider than this many bitmap pixels."""
FAINT = 20
"""Grey below which the soft fringe of a sheared image is paper."""


@dataclass(frozen=True)
class Preparation:
    """Every stage of one drawing.

    ink     (any, any) 0…255, 255 = ink
    box     of the ink, None when blank
    boxed   (≤ 20, ≤ 20) the box scaled, 0…255, its darkest pixel 255; (20, 20) of zeros when blank
    centre  (row, column) of boxed's centre of mass, None when blank
    offset  (row, column) of boxed's first pixel in `pixels`
    pixels  (28, 28) as MNIST's images, 0…255
    """

    ink: NDArray[np.uint8]
    box: Box | None
    boxed: NDArray[np.float32]
    centre: tuple[float, float] | None
    offset: tuple[int, int]
    pixels: NDArray[np.float32]

    @property
    def is_blank(self) -> bool:
        """True where nothing is drawn."""
        return self.box is None

    def as_input(self, shape: tuple[int, int]) -> Array:
        """(h·w,) raw input of a network for (28, 28) images, 0…255, or (8, 8) images, 0…16.

        Refusal no_drawing_input for any other shape.
        """
        if shape == (SIDE, SIDE):
            return self.pixels.ravel()
        if shape == (8, 8):
            return self._block_counts()
        raise Refusal("no_drawing_input", height=shape[0], width=shape[1])

    def _block_counts(self) -> Array:
        counts = np.zeros((8, 8), np.float32)
        if self.box is not None:
            _bitmap(self.ink, self.box).reshape(8, 4, 8, 4).sum(axis=(1, 3), out=counts)
        return counts.ravel()


def prepare(ink: NDArray[np.uint8]) -> Preparation:
    """All stages of a drawing; ink is (h, w), 255 = ink, and 0 wherever there is none."""
    box = _box(ink)
    if box is None:
        return Preparation(
            ink, None, np.zeros((FIT, FIT), np.float32), None, (4, 4), np.zeros((SIDE, SIDE), np.float32)
        )
    boxed = _boxed(ink, box)
    centre = _centre_of_mass(boxed)
    top, left = (_offset(middle, length) for middle, length in zip(centre, boxed.shape, strict=True))
    pixels = np.zeros((SIDE, SIDE), np.float32)
    pixels[top : top + boxed.shape[0], left : left + boxed.shape[1]] = boxed
    return Preparation(ink, box, boxed, centre, (top, left), pixels)


def _box(ink: NDArray[np.uint8]) -> Box | None:
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _boxed(ink: NDArray[np.uint8], box: Box) -> NDArray[np.float32]:
    """The box with its longer side scaled to 20, by averaging areas."""
    width, height = box[2] - box[0], box[3] - box[1]
    factor = FIT / max(width, height)
    small = _resized(ink, box, (max(1, round(width * factor)), max(1, round(height * factor))))
    # Thin pens and small prints come out grey; MNIST's images all reach full black.
    return np.asarray(small * (255 / max(float(small.max()), 1)), np.float32)


def _resized(ink: NDArray[np.uint8], box: Box, size: tuple[int, int]) -> NDArray[np.uint8]:
    """The box at (width, height) pixels: areas averaged when it shrinks, smooth when it grows."""
    shrinks = size[0] <= box[2] - box[0] and size[1] <= box[3] - box[1]
    method = Image.Resampling.BOX if shrinks else Image.Resampling.BICUBIC
    return np.asarray(Image.fromarray(ink).resize(size, method, box))


def _bitmap(ink: NDArray[np.uint8], box: Box) -> NDArray[np.bool_]:
    """(32, 32) True where inked: the digit set upright and stretched over its part of the bitmap."""
    wide = round(BITMAP * (box[2] - box[0]) / (box[3] - box[1]))
    upright = _upright(_resized(ink, box, (min(max(1, wide), WIDEST), BITMAP)))
    left, top, right, bottom = upright_box = _box(upright) or (0, 0, BITMAP, BITMAP)
    aspect = (right - left) / (bottom - top)
    width = BITMAP_WIDTH if aspect > NARROW else max(PEN, round(BITMAP * aspect))
    bitmap = np.zeros((BITMAP, BITMAP), bool)
    start = (BITMAP - width) // 2
    bitmap[:, start : start + width] = _resized(upright, upright_box, (width, BITMAP)) >= BITMAP_INK
    return bitmap


def _upright(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The image sheared so that its principal slant is gone, on paper wide enough for any slant."""
    wide = np.pad(image, ((0, 0), (len(image), len(image)))).astype(np.float32)
    row, column = _centre_of_mass(wide)
    down, across = np.arange(wide.shape[0]) - row, np.arange(wide.shape[1]) - column
    slant = float(down @ wide @ across) / max(float(down**2 @ wide.sum(axis=1)), 1)
    shear = (1, slant, -slant * row, 0, 1, 0)
    sheared = Image.fromarray(wide).transform(
        wide.shape[::-1], Image.Transform.AFFINE, shear, Image.Resampling.BILINEAR
    )
    values = np.asarray(sheared)
    return np.where(values > FAINT, values, 0).astype(np.uint8)


def _centre_of_mass(image: NDArray[np.float32]) -> tuple[float, float]:
    mass = float(image.sum())
    row = float(image.sum(axis=1) @ np.arange(image.shape[0])) / mass
    column = float(image.sum(axis=0) @ np.arange(image.shape[1])) / mass
    return row, column


def _offset(middle: float, length: int) -> int:
    """Whole pixels by which boxed moves so that its centre of mass comes to MIDDLE, staying inside the image."""
    return min(max(round(MIDDLE - middle), 0), SIDE - length)
