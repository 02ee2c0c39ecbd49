"""What is kept on disk, and what is left of it after an accident."""

import errno
import io
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from nnviz.engine.refusal import Refusal
from nnviz.models.files import open_model
from nnviz.sweeps.folder import DATA, RESULTS, SweepFolder
from nnviz.sweeps.plan import Plan
from nnviz.sweeps.pool import InlinePool, train
from nnviz.sweeps.training import bits, carry_out
from tests.sweeps.conftest import never


@pytest.fixture
def folder(tmp_path, plan):
    folder = SweepFolder(tmp_path / "a" / "sweep")
    folder.begin(plan)
    return folder


def fill(folder, plan, keep=False):
    by_digest = {run.digest: run for run in plan.runs}
    found = {}
    for done in train(InlinePool(), plan.runs, keep, never):
        folder.add(by_digest[done.run], done)
        found[done.run] = done.result
    return found


def test_plan_and_results_come_back(folder, plan):
    found = fill(folder, plan)
    assert folder.exists
    assert folder.plan() == plan
    assert folder.results(plan) == found


@pytest.mark.parametrize("cut", [1, 30, 2000])
def test_a_line_that_was_cut_short_is_missing_and_the_next_one_is_whole(folder, plan, cut):
    found = fill(folder, plan)
    file = folder.path / RESULTS
    file.write_bytes(file.read_bytes()[:-cut])
    left = folder.results(plan)
    missing = [run for run in plan.runs if run.digest not in left]
    assert len(missing) == (0 if cut == 1 else 1)
    again = carry_out(plan.runs[-1], False)
    folder.add(plan.runs[-1], again)
    assert folder.results(plan).keys() == found.keys()


def test_a_result_that_is_there_twice_counts_once(folder, plan):
    found = fill(folder, plan)
    file = folder.path / RESULTS
    file.write_bytes(file.read_bytes() * 2)
    assert folder.results(plan) == found


def test_results_of_other_runs_are_passed_over(folder, plan, small):
    fill(folder, plan)
    other = Plan(replace(small, epochs=9))
    assert folder.results(other) == {}


def test_own_data_that_is_there_is_not_written_again(tmp_path, own):
    shelf, experiment = own
    folder, plan = SweepFolder(tmp_path / "s"), Plan(experiment, shelf=shelf)
    folder.begin(plan)
    (file,) = (folder.path / DATA).iterdir()
    written = file.stat()
    folder.begin(plan)
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)
    assert folder.plan() == plan


def test_networks_at_the_ends_are_kept(folder, plan):
    found = fill(folder, plan, keep=True)
    for run in plan.runs:
        model = open_model(folder.network(run))
        assert model.experiment == run.experiment
        assert bits(model.parameters) == found[run.digest].parameters


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"experiment": {}, "vary": [{}], "seeds": 1, "iterations": 0}', '{"vary": 3}']
)
def test_a_damaged_plan_is_refused_with_its_folder(folder, text):
    (folder.path / "plan.json").write_text(text)
    with pytest.raises(Refusal) as refused:
        folder.plan()
    assert refused.value.key == "sweep_folder"
    assert refused.value.fields["folder"] == folder.path


def test_a_plan_with_an_impossible_value_says_why(folder):
    plan = json.loads((folder.path / "plan.json").read_text())
    plan["experiment"]["learning_rate"] = -1
    (folder.path / "plan.json").write_text(json.dumps(plan))
    with pytest.raises(Refusal, match="learning_rate"):
        folder.plan()


def test_a_full_disk_says_so(folder, plan, monkeypatch):
    class Full(io.BytesIO):
        """Takes ten bytes and no more."""

        def write(self, data):
            if self.tell():
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return super().write(data[:10])

    monkeypatch.setattr(Path, "open", lambda *words, **more: Full())
    with pytest.raises(Refusal, match="sweep_disk") as caught:
        folder.add(plan.runs[0], carry_out(plan.runs[0], False))
    assert caught.value.fields["reason"] == os.strerror(errno.ENOSPC)
