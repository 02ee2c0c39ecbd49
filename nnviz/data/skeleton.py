"""Digits redrawn with a pen of one width: the middle lines of scanned strokes, inked as the canvas would ink them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from nnviz.data.preparation import prepare

ENLARGED = 3
"""Middle lines are found on an image so many times finer."""
SMOOTHING = 1.5
"""Blur of the enlarged image in its pixels: ragged edges would grow side branches."""
WIDTHS = (1.4, 4.0)
"""Narrowest and widest pen, in pixels of the original image."""
CHUNK = 25
"""Images handled at once: their arrays stay in the cache."""
CIRCLE = ((-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1))
"""Row and column steps to the eight neighbours, clockwise from the one above."""

Mask = NDArray[np.bool_]


def redrawn(images: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """(m, h, w) images of pen strokes → (m, 28, 28), each prepared after inking its middle lines at a random width."""
    prepared = [
        np.rint(prepare(_inked(line, rng.uniform(*WIDTHS) * ENLARGED)).pixels).astype(np.uint8)
        for at in range(0, len(images), CHUNK)
        for line in thinned(_enlarged(images[at : at + CHUNK]))
    ]
    return np.stack(prepared)


def thinned(masks: Mask) -> Mask:
    """(m, h, w) shapes → their middle lines, one pixel wide (Zhang and Suen, 1984)."""
    m, h, w = masks.shape
    padded = np.zeros((m, h + 2, w + 2), np.uint8)
    padded[:, 1:-1, 1:-1] = masks
    while sum(_peel(padded, side) for side in (0, 1)):
        pass
    return np.asarray(padded[:, 1:-1, 1:-1] > 0)


def _peel(padded: NDArray[np.uint8], side: int) -> int:
    """Remove edge pixels of one side whose loss keeps everything connected, in place; how many those were."""
    _, h, w = padded.shape
    around = [padded[:, 1 + dy : h - 1 + dy, 1 + dx : w - 1 + dx] for dy, dx in CIRCLE]
    inked = np.add.reduce(around)
    entries = np.add.reduce([a < b for a, b in zip(around, around[1:] + around[:1], strict=True)], dtype=np.uint8)
    north, east, south, west = around[::2]
    inner = (north & west & (east | south)) if side else (east & south & (north | west))
    middle = padded[:, 1:-1, 1:-1]
    gone = (middle > inner) & (inked >= 2) & (inked <= 6) & (entries == 1)
    middle[gone] = 0
    return int(np.count_nonzero(gone))


def _enlarged(images: NDArray[np.uint8]) -> Mask:
    fine = ndimage.zoom(
        images.astype(np.float32), (1, ENLARGED, ENLARGED), order=1, grid_mode=True, mode="grid-constant"
    )
    return np.asarray(ndimage.gaussian_filter(fine, (0, SMOOTHING, SMOOTHING)) > 110)


def _inked(line: Mask, width: float) -> NDArray[np.uint8]:
    """Ink (h, w) of a pen of `width` pixels along the line, its edge one pixel soft."""
    padded = np.pad(line, round(width))
    distance = ndimage.distance_transform_edt(~padded)
    return np.asarray(np.clip(width / 2 + 0.5 - distance, 0, 1) * 255, np.uint8)
