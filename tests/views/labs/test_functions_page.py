"""The page of the lab “functions” by mouse and keyboard, its words and its pictures."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from nnviz.session.labs.functions.intents import (
    AddConstant,
    ChooseActivation,
    FunctionsIntent,
    SetLogits,
    SetProbe,
    SetVector,
)
from nnviz.session.labs.functions.lab import FunctionsLab
from nnviz.session.labs.lab import OpenSection
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.labs.functions.page import FunctionsPage
from nnviz.views.labs.functions.softmax_columns import FittingNumber, OutputBar
from nnviz.views.labs.functions.units import UnitStrip
from nnviz.views.labs.plot.plot import LabPlot
from nnviz.widgets.count_field import CountField
from nnviz.widgets.drag_field import DragField
from nnviz.widgets.formula import FormulaLabel
from nnviz.widgets.number_field import NumberField
from nnviz.widgets.ticks import linear_ticks
from tests.curriculum.stage import dismiss, put_away, renew, staged


class Hands:
    """The page and what a user does with it."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self.session, self.theme = session, theme
        self.lab = session.labs.of(FunctionsLab)
        self.page = FunctionsPage(session, theme, self.lab)

    def look(self, *intents: FunctionsIntent) -> None:
        for intent in intents:
            self.session.do(intent)
        self.session.clock.tick()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def open(self, section: str) -> None:
        self.session.do(OpenSection("functions", section))
        self.look()

    def part(self, kind: type[QWidget], name: str) -> QWidget:
        found = self.page.findChild(kind, name)
        assert isinstance(found, kind)
        return found

    def press(self, name: str) -> None:
        button = self.part(QWidget, name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.look()

    def type(self, name: str, text: str) -> None:
        field = self.part(QWidget, name)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.look()

    def plot(self, name: str) -> LabPlot:
        plot = self.part(LabPlot, name)
        assert isinstance(plot, LabPlot)
        return plot

    def drag(self, plot: LabPlot, start: QPointF, end: QPointF) -> None:
        held = Qt.MouseButton.LeftButton
        for kind, at, buttons in (
            (QEvent.Type.MouseButtonPress, start, held),
            (QEvent.Type.MouseMove, end, held),
            (QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton),
        ):
            button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else held
            event = QMouseEvent(kind, at, plot.mapToGlobal(at), button, buttons, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(plot.viewport(), event)
        self.look()


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Hands]:
    for stage in staged(Hands):
        yield stage
        dismiss(stage.page)


@pytest.fixture
def hands(stage: Hands, request: pytest.FixtureRequest) -> Iterator[Hands]:
    """The page as it opens, with a section in front: the parameter, or activations."""
    renew(stage.session, *map(stage.lab.part, stage.lab.sections))
    stage.page.resize(1100, 640)
    stage.page.show()
    stage.page.activateWindow()
    QApplication.processEvents()
    stage.open(getattr(request, "param", "activations"))
    yield stage
    put_away(stage.page)


def test_thumbnails_are_painted_pressed_and_walked_through(hands: Hands) -> None:
    thumbnail = hands.part(QWidget, "activation_sigmoid")
    thumbnail.setFocus()
    QTest.keyClick(thumbnail, Qt.Key.Key_Down)
    assert hands.lab.activations.name == "relu"
    hands.press("activation_elu")
    assert hands.lab.activations.name == "elu"
    assert hands.part(QWidget, "activation_elu").curve is hands.lab.activations.curve("elu")  # type: ignore[attr-defined]
    title = hands.part(QWidget, "formula").title  # type: ignore[attr-defined]
    assert title.text() == "ELU"
    check_painting(hands)


def check_painting(hands: Hands) -> None:
    """Thumbnails are painted where the curve is."""
    thumbnail = hands.part(QWidget, "activation_identity")
    picture = thumbnail.grab().toImage()
    ratio = picture.devicePixelRatio()
    names = {
        picture.pixelColor(QPoint(round(x * ratio), round(y * ratio))).name()
        for x in range(8, thumbnail.width() - 8)
        for y in range(24, thumbnail.height() - 8)
    }
    accent = hands.page._theme.palette.accent
    assert any(np.abs(_rgb(name) - _rgb(accent)).max() < 24 for name in names)


def test_the_probe_is_dragged_on_either_plot_and_put_where_one_is_pressed(hands: Hands) -> None:
    for name, reading in (("activation_value", "value"), ("activation_slope", "slope")):
        hands.look(SetProbe(1.0))
        plot = hands.plot(name)
        start = plot.pixel(1.0, getattr(hands.lab.activations.reading, reading))
        hands.drag(plot, start, start + QPointF(-120, 0))
        probe = hands.lab.activations.probe
        assert probe == pytest.approx(plot.point(start + QPointF(-120, 0))[0], abs=0.05)
        assert probe < 0
        for other in ("activation_value", "activation_slope"):
            assert float(hands.plot(other).data("line")[0][0]) == probe
    check_pressing(hands)


def check_pressing(hands: Hands) -> None:
    """The probe is put where a plot is pressed and stays within."""
    plot = hands.plot("activation_value")
    at = plot.pixel(-3.0, 0.9)
    hands.drag(plot, at, at)
    assert hands.lab.activations.probe == pytest.approx(-3.0, abs=0.05)
    hands.drag(plot, at, QPointF(2.0, at.y()))
    assert hands.lab.activations.probe == -6.0


def test_hovering_reads_both_plots_and_leaves_the_probe_to_keys(hands: Hands) -> None:
    value, slope = hands.plot("activation_value"), hands.plot("activation_slope")
    at = value.pixel(2.0, 0.5)
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, value.mapToGlobal(at), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(value.viewport(), event)
    x = float(slope.data("ghost")[0][0])
    assert x == pytest.approx(2.0, abs=0.05)
    assert value.text("ghost_reading").strip().startswith("f(")
    assert hands.lab.activations.probe == 1.0
    QApplication.sendEvent(value, QEvent(QEvent.Type.Leave))
    assert "ghost" not in slope.parts
    check_typing(hands)


def check_typing(hands: Hands) -> None:
    """The probe by keyboard and by typing."""
    plot = hands.plot("activation_slope")
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert hands.lab.activations.probe == pytest.approx(1.12)
    hands.type("probe_x", "-2.5")
    assert hands.lab.activations.probe == -2.5
    hands.type("probe_x", "7")
    assert hands.lab.activations.probe == -2.5
    assert hands.part(NumberField, "probe_x").property("invalid")


def test_alpha_by_slider_and_by_typing(hands: Hands) -> None:
    hands.press("activation_leaky_relu")
    slider = hands.part(QSlider, "alpha_slider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    hands.look()
    assert hands.lab.activations.shape.alpha == pytest.approx(0.11)
    hands.type("alpha_field", "1.5")
    assert hands.lab.activations.shape.alpha == 1.5
    assert "max_form" in hands.plot("activation_value").parts
    hands.press("activation_relu")
    assert not hands.part(QWidget, "parameters").isVisible()
    assert "max_form" not in hands.plot("activation_value").parts


def test_maxout_pieces_are_edited_added_and_made_relu(hands: Hands) -> None:
    hands.press("activation_maxout")
    assert {"piece_0", "piece_2", "piece_1_name"} <= set(hands.plot("activation_value").parts)
    hands.press("more_pieces")
    hands.type("piece_3_slope", "2")
    assert hands.lab.activations.shape.lines[3] == (2.0, 0.0)
    hands.press("fewer_pieces")
    assert len(hands.lab.activations.shape.lines) == 3
    hands.press("relu_pieces")
    assert hands.lab.activations.from_relu == 0
    assert "piece_2" not in hands.plot("activation_value").parts


def test_the_live_network_by_its_buttons(hands: Hands) -> None:
    assert not hands.part(QWidget, "live_units").isVisible()
    hands.press("activation_relu")
    assert hands.part(QWidget, "live_units").isVisible()
    hands.press("units_train_1")
    hands.press("units_train_50")
    units = hands.lab.activations.units
    assert units.trainer.iteration == 51
    strip = hands.part(UnitStrip, "unit_strip")
    assert isinstance(strip, UnitStrip)
    assert strip.fired == pytest.approx(units.fired)
    assert "dead" in strip.accessibleDescription()
    check_texts(strip)
    picture = strip.grab().toImage()
    ratio = picture.devicePixelRatio()
    middle = picture.pixelColor((strip.cell(strip.dead[0]).center() * ratio).toPoint()).name()
    warning = hands.page._theme.palette.warning
    assert np.abs(_rgb(middle) - _rgb(warning)).max() < 8, "a cross in the middle"
    hands.type("units_learning_rate", "0.5")
    assert (units.learning_rate, units.trainer.iteration) == (0.5, 0)
    hands.press("units_restart")
    assert units.trainer.iteration == 0


def check_texts(strip: UnitStrip) -> None:
    """Units tell what they are."""
    assert strip.text_of(strip.dead[0]) == f"unit {strip.dead[0] + 1}: dead, it fires for no sample"
    lit = int(strip.fired.argmax())
    assert strip.text_of(lit).endswith(f"fires for {strip.fired[lit]:.0%} of the samples".replace("%", "\u00a0%"))


def test_formulas_come_after_the_curves(session: Session, theme: Theme, qtbot: QtBot) -> None:
    lab = session.labs.of(FunctionsLab)
    page = FunctionsPage(session, theme, lab)
    qtbot.addWidget(page)
    page.show()
    labels = page.findChildren(FormulaLabel)
    assert len(page.findChild(LabPlot, "activation_value").data("curve")[0]) > 400  # type: ignore[union-attr]
    assert not any(label.formula.words for label in labels)
    session.clock.tick()
    assert all(label.formula.words for label in labels)
    page.close()


@pytest.mark.parametrize("hands", ["softmax"], indirect=True)
def test_logits_by_slider_field_and_count(hands: Hands) -> None:
    part = hands.lab.softmax
    slider = hands.part(QSlider, "logit_2_slider")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    hands.look()
    assert (part.logits[2], part.chosen) == (2.0, 2)
    field = hands.part(DragField, "logit_1")
    assert isinstance(field, DragField)
    hands.type("logit_1", "-3.5")
    assert (part.logits[1], part.chosen, field.get_value()) == (-3.5, 1, -3.5)
    count = hands.part(CountField, "logit_count")
    count.setFocus()
    QTest.keyClick(count, Qt.Key.Key_Up)
    hands.look()
    assert part.logits == (2.0, -3.5, 2.0, -1.0, 0.0)
    assert hands.part(OutputBar, "output_bar_4").isVisible()
    hands.press("all_equal")
    assert len(set(part.logits)) == 1
    check_sliders(hands)


def check_sliders(hands: Hands) -> None:
    """Temperature and constant by slider."""
    for name in ("temperature", "constant"):
        slider = hands.part(QSlider, f"{name}_slider")
        before = getattr(hands.lab.softmax, name)
        slider.setFocus()
        QTest.keyClick(slider, Qt.Key.Key_Right)
        hands.look()
        assert getattr(hands.lab.softmax, name) > before


@pytest.mark.parametrize("hands", ["softmax"], indirect=True)
def test_the_bounds_are_drawn_over_the_pressed_column_and_dragged(hands: Hands) -> None:
    hands.press("output_bar_1")
    assert hands.lab.softmax.chosen == 1
    plot = hands.plot("lse_bounds")
    assert plot.axes._titles[0] == "x₂"
    start = plot.pixel(1.0, hands.lab.softmax.lse)
    hands.drag(plot, start, start + QPointF(80, 0))
    moved = hands.lab.softmax.logits[1]
    assert moved == pytest.approx(plot.point(start + QPointF(80, 0))[0], abs=0.1)
    assert float(plot.data("chosen")[1][0]) == pytest.approx(hands.lab.softmax.lse)
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert hands.lab.softmax.logits[1] == pytest.approx(moved - 0.2, abs=1e-3)
    check_dot(hands)


def check_dot(hands: Hands) -> None:
    """The dot is seen wherever the axes go."""
    hands.look(AddConstant(60.0))
    plot = hands.plot("lse_bounds")
    x, y = (float(values[0]) for values in plot.data("chosen"))
    picture = plot.grab().toImage()
    middle = picture.pixelColor((plot.pixel(x, y) * picture.devicePixelRatio()).toPoint()).name()
    assert middle == hands.page._theme.palette.accent


@pytest.mark.parametrize("hands", ["softmax"], indirect=True)
def test_small_outputs_fit_their_columns(hands: Hands) -> None:
    hands.look(SetLogits((10.0, 7.3, -10.0, -9.1, -8.2, -7.7, -5.5, -3.1)))
    for k in range(8):
        label = hands.part(FittingNumber, f"output_{k}")
        assert isinstance(label, FittingNumber)
        assert label.get_value() == hands.lab.softmax.outputs[k]
        text, font = label.fitted()
        assert text
        label.setFont(font)
        assert label.fontMetrics().horizontalAdvance(text) <= label.width() + 2, text


@pytest.mark.parametrize("hands", ["stability"], indirect=True)
def test_the_vector_is_typed_and_resized(hands: Hands) -> None:
    hands.type("entry_1", "5")
    assert hands.lab.stability.vector == (1010.0, 5.0, 990.0)
    hands.type("entry_1", "1e9")
    assert hands.lab.stability.vector == (1010.0, 5.0, 990.0)
    hands.press("more_entries")
    assert not hands.part(QPushButton, "more_entries").isEnabled()
    hands.press("fewer_entries")
    hands.press("vector_preset_2")
    assert hands.lab.stability.trouble == "underflow"
    why = hands.part(QLabel, "naive_why")
    assert isinstance(why, QLabel)
    assert "−745.13" in why.text()
    hands.look(SetVector((1.0, 2.0)))
    assert why.property("role") == "hint"
    check_sizes(hands)


def check_sizes(hands: Hands) -> None:
    """Numbers keep their size when they overflow."""
    hands.look(SetVector((1010.0, 1000.0, 990.0)))
    size = hands.part(QLabel, "shifted_x_0").font().pointSizeF()
    assert hands.part(QLabel, "naive_power_0").font().pointSizeF() == size
    hands.look(SetVector((1.0, 2.0)))
    assert hands.part(QLabel, "naive_power_0").font().pointSizeF() == size


def check_names(hands: Hands) -> None:
    """Everything that takes the focus has one."""
    parts = [w for w in hands.page.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    inner = {"QLineEdit"}
    nameless = [w for w in parts if not w.accessibleName() and w.metaObject().className() not in inner]
    assert [(w.objectName(), w.metaObject().className()) for w in nameless if not _is_button(w)] == []


def _is_button(widget: QWidget) -> bool:
    """A button's text is its name."""
    return isinstance(widget, QPushButton) and bool(widget.text())


def test_everything_has_a_name_and_another_language_words_it_again(hands: Hands) -> None:
    for section in ("softmax", "stability", "activations"):
        hands.open(section)
        check_names(hands)
    title = hands.part(QWidget, "probe").title  # type: ignore[attr-defined]
    title.setText("?")
    QApplication.sendEvent(hands.page, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendEvent(hands.page.section("activations"), QEvent(QEvent.Type.LanguageChange))
    assert title.text() == "Probe"
    hands.look()
    assert all(label.formula.words for label in hands.page.section("activations").findChildren(FormulaLabel))


def test_numbers_beside_an_axis_are_where_they_say() -> None:
    assert linear_ticks((-6, 6), 5) == [(-5.0, "−5.0"), (-2.5, "−2.5"), (0.0, "0.0"), (2.5, "2.5"), (5.0, "5.0")]


def test_nothing_is_painted_while_nothing_changes(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    section = hands.page.section("activations")
    drawn: list[int] = []
    monkeypatch.setattr(type(section), "refresh", lambda self: drawn.append(1))
    hands.look()
    assert drawn == []
    hands.look(SetProbe(0.25))
    assert drawn == [1]


def _rgb(name: str) -> np.ndarray:
    return np.array([int(name[k : k + 2], 16) for k in (1, 3, 5)])


# The last one: to dress everything anew takes long.


def test_it_fits_into_a_small_window_with_large_writing(hands: Hands) -> None:
    for section in ("softmax", "stability"):
        hands.open(section)
    hands.theme.set_scale(1.4)
    hands.page.resize(1280, 640)
    for section in ("activations", "softmax", "stability"):
        hands.open(section)
        hands.look(ChooseActivation("relu"), SetLogits((1.0,) * 8), SetVector((1000.0,) * 4))
        least = hands.page.minimumSizeHint()
        assert (least.width() <= 1280, least.height() <= 640) == (True, True), (section, least)
