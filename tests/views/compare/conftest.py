"""The comparison over a real session that trains only when a test says so."""

import pytest

from nnviz.session.intents import Compare, OpenPage, Run


@pytest.fixture
def compared(session):
    """The session with its page "compare" in front: SGD, momentum, Adam."""
    session.do(OpenPage("compare"))
    return session


@pytest.fixture
def train(compared):
    """train(steps)"""

    def advance(steps):
        compared.do(Run())
        compared.advance(steps)

    return advance


@pytest.fixture
def compare(compared):
    """compare(setting, *values)"""

    def choose(setting, *values):
        compared.do(Compare(setting, values))

    return choose


@pytest.fixture
def show(compared, theme, qtbot):
    """show(Pane, width, height, *more): a visible pane."""

    def make(pane_class, *more, width=900, height=600):
        pane = pane_class(compared, theme, *more)
        qtbot.addWidget(pane)
        pane.resize(width, height)
        pane.show()
        return pane

    return make
