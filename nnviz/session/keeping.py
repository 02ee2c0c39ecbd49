"""Keeping: writes the run in front into files. The worker gives account of it, so that nothing is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count

from nnviz.engine.refusal import Refusal
from nnviz.models.exporting import check_form, export
from nnviz.models.files import check_destination, save_model
from nnviz.models.model import Model
from nnviz.models.training import Training
from nnviz.session import commands, intents
from nnviz.session.desk import Desk
from nnviz.session.facts import Notice
from nnviz.session.mailbox import Mail
from nnviz.session.stock import Stock
from nnviz.session.training_run import Account

Then = Callable[[Desk, Account], Notice | None]


class Keeping:
    """Asks the worker for an account, and writes it down when it comes.

    `stock` has the data; `front` gives the desk in front; `tell` hears what was written, `fail` what could not be.
    """

    def __init__(
        self,
        send: Callable[[commands.Command], None],
        stock: Stock,
        front: Callable[[], Desk],
        tell: Callable[[Notice], None],
        fail: Callable[[Exception], None],
    ) -> None:
        self._send, self._stock, self._front, self._tell, self._fail = send, stock, front, tell, fail
        self._numbers = count()
        self._asked: dict[int, tuple[Desk, Then]] = {}

    def handlers(self) -> dict[type[intents.Intent], Callable[..., None]]:
        """Its intents."""
        return {intents.SaveModel: self._save, intents.ExportRun: self._export}

    def receive(self, mail: Mail) -> None:
        """Write down what was asked for, when the desk has the mail."""
        for number, account in mail.accounts.items():
            desk, then = self._asked.pop(number)
            try:
                notice = then(desk, account)
            except Refusal as error:
                self._fail(error)
            else:
                if notice:
                    self._tell(notice)

    def receive_late(self, mail: Mail) -> None:
        """The same of a run that is gone by now: its desk gets no mail any more but what is waited for here."""
        desk = next((desk for desk, _ in self._asked.values() if desk.run == mail.run), None)
        if desk:
            desk.receive(mail)
        self.receive(mail)

    def ask(self, desk: Desk, then: Then) -> None:
        """Call `then` with an account of the run of a desk; a notice it returns is told, a Refusal too."""
        number = next(self._numbers)
        self._asked[number] = desk, then
        self._send(commands.Account(desk.run, number))

    def _save(self, intent: intents.SaveModel) -> None:
        """A run that has not begun has nothing but its weights."""
        check_destination(intent.path)
        desk = self._front()
        if desk.begun and desk.data:
            self.ask(desk, partial(self._saved, intent))
            return
        self._write(intent, desk.as_model())
        desk.saved = desk.snapshot
        self._tell(_notice(intent))

    def _saved(self, intent: intents.SaveModel, desk: Desk, account: Account) -> Notice:
        self._write(intent, resumable(desk, account))
        state = account.state
        desk.saved = replace(desk.snapshot, iteration=state.iteration, parameters=state.parameters)
        return _notice(intent)

    def _write(self, intent: intents.SaveModel, model: Model) -> None:
        """Painted points go along: they are nowhere else."""
        points = self._stock.shelf.painted(model.experiment.data)
        save_model(intent.path, replace(model, points=points))
        if points:
            self._stock.note_file(points)

    def _export(self, intent: intents.ExportRun) -> None:
        check_form(intent.path, intent.form)
        desk = self._front()
        if desk.begun and desk.data:
            self.ask(desk, partial(_exported, intent))
            return
        export(intent.path, intent.form, desk.as_model(), None)
        self._tell(_notice_of_export(intent))


def _exported(intent: intents.ExportRun, desk: Desk, account: Account) -> Notice:
    export(intent.path, intent.form, resumable(desk, account), desk.data)
    return _notice_of_export(intent)


def _notice_of_export(intent: intents.ExportRun) -> Notice:
    return Notice("run_exported", {"file": intent.path})


def _notice(intent: intents.SaveModel) -> Notice:
    return Notice("model_saved", {"file": intent.path})


def resumable(desk: Desk, account: Account, most: int | None = None) -> Model:
    """The network of a desk with all that its run needs to go on exactly from the account given of it; of its history
    at most so many steps."""
    state = account.state
    training = Training(state, *desk.history.tables(state.iteration, most), account.journal)
    notes = desk.notes | {"iteration": str(state.iteration)}
    model = replace(desk.as_model(), experiment=account.experiment, parameters=state.parameters)
    return replace(model, notes=notes, training=training)
