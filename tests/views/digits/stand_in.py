"""A session in a few lines: the same signals, a given network, every drawing answered at once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnviz.data.dataset import DataSet
from nnviz.data.strokes import Stroke
from nnviz.engine.experiment import Experiment
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Prediction, Snapshot
from nnviz.session.clock import FrameClock
from nnviz.session.drawing import Drawing, drawing_of
from nnviz.session.intents import DrawStrokes, Intent, OpenPage, ShowSample


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
                self.predict(self.data.test_x[index], truth=int(self.data.test_y[index]))
            case OpenPage(page):
                self.page = page
                self.page_changed.emit(page)

    def draw(self, strokes: tuple[Stroke, ...], extent: float = 280.0) -> None:
        self.drawing = drawing_of(strokes, extent)
        preparation = self.drawing.preparation
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
        from nnviz.engine.network import parameter_count

        experiment = replace(self.experiment, **fields)
        self.snapshot = Snapshot(experiment, 0, 0.0, np.zeros(parameter_count(experiment), np.float32))
        self.experiment_changed.emit(experiment)
