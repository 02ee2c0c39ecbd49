"""Picture files → ink: any size, dark on light or light on dark, on plain, grey, unevenly lit or transparent paper."""

from __future__ import annotations

import math
import struct
import warnings
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from nnviz.engine.refusal import Refusal

Grey = NDArray[np.float32]

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF", "PPM")
"""Pillow knows fifty more, one of which runs another program."""
UNREADABLE = (
    OSError, ValueError, SyntaxError, TypeError, LookupError, ArithmeticError, AttributeError, EOFError, RuntimeError,
    struct.error, zlib.error,
)  # fmt: skip
"""Pillow raises nearly anything on damaged files."""
MOST_PIXELS, LARGE = 50_000_000, 4_000_000
"""A picture of more pixels is refused, as it would take too much memory; one of many is reduced first."""
LONGEST = 560
"""Longer pictures are reduced to this many pixels: a digit needs 20."""
SMALL = 64
"""Up to this many pixels every faint pixel is part of the digit; beyond it faint pixels are artefacts."""
FAINT = 0.08
"""Share of the darkest ink below which a pixel of a larger picture is paper."""
LEAST_CONTRAST = 24
"""Grey values between paper and ink, at least; a picture with less is an empty page."""
MARGIN = 0.04
"""Share of a picture's sides taken for its border, which is paper."""
SPECK = 0.01
"""Parts with less than this share of the ink are dirt, where the paper is not clean."""
THINNEST = 0.06
"""Pen width as share of the drawing's longer side below which a pen is thickened: 1.2 of MNIST's 20 pixels."""
TOP = 99.9
"""Percentile taken for full ink, so that one bright pixel does not set the scale."""


def read_ink(path: Path) -> NDArray[np.uint8]:
    """Ink of a picture (h, w), 255 = ink, 0 = paper.

    Refusal: picture_missing, picture_unreadable, picture_too_large.
    """
    return ink_of(_grey(_opened(path)))


def ink_of(grey: Grey) -> NDArray[np.uint8]:
    """Ink (h, w) of grey values (h, w) 0…255 on whatever paper."""
    residual = grey - _paper(grey)
    # Ink is whatever lies farther from the paper: darker or lighter.
    sign = -1 if -residual.min() >= residual.max() else 1
    return _thickened(_cleaned(np.maximum(sign * residual, 0), _border(np.abs(residual))))


def _opened(path: Path) -> Image.Image:
    try:
        # The file is ours to close: Pillow leaves it open when a picture is cut short. It warns of small damages.
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(file, formats=FORMATS)
            image.draft("L", (LONGEST, LONGEST))
            if image.width * image.height > MOST_PIXELS:
                raise Image.DecompressionBombError
            image.load()
            return smaller(ImageOps.exif_transpose(image))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refusal("picture_too_large", file=str(path)) from error
    except FileNotFoundError as error:
        raise Refusal("picture_missing", file=str(path)) from error
    except UNREADABLE as error:
        raise Refusal("picture_unreadable", file=str(path)) from error


def smaller(image: Image.Image) -> Image.Image:
    """The same picture with few enough pixels for work that needs many times their memory."""
    factor = math.ceil(math.sqrt(image.width * image.height / LARGE))
    if factor == 1:
        return image
    if image.mode in ("P", "PA", "1"):
        image = image.convert("RGBA" if image.has_transparency_data else "L")
    return (image.convert("I") if image.mode.startswith("I;") else image).reduce(factor)


def _grey(image: Image.Image) -> Grey:
    """(h, w) 0…255, reduced to LONGEST; transparent parts become the paper that makes what is visible readable."""
    if is_deep(image):
        return _reduced(stretched(image))
    if not image.has_transparency_data:
        return _reduced(image.convert("L"))
    rgba = image.convert("RGBA")
    pair = np.asarray(rgba.convert("LA"), np.float32)
    values, alpha = pair[..., 0], pair[..., 1] / 255
    visible = float((values * alpha).sum() / max(float(alpha.sum()), 1e-6))
    paper = 255 if visible < 128 else 0
    return _reduced(Image.fromarray((values * alpha + paper * (1 - alpha)).astype(np.uint8)))


