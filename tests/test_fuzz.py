"""Damaged files: a small sample of `make fuzz`, what it found, and that nothing is ever unpickled."""

from __future__ import annotations

import ast
import io
import json
import re
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PIL import Image

from benchmarks.fuzz import bombs, seeds
from benchmarks.fuzz.kinds import Kind, kinds
from benchmarks.fuzz.run import Tally, fuzz, take
from benchmarks.fuzz.window import Window
from nnviz import strict_json
from nnviz.data import pictures, strokes, table_data
from nnviz.data.images_folder import grey
from nnviz.data.own import OwnData
from nnviz.data.own_file import packed, unpacked
from nnviz.data.sheet import MOST_IN_ROW, Sheet
from nnviz.data.table import glimpse, guess, read_table
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.models.bundle import MANIFESTS, read_bundle
from nnviz.session.booth.tally import Tally as Counted
from nnviz.session.recording import decoded
from nnviz.settings import load_settings
from nnviz.sweeps.axis import Axis
from nnviz.sweeps.folder import RESULTS
from nnviz.sweeps.plan import Plan
from nnviz.sweeps.result import from_line

PACKAGE = Path(__file__).resolve().parent.parent / "nnviz"
DEEP = "[" * 50_000
SMALL = 8
"""Files of each kind."""
Opened = dict[str, Kind]


@pytest.fixture(scope="module")
def opened(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """All kinds by name, with one session for all of them."""
    window = Window()
    yield {kind.name: kind for kind in kinds(tmp_path_factory.mktemp("fuzz"), window)}
    window.close()


@pytest.fixture
def through(opened: Opened, tmp_path: Path) -> Callable[[str, bytes], str]:
    """What becomes of a file: "opened" or the sentence's key; fails where that is a defect."""

    def send(name: str, content: bytes) -> str:
        tally = Tally(name)
        take(opened[name], content, tmp_path, tally)
        assert not tally.defects, tally.defects[0][0]
        return next(iter(tally.sentences), "opened" if tally.opened else "refused")

    return send


def test_damaged_files_open_or_are_refused_with_a_sentence(opened: Opened, tmp_path: Path) -> None:
    tallies = [fuzz(kind, SMALL, 1, tmp_path) for kind in opened.values()]
    assert [trace for tally in tallies for trace, _ in tally.defects] == []
    assert sum(tally.count for tally in tallies) > 250
    assert sum(tally.refused for tally in tallies) > 120
    # Beside the damaged ones every seed was opened.
    assert all(tally.opened >= len(opened[tally.kind].seeds) for tally in tallies)


def test_a_defect_is_noticed(opened: Opened, tmp_path: Path) -> None:
    def door(path: Path) -> bool:
        raise KeyError(path.read_bytes())

    tally = Tally("x")
    take(Kind("x", ".x", (b"1",), (), door), b"bad", tmp_path, tally)
    ((trace, kept),) = tally.defects
    assert "KeyError" in trace
    assert kept.read_bytes() == b"bad"


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("script", DEEP, "not_json"),
        ("script", f"[{'9' * 5000}]", "not_json"),
        ("script", '[{"do": "OpenPage", "page": "\\ud800"}]', "not_json"),
        ("script", '[{"do": "OpenModel", "path": null}]', "bad_intent_field"),
        ("experiment", DEEP, "sweep_experiment"),
        ("experiment", f'{{"learning_rate": {"9" * 400}}}', "out_of_range"),
        ("plan of a sweep", DEEP, "sweep_folder"),
        ("plan of a sweep", bombs.plan(10, 9).decode(), "sweep_folder sweep_too_many"),
        ("lesson", DEEP, "lesson_not_toml"),
        ("lesson", f"id = {'9' * 5000}", "lesson_not_toml"),
        ("lesson", "a." * 30_000 + "a = 1", "lesson_not_toml"),
        ("lesson", bombs.lesson(b"![](" + b"x" * 300 + b")").decode(), "lesson_mistake"),
        ("lesson", bombs.lesson(b"![" * 40_000).decode(), "opened"),
        ("recording", f'{{"format": 1, "version": "", "x": {DEEP}', "recording_unreadable recording_part"),
        ("strokes", '{"strokes": ' + DEEP, "file_refused strokes_not_json"),
        ("own data", (2).to_bytes(8, "little").decode() + "{}", "own_data_damaged"),
    ],
)  # fmt: skip
def test_what_was_found_in_texts(through: Callable[[str, bytes], str], name: str, content: str, key: str) -> None:
    assert through(name, content.encode()) == key


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("W1.npy", b"no array"),
        ("W1", b""),
        ("W1.npy", bombs.array((10**9, 10**6))),
        ("W1.npy", bombs.array((2, 2)).replace(b"(2, 2)", b"((((((") + bytes(32)),
        ("W1.npy", bombs.array((2, 2)).replace(b"'<f8'", b"'|O'") + bytes(32)),
    ],
)
def test_what_was_found_in_npz(through: Callable[[str, bytes], str], member: str, content: bytes) -> None:
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_LZMA):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", method) as archive:
            archive.writestr(member, content)
        assert through(".npz", file.getvalue()) == "model_refused npz_unreadable"


