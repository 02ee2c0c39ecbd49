"""MNIST's files: strict reading, mirrors with checked content, and a plain refusal when there is no copy."""

from __future__ import annotations

import gzip
import hashlib
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from nnviz.data import mnist
from nnviz.data.idx import read_idx
from nnviz.data.mnist import PARTS, load_mnist, mnist_is_here
from nnviz.engine.refusal import Refusal


def idx(values: NDArray[np.uint8]) -> bytes:
    return bytes([0, 0, 8, values.ndim]) + np.array(values.shape, ">u4").tobytes() + values.tobytes()


IMAGES = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)


@pytest.mark.parametrize("name", ["images", "images.gz"])
def test_an_idx_file_is_read(tmp_path: Path, name: str) -> None:
    content = idx(IMAGES)
    (tmp_path / name).write_bytes(gzip.compress(content, mtime=0) if name.endswith("gz") else content)
    np.testing.assert_array_equal(read_idx(tmp_path / name, 3), IMAGES)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "idx_wrong_kind"),
        (b"\x89PNG and more", "idx_wrong_kind"),
        (idx(IMAGES[0]), "idx_wrong_kind"),
        (b"\0\0\x0d\x03" + idx(IMAGES)[4:], "idx_wrong_kind"),
        (b"\0\0\x08\x03" + b"\xff" * 12, "idx_wrong_kind"),
        (idx(IMAGES)[:9], "idx_unreadable"),
        (idx(IMAGES)[:-1], "idx_wrong_length"),
        (idx(IMAGES) + b"\0", "idx_wrong_length"),
    ],
)
def test_a_bad_idx_file_is_refused_by_name(tmp_path: Path, content: bytes, key: str) -> None:
    (tmp_path / "bad-idx").write_bytes(content)
    with pytest.raises(Refusal) as refused:
        read_idx(tmp_path / "bad-idx", 3)
    assert refused.value.key == key
    assert "bad-idx" in str(refused.value.fields["file"])


@pytest.mark.parametrize("content", [gzip.compress(idx(IMAGES), mtime=0)[:-9], b"no gzip", b""])
def test_a_damaged_gzip_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.gz").write_bytes(content)
    with pytest.raises(Refusal):
        read_idx(tmp_path / "bad.gz", 3)


def test_mnist_is_read_from_the_folder(
    mnist_folder: Path, drawn_digits: tuple[NDArray[np.uint8], NDArray[np.intp]]
) -> None:
    assert mnist_is_here()
    loaded = load_mnist()
    assert loaded.train_images.shape == (len(drawn_digits[0]), 784)
    np.testing.assert_array_equal(loaded.test_digits, drawn_digits[1])


@pytest.mark.parametrize(
    "labels", [np.zeros(3, np.uint8), np.full(5, 10, np.uint8)], ids=["too few labels", "no digits"]
)
def test_files_that_do_not_belong_together_are_refused(mnist_folder: Path, labels: NDArray[np.uint8]) -> None:
    (mnist_folder / "train-labels-idx1-ubyte").write_bytes(idx(labels))
    with pytest.raises(Refusal) as refused:
        load_mnist()
    assert refused.value.key == "mnist_mismatch"


class Mirror:
    """Stands in for the network: pooch.retrieve from a table of contents by the beginning of the address."""

    def __init__(self, contents: dict[str, bytes | None]) -> None:
        self.contents = contents
        self.asked: list[str] = []

    def __call__(self, url: str, known_hash: str | None, fname: str, path: Path, downloader: object) -> str:
        self.asked.append(url)
        content = next(content for start, content in self.contents.items() if url.startswith(start))
        if content is None:
            raise ConnectionError("no network")
        path.mkdir(parents=True, exist_ok=True)
        (path / fname).write_bytes(content)
        return str(path / fname)


@pytest.fixture
def labels(mnist_folder: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """The training labels are missing; their published hash is that of the content returned here."""
    file = mnist_folder / "train-labels-idx1-ubyte"
    content = file.read_bytes()
    file.unlink()
    expected = replace(PARTS[1], sha256=hashlib.sha256(content).hexdigest())
    monkeypatch.setattr(mnist, "PARTS", (PARTS[0], expected, *PARTS[2:]))
    return content


@pytest.mark.parametrize("first", [None, b"no gzip", gzip.compress(b"something else", mtime=0)])
def test_the_second_mirror_is_asked_when_the_first_fails(
    labels: bytes, first: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    mirror = Mirror({mnist.MIRRORS[0]: first, mnist.MIRRORS[1]: gzip.compress(labels, mtime=0)})
    monkeypatch.setattr("pooch.retrieve", mirror)
    assert not mnist_is_here()
    assert len(load_mnist().train_digits) == 5
    assert len(mirror.asked) == 2
    assert mnist_is_here()
    load_mnist()
    assert len(mirror.asked) == 2, "what is cached is not fetched again"


def test_no_network_is_refused_and_leaves_nothing_behind(
    labels: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = gzip.compress(b"something else", mtime=0)
    monkeypatch.setattr("pooch.retrieve", Mirror({mnist.MIRRORS[0]: wrong, mnist.MIRRORS[1]: None}))
    with pytest.raises(Refusal) as refused:
        load_mnist()
    assert refused.value.key == "mnist_unavailable"
    assert not list((tmp_path / "cache").iterdir())


def test_a_download_that_is_broken_off_asks_no_other_mirror(labels: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def retrieve(url: str, known_hash: str | None, fname: str, path: Path, downloader: object) -> str:
        asked.append(url)
        raise Refusal("loading_cancelled")

    monkeypatch.setattr("pooch.retrieve", retrieve)
    with pytest.raises(Refusal, match="loading_cancelled"):
        load_mnist()
    assert len(asked) == 1


def test_progress_is_told(labels: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[float] = []
    mirror = Mirror({"https": gzip.compress(labels, mtime=0)})

    def retrieve(url: str, known_hash: str | None, fname: str, path: Path, downloader: object) -> str:
        bar = downloader.progressbar  # type: ignore[attr-defined]
        bar.total = 100
        bar.update(50)
        bar.update(50)
        return mirror(url, known_hash, fname, path, downloader)

    monkeypatch.setattr("pooch.retrieve", retrieve)
    load_mnist(told.append)
    assert told == pytest.approx([PARTS[0].share + PARTS[1].share / 2, PARTS[0].share + PARTS[1].share])


def test_the_shares_of_a_download_make_one_whole() -> None:
    assert sum(part.share for part in PARTS) == pytest.approx(1)


def test_the_published_files_have_the_published_content() -> None:
    folder = Path(os.environ.get("NNVIZ_DATA", ""))
    if not (folder / f"{PARTS[2].name}.gz").is_file():
        pytest.skip("NNVIZ_DATA names no folder with MNIST")
    loaded = load_mnist()
    assert loaded.train_images.shape == (60_000, 784)
    assert np.bincount(loaded.test_digits).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    for part in PARTS:
        content = gzip.decompress((folder / f"{part.name}.gz").read_bytes())
        assert hashlib.sha256(content).hexdigest() == part.sha256
