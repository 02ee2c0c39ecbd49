"""Experiment: everything that determines a training run, frozen, validated and serialisable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, get_type_hints

from nnviz.engine.refusal import Refusal

ACTIVATION_NAMES = (
    "identity", "step", "sign", "sigmoid", "tanh", "relu", "leaky_relu", "prelu", "elu",
    "thresholded_relu", "softplus", "swish", "maxout",
)  # fmt: skip
OUTPUT_NAMES = ("identity", "sigmoid", "softmax")
LOSS_NAMES = ("mse", "binary_cross_entropy", "cross_entropy")
OPTIMIZER_NAMES = ("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam")
SCHEDULE_NAMES = ("constant", "step", "exponential", "inverse_time", "cosine")
INITIALIZER_NAMES = ("zeros", "normal_0.01", "normal_1", "glorot", "he")
SCALING_NAMES = ("none", "unit", "standard", "whiten")
PRECISION_NAMES = ("float32", "float64")

LOSSES_OF_OUTPUT = {
    "identity": ("mse",),
    "sigmoid": ("binary_cross_entropy", "mse"),
    "softmax": ("cross_entropy", "mse"),
}
"""The losses that are defined for what an output layer can produce (−t log y needs 0 < y < 1)."""


@dataclass(frozen=True)
class LayerSpec:
    """One hidden layer.

    alpha   slope for z < 0 (leaky_relu, start of prelu) or scale (elu)
    theta   threshold of thresholded_relu
    pieces  number of linear pieces of maxout
    dropout share of units switched off in each training pass, 0 ≤ dropout < 1
    batch_norm   the weighted sums are normalised before the activation (Ioffe and Szegedy, 2015)
    residual     the activations of the layer before are added (He et al., 2016); it must have as many units
    """

    units: int = 8
    activation: str = "relu"
    alpha: float = 0.1
    theta: float = 1.0
    pieces: int = 2
    dropout: float = 0.0
    batch_norm: bool = False
    residual: bool = False


@dataclass(frozen=True)
class Experiment:
    """Data, network, loss, optimizer and seed of one run. Two equal experiments give the same run, bit for bit.

    data, samples, noise, test_share, data_seed   which samples (`nnviz.data.catalogue`), how many, how noisy
    scaling       what is done to the inputs before they enter the network
    distortion    strength 0…1 of random rotation, shear, scale, shift and pen width of training images
    inputs, outputs   sizes of the input and the output layer
    layers        hidden layers, first to last; `output` is the activation of the last layer
    momentum      α of momentum and Nesterov, β₁ of Adam; `decay` is ρ of RMSProp and β₂ of Adam
    schedule      how the learning rate falls: by `schedule_rate` every `schedule_epochs` epochs
    l1, l2        penalties λ₁ Σ|w| and ½ λ₂ Σ w² on weights (not on biases)
    epochs        stop after so many epochs, 0: only when told
    patience      early stopping: end after so many epochs without a lower test loss, 0: off
    evaluate_every   iterations between two evaluations, 0: four times an epoch and often at the start
    frozen        (layer, unit) whose incoming weights, bias and trained slope no update changes; layer 1 is the first
                  hidden layer, the last one the output; unit −1: the whole layer
    off           (layer, unit) of hidden units that are switched off: they put out 0 and pass nothing back
    """

    data: str = "moons"
    samples: int = 400
    noise: float = 0.15
    test_share: float = 0.3
    data_seed: int = 0
    scaling: str = "none"
    distortion: float = 0.0
    inputs: int = 2
    outputs: int = 1
    layers: tuple[LayerSpec, ...] = (LayerSpec(8, "tanh"), LayerSpec(8, "tanh"))
    output: str = "sigmoid"
    loss: str = "binary_cross_entropy"
    initializer: str = "glorot"
    optimizer: str = "adam"
    learning_rate: float = 0.01
    momentum: float = 0.9
    decay: float = 0.999
    epsilon: float = 1e-8
    schedule: str = "constant"
    schedule_rate: float = 0.5
    schedule_epochs: int = 10
    l1: float = 0.0
    l2: float = 0.0
    batch_size: int = 32
    epochs: int = 0
    patience: int = 0
    evaluate_every: int = 0
    seed: int = 0
    precision: str = "float32"
    frozen: tuple[tuple[int, int], ...] = ()
    off: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        validate(self)

    @property
    def sizes(self) -> tuple[int, ...]:
        """Units of every layer, input and output included."""
        return (self.inputs, *(layer.units for layer in self.layers), self.outputs)

    def to_dict(self) -> dict[str, Any]:
        """A JSON-ready dictionary; `from_dict` gives the equal experiment back."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Experiment:
        """The experiment a dictionary describes. Refusal names the first unknown or ill-typed key."""
        return cls(**read_fields(values))


