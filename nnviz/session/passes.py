"""Passes: plays one iteration (a StepTrace) against the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array, StepTrace
from nnviz.session import intents
from nnviz.session.clock import FrameClock
from nnviz.session.moment import Moment
from nnviz.session.script import GRAINS, Beat, Silent, script_of

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Factors the player offers."""
STILL_SECONDS = 0.25
"""Time for which a picture stands at least where motion is reduced."""


@dataclass(frozen=True)
class PassesState:
    """How the passes stand.

    subject  "" while closed, else "shown" or "batch";  beats: length of the script
    sample, samples   row whose values are shown, rows there are
    target   class the loss is computed for where the user or the network chose it; `assumed`: nobody knows the true one
    """

    subject: str = ""
    playing: bool = False
    speed: float = 1.0
    grain: str = "layer"
    sample: int = 0
    samples: int = 0
    target: int | None = None
    assumed: bool = False
    beats: int = 0

    @property
    def is_open(self) -> bool:
        """True while an iteration is on the stage."""
        return bool(self.subject)


@dataclass(frozen=True, eq=False)
class PassesMemento:
    """The passes as they were at rest."""

    state: PassesState
    step: StepTrace | None
    script: tuple[Beat, ...]
    position: float


class Passes(QObject):
    """The animated iteration of a session.

    calm  motion is reduced: what is to be seen jumps from one still picture of a beat to the next

    Signals: changed(PassesState) after anything but the position; moment_changed(Moment | None) as it plays.
    """

    changed = Signal(object)
    moment_changed = Signal(object)

    def __init__(self, clock: FrameClock) -> None:
        super().__init__(clock)
        self._clock = clock
        self.state = PassesState()
        self.step: StepTrace | None = None
        self.script: tuple[Beat, ...] = ()
        self._position = 0.0
        self.calm = False
        self._untold = 0.0

    def handlers(self) -> dict[type[intents.Intent], Callable[..., None]]:
        """What each intent about the passes does."""
        return {
            intents.ClosePasses: lambda intent: self.close(),
            intents.PlayPasses: lambda intent: self.play(),
            intents.PausePasses: lambda intent: self.pause(),
            intents.SeekPasses: lambda intent: self.seek(intent.position),
            intents.StepPasses: lambda intent: self.move(intent.steps),
            intents.SetPasses: lambda intent: self.configure(intent.speed, intent.grain, intent.sample),
        }

    @property
    def moment(self) -> Moment | None:
        """What is to be seen now; None while closed."""
        if self.step is None:
            return None
        index = min(int(self._position), len(self.script) - 1)
        moment = Moment(self.step, self.state.sample, self.script[index], index, self._position - index)
        return moment.still if self.calm and 0 < moment.share < 1 else moment

    def set_calm(self, on: bool) -> None:
        """Reduce motion, or no longer."""
        if on != self.calm:
            self.calm = on
            self.moment_changed.emit(self.moment)

    def open(self, step: StepTrace, subject: str, target: int | None = None, assumed: bool = False) -> None:
        """Put an iteration on the stage, at its beginning; one of the same subject and shape stays where it stands."""
        same = self.state.subject == subject == "shown" and self.step is not None
        same = same and self.step is not None and self.step.experiment.sizes == step.experiment.sizes
        self.step = step
        self._position = self._position if same else 0.0
        sample = min(self.state.sample, step.samples - 1) if same else 0
        self._change(subject=subject, sample=sample, samples=step.samples, target=target, assumed=assumed)

    def close(self) -> None:
        """Nothing on the stage."""
        if self.step is not None:
            self.step, self.script, self._position = None, (), 0.0
            self.state = replace(PassesState(), speed=self.state.speed, grain=self.state.grain)
            self._tell()

    def play(self) -> None:
        """Go on, from the beginning where it stands at the end."""
        self._require()
        if self._position >= len(self.script):
            self._position = 0.0
        self._change(playing=True)

    def pause(self) -> None:
        """Hold."""
        self._change(playing=False)

    def seek(self, position: float) -> None:
        """Go to a position in beats; playing goes on from there. Refusal out_of_range."""
        self._require()
        if not 0 <= position <= len(self.script):
            raise Refusal("out_of_range", field="position", value=position, low=0, high=len(self.script))
        self._position = float(position)
        self.moment_changed.emit(self.moment)

    def move(self, steps: int) -> None:
        """To a boundary between two beats, and hold: 1 the next, −1 the previous."""
        self._require()
        here = self._position
        base = int(here) if steps > 0 else int(-(-here // 1))
        self._position = float(min(max(base + steps, 0), len(self.script)))
        self._change(playing=False)

    def configure(self, speed: float | None, grain: str | None, sample: int | None) -> None:
        """Another speed, grain or sample. Refusal out_of_range, unknown_choice."""
        if speed is not None and not SPEEDS[0] <= speed <= SPEEDS[-1]:
            raise Refusal("out_of_range", field="speed", value=speed, low=SPEEDS[0], high=SPEEDS[-1])
        if grain is not None and grain not in GRAINS:
            raise Refusal("unknown_choice", field="grain", value=grain, choices=", ".join(GRAINS))
        if sample is not None and not 0 <= sample < self.state.samples:
            raise Refusal("no_such_sample", sample=sample, last=self.state.samples - 1)
        given = {"speed": speed, "grain": grain, "sample": sample}
        changed = {name: value for name, value in given.items() if value is not None}
        self._change(**changed)

    def memento(self) -> PassesMemento:
        """As they stand now."""
        return PassesMemento(replace(self.state, playing=False), self.step, self.script, self._position)

    def recall(self, memento: PassesMemento) -> None:
        """Stand as they stood."""
        self.state, self.step, self.script = memento.state, memento.step, memento.script
        self._position = memento.position
        self._tell()

    def advance(self, seconds: float) -> None:
        """Play so many seconds on, at the speed that is set; hold at the end."""
        left = seconds * self.state.speed
        while left > 0 and self._position < len(self.script):
            beat = self.script[int(self._position)]
            rest = (int(self._position) + 1 - self._position) * beat.seconds
            done = left >= rest
            self._position = float(int(self._position) + 1) if done else self._position + left / beat.seconds
            left -= rest
        if self._position >= len(self.script):
            self._change(playing=False)
        else:
            self._tell_motion(seconds)

    def _tell_motion(self, seconds: float) -> None:
        self._untold += seconds
        if not self.calm or self._untold >= STILL_SECONDS:
            self._untold = 0.0
            self.moment_changed.emit(self.moment)

    def go_on(self, seconds: float) -> None:
        """So much time passes: where it plays, it plays on."""
        if self.state.playing:
            self._clock.wake()
            self.advance(seconds)

    def _require(self) -> None:
        if self.step is None:
            raise Refusal("no_passes_open")

    def _change(self, **changed: object) -> None:
        """Set parts of the state; another grain keeps the phase that stands."""
        before = self.moment if self.script else None
        self.state = replace(self.state, **changed)  # type: ignore[arg-type]  # names are those of PassesState
        if self.step is not None:
            silent = silent_terms(self.step, self.state.sample)
            self.script = script_of(self.step.experiment.sizes, self.state.grain, silent)
            self.state = replace(self.state, beats=len(self.script))
            if before and "grain" in changed:
                self._position = float(self._first_of(before.beat))
        self._tell()

    def _first_of(self, beat: Beat) -> int:
        """Index of the first beat of the same phase and layer; the bias of single terms belongs to the sum."""
        phase = "sum" if beat.phase == "bias" else beat.phase
        return next(n for n, b in enumerate(self.script) if (b.phase, b.layer) == (phase, beat.layer))

    def _tell(self) -> None:
        self.changed.emit(self.state)
        self.moment_changed.emit(self.moment)


def silent_terms(step: StepTrace, sample: int) -> Silent:
    """The terms of a sample that are 0 for every unit, because aᵢ is, or δⱼ and what comes over a skip connection."""
    layers = range(len(step.forward.a))
    sums = {("sum", k): _zeros(step.forward.input_of(k)[sample]) for k in layers}
    return sums | {("pull", k): _zeros(_coming_back(step, k + 1, sample)) for k in layers[:-1]}


def _coming_back(step: StepTrace, k: int, sample: int) -> Array:
    """(units,) 0 where the units of weight layer k send nothing back."""
    delta = step.backward.delta[k][sample].reshape(step.experiment.sizes[k + 1], -1)
    skip = step.backward.skip[k]
    return np.asarray(np.abs(delta).sum(axis=1) + (0 if skip is None else np.abs(skip[sample])))


def _zeros(values: Array) -> frozenset[int]:
    return frozenset(np.flatnonzero(values == 0).tolist())
