"""The pane over the real session: what is on screen is what the network answers, counted independently."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnviz.data import catalogue
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.session.intents import Configure, ShowSample
from nnviz.session.session import Session
from nnviz.theme.theme import Theme
from nnviz.views.mistakes.pane import MistakesPane


@pytest.fixture
def pane(session: Session, theme: Theme, qtbot: QtBot) -> MistakesPane:
    pane = MistakesPane(session, theme)
    qtbot.addWidget(pane)
    pane.resize(340, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def answers(session: Session) -> tuple[np.ndarray, np.ndarray]:
    """Predicted class and loss of every test sample, from the weights alone."""
    assert session.data is not None
    a = session.scaling.apply(session.data.test_x, "float64")
    *hidden, last = session.snapshot.network.layers
    for layer in hidden:
        a = np.tanh(a @ layer.W.astype(float) + layer.b.astype(float))
    z = a @ last.W.astype(float) + last.b.astype(float)
    logits = np.hstack([np.zeros_like(z), z]) if z.shape[1] == 1 else z
    shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return shares.argmax(axis=1), -np.log(shares[np.arange(len(z)), session.data.test_y])


@pytest.mark.parametrize("data", ["spiral", "three_classes", "handwriting"])
def test_screen_shows_what_the_network_answers(session: Session, pane: MistakesPane, data: str) -> None:
    experiment = Experiment(**catalogue.defaults(data), layers=(LayerSpec(8, "tanh"),), learning_rate=0.01)
    session.do(Configure(experiment))
    session.advance(60)
    session.clock.tick()
    predicted, loss = answers(session)
    assert session.data is not None
    assert pane.matrix.picture is not None
    for truth, row in enumerate(pane.matrix.picture.figures.texts):
        of_class = predicted[session.data.test_y == truth]
        assert [int(text) for text in row] == [int(np.sum(of_class == k)) for k in range(len(row))]
    shown = pane.browser.samples.indices
    assert loss[shown] == pytest.approx(np.sort(loss)[::-1], rel=1e-4, abs=1e-6)


def test_clicked_sample_is_what_the_network_is_shown(session: Session, pane: MistakesPane) -> None:
    session.clock.tick()
    sample = int(pane.browser.samples.indices[5])
    pane.browser.clicked.emit(pane.browser.samples.index(5))
    assert session.sample == sample == pane.browser.card.shown
    session.do(ShowSample(0))
    assert pane.browser.card.shown == 0


def test_regression_needs_no_matrix(session: Session, pane: MistakesPane) -> None:
    session.do(Configure(Experiment(**catalogue.defaults("wave"), layers=(LayerSpec(4, "tanh"),))))
    session.advance(5)
    assert "needs classes" in pane.empty.text()
    assert pane.empty.isVisible()
