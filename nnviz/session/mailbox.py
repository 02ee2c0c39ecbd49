"""Mailbox: the one door from the worker to the GUI thread. It holds one Mail; what is not yet taken is added to."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

from nnviz.data.dataset import DataSet
from nnviz.engine.diagnosis import Diagnosis
from nnviz.engine.experiment import Experiment
from nnviz.engine.gradcheck import GradientCheck
from nnviz.engine.landscape import Landscape
from nnviz.engine.outcome import Outcome
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Evaluation, Snapshot, StepRecord, StepTrace
from nnviz.session.edits import Edited
from nnviz.session.states import RunState
from nnviz.session.timeline import TimelineFacts
from nnviz.session.training_run import Account, OptimizerState


@dataclass(frozen=True)
class Loaded:
    """The data of a run is there: raw samples, and the scaling of its inputs."""

    data: DataSet
    scaling: Scaling


@dataclass
class Mail:
    """What happened to run `run` since the mail was last taken. All records and edits, the newest of everything else.

    branched    the run went back in time and on in another way: what was recorded after that is another future
    experiment  as the worker has it now, after an edit, a change of settings or after going back
    heeded      number of the last `commands.Change` that this experiment heeds
    came        the run was put back to an earlier state of it, and had come so far by then
    accounts    of the run as it is, by the numbers under which they were asked for
    echo        number of the last `commands.Echo` that was answered; run −1 has such mail, and nothing else
    """

    run: int
    records: list[StepRecord] = field(default_factory=list)
    evaluation: Evaluation | None = None
    snapshot: Snapshot | None = None
    loaded: Loaded | None = None
    progress: float | None = None
    state: RunState | None = None
    finished: str = ""
    failure: Exception | None = None
    branched: bool = False
    experiment: Experiment | None = None
    heeded: int = 0
    edits: list[Edited] = field(default_factory=list)
    step: StepTrace | None = None
    optimizer: OptimizerState | None = None
    timeline: TimelineFacts | None = None
    diagnosis: Diagnosis | None = None
    outcome: Outcome | None = None
    landscape: Landscape | None = None
    gradient_check: GradientCheck | None = None
    came: int | None = None
    accounts: dict[int, Account] = field(default_factory=dict)
    echo: int | None = None


class Mailbox:
    """Thread-safe; one Mail a run, in the order of the runs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._mail: dict[int, Mail] = {}
        self._taken = time.perf_counter()

    def post(self, run: int, records: list[StepRecord] | None = None, **newest: object) -> None:
        """Add records, and replace each field named in `newest`."""
        with self._lock:
            mail = self._mail.setdefault(run, Mail(run))
            mail.records.extend(records or ())
            for name, value in newest.items():
                setattr(mail, name, value)

    def post_edit(self, run: int, edited: Edited) -> None:
        """Add an edit that was carried out."""
        with self._lock:
            self._mail.setdefault(run, Mail(run)).edits.append(edited)

    def post_account(self, run: int, number: int, account: Account) -> None:
        """Add an account that was asked for."""
        with self._lock:
            self._mail.setdefault(run, Mail(run)).accounts[number] = account

    def wants_snapshot(self, run: int) -> bool:
        """True when the last snapshot was taken: another one will be seen."""
        with self._lock:
            mail = self._mail.get(run)
            return mail is None or mail.snapshot is None

    def take(self) -> list[Mail]:
        """All mail, oldest run first; the mailbox is empty afterwards."""
        with self._lock:
            mail, self._mail = list(self._mail.values()), {}
            self._taken = time.perf_counter()
        return mail

    def waiting(self) -> float:
        """Seconds since the mail was last taken: long ones mean that the GUI thread does not get its turn."""
        return time.perf_counter() - self._taken
