"""PassesBar: the strip under the network that plays one iteration slowly."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSizePolicy, QVBoxLayout, QWidget

from nnviz.errors import words
from nnviz.session.intents import ClosePasses, Intent, OpenPasses, PausePasses, PlayPasses, SeekPasses, StepPasses
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.passes.invitation import Invitation
from nnviz.views.passes.player import Player
from nnviz.views.passes.words import PassesWords
from nnviz.widgets.worded import Worded

MARGINS = (10, 4, 10, 4)
PLANE = 2
"""Inputs of a network that is shown points."""
PATIENCE = 600
"""Frames, about ten seconds, that a mini-batch is waited for: it may have been overtaken by something else."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PassesBar(Worded, QWidget):
    """Closed: an invitation. Open: the player.

    Space: play or pause (on a button or a list it does what it does everywhere). Left, Right: one step. Escape: close.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._words = PassesWords(theme, self)
        self._awaited = 0
        self._step: object = None
        self._resume = False
        self._state_dirty = self._moment_dirty = True
        self.invitation = Invitation(theme, self)
        self.player = Player(theme, self._words, self)
        self._build()
        self._connect()
        self._refresh()

    # What a window may call

    def show_passes(self) -> None:
        """Open what is shown, and play it."""
        self._open("shown")

    def show_batch(self) -> None:
        """Make one real iteration on the next mini-batch, and play it."""
        self._open("batch")

    def toggle_play(self) -> None:
        """Play or pause; from the beginning where nothing is on the stage yet."""
        state = self._session.passes.state
        if not state.is_open:
            self.show_passes()
        else:
            self._do(PausePasses() if state.playing else PlayPasses())

    # Building

    def _build(self) -> None:
        self.setObjectName("passes_bar")
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.addWidget(self.invitation)
        column.addWidget(self.player)
        self.player.hide()
        # Arrow keys on a button would move the focus, here they are steps of the film.
        for part in (*self.findChildren(QAbstractButton), *self.findChildren(QComboBox)):
            part.installEventFilter(self)
        self._name()

    def _connect(self) -> None:
        session, player = self._session, self.player
        session.passes.changed.connect(self._on_changed)
        session.passes.moment_changed.connect(self._on_moment)
        session.data_changed.connect(self._on_other_run)
        session.prediction_changed.connect(self._on_prediction)
        session.page_changed.connect(self._on_other_run)
        session.failed.connect(self._on_other_run)
        self._theme.changed.connect(self._on_changed)
        session.clock.frame.connect(self._on_frame)
        session.clock.text.connect(self._on_text)
        self.invitation.show_button.clicked.connect(self.show_passes)
        self.invitation.batch_button.clicked.connect(self.show_batch)
        player.play_toggled.connect(self.toggle_play)
        player.wished.connect(self._do)
        player.batch_requested.connect(self.show_batch)
        player.track.sliderPressed.connect(self._on_grab)
        player.track.sliderReleased.connect(self._on_release)
        player.track.valueChanged.connect(self._on_seek)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Passes, step by step"))

    # Wishes

    def _do(self, intent: Intent) -> bool:
        """Carry out an intent; a refusal is told in the strip. True where it was taken."""
        try:
            self._session.do(intent)
        except ValueError as error:
            self._warn(words(error, _error_in_words))
            return False
        self._warn("")
        return True

    def _warn(self, text: str) -> None:
        for line in (self.invitation.hint, self.player.caption):
            line.warn(text)

    def _open(self, subject: str) -> None:
        """Open and play: a batch may come only after the worker has made its iteration."""
        self._step = self._session.passes.step
        self._awaited = PATIENCE if self._do(OpenPasses(subject)) else 0
        self._play_awaited()

    def _play_awaited(self) -> None:
        step = self._session.passes.step
        if self._awaited and step is not None and step is not self._step:
            self._awaited = 0
            self._do(PlayPasses())

    def _on_grab(self) -> None:
        self._resume = self._session.passes.state.playing
        if self._resume:
            self._do(PausePasses())

    def _on_release(self) -> None:
        if self._resume and self._session.passes.state.is_open:
            self._do(PlayPasses())
        self._resume = False

    def _on_seek(self, _: int) -> None:
        if self._session.passes.state.is_open:
            self._do(SeekPasses(self.player.track.position))

    # Facts

    def _on_changed(self, _: object) -> None:
        self._state_dirty = self._moment_dirty = True

    def _on_moment(self, _: object) -> None:
        self._moment_dirty = True

    def _on_prediction(self, _: object) -> None:
        """Something else is shown: why nothing could be is out of date."""
        if not self._session.passes.state.is_open:
            self._warn("")

    def _on_other_run(self, _: object) -> None:
        self._awaited = 0
        self._state_dirty = True
        self._warn("")

    def _on_frame(self) -> None:
        self._awaited = max(self._awaited - 1, 0)
        self._play_awaited()
        if self.isVisible():
            self._refresh()

    def _on_text(self) -> None:
        if self.isVisible() and self._session.passes.state.is_open:
            self.player.caption.tell()

    def _refresh(self) -> None:
        passes = self._session.passes
        moment, classes = passes.moment, self._classes()
        if moment is None:
            self.invitation.invite(self._way())
        if moment is None and self._awaited:
            # The next mini-batch is on its way: the player stays as it is.
            return
        if self._state_dirty:
            self._state_dirty = False
            self._swap(moment is not None)
            if moment:
                self.player.show_state(passes.state, passes.script, classes)
        if moment and self._moment_dirty:
            self.player.show_moment(moment, classes)
        self._moment_dirty = False

    def _way(self) -> str:
        """What has to be done before anything can be shown, "" where something is."""
        if self._session.prediction is not None:
            return ""
        return "point" if self._session.experiment.inputs == PLANE else "digit"

    def _swap(self, opened: bool) -> None:
        """Invitation or player; the keyboard goes along."""
        if opened != self.player.isHidden():
            return
        inside = self.isAncestorOf(self.window().focusWidget() or self)
        self.player.setVisible(opened)
        self.invitation.setVisible(not opened)
        if inside:
            target = self.player.play if opened else self.invitation.show_button
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _classes(self) -> tuple[str, ...]:
        """Names of the classes; of a network that came without data their numbers; none in a regression."""
        experiment, data = self._session.experiment, self._session.data
        count = max(experiment.outputs, 2)
        if experiment.output == "identity":
            return ()
        return data.classes if data and len(data.classes) == count else tuple(map(str, range(count)))

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing was done while it was hidden."""
        super().showEvent(event)
        self._refresh()

    def _word(self) -> None:
        self._name()
        self.invitation.word()
        self.player.word()
        self._state_dirty = self._moment_dirty = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steps, also while a button or a list has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_step(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the children leave."""
        opened = self._session.passes.state.is_open
        if event.key() == Qt.Key.Key_Space and opened:
            self.toggle_play()
        elif event.key() == Qt.Key.Key_Escape and opened:
            self._do(ClosePasses())
        elif not self._take_step(event):
            super().keyPressEvent(event)

    def _take_step(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key not in STEPS or not plain or not self._session.passes.state.is_open:
            return False
        self._do(StepPasses(STEPS[key]))
        return True


def _error_in_words(text: str) -> str:
    return QCoreApplication.translate("errors", text)
