"""Naming: what nodes are called in formulas, and formulas of nodes and of their local derivatives with these names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count

from nnviz.engine.autograd import Edge, Graph, Node
from nnviz.engine.operations import OPERATIONS
from nnviz.widgets.numerals import SUPERSCRIPTS, short

SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
OUTPUT = "f"
INFIX = {"add": " + ", "sub": " − ", "mul": " · ", "div": " / ", "pow": "^"}
SIGNS = frozenset("+−·/^")
BREAK = "\u200b"
"""Takes no room; a line may end there."""
GROUPED = ("softmax_loss", "cross_entropy")

Names = Sequence[str]
Rule = Callable[[Names, str, int], str]
"""Names of the inputs, name of the node, slot → the local derivative."""


def labels_of(graph: Graph) -> tuple[str, ...]:
    """Constants as numbers; results without a name are v₁, v₂, … as in the literature, the output f."""
    taken = {node.name for node in graph.nodes}
    free = (name for number in count(1) if (name := f"v{_subscript(number)}") not in taken)
    return tuple(_own_label(graph, node, taken) or next(free) for node in graph.nodes)


def _own_label(graph: Graph, node: Node, taken: set[str]) -> str:
    if node.constant is not None:
        return short(node.constant)
    is_f = node.index == graph.output and not node.name and OUTPUT not in taken
    return OUTPUT if is_f else node.name


def formula(node: Node, names: Names) -> str:
    """A node as an operation on these names or numbers."""
    if node.op in INFIX:
        return INFIX[node.op].join(_operand(name) for name in names)
    if node.op == "neg":
        return f"−{_operand(names[0])}"
    if node.op in GROUPED:
        half = len(names) // 2
        return f"{node.op}({', '.join(names[:half])}; {', '.join(names[half:])})"
    return f"{node.op}({', '.join(names)})"


def definition(graph: Graph, labels: Names, index: int) -> str:
    """A node by the names of its inputs: x + y."""
    node = graph.nodes[index]
    return formula(node, [labels[source] for source in node.inputs])


def partial(of: str, by: str) -> str:
    """∂of/∂by; a formula with operators stands in brackets."""
    return f"∂({of})/∂{by}" if SIGNS & set(of.partition("(")[0]) else f"∂{of}/∂{by}"


def breakable(text: str) -> str:
    """The same text, which a label may break before the ∂ below a derivative."""
    return text.replace("/∂", f"/{BREAK}∂")


def local_rule(graph: Graph, labels: Names, edge: Edge) -> str:
    """The local derivative along an edge as a formula: of t² by t it is 2t."""
    node = graph.nodes[edge.target]
    names = [labels[source] for source in node.inputs]
    return RULES[node.op](names, labels[node.index], edge.slot)


def factor(number: float) -> str:
    """A number in a product: negative ones in brackets."""
    return f"({short(number)})" if number < 0 else short(number)


def keeps(node: Node) -> str:
    """What a node keeps of the forward pass: "nothing", "inputs" or "output"; nothing is computed at an input."""
    return OPERATIONS[node.op].keeps if node.inputs else "nothing"


def _operand(name: str) -> str:
    return f"({name})" if name.startswith("−") else name


def _power(names: Names, y: str, slot: int) -> str:
    base, exponent = names
    if slot:
        return f"{y}·ln {base}"
    if not exponent.isdigit():
        return f"{_operand(exponent)}·{base}^({exponent} − 1)"
    raised = "" if exponent == "2" else str(int(exponent) - 1).translate(SUPERSCRIPTS)
    return f"{exponent}{'' if len(base) == 1 else '·'}{base}{raised}"


def _affine(names: Names, y: str, slot: int) -> str:
    """The partner of a factor; 1 for the bias."""
    return "1" if slot == len(names) - 1 else names[slot + 1 - 2 * (slot % 2)]


def _softmax(names: Names, y: str, slot: int) -> str:
    return f"{y}·([{names[0]} = {slot}] − y{_subscript(slot)})"


def _softmax_loss(names: Names, y: str, slot: int) -> str:
    half = len(names) // 2
    at = _subscript(slot % half + 1)
    return f"y{at} − t{at}" if slot < half else f"−log y{at}"


def _cross_entropy(names: Names, y: str, slot: int) -> str:
    half = len(names) // 2
    return f"−{names[slot + half]}/{names[slot]}" if slot < half else f"−log {names[slot - half]}"


def _subscript(number: int) -> str:
    return str(number).translate(SUBSCRIPTS)


RULES: dict[str, Rule] = {
    "add": lambda names, y, slot: "1",
    "sub": lambda names, y, slot: ("1", "−1")[slot],
    "mul": lambda names, y, slot: names[1 - slot],
    "div": lambda names, y, slot: (f"1/{names[1]}", f"−{names[0]}/{names[1]}²")[slot],
    "neg": lambda names, y, slot: "−1",
    "pow": _power,
    "exp": lambda names, y, slot: y,
    "log": lambda names, y, slot: f"1/{names[0]}",
    "sqrt": lambda names, y, slot: f"1/(2·{y})",
    "sigmoid": lambda names, y, slot: f"{y}·(1 − {y})",
    "tanh": lambda names, y, slot: f"1 − {y}²",
    "relu": lambda names, y, slot: f"[{names[0]} > 0]",
    "max": lambda names, y, slot: f"[{names[slot]} = max]",
    "min": lambda names, y, slot: f"[{names[slot]} = min]",
    "sum": lambda names, y, slot: "1",
    "affine": _affine,
    "softmax": _softmax,
    "softmax_loss": _softmax_loss,
    "cross_entropy": _cross_entropy,
}
"""Local derivatives with names; [ … ] is 1 where it is true and 0 elsewhere."""
