"""SliceView: of a network with more than two inputs the plane of two of them, the others at their usual values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nnviz.data.dataset import DataSet
from nnviz.data.own import usual_values
from nnviz.data.plane import Bounds
from nnviz.engine.trace import Array
from nnviz.session.intents import ShowSample
from nnviz.theme.scales import qcolor
from nnviz.theme.theme import Theme
from nnviz.views.plots.entries import point_entry, scale_entry
from nnviz.views.plots.legend import Entry, Legend
from nnviz.views.plots.marks import MOST, Points, Rim
from nnviz.views.plots.plane import Ground, Head, Surveyor, head_of, resolution
from nnviz.views.plots.plane_samples import highest, no_points
from nnviz.views.plots.plane_view import PlaneView
from nnviz.views.plots.shades import class_colors, ground_colors, point_colors
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session


@dataclass(frozen=True, eq=False)
class Slice:
    """What stays while the network learns: two inputs of a table, the part of their plane that is shown, the usual
    values (inputs,) of all inputs, and the end of the scale of heights."""

    data: DataSet
    axes: tuple[int, int]
    head: Head
    bounds: Bounds
    usual: NDArray[np.float64]
    limit: float

    @classmethod
    def of(cls, data: DataSet, groups: tuple[int, ...], axes: tuple[int, int], head: Head) -> Slice:
        """Looks at all training samples."""
        usual = usual_values(data.train_x, groups).astype(np.float64)
        limit = highest(data) if head is Head.VALUE else 1.0
        return cls(data, axes, head, Bounds.of(data.train_x[:, list(axes)]), usual, limit)

    def suits(self, data: DataSet, axes: tuple[int, int], head: Head) -> bool:
        """Whether it is the slice of these."""
        return self.data is data and (self.axes, self.head) == (axes, head)

    def inputs(self, side: int) -> NDArray[np.float64]:
        """(side², inputs) raw inputs, row by row from the upper left."""
        inputs = np.tile(self.usual, (side * side, 1))
        inputs[:, list(self.axes)] = self.bounds.points(side)
        return inputs


class SliceView(Worded, QWidget):
    """Two choices of inputs above the plane. A click shows the nearest test sample to the network.

    grid_inputs (n², inputs), grid_output (n, n, outputs) are exactly what is drawn, row by row from the upper left.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slice_view")
        self._session, self._theme = session, theme
        self.grid_inputs: NDArray[np.float64] = np.empty((0, 0))
        self._ground: Ground | None = None
        self._slice: Slice | None = None
        self._surveyor: Surveyor | None = None
        self._before = (0, 1)
        self._dirty = True
        self.view = PlaneView(theme, self)
        self.view.setObjectName("slice_plane")
        self.axes = tuple(self._field(name) for name in ("slice_across", "slice_up"))
        self._against = QLabel(self)
        self._caption = Paragraph("slice_caption", self)
        self._lay_out()
        self._word()
        self._connect()

    @property
    def grid_output(self) -> Array | None:
        """(n, n, outputs) the network's output in the slice."""
        return self._ground.output if self._ground else None

    @property
    def can_show(self) -> bool:
        """True where the data is a table and the network reads it."""
        data = self._session.data
        return data is not None and not data.image and data.inputs == self._session.snapshot.experiment.inputs > 2

    @property
    def chosen(self) -> tuple[int, int]:
        """The two inputs; the first two where none is chosen."""
        across, up = (field.currentIndex() for field in self.axes)
        return max(across, 0), up if up >= 0 else 1

    def _field(self, name: str) -> ChoiceField:
        field = ChoiceField(self, compact=True)
        field.setObjectName(name)
        field.value_changed.connect(self._mark)
        return field

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.axes[0])
        head.addWidget(self._against)
        head.addWidget(self.axes[1])
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self._caption)

    def _connect(self) -> None:
        session = self._session
        for signal in (
            session.snapshot_changed, session.data_changed, session.state_changed, session.prediction_changed,
        ):  # fmt: skip
            signal.connect(self._mark)
        self._theme.changed.connect(self._dress)
        session.clock.slow.connect(self._on_slow)
        self.view.chosen.connect(self._choose)

    def _word(self) -> None:
        self.axes[0].setAccessibleName(self.tr("Input to the right"))
        self.axes[1].setAccessibleName(self.tr("Input upwards"))
        self._against.setText(self.tr("against"))
        self.view.setAccessibleName(self.tr("The network's output over two of its inputs"))
        self._dress()

    def _say(self) -> None:
        """What the picture is not: the answers to its points."""
        text = self.tr(
            "The colours are the answers with all other inputs at their usual values (mean or most frequent category); "
            "the training points are projected, so their own answers may differ."
        )
        count = len(self._session.data.train_x) if self._session.data else 0
        if count > MOST:
            text += " " + self.tr("{shown} of {count} points drawn.").format(shown=f"{MOST:,}", count=f"{count:,}")
        self._caption.setText(text)

    # what has changed

    def _mark(self, _: object = None) -> None:
        self._dirty = True

    def _dress(self, _: object = None) -> None:
        """In other colours, or other words."""
        self._slice = None
        self._mark()

    def _on_slow(self) -> None:
        if self._dirty and self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Survey the slice with the newest network."""
        self._dirty = False
        data, own = self._session.data, self._session.stock.shelf.owned(self._session.experiment.data)
        if not self.can_show or data is None or own is None:
            return
        head = head_of(self._session.snapshot.experiment, data)
        if self._slice is None or not self._slice.suits(data, self.chosen, head):
            self._offer(data)
            self._slice, self._surveyor = Slice.of(data, own.groups, self.chosen, head), None
            self._furnish(self._slice)
        self._survey(self._slice)
        self._show_sample()

    def _offer(self, data: DataSet) -> None:
        """The inputs to choose from."""
        names = [(str(k), name) for k, name in enumerate(data.features)]
        for field, first in zip(self.axes, (0, 1), strict=True):
            field.set_choices(names)
            if field.currentIndex() < 0:
                field.set_value(str(first))
        self._part()

    def _part(self) -> None:
        """No input against itself: what was chosen twice leaves its other place to the one it drives out."""
        if self.axes[0].currentIndex() == self.axes[1].currentIndex():
            k = 1 if self.axes[0].currentIndex() != self._before[0] else 0
            self.axes[k].set_value(str(self._before[1 - k]))
        self._before = self.chosen

    def _furnish(self, cut: Slice) -> None:
        """Points, legend and words."""
        self._say()
        palette, data, (across, up) = self._theme.palette, cut.data, cut.axes
        colors = point_colors(data.train_y[:MOST], cut.head, cut.limit, palette)
        self.view.set_bounds(cut.bounds)
        self.view.set_points(Points(data.train_x[:MOST, [across, up]], colors), no_points(), Rim.of(self._theme))
        legend = Legend(self._theme, self._entries(data, cut.head, cut.limit))
        self.view.set_legend(legend, (data.features[across], data.features[up]))

    def _survey(self, cut: Slice) -> None:
        session, known = self._session, self._surveyor
        snapshot = session.snapshot
        side = resolution(snapshot.experiment, session.state.is_running)
        kind = snapshot.experiment, session.scaling, cut.head, side, cut.bounds
        if known is None or not known.suits(*kind):
            self.grid_inputs = cut.inputs(side)
            self._surveyor = known = Surveyor(*kind, self.grid_inputs)
        self._ground = known.survey(snapshot.network)
        colors = ground_colors(self._ground.output, cut.head, cut.limit, self._theme.palette)
        self.view.set_ground(colors, self._ground.boundary)

    def _entries(self, data: DataSet, head: Head, limit: float) -> tuple[Entry, ...]:
        """The classes, or the scale of a regression."""
        if head is Head.VALUE:
            return (scale_entry(self._value_name(data), head, limit, self._theme),)
        colors = class_colors(head, len(data.classes), self._theme.palette)
        pairs = zip(data.classes, colors, strict=True)
        return tuple(point_entry(name, qcolor(color), self._theme) for name, color in pairs)

    def _value_name(self, data: DataSet) -> str:
        """What the output of a regression is."""
        own = self._session.stock.shelf.owned(data.name)
        standardised = own is not None and own.scaling == "standard"
        return self.tr("{name}, standardised").format(name=data.target) if standardised else data.target

    def _show_sample(self) -> None:
        """Where the row that the network is shown stands."""
        shown = self._session.shown
        if shown is None or shown.raw.size <= max(self.chosen):
            self.view.set_shown(None)
        else:
            across, up = (float(shown.raw[axis]) for axis in self.chosen)
            self.view.set_shown((across, up))

    def _choose(self, point: tuple[float, float]) -> None:
        data = self._session.data
        if data is None or self._slice is None or not self.can_show:
            return
        test = data.test_x[:, list(self._slice.axes)]
        away = ((test - np.array(point)) / self._slice.bounds.half) ** 2
        self._session.do(ShowSample(int(away.sum(axis=1).argmin())))
        self._show_sample()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
