"""A player over a real session on the playground: two inputs, 8 and 8 hidden units, one output."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.passes.bar import PassesBar


@pytest.fixture
def bar(session: Session, theme: Theme, qtbot: QtBot) -> PassesBar:
    bar = PassesBar(session, theme)
    qtbot.addWidget(bar)
    bar.resize(1000, 47)
    with qtbot.waitExposed(bar):
        bar.show()
    session.clock.tick()
    return bar
