"""The table: its numbers are those of the lanes."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from nnviz.data import catalogue
from nnviz.engine.experiment import LayerSpec
from nnviz.session.intents import Configure, Pause
from nnviz.views.compare.lane_table import LaneTable
from nnviz.views.compare.words import CompareWords
from nnviz.widgets.number_label import NumberLabel
from nnviz.widgets.numerals import percent


@pytest.fixture
def table(show, qapp):
    owner = QObject()
    yield show(LaneTable, CompareWords(owner))
    owner.deleteLater()


def fact(table, lane, name):
    return table.findChild(NumberLabel, f"lane_{lane}_{name}")


def text(table, lane, name):
    return table.findChild(QLabel, f"lane_{lane}_{name}").text()


def test_before_training_there_is_only_an_evaluation(table, compared):
    for k, lane in enumerate(compared.comparison.lanes):
        assert fact(table, k, "iteration").value == 0
        assert np.isnan(fact(table, k, "loss").value)
        assert fact(table, k, "test_loss").value == lane.history.test_loss[0]
        assert text(table, k, "state") == "ready"
    assert [text(table, k, "value") for k in range(3)] == ["SGD", "momentum", "Adam"]
    assert not fact(table, 3, "iteration").isVisible()


def test_numbers_are_those_of_the_histories(table, compared, train):
    train(80)
    for k, lane in enumerate(compared.comparison.lanes):
        h = lane.history
        assert fact(table, k, "iteration").value == h.iteration[-1] == 80
        assert fact(table, k, "loss").value == np.mean(h.loss[-50:])
        assert fact(table, k, "test_loss").value == h.test_loss[-1]
        assert fact(table, k, "test_accuracy").value == h.test_accuracy[-1]
        assert fact(table, k, "test_accuracy").text() == percent(h.test_accuracy[-1])
        assert str(float(h.test_loss[-1])) in fact(table, k, "test_loss").accessibleName()
        assert text(table, k, "state") == "training"
    compared.do(Pause())
    compared.clock.tick()
    assert text(table, 0, "state") == "paused"


def test_a_diverged_lane_says_when(table, compared, compare, train):
    compare("learning_rate", 0.01, 9000.0)
    layers = tuple(LayerSpec(8, "relu") for _ in range(3))
    fields = catalogue.defaults("wave") | {"optimizer": "sgd"}
    compared.do(Configure(replace(compared.experiment, layers=layers, **fields)))
    train(60)
    bad = compared.comparison.lanes[1]
    assert text(table, 1, "state") == f"diverged at iteration {bad.snapshot.iteration}"
    assert table.findChild(QLabel, "lane_1_state").property("role") == "warning"
    assert text(table, 0, "state") == "training"
    assert fact(table, 0, "test_accuracy").text() == "–"


def test_a_hidden_table_does_nothing(table, compared, train):
    table.hide()
    train(20)
    assert fact(table, 0, "iteration").value == 0
    table.show()
    assert fact(table, 0, "iteration").value == 20


def test_a_narrow_table_has_brief_titles(table):
    caption = table.findChild(QLabel, "lanes_test_accuracy")
    assert caption.text() == "test accuracy"
    table.resize(500, 200)
    assert caption.text() == "accuracy"
