"""Palettes: what must be told apart can be, with every kind of colour vision where they promise it; words are legible.

ΔE00 of 1 is just seen side by side. Small marks that are not side by side need ten times that; two roles of which one
means the opposite of the other get more than twenty.
"""

from __future__ import annotations

import pytest

from nnviz.settings import THEMES
from nnviz.theme.palettes import COUNTERPARTS, PALETTES, PROJECTOR, SAFE_DARK, SAFE_LIGHT, Palette
from tests.theme.vision import VISION, closest, contrast

SAFE = (SAFE_LIGHT, SAFE_DARK)
GROUNDS = ("window", "surface", "raised", "field")
OPPOSITES = {
    "scale": ("positive", "negative", "zero"),
    "curves": ("train", "test"),
    "states": ("warning", "success"),
}
CLASSES, OPPOSITE = 12.0, 25.0


def named(palette: Palette) -> str:
    return palette.name


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("palette", SAFE, ids=named)
@pytest.mark.parametrize("roles", OPPOSITES.values(), ids=OPPOSITES.keys())
def test_opposites_are_far_apart_for_everybody(palette: Palette, vision: str, roles: tuple[str, ...]) -> None:
    assert closest([getattr(palette, role) for role in roles], vision) > OPPOSITE


@pytest.mark.parametrize("vision", VISION)
@pytest.mark.parametrize("palette", SAFE, ids=named)
def test_ten_classes_can_be_told_apart_by_everybody(palette: Palette, vision: str) -> None:
    assert len(palette.classes) == 10
    assert closest(palette.classes, vision) > CLASSES


@pytest.mark.parametrize("palette", SAFE, ids=named)
def test_few_classes_are_further_apart(palette: Palette) -> None:
    least = [min(closest(palette.classes[:count], vision) for vision in VISION) for count in (2, 3, 10)]
    assert least[0] > 45
    assert least[1] > least[2]


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
def test_ordinary_eyes_tell_opposites_and_classes_apart(palette: Palette) -> None:
    assert closest(palette.classes, "ordinary") > CLASSES
    for roles in OPPOSITES.values():
        assert closest([getattr(palette, role) for role in roles], "ordinary") > OPPOSITE


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
def test_classes_stand_out_from_the_ground(palette: Palette) -> None:
    assert min(contrast(color, palette.surface) for color in palette.classes) >= 3


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("palette", SAFE, ids=named)
def test_words_of_the_safe_palettes_can_be_read(palette: Palette, ground: str) -> None:
    for role in ("text", "muted", "accent", "warning"):
        assert contrast(getattr(palette, role), getattr(palette, ground)) >= 4.5, role


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_projector_leaves_nothing_pale(ground: str) -> None:
    for role in ("text", "muted", "accent", "warning", "success"):
        assert contrast(getattr(PROJECTOR, role), getattr(PROJECTOR, ground)) >= 7, role
    for role in ("faint", "positive", "negative", "train", "test"):
        assert contrast(getattr(PROJECTOR, role), getattr(PROJECTOR, ground)) >= 4.5, role
    assert contrast(PROJECTOR.border, getattr(PROJECTOR, ground)) >= 3
    assert min(contrast(color, PROJECTOR.surface) for color in PROJECTOR.classes) >= 4.5
    assert PROJECTOR.surface == PROJECTOR.field == "#ffffff"
    assert all(PROJECTOR.rim > palette.rim for palette in PALETTES.values() if palette is not PROJECTOR)


def test_settings_and_counterparts_know_every_palette() -> None:
    assert set(THEMES) == {"system", *PALETTES}
    assert set(COUNTERPARTS) == set(PALETTES)
    for name, other in COUNTERPARTS.items():
        assert PALETTES[name].dark != PALETTES[other].dark
        # From the palette for a hall one comes to the ordinary ones; the others lead back to where one was.
        assert COUNTERPARTS[other] == name or name == PROJECTOR.name
