"""How the digit score is trained and measured: digits of many hands and pens against everything that is none.

Constant-width pens must be seen among the digits too: trained on scans alone, the score refuses the canvas's own pen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from nnviz.data.distortion import Distorter
from nnviz.data.handwriting import HIGHEST, load_handwriting
from nnviz.data.nondigits import FAMILIES, HARD, non_digits
from nnviz.data.preparation import prepare
from nnviz.data.skeleton import redrawn
from nnviz.engine.experiment import Experiment
from nnviz.engine.network import Network
from nnviz.engine.trace import Array
from nnviz.engine.training import Samples, Trainer

if TYPE_CHECKING:
    from nnviz.data.dataset import DataSet

CALIBRATION = 5000
"""Last images of MNIST's training set, kept for the threshold."""
REDRAWN, REDRAWN_CALIBRATION, REDRAWN_TEST = 15_000, 2000, 1000
HANDWRITING, HANDWRITING_TIMES = 1000, 4
"""The first digits of the 8×8 set are trained on, so many times; the others set the threshold with the rest."""
JUNK = 100_000
"""Non-digits made for training; each is seen turned by 90° as well."""
JUNK_TEST = 100
"""Non-digits of each family made to measure."""
REFUSED = 0.008
"""Share of the calibration digits that the threshold refuses."""
MILD = 0.6
"""Strength of the distortions in the calibration set."""
PARTS = (0.5, 0.65)
"""Finished share when the non-digits, and then the redrawn digits, are made."""

Pixels = NDArray[Any]
Score = Callable[[Pixels], Array]
Tell = Callable[[float], None]


@dataclass(frozen=True)
class Digits:
    """Images (m, 784), 0…255, and their digits (m,)."""

    images: Pixels
    digits: NDArray[np.intp]


def trained_network(mnist: DataSet, experiment: Experiment, seed: int, tell: Tell) -> tuple[Network, float]:
    """The network and the least score of a digit."""
    streams = np.random.SeedSequence(seed).spawn(3)
    junk_rng, digit_rng, calibration_rng = (np.random.default_rng(stream) for stream in streams)
    junk = _junk(junk_rng, tell)
    digits = _digits(mnist, digit_rng)
    tell(PARTS[1])
    network = _trained(replace(experiment, seed=seed), digits, junk, tell)
    calibration = _calibration(mnist, calibration_rng)
    # As saved: half precision moves scores by less than a thousandth, and the threshold shall fit the file.
    stored = Network(experiment, network.parameters.astype(np.float16).astype(np.float32))
    scores = 1 - stored.forward(calibration.astype(np.float32) / np.float32(255)).output[:, -1]
    return stored, float(np.quantile(scores, REFUSED))


def measured(score: Score, threshold: float, mnist: DataSet, seed: int) -> dict[str, float]:
    """Share refused: of MNIST's test digits as scanned and redrawn, and of new non-digits, all and by family."""
    rng = np.random.default_rng([seed, 1])
    digits = redrawn(mnist.test_x[:REDRAWN_TEST].reshape(-1, 28, 28), rng).reshape(-1, 784)
    sets = {"mnist test digits": mnist.test_x, "mnist test digits redrawn": digits}
    families = {family: non_digits(JUNK_TEST, rng, (family,)) for family in FAMILIES}
    sets |= {"non-digits": np.concatenate(list(families.values()))} | families
    return {name: round(float(np.mean(score(images) < threshold)), 4) for name, images in sets.items()}


def _junk(rng: np.random.Generator, tell: Tell) -> Pixels:
    """Non-digits, the families that look most like digits more often; each once more turned by 90°."""
    families = (*FAMILIES, *HARD, *HARD)
    part = len(families) * 20
    made = []
    for at in range(0, JUNK, part):
        made.append(np.rint(non_digits(part, rng, families)).astype(np.uint8))
        tell(PARTS[0] * at / JUNK)
    junk = np.concatenate(made).reshape(-1, 28, 28)
    return np.concatenate([junk, np.rot90(junk, axes=(1, 2))]).reshape(-1, 784)


def _digits(mnist: DataSet, rng: np.random.Generator) -> Digits:
    """Training digits: MNIST, some of it redrawn twice with a pen of one width, and the 8×8 set enlarged."""
    images, labels = mnist.train_x[:-CALIBRATION], mnist.train_y[:-CALIBRATION]
    chosen = np.tile(rng.permutation(len(images))[:REDRAWN], 2)
    pens = redrawn(images[chosen].reshape(-1, 28, 28), rng).reshape(-1, 784)
    small = _handwriting()
    return Digits(
        np.concatenate([images, pens, *[small.images[:HANDWRITING]] * HANDWRITING_TIMES]),
        np.concatenate([labels, labels[chosen], *[small.digits[:HANDWRITING]] * HANDWRITING_TIMES]),
    )


def _handwriting() -> Digits:
    images, digits = load_handwriting()
    grey = (images * (255 / HIGHEST)).astype(np.uint8).reshape(-1, 8, 8)
    large = [np.asarray(Image.fromarray(image).resize((160, 160), Image.Resampling.BICUBIC)) for image in grey]
    pixels = [prepare(np.where(image > 40, image, 0).astype(np.uint8)).pixels.ravel() for image in large]
    return Digits(np.rint(np.stack(pixels)).astype(np.uint8), digits)


def _calibration(mnist: DataSet, rng: np.random.Generator) -> Pixels:
    """Digits for the threshold: scanned, mildly distorted, redrawn, and of the 8×8 set."""
    scanned = mnist.train_x[-CALIBRATION:]
    distorted = Distorter(scanned, (28, 28))(np.arange(len(scanned)), MILD, rng)
    pens = redrawn(scanned[:REDRAWN_CALIBRATION].reshape(-1, 28, 28), rng).reshape(-1, 784)
    return np.concatenate([scanned, distorted, pens, _handwriting().images[HANDWRITING:]])


def _trained(experiment: Experiment, digits: Digits, junk: Pixels, tell: Tell) -> Network:
    images = np.concatenate([digits.images, junk])
    classes = np.concatenate([digits.digits, np.full(len(junk), experiment.outputs - 1)])
    targets = np.eye(experiment.outputs, dtype=np.float32)[classes]
    distorter = Distorter(images, (28, 28))

    def distort(indices: NDArray[np.intp], strength: float, rng: np.random.Generator) -> Array:
        return distorter(indices, strength, rng) / np.float32(255)

    # Every batch is distorted, so the undistorted inputs are never read and need no memory.
    unread = np.broadcast_to(np.float32(0), images.shape)
    trainer = Trainer(experiment, Samples(unread, targets, unread[:1], targets[:1], True, distort))
    while not trainer.finished:
        trainer.step()
        tell(PARTS[1] + (1 - PARTS[1]) * trainer.epoch / experiment.epochs)
    return trainer.network
