"""What cannot be done now, and what is said in the window."""

from __future__ import annotations

from nnviz.sentences.marking import QT_TRANSLATE_NOOP

SESSION: dict[str, str] = {
    "no_passes_open": QT_TRANSLATE_NOOP("errors", "No iteration is on the stage; choose “Show passes” first."),
    "nothing_shown": QT_TRANSLATE_NOOP(
        "errors", "Nothing is shown to the network yet; draw a digit, choose a sample or click on a point first."
    ),
    "not_json": QT_TRANSLATE_NOOP("errors", "Line {line}, column {column}: this is not JSON."),
    "intent_not_table": QT_TRANSLATE_NOOP(
        "errors",
        'Each action is a table with “do”, as in {{"do": "OpenPage", "page": "graph"}}; this is none: {value}',
    ),
    "unknown_intent": QT_TRANSLATE_NOOP("errors", "There is no action “{intent}”. Did you mean: {near}?"),
    "unknown_intent_field": QT_TRANSLATE_NOOP("errors", "The action {intent} has no field “{field}”; it has: {known}."),
    "bad_intent_field": QT_TRANSLATE_NOOP("errors", "The action {intent} does not fit: {reason}"),
    "no_landscape": QT_TRANSLATE_NOOP(
        "errors", "There is no plane to take weights from yet; train this network for a while first."
    ),
    "nothing_to_put_back": QT_TRANSLATE_NOOP("errors", "What was taken out belongs to an earlier run; it stays out."),
    "bad_lanes": QT_TRANSLATE_NOOP("errors", "Compare {fewest} to {most} values that differ from each other."),
    "only_while_comparing": QT_TRANSLATE_NOOP("errors", "Runs are compared on the page Compare; open it first."),
    "not_while_comparing": QT_TRANSLATE_NOOP(
        "errors", "Compared runs must differ in one setting only; do this on another page."
    ),
    "last_optimizer": QT_TRANSLATE_NOOP("errors", "At least one of them stays in the picture; show another one first."),
    "not_while_held": QT_TRANSLATE_NOOP(
        "errors", "MNIST is not on this machine yet, and cannot be downloaded while a lecture is recorded or played."
    ),
    "recording_saved": QT_TRANSLATE_NOOP("errors", "The recording is saved as {file}."),
    "recording_unreadable": QT_TRANSLATE_NOOP("errors", "{file} cannot be read as a recording: {reason}"),
    "recording_format": QT_TRANSLATE_NOOP(
        "errors", "it was made by nnviz {version}, which writes recordings in another way; play it with that version."
    ),
    "recording_part": QT_TRANSLATE_NOOP("errors", "{place} does not fit: {reason}"),
    "recording_order": QT_TRANSLATE_NOOP("errors", "what happens must stand in the order in which it happened."),
    "recording_large": QT_TRANSLATE_NOOP("errors", "{file} has more than {most} MB, too much for a recording."),
    "recording_full": QT_TRANSLATE_NOOP(
        "errors", "With {file} the recording would hold files of more than {most} MB; stop it and begin another one."
    ),
    "recording_event_failed": QT_TRANSLATE_NOOP("errors", "At {time} of the recording something failed: {reason}"),
    "not_recording": QT_TRANSLATE_NOOP("errors", "Nothing is being recorded."),
    "no_data_yet": QT_TRANSLATE_NOOP("errors", "The data is not loaded yet; press Train to load it."),
    "model_saved": QT_TRANSLATE_NOOP("errors", "Saved as {file}."),
    "run_opened": QT_TRANSLATE_NOOP(
        "errors", "Opened after {iteration} iterations; training goes on exactly from there."
    ),
    "run_exported": QT_TRANSLATE_NOOP("errors", "Written to {file}."),
    "finished_epochs": QT_TRANSLATE_NOOP("errors", "Finished: all epochs are done. Raise “epochs” to go on."),
    "finished_early_stopping": QT_TRANSLATE_NOOP(
        "errors", "Stopped early at epoch {epoch:.0f}: the test loss fell no more for as long as your patience."
    ),
    "built_in_digits": QT_TRANSLATE_NOOP("errors", "The built-in 8×8 digits are loaded instead; press Train."),
    "shipped_left": QT_TRANSLATE_NOOP(
        "errors", "Training starts from random weights; File → Open the trained digit network brings the old one back."
    ),
    "settings_broken": QT_TRANSLATE_NOOP("errors", "The settings could not be read; nnviz starts with its defaults."),
    "autosave_failed": QT_TRANSLATE_NOOP(
        "errors",
        "What you do cannot be kept against a crash ({reason}); what was kept before is whole. nnviz goes on trying.",
    ),
    "autosave_restored": QT_TRANSLATE_NOOP("errors", "Everything is as it was last kept; training goes on from there."),
    "autosave_older": QT_TRANSLATE_NOOP(
        "errors", "The last state was damaged; this is the one before it, a few seconds older."
    ),
    "autosave_broken": QT_TRANSLATE_NOOP(
        "errors", "What was kept when nnviz ended unexpectedly is damaged and cannot be opened; it was put aside."
    ),
    "recent_gone": QT_TRANSLATE_NOOP("errors", "{file} is not there any more; it was taken off the list."),
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
}
