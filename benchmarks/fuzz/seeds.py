"""Seeds: whole files of every kind, most of them written by nnviz itself; what is fuzzed is made of them."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from safetensors.numpy import save as to_safetensors

from nnviz.assets import resource
from nnviz.commands.train import train
from nnviz.data import catalogue
from nnviz.data.mnist import PARTS
from nnviz.data.own import OwnData
from nnviz.data.own_file import packed
from nnviz.data.painted import nothing, with_points
from nnviz.data.shelf import Shelf
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.scaling import Scaling
from nnviz.models import torch_file
from nnviz.models.bundle import Bundle, PageState
from nnviz.models.examples import forward_pass
from nnviz.models.files import save_model
from nnviz.models.model import Model
from nnviz.session import intents
from nnviz.session.codec import Codec
from nnviz.session.recorder import Recorder
from nnviz.session.session import Session
from nnviz.settings import Settings
from nnviz.sweeps.axis import Axis
from nnviz.sweeps.folder import PLAN, RESULTS, SweepFolder
from nnviz.sweeps.plan import Plan
from nnviz.sweeps.result import Course, Result, to_line

Seeds = tuple[bytes, ...]

TINY = Experiment(samples=40, layers=(LayerSpec(3, "tanh"),), epochs=2, batch_size=16)
RICH = replace(
    TINY, data="three_classes", inputs=2, outputs=3, output="softmax", loss="cross_entropy", scaling="whiten",
    layers=(LayerSpec(3, "prelu", batch_norm=True), LayerSpec(3, "maxout", dropout=0.1, residual=True)),
    optimizer="momentum", frozen=((1, 0),), off=((2, 1),), precision="float64", patience=3,
)  # fmt: skip
LESSON = """\
id = "own"
title = "A title"
summary = "S"
minutes = 3
rows = ["A1", "B2"]

[[step]]
title = "One"
text = '''
# Head
$a = f(z)$ and $$\\\\frac{1}{2} \\\\sum_i w_i$$
'''
actions = [
    {do = "OpenPage", page = "playground"},   # a comment
    {do = "Adjust", values = {learning_rate = 0.03, layers = [{units = 4, activation = "relu"}]}},
    {do = "graph.SetInput", name = "x", value = 3},
    {do = "ShowPoint", x = 0.5, y = -1},
    {do = "SetSpeed", steps_per_second = 20.0},
]
wait = {iterations = 25}

[[step]]
title = "Two"
text = "t"
notes = "n"
focus = "unit_plane"
[step.predict]
question = "?"
answers = ["a", "b"]
right = 1
because = "so"
"""
TABLES = (
    "a,b,class\n" + "\n".join(f"{k / 7:.3f},{k % 5},{'xyz'[k % 3]}" for k in range(24)) + "\n",
    "größe;preis;ort\n" + "\n".join(f"{k},5;{k * k},25;{'서울' if k % 2 else 'Zürich'}" for k in range(20)),
    "x\ty\n" + "\n".join(f"{k}\t{'NA' if k == 7 else k * 1e3}" for k in range(30)) + "\n",
    'name|"the ""value"""|t\n' + "\n".join(f'"a\nb{k % 2}"|{k}e-1|{k % 2}' for k in range(16)) + "\n",
)
GUESSED = tuple(text.encode(encoding) for text in TABLES for encoding in ("utf-8", "utf-16"))


def models(folder: Path) -> Seeds:
    """Networks of nnviz: in the middle of a run, bare, on painted points."""
    paths = [folder / f"{k}.safetensors" for k in range(5)]
    for path, experiment in zip(paths, (TINY, RICH), strict=False):
        save_model(path, train(experiment, catalogue.load(experiment), lambda one: None).model)
    save_model(paths[2], forward_pass())
    bare = Model(replace(TINY, data=""), np.zeros(13, np.float32), Scaling("none", np.zeros(1), np.ones(1)), ("a", "b"))
    save_model(paths[3], bare)
    points = with_points(with_points(nothing(), 0, [(0.1, 0.2), (0.3, 0.4)]), 1, [(-0.1, 0.2), (0.3, -0.4)])
    save_model(paths[4], replace(bare, experiment=replace(TINY, data=points.key), points=points))
    return tuple(path.read_bytes() for path in paths)


