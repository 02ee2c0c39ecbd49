"""Commands: what the GUI thread tells the worker."""

from __future__ import annotations

from dataclasses import dataclass

from nnviz.data.shelf import BUILT_IN, Shelf
from nnviz.engine.experiment import Experiment
from nnviz.engine.scaling import Scaling
from nnviz.engine.trace import Array
from nnviz.models.training import Training
from nnviz.session.intents import Edit


@dataclass(frozen=True)
class Begin:
    """A new run: load its data, build its Trainer. `parameters`, `scaling` and the `training` to go on with come from a
    model, else from the seed. Runs begun earlier that train `together` with it make their iterations in turn. The data
    is looked up on the `shelf`."""

    run: int
    experiment: Experiment
    parameters: Array | None = None
    scaling: Scaling | None = None
    together: tuple[int, ...] = ()
    training: Training | None = None
    shelf: Shelf = BUILT_IN


@dataclass(frozen=True)
class Switch:
    """Go on with another run that was begun earlier, and with those that train together with it."""

    run: int
    together: tuple[int, ...] = ()


@dataclass(frozen=True)
class Train:
    """Make iterations: without end ("run"), one ("step"), or to the end of the epoch ("epoch")."""

    until: str = "run"


@dataclass(frozen=True)
class Stop:
    """Pause after the current iteration."""


@dataclass(frozen=True)
class Change:
    """Go on with other live settings; `number` counts the changes of a run."""

    experiment: Experiment
    number: int = 0


@dataclass(frozen=True)
class Pace:
    """Iterations a second, None: as fast as possible."""

    steps_per_second: float | None


@dataclass(frozen=True)
class Forget:
    """Drop the Trainer of a run nobody will go back to."""

    run: int


@dataclass(frozen=True)
class Trace:
    """One iteration, told in every detail, then rest."""


@dataclass(frozen=True)
class GoTo:
    """Back (or forward again) to an iteration. `back`: so many before the present one instead."""

    iteration: int = 0
    back: int = 0


@dataclass(frozen=True)
class Operate:
    """Carry out an edit of the network."""

    edit: Edit


@dataclass(frozen=True)
class Budget:
    """Bytes the timeline may use."""

    size: int


@dataclass(frozen=True)
class Watch:
    """Topics (`nnviz.session.watching.TOPICS`) that somebody looks at."""

    topics: frozenset[str]


@dataclass(frozen=True)
class Check:
    """Check the gradient numerically."""


@dataclass(frozen=True)
class Account:
    """Give account of a run, under a number: all that is needed to save it or to write it down."""

    run: int
    number: int


@dataclass(frozen=True)
class Keep:
    """Keep a copy of all runs as they are, under a mark."""

    mark: int


@dataclass(frozen=True)
class Restore:
    """Go on with the runs that were kept under a mark, under new numbers: what is still on its way from the runs of now
    finds nobody. Those that `numbers` (old → new) leaves out are gone."""

    mark: int
    numbers: dict[int, int]


@dataclass(frozen=True)
class Drop:
    """Keep nothing any longer."""


@dataclass(frozen=True)
class Echo:
    """Answer, when everything asked before is done."""

    number: int


Command = (
    Begin | Switch | Train | Stop | Change | Pace | Forget | Trace | GoTo | Operate | Budget | Watch | Check
    | Account | Keep | Restore | Drop | Echo
)  # fmt: skip
