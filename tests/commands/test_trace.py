"""nnviz trace: every value against an independent derivation."""

import numpy as np
import pytest

from nnviz.data.catalogue import load
from nnviz.data.dataset import encode_targets
from nnviz.engine.experiment import LayerSpec
from nnviz.engine.gradcheck import central_differences
from nnviz.models.files import open_model

LAYERS = (LayerSpec(5, "tanh"), LayerSpec(4, "swish"))


@pytest.mark.parametrize("data", ["three_classes", "moons", "wave", "handwriting"])
def test_gradients_are_the_numerical_derivatives(run, save_random, data):
    path = save_random(data, LAYERS)
    value = run("trace", path, "--sample", 2, "--json").value
    exact = open_model(path).in_precision("float64")
    samples = load(exact.experiment)
    t = encode_targets(samples.test_y[2:3], exact.experiment.outputs, "float64")

    def loss():
        return exact.network.loss_value(exact.forward(samples.test_x[2:3]), t)

    assert value["loss"] == pytest.approx(loss(), rel=1e-12)
    for k, layer in enumerate(exact.network.layers):
        numerical = central_differences(loss, layer.W.reshape(-1)).reshape(layer.W.shape)
        np.testing.assert_allclose(value["dW"][k], numerical, atol=1e-7)
        np.testing.assert_allclose(value["db"][k], central_differences(loss, layer.b), atol=1e-7)
        np.testing.assert_allclose(value["delta"][k], value["db"][k], rtol=1e-12)


def test_sums_and_activations_follow_from_each_other(run, save_random):
    path = save_random("three_classes", (LayerSpec(5, "tanh"),))
    value = run("trace", path, "--sample", 0, "--json").value
    first, second = open_model(path).in_precision("float64").network.layers
    np.testing.assert_allclose(value["z"][0], np.array(value["x"]) @ first.W + first.b, rtol=1e-12)
    np.testing.assert_allclose(value["a"][0], np.tanh(value["z"][0]), rtol=1e-12)
    np.testing.assert_allclose(value["z"][1], np.array(value["a"][0]) @ second.W + second.b, rtol=1e-12)
    np.testing.assert_allclose(value["a"][1], np.exp(value["z"][1]) / np.sum(np.exp(value["z"][1])), rtol=1e-12)
    np.testing.assert_allclose(value["delta"][1], np.subtract(value["a"][1], value["target"]), atol=1e-12)
    np.testing.assert_allclose(value["dW"][1], np.outer(value["a"][0], value["delta"][1]), atol=1e-12)


def test_shapes_by_layer_without_the_sample_axis(run, save_random):
    value = run("trace", save_random("handwriting", LAYERS), "--sample", 1, "--json").value
    assert set(value) == {"z", "a", "delta", "dW", "db", "loss", "x", "target", "sample"}
    for name in ("z", "a", "delta", "db"):
        assert [np.shape(part) for part in value[name]] == [(5,), (4,), (10,)]
    assert [np.shape(part) for part in value["dW"]] == [(64, 5), (5, 4), (4, 10)]
    assert (len(value["x"]), len(value["target"]), value["sample"]) == (64, 10, 1)


def test_inputs_are_scaled_and_targets_encoded(run, save_random):
    path = save_random("handwriting")
    value = run("trace", path, "--sample", 7, "--json").value
    data = load(open_model(path).experiment)
    np.testing.assert_allclose(value["x"], data.test_x[7] / 16)
    assert np.argmax(value["target"]) == data.test_y[7]


def test_words_show_every_array_with_its_shape(run, save_random):
    out = run("trace", save_random("handwriting", LAYERS), "--sample", 0).out
    for text in ("layer 1, tanh", "layer 2, swish", "layer 3, softmax", "64 x 5", "5 x 4", "4 x 10", "delta", "db"):
        assert text in out


@pytest.mark.parametrize("sample", [-1, 120, 10**9])
def test_no_such_sample(run, save_random, sample):
    done = run("trace", save_random("moons"), "--sample", sample)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"nnviz: There is no sample {sample}; the test set has samples 0 to 119.\n"


def test_float64_whatever_the_model(run, save_random):
    single = save_random("moons")
    value = run("trace", single, "--sample", 0, "--json").value
    exact = open_model(single).in_precision("float64")
    x = load(exact.experiment).test_x[:1]
    assert value["a"][-1] == exact.forward(x).output[0].tolist()
