"""The measure of colours is the published one."""

from __future__ import annotations

import numpy as np
import pytest

from tests.theme.vision import VISION, apart, contrast, seen

PAIRS = (
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
)
"""Test data of Sharma, Wu and Dalal (2005)."""


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_published_differences(one: tuple[float, ...], other: tuple[float, ...], expected: float) -> None:
    assert apart(np.array(one), np.array(other)) == pytest.approx(expected, abs=1e-4)
    assert apart(np.array(other), np.array(one)) == pytest.approx(expected, abs=1e-4)


def test_cielab_of_known_colours() -> None:
    assert seen("#ffffff", "ordinary") == pytest.approx([100, 0, 0], abs=0.01)
    assert seen("#ff0000", "ordinary") == pytest.approx([53.24, 80.09, 67.20], abs=0.02)


def test_greys_look_alike_to_everybody() -> None:
    for vision in VISION:
        assert seen("#808080", vision) == pytest.approx(seen("#808080", "ordinary"), abs=0.05)


def test_red_and_green_are_what_two_kinds_of_eyes_confuse() -> None:
    red, green = "#c04040", "#608000"
    far = {vision: apart(seen(red, vision), seen(green, vision)) for vision in VISION}
    assert far["deuteranopia"] < far["ordinary"] / 2
    assert far["tritanopia"] > far["ordinary"] / 2


def test_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
