"""JSON on stdout: one value, no NaN."""

import json

import numpy as np
import pytest

from nnviz.commands.output import print_json


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (float("nan"), "null"),
        ([1.5, float("inf"), "x", None, True], '[1.5, null, "x", null, true]'),
        ({"a": np.array([[1.0, np.nan], [-np.inf, 2.0]])}, '{"a": [[1.0, null], [null, 2.0]]}'),
        ((np.arange(3), np.zeros(1, np.float32)), "[[0, 1, 2], [0.0]]"),
    ],
)
def test_plain_json(capsys, value, text):
    print_json(value)
    assert json.loads(capsys.readouterr().out) == json.loads(text)
