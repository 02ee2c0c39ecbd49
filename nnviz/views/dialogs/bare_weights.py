"""Asks what a file of bare weights does not say: activations, output and scaling, beside what it does say."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from nnviz.models.bare import ALPHAS, DATA_OF_INPUTS, TRAINED, Outline, plain_activations
from nnviz.session.intents import OpenModel
from nnviz.session.names import layer_name, name_of
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.worded import Worded

USUAL = "relu"
BAR = 24
"""Pixels for a scroll bar at the side."""
NARROWEST = 520
TALLEST = 420
"""Pixels of the form before it is scrolled."""
SHOWN_LAYERS = 6
"""Of a deeper network only the first and last layers are written into the title."""


class BareWeights(Worded, QDialog):
    """Signals: told(OpenModel) when everything is said."""

    told = Signal(object)

    def __init__(self, path: Path, outline: Outline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bare_weights")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._path, self._outline = path, outline
        self._note, self.preview = self._label(), self._label()
        self.preview.setObjectName("bare_preview")
        self.preview.setProperty("role", "title")
        self._labels: list[QLabel] = []
        self.all = self._field("bare_all")
        self.layers = [self._field(f"bare_layer_{number}") for number in range(1, len(outline.normed) + 1)]
        self.output, self.scaling = self._field("bare_output"), self._field("bare_scaling")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self._tell)
        self._buttons.rejected.connect(self.reject)
        self._buttons.button(QDialogButtonBox.StandardButton.Open).setProperty("role", "primary")
        form = self._form()
        self._word()
        self._lay_out(form)
        self._choose_usual()

    # Building

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        return label

    def _field(self, name: str) -> ChoiceField:
        field = ChoiceField(self)
        field.setObjectName(name)
        field.value_changed.connect(self._show if name != "bare_all" else self._set_all)
        return field

    def _form(self) -> QWidget:
        body = QWidget(self)
        form = QFormLayout(body)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in (self.all, *self.layers, self.output, self.scaling):
            label = QLabel(body)
            label.setBuddy(field)
            self._labels.append(label)
            form.addRow(label, field)
        # One field for all is of no use beside one layer, and without hidden layers there is nothing to tell of them.
        form.setRowVisible(self.all, len(self.layers) > 1)
        return body

    def _lay_out(self, form: QWidget) -> None:
        scroll = QScrollArea(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(form)
        wanted = form.sizeHint()
        scroll.setMinimumSize(wanted.width() + BAR, min(wanted.height() + 4, TALLEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        for widget in (self.preview, self._note):
            column.addWidget(widget)
        column.addWidget(scroll, 1)
        column.addWidget(self._buttons)
        self.resize(self.sizeHint().expandedTo(QSize(NARROWEST, column.heightForWidth(NARROWEST))))

    def _choose_usual(self) -> None:
        for field, sloped in zip(self.layers, self._outline.sloped, strict=True):
            field.set_value(TRAINED if sloped else USUAL)
            field.setEnabled(not sloped)
        self.output.set_value(self._outline.outputs[0])
        self.scaling.set_value(self._outline.scalings[0])
        self._show()

    # Words

    def _word(self) -> None:
        self.setWindowTitle(self.tr("What the file does not say"))
        note = self.tr("{file} holds numbers only. Say how its network was trained, or its answers will be wrong.")
        self._note.setText(note.format(file=self._path.name))
        names = [self.tr("All hidden layers"), *map(self._layer_words, range(len(self.layers)))]
        names += [
            self.tr("Output, {units} units").format(units=self._outline.sizes[-1]),
            self.tr("Scaling of the inputs"),
        ]
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
            field = label.buddy()
            assert field is not None
            field.setAccessibleName(name)
        self._advise()
        self._offer()
        self._show()

    def _advise(self) -> None:
        for field in (self.all, *self.layers):
            field.setToolTip(self.tr("The function that its units apply to their weighted sums"))
        self.output.setToolTip(self.tr("What the last layer does with its weighted sums"))
        self.scaling.setToolTip(self.tr("What was done to the inputs before the first layer"))
        button = self._buttons.button(QDialogButtonBox.StandardButton.Open)
        button.setToolTip(self.tr("Open the network as it stands above"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setToolTip(self.tr("Open nothing"))

    def _layer_words(self, k: int) -> str:
        normed = self.tr("{layer}, {units} units, batch normalisation")
        text = normed if self._outline.normed[k] else self.tr("{layer}, {units} units")
        layer = layer_name(k + 1, len(self._outline.sizes) - 1)
        return text.format(layer=layer[:1].upper() + layer[1:], units=self._outline.sizes[k + 1])

    def _offer(self) -> None:
        plain = [(name, self._activation_words(name)) for name in plain_activations()]
        self.all.set_choices(plain)
        for field, sloped in zip(self.layers, self._outline.sloped, strict=True):
            field.set_choices([(TRAINED, name_of("activation", TRAINED))] if sloped else plain)
        self.output.set_choices([(name, name_of("output", name)) for name in self._outline.outputs])
        self.scaling.set_choices([(name, self._scaling_words(name)) for name in self._outline.scalings])

    def _activation_words(self, activation: str) -> str:
        name = name_of("activation", activation)
        if activation not in ALPHAS:
            return name
        return self.tr("{name}, α = {alpha}").format(name=name, alpha=f"{ALPHAS[activation]:g}")

    def _scaling_words(self, name: str) -> str:
        if name == "unit":
            return self.tr("0 to 1 (ToTensor)")
        if name == "standard":
            return self.tr("mean 0.1307 and deviation 0.3081 taken out (Normalize)")
        return self.tr("none, raw numbers")

    # What is chosen

    def intent(self) -> OpenModel:
        """What has been told so far."""
        activation = ",".join(field.value() for field in self.layers) or None
        return OpenModel(self._path, activation, self.output.value(), self.scaling.value())

    def _set_all(self, activation: str) -> None:
        for field, sloped in zip(self.layers, self._outline.sloped, strict=True):
            if not sloped:
                field.set_value(activation)
        self._show()

    def _show(self) -> None:
        """The network in one line; one field for all shows what all have."""
        told = {field.value() for field, sloped in zip(self.layers, self._outline.sloped, strict=True) if not sloped}
        self.all.set_value(told.pop() if len(told) == 1 else "")
        names = [field.currentText() for field in (*self.layers, self.output)]
        parts = [f"{units} {name}" for units, name in zip(self._outline.sizes[1:], names, strict=True)]
        if len(parts) > SHOWN_LAYERS:
            parts = [*parts[: SHOWN_LAYERS - 2], "…", parts[-1]]
        self.preview.setText(" → ".join([self._input_words(), *parts]))

    def _input_words(self) -> str:
        inputs = self._outline.sizes[0]
        data = DATA_OF_INPUTS.get(inputs)
        return f"{inputs} ({name_of('data', data)})" if data and inputs > 2 else str(inputs)

    def _tell(self) -> None:
        intent = self.intent()
        self.accept()
        self.told.emit(intent)
