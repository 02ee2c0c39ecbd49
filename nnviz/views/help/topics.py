"""Topics: the texts of the help, resources/help/<language>/<topic>.md.

A file has a title ("# …"), Markdown with formulas as lessons have it, and at its end, below "## …", its keys, one a
line: "- `Left, Right`: what they do". The sheet of shortcuts reads the keys from here, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nnviz.assets import resource
from nnviz.languages import ENGLISH

KEY = re.compile(r"^- `(.+?)`: (.+)$", re.MULTILINE)

TOPICS: dict[str, str] = {
    "header": "transport", "network_pane": "network", "passes_bar": "passes", "timeline_bar": "timeline",
    "compare_page": "compare", "difference_pane": "difference", "dock_controls": "controls",
    "dock_inspector": "inspector", "dock_digits": "digits", "dock_boundary": "boundary", "paint_bar": "painting",
    "dock_curves": "curves", "dock_layers": "layers", "dock_mistakes": "mistakes", "dock_lecture": "lecture",
    "recording_bar": "recording", "record_warning": "recording", "unsaved_recording": "recording",
    "playing_bar": "replay", "play_warning": "replay",
    "presenter_notes": "notes", "hand_window": "hand", "worksheet_dialog": "worksheet", "sweep_window": "sweep",
    "table_dialog": "table", "images_dialog": "images", "bare_weights": "bare_weights", "restore": "restore",
    "unsaved": "unsaved", "failure_dialog": "failure", "preferences": "preferences", "shortcut_sheet": "shortcuts",
    "welcome": "welcome", "about_dialog": "welcome", "booth_window": "booth",
}  # fmt: skip
"""Topics of panes, dialogs and windows, by the names of their widgets. A section of a lab has one of its own:
<lab>_<section>."""

SECTIONS = (
    *(f"functions_{name}" for name in ("activations", "softmax", "stability", "losses", "targets", "slope")),
    *(f"perceptron_{name}" for name in ("unit", "learning", "delta", "gates", "mlp", "history")),
    *(f"graph_{name}" for name in ("graph", "modes")),
    *(f"descent_{name}" for name in ("surface", "batches", "yours")),
    *(f"depth_{name}" for name in ("layers", "starts", "gradients", "linear")),
)
"""Topics of the labs, in order. Their models know them too, but take a second to import."""

ALL = (*dict.fromkeys(TOPICS.values()), *SECTIONS)
"""Every topic once, in order."""


@dataclass(frozen=True)
class Topic:
    """One text.

    title  what it is about;  text: Markdown
    keys   pairs: keys as they are written, and what they do
    """

    title: str
    text: str
    keys: tuple[tuple[str, str], ...]


def load_topic(name: str, language: str) -> Topic:
    """A topic in a language, in English where nobody has translated it. FileNotFoundError if there is none."""
    translated = resource("help").joinpath(language, f"{name}.md")
    path = translated if translated.is_file() else resource("help", ENGLISH, f"{name}.md")
    return parsed(path.read_text(encoding="utf-8"))


def parsed(written: str) -> Topic:
    """The topic in the text of a file."""
    title, _, rest = written.strip().partition("\n")
    text, _, keys = rest.partition("\n## ")
    return Topic(title.removeprefix("# ").strip(), text.strip(), tuple(KEY.findall(keys)))