LIVE_FIELDS = frozenset(
    {
        "learning_rate", "momentum", "decay", "epsilon", "optimizer", "schedule", "schedule_rate", "schedule_epochs",
        "l1", "l2", "batch_size", "epochs", "patience", "evaluate_every", "distortion",
        "frozen", "off",
    }
)  # fmt: skip
"""Fields that may change while a run goes on. Every other field means a new start. (So does anything in `layers`
but `dropout`, see `is_live_change`.)"""

UNIT_FIELDS = ("frozen", "off")
"""Fields that name units as (layer, unit)."""

LIMITS: dict[str, tuple[float, float]] = {
    "samples": (10, 200_000),
    "noise": (0, 2),
    "test_share": (0.05, 0.95),
    "data_seed": (0, 2**31 - 1),
    "distortion": (0, 1),
    "inputs": (1, 100_000),
    "outputs": (1, 10_000),
    "learning_rate": (1e-7, 1e4),
    "momentum": (0, 0.9999),
    "decay": (0, 0.999999),
    "epsilon": (1e-16, 1),
    "schedule_rate": (1e-4, 1),
    "schedule_epochs": (1, 10_000),
    "l1": (0, 10),
    "l2": (0, 10),
    "batch_size": (1, 100_000),
    "epochs": (0, 1_000_000),
    "patience": (0, 100_000),
    "evaluate_every": (0, 1_000_000),
    "seed": (0, 2**31 - 1),
}
"""Inclusive bounds of every number of an Experiment."""

LAYER_LIMITS: dict[str, tuple[float, float]] = {
    "units": (1, 4096),
    "alpha": (0, 10),
    "theta": (0, 10),
    "pieces": (2, 8),
    "dropout": (0, 0.95),
}
MAX_LAYERS = 64
MAX_PARAMETERS = 20_000_000
"""About 80 MB in float32, four times that with Adam's accumulators and the gradient."""

CHOICES: dict[str, tuple[str, ...]] = {
    "scaling": SCALING_NAMES,
    "output": OUTPUT_NAMES,
    "loss": LOSS_NAMES,
    "initializer": INITIALIZER_NAMES,
    "optimizer": OPTIMIZER_NAMES,
    "schedule": SCHEDULE_NAMES,
    "precision": PRECISION_NAMES,
}


def read_fields(values: Mapping[str, Any]) -> dict[str, Any]:
    """Some fields of an experiment, as a dictionary has them that JSON or TOML can write, in their own types. Refusal
    names the first unknown or ill-typed key."""
    plain = dict(values)
    if "layers" in values:
        plain["layers"] = tuple(LayerSpec(**_typed(LayerSpec, layer)) for layer in _sequence(values["layers"]))
    plain |= {field: _pairs(field, values[field]) for field in UNIT_FIELDS if field in values}
    return _typed(Experiment, plain)


def validate(experiment: Experiment) -> None:
    """Refuse whatever lies outside LIMITS, LAYER_LIMITS and CHOICES, and a loss that its output layer cannot have."""
    _check_numbers(experiment, LIMITS)
    for field, names in CHOICES.items():
        _check_choice(field, getattr(experiment, field), names)
    if len(experiment.layers) > MAX_LAYERS:
        raise Refusal("too_many_layers", count=len(experiment.layers), most=MAX_LAYERS)
    _check_parameters(experiment)
    for layer in experiment.layers:
        _check_numbers(layer, LAYER_LIMITS)
        _check_choice("activation", layer.activation, ACTIVATION_NAMES)
    if experiment.loss not in LOSSES_OF_OUTPUT[experiment.output]:
        raise Refusal("loss_needs_output", loss=experiment.loss, output=experiment.output)
    if experiment.output == "softmax" and experiment.outputs < 2:
        raise Refusal("softmax_needs_two")
    _check_residuals(experiment)
    _check_units(experiment)


def adapted(experiment: Experiment, **values: Any) -> Experiment:
    """`experiment` with other values, as `dataclasses.replace`. `frozen` and `off` lose what is no longer there: hidden
    layers keep their numbers, and what is said of the output goes with the output. Layers that are not among the
    values lose residual connections that other inputs leave no room for. Refusal as of Experiment."""
    layers = without_misfits(experiment.layers, values.get("inputs", experiment.inputs))
    bare = replace(experiment, **{"frozen": (), "off": (), "layers": layers, **values})
    old, new = len(experiment.layers) + 1, len(bare.layers) + 1
    frozen = (
        (new if layer == old else layer, unit) for layer, unit in experiment.frozen if layer in {old, *range(new)}
    )
    kept = tuple(pair for pair in frozen if _has_unit(bare, *pair))
    off = tuple((layer, unit) for layer, unit in experiment.off if layer < new and _has_unit(bare, layer, unit))
    return replace(bare, **{"frozen": kept, "off": off, **values})


