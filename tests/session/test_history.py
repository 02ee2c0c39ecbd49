"""History keeps every record, however many; Mailbox keeps all records and the newest of everything else."""

from __future__ import annotations

import numpy as np

from nnviz.engine.experiment import Experiment
from nnviz.engine.trace import Evaluation, Snapshot, StepRecord
from nnviz.session.history import History
from nnviz.session.mailbox import Mailbox
from nnviz.session.states import RunState


def record(k: int, evaluation: Evaluation | None = None) -> StepRecord:
    return StepRecord(k, k / 10, 1 / k, None if k % 2 else 0.5, 0.1, evaluation)


def test_columns_are_the_records() -> None:
    history = History()
    evaluation = Evaluation(600, 60.0, 0.4, None, 0.5, 0.9)
    history.add(record(k) for k in range(1, 601))
    history.add([record(601, evaluation)])
    assert history.steps == 601
    assert history.evaluations == 1
    np.testing.assert_array_equal(history.iteration, np.arange(1, 602))
    np.testing.assert_allclose(history.loss, 1 / np.arange(1, 602))
    assert np.isnan(history.accuracy[0])
    assert history.accuracy[1] == 0.5
    assert (history.test_loss[-1], history.test_accuracy[-1], history.eval_epoch[-1]) == (0.5, 0.9, 60.0)
    assert np.isnan(history.train_accuracy[-1])


def test_mailbox_adds_records_and_replaces_the_rest() -> None:
    box = Mailbox()
    snapshots = [Snapshot(Experiment(), k, 0.0, np.zeros(1)) for k in range(2)]
    assert box.wants_snapshot(7)
    box.post(7, [record(1)], snapshot=snapshots[0])
    assert not box.wants_snapshot(7)
    box.post(7, [record(2), record(3)], state=RunState.PAUSED, snapshot=snapshots[1])
    box.post(8, state=RunState.READY)
    first, second = box.take()
    assert [r.iteration for r in first.records] == [1, 2, 3]
    assert first.snapshot is snapshots[1]
    assert first.state is RunState.PAUSED
    assert (second.run, second.state) == (8, RunState.READY)
    assert box.take() == []
    assert box.wants_snapshot(7)
