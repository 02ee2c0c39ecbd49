"""What is wrong with a figure, and what is said of one."""

from __future__ import annotations

from nnviz.sentences.marking import QT_TRANSLATE_NOOP

FIGURES: dict[str, str] = {
    "figure_saved": QT_TRANSLATE_NOOP("errors", "Saved as {file}."),
    "figure_copied": QT_TRANSLATE_NOOP("errors", "Copied to the clipboard: {pane}."),
    "figure_suffix": QT_TRANSLATE_NOOP(
        "errors", "{file} cannot hold a figure; choose a name that ends in one of: {suffixes}."
    ),
    "figure_folder": QT_TRANSLATE_NOOP(
        "errors", "{file} cannot be written; choose a folder that exists and that you may write to."
    ),
    "figure_failed": QT_TRANSLATE_NOOP(
        "errors", "{file} could not be written ({reason}); nothing was changed. Choose another place."
    ),
    "figure_too_large": QT_TRANSLATE_NOOP(
        "errors", "The figure would have {width} × {height} pixels; {most} is the most. Choose a smaller scale."
    ),
    "no_such_pane": QT_TRANSLATE_NOOP("errors", "There is no pane “{pane}” here; choose one of: {known}."),
}
