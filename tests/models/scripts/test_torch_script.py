"""PyTorch scripts, and networks that go there and come back. Collected where PyTorch is, see conftest.py."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from nnviz.engine.refusal import Refusal
from nnviz.models import torch_file
from nnviz.models.files import open_model
from nnviz.models.journal import Journal
from nnviz.models.model import Model
from nnviz.models.scripts.torch_script import torch_script
from nnviz.session.training_run import TrainingRun
from tests.models.scripts.runs import diverged_run, own_run, random_run, train

PYTHON = os.environ.get("NNVIZ_TORCH", sys.executable)
RUNS = 24
pytestmark = pytest.mark.timeout(600)
MAKE_AGAIN = """
import runpy, sys
import numpy as np
for path in sys.argv[1:]:
    script = runpy.run_path(path)
    np.save(path + ".npy", script["train"]())
"""
THERE = """
import json, sys
import numpy as np, torch
from torch import nn
from safetensors import safe_open
from safetensors.torch import load_file, save_file
folder = sys.argv[1]
for number in range(int(sys.argv[2])):
    path = f"{folder}/net{number}.safetensors"
    with safe_open(path, "pt") as file:
        code, _, output = file.metadata()["network"].split(";")[0].rpartition(", then ")
    network = eval(code).to(torch.float64 if "float64" in str(load_file(path)["0.weight"].dtype) else torch.float32)
    network.load_state_dict(load_file(path), strict=True)
    network.eval()
    x = torch.from_numpy(np.load(f"{folder}/x{number}.npy"))
    z = network(x).detach()
    y = {"softmax": lambda: torch.softmax(z, 1), "sigmoid": lambda: torch.sigmoid(z), "identity": lambda: z}[output]()
    np.save(f"{folder}/y{number}.npy", y.numpy())
    save_file(network.state_dict(), f"{folder}/back{number}.safetensors")
"""


def run_torch(code: str, *arguments: object) -> None:
    command = [PYTHON, "-c", code, *map(str, arguments)]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr


def expressible() -> list[tuple[TrainingRun, str]]:
    """Random runs that PyTorch has everything for, with their scripts. In double precision: where a gradient is 0 but
    for rounding, as that of a bias before batch normalisation, RMSProp and Adam make large steps out of the rest."""
    found, number = [], 0
    while len(found) < RUNS:
        run = random_run(number, precision="float64")
        number += 1
        account = run.account()
        try:
            text = torch_script(account.journal, account.state.iteration, "run.py", run.prepared.data)
        except Refusal:
            continue
        found.append((run, text))
    return found


def test_random_runs_to_rounding(tmp_path: Path) -> None:
    check_made_again(tmp_path, expressible())


def test_own_data_distortions_and_a_divergence(tmp_path: Path) -> None:
    double = {"precision": "float64"}
    runs = [own_run("table", **double), own_run("image", distortion=0.5, **double), diverged_run(**double)]
    for run in runs:
        train(run, 20)
    check_made_again(tmp_path, [(run, torch_script(*past(run), "run.py", run.prepared.data)) for run in runs])


def past(run: TrainingRun) -> tuple[Journal, int]:
    account = run.account()
    return account.journal, account.state.iteration


def check_made_again(tmp_path: Path, runs: list[tuple[TrainingRun, str]]) -> None:
    paths = []
    for number, (_, text) in enumerate(runs):
        paths.append(tmp_path / f"run{number}.py")
        paths[-1].write_text(text, encoding="utf-8")
    run_torch(MAKE_AGAIN, *paths)
    wrong = {}
    for (run, _), path in zip(runs, paths, strict=True):
        made, expected = np.load(f"{path}.npy"), run.trainer.network.parameters
        difference = float(np.max(np.abs(made - expected) / (1 + np.abs(expected))))
        if not difference < 1e-6:
            wrong[path.name] = difference
    assert wrong == {}


def test_networks_go_there_and_come_back(tmp_path: Path) -> None:
    runs = [run for run, _ in expressible()]
    for number, run in enumerate(runs):
        model = Model(run.experiment, run.trainer.network.parameters, run.prepared.scaling)
        torch_file.save(tmp_path / f"net{number}.safetensors", model)
        np.save(tmp_path / f"x{number}.npy", run.prepared.samples.test_x)
    run_torch(THERE, tmp_path, len(runs))
    for number, run in enumerate(runs):
        expected = run.trainer.network.forward(run.prepared.samples.test_x).output
        np.testing.assert_allclose(np.load(tmp_path / f"y{number}.npy"), expected, rtol=1e-6, atol=1e-6)
        told = ",".join(layer.activation for layer in run.experiment.layers)
        back = open_model(tmp_path / f"back{number}.safetensors", told, run.experiment.output)
        np.testing.assert_array_equal(back.parameters, run.trainer.network.parameters)
