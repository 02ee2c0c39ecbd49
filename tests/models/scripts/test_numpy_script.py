"""NumPy scripts make the run again to the last bit: run in a process of their own, without nnviz."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nnviz.data import catalogue
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.models.journal import Journal
from nnviz.models.scripts import features
from nnviz.models.scripts.numpy_script import numpy_script
from nnviz.session import intents
from nnviz.session.surgeon import Surgeon
from nnviz.session.training_run import TrainingRun
from tests.models.scripts.runs import diverged_run, own_run, random_run, run_of, train

RUNS = 24
MAKE_AGAIN = """
import runpy, sys
folder = sys.argv[1] or None
for path in sys.argv[2:]:
    script = runpy.run_path(path)
    import numpy as np  # the first script has said on how many threads
    np.save(path + ".npy", script["train"](*([folder] if folder else [])))
    assert not [name for name in sys.modules if name.startswith("nnviz")]
"""


def written(folder: Path, run: TrainingRun, number: int = 0) -> Path:
    account = run.account()
    path = folder / f"run{number}.py"
    script = numpy_script(account.journal, account.state.iteration, path.name, run.prepared.data)
    path.write_text(script, encoding="utf-8")
    return path


def make_again(paths: list[Path], mnist: str = "", warn: str = "error") -> str:
    """What the scripts print; their parameters lie beside them."""
    command = [sys.executable, "-W", warn, "-c", MAKE_AGAIN, mnist, *map(str, paths)]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment | {"PYTHONIOENCODING": "utf-8"},
        cwd=paths[0].parent, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def same(run: TrainingRun, path: Path) -> bool:
    made = np.load(f"{path}.npy")
    return made.dtype == run.experiment.precision and made.tobytes() == run.trainer.network.parameters.tobytes()


def distorted(precision: str) -> TrainingRun:
    fields = catalogue.defaults("handwriting") | {"samples": 600, "precision": precision, "scaling": "standard"}
    run = run_of(Experiment(**fields, layers=(LayerSpec(12),), batch_size=40, distortion=0.7))
    train(run, 14)
    for strength in (0.0, 0.3):
        run.change(replace(run.experiment, distortion=strength))
        train(run, 3)
    return run


def from_given_weights_and_scaling() -> TrainingRun:
    experiment = Experiment(samples=80, scaling="standard", layers=(LayerSpec(4, "prelu", batch_norm=True),))
    parameters = np.random.default_rng(1).normal(size=run_of(experiment).trainer.network.parameters.size)
    scaling = Scaling("standard", np.array([0.1, 0.2]), np.array([2.0, 3.0]))
    run = run_of(experiment, parameters.astype(np.float32), scaling)
    train(run, 20)
    return run


def with_units_and_layers_that_come_and_go() -> TrainingRun:
    layers = (LayerSpec(4, "maxout"), LayerSpec(4, "prelu", batch_norm=True), LayerSpec(3, "tanh"))
    run, surgeon = run_of(Experiment(samples=80, layers=layers, frozen=((1, 2),), off=((3, 0),))), Surgeon()
    for intent in (intents.AddUnit(2), intents.RemoveUnit(1, 0), intents.RemoveLayer(2), intents.AddLayer(2)):
        train(run, 6)
        surgeon.operate(run, intent)
        run.begin_era()
    train(run, 6)
    return run


def special_runs() -> list[TrainingRun]:
    """Distorted images in both precisions, given weights and scaling, other shapes, and data of the user's own."""
    own = [own_run("image", distortion=0.5), own_run("plane"), own_run("table"), own_run("plane", scaling="whiten")]
    for run in own:
        train(run, 20)
    made = [from_given_weights_and_scaling(), with_units_and_layers_that_come_and_go()]
    return [*own, distorted("float32"), distorted("float64"), *made]


