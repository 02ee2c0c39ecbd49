"""Figures of the real window's panes: what is painted is there as words and shapes; menus, keys, names. Figures of
labs: test_labs_in_window."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app import App, build
from nnviz.engine.refusal import Refusal
from nnviz.export.picture import SVG_MIME
from nnviz.export.svg import svg_of
from nnviz.session.drawing import CANVAS_EXTENT
from nnviz.session.intents import DrawStrokes, OpenPage, Run, ShowPoint
from nnviz.session.runners import InlineRunner
from nnviz.settings import Settings
from nnviz.theme.palettes import LIGHT

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def app(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.delenv("NNVIZ_DATA", raising=False)
    parts = build(InlineRunner(), Settings(welcome_seen=True), "playground", LIGHT)
    parts.window.show()
    parts.window.open_at(1440, 900)
    qtbot.waitExposed(parts.window)
    yield parts
    parts.close()


def tick(app: App) -> None:
    for _ in range(3):
        app.application.processEvents()
        app.session.clock.tick()


def trained(app: App) -> None:
    app.session.do(Run())
    app.session.advance(60)
    app.session.do(ShowPoint(0.3, -0.2))
    tick(app)


class Figure:
    """An SVG, taken apart."""

    def __init__(self, pane: QWidget) -> None:
        self.root = ElementTree.fromstring(svg_of(pane))
        self.paths = list(self.root.iter(SVG + "path"))
        self.images = list(self.root.iter(SVG + "image"))
        self.words = [text.text or "" for text in self.root.iter(SVG + "text")]

    def missing(self, pane: QWidget) -> list[str]:
        """What the labels of a pane say and the figure does not."""
        written = close("".join(self.words))
        return [text for text in said(pane) if text not in written]

    def stroked(self, color: str) -> list[ElementTree.Element]:
        return [path for path in self.paths if path.get("stroke") == color]


def figure(app: App, name: str) -> Figure:
    app.window.figures.bring(name)
    tick(app)
    return Figure(app.window.figures.bring(name))


def said(pane: QWidget) -> set[str]:
    """What plain labels of one line say that are wholly seen. Without spaces: Qt may paint a text in pieces."""
    labels = (label for label in pane.findChildren(QLabel) if label.isVisible() and label.pixmap().isNull())
    whole = (label for label in labels if label.visibleRegion().boundingRect() == label.rect() and not label.wordWrap())
    return {close(label.text()) for label in whole if "<" not in label.text() and "\n" not in label.text()}


def close(text: str) -> str:
    return "".join(text.split())


def test_everything_of_the_playground_is_drawn_in_shapes_and_words(app: App) -> None:
    trained(app)
    check_panes(app)
    check_network(app)


def check_network(app: App) -> None:
    """Every edge of the network is a line and every number a text."""
    drawn = figure(app, "network")
    picture = app.window.network.picture
    positive = picture.edges.weight > 0
    colors = {f"#{r:02x}{g:02x}{b:02x}" for r, g, b in picture.edges.color[positive].astype(int).tolist()}
    # All edges of a colour are one path.
    drawn_as = (path.get("d", "") for color in colors for path in drawn.stroked(color))
    pieces = [piece for shape in drawn_as for piece in re.findall(r"M\S+ L\S+(?= M|$)", shape)]
    ends = app.window.network.view.map(picture.edges.ends[positive].reshape(-1, 2)).reshape(-1, 4)
    found = {tuple(round(float(n)) for n in re.findall(r"-?[\d.]+", piece)) for piece in pieces}
    assert {tuple(round(float(n)) for n in row) for row in ends} <= found
    assert len(drawn.images) < len(picture.nodes.value) + 9, "one small picture of the plane each, and scales"
    assert {"hidden 1", "hidden 2"} <= set(drawn.words)
    check_pass(app, still=drawn)


def check_pass(app: App, still: Figure) -> None:
    """A pass that plays is drawn in shapes too."""
    app.window.centre.passes.toggle_play()
    for _ in range(40):
        app.session.passes.advance(0.05)
        if app.session.passes.moment is not None and app.session.passes.moment.pulses():
            break
    tick(app)
    picture = app.window.network.picture
    assert picture.passes is not None
    assert picture.passes.pulses is not None
    drawn = figure(app, "network")
    tails = [path for path in drawn.paths if path.get("fill", "").startswith("url(")]
    assert len(tails) >= len(picture.passes.pulses.value) > 0
    assert len(drawn.images) <= len(still.images) + 2


def check_panes(app: App) -> None:
    boundary = figure(app, "boundary")
    assert {"x₁", "x₂", "boundary"} <= set(boundary.words)
    assert len(boundary.images) <= 3, "the ground, its scale, and the tick of a box"
    points = app.session.data
    assert points is not None
    assert len(boundary.paths) > len(points.train_x)
    curves = figure(app, "curves")
    assert {"0", "100"} <= set(curves.words), "numbers beside the axes"
    assert not curves.images
    assert max(path.get("d", "").count(",") for path in curves.paths) > 12
    for name in ("layers", "inspector", "controls", "mistakes"):
        drawn = figure(app, name)
        assert drawn.words, name
        assert not drawn.missing(app.window.figures.bring(name)), name


def test_a_stroke_of_the_pen_and_compared_runs_are_drawn_in_shapes(app: App) -> None:
    check_stroke(app)
    check_compared_runs(app)


def check_stroke(app: App) -> None:
    """What is drawn with the pen is one path."""
    app.session.do(OpenPage("digits"))
    app.session.do(DrawStrokes((((60.0, 60.0), (100.0, 180.0), (200.0, 200.0)),), CANVAS_EXTENT))
    tick(app)
    canvas = app.window.figures.bring("digit_canvas")
    drawn = Figure(canvas)
    assert not drawn.images
    (ink,) = (path for path in drawn.paths if path.get("stroke-linecap") == "round" and "C" in path.get("d", ""))
    scale = canvas.height() / CANVAS_EXTENT
    assert ink.get("d", "").startswith(f"M{60 * scale + (canvas.width() - canvas.height()) / 2:.3f},{60 * scale:.3f}")


def check_compared_runs(app: App) -> None:
    app.session.do(OpenPage("compare"))
    app.session.do(Run())
    app.session.advance(30)
    tick(app)
    difference = figure(app, "difference")
    assert len(difference.images) <= 2
    assert len(difference.paths) > 100
    lanes = figure(app, "lanes")
    assert not lanes.missing(app.window.figures.bring("lanes"))
    assert not figure(app, "curves_of_lanes").images


# The offscreen platform has no keyboard to grab for a menu.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_figures_are_saved_copied_and_named_and_a_right_click_offers_them(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    check_saving(app, qtbot, tmp_path)
    check_failure(app, tmp_path, qtbot)
    check_clipboard(app)
    check_names(app)
    check_menus(app)


def check_saving(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.keyClick(app.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = app.window.findChild(QFileDialog, "figure_dialog")
    assert dialog is not None
    assert "Network" in dialog.windowTitle()
    assert len(dialog.nameFilters()) == 6
    dialog.selectNameFilter("Picture, 3× (*.png)")
    dialog.filterSelected.emit("Picture, 3× (*.png)")
    target = tmp_path / "net.png"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    image = QImage(str(target))
    network = app.window.network
    assert (image.width(), image.height()) == (3 * network.width(), 3 * network.height())
    assert str(target) in app.window.statusBar().currentMessage()


def check_failure(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(app.window.figures.refused):
        app.window.figures.save(app.window.network, tmp_path / "nowhere" / "x.svg")
    dialog = app.window.findChild(QWidget, "failure_dialog")
    assert dialog is not None
    assert any("choose a folder that exists" in label.text() for label in dialog.findChildren(QLabel))
    dialog.close()


def check_clipboard(app: App) -> None:
    app.window.actions_by_name["copy_figure"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert bytes(data.data(SVG_MIME).data()).startswith(b"<?xml")
    assert "Network" in app.window.statusBar().currentMessage()


def right_click(widget: QWidget, at: QPoint) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)


def closed(menu: QMenu | None) -> list[str]:
    """What a menu offers."""
    assert menu is not None
    offered = [action.objectName() for action in menu.actions() if action.objectName()]
    menu.close()
    return offered


def check_menus(app: App) -> None:
    """A right click offers figures on panes, titles and the network."""
    kinds = ["figure_png_1", "figure_png_2", "figure_png_3", "figure_png_4", "figure_svg", "figure_pdf", "figure_copy"]
    readout = app.window.findChild(QWidget, "boundary_readout")
    assert readout is not None
    right_click(readout, QPoint(5, 5))
    menu = app.window.findChild(QMenu, "figure_menu")
    assert menu is not None
    assert "Decision boundary" in menu.actions()[0].text()
    assert closed(menu) == kinds
    app.application.processEvents()
    dock = app.window.findChild(QWidget, "dock_boundary")
    assert dock is not None
    right_click(dock, QPoint(20, 8))
    menu = app.window.findChild(QMenu, "figure_menu")
    assert menu is not None
    assert "Inspector" in [action.text() for action in menu.actions()]
    assert closed(menu)[: len(kinds)] == kinds
    right_click(app.window.network, QPoint(3, 3))
    assert closed(app.window.findChild(QMenu, "figure_entry")) == kinds
    network_menu = app.window.findChild(QMenu, "network_menu")
    assert network_menu is not None
    network_menu.close()


def check_names(app: App) -> None:
    assert {"window", "network", "passes", "timeline", "controls", "boundary"} <= set(app.window.figures.panes())
    assert app.window.figures.bring("window") is app.window
    with pytest.raises(Refusal) as refused:
        app.window.figures.bring("nothing")
    assert "boundary" in str(refused.value.fields["known"])
