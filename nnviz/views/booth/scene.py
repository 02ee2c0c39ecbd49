"""BoothScene: everything a visitor sees. It can be thrown away and built anew any time: what must last is in Visit.

Of a drawing nothing outlives the sheet: whenever `VisitState.drawn` turns False, canvas, session and pictures forget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nnviz.board.bars import DigitBars
from nnviz.board.canvas import DigitCanvas
from nnviz.board.verdict import Verdict
from nnviz.board.words import DigitWords
from nnviz.data.strokes import Stroke
from nnviz.engine.explanation import Explanation, explain, runner_up
from nnviz.languages import LANGUAGES, in_use
from nnviz.session.booth.handwriting import open_samples
from nnviz.session.booth.visit import ATTRACT, EXPLAIN, NO_DIGIT, SENTENCES, Visit, VisitState, read_answer
from nnviz.session.drawing import CANVAS_EXTENT
from nnviz.session.intents import DrawStrokes
from nnviz.theme.theme import Theme
from nnviz.views.booth.arrangement import arrange
from nnviz.views.booth.button import TouchButton
from nnviz.views.booth.choices import Choices
from nnviz.views.booth.demonstration import Demonstration
from nnviz.views.booth.evidence import Evidence
from nnviz.views.booth.glow import Glow
from nnviz.views.booth.sign import RIGHT, Sign
from nnviz.views.booth.units import Units
from nnviz.views.booth.words import BoothWords
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session

HALL = 3.5
"""Largest writing beside a bar, in sizes of ordinary text: it is read from afar."""
GREETING = 30.0
"""Seconds for which the host is told a PIN that nobody chose."""


class BoothScene(Worded, QWidget):
    """Signals: language_requested(str), one of LANGUAGES, when a visitor wants another one.

    explanation  what EXPLAIN explains, None elsewhere
    """

    language_requested = Signal(str)

    def __init__(self, session: Session, theme: Theme, visit: Visit, parent: QWidget, pin: str = "") -> None:
        """`pin`: shown to the host for a while, "" for none."""
        super().__init__(parent)
        self._session, self._theme, self._visit, self._pin = session, theme, visit, pin
        self._age, self._stale = 0.0, True
        self._shown = VisitState()
        self._writing = open_samples()
        self.explanation: Explanation | None = None
        self.setObjectName("booth_scene")
        self._words, self._digit_words = BoothWords(self), DigitWords(self)
        self._build(parent)
        self._connect()
        self._visit.leave()
        self._come_to_rest()
        self._show()

    # building

    def _build(self, keyboard: QWidget) -> None:
        theme = self._theme
        self.headline = Sign("booth_headline", theme, self, lines=2, bold=True)
        self.language = TouchButton("booth_language", theme, self)
        self.canvas = DigitCanvas(self._session.clock, theme, self)
        # The keyboard is the window's, wherever a pen goes down: undo and clear are no keys of the booth.
        self.canvas.setFocusProxy(keyboard)
        self.demonstration = Demonstration(theme, self)
        self.evidence = Evidence(theme, self._words, self)
        self.verdict = Verdict(theme, self._digit_words, self)
        self.bars = DigitBars(theme, self._digit_words, self, largest=HALL)
        self.network = Glow(theme, self)
        self.units = Units(theme, self._words, self)
        self.choices = Choices(theme, self)
        self.score = Sign("booth_score", theme, self, lines=2)
        self.note = Sign("booth_note", theme, self, lines=2, align=RIGHT)

    def _connect(self) -> None:
        choices, session = self.choices, self._session
        self.canvas.strokes_changed.connect(self._on_strokes)
        self.language.clicked.connect(self._on_language)
        choices.right.connect(self._on_right)
        choices.fooled.connect(self._on_fooled)
        choices.meant.connect(self._on_meant)
        choices.back.connect(self._on_back)
        choices.again.connect(self._on_again)
        choices.next.connect(self.touch)
        session.prediction_changed.connect(self._on_prediction)
        session.clock.slow.connect(self._on_slow)

    # what a visitor does

    def touch(self) -> None:
        """Something was touched, it does not matter what."""
        self._visit.touch()
        self._follow()

    def _on_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        self._visit.draw(bool(strokes))
        self._session.do(DrawStrokes(strokes, CANVAS_EXTENT))
        self._pin = ""
        self._follow()

    def _on_right(self) -> None:
        self._visit.say_right()
        self._follow()

    def _on_fooled(self) -> None:
        self._visit.say_fooled()
        self._follow()

    def _on_meant(self, digit: int) -> None:
        self._visit.say_meant(digit)
        self._follow()

    def _on_back(self) -> None:
        self._visit.think_again()
        self._follow()

    def _on_again(self) -> None:
        self._visit.start_over()
        self._follow()

    def _on_language(self) -> None:
        self._visit.read_again()
        self.language_requested.emit(_other_language())

    # what time does

    def advance(self, seconds: float) -> None:
        """So much time passes."""
        self._age += seconds
        if self._age > GREETING:
            self._pin = ""
        self._visit.advance(seconds, self._answer, self.canvas.is_drawing)
        self._follow()
        if self._shown.phase == ATTRACT:
            self._write(seconds)

    def _write(self, seconds: float) -> None:
        """The hand that writes digits, and the network that reads them."""
        before = self._writing.strokes
        self._writing.advance(seconds, self._theme.calm)
        if self._writing.strokes != before:
            self._session.do(DrawStrokes(self._writing.strokes, CANVAS_EXTENT))
        self.demonstration.show_strokes(self._writing.strokes, not self._writing.finished)

    @property
    def _answer(self) -> int | None:
        prediction = self._session.prediction
        return None if prediction is None else read_answer(prediction.answer)

    # showing

    def _follow(self) -> None:
        """Show where the visitor is now."""
        state, before = self._visit.state, self._shown
        if state == before:
            return
        self._shown = state
        moved = state.phase != before.phase
        if moved and state.phase == ATTRACT:
            self._come_to_rest()
        elif not state.drawn and (before.drawn or before.phase == ATTRACT):
            self._forget()
        elif moved and state.phase == EXPLAIN:
            self._explain(state)
        self._show()

    def _come_to_rest(self) -> None:
        """Nobody is here: nothing is left of who was."""
        self._forget()
        self._writing.restart(self._theme.calm)
        self.demonstration.show_strokes((), False)

    def _forget(self) -> None:
        self.canvas.forget()
        self.evidence.forget()
        self.units.forget()
        self.explanation = None
        self._session.do(DrawStrokes((), CANVAS_EXTENT))

    def _explain(self, state: VisitState) -> None:
        """The answer, or what came nearest to one, beside the digit that was meant, or the runner-up."""
        prediction = self._session.prediction
        if prediction is None:
            return
        trace, network = prediction.trace, self._session.snapshot.network
        answer = int(trace.z[-1][0].argmax())
        meant = state.meant
        rival = runner_up(trace, answer) if meant is None or meant in (answer, NO_DIGIT) else meant
        self.explanation = explain(network, trace, answer, rival)
        self.evidence.show_input(trace.x[0])
        self.units.show_explanation(self.explanation, network)

    def _show(self) -> None:
        state, explanation = self._shown, self.explanation
        explaining = explanation is not None
        if explanation and state.sentence > 1:
            self.evidence.show_evidence(explanation)
        self.demonstration.setVisible(state.phase == ATTRACT)
        self.evidence.setVisible(explaining)
        self.canvas.setVisible(not explaining)
        self.units.setVisible(explaining and state.sentence >= len(SENTENCES))
        self.network.setVisible(self.units.isHidden())
        self.choices.show_state(state)
        self._say()

    def _say(self) -> None:
        state, words = self._shown, self._words
        role = "text" if state.countdown is None else "warning"
        self.headline.say(words.headline(state, self._answer, self.explanation, len(self.units.units)), role)
        self.language.write(LANGUAGES[_other_language()])
        self.score.say(words.score(self._visit.tally.counts), "muted")
        self.note.say(words.greeting(self._pin) if self._pin else words.note(), "accent" if self._pin else "muted")

    def _on_prediction(self, _: object) -> None:
        self._stale = True

    def _on_slow(self) -> None:
        """What the network says, ten times a second: nobody reads faster."""
        if self._stale and self.isVisible():
            self._stale = False
            session, prediction = self._session, self._session.prediction
            self.verdict.show_prediction(prediction, session.experiment)
            self.bars.show_prediction(prediction, session.experiment)
            self.network.show_pass(session.snapshot.network, prediction.trace if prediction else None)
        self._say()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything in its place."""
        super().resizeEvent(event)
        places = arrange(self.width(), self.height())
        self.headline.setGeometry(places.headline)
        self.language.setGeometry(places.language)
        for part in (self.canvas, self.demonstration, self.evidence):
            part.setGeometry(places.canvas)
        self.verdict.setGeometry(places.verdict)
        self.bars.setGeometry(places.bars)
        for picture in (self.network, self.units):
            picture.setGeometry(places.network)
        self.choices.setGeometry(places.choices)
        self.score.setGeometry(places.score)
        self.note.setGeometry(places.note)

    def _word(self) -> None:
        self.units.word()
        self._say()


def _other_language() -> str:
    """The next of LANGUAGES."""
    names = list(LANGUAGES)
    return names[(names.index(in_use()) + 1) % len(names)]
