"""What stands in the way of learning a hand."""

from __future__ import annotations

from nnviz.sentences.marking import QT_TRANSLATE_NOOP

HAND: dict[str, str] = {
    "hand_too_few": QT_TRANSLATE_NOOP("errors", "Draw at least {fewest} digits first."),
    "hand_needs_digits": QT_TRANSLATE_NOOP(
        "errors", "Only a network trained on MNIST or on the 8×8 digits can learn your hand; open one on Digits."
    ),
    "hand_moved": QT_TRANSLATE_NOOP(
        "errors", "The network has changed while it learnt your hand, so nothing was put in its place; teach it again."
    ),
}
