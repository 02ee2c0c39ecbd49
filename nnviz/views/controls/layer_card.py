"""A card for one hidden layer: units, activation with its parameters, dropout, batch norm, residual, and buttons to
move and remove it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from nnviz.engine.experiment import ACTIVATION_NAMES, LayerSpec
from nnviz.sentences.marking import QT_TRANSLATE_NOOP
from nnviz.session.names import in_words, name_of
from nnviz.views.controls.editors import NEW_START, describe, limits_of
from nnviz.views.controls.rules import ACTIVATION_DEFAULTS, Term, activated
from nnviz.widgets.caption import Caption
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.count_field import CountField
from nnviz.widgets.flow_layout import FlowLayout
from nnviz.widgets.glyph_button import SIDE, GlyphButton
from nnviz.widgets.message_label import MessageLabel
from nnviz.widgets.number_field import NumberField

LABELS: Mapping[str, str] = {
    "units": QT_TRANSLATE_NOOP("ControlsPane", "Units"),
    "activation": QT_TRANSLATE_NOOP("ControlsPane", "Activation"),
    "dropout": QT_TRANSLATE_NOOP("ControlsPane", "Dropout"),
    "alpha": QT_TRANSLATE_NOOP("ControlsPane", "α"),
    "theta": QT_TRANSLATE_NOOP("ControlsPane", "θ"),
    "pieces": QT_TRANSLATE_NOOP("ControlsPane", "Pieces"),
    "batch_norm": QT_TRANSLATE_NOOP("ControlsPane", "Batch norm"),
    "residual": QT_TRANSLATE_NOOP("ControlsPane", "Residual"),
    "up": QT_TRANSLATE_NOOP("ControlsPane", "Move up"),
    "down": QT_TRANSLATE_NOOP("ControlsPane", "Move down"),
    "remove": QT_TRANSLATE_NOOP("ControlsPane", "Remove"),
}
TIPS: Mapping[str, str] = {
    "units": QT_TRANSLATE_NOOP("ControlsPane", "The number of units (neurons) of this hidden layer."),
    "activation": QT_TRANSLATE_NOOP(
        "ControlsPane", "The function that turns the weighted sums of this layer into its activations."
    ),
    "dropout": QT_TRANSLATE_NOOP(
        "ControlsPane", "The share of this layer's units that is switched off at random in each training pass."
    ),
    "alpha": QT_TRANSLATE_NOOP("ControlsPane", "The slope below 0 (of PReLU: where it starts), or the scale of ELU."),
    "theta": QT_TRANSLATE_NOOP("ControlsPane", "The threshold: weighted sums up to θ give 0."),
    "pieces": QT_TRANSLATE_NOOP(
        "ControlsPane", "The number of linear pieces: a maxout unit gives the largest of so many sums."
    ),
    "batch_norm": QT_TRANSLATE_NOOP(
        "ControlsPane",
        "Normalise the weighted sums of each mini-batch to mean 0 and variance 1, then scale and shift them by the "
        "trained γ and β, before the activation.",
    ),
    "residual": QT_TRANSLATE_NOOP(
        "ControlsPane", "Add what the layer before puts out: a skip connection past this layer's weights."
    ),
    "up": QT_TRANSLATE_NOOP("ControlsPane", "Move this layer one place towards the inputs."),
    "down": QT_TRANSLATE_NOOP("ControlsPane", "Move this layer one place towards the outputs."),
    "remove": QT_TRANSLATE_NOOP("ControlsPane", "Remove this hidden layer."),
}
MISFIT = QT_TRANSLATE_NOOP(
    "ControlsPane",
    "A residual connection adds what the layer before puts out, so both need as many units: there are {before} and "
    "{units}.",
)
FORMULA_TIP = QT_TRANSLATE_NOOP(
    "ControlsPane",
    "Trained parameters of this layer: k inputs times l units are k·l weights, and l biases; batch norm "
    "adds l scales γ and l shifts β.",
)
SWITCHES = ("batch_norm", "residual")
STEPS: Mapping[str, float] = {"dropout": 0.05, "alpha": 0.05, "theta": 0.1}
TITLE = QT_TRANSLATE_NOOP("ControlsPane", "Hidden layer {number}")
PART = QT_TRANSLATE_NOOP("ControlsPane", "Hidden layer {number}: {part}")
GLYPHS: Mapping[str, str] = {"up": "up", "down": "down", "remove": "cross"}
OFF = QT_TRANSLATE_NOOP("ControlsPane", "off")
FIELD_WIDTH = 58


class LayerCard(QFrame):
    """Editors of one hidden layer.

    Signals: layer_changed(int, LayerSpec), move_requested(int, int) to another index, remove_requested(int),
    all with the layer's index.
    """

    layer_changed = Signal(int, object)
    move_requested = Signal(int, int)
    remove_requested = Signal(int)

    def __init__(self, index: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._index = index
        self._layer = LayerSpec()
        self._before = 0
        self.setObjectName(f"layer_{index}")
        self.setProperty("role", "layer")
        self.title = Caption(restart=True, parent=self)
        self.title.setProperty("role", "title")
        self.title.setMinimumHeight(SIDE)
        self.formula = QLabel(self)
        self.formula.setProperty("role", "hint")
        self.formula.setObjectName(f"layer_{index}_parameters")
        self.message = MessageLabel(self)
        self._make_editors()
        self._lay_out()
        self.word()

    def show_layer(self, layer: LayerSpec, term: Term, before: int, last: bool) -> None:
        """Follow a layer behind one of `before` units; `last` if there is none below."""
        self._layer, self._before = layer, before
        for name, box in self.switches.items():
            box.setChecked(getattr(layer, name))
        self.switches["residual"].setEnabled(layer.units == before)
        self._describe_switches()
        for name, editor in self.editors.items():
            editor.set_value(getattr(layer, name))
        own = ACTIVATION_DEFAULTS.get(layer.activation, {})
        for name, pair in self._boxes.items():
            pair.setVisible(name == "dropout" or name in own)
        self.formula.setText(f"{term.text} = {term.count:,}")
        self.buttons["up"].setEnabled(self._index > 0)
        self.buttons["down"].setEnabled(not last)

    def word(self) -> None:
        """All words anew."""
        number = self._index + 1
        self.title.setText(in_words(TITLE).format(number=number))
        self.editors["dropout"].set_limits(limits_of("dropout", zero=OFF))
        self.editors["activation"].set_choices([(key, name_of("activation", key)) for key in ACTIVATION_NAMES])
        for name, widget in (self.editors | self.buttons).items():
            tip = in_words(TIPS[name]) if name == "dropout" else f"{in_words(TIPS[name])} {in_words(NEW_START)}"
            describe(widget, in_words(PART).format(number=number, part=in_words(LABELS[name])), tip)
        for name, label in (self._labels | self.switches).items():
            label.setText(in_words(LABELS[name]))
        self._describe_switches()
        self.formula.setToolTip(f"<qt>{escape(in_words(FORMULA_TIP))}</qt>")

    def _describe_switches(self) -> None:
        """What the boxes do, or why one of them cannot be chosen."""
        fits = self._layer.units == self._before
        for name, box in self.switches.items():
            part = in_words(PART).format(number=self._index + 1, part=in_words(LABELS[name]))
            tip = f"{in_words(TIPS[name])} {in_words(NEW_START)}"
            if name == "residual" and not fits:
                tip = in_words(MISFIT).format(before=f"{self._before:,}", units=f"{self._layer.units:,}")
            describe(box, part, tip)

    @property
    def last(self) -> QWidget:
        """Where Tab leaves the card."""
        return self.buttons["remove"]

    def follow_in_tab_order(self, before: QWidget) -> None:
        """Tab goes from `before` through this card."""
        for widget in (*self.editors.values(), *self.switches.values(), *self.buttons.values()):
            QWidget.setTabOrder(before, widget)
            before = widget

    def set_message(self, text: str) -> None:
        """Show why a text is refused; "" hides it."""
        self.message.show_text(text)

    def _make_editors(self) -> None:
        self.editors: dict[str, Any] = {
            "units": CountField(limits_of("units", whole=True), self),
            "activation": ChoiceField(self, compact=True),
            "dropout": NumberField(limits_of("dropout", zero=OFF), STEPS["dropout"], self),
            "alpha": NumberField(limits_of("alpha"), STEPS["alpha"], self),
            "theta": NumberField(limits_of("theta"), STEPS["theta"], self),
            "pieces": CountField(limits_of("pieces", whole=True), self),
        }
        self.switches = {name: QCheckBox(self) for name in SWITCHES}
        self.buttons = {name: GlyphButton(glyph, self) for name, glyph in GLYPHS.items()}
        for name, widget in (self.editors | self.switches | self.buttons).items():
            widget.setObjectName(f"layer_{self._index}_{name}")
        self._connect()

    def _connect(self) -> None:
        for name, editor in self.editors.items():
            editor.value_changed.connect(lambda value, name=name: self._edit(name, value))
            if name != "activation":
                editor.refused.connect(self.set_message)
        for name, box in self.switches.items():
            box.clicked.connect(lambda on, name=name: self._edit(name, on))
        self.buttons["up"].clicked.connect(lambda: self.move_requested.emit(self._index, self._index - 1))
        self.buttons["down"].clicked.connect(lambda: self.move_requested.emit(self._index, self._index + 1))
        self.buttons["remove"].clicked.connect(lambda: self.remove_requested.emit(self._index))

    def _edit(self, name: str, value: Any) -> None:
        layer = activated(self._layer, value) if name == "activation" else replace(self._layer, **{name: value})
        self.layer_changed.emit(self._index, layer)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(self._head())
        layout.addWidget(self.formula)
        layout.addLayout(self._function())
        layout.addWidget(self._parameters())
        layout.addLayout(self._switches())
        layout.addWidget(self.message)

    def _head(self) -> FlowLayout:
        head = FlowLayout(gap=2)
        head.addWidget(self.title)
        corner = QWidget(self)
        corner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(corner)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addStretch(1)
        for button in self.buttons.values():
            line.addWidget(button)
        head.addWidget(corner)
        return head

    def _function(self) -> FlowLayout:
        line = FlowLayout(gap=6)
        self.editors["units"].setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.editors["activation"].setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line.addWidget(self.editors["units"])
        line.addWidget(self.editors["activation"])
        return line

    def _switches(self) -> FlowLayout:
        line = FlowLayout(gap=12)
        for box in self.switches.values():
            line.addWidget(box)
        return line

    def _parameters(self) -> QWidget:
        box = QWidget(self)
        flow = FlowLayout(box)
        self._labels: dict[str, QLabel] = {}
        self._boxes = {name: self._pair(name, box) for name in ("dropout", "alpha", "theta", "pieces")}
        for pair in self._boxes.values():
            flow.addWidget(pair)
        return box

    def _pair(self, name: str, parent: QWidget) -> QWidget:
        pair = QWidget(parent)
        pair.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(pair)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        label = self._labels[name] = QLabel(pair)
        label.setBuddy(self.editors[name])
        self.editors[name].setFixedWidth(FIELD_WIDTH)
        layout.addWidget(label)
        layout.addWidget(self.editors[name])
        return pair
