"""Own data in files: the same comes back, and what is damaged is refused."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.data.own import OwnData
from nnviz.data.own_file import packed, unpacked
from nnviz.data.painted import nothing, with_points
from nnviz.data.plane import Bounds
from nnviz.engine.refusal import Refusal

RNG = np.random.default_rng(0)
X = RNG.normal(size=(12, 4)).astype(np.float32)
X[3, 1] = np.nan
DATA = {
    "table": OwnData(
        "pets", "table", X, np.arange(12) % 3, ("a", "b=x", "b=y", "b=z"), ("가", "나", "다"), (1, 3),
        scaling="standard", target="pet", recipe={"from": "table", "columns": [1, 2]},
    ),
    "value": OwnData("prices", "table", X, X[:, :1].copy(), ("a", "b", "c", "d"), groups=(1, 1, 1, 1)),
    "image": OwnData(
        "pics", "image", RNG.integers(0, 255, (6, 64), np.uint8), np.arange(6) % 2, classes=("a", "b"), image=(8, 8)
    ),
    "painted": with_points(nothing(), 1, [(0.5, 0.5)]),
    "framed": OwnData("", "plane", X[:, 2:], np.arange(12) % 2, ("a", "b"), ("0", "1"), frame=Bounds((1, 2), (3, 4))),
    "empty": nothing(),
}  # fmt: skip


@pytest.mark.parametrize("name", DATA)
def test_the_same_comes_back(name):
    before, after = DATA[name], unpacked(packed(DATA[name]))
    assert after.key == before.key
    assert np.array_equal(after.x, before.x, equal_nan=before.x.dtype != np.uint8)
    assert after.x.dtype == before.x.dtype
    for field in ("name", "kind", "features", "classes", "groups", "image", "scaling", "target", "frame"):
        assert getattr(after, field) == getattr(before, field)
    assert after.is_painted == before.is_painted


@settings(max_examples=150)
@given(st.integers(0, 2000), st.integers(1, 255), st.integers(0, 2000))
def test_a_damaged_file_is_refused(at, by, cut):
    content = bytearray(packed(DATA["table"]))
    content[at % len(content)] ^= by
    for damaged in (bytes(content), packed(DATA["table"])[: cut % len(content)]):
        try:
            data = unpacked(damaged)
        except Refusal as error:
            key = error.key
        else:
            # Only what training cannot see may differ: names, and what was padding.
            key = "own_data_damaged" if data.key == DATA["table"].key else "another"
        assert key == "own_data_damaged"
