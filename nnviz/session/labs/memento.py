"""Mementos of labs: a model as it was, put back into the same objects, which pages hold on to."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import is_dataclass
from enum import Enum
from typing import Any

import numpy as np

from nnviz.engine.network import Network
from nnviz.engine.training import Trainer
from nnviz.session.labs.lab import Lab
from nnviz.session.labs.part import Part

LabMemento = Mapping[str, Mapping[str, Any]]
"""The attributes of a lab, by "", and of its parts, by their names."""
Seen = dict[int, Any]
"""Identity of what was copied → its copy."""
OWN = "nnviz."


def remembered(lab: Lab) -> LabMemento:
    """The lab as it is now."""
    owners = _owners(lab)
    seen: Seen = {id(owner): owner for owner in owners.values()}
    return {name: {key: copied(value, seen) for key, value in vars(owner).items()} for name, owner in owners.items()}


def recall(lab: Lab, memento: LabMemento) -> None:
    """Make the lab what it was; the memento can be used again."""
    owners = _owners(lab)
    seen: Seen = {id(owner): owner for owner in owners.values()}
    for name, owner in owners.items():
        values = {key: copied(value, seen) for key, value in memento[name].items()}
        vars(owner).clear()
        vars(owner).update(values)
    # The memento may be that of another model of the same lab.
    vars(lab).update({name: owner for name, owner in owners.items() if name})


def copied(value: Any, seen: Seen) -> Any:
    """A copy of what can change; what is frozen is shared. What is met twice stays one thing."""
    if id(value) not in seen:
        seen[id(value)] = _copy(value, seen)
    return seen[id(value)]


def _owners(lab: Lab) -> dict[str, Lab | Part]:
    return {"": lab, **{name: value for name, value in vars(lab).items() if isinstance(value, Part)}}


def _copy(value: Any, seen: Seen) -> Any:
    if isinstance(value, list | set | deque):
        return type(value)(copied(item, seen) for item in value)
    if isinstance(value, dict):
        return {key: copied(item, seen) for key, item in value.items()}
    if type(value) is tuple:
        return tuple(copied(item, seen) for item in value)
    if isinstance(value, np.ndarray | np.random.Generator | Trainer):
        return deepcopy(value)
    return _copied_object(value, seen) if _changes(value) else value


def _changes(value: object) -> bool:
    """True for objects of our own whose attributes are set anew; networks are changed by their trainers only."""
    kind = type(value)
    if isinstance(value, type | Enum | BaseException | Network) or not kind.__module__.startswith(OWN):
        return False
    frozen = is_dataclass(value) and kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    return hasattr(value, "__dict__") and not frozen


def _copied_object(value: Any, seen: Seen) -> Any:
    copy = seen[id(value)] = object.__new__(type(value))
    vars(copy).update({key: copied(item, seen) for key, item in vars(value).items()})
    return copy
