"""Icons: line drawings from resources/icons in the colour of the palette, sharp at every size."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QIcon, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from nnviz.assets import resource
from nnviz.theme.painting import clear_pixmap, painting
from nnviz.theme.palettes import Palette

SIDES = (18, 24, 36, 72)


def icon(name: str, palette: Palette, role: str = "text") -> QIcon:
    """The icon `name` in the palette's colour for `role`, pale when disabled."""
    result = QIcon()
    for mode, part in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "faint")):
        for side in SIDES:
            result.addPixmap(picture(name, getattr(palette, part), side), mode)
    return result


def picture(name: str, color: str, side: int) -> QPixmap:
    """The icon as a square pixmap `side` pixels wide; drawn once, as long as Qt's cache has room."""
    key = f"nnviz icon {name} {color} {side}"
    kept = QPixmap()
    if not QPixmapCache.find(key, kept):
        kept = _drawn(name, color, side)
        QPixmapCache.insert(key, kept)
    return kept


def _drawn(name: str, color: str, side: int) -> QPixmap:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", color)
    pixmap = clear_pixmap(QSize(side, side))
    with painting(pixmap) as painter:
        QSvgRenderer(QByteArray(text.encode())).render(painter)
    return pixmap
