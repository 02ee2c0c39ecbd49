"""The question about bare weights."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialogButtonBox
from pytestqt.qtbot import QtBot

from nnviz.models.bare import Outline
from nnviz.session.intents import OpenModel
from nnviz.theme.theme import Theme
from nnviz.views.dialogs.bare_weights import BareWeights

PATH = Path("net.safetensors")


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> BareWeights:
    dialog = BareWeights(PATH, Outline((784, 128, 64, 32, 10), (True, False, False), (False, False, True)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def pick(field: QComboBox, key: str) -> None:
    field.setCurrentIndex(field.findData(key))


def test_the_usual_is_proposed(dialog: BareWeights) -> None:
    assert dialog.intent() == OpenModel(PATH, "relu,relu,prelu", "softmax", "unit")
    assert dialog.preview.text() == "784 (MNIST, 28 × 28) → 128 ReLU → 64 ReLU → 32 PReLU → 10 softmax"


def test_one_for_all_and_one_for_each(dialog: BareWeights) -> None:
    pick(dialog.all, "tanh")
    assert dialog.intent().activation == "tanh,tanh,prelu"
    pick(dialog.layers[1], "sigmoid")
    assert dialog.intent().activation == "tanh,sigmoid,prelu"
    assert dialog.all.value() == ""
    assert not dialog.layers[2].isEnabled()
    pick(dialog.layers[0], "leaky_relu")
    assert "128 leaky ReLU, α = 0.01" in dialog.preview.text()
    pick(dialog.layers[0], "tanh")
    pick(dialog.output, "identity")
    pick(dialog.scaling, "standard")
    assert dialog.intent() == OpenModel(PATH, "tanh,sigmoid,prelu", "identity", "standard")


def test_open_tells_and_cancel_does_not(dialog: BareWeights, qtbot: QtBot) -> None:
    told: list[OpenModel] = []
    dialog.told.connect(told.append)
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == []
    dialog.show()
    qtbot.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Open), Qt.MouseButton.LeftButton)
    assert told == [OpenModel(PATH, "relu,relu,prelu", "softmax", "unit")]
    assert not dialog.isVisible()


def test_a_file_without_hidden_layers_asks_for_none(qtbot: QtBot, theme: Theme) -> None:
    dialog = BareWeights(PATH, Outline((2, 1), (), ()))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.intent() == OpenModel(PATH, None, "sigmoid", "none")
    assert not dialog.all.isVisible()
