"""Figures of widgets: words stay words, lines stay lines, what is hidden stays out; files are written whole."""

from __future__ import annotations

import gc
import re
import zlib
from base64 import b64decode
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnviz.engine.refusal import Refusal
from nnviz.export import picture
from nnviz.export.pdf import pdf_of
from nnviz.export.picture import SVG_MIME, image_of, mime_of, png_of, save_figure
from nnviz.export.svg import svg_of
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.widgets.printing import FIGURE_RATIO, is_vector, pixel_ratio
from nnviz.widgets.typesetter import Typesetter
from tests.export.pdf_reading import pdf_words

SVG = "{http://www.w3.org/2000/svg}"
WORDS = "δ = 0.2735 × 11 & <w>"


class Drawing(QWidget):
    """Paints one of everything, and notes for what it was asked to paint."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.asked: list[tuple[bool, float]] = []
        self.resize(200, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.asked.append((is_vector(painter), pixel_ratio(self)))
        painter.setFont(self.theme.font())
        painter.drawText(QPointF(10, 20), WORDS)
        painter.save()
        painter.translate(20, 30)
        painter.setClipRect(QRectF(0, 0, 10, 10))
        painter.fillRect(QRectF(0, 0, 100, 10), QColor("#ff0000"))
        painter.save()
        painter.setClipRect(QRectF(0, 0, 4, 10), Qt.ClipOperation.IntersectClip)
        painter.restore()
        painter.fillRect(QRectF(5, 0, 100, 10), QColor("#00ff00"))
        painter.restore()
        painter.setPen(QPen(QColor("#0000ff"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(100, 50), QPointF(150, 50))
        shade = QLinearGradient(0, 60, 50, 60)
        shade.setColorAt(0, QColor("#112233"))
        shade.setColorAt(1, QColor(0, 0, 0, 0))
        painter.fillRect(QRectF(0, 60, 50, 10), shade)
        painter.scale(10, 1)
        pen = QPen(QColor("#ff00ff"), 3)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLine(QPointF(1, 90), QPointF(15, 90))
        painter.end()


class Enlarged(QWidget):
    """Paints an image of few pixels."""

    picture = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(QRectF(0, 0, 40, 40), self.picture)
        painter.end()


@pytest.fixture
def drawing(qtbot: QtBot, theme: Theme) -> Drawing:
    widget = Drawing(theme)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def elements(svg: bytes, tag: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(SVG + tag))


def painted(svg: bytes, color: str) -> list[ElementTree.Element]:
    return [path for path in elements(svg, "path") if color in (path.get("fill"), path.get("stroke"))]


def test_svg_has_the_words_as_text_of_the_width_they_have_on_screen(drawing: Drawing) -> None:
    texts = elements(svg_of(drawing), "text")
    assert "".join(text.text or "" for text in texts) == WORDS
    assert {text.get("font-family") for text in texts} == {"Inter, sans-serif"}
    assert (float(texts[0].get("x", 0)), float(texts[0].get("y", 0))) == (10, 20)
    tabular = drawing.theme.font()
    plain = QFont(tabular)
    plain.unsetFeature(QFont.Tag("tnum"))
    widths = [QFontMetricsF(font).horizontalAdvance(WORDS) for font in (tabular, plain)]
    assert sum(float(text.get("textLength", 0)) for text in texts) == pytest.approx(widths[0], abs=0.1)
    assert widths[0] != pytest.approx(widths[1], abs=0.5)


def test_svg_has_lines_dashes_and_gradients_where_they_are_painted(drawing: Drawing) -> None:
    svg = svg_of(drawing)
    (blue,) = painted(svg, "#0000ff")
    assert (blue.get("d"), blue.get("stroke-width"), blue.get("fill")) == ("M100,50 L150,50", "2", "none")
    assert blue.get("stroke-dasharray") == "8 4"
    (wide,) = painted(svg, "#ff00ff")
    assert (wide.get("d"), wide.get("stroke-width")) == ("M10,90 L150,90", "3"), "a cosmetic pen is not scaled"
    (shade,) = elements(svg, "linearGradient")
    assert [stop.get("stop-opacity") for stop in shade] == ["1", "0"]
    assert painted(svg, f"url(#{shade.get('id')})")


def test_svg_clips_what_the_painter_clips_after_a_restore_too(drawing: Drawing) -> None:
    svg = svg_of(drawing)
    clips = {clip.get("id"): clip[0].get("d", "") for clip in elements(svg, "clipPath")}
    groups = [g for g in elements(svg, "g") if g.get("clip-path")]
    assert [path.get("fill") for group in groups for path in group] == ["#ff0000", "#00ff00"]
    for group in groups:
        numbers = {float(n) for n in re.findall(r"[\d.]+", clips[group.get("clip-path", "")[5:-1]])}
        assert numbers == {20, 30, 40}, "a square of 10 pixels at (20, 30)"


def test_pixels_stay_squares_in_viewers_that_blur_what_they_enlarge(qtbot: QtBot) -> None:
    picture, label = QImage(2, 2, QImage.Format.Format_RGB32), Enlarged()
    for x, y in ((0, 0), (0, 1), (1, 0), (1, 1)):
        picture.setPixelColor(x, y, QColor("#000000" if x == y else "#ffffff"))
    label.picture = picture
    qtbot.addWidget(label)
    label.show()
    (image,) = elements(svg_of(label), "image")
    data = QImage.fromData(b64decode(image.get("{http://www.w3.org/1999/xlink}href", "").partition(",")[2]))
    assert (image.get("width"), data.width(), data.height()) == ("40", 120, 120)
    corners = [data.pixelColor(x, y).name() for x, y in ((0, 0), (59, 59), (60, 59), (59, 60), (60, 60))]
    assert corners == ["#000000", "#000000", "#ffffff", "#ffffff", "#000000"]


def test_a_widget_hears_for_what_it_is_painted(drawing: Drawing) -> None:
    for make in (svg_of, pdf_of, lambda widget: png_of(widget, 3)):
        make(drawing)
    assert drawing.asked[-3:] == [(True, 1.0), (True, 1.0), (False, 3.0)]
    assert drawing.property(FIGURE_RATIO) is None


@pytest.mark.parametrize("scale", [1, 2, 3, 4])
def test_png_has_as_many_pixels_as_are_asked_for(drawing: Drawing, scale: int) -> None:
    image = QImage.fromData(png_of(drawing, scale))
    assert (image.width(), image.height()) == (200 * scale, 100 * scale)
    middle = [image.pixelColor(round(x * scale), round(90 * scale)).name() for x in (12, 148)]
    assert middle == ["#ff00ff", "#ff00ff"]
    assert image.pixelColor(27 * scale, 35 * scale).name() == "#00ff00"
    assert image.pixelColor(33 * scale, 35 * scale).name() != "#00ff00"


def test_formulas_are_filled_and_not_outlined(qtbot: QtBot, theme: Theme) -> None:
    class Formula(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            Typesetter().paint(painter, "z", (5.0, 20.0), 16.0, QColor("#123456"))
            painter.end()

    formula = Formula()
    qtbot.addWidget(formula)
    shapes = painted(svg_of(formula), "#123456")
    assert shapes
    assert not [shape for shape in shapes if "stroke" in shape.attrib]
    # S and B are PDF for drawing an outline, alone or around what is filled.
    packed = pdf_of(formula).split(b"stream\n")
    pages = [zlib.decompressobj().decompress(part) for part in packed if part.startswith(b"x")]
    assert any(b" c\n" in page for page in pages)
    assert not [page for page in pages if re.search(rb"\n[SBb]\*?\n", page)]


def test_pdf_has_the_words_with_all_digits_and_signs(drawing: Drawing) -> None:
    data = pdf_of(drawing)
    assert pdf_words(data).replace("\n", "") == WORDS
    assert b"/FontFile2" in data, "fonts are embedded"
    assert re.search(rb"/MediaBox \[0 0 150[.0]* 75[.0]*\]", data), "200 × 100 pixels are 150 × 75 points"


def test_what_a_scroll_area_hides_is_neither_in_svg_nor_in_pdf(qtbot: QtBot, theme: Theme) -> None:
    area, inner = QScrollArea(), QWidget()
    rows = QVBoxLayout(inner)
    for number in range(30):
        rows.addWidget(QLabel(f"row {number}."))
    hidden = QPushButton("unseen")
    rows.insertWidget(0, hidden)
    hidden.hide()
    area.setWidget(inner)
    area.resize(160, 120)
    qtbot.addWidget(area)
    area.show()
    words = [text.text for text in elements(svg_of(area), "text")]
    assert words[:2] == ["row 0.", "row 1."]
    assert not {"row 20.", "unseen"} & set(words)
    assert len(words) < 10
    assert [line for line in pdf_words(pdf_of(area)).split("\n") if line] == words


class Polygons(QWidget):
    """A thousand points in two ways, and a line."""

    def paintEvent(self, event: QPaintEvent) -> None:
        points = [QPointF(k % 100, k % 37) for k in range(500)]
        with painting(self) as painter:
            painter.drawPolyline(points)
            painter.drawPolygon(points)
            painter.drawLine(QPointF(1, 2), QPointF(3, 4))


def test_points_of_a_figure_are_freed(qtbot: QtBot) -> None:
    widget = Polygons()
    qtbot.addWidget(widget)

    def points() -> int:
        gc.collect()
        return sum(type(one) is QPointF for one in gc.get_objects())

    before = points()
    assert len(elements(svg_of(widget), "path")) >= 3
    assert points() == before


def test_what_parts_of_a_view_keep_in_pixmaps_is_drawn_and_kept_again(qtbot: QtBot) -> None:
    scene = QGraphicsScene()
    item = scene.addText("axis")
    item.setCacheMode(item.CacheMode.DeviceCoordinateCache)
    view = QGraphicsView(scene)
    qtbot.addWidget(view)
    view.show()
    svg = svg_of(view)
    assert [text.text for text in elements(svg, "text")] == ["axis"]
    assert not elements(svg, "image")
    assert item.cacheMode() == item.CacheMode.DeviceCoordinateCache


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf", ".SVG"])
def test_a_figure_is_saved_by_its_suffix_and_nothing_else_is_left(
    drawing: Drawing, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"figure{suffix}"
    target.write_text("before")
    save_figure(drawing, target, 2)
    starts = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF"}
    assert target.read_bytes().startswith(starts[suffix.lower()])
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("name", "key"),
    [("figure.gif", "figure_suffix"), ("nowhere/figure.svg", "figure_folder"), (".svg", "figure_suffix")],
)
def test_a_target_that_cannot_be_is_refused(drawing: Drawing, tmp_path: Path, name: str, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        save_figure(drawing, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_full_disk_leaves_the_old_figure_whole(
    drawing: Drawing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "figure.svg"
    target.write_text("before")

    def full(draft: Path, data: bytes) -> int:
        with draft.open("wb") as file:
            file.write(data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Refusal, match="No space left"):
        save_figure(drawing, target)
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_figure_that_no_painter_can_hold_is_refused(drawing: Drawing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "LARGEST", 500)
    with pytest.raises(Refusal, match="figure_too_large"):
        image_of(drawing, 3)
    assert image_of(drawing, 2).width() == 400


def test_the_clipboard_gets_a_picture_and_a_drawing(drawing: Drawing) -> None:
    data = mime_of(drawing)
    assert data.imageData().size() == drawing.size() * 2
    assert elements(data.data(SVG_MIME).data(), "text")
