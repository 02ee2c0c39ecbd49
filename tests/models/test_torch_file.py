"""State dicts of PyTorch: every name, shape and type a file can have."""

from __future__ import annotations

import json
import struct
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import save_file

from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.models.bare import Outline
from nnviz.models.files import open_model, outline
from nnviz.models.model import Model

Tensors = dict[str, Any]


def linears(*sizes: int, prefix: str = "", step: int = 2, dtype: str = "float32") -> Tensors:
    """As nn.Sequential(nn.Linear(…), nn.ReLU(), nn.Linear(…), …).state_dict() has them."""
    rng, found = np.random.default_rng(0), {}
    for number, (inputs, units) in enumerate(pairwise(sizes)):
        found[f"{prefix}{number * step}.weight"] = rng.normal(size=(units, inputs)).astype(dtype)
        found[f"{prefix}{number * step}.bias"] = rng.normal(size=units).astype(dtype)
    return found


def norm(index: int, units: int) -> Tensors:
    names = ("weight", "bias", "running_mean", "running_var")
    arrays = {f"{index}.{name}": np.linspace(0.5, 2, units, dtype=np.float32) * k for k, name in enumerate(names, 1)}
    return arrays | {f"{index}.num_batches_tracked": np.array(7)}


def write(path: Path, tensors: Tensors, **metadata: str) -> Path:
    save_file(tensors, path, metadata or {"format": "pt"})
    return path


def opened(tmp_path: Path, tensors: Tensors, *told: str | None) -> Model:
    return open_model(write(tmp_path / "net.safetensors", tensors), *told)


def refusal(tmp_path: Path, tensors: Tensors, *told: str | None) -> str:
    with pytest.raises(Refusal) as caught:
        opened(tmp_path, tensors, *told)
    sentence = words(caught.value)
    assert "{" not in sentence
    return sentence


@pytest.mark.parametrize("prefix", ["", "net.", "model.layers.", "fc", "blocks.3.linear"])
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_weights_are_transposed_and_computed_with(tmp_path: Path, prefix: str, dtype: str) -> None:
    tensors = linears(3, 5, 4, 2, prefix=prefix, dtype=dtype)
    model = opened(tmp_path, tensors, "relu,tanh", "identity")
    assert model.experiment.precision == ("float64" if dtype == "float64" else "float32")
    assert [layer.activation for layer in model.experiment.layers] == ["relu", "tanh"]
    x = np.random.default_rng(1).normal(size=(6, 3)).astype(model.experiment.precision)
    W1, b1, W2, b2, W3, b3 = (array.astype(model.experiment.precision) for array in tensors.values())
    expected = np.tanh(np.maximum(x @ W1.T + b1, 0) @ W2.T + b2) @ W3.T + b3
    np.testing.assert_allclose(model.forward(x).output, expected, rtol=1e-5, atol=1e-6)


def test_ten_modules_and_more_are_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    sizes = tuple(range(3, 12))
    assert opened(tmp_path, linears(*sizes), "tanh").experiment.sizes == sizes


def test_bfloat16_is_the_upper_half_of_float32(tmp_path: Path) -> None:
    tensors = linears(3, 4, 2)
    exact = {name: (array.view(np.uint32) & 0xFFFF0000).view(np.float32) for name, array in tensors.items()}
    entries, content, at = {}, b"", 0
    for name, array in exact.items():
        data = (array.view(np.uint32) >> 16).astype("<u2").tobytes()
        entries[name] = {"dtype": "BF16", "shape": array.shape, "data_offsets": [at, at + len(data)]}
        content, at = content + data, at + len(data)
    header = json.dumps(entries).encode()
    path = tmp_path / "net.safetensors"
    path.write_bytes(struct.pack("<Q", len(header)) + header + content)
    found = open_model(path, "tanh").network.layers
    np.testing.assert_array_equal(found[0].W, exact["0.weight"].T)
    np.testing.assert_array_equal(found[1].b, exact["2.bias"])


