"""The controls pane edits every field of the Experiment, follows it, and refuses bad input in place."""

from dataclasses import fields, replace
from html import unescape
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QSlider,
    QSpinBox,
    QWidget,
)

from nnviz.data.catalogue import SOURCES
from nnviz.engine.experiment import (
    ACTIVATION_NAMES,
    CHOICES,
    LIVE_FIELDS,
    UNIT_FIELDS,
    Experiment,
    LayerSpec,
    is_live_change,
)
from nnviz.engine.refusal import Refusal
from nnviz.session.names import NAMES
from nnviz.theme.palettes import DARK, LIGHT
from nnviz.views.controls import ControlsPane
from nnviz.views.controls.rules import changed
from nnviz.widgets.marking import mark_invalid

SETTINGS = tuple(field for field in fields(Experiment) if field.name not in UNIT_FIELDS)
"""Frozen units and those switched off are marked in the drawing of the network."""

FULL = Experiment(
    data="handwriting", samples=900, noise=0.4, test_share=0.25, data_seed=3, scaling="whiten", distortion=0.35,
    inputs=64, outputs=10, layers=(LayerSpec(9, "elu", alpha=0.7, dropout=0.1), LayerSpec(7, "maxout", pieces=4)),
    output="softmax", loss="mse", initializer="he", optimizer="rmsprop", learning_rate=0.00123, momentum=0.5,
    decay=0.8, epsilon=1e-6, schedule="step", schedule_rate=0.25, schedule_epochs=7, l1=1e-5, l2=0.003,
    batch_size=48, epochs=90, patience=6, evaluate_every=50, seed=2**31 - 1, precision="float64",
)  # fmt: skip

ORDER = (
    "layer_0_units", "layer_0_activation", "layer_0_dropout", "layer_0_up", "layer_0_remove",
    "layer_1_units", "layer_1_remove", "layer_2_units", "layer_2_remove", "add_layer", "output", "loss", "initializer",
)  # fmt: skip


def find(pane, name):
    widget = pane.findChild(QWidget, name)
    assert widget is not None, name
    return widget


def type_text(field, text):
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(combo, key):
    combo.setCurrentIndex(combo.findData(key))


def shown(pane, name):
    return not pane.rows[name].isHidden()


def test_every_field_of_the_experiment_has_its_widget(pane):
    for field in SETTINGS:
        find(pane, field.name)


def test_the_pane_shows_another_experiment_without_echo(pane, stage):
    stage.set(FULL)
    for field in SETTINGS:
        if field.name != "layers":
            assert find(pane, field.name).value() == getattr(FULL, field.name), field.name
    for index, layer in enumerate(FULL.layers):
        for name in ("units", "activation", "dropout", "alpha", "theta", "pieces"):
            assert find(pane, f"layer_{index}_{name}").value() == getattr(layer, name)
    assert stage.done == []


TYPED = (
    ("samples", "120", 120), ("noise_field", "0.33", 0.33), ("learning_rate_field", "0.02", 0.02),
    ("batch_size", "17", 17), ("momentum", "0.95", 0.95), ("l2_field", "1e-4", 1e-4), ("patience", "5", 5),
    ("seed", "42", 42),
)  # fmt: skip


def test_typing_configures_the_session_once(pane, stage):
    for name, text, value in TYPED:
        stage.set(Experiment())
        stage.done.clear()
        type_text(find(pane, name), text)
        assert stage.done == [replace(Experiment(), **{name.removesuffix("_field"): value})]


def test_combos_carry_keys_and_show_names(pane, stage):
    for field in (*CHOICES, "data"):
        stage.set(Experiment())
        combo = find(pane, field)
        assert combo.count() > 1
        for index in range(combo.count()):
            combo.setCurrentIndex(index)
            key = combo.itemData(index)
            assert getattr(stage.experiment, field) == key
            assert combo.itemText(index) == NAMES[field][key]


@pytest.mark.parametrize(("field", "keys"), [*CHOICES.items(), ("data", SOURCES), ("activation", ACTIVATION_NAMES)])
def test_every_key_has_a_name(field, keys):
    assert set(keys) <= set(NAMES[field])


def test_slider_keys_change_the_learning_rate(pane, stage):
    QTest.keyClick(find(pane, "learning_rate_slider"), Qt.Key.Key_PageUp)
    assert [experiment.learning_rate for experiment in stage.done] == [0.018]


