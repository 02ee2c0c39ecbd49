import numpy as np
import pytest

from nnviz.views.network.layout import GAP, MIN_PITCH, Frame, arrange, shown_units
from nnviz.views.network.view import View

FRAMES = [Frame(60, 50, 420, 260), Frame(60, 50, 800, 620), Frame(80, 60, 1900, 1240)]
NETWORKS = [(2, 8, 8, 1), (2, 1), (784, 256, 128, 10), (64, 32, 10), (2, 12, 10, 8, 6, 5, 4, 3), (5, 4096, 2)]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("sizes", NETWORKS)
@pytest.mark.parametrize("plane", [False, True])
def test_units_lie_in_the_frame_and_apart(frame, sizes, plane):
    image = {784: (28, 28), 64: (8, 8)}.get(sizes[0])
    layout = arrange(sizes, frame, image, plane and image is None)
    for column in layout.columns[1 if image else 0 :]:
        x, y = column.points.T
        assert x.min() - column.radius >= frame.left - 1e-9
        assert x.max() + column.radius <= frame.right + 1e-9
        assert y.min() - column.radius >= frame.top - 1e-9
        assert y.max() + column.radius <= frame.bottom + 1e-9
        assert (np.diff(y) > 2 * column.radius).all()
    xs = [column.x for column in layout.columns]
    radii = [column.radius for column in layout.columns]
    assert all(right - left > a + b for left, right, a, b in zip(xs, xs[1:], radii, radii[1:], strict=False))


@pytest.mark.parametrize("height", [150, 400, 1000])
def test_a_layer_that_does_not_fit_shows_its_first_and_last_units(height):
    shown, pitch, gap = shown_units(500, height)
    half = len(shown) // 2
    assert shown.tolist() == [*range(half), *range(500 - half, 500)]
    assert pitch >= MIN_PITCH
    assert gap * pitch >= GAP
    assert (len(shown) + gap) * pitch <= height + 1e-9


def test_a_layer_that_just_fits_is_shown_whole():
    shown, pitch, gap = shown_units(20, 20 * MIN_PITCH)
    assert (len(shown), pitch, gap) == (20, MIN_PITCH, 0)
    assert len(shown_units(21, 20 * MIN_PITCH)[0]) < 21


def test_the_gap_holds_no_unit_and_counts_the_hidden_ones():
    column = arrange((784, 128, 10), FRAMES[1], (28, 28)).columns[1]
    assert column.hidden == 128 - len(column.shown)
    assert np.abs(column.points[:, 1] - column.gap).min() > GAP / 2


def test_a_pixel_is_found_where_it_is_drawn():
    box = arrange((64, 10), FRAMES[1], (8, 8)).image
    assert [box.pixel_at(x, y) for x, y in box.centers()] == list(range(64))
    assert box.pixel_at(box.x - 1, box.y + 1) is None


def test_units_have_pictures_only_where_there_is_room():
    assert arrange((2, 8, 1), FRAMES[1], plane=True).tile > 30
    assert arrange((2, 8, 1), Frame(0, 0, 300, 120), plane=True).tile == 0
    assert arrange((2, 200, 1), FRAMES[1], plane=True).tile == 0


def test_zoom_keeps_the_point_under_the_pointer():
    view = View(1.5, 20, -7)
    inside = view.back(300, 200)
    zoomed = view.zoomed(1.7, 300, 200)
    assert zoomed.point(*inside) == pytest.approx((300, 200))
    assert zoomed.scale == pytest.approx(1.5 * 1.7)
    assert view.zoomed(1e9, 0, 0).scale == 12
    assert view.moved(3, 4).point(*inside) == pytest.approx((303, 204))
