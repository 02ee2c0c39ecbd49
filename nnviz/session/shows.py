"""SessionShows: what goes through the network to be looked at, and the iteration that is played slowly."""

from __future__ import annotations

import numpy as np

from nnviz.engine.refusal import Refusal
from nnviz.session import commands, intents
from nnviz.session.drawing import Drawing, drawing_of
from nnviz.session.facts import SessionFacts
from nnviz.session.pages import COMPARE
from nnviz.session.runners import Runner
from nnviz.session.showing import Judge, Shown, predict, shown_drawing, shown_sample

FARTHEST = 1e6
"""Largest coordinate of a point that is shown."""


class SessionShows(SessionFacts):
    """The part of a Session that shows samples, points, drawings and passes."""

    def __init__(self, page: str, runner: Runner, judge: Judge) -> None:
        super().__init__(page)
        self._runner, self._judge = runner, judge
        self._chosen: int | None = None

    # What is shown

    def _show_sample(self, intent: intents.ShowSample) -> None:
        if self.data is None:
            raise Refusal("no_data_yet")
        shown = shown_sample(self.data, intent.index)
        self._clear_drawing()
        self._show(shown)

    def _show_point(self, intent: intents.ShowPoint) -> None:
        if self.experiment.inputs != 2:
            raise Refusal("wrong_width", found=2, expected=self.experiment.inputs)
        for field, value in (("x", intent.x), ("y", intent.y)):
            if not abs(value) <= FARTHEST:
                raise Refusal("out_of_range", field=field, value=value, low=-FARTHEST, high=FARTHEST)
        self._show(Shown(np.array([intent.x, intent.y], np.float32)))

    def _inspect(self, intent: intents.Inspect) -> None:
        sizes = self.experiment.sizes
        places = [(intent.layer, intent.unit)] + ([] if intent.i is None else [(intent.layer - 1, intent.i)])
        for layer, unit in places:
            if not 0 <= layer < len(sizes):
                raise Refusal("no_such_layer", layer=layer)
            if not 0 <= unit < sizes[layer]:
                raise Refusal("no_such_unit", layer=layer, unit=unit)
        self.inspected.emit(intent)

    def _draw_strokes(self, intent: intents.DrawStrokes) -> None:
        self._desk.drawing = drawing_of(intent.strokes, intent.extent)
        self._show(shown_drawing(self.drawing, self.experiment.inputs, self._judge))
        self.drawing_changed.emit(self.drawing)

    def _clear_drawing(self) -> None:
        if self.drawing.strokes:
            self._desk.drawing = Drawing()
            self.drawing_changed.emit(self.drawing)

    def _show(self, shown: Shown | None) -> None:
        self._desk.shown = shown
        self._predict()

    def _predict(self) -> None:
        """What the newest weights say about what is shown; passes that show the same follow."""
        desk = self._desk
        fits = desk.shown is not None and desk.shown.raw.size == desk.snapshot.experiment.inputs
        desk.prediction = predict(desk.snapshot, desk.scaling, desk.shown) if desk.shown and fits else None
        self.prediction_changed.emit(desk.prediction)
        if self.passes.state.subject == "shown":
            self._restudy("shown")

    def _show_something(self) -> None:
        """A first sample lights the network up; a drawing stays what is shown, and an empty canvas stays inviting."""
        desk, data = self._desk, self._desk.data
        if desk.drawing.strokes:
            desk.shown = shown_drawing(desk.drawing, desk.experiment.inputs, self._judge)
        elif desk.shown is None and data and (data.image is None or desk.state.is_running):
            desk.shown = shown_sample(data, 0)

    def _announce(self) -> None:
        """Everything at once, after another run came to the front."""
        desk = self._desk
        if desk.drawing.strokes:
            desk.shown = shown_drawing(desk.drawing, desk.experiment.inputs, self._judge)
        self.experiment_changed.emit(desk.experiment)
        self.data_changed.emit(desk.data)
        self.snapshot_changed.emit(desk.snapshot)
        self.history_changed.emit(desk.history)
        self.drawing_changed.emit(desk.drawing)
        self._predict()
        self.timeline_changed.emit(desk.timeline)
        self.gradient_checked.emit(desk.gradient_check)
        self.progress_changed.emit(None)
        self.state_changed.emit(desk.state)

    # Passes

    def _open_passes(self, intent: intents.OpenPasses) -> None:
        if intent.subject == "batch":
            self.passes.close()
            self._ask(commands.Trace())
            return
        if intent.subject != "shown":
            raise Refusal("unknown_choice", field="subject", value=intent.subject, choices="shown, batch")
        self._require_rest()
        if self._studied(intent.target) is None:
            raise Refusal("nothing_shown")
        self._chosen = intent.target
        self._restudy("shown")

    def _restudy(self, subject: str) -> None:
        """Put what is shown on the stage as it is now; nothing, where that has gone."""
        found = self._studied(self._chosen)
        if found is None:
            self.passes.close()
        else:
            step, target = found
            self.passes.open(step, subject, target.index, target.assumed)

    def _ask(self, command: commands.Command) -> None:
        """Send a command about one run that needs its data. Refusal no_data_yet, not_while_comparing."""
        if self._page == COMPARE and not isinstance(command, commands.Check | commands.Budget):
            raise Refusal("not_while_comparing")
        if not self._desk.begun or self.data is None:
            raise Refusal("no_data_yet")
        self._runner.send(command)

    def _require_rest(self) -> None:
        """What is shown slowly must hold still."""
        if self.state.is_running:
            self._runner.send(commands.Stop())
