"""The networks of lectures: their numbers, as they are printed in books."""

from __future__ import annotations

import numpy as np

from nnviz.models.examples import FORWARD_PASS_INPUT, open_example


def test_forward_pass_of_2_3_2_2() -> None:
    trace = open_example("forward_pass").forward(np.array([FORWARD_PASS_INPUT]))
    for found, known in zip(
        (*trace.z, *trace.a),
        (
            [0.3, 0.7, 1.1], [0.51615984, 1.21402696], [0.31682708, 0.69627909],
            [0.57444252, 0.66818777, 0.75026011], [0.62624937, 0.7710107], [0.31682708, 0.69627909],
        ),
        strict=True,
    ):  # fmt: skip
        np.testing.assert_allclose(found[0], known, atol=5e-9)
