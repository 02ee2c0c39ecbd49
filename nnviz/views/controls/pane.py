"""ControlsPane: edits every field of the Experiment and follows it wherever it is changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.session.intents import Configure
from nnviz.session.names import in_words
from nnviz.session.session import Session
from nnviz.views.controls.editors import FieldRow
from nnviz.views.controls.fields import Block, Field, Part
from nnviz.views.controls.layers import LayerList
from nnviz.views.controls.parameters import ParameterCount
from nnviz.views.controls.parts import PARTS
from nnviz.views.controls.rules import changed
from nnviz.widgets.caption import Caption
from nnviz.widgets.section import Section
from nnviz.widgets.worded import Worded


class ControlsPane(Worded, QScrollArea):
    """Sections of fields, for a dock about 300 pixels wide."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("controls_pane")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows: dict[str, FieldRow] = {}
        self.sections: dict[str, Section] = {}
        self._refused: FieldRow | LayerList | None = None
        self._behind = False
        self._build()
        self._name()
        self._show(session.experiment)
        session.experiment_changed.connect(self._follow)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest field: a dock cannot be made so narrow that it cuts fields off."""
        width = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, super().minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self._show(self._session.experiment)

    def _word(self) -> None:
        self._name()
        self._show(self._session.experiment)

    def _build(self) -> None:
        content = self._content = QWidget(self)
        content.setProperty("role", "surface")
        self.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(4, 0, 4, 8)
        column.setSpacing(0)
        self._legend = Caption(restart=True, parent=content, leading=True)
        self._legend.setProperty("role", "hint")
        self._legend.setContentsMargins(8, 8, 8, 4)
        column.addWidget(self._legend)
        for part in PARTS:
            if self.sections:
                column.addWidget(_rule(content))
            column.addWidget(self._section(part, content))
        column.addStretch(1)

    def _section(self, part: Part, parent: QWidget) -> Section:
        section = Section(part.name, parent)
        section.set_expanded(not part.folded)
        self.sections[part.name] = section
        blocks = {Block.LAYERS: self._add_layers, Block.PARAMETERS: self._add_parameters}
        for item in part.fields:
            if isinstance(item, Block):
                blocks[item](section)
            else:
                self._add_row(item, section)
        return section

    def _add_row(self, field: Field, section: Section) -> None:
        row = FieldRow(field, section.body)
        row.edited.connect(self._edit)
        self.rows[field.name] = row
        section.content.addWidget(row)

    def _add_layers(self, section: Section) -> None:
        self.layers = LayerList(section.body)
        self.layers.edited.connect(self._edit)
        section.content.addWidget(self.layers)

    def _add_parameters(self, section: Section) -> None:
        self.parameters = ParameterCount(section.body)
        section.content.addWidget(self.parameters)

    def _edit(self, name: str, value: Any) -> None:
        owner = self.layers if name == "layers" else self.rows[name]
        try:
            self._session.do(Configure(changed(self._session.experiment, name, value, self._session.stock.shelf)))
        except Refusal as error:
            self._show(self._session.experiment)
            self._complain(owner, words(error, _error_in_words))
        else:
            self._complain(None)

    def _complain(self, owner: FieldRow | LayerList | None, text: str = "") -> None:
        """Show why the session refuses an edit, in one place, until the next edit that it takes."""
        if self._refused:
            self._refused.set_message("")
        self._refused = owner
        if owner:
            owner.set_message(text)

    def _follow(self, experiment: Experiment) -> None:
        """Hidden in a window that is open, it waits: the cards of five layers take 0.1 s."""
        self._behind = self.window().isVisible() and not self.isVisible()
        if not self._behind:
            self._show(experiment)

    def _show(self, experiment: Experiment) -> None:
        self._behind = False
        for row in self.rows.values():
            row.show_experiment(experiment, self._session.stock.shelf)
        self.layers.show_experiment(experiment)
        self.parameters.show_experiment(experiment)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Experiment"))
        for part in PARTS:
            self.sections[part.name].set_title(in_words(part.title))
        for row in self.rows.values():
            row.word()
        self.layers.word()
        self.parameters.word()
        self._legend.setText(self.tr("A change means a new start."))


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setProperty("role", "rule")
    rule.setFixedHeight(1)
    return rule


def _error_in_words(text: str) -> str:
    return QCoreApplication.translate("errors", text)
