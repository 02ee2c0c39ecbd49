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
    "table_too_large": QT_TRANSLATE_NOOP(
        "errors", "{file} is larger than {most} MB; take a part of it, or fewer columns."
    ),
    "table_empty": QT_TRANSLATE_NOOP("errors", "There are no rows in this table."),
    "table_binary": QT_TRANSLATE_NOOP(
        "errors", "This is no text; save the table as CSV or TSV in your spreadsheet program first."
    ),
    "table_one_column": QT_TRANSLATE_NOOP(
        "errors",
        "This is no table of at least two columns; cells should be parted by commas, semicolons, tabs or bars.",
    ),
    "table_too_wide": QT_TRANSLATE_NOOP(
        "errors", "The table has {count:,} columns; at most {most:,} can be read. Take fewer of them."
    ),
    "table_long_row": QT_TRANSLATE_NOOP(
        "errors", "Line {line} goes on for more than {most:,} characters; end each row with its line."
    ),
    "table_too_long": QT_TRANSLATE_NOOP("errors", "The table has more than {most:,} rows; take a sample of them."),
    "table_too_many_cells": QT_TRANSLATE_NOOP(
        "errors", "The table has more than {most:,} cells; use fewer columns or take a sample of the rows."
    ),
    "table_encoding": QT_TRANSLATE_NOOP(
        "errors", "Line {line}: this is not written in the encoding {encoding}; choose another one."
    ),
    "table_quotes": QT_TRANSLATE_NOOP(
        "errors", "Line {line}: quotation marks do not match here; each quoted cell must be closed."
    ),
    "table_long_cell": QT_TRANSLATE_NOOP(
        "errors",
        "Line {line}: a cell has more than {most:,} characters; shorten it, or close its quotation mark.",
    ),
    "table_ragged": QT_TRANSLATE_NOOP(
        "errors", "Line {line} has {found} cells where {expected} columns are meant; mend that line in the file."
    ),
    "table_not_a_number": QT_TRANSLATE_NOOP(
        "errors",
        "Line {line}, column “{column}”: “{value}” is not a number that can be used. Use the column as a category, or "
        "leave it out.",
    ),
    "table_many_categories": QT_TRANSLATE_NOOP(
        "errors",
        "Line {line}, column “{column}” has more than {most} different values, too many for categories; leave it out.",
    ),
    "table_no_inputs": QT_TRANSLATE_NOOP("errors", "No column is left for the inputs; use at least one."),
    "table_no_column": QT_TRANSLATE_NOOP("errors", "The table has no column “{column}” where it is meant to be."),
    "table_too_few": QT_TRANSLATE_NOOP(
        "errors",
        "Only {rows} rows can be used; at least {least} are needed. Fill the gaps, or leave columns with gaps out.",
    ),
    "table_one_class": QT_TRANSLATE_NOOP(
        "errors", "All rows have the same value in “{target}”; there is nothing to tell apart. Choose another target."
    ),
    "own_data_gone": QT_TRANSLATE_NOOP(
        "errors", "The data this was trained on was your own and is not open; open the data first."
    ),
    "too_few_points": QT_TRANSLATE_NOOP(
        "errors", "Paint at least {least} points of at least two classes first; then there is something to learn."
    ),
    "no_plane_to_paint": QT_TRANSLATE_NOOP(
        "errors", "Points can be painted where the data has two inputs and classes; choose such data first."
    ),
    "too_many_points": QT_TRANSLATE_NOOP("errors", "There are {most:,} points; that is as many as can be painted."),
    "no_such_class": QT_TRANSLATE_NOOP("errors", "Points can have class 0 to {last}; {label} is none of them."),
    "bad_points": QT_TRANSLATE_NOOP(
        "errors", "Points are pairs of finite numbers on the plane, at most {most:,} at once."
    ),
    "images_no_folders": QT_TRANSLATE_NOOP(
        "errors",
        "{folder} has no folders with images: put the images of each class into a folder of their own, named like the "
        "class.",
    ),
    "images_one_class": QT_TRANSLATE_NOOP(
        "errors", "{folder} has images of one class only; at least two folders with images are needed."
    ),
    "images_many_classes": QT_TRANSLATE_NOOP(
        "errors", "{folder} has {count:,} folders with images; at most {most} classes can be told apart here."
    ),
    "images_too_many": QT_TRANSLATE_NOOP("errors", "There are more than {most:,} images; take a sample of them."),
    "images_too_few": QT_TRANSLATE_NOOP(
        "errors", "Only {count} images could be read; at least {least} of two classes are needed."
    ),
    "nothing_to_paste": QT_TRANSLATE_NOOP(
        "errors", "There is no table on the clipboard; select cells in a spreadsheet and copy them first."
    ),
    "own_data_damaged": QT_TRANSLATE_NOOP(
        "errors", "The data that was saved is damaged, or no data of nnviz; bring it along anew."
    ),
}
