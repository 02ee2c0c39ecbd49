"""Panes over a stand-in session, closed after the test."""

from __future__ import annotations

import pytest

from nnviz.views.inspector.pane import InspectorPane
from nnviz.widgets.typesetter import Typesetter
from tests.views.inspector.inspector_stand_in import InspectorStandIn


@pytest.fixture(scope="session")
def typesetter():
    """One for all tests: what one has set need not be set again."""
    return Typesetter()


@pytest.fixture
def inspect(theme, qtbot, typesetter):
    """inspect(experiment, samples=…) → a visible pane; `pane.stand_in` is its session."""

    def make(experiment, samples=1, data=None, seed=0):
        session = InspectorStandIn(experiment, samples, seed, data)
        pane = InspectorPane(session, theme, None, typesetter)
        pane.stand_in = session
        qtbot.addWidget(pane)
        pane.resize(340, 700)
        pane.show()
        return pane

    return make
