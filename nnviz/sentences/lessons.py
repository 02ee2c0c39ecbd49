"""What is wrong with a lesson file, and with what a lesson does."""

from __future__ import annotations

from nnviz.sentences.marking import QT_TRANSLATE_NOOP

LESSONS: dict[str, str] = {
    "lesson_unreadable": QT_TRANSLATE_NOOP("errors", "The lesson {file} cannot be read: {reason}"),
    "lesson_too_large": QT_TRANSLATE_NOOP("errors", "it is larger than {most} MiB; choose another file."),
    "lesson_not_text": QT_TRANSLATE_NOOP(
        "errors", "{file}, line {line}: this is no UTF-8 text; save the lesson as UTF-8."
    ),
    "lesson_not_toml": QT_TRANSLATE_NOOP(
        "errors", "{file}, line {line}, column {column}: this is not TOML; look for a missing quote or bracket."
    ),
    "lesson_mistake": QT_TRANSLATE_NOOP("errors", "{file}, line {line}, key “{name}”: {reason}"),
    "lesson_no_steps": QT_TRANSLATE_NOOP("errors", "A lesson needs at least one [[step]]."),
    "lesson_unknown_key": QT_TRANSLATE_NOOP("errors", "There is no such key; here there may be: {known}."),
    "lesson_missing_key": QT_TRANSLATE_NOOP("errors", "This key is missing."),
    "lesson_wants_text": QT_TRANSLATE_NOOP("errors", "This must be a text in quotes."),
    "lesson_wants_whole": QT_TRANSLATE_NOOP("errors", "This must be a whole number."),
    "lesson_wants_number": QT_TRANSLATE_NOOP("errors", "This must be a number."),
    "lesson_wants_truth": QT_TRANSLATE_NOOP("errors", "This must be true."),
    "lesson_wants_list": QT_TRANSLATE_NOOP("errors", "This must be a list in square brackets."),
    "lesson_wants_table": QT_TRANSLATE_NOOP("errors", "This must be a table with keys and values."),
    "lesson_one_wait": QT_TRANSLATE_NOOP("errors", "A step waits for exactly one thing: {known}."),
    "lesson_not_positive": QT_TRANSLATE_NOOP("errors", "This must be more than 0."),
    "lesson_two_answers": QT_TRANSLATE_NOOP("errors", "A question needs at least two answers."),
    "lesson_formula": QT_TRANSLATE_NOOP(
        "errors", "The formula {formula} cannot be typeset; look for a missing bracket or index."
    ),
    "lesson_no_figure": QT_TRANSLATE_NOOP("errors", "There is no figure {figure} beside the lesson."),
    "lesson_no_focus": QT_TRANSLATE_NOOP("errors", "No part of the window is called {focus}."),
    "lesson_in_lesson": QT_TRANSLATE_NOOP(
        "errors", "A lesson cannot turn its own pages; leave the action {intent} out."
    ),
    "lesson_writes": QT_TRANSLATE_NOOP("errors", "A lesson writes no files; leave the action {intent} out."),
    "lesson_action_failed": QT_TRANSLATE_NOOP(
        "errors", "Step {step} of the lesson could not do everything (action {number}): {reason}"
    ),
    "no_such_lesson": QT_TRANSLATE_NOOP("errors", "There is no lesson “{lesson}”; there are: {known}."),
    "no_lesson_open": QT_TRANSLATE_NOOP("errors", "No lesson is open; choose one in the menu Lessons."),
    "no_question": QT_TRANSLATE_NOOP("errors", "Nothing is asked at the moment."),
}
