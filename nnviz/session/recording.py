"""Recording: a lecture as a file: how the session began, what was done at which tick and iteration, and marked places.

No picture and no weight that training made is in it: playing it trains the same networks once more, bit for bit on the
same machine, versions and BLAS threads. Files that were opened and own data that was trained on are in it whole.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from nnviz import __version__
from nnviz.data.own import PREFIX, OwnData
from nnviz.data.own_file import packed, unpacked
from nnviz.data.shelf import Shelf
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.models.files import SHIPPED_NOTE, open_model, open_shipped, save_model
from nnviz.models.model import Model
from nnviz.session import intents
from nnviz.session.beginnings import Beginning, Network
from nnviz.session.comparison import SETTINGS, Value
from nnviz.session.data_intents import IMPORTS
from nnviz.session.pages import PAGES, RUNS

SUFFIX = ".nnrec.json"
FORMAT = 1
MOST_BYTES = 256 * 2**20
MOST_OF_ONE, MOST_OF_ALL = MOST_BYTES // 4, MOST_BYTES // 2
"""Bytes of a file that is taken along, and of all of them: as text in the recording they are a third longer."""
MOST_VALUES = 3_000_000
"""Before every value stands a comma, a bracket or a colon; the files, which are long texts, have none."""
MOST_TICKS = 24 * 3600 * 60
"""A day."""
MOST_IN_TICK, SLACK = 2000, 60
"""Iterations that could be made in a tick, and ticks beside those that passed: a longer wait would have no end."""
SHIPPED = "shipped"
"""Stands for the network that comes with nnviz."""
NEVER = (intents.FileIntent, *IMPORTS)
"""Intents that no recording holds: it neither writes a viewer's files nor reads any but its own."""


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something was done, when so many ticks had passed.

    iterations  made until then, of whatever run; None: it does not reach the networks
    intent      as a plain table (`nnviz.session.codec`); a path is a name among `Recording.files`, the token of a
                PutBack counts the cuts of the recording
    """

    tick: int
    iterations: int | None
    intent: dict[str, Any]


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place to go to."""

    tick: int
    name: str


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A `beginnings.Network`; model: SHIPPED, a name among `Recording.files`, or none."""

    experiment: dict[str, Any]
    model: str | None = None


class Start(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A `Beginning`, with experiments as plain tables."""

    front: str
    page: str
    speed: float | None
    budget: int
    networks: dict[str, Written]
    setting: str
    values: tuple[Value, ...]
    origin: dict[str, Any] | None


