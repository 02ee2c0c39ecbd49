"""nnviz classify: pictures and strokes become answers, and one bad file refuses all."""

import json

import numpy as np
import pytest
from PIL import Image, ImageDraw

from nnviz.commands import classify as command
from nnviz.data.preparation import prepare
from nnviz.data.strokes import rasterise
from nnviz.engine.experiment import LayerSpec
from nnviz.models.files import open_model

SEVEN = [[[0, 0], [30, 0], [10, 50]]]


class InkScore:
    """Calls everything a digit that has ink at all."""

    def score(self, preparation):
        return 0.0 if preparation.is_blank else 1.0

    def is_digit(self, score):
        return score > 0.5


@pytest.fixture(autouse=True)
def ink_score(monkeypatch):
    monkeypatch.setattr(command, "load_digit_score", InkScore)


@pytest.fixture
def strokes(tmp_path):
    path = tmp_path / "seven.json"
    path.write_text(json.dumps({"strokes": SEVEN}))
    return path


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "one.png"
    image = Image.new("L", (300, 200), 255)
    ImageDraw.Draw(image).line([(150, 30), (140, 170)], fill=0, width=18)
    image.save(path)
    return path


@pytest.fixture
def blank(tmp_path):
    path = tmp_path / "blank.jpg"
    Image.new("RGB", (64, 64), "white").save(path)
    return path


@pytest.fixture
def files(strokes, picture, blank):
    return strokes, picture, blank


@pytest.mark.parametrize("data", ["mnist", "handwriting"])
def test_json_is_a_list_of_answers_in_order(run, save_random, files, data):
    model = save_random(data)
    value = run("classify", "--model", model, "--json", *files).value
    assert [answer["file"] for answer in value] == [str(file) for file in files]
    assert value[2]["digit"] is None
    for answer in value:
        assert set(answer) == {"file", "digit", "probabilities"}
        assert len(answer["probabilities"]) == 10
        assert sum(answer["probabilities"]) == pytest.approx(1, abs=1e-6)
    for answer in value[:2]:
        assert answer["digit"] == np.argmax(answer["probabilities"])


def test_probabilities_are_those_of_the_window(run, save_random, strokes):
    path = save_random("mnist")
    value = run("classify", "--model", path, "--json", strokes).value
    raw = prepare(rasterise(tuple(tuple(map(tuple, stroke)) for stroke in SEVEN))).as_input((28, 28))
    expected = open_model(path).forward(raw[None]).output[0]
    np.testing.assert_allclose(value[0]["probabilities"], expected, rtol=1e-5)


def test_one_file_is_a_list_too(run, save_random, picture):
    assert len(run("classify", "--model", save_random("mnist"), picture, "--json").value) == 1


def test_words(run, save_random, strokes, blank):
    lines = run("classify", "--model", save_random("mnist"), strokes, blank).out.splitlines()
    assert lines[0].startswith(f"{strokes}: ")
    assert lines[1].startswith(f"{blank}: not a digit")
    assert all(f" {digit}:" in lines[0] for digit in range(10))


def test_place_and_size_of_strokes_do_not_matter(run, save_random, tmp_path):
    files = []
    for number, (factor, shift) in enumerate([(1, 0), (7.5, 300), (0.01, -4)]):
        files.append(tmp_path / f"{number}.JSON")
        moved = [[[factor * x + shift, factor * y + shift] for x, y in stroke] for stroke in SEVEN]
        files[-1].write_text(json.dumps({"strokes": moved}), "utf-8-sig")
    first, *others = (
        answer["probabilities"] for answer in run("classify", "--model", save_random("mnist"), "--json", *files).value
    )
    for other in others:
        np.testing.assert_allclose(other, first, atol=1e-3)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("none.png", None),
        ("none.json", None),
        ("text.png", b"no picture"),
        ("empty.png", b""),
        ("cut.json", b'{"strokes": [[[0, 1]'),
        ("list.json", b"[]"),
        ("nan.json", b'{"strokes": [[[NaN, 1]]]}'),
        ("latin.json", b'{"strokes": "\xe9"}'),
        ("deep.json", b"[" * 100_000),
    ],
)
def test_one_bad_file_refuses_all_and_is_named(run, save_random, picture, name, content):
    bad = picture.with_name(name)
    if content is not None:
        bad.write_bytes(content)
    for words in ((), ("--json",)):
        done = run("classify", "--model", save_random("mnist"), picture, bad, *words)
        assert (done.code, done.out) == (2, "")
        assert done.err.count("\n") == 1
        assert str(bad) in done.err


def test_a_folder_is_no_drawing(run, save_random, tmp_path):
    for name in ("folder.json", "folder.png"):
        folder = tmp_path / name
        folder.mkdir()
        done = run("classify", "--model", save_random("mnist"), folder)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert str(folder) in done.err


def test_file_of_strokes_that_is_too_large(run, save_random, strokes, monkeypatch):
    monkeypatch.setattr(command, "MOST_BYTES", 10)
    done = run("classify", "--model", save_random("mnist"), strokes)
    assert done.code == 2
    assert "leave out points" in done.err


def test_model_for_something_else(run, save_random, picture):
    done = run("classify", "--model", save_random("moons"), picture)
    assert (done.code, done.out) == (2, "")
    assert done.err == ("nnviz: The model has 2 inputs and 1 outputs; digits need 784 or 64 inputs and 10 outputs.\n")


def test_course_file_with_its_activation(run, tmp_path, picture):
    rng = np.random.default_rng(0)
    path = tmp_path / "net.npz"
    np.savez(path, W1=rng.normal(size=(784, 5)), b1=np.zeros(5), W2=rng.normal(size=(5, 10)), b2=np.zeros(10))
    value = run("classify", "--model", path, "--activation", "tanh", "--json", picture).value
    raw = prepare(command.read_ink(picture)).as_input((28, 28))
    expected = open_model(path, "tanh").forward(raw[None]).output[0]
    np.testing.assert_allclose(value[0]["probabilities"], expected, rtol=1e-6)
    assert open_model(path, "tanh").experiment.layers == (LayerSpec(5, "tanh"),)
