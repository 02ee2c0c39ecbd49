"""MNIST: 60,000 training and 10,000 test images of 28×28 pixels, read from a folder or fetched from two mirrors.

Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits" (1998).
"""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnviz.data.idx import read_idx
from nnviz.engine.refusal import Refusal

FOLDER_VARIABLE = "NNVIZ_DATA"
SHAPE = (28, 28)
MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
)
TIMEOUT = 20
"""Seconds without an answer after which a mirror is given up."""

Progress = Callable[[float], None]
"""Told the finished share of a download, 0…1."""


@dataclass(frozen=True)
class Part:
    """One of the four files: its name, the SHA-256 of its unpacked bytes, dimensions, its share of the download."""

    name: str
    sha256: str
    dimensions: int
    share: float


PARTS = (
    Part("train-images-idx3-ubyte", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db", 3, 0.85),
    Part("train-labels-idx1-ubyte", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5", 1, 0.005),
    Part("t10k-images-idx3-ubyte", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7", 3, 0.14),
    Part("t10k-labels-idx1-ubyte", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2", 1, 0.005),
)


@dataclass(frozen=True)
class Mnist:
    """Raw images (m, 784), 0…255, and their digits (m,)."""

    train_images: NDArray[np.uint8]
    train_digits: NDArray[np.intp]
    test_images: NDArray[np.uint8]
    test_digits: NDArray[np.intp]


def load_mnist(progress: Progress | None = None) -> Mnist:
    """MNIST from the folder in NNVIZ_DATA, the cache, or a mirror.

    Refusal: mnist_unavailable where there is no copy and no mirror answers; idx_… and mnist_mismatch for bad files.
    """
    paths, done = [], 0.0
    for part in PARTS:
        paths.append(_path(part) or _fetched(part, _Bar(progress, done, part.share)))
        done += part.share
    train_x, train_y, test_x, test_y = (
        read_idx(path, part.dimensions) for path, part in zip(paths, PARTS, strict=True)
    )
    return Mnist(*_checked(train_x, train_y, paths[0]), *_checked(test_x, test_y, paths[2]))


def mnist_is_here() -> bool:
    """True where all four files are in the folder or the cache; their content is not looked at."""
    return all(_path(part) is not None for part in PARTS)


def _path(part: Part) -> Path | None:
    """The file in the folder of NNVIZ_DATA or in the cache, plain or gzipped."""
    folder = os.environ.get(FOLDER_VARIABLE)
    folders = [Path(folder).expanduser(), _cache()] if folder else [_cache()]
    candidates = (place / name for place in folders for name in (part.name, f"{part.name}.gz"))
    return next((path for path in candidates if path.is_file()), None)


def _cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("nnviz", appauthor=False) / "mnist"


def _fetched(part: Part, bar: _Bar) -> Path:
    """The file downloaded to the cache. A file is kept only when its unpacked bytes are the published ones."""
    reason: object = ""
    for mirror in MIRRORS:
        bar.reset()
        try:
            return _retrieve(f"{mirror}{part.name}.gz", part, bar)
        except Refusal:
            # Broken off: nobody wants it from another mirror either.
            raise
        except (OSError, ValueError, EOFError, zlib.error) as error:
            reason = error
    raise Refusal("mnist_unavailable", reason=type(reason).__name__) from (
        reason if isinstance(reason, BaseException) else None
    )


def _retrieve(url: str, part: Part, bar: _Bar) -> Path:
    import pooch

    pooch.get_logger().setLevel("ERROR")
    downloader = pooch.HTTPDownloader(progressbar=bar, timeout=TIMEOUT)
    # The gzip headers differ from mirror to mirror, so the hash is that of the unpacked bytes, checked below.
    arriving = Path(pooch.retrieve(url, None, f"{part.name}.part", _cache(), downloader=downloader))
    try:
        with gzip.open(arriving) as file:
            # As it comes: what was sent may unpack to more than the memory.
            if hashlib.file_digest(file, "sha256").hexdigest() != part.sha256:
                raise ValueError(f"{url}: wrong SHA-256")
        return arriving.replace(arriving.with_name(f"{part.name}.gz"))
    finally:
        arriving.unlink(missing_ok=True)


def _checked(
    images: NDArray[np.uint8], digits: NDArray[np.uint8], path: Path
) -> tuple[NDArray[np.uint8], NDArray[np.intp]]:
    if images.shape[1:] != SHAPE or len(images) != len(digits) or not len(digits) or digits.max() > 9:
        raise Refusal("mnist_mismatch", file=str(path))
    return images.reshape(len(images), -1), digits.astype(np.intp)


class _Bar:
    """What pooch wants of a progress bar, told on as a share of all four files."""

    def __init__(self, tell: Progress | None, start: float, share: float) -> None:
        self._tell = tell
        self._start, self._share = start, share
        self.total = 0
        self._got = 0

    def update(self, count: int) -> None:
        """`count` more bytes have arrived."""
        self._got += count
        if self._tell and self.total:
            self._tell(self._start + self._share * min(self._got / self.total, 1))

    def reset(self) -> None:
        """Begin anew."""
        self._got = 0

    def close(self) -> None:
        """The file is complete."""
