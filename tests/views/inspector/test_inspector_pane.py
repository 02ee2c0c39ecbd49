"""What a user does in the inspector: choose, read, edit, point; and what it says while nothing can be read."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionViewItem, QWidget

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.session.intents import Freeze, RemoveUnit, SetBias, SetWeight, SwitchOff
from nnviz.session.moment import Moment
from nnviz.session.script import Beat
from nnviz.session.showing import Shown
from nnviz.theme.scales import diverging
from nnviz.views.inspector.reading import Choice
from nnviz.views.inspector.terms import VALUE
from nnviz.views.inspector.terms_table import LONG, PAD, fitting, written
from nnviz.widgets.formula import FormulaLabel
from nnviz.widgets.numerals import full

SMALL = Experiment(inputs=2, layers=(LayerSpec(3, "tanh"), LayerSpec(2, "relu")))
IMAGES = Experiment(
    inputs=64, outputs=10, layers=(LayerSpec(4, "relu"), LayerSpec(1, "tanh")), output="softmax", loss="cross_entropy"
)
DIGITS = SimpleNamespace(inputs=64, image=(8, 8), classes=tuple("0123456789"))


def child(pane, name):
    return pane.findChild(QWidget, f"inspector_{name}")


def settle():
    """A label that is given another width asks for another height, and so on."""
    for _ in range(4):
        QApplication.processEvents()


def type_into(field, text):
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_names_are_those_of_the_network_pane(inspect):
    pane = inspect(IMAGES, data=DIGITS)
    names = []
    for layer, unit in ((0, 17), (1, 2), (3, 7)):
        pane.show_unit(layer, unit)
        names.append(pane.title.text())
    assert names == ["input · pixel in row 3, column 2", "hidden 1 · unit 3", "output · class 7"]
    pane.show_edge(1, 3, 0)
    assert pane.title.text() == "hidden 1 · unit 4 → hidden 2 · unit 1"


def test_without_a_choice_or_a_sample_it_says_what_to_do(inspect):
    pane = inspect(SMALL)
    assert "Click a unit" in pane.empty.text()
    assert not pane.copy.isVisible()
    pane.stand_in.nothing = True
    pane.show_unit(1, 0)
    assert pane.title.text() == "hidden 1 · unit 1"
    assert "show a sample" in pane.empty.text()
    pane.stand_in.nothing = False
    pane.stand_in.prediction_changed.emit(None)
    pane.stand_in.clock.tick()
    assert not pane.empty.isVisible()
    assert child(pane, "z").property("value") != 0


def test_an_input_is_one_number(inspect):
    pane = inspect(SMALL)
    pane.show_unit(0, 1)
    assert child(pane, "a").property("value") == pane.stand_in.x[0, 1]
    assert not pane.copy.isVisible()


def test_a_choice_that_a_new_network_does_not_have_is_let_go(inspect, qtbot):
    pane = inspect(SMALL)
    pane.show_unit(1, 2)
    with qtbot.waitSignal(pane.choice_changed) as heard:
        pane.stand_in.become(Experiment(inputs=2, layers=(LayerSpec(2, "tanh"),)))
        pane.stand_in.clock.tick()
    assert heard.args == [None]
    assert "Click a unit" in pane.empty.text()


def test_numbers_follow_the_clock_while_it_is_visible(inspect):
    pane = inspect(SMALL)
    pane.show_unit(1, 0)
    z = child(pane, "z")
    before = z.property("value")
    pane.stand_in.parameters += 0.1
    pane.stand_in.snapshot_changed.emit(None)
    assert z.property("value") == before
    pane.hide()
    pane.stand_in.clock.tick()
    assert z.property("value") == before
    pane.show()
    assert z.property("value") != before


def test_a_bias_can_be_typed(inspect):
    pane = inspect(SMALL)
    pane.show_unit(2, 1)
    type_into(child(pane, "bias"), "0.75")
    assert pane.stand_in.done == [SetBias(2, 1, 0.75)]
    pane.stand_in.clock.tick()
    assert child(pane, "bias").property("value") == 0.75
    assert pane.reading.unit(pane.choice).bias == 0.75


def test_what_is_no_number_changes_nothing_and_says_why(inspect):
    pane = inspect(SMALL)
    pane.show_edge(0, 1, 2)
    for good, text in enumerate(("heavy", "NaN", "inf", "1e400"), 2):
        before = child(pane, "w").property("value")
        type_into(child(pane, "w"), text)
        assert pane.stand_in.done == []
        assert child(pane, "w").property("value") == before
        assert child(pane, "message").isVisible()
        assert text in child(pane, "message").text()
        type_into(child(pane, "w"), str(good))
        assert pane.stand_in.done == [SetWeight(1, 1, 2, float(good))]
        assert not child(pane, "message").isVisible()
        pane.stand_in.done.clear()


def test_what_the_session_refuses_is_said_and_taken_back(inspect, monkeypatch):
    from nnviz.engine.refusal import Refusal

    pane = inspect(SMALL)
    pane.show_edge(0, 1, 2)
    before = child(pane, "w").property("value")

    def refuse(intent):
        raise Refusal("no_such_unit", layer=1, unit=9)

    monkeypatch.setattr(pane.stand_in, "do", refuse)
    type_into(child(pane, "w"), "3")
    assert "has no unit 9" in child(pane, "message").text()
    assert child(pane, "w").property("value") == before


def test_a_refusal_stands_beside_what_was_refused_until_something_else_is_shown(inspect):
    pane = inspect(SMALL)
    pane.show_unit(2, 1)
    type_into(child(pane, "bias"), "heavy")
    assert_in_sight_below(pane, pane.view.rows)
    pane.show_unit(2, 0)
    assert not child(pane, "message").isVisible()
    assert not child(pane, "bias").property("invalid")


@pytest.mark.parametrize(
    ("shown", "about"),
    [
        (Shown(np.array([0.3, -0.4])), "point (0.30, −0.40) · iteration 120"),
        (Shown(np.zeros(2), 1, sample=12), "test sample 12 · iteration 120"),
        (Shown(np.zeros(2), digit_score=0.9), "your drawing · iteration 120"),
        (None, "sample 1 of 1 of the mini-batch · iteration 120"),
    ],
)
def test_it_says_what_goes_through_the_network(inspect, shown, about):
    pane = inspect(SMALL)
    pane.stand_in.shown = shown
    pane.show_unit(1, 0)
    assert pane.about.text() == about


def test_the_activation_of_an_output_is_y(inspect):
    pane = inspect(SMALL)
    pane.show_unit(3, 0)
    assert "output" in child(pane, "a").accessibleName()
    pane.show_unit(2, 0)
    assert "output" not in child(pane, "a").accessibleName()


def test_the_table_has_every_term_and_sorts(inspect):
    pane = inspect(IMAGES, data=DIGITS)
    pane.show_unit(1, 2)
    table = child(pane, "terms")
    terms, account = table.terms, pane.reading.unit(pane.choice)
    assert terms.rowCount() == 64
    products = [terms.data(terms.index(row, 3), VALUE) for row in range(64)]
    assert sorted(products, key=abs, reverse=True) == products
    for row in range(64):
        i = terms.term(row)
        values = [terms.data(terms.index(row, column), VALUE) for column in range(4)]
        assert values == [i + 1, account.weights[i], account.inputs[i], account.products[i]]
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [terms.term(row) for row in range(64)] == list(range(64))
    assert terms.headerData(0, Qt.Orientation.Horizontal).startswith("▴")


def edit_cell(table, row, text):
    index = table.model().index(row, 1)
    table.setCurrentIndex(index)
    table.edit(index)
    editor = table.findChildren(QLineEdit)[-1]
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def assert_in_sight_below(pane, widget):
    message = child(pane, "message")
    assert message.isVisible()
    assert message.parentWidget() is widget.parentWidget()
    assert 0 <= message.y() - widget.geometry().bottom() < 20
    assert message.visibleRegion().boundingRect().height() == message.height()


def test_a_weight_can_be_typed_in_the_table(inspect):
    pane = inspect(SMALL)
    pane.resize(300, 400)
    pane.show_unit(2, 0)
    edit_cell(child(pane, "terms"), 1, "-1.5")
    assert pane.stand_in.done == [SetWeight(2, 1, 0, -1.5)]
    edit_cell(child(pane, "terms"), 2, "1e400")
    assert len(pane.stand_in.done) == 1
    assert "1e400" in child(pane, "message").text()
    assert_in_sight_below(pane, child(pane, "terms"))
    edit_cell(child(pane, "terms"), 2, "0.5")
    assert pane.stand_in.done[1:] == [SetWeight(2, 2, 0, 0.5)]
    assert not child(pane, "message").isVisible()


def test_the_winning_piece_of_maxout_is_what_is_edited(inspect):
    pane = inspect(Experiment(inputs=2, layers=(LayerSpec(4, "maxout", pieces=3),)))
    pieces = set()
    for unit in range(4):
        pane.show_unit(1, unit)
        type_into(child(pane, "bias"), "0.5")
        z = pane.reading.step.forward.z[0][0].reshape(4, 3)[unit]
        assert pane.stand_in.done[-1] == SetBias(1, unit, 0.5, int(z.argmax()))
        pieces.add(int(z.argmax()))
    assert len(pieces) > 1


def test_pointing_at_a_term_lights_its_source(inspect, qtbot):
    pane = inspect(SMALL)
    pane.show_unit(2, 0)
    heard = []
    pane.source_pointed.connect(lambda layer, unit: heard.append((layer, unit)))
    table = child(pane, "terms")
    table.entered.emit(table.model().index(2, 0))
    QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
    assert heard == [(1, 2), (None, 0)]


def test_from_a_unit_to_its_weight_and_back(inspect):
    pane = inspect(SMALL)
    pane.show_unit(2, 1)
    table = child(pane, "terms")
    table.activated.emit(table.model().index(1, 3))
    assert pane.choice == Choice(2, 1, 1)
    child(pane, "source").click()
    assert pane.choice == Choice(1, 1)
    pane.show_edge(1, 2, 1)
    child(pane, "to_target").click()
    assert pane.choice == Choice(2, 1)


def test_hands_on(inspect):
    pane = inspect(SMALL)
    pane.show_unit(1, 2)
    for name in ("freeze", "off", "freeze_layer", "remove"):
        child(pane, name).click()
    assert pane.stand_in.done == [Freeze(1, 2), SwitchOff(1, 2), Freeze(1, -1), RemoveUnit(1, 2)]


def test_only_what_is_possible_is_offered(inspect):
    pane = inspect(IMAGES, data=DIGITS)
    for layer, off, remove in ((1, True, True), (2, True, False), (3, False, False)):
        pane.show_unit(layer, 0)
        assert child(pane, "off").isVisible() == off
        assert child(pane, "remove").isVisible() == remove


def test_weights_as_a_picture(inspect, theme):
    pane = inspect(IMAGES, data=DIGITS)
    pane.show_unit(1, 3)
    picture, account = child(pane, "picture"), pane.reading.unit(pane.choice)
    np.testing.assert_array_equal(picture.values, account.weights.reshape(8, 8))
    assert abs(picture.values).max() <= picture.limit
    QApplication.processEvents()
    image = picture.grab().toImage()
    box, side = picture.box(), picture.box().width() / 8
    wanted = diverging(account.weights.reshape(8, 8), picture.limit, theme.palette)
    for row, column in ((0, 0), (3, 6), (7, 7)):
        pixel = image.pixelColor(round(box.left() + (column + 0.5) * side), round(box.top() + (row + 0.5) * side))
        assert [pixel.red(), pixel.green(), pixel.blue()] == list(wanted[row, column])
    heard = []
    pane.source_pointed.connect(lambda layer, unit: heard.append((layer, unit)))
    QTest.mouseMove(picture, QPoint(round(box.left() + 2.5 * side), round(box.top() + 1.5 * side)))
    assert heard == [(0, 10)]
    assert picture.reading.startswith("row 2, column 3: w = ")
    pane.show_unit(2, 0)
    assert not picture.isVisible()


def test_the_phase_that_is_played_is_set_off(inspect):
    pane = inspect(SMALL)
    pane.show_unit(2, 0)
    step = pane.reading.step

    def active(phase, layer):
        pane.stand_in.passes.moment_changed.emit(Moment(step, 0, Beat(phase, layer, None, 1.0), 0, 0.5))
        return {name for name, part in pane.view.parts.items() if part.is_active}

    assert active("sum", 1) == {"forward", "terms"}
    assert active("sum", 0) == set()
    assert active("activate", 1) == {"forward"}
    assert active("delta", 1) == {"backward"}
    assert active("update", 2) == {"update"}
    pane.show_edge(1, 0, 0)
    assert active("pull", 0) == {"weight"}
    assert active("pull", 1) == set()
    assert active("gradient", 1) == {"gradient"}
    pane.stand_in.passes.moment_changed.emit(None)
    assert not any(part.is_active for part in pane.view.parts.values())


@pytest.mark.parametrize("scale", [1.0, 1.4])
def test_nothing_is_wider_than_the_pane(inspect, theme, scale):
    pane = inspect(IMAGES, data=DIGITS, samples=3)
    theme.set_scale(scale)
    pane.show_unit(2, 0)
    settle()
    for choose in (lambda: pane.show_unit(1, 1), lambda: pane.show_edge(0, 5, 1), lambda: pane.show_unit(3, 2)):
        choose()
        for width in (420, 260, 300):
            pane.resize(width, 700)
            settle()
            assert pane.width() == width
            check_widths(pane, width)


def check_widths(pane, width):
    assert pane.view.width() <= width
    for label in pane.view.findChildren(FormulaLabel):
        if label.isVisible():
            assert label.mapTo(pane, QPoint(label.width(), 0)).x() <= width
            assert label.height() == label.heightForWidth(label.width())


@pytest.mark.parametrize("scale", [1.0, 1.4])
def test_no_number_of_the_table_is_cut(inspect, theme, scale):
    pane = inspect(IMAGES, data=DIGITS)
    theme.set_scale(scale)
    pane.stand_in.parameters *= np.logspace(0, -7, pane.stand_in.parameters.size)
    pane.show_unit(1, 2)
    for width in (260, 340):
        pane.resize(width, 700)
        settle()
        check_table(child(pane, "terms"))


def check_table(table):
    assert table.font() == table.horizontalHeader().font()
    for row in range(table.terms.rowCount()):
        for column in range(4):
            index = table.terms.index(row, column)
            option = QStyleOptionViewItem()
            option.rect, option.font = table.visualRect(index), table.font()
            table.itemDelegate().initStyleOption(option, index)
            assert QFontMetricsF(option.font).horizontalAdvance(option.text) <= option.rect.width() - 2 * PAD
            assert "…" not in option.text
            assert table.terms.data(index, Qt.ItemDataRole.ToolTipRole) in (option.text, full(index.data(VALUE)))


def test_numbers_have_as_many_digits_as_there_is_room_for(theme):
    font = theme.font()
    room = QFontMetricsF(font).horizontalAdvance
    assert written(-0.0123456, room(LONG), font) == "−0.01235"
    assert written(-0.0123456, room(LONG) - 1, font) == "−0.0123"
    assert written(-0.0123456, room("−0.01"), font) == "−0.01"
    assert fitting("−0.01", room("−0.01"), font) == font
    assert fitting("−0.01", room("−0.01") / 2, font).pixelSize() <= QFontInfo(font).pixelSize() / 2


def test_every_formula_and_number_is_read_aloud(inspect):
    pane = inspect(SMALL)
    pane.show_unit(1, 1)
    for label in pane.view.findChildren(FormulaLabel):
        if label.isVisible():
            assert label.accessibleName()
    z = child(pane, "z")
    assert repr(z.property("value")) in z.accessibleName()
    assert "weighted sum" in z.accessibleName()


def test_another_language_and_look(inspect, theme):
    pane = inspect(IMAGES, data=DIGITS)
    pane.show_unit(1, 1)
    theme.use("light")
    QApplication.sendEvent(pane, QEvent(QEvent.Type.LanguageChange))
    pane.grab()
    assert child(pane, "copy").text() == "Copy as NumPy"
    assert child(pane, "z").property("value") == pane.reading.unit(pane.choice).z