def test_bad_text_is_refused_beside_its_field(pane, stage):
    for name in ("samples", "learning_rate_field", "momentum", "epochs", "seed"):
        field, row = find(pane, name), pane.rows[name.removesuffix("_field")]
        type_text(field, "-1")
        assert stage.done == []
        assert field.property("invalid") is True
        assert "“-1” is not possible here" in row.message.text()
        assert not row.message.isHidden()
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert row.message.isHidden()


def test_bad_units_are_refused_on_their_card(pane, stage):
    type_text(find(pane, "layer_1_units"), "5000")
    assert stage.done == []
    assert "from 1 to 4096" in pane.findChild(QWidget, "layer_1").message.text()


def test_what_the_session_refuses_is_said_in_place_until_the_next_edit(pane, stage):
    stage.refusal = Refusal("softmax_needs_two")
    choose(find(pane, "output"), "softmax")
    assert find(pane, "output").value() == "sigmoid"
    assert "at least two units" in pane.rows["output"].message.text()
    stage.refusal = None
    type_text(find(pane, "batch_size"), "8")
    assert pane.rows["output"].message.isHidden()


def test_layers_are_added_edited_moved_and_removed(pane, stage):
    click(find(pane, "add_layer"))
    type_text(find(pane, "layer_2_units"), "3")
    choose(find(pane, "layer_2_activation"), "leaky_relu")
    type_text(find(pane, "layer_2_alpha"), "0.2")
    type_text(find(pane, "layer_2_dropout"), "0.5")
    new = LayerSpec(3, "leaky_relu", alpha=0.2, dropout=0.5)
    first = LayerSpec(8, "tanh")
    assert stage.experiment.layers == (first, first, new)
    click(find(pane, "layer_2_up"))
    click(find(pane, "layer_1_up"))
    assert stage.experiment.layers == (new, first, first)
    click(find(pane, "layer_0_down"))
    click(find(pane, "layer_0_remove"))
    assert stage.experiment.layers == (new, first)
    assert pane.findChild(QWidget, "layer_2") is None


def test_batch_norm_and_residual_are_switched(pane, stage):
    first, second = LayerSpec(8, "tanh"), LayerSpec(8, "tanh")
    click(find(pane, "layer_0_batch_norm"))
    click(find(pane, "layer_1_residual"))
    assert stage.experiment.layers == (replace(first, batch_norm=True), replace(second, residual=True))
    assert find(pane, "layer_0_batch_norm").isChecked()
    assert find(pane, "layer_0_parameters").text() == "2·8 + 8 + 2·8 = 40"
    assert find(pane, "parameter_count").text() == "121 parameters"
    click(find(pane, "layer_0_batch_norm"))
    assert stage.experiment.layers == (first, replace(second, residual=True))


def test_residual_is_offered_where_it_fits_and_goes_where_it_no_longer_does(pane, stage):
    boxes = [find(pane, f"layer_{k}_residual") for k in (0, 1)]
    assert [box.isEnabled() for box in boxes] == [False, True], "two inputs, eight and eight units"
    assert "both need as many units: there are 2 and 8" in boxes[0].toolTip()
    assert boxes[0].accessibleDescription() in unescape(boxes[0].toolTip())
    click(boxes[1])
    count = len(stage.done)
    type_text(find(pane, "layer_0_units"), "5")
    assert [layer.residual for layer in stage.experiment.layers] == [False, False]
    assert len(stage.done) == count + 1, "one edit"
    assert not boxes[1].isChecked()
    assert not boxes[1].isEnabled()
    type_text(find(pane, "layer_0_units"), "2")
    assert boxes[0].isEnabled()
    assert "both need" not in boxes[0].toolTip()
    click(boxes[0])
    choose(find(pane, "data"), "handwriting")
    assert stage.experiment.inputs == 64
    assert not stage.experiment.layers[0].residual


def test_all_layers_can_go(pane, stage):
    click(find(pane, "layer_0_remove"))
    click(find(pane, "layer_0_remove"))
    assert stage.experiment.layers == ()
    click(find(pane, "add_layer"))
    assert stage.experiment.layers == (LayerSpec(),)


