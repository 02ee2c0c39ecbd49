"""A sweep beside the window: results arrive, it can be cancelled, and nothing is left when it is closed."""

import time
from dataclasses import replace

import psutil
import pytest

from nnviz.data.catalogue import defaults
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.session.intents import OpenPage
from nnviz.session.states import RunState
from nnviz.session.sweep import Sweep, end_of, training_of
from nnviz.sweeps.axis import read_axis
from nnviz.sweeps.plan import Plan
from nnviz.sweeps.pool import InlinePool, JoblibPool, cores, pool_of

WAIT = 20_000


@pytest.fixture
def small():
    return Experiment(samples=100, layers=(LayerSpec(3, "tanh"),), epochs=2)


@pytest.fixture
def plan(small):
    return Plan(small, (read_axis("learning_rate=0.01,0.1"),), 3)


@pytest.fixture
def make(qapp, tmp_path):
    """make(pool): a sweep that is closed in the end."""
    made = []

    def sweep(pool=lambda jobs: InlinePool()):
        made.append(Sweep(tmp_path / "sweeps", pool))
        return made[-1]

    yield sweep
    for one in made:
        one.close()


def finish(qtbot, sweep):
    sweep.start()
    qtbot.waitUntil(lambda: not sweep.running, timeout=WAIT)


def test_results_arrive_one_by_one(make, plan, qtbot):
    sweep = make()
    sweep.show(plan)
    told = []
    sweep.changed.connect(told.append)
    finish(qtbot, sweep)
    assert [progress.done for progress in told if progress.running] == list(range(7))
    assert not told[-1].running
    assert sweep.progress.done == sweep.progress.count == 6
    assert [len(group.results) for group in sweep.groups] == [3, 3]
    assert sweep.progress.seconds == 0


def test_a_plan_that_was_begun_before_is_there_again(make, plan, qtbot):
    first = make()
    first.show(plan)
    finish(qtbot, first)
    again = make()
    again.show(plan)
    assert again.progress.done == 6
    assert again.groups == first.groups
    again.show(Plan(plan.base))
    assert again.progress.done == 0


def test_cancelled_it_keeps_what_is_done_and_goes_on(make, plan, qtbot):
    sweep = make()
    long = Plan(replace(plan.base, epochs=150), plan.axes, 3)
    sweep.show(long)
    sweep.start()
    qtbot.waitUntil(lambda: sweep.progress.done >= 2, timeout=WAIT)
    sweep.cancel()
    qtbot.waitUntil(lambda: not sweep.running, timeout=WAIT)
    done = sweep.progress.done
    assert 2 <= done < 6
    assert make().progress.count == 0
    finish(qtbot, sweep)
    assert sweep.progress.done == 6


def test_while_it_runs_no_other_plan_is_shown(make, plan, qtbot):
    sweep = make()
    sweep.show(Plan(replace(plan.base, epochs=10_000), plan.axes))
    sweep.start()
    sweep.show(plan)
    assert sweep.plan.base.epochs == 10_000


def test_closing_ends_every_process(make, plan):
    sweep = make(lambda jobs: JoblibPool(2))
    sweep.show(Plan(replace(plan.base, epochs=1_000_000), plan.axes, 3))
    sweep.start()
    end = time.monotonic() + 20
    while not trainers() and time.monotonic() < end:
        time.sleep(0.05)
    assert trainers()
    sweep.close()
    assert not trainers()
    assert not sweep.running


def trainers():
    children = psutil.Process().children(recursive=True)
    return [child for child in children if "popen_loky" in " ".join(child.cmdline())]


def test_an_estimate_comes_and_belongs_to_the_plan(make, plan, qtbot):
    sweep = make()
    sweep.show(plan)
    assert sweep.progress.seconds is None
    qtbot.waitUntil(lambda: sweep.progress.seconds is not None, timeout=WAIT)
    sweep.show(Plan(replace(plan.base, epochs=0, patience=5)))
    assert sweep.progress.seconds is None


