"""The project's own model file: exact round trips, and every way in which a file can be wrong."""

import json
import stat
import struct
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import load_file, save_file

from nnviz.data.painted import nothing, with_points
from nnviz.data.shelf import BUILT_IN
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.refusal import Refusal
from nnviz.engine.scaling import fit_scaling
from nnviz.models import safetensors_file, writing
from nnviz.models.files import open_model
from nnviz.models.model import Model

LAYERS = (
    LayerSpec(5, "prelu", alpha=0.3),
    LayerSpec(5, "prelu", alpha=0.3, batch_norm=True, residual=True),
    LayerSpec(4, "maxout", pieces=3, batch_norm=True),
    LayerSpec(3, "relu", dropout=0.25),
)
NORMS = ("gamma", "beta", "mean", "variance")
NOTES = {"command": "nnviz train --seed 7", "test_accuracy": "0.9876", "note": "한글 “δ”"}


def make_model(**changes):
    values = {"inputs": 6, "outputs": 3, "output": "softmax", "loss": "cross_entropy", "layers": LAYERS}
    experiment = Experiment(**(values | changes))
    rng = np.random.default_rng(1)
    parameters = rng.normal(size=Network.initial(experiment, rng).parameters.size).astype(experiment.precision)
    scaling = fit_scaling(experiment.scaling, rng.normal(size=(50, experiment.inputs)))
    return Model(experiment, parameters, scaling, ("a", "b", "c"), NOTES)


def make_painted(**changes):
    """A model of twelve painted points."""
    points = with_points(
        with_points(nothing(), 0, [(0.1 * k, 0.5) for k in range(8)]), 1, [(0.3, -0.1 * k) for k in range(4)]
    )
    experiment = Experiment(**(BUILT_IN.with_data(points).defaults(points.key) | changes), layers=(LayerSpec(2),))
    parameters = Network.initial(experiment, np.random.default_rng(1)).parameters
    return Model(experiment, parameters, fit_scaling(experiment.scaling, points.x), points.classes, points=points)


@pytest.fixture
def painted(tmp_path):
    path = tmp_path / "painted.safetensors"
    safetensors_file.save(path, make_painted())
    return path


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "model.safetensors"
    safetensors_file.save(path, make_model())
    return path


def rewrite(path, change_tensors=None, change_description=None, metadata=None):
    """Save the file again with something changed, through a foreign writer."""
    tensors = load_file(path)
    described = description(path)
    if change_tensors:
        change_tensors(tensors)
    if change_description:
        change_description(described)
    save_file(tensors, path, {"nnviz": json.dumps(described)} if metadata is None else metadata)


def description(path):
    return json.loads(words(path)["nnviz"])


def words(path):
    """The whole metadata."""
    content = path.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    return json.loads(content[8 : 8 + length])["__metadata__"]


def refused(path):
    with pytest.raises(Refusal) as caught:
        safetensors_file.load(path)
    return caught.value


@pytest.mark.parametrize("precision", ["float32", "float64"])
@pytest.mark.parametrize("scaling", ["none", "unit", "standard", "whiten"])
def test_round_trip_is_bit_exact(tmp_path, precision, scaling):
    path = tmp_path / "model.safetensors"
    model = make_model(precision=precision, scaling=scaling, learning_rate=0.1 + 0.2)
    safetensors_file.save(path, model)
    back = safetensors_file.load(path)
    assert (back.experiment, back.classes, back.notes) == (model.experiment, model.classes, model.notes)
    assert back.parameters.tobytes() == model.parameters.tobytes()
    for name in ("offset", "factor"):
        assert getattr(back.scaling, name).tobytes() == getattr(model.scaling, name).tobytes()
    if scaling == "whiten":
        assert back.scaling.matrix.tobytes() == model.scaling.matrix.tobytes()
    x = np.random.default_rng(2).normal(size=(4, 6))
    np.testing.assert_array_equal(back.forward(x).output, model.forward(x).output)


def test_any_reader_finds_the_layers(saved):
    tensors = load_file(saved)
    shapes = {name: array.shape for name, array in tensors.items()}
    assert shapes == {
        "layers.1.W": (6, 5), "layers.1.b": (5,), "layers.1.extra": (5,),
        "layers.2.W": (5, 5), "layers.2.b": (5,), "layers.2.extra": (5,),
        **{f"layers.2.{name}": (5,) for name in NORMS},
        "layers.3.W": (5, 12), "layers.3.b": (12,),
        **{f"layers.3.{name}": (12,) for name in NORMS},
        "layers.4.W": (4, 3), "layers.4.b": (3,),
        "layers.5.W": (3, 3), "layers.5.b": (3,),
        "scaling.offset": (1,), "scaling.factor": (1,),
    }  # fmt: skip
    for number, layer in enumerate(make_model().network.layers, start=1):
        np.testing.assert_array_equal(tensors[f"layers.{number}.W"], layer.W)
        for name in NORMS if layer.spec.batch_norm else ():
            np.testing.assert_array_equal(tensors[f"layers.{number}.{name}"], getattr(layer, name))


