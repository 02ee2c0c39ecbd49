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
    "model_foreign": QT_TRANSLATE_NOOP(
        "errors",
        "it was not saved by nnviz, and its array “{name}” is none of PyTorch's nn.Sequential (0.weight, 0.bias, "
        "2.weight and so on); choose another file.",
    ),
    "torch_names": QT_TRANSLATE_NOOP(
        "errors", "its arrays belong to several networks (“{found}”); save one nn.Sequential of dense layers by itself."
    ),
    "torch_empty": QT_TRANSLATE_NOOP("errors", "it holds no arrays; choose another file."),
    "torch_count": QT_TRANSLATE_NOOP(
        "errors", "it has {count} modules, and at most {most} can be opened; choose a smaller network."
    ),
    "torch_tensor": QT_TRANSLATE_NOOP(
        "errors", "its array {name} is {shape} {dtype}; only vectors and matrices of real numbers can be read."
    ),
    "torch_module": QT_TRANSLATE_NOOP(
        "errors",
        "its module {module} is none that fits there; a dense layer may be followed by BatchNorm1d and PReLU of its "
        "own width, and the last one by nothing.",
    ),
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
    "model_history": QT_TRANSLATE_NOOP(
        "errors", "the history of its training is not in the order of its iterations; choose another file."
    ),
    "state_beyond_data": QT_TRANSLATE_NOOP(
        "errors", "It stopped at sample {position} of an epoch, but there are {samples} of them; choose another file."
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
    "bare_chain": QT_TRANSLATE_NOOP(
        "errors", "{first} {one} and {second} {two} do not fit together; the file is no chain of dense layers."
    ),
    "bare_activation": QT_TRANSLATE_NOOP(
        "errors",
        "it does not say which activations its {count} hidden layers have; name one for all or one for each, with "
        "commas between (--activation in a command): {choices}.",
    ),
    "script_journal": QT_TRANSLATE_NOOP(
        "errors", "So much was changed by hand, or set from a file, that no script can hold it; start the run anew."
    ),
    "script_data": QT_TRANSLATE_NOOP(
        "errors", "A script cannot make this data again; it can for: {choices}. Train on one of them, then export."
    ),
    "script_large": QT_TRANSLATE_NOOP(
        "errors", "This data takes more than {most} MiB, too much for a script; train on fewer samples, then export."
    ),
    "torch_cannot": QT_TRANSLATE_NOOP(
        "errors", "PyTorch's nn.Sequential has nothing for “{what}” of this run; export a NumPy script instead."
    ),
    "torch_single": QT_TRANSLATE_NOOP(
        "errors",
        "With {samples} training samples and mini-batches of {batch} some batch has one sample, which PyTorch's batch "
        "normalisation refuses; export a NumPy script, or train with another batch size.",
    ),
    "save_suffix": QT_TRANSLATE_NOOP("errors", "{file} cannot hold that; choose a name that ends in {suffix}."),
    "save_failed": QT_TRANSLATE_NOOP(
        "errors", "{file} could not be written ({reason}). What was there before is still whole; choose another place."
    ),
    "save_folder": QT_TRANSLATE_NOOP(
        "errors", "{file} cannot be written; choose a folder that exists and that you may write to."
    ),
}