def without_misfits(layers: tuple[LayerSpec, ...], inputs: int) -> tuple[LayerSpec, ...]:
    """The same layers; residual connections between layers of different sizes are gone."""
    sizes = (inputs, *(layer.units for layer in layers))
    return tuple(
        replace(layer, residual=layer.residual and layer.units == before)
        for layer, before in zip(layers, sizes, strict=False)
    )


def is_live_change(old: Experiment, new: Experiment) -> bool:
    """True if a run may go on from `old` to `new` without a new start."""
    changed = {field.name for field in fields(Experiment) if getattr(old, field.name) != getattr(new, field.name)}
    if "layers" in changed and _without_dropout(old) == _without_dropout(new):
        changed.discard("layers")
    return changed <= LIVE_FIELDS


def _check_residuals(experiment: Experiment) -> None:
    """Refuse a residual connection between layers of different sizes: their activations could not be added."""
    for number, layer in enumerate(experiment.layers, start=1):
        before = experiment.sizes[number - 1]
        if layer.residual and layer.units != before:
            raise Refusal("residual_needs_equal", layer=number, units=layer.units, before=before)


def _check_units(experiment: Experiment) -> None:
    """Refuse frozen units that are not there, and switching off anything but single hidden units."""
    for layer, unit in (*experiment.frozen, *experiment.off):
        if not _has_unit(experiment, layer, unit):
            raise Refusal("no_such_unit", layer=layer, unit=unit)
    for layer, unit in experiment.off:
        if layer > len(experiment.layers) or unit < 0:
            raise Refusal("cannot_switch_off", layer=layer, unit=unit)


def _check_parameters(experiment: Experiment) -> None:
    """Refuse a network that would not fit into memory with its gradient and accumulators."""
    widths = [layer.units * (layer.pieces if layer.activation == "maxout" else 1) for layer in experiment.layers]
    count = sum((a + 1) * b for a, b in zip(experiment.sizes, (*widths, experiment.outputs), strict=False))
    count += sum(4 * width for width, layer in zip(widths, experiment.layers, strict=True) if layer.batch_norm)
    if count > MAX_PARAMETERS:
        raise Refusal("too_many_parameters", count=count, most=MAX_PARAMETERS)


def _has_unit(experiment: Experiment, layer: int, unit: int) -> bool:
    """True if the network has that unit; unit −1 is the whole layer."""
    sizes = experiment.sizes
    return 1 <= layer < len(sizes) and -1 <= unit < sizes[layer]


def _without_dropout(experiment: Experiment) -> tuple[LayerSpec, ...]:
    return tuple(replace(layer, dropout=0.0) for layer in experiment.layers)


def _check_numbers(owner: Experiment | LayerSpec, limits: Mapping[str, tuple[float, float]]) -> None:
    for field, (low, high) in limits.items():
        value = getattr(owner, field)
        # False for nan, too.
        if not low <= value <= high:
            raise Refusal("out_of_range", field=field, value=value, low=low, high=high)


def _check_choice(field: str, value: str, names: tuple[str, ...]) -> None:
    if value not in names:
        raise Refusal("unknown_choice", field=field, value=value, choices=", ".join(names))


def _sequence(value: object) -> list[Mapping[str, Any]]:
    if not isinstance(value, list | tuple) or not all(isinstance(item, Mapping) for item in value):
        raise Refusal("bad_field", field="layers", value=value)
    return list(value)


def _pairs(field: str, value: object) -> tuple[tuple[int, int], ...]:
    """(layer, unit) pairs of tuples or of JSON's lists."""
    if not isinstance(value, list | tuple) or not all(_is_pair(pair) for pair in value):
        raise Refusal("bad_field", field=field, value=value)
    return tuple((layer, unit) for layer, unit in value)


def _is_pair(value: object) -> bool:
    return isinstance(value, list | tuple) and len(value) == 2 and all(type(number) is int for number in value)


def _typed(cls: type[Experiment | LayerSpec], values: Mapping[str, Any]) -> dict[str, Any]:
    """`values` with unknown keys and wrong types refused; an int is welcome where a float is meant."""
    hints = get_type_hints(cls)
    for key, value in values.items():
        if key not in hints:
            raise Refusal("unknown_field", field=key)
        if not _fits(value, hints[key]):
            raise Refusal("bad_field", field=key, value=value)
    return dict(values)


def _fits(value: object, hint: object) -> bool:
    if isinstance(value, bool) or hint is bool:
        return isinstance(value, bool) and hint is bool
    if hint is float:
        return isinstance(value, int | float)
    return isinstance(value, hint if isinstance(hint, type) else tuple)
