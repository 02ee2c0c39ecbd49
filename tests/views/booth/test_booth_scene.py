"""A visit at the real booth: what is shown, that it is the data, and that nothing of a drawing is left."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from nnviz.booth import Booth
from nnviz.engine.explanation import explain, runner_up
from nnviz.languages import in_use
from nnviz.session.booth.visit import ANSWER, ATTRACT, DRAWING, EXPLAIN, WHICH
from nnviz.theme.scales import diverging
from nnviz.views.booth.picture import usual_limit
from nnviz.views.booth.scene import BoothScene

NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
Wait = Callable[[float], None]
Draw = Callable[[str], None]


def press(scene: BoothScene, name: str) -> None:
    QTest.mouseClick(scene.choices.buttons[name], LEFT)


def test_while_nobody_is_there_a_hand_writes_and_the_network_reads(booth: Booth, scene: BoothScene, wait: Wait) -> None:
    wait(1.5)
    half = booth.session.drawing.strokes
    assert half
    assert scene.demonstration.isVisible()
    assert scene.demonstration.strokes == half
    assert scene.headline.text == "Draw a digit"
    wait(2.5)
    assert booth.session.drawing.strokes != half
    prediction = booth.session.prediction
    assert prediction is not None
    assert scene.verdict.figure == str(prediction.answer)
    assert np.array_equal(scene.bars.values, prediction.probabilities)


def test_what_lights_up_is_the_pass(booth: Booth, scene: BoothScene, draw: Draw, wait: Wait) -> None:
    draw("seven")
    wait(0.2)
    prediction = booth.session.prediction
    assert prediction is not None
    trace, network = prediction.trace, booth.session.snapshot.network
    for values, expected in zip(scene.network.values, (trace.x, *trace.a), strict=True):
        assert np.array_equal(values, expected[0])
    for k, links in enumerate(scene.network.links):
        a = scene.network.values[k]
        W = network.layers[k].W
        i, j = links.pairs.T
        assert np.allclose(links.products, a[i] * W[i, j])
        every = np.sort(np.abs(a[:, None] * W), axis=None)
        assert np.allclose(np.abs(links.products), every[-len(links.products) :], rtol=1e-6)


def test_squares_have_the_colours_of_their_activations(booth: Booth, scene: BoothScene, draw: Draw, wait: Wait) -> None:
    draw("seven")
    wait(0.2)
    painted = scene.network.grab().toImage()
    for layer in (1, 2):
        values, block = scene.network.values[layer], scene.network.blocks[layer]
        colors = diverging(values, float(np.abs(values).max()), booth.theme.palette)
        for unit in (int(values.argmax()), int(values.argmin()), 17):
            found = painted.pixelColor(block.centre(unit).toPoint()).getRgb()[:3]
            assert found == tuple(colors[unit])


def test_a_touch_beside_the_sheet_ends_the_invitation(booth: Booth, scene: BoothScene, wait: Wait) -> None:
    wait(2)
    target = booth.window.childAt(scene.score.geometry().center()) or booth.window
    QTest.mouseClick(target, LEFT, NONE, target.mapFrom(booth.window, scene.score.geometry().center()))
    assert booth.visit.state.phase == DRAWING
    assert scene.demonstration.isHidden()
    assert booth.session.drawing.strokes == ()
    assert scene.headline.text == "Draw a digit from 0 to 9"


def test_whoever_passes_by_may_choose_a_language_first(booth: Booth, scene: BoothScene, wait: Wait) -> None:
    wait(1)
    QTest.mouseClick(scene.language, LEFT)
    wait(5)
    assert in_use() == "ko"
    wait(31)
    assert in_use() == "en"


def test_a_visit_from_the_first_stroke_to_the_next_visitor(
    booth: Booth, scene: BoothScene, draw: Draw, wait: Wait, tmp_path: Path
) -> None:
    wait(1)
    draw("eight")
    assert booth.visit.state.phase == DRAWING
    assert not scene.demonstration.isVisible()
    assert len(booth.session.drawing.strokes) == 1
    wait(0.2)
    assert scene.headline.text == "Could it be 8?"
    wait(1.9)
    assert booth.visit.state.phase == ANSWER
    assert scene.headline.text == "The network says: 8"
    press(scene, "fooled")
    assert booth.visit.state.phase == WHICH
    assert scene.choices.buttons["digit_0"].isVisible()
    assert not scene.choices.buttons["right"].isVisible()
    wait(0.5)
    press(scene, "digit_3")
    assert booth.visit.state.phase == EXPLAIN
    assert (scene.explanation.answer, scene.explanation.rival) == (8, 3)
    assert scene.score.text == "Visitors today 1 · network right 0 · fooled 1"
    assert json.loads((tmp_path / "booth.json").read_text())["fooled"] == 1
    wait(10.5)
    assert booth.visit.state.phase == DRAWING
    assert scene.canvas.strokes == ()
    wait(26)
    assert scene.headline.text == "Still there? 4"
    wait(5)
    assert booth.visit.state.phase == ATTRACT


def test_the_explanation_is_painted_as_computed(booth: Booth, scene: BoothScene, draw: Draw, wait: Wait) -> None:
    draw("eight")
    wait(2.1)
    prediction = booth.session.prediction
    press(scene, "right")
    assert prediction is not None
    network = booth.session.snapshot.network
    expected = explain(network, prediction.trace, 8, runner_up(prediction.trace, 8))
    assert expected.evidence.sum() + expected.bias == pytest.approx(expected.difference, abs=1e-3)
    pixels = prediction.trace.x[0].reshape(28, 28)
    assert np.array_equal(scene.evidence.pixels, pixels)
    assert scene.evidence.values is None
    assert not scene.canvas.isVisible()
    wait(3.5)
    assert np.array_equal(scene.evidence.values, expected.evidence.reshape(28, 28))
    image = scene.evidence.image
    strength = np.abs(expected.evidence[expected.evidence != 0])
    colors = diverging(scene.evidence.values, float(np.percentile(strength, 96)), booth.theme.palette)
    for row, column in zip(*np.nonzero(pixels), strict=True):
        assert image.pixelColor(int(column), int(row)).getRgb()[:3] == tuple(colors[row, column])
    paper = booth.theme.color("paper")
    assert image.pixelColor(0, 0) == paper
    wait(3.5)
    assert scene.units.isVisible()
    assert scene.units.units == tuple(expected.strongest(1, 5))
    for unit, picture, weight in zip(scene.units.units, scene.units.pictures, scene.units.weights, strict=True):
        assert np.array_equal(picture, network.layers[0].W[:, unit].reshape(28, 28))
        assert weight == pytest.approx(float(expected.weights[0][unit]))
    painted, limit = scene.units.grab().toImage(), usual_limit(np.array(scene.units.pictures))
    for number, picture in enumerate(scene.units.pictures):
        square = scene.units.place(number)
        for row, column in ((5, 5), (14, 20), (22, 9)):
            at = square.topLeft() + QPointF(column + 0.5, row + 0.5) * (square.width() / 28)
            color = diverging(picture[row, column], limit, booth.theme.palette)
            assert painted.pixelColor(at.toPoint()).getRgb()[:3] == tuple(color)


def test_an_explanation_is_read_in_another_language(booth: Booth, scene: BoothScene, draw: Draw, wait: Wait) -> None:
    draw("eight")
    wait(2.1)
    press(scene, "right")
    wait(8)
    assert scene.units.accessibleName().startswith("for ")
    QTest.mouseClick(scene.language, LEFT)
    wait(8)
    assert (in_use(), booth.visit.state.phase) == ("ko", EXPLAIN)
    assert scene.units.isVisible()
    assert "for" not in scene.units.accessibleName()


def test_a_scribble_is_honestly_no_digit(booth: Booth, scene: BoothScene, wait: Wait) -> None:
    canvas = scene.canvas
    side = canvas.width()
    for k in range(7):
        y = round(side * (0.2 + 0.1 * k))
        QTest.mousePress(canvas, LEFT, NONE, QPoint(round(0.1 * side), y))
        QTest.mouseMove(canvas, QPoint(round(0.9 * side), y))
        QTest.mouseRelease(canvas, LEFT, NONE, QPoint(round(0.9 * side), y))
    wait(2.1)
    assert booth.session.prediction is not None
    assert booth.session.prediction.answer is None
    assert scene.headline.text == "The network says: not a digit"
    press(scene, "right")
    assert scene.explanation is not None
    assert booth.visit.tally.counts.right == 1


@pytest.mark.parametrize("how", ["start over", "explained", "left", "restarted"])
def test_nothing_of_a_drawing_is_left(
    booth: Booth, scene: BoothScene, draw: Draw, wait: Wait, how: str, tmp_path: Path
) -> None:
    draw("eight")
    if how == "start over":
        press(scene, "again")
    else:
        wait(2.1)
    if how == "explained":
        press(scene, "right")
        wait(10.5)
    if how == "left":
        wait(31)
    if how == "restarted":
        booth.window.fail()
        wait(0.1)
    live = booth.window.scene
    assert live is not None
    assert live.canvas.strokes == ()
    live.canvas.undo()
    assert live.canvas.strokes == ()
    assert live.explanation is None
    assert live.evidence.pixels is None
    assert live.units.pictures == ()
    if booth.visit.state.phase != ATTRACT:
        assert booth.session.drawing.strokes == ()
        assert booth.session.prediction is None
    written = {path.name: path.read_text() for path in tmp_path.rglob("*") if path.is_file()}
    assert all(name == "booth.json" and "stroke" not in text and len(text) < 100 for name, text in written.items())


def test_no_array_of_a_drawing_outlives_it(booth: Booth, scene: BoothScene, draw: Draw, wait: Wait) -> None:
    draw("eight")
    wait(0.2)
    assert booth.session.prediction is not None
    key = id(booth.session.prediction.trace.x)
    kept = booth.session.prediction.trace.x.copy()
    press(scene, "again")
    wait(0.2)
    gc.collect()
    alive = [array for array in gc.get_objects() if isinstance(array, np.ndarray) and id(array) == key]
    assert not [array for array in alive if array.shape == kept.shape and np.array_equal(array, kept)]
    assert scene.network.values == ()


def test_a_touch_anywhere_skips_the_explanation(booth: Booth, scene: BoothScene, draw: Draw, wait: Wait) -> None:
    draw("eight")
    wait(2.1)
    press(scene, "right")
    wait(0.5)
    target = booth.window.childAt(scene.evidence.geometry().center())
    QTest.mouseClick(target, LEFT, NONE, target.mapFrom(booth.window, scene.evidence.geometry().center()))
    assert booth.visit.state.phase == DRAWING


def test_a_visitor_chooses_the_language_and_the_next_finds_the_old_one(
    booth: Booth, scene: BoothScene, draw: Draw, wait: Wait
) -> None:
    draw("eight")
    assert scene.language.text() == "한국어"
    QTest.mouseClick(scene.language, LEFT)
    wait(0.1)
    assert in_use() == "ko"
    assert scene.language.text() == "English"
    assert scene.canvas.strokes
    wait(31)
    assert booth.visit.state.phase == ATTRACT
    assert in_use() == "en"


def test_calm_writes_without_motion(booth: Booth, scene: BoothScene, wait: Wait) -> None:
    booth.theme.set_motion("reduced")
    assert booth.theme.calm
    booth.visit.draw(False)
    wait(31)
    whole = {scene.demonstration.strokes}
    for _ in range(60):
        wait(0.1)
        whole.add(scene.demonstration.strokes)
    assert len(whole) <= 4


def test_everything_has_its_place(booth: Booth, scene: BoothScene) -> None:
    for size in ((1280, 720), (1920, 1080), (1024, 768), (1080, 1920), (2560, 1080)):
        scene.resize(*size)
        parts = (
            scene.headline, scene.language, scene.canvas, scene.verdict, scene.bars, scene.network, scene.choices,
            scene.score, scene.note,
        )  # fmt: skip
        for number, part in enumerate(parts):
            assert scene.rect().contains(part.geometry()), (size, part.objectName())
            for other in parts[number + 1 :]:
                assert not part.geometry().intersects(other.geometry()), (size, part.objectName(), other.objectName())
        assert scene.canvas.width() == scene.canvas.height() >= 0.35 * min(size)


def test_every_part_has_a_name(scene: BoothScene) -> None:
    for button in (*scene.choices.buttons.values(), scene.language):
        assert button.accessibleName()
        assert button.objectName()
