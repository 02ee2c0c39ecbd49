"""Model: the parts must belong together, whoever puts them together."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.models.model import Model

EXPERIMENT = Experiment(inputs=3, outputs=4, output="softmax", loss="cross_entropy", layers=(LayerSpec(5, "tanh"),))
UNSCALED = Scaling("none", np.zeros(1), np.ones(1))


@pytest.fixture
def model():
    parameters = Network.initial(EXPERIMENT, np.random.default_rng(0)).parameters
    return Model(EXPERIMENT, parameters, UNSCALED, ("a", "b", "c", "d"))


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"parameters": np.zeros(7, np.float32)}, "wrong_parameter_count"),
        ({"parameters": np.zeros(44)}, "model_precision"),
        ({"parameters": np.full(44, np.nan, np.float32)}, "model_not_finite"),
        ({"classes": ("a", "b")}, "model_classes"),
        ({"scaling": Scaling("unit", np.zeros(1), np.ones(1))}, "model_scaling"),
        ({"scaling": Scaling("none", np.zeros(2), np.ones(1))}, "model_scaling"),
        ({"scaling": Scaling("none", np.zeros(1), np.ones(1), np.eye(3))}, "model_scaling"),
        ({"scaling": Scaling("none", np.full(3, np.inf), np.ones(1))}, "model_not_finite"),
    ],
)
def test_refuses_parts_that_do_not_belong_together(model, changes, key):
    with pytest.raises(Refusal) as refused:
        replace(model, **changes)
    assert refused.value.key == key


def test_one_sigmoid_output_stands_for_two_classes_or_a_number():
    parameters = Network.initial(Experiment(), np.random.default_rng(0)).parameters
    for classes in ((), ("no", "yes")):
        assert Model(Experiment(), parameters, UNSCALED, classes).classes == classes
    with pytest.raises(Refusal, match="model_classes"):
        Model(Experiment(), parameters, UNSCALED, ("one",))


def test_forward_scales_raw_inputs(model):
    halved = replace(model, scaling=Scaling("none", np.ones(1), np.full(1, 0.5)))
    raw = np.array([[1, 3, 5]], np.uint8)
    np.testing.assert_array_equal(halved.forward(raw).x, [[0, 1, 2]])


def test_forward_refuses_another_number_of_inputs(model):
    with pytest.raises(Refusal, match="wrong_width"):
        model.forward(np.zeros((1, 4)))


def test_other_precision_keeps_the_numbers(model):
    exact = model.in_precision("float64")
    assert exact.parameters.dtype == np.float64
    np.testing.assert_array_equal(exact.parameters, model.parameters)
    np.testing.assert_array_equal(exact.in_precision("float32").parameters, model.parameters)


@pytest.mark.parametrize(("inputs", "image"), [(784, (28, 28)), (64, (8, 8)), (3, None)])
def test_knows_which_drawings_it_reads(inputs, image):
    experiment = replace(EXPERIMENT, inputs=inputs)
    parameters = Network.initial(experiment, np.random.default_rng(0)).parameters
    assert Model(experiment, parameters, UNSCALED).image == image
