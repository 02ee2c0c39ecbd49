"""A few minutes of the crowd of `make soak`; the hours are run by hand."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from benchmarks.soak import soak


def test_a_crowd_leaves_no_error_and_no_thread(qapp: QApplication) -> None:
    result = soak(20, seed=3)
    assert result.errors == ()
    assert result.threads == ()
    assert result.visitors >= 1
    assert result.growth < 25
