"""The stages shown are the arrays of the preparation."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnviz.board.pictures import ink_colors, raw_input, to_image
from nnviz.data.preparation import prepare
from nnviz.data.strokes import rasterise
from nnviz.engine.scaling import Scaling, fit_scaling
from nnviz.theme.palettes import DARK
from nnviz.theme.theme import Theme
from nnviz.views.digits.thumbnails import Thumbnails, stages

SEVEN = (((80.0, 60.0), (200.0, 60.0), (130.0, 230.0)),)


@pytest.fixture
def thumbnails(theme: Theme, qtbot: QtBot) -> Thumbnails:
    thumbnails = Thumbnails(theme)
    qtbot.addWidget(thumbnails)
    thumbnails.resize(380, 80)
    return thumbnails


def test_five_stages_of_a_28_by_28_network() -> None:
    preparation = prepare(rasterise(SEVEN))
    ink, box, boxed, centre, last = stages(preparation, 784)
    assert ink.values is preparation.ink
    assert box.box == preparation.box
    assert boxed.values is preparation.boxed
    assert centre.cross == preparation.centre
    assert np.array_equal(last.values, preparation.pixels)


def test_last_stage_is_what_enters_an_8_by_8_network() -> None:
    preparation = prepare(rasterise(SEVEN))
    shown = stages(preparation, 64)
    assert len(shown) == 3
    assert np.array_equal(shown[-1].values, preparation.as_input((8, 8)).reshape(8, 8))


@pytest.mark.parametrize(("inputs", "count"), [(784, 5), (64, 3)])
def test_captions_fit_the_stages(thumbnails: Thumbnails, inputs: int, count: int) -> None:
    thumbnails.show_preparation(prepare(rasterise(SEVEN)), inputs)
    assert len(thumbnails.stages) == len(thumbnails.captions) == count
    assert not thumbnails.grab().isNull()


def test_nothing_drawn_shows_empty_frames(thumbnails: Thumbnails) -> None:
    thumbnails.show_preparation(None, 784)
    assert [stage.values for stage in thumbnails.stages] == [None] * 5
    assert not thumbnails.grab().isNull()


def test_sample_shows_only_what_enters_the_network(thumbnails: Thumbnails) -> None:
    picture = np.arange(784.0).reshape(28, 28) % 256
    thumbnails.show_sample(picture, 784)
    assert len(thumbnails.stages) == 1
    assert thumbnails.stages[0].values is picture
    assert thumbnails.captions == ["28×28"]
    assert not thumbnails.grab().isNull()


def test_pixels_on_screen_are_the_array(thumbnails: Thumbnails, theme: Theme) -> None:
    """Every element of the last picture is a square of its own colour."""
    thumbnails.resize(56 * 6 + 10, 200)
    picture = np.zeros((28, 28))
    picture[5, 7], picture[20, 3] = 255, 128
    thumbnails.show_sample(picture, 784)
    shown = thumbnails.grab().toImage()
    square = thumbnails._squares(200 - 20)[-1]
    scale = square.width() / 28

    def lightness(row: int, column: int) -> int:
        place = round(square.x() + (column + 0.5) * scale), round(square.y() + (row + 0.5) * scale)
        return shown.pixelColor(*place).lightness()

    assert lightness(5, 7) == theme.color("ink").lightness()
    assert lightness(6, 8) == theme.color("paper").lightness()
    assert lightness(6, 8) < lightness(20, 3) < lightness(5, 7)


def test_image_has_one_pixel_for_each_element() -> None:
    image = to_image(np.array([[0.0, 16.0, 8.0]]), 16.0, ink_colors(DARK))
    assert (image.width(), image.height()) == (3, 1)
    assert [image.pixelIndex(x, 0) for x in range(3)] == [0, 255, 128]
    assert image.pixelColor(0, 0).name() == DARK.paper
    assert image.pixelColor(1, 0).name() == DARK.ink


@pytest.mark.parametrize("method", ["none", "unit", "standard", "whiten"])
def test_raw_input_undoes_every_scaling(method: str) -> None:
    raw = np.random.default_rng(3).uniform(0, 16, (40, 6))
    scaling: Scaling = fit_scaling(method, raw)
    assert raw_input(scaling.apply(raw[:1], "float64")[0], scaling) == pytest.approx(raw[0], abs=1e-6)
