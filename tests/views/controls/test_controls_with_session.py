"""The controls pane on a real session: what is edited is what trains."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from nnviz.data.catalogue import SOURCES
from nnviz.engine.experiment import ACTIVATION_NAMES
from nnviz.session.intents import OpenPage, Run
from nnviz.session.states import RunState
from nnviz.views.controls import ControlsPane


@pytest.fixture
def pane(session, theme, qtbot):
    made = ControlsPane(session)
    qtbot.addWidget(made)
    return made


def find(pane, name):
    widget = pane.findChild(QWidget, name)
    assert widget is not None, name
    return widget


def choose(pane, name, key):
    combo = find(pane, name)
    combo.setCurrentIndex(combo.findData(key))


def type_text(pane, name, text):
    field = find(pane, name)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_live_field_takes_effect_while_training(pane, session):
    session.do(Run())
    session.advance(5)
    type_text(pane, "learning_rate_field", "0.5")
    session.advance(5)
    assert session.state is RunState.RUNNING
    assert session.snapshot.iteration == 10
    assert session.history.learning_rate[-1] == 0.5


def test_a_field_of_a_new_start_starts_anew(pane, session):
    session.do(Run())
    session.advance(5)
    type_text(pane, "layer_0_units", "3")
    assert session.snapshot.iteration == 0
    assert session.snapshot.network.layers[0].W.shape == (2, 3)


def test_every_built_in_data_set_trains_after_it_was_chosen(pane, session):
    for data in (name for name in SOURCES if name != "mnist"):
        choose(pane, "data", data)
        session.do(Run())
        session.advance(2)
        assert session.data.name == data
        assert session.snapshot.iteration == 2


def test_every_output_trains_on_two_classes(pane, session):
    for output in ("identity", "sigmoid", "softmax"):
        choose(pane, "output", output)
        session.do(Run())
        session.advance(2)
        assert session.snapshot.network.experiment.output == output
        assert session.snapshot.iteration == 2


def test_every_activation_trains(pane, session):
    for activation in ACTIVATION_NAMES:
        choose(pane, "layer_0_activation", activation)
        session.do(Run())
        session.advance(2)
        assert session.snapshot.network.layers[0].spec.activation == activation


def test_the_pane_follows_the_page(pane, session):
    session.do(OpenPage("digits"))
    assert find(pane, "inputs").value() == session.experiment.inputs
    session.do(OpenPage("playground"))
    assert find(pane, "inputs").value() == 2
