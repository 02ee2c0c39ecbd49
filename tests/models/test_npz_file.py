"""Import of course files, and curriculum B2 and B6 with their exact numbers."""

import io
import os
import zipfile
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from nnviz.data.catalogue import load as load_data
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.models import npz_file
from nnviz.models.bare import Unsaid

BOOK = "book-784-50-100-10.npz"


def write(path, **arrays):
    np.savez(path, **arrays)
    return path


def chain(*sizes, dtype=np.float32):
    rng = np.random.default_rng(0)
    arrays = {}
    for number, (before, after) in enumerate(pairwise(sizes), start=1):
        arrays[f"W{number}"] = rng.normal(size=(before, after)).astype(dtype)
        arrays[f"b{number}"] = rng.normal(size=after).astype(dtype)
    return arrays


def refused(path, activation="sigmoid"):
    with pytest.raises(Refusal) as caught:
        npz_file.load(path, Unsaid(activation))
    return caught.value


def test_hidden_layers_of_b2(tmp_path):
    """Curriculum B2 as far as its hidden layers go; its output is the identity, which a course file cannot say."""
    path = write(
        tmp_path / "b2.npz",
        W1=np.array([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]), b1=np.array([0.1, 0.2, 0.3]),
        W2=np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]]), b2=np.array([0.1, 0.2]),
        W3=np.array([[0.1, 0.3], [0.2, 0.4]]), b3=np.array([0.1, 0.2]),
    )  # fmt: skip
    trace = npz_file.load(path, Unsaid("sigmoid")).forward(np.array([[1.0, 0.5]]))
    np.testing.assert_allclose(trace.z[0][0], [0.3, 0.7, 1.1], atol=1e-8)
    np.testing.assert_allclose(trace.a[0][0], [0.57444252, 0.66818777, 0.75026011], atol=1e-8)
    np.testing.assert_allclose(trace.z[1][0], [0.51615984, 1.21402696], atol=1e-8)
    np.testing.assert_allclose(trace.a[1][0], [0.62624937, 0.7710107], atol=1e-8)
    np.testing.assert_allclose(trace.z[2][0], [0.31682708, 0.69627909], atol=1e-8)


@pytest.mark.parametrize("precision", ["float32", "float64"])
def test_published_network_of_b6(precision):
    """Curriculum B6: 9,352 of the 10,000 test images, one by one as in batches."""
    folder = os.environ.get("NNVIZ_REFERENCE")
    if not folder or not os.environ.get("NNVIZ_DATA"):
        pytest.skip("needs MNIST in NNVIZ_DATA and the published network in NNVIZ_REFERENCE")
    model = npz_file.load(Path(folder) / BOOK, Unsaid("sigmoid")).in_precision(precision)
    assert model.experiment.sizes == (784, 50, 100, 10)
    data = load_data(Experiment(data="mnist"))
    batches = [model.forward(data.test_x[at : at + 100]).output for at in range(0, 10_000, 100)]
    right = np.concatenate(batches).argmax(axis=1) == data.test_y
    assert right.sum() == 9352
    singly = [int(model.forward(data.test_x[i : i + 1]).output.argmax()) for i in range(10_000)]
    np.testing.assert_array_equal(np.array(singly) == data.test_y, right)


@pytest.mark.parametrize(
    ("sizes", "output", "loss", "classes"),
    [
        ((2, 3, 1), "sigmoid", "binary_cross_entropy", ("0", "1")),
        ((2, 3, 4), "softmax", "cross_entropy", ("0", "1", "2", "3")),
        ((5, 2), "softmax", "cross_entropy", ("0", "1")),
    ],
)
def test_output_follows_from_its_size(tmp_path, sizes, output, loss, classes):
    model = npz_file.load(write(tmp_path / "net.npz", **chain(*sizes)), Unsaid("relu"))
    e = model.experiment
    assert (e.sizes, e.output, e.loss, model.classes) == (sizes, output, loss, classes)
    assert all(layer.activation == "relu" for layer in e.layers)


