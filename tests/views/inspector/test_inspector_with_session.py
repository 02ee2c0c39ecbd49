"""The inspector over the real session: numbers of the run, edits of the run, the animated batch."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from nnviz.session.intents import OpenPasses, Pause, Run, SeekPasses, SetWeight, ShowPoint
from nnviz.views.inspector.pane import InspectorPane


@pytest.fixture
def pane(session, theme, qtbot, typesetter):
    made = InspectorPane(session, theme, None, typesetter)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    session.do(Run())
    session.advance(3)
    session.do(Pause())
    return made


def value(pane, key):
    return pane.findChild(QWidget, f"inspector_{key}").property("value")


def test_numbers_are_those_of_the_prediction(pane, session):
    session.do(ShowPoint(0.5, -0.25))
    pane.show_unit(2, 3)
    trace, layer = session.prediction.trace, session.snapshot.network.layers[1]
    assert value(pane, "z") == pytest.approx(float(trace.z[1][0, 3]), abs=1e-6)
    assert value(pane, "a") == pytest.approx(float(trace.a[1][0, 3]), abs=1e-6)
    assert value(pane, "bias") == float(layer.b[3])
    session.do(ShowPoint(-0.5, 0.25))
    session.clock.tick()
    assert value(pane, "z") == pytest.approx(float(session.prediction.trace.z[1][0, 3]), abs=1e-6)


def test_an_edit_reaches_the_network_and_comes_back(pane, session):
    pane.show_edge(1, 2, 3)
    pane.view.edit_requested.emit(SetWeight(2, 2, 3, 0.5))
    session.advance(0)
    assert session.snapshot.network.layers[1].W[2, 3] == np.float32(0.5)
    assert value(pane, "w") == 0.5


def test_the_animated_batch_is_what_is_explained(pane, session):
    pane.show_unit(3, 0)
    session.do(OpenPasses("batch"))
    session.do(SeekPasses(0.5))
    session.clock.tick()
    step = session.passes.step
    assert pane.reading.step is step
    assert value(pane, "z") == float(step.forward.z[2][session.study_sample, 0])
    assert value(pane, "new_bias") == float(step.network_after.layers[2].b[0])
    assert f"of {step.samples}" in pane.about.text()
    session.do(SeekPasses(session.passes.state.beats - 0.5))
    assert pane.view.parts["update"].is_active
