import numpy as np
import pytest

from nnviz.theme.palettes import DARK, LIGHT
from nnviz.theme.scales import diverging, rgb
from nnviz.views.plots.plane import Head
from nnviz.views.plots.shades import GROUND, class_colors, ground_colors, point_colors


def mixed(color, palette):
    """A colour as the ground has it."""
    return rgb(palette.surface) + (color - rgb(palette.surface)) * GROUND


@pytest.mark.parametrize("palette", [DARK, LIGHT])
def test_the_ground_is_dyed_in_the_colours_of_its_classes(palette):
    certain = ground_colors(np.array([[0.0], [1.0]]), Head.BINARY, 1.0, palette)
    assert certain == pytest.approx(mixed(class_colors(Head.BINARY, 2, palette), palette), abs=1)
    certain = ground_colors(np.eye(3), Head.CLASSES, 1.0, palette)
    assert certain == pytest.approx(mixed(class_colors(Head.CLASSES, 3, palette), palette), abs=1)


def test_doubt_mixes_colours():
    half = ground_colors(np.array([[0.5, 0.5, 0.0]]), Head.CLASSES, 1.0, DARK)
    assert half[0] == pytest.approx(mixed(class_colors(Head.CLASSES, 2, DARK).mean(axis=0), DARK), abs=1)
    half = ground_colors(np.array([[0.5]]), Head.BINARY, 1.0, DARK)
    assert half[0] == pytest.approx(mixed(rgb(DARK.zero), DARK), abs=1)


def test_outputs_that_are_no_probabilities_are_mixed_by_share():
    whole = ground_colors(np.array([[0.2, 0.2]]), Head.CLASSES, 1.0, DARK)
    assert np.array_equal(whole, ground_colors(np.array([[0.5, 0.5]]), Head.CLASSES, 1.0, DARK))


def test_a_height_has_the_same_colour_as_ground_and_as_point():
    heights = np.array([[-1.0], [0.3], [2.0]])
    ground = ground_colors(heights, Head.VALUE, 1.5, DARK)
    assert np.array_equal(ground, point_colors(heights, Head.VALUE, 1.5, DARK))
    assert np.array_equal(ground, diverging(heights[:, 0], 1.5, DARK))


def test_a_plane_without_points_has_no_colours():
    for none in (np.empty((0, 1)), np.empty(0)):
        assert point_colors(none, Head.VALUE, 1.5, DARK).shape == (0, 3)


def test_points_have_the_colours_of_their_classes():
    colors = point_colors(np.array([1, 0]), Head.BINARY, 1.0, LIGHT)
    assert np.array_equal(colors, [rgb(LIGHT.positive), rgb(LIGHT.negative)])


@pytest.mark.parametrize(("head", "known"), [(Head.BINARY, 0.5), (Head.VALUE, 0.0)])
def test_an_output_that_is_no_number_is_undecided(head, known):
    unknown = ground_colors(np.array([[np.nan]]), head, 1.0, DARK)
    assert np.array_equal(unknown, ground_colors(np.array([[known]]), head, 1.0, DARK))
