from dataclasses import replace

import numpy as np
import pytest

from nnviz.engine.experiment import Experiment, LayerSpec
from nnviz.engine.network import parameter_count
from nnviz.engine.study import study
from nnviz.notation import Notation
from nnviz.session.moment import Moment
from nnviz.session.script import script_of
from nnviz.views.passes.words import UPDATES, PassesWords, target_name
from nnviz.widgets.numerals import short

THREE = Experiment(
    inputs=4, outputs=3, layers=(LayerSpec(5, "tanh"), LayerSpec(2, "relu")), output="softmax", loss="cross_entropy",
    learning_rate=0.01,
)  # fmt: skip
CLASSES = ("one", "two", "three")


@pytest.fixture
def words(theme):
    return PassesWords(theme)


def step_of(experiment, samples=1, target=None):
    rng = np.random.default_rng(1)
    parameters = rng.normal(size=parameter_count(experiment))
    x = rng.normal(size=(samples, experiment.inputs))
    t = np.eye(experiment.outputs)[rng.integers(0, experiment.outputs, samples)] if target is None else target
    return study(experiment, parameters, x, t, learning_rate=experiment.learning_rate)


def moment_of(experiment, phase, layer, share=0.5, grain="layer", samples=1, term=None, target=None, sample=0):
    script = script_of(experiment.sizes, grain)
    wanted = (phase, layer, term)
    index = next(n for n, beat in enumerate(script) if (beat.phase, beat.layer, beat.term) == wanted)
    return Moment(step_of(experiment, samples, target), sample, script[index], index, share)


@pytest.mark.parametrize(
    ("phase", "layer", "phase_word", "formula"),
    [
        ("sum", 0, "forward", "z₁ = x W₁ + b₁"),
        ("sum", 1, "forward", "z₂ = a₁ W₂ + b₂"),
        ("activate", 0, "forward", "a₁ = tanh(z₁)"),
        ("activate", 1, "forward", "a₂ = ReLU(z₂)"),
        ("activate", 2, "forward", "y = softmax(z₃)"),
        ("delta", 2, "backward", "δ₃ = y − t"),
        ("pull", 1, "backward", "∂L/∂a₂ = δ₃ W₃ᵀ"),
        ("delta", 1, "backward", "δ₂ = (δ₃ W₃ᵀ) ⊙ f′(z₂)"),
        ("gradient", 0, "gradient", "∂L/∂W₁ = xᵀ δ₁"),
        ("gradient", 1, "gradient", "∂L/∂W₂ = a₁ᵀ δ₂"),
    ],
)
def test_layers_are_named_with_their_formula(words, phase, layer, phase_word, formula):
    caption = words.caption(moment_of(THREE, phase, layer), CLASSES)
    assert (caption.phase, caption.place, caption.formula) == (phase_word, f"layer {layer + 1} of 3", formula)