def is_deep(image: Image.Image) -> bool:
    """True for 16-bit, 32-bit and float pictures."""
    return image.mode.startswith(("I", "F"))


def stretched(image: Image.Image) -> Image.Image:
    """16-bit, 32-bit and float pictures to 8 bits by their own range."""
    values = np.nan_to_num(np.asarray(image, np.float64))
    low, high = float(values.min()), float(values.max())
    return Image.fromarray(((values - low) * (255 / max(high - low, 1e-12))).astype(np.uint8))


def _reduced(image: Image.Image) -> Grey:
    scale = LONGEST / max(image.size)
    if scale < 1:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(size, Image.Resampling.BOX)
    return np.asarray(image, np.float32)


def _border(values: NDArray[Any]) -> NDArray[Any]:
    """(n,) the values of a frame around an image (h, w)."""
    frame = _frame(values.shape)
    return np.asarray(values[frame])


def _frame(shape: tuple[int, ...]) -> NDArray[np.bool_]:
    edge = max(1, round(MARGIN * min(shape)))
    frame = np.ones(shape, bool)
    frame[edge:-edge, edge:-edge] = False
    return frame


def _paper(grey: Grey) -> Grey:
    """(h, w) brightness of the paper: a smooth surface through the border, which follows light from one side."""
    frame = _frame(grey.shape)
    middle = np.median(grey[frame])
    # Where ink or a shadow reaches the border, its pixels must not bend the surface.
    frame &= np.abs(grey - middle) <= max(float(np.ptp(grey)) / 3, 1)
    y, x = (np.indices(grey.shape, np.float32).T / max(grey.shape) - 0.5).T
    terms: Grey = np.stack([np.ones_like(grey), y, x, y * y, y * x, x * x])
    surface = np.linalg.lstsq(terms[:, frame].T, grey[frame], rcond=1e-4)[0]
    return np.asarray(np.tensordot(surface, terms, 1), np.float32)


def _cleaned(ink: Grey, paper: Grey) -> NDArray[np.uint8]:
    """Ink 0…255 without the paper's grain; `paper` (n,) are the deviations seen in the border."""
    top = float(np.percentile(ink, TOP)) if ink.size > SMALL**2 else float(ink.max())
    if top < LEAST_CONTRAST:
        return np.zeros(ink.shape, np.uint8)
    grain = float(np.percentile(paper, 90))
    floor = min(max(2 * grain, FAINT * top if max(ink.shape) > SMALL else 0), 0.6 * top)
    clean = np.clip((ink - floor) * (255 / (top - floor)), 0, 255) if floor > 1 else np.clip(ink * (255 / top), 0, 255)
    if floor > 1:
        clean = np.where(_written(clean), clean, 0)
    return np.asarray(np.rint(clean), np.uint8)


def _written(ink: Grey) -> NDArray[np.bool_]:
    """(h, w) True on connected parts large enough to be strokes."""
    from scipy import ndimage

    parts, count = ndimage.label(ink > 0, np.ones((3, 3)))
    mass = ndimage.sum_labels(ink, parts, np.arange(count + 1))
    return np.asarray((mass >= SPECK * mass.sum())[parts])


def _thickened(ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Ink of a hair-thin pen at THINNEST: reduced as it is, it would fade to grey."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return ink
    size = max(rows[-1] - rows[0], columns[-1] - columns[0]) + 1
    width = _pen_width(ink)
    if size <= SMALL or width >= THINNEST * size:
        return ink
    from scipy import ndimage

    more = (THINNEST * size - width) / 2
    page = np.pad(ink, round(more) + 1)
    distance = ndimage.distance_transform_edt(page < 128)
    return np.asarray(np.maximum(page, np.clip(more + 1 - distance, 0, 1) * 255), np.uint8)


def _pen_width(ink: NDArray[np.uint8]) -> float:
    """Area over half the outline; an outline measured along rows and columns is 4/π too long on average."""
    grey = np.pad(ink.astype(np.float32), 1)
    outline = (np.abs(np.diff(grey, axis=0)).sum() + np.abs(np.diff(grey, axis=1)).sum()) * np.pi / 4
    return float(2 * grey.sum() / outline)
