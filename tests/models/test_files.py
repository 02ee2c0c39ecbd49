"""Models by path: the suffix decides, and every refusal names the file."""

import numpy as np
import pytest

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import Scaling
from nnviz.errors import words
from nnviz.models.files import check_destination, open_model, save_model
from nnviz.models.model import Model


@pytest.fixture
def model():
    experiment = Experiment(layers=(LayerSpec(4, "tanh"),))
    parameters = Network.initial(experiment, np.random.default_rng(0)).parameters
    return Model(experiment, parameters, Scaling("none", np.zeros(1), np.ones(1)))


def test_saves_and_opens(tmp_path, model):
    path = tmp_path / "net.SafeTensors"
    save_model(path, model)
    np.testing.assert_array_equal(open_model(path).parameters, model.parameters)
    assert open_model(path, "tanh").experiment == model.experiment


def test_opens_course_files(tmp_path):
    path = tmp_path / "net.NPZ"
    with path.open("wb") as file:
        np.savez(file, W1=np.ones((2, 3)), b1=np.zeros(3), W2=np.ones((3, 1)), b2=np.zeros(1))
    assert open_model(path, "relu").experiment.layers == (LayerSpec(3, "relu"),)


def test_an_activation_may_not_contradict_the_file(tmp_path, model):
    path = tmp_path / "net.safetensors"
    save_model(path, model)
    with pytest.raises(Refusal) as caught:
        open_model(path, "relu")
    assert "hidden layers are tanh, not relu" in words(caught.value)


@pytest.mark.parametrize("name", ["net.pkl", "net", "net.safetensors.gz"])
def test_unknown_suffix(tmp_path, name):
    with pytest.raises(Refusal) as caught:
        open_model(tmp_path / name)
    sentence = words(caught.value)
    assert name in sentence
    assert ".safetensors, .npz" in sentence


@pytest.mark.parametrize("suffix", [".safetensors", ".npz"])
@pytest.mark.parametrize("content", [None, b"", b"no model at all"])
def test_every_refusal_names_the_file_in_one_sentence(tmp_path, suffix, content):
    path = tmp_path / f"net{suffix}"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refusal) as caught:
        open_model(path, "relu")
    sentence = words(caught.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    assert "{" not in sentence


@pytest.mark.parametrize("suffix", [".safetensors", ".npz"])
def test_a_folder_is_no_model(tmp_path, suffix):
    path = tmp_path / f"net{suffix}"
    path.mkdir()
    with pytest.raises(Refusal, match="model_refused"):
        open_model(path, "relu")


def test_destination_is_checked_before_anything_is_written(tmp_path, model):
    folder = tmp_path / "folder.safetensors"
    folder.mkdir()
    for path in (tmp_path / "net.npz", tmp_path / "none" / "net.safetensors", folder):
        with pytest.raises(Refusal) as caught:
            save_model(path, model)
        assert caught.value.key in ("save_suffix", "save_folder")
    check_destination(tmp_path / "net.safetensors")
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]
