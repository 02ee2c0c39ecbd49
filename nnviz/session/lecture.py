"""Lecture: plays a lesson. Its actions are intents; each has had its effect before the next is done.

          step without a question                     nothing to wait for
begin ─────────────────────────────► SHOWN ────────────────────────────► DONE ──► begin of the next step
  │                                    ▲  │  the wait is over, or skipped  ▲
  │ step with a question               │  └────────────────────────────────┘
  └──────────────► PREDICT ────────────┘
                          answered, or passed over
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from nnviz.engine.refusal import Refusal
from nnviz.lessons.lesson import Lesson, Step
from nnviz.lessons.loader import catalogue, is_shipped, load, mistake_in
from nnviz.session import intents
from nnviz.session.drawing import Drawing
from nnviz.session.waiting import Waiting

if TYPE_CHECKING:
    from nnviz.session.memento import Memento
    from nnviz.session.session import Session

PREDICT, SHOWN, DONE = "predict", "shown", "done"
SUFFIX = ".toml"


@dataclass(frozen=True)
class LectureState:
    """How the lesson stands.

    lesson  None while none is open;  index: of the step
    phase   PREDICT, SHOWN or DONE, see above;  chosen: the answer to its question, None while there is none
    """

    lesson: Lesson | None = None
    index: int = 0
    phase: str = DONE
    chosen: int | None = None

    @property
    def step(self) -> Step | None:
        """The step in front."""
        return self.lesson.steps[self.index] if self.lesson else None

    @property
    def is_last(self) -> bool:
        """True on the last step."""
        return self.lesson is not None and self.index == len(self.lesson.steps) - 1


class Lecture(QObject):
    """The lesson of a session.

    Signals: changed(LectureState); arrived(LectureState) when the actions of a step are done; waited(float) with the
    share 0…1 of what it waits for.
    """

    changed = Signal(object)
    arrived = Signal(object)
    waited = Signal(object)

    def __init__(self, session: Session) -> None:
        # No child of the session, which it knows: neither would ever be let go.
        super().__init__()
        self._session = session
        self.state = LectureState()
        self._language, self._speed = "", session.speed
        self._jobs: deque[Callable[[], None]] = deque()
        self._busy = False
        self._mementos: dict[int, Memento] = {}
        self._answers: dict[int, int | None] = {}
        self._waiting: Waiting | None = None
        session.history_changed.connect(self._look)
        session.snapshot_changed.connect(self._look)
        session.drawing_changed.connect(self._note_drawing)
        session.labs.handled.connect(self._note_lab)
        session.metronome.drive(self.advance)

    def handlers(self) -> dict[type[intents.Intent], Callable[..., None]]:
        """What each intent about lessons does."""
        return {
            intents.OpenLesson: lambda intent: self.open(intent.lesson, intent.language),
            intents.NextStep: lambda intent: self._ask(self._next),
            intents.PreviousStep: lambda intent: self._ask(self._back),
            intents.ReplayStep: lambda intent: self._ask(self._replay),
            intents.ChooseAnswer: lambda intent: self.choose(intent.index),
            intents.CloseLesson: lambda intent: self.close(),
        }

    @property
    def is_open(self) -> bool:
        """True while there is a lesson."""
        return self.state.lesson is not None

    @property
    def share(self) -> float | None:
        """How far the step is, 0…1; None where it waits for nothing."""
        return self._waiting.share if self._waiting else None

    @property
    def busy(self) -> bool:
        """True while actions are on their way."""
        return self._busy

    def open(self, lesson: str, language: str) -> None:
        """Begin a lesson. Refusal no_such_lesson, or as of `loader.load`."""
        found = self._load(lesson, language)
        self.close()
        self._language = "" if lesson.endswith(SUFFIX) else language
        self._speed = self._session.speed
        self.state = LectureState(found)
        self._ask(partial(self._begin, 0))

    def translate(self, language: str) -> None:
        """A shipped lesson goes on in another language; its steps are the same. A file of one's own stays."""
        lesson = self.state.lesson
        if lesson and self._language not in ("", language):
            self._language = language
            self._become(lesson=self._load(lesson.id, language))

    def choose(self, index: int) -> None:
        """Answer. Refusal no_question, out_of_range."""
        step = self.state.step
        if self.state.phase != PREDICT or step is None or step.predict is None:
            raise Refusal("no_question")
        if not 0 <= index < len(step.predict.answers):
            raise Refusal("out_of_range", field="index", value=index, low=0, high=len(step.predict.answers) - 1)
        self._answers[self.state.index] = index
        self._ask(self._show)

    def close(self) -> None:
        """No lesson; the session stays as it is, but for the speed, which a lesson chooses for its own sake."""
        self._jobs.clear()
        self._mementos.clear()
        self._answers.clear()
        self._waiting = None
        self._session.forget_runs()
        if self.is_open:
            self.state = LectureState()
            self.changed.emit(self.state)
            self._session.do(intents.SetSpeed(self._speed))

    def advance(self, seconds: float) -> None:
        """So much time passes."""
        if self._waiting:
            self._waiting.pass_time(seconds)
            self._look()

    # Steps

    def _next(self) -> None:
        state = self.state
        if state.phase == PREDICT:
            self._show()
        elif not state.is_last:
            self._begin(state.index + 1)
        elif state.phase == SHOWN:
            self._finish()

    def _back(self) -> None:
        """The session is again what it was when the step before was left."""
        if self.state.index:
            index = self.state.index - 1
            self._restore(self.state.index)
            self._become(index=index, phase=DONE, chosen=self._answers.get(index))

    def _replay(self) -> None:
        if self.state.phase != PREDICT:
            self._restore(self.state.index)
            self._soon(self._show)

    def _begin(self, index: int) -> None:
        """The question of a step, or what it shows. The worker keeps the runs first; when it has come to that, the
        desks here say the same as the runs there."""
        mark = self._session.keep_runs()
        self._answers.pop(index, None)
        step = self._lesson.steps[index]
        self._waiting = None
        self._become(index=index, phase=PREDICT if step.predict else SHOWN, chosen=None)
        self._soon(partial(self._remember, index, mark), *([] if step.predict else [self._show]))

    def _remember(self, index: int, mark: int) -> None:
        self._mementos[index] = self._session.remember(mark)

    def _restore(self, index: int) -> None:
        self._waiting = None
        self._session.go_back(self._mementos[index])

    def _show(self) -> None:
        """Carry out the actions of the step."""
        index, step = self.state.index, self._lesson.steps[self.state.index]
        self._waiting = Waiting(step.wait, self._session) if step.wait else None
        self._become(phase=SHOWN, chosen=self._answers.get(index))
        self._soon(*(partial(self._act, number) for number in range(len(step.actions))), self._arrive)

    def _act(self, number: int) -> None:
        """One action; where it is refused, the others are done all the same."""
        action = self._lesson.steps[self.state.index].actions[number]
        try:
            self._session.do(self._read(action))
        except (ValueError, OSError) as error:
            self._session.failed.emit(self._failure(number, error))

    def _failure(self, number: int, error: Exception) -> Refusal:
        """Who wrote the lesson is told where; who is shown one of ours, which step it is."""
        step = self.state.index
        if isinstance(error, Refusal) and not is_shipped(self._lesson):
            return mistake_in(self._lesson, step, error, "actions", number)
        return Refusal("lesson_action_failed", step=step + 1, number=number + 1, reason=error)

    def _arrive(self) -> None:
        self.arrived.emit(self.state)
        if self._waiting is None:
            self._finish()
        else:
            self._look()

    def _finish(self) -> None:
        self._waiting = None
        self._become(phase=DONE)

    # One thing after the other

    def _ask(self, job: Callable[[], None]) -> None:
        """Do something when all before it is done. Refusal no_lesson_open."""
        if not self.is_open:
            raise Refusal("no_lesson_open")
        self._jobs.append(job)
        self._work()

    def _soon(self, *jobs: Callable[[], None]) -> None:
        """Do this next, before what was asked meanwhile."""
        self._jobs.extendleft(reversed(jobs))

    def _work(self) -> None:
        if self._jobs and not self._busy:
            self._busy = True
            self._jobs.popleft()()
            self._session.settle(self._settled)

    def _settled(self) -> None:
        self._busy = False
        self._work()

    def _become(self, **changed: Any) -> None:
        self.state = replace(self.state, **changed)
        self.changed.emit(self.state)

    # Waiting

    def _note_drawing(self, drawing: Drawing) -> None:
        if self._waiting and drawing.strokes and not self._busy:
            self._waiting.note("drawing")
            self._look()

    def _note_lab(self, lab: str) -> None:
        if self._waiting and not self._busy:
            self._waiting.note("lab", lab)
            self._look()

    def _look(self) -> None:
        """Is it over? Only once all actions are done."""
        if self._waiting is None or self._busy or self._jobs:
            return
        share = self._waiting.share
        self.waited.emit(share)
        if share >= 1:
            self._finish()

    # Files

    @property
    def _lesson(self) -> Lesson:
        assert self.state.lesson is not None
        return self.state.lesson

    def _load(self, lesson: str, language: str) -> Lesson:
        if lesson.endswith(SUFFIX):
            return load(Path(lesson), self._read)
        paths = {entry.id: entry.path for entry in catalogue(language)}
        if lesson not in paths:
            raise Refusal("no_such_lesson", lesson=lesson, known=", ".join(paths))
        return load(paths[lesson], self._read)

    def _read(self, action: Mapping[str, Any]) -> intents.Intent:
        """The intent of an action. Refusal as of the codec, lesson_in_lesson or lesson_writes."""
        intent = self._session.codec.intent(action)
        if isinstance(intent, intents.LessonIntent):
            raise Refusal("lesson_in_lesson", intent=action["do"])
        if isinstance(intent, intents.FileIntent):
            raise Refusal("lesson_writes", intent=action["do"])
        return intent
