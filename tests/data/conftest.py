"""A small stand-in for MNIST: digits drawn with strokes, and its four files."""

from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from nnviz.data.preparation import prepare
from nnviz.data.strokes import Stroke, rasterise

DRAWINGS: dict[int, tuple[Stroke, ...]] = {
    0: (tuple((30 + 22 * np.cos(t), 50 + 40 * np.sin(t)) for t in np.linspace(0, 6.28, 24)),),
    1: (((30.0, 10.0), (28.0, 90.0)),),
    2: (((10.0, 30.0), (20.0, 12.0), (45.0, 12.0), (50.0, 35.0), (10.0, 90.0), (55.0, 88.0)),),
    4: (((30.0, 10.0), (10.0, 55.0), (55.0, 52.0)), ((45.0, 30.0), (43.0, 92.0))),
    7: (((10.0, 10.0), (60.0, 12.0), (30.0, 90.0)),),
}


@pytest.fixture(scope="session")
def drawn_digits() -> tuple[NDArray[np.uint8], NDArray[np.intp]]:
    """(m, 28, 28) images of the drawings and their digits (m,)."""
    images = [np.rint(prepare(rasterise(strokes)).pixels).astype(np.uint8) for strokes in DRAWINGS.values()]
    return np.stack(images), np.array(list(DRAWINGS))


def _idx(values: NDArray[np.uint8]) -> bytes:
    """The IDX form of an array of bytes."""
    return bytes([0, 0, 8, values.ndim]) + np.array(values.shape, ">u4").tobytes() + values.tobytes()


@pytest.fixture
def mnist_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawn_digits: tuple[NDArray[np.uint8], NDArray[np.intp]]
) -> Path:
    """A folder with four small files in MNIST's form, named in NNVIZ_DATA; some plain, some gzipped."""
    images, digits = drawn_digits
    folder = tmp_path / "mnist"
    folder.mkdir()
    labels = _idx(digits.astype(np.uint8))
    (folder / "train-images-idx3-ubyte").write_bytes(_idx(images))
    (folder / "train-labels-idx1-ubyte").write_bytes(labels)
    (folder / "t10k-images-idx3-ubyte.gz").write_bytes(gzip.compress(_idx(images), mtime=0))
    (folder / "t10k-labels-idx1-ubyte.gz").write_bytes(gzip.compress(labels, mtime=0))
    monkeypatch.setenv("NNVIZ_DATA", str(folder))
    monkeypatch.setattr("nnviz.data.mnist._cache", lambda: tmp_path / "cache")
    return folder