def test_json_from_outside() -> None:
    assert strict_json.parsed('{"a": [1, 2.5, "\\ud83d\\ude42"]}') == {"a": [1, 2.5, "🙂"]}
    for text in (DEEP, "9" * 501, '"\\ud800"', "{", "[" + "1," * strict_json.MOST_VALUES + "1]"):
        with pytest.raises(json.JSONDecodeError):
            strict_json.parsed(text)


def test_a_file_that_is_too_large_is_not_parsed(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("[1, 2]")
    assert strict_json.read_json(tmp_path / "x.json") == [1, 2]
    with pytest.raises(ValueError, match="more than 5 bytes"):
        strict_json.read_json(tmp_path / "x.json", 5)


@pytest.mark.parametrize("text", [DEEP, '{"text_scale": NaN}', '{"text_scale": 1e300}', '{"layouts": {"a": 1}}'])
def test_damaged_settings_are_the_usual_ones(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert load_settings(path)[1] is False


@pytest.mark.parametrize("text", [DEEP, '{"day": "", "visitors": Infinity, "right": 0, "fooled": 0}', "[]"])
def test_a_damaged_tally_counts_from_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tally.json"
    path.write_text(text)
    assert Counted(path).counts.visitors == 0


def test_a_number_beyond_every_float_is_out_of_range() -> None:
    for value in (10**400, float("nan"), float("inf")):
        with pytest.raises(Refusal) as refused:
            Experiment(learning_rate=value)
        assert refused.value.key == "out_of_range"


def test_too_many_runs_are_counted_before_they_are_made() -> None:
    names = ("learning_rate", "l1", "l2", "noise", "momentum", "decay", "epsilon", "batch_size", "samples", "epochs")
    axes = tuple(Axis(name, tuple(range(1, 100))) for name in names)
    with pytest.raises(Refusal) as refused:
        Plan(seeds.TINY, axes)
    assert refused.value.key == "sweep_too_many"


def test_a_line_nested_too_deeply_is_no_result(tmp_path: Path) -> None:
    assert from_line(b'{"x": ' + DEEP.encode()) is None
    folder = seeds.sweep(tmp_path / "sweep")
    path = folder.path / RESULTS
    path.write_bytes(b"\n" * 1000 + path.read_bytes())
    assert len(folder.results(seeds.plan())) == 8


def test_a_recording_of_too_many_values_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        decoded(b'{"format": 1, "version": "", "x": [' + b"1," * 3_000_000)
    assert refused.value.key == "recording_part"


def test_a_recording_of_endless_training_is_refused(opened: Opened) -> None:
    (whole,) = opened["recording"].seeds
    found = json.loads(whole)
    found |= {"beats": [[1, 2**40]], "events": []}
    with pytest.raises(Refusal) as refused:
        decoded(json.dumps(found).encode())
    assert refused.value.fields["place"] == "iterations"


@pytest.mark.parametrize("name", ["..", "a\0b.safetensors", "../x.safetensors", "x"])
def test_a_manifest_names_files_of_its_folder_only(tmp_path: Path, name: str) -> None:
    network, _ = seeds.autosave(tmp_path / "autosave")
    for manifest in MANIFESTS:
        path = tmp_path / "autosave" / manifest
        path.write_text(path.read_text().replace(network, json.dumps(name)[1:-1]))
    assert read_bundle(tmp_path / "autosave") is None


@pytest.mark.parametrize(
    "values",
    [
        {"image": (-8, -8)}, {"kind": "plane", "image": None, "features": ("a", "b", "c")}, {"groups": (65, -1)},
        {"recipe": {"from": "painted"}},
    ],
)  # fmt: skip
def test_own_data_that_is_unsound_is_refused_though_its_digest_is_right(values: dict[str, object]) -> None:
    x = np.zeros((6, 64), np.uint8)
    whole: dict[str, object] = {"kind": "image", "image": (8, 8), "classes": ("a", "b"), "y": np.arange(6) % 2}
    assert unpacked(packed(OwnData("x", x=x, **whole)))  # type: ignore[arg-type]
    with pytest.raises(Refusal):
        unpacked(packed(OwnData("x", x=x, **{**whole, **values})))  # type: ignore[arg-type]


def test_a_row_that_goes_on_and_on_is_refused() -> None:
    for text, key in (
        ("a,b\n" + "x,\n" * 3 + '"x,' * MOST_IN_ROW, "table_long_row"),
        ("a,b\n" + "x," * 5000, "table_too_wide"),
    ):
        with pytest.raises(Refusal) as refused:
            glimpse(Sheet(None, text))
        assert refused.value.key == key


def test_categories_take_inputs_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet(None, "a,b,y\n" + "".join(f"x{k % 9},{k % 3},{'pq'[k % 2]}\n" for k in range(40)))
    recipe = guess(glimpse(sheet))
    table = read_table(sheet, recipe, lambda share: None)
    assert table_data.data_of(sheet, table, recipe)[0].x.size == 400
    monkeypatch.setattr(table_data, "MOST_CELLS", 399)
    with pytest.raises(Refusal) as refused:
        table_data.data_of(sheet, table, recipe)
    assert refused.value.key == "table_too_many_cells"


def test_a_scribble_of_hours_is_inked_in_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strokes, "MOST_STAMPS", 1000)
    random = Random(0)
    scribble = (tuple((random.random(), random.random()) for _ in range(500)),)
    points, starts = strokes._flatten(scribble)
    assert len(strokes._stamps(strokes._placed(points), starts)) <= 1000 + 500
    assert strokes.rasterise(scribble).mean() > 100


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "I;16", "RGBA"])
def test_large_pictures_are_reduced_before_anything_else(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LARGE", 10_000)
    small = pictures.smaller(Image.new(mode, (300, 200)))
    assert small.width * small.height <= 10_000
    assert pictures.smaller(small) is small


def test_pictures_beyond_a_limit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(bombs.png(30_000, 30_000, 0, 0))
    with pytest.raises(Refusal) as refused:
        pictures.read_ink(path)
    assert refused.value.key == "picture_too_large"
    assert grey(path, 28) is None
    path.write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n")
    with pytest.raises(Refusal) as refused:
        pictures.read_ink(path)
    assert refused.value.key == "picture_unreadable"


UNPICKLING = {"pickle", "cPickle", "_pickle", "dill", "cloudpickle", "marshal", "shelve"}
LOADERS = {("torch", "load"), ("joblib", "load"), ("pd", "read_pickle"), ("pandas", "read_pickle")}


def _unpickles(node: ast.AST) -> bool:
    """Whether something could be unpickled here."""
    if isinstance(node, ast.Import):
        return any(alias.name.split(".")[0] in UNPICKLING for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        module = (node.module or "").split(".")[0]
        return module in UNPICKLING or any((module, alias.name) in LOADERS for alias in node.names)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
        name = (node.func.value.id, node.func.attr)
        allowed = [key.value for key in node.keywords if key.arg == "allow_pickle"]
        told = [value for value in allowed if isinstance(value, ast.Constant) and value.value is False]
        return name in LOADERS or (name in {("np", "load"), ("numpy", "load")} and not told) or len(allowed) > len(told)
    return False


def test_nothing_is_unpickled() -> None:
    texts = (path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")))
    suspicious = (text for text in texts if re.search(r"pickle|marshal|shelve|dill|joblib|torch|\bload\(", text))
    nodes = (node for text in suspicious for node in ast.walk(ast.parse(text)))
    assert not [ast.unparse(node) for node in nodes if _unpickles(node)]


@pytest.mark.parametrize(
    "code",
    ["import pickle", "from marshal import loads", "np.load(x)", "np.load(x, allow_pickle=True)", "torch.load(x)",
     "from joblib import load", "np.lib.format.read_array(f) or f.read_array(x, allow_pickle=True)"],
)  # fmt: skip
def test_unpickling_would_be_seen(code: str) -> None:
    assert [node for node in ast.walk(ast.parse(code)) if _unpickles(node)]


def test_warnings_are_defects(tmp_path: Path) -> None:
    def door(path: Path) -> bool:
        warnings.warn("careful", UserWarning, stacklevel=1)
        return True

    tally = Tally("x")
    take(Kind("x", ".x", (b"1",), (), door), b"", tmp_path, tally)
    assert len(tally.defects) == 1
