"""The dialog of a folder of images: samples of each class, and what cannot be read."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QPushButton

from nnviz.data.images_folder import collect
from nnviz.session.data_intents import ImportImages
from nnviz.views.own_data.images_dialog import SAMPLES, ImagesDialog


@pytest.fixture
def folder(tmp_path):
    for k in range(24):
        place = tmp_path / ("dark", "bright")[k % 2]
        place.mkdir(exist_ok=True)
        Image.fromarray(np.full((9, 9), 40 + 170 * (k % 2) + k, np.uint8)).save(place / f"{k:02}.png")
    (tmp_path / "dark" / "broken.jpg").write_bytes(b"no image")
    return tmp_path


def test_samples_of_each_class_and_the_unreadable_ones(folder, theme, qtbot):
    dialog = ImagesDialog(collect(folder), theme)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.data is not None)
    assert dialog.summary.text() == "24 images in 2 classes, grey, 28 × 28 pixels."
    assert dialog.notes.text() == "Not readable and left out: 1 (dark/broken.jpg)"
    assert [len(samples) for samples in dialog.samples.pictures] == [SAMPLES, SAMPLES]
    assert all((dialog.data.y[samples] == k).all() for k, samples in enumerate(dialog.samples.pictures))
    dialog.resize(480, 500)
    QApplication.processEvents()
    few = [len(samples) for samples in dialog.samples.pictures]
    assert 0 < few[0] == few[1] < SAMPLES
    dialog.side.buttons["8"].click()
    qtbot.waitUntil(lambda: dialog.data is not None)
    told = []
    dialog.told.connect(lambda data, intent: told.append(intent))
    dialog.findChild(QPushButton, "images_ok").click()
    assert told == [ImportImages(folder, 8)]


def test_too_few_are_refused_in_words(folder, theme, qtbot):
    for path in (folder / "dark").glob("*.png"):
        path.write_bytes(b"")
    dialog = ImagesDialog(collect(folder), theme)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "12 images" in dialog.problem.text()
    assert not dialog.findChild(QPushButton, "images_ok").isEnabled()
    dialog.close()
