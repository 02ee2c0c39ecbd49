"""The sheet of the lectures' example, and helpers that type as a student does."""

from __future__ import annotations

import pytest

from nnviz.views.worksheet.subjects import example_subject
from nnviz.worksheets.sheet import Worksheet, worksheet


@pytest.fixture
def sheet() -> Worksheet:
    return worksheet(example_subject(), 4)
