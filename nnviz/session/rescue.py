"""Rescue: all runs of a session as they can be written down, whether something would be lost, and the way back."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from nnviz.data.own import PREFIX
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Snapshot
from nnviz.models.bundle import Found, PageState, Variation
from nnviz.models.model import Model
from nnviz.session.desk import Desk
from nnviz.session.intents import OpenPage
from nnviz.session.keeping import Keeping, resumable
from nnviz.session.pages import COMPARE, PAGES
from nnviz.session.training_run import Account

if TYPE_CHECKING:
    from nnviz.session.session import Session

MOST_STEPS = 100_000
"""Steps of the history that are written: of a longer one every second, third … step. All of them would take ever longer
to write; the run itself goes on exactly all the same."""

Then = Callable[[PageState | None], None]
Restart = Callable[[Experiment, Model], None]


class Rescue:
    """`desks` gives every page's desk; `restart` begins a run of the page in reach with a model."""

    def __init__(
        self, session: Session, keeping: Keeping, desks: Callable[[], Mapping[str, Desk]], restart: Restart
    ) -> None:
        self._session, self._keeping, self._desks, self._restart = session, keeping, desks, restart

    @property
    def unsaved(self) -> tuple[str, ...]:
        """Pages whose network was trained or changed by hand, or whose points were painted, and are in no file.
        Compared runs are never: no file holds all of them."""
        return tuple(page for page, desk in self._desks().items() if page != COMPARE and self._is_unsaved(desk))

    def _is_unsaved(self, desk: Desk) -> bool:
        return desk.is_unsaved or self._session.stock.is_unsaved(desk.experiment.data)

    def lanes(self, page: str) -> tuple[Desk, ...]:
        """The desks of a page: of compared runs all of them."""
        return (self._desks()[page], *(self._session.comparison.desks if page == COMPARE else ()))

    def is_worth(self, page: str) -> bool:
        """True where a page has something that cannot be had again by a click."""
        desk = self._desks()[page]
        return desk.has_moved or desk.experiment.data.startswith(PREFIX)

    def is_ready(self, page: str) -> bool:
        """False while the worker does not have the runs, or they look back at their past: what came after is known
        only there."""
        return all((desk.data or _waits(desk)) and not desk.looks_back for desk in self.lanes(page))

    def snapshots(self) -> dict[str, tuple[Snapshot, ...]]:
        """What the runs are at: other objects as soon as something has changed."""
        return {page: tuple(desk.snapshot for desk in self.lanes(page)) for page in self._desks()}

    def state(self, page: str, then: Then) -> None:
        """Call `then` with all that can be written down of a page, when the worker has told it; None where that is no
        network that could be opened again."""
        _Gathering(self, page, self.lanes(page), then).ask(self._keeping)

    def page_state(self, page: str, models: tuple[Model, ...], taken: float) -> PageState:
        """What is known of a page beside its networks."""
        own = self._session.stock.shelf.owned(models[0].experiment.data)
        return PageState(models, taken, own, self._variation() if page == COMPARE else None)

    def restore(self, found: Found) -> list[Exception]:
        """Make the session what was written down; what of it could not be."""
        troubles: list[Exception] = []
        for page, state in found.pages.items():
            try:
                self._bring(page, state)
            except (ValueError, OSError) as error:
                troubles.append(error)
        self._session.do(OpenPage(found.front if found.front in PAGES else self._session.page))
        return troubles

    def _bring(self, page: str, state: PageState) -> None:
        first = state.models[0]
        if page not in self._desks():
            raise Refusal("unknown_choice", field="page", value=page, choices=", ".join(self._desks()))
        if state.own:
            self._session.stock.put(state.own)
        self._session.stock.shelf.check_fit(first.experiment)
        self._session.do(OpenPage(page))
        if page == COMPARE:
            self._resume_comparison(state)
        self._restart(first.experiment, first)
        for desk in self.lanes(page):
            # It is in no file that the user knows of.
            desk.start = desk.saved = None

    def _resume_comparison(self, state: PageState) -> None:
        variation = state.variation
        if variation is None:
            raise Refusal("model_metadata")
        origin = None if variation.origin is None else Experiment.from_dict(variation.origin)
        self._session.comparison.resume(variation.setting, variation.values, origin, state.models)

    def _variation(self) -> Variation:
        comparison = self._session.comparison
        origin: dict[str, Any] | None = comparison.origin.to_dict() if comparison.origin else None
        return Variation(comparison.setting.name, comparison.values, origin)


class _Gathering:
    """Waits for the accounts of all runs of a page."""

    def __init__(self, rescue: Rescue, page: str, desks: tuple[Desk, ...], then: Then) -> None:
        self._rescue, self._page, self._desks, self._then = rescue, page, desks, then
        self._models: dict[int, Model] = {}
        # The state is a little newer than that.
        self._taken = time.time()

    def ask(self, keeping: Keeping) -> None:
        """Ask for them."""
        for lane, desk in enumerate(self._desks):
            if _waits(desk):
                self._put(lane, desk.as_model())
            else:
                keeping.ask(desk, partial(self._take, lane))

    def _take(self, lane: int, desk: Desk, account: Account) -> None:
        try:
            model = resumable(desk, account, MOST_STEPS)
        except Refusal:
            self._then(None)
            return
        self._put(lane, model)

    def _put(self, lane: int, model: Model) -> None:
        self._models[lane] = model
        if len(self._models) == len(self._desks):
            models = tuple(self._models[lane] for lane in sorted(self._models))
            self._then(self._rescue.page_state(self._page, models, self._taken))


def _waits(desk: Desk) -> bool:
    """True where a network waits for data that is not on this machine: all of it is on its desk, and may have been
    changed by hand."""
    return not desk.begun and desk.model is not None
