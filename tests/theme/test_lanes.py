"""Colours of compared runs: each can be told from the others with every kind of colour vision."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from nnviz.theme.lanes import LANES
from nnviz.theme.palettes import PALETTES, Palette
from nnviz.theme.scales import rgb

VISION = {
    "ordinary": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
"""Linear RGB as it is seen (Machado, Oliveira and Fernandes, 2009, severity 1)."""
TO_CONES = [[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005]]  # fmt: skip
TO_LAB = [[0.2104542553, 0.793617785, -0.0040720468], [1.9779984951, -2.428592205, 0.4505937099],
          [0.0259040371, 0.7827717662, -0.808675766]]  # fmt: skip
"""Linear RGB to OKLab (Ottosson, 2020)."""


def seen(color: str, vision: str) -> np.ndarray:
    """OKLab of a colour as it is seen."""
    share = np.asarray(rgb(color), float) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    shifted = np.clip(np.array(VISION[vision]) @ linear, 0, 1)
    return np.array(TO_LAB) @ np.cbrt(np.array(TO_CONES) @ shifted)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES.keys())
@pytest.mark.parametrize("vision", VISION)
def test_any_two_can_be_told_apart(palette: Palette, vision: str) -> None:
    colors = [seen(getattr(palette, look.role), vision) for look in LANES]
    assert min(np.linalg.norm(one - other) for one, other in combinations(colors, 2)) > 0.15


def test_dashes_and_letters_differ() -> None:
    assert len({look.dashes for look in LANES}) == len({look.letter for look in LANES}) == len(LANES)
