"""UnitView: one hidden or output unit, forward, backward and update."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nnviz.engine.account import NormAccount, UnitAccount
from nnviz.session.intents import Edit, SetBias, SetWeight
from nnviz.session.script import Beat
from nnviz.views.inspector.backward_part import BackwardPart
from nnviz.views.inspector.facts import FactRows
from nnviz.views.inspector.hands_part import HandsPart
from nnviz.views.inspector.part import Part, show_formula, show_note
from nnviz.views.inspector.picture import WeightPicture
from nnviz.views.inspector.reading import Choice, Reading
from nnviz.views.inspector.story import Story
from nnviz.views.inspector.terms_table import TermsTable
from nnviz.views.inspector.update_part import UpdatePart
from nnviz.views.inspector.view import Kit, Subject, View

STATISTICS = ("mean", "variance")
SCALES = ("normalised", "gamma", "beta", "n")
"""Numbers of batch normalisation."""
FORWARD = {"sum": {"forward", "terms"}, "bias": {"forward"}, "activate": {"forward"}}
BACKWARD = {"pull": {"backward"}, "delta": {"backward"}, "gradient": {"backward"}}


class UnitView(View):
    """Sums, terms, weights as a picture, gradients, the bias's update, and what one can do with the unit."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._choice, self._piece = Choice(1, 0), 0
        self._story = Story(kit.words)
        self._build_forward()
        self._build_terms()
        self.backward = BackwardPart(kit.typesetter, kit.words, self)
        self.update_ = UpdatePart(True, kit.typesetter, kit.words, self)
        self.hands = HandsPart(kit.typesetter, self)
        self.hands.edit_requested.connect(self._use_hands)
        for name, part in (("backward", self.backward), ("update", self.update_), ("hands", self.hands)):
            self.add_part(name, part)
        self.word()

    def show_subject(self, subject: Subject) -> None:
        reading, choice = subject.reading, subject.choice
        self._choice, self._piece = choice, reading.piece(choice)
        account = reading.unit(choice)
        self._show_forward(subject, account)
        self.table.terms.show_terms(account.inputs, account.weights, account.products)
        self._show_picture(subject, account)
        self.backward.show_reading(reading, choice)
        self.update_.show_reading(reading, choice)
        self.hands.show_choice(choice, subject.experiment)

    def word(self) -> None:
        words = self.kit.words
        self.forward.set_title(self.tr("Forward"))
        self.terms.set_title(self.tr("Terms of the sum"))
        self.picture_part.set_title(self.tr("What it looks for"))
        for key in ("z", "bias", "alpha", *SCALES, "skip"):
            self.rows.name(key, words.title_of(key))
        self.table.setAccessibleName(self.tr("Terms of the sum"))
        self._hint.setText(self.tr("Double-click a weight to change it, another column to look at the weight."))
        self.backward.word()
        self.hands.word()

    def phases(self, beat: Beat) -> set[str]:
        if beat.phase in FORWARD:
            return FORWARD[beat.phase] if beat.layer == self._choice.layer - 1 else set()
        if beat.phase in BACKWARD:
            return BACKWARD[beat.phase] if beat.layer == self._choice.layer - 1 else set()
        return {"backward"} if beat.phase == "loss" else {"update"}

    # building

    def _build_forward(self) -> None:
        kit = self.kit
        self.forward = Part("forward", kit.typesetter, self)
        self._sum, self._sum_filled = self.forward.add_formula(), self.forward.add_formula("muted")
        self._norm, self._norm_filled = self.forward.add_formula(), self.forward.add_formula("muted")
        self._scale, self._scale_filled = self.forward.add_formula(), self.forward.add_formula("muted")
        self._law, self._law_filled = self.forward.add_formula(), self.forward.add_formula("muted")
        self._skip, self._skip_filled = self.forward.add_formula(), self.forward.add_formula("muted")
        self._note = self.forward.add_note()
        self.rows = FactRows(
            ("bias", "z", *STATISTICS, *SCALES, "alpha", "skip", "a"),
            kit.typesetter,
            kit.words,
            self.forward.body,
            "bias",
        )
        self.forward.content.addWidget(self.rows)
        self.rows.field().value_chosen.connect(self._set_bias)
        self.rows.field().refused.connect(self._refuse_bias)
        self.add_part("forward", self.forward)

    def _build_terms(self) -> None:
        kit = self.kit
        self.terms = Part("terms", kit.typesetter, self)
        self.table = TermsTable(kit.theme, self.terms.body)
        self.table.terms.weight_chosen.connect(self._set_weight)
        self.table.terms.refused.connect(self._refuse_weight)
        self.table.pointed.connect(self._point)
        self.table.opened.connect(self._open)
        self.terms.content.addWidget(self.table)
        self._hint = self.terms.add_note()
        self._hint.show()
        self.picture_part = Part("picture", kit.typesetter, self)
        self.picture = WeightPicture(kit.theme, self.picture_part.body)
        self.picture.pointed.connect(self._point)
        self.picture_part.content.addWidget(self.picture)
        self.add_part("picture", self.picture_part)
        self.add_part("terms", self.terms)

    # showing

    def _show_forward(self, subject: Subject, account: UnitAccount) -> None:
        story, reading, choice = self._story, subject.reading, subject.choice
        self._sum.set_formula(story.weighted_sum())
        self._sum_filled.set_formula(story.weighted_sum_filled(account))
        self._show_extras(account)
        self._law.set_formula(story.activation(account))
        self._law_filled.set_formula(story.activation_filled(account, reading.case(choice, account)))
        words = self.kit.words
        off = (choice.layer, choice.unit) in reading.experiment.off
        norm, residual = account.norm, account.skip is not None
        piece = words.piece(self._piece, norm is not None) if account.activation == "maxout" else ""
        averages = words.averages() if norm and not norm.from_batch else ""
        notes = (piece, words.activity(off, account.dropped, residual), averages)
        show_note(self._note, " ".join(filter(None, notes)))
        self._show_values(reading, choice, account)

    def _show_extras(self, account: UnitAccount) -> None:
        """What normalises, and what is added, where the unit's layer does so."""
        story, norm, skip = self._story, account.norm, account.skip
        show_formula(self._norm, story.normalised() if norm else None)
        show_formula(self._norm_filled, story.normalised_filled(account, norm) if norm else None)
        show_formula(self._scale, story.scaled() if norm else None)
        show_formula(self._scale_filled, story.scaled_filled(account, norm) if norm else None)
        show_formula(self._skip, None if skip is None else story.skipped(account))
        show_formula(self._skip_filled, None if skip is None else story.skipped_filled(account, skip))

    def _show_values(self, reading: Reading, choice: Choice, account: UnitAccount) -> None:
        values = {"bias": account.bias, "z": account.z, "a": account.a}
        if account.activation == "prelu":
            values["alpha"] = reading.trained_slope(choice)[0]
        if account.skip is not None:
            values["skip"] = account.skip
        if account.norm is not None:
            values |= _normalisation(account, account.norm)
            for key in STATISTICS:
                name = key if account.norm.from_batch else f"running_{key}"
                self.rows.name(key, self.kit.words.title_of(name))
        key = "y" if reading.is_output(choice) else "a"
        self.rows.name("a", self.kit.words.title_of(key), key)
        self.rows.show_only(set(values))
        self.rows.show_values(values)

    def _show_picture(self, subject: Subject, account: UnitAccount) -> None:
        image = subject.image if subject.choice.layer == 1 else None
        self.picture_part.setVisible(image is not None)
        if image is not None:
            self.picture.show_weights(account.weights.reshape(image))

    # what the user does

    def _set_bias(self, value: float, gesture: int) -> None:
        layer, unit = self._choice.layer, self._choice.unit
        self.edit(SetBias(layer, unit, value, self._piece, gesture), self.rows)

    def _set_weight(self, i: int, value: float) -> None:
        layer, unit = self._choice.layer, self._choice.unit
        self.edit(SetWeight(layer, i, unit, value, self._piece), self.table)

    def _use_hands(self, edit: Edit) -> None:
        self.edit(edit, self.hands.remove)

    def _refuse_bias(self, reason: str) -> None:
        self.explain(reason, self.rows)

    def _refuse_weight(self, reason: str) -> None:
        self.explain(reason, self.table)

    def _point(self, source: int) -> None:
        if source < 0:
            self.source_pointed.emit(None, 0)
        else:
            self.source_pointed.emit(self._choice.layer - 1, source)

    def _open(self, source: int) -> None:
        self.choice_requested.emit(Choice(self._choice.layer, self._choice.unit, source))


def _normalisation(account: UnitAccount, norm: NormAccount) -> dict[str, float]:
    return {
        "mean": norm.mean,
        "variance": norm.variance,
        "normalised": norm.normalised,
        "gamma": norm.gamma,
        "beta": norm.beta,
        "n": account.n,
    }
