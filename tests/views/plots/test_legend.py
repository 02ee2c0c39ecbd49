"""The legend of the plane: whole entries only, beside the square and not over it."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from nnviz.session.data_intents import PaintPoints
from nnviz.views.plots.boundary_pane import BoundaryPane
from nnviz.views.plots.legend import Mark

SIZES = ((300, 240), (300, 320), (420, 300), (900, 300), (300, 420))


@pytest.fixture
def eight_classes(session):
    for label in range(8):
        session.do(PaintPoints(label, ((0.1 * label, 0.1), (0.1 * label, 0.2), (0.1 * label, 0.3))))


@pytest.mark.usefixtures("eight_classes")
@pytest.mark.parametrize("scale", [1.0, 1.4])
@pytest.mark.parametrize("size", SIZES)
def test_no_entry_is_cut_off(show, session, theme, size, scale):
    theme.set_scale(scale)
    pane = show(BoundaryPane, *size)
    session.clock.tick()
    view = pane.view
    boxes = [box for _, box in view.legend]
    assert len(boxes) >= 8
    assert all(QRectF(view.rect()).contains(box) for box in boxes)
    assert not any(box.intersects(view.square) for box in boxes)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


@pytest.mark.usefixtures("eight_classes")
def test_a_legend_with_enough_room_is_whole(show, session, theme):
    theme.set_scale(1.4)
    for size in ((300, 320), (420, 300), (390, 280)):
        pane = show(BoundaryPane, *size)
        session.clock.tick()
        assert [entry for entry, _ in pane.view.legend] == list(pane.view._legend.entries)


def test_a_long_name_leaves_the_square_its_room(show, session, theme):
    pane = show(BoundaryPane, 420, 300)
    session.clock.tick()
    before = pane.view.square.width()
    view = pane.view
    view.set_legend(
        type(view._legend)(theme, (Mark("a long name of a class " * 9, lambda painter, at: None),)), ("", "")
    )
    ((entry, box),) = view.legend
    assert entry.name.endswith("…")
    assert view.square.width() > 0.8 * before
    assert QRectF(view.rect()).contains(box)
