"""How times are written."""

from __future__ import annotations

from nnviz.session.metronome import TICK


def clock_time(ticks: int) -> str:
    """Minutes and seconds of so many ticks, hours where there are any: 3:07, 1:02:45."""
    minutes, seconds = divmod(int(ticks * TICK + 1e-9), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
