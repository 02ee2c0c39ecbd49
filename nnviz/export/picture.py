"""Pictures of any widget as it is now: PNG, SVG and PDF files, and what goes to the clipboard."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from nnviz.engine.refusal import Refusal
from nnviz.export.pdf import pdf_of
from nnviz.export.svg import svg_of
from nnviz.export.walk import drawn_at
from nnviz.theme.painting import painting

SCALES = (1, 2, 3, 4)
"""Pixels of a PNG to a logical pixel of the screen."""
COPIED = 2
"""The same of the picture on the clipboard."""
SVG_MIME = "image/svg+xml"
LARGEST = 32767
"""Pixels along a side that Qt can paint on."""


def image_of(widget: QWidget, scale: int) -> QImage:
    """The widget in `scale` pixels to a logical pixel. Refusal figure_too_large."""
    size = widget.size() * scale
    if max(size.width(), size.height()) > LARGEST:
        raise Refusal("figure_too_large", width=size.width(), height=size.height(), most=LARGEST)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise Refusal("figure_too_large", width=size.width(), height=size.height(), most=LARGEST)
    image.setDevicePixelRatio(scale)
    image.fill(0)
    with painting(image) as painter, drawn_at(widget, scale):
        QWidget.render(widget, painter, QPoint())
    return image


def png_of(widget: QWidget, scale: int) -> bytes:
    """The widget as a PNG file of `scale` pixels to a logical pixel. Refusal figure_too_large."""
    return png_bytes(image_of(widget, scale))


def png_bytes(image: QImage) -> bytes:
    """An image as a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know paths only
    return bytes(data.data())


FORMATS: dict[str, Callable[[QWidget, int], bytes]] = {
    ".png": png_of,
    ".svg": lambda widget, scale: svg_of(widget),
    ".pdf": lambda widget, scale: pdf_of(widget),
}
"""By suffix. Shapes have no pixels: the scale does not matter to them."""


def check_target(path: Path) -> None:
    """Refusal figure_suffix for a name that no figure can have, figure_folder where it cannot be written to."""
    if path.suffix.lower() not in FORMATS:
        raise Refusal("figure_suffix", file=path, suffixes=", ".join(FORMATS))
    if path.is_dir() or not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise Refusal("figure_folder", file=path)


def save_figure(widget: QWidget, path: Path, scale: int = 1) -> None:
    """Save what a widget shows, in the format of the suffix. Refusal as of `check_target`, and figure_failed where
    writing fails: then the file that was there is still whole."""
    check_target(path)
    write_whole(path, FORMATS[path.suffix.lower()](widget, scale))


def write_whole(path: Path, data: bytes) -> None:
    """All of it or nothing. Refusal figure_failed."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as error:
        raise Refusal("figure_failed", file=path, reason=error.strerror or error) from error
    finally:
        _remove(draft)


def _remove(draft: Path) -> None:
    """Where even that fails, what went wrong before is what matters."""
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        return


def mime_of(widget: QWidget) -> QMimeData:
    """For the clipboard: a picture for all programs, SVG for those that take it. Refusal figure_too_large."""
    data = QMimeData()
    data.setImageData(image_of(widget, COPIED))
    data.setData(SVG_MIME, svg_of(widget))
    return data