class Recording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A lecture.

    version, language   of the nnviz that recorded it
    ticks   length, in ticks of `metronome.TICK`
    beats   (tick, iterations made until then), about one a second: the pace at which it trained
    files   by name, what was opened
    data    by its name in experiments, own data as in `nnviz.data.own_file`
    """

    format: int
    version: str
    language: str
    ticks: int
    start: Start
    events: tuple[Event, ...]
    beats: tuple[tuple[int, int], ...]
    cues: tuple[Cue, ...]
    files: dict[str, bytes]
    data: dict[str, bytes]

    def encoded(self) -> bytes:
        """As it stands in a file."""
        return msgspec.json.encode(self)

    def beginning(self, folder: Path) -> Beginning:
        """What the session begins with; files are in `folder`. Refusal as of Experiment and of files."""
        start = self.start
        own = tuple(_owned(name, content) for name, content in self.data.items())
        networks = {page: _network(written, folder, Shelf(own)) for page, written in start.networks.items()}
        origin = None if start.origin is None else Experiment.from_dict(start.origin)
        return Beginning(
            start.front, start.page, start.speed, start.budget, networks, start.setting, start.values, origin, own
        )


def read(path: Path) -> Recording:
    """The recording in a file, whole. Refusal recording_unreadable with the reason."""
    with named(path):
        if path.stat().st_size > MOST_BYTES:
            raise Refusal("recording_large", file=path.name, most=MOST_BYTES >> 20)
        return decoded(path.read_bytes())


@contextmanager
def named(path: Path) -> Iterator[None]:
    """What is wrong with a recording is said with the name of its file. Refusal recording_unreadable."""
    try:
        yield
    except OSError as error:
        raise Refusal("recording_unreadable", file=path.name, reason=f"{error.strerror or error}.") from error
    except Refusal as error:
        raise Refusal("recording_unreadable", file=path.name, reason=error) from error


def decoded(data: bytes) -> Recording:
    """The recording that `encoded` wrote. Refusal recording_format, recording_part, recording_order."""
    if sum(map(data.count, (b",", b"[", b"{", b":"))) > MOST_VALUES:
        raise Refusal("recording_part", place="JSON", reason="–")
    try:
        # Asked first: another format may have other fields.
        head = msgspec.json.decode(data, type=_Head)
        if head.format != FORMAT:
            raise Refusal("recording_format", version=head.version)
        recording = msgspec.json.decode(data, type=Recording)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal("recording_part", place="JSON", reason=error) from error
    _check(recording)
    return recording


class _Head(msgspec.Struct, frozen=True):
    format: int
    version: str


def _check(recording: Recording) -> None:
    """What the types do not say."""
    start = recording.start
    choices: tuple[tuple[str, bool], ...] = (
        ("ticks", 0 <= recording.ticks <= MOST_TICKS),
        ("start.front", start.front in PAGES),
        ("start.page", start.page in RUNS),
        ("start.networks", start.networks.keys() == RUNS.keys()),
        ("start.setting", start.setting in SETTINGS),
        ("start.speed", start.speed is None or (math.isfinite(start.speed) and start.speed > 0)),
        ("start.budget", start.budget > 0),
        ("files", all(Path(name).name == name for name in recording.files)),
    )
    for place, fits in choices:
        if not fits:
            raise Refusal("recording_part", place=place, reason="–")
    times = [0, *(event.tick for event in recording.events), recording.ticks]
    if any(a > b for a, b in pairwise(times)) or any(not 0 <= cue.tick <= recording.ticks for cue in recording.cues):
        raise Refusal("recording_order")
    points = [(0, 0), *path_of(recording)]
    if any(a[0] > b[0] or a[1] > b[1] for a, b in pairwise(points)):
        raise Refusal("recording_order")
    if any(b[1] - a[1] > MOST_IN_TICK * (b[0] - a[0] + SLACK) for a, b in pairwise(points)):
        raise Refusal("recording_part", place="iterations", reason="–")


def path_of(recording: Recording) -> list[tuple[int, int]]:
    """All that is known of (tick, iterations), in the order of the ticks."""
    events = ((event.tick, event.iterations) for event in recording.events if event.iterations is not None)
    return sorted((*recording.beats, *events))


class Files:
    """Files that a recording takes along, each under a name of its own, and own data. Refusal recording_large,
    recording_full; OSError."""

    def __init__(self) -> None:
        self.found: dict[str, bytes] = {}
        self.data: dict[str, bytes] = {}

    def add(self, path: Path) -> str:
        """Take a file along; the name it has there."""
        self._check(path.name, path.stat().st_size)
        name = f"{len(self.found) + 1}-{path.name}"
        self.found[name] = path.read_bytes()
        return name

    def add_data(self, data: OwnData) -> None:
        """Take own data along, without the folders it came from: they are nobody else's business."""
        if data.key not in self.data:
            self._check(data.name or data.kind, data.x.nbytes + data.y.nbytes)
            said = {name: Path(value).name for name, value in data.recipe.items() if name in ("file", "folder")}
            self.data[data.key] = packed(replace(data, recipe={**data.recipe, **said}))

    def _check(self, name: str, size: int) -> None:
        if size > MOST_OF_ONE:
            raise Refusal("recording_large", file=name, most=MOST_OF_ONE >> 20)
        if size + sum(map(len, (*self.found.values(), *self.data.values()))) > MOST_OF_ALL:
            raise Refusal("recording_full", file=name, most=MOST_OF_ALL >> 20)

    def add_model(self, model: Model | None) -> str | None:
        """Take a network along."""
        if model is None:
            return None
        if SHIPPED_NOTE in model.notes:
            return SHIPPED
        with tempfile.TemporaryDirectory(prefix="nnviz-") as folder:
            path = Path(folder) / "network.safetensors"
            save_model(path, model)
            return self.add(path)


def started(beginning: Beginning, files: Files) -> Start:
    """A beginning as it is written down."""
    for data in beginning.own:
        files.add_data(data)
    networks = {
        page: Written(one.experiment.to_dict(), files.add_model(one.model)) for page, one in beginning.networks.items()
    }
    origin = None if beginning.origin is None else beginning.origin.to_dict()
    return Start(
        beginning.front, beginning.page, beginning.speed, beginning.budget, networks, beginning.setting,
        beginning.values, origin,
    )  # fmt: skip


def recorded(language: str, ticks: int, start: Start, events: list[Event], files: Files, **rest: Any) -> Recording:
    """A recording of this version."""
    rest |= {"files": files.found, "data": files.data}
    return Recording(FORMAT, __version__, language, ticks, start, tuple(events), **rest)


def own_names(plain: object) -> Iterator[str]:
    """Own data that a plain table (`nnviz.session.codec`) names."""
    if isinstance(plain, str) and plain.startswith(PREFIX):
        yield plain
    if isinstance(plain, Mapping | list | tuple):
        inside: Iterable[object] = plain.values() if isinstance(plain, Mapping) else plain
        for value in inside:
            yield from own_names(value)


def _owned(name: str, content: bytes) -> OwnData:
    data = unpacked(content)
    if data.key != name:
        raise Refusal("own_data_damaged")
    return data


def _network(written: Written, folder: Path, shelf: Shelf) -> Network:
    experiment = Experiment.from_dict(written.experiment)
    shelf.check_fit(experiment)
    if written.model is None:
        return Network(experiment)
    model = open_shipped() if written.model == SHIPPED else open_model(folder / Path(written.model).name)
    if model.experiment.sizes != experiment.sizes:
        raise Refusal("recording_part", place="start.networks", reason="–")
    return Network(experiment, replace(model, experiment=experiment))


def unpack(files: Mapping[str, bytes], folder: Path) -> None:
    """Put the files of a recording into a folder."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
