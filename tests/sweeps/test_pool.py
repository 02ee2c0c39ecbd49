"""Processes of this machine: the same bits, and nothing is lost when one of them dies or when it is cancelled."""

import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace

import numpy as np
import psutil
import pytest

from nnviz.data.own import OwnData
from nnviz.data.shelf import BUILT_IN
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.sweeps.plan import Plan
from nnviz.sweeps.pool import ATTEMPTS, FEEDER, InlinePool, JoblibPool, WorkersDied, pool_of, train
from tests.sweeps.conftest import collected, never, without_times


def workers(parent=None):
    """Processes of this one, or of another, that train."""
    children = psutil.Process(parent).children(recursive=True)
    return [child for child in children if "popen_loky" in " ".join(child.cmdline())]


def test_processes_give_the_same_bits_and_know_data_of_ones_own(plan, inline, own):
    shelf, experiment = own
    mine = Plan(experiment, (), 2, shelf=shelf).runs
    found = without_times(collected(JoblibPool(2), (*plan.runs, *mine)))
    assert found == without_times(inline | collected(InlinePool(), mine))
    assert not workers()


SWEEP = """
import sys
from nnviz.cli import main
main(["sweep", "--data", "moons", "--layers", "4", "--seeds", "4", "--epochs", "1000000", "--jobs", "2",
      "--out", sys.argv[1]])
"""


def test_processes_end_when_their_parent_is_killed(tmp_path):
    parent = subprocess.Popen([sys.executable, "-c", SWEEP, str(tmp_path / "s")], start_new_session=True)
    end = time.monotonic() + 30
    while len(trainers := workers(parent.pid)) < 2 and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(0.5)
    parent.kill()
    parent.wait()
    assert len(trainers) == 2
    assert not psutil.wait_procs(trainers, timeout=20)[1]


def test_every_run_comes_once_whatever_is_done_to_the_processes(plan):
    """Ctrl+C is not for them; one that is killed takes no run along."""
    long = Plan(replace(plan.base, epochs=40), plan.axes)
    found, trainers = {}, []
    for done in train(JoblibPool(2), long.runs, False, never):
        assert done.run not in found
        found[done.run] = done.result
        if len(found) == 1:
            trainers = workers()
            for worker in trainers:
                worker.send_signal(signal.SIGINT)
        if len(found) == 3:
            assert all(worker.is_running() for worker in trainers)
            trainers[0].kill()
    assert trainers
    assert without_times(found) == without_times(collected(InlinePool(), long.runs))


@pytest.mark.parametrize("jobs", [1, 2])
def test_cancelled_in_the_middle_of_a_run_no_process_is_left(plan, jobs):
    endless = Plan(replace(plan.base, epochs=1_000_000), plan.axes)
    stop = threading.Event()
    threading.Timer(0.3 if jobs == 1 else 1.5, stop.set).start()
    start = time.monotonic()
    assert list(train(pool_of(jobs), endless.runs, False, stop.is_set)) == []
    assert time.monotonic() - start < 30
    assert not workers()
    assert not [thread for thread in threading.enumerate() if thread.name in ("sweep", FEEDER)]


def test_who_hands_out_more_than_a_pipe_holds_ends_with_the_processes():
    """Nobody reads it to its end any more."""
    x = np.zeros((30_000, 2), np.float32)
    data = OwnData("large", "plane", x, np.arange(len(x)) % 2, classes=("a", "b"))
    shelf = BUILT_IN.with_data(data)
    large = Plan(Experiment(**shelf.defaults(data.key), epochs=1_000_000), (), 4, shelf=shelf)
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    assert list(train(JoblibPool(2), large.runs, False, stop.is_set)) == []
    assert not [thread for thread in threading.enumerate() if thread.name == FEEDER]


def test_closing_the_results_ends_the_processes(plan):
    results = train(JoblibPool(2), Plan(replace(plan.base, epochs=40), plan.axes).runs, False, never)
    next(results)
    assert workers()
    results.close()
    assert not workers()


class Deadly:
    """A pool whose workers always die."""

    def __init__(self):
        self.tries = 0

    def results(self, runs, keep, cancelled):
        self.tries += 1
        raise WorkersDied
        yield


def test_what_kills_every_worker_is_refused_after_some_attempts(plan):
    pool = Deadly()
    with pytest.raises(Refusal, match="sweep_workers"):
        list(train(pool, plan.runs, False, never))
    assert pool.tries == ATTEMPTS


def test_what_came_before_the_death_is_not_trained_again(plan, inline):
    asked = []

    class Failing(InlinePool):
        def results(self, runs, keep, cancelled):
            asked.append(len(runs))
            for k, done in enumerate(super().results(runs, keep, cancelled)):
                if k == 3 and len(asked) == 1:
                    raise WorkersDied
                yield done

    assert without_times(collected(Failing(), plan.runs)) == without_times(inline)
    assert asked == [8, 5]
