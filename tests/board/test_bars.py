"""Ten bars that are the prediction, and the verdict beside them."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from nnviz.board.bars import DigitBars
from nnviz.board.verdict import Verdict
from nnviz.board.words import DigitWords
from nnviz.engine.experiment import Experiment
from nnviz.engine.trace import ForwardTrace, Prediction
from nnviz.theme.theme import Theme

SOFTMAX = Experiment(inputs=784, outputs=10, output="softmax", loss="cross_entropy")
LINEAR = Experiment(inputs=784, outputs=10, output="identity", loss="mse")
TRACE = ForwardTrace(np.zeros((1, 784)), (), (), (), (), ())
VALUES = np.array([0.0, 0.1, 0.02, 0.5, 0.0, 0.25, 0.0, 0.13, 0.0, 0.0], np.float32)


def prediction(answer: int | None = 3, score: float | None = 0.9) -> Prediction:
    return Prediction(TRACE, VALUES, answer, score)


@pytest.fixture
def words(qapp: object) -> DigitWords:
    return DigitWords()


@pytest.fixture
def bars(theme: Theme, words: DigitWords, qtbot: QtBot) -> DigitBars:
    bars = DigitBars(theme, words)
    qtbot.addWidget(bars)
    bars.resize(300, 260)
    return bars


@pytest.fixture
def verdict(theme: Theme, words: DigitWords, qtbot: QtBot) -> Verdict:
    verdict = Verdict(theme, words)
    qtbot.addWidget(verdict)
    return verdict


def coloured(image: QImage, color: int, row: int) -> int:
    """Pixels of a colour on the middle line of a row."""
    y = round((row + 0.5) * image.height() / 10)
    return sum(image.pixel(x, y) == color for x in range(image.width()))


def test_values_are_the_predictions_array(bars: DigitBars) -> None:
    assert np.array_equal(bars.values, np.zeros(10))
    bars.show_prediction(prediction(), SOFTMAX)
    assert bars.values is VALUES
    assert bars.answer == 3
    bars.show_prediction(None, SOFTMAX)
    assert np.array_equal(bars.values, np.zeros(10))
    assert bars.answer is None


def test_bars_are_as_long_as_their_values(bars: DigitBars, theme: Theme) -> None:
    bars.show_prediction(prediction(), SOFTMAX)
    image = bars.grab().toImage()
    track = theme.color("zero").rgb()
    whole = coloured(image, track, 0)
    answer = coloured(image, theme.color("accent").rgb(), 3)
    assert answer / whole == pytest.approx(0.5, abs=0.02)
    for row, share in ((5, 0.25), (1, 0.1), (7, 0.13)):
        assert 1 - coloured(image, track, row) / whole == pytest.approx(share, abs=0.03)


def test_refused_bars_are_grey(bars: DigitBars, theme: Theme) -> None:
    bars.show_prediction(prediction(answer=None, score=0.04), SOFTMAX)
    image = bars.grab().toImage()
    assert bars.is_refused
    assert coloured(image, theme.color("accent").rgb(), 3) == 0
    assert coloured(image, theme.color("faint").rgb(), 3) > 50
    assert np.array_equal(bars.values, VALUES)


def test_linear_outputs_are_clipped_only_as_bars(bars: DigitBars) -> None:
    values = np.linspace(-0.5, 1.7, 10).astype(np.float32)
    bars.show_prediction(Prediction(TRACE, values, 9), LINEAR)
    bars.grab()
    assert bars.values is values
    assert "9: 1.70" in bars.accessibleDescription()


def test_read_out_has_all_ten(bars: DigitBars) -> None:
    bars.show_prediction(prediction(), SOFTMAX)
    spoken = bars.accessibleDescription()
    assert "3: 50.0\u00a0%" in spoken
    assert all(f"{digit}: " in spoken for digit in range(10))


def test_percent_never_claims_certainty(words: DigitWords) -> None:
    assert words.percent(0.99999) == ">99.9\u00a0%"
    assert words.percent(1.0) == ">99.9\u00a0%"
    assert words.percent(0.973) == "97.3\u00a0%"


def test_sentences(words: DigitWords) -> None:
    assert words.sentence(prediction(), SOFTMAX) == "It says 3; next comes 5 with 25.0\u00a0%."
    sure = Prediction(TRACE, np.eye(10)[4], 4, 1.0)
    assert words.sentence(sure, SOFTMAX) == "It says 4, and no other digit comes close."
    assert "0.04" in words.sentence(prediction(None, 0.04), SOFTMAX)
    assert words.sentence(prediction(None, None), SOFTMAX)
    assert words.sentence(None, SOFTMAX)


@pytest.mark.parametrize(
    ("shown", "figure", "detail"),
    [
        (prediction(), "3", "50.0\u00a0%"),
        (prediction(None, 0.04), "not a digit", ""),
        (None, "–", ""),
    ],
)
def test_verdict(shown: Prediction | None, figure: str, detail: str, verdict: Verdict) -> None:
    verdict.show_prediction(prediction(7), SOFTMAX)
    verdict.show_prediction(shown, SOFTMAX)
    assert (verdict.figure, verdict.detail) == (figure, detail)
    assert figure in verdict.accessibleDescription()
    assert not verdict.grab().isNull()
