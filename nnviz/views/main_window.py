"""MainWindow: the only file that knows all panes. It builds them, docks them and introduces them to each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QDockWidget, QFileDialog, QLabel, QMainWindow, QMenu, QMessageBox, QProgressBar, QWidget

from nnviz import __version__
from nnviz.engine.experiment import ACTIVATION_NAMES
from nnviz.errors import MESSAGES, versions
from nnviz.models.files import SHIPPED_NOTE
from nnviz.session import intents
from nnviz.session.facts import Notice, Progress
from nnviz.session.pages import DIGITS, PLAYGROUND
from nnviz.session.session import Session
from nnviz.session.states import RunState
from nnviz.theme.icons import picture
from nnviz.theme.theme import Theme
from nnviz.views.actions import build_actions
from nnviz.views.controls.pane import ControlsPane
from nnviz.views.dialogs.activation import ask_activation
from nnviz.views.dialogs.failure import FailureDialog, translated
from nnviz.views.dialogs.welcome import Welcome
from nnviz.views.digits.pane import DigitsPane
from nnviz.views.header import Header
from nnviz.views.network.pane import NetworkPane
from nnviz.views.plots.boundary_pane import BoundaryPane
from nnviz.views.plots.curves_pane import CurvesPane

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
DOCKS_OF_PAGE = {
    DIGITS: ("controls", "digits", "curves"),
    PLAYGROUND: ("controls", "boundary", "curves"),
}
"""Which docks a page opens with; each page remembers its own arrangement."""
SIDE_SHARE = {"controls": 0.22, "digits": 0.33, "boundary": 0.3}
"""Widths of the side docks as shares of the window when a page is opened for the first time."""
CURVES_SHARE = 0.3
LOW_WINDOW = 920
"""Below this height the digits page puts its curves under the network: the canvas needs the whole column."""
NOTICE_MS = 12_000
LAYOUT_VERSION = 1


class MainWindow(QMainWindow):
    """Panes around the network.

    Signals: theme_toggled() and welcome_closed(), for the settings; failed(Exception) from anywhere in the window.
    """

    theme_toggled = Signal()
    welcome_closed = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("nnviz")
        self._session, self._theme = session, theme
        self._layouts: dict[str, QByteArray] = {}
        self._page = session.page
        self._failure = FailureDialog(self)
        self.actions_by_name: dict[str, QAction] = build_actions(self)
        self._build()
        self._connect()
        self._arrange(session.page)
        self._mark_page(session.page)

    # Building

    def _build(self) -> None:
        session, theme = self._session, self._theme
        self.setDockNestingEnabled(True)
        self.setCorner(Qt.Corner.BottomLeftCorner, LEFT)
        self.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
        self.network = NetworkPane(session, theme, self)
        self.setCentralWidget(self.network)
        self.header = Header(session, theme, self.actions_by_name, self)
        bar = self.addToolBar(self.tr("Transport"))
        bar.setObjectName("transport")
        bar.setMovable(False)
        bar.toggleViewAction().setVisible(False)
        bar.addWidget(self.header)
        self._docks = {
            "controls": self._dock("controls", self.tr("Experiment"), ControlsPane(session, theme, self), LEFT),
            "digits": self._dock("digits", self.tr("Draw a digit"), DigitsPane(session, theme, self), RIGHT),
            "boundary": self._dock("boundary", self.tr("Decision boundary"), BoundaryPane(session, theme, self), RIGHT),
            "curves": self._dock("curves", self.tr("Loss and accuracy"), CurvesPane(session, theme, self), RIGHT),
        }
        self._build_status()
        self.welcome = Welcome(theme, self.network)
        self.welcome.hide()

    def _dock(self, name: str, title: str, pane: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(f"dock_{name}")
        dock.setWidget(pane)
        pane.windowTitleChanged.connect(dock.setWindowTitle)
        self.addDockWidget(area, dock)
        self._menu("view").insertAction(self.actions_by_name["theme"], dock.toggleViewAction())
        return dock

    def _menu(self, name: str) -> QMenu:
        menu = self.findChild(QMenu, f"menu_{name}")
        assert isinstance(menu, QMenu)
        return menu

    def _build_status(self) -> None:
        self._trouble = QLabel(self)
        self._trouble.setObjectName("trouble")
        self._trouble.setProperty("role", "warning")
        self._source = QLabel(self)
        self._source.setObjectName("model_source")
        self._source.setProperty("role", "hint")
        self._source.setContentsMargins(0, 0, 12, 0)
        self._progress = QProgressBar(self)
        self._progress.setObjectName("progress")
        self._progress.setAccessibleName(self.tr("Loading data"))
        self._progress.setRange(0, 1000)
        self._progress.setFixedWidth(180)
        self._progress.hide()
        self.statusBar().addPermanentWidget(self._trouble)
        self.statusBar().addPermanentWidget(self._progress)
        self.statusBar().addPermanentWidget(self._source)
        self.statusBar().setSizeGripEnabled(False)

    # Introductions: who hears whom

    def _connect(self) -> None:
        session = self._session
        session.page_changed.connect(self._open_page)
        session.notice.connect(self._show_notice)
        session.progress_changed.connect(self._show_progress)
        session.failed.connect(self.show_failure)
        session.experiment_changed.connect(self._show_source)
        session.state_changed.connect(self._show_source)
        session.state_changed.connect(self._show_trouble)
        self.welcome.chosen.connect(self._welcome_chosen)
        self.welcome.closed.connect(self._welcome_closed)
        for name, slot in self._slots().items():
            self.actions_by_name[name].triggered.connect(slot)
        self._show_source()

    def _slots(self) -> dict[str, Callable[[], Any]]:
        return {
            "open_model": self._ask_model,
            "save_model": self._ask_save,
            "open_shipped": self._open_shipped,
            "quit": self.close,
            "train": self._toggle_training,
            "step": self._step,
            "epoch": self._epoch,
            "reset": self._reset,
            "new_seed": self._new_seed,
            "page_digits": self._to_digits,
            "page_playground": self._to_playground,
            "theme": self.theme_toggled.emit,
            "larger_text": self._larger_text,
            "smaller_text": self._smaller_text,
            "ordinary_text": self._ordinary_text,
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
        self.do(intents.Run())

    def _leave_shipped_model(self) -> None:
        """The network that comes with nnviz has nothing left to learn: Train shows how one comes about."""
        model = self._session.model
        if model and SHIPPED_NOTE in model.notes and self._session.snapshot.iteration == 0:
            self.do(intents.NewSeed(self._session.experiment.seed))
            self.say("shipped_left")

    def _step(self) -> None:
        self.do(intents.StepOnce())

    def _epoch(self) -> None:
        self._leave_shipped_model()
        self.do(intents.StepEpoch())

    def _reset(self) -> None:
        self.do(intents.Reset())

    def _new_seed(self) -> None:
        self.do(intents.NewSeed())

    # Pages

    def _to_digits(self) -> None:
        self.do(intents.OpenPage(DIGITS))
        self._mark_page(self._session.page)

    def _to_playground(self) -> None:
        self.do(intents.OpenPage(PLAYGROUND))
        self._mark_page(self._session.page)

    def _open_page(self, page: str) -> None:
        self._layouts[self._page] = self.saveState(LAYOUT_VERSION)
        self._page = page
        self._arrange(page)
        self._mark_page(page)

    def _mark_page(self, page: str) -> None:
        self.header.mark_page(page)

    def _arrange(self, page: str) -> None:
        """The page's own arrangement as it was left, or its first one."""
        if page in self._layouts and self.restoreState(self._layouts[page], LAYOUT_VERSION):
            return
        low = page == DIGITS and self.height() < LOW_WINDOW
        for dock in self._docks.values():
            # All hidden first: docks of both pages at once would need more height than the window has.
            dock.setFloating(False)
            dock.hide()
        side, curves = self._docks[DOCKS_OF_PAGE[page][1]], self._docks["curves"]
        self.addDockWidget(RIGHT, side)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea if low else RIGHT, curves)
        if not low:
            self.splitDockWidget(side, curves, Qt.Orientation.Vertical)
        for name in DOCKS_OF_PAGE[page]:
            self._docks[name].show()
        self._proportion(page)

    def _proportion(self, page: str) -> None:
        left, right, below = (self._docks[name] for name in DOCKS_OF_PAGE[page])
        names = DOCKS_OF_PAGE[page][:2]
        widths = [round(self.width() * SIDE_SHARE[name]) for name in names]
        self.resizeDocks([left, right], widths, Qt.Orientation.Horizontal)
        low = round(self.height() * CURVES_SHARE)
        self.resizeDocks([right, below], [self.height() - low, low], Qt.Orientation.Vertical)

    def layouts(self) -> dict[str, str]:
        """Every page's arrangement, base64, for the settings."""
        self._layouts[self._page] = self.saveState(LAYOUT_VERSION)
        return {page: bytes(state.toBase64().data()).decode() for page, state in self._layouts.items()}

    def restore_layouts(self, layouts: dict[str, str]) -> None:
        """Arrangements from the settings; one that no longer fits is passed over."""
        self._layouts = {page: QByteArray.fromBase64(text.encode()) for page, text in layouts.items()}
        self._arrange(self._page)

    def reset_layout(self) -> None:
        """The first arrangement of the page in front, in proportion to the window as it is now."""
        self._layouts.pop(self._page, None)
        self._arrange(self._page)

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
        self._to_digits()
        self.do(intents.OpenShipped())

    # What is said

    def say(self, key: str) -> None:
        """A sentence of the table in the status bar."""
        self._show_notice(Notice(key, {}))

    def _show_notice(self, notice: Notice) -> None:
        text = QCoreApplication.translate("errors", MESSAGES[notice.key]).format(**notice.fields)
        self.statusBar().showMessage(text, NOTICE_MS)

    def _show_progress(self, progress: Progress | None) -> None:
        self._progress.setVisible(progress is not None)
        if progress:
            self._progress.setValue(round(1000 * progress.share))

    def _show_trouble(self, state: RunState) -> None:
        """What stays on screen after the dialog is closed."""
        texts = {
            RunState.DIVERGED: self.tr("diverged – lower the learning rate, or reset"),
            RunState.FAILED: self.tr("stopped by an error – reset to go on"),
        }
        self._trouble.setText(texts.get(state, ""))

    def _show_source(self) -> None:
        model = self._session.model
        accuracy = _percent(model.notes.get("test_accuracy", "")) if model else ""
        if accuracy:
            text = self.tr("start weights: trained network, {accuracy} % of its test set").format(accuracy=accuracy)
        elif model:
            text = self.tr("start weights: from a file")
        else:
            text = self.tr("start weights: random, seed {seed}").format(seed=self._session.experiment.seed)
        self._source.setText(text)

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
            self._to_playground()
            return
        self._to_digits()
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

    def closeEvent(self, event: QCloseEvent) -> None:
        # Away at once: the worker may need a moment to come to an end.
        self.hide()
        self._session.close()
        super().closeEvent(event)


def _percent(share: str) -> str:
    """A note 0.9942 as 99.42; nothing where a file's note is no such number."""
    try:
        return f"{100 * float(share):.2f}" if 0 <= float(share) <= 1 else ""
    except ValueError:
        return ""