def torch_files(folder: Path) -> Seeds:
    """State dicts: with batch normalisation and slopes, and in half precision."""
    path = folder / "torch.safetensors"
    layers = (LayerSpec(3, "prelu", batch_norm=True), LayerSpec(3, "relu"))
    experiment = replace(TINY, layers=layers, epochs=1)
    torch_file.save(path, train(experiment, catalogue.load(experiment), lambda one: None).model)
    half = {"0.weight": np.ones((3, 2), np.float16), "0.bias": np.zeros(3, np.float16)}
    halves = to_safetensors(half | {"2.weight": np.ones((1, 3), np.float16)}, {"format": "pt"})
    return path.read_bytes(), halves, _brain_floats(halves)


def _brain_floats(halves: bytes) -> bytes:
    """The same bits as bfloat16."""
    end = 8 + int.from_bytes(halves[:8], "little")
    header = halves[8:end].replace(b'"F16"', b'"BF16"')
    return len(header).to_bytes(8, "little") + header + halves[end:]


def npz_files(folder: Path) -> Seeds:
    """Course files, packed and not."""
    arrays: dict[str, Any] = {
        "W1": np.ones((2, 3)),
        "b1": np.zeros(3),
        "W2": np.ones((3, 2), np.float32),
        "b2": np.zeros(2),
    }
    found = []
    for save in (np.savez, np.savez_compressed):
        file = io.BytesIO()
        save(file, allow_pickle=False, **arrays)
        found.append(file.getvalue())
    return tuple(found)


def experiments(folder: Path) -> Seeds:
    """As `nnviz train --json` prints one, and a few fields."""
    whole = json.dumps({"accuracy": 0.9, "experiment": RICH.to_dict()})
    return whole.encode(), b'{"data": "moons", "layers": [{"units": 4}], "epochs": 3, "learning_rate": 0.1}'


def own_files(folder: Path) -> Seeds:
    """A table, points and images as a saved session has them."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=(12, 4)).astype(np.float32)
    x[3, 1] = np.nan
    y = np.arange(12) % 3
    table = OwnData("pets", "table", x, y, ("a", "b=x", "b=y", "b=z"), ("가", "나", "다"), (1, 3), scaling="standard")
    images = rng.integers(0, 255, (6, 64), np.uint8)
    return (
        packed(table),
        packed(with_points(with_points(nothing(), 0, [(0.1, 0.2)] * 4), 1, [(0.5, 0.5)] * 4)),
        packed(OwnData("pics", "image", images, np.arange(6) % 2, classes=("a", "b"), image=(8, 8), scaling="unit")),
        packed(OwnData("p", "table", x[:, :2], x[:, 2:3].copy(), ("a", "b"), groups=(1, 1), scaling="standard")),
    )


def pictures(folder: Path) -> Seeds:
    """The same digit in many forms."""
    grey = np.full((40, 30), 250, np.uint8)
    grey[8:32, 12:17] = 20
    image = Image.fromarray(grey)
    alpha = Image.merge("LA", (image, Image.fromarray(255 - grey)))
    wide = Image.fromarray(grey.astype(np.uint16) * 200)
    forms = [
        (image, "PNG", {}), (image, "PNG", {}), (alpha, "PNG", {}), (wide, "PNG", {}),
        (image.convert("P"), "PNG", {"transparency": 5}), (image.convert("RGB"), "JPEG", {}),
        (image.convert("1"), "PNG", {}), (image, "GIF", {}), (image.convert("RGB"), "BMP", {}), (image, "WEBP", {}),
    ]  # fmt: skip
    found = []
    for one, form, options in forms:
        file = io.BytesIO()
        one.save(file, form, **options)
        found.append(file.getvalue())
    return tuple(found)


def strokes(folder: Path) -> Seeds:
    """Drawings."""
    drawn = resource("drawings", "three.json").read_bytes()
    return drawn, b'{"strokes": [[[0, 0], [10, 0.5]], [[5, 5]], []]}'


def idx(values: NDArray[np.uint8]) -> bytes:
    """An array of bytes as an IDX file."""
    lengths = b"".join(length.to_bytes(4, "big") for length in values.shape)
    return bytes([0, 0, 8, values.ndim]) + lengths + values.tobytes()


def mnist_parts() -> Mapping[str, bytes]:
    """MNIST's files by name, with a dozen images each."""
    rng = np.random.default_rng(0)
    images, digits = rng.integers(0, 255, (12, 28, 28), np.uint8), (np.arange(12) % 10).astype(np.uint8)
    return {part.name: idx(images if part.dimensions == 3 else digits) for part in PARTS}


