"""State dicts for PyTorch, and scripts for it, as far as can be seen without PyTorch."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file

from nnviz.data.dataset import DataSet
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.models import torch_file
from nnviz.models.files import open_model
from nnviz.models.journal import Change, Journal
from nnviz.models.model import Model
from nnviz.models.scripts.torch_script import torch_script

LAYERS = (
    LayerSpec(4, "leaky_relu", alpha=0.01),
    LayerSpec(4, "prelu", batch_norm=True),
    LayerSpec(3, "elu", alpha=1.0),
)


def model(**changes: Any) -> Model:
    experiment = Experiment(**({"layers": LAYERS, "precision": "float64"} | changes))
    parameters = Network.initial(experiment, np.random.default_rng(0)).parameters
    parameters += np.random.default_rng(1).uniform(0, 1, parameters.size)
    return Model(experiment, parameters, Scaling("none", np.zeros(1), np.ones(1)))


def moons(count: int) -> DataSet:
    """So many samples to train on."""
    x, y = np.zeros((count, 2), np.float32), np.zeros(count, np.int64)
    return DataSet("moons", x, y, x, y, ("0", "1"))


def test_the_names_are_those_of_a_sequential(tmp_path: Path) -> None:
    path = tmp_path / "net.safetensors"
    torch_file.save(path, model())
    shapes = {name: array.shape for name, array in load_file(path).items()}
    assert shapes == {
        "0.weight": (4, 2), "0.bias": (4,), "2.weight": (4, 4), "2.bias": (4,), "3.weight": (4,), "3.bias": (4,),
        "3.running_mean": (4,), "3.running_var": (4,), "3.num_batches_tracked": (), "4.weight": (4,),
        "5.weight": (3, 4), "5.bias": (3,), "7.weight": (1, 3), "7.bias": (1,),
    }  # fmt: skip


def test_it_comes_back_as_it_went(tmp_path: Path) -> None:
    path, sent = tmp_path / "net.safetensors", model()
    torch_file.save(path, sent)
    back = open_model(path, "leaky_relu,prelu,elu", "sigmoid")
    np.testing.assert_array_equal(back.parameters, sent.parameters)
    x = np.random.default_rng(2).normal(size=(9, 2))
    np.testing.assert_array_equal(back.forward(x).output, sent.forward(x).output)


REFUSED: dict[str, dict[str, Any]] = {
    "maxout": {"layers": (LayerSpec(4, "maxout"),)}, "step": {"layers": (LayerSpec(4, "step"),)},
    "residual": {"layers": (LayerSpec(2, "tanh", residual=True),)}, "off": {"off": ((1, 0),)},
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_pytorch_has_not(what: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=what):
        torch_file.save(tmp_path / "net.safetensors", model(**REFUSED[what]))
    with pytest.raises(Refusal, match=what):
        torch_script(Journal(Experiment(**REFUSED[what])), 5, "run.py", None)


def test_a_batch_of_one_sample_cannot_be_normalised_there() -> None:
    start = Experiment(layers=LAYERS, batch_size=32)
    assert torch_script(Journal(start), 5, "run.py", moons(280))
    with pytest.raises(Refusal, match="torch_single"):
        torch_script(Journal(replace(start, batch_size=9)), 5, "run.py", moons(280))


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"])
def test_scripts_are_programs_of_what_is_needed(optimizer: str) -> None:
    start = Experiment(layers=LAYERS, optimizer=optimizer)
    text = torch_script(Journal(start), 5, "run.py", None)
    ast.parse(text)
    assert "#?" not in text
    assert "$" not in text
    assert "\nclass " not in text
    changed = Journal(start, changes=(Change(3, "settings", {"learning_rate": 0.5}),))
    text = torch_script(changed, 5, "run.py", None)
    assert "settings.learning_rate = 0.5" in text
    assert ("class Momentum" in text) == (optimizer in ("momentum", "nesterov"))
