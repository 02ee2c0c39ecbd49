"""Value → colour: the ends, the middle and what lies between; palettes that can be read."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.theme.icons import picture
from nnviz.theme.palettes import PALETTES, Palette
from nnviz.theme.scales import between, diverging, nice_limit, rgb
from tests.theme.vision import contrast


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
def test_diverging_scale(palette: Palette) -> None:
    colors = diverging(np.array([-9.0, -2.0, 0.0, 1.0, 2.0]), 2.0, palette)
    np.testing.assert_array_equal(colors[0], rgb(palette.negative))
    np.testing.assert_array_equal(colors[1], rgb(palette.negative))
    np.testing.assert_array_equal(colors[2], rgb(palette.zero))
    np.testing.assert_array_equal(colors[4], rgb(palette.positive))
    half = (rgb(palette.zero) + rgb(palette.positive)) / 2
    assert np.abs(colors[3] - half).max() <= 1


def test_between_clips() -> None:
    np.testing.assert_array_equal(between(np.array([-1, 0.5, 2]), "#000000", "#ffffff")[:, 0], [0, 128, 255])


@pytest.mark.parametrize(
    ("top", "limit"), [(0.0, 1.0), (0.3, 0.5), (1.0, 1.0), (1.2, 2.0), (73.0, 100.0), (4e-4, 5e-4)]
)
def test_nice_limits(top: float, limit: float) -> None:
    assert nice_limit(np.array([0.0, -top])) == pytest.approx(limit)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
@pytest.mark.parametrize("ground", ["window", "surface", "raised", "field"])
def test_writing_can_be_read(palette: Palette, ground: str) -> None:
    assert contrast(palette.text, getattr(palette, ground)) >= 7
    assert contrast(palette.muted, getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
def test_marks_stand_out(palette: Palette) -> None:
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    for role in ("positive", "negative", "train", "test", "warning"):
        assert contrast(getattr(palette, role), palette.surface) >= 3


def test_icons_take_the_colour(qapp: object) -> None:
    image = picture("pause", "#ff0000", 24).toImage()
    colors = {image.pixelColor(x, 12).name() for x in range(24) if image.pixelColor(x, 12).alpha() > 250}
    assert colors == {"#ff0000"}
