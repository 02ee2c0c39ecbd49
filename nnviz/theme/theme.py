"""Theme: the palette in use, the bundled font and the style sheet; panes listen to `changed` and repaint."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from nnviz.assets import resource
from nnviz.theme.palettes import DARK, PALETTES, Palette
from nnviz.theme.scripts import LATIN, load_script
from nnviz.theme.sheet import style_sheet

FAMILY = LATIN
FONT_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
BASE_POINTS = 10.0
"""Size of ordinary text in points; everything else is a multiple."""
TEXT_STEP = 1.1
SCALES = (0.8, 1.6)
"""Smallest and largest writing."""


class Theme(QObject):
    """The look of the program.

    Signals: changed(Palette) after another palette or text size was chosen.
    """

    changed = Signal(object)

    def __init__(self, palette: Palette = DARK, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.palette = palette
        self.scale = 1.0

    def use(self, name: str) -> None:
        """Switch to the palette `name` and tell everybody."""
        self.palette = PALETTES[name]
        self._apply()

    def resize_text(self, steps: int) -> None:
        """Larger (steps > 0) or smaller writing, within SCALES; 0: ordinary again."""
        scale = self.scale * TEXT_STEP**steps if steps else 1.0
        self.set_scale(scale)

    def set_scale(self, scale: float) -> None:
        """Writing `scale` times as large as ordinary."""
        self.scale = min(max(scale, SCALES[0]), SCALES[1])
        self._apply()

    def apply(self) -> None:
        """Load the bundled fonts and dress the application."""
        for file in FONT_FILES:
            QFontDatabase.addApplicationFont(str(resource("fonts", file)))
        self._apply()

    def write(self, language: str) -> None:
        """Make texts of a language legible, on machines without a font for them too."""
        load_script(language)

    def font(self, size: float = 1.0, bold: bool = False, numbers: bool = True) -> QFont:
        """The bundled font, `size` times ordinary text; in `numbers` all digits are equally wide and stand still."""
        font = QFont(FAMILY)
        font.setPointSizeF(BASE_POINTS * self.scale * size)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if numbers:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def color(self, role: str) -> QColor:
        """The colour of a role of the palette, for instance "accent"."""
        return QColor(getattr(self.palette, role))

    def _apply(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setStyle("Fusion")
            application.setPalette(qt_palette(self.palette))
            application.setFont(self.font(numbers=False))
            application.setStyleSheet(style_sheet(self.palette))
        self.changed.emit(self.palette)


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
