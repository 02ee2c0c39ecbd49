"""Writing files: a crash or a full disk leaves the old one or the new one, never half of it."""

from __future__ import annotations

import os
from pathlib import Path

from nnviz.engine.refusal import Refusal


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in place of an older one, which goes only when the new one is on the disk. Refusal save_failed where
    that fails; then the old one is still there."""
    try:
        _replace(path.resolve(), content)
    except OSError as error:
        raise Refusal("save_failed", file=path, reason=error.strerror or error) from error


def _replace(target: Path, content: bytes) -> None:
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
        _sync_folder(target.parent)
    finally:
        draft.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """The new name is on the disk, too. Only POSIX systems open folders."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
