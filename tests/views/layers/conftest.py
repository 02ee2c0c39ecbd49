"""A pane over a stand-in session, with a diagnosis of a trainer on screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from nnviz.engine.experiment import Experiment
from nnviz.theme.theme import Theme
from nnviz.views.layers.pane import LayersPane
from tests.views.layers.layers_stand_in import SMALL, LayersSession, Show, trainer


@pytest.fixture
def show(theme: Theme, qtbot: QtBot) -> Iterator[Show]:
    """show(experiment, steps) → (session, pane) with the diagnosis after so many steps on screen."""
    # Events are still handled when a test is over: a pane that nobody holds may be collected while it paints.
    held = []

    def build(experiment: Experiment = SMALL, steps: int = 3) -> tuple[LayersSession, LayersPane]:
        session = LayersSession(experiment)
        pane = LayersPane(session, theme)
        held.append((session, pane))
        qtbot.addWidget(pane)
        pane.resize(360, 600)
        with qtbot.waitExposed(pane):
            pane.show()
        session.show(trainer(experiment, steps).diagnosis())
        session.clock.tick()
        return session, pane

    yield build
    held.clear()
