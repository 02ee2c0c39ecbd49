"""The digit score: made repeatably, kept in a file, and right about what people draw."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from nnviz.assets import resource
from nnviz.data import score_training
from nnviz.data.dataset import DataSet
from nnviz.data.digitness import EXPERIMENT, DigitScore
from nnviz.data.handwriting import load_handwriting
from nnviz.data.nondigits import FAMILIES, HARD, non_digit, non_digits
from nnviz.data.preparation import prepare
from nnviz.data.strokes import rasterise
from nnviz.engine.experiment import LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.refusal import Refusal

Digits = tuple[NDArray[np.uint8], NDArray[np.intp]]
SHIPPED = ("models", "digit_score.safetensors")
BLANK = np.zeros((280, 280), np.uint8)


@pytest.fixture(scope="module")
def shipped() -> DigitScore:
    return DigitScore.load(resource(*SHIPPED))


@pytest.fixture
def untrained() -> DigitScore:
    return DigitScore(Network.initial(EXPERIMENT, np.random.default_rng(0)), 0.25, {"seed": 3})


def test_a_score_comes_back_from_its_file(untrained: DigitScore, tmp_path: Path, drawn_digits: Digits) -> None:
    untrained.save(tmp_path / "score.safetensors")
    loaded = DigitScore.load(tmp_path / "score.safetensors")
    assert loaded.threshold == untrained.threshold
    assert loaded.notes["seed"] == 3
    pixels = drawn_digits[0].reshape(-1, 784)
    np.testing.assert_allclose(loaded.scores(pixels), untrained.scores(pixels), atol=2e-3)
    assert loaded.score(prepare(drawn_digits[0][0])) == pytest.approx(float(loaded.scores(pixels)[0]), abs=1e-2)


@pytest.mark.parametrize("content", [b"", b"no score", b"\x08\0\0\0\0\0\0\0{}      "])
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "score.safetensors").write_bytes(content)
    with pytest.raises(Refusal) as refused:
        DigitScore.load(tmp_path / "score.safetensors")
    assert refused.value.key == "score_unreadable"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        DigitScore.load(tmp_path / "none.safetensors")


def test_a_blank_drawing_is_no_digit(untrained: DigitScore) -> None:
    assert untrained.score(prepare(BLANK)) == 0
    assert not untrained.is_digit(0.0)
    assert untrained.is_digit(untrained.threshold)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_of_non_digits_is_seeded_and_not_always_blank(family: str) -> None:
    first, again = (non_digits(6, np.random.default_rng(0), (family,)) for _ in range(2))
    np.testing.assert_array_equal(first, again)
    assert first.shape == (6, 784)
    assert first.any()


def test_the_shipped_score_says_how_it_was_made(shipped: DigitScore) -> None:
    assert resource(*SHIPPED).stat().st_size < 600_000
    assert shipped.notes["command"].startswith("nnviz train-score --seed")
    assert len(shipped.notes["data_sha256"]) == 64
    refused = shipped.notes["refused"]
    assert refused["mnist test digits"] <= 0.02
    assert refused["mnist test digits redrawn"] <= 0.02
    assert refused["non-digits"] >= 0.95


def test_the_shipped_score_takes_drawn_digits(shipped: DigitScore, drawn_digits: Digits) -> None:
    scores = [shipped.score(prepare(image)) for image in drawn_digits[0]]
    assert all(shipped.is_digit(score) for score in scores), scores


def test_the_shipped_score_refuses_scribbles_noise_and_dots(shipped: DigitScore) -> None:
    rng = np.random.default_rng(12345)
    refused = [not shipped.is_digit(shipped.score(non_digit(family, rng))) for family in FAMILIES for _ in range(15)]
    assert np.mean(refused) >= 0.95
    assert not shipped.is_digit(shipped.score(prepare(rasterise((((5.0, 5.0),),)))))


def test_training_is_repeatable_and_tells_its_progress(drawn_digits: Digits, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "CALIBRATION": 10, "REDRAWN": 5, "REDRAWN_CALIBRATION": 5, "REDRAWN_TEST": 5, "JUNK": 60, "JUNK_TEST": 1,
        "HANDWRITING": 60, "FAMILIES": HARD[:1], "HARD": HARD[:1],
        "load_handwriting": lambda: [part[:90] for part in load_handwriting()],
    }.items():  # fmt: skip
        monkeypatch.setattr(score_training, name, value)
    images, digits = np.tile(drawn_digits[0].reshape(5, 784), (8, 1)), np.tile(drawn_digits[1], 8)
    data = DataSet("mnist", images, digits, images[:5], digits[:5], tuple("0123456789"), (28, 28))
    experiment = replace(EXPERIMENT, epochs=2, layers=(LayerSpec(8),))
    told: list[float] = []
    (first, threshold), (again, _) = (
        score_training.trained_network(data, experiment, 0, told.append) for _ in range(2)
    )
    np.testing.assert_array_equal(first.parameters, again.parameters)
    assert 0 < threshold < 1
    assert told[len(told) // 2 - 1] == pytest.approx(1)
    rates = score_training.measured(lambda pixels: pixels.max(axis=1), 300, data, 0)
    assert set(rates.values()) == {1.0}
