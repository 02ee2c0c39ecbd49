"""The digit score: whether a drawing is a digit at all. It looks at the prepared pixels only, so it serves any network.

A classifier must choose among ten digits even for a scribble. This small network has an eleventh class, "no digit".
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save as to_bytes

from nnviz.data.preparation import Preparation
from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import Network
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array

if TYPE_CHECKING:
    from nnviz.data.dataset import DataSet

NO_DIGIT = 10
"""Index of the class that is no digit."""
EXPERIMENT = Experiment(
    data="mnist", scaling="unit", distortion=1.0, inputs=784, outputs=11, output="softmax", loss="cross_entropy",
    layers=(LayerSpec(256), LayerSpec(64)), initializer="he", learning_rate=1e-3, schedule="cosine",
    schedule_epochs=12, batch_size=128, epochs=12, evaluate_every=1_000_000,
)  # fmt: skip
METADATA = "nnviz.digit_score"


@dataclass(frozen=True)
class DigitScore:
    """network: 784 pixels → ten digits and "no digit"; threshold: least score of a digit; notes: how it was made."""

    network: Network
    threshold: float
    notes: Mapping[str, Any]

    @classmethod
    def load(cls, path: Path) -> DigitScore:
        """The score in a file. Refusal score_unreadable."""
        try:
            with safe_open(path, framework="numpy") as file:
                parameters = np.asarray(file.get_tensor("parameters"), np.float32)
                notes = json.loads(file.metadata()[METADATA])
                return cls(Network(EXPERIMENT, parameters), float(notes["threshold"]), notes)
        except (OSError, SafetensorError, ValueError, TypeError, KeyError) as error:
            raise Refusal("score_unreadable", file=str(path)) from error

    def save(self, path: Path) -> None:
        """Write the score: half-precision parameters, and the notes as JSON in the metadata."""
        notes = json.dumps({**self.notes, "threshold": self.threshold})
        path.write_bytes(to_bytes({"parameters": self.network.parameters.astype(np.float16)}, {METADATA: notes}))

    def score(self, preparation: Preparation) -> float:
        """0…1, how much a drawing looks like a digit; 0 when blank."""
        if preparation.is_blank:
            return 0.0
        return float(self.scores(preparation.pixels.reshape(1, -1))[0])

    def scores(self, pixels: NDArray[Any]) -> Array:
        """(m,) scores of prepared images (m, 784), 0…255."""
        y = self.network.forward(pixels.astype(np.float32) / np.float32(255)).output
        return np.asarray(1 - y[:, NO_DIGIT])

    def is_digit(self, score: float) -> bool:
        """Whether a score is that of a digit."""
        return score >= self.threshold


def train_score(mnist: DataSet, seed: int, progress: Callable[[float], None] | None = None) -> DigitScore:
    """Train the score on digits as scanned and as redrawn against non-digits, for some minutes. Same seed, same score.

    `progress` is told the finished share. The notes hold what was measured on digits and non-digits kept apart.
    """
    from nnviz.data.score_training import measured, trained_network

    tell = progress or _silent
    network, threshold = trained_network(mnist, EXPERIMENT, seed, tell)
    unmeasured = DigitScore(network, threshold, {})
    return DigitScore(
        network,
        threshold,
        {
            "command": f"nnviz train-score --seed {seed}",
            "seed": seed,
            "data_sha256": hashlib.sha256(np.ascontiguousarray(mnist.train_x).tobytes()).hexdigest(),
            "refused": measured(unmeasured.scores, threshold, mnist, seed),
        },
    )


def _silent(share: float) -> None:
    """Progress that nobody watches."""
