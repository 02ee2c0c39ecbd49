"""The animated iteration: every value it shows is an element of its trace, and the player goes where it is told."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import StepTrace
from nnviz.engine.training import Samples, Trainer
from nnviz.session import intents
from nnviz.session.moment import Moment
from nnviz.session.passes import silent_terms
from nnviz.session.script import GRAINS, script_of
from nnviz.session.session import Session
from nnviz.session.states import RunState

NETWORKS = (
    (LayerSpec(4, "tanh"), LayerSpec(3, "relu")),
    (LayerSpec(3, "maxout", pieces=3),),
    (LayerSpec(5, "prelu", dropout=0.3), LayerSpec(2, "sigmoid"), LayerSpec(3, "swish")),
    (),
    (
        LayerSpec(2, "tanh", residual=True),
        LayerSpec(2, "maxout", pieces=3, batch_norm=True, residual=True),
        LayerSpec(2, "sigmoid", batch_norm=True, residual=True),
    ),
)


@pytest.fixture(params=NETWORKS, ids=lambda layers: "-".join(layer.activation for layer in layers) or "linear")
def opened(request: pytest.FixtureRequest, session: Session) -> Session:
    """A session with a point on the stage, after some training."""
    session.do(intents.Configure(replace(session.experiment, layers=request.param)))
    session.do(intents.Run())
    session.advance(20)
    session.do(intents.ShowPoint(0.4, -0.3))
    session.do(intents.OpenPasses())
    return session


def moments(session: Session) -> list[Moment]:
    """The beginning, the middle and the end of every beat."""
    found = []
    for position in np.arange(0, session.passes.state.beats + 0.1, 0.5):
        session.do(intents.SeekPasses(float(position)))
        moment = session.passes.moment
        assert moment is not None
        found.append(moment)
    return found


@pytest.mark.parametrize("grain", GRAINS)
def test_the_script_ends_with_everything_done(opened: Session, grain: str) -> None:
    opened.do(intents.SetPasses(grain=grain))
    beats = opened.passes.script
    sizes = opened.experiment.sizes
    terms = sum(sizes[:-1]) + sum(sizes[2:])
    layers = len(sizes) - 1
    per_layer = 3 * layers + 2 + (terms + layers if grain == "term" else layers + layers - 1)
    assert len(beats) == per_layer
    assert [(b.phase, b.layer, b.term) for b in beats] == [(b.phase, b.layer, b.term) for b in script_of(sizes, grain)]
    last = moments(opened)[-1]
    assert (last.beat.phase, last.share) == ("update", 1.0)


def test_terms_that_are_zero_take_hardly_any_time(session: Session) -> None:
    session.do(intents.Configure(replace(session.experiment, layers=(LayerSpec(6, "relu"), LayerSpec(5, "relu")))))
    session.do(intents.ShowPoint(0.4, 0.0))
    session.do(intents.OpenPasses())
    session.do(intents.SetPasses(grain="term"))
    step = session.passes.step
    assert step is not None
    sources = {("sum", k): step.forward.input_of(k)[0] for k in range(3)}
    sources |= {("pull", k): step.backward.delta[k + 1][0] for k in range(2)}
    zeros = 0
    for beat in session.passes.script:
        if beat.term is not None:
            silent = sources[beat.phase, beat.layer][beat.term] == 0
            zeros += silent
            assert beat.seconds <= 0.01 if silent else beat.seconds >= 0.03
    assert zeros > 1


@pytest.mark.parametrize("grain", GRAINS)
def test_every_value_shown_is_in_the_trace(opened: Session, grain: str) -> None:
    opened.do(intents.SetPasses(grain=grain))
    step = opened.passes.step
    assert step is not None
    last = len(opened.experiment.sizes) - 1
    for moment in moments(opened):
        for layer in range(last + 1):
            shown = moment.layer_values(layer)
            known = _expected(moment, layer)[shown.kind]
            np.testing.assert_allclose(shown.values, known, rtol=1e-12, atol=1e-15)


def _expected(moment: Moment, layer: int) -> dict[str, object]:
    """What each kind of value must be, computed from W, b and the passes with plain NumPy."""
    step, k = moment.step, layer - 1
    if layer == 0:
        return {"x": step.forward.x[0]}
    units = step.experiment.sizes[layer]
    pieces = step.forward.z[k].shape[1] // units
    winner = step.forward.n[k][0].reshape(units, pieces).argmax(axis=1) + np.arange(units) * pieces
    W = step.network.layers[k].W[:, winner]
    count = moment.terms_added() if moment.beat.phase in ("sum", "pull") else None
    a = step.forward.input_of(k)[0]
    z = step.forward.z[k][0][winner]
    partial = a[:count] @ W[:count] if moment.beat.phase == "sum" else z
    kinds: dict[str, object] = {
        "none": np.full(units, np.nan), "z": partial, "a": step.forward.a[k][0],
        "delta": step.backward.delta[k][0][winner],
    }  # fmt: skip
    if k + 1 < len(step.forward.a):
        kinds["upstream"] = _come_back(step, k, 0, count)
    return kinds


def _come_back(step: StepTrace, k: int, sample: int, count: int | None = None) -> np.ndarray:  # type: ignore[type-arg]
    """∂L/∂a of weight layer k from the first `count` units behind it: along all columns and over skip connections."""
    behind = step.network.layers[k + 1]
    columns = None if count is None else count * behind.b.size // behind.spec.units
    found = behind.W[:, :columns] @ step.backward.delta[k + 1][sample, :columns]
    if behind.spec.residual:
        found[:count] += _come_back(step, k + 1, sample)[:count]
    return np.asarray(found)


def batch_step(experiment: Experiment) -> StepTrace:
    """The step of a mini-batch, by batch statistics."""
    rng = np.random.default_rng(0)
    x, t = rng.normal(size=(12, experiment.inputs)), np.ones((12, 1))
    return Trainer(replace(experiment, precision="float64"), Samples(x, t, x, t, False)).traced_step()[1]


@pytest.mark.parametrize("grain", GRAINS)
def test_the_step_of_a_mini_batch_is_shown_with_its_own_statistics(session: Session, grain: str) -> None:
    step = batch_step(replace(session.experiment, layers=NETWORKS[-1], optimizer="sgd"))
    sample, seen = 3, set()
    assert [norm is not None and norm.from_batch for norm in step.forward.norms] == [False, True, True, False]
    for index, beat in enumerate(script_of(step.experiment.sizes, grain)):
        for share in (0.0, 0.6, 1.0):
            moment = Moment(step, sample, beat, index, share)
            shown = moment.layer_values(beat.layer + 1)
            seen.add(shown.kind)
            if shown.kind == "upstream":
                expected = _come_back(step, beat.layer, sample, moment.terms_added())
                np.testing.assert_allclose(shown.values, expected, atol=1e-14)
            if shown.kind == "delta":
                winner = step.forward.n[beat.layer][sample].reshape(len(shown.values), -1).argmax(axis=1)
                delta = step.backward.delta[beat.layer][sample].reshape(len(winner), -1)
                np.testing.assert_array_equal(shown.values, delta[np.arange(len(winner)), winner])
            pulses = moment.pulses()
            if pulses and not pulses.forward:
                W = step.network.layers[pulses.layer].W * step.backward.delta[pulses.layer][sample]
                np.testing.assert_allclose(pulses.values.sum(axis=1), W.sum(axis=1), atol=1e-14)
    assert {"z", "a", "upstream", "delta"} <= seen
    assert np.count_nonzero(step.backward.delta[1][sample]) == 6, "pieces that do not win learn by way of μ and σ"


def test_a_term_that_only_the_skip_connection_carries_is_not_silent(session: Session) -> None:
    layers = (LayerSpec(3, "tanh"), LayerSpec(3, "step", residual=True))
    step = batch_step(replace(session.experiment, layers=layers))
    assert not step.backward.delta[1].any()
    assert step.backward.delta[0].any()
    assert silent_terms(step, 0)["pull", 0] == frozenset()
    assert silent_terms(step, 0)["pull", 1] == frozenset()


@pytest.mark.parametrize("grain", GRAINS)
def test_pulses_carry_the_terms_of_the_sums(opened: Session, grain: str) -> None:
    opened.do(intents.SetPasses(grain=grain))
    seen = set()
    for moment in moments(opened):
        pulses = moment.pulses()
        if pulses is None:
            continue
        seen.add((pulses.layer, pulses.forward))
        if pulses.forward:
            units = pulses.values.shape[1]
            z, n = (part[pulses.layer][0].reshape(units, -1) for part in (moment.step.forward.z, moment.step.forward.n))
            winning = z[np.arange(units), n.argmax(axis=1)]
            bias = winning - pulses.values.sum(axis=0)
            assert np.isin(np.round(bias, 12), np.round(moment.step.network.layers[pulses.layer].b, 12)).all()
        else:
            values = pulses.values.sum(axis=1)
            np.testing.assert_allclose(values, _upstream(moment, pulses.layer), atol=1e-15)
    layers = len(opened.experiment.sizes) - 1
    assert seen == {(k, True) for k in range(layers)} | {(k, False) for k in range(1, layers)}


def _upstream(moment: Moment, k: int) -> object:
    """δ W ᵀ of weight layer k, as the network's own backward pass has it (losing pieces of maxout have δ = 0)."""
    return moment.step.backward.delta[k][0] @ moment.step.network.layers[k].W.T


