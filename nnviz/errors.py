"""Exceptions into words for the user and a trace for the developer: the one table of sentences.

Qt-free rooms raise errors that carry a `key` and `fields`; here every key has its English sentence. A window
translates the sentence before it is filled, the commands print it as it is.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Marks `text` for translation and returns it unchanged; lupdate finds such texts by this name."""
    return text


MESSAGES: dict[str, str] = {
    # engine
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
    "softmax_needs_two": QT_TRANSLATE_NOOP(
        "errors", "A softmax output needs at least two units; use sigmoid for a single one."
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
    # data
    "strokes_not_json": QT_TRANSLATE_NOOP(
        "errors", 'This is not JSON; strokes are written as {{"strokes": [[[x, y], …], …]}}.'
    ),
    "strokes_bad_form": QT_TRANSLATE_NOOP(
        "errors", 'These are no pen strokes; write them as {{"strokes": [[[x, y], …], …]}} with finite numbers.'
    ),
    "strokes_too_many": QT_TRANSLATE_NOOP(
        "errors", "The drawing has more than {most} points; leave out points or draw less."
    ),
    "picture_missing": QT_TRANSLATE_NOOP("errors", "There is no file {file}; check the name."),
    "picture_unreadable": QT_TRANSLATE_NOOP("errors", "{file} is not a picture that can be read; try a PNG or a JPEG."),
    "picture_too_large": QT_TRANSLATE_NOOP("errors", "The picture {file} is too large; make it smaller and try again."),
    "no_drawing_input": QT_TRANSLATE_NOOP(
        "errors",
        "A drawing cannot be turned into {height} × {width} inputs; use a network for 28 × 28 or 8 × 8 pixels.",
    ),
    "mnist_unavailable": QT_TRANSLATE_NOOP(
        "errors",
        "MNIST could not be downloaded ({reason}): train on the built-in set “handwriting”, or put the four MNIST "
        "files into a folder and name it in the environment variable NNVIZ_DATA.",
    ),
    "mnist_mismatch": QT_TRANSLATE_NOOP(
        "errors", "{file} and its labels do not belong together, or are not MNIST; replace both files."
    ),
    "score_unreadable": QT_TRANSLATE_NOOP(
        "errors", "The digit score {file} is missing or damaged; install nnviz again."
    ),
    "idx_unreadable": QT_TRANSLATE_NOOP(
        "errors", "{file} is damaged or cut short; delete it, so that a fresh copy can be fetched."
    ),
    "idx_wrong_kind": QT_TRANSLATE_NOOP("errors", "{file} is not an MNIST file (IDX format); replace it."),
    "idx_wrong_length": QT_TRANSLATE_NOOP(
        "errors", "{file} is cut short or too long: its header promises {expected} values; replace it."
    ),
    # models
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
    # session and window
    "no_passes_open": QT_TRANSLATE_NOOP("errors", "No iteration is on the stage; choose “Show passes” first."),
    "nothing_shown": QT_TRANSLATE_NOOP(
        "errors", "Nothing is shown to the network yet; draw a digit, choose a sample or click on a point first."
    ),
    "nothing_to_put_back": QT_TRANSLATE_NOOP("errors", "What was taken out belongs to an earlier run; it stays out."),
    "bad_lanes": QT_TRANSLATE_NOOP("errors", "Compare {fewest} to {most} values that differ from each other."),
    "only_while_comparing": QT_TRANSLATE_NOOP("errors", "Runs are compared on the page Compare; open it first."),
    "not_while_comparing": QT_TRANSLATE_NOOP(
        "errors", "Compared runs must differ in one setting only; do this on another page."
    ),
    "no_data_yet": QT_TRANSLATE_NOOP("errors", "The data is not loaded yet; press Train to load it."),
    "model_saved": QT_TRANSLATE_NOOP("errors", "Saved as {file}."),
    "finished_epochs": QT_TRANSLATE_NOOP("errors", "Finished: all epochs are done. Raise “epochs” to go on."),
    "finished_early_stopping": QT_TRANSLATE_NOOP(
        "errors", "Stopped early at epoch {epoch:.0f}: the test loss fell no more for as long as your patience."
    ),
    "built_in_digits": QT_TRANSLATE_NOOP("errors", "The built-in 8×8 digits are loaded instead; press Train."),
    "shipped_left": QT_TRANSLATE_NOOP(
        "errors", "Training starts from random weights; File → Open the trained digit network brings the old one back."
    ),
    "settings_broken": QT_TRANSLATE_NOOP("errors", "The settings could not be read; nnviz starts with its defaults."),
    "loading_cancelled": QT_TRANSLATE_NOOP("errors", "Loading was broken off."),
    "unknown_platform": QT_TRANSLATE_NOOP(
        "errors",
        "Qt has no platform called “{platform}”; unset QT_QPA_PLATFORM, or set it to xcb or wayland.",
    ),
    "no_display": QT_TRANSLATE_NOOP(
        "errors",
        "There is no screen to open a window on; start nnviz on a desktop, or use a command (nnviz --help) such as "
        "nnviz render.",
    ),
    "missing_packages": QT_TRANSLATE_NOOP(
        "errors", "The window needs system packages that are missing: {packages}. Install them and start again."
    ),
    # commands
    "qt_missing": QT_TRANSLATE_NOOP(
        "errors",
        "The window toolkit Qt cannot be loaded ({reason}); install the system packages that the README names, or let "
        "make run do it.",
    ),
    "bad_layers": QT_TRANSLATE_NOOP(
        "errors", "--layers {value} is no list of layer sizes; write whole numbers such as --layers 256,128, or none."
    ),
    "bad_layer_values": QT_TRANSLATE_NOOP(
        "errors",
        "{option} {value} does not fit {count} hidden layer(s); give one value for all of them, or one for each.",
    ),
    "train_needs_end": QT_TRANSLATE_NOOP(
        "errors", "The training would never end; give --epochs or --patience more than 0."
    ),
    "train_diverged": QT_TRANSLATE_NOOP(
        "errors",
        "Training diverged at iteration {iteration}: the loss is no longer a finite number, and nothing is saved; "
        "try a learning rate (--learning-rate) below {learning_rate:g}.",
    ),
    "distortion_needs_images": QT_TRANSLATE_NOOP(
        "errors", "Only images can be distorted, and {data} has none; leave --distortion out."
    ),
    "model_without_data": QT_TRANSLATE_NOOP(
        "errors", "{file} does not say what it was trained on; name the data with --data."
    ),
    "no_such_sample": QT_TRANSLATE_NOOP("errors", "There is no sample {sample}; the test set has samples 0 to {last}."),
    "model_not_for_digits": QT_TRANSLATE_NOOP(
        "errors", "The model has {inputs} inputs and {outputs} outputs; digits need 784 or 64 inputs and 10 outputs."
    ),
    "file_refused": QT_TRANSLATE_NOOP("errors", "{file}: {reason}"),
    "strokes_file_too_large": QT_TRANSLATE_NOOP(
        "errors", "the file is larger than {most} MiB; leave out points or draw less."
    ),
    "bad_size": QT_TRANSLATE_NOOP(
        "errors", "{value} is no size; write width and height between {low} and {high} pixels, as in 1600x1000."
    ),
    "bad_picture_target": QT_TRANSLATE_NOOP(
        "errors", "{file} cannot be written; choose a name that ends in .png, in a folder that exists."
    ),
}


@dataclass(frozen=True)
class Report:
    """One failure: a sentence for the user, the trace and versions for the developer."""

    text: str
    trace: str


def words(error: BaseException, translate: Callable[[str], str] = str) -> str:
    """The user's sentence for an exception, translated by `translate` before it is filled."""
    template = MESSAGES.get(getattr(error, "key", ""))
    if template is None:
        return _unexpected(error, translate)
    fields: dict[str, object] = getattr(error, "fields", {})
    return translate(template).format(**fields)


def report(error: BaseException, translate: Callable[[str], str] = str) -> Report:
    """Sentence and trace of an exception."""
    trace = "".join(traceback.format_exception(error))
    return Report(words(error, translate), f"{trace}\n{versions()}")


def versions() -> str:
    """What a developer asks first: versions of nnviz, Python, the libraries and the system."""
    names = ("nnviz", "numpy", "PySide6-Essentials", "pyqtgraph")
    found = ", ".join(f"{name} {_version(name)}" for name in names)
    return f"{found}, Python {sys.version.split()[0]}, {platform.platform()}"


def _unexpected(error: BaseException, translate: Callable[[str], str]) -> str:
    text = QT_TRANSLATE_NOOP("errors", "Something unexpected went wrong ({kind}: {detail}). Your work is kept.")
    return translate(text).format(kind=type(error).__name__, detail=error)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(none)"
