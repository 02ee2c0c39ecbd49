"""The window asks before work goes that is in no file, offers what a crash left behind, and knows the recent files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.models.bundle import read_bundle
from nnviz.models.files import open_model
from nnviz.session import intents
from nnviz.session.data_intents import PaintPoints
from nnviz.session.runners import InlineRunner
from nnviz.session.session import Session
from nnviz.settings import Settings
from nnviz.sweeps.plan import Run
from nnviz.theme.theme import Theme
from nnviz.views.dialogs.question import Question
from nnviz.views.dialogs.restore import Restore
from nnviz.views.dialogs.unsaved import Unsaved
from nnviz.views.network_files import NetworkFiles
from nnviz.views.own_data.table_dialog import TableDialog
from nnviz.views.recent import MOST, Recent
from nnviz.views.safety import Safety
from tests.conftest import InkJudge


class Window(QMainWindow):
    """What of the main window matters here."""

    def __init__(self, session: Session, root: Path) -> None:
        super().__init__()
        self.actions_by_name = {name: QAction(name.removeprefix("page_"), self) for name in ("page_playground",)}
        self.files = NetworkFiles(self, session)
        self.safety = Safety(self, session, self.files, self.actions_by_name)
        self.safety.begin(root)
        self.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.safety.may_close():
            event.ignore()
            return
        self.safety.close()
        super().closeEvent(event)


@dataclass
class Parts:
    """A window and its session."""

    session: Session
    window: Window


@pytest.fixture
def app(session: Session, theme: Theme, tmp_path: Path) -> Iterator[Parts]:
    """A window somebody sits in front of."""
    parts = Parts(session, Window(session, tmp_path / "autosave"))
    yield parts
    leave(parts)


@pytest.fixture
def whole(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[App]:
    """The program."""
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(), "playground")
    parts.window.show()
    yield parts
    parts.window.safety._leaving = True
    parts.close()


def leave(parts: Parts) -> None:
    parts.window.safety._leaving = True
    parts.window.close()
    parts.window.deleteLater()


def train(app: App | Parts, steps: int = 10) -> None:
    app.session.do(intents.Run())
    app.session.advance(steps)
    app.session.do(intents.Pause())


def crash(app: Parts) -> Path:
    """What is there is kept, and the program is gone; the folder with it."""
    autosave = app.window.safety.autosave
    assert autosave is not None
    autosave.tick()
    app.session.deliver()
    autosave.flush()
    autosave._timer.stop()
    assert autosave.folder is not None
    assert autosave._claim is not None
    folder = autosave.folder
    autosave._claim.give_up()
    autosave._claim = None
    return folder


def asked(app: App | Parts) -> Question | None:
    """The question that is open."""
    found = [one for one in app.window.findChildren(Question) if one.isVisible()]
    assert len(found) <= 1
    return found[0] if found else None


def answer(qtbot: QtBot, app: App | Parts, which: str) -> None:
    question = asked(app)
    assert question is not None
    qtbot.mouseClick(question.buttons[which], Qt.MouseButton.LeftButton)


def chosen(app: App | Parts, path: Path) -> None:
    """A name is given in the dialog for saving."""
    dialog = app.window.findChild(QFileDialog, "save_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.done(QFileDialog.DialogCode.Accepted)


def test_where_nothing_is_lost_nothing_is_asked(app: Parts) -> None:
    app.session.do(intents.NewSeed())
    app.session.do(intents.OpenPage("digits"))
    app.session.do(intents.OpenShipped())
    app.window.close()
    assert not app.window.isVisible()
    assert asked(app) is None


def test_the_program_asks_where_somebody_sits(whole: App, qtbot: QtBot, tmp_path: Path) -> None:
    train(whole)
    whole.window.close()
    assert not whole.window.isVisible()
    whole.window.show()
    whole.window.safety.begin(tmp_path / "autosave")
    whole.window.close()
    assert whole.window.isVisible()
    answer(qtbot, whole, "cancel")
    whole.window.actions_by_name["example"].trigger()
    answer(qtbot, whole, "discard")
    assert whole.session.experiment.sizes == (2, 3, 2, 2)
    whole.window.close()
    assert not whole.window.isVisible()


def test_own_data_and_runs_of_a_sweep_are_other_networks(whole: App, qtbot: QtBot, tmp_path: Path) -> None:
    window = whole.window
    window.safety.begin(tmp_path / "autosave")
    train(whole)
    QGuiApplication.clipboard().setText("a\tb\tc\n" + "".join(f"{k}\t{k}\t{k % 2}\n" for k in range(20)))
    window.actions_by_name["paste_table"].trigger()
    dialog = window.findChild(TableDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.data is not None)
    qtbot.mouseClick(window.findChild(QPushButton, "table_ok"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    answer(qtbot, whole, "cancel")
    window.sweeps._train(Run(replace(whole.session.experiment, seed=7), ()))
    answer(qtbot, whole, "cancel")
    assert whole.session.snapshot.iteration == 10
    window.sweeps._train(Run(replace(whole.session.experiment, seed=7), ()))
    answer(qtbot, whole, "discard")
    assert whole.session.experiment.seed == 7


def test_closing_over_a_trained_run(app: Parts, qtbot: QtBot, tmp_path: Path) -> None:
    train(app, 12)
    app.window.close()
    assert app.window.isVisible()
    question = asked(app)
    assert isinstance(question, Unsaved)
    assert "12" in question.lines.text()
    assert app.window.actions_by_name["page_playground"].text() in question.lines.text()
    app.window.close()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert app.window.isVisible()
    app.window.close()
    answer(qtbot, app, "save")
    chosen(app, tmp_path / "run.safetensors")
    assert (tmp_path / "run.safetensors").is_file()
    assert not app.window.isVisible()
    assert not list((tmp_path / "autosave").iterdir())


def test_an_edit_by_hand_is_work_and_a_saved_one_is_none(app: Parts, qtbot: QtBot, tmp_path: Path) -> None:
    app.session.do(intents.SetBias(1, 2, 0.5))
    assert app.session.rescue.unsaved == ("playground",)
    app.window.files.save(str(tmp_path / "run.safetensors"))
    assert app.session.rescue.unsaved == ()
    train(app, 1)
    app.window.close()
    answer(qtbot, app, "discard")
    assert not app.window.isVisible()


def test_painted_points_are_work_before_anything_is_trained_on_them(app: Parts, qtbot: QtBot, tmp_path: Path) -> None:
    app.session.do(PaintPoints(1, ((0.5, 0.5),)))
    app.window.close()
    question = asked(app)
    assert question is not None
    assert question.lines.text() == "playground: changes that are in no file"
    answer(qtbot, app, "save")
    chosen(app, tmp_path / "run.safetensors")
    assert open_model(tmp_path / "run.safetensors").points is not None
    assert not app.window.isVisible()


def test_not_saved_is_not_closed(app: Parts, qtbot: QtBot, tmp_path: Path) -> None:
    train(app)
    app.window.close()
    answer(qtbot, app, "save")
    dialog = app.window.findChild(QFileDialog, "save_dialog")
    assert dialog is not None
    dialog.reject()
    app.window.files.save(str(tmp_path / "run.safetensors"))
    assert app.window.isVisible()


def test_who_stays_after_all_is_asked_again(app: Parts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    train(app)
    app.window.close()
    # A recording that cannot be saved keeps the window open, too.
    monkeypatch.setattr(app.window, "closeEvent", lambda event: event.ignore())
    answer(qtbot, app, "discard")
    assert app.window.isVisible()
    assert not app.window.safety.may_close()
    answer(qtbot, app, "cancel")


def test_a_window_that_is_closed_over_the_offer_keeps_it(app: Parts, qtbot: QtBot) -> None:
    train(app)
    root = crash(app).parent
    later = Window(app.session, root)
    qtbot.addWidget(later)
    offer = later.findChild(Restore, "restore")
    assert offer is not None
    later.safety.close()
    offer.reject()
    assert later.safety.autosave is None
    assert len(list(root.iterdir())) == 1


def test_every_page_is_saved_before_it_closes(app: Parts, qtbot: QtBot, tmp_path: Path) -> None:
    train(app)
    app.session.do(intents.OpenPage("depth"))
    train(app, 2)
    app.session.do(intents.OpenPage("playground"))
    app.window.close()
    for name in ("one", "two"):
        answer(qtbot, app, "save")
        chosen(app, tmp_path / f"{name}.safetensors")
    assert not app.window.isVisible()
    assert {path.name for path in tmp_path.glob("*.safetensors")} == {"one.safetensors", "two.safetensors"}


def test_opening_over_a_trained_run(app: Parts, qtbot: QtBot, tmp_path: Path) -> None:
    app.window.files.save(str(tmp_path / "first.safetensors"))
    train(app, 7)
    app.window.files.open(tmp_path / "first.safetensors")
    answer(qtbot, app, "cancel")
    assert app.session.snapshot.iteration == 7
    app.window.files.open(tmp_path / "first.safetensors")
    answer(qtbot, app, "discard")
    assert app.session.snapshot.iteration == 0


@pytest.mark.parametrize(("which", "iteration", "folders"), [("go_on", 9, 1), ("afresh", 0, 1), ("later", 0, 2)])
def test_what_a_crash_left_is_offered(app: Parts, qtbot: QtBot, which: str, iteration: int, folders: int) -> None:
    train(app, 9)
    folder = crash(app)
    session = Session(InlineRunner(), InkJudge(), page="digits")
    parts = Parts(session, Window(session, folder.parent))
    assert isinstance(asked(parts), Restore)
    answer(qtbot, parts, which)
    parts.session.do(intents.OpenPage("playground"))
    assert parts.session.snapshot.iteration == iteration
    assert len(list(folder.parent.iterdir())) == folders
    assert (read_bundle(folder) is None) == (which == "afresh")
    leave(parts)
    session.close()


def lines(recent: Recent) -> list[QAction]:
    """What stands in the menu when it is opened."""
    recent.aboutToShow.emit()
    return recent.actions()


def test_recent_files(whole: App, tmp_path: Path) -> None:
    app = whole
    recent = app.window.recent
    assert not recent.menuAction().isEnabled()
    told: list[list[str]] = []
    recent.changed.connect(told.append)
    paths = [tmp_path / f"{number} & co.safetensors" for number in range(MOST + 2)]
    for path in paths:
        app.window.files.save(str(path))
    assert told[-1] == [str(path) for path in reversed(paths)][:MOST]
    app.window.files.open(paths[5])
    assert recent.paths[0] == paths[5]
    paths[5].unlink()
    first, second = lines(recent)[:2]
    assert not first.isEnabled()
    assert "5 && co" in first.text()
    assert second.isEnabled()
    second_path = recent.paths[1]
    second.trigger()
    assert recent.paths[0] == second_path
    said = lines(recent)[0]
    second_path.unlink()
    said.trigger()
    assert second_path not in recent.paths
    assert second_path.name in app.window.statusBar().currentMessage()
    recent.findChild(type(said), "recent_clear").trigger()
    assert recent.paths == ()
    path = tmp_path / "one.toml"
    path.write_text("nothing", encoding="utf-8")
    app.window.recent.load([str(path)])
    lines(recent)[0].trigger()
    assert app.window._failure.isVisible()
    app.window._failure.close()


def test_recent_tables(whole: App, tmp_path: Path) -> None:
    window = whole.window
    table = tmp_path / "pets.csv"
    table.write_text("height,pet\n" + "".join(f"{k},{('cat', 'dog')[k > 9]}\n" for k in range(20)), encoding="utf-8")
    window.data_room.open(table)
    window.data_room.open(tmp_path / "nothing.csv")
    assert window.recent.paths == (table,)
    window._failure.close()
    lines(window.recent)[0].trigger()
    dialogs = window.findChildren(TableDialog)
    assert len(dialogs) == 2
    for dialog in dialogs:
        dialog.reject()


def test_every_answer_has_words(qtbot: QtBot, theme: Theme) -> None:
    for dialog in (Restore({"Playground": (1200, 0.0)}, True), Unsaved({"Digits": 3, "Depth": 4}, False)):
        qtbot.addWidget(dialog)
        assert all(button.text() for button in dialog.findChildren(QPushButton))
        assert all(part.text() for part in (dialog.title, dialog.lines, dialog.note))


def test_recent_of_the_settings(qtbot: QtBot, tmp_path: Path) -> None:
    recent = Recent(None)
    qtbot.addWidget(recent)
    # The system refuses to look for a name so long, as it does in a folder that may not be read.
    recent.load([str(tmp_path / "gone.npz"), str(tmp_path / ("n" * 300)), str(tmp_path / "내 손글씨 ü.npz")])
    told = lines(recent)
    assert all("not there any more" in action.text() for action in told[:3])
    assert told[2].text().startswith("내 손글씨 ü.npz")
