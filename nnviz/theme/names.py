"""What palettes, sizes and motions are called, and what is said about them; for the menu and for the preferences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnviz.sentences.marking import QT_TRANSLATE_NOOP
from nnviz.theme.palettes import DARK, LIGHT, PROJECTOR, SAFE_DARK, SAFE_LIGHT
from nnviz.theme.theme import FULL, REDUCED, SYSTEM

NAMES: dict[str, str] = {
    LIGHT.name: QT_TRANSLATE_NOOP("theme", "Light"),
    DARK.name: QT_TRANSLATE_NOOP("theme", "Dark"),
    PROJECTOR.name: QT_TRANSLATE_NOOP("theme", "Projector"),
    SAFE_LIGHT.name: QT_TRANSLATE_NOOP("theme", "Colour-blind safe, light"),
    SAFE_DARK.name: QT_TRANSLATE_NOOP("theme", "Colour-blind safe, dark"),
    SYSTEM: QT_TRANSLATE_NOOP("theme", "As the desktop"),
    "hall": QT_TRANSLATE_NOOP("theme", "Hall size"),
    FULL: QT_TRANSLATE_NOOP("theme", "Full motion"),
    REDUCED: QT_TRANSLATE_NOOP("theme", "Reduced motion"),
    "letters": QT_TRANSLATE_NOOP("theme", "Weighted sum and activation"),
    "order": QT_TRANSLATE_NOOP("theme", "Weight from unit i to unit j"),
    "layers": QT_TRANSLATE_NOOP("theme", "Layer number"),
}
"""Palettes, SYSTEM, the size for a hall, motions, and the parts of a notation."""

TIPS: dict[str, str] = {
    LIGHT.name: QT_TRANSLATE_NOOP("theme", "Dark writing on a light ground"),
    DARK.name: QT_TRANSLATE_NOOP("theme", "Light writing on a dark ground"),
    PROJECTOR.name: QT_TRANSLATE_NOOP("theme", "Dark, strong colours on white, for a projector that washes them out"),
    SAFE_LIGHT.name: QT_TRANSLATE_NOOP("theme", "Colours that every kind of colour vision tells apart, on light"),
    SAFE_DARK.name: QT_TRANSLATE_NOOP("theme", "Colours that every kind of colour vision tells apart, on dark"),
    SYSTEM: QT_TRANSLATE_NOOP("theme", "Light or dark as your desktop is"),
    "hall": QT_TRANSLATE_NOOP("theme", "Larger writing and wider lines, for the back of the hall"),
    REDUCED: QT_TRANSLATE_NOOP(
        "theme", "What moves for its own sake stands still; the passes go from picture to picture"
    ),
}


def name_of(key: str) -> str:
    """What a key of NAMES is called, in the language of the program."""
    return QCoreApplication.translate("theme", NAMES[key])


def tip_of(key: str) -> str:
    """A sentence about a key of TIPS, in the language of the program."""
    return QCoreApplication.translate("theme", TIPS[key])
