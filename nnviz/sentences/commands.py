"""What is wrong with a command line."""

from __future__ import annotations

from nnviz.sentences.marking import QT_TRANSLATE_NOOP

COMMANDS: dict[str, str] = {
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
        "{option} {value} does not fit {count} hidden layer(s); give one value for all of them, or one for each: "
        "numbers, names, or on and off, as nnviz train --help says.",
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
    "model_of_own_data": QT_TRANSLATE_NOOP(
        "errors", "{file} was trained on data of your own; name its table or folder with --data."
    ),
    "data_not_trained_on": QT_TRANSLATE_NOOP(
        "errors", "{model} was not trained on just this {file}; name what it was trained on."
    ),
    "data_other_classes": QT_TRANSLATE_NOOP(
        "errors", "The classes of {file} are {found}, and the model tells {known} apart."
    ),
    "own_data_options": QT_TRANSLATE_NOOP(
        "errors", "{option} is about a table or a folder of images; name one with --data."
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
    "film_target": QT_TRANSLATE_NOOP(
        "errors", "{file} cannot be written; choose a name that ends in one of {suffixes}, in a folder that exists."
    ),
    "film_size": QT_TRANSLATE_NOOP("errors", "{value} is no size for a film; width and height must be even numbers."),
    "film_needs_av": QT_TRANSLATE_NOOP(
        "errors", "An MP4 needs PyAV; install it with pip install 'nnviz[film]', or choose a name that ends in .gif."
    ),
    "no_such_film": QT_TRANSLATE_NOOP(
        "errors",
        "There is nothing called {source} to be filmed; name a recording (…{suffix}), a lesson file (.toml), or one of "
        "these: {known}.",
    ),
    "no_such_cue": QT_TRANSLATE_NOOP("errors", "There is no cue “{cue}”; there are: {known}."),
    "bad_picture_target": QT_TRANSLATE_NOOP(
        "errors", "{file} cannot be written; choose a name that ends in .png, .svg or .pdf, in a folder that exists."
    ),
}