def test_batch_normalisation_and_slopes(tmp_path: Path) -> None:
    tensors = linears(3, 4, 4, 2, step=3) | norm(1, 4) | {"5.weight": np.full(1, 0.25, np.float32)}
    path = write(tmp_path / "net.safetensors", tensors)
    assert outline(path) == Outline((3, 4, 4, 2), (True, False), (False, True))
    first, second, _ = open_model(path, "tanh").network.layers
    for name, key in (("gamma", "weight"), ("beta", "bias"), ("mean", "running_mean"), ("variance", "running_var")):
        np.testing.assert_array_equal(getattr(first, name), tensors[f"1.{key}"])
    assert second.spec.activation == "prelu"
    np.testing.assert_array_equal(second.extra, [0.25] * 4)


def test_what_pytorch_leaves_out_is_what_it_means(tmp_path: Path) -> None:
    tensors = linears(3, 4, 2, step=3) | norm(1, 4)
    for name in ("0.bias", "1.weight", "1.bias"):
        del tensors[name]
    first = opened(tmp_path, tensors, "relu").network.layers[0]
    assert (first.b.any(), first.beta.any(), (first.gamma == 1).all()) == (False, False, True)


@pytest.mark.parametrize(
    ("scaling", "blank", "full"),
    [(None, 0, 1), ("unit", 0, 1), ("none", 0, 255), ("standard", -0.1307 / 0.3081, (1 - 0.1307) / 0.3081)],
)
def test_scaling_of_images(tmp_path: Path, scaling: str | None, blank: float, full: float) -> None:
    model = opened(tmp_path, linears(784, 4, 10), "relu", None, scaling)
    assert (model.experiment.data, model.experiment.output) == ("mnist", "softmax")
    x = model.forward(np.array([[0.0] * 784, [255.0] * 784])).x
    np.testing.assert_allclose(x, [[blank] * 784, [full] * 784], rtol=1e-5)


@pytest.mark.parametrize(
    ("told", "part"),
    [
        ((None,), "2 hidden layers"), (("relu,tanh,relu",), "2 hidden layers"), (("magic",), "relu, leaky_relu"),
        (("prelu",), "2 hidden layers"), (("relu", "magic"), "output"), (("relu", None, "whiten"), "scaling"),
    ],
)  # fmt: skip
def test_what_is_told_must_fit(tmp_path: Path, told: tuple[str | None, ...], part: str) -> None:
    assert part in refusal(tmp_path, linears(3, 5, 4, 2), *told)


@pytest.mark.parametrize(
    ("tensors", "part"),
    [
        ({"conv.weight": np.zeros((2, 2))}, "none of PyTorch's nn.Sequential"),
        ({}, "it holds no arrays"),
        (linears(3, 4) | linears(3, 4, prefix="other."), "several networks"),
        (linears(3, 4) | {"2.weight": np.zeros((5, 3, 3, 3))}, "2.weight is (5, 3, 3, 3)"),
        (linears(3, 4) | {"2.weight": np.zeros((5, 4), np.int64)}, "I64"),
        (linears(3, 4) | {"2.weight": np.zeros((0, 4))}, "(0, 4)"),
        (linears(3, 4) | {"2.weight": np.zeros((2, 5))}, "do not fit together"),
        (linears(3, 4) | {"0.bias": np.zeros(5)}, "do not fit together"),
        (norm(0, 3) | {"1.weight": np.zeros((4, 3))}, "module 0"),
        (linears(3, 4, 2) | norm(1, 5), "module 1"),
        (linears(3, 4, 2, step=4) | norm(2, 4), "module 2"),
        (linears(3, 4) | norm(1, 4), "module 1"),
        ({"0.bias": np.zeros(3)}, "module 0"),
        (linears(3, 4) | {"0.weight": np.full((4, 3), np.nan)}, "infinite or undefined"),
        (linears(3, 4) | {"0.bias": np.zeros((2, 2))}, "do not fit together"),
        (linears(3, 4, 2) | {"0.running_mean": np.zeros(4)}, "module 0"),
        ({f"{k}.weight": np.zeros((1, 1), np.float32) for k in range(300)}, "300 modules"),
    ],
)
def test_what_is_no_chain_of_dense_layers(tmp_path: Path, tensors: Tensors, part: str) -> None:
    assert part in refusal(tmp_path, tensors, "relu")


def test_a_file_with_a_damaged_description_is_still_one_of_nnviz(tmp_path: Path) -> None:
    path = write(tmp_path / "net.safetensors", linears(3, 4), nnviz="{")
    assert outline(path) is None
    with pytest.raises(Refusal) as caught:
        open_model(path)
    assert "description is damaged" in words(caught.value)
