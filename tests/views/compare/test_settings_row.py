"""The settings row: what is typed and chosen there is what is compared."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from nnviz.views.compare.settings_row import SettingsRow
from nnviz.views.compare.words import CompareWords


@pytest.fixture
def words(qapp):
    owner = QObject()
    yield CompareWords(owner)
    owner.deleteLater()


@pytest.fixture
def row(show, words):
    return show(SettingsRow, words)


def explanation(row):
    return row.findChild(QLabel, "compare_explanation").text()


def choose(field, key):
    field.setCurrentIndex(field.findData(key))


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_it_begins_with_three_optimizers(row):
    assert row.setting.value() == "optimizer"
    assert [field.field.value() for field in row.fields] == ["sgd", "momentum", "adam"]
    assert explanation(row) == "Same start, same order of mini-batches: only the optimizer differs."


def test_a_choice_is_compared_and_not_offered_twice(row, compared):
    choose(row.fields[0].field, "rmsprop")
    assert compared.comparison.values == ("rmsprop", "momentum", "adam")
    for field in row.fields:
        keys = [key for key, _ in field.field.choices()]
        assert not set(keys) & (set(compared.comparison.values) - {field.field.value()})


def test_another_setting_brings_its_values(row, compared):
    choose(row.setting, "learning_rate")
    assert compared.comparison.setting.name == "learning_rate"
    assert tuple(field.field.value() for field in row.fields) == compared.comparison.values == (0.001, 0.01, 0.1)
    type_into(row.fields[1].field, "0.5")
    assert compared.comparison.values == (0.001, 0.5, 0.1)
    assert row.message == ""


def test_whole_numbers_stay_whole(row, compared):
    choose(row.setting, "batch_size")
    type_into(row.fields[0].field, "16")
    assert compared.comparison.values == (16, 32)
    assert isinstance(compared.comparison.values[0], int)
    type_into(row.fields[0].field, "1.5")
    assert compared.comparison.values == (16, 32)
    assert "whole number" in row.message


@pytest.mark.parametrize("text", ["abc", "nan", "1e400", "-1", "0.1"])
def test_a_bad_number_is_refused_in_place_with_the_reason(row, compared, text):
    choose(row.setting, "learning_rate")
    type_into(row.fields[1].field, text)
    assert compared.comparison.values == (0.001, 0.01, 0.1)
    assert row.fields[1].field.value() == 0.01
    assert row.fields[1].field.text() == "0.01"
    assert row.message
    type_into(row.fields[1].field, "0.02")
    assert row.message == ""


def test_lanes_come_and_go_between_two_and_four(row, compared):
    QTest.mouseClick(row.add, Qt.MouseButton.LeftButton)
    assert compared.comparison.values == ("sgd", "momentum", "adam", "nesterov")
    assert not row.add.isVisible()
    QTest.mouseClick(row.fields[0].remove, Qt.MouseButton.LeftButton)
    QTest.mouseClick(row.fields[2].remove, Qt.MouseButton.LeftButton)
    assert compared.comparison.values == ("momentum", "adam")
    assert row.add.isVisible()
    assert not any(field.remove.isVisible() for field in row.fields)


def test_a_field_keeps_the_keyboard_while_its_value_changes(row, qtbot):
    row.activateWindow()
    qtbot.waitUntil(row.isActiveWindow)
    field = row.fields[1].field
    field.setFocus()
    choose(field, "adagrad")
    assert row.fields[1].field is field
    assert field.hasFocus()


@pytest.mark.parametrize(
    ("setting", "said"), [("seed", "own start"), ("batch_size", "order of samples"), ("loss", "share no scale")]
)
def test_what_differs_by_its_meaning_is_said(row, setting, said):
    choose(row.setting, setting)
    assert said in explanation(row)


def test_every_part_has_a_name(row):
    for widget in (row, row.setting, row.add, *(part for f in row.fields for part in (f.field, f.remove))):
        assert widget.objectName()
        assert widget.accessibleName()
