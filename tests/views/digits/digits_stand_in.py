"""A session in a few lines: the same signals, a given network, every drawing answered at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnviz.data.dataset import DataSet
from nnviz.data.strokes import Stroke
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import parameter_count
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Prediction, Snapshot
from nnviz.engine.training import initial_network
from nnviz.session.clock import FrameClock
from nnviz.session.drawing import Drawing, drawing_of
from nnviz.session.intents import DrawStrokes, Intent, OpenPage, ShowSample

Draw = Callable[..., None]


class StandIn(QObject):
    """What the pane asks of a session; `done` is the list of its intents."""

    experiment_changed = Signal(object)
    data_changed = Signal(object)
    page_changed = Signal(object)
    prediction_changed = Signal(object)
    drawing_changed = Signal(object)

    def __init__(self, snapshot: Snapshot, scaling: Scaling, data: DataSet | None = None) -> None:
        super().__init__()
        self.clock = FrameClock()
        self.snapshot = snapshot
        self.scaling = scaling
        self.data = data
        self.page = "digits"
        self.drawing = Drawing()
        self.prediction: Prediction | None = None
        self.sample: int | None = None
        self.done: list[Intent] = []
        self.digit_score: float | None = None

    @property
    def experiment(self) -> Experiment:
        return self.snapshot.experiment

    def do(self, intent: Intent) -> None:
        self.done.append(intent)
        match intent:
            case DrawStrokes(strokes, extent):
                self.draw(strokes, extent)
            case ShowSample(index):
                assert self.data is not None
                self.sample = index
                self.predict(self.data.test_x[index], truth=int(self.data.test_y[index]))
            case OpenPage(page):
                self.page = page
                self.page_changed.emit(page)

    def draw(self, strokes: tuple[Stroke, ...], extent: float = 280.0) -> None:
        self.drawing = drawing_of(strokes, extent)
        preparation = self.drawing.preparation
        self.sample = None
        self.drawing_changed.emit(self.drawing)
        if preparation is None or self.experiment.inputs not in (784, 64):
            self.show(None)
        else:
            side = 28 if self.experiment.inputs == 784 else 8
            self.predict(preparation.as_input((side, side)))

    def predict(self, raw: np.ndarray, truth: int | None = None) -> None:
        trace = self.snapshot.network.forward(self.scaling.apply(raw[None]))
        values = trace.output[0]
        refused = truth is None and self.digit_score is not None and self.digit_score < 0.5
        answer = None if refused else int(values.argmax())
        self.show(Prediction(trace, values, answer, self.digit_score if truth is None else None, truth))

    def show(self, prediction: Prediction | None) -> None:
        self.prediction = prediction
        self.prediction_changed.emit(prediction)

    def change_experiment(self, **fields: object) -> None:
        experiment = replace(self.experiment, **fields)
        self.snapshot = Snapshot(experiment, 0, 0.0, np.zeros(parameter_count(experiment), np.float32))
        self.experiment_changed.emit(experiment)


def snapshot(inputs: int = 784, outputs: int = 10) -> Snapshot:
    experiment = Experiment(
        data="mnist", inputs=inputs, outputs=outputs, layers=(LayerSpec(12, "relu"),), output="softmax",
        loss="cross_entropy", initializer="he",
    )  # fmt: skip
    return Snapshot(experiment, 0, 0.0, initial_network(experiment).parameters)


def samples(inputs: int = 784, count: int = 7) -> DataSet:
    peak, side = {784: (255, 28), 64: (16, 8)}[inputs]
    x = np.random.default_rng(0).integers(0, peak + 1, (count, inputs)).astype(np.uint8)
    return DataSet("mnist", x, np.arange(count), x, np.arange(count), tuple("0123456789"), (side, side))
