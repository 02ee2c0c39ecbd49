"""What is wrong with a file of a network."""

from __future__ import annotations

from nnviz.sentences.marking import QT_TRANSLATE_NOOP

MODELS: dict[str, str] = {
    "model_refused": QT_TRANSLATE_NOOP("errors", "{file} cannot be used: {reason}"),
    "model_suffix": QT_TRANSLATE_NOOP(
        "errors", "{file} is no kind of model file that can be opened; choose one that ends in: {suffixes}."
    ),
    "model_not_safetensors": QT_TRANSLATE_NOOP(
        "errors", "this is not a complete safetensors file; choose another file."
    ),
    "model_foreign": QT_TRANSLATE_NOOP("errors", "this safetensors file was not saved by nnviz; open one that was."),
    "model_format": QT_TRANSLATE_NOOP(
        "errors", "its format is version {found}, but only version {known} is known; save it again with this nnviz."
    ),
    "model_metadata": QT_TRANSLATE_NOOP("errors", "its description is damaged; choose another file."),
    "model_tensors": QT_TRANSLATE_NOOP(
        "errors",
        "its arrays are not those of its network (missing: {missing}; unknown: {unknown}); choose another file.",
    ),
    "model_tensor": QT_TRANSLATE_NOOP(
        "errors",
        "its array {name} is {shape} {dtype}, but the network needs {expected} {precision}; choose another file.",
    ),
    "model_precision": QT_TRANSLATE_NOOP(
        "errors", "its parameters are {found}, but its settings say {expected}; choose the other precision."
    ),
    "model_not_finite": QT_TRANSLATE_NOOP(
        "errors", "its {what} hold infinite or undefined numbers; train it again with a smaller learning rate."
    ),
    "model_scaling": QT_TRANSLATE_NOOP(
        "errors",
        "its input scaling does not fit “{method}” with {inputs} inputs; choose another file.",
    ),
    "model_overflows": QT_TRANSLATE_NOOP(
        "errors", "The weights of this network are so large that its output is no finite number; choose another one."
    ),
    "model_fits_no_data": QT_TRANSLATE_NOOP(
        "errors", "This network has {inputs} inputs, and no data here has as many; open it with a command instead."
    ),
    "model_classes": QT_TRANSLATE_NOOP(
        "errors", "it names {found} classes for {outputs} outputs; choose another file."
    ),
    "model_activation": QT_TRANSLATE_NOOP(
        "errors", "its hidden layers are {known}, not {given}; leave the activation out, the file says it itself."
    ),
    "npz_unreadable": QT_TRANSLATE_NOOP(
        "errors", "this is not a readable .npz file of plain arrays; choose another file."
    ),
    "npz_too_large": QT_TRANSLATE_NOOP("errors", "it would unpack to more than {most} MiB; open a smaller network."),
    "npz_keys": QT_TRANSLATE_NOOP(
        "errors", "a course file holds the arrays W1, b1, W2, b2 and so on, but this one holds: {found}."
    ),
    "npz_array": QT_TRANSLATE_NOOP(
        "errors",
        "its array {name} is {shape} {dtype}; it must have {dimensions} dimension(s) of floating-point numbers.",
    ),
    "npz_chain": QT_TRANSLATE_NOOP(
        "errors", "{first} {one} and {second} {two} do not fit together; the file is no chain of dense layers."
    ),
    "npz_activation": QT_TRANSLATE_NOOP(
        "errors",
        "it does not say which activation its hidden layers have; name one (--activation in a command): {choices}.",
    ),
    "save_suffix": QT_TRANSLATE_NOOP("errors", "{file} cannot hold a model; choose a name that ends in {suffix}."),
    "save_folder": QT_TRANSLATE_NOOP(
        "errors", "{file} cannot be written; choose a folder that exists and that you may write to."
    ),
}
