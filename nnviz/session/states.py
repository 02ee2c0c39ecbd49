"""RunState: where a run is, and what may be done there.

          data loaded              Run, StepOnce, StepEpoch
LOADING ───────────────► READY ───────────────────────────► RUNNING
 ▲ │                       ▲                                 │   │
 │ │ failed                │ Reset, NewSeed, Configure       │   │ paused, epochs reached, no longer improving
 │ ▼                       │                                 │   ▼
FAILED ◄───────────────────┼──────────── any exception ──────┤  PAUSED ──► RUNNING
 (Run tries again)         │                                 │
                           └───────────── DIVERGED ◄─────────┘  loss not finite; Run goes on from the last finite state
"""

from enum import Enum


class RunState(Enum):
    """The states of a run; see the diagram above."""

    LOADING = "loading"
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    DIVERGED = "diverged"
    FAILED = "failed"

    @property
    def can_train(self) -> bool:
        """True where Run and the steps have an effect."""
        return self in (RunState.READY, RunState.PAUSED, RunState.DIVERGED, RunState.FAILED)

    @property
    def is_running(self) -> bool:
        """True while iterations are being made."""
        return self is RunState.RUNNING
