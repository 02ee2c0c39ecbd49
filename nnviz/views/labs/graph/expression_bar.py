"""ExpressionBar: the expression, presets to begin with, and the sentence that says what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from nnviz.engine.refusal import Refusal
from nnviz.errors import words as sentence
from nnviz.session.labs.graph.lab import GraphLab
from nnviz.session.labs.graph.presets import PRESETS
from nnviz.theme.theme import Theme
from nnviz.views.labs.graph.expression_field import ExpressionField
from nnviz.views.labs.graph.words import GraphWords
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.keys import native
from nnviz.widgets.message_label import MessageLabel

CHOOSER = 330
"""Width of the part with the presets, at ordinary writing."""


class ExpressionBar(QFrame):
    """Signals: submitted(str) with another expression; preset_chosen(str)."""

    submitted = Signal(str)
    preset_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("graph_bar")
        self.setProperty("role", "card")
        self._theme, self._words = theme, GraphWords(self)
        self._preset = ""
        self.field = ExpressionField("graph_expression", theme, self)
        self.button = QPushButton(self)
        self.button.setObjectName("graph_draw")
        self.reset = QPushButton(self)
        self.reset.setObjectName("graph_reset")
        self.preset = ChoiceField(self)
        self.preset.setObjectName("graph_preset")
        self.tip = QLabel(self)
        self.tip.setObjectName("graph_preset_tip")
        self.message = MessageLabel(self)
        self.message.setObjectName("graph_message")
        self._lay_out()
        self._connect()

    def show_lab(self, lab: GraphLab) -> None:
        """The expression in effect and its preset."""
        self.field.show_text(lab.text)
        self._preset = lab.preset
        self.preset.set_choices(self._choices())
        self.preset.set_value(lab.preset)
        self.tip.setText(self._words.preset_tip(lab.preset))

    def show_refusal(self, refusal: Exception | None) -> None:
        """Say what is wrong and mark where; None: all is well."""
        self.message.show_text(sentence(refusal, _translated) if refusal else "")
        self.message.setAccessibleName(self.message.text())
        fields = refusal.fields if isinstance(refusal, Refusal) else {}
        if "column" in fields:
            self.field.underline(int(str(fields.get("line", 1))), int(str(fields["column"])))
        elif refusal is None:
            self.field.setExtraSelections([])

    def dress(self) -> None:
        """Colours and fonts of the theme."""
        self.field.dress()
        self._chooser.setFixedWidth(round(CHOOSER * self._theme.scale))

    def word(self) -> None:
        """Texts in the language of the program."""
        self.field.setAccessibleName(self.tr("Expression"))
        self.field.setToolTip(self.tr("Enter draws the graph, Shift+Enter begins a new line, Escape takes back"))
        self.button.setText(self.tr("Draw"))
        self.button.setToolTip(self.tr("Draw the graph of this expression ({keys})").format(keys=native("Return")))
        self.reset.setText(self.tr("Reset"))
        self.reset.setToolTip(self.tr("The values that the expression began with, and the beginning of the passes"))
        self.preset.setAccessibleName(self.tr("Example"))
        self.preset.set_choices(self._choices())
        self.tip.setText(self._words.preset_tip(self._preset))

    def _choices(self) -> list[tuple[str, str]]:
        own = [] if self._preset else [""]
        return [(name, self._words.preset(name)) for name in [*own, *PRESETS]]

    def _lay_out(self) -> None:
        self.tip.setProperty("role", "hint")
        self.tip.setWordWrap(True)
        self._chooser = QWidget(self)
        right = QVBoxLayout(self._chooser)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(4)
        right.addWidget(self.preset)
        right.addWidget(self.tip)
        right.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.field)
        left.addWidget(self.message)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(10)
        row.addLayout(left, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self.button)
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        row.addLayout(buttons)
        row.addWidget(self._chooser)

    def _connect(self) -> None:
        self.field.submitted.connect(self.submitted)
        self.field.taken_back.connect(self._settle)
        self.button.clicked.connect(self._draw)
        self.preset.value_changed.connect(self._chosen)

    def _settle(self) -> None:
        self.show_refusal(None)

    def _draw(self) -> None:
        self.submitted.emit(self.field.toPlainText())

    def _chosen(self, name: str) -> None:
        if name:
            self.preset_chosen.emit(name)


def _translated(text: str) -> str:
    return QCoreApplication.translate("errors", text)
