"""Models by path: the suffix says how a file is read. The window and the commands open and save through here."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from nnviz.assets import resource
from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.models import npz_file, safetensors_file
from nnviz.models.model import Model

SHIPPED = ("models", "mnist.safetensors")
"""The resource that answers on the first start."""
SHIPPED_NOTE = "shipped"
"""Note that marks this network while it is in use; it is not in the file."""


def open_model(path: Path, activation: str | None = None) -> Model:
    """The model in a file. `activation` is that of the hidden layers where the file does not say (.npz).

    Refusal model_refused names the file and what is wrong with it; model_suffix an unknown kind of file.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise Refusal("model_suffix", file=path, suffixes=", ".join(_READERS))
    try:
        return reader(path, activation)
    except OSError as error:
        raise Refusal("model_refused", file=path, reason=f"{error.strerror or error}.") from error
    except Refusal as error:
        raise Refusal("model_refused", file=path, reason=words(error)) from error


def open_shipped() -> Model:
    """The model that comes with nnviz."""
    model = open_model(resource(*SHIPPED))
    return replace(model, notes=model.notes | {SHIPPED_NOTE: "yes"})


def save_model(path: Path, model: Model) -> None:
    """Save as .safetensors. Refusal as of `check_destination`; OSError where writing fails."""
    check_destination(path)
    safetensors_file.save(path, model)


def check_destination(path: Path) -> None:
    """Refuse a path that no model can be saved to: to be asked before hours of training, not after."""
    if path.suffix.lower() != safetensors_file.SUFFIX:
        raise Refusal("save_suffix", file=path, suffix=safetensors_file.SUFFIX)
    if (path.exists() and not path.is_file()) or not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise Refusal("save_folder", file=path)


def _open_safetensors(path: Path, activation: str | None) -> Model:
    model = safetensors_file.load(path)
    known = {layer.activation for layer in model.experiment.layers}
    if activation is not None and known - {activation}:
        raise Refusal("model_activation", given=activation, known=", ".join(sorted(known)))
    return model


_READERS: dict[str, Callable[[Path, str | None], Model]] = {
    safetensors_file.SUFFIX: _open_safetensors,
    npz_file.SUFFIX: npz_file.load,
}
