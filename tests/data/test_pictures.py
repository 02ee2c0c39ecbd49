"""Picture files: the same digit on any paper gives the same ink, and what is no picture is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from nnviz.data.pictures import read_ink
from nnviz.data.preparation import prepare
from nnviz.data.strokes import rasterise
from nnviz.engine.refusal import Refusal

INK = rasterise((((10.0, 10.0), (60.0, 12.0), (30.0, 90.0)), ((30.0, 50.0), (60.0, 50.0))))


def transparent(colour: int) -> Image.Image:
    layers = [np.full_like(INK, colour)] * 3 + [INK]
    return Image.fromarray(np.stack(layers, axis=2))


def grey_paper() -> Image.Image:
    rng = np.random.default_rng(0)
    light = np.linspace(150, 210, INK.shape[1])[None] + rng.normal(0, 5, INK.shape)
    return Image.fromarray(np.clip(light - INK * 0.5, 0, 255).astype(np.uint8))


def dirty_paper() -> Image.Image:
    values = np.where(INK > 0, 40, 235) + np.random.default_rng(0).normal(0, 4, INK.shape)
    values[5:8, 5:8] = 60
    values[270:273, 200:204] = 60
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def photograph() -> Image.Image:
    page = np.full((1200, 1600), 240, np.uint8)
    page[500:780, 900:1180] = np.minimum(240, 255 - INK)
    return Image.fromarray(page)


PAPERS: dict[str, Callable[[], Image.Image]] = {
    "light on dark": lambda: Image.fromarray(INK),
    "dark on light": lambda: Image.fromarray(255 - INK),
    "colour": lambda: Image.fromarray(np.stack([255 - INK, 255 - INK, np.full_like(INK, 255)], axis=2)),
    "palette": lambda: Image.fromarray(255 - INK).convert("P"),
    "one bit": lambda: Image.fromarray(255 - INK).convert("1"),
    "sixteen bits": lambda: Image.fromarray(INK.astype(np.uint16) * 200),
    "black on transparent": lambda: transparent(0),
    "white on transparent": lambda: transparent(255),
    "grey, unevenly lit": grey_paper,
    "dirty": dirty_paper,
    "large and off centre": photograph,
}


def same(found: NDArray[np.float32], expected: NDArray[np.float32]) -> bool:
    return float(np.abs(found - expected).mean()) < 0.2 * float(expected.mean())


@pytest.mark.parametrize("paper", PAPERS)
def test_the_paper_does_not_matter(tmp_path: Path, paper: str) -> None:
    PAPERS[paper]().save(tmp_path / "digit.png")
    assert same(prepare(read_ink(tmp_path / "digit.png")).pixels, prepare(INK).pixels)


@pytest.mark.parametrize("paper", ["light on dark", "dark on light", "grey, unevenly lit", "dirty"])
def test_compression_does_not_matter(tmp_path: Path, paper: str) -> None:
    PAPERS[paper]().save(tmp_path / "digit.jpg", quality=60)
    assert same(prepare(read_ink(tmp_path / "digit.jpg")).pixels, prepare(INK).pixels)


@pytest.mark.parametrize("width", [1, 2, 4])
def test_a_hair_thin_pen_is_thickened_to_a_stroke(tmp_path: Path, width: int) -> None:
    page = Image.new("L", (280, 280), 255)
    draw = ImageDraw.Draw(page)
    draw.line([(40, 40), (200, 40), (100, 240)], 0, width)
    page.save(tmp_path / "digit.png")
    preparation = prepare(read_ink(tmp_path / "digit.png"))
    thickness = preparation.pixels[10:20].sum(axis=1) / 255
    assert 0.9 < np.median(thickness) < 2.2
    assert preparation.pixels.max() == pytest.approx(255)


def test_an_image_of_mnist_is_read_exactly(tmp_path: Path, drawn_digits: tuple[NDArray[np.uint8], object]) -> None:
    for image in drawn_digits[0]:
        Image.fromarray(image).save(tmp_path / "digit.png")
        np.testing.assert_allclose(prepare(read_ink(tmp_path / "digit.png")).pixels, image, atol=2)


@pytest.mark.parametrize("size", [(1, 1), (1, 50), (28, 28), (300, 200)])
@pytest.mark.parametrize("level", [0, 128, 255])
def test_an_empty_page_has_no_ink(tmp_path: Path, size: tuple[int, int], level: int) -> None:
    Image.new("L", size, level).save(tmp_path / "empty.png")
    assert prepare(read_ink(tmp_path / "empty.png")).is_blank


def test_grainy_paper_has_no_ink(tmp_path: Path) -> None:
    grain = np.random.default_rng(0).normal(200, 4, (200, 200)).astype(np.uint8)
    Image.fromarray(grain).save(tmp_path / "empty.png")
    assert prepare(read_ink(tmp_path / "empty.png")).is_blank


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        read_ink(tmp_path / "none.png")
    assert refused.value.key == "picture_missing"


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    whole = tmp_path / "whole.png"
    Image.fromarray(INK).save(whole)
    contents = {"text.png": b"not a picture", "empty.png": b"", "short.png": whole.read_bytes()[:200]}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Refusal) as refused:
            read_ink(tmp_path / name)
        assert refused.value.key == "picture_unreadable"
        assert name in str(refused.value.fields["file"])
    with pytest.raises(Refusal):
        read_ink(tmp_path)


def test_a_picture_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("L", (300, 300)).save(tmp_path / "bomb.png")
    for limit in (50_000, 1_000):
        monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", limit)
        with pytest.raises(Refusal) as refused:
            read_ink(tmp_path / "bomb.png")
        assert refused.value.key == "picture_too_large"
