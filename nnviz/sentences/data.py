"""What is wrong with data."""

from __future__ import annotations

from nnviz.sentences.marking import QT_TRANSLATE_NOOP

DATA: dict[str, str] = {
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
}
