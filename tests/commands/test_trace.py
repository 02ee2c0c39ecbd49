"""nnviz trace: every value against an independent derivation."""

import numpy as np
import pytest

from nnviz.data.catalogue import defaults, load
from nnviz.data.dataset import encode_targets
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.gradcheck import central_differences
from nnviz.engine.network import Network, parameter_count
from nnviz.engine.scaling import Scaling
from nnviz.models.files import open_model, save_model
from nnviz.models.model import Model

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
    norms = {"gamma", "beta", "mean", "variance", "dgamma", "dbeta", "from_batch", "residual"}
    assert set(value) == {"z", "n", "a", "delta", "dW", "db", "loss", "x", "target", "sample"} | norms
    assert value["n"] == value["z"]
    assert all(value[name] == [None] * 3 for name in norms - {"residual"})
    assert value["residual"] == [False] * 3
    for name in ("z", "a", "delta", "db"):
        assert [np.shape(part) for part in value[name]] == [(5,), (4,), (10,)]
    assert [np.shape(part) for part in value["dW"]] == [(64, 5), (5, 4), (4, 10)]
    assert (len(value["x"]), len(value["target"]), value["sample"]) == (64, 10, 1)


def test_normalisation_and_skip_are_traced_as_in_inference(run, tmp_path):
    layers = (LayerSpec(2, "tanh", residual=True), LayerSpec(4, "maxout", batch_norm=True), LayerSpec(4, residual=True))
    e = Experiment(**(defaults("moons") | {"layers": layers, "precision": "float64"}))
    rng = np.random.default_rng(5)
    parameters = rng.normal(0, 0.5, parameter_count(e))
    Network(e, parameters).layers[1].variance[:] = rng.uniform(0.5, 2, 8)
    path = tmp_path / "m.safetensors"
    save_model(path, Model(e, parameters, Scaling("none", np.zeros(1), np.ones(1))))
    value = run("trace", path, "--sample", 4, "--json").value
    second = Network(e, parameters).layers[1]
    assert value["from_batch"] == [None, False, None, None]
    assert value["residual"] == [True, False, True, False]
    for name in ("gamma", "beta", "mean", "variance"):
        assert value[name] == [None, getattr(second, name).tolist(), None, None]
    np.testing.assert_allclose(value["a"][0], np.tanh(value["z"][0]) + value["x"], rtol=1e-12)
    x_hat = (np.array(value["z"][1]) - second.mean) / np.sqrt(second.variance + 1e-5)
    np.testing.assert_allclose(value["n"][1], second.gamma * x_hat + second.beta, rtol=1e-12)
    np.testing.assert_allclose(value["a"][1], np.reshape(value["n"][1], (4, 2)).max(axis=1), rtol=1e-12)
    np.testing.assert_allclose(value["a"][2], np.maximum(value["z"][2], 0) + value["a"][1], rtol=1e-12)
    np.testing.assert_allclose(value["dgamma"][1], value["dbeta"][1] * x_hat, rtol=1e-12)
    np.testing.assert_allclose(
        value["delta"][1], np.array(value["dbeta"][1]) * second.gamma / np.sqrt(second.variance + 1e-5), rtol=1e-12
    )
    out = run("trace", path, "--sample", 4).out
    for text in ("layer 1, tanh, residual", "layer 2, maxout, batch norm", "layer 3, relu, residual", "dgamma"):
        assert text in out


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
