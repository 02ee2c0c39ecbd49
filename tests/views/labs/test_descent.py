"""The descent lab by mouse and keyboard: races, knobs, map, relief, batches, and the run's own surface."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QSlider, QToolButton, QWidget

from nnviz.engine.experiment import OPTIMIZER_NAMES
from nnviz.engine.landscape import Landscape, Plane
from nnviz.engine.surfaces import SURFACES
from nnviz.session.facts import SessionFacts
from nnviz.session.intents import LoadPoint, OpenPage, Pause, Run
from nnviz.session.labs.descent import intents as wish
from nnviz.session.labs.descent.lab import DescentLab
from nnviz.session.labs.lab import LabIntent, OpenSection
from nnviz.session.session import Session
from nnviz.session.states import RunState
from nnviz.theme.palettes import DARK, LIGHT
from nnviz.theme.theme import Theme
from nnviz.views.labs.descent.batches_section import BatchesSection
from nnviz.views.labs.descent.ground import ground_colors, levels_of
from nnviz.views.labs.descent.map import SurfaceMap
from nnviz.views.labs.descent.notes import UPON, Note, Notes
from nnviz.views.labs.descent.own_section import OwnSection
from nnviz.views.labs.descent.page import DescentPage
from nnviz.views.labs.descent.projection import Camera, height_at
from nnviz.views.labs.descent.race_pictures import CELLS
from nnviz.views.labs.descent.relief import Relief
from nnviz.views.labs.descent.spread import spread
from nnviz.views.labs.descent.surface_section import SurfaceSection
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.formula import FormulaLabel
from tests.curriculum.stage import dismiss, renew, shown, staged

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class Hands:
    """The page, and what a user does with it."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self.session, self.theme = session, theme
        self.lab = session.labs.of(DescentLab)
        self.page = DescentPage(session, theme, self.lab)
        self.page.resize(1280, 640)

    def look(self, *intents: LabIntent | OpenSection) -> None:
        for intent in intents:
            self.session.do(intent)
        self.session.clock.tick()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.session.clock.tick()

    def wait(self, seconds: float) -> None:
        """So many seconds of the lab's clock. The lab's page is not in front: no other time goes by."""
        self.lab.advance(seconds)
        self.session.labs.changed.emit("descent")
        self.look()

    def part(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        found = self.page.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def text(self, name: str) -> str:
        label = self.part(name, QLabel)
        assert isinstance(label, QLabel)
        return label.text()

    def click(self, name: str, kind: type[QWidget] = QWidget) -> None:
        widget = self.part(name, kind)
        place = QPoint(8, widget.height() // 2) if isinstance(widget, QCheckBox) else widget.rect().center()
        QTest.mouseClick(widget, LEFT, pos=place)
        self.look()

    def type(self, name: str, text: str) -> None:
        field = self.part(name)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.look()

    def map(self, name: str = "descent_map") -> SurfaceMap:
        found = self.part(name, SurfaceMap)
        assert isinstance(found, SurfaceMap)
        return found

    def relief(self, name: str = "descent_relief") -> Relief:
        found = self.part(name, Relief)
        assert isinstance(found, Relief)
        return found

    def drag(self, target: QWidget, *places: QPointF) -> None:
        """Press at the first place, move to the others, let go."""
        kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * (len(places) - 1)]
        for kind, at in zip(kinds, places, strict=True):
            self._send(target, kind, at, NONE if kind == QEvent.Type.MouseMove else LEFT, LEFT)
        self._send(target, QEvent.Type.MouseButtonRelease, places[-1], LEFT, NONE)
        self.look()

    def press(self, plot: SurfaceMap, x: float, y: float) -> None:
        self.drag(plot.viewport(), plot.pixel(x, y))

    def _send(
        self, target: QWidget, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, buttons: Qt.MouseButton
    ) -> None:
        event = QMouseEvent(kind, at, target.mapToGlobal(at), button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(target, event)


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Hands]:
    for hands in staged(Hands):
        yield hands
        dismiss(hands.page)


def opened(stage: Hands, section: str) -> Iterator[Hands]:
    """The page as it opens, at a section."""
    renew(stage.session, stage.lab.surface, stage.lab.batches, stage.lab.yours)
    stage.session.do(OpenSection("descent", section))
    for hands in shown(stage.page, stage):
        hands.look()
        yield hands


@pytest.fixture
def hands(stage: Hands) -> Iterator[Hands]:
    yield from opened(stage, "surface")


@pytest.fixture
def batches(stage: Hands) -> Iterator[Hands]:
    yield from opened(stage, "batches")


@pytest.fixture
def alone(session: Session, stage: Hands) -> Iterator[Hands]:
    """A page of its own. Another theme would dress all other pages anew."""
    hands = Hands(session, stage.theme)
    yield from opened(hands, "surface")
    dismiss(hands.page)


@pytest.fixture
def yours(session: Session, stage: Hands) -> Iterator[Hands]:
    """A page of its own, with a run that has not moved."""
    hands = Hands(session, stage.theme)
    yield from opened(hands, "yours")
    dismiss(hands.page)


# The race


def test_play_pause_step_start_over(hands: Hands) -> None:
    part = hands.lab.surface
    hands.click("surface_play")
    assert part.playing
    assert hands.part("surface_play", QToolButton).text() == "Pause"  # type: ignore[attr-defined]
    hands.wait(1.0)
    assert part.ticks == 20
    assert len(hands.map().data("path_sgd")[0]) == 21
    hands.click("surface_play")
    assert not part.playing
    hands.click("surface_step")
    assert part.ticks == 21
    assert hands.text("surface_count") == "step 21"
    hands.click("surface_reset")
    assert part.ticks == 0
    assert len(hands.map().data("path_sgd")[0]) == 1


def test_the_start_is_clicked_dragged_and_moved_by_keys(hands: Hands) -> None:
    hands.look(wish.StepOn(steps=5))
    hands.press(hands.map(), 4.0, -3.0)
    assert hands.lab.surface.start == pytest.approx((4, -3), abs=0.1)
    assert hands.lab.surface.ticks == 0
    assert hands.map().data("start")[0][0] == hands.lab.surface.start[0]

    plot, start = hands.map(), hands.lab.surface.start
    hands.drag(plot.viewport(), plot.pixel(*start), plot.pixel(2, 1), plot.pixel(40, 1))
    assert hands.lab.surface.start == pytest.approx((10, 1), abs=0.1), "it cannot leave the map"

    QTest.keyClick(hands.map(), Qt.Key.Key_Up)
    hands.look()
    assert hands.lab.surface.start == pytest.approx((10, 1.1), abs=0.1)


def test_the_list_shows_hides_and_follows(hands: Hands) -> None:
    hands.look(wish.StepOn(steps=3))
    assert "path_rmsprop" not in hands.map().parts
    hands.click("descent_show_rmsprop")
    assert {"path_rmsprop", "head_rmsprop", "label_rmsprop"} <= set(hands.map().parts)
    assert "rmsprop" in {trail.name for trail in hands.relief().trails}
    hands.click("descent_show_rmsprop")
    assert "path_rmsprop" not in hands.map().parts
    assert "loss_rmsprop" not in hands.part("descent_losses").parts  # type: ignore[attr-defined]

    assert "velocity" in hands.map().parts
    hands.click("descent_follow_adagrad")
    assert hands.lab.surface.followed == "adagrad"
    assert "velocity" not in hands.map().parts
    assert "rates" in hands.map().parts
    assert hands.part("descent_new_h_x").isVisible()
    assert not hands.part("descent_new_v_x").isVisible()

    hands.look(*(wish.ShowOptimizer(name, False) for name in ("momentum", "adagrad", "adam")))
    hands.click("descent_show_sgd")
    assert hands.part("descent_show_sgd").isChecked()  # type: ignore[attr-defined]
    assert "At least one" in hands.text("lab_trouble")


def test_the_velocity_is_drawn_longer_by_powers_of_ten(hands: Hands) -> None:
    hands.look(wish.SetRate(0.001), wish.StepOn(steps=6))
    step = hands.lab.surface.racer.step
    assert step is not None
    x, y = hands.map().data("velocity")
    way = np.array([x[1] - x[0], y[1] - y[0]])
    factor = float(way[0] / step.after["v"][0])
    np.testing.assert_allclose(way, factor * step.after["v"], rtol=1e-6)
    assert math.log10(factor) == pytest.approx(round(math.log10(factor)), abs=1e-6)
    assert hands.map().text("velocity_label") == f"{factor:.0f} v"


def test_another_surface_is_chosen_from_the_list(hands: Hands) -> None:
    surfaces = hands.part("descent_surface", ChoiceField)
    QTest.keyClick(surfaces, Qt.Key.Key_Down)
    hands.look()
    assert hands.lab.surface.name == "saddle"
    assert hands.map().axes.limits == ((-3, 3), (-3, 3))
    hands.look(wish.StepOn(steps=200))
    assert hands.map().text("label_sgd") == "SGD left downhill"
    assert hands.text("descent_finding") == "Downhill for ever"


def test_a_page_says_what_is_refused_draws_what_moved_and_has_room_for_numbers_in_formulas(alone: Hands) -> None:
    check_refusal(alone)
    check_idle(alone)
    check_high_page(alone)
    assert not alone.page.findChildren(OwnSection), "sections are made late"
    alone.click("section_yours")
    assert alone.page.findChildren(OwnSection)


def check_refusal(alone: Hands) -> None:
    section = alone.page.section("surface")
    assert isinstance(section, SurfaceSection)
    assert not section.do(wish.SetRate(-1.0))
    assert "learning_rate" in alone.text("lab_trouble")
    assert section.do(wish.SetRate(0.2))
    assert not alone.part("lab_trouble").isVisible()


def check_idle(alone: Hands) -> None:
    """Nothing is drawn while nothing moved."""
    alone.look(wish.Play(), wish.SetPace("surface", 1.0))
    drawn: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SurfaceMap, "show_tracks", lambda self, tracks: drawn.append("tracks"))
        for _ in range(5):
            alone.wait(0.01)
        assert not drawn
        alone.wait(1.0)
    assert drawn == ["tracks"]


