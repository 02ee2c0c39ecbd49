"""`nnviz export`, and training that goes on where a command stopped."""

from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from nnviz.models.files import open_model

TRAIN = ("train", "--data", "moons", "--samples", 80, "--layers", "4", "--epochs", 3, "--json", "--save")


def test_a_trained_run_becomes_scripts_and_weights(run, tmp_path):
    assert run(*TRAIN, tmp_path / "m.safetensors").code == 0
    for form, name in (("numpy", "a.py"), ("torch", "b.py"), ("weights", "c.safetensors")):
        done = run("export", tmp_path / "m.safetensors", "--form", form, "--save", tmp_path / name)
        assert (done.code, done.out) == (0, f"saved {tmp_path / name}\n")
    namespace: dict[str, object] = {"__name__": "script"}
    exec((tmp_path / "a.py").read_text(encoding="utf-8"), namespace)
    parameters = namespace["train"]()  # type: ignore[operator]
    assert parameters.tobytes() == open_model(tmp_path / "m.safetensors").parameters.tobytes()
    compile((tmp_path / "b.py").read_text(encoding="utf-8"), "b.py", "exec")
    assert load_file(tmp_path / "c.safetensors")["0.weight"].shape == (4, 2)


def test_a_run_on_a_table_of_ones_own(run, tmp_path):
    rows = "".join(f"{k % 7},{k * k % 11},{('cat', 'dog')[k % 3 == 0]}\n" for k in range(40))
    (tmp_path / "pets.csv").write_text(f"age,weight,pet\n{rows}", encoding="utf-8")
    (tmp_path / "other.csv").write_text(f"age,weight,pet\n1,1,dog\n{rows}", encoding="utf-8")
    model, script = tmp_path / "m.safetensors", tmp_path / "a.py"
    train = ("train", "--data", tmp_path / "pets.csv", "--layers", "4", "--epochs", 3, "--json", "--save", model)
    assert run(*train).code == 0
    assert "name its table" in run("export", model, "--save", script).err
    refused = run("export", model, "--data", tmp_path / "other.csv", "--save", script)
    assert (refused.code, script.exists()) == (2, False)
    assert "not trained on just this" in refused.err
    for form in ("torch", "numpy"):
        assert run("export", model, "--data", tmp_path / "pets.csv", "--form", form, "--save", script).code == 0
    namespace: dict[str, object] = {"__name__": "script"}
    exec(script.read_text(encoding="utf-8"), namespace)
    assert namespace["train"]().tobytes() == open_model(model).parameters.tobytes()  # type: ignore[operator]


def test_a_saved_run_has_its_history(run, tmp_path):
    run(*TRAIN, tmp_path / "m.safetensors")
    training = open_model(tmp_path / "m.safetensors").training
    assert training is not None
    assert training.state.epochs_done == 3
    assert len(training.steps) == training.state.iteration
    np.testing.assert_array_equal(training.evaluations[:, 1], [1, 2, 3])


def test_weights_alone(run, tmp_path):
    run(*TRAIN, tmp_path / "m.safetensors", "--weights-only")
    assert open_model(tmp_path / "m.safetensors").training is None


def test_what_cannot_be_exported_is_one_sentence(run, tmp_path: Path, save_random):
    model = save_random("moons", precision="float32")
    for words in (("--save", tmp_path / "a.txt"), ("--form", "weights", "--save", tmp_path / "a.py")):
        done = run("export", model, *words)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "a.py").exists()


def test_pytorch_weights_are_evaluated(run, tmp_path):
    run(*TRAIN, tmp_path / "m.safetensors")
    expected = run("evaluate", tmp_path / "m.safetensors", "--json").value
    assert (
        run("export", tmp_path / "m.safetensors", "--form", "weights", "--save", tmp_path / "w.safetensors").code == 0
    )
    done = run("evaluate", tmp_path / "w.safetensors", "--activation", "relu", "--json")
    assert done.code == 0
    assert set(done.value) == set(expected)
    refused = run("evaluate", tmp_path / "w.safetensors")
    assert refused.code == 2
    assert "--activation" in refused.err
