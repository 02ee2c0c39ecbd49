"""A command as a user sees it: exit code, standard output, standard error."""

import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from nnviz.cli import main
from nnviz.data.catalogue import defaults
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.scaling import Scaling
from nnviz.models.files import save_model
from nnviz.models.model import Model

TANH = (LayerSpec(6, "tanh"),)


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """The one JSON value on stdout; constants such as NaN are no JSON."""
        return json.loads(self.out, parse_constant=pytest.fail)


@pytest.fixture
def run(capsys):
    def run_command(*words):
        code = main([str(word) for word in words])
        return Done(code, *capsys.readouterr())

    return run_command


@pytest.fixture
def save_random(tmp_path):
    """Saves an untrained network for a data set and returns its path."""

    def save(data, layers=TANH, name="model.safetensors", **fields):
        experiment = Experiment(**(defaults(data) | {"layers": layers} | fields))
        parameters = Network.initial(experiment, np.random.default_rng(3)).parameters
        if experiment.scaling == "unit":
            scaling = Scaling("unit", np.zeros(1), np.array([1 / (255 if experiment.inputs == 784 else 16)]))
        else:
            scaling = Scaling("none", np.zeros(1), np.ones(1))
        path = tmp_path / name
        save_model(path, Model(experiment, parameters, scaling))
        return path

    return save