def mnist(folder: Path) -> Seeds:
    """Images."""
    return (mnist_parts()[PARTS[0].name],)


def mnist_labels(folder: Path) -> Seeds:
    """Labels, packed."""
    return (gzip.compress(mnist_parts()[PARTS[1].name], mtime=0),)


def settings(folder: Path) -> Seeds:
    """With everything in it."""
    found = Settings(
        theme="light", language="ko", page="digits", text_scale=1.2, hall=True, motion="reduced", memory=512,
        geometry="AdnQ", layouts={"digits": "AAAA"}, recent=["/tmp/a.safetensors"],
        notation={"letters": "a_z", "order": "ji", "layers": "brackets"},
    )  # fmt: skip
    return (json.dumps(asdict(found)).encode(),)


def tallies(folder: Path) -> Seeds:
    """Of today, whenever that is."""
    from datetime import date

    return (json.dumps({"day": date.today().isoformat(), "visitors": 3, "right": 2, "fooled": 1}).encode(),)


def plan() -> Plan:
    """A sweep of two settings."""
    return Plan(TINY, (Axis("learning_rate", (0.01, 0.1)), Axis("layers.*.activation", ("relu", "tanh"))), seeds=2)


def sweep(folder: Path) -> SweepFolder:
    """A sweep that is done."""
    found, planned = SweepFolder(folder), plan()
    found.begin(planned)
    course = Course((0, 5, 9), (0.0, 0.5, 1.0), (1.0, 0.5, None), (0.5, 0.7, 0.9), (1.0, 0.6, 0.5), (0.5, None, 0.9))
    results = (Result(run.digest, "epochs", 0.5, "0" * 64, course) for run in planned.runs)
    (folder / RESULTS).write_bytes(b"".join(map(to_line, results)))
    return found


def plans(folder: Path) -> Seeds:
    """As it is written down."""
    return ((sweep(folder).path / PLAN).read_bytes(),)


def results(folder: Path) -> Seeds:
    """As they are written down."""
    return ((sweep(folder).path / RESULTS).read_bytes(),)


def autosave(folder: Path) -> tuple[str, str]:
    """Write one; names of a network and of the data."""
    content, path = own_files(folder)[1], folder.with_suffix(".safetensors")
    path.write_bytes(models(folder.parent)[0])
    from nnviz.data.own_file import unpacked
    from nnviz.models.safetensors_file import load

    own, model = unpacked(content), load(path)
    fields = {**catalogue.fields_of(own.source), "layers": (LayerSpec(2),)}
    data = own.split(experiment := Experiment(**fields, epochs=1))
    painted = train(experiment, data, lambda one: None, Shelf((own,))).model
    bundle = Bundle(folder)
    bundle.write("playground", {"playground": PageState((model,), 1e9)})
    bundle.write("playground", {"digits": PageState((painted,), 1e9, own)})
    return bundle.newest.pages["playground"].files[0], bundle.newest.pages["digits"].own


def lessons(folder: Path) -> Seeds:
    """One with everything in it, and a shipped one."""
    return LESSON.encode(), resource("lessons", "en", "02-gates.toml").read_bytes()


def script_of(codec: Codec) -> bytes:
    """Many intents as a script."""
    done = (
        intents.OpenPage("playground"), intents.Configure(RICH), intents.Adjust({"learning_rate": 0.1}),
        intents.OpenModel(Path("x.safetensors")), intents.DrawStrokes((((0.1, 0.2), (3.0, 4.0)),), 100.0),
        intents.Run(),
        intents.SetSpeed(None), intents.Freeze(1, 0, True), intents.GoTo(3),
    )  # fmt: skip
    return json.dumps([codec.plain(intent) for intent in done]).encode()


def recording_of(session: Session) -> bytes:
    """A short lecture: two changes of the settings, some training, a network that was opened."""
    recorder = Recorder(session)
    recorder.start("en")
    session.do(intents.OpenPage("playground"))
    session.do(intents.Adjust({"learning_rate": 0.1}))
    session.iterate(3)
    recorder.cue("here")
    for _ in range(3):
        session.metronome.tick()
    session.do(intents.OpenExample("forward_pass"))
    return recorder.stop().encoded()


Make = Callable[[Path], Seeds]
