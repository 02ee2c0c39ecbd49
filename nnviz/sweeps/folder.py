"""Folder: what is kept of a sweep on disk: plan.json, a line a result in results.jsonl, networks at their ends, and
the user's own data that it is about."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from nnviz.data.own import PREFIX
from nnviz.data.own_file import packed, unpacked
from nnviz.data.shelf import Shelf
from nnviz.engine.refusal import Refusal
from nnviz.models.files import save_model
from nnviz.models.model import Model
from nnviz.models.writing import write_whole
from nnviz.strict_json import read_json
from nnviz.sweeps.plan import Plan, Run
from nnviz.sweeps.result import Done, Result, from_line, to_line

PLAN, RESULTS, NETWORKS, DATA = "plan.json", "results.jsonl", "networks", "data"
LONGEST_LINE, MOST_LINES = 16 << 20, 200_000
"""Bytes of a result; lines that are looked at, far more than a sweep has runs."""


@dataclass(frozen=True)
class SweepFolder:
    """A sweep on disk. Results are only ever added; one that was cut short, as by a full disk, counts as missing."""

    path: Path

    @property
    def exists(self) -> bool:
        """True where a sweep was begun there."""
        return (self.path / PLAN).exists()

    def begin(self, plan: Plan) -> None:
        """Write the plan, and own data before it; folders are made where they are missing. Refusal sweep_disk
        or save_failed where nothing can be written."""
        with self._writing():
            self.path.mkdir(parents=True, exist_ok=True)
            for data in plan.own:
                file = self.path / DATA / f"{data.key.removeprefix(PREFIX)}.safetensors"
                file.parent.mkdir(exist_ok=True)
                if not file.exists():
                    write_whole(file, packed(data))
            write_whole(self.path / PLAN, json.dumps(plan.to_dict(), indent=1).encode())

    def plan(self) -> Plan:
        """The plan that was begun. Refusal sweep_folder where there is none that can be read."""
        with self._reading():
            return Plan.from_dict(read_json(self.path / PLAN), self._shelf())

    def results(self, plan: Plan) -> dict[str, Result]:
        """Results of the plan's runs by digest, each once. What else is in the file is passed over. Refusal
        sweep_folder where it cannot be read."""
        wanted = {run.digest for run in plan.runs}
        found: dict[str, Result] = {}
        with self._reading():
            for line in islice(self._lines(), MOST_LINES):
                result = from_line(line)
                if result and result.run in wanted:
                    found.setdefault(result.run, result)
        return found

    def add(self, run: Run, done: Done) -> None:
        """Keep a result, and its end first where there is one: the line says that all of it is there. Refusal
        sweep_disk or save_failed."""
        if done.result is None:
            return
        if done.end is not None:
            network = self.network(run)
            with self._writing():
                network.parent.mkdir(exist_ok=True)
            notes = {"sweep": run.digest, "ended_by": done.result.ended_by}
            end, points = done.end, run.shelf.painted(run.experiment.data)
            save_model(network, Model(run.experiment, end.parameters, end.scaling, end.classes, notes, points=points))
        with self._writing():
            self._append(to_line(done.result))

    def network(self, run: Run) -> Path:
        """Where the end of a run is kept, if it was."""
        return self.path / NETWORKS / f"{run.digest[:24]}.safetensors"

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except Refusal as error:
            raise Refusal("sweep_folder", folder=self.path, reason=error) from error
        except OSError as error:
            raise Refusal("sweep_folder", folder=self.path, reason=f"{error.strerror or error}.") from error
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
            raise Refusal("sweep_folder", folder=self.path, reason=Refusal("sweep_plan")) from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise Refusal("sweep_disk", folder=self.path, reason=error.strerror or error) from error

    def _shelf(self) -> Shelf:
        """Refusal own_data_damaged."""
        return Shelf(tuple(unpacked(file.read_bytes()) for file in sorted((self.path / DATA).glob("*.safetensors"))))

    def _lines(self) -> Iterator[bytes]:
        """Parts of lines where they are longer than any that was written."""
        with suppress(FileNotFoundError), (self.path / RESULTS).open("rb") as file:
            while line := file.readline(LONGEST_LINE):
                yield line

    def _append(self, line: bytes) -> None:
        """On the disk when this returns. What was cut short before gets its end of line first."""
        with (self.path / RESULTS).open("ab+", buffering=0) as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                line = line if file.read(1) == b"\n" else b"\n" + line
            # A full disk takes a part, and says why only when it is asked for the rest.
            while line:
                line = line[file.write(line) :]
            os.fsync(file.fileno())