@pytest.mark.parametrize(("inputs", "data", "highest"), [(784, "mnist", 255), (64, "handwriting", 16), (3, "", 1)])
def test_images_are_scaled_to_one(tmp_path, inputs, data, highest):
    model = npz_file.load(write(tmp_path / "net.npz", **chain(inputs, 4, 10)), Unsaid("tanh"))
    assert model.experiment.data == data
    np.testing.assert_allclose(model.forward(np.full((1, inputs), highest)).x, 1, rtol=1e-6)


def test_parameters_are_those_of_the_file(tmp_path):
    arrays = chain(3, 5, 2, dtype=np.float64)
    model = npz_file.load(write(tmp_path / "net.npz", **arrays), Unsaid("elu"))
    assert model.experiment.precision == "float64"
    for number, layer in enumerate(model.network.layers, start=1):
        np.testing.assert_array_equal(layer.W, arrays[f"W{number}"])
        np.testing.assert_array_equal(layer.b, arrays[f"b{number}"])


@pytest.mark.parametrize("activation", [None, "", "magic", "prelu", "maxout"])
def test_hidden_activation_must_be_told(tmp_path, activation):
    assert refused(write(tmp_path / "net.npz", **chain(3, 4, 2)), activation).key == "bare_activation"


def test_without_hidden_layers_there_is_nothing_to_tell(tmp_path):
    assert npz_file.load(write(tmp_path / "net.npz", **chain(3, 2)), Unsaid(None)).experiment.layers == ()


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda arrays: arrays.pop("b2"), "npz_keys"),
        (lambda arrays: arrays.pop("W1"), "npz_keys"),
        (lambda arrays: arrays.update(W4=arrays["W2"]), "npz_keys"),
        (lambda arrays: arrays.update(other=np.zeros(3)), "npz_keys"),
        (lambda arrays: arrays.clear(), "npz_keys"),
        (lambda arrays: arrays.update(W1=np.zeros(4, np.float32)), "npz_array"),
        (lambda arrays: arrays.update(b1=np.float32(3)), "npz_array"),
        (lambda arrays: arrays.update(b1=np.zeros((1, 4), np.float32)), "npz_array"),
        (lambda arrays: arrays.update(W1=np.zeros((3, 4), int)), "npz_array"),
        (lambda arrays: arrays.update(W1=np.zeros((3, 4), complex)), "npz_array"),
        (lambda arrays: arrays.update(b1=np.zeros(5, np.float32)), "bare_chain"),
        (lambda arrays: arrays.update(W2=np.zeros((5, 2), np.float32)), "bare_chain"),
        (lambda arrays: arrays["W1"].fill(np.nan), "model_not_finite"),
        (lambda arrays: arrays.update(W1=np.array([{}], object)), "npz_unreadable"),
        (lambda arrays: arrays.update(W1=np.zeros((0, 4), np.float32)), "out_of_range"),
    ],
)
def test_wrong_arrays(tmp_path, change, key):
    arrays = chain(3, 4, 2)
    change(arrays)
    assert refused(write(tmp_path / "net.npz", **arrays)).key == key


@pytest.mark.parametrize("share", [0, 0.01, 0.5, 0.97])
def test_truncated_file(tmp_path, share):
    path = write(tmp_path / "net.npz", **chain(30, 40, 20))
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert refused(path).key == "npz_unreadable"


def test_damaged_member(tmp_path):
    path = write(tmp_path / "net.npz", **chain(30, 40, 20))
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 255
    path.write_bytes(content)
    assert refused(path).key == "npz_unreadable"


def test_file_that_would_fill_the_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(npz_file, "MOST_BYTES", 1000)
    assert refused(write(tmp_path / "net.npz", **chain(30, 40, 20))).key == "npz_too_large"


def test_header_that_promises_too_much(tmp_path):
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "<f8", "fortran_order": False, "shape": (10**9, 10**6)})
    path = tmp_path / "net.npz"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("W1.npy", header.getvalue())
    assert refused(path).key == "npz_unreadable"