def test_runs_of_all_kinds_to_the_last_bit(tmp_path: Path) -> None:
    """In one process: to import what reads the handwriting takes longer than all of them."""
    runs = special_runs() + [random_run(number) for number in range(RUNS)]
    paths = [written(tmp_path, run, number) for number, run in enumerate(runs)]
    printed = make_again(paths)
    wrong = [str(path) for run, path in zip(runs, paths, strict=True) if not same(run, path)]
    assert wrong == []
    assert "nan" not in printed
    assert "faces" not in paths[0].read_text(encoding="utf-8")
    kinds = {change.kind for run in runs[-RUNS:] for change in run.journal.changes}
    assert kinds == {"settings", "entry", "weights", "network"}


def test_long_numbers_stand_at_the_end(tmp_path: Path) -> None:
    lines = written(tmp_path, own_run("table")).read_text(encoding="utf-8").splitlines()
    first = lines.index('TRAIN_X = """')
    assert first > lines.index("def train():")
    assert max(map(len, lines)) <= 120


def test_data_too_large_for_a_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "MOST_BYTES", 1000)
    run = own_run("table")
    with pytest.raises(Refusal, match="script_large"):
        numpy_script(run.account().journal, 0, "run.py", run.prepared.data)


def test_it_prints_the_losses_of_the_run(tmp_path: Path) -> None:
    run = run_of(Experiment(samples=80))
    train(run, 25)
    last = make_again([written(tmp_path, run)]).splitlines()[-1].split()
    evaluation = run.trainer.evaluate()
    assert last[0] == "25"
    assert f"{evaluation.test_loss:.6g}" in last
    assert f"{evaluation.test_accuracy:.4f}" in last


def test_where_the_run_stands_after_going_back(tmp_path: Path) -> None:
    run = run_of(Experiment(samples=80))
    train(run, 20)
    run.change(replace(run.experiment, learning_rate=0.1))
    train(run, 20)
    run.go_to(13)
    path = written(tmp_path, run)
    make_again([path])
    assert same(run, path)
    assert "learning_rate = 0.1" not in path.read_text(encoding="utf-8")


@pytest.mark.skipif("NNVIZ_DATA" not in os.environ, reason="needs MNIST in NNVIZ_DATA")
def test_mnist_is_read_from_a_folder(tmp_path: Path) -> None:
    layers = (LayerSpec(12, "relu", dropout=0.2),)
    run = run_of(Experiment(**catalogue.defaults("mnist"), layers=layers, batch_size=100))
    train(run, 3)
    path = written(tmp_path, run)
    make_again([path], os.environ["NNVIZ_DATA"])
    assert same(run, path)


def test_a_script_says_only_what_its_run_needs(tmp_path: Path) -> None:
    run = run_of(Experiment(samples=80, optimizer="sgd", layers=(LayerSpec(4, "tanh"),)))
    train(run, 5)
    text = written(tmp_path, run).read_text(encoding="utf-8")
    assert "#?" not in text
    assert "$" not in text
    for word in ("batch_norm", "mask", "prelu", "adam", "sklearn", "b64decode", "change()", "frozen"):
        assert word not in text, word
    assert len(text.splitlines()) < 300


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"start": replace(Experiment(), data="own")}, "script_data"),
        ({"start": replace(Experiment(), data="moons\nimport os")}, "script_data"),
        ({"whole": False}, "script_journal"),
    ],
)
def test_what_cannot_be_written_down(changes: dict[str, object], key: str) -> None:
    with pytest.raises(Refusal, match=key):
        numpy_script(Journal(**({"start": Experiment()} | changes)), 5, "run.py", None)  # type: ignore[arg-type]


def test_a_run_that_goes_on_after_it_diverged(tmp_path: Path) -> None:
    runs = [diverged_run(), diverged_run(dropout=0.0)]
    for run in runs:
        train(run, 15)
    assert [change.kind for change in runs[0].journal.changes].count("diverged") == 2
    paths = [written(tmp_path, run, number) for number, run in enumerate(runs)]
    make_again(paths, warn="default")
    assert all(same(run, path) for run, path in zip(runs, paths, strict=True))


def test_the_name_of_a_file_is_no_code() -> None:
    text = numpy_script(Journal(Experiment()), 5, '"""; import shutil; """.py', None)
    assert "shutil" not in text
    assert "python script.py" in text