EXTRAS = replace(
    THREE,
    layers=(LayerSpec(4, "tanh", batch_norm=True, residual=True), LayerSpec(4, "identity", residual=True),
            LayerSpec(5, "relu", batch_norm=True)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("phase", "layer", "formula"),
    [
        ("sum", 0, "z₁ = x W₁ + b₁"),
        ("activate", 0, "a₁ = tanh(BN(z₁)) + x"),
        ("activate", 1, "a₂ = z₂ + a₁"),
        ("activate", 2, "a₃ = ReLU(BN(z₃))"),
        ("pull", 2, "∂L/∂a₃ = δ₄ W₄ᵀ"),
        ("delta", 2, "δ₃ = (∂n₃/∂z₃)ᵀ ((δ₄ W₄ᵀ) ⊙ f′(n₃)),  n₃ = BN(z₃)"),
        ("delta", 1, "δ₂ = (δ₃ W₃ᵀ) ⊙ f′(z₂)"),
        ("pull", 0, "∂L/∂a₁ = δ₂ W₂ᵀ + ∂L/∂a₂"),
        ("delta", 0, "δ₁ = (∂n₁/∂z₁)ᵀ ((δ₂ W₂ᵀ + ∂L/∂a₂) ⊙ f′(n₁)),  n₁ = BN(z₁)"),
    ],
)
def test_normalisation_and_skip_are_in_the_formulas(words, phase, layer, formula):
    moment = moment_of(EXTRAS, phase, layer, share=1.0, samples=3)
    assert words.caption(moment, CLASSES).formula == formula
    forward, backward, layers = moment.step.forward, moment.step.backward, moment.step.network.layers
    if phase == "pull" and layer == 0:
        skip = backward.delta[2][0] @ layers[2].W.T
        np.testing.assert_allclose(
            moment.layer_values(1).values, backward.delta[1][0] @ layers[1].W.T + skip, atol=1e-14
        )
    if phase == "activate" and layer == 1:
        np.testing.assert_allclose(moment.layer_values(2).values, forward.z[1][0] + forward.a[0][0], atol=1e-14)


@pytest.mark.parametrize(
    ("phase", "layer", "formula"),
    [
        ("sum", 1, "a^(2) = W^(2) z^(1) + b^(2)"),
        ("activate", 0, "z^(1) = tanh(a^(1))"),
        ("activate", 2, "y = softmax(a^(3))"),
        ("pull", 1, "∂L/∂z^(2) = W^(3)ᵀ δ^(3)"),
        ("delta", 0, "δ^(1) = (W^(2)ᵀ δ^(2)) ⊙ f′(a^(1))"),
        ("gradient", 0, "∂L/∂W^(1) = δ^(1) xᵀ"),
        ("gradient", 1, "∂L/∂W^(2) = δ^(2) z^(1)ᵀ"),
    ],
)
def test_other_notations(words, theme, phase, layer, formula):
    theme.write_as(Notation("a_z", "ji", "parentheses"))
    assert words.caption(moment_of(THREE, phase, layer), CLASSES).formula == formula


def test_formulas_are_those_of_the_engine():
    """What the caption claims of δ, for every output and loss, recomputed from the trace."""
    step = step_of(THREE, samples=6)
    y, t = step.forward.output, step.target
    assert step.backward.delta[2] == pytest.approx((y - t) / 6)
    W3, z2 = step.network.layers[2].W, step.forward.z[1]
    assert step.backward.delta[1] == pytest.approx((W3 @ step.backward.delta[2].T).T * (z2 > 0))
    assert step.backward.dW[1] == pytest.approx(step.forward.a[0].T @ step.backward.delta[1])


@pytest.mark.parametrize(
    ("output", "loss", "outputs", "samples", "formula"),
    [
        ("softmax", "cross_entropy", 3, 6, "δ₃ = (y − t) / 6"),
        ("softmax", "mse", 3, 6, "δ₃ = (∂y/∂z₃)ᵀ ∂L/∂y"),
        ("sigmoid", "binary_cross_entropy", 2, 3, "δ₃ = (y − t) / 6"),
        ("sigmoid", "mse", 2, 3, "δ₃ = ∂L/∂y ⊙ f′(z₃)"),
        ("identity", "mse", 1, 5, "δ₃ = 2 (y − t) / 5"),
        ("identity", "mse", 1, 1, "δ₃ = 2 (y − t)"),
    ],
)
def test_output_delta_depends_on_output_and_loss(words, output, loss, outputs, samples, formula):
    experiment = replace(THREE, output=output, loss=loss, outputs=outputs)
    moment = moment_of(experiment, "delta", 2, samples=samples)
    assert words.caption(moment, ()).formula == formula
    if output == "identity":
        step = moment.step
        assert step.backward.delta[2] == pytest.approx(2 * (step.forward.output - step.target) / samples)


def test_terms_that_have_arrived_are_counted(words):
    assert words.caption(moment_of(THREE, "sum", 1, share=0.0), CLASSES).detail == "0 of 5 terms"
    assert words.caption(moment_of(THREE, "sum", 1, share=1.0), CLASSES).detail == "5 of 5 terms"
    single = moment_of(THREE, "pull", 1, grain="term", term=1)
    assert words.caption(single, CLASSES).detail == "1 of 3 terms"
    assert words.caption(moment_of(THREE, "bias", 1, grain="term"), CLASSES).detail == "all terms, now the bias"


def test_loss_names_value_and_target(words):
    moment = moment_of(THREE, "loss", 2)
    caption = words.caption(moment, CLASSES)
    assert caption.formula == f"cross-entropy {short(moment.step.loss)}"
    assert caption.detail == f"target {CLASSES[int(moment.step.target[0].argmax())]}"
    assert caption.place == ""
    batch = moment_of(THREE, "loss", 2, samples=6, sample=4)
    assert words.caption(batch, CLASSES).place == "mean of 6 samples"
    assert words.caption(batch, CLASSES).detail == f"target {CLASSES[int(batch.step.target[4].argmax())]}"


def test_targets_of_one_output():
    two = replace(THREE, output="sigmoid", loss="binary_cross_entropy", outputs=1)
    step = step_of(two, 2, np.array([[0.0], [1.0]]))
    assert [target_name(step, sample, ("no", "yes")) for sample in (0, 1)] == ["no", "yes"]
    regression = step_of(replace(two, output="identity", loss="mse"), 1, np.array([[-0.25]]))
    assert target_name(regression, 0, ()) == "−0.25"


@pytest.mark.parametrize("optimizer", UPDATES)
def test_update_names_optimizer_rate_and_formula(words, optimizer):
    caption = words.caption(moment_of(replace(THREE, optimizer=optimizer), "update", 2), CLASSES)
    assert caption.formula == UPDATES[optimizer]
    assert caption.place == f"{words.optimizer(optimizer)}, η = 0.01"
    assert caption.detail == ""


def test_update_names_the_penalties(words):
    caption = words.caption(moment_of(replace(THREE, l2=0.1, l1=0.2), "update", 2), CLASSES)
    assert caption.detail == "g = ∂L/∂w + λ₂ w + λ₁ sign(w)"
