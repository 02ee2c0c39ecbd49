"""What cannot be worked out on paper."""

from __future__ import annotations

from nnviz.sentences.marking import QT_TRANSLATE_NOOP

WORKSHEETS: dict[str, str] = {
    "worksheet_too_large": QT_TRANSLATE_NOOP(
        "errors",
        "A worksheet of a {sizes} network would have {found} blanks, and {most} is the most that anybody fills in. "
        "Take fewer or smaller layers, or the 2-3-2-2 example.",
    ),
    "worksheet_layer": QT_TRANSLATE_NOOP(
        "errors",
        "A worksheet has lines for plain layers only: activations {activations}, no batch normalisation, no residual "
        "connections, nothing frozen or switched off. Change the layers, or take the 2-3-2-2 example.",
    ),
    "worksheet_softmax": QT_TRANSLATE_NOOP(
        "errors", "A worksheet has no lines for a softmax output with mean squared error; take cross-entropy."
    ),
    "worksheet_decimals": QT_TRANSLATE_NOOP(
        "errors", "A worksheet cannot have {decimals} decimals; take {low} to {high}."
    ),
    "worksheet_not_finite": QT_TRANSLATE_NOOP(
        "errors",
        "With these numbers a line of the worksheet would be infinite; take more decimals, another sample or smaller "
        "weights.",
    ),
    "worksheet_nothing_shown": QT_TRANSLATE_NOOP(
        "errors",
        "Nothing goes through the network now, so there is nothing to work out; click a point of the plane, draw a "
        "digit or choose a sample, or take the 2-3-2-2 example.",
    ),
    "worksheet_saved": QT_TRANSLATE_NOOP("errors", "Saved as {file}."),
    "worksheet_suffix": QT_TRANSLATE_NOOP(
        "errors", "{file} cannot hold a worksheet; choose a name that ends in .pdf, in a folder that exists."
    ),
    "worksheet_numbers": QT_TRANSLATE_NOOP(
        "errors", "{option} {value} does not fit; the network needs {count} number(s), with commas between."
    ),
    "worksheet_target": QT_TRANSLATE_NOOP(
        "errors", "A sample that is given as numbers needs a target; give {count} number(s) with --target."
    ),
    "worksheet_share": QT_TRANSLATE_NOOP(
        "errors",
        "The target {target} is none for this loss: its numbers must lie between 0 and 1, and those of a softmax "
        "output add up to 1.",
    ),
}
