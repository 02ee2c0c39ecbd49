"""Small sweeps that take a second."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.data.own import OwnData
from nnviz.data.shelf import BUILT_IN
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.sweeps.axis import read_axis
from nnviz.sweeps.plan import Plan
from nnviz.sweeps.pool import InlinePool, train


def never():
    return False


def without_times(results):
    """What must be the same wherever a run was trained."""
    return {digest: replace(result, seconds=0.0) for digest, result in results.items()}


def collected(pool, runs):
    """All results by digest; a run that comes twice fails the test."""
    found = {}
    for done in train(pool, runs, False, never):
        assert done.run not in found
        found[done.run] = done.result
    return found


@pytest.fixture
def small():
    """An experiment of 40 iterations."""
    return Experiment(samples=200, layers=(LayerSpec(4, "tanh"),), epochs=8)


@pytest.fixture
def own():
    """Forty points of one's own in two classes, and an experiment on them."""
    x = np.random.default_rng(0).normal(size=(40, 2)).astype(np.float32)
    data = OwnData("mine", "plane", x, (x[:, 0] > 0).astype(int), classes=("a", "b"))
    shelf = BUILT_IN.with_data(data)
    return shelf, Experiment(**shelf.defaults(data.key), layers=(LayerSpec(3, "tanh"),), epochs=3)


@pytest.fixture
def plan(small):
    """Two rates, two optimizers, two seeds."""
    return Plan(small, (read_axis("learning_rate=0.001,0.01"), read_axis("optimizer=sgd,adam")), 2)


@pytest.fixture
def inline(plan):
    """Its results, trained one after the other in this process."""
    return collected(InlinePool(), plan.runs)
