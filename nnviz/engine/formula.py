"""One formula into nodes of a graph, by two stacks: values that are ready, and operators that wait for theirs.

    formula    numbers, names, + − × / ^, brackets, functions of FUNCTIONS

A power binds tighter than a sign, and its exponents from the right: −x^2^3 is −(x^(2^3)). The stacks are lists, so
brackets may be nested as deep as the text is long (Dijkstra's shunting yard, 1961).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from nnviz.engine.autograd import GraphBuilder
from nnviz.engine.refusal import Refusal
from nnviz.engine.tokens import Token

MAX_NODES = 200
"""Nodes a graph may have."""

Counts = Sequence[int]
"""Arguments of a call in each of its groups, which have ; between."""


@dataclass(frozen=True)
class Function:
    """A function as it is typed: its operation, how to write it, and whether so many arguments are right."""

    op: str
    usage: str
    fits: Callable[[Counts], bool] = lambda counts: [*counts] == [1]


def _several(counts: Counts) -> bool:
    return len(counts) == 1 and counts[0] >= 2


def _pairs_and_one(counts: Counts) -> bool:
    return len(counts) == 1 and counts[0] >= 3 and counts[0] % 2 == 1


def _one_of_several(counts: Counts) -> bool:
    return len(counts) == 2 and counts[0] == 1


def _two_alike(counts: Counts) -> bool:
    return len(counts) == 2 and counts[0] == counts[1]


FUNCTIONS: dict[str, Function] = {
    "exp": Function("exp", "exp(x)"),
    "log": Function("log", "log(x)"),
    "ln": Function("log", "ln(x)"),
    "sqrt": Function("sqrt", "sqrt(x)"),
    "sigmoid": Function("sigmoid", "sigmoid(x)"),
    "σ": Function("sigmoid", "σ(x)"),
    "tanh": Function("tanh", "tanh(x)"),
    "relu": Function("relu", "relu(x)"),
    "ReLU": Function("relu", "ReLU(x)"),
    "max": Function("max", "max(a, b, …)", _several),
    "min": Function("min", "min(a, b, …)", _several),
    "sum": Function("sum", "sum(a, b, …)", _several),
    "affine": Function("affine", "affine(w1, x1, w2, x2, …, b)", _pairs_and_one),
    "softmax": Function("softmax", "softmax(1; z1, z2, …)", _one_of_several),
    "softmax_loss": Function("softmax_loss", "softmax_loss(z1, z2, …; t1, t2, …)", _two_alike),
    "cross_entropy": Function("cross_entropy", "cross_entropy(y1, y2, …; t1, t2, …)", _two_alike),
}

BINARY = {"+": ("add", 1), "-": ("sub", 1), "*": ("mul", 2), "/": ("div", 2), "^": ("pow", 4)}
"""Operation and how tight it binds. A sign in front binds tighter than a product; a bracket holds everything."""
SIGN, BRACKET = 3, 0


@dataclass(frozen=True)
class Operand:
    """A node that is ready, and the characters start … end − 1 it was typed with, brackets included."""

    node: int
    start: int
    end: int


@dataclass
class Pending:
    """An operator, a sign (op "neg") or an open bracket that waits for what is to its right.

    name     of the function whose bracket it is, if it is one's
    counts   complete arguments of each group;  base: operands that were ready when the bracket was opened
    """

    token: Token
    op: str
    strength: int
    name: Token | None = None
    base: int = 0
    counts: list[int] = field(default_factory=lambda: [0])


class FormulaParser:
    """Formulas into nodes that `builder` collects; `resolve` gives the node of a name."""

    def __init__(self, builder: GraphBuilder, resolve: Callable[[Token], int]) -> None:
        self._builder = builder
        self._resolve = resolve
        self._operands: list[Operand] = []
        self._pending: list[Pending] = []
        self._called: Token | None = None
        self._takes: dict[str, Callable[[Token, Token], bool]] = {
            "number": self._number,
            "name": self._name,
            "(": self._open,
            "+": self._sign,
            "-": self._sign,
        }

    def parse(self, tokens: Sequence[Token]) -> int:
        """The node of a formula, whose brackets must be balanced; the last token is the one that ends it.

        Refusal expression_… with line and column.
        """
        ready = False
        for token, following in zip(tokens, [*tokens[1:], tokens[-1]], strict=True):
            if token is tokens[-1] and ready:
                self._reduce(BRACKET + 1)
            else:
                ready = self._operator(token) if ready else self._operand(token, following)
            if len(self._builder.nodes) > MAX_NODES:
                raise token.refusal("expression_too_many_nodes", most=MAX_NODES)
        return self._operands.pop().node

    # Where a value is wanted: each method says whether one is ready now

    def _operand(self, token: Token, following: Token) -> bool:
        take = self._takes.get(token.kind)
        if take:
            return take(token, following)
        last = self._pending[-1] if self._pending else None
        if token.kind == ")" and last and last.name and last.base == len(self._operands):
            raise _wrong_arguments(last.name)
        raise token.refusal("expression_operand_missing")

    def _number(self, token: Token, following: Token) -> bool:
        self._ready(self._builder.constant(float(token.text), token.span()), token.start, token.end)
        return True

    def _name(self, token: Token, following: Token) -> bool:
        if following.kind == "(":
            if token.text not in FUNCTIONS:
                choices = ", ".join(FUNCTIONS)
                raise token.refusal("expression_unknown_function", name=token.text, choices=choices)
            self._called = token
            return False
        if token.text in FUNCTIONS:
            raise token.refusal("expression_function_bare", name=token.text, usage=FUNCTIONS[token.text].usage)
        self._ready(self._resolve(token), token.start, token.end)
        return True

    def _open(self, token: Token, following: Token) -> bool:
        self._pending.append(Pending(token, "", BRACKET, self._called, len(self._operands)))
        self._called = None
        return False

    def _sign(self, token: Token, following: Token) -> bool:
        if token.kind == "-":
            self._pending.append(Pending(token, "neg", SIGN))
        return False

    # Where an operator is wanted: each method says whether a value is ready now

    def _operator(self, token: Token) -> bool:
        if token.kind in BINARY:
            return self._binary(token)
        if token.kind == ")":
            return self._close(token)
        if token.kind in {",", ";"}:
            return self._separate(token)
        raise token.refusal("expression_stray_equals" if token.kind == "=" else "expression_operator_missing")

    def _binary(self, token: Token) -> bool:
        op, strength = BINARY[token.kind]
        self._reduce(strength + 1 if op == "pow" else strength)
        self._pending.append(Pending(token, op, strength))
        return False

    def _separate(self, token: Token) -> bool:
        """A comma or semicolon: one argument is complete."""
        self._reduce(BRACKET + 1)
        if not self._pending or self._pending[-1].name is None:
            raise token.refusal("expression_stray_sign", sign=token.text)
        counts = self._pending[-1].counts
        counts[-1] += 1
        if token.kind == ";":
            counts.append(0)
        return False

    def _close(self, token: Token) -> bool:
        self._reduce(BRACKET + 1)
        bracket = self._pending.pop()
        if bracket.name:
            bracket.counts[-1] += 1
            self._call(bracket.name, bracket.counts, token)
        else:
            inner = self._operands.pop()
            self._ready(inner.node, bracket.token.start, token.end)
        return True

    def _call(self, name: Token, counts: Counts, closing: Token) -> None:
        function = FUNCTIONS[name.text]
        if not function.fits(counts):
            raise _wrong_arguments(name)
        arguments = self._take(sum(counts))
        if function.op == "softmax":
            self._check_choice(name, arguments)
        inputs = [argument.node for argument in arguments]
        span = name.span(name.start, closing.end)
        self._ready(self._builder.apply(function.op, inputs, span), name.start, closing.end)

    def _check_choice(self, name: Token, arguments: list[Operand]) -> None:
        """Which output of softmax is meant must be one of the numbers 1, 2, …: nothing can be differentiated by it."""
        choice = self._builder.nodes[arguments[0].node].constant
        if choice not in range(1, len(arguments)):
            raise name.refusal("expression_softmax_choice", most=len(arguments) - 1)

    # The stacks

    def _reduce(self, strength: int) -> None:
        """Apply what waits and binds at least so tight."""
        while self._pending and self._pending[-1].strength >= strength:
            self._apply(self._pending.pop())

    def _apply(self, pending: Pending) -> None:
        operands = self._take(1 if pending.op == "neg" else 2)
        end = operands[-1].end
        start = pending.token.start if pending.op == "neg" else operands[0].start
        span = pending.token.span(start, end)
        if pending.op == "neg":
            node = self._builder.negative(operands[0].node, span)
        else:
            node = self._builder.apply(pending.op, [operand.node for operand in operands], span)
        self._ready(node, start, end)

    def _take(self, count: int) -> list[Operand]:
        taken = self._operands[-count:]
        del self._operands[-count:]
        return taken

    def _ready(self, node: int, start: int, end: int) -> None:
        self._operands.append(Operand(node, start, end))


def _wrong_arguments(name: Token) -> Refusal:
    return name.refusal("expression_arguments", name=name.text, usage=FUNCTIONS[name.text].usage)
