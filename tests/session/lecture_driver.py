"""Playing lessons in tests: time that passes by hand, viewers that do what a step waits for, and what a session is."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

import numpy as np
import pytest

from nnviz.engine.network import Network
from nnviz.engine.training import Trainer
from nnviz.session.drawing import CANVAS_EXTENT
from nnviz.session.intents import ChooseAnswer, DrawStrokes, NextStep
from nnviz.session.labs.lab import Lab
from nnviz.session.labs.part import Part
from nnviz.session.lecture import DONE, PREDICT
from nnviz.session.session import Session

MOST_TURNS = 400


def lighten(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of starts is worth seconds of computing."""
    monkeypatch.setattr("nnviz.session.labs.depth.starts.SAMPLES", 20)
    monkeypatch.setattr("nnviz.session.labs.depth.starts.MODES", ())


def show(session: Session) -> None:
    """Answer the question of a step, and do what it waits for."""
    lecture = session.lecture
    step = lecture.state.step
    assert step is not None
    if lecture.state.phase == PREDICT:
        assert step.predict is not None
        session.do(ChooseAnswer(step.predict.right))
    for _ in range(MOST_TURNS):
        if lecture.state.phase == DONE:
            return
        _help(session)
    raise AssertionError(f"“{step.title}” waits for ever")


def _help(session: Session) -> None:
    step = session.lecture.state.step
    assert step is not None
    assert step.wait is not None
    if step.wait.kind == "drawing":
        session.do(DrawStrokes((((140.0, 40.0), (140.0, 240.0)),), CANVAS_EXTENT))
    elif step.wait.kind == "lab":
        session.labs.handled.emit(step.wait.amount)
    else:
        session.advance(20)
        session.lecture.advance(0.5)


def to_the_end(session: Session) -> None:
    """All steps from the one in front."""
    show(session)
    while not session.lecture.state.is_last:
        session.do(NextStep())
        show(session)


def state_of(session: Session) -> dict[str, Any]:
    """Everything that a picture shows, comparable."""
    desks = {f"{name}.{page}": value for page, desk in session._desks.items() for name, value in _desk(desk).items()}
    labs = {f"lab.{name}": plain(session.labs.lab(name), ()) for name in ("functions", "perceptron", "graph", "depth")}
    passes = session.passes
    return {
        "page": session.page, "run_page": session.run_page, "speed": session.speed, "state": session.state,
        "values": session.comparison.values, "lanes": [_lane(lane) for lane in session.comparison.lanes],
        "passes": (replace(passes.state, playing=False), passes._position), **desks, **labs,
    }  # fmt: skip


def _desk(desk: Any) -> dict[str, Any]:
    shown = desk.shown
    return {
        "experiment": desk.experiment, "iteration": desk.snapshot.iteration, "epoch": desk.snapshot.epoch,
        "parameters": desk.snapshot.parameters.tobytes(), "optimizer": plain(desk.optimizer, ()),
        "history": (desk.history.iteration.tolist(), desk.history.loss.tolist(), desk.history.test_loss.tolist()),
        "shown": None if shown is None else (shown.raw.tobytes(), shown.sample), "drawing": desk.drawing.strokes,
        "timeline": desk.timeline,
    }  # fmt: skip


def _lane(lane: Any) -> tuple[Any, ...]:
    return lane.experiment, lane.snapshot.parameters.tobytes(), lane.history.loss.tolist(), lane.state


def plain(value: Any, above: tuple[int, ...]) -> Any:
    """Any model as nested tuples."""
    if id(value) in above:
        return "…"
    inside = (*above, id(value))
    if isinstance(value, np.ndarray):
        return value.shape, value.tobytes()
    if isinstance(value, np.random.Generator | Trainer):
        return plain(value.state() if isinstance(value, Trainer) else value.bit_generator.state, inside)
    if isinstance(value, dict):
        return {str(key): plain(item, inside) for key, item in value.items()}
    if isinstance(value, list | tuple | deque):
        return tuple(plain(item, inside) for item in value)
    return _plain_object(value, inside)


def _plain_object(value: Any, inside: tuple[int, ...]) -> Any:
    if isinstance(value, float) and math.isnan(value):
        return "nan"
    if value is None or isinstance(value, str | int | float | bytes | frozenset | set | Enum):
        return value
    if isinstance(value, Network):
        return value.parameters.tobytes()
    if is_dataclass(value):
        return type(value).__name__, tuple(plain(getattr(value, field.name), inside) for field in fields(value))
    if isinstance(value, Lab | Part) or type(value).__module__.startswith("nnviz.session"):
        return plain(vars(value), inside)
    return type(value).__name__


def differences(now: Any, then: Any, path: str = "") -> list[str]:
    """Where two states differ."""
    if isinstance(now, dict) and isinstance(then, dict) and now.keys() == then.keys():
        return [found for key in now for found in differences(now[key], then[key], f"{path}/{key}")]
    if isinstance(now, tuple) and isinstance(then, tuple) and len(now) == len(then):
        pairs = enumerate(zip(now, then, strict=True))
        return [found for n, (one, other) in pairs for found in differences(one, other, f"{path}/{n}")]
    if isinstance(now, dict) and isinstance(then, dict):
        return [f"{path}: {sorted(now.keys() ^ then.keys())}"]
    return [] if now == then else [f"{path}: {str(now)[:80]} ≠ {str(then)[:80]}"]