def test_painted_points_are_in_the_file_for_any_reader(painted):
    points, found = make_painted().points, safetensors_file.load(painted).points
    assert found.key == points.key
    assert found.is_painted
    tensors = load_file(painted)
    assert np.array_equal(tensors["points.x"], points.x)
    assert np.array_equal(tensors["points.y"], points.y)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda tensors: tensors.pop("points.y"), "model_tensors"),
        (lambda tensors: tensors["points.x"].__setitem__((0, 0), 9), "own_data_damaged"),
        (lambda tensors: tensors["points.y"].__setitem__(0, 7), "own_data_damaged"),
        (lambda tensors: tensors.update({"points.y": np.zeros(11, np.int64)}), "model_tensor"),
        (lambda tensors: tensors.update({"points.x": np.zeros((12, 2))}), "model_tensor"),
        (lambda tensors: tensors.update({"points.x": np.zeros((20_001, 2), np.float32)}), "model_tensor"),
        (lambda tensors: tensors.update({"points.x": np.zeros((), np.float32)}), "model_tensor"),
    ],
)
def test_wrong_points(painted, change, key):
    metadata = words(painted)
    rewrite(painted, change_tensors=change, metadata=metadata)
    assert refused(painted).key == key


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"format": 1}', "x" * (8 << 20) + "x"])
def test_wrong_words_about_points(painted, text):
    rewrite(painted, metadata=words(painted) | {"nnviz.data": text})
    assert refused(painted).key in ("own_data_damaged", "model_metadata")


def test_points_are_those_that_it_is_trained_on_and_painted(painted):
    model = make_painted()
    for other in (replace(model.points, recipe={}), nothing()):
        with pytest.raises(Refusal, match="own_data_damaged"):
            replace(model, points=other)


def test_saving_leaves_no_draft_and_an_ordinary_file(saved):
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]
    plain = saved.parent / "plain"
    plain.touch()
    assert stat.S_IMODE(saved.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_failed_save_keeps_the_old_file(saved, monkeypatch):
    before = saved.read_bytes()

    def full_disk(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full_disk)
    with pytest.raises(Refusal, match="No space left"):
        safetensors_file.save(saved, replace(make_model(), notes={}))
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_missing_file_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        safetensors_file.load(tmp_path / "none.safetensors")


@pytest.mark.parametrize("share", [0, 0.001, 0.2, 0.9, 0.999])
def test_truncated_file(saved, share):
    content = saved.read_bytes()
    saved.write_bytes(content[: int(len(content) * share)])
    assert refused(saved).key == "model_not_safetensors"


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        struct.pack("<Q", 2**62) + b"{}",
        struct.pack("<Q", 2**40) + bytes(1000),
        struct.pack("<Q", 4) + b"null",
    ],
)
def test_not_safetensors(tmp_path, content):
    path = tmp_path / "model.safetensors"
    path.write_bytes(content)
    assert refused(path).key == "model_not_safetensors"


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_bytes_are_refused_or_harmless(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("damaged") / "model.safetensors"
    safetensors_file.save(path, make_model())
    content = bytearray(path.read_bytes())
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content)
    try:
        model = safetensors_file.load(path)
    except Refusal:
        return
    assert np.isfinite(model.parameters).all()


@pytest.mark.parametrize("metadata", [{}, {"format": "pt"}])
def test_file_of_another_program(saved, metadata):
    assert safetensors_file.is_own(saved)
    rewrite(saved, metadata=metadata)
    assert not safetensors_file.is_own(saved)
    with pytest.raises(Refusal, match="none of PyTorch's"):
        open_model(saved)


@pytest.mark.parametrize("text", ["", "[1, 2]", "{", "[" * 100_000, '{"format": 2}', " " * 2**23 + "{}"])
def test_damaged_description(saved, text):
    rewrite(saved, metadata={"nnviz": text})
    assert refused(saved).key == "model_metadata"


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"format": 1}, "model_format"),
        ({"classes": "abc"}, "model_metadata"),
        ({"classes": [1, 2, 3]}, "model_metadata"),
        ({"classes": ["a"]}, "model_classes"),
        ({"notes": {"seed": 7}}, "model_metadata"),
        ({"notes": None}, "model_metadata"),
        ({"experiment": []}, "model_metadata"),
    ],
)
def test_wrong_parts_of_the_description(saved, changes, key):
    rewrite(saved, change_description=lambda described: described.update(changes))
    assert refused(saved).key == key


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"inputs": 7}, "model_tensor"),
        ({"outputs": 4}, "model_tensor"),
        ({"precision": "float64"}, "model_tensor"),
        ({"layers": []}, "model_tensors"),
        ({"scaling": "whiten"}, "model_tensors"),
        ({"optimizer": "magic"}, "unknown_choice"),
        ({"colour": "red"}, "unknown_field"),
        ({"learning_rate": "fast"}, "bad_field"),
        ({"learning_rate": float("nan")}, "out_of_range"),
        ({"learning_rate": 10**400}, "out_of_range"),
        ({"inputs": 10**12}, "out_of_range"),
    ],
)
def test_wrong_settings(saved, changes, key):
    rewrite(saved, change_description=lambda described: described["experiment"].update(changes))
    assert refused(saved).key == key


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda tensors: tensors.pop("layers.2.b"), "model_tensors"),
        (lambda tensors: tensors.update(other=np.zeros(3)), "model_tensors"),
        (lambda tensors: tensors.update({"layers.1.W": np.zeros((5, 6), np.float32)}), "model_tensor"),
        (lambda tensors: tensors.update({"layers.1.W": np.zeros((6, 5), np.float64)}), "model_tensor"),
        (lambda tensors: tensors.update({"layers.1.W": np.zeros((6, 5), np.int32)}), "model_tensor"),
        (lambda tensors: tensors.update({"scaling.offset": np.zeros(2)}), "model_tensor"),
        (lambda tensors: tensors.update({"scaling.offset": np.zeros(1, np.float32)}), "model_tensor"),
        (lambda tensors: tensors.update({"layers.1.b": np.full(5, np.inf, np.float32)}), "model_not_finite"),
        (lambda tensors: tensors.update({"scaling.factor": np.full(1, np.nan)}), "model_not_finite"),
    ],
)
def test_wrong_tensors(saved, change, key):
    rewrite(saved, change_tensors=change)
    assert refused(saved).key == key
