"""Bundle: whenever it is interrupted, one whole generation is there."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest

from nnviz.engine.refusal import Refusal
from nnviz.models import writing
from nnviz.models.bundle import MANIFESTS, Bundle, PageState, discard_broken, read_bundle
from nnviz.models.examples import forward_pass
from nnviz.models.model import Model


class Killed(BaseException):
    """The end of the program."""


def state(number: int) -> PageState:
    model = forward_pass()
    return PageState((Model(model.experiment, model.parameters + number, model.scaling, model.classes),), float(number))


def written(folder: Path) -> float | None:
    """The number of the state that can be read; both pages have the same, and the weights are those of it."""
    found = read_bundle(folder)
    if found is None:
        return None
    (taken,) = {page.taken for page in found.pages.values()}
    for page in found.pages.values():
        np.testing.assert_array_equal(page.models[0].parameters, state(int(taken)).models[0].parameters)
    return taken


def test_a_kill_at_any_moment_leaves_a_whole_generation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = writing._replace
    seen = set()
    for moment in range(8):
        folder = tmp_path / str(moment)
        for number in (1, 2, 3):
            Bundle(folder).write("playground", {"playground": state(number), "digits": state(number)})
        left = moment

        def replace(target: Path, content: bytes) -> None:
            nonlocal left
            if left == 0:
                target.with_name(f".{target.name}.{os.getpid()}.part").write_bytes(content[: len(content) // 2])
                raise Killed
            left -= 1
            whole(target, content)
            if left == 0:
                raise Killed

        with monkeypatch.context() as patched:
            patched.setattr(writing, "_replace", replace)
            try:
                Bundle(folder).write("playground", {"playground": state(4), "digits": state(4)})
            except Killed:
                seen.add(written(folder))
        assert written(folder) in (3.0, 4.0)
        Bundle(folder).write("playground", {"playground": state(5), "digits": state(5)})
        assert written(folder) == 5
        assert not list(folder.glob(".*"))
    assert seen == {3.0, 4.0}


def test_only_two_generations_are_kept(tmp_path: Path) -> None:
    bundle = Bundle(tmp_path)
    for number in range(6):
        bundle.write("playground", {"playground": state(number)})
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {*MANIFESTS, "playground-5-0.safetensors", "playground-6-0.safetensors"}
    bundle.write("digits", {}, frozenset({"playground"}))
    bundle.write("digits", {})
    assert {path.name for path in tmp_path.iterdir()} == {*MANIFESTS}
    assert read_bundle(tmp_path) is None


def test_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    bundle = Bundle(tmp_path)
    bundle.write("playground", {"playground": state(1), "digits": state(1)})
    first = (tmp_path / "digits-1-0.safetensors").stat().st_mtime_ns
    for number in (2, 3):
        bundle.write("playground", {"playground": state(number)})
    assert (tmp_path / "digits-1-0.safetensors").stat().st_mtime_ns == first
    found = read_bundle(tmp_path)
    assert found is not None
    assert {name: page.taken for name, page in found.pages.items()} == {"playground": 3.0, "digits": 1.0}


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"generation": "x"},
        {"pages": {"digits": {"files": [], "taken": 0.0, "iteration": 0}}},
        {"pages": {"digits": {"files": ["a/b.safetensors"], "taken": 0.0, "iteration": 0}}},
        {"pages": {"digits": {"files": ["none.safetensors"], "taken": 0.0, "iteration": 0}}},
        {"more": 1},
    ],
)
def test_a_manifest_that_is_none_is_not_read(tmp_path: Path, change: dict[str, object]) -> None:
    Bundle(tmp_path).write("digits", {"digits": state(1)})
    path = tmp_path / MANIFESTS[1]
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    assert read_bundle(tmp_path) is None


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refusal, match="save_failed"):
        Bundle(tmp_path / "file" / "one").write("digits", {"digits": state(1)})


def test_a_broken_folder_is_put_aside(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    discard_broken(folder)
    assert not folder.exists()
    (aside,) = tmp_path.iterdir()
    assert aside.name.startswith("one.broken-")
