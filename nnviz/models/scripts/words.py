"""What a script says about itself, in English as all code does."""

from __future__ import annotations

from nnviz.models.scripts.features import Run

DATA = {
    "xor": "XOR", "circle": "A disc in a ring", "gaussians": "Two clouds", "spiral": "Two spirals",
    "moons": "Two moons", "checkerboard": "A checkerboard", "three_classes": "Three clouds",
    "plane": "A tilted plane", "wave": "A wave", "handwriting": "Handwritten digits of 8×8 pixels",
    "mnist": "MNIST, handwritten digits of 28×28 pixels",
}  # fmt: skip
OPTIMIZER = {
    "sgd": "w ← w − η g (Robbins and Monro, 1951)",
    "momentum": "v ← α v − η g, w ← w + v (Polyak, 1964)",
    "nesterov": "v ← α v − η g, w ← w + α v − η g (Sutskever et al., 2013)",
    "adagrad": "h ← h + g², w ← w − η g / (√h + ε) (Duchi, Hazan and Singer, 2011)",
    "rmsprop": "h ← ρ h + (1 − ρ) g², w ← w − η g / (√h + ε) (Tieleman and Hinton, 2012)",
    "adam": "w ← w − η m̂ / (√v̂ + ε), m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g² (Kingma and Ba, 2015)",
}
SHORT = {
    "sgd": "SGD", "momentum": "momentum", "nesterov": "Nesterov's momentum", "adagrad": "AdaGrad",
    "rmsprop": "RMSProp", "adam": "Adam",
}  # fmt: skip
LOSS = {
    "mse": "(1/n) Σ (y − t)²",
    "cross_entropy": "−Σ t log y, from z: LSE(z) − Σ t z",
    "binary_cross_entropy": "−t log y − (1 − t) log(1 − y), from z: log(1 + eᶻ) − t z",
}
SCALING = {
    "none": "just as they are",
    "unit": "all on 0…1",
    "standard": "each with mean 0 and deviation 1",
    "whiten": "with mean 0 and covariance the identity (ZCA)",
}
INITIALIZER = {
    "zeros": "all 0",
    "normal_0.01": "N(0, 0.01²)",
    "normal_1": "N(0, 1)",
    "glorot": "N(0, 2 / (in + out)) (Glorot and Bengio, 2010)",
    "he": "N(0, 2 / in) (He et al., 2015)",
}


def title(run: Run) -> str:
    """One line about a run."""
    experiment = run.journal.start
    sizes = "-".join(map(str, experiment.sizes))
    shown = sizes if len(sizes) < 40 else f"of {len(experiment.sizes)} layers"
    data = DATA.get(experiment.data, "Own data")
    return f"{data}: a network {shown}, trained with {SHORT[experiment.optimizer]}."


def described(run: Run) -> dict[str, str]:
    """What the functions of a script say they do."""
    experiment = run.journal.start
    targets = "their classes (m,)" if run.classes else "their targets (m, 1)" if run.own else "their heights (m, 1)"
    return {
        "title": title(run), "what_y": targets, "what_scaling": SCALING[experiment.scaling],
        "what_loss": LOSS[experiment.loss], "what_start": INITIALIZER[experiment.initializer],
        "and_accuracy": " and accuracy" if run.classes else "",
        **OPTIMIZER,
    }  # fmt: skip
