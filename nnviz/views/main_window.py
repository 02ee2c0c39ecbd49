"""MainWindow: the only file that knows all panes. It builds them, docks them and introduces them to each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QMessageBox

from nnviz import __version__
from nnviz.engine.experiment import ACTIVATION_NAMES
from nnviz.errors import versions
from nnviz.models.examples import FORWARD_PASS_INPUT
from nnviz.models.files import SHIPPED_NOTE
from nnviz.sentences import MESSAGES
from nnviz.session import intents
from nnviz.session.facts import Notice
from nnviz.session.pages import COMPARE, DIGITS, LABS, PAGES, PLAYGROUND
from nnviz.session.session import Session
from nnviz.theme.icons import picture
from nnviz.theme.theme import Theme
from nnviz.views.actions import build_actions, word_actions
from nnviz.views.appearance import Appearance
from nnviz.views.centre import Centre
from nnviz.views.controls.pane import ControlsPane
from nnviz.views.dialogs.activation import ask_activation
from nnviz.views.dialogs.failure import FailureDialog, translated
from nnviz.views.dialogs.welcome import Welcome
from nnviz.views.digits.pane import DigitsPane
from nnviz.views.docks import Docks
from nnviz.views.figures import Figures
from nnviz.views.header import Header
from nnviz.views.inspector.pane import InspectorPane
from nnviz.views.language_menu import LanguageMenu
from nnviz.views.layers.pane import LayersPane
from nnviz.views.lessons import Lessons
from nnviz.views.mistakes.pane import MistakesPane
from nnviz.views.network.refs import EdgeRef
from nnviz.views.network.scene import UnitRef
from nnviz.views.notation_menu import NotationMenu
from nnviz.views.plots.boundary_pane import BoundaryPane
from nnviz.views.plots.curves_pane import CurvesPane
from nnviz.views.presenting import Presenting
from nnviz.views.recording import Recordings
from nnviz.views.status import Status
from nnviz.views.undo import Undo
from nnviz.views.worksheets import Worksheets

NOTICE_MS = 12_000


class MainWindow(QMainWindow):
    """Panes around the network.

    Signals: theme_toggled(), welcome_closed() and language_chosen(str), for the settings.
    """

    theme_toggled = Signal()
    welcome_closed = Signal()
    language_chosen = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("nnviz")
        self._session, self._theme = session, theme
        self._lab = LABS[0]
        self._failure = FailureDialog(self)
        self.actions_by_name: dict[str, QAction] = build_actions(self)
        self._build()
        self._connect()
        self._docks.arrange()
        self._show_page(session.page)

    # Building

    def _build(self) -> None:
        session, theme = self._session, self._theme
        self.centre = Centre(session, theme, self.actions_by_name, self)
        self.network = self.centre.network
        self.setCentralWidget(self.centre)
        self.header = Header(session, theme, self.actions_by_name, self)
        self._bar = bar = self.addToolBar("")
        bar.setObjectName("transport")
        bar.setMovable(False)
        bar.toggleViewAction().setVisible(False)
        bar.addWidget(self.header)
        self._undo = Undo(session, self)
        self._docks = Docks(self, session.page)
        self.inspector = InspectorPane(session, theme, self)
        for name, pane in (
            ("controls", ControlsPane(session, theme, self)),
            ("inspector", self.inspector),
            ("digits", DigitsPane(session, theme, self)),
            ("boundary", BoundaryPane(session, theme, self)),
            ("curves", CurvesPane(session, theme, self)),
            ("layers", LayersPane(session, theme, self)),
            ("mistakes", MistakesPane(session, theme, self)),
        ):
            dock = self._docks.add(name, pane)
            self._menu("view").insertAction(self.actions_by_name["theme"], dock.toggleViewAction())
        self.lessons = Lessons(self, session, theme, self._docks, self.actions_by_name)
        self.setStatusBar(Status(session, self))
        self.welcome = Welcome(theme, self.network)
        self.welcome.hide()
        self.figures = Figures(self, session)
        self.worksheets = Worksheets(self, session, theme)
        self.appearance = Appearance(self, session, theme)
        self._menu("view").insertMenu(self.actions_by_name["theme"], self.appearance.menu)
        self._menu("view").insertSeparator(self.appearance.menu.menuAction())
        self._languages = LanguageMenu(self)
        self._menu("view").insertMenu(self.actions_by_name["theme"], self._languages)
        self._menu("view").insertMenu(self.actions_by_name["theme"], NotationMenu(theme, self))
        self.recordings = Recordings(self, session, theme, self.actions_by_name)
        self.presenting = Presenting(self, session, theme, self._docks, self.actions_by_name)
        self._word()

    def _word(self) -> None:
        word_actions(self, self.actions_by_name)
        self._bar.setWindowTitle(self.tr("Transport"))
        self._docks.word()
        self._undo.tell()
        self.lessons.word()
        self.recordings.word()
        self.presenting.word()

    def _menu(self, name: str) -> QMenu:
        menu = self.findChild(QMenu, f"menu_{name}")
        assert isinstance(menu, QMenu)
        return menu

    # Introductions: who hears whom

    def _connect(self) -> None:
        session = self._session
        session.page_changed.connect(self._open_page)
        session.notice.connect(self._show_notice)
        session.failed.connect(self.show_failure)
        session.inspected.connect(self._inspect)
        self._undo.attach(self.actions_by_name["undo"], self.actions_by_name["redo"])
        self._undo.refused.connect(self.show_failure)
        self.network.unit_selected.connect(self._inspect_unit)
        self.network.edge_selected.connect(self._inspect_edge)
        self.network.refused.connect(self.show_failure)
        self.inspector.source_pointed.connect(self.network.point_at)
        self.welcome.chosen.connect(self._welcome_chosen)
        self.welcome.closed.connect(self._welcome_closed)
        self.figures.done.connect(self._show_notice)
        self.figures.refused.connect(self.show_failure)
        self.worksheets.done.connect(self._show_notice)
        self.worksheets.refused.connect(self.show_failure)
        self.lessons.refused.connect(self.show_failure)
        self.recordings.done.connect(self._show_notice)
        self.recordings.refused.connect(self.show_failure)
        self.presenting.refused.connect(self.show_failure)
        self._languages.chosen.connect(self.language_chosen)
        for name, slot in self._slots().items():
            self.actions_by_name[name].triggered.connect(slot)

    def _slots(self) -> dict[str, Callable[[], Any]]:
        return {
            "open_model": self._ask_model,
            "save_model": self._ask_save,
            "save_figure": self.figures.ask_front,
            "copy_figure": self.figures.copy_front,
            **self.worksheets.slots(),
            **self.recordings.slots(),
            "open_shipped": self._open_shipped,
            "example": self._open_example,
            "quit": self.close,
            "train": self._toggle_training,
            "step": self._step,
            "epoch": self._epoch,
            "reset": self._reset,
            "step_back": self._step_back,
            "undo": self._undo.undo,
            "redo": self._undo.redo,
            "passes": self.centre.passes.toggle_play,
            "batch": self.centre.passes.show_batch,
            "new_seed": self._new_seed,
            **{f"page_{page}": partial(self._to_page, page) for page in PAGES},
            "page_labs": self._to_labs,
            "theme": self.theme_toggled.emit,
            "larger_text": self._larger_text,
            "smaller_text": self._smaller_text,
            "ordinary_text": self._ordinary_text,
            **self.lessons.slots(),
            **self.presenting.slots(),
            "welcome": self.welcome.open,
            "about": self._about,
        }

    # Training

    def do(self, intent: intents.Intent) -> None:
        """Carry out an intent; a refusal becomes a dialog."""
        try:
            self._session.do(intent)
        except (ValueError, OSError) as error:
            self.show_failure(error)

    def _toggle_training(self) -> None:
        if self._session.state.is_running:
            self.do(intents.Pause())
            return
        self._leave_shipped_model()
        self._bring_curves()
        self.do(intents.Run())

    def _bring_curves(self) -> None:
        """Where a run begins, its curves are what one wants to see."""
        if not self._session.history.steps and self._session.page != COMPARE:
            self._docks.bring_curves()

    def _leave_shipped_model(self) -> None:
        """The network that comes with nnviz has nothing left to learn: Train shows how one comes about."""
        model = self._session.model
        if model and SHIPPED_NOTE in model.notes and self._session.snapshot.iteration == 0:
            self.do(intents.NewSeed(self._session.experiment.seed))
            self.say("shipped_left")

    def _step(self) -> None:
        self.do(intents.StepOnce())

    def _step_back(self) -> None:
        self.do(intents.StepBack())

    def _inspect_unit(self, ref: UnitRef) -> None:
        self.do(intents.Inspect(ref.layer, ref.unit))

    def _inspect_edge(self, ref: EdgeRef) -> None:
        self.do(intents.Inspect(ref.layer + 1, ref.j, ref.i))

    def _inspect(self, what: intents.Inspect) -> None:
        if what.i is None:
            self.inspector.show_unit(what.layer, what.unit)
            self.network.mark(selected=UnitRef(what.layer, what.unit))
        else:
            self.inspector.show_edge(what.layer - 1, what.i, what.unit)
        self._docks.bring("inspector")

    def _epoch(self) -> None:
        self._leave_shipped_model()
        self._bring_curves()
        self.do(intents.StepEpoch())

    def _reset(self) -> None:
        self.do(intents.Reset())

    def _new_seed(self) -> None:
        self.do(intents.NewSeed())

    # Pages

    def _to_labs(self) -> None:
        self._to_page(self._lab)

    def _to_page(self, page: str, checked: bool = False) -> None:
        """`checked` is what the signal of an action brings along."""
        self.do(intents.OpenPage(page))
        self._show_page(self._session.page)

    def _open_page(self, page: str) -> None:
        self._docks.leave_page()
        self._show_page(page)
        self._docks.open_page(page)
        self.presenting.arrange()

    def _show_page(self, page: str) -> None:
        self._lab = page if page in LABS else self._lab
        for lab in LABS:
            self.actions_by_name[f"page_{lab}"].setChecked(lab == page)
        self.header.mark_page(page)
        self.centre.open_page(page)

    def layouts(self) -> dict[str, str]:
        """Every page's arrangement, base64, for the settings."""
        return self._docks.layouts()

    def restore_layouts(self, layouts: dict[str, str]) -> None:
        """Arrangements from the settings; one that no longer fits is passed over."""
        self._docks.restore(layouts)

    def open_at(self, width: int, height: int) -> None:
        """The first arrangement at a size; the one before may have needed more height than that."""
        self.resize(width, height)
        self._docks.reset()
        self.resize(width, height)
        self._docks.reset()

    # Writing

    def _larger_text(self) -> None:
        self._theme.resize_text(1)

    def _smaller_text(self) -> None:
        self._theme.resize_text(-1)

    def _ordinary_text(self) -> None:
        self._theme.resize_text(0)

    # Files

    def _ask_model(self) -> None:
        kinds = self.tr("Networks (*.safetensors *.npz)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Open a network"), "", kinds)
        if chosen:
            self.open_model(Path(chosen))

    def open_model(self, path: Path) -> None:
        """Open a network file; a course's .npz does not name its activation, so that is asked."""
        asks = path.suffix.lower() == ".npz"
        activation = ask_activation(self, ACTIVATION_NAMES) if asks else None
        if not asks or activation:
            self.do(intents.OpenModel(path, activation))

    def _ask_save(self) -> None:
        kind = self.tr("Network (*.safetensors)")
        dialog = QFileDialog(self, self.tr("Save the network"), "network.safetensors", kind)
        dialog.setObjectName("save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The dialog itself completes the name, so that it asks before it replaces the file that is really meant.
        dialog.setDefaultSuffix("safetensors")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_model)
        dialog.open()

    def save_model(self, path: str) -> None:
        """Save the network of the page in front."""
        self.do(intents.SaveModel(Path(path)))

    def _open_shipped(self) -> None:
        self._to_page(DIGITS)
        self.do(intents.OpenShipped())

    def _open_example(self) -> None:
        self._to_page(PLAYGROUND)
        self.do(intents.OpenExample("forward_pass"))
        self.do(intents.ShowPoint(*FORWARD_PASS_INPUT))

    # What is said

    def say(self, key: str) -> None:
        """A sentence of the table in the status bar."""
        self._show_notice(Notice(key, {}))

    def _show_notice(self, notice: Notice) -> None:
        text = QCoreApplication.translate("errors", MESSAGES[notice.key]).format(**notice.fields)
        self.statusBar().showMessage(text, NOTICE_MS)

    def show_failure(self, error: Exception) -> None:
        """One dialog at a time; what comes while it is open replaces its text."""
        self._failure.say(translated(error))
        self._failure.open()

    def _welcome_closed(self) -> None:
        # Without this the focus would wander to the network and mark a unit there.
        self.header.focus_train()
        self.welcome_closed.emit()

    def _welcome_chosen(self, choice: str) -> None:
        if choice == PLAYGROUND:
            self._to_page(PLAYGROUND)
            return
        self._to_page(DIGITS)
        if choice == "learn":
            self._toggle_training()

    def _about(self) -> None:
        text = self.tr("nnviz {version}\n\nWatch a neural network think and learn.\nFree software, MIT licence.")
        box = QMessageBox(self)
        box.setObjectName("about_dialog")
        box.setWindowTitle(self.tr("About nnviz"))
        box.setText(text.format(version=__version__))
        box.setInformativeText(versions())
        box.setIconPixmap(picture("nnviz", self._theme.palette.text, 64))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.recordings.close():
            event.ignore()
            return
        self.presenting.close()
        # Away at once: the worker may need a moment to come to an end.
        self.hide()
        self._session.close()
        super().closeEvent(event)
