"""Names that every pane shares."""

import pytest

from nnviz.engine.experiment import ACTIVATION_NAMES, LOSS_NAMES, OPTIMIZER_NAMES, OUTPUT_NAMES
from nnviz.engine.refusal import Refusal
from nnviz.sentences import MESSAGES
from nnviz.session.names import NAMES, error_in_words, layer_name, name_of


@pytest.mark.parametrize(
    ("field", "keys"),
    [
        ("activation", (*ACTIVATION_NAMES, *OUTPUT_NAMES)), ("output", OUTPUT_NAMES), ("loss", LOSS_NAMES),
        ("optimizer", OPTIMIZER_NAMES),
    ],
)  # fmt: skip
def test_every_choice_has_a_name(qapp, field, keys):
    assert set(keys) == set(NAMES[field])


def test_an_activation_has_one_name_in_hidden_and_output_layers(qapp):
    assert [name_of(field, "softmax") for field in ("activation", "output")] == ["softmax", "softmax"]
    assert name_of("activation", "leaky_relu") == "leaky ReLU"


def test_layers_are_counted_from_the_input(qapp):
    assert [layer_name(layer, 3) for layer in range(4)] == ["input", "hidden 1", "hidden 2", "output"]
    assert [layer_name(layer, 1) for layer in range(2)] == ["input", "output"]


def test_a_refusal_is_the_sentence_of_its_key(qapp):
    key = next(key for key, text in MESSAGES.items() if "{" not in text)
    assert error_in_words(Refusal(key)) == MESSAGES[key]
