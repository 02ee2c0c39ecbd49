"""EdgeView: one weight: what flows through it, its gradient, its update."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from nnviz.session.intents import SetWeight
from nnviz.session.script import Beat
from nnviz.views.inspector.facts import FactRows
from nnviz.views.inspector.part import Part, show_formula, show_note
from nnviz.views.inspector.reading import Choice
from nnviz.views.inspector.story import Story
from nnviz.views.inspector.update_part import UpdatePart
from nnviz.views.inspector.view import Kit, Subject, View

PARTS_OF_PHASE = {"sum": {"weight"}, "pull": {"weight"}, "gradient": {"gradient"}}


class EdgeView(View):
    """The weight as a number one can type or drag; a of its source and δ of its target make its gradient."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._choice, self._piece = Choice(1, 0, 0), 0
        self._story = Story(kit.words)
        self._build_weight()
        self._build_gradient()
        self.update_ = UpdatePart(False, kit.typesetter, kit.words, self)
        self.add_part("update", self.update_)
        self.word()

    def show_subject(self, subject: Subject) -> None:
        reading, choice = subject.reading, subject.choice
        self._choice, self._piece = choice, reading.piece(choice)
        account, e, story = reading.weight(choice), reading.experiment, self._story
        self.rows.show_values({"w": account.w, "input": account.a, "delta": account.delta})
        written = self.kit.words.notation.latex_weight(choice.layer, choice.source + 1, choice.unit + 1)
        self.rows.mark("w", written)
        unit = reading.unit(choice)
        piece = self.kit.words.piece(self._piece, unit.norm is not None)
        show_note(self._note, piece if unit.activation == "maxout" else "")
        self._gradient.set_formula(story.gradient(bias=False))
        self._gradient_filled.set_formula(story.gradient_filled(account, bias=False))
        penalised = bool(e.l1 or e.l2)
        show_formula(self._penalised, story.penalised() if penalised else None)
        show_formula(self._penalised_filled, story.penalised_filled(account) if penalised else None)
        self.sums.show_values({"dW": account.dW, "penalty": account.penalty, "g": account.g})
        self.update_.show_reading(reading, choice)

    def word(self) -> None:
        words = self.kit.words
        self.weight.set_title(self.tr("Weight"))
        self.gradient.set_title(self.tr("Gradient"))
        for rows in (self.rows, self.sums):
            for key in rows.numbers:
                rows.name(key, words.title_of(key))
        self.source.setText(self.tr("Its source"))
        self.target.setText(self.tr("Its target"))
        self.source.setToolTip(self.tr("Inspect the unit or input whose activation this weight multiplies"))
        self.target.setToolTip(self.tr("Inspect the unit to whose weighted sum this weight adds"))
        self._hint.setText(self.tr("Drag the weight, or click and type. Shift: finer."))

    def phases(self, beat: Beat) -> set[str]:
        if beat.phase not in PARTS_OF_PHASE:
            return {"update"} if beat.phase == "update" else set()
        # A δ is pulled back to layer k through the weights of layer k + 1.
        layer = beat.layer + (beat.phase == "pull")
        return PARTS_OF_PHASE[beat.phase] if layer == self._choice.layer - 1 else set()

    def _build_weight(self) -> None:
        kit = self.kit
        self.weight = Part("weight", kit.typesetter, self)
        self.rows = FactRows(("w", "input", "delta"), kit.typesetter, kit.words, self.weight.body, "w")
        self.weight.content.addWidget(self.rows)
        self._hint, self._note = self.weight.add_note(), self.weight.add_note()
        self._hint.show()
        self.source, self.target = QPushButton(self.weight.body), QPushButton(self.weight.body)
        line = QHBoxLayout()
        for name, button in (("source", self.source), ("to_target", self.target)):
            button.setObjectName(f"inspector_{name}")
            line.addWidget(button)
        self.weight.content.addLayout(line)
        self.source.clicked.connect(self._to_source)
        self.target.clicked.connect(self._to_target)
        self.rows.field().value_chosen.connect(self._set_weight)
        self.rows.field().refused.connect(self._refuse)
        self.add_part("weight", self.weight)

    def _build_gradient(self) -> None:
        self.gradient = Part("gradient", self.kit.typesetter, self)
        self._gradient, self._gradient_filled = self.gradient.add_formula(), self.gradient.add_formula("muted")
        self._penalised, self._penalised_filled = self.gradient.add_formula(), self.gradient.add_formula("muted")
        self.sums = FactRows(("dW", "penalty", "g"), self.kit.typesetter, self.kit.words, self.gradient.body)
        self.gradient.content.addWidget(self.sums)
        self.add_part("gradient", self.gradient)

    def _set_weight(self, value: float, gesture: int) -> None:
        choice = self._choice
        self.edit(SetWeight(choice.layer, choice.source, choice.unit, value, self._piece, gesture), self.rows)

    def _refuse(self, reason: str) -> None:
        self.explain(reason, self.rows)

    def _to_source(self) -> None:
        self.choice_requested.emit(Choice(self._choice.layer - 1, self._choice.source))

    def _to_target(self) -> None:
        self.choice_requested.emit(Choice(self._choice.layer, self._choice.unit))
