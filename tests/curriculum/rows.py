"""One test function a row of the curriculum, named after its id: test_E5, test_C12_softmax. The suite says how many
rows hold."""

from __future__ import annotations

import re

import pytest

ROWS = tuple(
    f"{chapter}{number}"
    for chapter, count in {"A": 8, "B": 8, "C": 15, "D": 5, "E": 7, "F": 10}.items()
    for number in range(1, count + 1)
)
"""All rows there are."""
NAME = re.compile(r"tests/curriculum/.*::test_([A-F][0-9]+)(?![0-9])")


def row_of(nodeid: str) -> str:
    """The row that a test is about, "" for other tests."""
    found = NAME.search(nodeid.replace("\\", "/"))
    return found[1] if found else ""


def tell(terminalreporter: pytest.TerminalReporter) -> None:
    """How many rows hold, and which do not."""
    stats = terminalreporter.stats
    passed = {row_of(report.nodeid) for report in stats.get("passed", ())} - {""}
    broken = {row_of(report.nodeid) for kind in ("failed", "error") for report in stats.get(kind, ())} - {""}
    if not passed | broken:
        return
    holding = [row for row in ROWS if row in passed - broken]
    missing = [row for row in ROWS if row not in holding]
    terminalreporter.write_line(
        f"curriculum: {len(holding)} of {len(ROWS)} rows hold" + (f"; not: {', '.join(missing)}" if missing else "")
    )
