"""The user's own images on the digits page: drawn on where they are digits, else said why not."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.data.own import OwnData
from nnviz.session.intents import Adjust, OpenPage
from nnviz.views.digits.pane import DigitsPane


@pytest.mark.parametrize(("names", "reads"), [("0123456789", True), ("abcdefghij", False)])
def test_only_digits_are_drawn(session, theme, qtbot, names, reads):
    rng = np.random.default_rng(0)
    x, y = rng.integers(0, 255, (60, 64), np.uint8), np.arange(60) % 10
    data = OwnData(
        "pics", "image", x, y, classes=tuple(f"class {name}" for name in names), image=(8, 8), scaling="unit"
    )
    session.do(OpenPage("digits"))
    session.stock.put(data)
    session.do(Adjust({"data": data.key}))
    pane = DigitsPane(session, theme)
    qtbot.addWidget(pane)
    assert pane.can_read is reads
    assert ("other things" in pane.notice.reason.text()) is not reads
