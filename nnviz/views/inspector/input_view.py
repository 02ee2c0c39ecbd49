"""InputView: an input unit, which is one number of the sample."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nnviz.session.script import Beat
from nnviz.views.inspector.facts import FactRows
from nnviz.views.inspector.part import Part
from nnviz.views.inspector.view import Kit, Subject, View


class InputView(View):
    """Its value, as the network sees it: scaled."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.value = Part("input", kit.typesetter, self)
        self.rows = FactRows(("a",), kit.typesetter, kit.words, self.value.body)
        self.value.content.addWidget(self.rows)
        self._hint = self.value.add_note()
        self._hint.show()
        self.add_part("input", self.value)
        self.word()

    def show_subject(self, subject: Subject) -> None:
        self.rows.show_values({"a": subject.reading.input_value(subject.choice.unit)})

    def word(self) -> None:
        self.value.set_title(self.tr("Input"))
        self.rows.name("a", self.tr("value"))
        self._hint.setText(self.tr("An input computes nothing: this is one number of the sample, after scaling."))

    def phases(self, beat: Beat) -> set[str]:
        return {"input"} if beat.phase == "sum" and beat.layer == 0 else set()
