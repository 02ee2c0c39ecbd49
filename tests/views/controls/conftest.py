"""A stage for the controls pane: a session that takes every experiment, or refuses it."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal

from nnviz.data.shelf import BUILT_IN
from nnviz.engine.experiment import Experiment
from nnviz.session.intents import Configure
from nnviz.views.controls import ControlsPane


class Stage(QObject):
    """As much of a Session as the pane uses."""

    experiment_changed = Signal(object)

    def __init__(self):
        super().__init__()
        self.experiment = Experiment()
        self.stock = SimpleNamespace(shelf=BUILT_IN)
        self.done = []
        self.refusal = None

    def do(self, intent):
        assert isinstance(intent, Configure)
        if self.refusal:
            raise self.refusal
        self.done.append(intent.experiment)
        self.set(intent.experiment)

    def set(self, experiment):
        self.experiment = experiment
        self.experiment_changed.emit(experiment)


@pytest.fixture
def stage(qtbot):
    return Stage()


@pytest.fixture
def pane(stage, theme, qtbot):
    made = ControlsPane(stage)
    qtbot.addWidget(made)
    return made
