"""The list of hidden layers: a card for each, in order, and a button that adds one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nnviz.engine.experiment import MAX_LAYERS, Experiment, LayerSpec
from nnviz.sentences.marking import QT_TRANSLATE_NOOP
from nnviz.session.names import in_words
from nnviz.views.controls.editors import describe
from nnviz.views.controls.layer_card import LayerCard
from nnviz.views.controls.rules import parameter_terms
from nnviz.widgets.message_label import MessageLabel

Layers = tuple[LayerSpec, ...]


class LayerList(QWidget):
    """Cards of all hidden layers.

    Signals: edited(str, tuple of LayerSpec) with "layers", the field's name, after an edit by the user.
    """

    edited = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layers: Layers = ()
        self._cards: list[LayerCard] = []
        self.setObjectName("layers")
        self.message = MessageLabel(self)
        self.add = QPushButton(self)
        self.add.setObjectName("add_layer")
        self.add.clicked.connect(self._append)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.add)
        self._column.addWidget(self.message)
        self.word()

    def show_experiment(self, experiment: Experiment) -> None:
        """Follow the experiment; cards are kept, so that the focus stays where it is."""
        self._layers = experiment.layers
        self._resize(len(self._layers))
        terms = parameter_terms(experiment)
        for index, card in enumerate(self._cards):
            last = index == len(self._layers) - 1
            card.show_layer(self._layers[index], terms[index], experiment.sizes[index], last)
        self.add.setEnabled(len(self._layers) < MAX_LAYERS)

    def word(self) -> None:
        """All words anew."""
        self.add.setText(in_words(QT_TRANSLATE_NOOP("ControlsPane", "+ Hidden layer")))
        tip = QT_TRANSLATE_NOOP("ControlsPane", "Add a hidden layer before the output, like the last one there is.")
        describe(self.add, in_words(QT_TRANSLATE_NOOP("ControlsPane", "Add a hidden layer")), in_words(tip))
        for card in self._cards:
            card.word()

    def set_message(self, text: str) -> None:
        """Show why an edit of the layers is refused; "" hides it."""
        self.message.show_text(text)

    def _resize(self, count: int) -> None:
        while len(self._cards) > count:
            card = self._cards.pop()
            self._column.removeWidget(card)
            card.hide()
            card.setParent(None)
            card.deleteLater()
        while len(self._cards) < count:
            # Tab follows the order in which widgets were made, but a new card belongs before the button that adds.
            before = self._cards[-1].last if self._cards else _focusable_before(self.add)
            self._cards.append(self._card(len(self._cards)))
            self._cards[-1].follow_in_tab_order(before)

    def _card(self, index: int) -> LayerCard:
        card = LayerCard(index, self)
        card.layer_changed.connect(self._replace)
        card.move_requested.connect(self._move)
        card.remove_requested.connect(self._remove)
        self._column.insertWidget(index, card)
        return card

    def _append(self) -> None:
        new = self._layers[-1] if self._layers else LayerSpec()
        self.edited.emit("layers", (*self._layers, new))

    def _replace(self, index: int, layer: LayerSpec) -> None:
        self.edited.emit("layers", (*self._layers[:index], layer, *self._layers[index + 1 :]))

    def _move(self, index: int, to: int) -> None:
        layers = list(self._layers)
        layers.insert(to, layers.pop(index))
        self.edited.emit("layers", tuple(layers))

    def _remove(self, index: int) -> None:
        self.edited.emit("layers", (*self._layers[:index], *self._layers[index + 1 :]))


def _focusable_before(widget: QWidget) -> QWidget:
    """The widget from which Tab comes to this one."""
    before = widget.previousInFocusChain()
    while before and before is not widget and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
        before = before.previousInFocusChain()
    return before or widget
