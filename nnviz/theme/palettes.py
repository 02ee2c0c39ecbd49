"""The palettes as tables: every colour the program draws with, by its role."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Palette:
    """Colours as #rrggbb, and widths of lines.

    window, surface, raised   backgrounds from back to front; border between them; field: background of inputs
    text, muted, faint        writing: main, secondary, hints and grid lines
    accent, on_accent         the one colour of buttons and selection, and writing on it
    positive, negative, zero  ends and middle of the diverging scale of weights, biases and signed activations
    train, test               curves
    lane_a … lane_d           compared runs; told apart with every kind of colour vision, and none of the scale's ends
    classes                   points of the classes, in order
    warning, success          states
    ink, paper                canvas
    rim                       pixels of the borders of fields and buttons
    line                      how many times as wide as ordinary the lines are that carry meaning
    """

    name: str
    dark: bool
    window: str
    surface: str
    raised: str
    field: str
    border: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    positive: str
    negative: str
    zero: str
    train: str
    test: str
    lane_a: str
    lane_b: str
    lane_c: str
    lane_d: str
    classes: tuple[str, ...]
    warning: str
    success: str
    ink: str
    paper: str
    rim: int = 1
    line: float = 1.0


CLASSES_DARK = (
    "#f2994a", "#56a8f5", "#52c7a0", "#e879b9", "#e8d36b", "#a78bfa", "#7dd3fc", "#f87171", "#94d66b", "#c9b8a8",
)  # fmt: skip
CLASSES_LIGHT = (
    "#c85f08", "#1769c4", "#0f8a66", "#b83280", "#8f7400", "#6d4fd6", "#0a7ea4", "#c53030", "#4d8a1c", "#7a6653",
)  # fmt: skip
CLASSES_PROJECTOR = (
    "#0047d6", "#b83600", "#198751", "#df0481", "#074500", "#620662", "#a26b0e", "#b623fd", "#770720", "#687000",
)  # fmt: skip
CLASSES_SAFE_DARK = (
    "#4da3ff", "#ff9a3c", "#4df7d8", "#f51daf", "#538c4f", "#dec9ff", "#f6200e", "#bdefa0", "#ae6d82", "#8eb387",
)  # fmt: skip
CLASSES_SAFE_LIGHT = (
    "#0b62c4", "#d55e00", "#71213e", "#1ba55f", "#ad779f", "#2a4600", "#6686ff", "#572a6e", "#8b5170", "#ad233c",
)  # fmt: skip

DARK = Palette(
    name="dark", dark=True,
    window="#12151b", surface="#1a1e26", raised="#242a35", field="#0f1217", border="#333b49",
    text="#eef1f6", muted="#a3adbd", faint="#77839a",
    accent="#5aa9ff", on_accent="#08111d",
    positive="#4da3ff", negative="#ff9340", zero="#2a303b",
    train="#3fd0b6", test="#d58bff",
    lane_a="#4ed4f3", lane_b="#fedd33", lane_c="#f3564c", lane_d="#946ef8", classes=CLASSES_DARK,
    warning="#ffc857", success="#5bd08a", ink="#f4f7fb", paper="#0b0d11",
)  # fmt: skip

LIGHT = Palette(
    name="light", dark=False,
    window="#eef0f4", surface="#ffffff", raised="#f4f6f9", field="#ffffff", border="#cfd5de",
    text="#161a22", muted="#566072", faint="#737d8d",
    accent="#1463c4", on_accent="#ffffff",
    positive="#1769c4", negative="#c85f08", zero="#e3e7ed",
    train="#00806b", test="#8a35c9",
    lane_a="#1781a6", lane_b="#a47c02", lane_c="#842029", lane_d="#2215ab", classes=CLASSES_LIGHT,
    warning="#9a6200", success="#1c7a45", ink="#161a22", paper="#ffffff",
)  # fmt: skip

PROJECTOR = Palette(
    name="projector", dark=False,
    window="#f1f3f6", surface="#ffffff", raised="#f4f5f7", field="#ffffff", border="#7a828f",
    text="#05070a", muted="#3f4650", faint="#5f6672",
    accent="#003fc2", on_accent="#ffffff",
    positive="#0047d6", negative="#b83600", zero="#e6e8ec",
    train="#006b4f", test="#8a00c8",
    lane_a="#1781a6", lane_b="#a47c02", lane_c="#842029", lane_d="#2215ab", classes=CLASSES_PROJECTOR,
    warning="#8a3a00", success="#004f8a", ink="#05070a", paper="#ffffff", rim=2,
)  # fmt: skip
"""For a projector that washes colours out: dark and saturated on pure white, with thick borders."""

SAFE_DARK = replace(
    DARK, name="safe_dark",
    positive="#58abff", negative="#ff9d45",
    train="#b8f2a0", test="#b06cff", classes=CLASSES_SAFE_DARK,
    warning="#ffb000", success="#35b2c4",
)  # fmt: skip

SAFE_LIGHT = replace(
    LIGHT, name="safe_light",
    positive="#0b62c4", negative="#c85a00",
    train="#4f7a00", test="#7a1fc0", classes=CLASSES_SAFE_LIGHT,
    warning="#a34a00", success="#005f9e",
)  # fmt: skip

PALETTES = {palette.name: palette for palette in (LIGHT, DARK, PROJECTOR, SAFE_LIGHT, SAFE_DARK)}
COUNTERPARTS = {
    "light": "dark", "dark": "light", "projector": "dark", "safe_light": "safe_dark", "safe_dark": "safe_light",
}  # fmt: skip
"""Where "light or dark" leads from each palette: to the other one of its family."""
