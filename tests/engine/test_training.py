"""The Trainer: repeatable bit for bit, resumable, honest about batches, and calm when it diverges."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine.experiment import Experiment, LayerSpec, is_live_change
from nnviz.engine.network import Network
from nnviz.engine.refusal import DivergedError, Refusal
from nnviz.engine.scaling import fit_scaling
from nnviz.engine.trace import Array
from nnviz.engine.training import Samples, Trainer, accuracy

LAYERS = (LayerSpec(6, "tanh", dropout=0.2), LayerSpec(5, "prelu"))
EXPERIMENT = Experiment(layers=LAYERS, batch_size=16, seed=3, learning_rate=0.02, l2=1e-3, l1=1e-4)


def ring(m: int = 90, dtype: str = "float32") -> Samples:
    rng = np.random.default_rng(11)
    x = rng.uniform(-1, 1, (m, 2)).astype(dtype)
    t = ((x**2).sum(axis=1, keepdims=True) < 0.5).astype(dtype)
    return Samples(x[:70], t[:70], x[70:], t[70:], classification=True)


def train(trainer: Trainer, steps: int) -> Array:
    for _ in range(steps):
        trainer.step()
    return trainer.network.parameters.copy()


def test_same_seed_same_run_bit_for_bit() -> None:
    first, second = (train(Trainer(EXPERIMENT, ring()), 60) for _ in range(2))
    np.testing.assert_array_equal(first, second)
    assert not np.array_equal(first, train(Trainer(replace(EXPERIMENT, seed=4), ring()), 60))


@pytest.mark.parametrize("optimizer", ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"])
def test_restored_run_goes_on_as_if_never_interrupted(optimizer: str) -> None:
    experiment = replace(EXPERIMENT, optimizer=optimizer)
    straight = Trainer(experiment, ring())
    train(straight, 33)
    state = straight.state()
    expected = train(straight, 40)

    resumed = Trainer(experiment, ring())
    train(resumed, 7)
    resumed.restore(state)
    assert resumed.iteration == 33
    np.testing.assert_array_equal(train(resumed, 40), expected)
    straight.restore(state)
    np.testing.assert_array_equal(train(straight, 40), expected)


def test_every_sample_once_an_epoch_and_the_last_batch_short() -> None:
    seen: list[Array] = []

    class Watching(Trainer):
        def _next_batch(self) -> tuple[Array, Array]:
            x, t = super()._next_batch()
            seen.append(x.copy())
            return x, t

    trainer = Watching(EXPERIMENT, ring())
    train(trainer, 10)
    assert [len(x) for x in seen] == [16, 16, 16, 16, 6] * 2
    first, second = np.concatenate(seen[:5]), np.concatenate(seen[5:])
    assert not np.array_equal(first, second), "shuffled anew each epoch"
    for epoch in (first, second):
        np.testing.assert_array_equal(np.sort(epoch, axis=0), np.sort(ring().train_x, axis=0))
    assert trainer.epoch == 2.0


def test_penalties_enter_the_update() -> None:
    sgd = replace(EXPERIMENT, layers=(), optimizer="sgd", l1=0.01, l2=0.1, learning_rate=0.5, batch_size=70)
    trainer = Trainer(sgd, ring())
    w = trainer.network.layers[0].W.copy()
    plain = Trainer(replace(sgd, l1=0.0, l2=0.0), ring())
    trainer.step()
    plain.step()
    difference = trainer.network.layers[0].W - plain.network.layers[0].W
    np.testing.assert_allclose(difference, -0.5 * (0.1 * w + 0.01 * np.sign(w)), atol=1e-6)
    np.testing.assert_array_equal(trainer.network.layers[0].b, plain.network.layers[0].b)


def test_diverged_run_keeps_the_last_finite_parameters() -> None:
    wild = Experiment(
        layers=(LayerSpec(8, "relu"),), output="identity", loss="mse", optimizer="sgd", learning_rate=1e4, batch_size=70
    )
    trainer = Trainer(wild, ring())
    with pytest.raises(DivergedError) as caught:
        train(trainer, 200)
    assert caught.value.fields["learning_rate"] == 1e4
    assert np.isfinite(trainer.network.parameters).all()
    assert trainer.state().optimizer_steps == 0, "accumulators that saw the explosion are dropped"


def test_live_settings_take_effect_at_the_next_iteration() -> None:
    trainer = Trainer(EXPERIMENT, ring())
    train(trainer, 3)
    trainer.configure(replace(EXPERIMENT, learning_rate=0.5, batch_size=8))
    record = trainer.step()
    assert record.learning_rate == 0.5
    assert record.epoch == pytest.approx((3 * 16 + 8) / 70)


def test_what_is_live() -> None:
    assert is_live_change(EXPERIMENT, replace(EXPERIMENT, learning_rate=1.0, l2=0.1, optimizer="sgd"))
    assert is_live_change(EXPERIMENT, replace(EXPERIMENT, layers=(replace(LAYERS[0], dropout=0.5), LAYERS[1])))
    assert not is_live_change(EXPERIMENT, replace(EXPERIMENT, layers=LAYERS[:1]))
    assert not is_live_change(EXPERIMENT, replace(EXPERIMENT, seed=9))


def test_early_stopping_and_epoch_limit() -> None:
    assert Trainer(replace(EXPERIMENT, epochs=2), ring()).finished == ""
    limited = Trainer(replace(EXPERIMENT, epochs=2), ring())
    train(limited, 10)
    assert limited.finished == "epochs"
    stuck = Trainer(replace(EXPERIMENT, optimizer="sgd", learning_rate=1e-7, patience=3, l1=0, l2=0), ring())
    epochs = 0
    while not stuck.finished and epochs < 5000:
        train(stuck, 5)
        epochs += 1
    state = stuck.state()
    assert stuck.finished == "early_stopping"
    assert stuck.epochs_done - state.best_epoch == 3


def test_evaluation_covers_the_whole_test_set() -> None:
    trainer = Trainer(EXPERIMENT, ring())
    evaluation = trainer.evaluate()
    trace = trainer.network.forward(ring().test_x)
    assert evaluation.test_loss == pytest.approx(trainer.network.loss_value(trace, ring().test_t), rel=1e-5)
    assert evaluation.test_accuracy == pytest.approx(accuracy(trace.output, ring().test_t))


def test_snapshot_is_a_read_only_copy() -> None:
    trainer = Trainer(EXPERIMENT, ring())
    snapshot = trainer.snapshot()
    before = snapshot.parameters.copy()
    train(trainer, 5)
    np.testing.assert_array_equal(snapshot.parameters, before)
    with pytest.raises(ValueError, match="read-only"):
        snapshot.parameters[0] = 1
    np.testing.assert_array_equal(
        snapshot.network.forward(ring().test_x).output,
        Network(EXPERIMENT, before).forward(ring().test_x).output,
    )


def test_learns_a_ring() -> None:
    experiment = Experiment(layers=(LayerSpec(12, "tanh"),), batch_size=16, learning_rate=0.03)
    trainer = Trainer(experiment, ring())
    train(trainer, 1500)
    evaluation = trainer.evaluate()
    assert evaluation.train_accuracy is not None
    assert evaluation.train_accuracy > 0.97
    assert evaluation.test_accuracy is not None
    assert evaluation.test_accuracy > 0.8


@pytest.mark.parametrize(
    "change",
    [
        {"learning_rate": float("nan")}, {"learning_rate": 0.0}, {"batch_size": 0}, {"output": "softmax"},
        {"optimizer": "sgdd"}, {"layers": (LayerSpec(0),)}, {"layers": (LayerSpec(3, "cubic"),)},
        {"layers": (LayerSpec(3, dropout=1.0),)}, {"layers": (LayerSpec(),) * 65},
        {"layers": (LayerSpec(4096), LayerSpec(4096), LayerSpec(4096))}, {"loss": "cross_entropy"},
    ],
)  # fmt: skip
def test_bad_settings_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(Refusal):
        replace(EXPERIMENT, **change)  # type: ignore[arg-type]


def test_wrong_data_is_refused() -> None:
    samples = ring()
    with pytest.raises(Refusal, match="wrong_width"):
        Trainer(replace(EXPERIMENT, inputs=3), samples)
    with pytest.raises(Refusal, match="wrong_outputs"):
        Trainer(replace(EXPERIMENT, outputs=2), samples)


def test_experiment_survives_json() -> None:
    assert Experiment.from_dict(EXPERIMENT.to_dict()) == EXPERIMENT
    with pytest.raises(Refusal, match="unknown_field"):
        Experiment.from_dict({"learning_ratio": 1})
    with pytest.raises(Refusal, match="bad_field"):
        Experiment.from_dict({"learning_rate": "fast"})
    with pytest.raises(Refusal, match="bad_field"):
        Experiment.from_dict({"layers": 3})


def test_scalings() -> None:
    x = np.random.default_rng(2).normal(3, 2, (500, 4)) @ np.array(
        [[1, 2, 0, 0], [0, 1, 0, 0], [0, 0, 3, 1], [1, 0, 0, 2]]
    )
    unit = fit_scaling("unit", x).apply(x, "float64")
    assert unit.min() == pytest.approx(0)
    assert unit.max() == pytest.approx(1)
    standard = fit_scaling("standard", x).apply(x, "float64")
    np.testing.assert_allclose(standard.mean(axis=0), 0, atol=1e-9)
    np.testing.assert_allclose(standard.std(axis=0), 1, rtol=1e-9)
    white = fit_scaling("whiten", x).apply(x, "float64")
    np.testing.assert_allclose(np.cov(white, rowvar=False), np.eye(4), atol=2e-2)
    np.testing.assert_array_equal(fit_scaling("none", x).apply(x, "float64"), x)
