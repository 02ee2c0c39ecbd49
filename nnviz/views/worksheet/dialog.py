"""WorksheetDialog: a worksheet that is filled in on screen, and saved for printing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nnviz.engine.refusal import Refusal
from nnviz.errors import words
from nnviz.session.facts import Notice
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.worksheet.form import SheetForm
from nnviz.views.worksheet.head import SheetHead
from nnviz.views.worksheet.line_panel import LinePanel
from nnviz.views.worksheet.pages import save_worksheet
from nnviz.views.worksheet.subjects import EXAMPLE, NETWORK, example_subject, network_subject
from nnviz.views.worksheet.words import WorksheetWords
from nnviz.views.worksheet.writing import Script, Writing
from nnviz.widgets.files import SaveDialog
from nnviz.widgets.message_label import MessageLabel
from nnviz.widgets.screen_room import on_screen
from nnviz.widgets.typesetter import Typesetter
from nnviz.widgets.worded import Worded
from nnviz.worksheets.sheet import Subject, Worksheet, worksheet

SIZE, LEAST = (660, 820), (470, 560)
"""First and smallest size at the ordinary size of writing."""
FORM_SHARE = 1000
"""All of the height that is left, beside the stretch below it."""


class WorksheetDialog(Worded, QDialog):
    """`sheet` is what is worked out, None where there is none; then `message` says why.

    Signals: saved(Notice) after a file was written, refused(Exception) where that was not possible.
    """

    saved = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("worksheet_dialog")
        self._session, self._theme, self._words = session, theme, WorksheetWords(self)
        self._owner = parent
        typesetter = Typesetter()
        self.sheet: Worksheet | None = None
        self._subject: Subject | None = None
        self.head = SheetHead(self)
        self.message = MessageLabel(self)
        self.message.setObjectName("worksheet_refusal")
        self.form = SheetForm(theme, typesetter, self)
        self.panel = LinePanel(Writing(typesetter), self)
        self._build()
        self._connect()
        self._word()
        self._measure()
        self.resize(self._fitted(SIZE))

    def open_sheet(self) -> None:
        """Show it: with the network as it is now, unless somebody is at work on a sheet already."""
        if not self.form.is_touched:
            self.choose(self.head.subject.value() or NETWORK)
        self.show()
        self.activateWindow()
        if self.form.rows and self.sheet is not None:
            self.form.go_to(self.form.current or self.form.rows[0])

    def choose(self, subject: str) -> None:
        """A new sheet of "network" or "example"."""
        self.head.subject.set_value(subject)
        makers: dict[str, Callable[[], Subject]] = {
            NETWORK: lambda: network_subject(self._session), EXAMPLE: example_subject,
        }  # fmt: skip
        try:
            self._subject = makers[subject]()
        except Refusal as error:
            self._subject = None
            self._show_nothing(error)
        else:
            self.form.clear_answers()
            self._make()

    def save(self, path: Path, solution: bool) -> None:
        """Write the sheet, or its solution, into a PDF."""
        if self.sheet is None:
            return
        try:
            save_worksheet(self.sheet, path, solution, self.head.paper.value(), self._theme.notation)
        except Refusal as error:
            self.refused.emit(error)
        else:
            self.saved.emit(Notice("worksheet_saved", {"file": path}))

    # Private

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.message)
        column.addWidget(self.form, FORM_SHARE)
        column.addWidget(self.panel)
        # Where there is no sheet, what is left stays at the top.
        column.addStretch(1)
        self.panel.hide()

    def _connect(self) -> None:
        head, form, panel = self.head, self.form, self.panel
        head.subject_chosen.connect(self.choose)
        head.rounding_chosen.connect(self._make)
        head.retake_requested.connect(self._retake)
        head.check_requested.connect(form.check_all)
        head.save_requested.connect(self._ask)
        form.current_changed.connect(self._show_current)
        form.progressed.connect(self._show_progress)
        panel.check_requested.connect(self._check)
        panel.terms_requested.connect(form.open_terms)
        panel.solution_requested.connect(form.show_solution)
        self._theme.changed.connect(self._dress)

    def _make(self) -> None:
        """The sheet of the subject with the rounding that is chosen."""
        if self._subject is None:
            return
        try:
            sheet = worksheet(self._subject, int(self.head.decimals.value()), self.head.is_carried)
        except Refusal as error:
            self._show_nothing(error)
            return
        self.sheet = sheet
        self.message.show_text("")
        self._show_sheet(sheet)

    def _show_sheet(self, sheet: Worksheet) -> None:
        self.form.show_sheet(sheet)
        self.form.show()
        self._enable(True)

    def _show_nothing(self, error: Refusal) -> None:
        self.sheet = None
        self.message.show_text(words(error, partial(QCoreApplication.translate, "errors")))
        self.form.hide()
        self.panel.hide()
        self.head.progress.setText("")
        self._enable(False)

    def _enable(self, on: bool) -> None:
        for button in (self.head.check_all, self.head.save, self.head.save_solution):
            button.setEnabled(on)
        self.head.retake.setVisible(self.head.subject.value() == NETWORK)

    def _show_progress(self) -> None:
        done, count = self.form.done, len(self.form.rows)
        self.head.progress.setText(self._words.complete(count) if done == count else self._words.progress(done, count))

    def _show_current(self) -> None:
        if self.sheet is not None:
            self.panel.show_row(self.form.current, Script(self.sheet, self._theme.notation))

    def _check(self) -> None:
        row = self.form.current
        if row is not None:
            row.check()
            self._show_progress()
            self._show_current()
            row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retake(self) -> None:
        self.choose(NETWORK)

    def _ask(self, solution: bool) -> None:
        title = self.tr("Save the solution") if solution else self.tr("Save the sheet")
        file = "solution.pdf" if solution else "worksheet.pdf"
        dialog = SaveDialog(self, title, "worksheet_save_dialog", file, (self.tr("Document (*.pdf)"),), "pdf")
        dialog.fileSelected.connect(lambda path: self.save(Path(path), solution))
        dialog.open()

    def _word(self) -> None:
        self.setWindowTitle(self.tr("Worksheet"))
        self.setAccessibleName(self.tr("Worksheet"))
        self.head.word()
        self.form.word(self.sheet)
        self.panel.word()
        if self.sheet is not None:
            self._show_progress()
            self._show_current()

    def _measure(self) -> None:
        self.setMinimumSize(self._fitted(LEAST))

    def _fitted(self, size: tuple[int, int]) -> QSize:
        """A size for this size of writing; the panel at the foot must not lie below the screen."""
        return on_screen(QSize(*(round(length * self._theme.scale) for length in size)), self._owner)

    def _dress(self) -> None:
        """Another notation, size of writing, or other colours."""
        self._measure()
        if self.sheet is not None:
            self._show_sheet(self.sheet)