def test_the_update_moves_every_weight_from_its_old_to_its_new_value(opened: Session) -> None:
    end = opened.passes.state.beats
    for share in (0.0, 0.25, 1.0):
        opened.do(intents.SeekPasses(end - 1 + share))
        moment = opened.passes.moment
        assert moment is not None
        for k, (old, new) in enumerate(zip(moment.step.network.layers, moment.step.network_after.layers, strict=True)):
            np.testing.assert_allclose(moment.weights(k), old.W + share * (new.W - old.W), rtol=1e-12)
            if share in (0, 1):
                np.testing.assert_array_equal(moment.weights(k), (old if share == 0 else new).W)


def test_playing_pausing_stepping(session: Session) -> None:
    session.do(intents.ShowSample(1))
    session.do(intents.OpenPasses())
    session.do(intents.PlayPasses())
    session.passes.advance(1.0)
    assert 0 < session.passes.moment.position < 1  # type: ignore[union-attr]  # it is open
    session.do(intents.StepPasses(1))
    assert (session.passes.moment.position, session.passes.state.playing) == (1.0, False)  # type: ignore[union-attr]
    session.do(intents.StepPasses(-1))
    session.do(intents.StepPasses(-1))
    assert session.passes.moment.position == 0  # type: ignore[union-attr]
    session.do(intents.SetPasses(speed=8.0))
    session.do(intents.PlayPasses())
    for _ in range(100):
        session.passes.advance(0.05)
    assert session.passes.moment.position == session.passes.state.beats  # type: ignore[union-attr]
    assert not session.passes.state.playing
    session.do(intents.PlayPasses())
    assert session.passes.moment.position == 0  # type: ignore[union-attr]


