"""Visit: where a visitor of the booth is. Time passes only by `advance`, so that an hour can be a minute in a test.

               touch            1.5 s without a stroke         Right!
    ATTRACT ───────► DRAWING ───────────────────────► ANSWER ──────────► EXPLAIN
       ▲               ▲  ▲          pen                │  ▲                │ ▲
       │               │  └─────────────────────────────┤  │ think again    │ │
       │               │                    Fooled it!  ▼  │                │ │
       │               │                              WHICH ┴── a digit ────┼─┘
       │               └────── 10 s, or a touch; an empty sheet ────────────┘
       │     buttons that have just come are deaf for 0.4 s: who taps twice means the ones before
       └── idle: nobody touched anything for 30 s, the last 5 of them counted down; from all but EXPLAIN

Of a drawing only this is known here: that there is one, what the network said, and what the visitor says it was.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from nnviz.session.booth.tally import Tally

ATTRACT, DRAWING, ANSWER, WHICH, EXPLAIN = "attract", "drawing", "answer", "which", "explain"
PHASES = (ATTRACT, DRAWING, ANSWER, WHICH, EXPLAIN)
QUIET = 1.5
"""Seconds without a stroke after which a drawing is finished."""
IDLE = 30.0
"""Seconds without a touch after which the visitor has gone, where nothing else is chosen."""
SHORTEST_IDLE, LONGEST_IDLE = 10.0, 600.0
COUNTDOWN = 5.0
"""Seconds before that in which the booth asks whether somebody is still there."""
SENTENCES = (0.0, 3.3, 6.6)
"""Seconds after which the sentences of an explanation come."""
EXPLANATION = 10.0
"""Seconds that it takes."""
DEAF = 0.4
"""Seconds after new buttons came in which a touch is not meant for them."""
NO_DIGIT = 10
"""What a drawing is meant to be, beside the digits 0 to 9: none of them."""


@dataclass(frozen=True)
class VisitState:
    """Where the visitor is.

    phase     one of PHASES, see above
    drawn     there is something on the sheet
    answer    what the network said when the drawing was finished: a digit, NO_DIGIT, or None before that
    meant     what the visitor says it is, 0–9 or NO_DIGIT; None while unknown
    judged    this drawing has been counted
    sentence  how many sentences of the explanation are there
    countdown whole seconds until the sheet is cleared, None while there is time
    """

    phase: str = ATTRACT
    drawn: bool = False
    answer: int | None = None
    meant: int | None = None
    judged: bool = False
    sentence: int = 0
    countdown: int | None = None

    @property
    def fooled(self) -> bool:
        """The network was wrong."""
        return self.meant is not None and self.meant != self.answer


class Visit:
    """The phases. Whoever shows them asks for `state` after each call; there are no signals."""

    def __init__(self, tally: Tally, idle: float = IDLE) -> None:
        self.state = VisitState()
        self.tally = tally
        self._idle = min(max(idle, SHORTEST_IDLE), LONGEST_IDLE)
        self._untouched = 0.0
        self._quiet = 0.0
        self._explaining = 0.0
        self._shown = 0.0
        self._counted = False

    # What a visitor does

    def touch(self) -> None:
        """Anything was touched: somebody is there, for whom there is an empty sheet; an explanation is skipped."""
        self._untouched = 0.0
        if self.state.phase == ATTRACT or (self.state.phase == EXPLAIN and self._hears):
            self._become(VisitState(DRAWING))
        else:
            self._become(replace(self.state, countdown=None))

    def read_again(self) -> None:
        """In another language: a touch, but one that wants to read what there is, from its beginning."""
        self._explaining = 0.0
        if self.state.phase == EXPLAIN:
            self._become(replace(self.state, sentence=1))
        else:
            self.touch()

    def draw(self, drawn: bool) -> None:
        """The pen moved, or the sheet was cleared; `drawn`: something is on it."""
        self._untouched = self._quiet = 0.0
        self._become(VisitState(DRAWING, drawn))

    def say_right(self) -> None:
        """The network was right."""
        if self.state.phase == ANSWER and self._hears:
            self._judge(self.state.answer)

    def say_fooled(self) -> None:
        """The network was wrong; what was it meant to be?"""
        self.touch()
        if self.state.phase == ANSWER and self._hears:
            self._go(WHICH)

    def say_meant(self, meant: int) -> None:
        """It is this digit, or NO_DIGIT. The very answer the network gave makes it right after all."""
        if self.state.phase == WHICH and self._hears and 0 <= meant <= NO_DIGIT:
            self._judge(meant)

    def think_again(self) -> None:
        """Back from the question which digit it was."""
        self.touch()
        if self.state.phase == WHICH and self._hears:
            self._go(ANSWER)

    def start_over(self) -> None:
        """An empty sheet, wherever the visitor is."""
        self._untouched = 0.0
        self._become(VisitState(DRAWING))

    def leave(self) -> None:
        """The visitor has gone."""
        self._counted = False
        self._become(VisitState())

    # What time does

    def advance(self, seconds: float, answer: int | None = None, pen_down: bool = False) -> None:
        """So much time passes. `answer`: what the network says now, a digit or NO_DIGIT, None without a drawing."""
        self._shown += seconds
        if self.state.phase == EXPLAIN:
            self._explain(seconds)
        elif self.state.phase != ATTRACT:
            self._untouched += seconds
            self._quiet = 0.0 if pen_down else self._quiet + seconds
            self._finish_drawing(answer)
            self._count_down()

    def _finish_drawing(self, answer: int | None) -> None:
        state = self.state
        if state.phase == DRAWING and state.drawn and answer is not None and self._quiet >= QUIET:
            if not self._counted:
                self._counted = True
                self.tally.count(visitors=1)
            self._become(replace(state, phase=ANSWER, answer=answer))

    def _count_down(self) -> None:
        left = self._idle - self._untouched
        if left <= 0:
            self.leave()
        else:
            self._become(replace(self.state, countdown=math.ceil(left) if left <= COUNTDOWN else None))

    def _explain(self, seconds: float) -> None:
        self._explaining += seconds
        if self._explaining >= EXPLANATION:
            self._untouched = 0.0
            self._become(VisitState(DRAWING))
        else:
            self._become(replace(self.state, sentence=sum(start <= self._explaining for start in SENTENCES)))

    def _judge(self, meant: int | None) -> None:
        """Count it once, and explain."""
        self._untouched = self._explaining = 0.0
        right = meant == self.state.answer
        if not self.state.judged:
            self.tally.count(right=int(right), fooled=int(not right))
        self._become(replace(self.state, phase=EXPLAIN, meant=meant, judged=True, sentence=1, countdown=None))

    def _go(self, phase: str) -> None:
        self._become(replace(self.state, phase=phase))

    @property
    def _hears(self) -> bool:
        return self._shown >= DEAF

    def _become(self, state: VisitState) -> None:
        if state.phase != self.state.phase:
            self._shown = 0.0
        self.state = state


def read_answer(answer: int | None) -> int:
    """A prediction's answer in the words of a visit: None means NO_DIGIT."""
    return NO_DIGIT if answer is None else answer
