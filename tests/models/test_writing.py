"""Whatever goes wrong while a file is written: a sentence, and the old file is still whole."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.models import writing
from nnviz.models.writing import write_whole


def failing(code: int) -> Any:
    def fail(*arguments: object, **named: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize(
    ("owner", "name", "code", "said"),
    [
        (writing.os, "fsync", errno.ENOSPC, "No space left on device"),
        (Path, "open", errno.EROFS, "Read-only file system"),
        (Path, "replace", errno.EACCES, "Permission denied"),
        (Path, "open", errno.ENOENT, "No such file or directory"),
    ],
)
def test_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: object, name: str, code: int, said: str
) -> None:
    path = tmp_path / "run.safetensors"
    write_whole(path, b"old")
    with monkeypatch.context() as patched:
        patched.setattr(owner, name, failing(code))
        with pytest.raises(Refusal) as caught:
            write_whole(path, b"new")
    assert said in words(caught.value)
    assert "still whole" in words(caught.value)
    assert path.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["run.safetensors"]
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
