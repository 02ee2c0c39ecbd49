"""Options become an Experiment: every field can be set, and what is not said follows from data and optimizer."""

from argparse import ArgumentParser
from dataclasses import fields

import pytest

from nnviz.commands.options import EPOCHS, HELP, OWN, add_experiment_options, experiment_from
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import Refusal

OTHER = {
    "samples": 500, "noise": 0.5, "test_share": 0.25, "data_seed": 3, "scaling": "standard", "distortion": 0.8,
    "output": "sigmoid", "loss": "mse", "initializer": "he", "optimizer": "nesterov", "learning_rate": 0.02,
    "momentum": 0.8, "decay": 0.95, "epsilon": 1e-6, "schedule": "cosine", "schedule_rate": 0.1, "schedule_epochs": 4,
    "l1": 0.001, "l2": 0.002, "batch_size": 50, "epochs": 7, "patience": 3, "evaluate_every": 11, "seed": 5,
    "precision": "float64",
}  # fmt: skip
"""A value for every option that is not what follows without it."""


def experiment(*words):
    parser = ArgumentParser()
    add_experiment_options(parser)
    return experiment_from(parser.parse_args(words))


def test_every_field_has_an_option_and_a_help_text():
    assert set(HELP) | OWN == {field.name for field in fields(Experiment)}
    assert set(OTHER) == set(HELP)


@pytest.mark.parametrize(("name", "value"), OTHER.items())
def test_every_option_reaches_its_field(name, value):
    made = experiment("--data", "handwriting", f"--{name.replace('_', '-')}", str(value))
    assert getattr(made, name) == value
    assert getattr(experiment("--data", "handwriting"), name) != value


def test_what_is_not_said_follows_from_the_data():
    assert experiment("--data", "mnist").sizes == (784, 128, 64, 10)
    plane = experiment("--data", "wave", "--layers", "4")
    assert (plane.sizes, plane.output, plane.loss) == ((2, 4, 1), "identity", "mse")


def test_what_is_not_said_follows_from_the_optimizer():
    assert experiment().learning_rate == 0.001
    assert experiment("--optimizer", "sgd").learning_rate == 0.1
    assert experiment("--optimizer", "rmsprop").decay == 0.9
    assert experiment("--optimizer", "sgd", "--learning-rate", "0.5").learning_rate == 0.5


def test_a_run_ends_unless_told_otherwise():
    assert experiment().epochs == EPOCHS
    assert experiment("--epochs", "0").epochs == 0


def test_an_output_brings_a_loss_that_it_can_have():
    assert experiment("--output", "sigmoid").loss == "binary_cross_entropy"
    assert experiment("--output", "sigmoid", "--loss", "mse").loss == "mse"


def test_layers_share_one_value_or_have_one_each():
    made = experiment("--layers", "5, 6,7", "--activation", "elu", "--alpha", "1,2,3", "--dropout", "0.5")
    assert made.layers == tuple(LayerSpec(4 + k, "elu", alpha=k, dropout=0.5) for k in (1, 2, 3))


def test_layers_are_normalised_and_residual_where_that_is_said():
    made = experiment("--layers", "5,5,5", "--batch-norm", "on", "--residual", "off, on,on")
    assert made.layers == tuple(LayerSpec(5, batch_norm=True, residual=k > 0) for k in range(3))


@pytest.mark.parametrize("text", ["none", ""])
def test_no_hidden_layer(text):
    assert experiment("--layers", text).layers == ()


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (("--layers", "256,x"), "bad_layers"),
        (("--layers", "256,"), "bad_layers"),
        (("--layers", "2.5"), "bad_layers"),
        (("--layers", "0"), "out_of_range"),
        (("--layers", "-3"), "out_of_range"),
        (("--layers", "4097"), "out_of_range"),
        (("--layers", "9999999999999"), "too_many_parameters"),
        (("--layers", ",".join("8" * 65)), "too_many_layers"),
        (("--layers", "4,4", "--activation", "relu,relu,relu"), "bad_layer_values"),
        (("--layers", "4,4", "--activation", "magic"), "unknown_choice"),
        (("--dropout", "much"), "bad_layer_values"),
        (("--batch-norm", "True"), "bad_layer_values"),
        (("--residual", "on"), "residual_needs_equal"),
        (("--dropout", "1"), "out_of_range"),
        (("--dropout", "nan"), "out_of_range"),
        (("--learning-rate", "nan"), "out_of_range"),
        (("--learning-rate", "inf"), "out_of_range"),
        (("--data", "nowhere"), "unknown_choice"),
        (("--output", "softmax", "--loss", "binary_cross_entropy"), "loss_needs_output"),
    ],
)
def test_refusals(words, key):
    with pytest.raises(Refusal) as caught:
        experiment(*words)
    assert caught.value.key == key
