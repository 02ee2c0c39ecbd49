"""MainWindow: the only file that knows all panes. It builds them, docks them and introduces them to each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from nnviz.models.examples import FORWARD_PASS_INPUT
from nnviz.sentences import MESSAGES
from nnviz.session import intents
from nnviz.session.facts import Notice
from nnviz.session.lecture import SUFFIX as LESSON
from nnviz.session.pages import DIGITS, LABS, PAGES, PLAYGROUND
from nnviz.session.recording import SUFFIX as RECORDING
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.actions import build_actions, word_actions
from nnviz.views.appearance import Appearance
from nnviz.views.centre import Centre
from nnviz.views.controls.pane import ControlsPane
from nnviz.views.data_room import TABLES, DataRoom
from nnviz.views.dialogs.about import About
from nnviz.views.dialogs.failure import FailureDialog, translated
from nnviz.views.dialogs.welcome import Welcome
from nnviz.views.digits.pane import DigitsPane
from nnviz.views.docks import Docks
from nnviz.views.drops import FOLDER, Drops, Opener
from nnviz.views.figures import Figures
from nnviz.views.guide import Guide
from nnviz.views.header import Header
from nnviz.views.inspector.pane import InspectorPane
from nnviz.views.language_menu import LanguageMenu
from nnviz.views.layers.pane import LayersPane
from nnviz.views.lessons import Lessons
from nnviz.views.mistakes.pane import MistakesPane
from nnviz.views.network.refs import EdgeRef
from nnviz.views.network.scene import UnitRef
from nnviz.views.network_files import NETWORKS, NetworkFiles
from nnviz.views.notation_menu import NotationMenu
from nnviz.views.plots.boundary_pane import BoundaryPane
from nnviz.views.plots.curves_pane import CurvesPane
from nnviz.views.presenting import Presenting
from nnviz.views.recent import Recent
from nnviz.views.recording import Recordings
from nnviz.views.safety import Safety
from nnviz.views.status import Status
from nnviz.views.sweeps import Sweeps
from nnviz.views.teaching import Teaching
from nnviz.views.training import Training
from nnviz.views.undo import Undo
from nnviz.views.worksheets import Worksheets
from nnviz.widgets.worded import Worded

NOTICE_MS = 12_000


class MainWindow(Worded, QMainWindow):
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
        self.data_room = DataRoom(self, session, theme)
        self._docks.add("controls", partial(ControlsPane, session))
        self.inspector = self._docks.add("inspector", partial(InspectorPane, session, theme))
        self._docks.add("digits", partial(DigitsPane, session, theme))
        self.boundary = self._docks.add("boundary", partial(BoundaryPane, session, theme))
        self._docks.add("curves", partial(CurvesPane, session, theme))
        self._docks.add("layers", partial(LayersPane, session, theme))
        self._docks.add("mistakes", partial(MistakesPane, session, theme))
        self._menu("view").insertActions(self.actions_by_name["theme"], self._docks.switches())
        self.training = Training(self, session, self._docks)
        self.lessons = Lessons(self, session, theme, self._docks, self.actions_by_name)
        self.sweeps = Sweeps(self, session, theme)
        self.teaching = Teaching(self, session, theme)
        self.setStatusBar(Status(session, self))
        self.welcome = Welcome(theme, self.network)
        self.welcome.hide()
        self.figures, self.files = Figures(self, session), NetworkFiles(self, session)
        self.worksheets = Worksheets(self, session, theme)
        self.appearance = Appearance(self, session, theme)
        self._menu("view").insertMenu(self.actions_by_name["theme"], self.appearance.menu)
        self._menu("view").insertSeparator(self.appearance.menu.menuAction())
        self.safety = Safety(self, session, self.files, self.actions_by_name)
        self.recent = Recent(self)
        self._menu("file").insertMenu(self.actions_by_name["save_model"], self.recent)
        self.guide = Guide(self, theme, self.actions_by_name)
        self._languages = LanguageMenu(self)
        self._menu("view").insertMenu(self.actions_by_name["theme"], self._languages)
        self._menu("view").insertMenu(self.actions_by_name["theme"], NotationMenu(theme, self))
        self.recordings = Recordings(self, session, theme, self.actions_by_name)
        self._drops = Drops(self, self._openers())
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
        self.training.refused.connect(self.show_failure)
        self.training.told.connect(self._show_notice)
        self.lessons.refused.connect(self.show_failure)
        self.recordings.done.connect(self._show_notice)
        self.recordings.refused.connect(self.show_failure)
        self.presenting.refused.connect(self.show_failure)
        self.files.refused.connect(self.show_failure)
        self.files.opened.connect(self.recent.add)
        self.recent.chosen.connect(self._drops.open)
        self.recent.told.connect(self._show_notice)
        self.lessons.opened.connect(self.recent.add)
        self.boundary.refused.connect(self.show_failure)
        self.data_room.refused.connect(self.show_failure)
        self.data_room.opened.connect(self.recent.add)
        self.data_room.guard = self.sweeps.guard = self.safety.before
        self.sweeps.refused.connect(self.show_failure)
        self.teaching.save_requested.connect(self.files.ask_save)
        self._languages.chosen.connect(self.language_chosen)
        for name, slot in self._slots().items():
            self.actions_by_name[name].triggered.connect(slot)

    def _slots(self) -> dict[str, Callable[[], Any]]:
        return {
            **self.files.slots(),
            "save_figure": self.figures.ask_front,
            "copy_figure": self.figures.copy_front,
            **self.worksheets.slots(),
            **self.recordings.slots(),
            "open_shipped": self._open_shipped,
            "example": self._open_example,
            "quit": self.close,
            **self.training.slots(),
            "undo": self._undo.undo,
            "redo": self._undo.redo,
            "passes": self.centre.passes.toggle_play,
            "batch": self.centre.passes.show_batch,
            **{f"page_{page}": partial(self._to_page, page) for page in PAGES},
            "page_labs": self._to_labs,
            "theme": self.theme_toggled.emit,
            **self.appearance.slots(),
            **self.lessons.slots(),
            **self.presenting.slots(),
            **self.data_room.slots(),
            **self.sweeps.slots(),
            **self.teaching.slots(),
            **self.guide.slots(),
            "welcome": self.welcome.open,
            "about": self._about,
        }

    # What is done

    def do(self, intent: intents.Intent) -> None:
        """Carry out an intent; a refusal becomes a dialog."""
        try:
            self._session.do(intent)
        except (ValueError, OSError) as error:
            self.show_failure(error)

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

    # Pages

    def _to_labs(self) -> None:
        self._to_page(self._lab)

    def _to_page(self, page: str, checked: bool = False) -> None:
        """`checked` is what the signal of an action brings along."""
        self.do(intents.OpenPage(page))
        self._show_page(self._session.page)

    def _open_page(self, page: str) -> None:
        before = self.focusWidget()
        self._docks.leave_page()
        self._show_page(page)
        self._docks.open_page(page)
        # Qt would pass the focus of what is hidden on to whatever comes next.
        self.header.take_focus_along(page, lost=before is None or not before.isVisibleTo(self))
        self.centre.take_focus_along(page)
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
        """The first arrangement at a size."""
        self._docks.reset(width, height)

    # Files

    def _open_shipped(self) -> None:
        self.safety.before(self._bring_shipped, DIGITS)

    def _bring_shipped(self) -> None:
        self._to_page(DIGITS)
        self.do(intents.OpenShipped())

    def _openers(self) -> dict[str, Opener]:
        """Who opens files of a name that ends so."""
        return {
            **dict.fromkeys((FOLDER, *TABLES), self.data_room.open),
            **dict.fromkeys(NETWORKS, self.files.open),
            LESSON: self.lessons.open_file,
            RECORDING: self.recordings.offer,
        }

    def _open_example(self) -> None:
        self.safety.before(self._bring_example, PLAYGROUND)

    def _bring_example(self) -> None:
        self._to_page(PLAYGROUND)
        self.do(intents.OpenExample("forward_pass"))
        self.do(intents.ShowPoint(*FORWARD_PASS_INPUT))

    # What is said

    def say(self, key: str) -> None:
        """A sentence of the table in the status bar."""
        self._show_notice(Notice(key, {}))

    def _show_notice(self, notice: Notice) -> None:
        if notice.key == "model_saved":
            self.recent.add(notice.fields["file"])
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
            self.training.toggle()

    def _about(self) -> None:
        About(self._theme, self).open()

    # Qt overrides

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self.safety.may_close() and self.recordings.close()):
            event.ignore()
            return
        self.presenting.close()
        # Away at once: the worker may need a moment to come to an end.
        self.hide()
        self.sweeps.close()
        self.teaching.close()
        self.safety.close()
        self._session.close()
        super().closeEvent(event)
