"""Bundle: a folder with the runs of a window, as they are written down again and again while it is open.

A generation is a manifest and the files it names. Files are written under new names and the manifest last, in place of
that of the generation before the last: whenever the program or the machine stops, one whole generation is there.
"""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import msgspec

from nnviz.data.own import PREFIX, OwnData
from nnviz.data.own_file import packed, unpacked
from nnviz.engine.refusal import Refusal
from nnviz.models import safetensors_file
from nnviz.models.model import Model
from nnviz.models.writing import write_whole

FORMAT = 1
MANIFESTS = ("manifest-0.json", "manifest-1.json")
NAME = re.compile(rf"[\w-]+{re.escape(safetensors_file.SUFFIX)}")
"""Of a file in the folder."""
LARGEST_MANIFEST = 1 << 20
"""Bytes beyond which it is none."""


class Variation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What compared runs differ in: the setting and its values, and the experiment before (`Experiment.to_dict`)."""

    setting: str
    values: tuple[str | float | int, ...]
    origin: dict[str, Any] | None


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page in the manifest. taken: Unix time of the state in its files; own: file of the data, "" for none."""

    files: tuple[str, ...]
    taken: float
    iteration: int
    own: str = ""
    variation: Variation | None = None


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One generation. front: name of the page in front."""

    format: int
    generation: int
    front: str
    pages: dict[str, Entry]


@dataclass(frozen=True, eq=False)
class PageState:
    """What of a page is written down.

    models     its network, with all that the run needs to go on; of compared runs one for each
    taken      Unix time at which it was like that
    own        the user's data it is trained on
    variation  of compared runs
    """

    models: tuple[Model, ...]
    taken: float
    own: OwnData | None = None
    variation: Variation | None = None

    @property
    def iteration(self) -> int:
        """Of the first network."""
        training = self.models[0].training
        return training.state.iteration if training else 0


@dataclass(frozen=True, eq=False)
class Found:
    """What a folder holds. damaged: the newest generation is not whole, so an older one stands for it."""

    front: str
    pages: Mapping[str, PageState]
    files: Mapping[str, tuple[Path, ...]]
    damaged: bool = False

    @property
    def taken(self) -> float:
        """Unix time of the newest state."""
        return max(page.taken for page in self.pages.values())


@dataclass
class Bundle:
    """Writes generations into a folder; goes on after those that are there."""

    folder: Path
    _manifests: list[Manifest] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._manifests = _manifests(self.folder)[::-1]

    @property
    def newest(self) -> Manifest:
        """The last generation; an empty one before the first."""
        return self._manifests[-1] if self._manifests else Manifest(FORMAT, 0, "", {})

    def write(self, front: str, changed: Mapping[str, PageState], gone: frozenset[str] = frozenset()) -> None:
        """Another generation: other states of the pages that changed, none of those that are gone. Refusal
        save_failed; then the one before is still whole."""
        number = self.newest.generation + 1
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Refusal("save_failed", file=self.folder, reason=error.strerror or error) from error
        self._clean()
        kept = {name: entry for name, entry in self.newest.pages.items() if name not in gone}
        written = {name: self._write_page(f"{name}-{number}", page) for name, page in changed.items()}
        manifest = Manifest(FORMAT, number, front, kept | written)
        write_whole(self.folder / MANIFESTS[number % 2], msgspec.json.encode(manifest))
        self._manifests = [*self._manifests, manifest][-len(MANIFESTS) :]
        self._clean()

    def remove(self) -> None:
        """Nothing of it is needed any more."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _write_page(self, stem: str, page: PageState) -> Entry:
        files = tuple(f"{stem}-{lane}{safetensors_file.SUFFIX}" for lane in range(len(page.models)))
        for name, model in zip(files, page.models, strict=True):
            safetensors_file.save(self.folder / name, model)
        own = ""
        if page.own:
            own = f"own-{page.own.key.removeprefix(PREFIX)}{safetensors_file.SUFFIX}"
            if not (self.folder / own).exists():
                write_whole(self.folder / own, packed(page.own))
        return Entry(files, page.taken, page.iteration, own, page.variation)

    def _clean(self) -> None:
        """Away with files that no generation names, and with drafts of a program that was killed: another one may have
        its number, and would stumble over them."""
        named = {name for manifest in self._manifests for page in manifest.pages.values() for name in _files(page)}
        for path in (*self.folder.glob(f"*{safetensors_file.SUFFIX}"), *self.folder.glob(".*.part")):
            if path.name not in named:
                with suppress(OSError):
                    path.unlink()


def read_bundle(folder: Path) -> Found | None:
    """The newest states that are whole, page by page; None where there is none."""
    manifests = _manifests(folder)
    pages: dict[str, PageState] = {}
    files: dict[str, tuple[Path, ...]] = {}
    damaged = len(manifests) < sum((folder / name).exists() for name in MANIFESTS)
    for name in manifests[0].pages if manifests else ():
        entries = [manifest.pages[name] for manifest in manifests if name in manifest.pages]
        for entry in entries:
            with suppress(Refusal, OSError):
                pages[name] = _page(folder, entry)
                files[name] = tuple(folder / file for file in entry.files)
                break
            damaged = True
    return Found(manifests[0].front, pages, files, damaged) if pages else None


def discard_broken(folder: Path) -> None:
    """Put a folder that cannot be read aside, where it is not looked into again. Where that cannot be, as while another
    program reads it on Windows, it stays."""
    with suppress(OSError):
        folder.rename(folder.with_name(f"{folder.name}.broken-{int(time.time())}"))


def _manifests(folder: Path) -> list[Manifest]:
    """Those that can be read, the newest first."""
    found = []
    for name in MANIFESTS:
        with suppress(OSError, ValueError, RecursionError):
            path = folder / name
            if path.stat().st_size <= LARGEST_MANIFEST:
                manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
                if manifest.format == FORMAT and _names_only(manifest):
                    found.append(manifest)
    return sorted(found, key=lambda manifest: -manifest.generation)


def _names_only(manifest: Manifest) -> bool:
    """Files lie in the folder itself, and every page has one."""
    names = [name for page in manifest.pages.values() for name in _files(page)]
    return all(page.files for page in manifest.pages.values()) and all(map(NAME.fullmatch, names))


def _files(entry: Entry) -> tuple[str, ...]:
    return (*entry.files, *filter(None, [entry.own]))


def _page(folder: Path, entry: Entry) -> PageState:
    models = tuple(safetensors_file.load(folder / name) for name in entry.files)
    own = unpacked((folder / entry.own).read_bytes()) if entry.own else None
    first = models[0].experiment
    if first.data.startswith(PREFIX) and (own is None or own.key != first.data):
        raise Refusal("own_data_damaged")
    return replace(PageState(models, entry.taken), own=own, variation=entry.variation)
