"""The boundary pane: what a network with two inputs answers everywhere, and the line where its answer changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nnviz.engine.trace import Array
from nnviz.session.intents import ShowPoint
from nnviz.theme.scales import nice_limit, qcolor
from nnviz.theme.theme import Theme
from nnviz.views.plots.entries import cross_entry, line_entry, point_entry, scale_entry
from nnviz.views.plots.legend import Entry, Legend
from nnviz.views.plots.marks import MOST, Rim
from nnviz.views.plots.paint_bar import PaintBar
from nnviz.views.plots.painting import Painting
from nnviz.views.plots.plane import Ground, Head, Surveyor, answer_at, head_of, resolution
from nnviz.views.plots.plane_samples import axes_of, highest, no_points, points_of, samples_of, shown_point
from nnviz.views.plots.plane_view import PlaneView
from nnviz.views.plots.shades import class_colors, ground_colors, point_colors
from nnviz.views.plots.slice_view import SliceView
from nnviz.widgets.numerals import MINUS
from nnviz.widgets.ticks import compact
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session


class BoundaryPane(Worded, QWidget):
    """The plane of the session's network. A click, a drag or an arrow key shows a point to the network.

    grid_points (n², 2), grid_output (n, n, outputs), boundary (k, 2, 2) are exactly what is drawn, row by row from
    the upper left; None and empty while the network has not two inputs.
    Signals: refused(Exception) where something cannot be painted.
    """

    refused = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._ground: Ground | None = None
        self._surveyor: Surveyor | None = None
        self._limit = 1.0
        self._pointed: tuple[float, float] | None = None
        self._dirty = self._mark_dirty = self._dressed_dirty = True
        self._set_up()
        self._name()
        self._connect()

    @property
    def grid_points(self) -> NDArray[np.float64] | None:
        """(n², 2) raw coordinates of the samples of the plane."""
        return self._ground.points if self._ground else None

    @property
    def grid_output(self) -> Array | None:
        """(n, n, outputs) the network's output at these points."""
        return self._ground.output if self._ground else None

    @property
    def boundary(self) -> NDArray[np.float64]:
        """(k, 2, 2) pieces of the decision boundary in raw coordinates."""
        return self._ground.boundary if self._ground else np.empty((0, 2, 2))

    @property
    def view(self) -> PlaneView:
        """The picture of the plane."""
        return self._view

    # building

    def _set_up(self) -> None:
        self.setObjectName("boundary_pane")
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view = PlaneView(self._theme, self)
        self._view.setObjectName("boundary_plane")
        self._readout = QLabel(self)
        self._readout.setObjectName("boundary_readout")
        self._readout.setProperty("role", "value")
        self._readout.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._show_test = QCheckBox(self)
        self._show_test.setObjectName("show_test_points")
        self._show_test.setChecked(True)
        self._paint = QToolButton(self)
        self._paint.setObjectName("paint_points")
        self._paint.setCheckable(True)
        self._paint.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bar = PaintBar(self._theme, self)
        self._painting = Painting(self._session, self._theme, self._view, self._bar)
        self._painting.turn(False)
        self._empty = QLabel(self)
        self._empty.setObjectName("boundary_empty")
        self._empty.setProperty("role", "hint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(32)
        self._lay_out()

    def _lay_out(self) -> None:
        self._body = QWidget(self)
        head = QHBoxLayout()
        head.addWidget(self._readout, 1)
        head.addWidget(self._show_test)
        head.addSpacing(8)
        head.addWidget(self._paint)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._view, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._empty)
        self._slice = SliceView(self._session, self._theme, self)
        self._stack.addWidget(self._slice)

    def _connect(self) -> None:
        session = self._session
        session.snapshot_changed.connect(self._on_network)
        session.state_changed.connect(self._on_network)
        session.experiment_changed.connect(self._on_new_run)
        session.data_changed.connect(self._on_new_run)
        session.prediction_changed.connect(self._on_prediction)
        session.passes.changed.connect(self._on_prediction)
        session.clock.slow.connect(self._on_slow)
        self._theme.changed.connect(self._on_new_run)
        self._show_test.toggled.connect(self._on_new_run)
        self._view.hovered.connect(self._on_hover)
        self._view.chosen.connect(self._on_chosen)
        self._paint.toggled.connect(self._painting.turn)
        self._painting.refused.connect(self.refused)

    # words

    def _name(self) -> None:
        self._name_pane()
        self._view.setAccessibleName(self.tr("The network's output over the plane"))
        self._show_test.setText(self.tr("test points"))
        self._show_test.setAccessibleName(self.tr("Show test points"))
        self._show_test.setToolTip(self.tr("Samples that are never trained on, as rings"))
        self._readout.setAccessibleName(self.tr("Output at a point"))
        self._paint.setText(self.tr("Paint"))
        self._paint.setToolTip(self.tr("Paint points of your own onto the plane, and erase them"))

    def _sentence(self) -> str:
        """What to do where there is no plane."""
        data, count = self._session.data, self._session.snapshot.experiment.inputs
        text = (
            self.tr(
                "This picture needs two inputs, and the network has {count}: choose a data set with two inputs, "
                "or go to the Digits page to draw for a network that reads images."
            )
            if data is not None and data.image
            else self.tr(
                "This picture needs two inputs, and the network has {count}: choose a data set with two inputs."
            )
        )
        return text.format(count=f"{count:,}")

    def _name_pane(self) -> None:
        """A regression has no boundary."""
        value = self._head is Head.VALUE
        title = self.tr("Output over the plane") if value else self.tr("Decision boundary")
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def _class_name(self, index: int) -> str:
        data = self._session.stock.painted or self._session.data
        name = data.classes[index] if data and index < len(data.classes) else str(index)
        return self.tr("class {name}").format(name=name)

    def _answer_text(self, output: Array) -> str:
        """An output in words."""
        head = self._head
        if head is Head.BINARY:
            return self.tr("P({name}) = {value}").format(name=self._class_name(1), value=f"{output[0]:.3f}")
        if head is Head.VALUE:
            return self.tr("output y = {value}").format(value=compact(float(output[0])))
        best = int(np.argmax(output))
        return self.tr("{name}: {value}").format(name=self._class_name(best), value=f"{output[best]:.3f}")

    def _entries(self) -> tuple[Entry, ...]:
        """Colour bar or classes, then the marks."""
        return (*self._bars(), *self._class_marks(), *self._other_marks())

    def _bars(self) -> tuple[Entry, ...]:
        head = self._head
        if head is Head.CLASSES:
            return ()
        title = self.tr("output y") if head is Head.VALUE else self.tr("P({name})").format(name=self._class_name(1))
        return (scale_entry(title, head, self._limit, self._theme),)

    def _class_marks(self) -> tuple[Entry, ...]:
        head = self._head
        if head is Head.VALUE:
            return ()
        count = max(self._session.snapshot.experiment.outputs, 2)
        colors = class_colors(head, count, self._theme.palette)
        return tuple(point_entry(self._class_name(k), qcolor(colors[k]), self._theme) for k in range(count))

    def _other_marks(self) -> tuple[Entry, ...]:
        color = self._theme.color("muted")
        if self._head is Head.VALUE:
            color = qcolor(point_colors(np.array([0.5]), Head.VALUE, 1.0, self._theme.palette)[0])
        marks = [point_entry(self._set_name(self.tr("train"), False), color, self._theme)]
        if self._show_test.isChecked():
            marks.append(point_entry(self._set_name(self.tr("test"), True), color, self._theme, ring=True))
        if self._head is not Head.VALUE:
            marks.append(line_entry(self.tr("boundary"), self._theme))
        return (*marks, cross_entry(self.tr("shown"), self._theme))

    def _set_name(self, name: str, test: bool) -> str:
        """The name of a set of points, and how many of them are drawn where that is not all."""
        found = samples_of(self._session)
        count = len(found[2 if test else 0]) if found else 0
        if count <= MOST:
            return name
        return self.tr("{name}, {shown} of {count}").format(name=name, shown=f"{MOST:,}", count=f"{count:,}")

    # what has changed

    @property
    def _head(self) -> Head:
        return head_of(self._session.snapshot.experiment, self._session.data)

    def _on_network(self, _: object) -> None:
        self._dirty = True

    def _on_new_run(self, _: object) -> None:
        self._dirty = self._dressed_dirty = True

    def _on_prediction(self, _: object) -> None:
        self._mark_dirty = True

    def _on_slow(self) -> None:
        if not self.isVisible():
            return
        if self._dirty:
            self._refresh()
        elif self._mark_dirty:
            self._mark()

    def _on_hover(self, point: tuple[float, float] | None) -> None:
        self._pointed = point
        self._write()

    def _on_chosen(self, point: tuple[float, float]) -> None:
        self._session.do(ShowPoint(*point))
        self._pointed = None
        self._mark()

    def _refresh(self) -> None:
        """Survey the plane with the newest network."""
        self._dirty = False
        snapshot = self._session.snapshot
        self._name_pane()
        if snapshot.experiment.inputs != 2:
            self._ground = self._surveyor = None
            self._empty.setText(self._sentence())
            self._stack.setCurrentWidget(self._slice if self._slice.can_show else self._empty)
            return
        self._stack.setCurrentWidget(self._body)
        self._ground = self._matching_surveyor().survey(snapshot.network)
        self._dress()
        colors = ground_colors(self._ground.output, self._head, self._limit, self._theme.palette)
        self._view.set_ground(colors, self._ground.boundary)
        self._mark()

    def _matching_surveyor(self) -> Surveyor:
        session, known = self._session, self._surveyor
        experiment = session.snapshot.experiment
        side = resolution(experiment, session.state.is_running)
        kind = experiment, session.scaling, self._head, side, session.bounds
        if known is None or not known.suits(*kind):
            self._surveyor = known = Surveyor(*kind)
        return known

    def _dress(self) -> None:
        """Points and legend, where they or the scale of heights have changed."""
        limit = self._new_limit()
        if not self._dressed_dirty and limit == self._limit:
            return
        self._limit, self._dressed_dirty = limit, False
        self._readout.setFont(self._theme.font(0.9, bold=True))
        self._show_test.setFont(self._theme.font(0.85))
        self._empty.setFont(self._theme.font())
        self._paint.setFont(self._theme.font(0.85))
        self._paint.setEnabled(self._session.stock.can_paint)
        found = points_of(self._session, self._head, limit, self._theme.palette)
        train, test = found if self._show_test.isChecked() else (found[0], no_points())
        self._view.set_bounds(self._session.bounds)
        self._view.set_points(train, test, Rim.of(self._theme))
        self._view.set_legend(Legend(self._theme, self._entries()), axes_of(self._session))
        self._painting.dress(self._head)

    def _new_limit(self) -> float:
        """The end of the scale of heights."""
        if self._head is not Head.VALUE or self._ground is None:
            return 1.0
        data = self._session.data
        if data is None or data.inputs != 2:
            return nice_limit(self._ground.output[..., 0])
        return highest(data)

    def _mark(self) -> None:
        self._mark_dirty = False
        self._view.set_shown(shown_point(self._session))
        self._write()

    def _write(self) -> None:
        """The point under the pointer, else the shown one, and the network's answer there."""
        point = self._pointed or shown_point(self._session)
        if point is None or self._session.snapshot.experiment.inputs != 2:
            self._readout.clear()
            return
        passes = self._session.passes
        played = passes.step if passes.state.subject == "batch" else None
        network = played.network if played else self._session.snapshot.network
        output = answer_at(network, self._session.scaling, *point)
        place = self.tr("x₁ {x1}  x₂ {x2}").format(x1=_coordinate(point[0]), x2=_coordinate(point[1]))
        answer = self._answer_text(output)
        whole = f"{place}  →  {answer}"
        fits = self._readout.fontMetrics().horizontalAdvance(whole) <= self._readout.width()
        short_one = self._readout.fontMetrics().elidedText(answer, Qt.TextElideMode.ElideRight, self._readout.width())
        self._readout.setText(whole if fits else short_one)
        self._view.setAccessibleDescription(whole)

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(420, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def _word(self) -> None:
        self._name()
        self._on_new_run(None)


def _coordinate(value: float) -> str:
    return f"{value:.2f}".replace("-", MINUS)
