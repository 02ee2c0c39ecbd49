"""Kinds: what is fuzzed, with the seeds, the damage and the door of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fuzz import containers, doors, seeds
from benchmarks.fuzz.mutations import BYTES, JSON, TEXT, Mutator
from benchmarks.fuzz.window import Window
from nnviz.data.mnist import PARTS
from nnviz.models.bundle import MANIFESTS


@dataclass(frozen=True)
class Kind:
    """One kind of file. share: how many of them there are, beside the others; stem: name of the file."""

    name: str
    suffix: str
    seeds: Sequence[bytes]
    mutators: Sequence[Mutator]
    door: doors.Door
    share: int = 4


SAFETENSORS = (containers.safetensors,) * 15 + BYTES
OWN_DATA = (containers.own_data,) * 12 + SAFETENSORS
NPZ = (containers.npz,) * 15 + BYTES
PICTURE = (containers.png,) * 12 + BYTES


def kinds(folder: Path, window: Window) -> Iterator[Kind]:
    """All of them; their seeds and what stands beside them are written into the folder."""
    places = {name: folder / name for name in ("seeds", "mnist", "labels", "plan", "results", "autosave", "left")}
    for place in places.values():
        place.mkdir()
    yield from _networks(places["seeds"], window)
    yield from _data(places, window)
    yield from _texts(places, window)
    yield from _autosaves(places, window)


def _networks(folder: Path, window: Window) -> Iterator[Kind]:
    own, torch, npz = seeds.models(folder), seeds.torch_files(folder), seeds.npz_files(folder)
    yield Kind("model", ".safetensors", own, SAFETENSORS, doors.model, 12)
    yield Kind("model in the window", ".safetensors", own[:3], SAFETENSORS, window.model)
    yield Kind("PyTorch state dict", ".safetensors", torch, SAFETENSORS, doors.model, 8)
    yield Kind(".npz", ".npz", npz, NPZ, doors.model, 12)
    yield Kind(".npz in the window", ".npz", npz, NPZ, window.model, 2)


def _data(places: dict[str, Path], window: Window) -> Iterator[Kind]:
    classified = doors.Classified()
    pictures = seeds.pictures(places["seeds"])
    for place in (places["mnist"], places["labels"]):
        for name, content in seeds.mnist_parts().items():
            (place / name).write_bytes(content)
    (places["labels"] / PARTS[1].name).unlink()
    yield Kind("table", ".csv", seeds.GUESSED, (*TEXT, *BYTES), doors.table, 10)
    yield Kind("table in the window", ".csv", seeds.GUESSED, (*TEXT, *BYTES), window.table)
    yield Kind("pasted table", ".txt", [one.encode() for one in seeds.TABLES], (*TEXT, *BYTES), doors.pasted)
    yield Kind("own data", ".safetensors", seeds.own_files(places["seeds"]), OWN_DATA, doors.own_data, 6)
    yield Kind("picture", ".png", pictures, PICTURE, classified, 8)
    yield Kind("image in a folder", ".png", pictures, PICTURE, doors.image, 8)
    yield Kind("strokes", ".json", seeds.strokes(places["seeds"]), (*JSON, *BYTES), classified, 4)
    yield Kind("IDX", "", seeds.mnist(places["seeds"]), BYTES, doors.Mnist(places["mnist"], PARTS[0].name), 8)
    packed = doors.Mnist(places["labels"], f"{PARTS[1].name}.gz")
    yield Kind("packed IDX", ".gz", seeds.mnist_labels(places["seeds"]), (containers.zipped, *BYTES), packed, 6)


def _texts(places: dict[str, Path], window: Window) -> Iterator[Kind]:
    codec, own = window.session.codec, seeds.lessons(places["seeds"])
    recorded = (seeds.recording_of(window.session),)
    results = seeds.results(places["results"])
    yield Kind("experiment", ".json", seeds.experiments(places["seeds"]), (*JSON, *BYTES), doors.experiment, 12)
    yield Kind("lesson", ".toml", own, (*TEXT, *TEXT, *BYTES), doors.Lesson(codec), 10)
    yield Kind("lesson in the window", ".toml", own, (*TEXT, *TEXT, *BYTES), window.lesson, 4)
    yield Kind("script", ".json", (seeds.script_of(codec),), (*JSON, *BYTES), doors.Script(codec), 6)
    yield Kind("recording", ".nnrec.json", recorded, (*JSON, *BYTES), doors.recording, 6)
    yield Kind("recording in the window", ".nnrec.json", recorded, JSON, window.recording, 3)
    yield Kind("plan of a sweep", ".json", seeds.plans(places["plan"]), (*JSON, *BYTES), doors.Plan(places["plan"]), 6)
    yield Kind("results of a sweep", ".jsonl", results, (*JSON, *BYTES), doors.Results(places["results"]))
    yield Kind("settings", ".json", seeds.settings(places["seeds"]), (*JSON, *BYTES), doors.settings)
    yield Kind("tally", ".json", seeds.tallies(places["seeds"]), (*JSON, *BYTES), doors.tally, 2)


def _autosaves(places: dict[str, Path], window: Window) -> Iterator[Kind]:
    folder = places["autosave"]
    network, data = seeds.autosave(folder)
    manifest = tuple((folder / name).read_bytes() for name in MANIFESTS)
    yield Kind("autosave", ".json", manifest[:1], (*JSON, *BYTES), doors.Autosave(folder, MANIFESTS[0]), 4)
    left = doors.Autosave(folder, MANIFESTS[0], window.autosave)
    yield Kind("autosave in the window", ".json", manifest[:1], JSON, left, 4)
    for name in (network, data):
        content = ((folder / name).read_bytes(),)
        yield Kind(f"autosave's {name}", ".safetensors", content, SAFETENSORS, doors.Autosave(folder, name), 2)
