"""A pane over a stand-in session with random pictures of ten classes, a fifth of the answers at random."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from nnviz.theme.theme import Theme
from nnviz.views.mistakes.pane import MistakesPane
from tests.views.mistakes.mistakes_stand_in import StandIn, images, outcome_of


@pytest.fixture
def stand_in(qapp: object) -> StandIn:
    data = images()
    return StandIn(data, outcome_of(data))


@pytest.fixture
def pane(stand_in: StandIn, theme: Theme, qtbot: QtBot) -> MistakesPane:
    pane = MistakesPane(stand_in, theme)
    qtbot.addWidget(pane)
    pane.resize(340, 760)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane
