"""Cards beside the graph: the step at work with its numbers, and the node that is pointed at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from nnviz.session.labs.graph.lab import GraphLab
from nnviz.theme.theme import Theme
from nnviz.views.labs.graph.brush import DERIVATIVE, VALUE
from nnviz.views.labs.graph.naming import breakable, definition, keeps, labels_of, partial
from nnviz.views.labs.graph.reckoning import Line, Reckoning, reckoning_of
from nnviz.views.labs.graph.words import GraphWords
from nnviz.widgets.number_label import NumberLabel

PARTS = ("value", "seed", "local", "upstream", "downstream", "before", "sum")
LARGE, TYPED, SMALL = 1.5, 1.15, 0.92
MOST_ROWS = 24
"""Numbers of a node that are listed."""


class StepCard(QFrame):
    """What the step at work does, in numbers and in words."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("graph_step")
        self.setProperty("role", "card")
        self._theme, self._words = theme, GraphWords(self)
        self.title, self.typed, self.rule, self.kept, self.adding = (_line(self) for _ in range(5))
        for name, label in (("title", self.title), ("typed", self.typed), ("rule", self.rule), ("kept", self.kept)):
            label.setObjectName(f"graph_step_{name}")
        self.numbers = {part: NumberLabel(f"graph_{part}", self) for part in PARTS}
        self._signs, self._names, self._captions = ({part: QLabel(self) for part in PARTS} for _ in range(3))
        self._lay_out()

    def show_lab(self, lab: GraphLab) -> None:
        """The step the lab is at."""
        beat = lab.beat
        self.title.setText(self._words.step_title(lab))
        reckoning = reckoning_of(lab, beat) if beat else Reckoning(self._words.beginning())
        self.typed.setText(breakable(reckoning.typed))
        self.typed.setAccessibleName(reckoning.spoken)
        self._show_lines(reckoning.lines)
        node = lab.graph.nodes[beat.node] if beat else None
        computing = node is not None and beat is not None and beat.kind != "seed"
        seed = self._words.seed(labels_of(lab.graph)[lab.graph.output])
        self.rule.setText(self._words.rule(node) if node and computing else seed if node else "")
        self.kept.setText(self._words.keeping(keeps(node)) if node and computing else "")
        self.adding.setText(self._adding(lab))
        for label in (self.rule, self.kept, self.adding):
            label.setVisible(bool(label.text()))

    def dress(self) -> None:
        """Fonts and colours of the theme."""
        self.title.setFont(self._theme.font(SMALL))
        self.typed.setFont(self._theme.font(TYPED, bold=True))
        for part, number in self.numbers.items():
            number.setFont(self._theme.font(LARGE, bold=True))
            role = VALUE if part == "value" else DERIVATIVE
            number.setStyleSheet(f"color: {self._theme.color(role).name()};")
            self._signs[part].setFont(self._theme.font(LARGE))
            self._names[part].setFont(self._theme.font(1.1, bold=True))
            self._captions[part].setFont(self._theme.font(SMALL))

    def word(self) -> None:
        """Texts in the language of the program."""
        captions = {
            "value": self.tr("value"),
            "seed": self.tr("gradient of the output"),
            "local": self.tr("local"),
            "upstream": self.tr("upstream"),
            "downstream": self.tr("downstream"),
            "before": self.tr("added up before"),
            "sum": self.tr("added up now"),
        }
        for part, text in captions.items():
            self._captions[part].setText(text)

    def _show_lines(self, lines: tuple[Line, ...]) -> None:
        shown = {line.part: line for line in lines}
        for part in PARTS:
            line = shown.get(part)
            for label in (self._signs[part], self._names[part], self._captions[part], self.numbers[part]):
                label.setVisible(line is not None)
            if line:
                self._signs[part].setText(line.sign)
                name = f"{line.name} = {line.rule}" if line.rule else line.name
                self._names[part].setText(breakable(name))
                self.numbers[part].set_value(line.value)
                self.numbers[part].set_title(f"{self._captions[part].text()} {line.name}")

    def _adding(self, lab: GraphLab) -> str:
        """Why the last lines are there."""
        sent = lab.beat.contribution if lab.beat else None
        if sent is None or self.numbers["sum"].isHidden():
            return ""
        users = sum(edge.source == sent.edge.source for edge in lab.graph.edges)
        return self._words.users(labels_of(lab.graph)[sent.edge.source], users)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for at, part in enumerate(PARTS):
            self._captions[part].setProperty("role", "hint")
            self._names[part].setWordWrap(True)
            grid.addWidget(self._signs[part], 2 * at, 0)
            grid.addWidget(self._names[part], 2 * at, 1)
            grid.addWidget(self.numbers[part], 2 * at, 2)
            grid.addWidget(self._captions[part], 2 * at + 1, 1, 1, 2)
            self._captions[part].setContentsMargins(0, 0, 0, 6)
        column = _column(self)
        for label, role in ((self.title, "hint"), (self.typed, "title")):
            label.setProperty("role", role)
            column.addWidget(label)
        column.addLayout(grid)
        self.kept.setProperty("role", "hint")
        for label in (self.adding, self.rule, self.kept):
            column.addWidget(label)


class NodeCard(QFrame):
    """All numbers of the node that is pointed at or has the keyboard."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("graph_node")
        self.setProperty("role", "card")
        self._theme, self._words = theme, GraphWords(self)
        self.title, self.hint = _line(self), _line(self)
        self.title.setObjectName("graph_node_title")
        self.names = [_line(self) for _ in range(MOST_ROWS)]
        self.numbers = [NumberLabel(f"graph_node_{row}", self) for row in range(MOST_ROWS)]
        self._lay_out()

    def show_node(self, lab: GraphLab, index: int | None) -> None:
        """A node; None: how to choose one."""
        self.hint.setVisible(index is None or lab.graph.nodes[index].is_input)
        self.title.setVisible(index is not None)
        rows: list[tuple[str, float]] = []
        if index is None:
            self.hint.setText(self.tr("Point at a node to read its numbers, or walk to it with the arrow keys."))
        else:
            self._show_title(lab, index)
            rows = self._rows(lab, index)
        for at, (name, number) in enumerate(zip(self.names, self.numbers, strict=True)):
            name.setVisible(at < len(rows))
            number.setVisible(at < len(rows))
            if at < len(rows):
                name.setText(breakable(rows[at][0]))
                number.set_title(rows[at][0])
                number.set_value(rows[at][1])

    def dress(self) -> None:
        """Fonts of the theme."""
        self.title.setFont(self._theme.font(TYPED, bold=True))
        for name, number in zip(self.names, self.numbers, strict=True):
            name.setFont(self._theme.font(1.0))
            number.setFont(self._theme.font(1.1, bold=True))

    def _show_title(self, lab: GraphLab, index: int) -> None:
        graph, labels = lab.graph, labels_of(lab.graph)
        node = graph.nodes[index]
        self.title.setText(labels[index] if node.is_input else f"{labels[index]} = {definition(graph, labels, index)}")
        self.hint.setText(self._words.kind(node))

    def _rows(self, lab: GraphLab, index: int) -> list[tuple[str, float]]:
        """Names and numbers; what is not seen in the picture yet is not listed either."""
        graph, labels = lab.graph, labels_of(lab.graph)
        value, gradient = lab.shown_forward(index), lab.shown_gradient(index)
        rows = [(self.tr("value"), value), (partial(labels[graph.output], labels[index]), gradient)]
        if value is not None:
            for edge in graph.nodes[index].edges:
                if graph.varies[edge.source]:
                    slope = lab.forward.locals[index][edge.slot]
                    rows.append((partial(labels[index], labels[edge.source]), slope))
            rows += [(f"y{at}", y) for at, y in enumerate(lab.probabilities(index), 1)]
        return [(name, number) for name, number in rows if number is not None][:MOST_ROWS]

    def _lay_out(self) -> None:
        self.title.setProperty("role", "title")
        self.hint.setProperty("role", "hint")
        column = _column(self)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        grid = QGridLayout()
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for at, (name, number) in enumerate(zip(self.names, self.numbers, strict=True)):
            grid.addWidget(name, at, 0)
            grid.addWidget(number, at, 1)
        column.addLayout(grid)


def _line(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _column(card: QFrame) -> QVBoxLayout:
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 10, 12, 12)
    column.setSpacing(8)
    return column
