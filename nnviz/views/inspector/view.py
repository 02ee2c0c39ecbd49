"""View: what the three views of the inspector (an input, a unit, a weight) have in common."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnviz.engine.experiment import Experiment
from nnviz.session.intents import Edit
from nnviz.session.script import Beat
from nnviz.theme.theme import Theme
from nnviz.views.inspector.part import Part
from nnviz.views.inspector.reading import Choice, Reading
from nnviz.views.inspector.words import InspectorWords
from nnviz.widgets.drag_field import DragField
from nnviz.widgets.message_label import MessageLabel
from nnviz.widgets.typesetter import Typesetter


@dataclass(frozen=True)
class Kit:
    """What the parts of the inspector share."""

    theme: Theme
    typesetter: Typesetter
    words: InspectorWords


@dataclass(frozen=True, eq=False)
class Subject:
    """What a view shows. `experiment`: as it is now; `image`: (height, width) of the inputs where they are one."""

    reading: Reading
    choice: Choice
    experiment: Experiment
    image: tuple[int, int] | None


class View(QWidget):
    """Parts below each other.

    Signals: edit_requested(Edit); choice_requested(Choice): look at something else;
    source_pointed(int | None, int): layer and unit of the source pointed at, None: none any more;
    explained(): a message about something refused has appeared.
    """

    edit_requested = Signal(object)
    choice_requested = Signal(object)
    source_pointed = Signal(object, int)
    explained = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self.parts: dict[str, Part] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.message = MessageLabel(self)
        self.message.setObjectName("inspector_message")
        self._layout.addWidget(self.message)
        self._layout.addStretch()
        self._edited: QWidget | None = None

    def add_part(self, name: str, part: Part) -> None:
        """A part below the others."""
        self.parts[name] = part
        self._layout.insertWidget(self._layout.count() - 1, part)

    def edit(self, edit: Edit, widget: QWidget) -> None:
        """Ask for an edit made with a widget of a part's content."""
        self._edited = widget
        self.edit_requested.emit(edit)

    def explain(self, text: str, widget: QWidget | None = None) -> None:
        """Say below a widget of a part's content, that of the last edit if none is given, why something was refused;
        "" takes it back."""
        self._edited = widget or self._edited
        below = self._edited.parentWidget() if self._edited else None
        content = below.layout() if below else None
        if text and self._edited and isinstance(content, QVBoxLayout):
            content.insertWidget(content.indexOf(self._edited) + 1, self.message)
        self.message.show_text(text)
        if text:
            self.explained.emit()

    def forget(self) -> None:
        """Something else will be shown: nothing is refused about it."""
        for field in self.findChildren(DragField):
            field.settle()
        self.explain("")

    def show_subject(self, subject: Subject) -> None:
        """Everything anew."""
        raise NotImplementedError

    def word(self) -> None:
        """All words anew."""
        raise NotImplementedError

    def phases(self, beat: Beat) -> set[str]:
        """The parts that a beat of the animation belongs to."""
        raise NotImplementedError

    def show_beat(self, beat: Beat | None) -> None:
        """Set off the parts that are being played."""
        active = self.phases(beat) if beat else set()
        for name, part in self.parts.items():
            part.set_active(name in active)
