"""A sweep on a real Dask cluster of two workers, of which one is killed in the middle."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from nnviz.engine.refusal import Refusal
from nnviz.sweeps.plan import Plan
from nnviz.sweeps.pool import InlinePool, JoblibPool, train
from tests.sweeps.conftest import collected, never, without_times

pytest.importorskip("distributed")

PATIENCE = 25


def start(*words, failures=3):
    """A process of the distributed package; `failures`: workers that a task may outlive before Dask gives it up."""
    environment = os.environ | {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(failures)}
    return subprocess.Popen(
        [sys.executable, "-m", *words], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


@pytest.fixture(params=[3, 0], ids=["dask_tries_again", "dask_gives_up"])
def cluster(tmp_path, request):
    """Address of a scheduler and the processes of its two workers, one run at a time each."""
    file = tmp_path / "scheduler.json"
    address = ["--host", "127.0.0.1"]
    scheduler = start(
        "distributed.cli.dask_scheduler", *address, "--port", "0", "--no-dashboard", "--scheduler-file", str(file),
        failures=request.param,
    )  # fmt: skip
    workers = [
        start(
            "distributed.cli.dask_worker", "--scheduler-file", str(file), *address, "--no-nanny", "--nthreads", "1",
            "--no-dashboard", "--local-directory", str(tmp_path / f"worker{k}"),
        )
        for k in range(2)
    ]  # fmt: skip
    try:
        yield _address(file), workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def _address(file):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if file.exists():
            return json.loads(file.read_text())["address"]
        time.sleep(0.05)
    raise TimeoutError(file)


def test_every_run_is_there_exactly_once_though_a_worker_is_killed(cluster, plan):
    from distributed import Client

    address, workers = cluster
    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=PATIENCE)
    long = Plan(replace(plan.base, epochs=100), plan.axes, 3)
    found = {}
    for done in train(JoblibPool(1, address), long.runs, False, never):
        assert done.run not in found
        found[done.run] = done.result
        if len(found) == 3:
            # Both workers have a run in hand, and the killed one perhaps results that nobody has fetched.
            workers[0].send_signal(signal.SIGKILL)
    assert workers[0].wait(PATIENCE) == -signal.SIGKILL
    assert set(found) == {run.digest for run in long.runs}
    assert without_times(found) == without_times(collected(InlinePool(), long.runs))


def test_a_cluster_that_is_not_there_is_refused(monkeypatch):
    monkeypatch.setattr("nnviz.sweeps.pool.CONNECT_SECONDS", 0.3)
    with pytest.raises(Refusal, match="sweep_cluster"):
        next(JoblibPool(1, "tcp://127.0.0.1:9").results([], False, never))
