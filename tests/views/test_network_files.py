"""Opening, saving and exporting networks from the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from nnviz.engine.refusal import Refusal
from nnviz.session.session import Session
from nnviz.views.dialogs.bare_weights import BareWeights
from nnviz.views.network_files import NetworkFiles


@pytest.fixture
def files(session: Session, qtbot: QtBot) -> Iterator[NetworkFiles]:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    yield NetworkFiles(window, session)
    window.close()


def test_bare_weights_are_opened_after_a_question(files: NetworkFiles, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "net.npz"
    np.savez(path, W1=np.ones((2, 3)), b1=np.zeros(3), W2=np.ones((3, 1)), b2=np.zeros(1))
    before = session.experiment
    files.open(path)
    dialog = files.parent().findChild(BareWeights)
    assert isinstance(dialog, BareWeights)
    assert session.experiment is before
    dialog.layers[0].setCurrentIndex(dialog.layers[0].findData("tanh"))
    dialog._buttons.accepted.emit()
    assert session.experiment.sizes == (2, 3, 1)
    assert session.experiment.layers[0].activation == "tanh"


def test_a_saved_run_is_opened_without(files: NetworkFiles, session: Session, tmp_path: Path) -> None:
    files.save(str(tmp_path / "run.safetensors"))
    parameters = session.snapshot.parameters
    files.open(tmp_path / "run.safetensors")
    assert files.parent().findChild(BareWeights) is None
    np.testing.assert_array_equal(session.snapshot.parameters, parameters)


def test_what_is_wrong_is_told(files: NetworkFiles, tmp_path: Path) -> None:
    told: list[Exception] = []
    files.refused.connect(told.append)
    files.open(tmp_path / "none.safetensors")
    files.save(str(tmp_path / "run.txt"))
    assert len(told) == 2


def test_a_file_that_is_protected_stays(files: NetworkFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "run.safetensors"
    path.write_bytes(b"precious")
    told: list[Exception] = []
    files.refused.connect(told.append)
    monkeypatch.setattr("nnviz.models.files.os.access", lambda asked, mode: asked != path)
    files.save(str(path))
    assert [error.key for error in told if isinstance(error, Refusal)] == ["save_folder"]
    assert path.read_bytes() == b"precious"


@pytest.mark.parametrize(("kind", "suffix"), [(0, "py"), (1, "py"), (2, "safetensors")])
def test_the_kind_that_is_chosen_is_written(files: NetworkFiles, tmp_path: Path, kind: int, suffix: str) -> None:
    files.slots()["export_run"]()
    dialog = files.parent().findChild(QFileDialog, "export_dialog")
    assert isinstance(dialog, QFileDialog)
    words = dialog.nameFilters()[kind]
    dialog.selectNameFilter(words)
    dialog.filterSelected.emit(words)
    assert dialog.defaultSuffix() == suffix
    path = tmp_path / f"run.{suffix}"
    dialog.fileSelected.emit(str(path))
    assert path.stat().st_size > 500
    dialog.close()
