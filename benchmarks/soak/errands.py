"""Errands: what a lecturer does beside the page in front: files, figures, own data, windows, dialogs, recordings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QMessageBox

from benchmarks.soak.hands import PATIENCE, Hands
from nnviz.session.recording import SUFFIX
from nnviz.views.own_data.images_dialog import ImagesDialog
from nnviz.views.own_data.table_dialog import TableDialog

Act = Callable[[], None]
FIGURES = (".png", ".svg", ".pdf")
DIALOGS = ("preferences", "about", "welcome", "shortcuts", "help_on", "save_model", "export_run", "save_figure")
ROWS = 200
FRAMES = 40
"""For which a sweep or a lesson of handwriting goes on."""


class Errands:
    """acts  what is done, and how often compared with the others"""

    def __init__(self, hands: Hands, folder: Path) -> None:
        self._hands, self._session, self._window = hands, hands.parts.session, hands.parts.window
        self._random, self._folder = hands.random, folder
        self._tables = [self._table(number) for number in range(3)]
        self._images = self._drawings()
        self.acts: dict[Act, int] = {
            self._save_and_open: 4, self._open_shipped: 2, self._export: 2, self._save_figure: 4, self._worksheet: 3,
            self._record: 2, self._bring_table: 3, self._paste: 2, self._bring_images: 2, self._sweep: 1,
            self._teach_hand: 2, self._look_at_dialogs: 6, self._refuse: 1,
        }  # fmt: skip

    # What is brought along

    def _table(self, number: int) -> Path:
        path = self._folder / f"table{number}.csv"
        rows = (f"{self._random.gauss(0, 1):.3f},{self._random.gauss(0, 1):.3f},{'ab'[k % 2]}" for k in range(ROWS))
        path.write_text("\n".join(("x,y,kind", *rows)), encoding="utf-8")
        return path

    def _drawings(self) -> Path:
        folder = self._folder / "images"
        for kind in ("dots", "lines"):
            (folder / kind).mkdir(parents=True)
            for number in range(12):
                pixels = bytes(self._random.randrange(256) for _ in range(28 * 28))
                Image.frombytes("L", (28, 28), pixels).save(folder / kind / f"{number}.png")
        return folder

    def _bring_table(self) -> None:
        self._hands.choose_file("open_table", self._random.choice(self._tables))
        self._take(TableDialog)

    def _paste(self) -> None:
        QGuiApplication.clipboard().setText(self._random.choice(self._tables).read_text(encoding="utf-8"))
        self._hands.trigger("paste_table")
        self._take(TableDialog)

    def _bring_images(self) -> None:
        self._window.data_room.open(self._images)
        self._take(ImagesDialog)

    def _take(self, kind: type[TableDialog] | type[ImagesDialog]) -> None:
        """Look at what was understood, and train on it, or not."""
        for dialog in self._hands.windows(kind):
            self._hands.fiddle(dialog)
            if not dialog.isVisible():
                continue
            done = dialog.findChild(QDialogButtonBox)
            assert done is not None
            train = done.button(QDialogButtonBox.StandardButton.Ok)
            if self._hands.wait_for(train.isEnabled, 60) and self._random.random() < 0.7:
                train.click()
            self._hands.wait(4)

    # Files

    def _save_and_open(self) -> None:
        path = self._folder / f"network{self._random.randrange(3)}.safetensors"
        self._hands.trigger("save_model")
        self._hands.save_as(path)
        if self._hands.wait_for(path.exists, 60):
            self._hands.choose_file("open_model", path)
            self._hands.wait(5)

    def _open_shipped(self) -> None:
        self._hands.trigger(self._random.choice(("open_shipped", "example")))
        self._hands.wait(5)

    def _export(self) -> None:
        self._hands.trigger("export_run")
        self._hands.save_as(self._folder / "run.py")
        self._hands.wait(4)

    def _save_figure(self) -> None:
        pane = self._random.choice(list(self._window.figures.panes().values()))
        self._window.figures.save(pane, self._folder / f"figure{self._random.choice(FIGURES)}")
        self._window.figures.copy(pane)

    def _refuse(self) -> None:
        """Open a file that is no network."""
        path = self._folder / "broken.safetensors"
        path.write_text("nothing")
        self._window.files.open(path)
        self._hands.wait(2)

    def _record(self) -> None:
        path = self._folder / f"lecture{SUFFIX}"
        self._hands.trigger("record")
        for box in self._hands.windows(QMessageBox):
            box.accept()
        self._hands.save_as(path)
        self._hands.trigger("train")
        self._hands.wait(20)
        self._hands.trigger("set_cue")
        self._hands.wait(10)
        self._window.recordings.stop()
        self._window.recordings.open_file(str(path))
        self._hands.wait(15)
        if self._random.random() < 0.5:
            self._window.recordings.close_playback()

    # Windows and dialogs

    def _worksheet(self) -> None:
        self._hands.trigger("worksheet")
        dialog = self._window.worksheets.dialog
        assert dialog is not None
        for _ in range(4):
            self._hands.fiddle(dialog)
            self._hands.wait(2)
        for row in dialog.form.rows[:3]:
            row.field.setText(self._random.choice(("0.5", "1", "-0.25", "x")))
        if dialog.sheet is not None:
            dialog.save(self._folder / "sheet.pdf", self._random.random() < 0.5)
        dialog.close()

    def _sweep(self, frames: int = FRAMES) -> None:
        self._hands.trigger("sweep")
        window = self._window.sweeps.window
        assert window is not None
        window.plan.seeds.setValue(self._random.choice((1, 2)))
        window.plan.epochs.setValue(self._random.choice((1, 3)))
        window.plan.take_button.click()
        window.plan.start_button.click()
        self._hands.wait_for(lambda: window._sweep.progress.done > 0, frames)
        window.plan.cancel_button.click()
        window.close()

    def _teach_hand(self) -> None:
        self._hands.trigger("teach_hand")
        window = self._window.teaching.window
        assert window is not None
        for _ in range(6):
            self._hands.draw(window.canvas)
            window.buttons["next"].click()
        self._hands.wait(2)
        window.buttons["teach"].click()
        for name in ("revert", "keep"):
            if self._hands.wait_for(window.buttons[name].isEnabled, FRAMES) and self._random.random() < 0.5:
                window.buttons[name].click()
        window.close()

    def tour(self) -> Iterator[Act]:
        """A sweep of which something comes, and every dialog."""
        yield partial(self._sweep, PATIENCE)
        yield from (partial(self._look_at, name) for name in DIALOGS)

    def _look_at_dialogs(self) -> None:
        self._look_at(self._random.choice(DIALOGS))

    def _look_at(self, name: str) -> None:
        self._hands.trigger(name)
        self._hands.wait(2)
        for dialog in self._hands.windows(QDialog):
            if not isinstance(dialog, QFileDialog):
                self._hands.fiddle(dialog)
            self._hands.wait(2)
        self._window.guide.card.dismiss()