def check_high_page(alone: Hands) -> None:
    """A high page puts the numbers of the newest step into the formulas."""
    alone.look(wish.StepOn(steps=3))
    section = alone.page.section("surface")
    assert isinstance(section, SurfaceSection)
    assert not section.table.filled["new_v"][0].isVisible()
    alone.page.resize(1280, 1100)
    alone.look(wish.StepOn(steps=1))
    step = alone.lab.surface.racer.step
    assert step is not None
    for axis, label in enumerate(section.table.filled["new_v"]):
        assert isinstance(label, FormulaLabel)
        assert label.isVisible()
        expected = [0.9, step.before["v"][axis], step.rate, step.g[axis]]
        np.testing.assert_allclose(label.formula.numbers, expected)

    for name in ("sgd", "nesterov", "adagrad", "rmsprop", "adam"):
        alone.look(wish.Follow(name))
        step = alone.lab.surface.racer.step
        assert step is not None
        words = section.table.filled["new_w"][1].formula.numbers
        assert words[0] + words[1] == pytest.approx(step.w_next[1])
        change = section.table.filled["change"][0]
        assert change.formula.numbers[0 if name != "nesterov" else 2] == step.rate


def test_a_hidden_section_draws_nothing(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(SurfaceSection, "refresh", lambda self: drawn.append("refresh"))
    hands.page.hide()
    hands.look(wish.StepOn(steps=3))
    assert not drawn
    hands.page.show()
    hands.session.clock.tick()
    assert drawn


# Knobs


def test_numbers_for_all_or_one_are_typed_or_refused_in_place(hands: Hands) -> None:
    hands.type("descent_rate_field", "0.25")
    assert hands.lab.surface.rate == 0.25
    hands.type("descent_noise_field", "0.5")
    assert hands.lab.surface.noise == 0.5
    hands.click("descent_new_noise", QPushButton)
    assert hands.lab.surface.seed == 1
    hands.type("descent_own_momentum_field", "0.5")
    assert hands.lab.surface.racers["momentum"].experiment.momentum == 0.5
    assert hands.lab.surface.racers["nesterov"].experiment.momentum == 0.9

    hands.type("descent_rate_field", "minus one")
    assert hands.lab.surface.rate == 0.25
    row = hands.part("descent_rate").parent()
    assert "“minus one”" in row.message.text()  # type: ignore[attr-defined]
    hands.type("descent_own_momentum_field", "0.9")
    check_own_values(hands)


def check_own_values(hands: Hands) -> None:
    """Values of one optimizer."""
    field = hands.part("descent_own_learning_rate")
    assert not field.isVisible()
    hands.click("descent_own_rate")
    assert field.isVisible()
    hands.type("descent_own_learning_rate_field", "0.02")
    hands.type("descent_rate_field", "0.3")
    assert hands.lab.surface.racers["momentum"].experiment.learning_rate == 0.02
    hands.click("descent_own_rate")
    assert hands.lab.surface.racers["momentum"].experiment.learning_rate == 0.3

    hands.look(wish.Follow("adam"), wish.SetHyper("adam", "decay", 0.5))
    captions = [label.text() for label in hands.page.findChildren(QLabel) if label.isVisible()]
    assert {"β₁  (paper: 0.9)", "β₂  (paper: 0.999)", "ε  (paper: 1e-8)"} <= set(captions)
    hands.click("descent_paper_values")
    experiment = hands.lab.surface.racers["adam"].experiment
    assert (experiment.learning_rate, experiment.decay) == (0.001, 0.999)


def test_schedules_sliders_and_pace_follow_the_model(hands: Hands) -> None:
    factor, after = hands.part("descent_factor"), hands.part("descent_after")
    assert not factor.isVisible()
    hands.look(wish.SetSchedule("step"))
    assert factor.isVisible()
    assert after.isVisible()
    hands.type("descent_after_field", "20")
    assert hands.lab.surface.racer.experiment.schedule_epochs == 20
    hands.look(wish.SetSchedule("cosine"))
    assert not factor.isVisible()
    assert after.isVisible()

    hands.look(wish.SetNoise(1.5), wish.SetRate(1.0))
    slider = hands.part("descent_noise_slider", QSlider)
    assert slider.value() == 30  # type: ignore[attr-defined]
    assert hands.part("descent_rate").value() == 1.0  # type: ignore[attr-defined]

    pace = hands.part("surface_pace", ChoiceField)
    QTest.keyClick(pace, Qt.Key.Key_Down)
    assert hands.lab.surface.pace == 50
    hands.look(wish.SetPace("surface", 33))
    assert pace.currentText() == "33 a second"  # type: ignore[attr-defined]


# Map and relief


def test_the_ground_is_the_surface(hands: Hands) -> None:
    x, y = np.meshgrid(np.linspace(-10, 10, 101), np.linspace(-5, 5, 51))
    heights = SURFACES["bowl"].value(x, y)
    levels = levels_of(heights)
    assert (np.diff(levels) > 0).all()
    colors = ground_colors(heights, levels, hands.theme.palette).astype(int)
    blue = colors[..., 2] - colors[..., 0]
    assert blue[25, 50] > blue[0, 0], "the valley is dyed"
    assert blue[25, 50] == blue[25, 51], "a band has one colour"
    broken = heights.copy()
    broken[0, 0] = np.nan
    window = hands.theme.color("window")
    assert ground_colors(broken, levels, hands.theme.palette)[0, 0].tolist() == [
        window.red(), window.green(), window.blue(),
    ]  # fmt: skip


def test_lines_lie_where_the_levels_are() -> None:
    heights = np.tile(np.linspace(0, 10, 201), (5, 1))
    levels = np.array([2.0, 5.0, 8.0])
    colors = ground_colors(heights, levels, LIGHT).astype(int)
    plain = ground_colors(heights, np.array([2.0]), LIGHT).astype(int)
    darkest = [int(np.argmin(colors[2, k - 6 : k + 7].sum(axis=1))) + k - 6 for k in (40, 100, 160)]
    assert darkest == pytest.approx([40, 100, 160], abs=1)
    assert (plain[2, 60:] == plain[2, 60]).all(), "no line without a level"


def test_a_plain_at_the_height_of_a_level_is_no_line() -> None:
    heights = np.maximum(np.add.outer(np.zeros(20), np.linspace(-2, 2, 40)), 0.0)
    colors = ground_colors(heights, np.array([0.0, 1.0]), DARK).astype(int)
    assert len(np.unique(colors[:, :18].reshape(-1, 3), axis=0)) == 1
    assert (colors[:, 5] == ground_colors(heights - 0.5, np.array([0.0, 1.0]), DARK)[:, 5]).all(), "the lowest band"


def test_levels_of_nothing_are_none() -> None:
    assert levels_of(np.full((4, 4), np.nan)).size == 0
    assert levels_of(np.ones((4, 4))).size == 0
    assert ground_colors(np.ones((4, 4)), np.zeros(0), LIGHT).shape == (4, 4, 3)


def test_another_race_as_long_as_the_one_before_is_drawn_anew(hands: Hands) -> None:
    hands.look(wish.StepOn(steps=10))
    hands.look(wish.SetRate(0.01), wish.StartOver(), wish.StepOn(steps=10))
    path = hands.lab.surface.racers["sgd"].path
    trail = next(trail for trail in hands.relief().trails if trail.name == "sgd")
    np.testing.assert_allclose(np.stack([trail.u * 10, trail.v * 5], axis=1), path)


def test_the_relief_shows_surface_and_paths_and_is_turned(hands: Hands) -> None:
    hands.look(wish.StepOn(steps=10))
    relief, surface = hands.relief(), SURFACES["bowl"]
    grid = surface.value(*np.meshgrid(np.linspace(*surface.x, CELLS), np.linspace(*surface.y, CELLS)))
    np.testing.assert_allclose(relief.field, (grid - grid.min()) / (grid.max() - grid.min()))
    trail = next(trail for trail in relief.trails if trail.name == "sgd")
    path = hands.lab.surface.racers["sgd"].path
    np.testing.assert_allclose(np.stack([trail.u * 10, trail.v * 5], axis=1), path)
    x, y, hidden = relief.projected(trail)
    middle = relief.camera.pixels(trail.u, trail.v, height_at(relief.field, trail.u, trail.v))
    np.testing.assert_allclose([x, y], np.array(middle) + 8)
    assert hidden.shape == (11,)

    part = hands.lab.surface
    azimuth, elevation = part.azimuth, part.elevation
    hands.drag(relief, QPointF(100, 80), QPointF(140, 90))
    assert (part.azimuth, part.elevation) == (azimuth + 20, elevation + 5)
    assert (relief.azimuth, relief.elevation) == (part.azimuth, part.elevation)
    QTest.keyClick(relief, Qt.Key.Key_Left)
    assert part.azimuth == azimuth + 15
    hands.drag(relief, QPointF(100, 80), QPointF(100, -900))
    assert part.elevation == 10


def test_near_cells_are_painted_after_far_ones_and_hide_what_is_behind() -> None:
    camera = Camera(30.0, 35.0, 400, 300)
    order = camera.order(10, 12)
    u, v = np.meshgrid(np.linspace(-1, 1, 12), np.linspace(-1, 1, 10))
    depth = camera.depth((u[:-1, :-1] + u[1:, 1:]) / 2, (v[:-1, :-1] + v[1:, 1:]) / 2).ravel()
    assert sorted(order.tolist()) == list(range(9 * 11))
    assert (np.diff(depth[order]) <= 1e-12).all()


def test_a_ridge_hides_what_is_behind_it() -> None:
    field = np.zeros((41, 41))
    field[20] = 1.0  # a wall along v = 0
    u, z = np.zeros(2), np.zeros(2)
    v = np.array([0.3, -0.3])
    front = Camera(0.0, 20.0, 400, 300)
    assert front.hidden(u, v, z, field).tolist() == [True, False]
    back = Camera(180.0, 20.0, 400, 300)
    assert back.hidden(u, v, z, field).tolist() == [False, True]
    above = Camera(0.0, 89.0, 400, 300)
    assert above.hidden(u, v, z, field).tolist() == [False, False]


def test_pictures_change_places_and_names_stand_apart(hands: Hands) -> None:
    small = hands.relief().width()
    hands.click("surface_large_relief")
    assert hands.lab.surface.large == "relief"
    assert hands.relief().width() > 1.5 * small
    hands.click("surface_large_map")
    assert hands.relief().width() == small

    hands.look(*(wish.ShowOptimizer(name, True) for name in ("nesterov", "rmsprop")))
    plot = hands.map()
    names = [part for part in plot.parts if part.startswith("label_")]
    assert len(names) == 6
    boxes = [plot._parts[part].mapRectToScene(plot._parts[part].boundingRect()) for part in names]
    boxes = [box.adjusted(4, 4, -4, -4) for box in boxes]
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    check_heads(hands)


def check_heads(hands: Hands) -> None:
    """Names of heads that are close stand apart in both pictures."""
    hands.look(wish.StepOn(steps=400))
    plot = hands.map()
    heads = [part for part in plot.parts if part.startswith("head_")]
    labels = [part for part in plot.parts if part.startswith(("label_", "place_"))]
    boxes = {part: plot._parts[part].mapRectToScene(plot._parts[part].boundingRect()) for part in labels}
    inner = {part: box.adjusted(5, 5, -5, -5) for part, box in boxes.items()}
    assert not [pair for pair in combinations(inner, 2) if inner[pair[0]].intersects(inner[pair[1]])]
    spots = {part: plot.pixel(*(float(values[0]) for values in plot.data(part))) for part in heads}
    assert len(heads) == 6
    assert not [(head, part) for head, spot in spots.items() for part, box in inner.items() if box.contains(spot)]
    names = hands.relief().label_spots()
    middles = [names[name] for name in OPTIMIZER_NAMES]
    for one, other in combinations(middles, 2):
        assert abs(one.x() - other.x()) > 25 or abs(one.y() - other.y()) > 12


def test_notes_keep_clear_and_stay_where_they_are() -> None:
    notes, frame = Notes(), (0.0, 0.0, 300.0, 100.0)
    none, one = np.zeros((0, 4)), Note("a", 100, 50, 40, 10)
    free = notes.place([one], none, np.zeros((0, 2)), frame)
    assert free == {"a": (129, 50)}, "to the right"
    mark = np.array([[115.0, 45, 140, 55]])
    assert notes.place([one], mark, np.zeros((0, 2)), frame) == {"a": (71, 50)}, "to the left of what is marked"
    assert notes.place([one], none, np.zeros((0, 2)), frame) == {"a": (71, 50)}, "and there it stays"
    crowd = [replace(one, name=name) for name in "bcdefg"]
    spots = [*notes.place(crowd, none, np.zeros((0, 2)), frame).values()]
    assert all(abs(a[0] - b[0]) >= 40 or abs(a[1] - b[1]) >= 10 for a, b in combinations(spots, 2))
    level = Note("level", 130, 50, 30, 10, UPON, optional=True)
    assert "level" in notes.place([level], none, np.zeros((0, 2)), frame)
    assert "level" not in notes.place([level], mark, np.zeros((0, 2)), frame)


def test_labels_give_way() -> None:
    assert spread([(0, 50), (0, 50), (0, 50)], 80, 10, 0, 200) == [50, 60, 70]
    assert spread([(0, 50), (100, 50)], 80, 10, 0, 200) == [50, 50]
    assert spread([(0, 198), (0, 199)], 80, 10, 0, 200) == [185, 195]
    assert spread([(0, -40), (0, 400)], 80, 10, 0, 200) == [5, 195]
    assert spread([], 80, 10, 0, 200) == []


# Batches


def test_batches_by_hand(batches: Hands) -> None:
    part = batches.lab.batches
    batches.click("batches_step")
    assert part.ticks == 1
    batches.type("batches_size_field", "4")
    assert part.learners["mini_batch"].size == 4
    batches.type("batches_rate_field", "0.02")
    assert part.experiment.learning_rate == 0.02
    batches.click("batches_follow_stochastic")
    batches.click("batches_show_batch")
    assert part.followed == "stochastic"
    assert "path_batch" not in batches.map("batches_map").parts
    assert "line_batch" not in batches.part("batches_data").parts  # type: ignore[attr-defined]
    batches.press(batches.map("batches_map"), 1.5, 2.0)
    assert part.start == pytest.approx((1.5, 2.0), abs=0.05)
    batches.click("batches_large_data")
    assert part.large == "data"

    batches.look(wish.SetBatchSize(6))
    batches.click("batches_play")
    batches.wait(1.0)
    assert batches.lab.batches.ticks == 24
    section = batches.page.section("batches")
    assert isinstance(section, BatchesSection)
    assert section.bar.count.text() == "epoch 1 · sample 24 of 24"
    epochs, losses = section.chart.data("loss_mini_batch")
    assert epochs.tolist() == [0, 0.25, 0.5, 0.75, 1, 1]
    assert losses[-1] == losses[-2]


# The run's own surface

LANDSCAPE = Landscape(
    iteration=40,
    iterations=np.array([0, 10, 20, 40]),
    path=np.array([[-1.0, -0.5], [-0.4, 0.1], [0.2, 0.3], [0.6, 0.2]]),
    xs=np.linspace(-2, 2, 9),
    ys=np.linspace(-1, 1, 5),
    loss=np.add.outer(np.linspace(-1, 1, 5) ** 2, np.linspace(-2, 2, 9) ** 2) + 0.1,
    position=np.array([0.6, 0.2]),
    distance=0.125,
    explained=np.array([0.8, 0.13]),
    own_loss=0.51,
    samples=200,
    plane=Plane(np.zeros(3), np.eye(3)[:2], np.array([0.8, 0.13])),
)


@pytest.fixture
def made(stage: Hands, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    """The section with a landscape made by hand."""
    monkeypatch.setattr(SessionFacts, "landscape", property(lambda self: LANDSCAPE))
    yield from opened(stage, "yours")


def test_without_a_landscape_there_is_a_way_out_except_for_compared_runs(yours: Hands) -> None:
    assert "has not moved yet" in yours.text("yours_missing")
    assert yours.part("yours_missing").isVisible()
    yours.click("yours_digits")
    assert yours.session.page == "digits"
    # Compared runs have none.
    yours.session.do(OpenPage("compare"))
    yours.look()
    assert "Compared runs" in yours.text("yours_missing")
    assert not yours.part("yours_train").isEnabled()


def test_the_landscape_is_drawn_as_it_is(made: Hands) -> None:
    plot = made.map("yours_map")
    np.testing.assert_array_equal(np.stack(plot.data("path_run"), axis=1), LANDSCAPE.path)
    leap = np.stack(plot.data("leap_run"), axis=1)
    np.testing.assert_array_equal(leap, np.vstack([LANDSCAPE.path[-1], LANDSCAPE.position]))
    assert plot.axes.limits == ((-2, 2), (-1, 1))
    assert plot.text("kept_0") == "0"
    assert "93.0\u00a0%" in made.text("yours_explained")
    assert "80.0\u00a0%" in made.text("yours_explained")
    assert "0.125" in made.text("yours_distance")
    assert "200 training samples" in made.text("yours_distance")
    relief = made.relief("yours_relief")
    logs = np.log10(LANDSCAPE.loss)
    np.testing.assert_allclose(relief.field, (logs - logs.min()) / (logs.max() - logs.min()))
    assert [trail.name for trail in relief.trails] == ["run"]


def test_a_point_is_read_and_its_weights_are_wished(made: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    assert math.isnan(made.part("yours_loss").get_value())  # type: ignore[attr-defined]
    assert not made.part("yours_load").isEnabled()
    plot = made.map("yours_map")
    made.press(plot, 1.0, 0.5)
    point = made.lab.yours.point
    assert point == pytest.approx((1.0, 0.5), abs=0.02)
    made.look(wish.MarkPoint(0.75, 0.25))
    low, high = 0.5**2 + 0.1, 1.0**2 + 0.1
    expected = (low + high) / 2 + (0 + 0.25) / 2
    assert made.part("yours_loss").get_value() == pytest.approx(expected)  # type: ignore[attr-defined]
    assert [trail.name for trail in made.relief("yours_relief").trails] == ["run", "point"]
    made.look(wish.MarkPoint(5, 0))
    assert math.isnan(made.part("yours_loss").get_value()), "beyond the plane"  # type: ignore[attr-defined]
    made.look(wish.MarkPoint(0.75, 0.25))
    wished: list[object] = []
    monkeypatch.setattr(Session, "do", lambda self, intent: wished.append(intent))
    QTest.mouseClick(made.part("yours_load"), LEFT)
    assert wished == [LoadPoint(0.75, 0.25)]


def test_the_head_is_where_the_weights_are_now(made: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other weights of the same iteration, before there is another landscape."""
    snapshot = replace(made.session.snapshot, parameters=np.array([0.3, -0.4, 9.0]))
    monkeypatch.setattr(SessionFacts, "snapshot", property(lambda self: snapshot))
    made.session.snapshot_changed.emit(snapshot)
    made.look()
    x, y = made.map("yours_map").data("head_run")
    assert (x[0], y[0]) == pytest.approx((0.3, -0.4))
    snapshot = replace(snapshot, parameters=np.array([-0.5, 0.5, 9.0]))
    made.session.snapshot_changed.emit(snapshot)
    made.look()
    x, y = made.map("yours_map").data("head_run")
    assert (x[0], y[0]) == pytest.approx((-0.5, 0.5))


def test_a_landscape_with_gaps_is_drawn(made: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    loss = LANDSCAPE.loss.copy()
    loss[0, 0], loss[4, 8] = np.nan, np.inf
    broken = replace(LANDSCAPE, loss=loss)
    monkeypatch.setattr(SessionFacts, "landscape", property(lambda self: broken))
    made.session.landscape_changed.emit(broken)
    made.look()
    assert np.isfinite(made.relief("yours_relief").field).all()
    assert not made.page.grab().isNull()


def test_the_real_run_is_watched_only_while_seen_grows_and_takes_weights_of_a_point(yours: Hands) -> None:
    session = yours.session
    yours.page.hide()
    session.do(Run())
    session.advance(20)
    session.do(Pause())
    assert session.landscape is None
    yours.page.show()
    yours.look()
    assert session.landscape is not None
    yours.click("yours_train")
    assert session.state is RunState.RUNNING
    session.advance(20)
    yours.click("yours_train")
    assert session.state is RunState.PAUSED
    yours.look()
    landscape = session.landscape
    assert landscape is not None
    plot = yours.map("yours_map")
    head = np.array([values[-1] for values in plot.data("leap_run")])
    np.testing.assert_allclose(head, landscape.position, atol=1e-5)
    assert plot.text("label_run") == "iteration 40"
    yours.look(wish.MarkPoint(0.1, 0.05))
    expected = landscape.plane.at(0.1, 0.05)
    yours.click("yours_load")
    np.testing.assert_allclose(session.snapshot.parameters, expected, atol=1e-5)


# Looks


def test_everything_has_a_name_and_is_redrawn_in_other_colours_sizes_and_another_language(hands: Hands) -> None:
    check_names(hands)
    hands.theme.chosen_scale = 1.4
    hands.theme.use("light")
    for section, name in (("surface", "descent_map"), ("batches", "batches_map")):
        hands.look(OpenSection("descent", section), wish.StepOn(section, 30))
        QApplication.sendEvent(hands.page.section(section), QEvent(QEvent.Type.LanguageChange))
        hands.look()
        image = hands.map(name).grab().toImage()
        assert image.pixelColor(image.width() - 40, 30).lightness() > 200, "a light ground"
    hands.theme.chosen_scale = 1.0
    hands.theme.use("dark")


def check_names(hands: Hands) -> None:
    for section in hands.lab.sections:
        hands.look(OpenSection("descent", section))
        for widget in hands.page.section(section).findChildren(QWidget):
            reached = widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            if reached and widget.objectName() and not widget.objectName().startswith("qt_"):
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget.objectName()