def test_what_cannot_be_trained_is_told(make, plan, qtbot, monkeypatch):
    def too_large(*_):
        raise MemoryError("full")

    monkeypatch.setattr("nnviz.data.catalogue.load", too_large)
    sweep = make()
    sweep.show(plan)
    told = []
    sweep.failed.connect(told.append)
    finish(qtbot, sweep)
    assert isinstance(told[0], Refusal)
    assert (told[0].key, told[0].fields["count"]) == ("sweep_some_failed", 6)
    assert sweep.progress.done == 0


def test_what_nobody_thought_of_is_told_too(make, plan, qtbot):
    class Broken:
        def results(self, runs, keep, cancelled):
            raise RuntimeError("broken")
            yield

    sweep = make(lambda jobs: Broken())
    sweep.show(plan)
    told = []
    sweep.failed.connect(told.append)
    finish(qtbot, sweep)
    assert [str(error) for error in told] == ["broken"]


def test_a_download_is_broken_off_with_the_sweep(make, plan, qtbot, monkeypatch):
    def load(experiment, progress):
        while True:
            progress(0.5)
            time.sleep(0.01)

    monkeypatch.setattr("nnviz.data.catalogue.load", load)
    sweep = make()
    sweep.show(Plan(replace(plan.base, epochs=1, **defaults("mnist"))))
    told = []
    sweep.failed.connect(told.append)
    sweep.start()
    assert sweep.running
    sweep.cancel()
    qtbot.waitUntil(lambda: not sweep.running, timeout=WAIT)
    assert told == []


def test_networks_are_kept_unless_the_largest_of_them_need_much_room(make, plan, qtbot, monkeypatch):
    wide = Plan(plan.base, (read_axis("layers.0.units=3,400"),))
    monkeypatch.setattr("nnviz.session.sweep.KEPT_BYTES", 4 * 1000)
    for each, kept in ((plan, True), (wide, False)):
        sweep = make()
        sweep.show(each)
        finish(qtbot, sweep)
        assert all((sweep.network(run) is not None) is kept for run in each.runs)


def test_a_bundle_trains_one_run_after_the_other(monkeypatch):
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert cores() == 1
    assert isinstance(pool_of(4), InlinePool)


def test_a_disk_that_takes_nothing_ends_it_with_the_reason(make, plan, qtbot, monkeypatch):
    def full(self, line):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("nnviz.sweeps.folder.SweepFolder._append", full)
    sweep = make()
    sweep.show(plan)
    told = []
    sweep.failed.connect(told.append)
    finish(qtbot, sweep)
    assert [(error.key, error.fields["reason"]) for error in told] == [("sweep_disk", "No space left on device")]
    assert sweep.progress.done == 0


def test_a_folder_that_cannot_be_made_is_refused_and_nothing_begins(make, plan, tmp_path):
    (tmp_path / "sweeps").write_text("in the way")
    sweep = make()
    sweep.show(plan)
    with pytest.raises(Refusal, match="sweep_disk"):
        sweep.start()
    assert not sweep.running


def test_a_run_is_trained_anew_on_its_page_the_same_steps(make, plan, qtbot, session):
    sweep = make()
    sweep.show(plan)
    finish(qtbot, sweep)
    run = plan.runs[-1]
    session.do(OpenPage("digits"))
    for intent in training_of(run):
        session.do(intent)
    assert (session.page, session.experiment) == ("playground", run.experiment)
    session.advance(1000)
    assert session.state is RunState.PAUSED
    result = sweep.groups[-1].results[-1]
    assert session.snapshot.iteration == result.course.iteration[-1]
    for intent in end_of(run, sweep.network(run)):
        session.do(intent)
    assert session.model.notes["sweep"] == run.digest
    assert session.scores.test_loss == result.last("test_loss")


def test_images_go_to_the_digits_page(small):
    images = replace(small, **defaults("handwriting"))
    assert training_of(Plan(images).runs[0])[0] == OpenPage("digits")


def test_the_time_that_is_left_is_told_from_the_pace_of_results(make, plan, qtbot, monkeypatch):
    now = iter(range(10, 1000, 10))
    monkeypatch.setattr("nnviz.sweeps.estimate.perf_counter", lambda: next(now))
    sweep = make()
    sweep.show(plan)
    told = []
    sweep.changed.connect(told.append)
    finish(qtbot, sweep)
    assert [one.seconds for one in told if one.running][2:] == [40, 30, 20, 10, 0]
