"""Theme: the palette in use, the bundled font and the style sheet; panes listen to `changed` and repaint."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from nnviz.assets import resource
from nnviz.notation import Notation
from nnviz.theme.desktop import wished_palette, wishes_calm
from nnviz.theme.palettes import DARK, PALETTES, Palette
from nnviz.theme.scripts import LATIN, load_scripts
from nnviz.theme.sheet import style_sheet

FAMILY = LATIN
FONT_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
BASE_POINTS = 10.0
"""Size of ordinary text in points; everything else is a multiple."""
ORDINARY_HEIGHT = 1080
"""Screen height in logical pixels up to which writing has its ordinary size."""
TEXT_STEP = 1.1
SCALES = (0.8, 1.6)
"""Smallest and largest writing."""
HALL_SCALE, HALL_LINE = 1.25, 1.6
"""How many times as large writing and as wide lines are, where they are to be seen from the back of a hall."""

SYSTEM = "system"
"""As the desktop is, or wishes."""
FULL, REDUCED = "full", "reduced"


class Theme(QObject):
    """The look of the program.

    chosen        the palette that was chosen, or SYSTEM: light or dark as the desktop is
    palette       the colours in use, and how wide lines are
    chosen_scale  size of the writing as it was chosen, without what a hall adds
    motion        SYSTEM, FULL or REDUCED
    calm          what moves for its own sake stands still, for those whom motion disturbs
    notation      how formulas are written

    Signals: changed(Palette) after another palette, text size, width of lines, calm or notation was chosen.
    """

    changed = Signal(object)

    def __init__(self, palette: Palette = DARK, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen = palette.name
        self.palette = palette
        self.chosen_scale = 1.0
        self.motion = SYSTEM
        self.calm = wishes_calm()
        self.notation = Notation()

    @property
    def scale(self) -> float:
        """How many times as large as ordinary writing is, within SCALES."""
        return min(self.chosen_scale * (HALL_SCALE if self.hall else 1.0), SCALES[1])

    @property
    def line(self) -> float:
        """How many times as wide as ordinary the lines are that carry meaning."""
        return self.palette.line

    @property
    def hall(self) -> bool:
        """Writing and lines are those for a hall."""
        return self.line > 1

    def use(self, name: str) -> None:
        """Switch to the palette `name`, or with SYSTEM to that of the desktop, and tell everybody."""
        self.chosen = name
        self.palette = replace(PALETTES[wished_palette() if name == SYSTEM else name], line=self.line)
        self._apply()

    def resize_text(self, steps: int) -> None:
        """Larger (steps > 0) or smaller writing, within SCALES; 0: ordinary again."""
        scale = self.chosen_scale * TEXT_STEP**steps if steps else 1.0
        self.set_scale(scale)

    def set_scale(self, scale: float) -> None:
        """Writing `scale` times as large as ordinary; in a hall larger still."""
        self.chosen_scale = min(max(scale, SCALES[0]), SCALES[1])
        self._apply()

    def set_hall(self, on: bool) -> None:
        """Larger writing and wider lines in one, or as they were before."""
        if on != self.hall:
            self.palette = replace(self.palette, line=HALL_LINE if on else 1.0)
            self._apply()

    def set_motion(self, motion: str) -> None:
        """SYSTEM, FULL or REDUCED: stop, or let go, what moves for its own sake."""
        self.motion = motion
        calm = wishes_calm() if motion == SYSTEM else motion == REDUCED
        if calm != self.calm:
            self.calm = calm
            self.changed.emit(self.palette)

    def write_as(self, notation: Notation) -> None:
        """Write formulas in another notation."""
        if notation != self.notation:
            self.notation = notation
            self.changed.emit(self.palette)

    def apply(self) -> None:
        """Load the bundled fonts and dress the application."""
        _load_fonts()
        # Once: it polishes every widget anew, as a style sheet does, and takes as long.
        QApplication.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    def font(self, size: float = 1.0, bold: bool = False, numbers: bool = True) -> QFont:
        """The bundled font, `size` times ordinary text; in `numbers` all digits are equally wide and stand still."""
        font = QFont(FAMILY)
        font.setPointSizeF(BASE_POINTS * self.scale * size)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if numbers:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def width(self, pixels: float) -> float:
        """Pen width, in logical pixels, of a line that is `pixels` wide ordinarily."""
        return pixels * self.line

    def color(self, role: str) -> QColor:
        """The colour of a role of the palette, for instance "accent"."""
        return QColor(getattr(self.palette, role))

    def _follow(self) -> None:
        if self.chosen == SYSTEM:
            self.use(SYSTEM)

    def _apply(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(qt_palette(self.palette))
            application.setFont(self.font(numbers=False))
            application.setStyleSheet(style_sheet(self.palette))
        self.changed.emit(self.palette)


@cache
def _load_fonts() -> None:
    for file in FONT_FILES:
        QFontDatabase.addApplicationFont(str(resource("fonts", file)))
    load_scripts()


ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "warning",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "border",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "window",
}
DISABLED_ROLES = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def qt_palette(palette: Palette) -> QPalette:
    """A QPalette for all roles, so that no widget falls back to the desktop's colours."""
    result = QPalette()
    for role, name in ROLES.items():
        result.setColor(role, QColor(getattr(palette, name)))
    for role in DISABLED_ROLES:
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.faint))
    return result


def fitting_scale(height: int) -> float:
    """Size of the writing on a screen so high: larger on large screens, which stand in halls."""
    return min(max(height / ORDINARY_HEIGHT, 1.0), 1.4)
