"""ImagesDialog: the images of a folder by class, how large they are to be, and which of them cannot be read."""

from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QScrollArea,
    QWidget,
)

from nnviz.data.images_folder import SIDES, Collection, Gathered, gather
from nnviz.data.own import OwnData
from nnviz.session.data_intents import ImportImages
from nnviz.theme.painting import painting
from nnviz.theme.theme import Theme
from nnviz.views.own_data.reading_dialog import ReadingDialog
from nnviz.widgets.screen_room import on_screen
from nnviz.widgets.segments import Segments

SIZE = QSize(640, 560)
PICTURE, GAP = 44.0, 6.0
"""Side of a sample's picture and the space beside it, at ordinary text size."""
SAMPLES = 9
"""Pictures of each class."""
NAMES = 0.24
"""Share of the width for the names of the classes."""
LISTED = 5
"""Unreadable files that are named."""


class Samples(QWidget):
    """The first images of each class, as the network will see them.

    pictures  for each class the indices of the samples that are drawn: as many as there is room for
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("image_samples")
        self._theme = theme
        self._data: OwnData | None = None
        self._first: list[list[int]] = []

    @property
    def pictures(self) -> list[list[int]]:
        count = int(((1 - NAMES) * self.width() + GAP * self._theme.scale) / self._row)
        return [samples[:count] for samples in self._first]

    def show_data(self, data: OwnData | None) -> None:
        """Other images, or none."""
        self._data = data
        self._first = []
        if data:
            self._first = [np.flatnonzero(data.y == k)[:SAMPLES].tolist() for k in range(len(data.classes))]
        self.setMinimumHeight(round(len(self._first) * self._row))
        self.update()

    @property
    def _row(self) -> float:
        return (PICTURE + GAP) * self._theme.scale

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            if self._data:
                self._paint(painter, self._data, event.rect())

    def _paint(self, painter: QPainter, data: OwnData, part: QRect) -> None:
        """Of many classes only those in sight."""
        painter.setFont(self._theme.font())
        metrics, side = QFontMetricsF(painter.font()), PICTURE * self._theme.scale
        start = NAMES * self.width()
        for k, samples in enumerate(self.pictures):
            top = k * self._row
            if not part.top() - self._row < top <= part.bottom():
                continue
            name = metrics.elidedText(data.classes[k], Qt.TextElideMode.ElideRight, start - 2 * GAP)
            painter.setPen(self._theme.color("text"))
            painter.drawText(QRectF(0, top, start - GAP, side), Qt.AlignmentFlag.AlignVCenter, name)
            for place, sample in enumerate(samples):
                box = QRectF(start + place * self._row, top, side, side)
                painter.drawImage(box, _image(data, sample))

    def sizeHint(self) -> QSize:
        return QSize(SIZE.width(), round(len(self._first) * self._row))


class ImagesDialog(ReadingDialog):
    """How many pixels the images get along a side, and what they look like then."""

    def __init__(self, collection: Collection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("images", theme, parent)
        self._collection = collection
        self._gathered: Gathered | None = None
        self._build()
        self._lay_out()
        self._name()
        self.side.value_changed.connect(self._read)
        self._read()

    @property
    def data(self) -> OwnData | None:
        """What it gives; None while images are read or where too few can be."""
        return self._gathered.data if self._gathered else None

    def _build(self) -> None:
        self.side = Segments("image_side", tuple(map(str, SIDES)), self)
        self.side.set_value(str(SIDES[-1]))
        self._caption = QLabel(self)
        self.samples = Samples(self._theme, self)
        self._build_foot("images")

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(self._caption, self.side)
        scroll = self._scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.samples)
        column = self._new_column()
        column.addLayout(form)
        column.addWidget(scroll, 1)
        self._add_foot(column)
        self.resize(on_screen(SIZE * self._theme.scale, self))
        self.side.buttons[self.side.value()].setFocus()

    def _read(self, _: str = "") -> None:
        self._gathered = None
        self.notes.hide()
        text = self.tr("Reading {count} images…").format(count=f"{self._collection.count:,}")
        self._start(partial(gather, self._collection, int(self.side.value())), text)

    def _accept_result(self, result: Gathered) -> None:
        self._gathered = result
        self._sum_up(result)

    def _sum_up(self, gathered: Gathered) -> None:
        data = gathered.data
        self._bar.hide()
        self._ok.setEnabled(True)
        self.samples.show_data(data)
        self.summary.setText(
            self.tr("{images} images in {classes} classes, grey, {side} × {side} pixels.").format(
                images=f"{len(data.x):,}", classes=len(data.classes), side=self.side.value()
            )
        )
        names = ", ".join(f"{path.parent.name}/{path.name}" for path in gathered.unreadable[:LISTED])
        more = ", …" if len(gathered.unreadable) > LISTED else ""
        self.notes.setText(
            self.tr("Not readable and left out: {count} ({names})").format(
                count=f"{len(gathered.unreadable):,}", names=names + more
            )
        )
        self.notes.setVisible(bool(gathered.unreadable))

    def _refuse(self, error: Exception) -> None:
        self.samples.show_data(None)
        super()._refuse(error)

    def _tell(self) -> None:
        if self._gathered:
            self.accept()
            self.told.emit(self._gathered.data, ImportImages(self._collection.folder, int(self.side.value())))

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Images from {name}").format(name=self._collection.folder.name))
        self._caption.setText(self.tr("Pixels"))
        self.side.set_words(self.tr("Pixels along a side"), {str(side): f"{side} × {side}" for side in SIDES})
        for part in (self.samples, self._scroll):
            part.setAccessibleName(self.tr("The first images of each class"))
        self._bar.setAccessibleName(self.tr("Reading"))
        self._ok.setText(self.tr("Train on it"))
        self._ok.setToolTip(self.tr("Make them the data of this page; the network gets fitting inputs and outputs"))
        self.side.setToolTip(self.tr("Every image becomes so large; each pixel is one input"))

    # Qt overrides

    def _word(self) -> None:
        self._name()
        if self._gathered:
            self._sum_up(self._gathered)


def _image(data: OwnData, sample: int) -> QImage:
    height, width = data.image or (1, 1)
    return QImage(data.x[sample].tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()
