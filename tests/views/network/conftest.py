"""A stage for the network pane: a session that stands still until a test changes it."""

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from nnviz.data.dataset import DataSet
from nnviz.data.plane import USUAL
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.scaling import fit_scaling
from nnviz.engine.trace import Prediction, Snapshot
from nnviz.session.passes import Passes
from nnviz.session.states import RunState
from nnviz.theme.theme import Theme
from nnviz.views.network.pane import NetworkPane


class Clock(QObject):
    frame = Signal()
    slow = Signal()
    text = Signal()
    unhurried = False

    def wake(self) -> None:
        """It never sleeps."""


class StillSession(QObject):
    """As much of a Session as the pane uses."""

    experiment_changed = Signal(object)
    state_changed = Signal(object)
    data_changed = Signal(object)
    snapshot_changed = Signal(object)
    prediction_changed = Signal(object)
    drawing_changed = Signal(object)

    def __init__(self, experiment, data=None, x=None):
        super().__init__()
        self.clock = Clock(self)
        self.passes = Passes(self.clock)
        self.state = RunState.PAUSED
        self.data = data
        self.bounds = USUAL
        self.begin(experiment)
        if x is not None:
            self.show_input(x)

    def begin(self, experiment, seed=0):
        rng = np.random.default_rng(seed)
        network = Network.initial(experiment, rng)
        for layer in network.layers:
            layer.b[:] = rng.normal(size=layer.b.shape) * 0.3
        self.experiment = experiment
        self.snapshot = Snapshot(experiment, seed, 0.0, network.parameters)
        known = self.data.train_x if self.data else np.array([[-1.0], [1.0]]) * np.ones(experiment.inputs)
        self.scaling = fit_scaling(experiment.scaling, known)
        self.prediction = None
        self.snapshot_changed.emit(self.snapshot)

    def show_input(self, x):
        trace = self.snapshot.network.forward(self.scaling.apply(np.atleast_2d(x)))
        output = trace.output[0]
        self.prediction = Prediction(trace, output, int(output.argmax()) if output.size > 1 else None)
        self.prediction_changed.emit(self.prediction)

    def tick(self):
        self.clock.frame.emit()
        self.clock.slow.emit()


def plane_data():
    x = np.random.default_rng(5).uniform(-1, 1, (60, 2))
    y = (x[:, 0] > 0).astype(int)
    return DataSet("plane", x, y, x, y, ("orange", "blue"))


def image_data(side):
    x = np.random.default_rng(5).uniform(0, 16, (40, side * side))
    y = np.arange(40) % 10
    return DataSet("images", x, y, x, y, tuple("0123456789"), (side, side))


def layers(*units, activation="relu"):
    return tuple(LayerSpec(count, activation) for count in units)


def image_experiment(inputs, *units):
    return Experiment(
        inputs=inputs, outputs=10, layers=layers(*units), output="softmax", loss="cross_entropy", scaling="unit"
    )


STAGES = {
    "2-8-8-1": lambda: StillSession(Experiment(layers=layers(8, 8, activation="tanh")), plane_data(), [0.4, -0.3]),
    "2-3-1": lambda: StillSession(Experiment(layers=layers(3, activation="sigmoid")), plane_data(), [0.4, -0.3]),
    "2-1": lambda: StillSession(Experiment(layers=()), plane_data(), [0.4, -0.3]),
    "six hidden": lambda: StillSession(Experiment(layers=layers(12, 10, 8, 6, 5, 4)), plane_data(), [0.4, -0.3]),
    "maxout": lambda: StillSession(Experiment(layers=layers(4, activation="maxout")), plane_data(), [0.4, -0.3]),
    "784-256-128-10": lambda: StillSession(image_experiment(784, 256, 128), image_data(28), np.full(784, 8.0)),
    "64-32-10": lambda: StillSession(image_experiment(64, 32), image_data(8), np.linspace(0, 16, 64)),
    "64-10": lambda: StillSession(image_experiment(64), image_data(8), np.linspace(0, 16, 64)),
    "4-16-3": lambda: StillSession(
        Experiment(inputs=4, outputs=3, layers=layers(16), output="softmax", loss="cross_entropy"), None, np.ones(4)
    ),
    "structure only": lambda: StillSession(image_experiment(784, 64)),
}


@pytest.fixture
def theme(qtbot):
    made = Theme()
    made.apply()
    return made


@pytest.fixture
def show(qtbot, theme):
    """show(name) → (session, pane), shown and up to date."""

    def build(name, size=(900, 700)):
        session = STAGES[name]()
        pane = NetworkPane(session, theme)
        qtbot.addWidget(pane)
        pane.resize(*size)
        pane.show()
        session.tick()
        return session, pane

    return build


@pytest.fixture(params=STAGES)
def stage_name(request):
    return request.param
