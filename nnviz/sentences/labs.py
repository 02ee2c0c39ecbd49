"""What the labs refuse."""

from __future__ import annotations

from nnviz.sentences.marking import QT_TRANSLATE_NOOP

LABS: dict[str, str] = {
    "ball_gone": QT_TRANSLATE_NOOP(
        "errors", "The ball is so far away that it takes no more steps; reset it and lower the learning rate."
    ),
}
