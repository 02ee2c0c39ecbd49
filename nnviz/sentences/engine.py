"""What the engine refuses."""

from __future__ import annotations

from nnviz.sentences.marking import QT_TRANSLATE_NOOP

ENGINE: dict[str, str] = {
    "out_of_range": QT_TRANSLATE_NOOP("errors", "{field} is {value}; it must lie between {low} and {high}."),
    "unknown_choice": QT_TRANSLATE_NOOP("errors", "{field} “{value}” is not known; choose one of: {choices}."),
    "unknown_field": QT_TRANSLATE_NOOP("errors", "There is no setting called “{field}”."),
    "bad_field": QT_TRANSLATE_NOOP("errors", "The setting {field} cannot be {value}."),
    "too_many_layers": QT_TRANSLATE_NOOP("errors", "{count} hidden layers are too many; {most} is the most."),
    "too_many_parameters": QT_TRANSLATE_NOOP(
        "errors", "This network would have {count:,} parameters; {most:,} is the most. Take fewer or smaller layers."
    ),
    "loss_needs_output": QT_TRANSLATE_NOOP(
        "errors", "The loss {loss} is not defined for a {output} output; change one of the two."
    ),
    "no_rival": QT_TRANSLATE_NOOP(
        "errors", "An answer can be explained only beside another one: it takes two different outputs."
    ),
    "softmax_needs_two": QT_TRANSLATE_NOOP(
        "errors", "A softmax output needs at least two units; use sigmoid for a single one."
    ),
    "residual_needs_equal": QT_TRANSLATE_NOOP(
        "errors",
        "The residual connection of hidden layer {layer} adds what the layer before puts out: both need as many units, "
        "but this would be {before} and {units}. Switch the connection off first, or make the two equal.",
    ),
    "no_such_unit": QT_TRANSLATE_NOOP("errors", "Layer {layer} has no unit {unit} here; choose another one."),
    "cannot_switch_off": QT_TRANSLATE_NOOP(
        "errors", "Unit {unit} of layer {layer} cannot be switched off; choose a unit of a hidden layer."
    ),
    "no_such_layer": QT_TRANSLATE_NOOP("errors", "There is no hidden layer {layer} here; choose another one."),
    "last_unit": QT_TRANSLATE_NOOP("errors", "A layer keeps at least one unit; remove the layer instead."),
    "last_layer": QT_TRANSLATE_NOOP("errors", "The network keeps at least one hidden layer; add another one first."),
    "wrong_parameter_count": QT_TRANSLATE_NOOP(
        "errors", "The file holds {found} parameters, but this network has {expected}; it belongs to another network."
    ),
    "wrong_width": QT_TRANSLATE_NOOP(
        "errors", "The data has {found} inputs, but the network expects {expected}; choose data that fits the network."
    ),
    "wrong_outputs": QT_TRANSLATE_NOOP(
        "errors", "The data has {found} outputs, but the network has {expected}; choose data that fits the network."
    ),
    "diverged": QT_TRANSLATE_NOOP(
        "errors",
        "Training diverged at iteration {iteration}: the loss is no longer a finite number. The learning rate "
        "{learning_rate:g} is probably too large. The last finite weights are kept: lower it and train on, or reset.",
    ),
}
