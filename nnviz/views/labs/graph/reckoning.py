"""Reckoning: the numbers of one step typed out: a value computed, or local × upstream = downstream."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.engine.autograd import Contribution
from nnviz.session.labs.graph.lab import GraphLab
from nnviz.session.labs.graph.script import Beat
from nnviz.views.labs.graph.naming import definition, factor, formula, labels_of, local_rule, partial
from nnviz.widgets.numerals import full, short


@dataclass(frozen=True)
class Line:
    """One number of a sum: `sign` before it, `name` of what it is, `rule`: it as a formula, "" if there is none."""

    part: str
    sign: str
    name: str
    value: float
    rule: str = ""


@dataclass(frozen=True)
class Reckoning:
    """A step: typed out in one line, and its numbers below each other.

    lines   parts "local", "upstream", "downstream"; "before" and "sum" where gradients are added up
    """

    typed: str
    lines: tuple[Line, ...] = ()

    @property
    def spoken(self) -> str:
        """With all digits."""
        return "; ".join([self.typed, *(f"{line.name} = {full(line.value)}" for line in self.lines)])


def reckoning_of(lab: GraphLab, beat: Beat) -> Reckoning:
    """The numbers of a step of the script."""
    if beat.contribution:
        return _pull(lab, beat.contribution)
    return _value(lab, beat.node) if beat.kind == "value" else _seed(lab)


def _value(lab: GraphLab, index: int) -> Reckoning:
    """q = x + y = −2 + 5 = 3."""
    graph, labels, values = lab.graph, labels_of(lab.graph), lab.forward.values
    node = graph.nodes[index]
    numbers = formula(node, [factor(values[source]) for source in node.inputs])
    typed = f"{labels[index]} = {definition(graph, labels, index)} = {numbers} = {short(values[index])}"
    return Reckoning(typed, (Line("value", "", labels[index], values[index]),))


def _seed(lab: GraphLab) -> Reckoning:
    name = labels_of(lab.graph)[lab.graph.output]
    return Reckoning(f"∂{name}/∂{name} = 1", (Line("seed", "", f"∂{name}/∂{name}", 1.0),))


def _pull(lab: GraphLab, sent: Contribution) -> Reckoning:
    """∂(x + y)/∂x × ∂f/∂q = 1 × (−4) = −4."""
    graph, labels = lab.graph, labels_of(lab.graph)
    edge, output = sent.edge, labels[graph.output]
    source, target = labels[edge.source], labels[edge.target]
    local, upstream = partial(definition(graph, labels, edge.target), source), f"∂{output}/∂{target}"
    numbers = f"{factor(sent.local)} × {factor(sent.upstream)} = {short(sent.downstream)}"
    goal = f"∂{output}/∂{source}"
    lines = [
        Line("local", "", f"∂{target}/∂{source}", sent.local, _rule(lab, sent)),
        Line("upstream", "×", upstream, sent.upstream),
        Line("downstream", "=", goal, sent.downstream),
    ]
    if len(_users(lab, edge.source)) > 1:
        lines += [Line("before", "+", goal, _before(lab, sent)), Line("sum", "=", goal, sent.accumulated)]
    return Reckoning(f"{local} × {upstream} = {numbers}", tuple(lines))


def _rule(lab: GraphLab, sent: Contribution) -> str:
    """The local derivative as a formula; of softmax with its loss also with the numbers of y and t."""
    graph, edge = lab.graph, sent.edge
    rule = local_rule(graph, labels_of(graph), edge)
    y = lab.probabilities(edge.target)
    if edge.slot < len(y):
        target = lab.forward.values[graph.nodes[edge.target].inputs[len(y) + edge.slot]]
        rule += f" = {short(y[edge.slot])} − {factor(target)}"
    return "" if rule == short(sent.local) else rule


def _users(lab: GraphLab, index: int) -> list[Contribution]:
    """What all edges of a node send back, in order."""
    sent = (beat.contribution for beat in lab.beats if beat.contribution)
    return [part for part in sent if part.edge.source == index]


def _before(lab: GraphLab, sent: Contribution) -> float:
    """What had been added up before an edge sent its part."""
    users = _users(lab, sent.edge.source)
    at = users.index(sent)
    return users[at - 1].accumulated if at else 0.0
