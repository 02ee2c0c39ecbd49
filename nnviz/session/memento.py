"""SessionKeeps: the session as it was, to go back to; and knowing when the worker has done what it was asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count

from nnviz.session import commands
from nnviz.session.comparison import ComparisonMemento
from nnviz.session.desk import Desk
from nnviz.session.labs.memento import LabMemento
from nnviz.session.pages import COMPARE
from nnviz.session.passes import PassesMemento
from nnviz.session.runners import Runner
from nnviz.session.showing import Judge
from nnviz.session.shows import SessionShows


@dataclass(frozen=True, eq=False)
class Memento:
    """Everything a user has done so far: where they are, and all runs and labs. The runs themselves the worker keeps,
    under `mark`."""

    mark: int
    front: str
    page: str
    speed: float | None
    chosen: int | None
    desks: Mapping[str, Desk]
    comparison: ComparisonMemento
    labs: Mapping[str, LabMemento]
    passes: PassesMemento


class SessionKeeps(SessionShows):
    """The part of a Session that goes back to what it was."""

    def __init__(self, page: str, runner: Runner, judge: Judge) -> None:
        super().__init__(page, runner, judge)
        self._numbers = count()
        self._marks, self._echoes = count(), count()
        self._echo, self._unseen, self._holds = -1, False, 0
        self._expecting: deque[tuple[int, Callable[[], None]]] = deque()

    def settle(self, then: Callable[[], None]) -> None:
        """Call `then` when the worker has done all it was asked so far and everybody has been told."""
        number = next(self._echoes)
        self._expecting.append((number, then))
        self._runner.send(commands.Echo(number))

    def _answer_echoes(self) -> None:
        while self._expecting and self._expecting[0][0] <= self._echo:
            _, then = self._expecting.popleft()
            then()

    def keep_runs(self) -> int:
        """Let the worker keep all runs as they are; the mark they are kept under. When that is settled, `remember`."""
        mark = next(self._marks)
        self._runner.send(commands.Keep(mark))
        return mark

    def remember(self, mark: int) -> Memento:
        """The session as it is, with the runs that were kept under a mark."""
        desks = {page: desk.copy(desk.run) for page, desk in self._desks.items()}
        return Memento(
            mark, self._front, self._page, self._speed, self._chosen, desks, self.comparison.memento(),
            self.labs.memento(), self.passes.memento(),
        )  # fmt: skip

    def go_back(self, memento: Memento) -> None:
        """Make the session what it was; the memento can be used again."""
        runs = [desk.run for desk in (*memento.desks.values(), *memento.comparison.desks)]
        numbers = {run: next(self._numbers) for run in runs}
        self._runner.send(commands.Restore(memento.mark, numbers))
        self._runner.send(commands.Pace(memento.speed))
        self._desks = {page: desk.copy(numbers[desk.run]) for page, desk in memento.desks.items()}
        self._speed, self._chosen, self._unseen = memento.speed, memento.chosen, False
        self.comparison.recall(memento.comparison, self._desks[COMPARE], numbers)
        self.labs.recall(memento.labs)
        self._bring(memento)

    def _bring(self, memento: Memento) -> None:
        """Show the page that was in front, and tell everything there is to tell about it."""
        moved = self._front != memento.front
        self.passes.close()
        self._front, self._page = memento.front, memento.page
        self.labs.bring(self._front)
        if moved:
            self.page_changed.emit(self._front)
        self.passes.recall(memento.passes)
        self.speed_changed.emit(self._speed)
        self._announce()
        self.edits_gone.emit(self.experiment)

    def forget_runs(self) -> None:
        """No memento will be needed any more."""
        self._runner.send(commands.Drop())
