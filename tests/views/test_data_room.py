"""Own data in the window: menu and paste open the dialog, and what it tells is trained on, on a fitting page."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QPushButton

from nnviz.session.intents import OpenPage
from nnviz.views.actions import build_actions
from nnviz.views.data_room import DataRoom

PETS = "height\tweight\tpet\n" + "".join(f"{k}\t{k * 2}\t{('cat', 'dog')[k > 9]}\n" for k in range(20))


@pytest.fixture
def window(session, theme, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.actions_by_name = build_actions(window)
    window.room = DataRoom(window, session, theme)
    window.refused = []
    window.room.refused.connect(window.refused.append)
    for name, slot in window.room.slots().items():
        window.actions_by_name[name].triggered.connect(slot)
    window.show()
    return window


def dialog_of(window, name, qtbot):
    dialog = window.findChild(QDialog, name)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.data is not None)
    return dialog


def test_ctrl_v_trains_on_copied_cells(window, session, qtbot):
    QGuiApplication.clipboard().setText(PETS)
    session.do(OpenPage("digits"))
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog_of(window, "table_dialog", qtbot).findChild(QPushButton, "table_ok").click()
    assert session.page == "playground"
    assert session.data.features == ("height", "weight")
    assert session.bounds.range(0)[1] > 19


def test_a_text_field_keeps_its_own_paste(window, qtbot):
    QGuiApplication.clipboard().setText("some words")
    field = QLineEdit(window)
    window.setCentralWidget(field)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "some words"
    assert window.findChild(QDialog, "table_dialog") is None


@pytest.mark.parametrize("text", ["just words", ""])
def test_what_is_no_table_is_refused(window, text):
    if text:
        QGuiApplication.clipboard().setText(text)
    else:
        QGuiApplication.clipboard().clear()
    window.actions_by_name["paste_table"].trigger()
    assert len(window.refused) == 1


def test_a_table_and_a_folder_are_opened(window, session, tmp_path, qtbot):
    table = tmp_path / "pets.csv"
    table.write_text(PETS)
    window.room.open(table)
    dialog_of(window, "table_dialog", qtbot).reject()
    pictures = tmp_path / "pictures"
    for k in range(8):
        (pictures / "ab"[k % 2]).mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.full((8, 8), 30 * k, np.uint8)).save(pictures / "ab"[k % 2] / f"{k}.png")
    window.room.open(pictures)
    dialog_of(window, "images_dialog", qtbot).findChild(QPushButton, "images_ok").click()
    assert session.data.image == (28, 28)
    assert not window.refused


def test_a_file_that_is_gone_is_refused(window, tmp_path):
    window.room.open(tmp_path / "gone.csv")
    assert isinstance(window.refused[0], OSError)


def test_a_window_that_closes_leaves_no_dialog_and_no_thread(window, tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("a,b,label\n" + "".join(f"{k},{k},{k % 2}\n" for k in range(60_000)))
    window.room.open(path)
    dialog = window.findChild(QDialog, "table_dialog")
    job = dialog._job
    window.close()
    assert not dialog.isVisible()
    assert job.isFinished()
