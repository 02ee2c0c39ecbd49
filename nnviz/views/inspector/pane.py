"""The inspector pane: what every number of the chosen unit or weight is made of."""

from __future__ import annotations

from time import thread_time

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from nnviz.engine.refusal import Refusal
from nnviz.session.intents import Edit
from nnviz.session.moment import Moment
from nnviz.session.names import error_in_words
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.inspector.edge_view import EdgeView
from nnviz.views.inspector.input_view import InputView
from nnviz.views.inspector.reading import Choice, Reading, reading_of
from nnviz.views.inspector.snippet import snippet
from nnviz.views.inspector.unit_view import UnitView
from nnviz.views.inspector.view import Kit, Subject, View
from nnviz.views.inspector.words import InspectorWords
from nnviz.widgets.typesetter import Typesetter
from nnviz.widgets.worded import Worded

SMALLEST = QSize(260, 240)
MARGIN = 12
SHARE = 0.03
"""Share of the time that making new numbers may take while the run trains: what the window computes, training waits
for. Small networks are shown at every tick, those that take 20 ms every 0.7 s."""


class InspectorPane(Worded, QWidget):
    """One unit or weight in full.

    Signals: source_pointed(int | None, int): layer and unit of a source one points at, None: none any more;
    choice_changed(object): the Choice that is shown, None while there is none.
    """

    source_pointed = Signal(object, int)
    choice_changed = Signal(object)

    def __init__(
        self, session: Session, theme: Theme, parent: QWidget | None = None, typesetter: Typesetter | None = None
    ) -> None:
        """`typesetter`: one that has set formulas already."""
        super().__init__(parent)
        self._session = session
        self._words = InspectorWords(theme, self)
        self._kit = Kit(theme, typesetter or Typesetter(), self._words)
        self._choice: Choice | None = None
        self._reading: Reading | None = None
        self._view: View | None = None
        self._dirty = True
        self._rest, self._cost = QElapsedTimer(), 0.0
        self.setObjectName("inspector_pane")
        self._build()
        self._connect()
        self._word()

    @property
    def choice(self) -> Choice | None:
        """What is shown."""
        return self._choice

    @property
    def reading(self) -> Reading | None:
        """The iteration its numbers come from."""
        return self._reading

    @property
    def view(self) -> View | None:
        """The parts below the title."""
        return self._view

    def show_unit(self, layer: int, unit: int) -> None:
        """Show a unit; layer 0 is the input."""
        self._choose(Choice(layer, unit))

    def show_edge(self, k: int, i: int, j: int) -> None:
        """Show the weight W[k][i, j]; k = 0 is the weight layer behind the input."""
        self._choose(Choice(k + 1, j, i))

    def clear(self) -> None:
        """Show how to choose something."""
        self._choose(None)

    # building

    def _build(self) -> None:
        self.title, self.about, self.empty = QLabel(self), QLabel(self), QLabel(self)
        for name, label, role in (
            ("title", self.title, "title"), ("about", self.about, "hint"), ("empty", self.empty, "hint"),
        ):  # fmt: skip
            label.setObjectName(f"inspector_{name}")
            label.setProperty("role", role)
            label.setWordWrap(True)
        self.title.setFont(self._kit.theme.font(1.15, bold=True))
        self.copy = QPushButton(self)
        self.copy.setObjectName("inspector_copy")
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN // 2, MARGIN)
        layout.setSpacing(4)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for widget in (self.title, self.about, self.empty):
            layout.addWidget(widget)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignRight)
        layout.addStretch()

    def _connect(self) -> None:
        session = self._session
        for signal in (
            session.snapshot_changed, session.prediction_changed, session.experiment_changed, session.data_changed,
            session.page_changed, session.state_changed, session.passes.changed,
        ):  # fmt: skip
            signal.connect(self._soil)
        session.passes.moment_changed.connect(self._on_moment)
        session.clock.slow.connect(self._on_slow)
        session.clock.text.connect(self._on_text)
        self._kit.theme.changed.connect(self._on_theme)
        self._notation = self._words.notation
        self.copy.clicked.connect(self._copy)

    # what has changed

    def _soil(self, _: object) -> None:
        self._dirty = True

    def _on_text(self) -> None:
        if self._dirty and self.isVisible() and self._due():
            begun = thread_time()
            self._refresh()
            self._cost = thread_time() - begun
            self._rest.start()

    def _due(self) -> bool:
        """While it trains, only after a rest."""
        hurried = self._session.state.is_running and not self._session.clock.unhurried
        return not hurried or not self._rest.isValid() or self._rest.hasExpired(int(1000 * self._cost / SHARE))

    def _on_slow(self) -> None:
        # While nothing trains, an edit is answered at once.
        if not self._session.state.is_running:
            self._on_text()

    def _on_moment(self, moment: Moment | None) -> None:
        if self._view is not None and self.isVisible():
            self._view.show_beat(moment.beat if moment else None)

    def _on_theme(self, _: object) -> None:
        self.title.setFont(self._kit.theme.font(1.15, bold=True))
        if self._words.notation != self._notation:
            self._notation = self._words.notation
            self._word()

    # showing

    def _choose(self, choice: Choice | None) -> None:
        if choice != self._choice:
            self.source_pointed.emit(None, 0)
            if self._view is not None:
                self._view.forget()
            self._choice = choice
            self._refresh()
            self.choice_changed.emit(choice)

    def _refresh(self) -> None:
        self._dirty = False
        if self._choice is not None and not self._choice.fits(self._session.experiment.sizes):
            self._choose(None)
            return
        self._reading = reading_of(self._session) if self._choice else None
        subject = self._subject()
        if subject is None:
            self._show_empty()
            return
        self._show_title(subject)
        self._view_for(subject.choice).show_subject(subject)
        self._on_moment(self._session.passes.moment)

    def _subject(self) -> Subject | None:
        """What there is to show; numbers of another network than the one on screen are none."""
        reading, choice = self._reading, self._choice
        if reading is None or choice is None or not choice.fits(reading.experiment.sizes):
            return None
        data = self._session.data
        fits = data is not None and data.inputs == reading.experiment.inputs
        return Subject(reading, choice, self._session.experiment, data.image if data and fits else None)

    def _show_empty(self) -> None:
        self.title.setVisible(self._choice is not None)
        self.about.hide()
        self.copy.hide()
        self._drop_view()
        self._scroll.hide()
        if self._choice is None:
            self.empty.setText(self.tr("Click a unit or a connection in the network to see what its numbers are."))
        else:
            self.title.setText(self._name(self._choice))
            self.empty.setText(self.tr("Nothing goes through the network yet: draw a digit, or show a sample."))
        self.empty.show()

    def _show_title(self, subject: Subject) -> None:
        self.title.setText(self._name(subject.choice))
        self.about.setText(self._words.about(subject.reading, subject.choice))
        for widget in (self.title, self.about, self._scroll):
            widget.show()
        self.copy.setVisible(subject.choice.layer > 0)
        self.empty.hide()

    def _name(self, choice: Choice) -> str:
        unit = self._unit_name(Choice(choice.layer, choice.unit))
        if not choice.is_weight:
            return unit
        return self._words.weight(self._unit_name(Choice(choice.layer - 1, choice.source)), unit)

    def _unit_name(self, choice: Choice) -> str:
        data = self._session.data
        columns = data.image[1] if data and data.image else 0
        return self._words.unit(self._session.experiment, choice, data.classes if data else (), columns)

    def _view_for(self, choice: Choice) -> View:
        kind = EdgeView if choice.is_weight else UnitView if choice.layer else InputView
        if not isinstance(self._view, kind):
            self._drop_view()
            self._view = kind(self._kit)
            self._view.edit_requested.connect(self._edit)
            self._view.choice_requested.connect(self._choose)
            self._view.source_pointed.connect(self.source_pointed)
            self._view.explained.connect(self._show_message)
            self._scroll.setWidget(self._view)
            self._view.setAutoFillBackground(False)
            self._view.show()
        return self._view

    def _drop_view(self) -> None:
        view = self._scroll.takeWidget()
        self._view = None
        if view is not None:
            view.hide()
            view.deleteLater()

    # what the user does

    def _edit(self, edit: Edit) -> None:
        message = ""
        try:
            self._session.do(edit)
        except Refusal as error:
            message = error_in_words(error)
        if self._view is not None:
            self._view.explain(message)
            if message:
                self._refresh()

    def _show_message(self) -> None:
        # Nobody reads why something was refused where it is scrolled out of sight.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        if self._view is not None:
            self._scroll.ensureWidgetVisible(self._view.message, 0, MARGIN)

    def _copy(self) -> None:
        subject = self._subject()
        if subject is not None:
            code = snippet(subject.reading, subject.choice, self._name(subject.choice), self._notation)
            QGuiApplication.clipboard().setText(code)

    # Qt

    def sizeHint(self) -> QSize:
        """A dock's worth."""
        return QSize(340, 640)

    def minimumSizeHint(self) -> QSize:
        """Narrow, but readable."""
        return SMALLEST

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        if self._dirty:
            self._refresh()

    def _word(self) -> None:
        self.setAccessibleName(self.tr("Inspector"))
        self.copy.setText(self.tr("Copy as NumPy"))
        self.copy.setToolTip(self.tr("Copy code that computes these numbers again"))
        if self._view is not None:
            self._view.word()
        self._refresh()
