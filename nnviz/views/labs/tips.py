"""Tips: what the controls of the labs do, in the words of the field; for those that say nothing of their own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from nnviz.sentences.marking import QT_TRANSLATE_NOOP
from nnviz.widgets.segments import Segments

MARK = "told_by_table"
TIPS: dict[str, str] = {
    # What several labs have.
    "play": QT_TRANSLATE_NOOP("tips", "Go on by itself, step after step, or hold"),
    "step": QT_TRANSLATE_NOOP("tips", "One step, and its numbers"),
    "reset": QT_TRANSLATE_NOOP("tips", "Back to the start, with the same start values"),
    "pace": QT_TRANSLATE_NOOP("tips", "How many steps a second are made while it plays"),
    "rate": QT_TRANSLATE_NOOP("tips", "How far one step goes, as a multiple of gradient or error"),
    "batch_norm": QT_TRANSLATE_NOOP(
        "tips", "Bring every weighted sum to mean 0 and deviation 1 over the mini-batch, before the activation"
    ),
    "residual": QT_TRANSLATE_NOOP("tips", "Add the input of a layer to its output: a way past it for the gradient"),
    "depth_depth": QT_TRANSLATE_NOOP("tips", "How many hidden layers are stacked"),
    "gradients_depth": QT_TRANSLATE_NOOP("tips", "How many hidden layers are stacked"),
    "depth_width": QT_TRANSLATE_NOOP("tips", "How many units every hidden layer has"),
    "activation": QT_TRANSLATE_NOOP("tips", "The function that every hidden unit applies to its weighted sum"),
    "initializer": QT_TRANSLATE_NOOP("tips", "From which distribution the start weights are drawn"),
    "learning_rate": QT_TRANSLATE_NOOP("tips", "How far one update goes, as a multiple of the gradient"),
    "optimizer": QT_TRANSLATE_NOOP("tips", "The rule that turns gradients into updates"),
    "train": QT_TRANSLATE_NOOP("tips", "Train, and watch the layers meanwhile; once more: pause"),
    "player_slider": QT_TRANSLATE_NOOP("tips", "Go to any step of the forward and backward pass"),
    "show": QT_TRANSLATE_NOOP("tips", "Draw this path, or leave it out; it goes on either way"),
    "follow": QT_TRANSLATE_NOOP("tips", "Show the terms of this one below: gradient, velocity, step"),
    "large": QT_TRANSLATE_NOOP("tips", "Give this picture all the room, or share it again"),
    # Functions
    "section_activations": QT_TRANSLATE_NOOP("tips", "Every activation with its derivative, and where its slope dies"),
    "section_softmax": QT_TRANSLATE_NOOP("tips", "From logits to probabilities: temperature, bounds"),
    "section_stability": QT_TRANSLATE_NOOP("tips", "Why softmax and LogSumExp subtract the largest number first"),
    "section_losses": QT_TRANSLATE_NOOP("tips", "Squared error and cross-entropy over the prediction, with slopes"),
    "section_targets": QT_TRANSLATE_NOOP("tips", "Which loss still teaches when the answer is confidently wrong"),
    "section_slope": QT_TRANSLATE_NOOP("tips", "Gradient descent in one dimension, step by step"),
    "activation_identity": QT_TRANSLATE_NOOP("tips", "f(x) = x: layers without a bend are one layer"),
    "activation_step": QT_TRANSLATE_NOOP("tips", "0 or 1: slope 0 almost everywhere, no gradient gets through"),
    "activation_sign": QT_TRANSLATE_NOOP("tips", "−1 or 1: slope 0 almost everywhere, no gradient gets through"),
    "activation_sigmoid": QT_TRANSLATE_NOOP("tips", "Between 0 and 1; its slope is at most ¼"),
    "activation_tanh": QT_TRANSLATE_NOOP("tips", "Between −1 and 1, with mean 0; its slope is at most 1"),
    "activation_relu": QT_TRANSLATE_NOOP("tips", "0 for negative sums, else the sum itself; a unit can die"),
    "activation_leaky_relu": QT_TRANSLATE_NOOP("tips", "As ReLU, with a small slope for negative sums"),
    "activation_prelu": QT_TRANSLATE_NOOP("tips", "As leaky ReLU; the slope for negative sums is learnt"),
    "activation_elu": QT_TRANSLATE_NOOP("tips", "Negative sums approach −α smoothly, so that the mean is nearer to 0"),
    "activation_thresholded_relu": QT_TRANSLATE_NOOP("tips", "0 up to a threshold θ, then the sum itself"),
    "activation_softplus": QT_TRANSLATE_NOOP("tips", "A smooth ReLU, ln(1 + eˣ); its slope is the sigmoid"),
    "activation_swish": QT_TRANSLATE_NOOP("tips", "x times its sigmoid: smooth, with a dip below 0"),
    "activation_maxout": QT_TRANSLATE_NOOP("tips", "The largest of several linear functions, which are learnt"),
    "probe_x": QT_TRANSLATE_NOOP("tips", "Where value and slope of the function are read"),
    "output_bar": QT_TRANSLATE_NOOP("tips", "Draw LogSumExp between its bounds over this logit"),
    "logit": QT_TRANSLATE_NOOP("tips", "One logit, an input of softmax"),
    "logit_count": QT_TRANSLATE_NOOP("tips", "How many logits, and so how many classes there are"),
    "temperature": QT_TRANSLATE_NOOP("tips", "Logits are divided by it: small sharpens the answer, large levels it"),
    "constant": QT_TRANSLATE_NOOP("tips", "Added to every logit: the probabilities stay the same"),
    "entry": QT_TRANSLATE_NOOP("tips", "One number of the vector x"),
    "more_entries": QT_TRANSLATE_NOOP("tips", "One more number in the vector"),
    "fewer_entries": QT_TRANSLATE_NOOP("tips", "One number less in the vector"),
    "vector_preset": QT_TRANSLATE_NOOP("tips", "Take these numbers"),
    "losses_view": QT_TRANSLATE_NOOP("tips", "One output between 0 and 1, or one probability for each class"),
    "losses_loss": QT_TRANSLATE_NOOP("tips", "What is drawn over the prediction, and followed by gradient descent"),
    "losses_target": QT_TRANSLATE_NOOP("tips", "What is right for this sample"),
    "losses_prediction": QT_TRANSLATE_NOOP("tips", "What the network answers: its probability of class 1"),
    "losses_sample0": QT_TRANSLATE_NOOP("tips", "Compute the loss of this sample term by term"),
    "losses_sample1": QT_TRANSLATE_NOOP("tips", "Compute the loss of this sample term by term"),
    "losses_sample2": QT_TRANSLATE_NOOP("tips", "Compute the loss of this sample term by term"),
    "losses_sample3": QT_TRANSLATE_NOOP("tips", "Compute the loss of this sample term by term"),
    "targets_view": QT_TRANSLATE_NOOP("tips", "Three questions that a choice of loss answers"),
    "targets_wrong": QT_TRANSLATE_NOOP("tips", "An answer that is sure and wrong: compare the two gradients"),
    "targets_target": QT_TRANSLATE_NOOP("tips", "What is right for this sample"),
    "targets_logit": QT_TRANSLATE_NOOP("tips", "The weighted sum of the output unit, before the sigmoid"),
    "targets_output": QT_TRANSLATE_NOOP("tips", "What the sigmoid makes of the logit"),
    "slope_curve": QT_TRANSLATE_NOOP("tips", "The function whose lowest point is looked for"),
    "slope_curvature": QT_TRANSLATE_NOOP("tips", "f″: steps longer than 2/f″ go apart instead of together"),
    "slope_start": QT_TRANSLATE_NOOP("tips", "Where the descent begins"),
    "slope_speed": QT_TRANSLATE_NOOP("tips", "How many steps a second are made while it plays"),
    # Perceptron
    "section_unit": QT_TRANSLATE_NOOP("tips", "Weights, bias and threshold, and the line they draw in the plane"),
    "section_learning": QT_TRANSLATE_NOOP("tips", "Rosenblatt's rule, sample by sample: only mistakes change weights"),
    "section_delta": QT_TRANSLATE_NOOP("tips", "Widrow and Hoff's rule: the error itself is made smaller"),
    "section_gates": QT_TRANSLATE_NOOP("tips", "Three units in two layers compute what no single one can"),
    "section_mlp": QT_TRANSLATE_NOOP("tips", "A 2-2-1 network finds weights for XOR by back-propagation"),
    "section_history": QT_TRANSLATE_NOOP("tips", "From McCulloch and Pitts to back-propagation, with what to try"),
    "unit_kind": QT_TRANSLATE_NOOP("tips", "A bias and a sum above 0, or a threshold θ that the sum must reach"),
    "unit_w1": QT_TRANSLATE_NOOP("tips", "How much the first input counts; it turns the line"),
    "unit_w2": QT_TRANSLATE_NOOP("tips", "How much the second input counts; it turns the line"),
    "unit_bias": QT_TRANSLATE_NOOP("tips", "Moves the line along its normal, without turning it"),
    "unit_preset": QT_TRANSLATE_NOOP("tips", "Weights w₁, w₂ and bias or threshold with which the unit is this gate"),
    "unit_target": QT_TRANSLATE_NOOP("tips", "The truth table that the unit is compared with"),
    "learning_gate": QT_TRANSLATE_NOOP("tips", "What the unit is to learn"),
    "delta_data": QT_TRANSLATE_NOOP("tips", "The samples that the unit is to fit"),
    "gates_try": QT_TRANSLATE_NOOP("tips", "Open the perceptron rule with XOR: it never ends"),
    "mlp_start": QT_TRANSLATE_NOOP("tips", "Start weights that lead to a solution, or into a plateau"),
    "mlp_seed": QT_TRANSLATE_NOOP("tips", "Number of the random start weights"),
    "history_see": QT_TRANSLATE_NOOP("tips", "Open the section that shows it"),
    # Graph
    "section_graph": QT_TRANSLATE_NOOP("tips", "An expression as a graph: values forward, gradients backward"),
    "section_modes": QT_TRANSLATE_NOOP("tips", "One pass for each input, or one pass for all of them"),
    "graph_preset": QT_TRANSLATE_NOOP("tips", "Expressions of lectures, from a product to a whole unit"),
    # Descent
    "section_surface": QT_TRANSLATE_NOOP("tips", "Optimizers race from one start down the same surface"),
    "section_batches": QT_TRANSLATE_NOOP("tips", "Paths of batch, mini-batch and stochastic gradient descent"),
    "section_yours": QT_TRANSLATE_NOOP("tips", "The loss around the path that your own network took"),
    "descent_surface": QT_TRANSLATE_NOOP("tips", "The function of two parameters that is descended"),
    "descent_own_rate": QT_TRANSLATE_NOOP("tips", "A learning rate for this optimizer alone"),
    "descent_own_momentum": QT_TRANSLATE_NOOP("tips", "Share of the last velocity that is kept in every step"),
    # Depth
    "section_layers": QT_TRANSLATE_NOOP("tips", "Activations and gradients of every layer of a deep network"),
    "section_starts": QT_TRANSLATE_NOOP("tips", "Every initialiser with every activation, beside each other"),
    "section_gradients": QT_TRANSLATE_NOOP("tips", "How gradients vanish or explode on their way back"),
    "section_linear": QT_TRANSLATE_NOOP("tips", "Why linear layers, however many, are one layer"),
    "starts_look": QT_TRANSLATE_NOOP("tips", "Open the layers of the chosen start"),
    "gradients_twin": QT_TRANSLATE_NOOP("tips", "A second network that differs in this one setting"),
    "linear_first": QT_TRANSLATE_NOOP("tips", "Size of the first matrix: units before and behind its layer"),
    "linear_second": QT_TRANSLATE_NOOP("tips", "Size of the second matrix: units before and behind its layer"),
    "linear_c": QT_TRANSLATE_NOOP("tips", "The slope of h(x) = c·x, which is applied three times"),
    "linear_again": QT_TRANSLATE_NOOP("tips", "Draw other matrices of the same sizes"),
    "linear_layers": QT_TRANSLATE_NOOP("tips", "How many hidden layers the network of the plane has"),
    "linear_start": QT_TRANSLATE_NOOP("tips", "Begin again from other random weights"),
}  # fmt: skip
"""By the name of a control or the longest part of it: "rate" stands for "mlp_rate_slider"."""


def explain(root: QWidget) -> None:
    """Tell what the controls in `root` do, in the language of the program, where they do not tell it themselves; of
    buttons that exclude each other they tell it together."""
    for widget in root.findChildren(QWidget):
        takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, Segments)
        if not takes or (widget.toolTip() and not widget.property(MARK)):
            continue
        key = key_of(widget.objectName())
        if key:
            widget.setProperty(MARK, True)
            widget.setToolTip(QCoreApplication.translate("tips", TIPS[key]))


def key_of(name: str) -> str:
    """The longest part of a name that is in the table, "" if none is."""
    parts = name.split("_")
    runs = ("_".join(parts[at : at + length]) for length in range(len(parts), 0, -1) for at in range(len(parts)))
    return next((run for run in runs if run in TIPS), "")
