"""Folders of images: classes by folder, one size, and what cannot be read is named."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from nnviz.data import images_folder
from nnviz.data.images_folder import collect, gather, grey, import_images
from nnviz.engine.refusal import Refusal


def save(path: Path, pixels: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels.astype(np.uint8)).save(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for k in range(3):
        save(tmp_path / "dark" / f"{k}.png", np.full((20, 30), 10 * k))
        save(tmp_path / "bright" / f"{k}.bmp", np.full((8, 8, 3), 250 - k))
    (tmp_path / "dark" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnonsense")
    (tmp_path / "bright" / "notes.txt").write_text("no image")
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.mark.parametrize("side", images_folder.SIDES)
def test_each_folder_is_a_class(folder, side):
    told: list[float] = []
    found = import_images(folder, side, told.append)
    data = found.data
    assert data.classes == ("bright", "dark")
    assert data.x.shape == (6, side * side)
    assert data.image == (side, side)
    assert [path.name for path in found.unreadable] == ["broken.png"]
    assert data.x[data.y == 0].min() >= 248
    assert told == sorted(told)
    assert all(0 <= share <= 1 for share in told)


def test_an_image_stays_whole_in_the_middle_of_its_square(tmp_path):
    pixels = np.zeros((10, 20))
    pixels[:, 8:12] = 200
    save(tmp_path / "a.png", pixels)
    square = grey(tmp_path / "a.png", 28)
    assert square is not None
    assert square.shape == (28, 28)
    ink = square > 100
    assert ink.any(axis=0).sum() == pytest.approx(28 * 4 / 20, abs=1)
    assert ink.any(axis=1).sum() == 14
    assert (square[:5] == 0).all()


def test_around_an_image_it_is_like_most_of_its_edge(tmp_path):
    """A line from corner to corner must not make the rest grey."""
    pixels = np.full((30, 60), 250)
    pixels[np.arange(30), 2 * np.arange(30)] = 0
    save(tmp_path / "a.png", pixels)
    square = grey(tmp_path / "a.png", 8)
    assert square is not None
    assert (square[0] == 250).all()
    assert (square[-1] == 250).all()


def test_transparent_is_white(tmp_path):
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(tmp_path / "a.png")
    square = grey(tmp_path / "a.png", 8)
    assert square is not None
    assert (square == 255).all()


def test_what_a_camera_and_a_microscope_write(tmp_path):
    """A picture that lies on its side by its EXIF stands upright, and 16 bits are not cut off at 8."""
    exif = Image.Exif()
    exif[0x112] = 6
    Image.fromarray(np.repeat(np.uint8([[0], [255]]), 8, axis=0).repeat(16, axis=1)).save(tmp_path / "a.png", exif=exif)
    upright = grey(tmp_path / "a.png", 16)
    assert upright is not None
    assert (upright[:, :8] == 255).all()
    assert (upright[:, 8:] == 0).all()
    Image.fromarray(np.uint16([[0, 20000], [40000, 60000]])).save(tmp_path / "b.png")
    deep = grey(tmp_path / "b.png", 8)
    assert deep is not None
    assert np.unique(deep).tolist() == pytest.approx([0, 85, 170, 255], abs=1)


def test_hidden_files_and_folders_are_passed_over(folder):
    save(folder / ".trash" / "a.png", np.zeros((4, 4)))
    save(folder / "dark" / "._a.png", np.zeros((4, 4)))
    found = collect(folder)
    assert found.classes == ("bright", "dark")
    assert not any(path.name.startswith(".") for files in found.files for path in files)


def test_folders_that_are_none_are_refused(folder, tmp_path, monkeypatch):
    with pytest.raises(Refusal, match="images_no_folders"):
        collect(folder / "empty")
    lonely = tmp_path / "lonely"
    save(lonely / "only" / "a.png", np.zeros((4, 4)))
    with pytest.raises(Refusal, match="images_one_class"):
        collect(lonely)
    with pytest.raises(Refusal, match="unknown_choice"):
        gather(collect(folder), 13, lambda share: None)
    for name, most, key in (("MOST_CLASSES", 1, "images_many_classes"), ("MOST_IMAGES", 3, "images_too_many")):
        with monkeypatch.context() as patch:
            patch.setattr(images_folder, name, most)
            with pytest.raises(Refusal, match=key):
                collect(folder)
    for path in (folder / "dark").glob("?.png"):
        path.write_bytes(b"")
    with pytest.raises(Refusal, match="images_too_few"):
        import_images(folder, 8, lambda share: None)
