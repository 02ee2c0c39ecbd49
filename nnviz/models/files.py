"""Models by path: the suffix says how a file is read. The window and the commands open and save through here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from nnviz.assets import resource
from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.models import npz_file, safetensors_file, torch_file
from nnviz.models.bare import Outline, Unsaid
from nnviz.models.model import Model

SHIPPED = ("models", "mnist.safetensors")
"""The resource that answers on the first start."""
SHIPPED_NOTE = "shipped"
"""Note that marks this network while it is in use; it is not in the file."""


def open_model(
    path: Path, activation: str | None = None, output: str | None = None, scaling: str | None = None
) -> Model:
    """The model in a file. The other arguments are what a file of bare weights does not say, see `bare.Unsaid`.

    Refusal model_refused names the file and what is wrong with it; model_suffix an unknown kind of file.
    """
    reader = _reader(path)
    with _naming(path):
        return reader.load(path, Unsaid(activation, output, scaling))


def outline(path: Path) -> Outline | None:
    """What a file of bare weights says, so that the rest can be asked; None for one of nnviz, which says all itself.
    Refusal as of `open_model`."""
    reader = _reader(path)
    with _naming(path):
        return reader.outline(path)


def open_shipped() -> Model:
    """The model that comes with nnviz."""
    model = open_model(resource(*SHIPPED))
    return replace(model, notes=model.notes | {SHIPPED_NOTE: "yes"})


def save_model(path: Path, model: Model) -> None:
    """Save as .safetensors. Refusal as of `check_destination`, or save_failed."""
    check_destination(path)
    safetensors_file.save(path, model)


def check_destination(path: Path, suffix: str = safetensors_file.SUFFIX) -> None:
    """Refuse a path that no model can be saved to: to be asked before hours of training, not after."""
    if path.suffix.lower() != suffix:
        raise Refusal("save_suffix", file=path, suffix=suffix)
    # What takes the place of a file asks its folder only; somebody protected it all the same.
    protected = path.exists() and not (path.is_file() and os.access(path, os.W_OK))
    if protected or not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise Refusal("save_folder", file=path)


@dataclass(frozen=True)
class _Reader:
    load: Callable[[Path, Unsaid], Model]
    outline: Callable[[Path], Outline | None]


def _reader(path: Path) -> _Reader:
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise Refusal("model_suffix", file=path, suffixes=", ".join(_READERS))
    return reader


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """What is wrong with a file is told with its name."""
    try:
        yield
    except OSError as error:
        raise Refusal("model_refused", file=path, reason=f"{error.strerror or error}.") from error
    except Refusal as error:
        raise Refusal("model_refused", file=path, reason=words(error)) from error


def _open_safetensors(path: Path, unsaid: Unsaid) -> Model:
    if not safetensors_file.is_own(path):
        return torch_file.load(path, unsaid)
    model = safetensors_file.load(path)
    known = {layer.activation for layer in model.experiment.layers}
    if unsaid.activation is not None and known - {unsaid.activation}:
        raise Refusal("model_activation", given=unsaid.activation, known=", ".join(sorted(known)))
    return model


def _safetensors_outline(path: Path) -> Outline | None:
    return None if safetensors_file.is_own(path) else torch_file.outline(path)


_READERS = {
    safetensors_file.SUFFIX: _Reader(_open_safetensors, _safetensors_outline),
    npz_file.SUFFIX: _Reader(npz_file.load, npz_file.outline),
}
SUFFIXES = tuple(_READERS)
"""Of files that can be opened."""