def test_a_layer_shows_the_parameters_its_activation_has(pane):
    wanted = {"relu": set(), "elu": {"alpha"}, "thresholded_relu": {"theta"}, "maxout": {"pieces"}}
    for activation, parameters in wanted.items():
        choose(find(pane, "layer_0_activation"), activation)
        card = find(pane, "layer_0")
        there = {n for n in ("alpha", "theta", "pieces") if find(pane, f"layer_0_{n}").isVisibleTo(card)}
        assert there == parameters


def test_the_parameter_count_is_live(pane, stage):
    assert find(pane, "parameter_count").text() == "105 parameters"
    type_text(find(pane, "layer_0_units"), "4")
    assert find(pane, "parameter_count").text() == "61 parameters"
    assert find(pane, "parameter_sum").text() == "(2·4 + 4) + (4·8 + 8) + (8·1 + 1)"
    assert find(pane, "layer_0_parameters").text() == "2·4 + 4 = 12"


MEANT = (
    (("optimizer", "sgd"), (), ("momentum", "decay", "epsilon")),
    (("optimizer", "adagrad"), ("epsilon",), ("momentum", "decay")),
    (("optimizer", "adam"), ("momentum", "decay", "epsilon"), ()),
    (("schedule", "constant"), (), ("schedule_rate", "schedule_epochs")),
    (("schedule", "cosine"), ("schedule_epochs",), ("schedule_rate",)),
    (("schedule", "step"), ("schedule_rate", "schedule_epochs"), ()),
    (("data", "mnist"), ("distortion",), ("samples", "noise", "test_share", "data_seed")),
    (("data", "handwriting"), ("distortion", "samples", "test_share"), ("noise",)),
    (("data", "wave"), ("noise", "samples"), ("distortion",)),
)


def test_fields_are_shown_where_they_mean_something(pane, stage):
    for choice, there, gone in MEANT:
        stage.set(changed(Experiment(), *choice))
        assert all(shown(pane, name) for name in there), choice
        assert not any(shown(pane, name) for name in gone), choice


def test_the_first_view_is_calm_until_advanced_is_opened(pane):
    advanced = pane.sections["section_advanced"]
    hidden = {name for name, row in pane.rows.items() if advanced.isAncestorOf(row)}
    assert {"decay", "epsilon", "precision", "data_seed", "evaluate_every", "momentum", "seed"} <= hidden
    assert hidden.isdisjoint({"optimizer", "learning_rate", "batch_size", "epochs", "l1", "l2"})
    assert [name for name, section in pane.sections.items() if not section.is_expanded()] == ["section_advanced"]
    assert not find(pane, "momentum").isVisibleTo(pane)
    click(advanced.header)
    assert find(pane, "momentum").isVisibleTo(pane)


def test_units_and_activation_share_a_line(pane, stage):
    pane.show()
    for activation, width in product(("relu", "softplus", "leaky_relu"), (260, 300)):
        stage.set(replace(Experiment(), layers=(LayerSpec(4096, activation),)))
        pane.resize(width, 900)
        QApplication.processEvents()
        units, chosen = find(pane, "layer_0_units"), find(pane, "layer_0_activation")
        assert units.y() == chosen.y()
        assert chosen.x() > units.geometry().right()


def test_the_mark_of_a_new_start_is_honest(pane):
    for name, row in pane.rows.items():
        if name in ("inputs", "outputs"):
            continue
        assert row.caption.restart is (name not in LIVE_FIELDS), name
        assert ("new start" in row.editor.toolTip()) is row.caption.restart
        other = replace(Experiment(), **{name: getattr(FULL, name)}) if name not in ("data", "output", "loss") else None
        if other is not None:
            assert is_live_change(Experiment(), other) is not row.caption.restart, name


def test_everything_a_user_touches_has_a_name(pane, stage):
    stage.set(FULL)
    kinds = (QComboBox, QSpinBox, QSlider, QAbstractButton)
    touched = [widget for kind in kinds for widget in pane.widget().findChildren(kind)]
    touched += [w for w in pane.widget().findChildren(QLineEdit) if not isinstance(w.parent(), QSpinBox)]
    names = [widget.objectName() for widget in touched]
    assert len(touched) > 50
    assert all(names)
    assert len(set(names)) == len(names)
    assert all(widget.accessibleName() for widget in touched)
    assert all(find(pane, field.name).accessibleDescription() for field in SETTINGS if field.name != "layers")


