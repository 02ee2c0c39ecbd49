"""Colours of compared runs: each can be told from the others with every kind of colour vision."""

from __future__ import annotations

import pytest

from nnviz.theme.lanes import LANES, MANY
from nnviz.theme.palettes import PALETTES, Palette
from tests.theme.vision import VISION, closest


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
@pytest.mark.parametrize("vision", VISION)
def test_any_two_can_be_told_apart(palette: Palette, vision: str) -> None:
    assert closest([getattr(palette, look.role) for look in LANES], vision) > 15


def test_dashes_and_letters_differ() -> None:
    assert len({look.dashes for look in LANES}) == len({look.letter for look in LANES}) == len(LANES)


def test_where_there_are_many_no_two_look_the_same():
    assert MANY[: len(LANES)] == LANES
    assert len({(look.role, look.dashes) for look in MANY}) == len(MANY) == 8
    assert [look.letter for look in MANY] == list("ABCDEFGH")
