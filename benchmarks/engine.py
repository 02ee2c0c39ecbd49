"""The engine against scikit-learn's MLPClassifier, and PyTorch where installed: 784-128-64-10, batch 64, Adam."""

from __future__ import annotations

import importlib.util
import time
import warnings
from collections.abc import Callable

import numpy as np
from threadpoolctl import threadpool_limits

from benchmarks.report import Row
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.trace import Array
from nnviz.engine.training import Samples, Trainer

SAMPLES, BATCH, ROUNDS = 12_800, 64, 7
ITERATIONS = SAMPLES // BATCH
FLOAT32 = "scikit-learn fed float32"
"""Beside scikit-learn as its users feed it: X / 255 is float64, and it computes in what it is given."""
EXPERIMENT = Experiment(
    inputs=784, outputs=10, layers=(LayerSpec(128, "relu"), LayerSpec(64, "relu")), output="softmax",
    loss="cross_entropy", initializer="glorot", learning_rate=0.001, batch_size=BATCH, evaluate_every=1_000_000,
)  # fmt: skip


def run() -> list[Row]:
    """Rounds in turn, so that a drift of the machine hits everybody; ratios of the medians of one run."""
    rng = np.random.default_rng(0)
    x = rng.random((SAMPLES, 784), dtype=np.float32)
    y = rng.integers(0, 10, SAMPLES)
    contenders = {"nnviz": _nnviz(x, y), FLOAT32: _sklearn(x, y)}
    contenders["scikit-learn"] = _sklearn(x.astype(np.float64), y)
    if importlib.util.find_spec("torch"):
        contenders["PyTorch eager"] = _torch(x, y)
    # One BLAS thread for all, as nnviz trains in its window; two threads on two noisy cores give two-humped times.
    with threadpool_limits(limits=1, user_api="blas"):
        return _rows(_interleaved(contenders))


def _interleaved(contenders: dict[str, Callable[[], None]]) -> dict[str, list[float]]:
    """Seconds of every round by contender, after one round of warming up for all."""
    for epoch in contenders.values():
        epoch()
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(ROUNDS):
        for name, epoch in contenders.items():
            start = time.perf_counter()
            epoch()
            times[name].append(time.perf_counter() - start)
    return times


def _rows(seconds: dict[str, list[float]]) -> list[Row]:
    medians = {name: float(np.median(values)) for name, values in seconds.items()}
    rows = [Row(f"{name}: one iteration", 1000 * median / ITERATIONS, "ms") for name, median in medians.items()]
    for name, median in medians.items():
        if name != "nnviz":
            bar = None if name == FLOAT32 else 2.0
            rows.append(Row(f"nnviz is so many times as fast as {name}", median / medians["nnviz"], "x", bar))
    return rows


def _nnviz(x: Array, y: np.ndarray) -> Callable[[], None]:
    t = np.eye(10, dtype=np.float32)[y]
    trainer = Trainer(EXPERIMENT, Samples(x, t, x[:64], t[:64], classification=True))

    def epoch() -> None:
        for _ in range(ITERATIONS):
            trainer.step()

    return epoch


def _sklearn(x: np.ndarray, y: np.ndarray) -> Callable[[], None]:
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    model = MLPClassifier((128, 64), batch_size=BATCH, max_iter=1, alpha=0.0, warm_start=True, random_state=0)

    def epoch() -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            model.fit(x, y)

    return epoch


def _torch(x: Array, y: np.ndarray) -> Callable[[], None]:
    import torch

    layers = torch.nn.Linear(784, 128), torch.nn.Linear(128, 64), torch.nn.Linear(64, 10)
    model = torch.nn.Sequential(layers[0], torch.nn.ReLU(), layers[1], torch.nn.ReLU(), layers[2])
    adam = torch.optim.Adam(model.parameters(), lr=0.001)
    inputs, targets = torch.from_numpy(x), torch.from_numpy(y)

    def epoch() -> None:
        order = torch.randperm(SAMPLES)
        for at in range(0, SAMPLES, BATCH):
            chosen = order[at : at + BATCH]
            loss = torch.nn.functional.cross_entropy(model(inputs[chosen]), targets[chosen])
            adam.zero_grad()
            loss.backward()
            adam.step()

    return epoch
