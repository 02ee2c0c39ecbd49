"""Performance: plays a lesson without anybody: reads, thinks, answers, trains, draws and goes on, tick by tick."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nnviz.assets import resource
from nnviz.data.strokes import Stroke, parse_strokes
from nnviz.engine.refusal import Refusal
from nnviz.lessons.lesson import Question, Step
from nnviz.session.drawing import CANVAS_EXTENT
from nnviz.session.intents import ChooseAnswer, DrawStrokes, Intent, NextStep, OpenLesson
from nnviz.session.lecture import DONE, PREDICT
from nnviz.session.recording import Cue

if TYPE_CHECKING:
    from nnviz.session.session import Session

TICKS = 60
"""In a second."""
PACES = {"ko": (r"[가-힣]+", 0.45)}
"""By language: what is read, and the seconds each takes. Of Korean the words are longer, and carry their particles."""
USUAL = (r"[^\W_]+", 0.28)
FORMULA, FORMULA_SECONDS = r"\$[^$]+\$", 1.2
"""A formula takes as long as a few words."""
BRIEFEST, LONGEST = 3.0, 40.0
"""Seconds that a text stays at least and at most."""
THINK, AFTER, OPENING = 2.5, 1.2, 1.0
"""Seconds to think about a question, between two steps, and before the first word."""
STILL = 15.0
"""Seconds that something which goes on by itself is watched at most, after the text is read."""
PATIENCE = 30.0
"""Seconds after which a step that waits for something goes on without it."""
RATE = 60.0
"""Iterations a second where a lesson does not say: a change of weights can be followed at each frame."""
DRAWING, DRAWN = "three.json", 1.6
"""What is drawn where a step waits for a drawing, and in how many seconds."""


class Performance(QObject):
    """A lesson in a session, from `begin` to `close`; it moves with the ticks of the session.

    tick    where it stands;  cues: of the steps that were begun
    asking  the question of a step is what is to be read now
    """

    def __init__(self, session: Session, lesson: str, language: str) -> None:
        super().__init__()
        self._session, self._lesson, self._language = session, lesson, language
        self._cues: list[Cue] = []
        self._script = self._played()
        self._owed = Fraction(0)
        self.tick, self.over, self.asking = 0, False, False

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The steps begun so far."""
        return tuple(self._cues)

    @property
    def names(self) -> tuple[str, ...]:
        """Of all cues there will be; known once it has begun."""
        lesson = self._session.lecture.state.lesson
        return tuple(step.title for step in lesson.steps) if lesson else ()

    def begin(self) -> None:
        """Open the lesson. Refusal as of `Lecture.open`."""
        self._session.hold()
        try:
            self._session.do(OpenLesson(self._lesson, self._language))
        except Exception:
            self._session.release()
            raise
        self._session.metronome.ticked.connect(self._on_tick)
        next(self._script)

    def close(self) -> None:
        """Leave the session as it is."""
        self._session.metronome.ticked.disconnect(self._on_tick)
        self._session.release()

    def _on_tick(self) -> None:
        self.tick += 1
        self._train()
        self.over = next(self._script, True) is True

    def _train(self) -> None:
        """As many iterations as a tick has at the speed that the lesson chose."""
        running = self._session.state.is_running
        self._owed += Fraction(self._session.speed or RATE).limit_denominator(1000) / TICKS if running else 0
        whole = int(self._owed)
        self._owed -= whole
        self._session.iterate(whole)

    # What is done; each `yield` is a tick

    def _played(self) -> Iterator[None]:
        yield from _rest(OPENING)
        while True:
            yield from self._shown(self._step)
            if self._session.lecture.state.is_last:
                return
            self._do(NextStep())

    def _shown(self, step: Step) -> Iterator[None]:
        """A step: read; asked and answered, where it asks; done."""
        self._cues.append(Cue(self.tick, step.title))
        yield from _rest(self._reading(step.text))
        if self._session.lecture.state.phase == PREDICT and step.predict:
            yield from self._asked(step.predict)
        yield from self._waited(step)
        yield from self._still()
        yield from _rest(AFTER)

    def _asked(self, question: Question) -> Iterator[None]:
        self.asking = True
        yield from _rest(self._reading(" ".join((question.question, *question.answers))) + THINK)
        self.asking = False
        self._do(ChooseAnswer(question.right))
        yield from _rest(self._reading(question.because))

    def _waited(self, step: Step) -> Iterator[None]:
        """Until the step is done; where that takes too long, or nobody is there to do it, on without it."""
        if step.wait and step.wait.kind == "drawing":
            yield from self._drawn()
        for _ in range(round(PATIENCE * TICKS)):
            by_hand = step.wait is not None and step.wait.kind == "lab"
            if self._session.lecture.state.phase == DONE or by_hand:
                return
            yield

    def _drawn(self) -> Iterator[None]:
        strokes = parse_strokes(resource("drawings", DRAWING).read_text(encoding="utf-8"))
        ticks = round(DRAWN * TICKS)
        for tick in range(1, ticks + 1):
            self._do(DrawStrokes(part_of(strokes, tick / ticks), CANVAS_EXTENT))
            yield

    def _still(self) -> Iterator[None]:
        """While something goes on by itself, it is watched."""
        for _ in range(round(STILL * TICKS)):
            if not (self._session.passes.state.playing or self._session.labs.moving):
                return
            yield

    def _do(self, intent: Intent) -> None:
        # A step whose network cannot be had here (no data, say) is shown without it.
        with suppress(Refusal):
            self._session.do(intent)

    @property
    def _step(self) -> Step:
        step = self._session.lecture.state.step
        assert step is not None
        return step

    def _reading(self, text: str) -> float:
        return reading_seconds(text, self._language)


def reading_seconds(text: str, language: str) -> float:
    """How long a text with formulas between dollar signs takes to be read."""
    pattern, each = PACES.get(language, USUAL)
    words = re.findall(pattern, re.sub(FORMULA, " ", text))
    seconds = each * len(words) + FORMULA_SECONDS * len(re.findall(FORMULA, text))
    return min(max(seconds, BRIEFEST), LONGEST)


def part_of(strokes: tuple[Stroke, ...], share: float) -> tuple[Stroke, ...]:
    """The first points of a drawing, as they come about while it is drawn."""
    left = max(round(share * sum(map(len, strokes))), 1)
    parts = []
    for stroke in strokes:
        parts.append(stroke[:left])
        left -= len(stroke)
        if left <= 0:
            break
    return tuple(parts)


def _rest(seconds: float) -> Iterator[None]:
    for _ in range(round(seconds * TICKS)):
        yield
