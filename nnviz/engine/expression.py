"""Expression: typed text into a graph. Nothing of it is ever run as Python.

    text       lines, or parts of a line with ; between, such as   q = x + y; f = q · z
    statement  name = formula; of the last one, whose value is the output, the name may be left out

A name that no statement defines is a variable. Every refusal has the `line` and the `column` (from 1) where the text
goes wrong.
"""

from __future__ import annotations

from nnviz.engine.autograd import Graph, GraphBuilder
from nnviz.engine.formula import FUNCTIONS, FormulaParser
from nnviz.engine.tokens import Token, tokenize


def parse(text: str) -> Graph:
    """The graph of an expression. Refusal expression_… with line and column."""
    tokens = tokenize(text)
    _check_brackets(tokens)
    statements = _statements(tokens)
    if not statements:
        raise tokens[0].refusal("expression_empty")
    for statement in statements[:-1]:
        if not _is_named(statement):
            raise statement[0].refusal("expression_unnamed")
    return _Names().graph(statements, text)


def _check_brackets(tokens: list[Token]) -> None:
    """Every bracket has its counterpart in its own line."""
    waiting: list[Token] = []
    for token in tokens:
        if token.kind == "(":
            waiting.append(token)
        elif token.kind == ")" and not waiting:
            raise token.refusal("expression_bracket_closes")
        elif token.kind == ")":
            waiting.pop()
        elif token.kind == "line" and waiting:
            raise waiting[-1].refusal("expression_bracket_opens")


def _statements(tokens: list[Token]) -> list[list[Token]]:
    """The tokens of each statement, with the one that ends it; empty ones left out."""
    statements: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += {"(": 1, ")": -1}.get(token.kind, 0)
        statements[-1].append(token)
        if token.kind == "line" or (token.kind == ";" and depth == 0):
            statements.append([])
    return [statement for statement in statements if len(statement) > 1]


def _is_named(statement: list[Token]) -> bool:
    return [token.kind for token in statement[:2]] == ["name", "="]


class _Names:
    """What the names of a text stand for.

    defined    by a statement: its node;  unused: those that no later statement has named
    variables  everything else that was named;  places: where each name stood first
    """

    def __init__(self) -> None:
        self._builder = GraphBuilder()
        self._parser = FormulaParser(self._builder, self._resolve)
        self._defined: dict[str, int] = {}
        self._unused: dict[str, Token] = {}
        self._variables: dict[str, int] = {}
        self._places: dict[str, Token] = {}

    def graph(self, statements: list[list[Token]], text: str) -> Graph:
        """The graph of all statements; the last one is the output."""
        output = 0
        for statement in statements:
            output = self._define(statement) if _is_named(statement) else self._parser.parse(statement)
        for name, token in self._unused.items():
            if token is not statements[-1][0]:
                raise token.refusal("expression_unused", name=name)
        return self._builder.graph(output, text)

    def _define(self, statement: list[Token]) -> int:
        """The node of `name = formula`."""
        name = statement[0].text
        if name in FUNCTIONS:
            raise statement[0].refusal("expression_function_name", name=name)
        if name in self._defined:
            raise statement[0].refusal("expression_defined_twice", name=name)
        node = self._parser.parse(statement[2:])
        if name in self._variables:
            raise self._places[name].refusal("expression_used_before", name=name)
        self._builder.name(node, name)
        self._defined[name], self._unused[name] = node, statement[0]
        return node

    def _resolve(self, token: Token) -> int:
        name = token.text
        self._unused.pop(name, None)
        if name in self._defined:
            return self._defined[name]
        if name not in self._variables:
            self._variables[name] = self._builder.variable(name, token.span())
            self._places[name] = token
        return self._variables[name]