def test_facts_are_read_out_with_their_number(pane, stage):
    stage.set(changed(stage.experiment, "data", "mnist"))
    assert find(pane, "inputs").text() == "784"
    assert find(pane, "inputs").accessibleName() == "Inputs: 784"


def test_scrolling_the_pane_changes_nothing(pane, stage):
    stage.set(replace(FULL, learning_rate=0.01))
    kinds = (QComboBox, QSpinBox, QSlider)
    touched = [widget for kind in kinds for widget in pane.widget().findChildren(kind)]
    spot, none = QPointF(5, 5), Qt.MouseButton.NoButton
    for widget in touched:
        turn = QWheelEvent(
            spot, widget.mapToGlobal(spot), QPoint(), QPoint(0, -120), none, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, turn)
    assert len(touched) > 25
    assert stage.done == []


class Longer(QTranslator):
    """A language whose words are a third longer."""

    def translate(self, context, source, disambiguation=None, n=-1):
        return source + "n" * -(-len(source) // 3)

    def isEmpty(self):
        return False


@pytest.fixture
def longer(qtbot):
    translator = Longer()
    QApplication.installTranslator(translator)
    yield
    QApplication.removeTranslator(translator)


def cut_off(pane, width):
    """Labels and combos that have less room than their text needs."""
    pane.resize(width, 900)
    pane.show()
    QApplication.processEvents()
    QApplication.processEvents()
    widgets = [*pane.widget().findChildren(QLabel), *pane.widget().findChildren(QComboBox)]
    assert pane.widget().width() == pane.viewport().width()
    visible = [widget for widget in widgets if widget.isVisible()]
    assert len(visible) > 30
    return [
        (widget.objectName(), widget.size(), widget.minimumSizeHint())
        for widget in visible
        if widget.width() < widget.minimumSizeHint().width() or widget.height() < widget.minimumSizeHint().height()
    ]


def test_nothing_is_cut_off(pane, stage):
    stage.set(FULL)
    for width in (360, 280, 300):
        assert cut_off(pane, width) == []


def test_nothing_is_cut_off_in_a_language_with_longer_words(stage, longer, qtbot):
    pane = ControlsPane(stage)
    qtbot.addWidget(pane)
    stage.set(FULL)
    for width in (360, 280):
        assert cut_off(pane, width) == []


def test_the_language_can_change_while_the_pane_is_shown(pane):
    translator = Longer()
    QApplication.installTranslator(translator)
    QApplication.processEvents()
    renamed = (
        pane.rows["seed"].caption.text(),
        find(pane, "loss").itemText(0),
        pane.sections["section_data"].header.text(),
    )
    QApplication.removeTranslator(translator)
    QApplication.processEvents()
    assert renamed == ("Seednn", "binary cross-entropynnnnnnn", "Datann")
    assert pane.rows["seed"].caption.text() == "Seed"


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_cards_and_lines_have_the_colours_of_the_theme(pane, stage, theme, palette):
    stage.set(FULL)
    theme.use(palette.name)
    for role, colour in (("layer", palette.raised), ("rule", palette.border)):
        frame = next(one for one in pane.findChildren(QFrame) if one.property("role") == role)
        picture = frame.grab().toImage()
        assert picture.pixelColor(picture.width() // 2, picture.height() - 4 if role == "layer" else 0).name() == colour


def test_a_refused_number_has_a_rim_of_warning(pane, theme):
    field = find(pane, "seed")
    plain = field.grab().toImage()
    mark_invalid(field, True)
    assert plain.pixelColor(40, 0).name() == theme.palette.border
    assert field.grab().toImage().pixelColor(40, 0).name() == theme.palette.warning


def test_the_tab_key_walks_in_reading_order(pane, stage):
    stage.set(replace(Experiment(), layers=(LayerSpec(), LayerSpec(), LayerSpec())))
    click(find(pane, "layer_0_remove"))
    click(find(pane, "add_layer"))
    names, widget = [], find(pane, "section_network_header")
    while "section_training_header" not in names:
        widget = widget.nextInFocusChain()
        names.append(widget.objectName())
    walked = [name for name in names if name in ORDER]
    assert walked == list(ORDER)
