"""GraphLab: model of the Graph lab. An expression, its graph, both passes, and how far they have been played."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from nnviz.engine.autograd import (
    Edge,
    Forward,
    Graph,
    Reverse,
    forward,
    forward_mode,
    probabilities,
    reverse,
)
from nnviz.engine.expression import parse
from nnviz.engine.refusal import Refusal
from nnviz.session.labs.checks import check_choice, check_range
from nnviz.session.labs.graph import intents
from nnviz.session.labs.graph.layered import place
from nnviz.session.labs.graph.modes import Modes, Sweep, Tangents
from nnviz.session.labs.graph.playhead import Playhead
from nnviz.session.labs.graph.presets import preset
from nnviz.session.labs.graph.script import Beat, script_of
from nnviz.session.labs.lab import Lab, LabIntent

FIRST = "E1"
"""The preset the lab opens with."""
LARGEST = 1e6
"""Size that the value of a variable may have."""
STARTS: tuple[Callable[[int], float], ...] = (
    lambda k: 1.0,
    lambda k: 2.0 + k,
    lambda k: 1 / (2 + k),
    lambda k: -1.0 - k,
)
"""Values of new variable number k: the first of these with which the expression can be computed."""


@dataclass(frozen=True)
class Evaluation:
    """A graph with values of its variables, and everything that follows from them."""

    graph: Graph
    values: Mapping[str, float]
    forward: Forward
    reverse: Reverse
    tangents: Tangents


@dataclass(frozen=True)
class EdgeValues:
    """The numbers of an edge: the value that goes forward, and local × upstream = downstream that comes back.

    The last four are None where nothing is sent back, because the source depends on no variable. `gradient` is what
    has been added up at the source when this edge has sent its part.
    """

    value: float
    local: float | None = None
    upstream: float | None = None
    downstream: float | None = None
    gradient: float | None = None


def evaluate(graph: Graph, values: Mapping[str, float]) -> Evaluation:
    """Both passes and all tangents. Refusal graph_… with line and column."""
    done = forward(graph, values)
    back = reverse(graph, done)
    tangents = {name: forward_mode(graph, done, name) for name in graph.variables}
    return Evaluation(graph, values, done, back, tangents)


class GraphLab(Lab):
    """State of the lab.

    evaluation    the last good graph and all of its numbers;  preset: its row of the curriculum, "" if typed
    places        where its nodes and edges are drawn
    script, playhead   of the section "graph";  modes: all of the section "modes"
    error         refusal of the last SetExpression, None if it was good
    """

    name: ClassVar[str] = "graph"
    sections: ClassVar[tuple[str, ...]] = ("graph", "modes")

    def __init__(self) -> None:
        super().__init__()
        self.preset = FIRST
        self.error: Refusal | None = None
        self.playhead = Playhead()
        first = preset(FIRST)
        evaluation = evaluate(parse(first.text), first.values)
        self.modes = Modes()
        self._begin(evaluation)

    @property
    def moving(self) -> bool:
        return self._front.playing

    def advance(self, seconds: float) -> None:
        self._front.advance(seconds)

    def handlers(self) -> Mapping[type[LabIntent], Callable[[Any], None]]:
        return {
            intents.SetExpression: lambda intent: self.set_expression(intent.text, intent.values),
            intents.OpenPreset: lambda intent: self.open_preset(intent.name),
            intents.SetInput: lambda intent: self.set_input(intent.name, intent.value),
            intents.StepGraph: lambda intent: self.playhead.step(intent.steps),
            intents.SeekGraph: lambda intent: self.playhead.seek(intent.position),
            intents.PlayGraph: lambda intent: self.playhead.play(),
            intents.PauseGraph: lambda intent: self.playhead.pause(),
            intents.SetGraphSpeed: lambda intent: self.set_speed(intent.speed),
            intents.ResetGraph: lambda intent: self.reset(),
            intents.ChooseVariable: lambda intent: self.modes.choose(intent.name),
            intents.StepModes: lambda intent: self.modes.playhead.step(intent.steps),
            intents.SeekModes: lambda intent: self.modes.playhead.seek(intent.position),
            intents.PlayModes: lambda intent: self.modes.playhead.play(),
            intents.PauseModes: lambda intent: self.modes.playhead.pause(),
        }

    # What the page reads

    @property
    def graph(self) -> Graph:
        """The last good graph."""
        return self.evaluation.graph

    @property
    def text(self) -> str:
        """What it was typed as."""
        return self.graph.text

    @property
    def values(self) -> Mapping[str, float]:
        """Name → value of the variables, in order of appearance."""
        return self.evaluation.values

    @property
    def forward(self) -> Forward:
        """The whole forward pass."""
        return self.evaluation.forward

    @property
    def reverse(self) -> Reverse:
        """The whole backward pass."""
        return self.evaluation.reverse

    @property
    def beats(self) -> tuple[Beat, ...]:
        """The script of the section "graph"."""
        return self.script.beats

    @property
    def position(self) -> float:
        """Beats that have been played, with the fraction of the one at work."""
        return self.playhead.position

    @property
    def playing(self) -> bool:
        """True while the section "graph" goes on by itself."""
        return self.playhead.playing

    @property
    def speed(self) -> float:
        """Factor on the speed of both sections."""
        return self.playhead.speed

    @property
    def phase(self) -> str:
        """Of what comes next: "forward", "backward", or "done"."""
        if self.position < self.script.forward_beats:
            return "forward"
        return "backward" if self.position < len(self.beats) else "done"

    @property
    def beat(self) -> Beat | None:
        """The beat at work, or between two the one that was completed last; None at the beginning."""
        at = self.playhead.done if self.playhead.fraction else self.playhead.done - 1
        return self.beats[at] if at >= 0 else None

    def shown_forward(self, node: int) -> float | None:
        """The value of a node, once the forward pass has come to it; inputs have theirs from the beginning."""
        seen = self.playhead.done >= self.script.value_from.get(node, 0)
        return self.forward.values[node] if seen else None

    def shown_gradient(self, node: int) -> float | None:
        """∂f/∂node as far as it has been added up; None before anything arrived."""
        return self.script.gradient_at(node, self.playhead.done)

    @property
    def shown_edges(self) -> tuple[Edge, ...]:
        """The edges whose gradient has been sent, in order."""
        return tuple(beat.edge for beat in self.beats[: self.playhead.done] if beat.edge)

    def edge_values(self, edge: Edge) -> EdgeValues:
        """All numbers of an edge, seen or not."""
        value = self.forward.values[edge.source]
        at = self.script.pulled_from.get(edge)
        sent = self.beats[at - 1].contribution if at else None
        if sent is None:
            return EdgeValues(value)
        return EdgeValues(value, sent.local, sent.upstream, sent.downstream, sent.accumulated)

    def probabilities(self, node: int) -> tuple[float, ...]:
        """y = softmax(z) of a softmax_loss node, one for each logit; () of any other node."""
        is_loss = self.graph.nodes[node].op == "softmax_loss"
        return probabilities(self.graph, self.forward, node) if is_loss else ()

    # What intents do

    def set_expression(self, text: str, values: Mapping[str, float] | None = None) -> None:
        """Another expression, from its beginning. Refusal expression_…, graph_…, unknown_choice, out_of_range; then
        the graph stays, and `error` says why."""
        try:
            graph = parse(text)
            evaluation = self._first_evaluation(graph, _checked(graph, values or {}))
        except Refusal as refusal:
            self.error = refusal
            raise
        self._begin(evaluation)
        self.preset = ""

    def open_preset(self, name: str) -> None:
        """An expression of the curriculum with its values. Refusal unknown_choice."""
        chosen = preset(name)
        self.set_expression(chosen.text, chosen.values)
        self.preset = name

    def set_input(self, name: str, value: float) -> None:
        """Another value of a variable. Refusal unknown_choice, out_of_range, graph_…"""
        given = _checked(self.graph, {name: value})
        self._show(evaluate(self.graph, {**self.values, **given}))

    def set_speed(self, speed: float) -> None:
        """Another speed of both sections. Refusal out_of_range."""
        self.playhead.set_speed(speed)
        self.modes.playhead.set_speed(speed)

    def reset(self) -> None:
        """Back to how the expression began."""
        self._begin(self._initial)

    # How it is done

    @property
    def _front(self) -> Playhead:
        return self.playhead if self.section == "graph" else self.modes.playhead

    def _first_evaluation(self, graph: Graph, given: Mapping[str, float]) -> Evaluation:
        """Values not given are kept where the expression can be computed with them; else they are new."""
        refusals = []
        for kept in (self.values, {}):
            for start in STARTS:
                known = {**kept, **given}
                try:
                    return evaluate(graph, _filled(graph, known, start))
                except Refusal as refusal:
                    refusals.append(refusal)
        raise refusals[0]

    def _begin(self, evaluation: Evaluation) -> None:
        """An expression from its beginning."""
        self.error = None
        self._initial = evaluation
        self.places = place(evaluation.graph)
        self._show(evaluation)
        self.playhead.load([beat.seconds for beat in self.beats])
        self.modes.playhead.load(self.modes.sweep.seconds)

    def _show(self, evaluation: Evaluation) -> None:
        """Numbers of a graph; both sections stay where they are."""
        self.evaluation = evaluation
        self.script = script_of(evaluation.graph, evaluation.reverse)
        self.modes.sweep = Sweep(evaluation.graph, evaluation.reverse, evaluation.tangents)


def _filled(graph: Graph, known: Mapping[str, float], start: Callable[[int], float]) -> dict[str, float]:
    """A value for each variable, those not known from `start`."""
    new = {name: start(k) for k, name in enumerate(name for name in graph.variables if name not in known)}
    return {name: known[name] if name in known else new[name] for name in graph.variables}


def _checked(graph: Graph, values: Mapping[str, float]) -> dict[str, float]:
    """The values, if they are of variables and of a sensible size."""
    for name, value in values.items():
        check_choice("variable", name, graph.variables)
        check_range(name, value, -LARGEST, LARGEST)
    return {name: float(value) for name, value in values.items()}
