"""What the pane says while an iteration is animated: the card of what is reached, and the plate of the loss."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from nnviz.engine.experiment import LayerSpec
from nnviz.session import intents
from nnviz.session.pages import with_data
from nnviz.views.network.card import covered
from nnviz.views.network.pane import NetworkPane
from nnviz.views.network.passes.loss_marks import target_marks
from nnviz.views.network.passes.loss_plate import loss_plate, plate_obstacles
from nnviz.views.network.refs import EdgeRef
from nnviz.views.network.scene import UnitRef
from nnviz.widgets.numerals import short


@pytest.fixture
def pane(session, theme, qtbot):
    pane = NetworkPane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(900, 640)
    pane.show()
    return pane


def stand(session, pane, phase, layer, share, subject="shown"):
    """Stop the animation amid a beat."""
    if session.passes.state.subject != subject:
        session.do(intents.OpenPasses(subject))
    beats = [(beat.phase, beat.layer) for beat in session.passes.script]
    session.do(intents.SeekPasses(beats.index((phase, layer)) + share))
    session.clock.tick()
    return session.passes.moment


def rows(pane, ref):
    cards = pane.overlay._cards
    read = cards.edge if isinstance(ref, EdgeRef) else cards.unit
    return dict(read(ref, pane.scene).rows)


def test_a_unit_says_only_what_is_reached(session, pane):
    unit = UnitRef(2, 3)
    stand(session, pane, "activate", 0, 0.5)
    assert "not reached yet" in rows(pane, unit).values()
    moment = stand(session, pane, "sum", 1, 0.6)
    partial = float(moment.layer_values(2).values[3])
    assert rows(pane, unit)["sum so far"] == short(partial)
    moment = stand(session, pane, "loss", 2, 0.5)
    step = moment.step
    z, a = float(step.forward.z[1][0, 3]), float(step.forward.a[1][0, 3])
    found = rows(pane, unit)
    assert found["weighted sum z"] == short(z)
    assert found["activation a = tanh(z)"] == short(a)
    assert "δ = ∂L/∂z" not in found
    stand(session, pane, "gradient", 1, 0.5)
    assert rows(pane, unit)["δ = ∂L/∂z"] == short(float(step.backward.delta[1][0, 3]))


def test_an_edge_says_its_gradient_and_its_change(session, pane):
    edge = EdgeRef(1, 2, 5)
    moment = stand(session, pane, "loss", 2, 0.5, "batch")
    assert list(rows(pane, edge)) == ["weight w₃₆"]
    moment = stand(session, pane, "delta", 0, 0.5, "batch")
    assert rows(pane, edge)["gradient ∂L/∂W"] == short(float(moment.step.backward.dW[1][2, 5]))
    moment = stand(session, pane, "update", 2, 0.5, "batch")
    old, new = (float(net.layers[1].W[2, 5]) for net in (moment.step.network, moment.step.network_after))
    found = rows(pane, edge)
    assert found["change ΔW"] == short(np.float32(new) - np.float32(old))
    assert float(found["weight w₃₆"].replace("−", "-")) == pytest.approx((old + new) / 2, rel=1e-3)
    # The snapshot is one iteration further than what is shown: the card is about what is shown.
    stand(session, pane, "sum", 0, 0.5, "batch")
    assert rows(pane, edge)["weight w₃₆"] == short(old)


def test_a_unit_that_is_not_reached_lights_no_sources(session, pane):
    stand(session, pane, "sum", 0, 0.5)
    pane.mark(pointed=UnitRef(3, 0))
    assert pane.overlay.sources(pane.scene, pane._marks) is None
    stand(session, pane, "loss", 2, 0.5)
    assert pane.overlay.sources(pane.scene, pane._marks) is not None


SIZES = ((900, 640), (1100, 800), (560, 480))


@pytest.mark.parametrize(
    ("data", "units"), [("spiral", (8, 8)), ("wave", (8, 8)), ("three_classes", (6,)), ("xor", ())]
)
def test_the_loss_covers_no_number(session, pane, data, units):
    specs = tuple(LayerSpec(count, "tanh") for count in units)
    session.do(intents.Configure(replace(with_data(session.experiment, data), layers=specs)))
    for subject, size in product(("shown", "batch"), SIZES):
        pane.resize(*size)
        moment = stand(session, pane, "loss", len(units), 0.9, subject)
        pane.grab()
        check_plate(pane, moment)


def check_plate(pane, moment):
    stage = pane._stage
    labels, middle = stage._labels, stage.middle()
    scale = stage.scene.scales[-1]
    marks = target_marks(moment, labels[0], scale, stage.view, stage.brush)
    obstacles = plate_obstacles(stage.scene.layout, labels, marks, stage.view, stage.brush)
    plate = loss_plate(("binary cross-entropy", "0.1234, mean of 32"), marks, obstacles, middle, stage.brush)
    assert QRectF(middle).contains(plate.box)
    box = plate.box
    cost = covered(np.array([box.x()]), np.array([box.y()]), box.width(), box.height(), obstacles)
    assert cost[0] < 0.05
