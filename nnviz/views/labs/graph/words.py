"""GraphWords: sentences about nodes and steps of a graph, in the language of the program."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.engine.autograd import Node
from nnviz.session.labs.graph.lab import GraphLab
from nnviz.views.labs.graph.naming import definition, labels_of, partial
from nnviz.widgets.numerals import full


class GraphWords(QObject):
    """Everything the lab says that depends on the graph."""

    def step_title(self, lab: GraphLab) -> str:
        """Where in its script the lab stands."""
        forward, count = lab.script.forward_beats, len(lab.beats)
        number = min(lab.playhead.done + bool(lab.playhead.fraction), count)
        if not number:
            return self.tr("Inputs are given")
        if number <= forward:
            return self.tr("Forward pass, step {step} of {count}").format(step=number, count=forward)
        return self.tr("Backward pass, step {step} of {count}").format(step=number - forward, count=count - forward)

    def beginning(self) -> str:
        """Before the first step."""
        return self.tr("Play, or take one step: values go forward node by node, then gradients come back edge by edge.")

    def seed(self, name: str) -> str:
        """The first step of the backward pass."""
        return self.tr("The backward pass begins at the output: ∂{name}/∂{name} = 1.").format(name=name)

    def users(self, name: str, count: int) -> str:
        """Why gradients are added up."""
        return self.tr("{name} is used {count} times: what its edges send back adds up.").format(name=name, count=count)

    def rule(self, node: Node) -> str:
        """What an operation does to the gradient that comes in, and what it has to keep for that."""
        return self._rules()[node.op]

    def keeping(self, what: str) -> str:
        """What is kept of the forward pass."""
        return {
            "nothing": self.tr("Nothing of the forward pass is kept."),
            "inputs": self.tr("Kept for the way back: its inputs (framed)."),
            "output": self.tr("Kept for the way back: its own value (framed)."),
        }[what]

    def kind(self, node: Node) -> str:
        """What a node is."""
        if node.op == "variable":
            return self.tr("input, to be changed in the picture")
        return self.tr("constant") if node.is_input else ""

    def preset(self, name: str) -> str:
        """What a preset shows, in one line."""
        return {
            "": self.tr("Your own expression"),
            "E1": self.tr("E1 · the first graph: (x + y) · z"),
            "E2": self.tr("E2 · buying apples: price · count · tax"),
            "E3": self.tr("E3 · apples and oranges, with tax"),
            "E4": self.tr("E4 · chain rule: (x + y)²"),
            "E5": self.tr("E5 · b is used twice: (a + b) · (b + 1)"),
            "E6": self.tr("E6 · one node of many kinds"),
            "E7": self.tr("E7 · affine, sigmoid, softmax with loss"),
        }[name]

    def preset_tip(self, name: str) -> str:
        """What is to be seen there."""
        return {
            "": self.tr(
                "Names that are not defined become inputs. Enter draws the graph, Shift+Enter begins a new line."
            ),
            "E1": self.tr("+ passes the gradient on, × swaps its inputs."),
            "E2": self.tr("How much more is paid, when the price, the count or the tax rises a little?"),
            "E3": self.tr("Sums and products of five inputs; one backward pass finds all five derivatives."),
            "E4": self.tr("dz/dt = 2t and dt/dx = 1, so dz/dx = 2(x + y)."),
            "E5": self.tr("Both paths from b to the output count: their gradients add up."),
            "E6": self.tr("What each kind of node does to the gradient, and which values it keeps."),
            "E7": self.tr("Layers as single nodes; softmax with cross-entropy sends back y − t."),
        }[name]

    def node_text(self, lab: GraphLab, index: int) -> str:
        """All that is seen of a node in one sentence, with all digits."""
        graph, labels = lab.graph, labels_of(lab.graph)
        node, value, gradient = graph.nodes[index], lab.shown_forward(index), lab.shown_gradient(index)
        name = labels[index] if node.is_input else f"{labels[index]} = {definition(graph, labels, index)}"
        unknown = self.tr("not computed yet")
        said = [name, self.tr("value {value}").format(value=unknown if value is None else full(value))]
        if graph.varies[index]:
            output, text = labels[graph.output], unknown if gradient is None else full(gradient)
            said.append(self.tr("gradient {name} {value}").format(name=partial(output, labels[index]), value=text))
        if value is not None:
            said += [f"{partial(labels[index], labels[edge.source])} = {full(lab.forward.locals[index][edge.slot])}"
                     for edge in node.edges if graph.varies[edge.source]]  # fmt: skip
        return ", ".join(said)

    def derivative_text(self, lab: GraphLab, index: int, of: str, by: str, derivative: float | None) -> str:
        """Value and one derivative of a node, with all digits."""
        unknown = self.tr("not computed yet")
        name, value = labels_of(lab.graph)[index], full(lab.forward.values[index])
        text = unknown if derivative is None else full(derivative)
        return self.tr("{name}, value {value}, {partial} {text}").format(
            name=name, value=value, partial=partial(of, by), text=text
        )

    def _rules(self) -> dict[str, str]:
        passes = self.tr("+ passes the upstream gradient on to each input as it is.")
        routes = self.tr("The input that won gets the whole upstream gradient, the others get 0.")
        return {
            "add": passes,
            "sum": self.tr("Σ passes the upstream gradient on to each input as it is."),
            "sub": self.tr(
                "− passes the upstream gradient on: as it is to the first input, with the other sign to the second."
            ),
            "neg": self.tr("− turns the sign of the upstream gradient."),
            "mul": self.tr("× swaps its inputs: each gets the upstream gradient times the other input."),
            "div": self.tr("a / b sends 1/b times the upstream gradient to a, and −a/b² times it to b."),
            "pow": self.tr("aⁿ sends n·aⁿ⁻¹ times the upstream gradient to a."),
            "exp": self.tr("exp multiplies the upstream gradient by its own value."),
            "log": self.tr("log divides the upstream gradient by its input."),
            "sqrt": self.tr("A root y divides the upstream gradient by 2y."),
            "sigmoid": self.tr("σ multiplies the upstream gradient by y(1 − y), ¼ at the most: gradients shrink."),
            "tanh": self.tr("tanh multiplies the upstream gradient by 1 − y²: little is left where it is saturated."),
            "relu": self.tr("ReLU is a gate: open for positive inputs, shut for all others."),
            "max": self.tr("max: {routes}").format(routes=routes),
            "min": self.tr("min: {routes}").format(routes=routes),
            "affine": self.tr(
                "w·x + b: each weight gets the gradient times its x, each x times its weight, b as it is."
            ),
            "softmax": self.tr("Every logit moves every probability: ∂yᵢ/∂zⱼ = yᵢ(δᵢⱼ − yⱼ)."),
            "softmax_loss": self.tr("Softmax with cross-entropy sends back y − t: probability minus target."),
            "cross_entropy": self.tr("Cross-entropy sends back −t/y: the smaller y, the larger the gradient."),
        }
