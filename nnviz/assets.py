"""Where resources/ is: beside the package in a checkout, inside it in a wheel, in the bundle when frozen."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a resource, for instance `resource("models", "mnist.safetensors")`. FileNotFoundError if missing."""
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def _root() -> Path:
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [Path(frozen) / "resources"] if frozen else [here / "resources", here.parent / "resources"]
    return next((path for path in candidates if path.is_dir()), candidates[0])