def test_another_grain_keeps_the_phase(session: Session) -> None:
    session.do(intents.ShowSample(1))
    session.do(intents.OpenPasses())
    session.do(intents.SeekPasses(2.4))
    session.do(intents.SetPasses(grain="term"))
    assert session.passes.moment is not None
    assert (session.passes.moment.beat.phase, session.passes.moment.beat.layer) == ("sum", 1)


def test_a_batch_is_one_real_iteration(session: Session) -> None:
    session.do(intents.Run())
    session.advance(3)
    session.do(intents.Pause())
    before = session.snapshot.parameters.copy()
    session.do(intents.OpenPasses("batch"))
    step = session.passes.step
    assert step is not None
    assert (session.snapshot.iteration, session.history.steps, session.state) == (4, 4, RunState.PAUSED)
    np.testing.assert_array_equal(step.before, before)
    np.testing.assert_array_equal(step.after, session.snapshot.parameters)
    assert session.passes.state.samples == session.experiment.batch_size
    session.do(intents.SetPasses(sample=5))
    assert session.study is step
    assert session.passes.moment is not None
    np.testing.assert_array_equal(session.passes.moment.layer_values(0).values, step.forward.x[5])
    session.do(intents.GoTo(3))
    session.do(intents.Run())
    session.advance(1)
    np.testing.assert_array_equal(session.snapshot.parameters, step.after)


def test_passes_of_what_is_shown_follow_an_edit_and_train_nothing(session: Session) -> None:
    session.do(intents.ShowPoint(0.2, 0.1))
    session.do(intents.OpenPasses(target=1))
    session.do(intents.SeekPasses(3.0))
    session.do(intents.SetBias(1, 0, 0.75))
    step = session.passes.step
    assert step is not None
    assert step.network.layers[0].b[0] == 0.75
    assert (session.passes.moment.position, session.passes.state.target) == (3.0, 1)  # type: ignore[union-attr]
    assert session.snapshot.iteration == 0


@pytest.mark.parametrize("intent", [intents.Run(), intents.Reset(), intents.OpenPage("digits"), intents.StepOnce()])
def test_whatever_changes_the_run_takes_the_passes_off_the_stage(session: Session, intent: intents.Intent) -> None:
    session.do(intents.ShowPoint(0.2, 0.1))
    session.do(intents.OpenPasses())
    session.do(intents.PlayPasses())
    session.do(intent)
    assert session.passes.moment is None
    assert not session.passes.state.is_open


def test_what_cannot_be_played_is_refused(session: Session) -> None:
    for intent in (intents.PlayPasses(), intents.SeekPasses(0), intents.StepPasses(1), intents.OpenPasses("nothing")):
        with pytest.raises(Refusal):
            session.do(intent)
    session.do(intents.ShowPoint(0.0, 0.0))
    session.do(intents.OpenPasses())
    for bad in (intents.SeekPasses(99), intents.SeekPasses(float("nan")), intents.SetPasses(grain="atom")):
        with pytest.raises(Refusal):
            session.do(bad)
