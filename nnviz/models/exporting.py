"""Exports: a run as a script of its own, or its weights for PyTorch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nnviz.data.dataset import DataSet
from nnviz.engine.refusal import Refusal
from nnviz.models import torch_file
from nnviz.models.files import check_destination
from nnviz.models.journal import Journal, begun
from nnviz.models.model import Model
from nnviz.models.scripts.numpy_script import numpy_script
from nnviz.models.scripts.torch_script import torch_script
from nnviz.models.writing import write_whole


@dataclass(frozen=True)
class Form:
    """One kind of export: its suffix, and what writes it: (path, model, data it is trained on)."""

    suffix: str
    write: Callable[[Path, Model, DataSet | None], None]


def export(path: Path, form: str, model: Model, data: DataSet | None) -> None:
    """Write a model, with its run where it has one; `data` is what it trains on, where that is known.

    Refusal unknown_choice, save_suffix, save_folder, save_failed, and those of `scripts` and `torch_file.save`.
    """
    check_form(path, form)
    FORMS[form].write(path, model, data)


def check_form(path: Path, form: str) -> None:
    """Refuse a form that there is not, and a path that cannot be written: unknown_choice, save_suffix, save_folder."""
    if form not in FORMS:
        raise Refusal("unknown_choice", field="form", value=form, choices=", ".join(FORMS))
    check_destination(path, FORMS[form].suffix)


def _numpy(path: Path, model: Model, data: DataSet | None) -> None:
    write_whole(path, numpy_script(*_past(model), path.name, data).encode())


def _torch(path: Path, model: Model, data: DataSet | None) -> None:
    write_whole(path, torch_script(*_past(model), path.name, data).encode())


def _weights(path: Path, model: Model, data: DataSet | None) -> None:
    torch_file.save(path, model)


def _past(model: Model) -> tuple[Journal, int]:
    """How a model came about, as far as it knows, and the iterations since."""
    if model.training is None:
        return begun(model.experiment, model.parameters, model.scaling), 0
    return model.training.journal, model.training.state.iteration


FORMS: dict[str, Form] = {
    "numpy": Form(".py", _numpy),
    "torch": Form(".py", _torch),
    "weights": Form(".safetensors", _weights),
}
"""By name: a NumPy script, a PyTorch script, a state dict for PyTorch."""
