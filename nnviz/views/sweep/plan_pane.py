"""PlanPane: what the sweep is made of, how long it takes, and the buttons that start and end it."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nnviz.engine.refusal import Refusal
from nnviz.session.sweep import Sweep, SweepProgress
from nnviz.sweeps.plan import Plan
from nnviz.sweeps.pool import cores
from nnviz.theme.theme import Theme
from nnviz.views.sweep.axis_row import NOTHING, AxisRow
from nnviz.views.sweep.offers import MOST_EPOCHS, MOST_SEEDS, fitting, is_offered
from nnviz.views.sweep.words import SweepWords
from nnviz.widgets.count_field import CountField
from nnviz.widgets.files import asked_folder
from nnviz.widgets.flow_layout import FlowLayout
from nnviz.widgets.limits import Limits
from nnviz.widgets.marking import set_role
from nnviz.widgets.message_label import MessageLabel
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.worded import Worded

if TYPE_CHECKING:
    from nnviz.session.session import Session

FIRST = ("learning_rate", "optimizer", NOTHING)
"""What varies at first, one row each."""
SEEDS, EPOCHS = 3, 20
MARGIN = 12
WIDTH = 320
"""In pixels at the ordinary size of writing."""


class PlanPane(Worded, QWidget):
    """The left side of the window."""

    def __init__(self, sweep: Sweep, session: Session, theme: Theme, words: SweepWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._sweep, self._session, self._theme, self._words = sweep, session, theme, words
        self._base, self._shelf = session.experiment, session.stock.shelf
        self._refused = self._fixed = False
        self.setObjectName("sweep_plan")
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._titles = {name: QLabel(self) for name in ("base", "vary", "seeds", "epochs")}
        self._base_text = Paragraph("sweep_base", self)
        self.take_button = QPushButton(self)
        self.take_button.setObjectName("sweep_take")
        self.open_button, self._folder = QPushButton(self), Paragraph("sweep_folder", self)
        self.open_button.setObjectName("sweep_open_folder")
        self._fixed_text = Paragraph("sweep_fixed", self, "")
        self.rows = [AxisRow(theme, words, k, path, self) for k, path in enumerate(FIRST)]
        self.seeds = CountField(Limits(1, MOST_SEEDS, whole=True), self)
        self.epochs = CountField(Limits(1, MOST_EPOCHS, whole=True), self)
        self._count, self._time = QLabel(self), Paragraph("sweep_time", self)
        self._bar, self._message = QProgressBar(self), MessageLabel(self)
        self.start_button, self.cancel_button = QPushButton(self), QPushButton(self)
        self._counts = self._counted()
        self._build()
        self._connect()
        self._name()
        self.take()

    def take(self) -> None:
        """Vary the experiment of the page in front from now on."""
        self._base, self._shelf = self._session.experiment, self._session.stock.shelf
        self._fix(False)
        self._offer()
        self._replan()

    def open(self, folder: Path) -> None:
        """Show the sweep that is kept in a folder, or say why that cannot be."""
        try:
            self._sweep.open(folder)
        except Refusal as error:
            self.message(self._words.error(error))
            return
        self._refused = False
        self.message("")
        if self._sweep.plan:
            self._take_plan(self._sweep.plan)

    def message(self, text: str) -> None:
        """Say what went wrong; "" when that is over."""
        self._message.show_text(text)

    @property
    def refused(self) -> str:
        """Why there is nothing to start, "" where there is."""
        return self._message.text() if self._refused else ""

    # building

    def _build(self) -> None:
        for name, role in (("base", "value"), ("vary", "value"), ("seeds", "hint"), ("epochs", "hint")):
            self._titles[name].setProperty("role", role)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(8)
        for part in (self._titles["base"], self._folder, self._base_text, self._buttons()):
            column.addWidget(part)
        column.addSpacing(6)
        for row in (self._titles["vary"], self._fixed_text, *self.rows):
            column.addWidget(row)
        column.addWidget(self._counts)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(self._foot())

    def _buttons(self) -> QWidget:
        """One beside the other, where their words are short enough."""
        box = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        box.setSizePolicy(policy)
        row = FlowLayout(box, gap=6)
        for button in (self.take_button, self.open_button):
            row.addWidget(button)
        return box

    def _counted(self) -> QWidget:
        box = QWidget(self)
        form = QFormLayout(box)
        form.setContentsMargins(0, 6, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for name, field, value in (("seeds", self.seeds, SEEDS), ("epochs", self.epochs, self._base.epochs or EPOCHS)):
            field.setObjectName(f"sweep_{name}")
            field.set_value(value)
            form.addRow(self._titles[name], field)
        return box

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, 8, MARGIN, MARGIN)
        foot.setSpacing(6)
        self._count.setProperty("role", "value")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        names = ("count", "progress", "message", "start", "cancel")
        parts = (self._count, self._bar, self._message, self.start_button, self.cancel_button)
        for name, part in zip(names, parts, strict=True):
            part.setObjectName(f"sweep_{name}")
        self.start_button.setProperty("role", "primary")
        for part in (self._count, self._time, self._bar, self._message, self.start_button, self.cancel_button):
            foot.addWidget(part)
        return foot

    def _connect(self) -> None:
        self.take_button.clicked.connect(self.take)
        self.open_button.clicked.connect(self._ask)
        for row in self.rows:
            row.changed.connect(self._replan)
        for field in (self.seeds, self.epochs):
            field.value_changed.connect(self._on_count)
            field.refused.connect(self.message)
        self.start_button.clicked.connect(self._start)
        self.cancel_button.clicked.connect(self._sweep.cancel)
        self._sweep.changed.connect(self._show)
        self._theme.changed.connect(self._on_theme)

    # words

    def _name(self) -> None:
        self.setAccessibleName(self.tr("What varies"))
        self._scroll.setAccessibleName(self.tr("What varies"))
        self._titles["base"].setText(self.tr("Experiment"))
        self._titles["vary"].setText(self.tr("What varies"))
        self._titles["seeds"].setText(self.tr("seeds"))
        self._titles["epochs"].setText(self.tr("epochs"))
        self.seeds.setAccessibleName(self.tr("Seeds of every setting"))
        self.seeds.setToolTip(self.tr("Every setting is trained so many times, each time from another start"))
        self.epochs.setAccessibleName(self.tr("Epochs of every run"))
        self.epochs.setToolTip(self.tr("Passes through the training set that every run makes"))
        self.take_button.setText(self.tr("Take the one in front"))
        self.take_button.setToolTip(self.tr("Vary the experiment of the page that is in front in the main window"))
        self.open_button.setText(self.tr("Open a folder…"))
        self.open_button.setToolTip(
            self.tr("Show a sweep that was begun elsewhere, as by nnviz sweep, and go on with it")
        )
        self.start_button.setToolTip(
            self.tr("Train all runs that are not done yet, on all cores; what is done is kept")
        )
        self.cancel_button.setText(self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("End the runs that train now; what is done is kept"))
        self._bar.setAccessibleName(self.tr("Runs done"))
        for row in self.rows:
            row.word()

    def _offer(self) -> None:
        self._base_text.setText(self._words.experiment(self._base, self._shelf))
        for row in self.rows:
            row.offer(fitting(self._base))
        if self._fixed and self._sweep.plan:
            self._fixed_text.setText("\n".join(self._lines(self._sweep.plan)))

    def _lines(self, plan: Plan) -> list[str]:
        """What varies and how often, where the fields cannot say it."""
        counts = (
            (self.tr("seeds"), plan.seeds), (self.tr("epochs"), plan.base.epochs),
            (self.tr("iterations"), plan.iterations),
        )  # fmt: skip
        return [*self._words.axes(plan), *(f"{name} = {count:,}" for name, count in counts if count)]

    def _show(self, progress: SweepProgress) -> None:
        """How far it has come, and what may be done."""
        left = progress.count - progress.done
        self._name_folder(self._sweep.opened)
        runs = self.tr("{done} of {count} runs") if progress.done else self.tr("{count} runs")
        self._count.setText(runs.format(done=f"{progress.done:,}", count=f"{progress.count:,}"))
        self._time.setText(self._duration(progress.seconds if left else 0.0, left))
        self._bar.setRange(0, max(progress.count, 1))
        self._bar.setValue(progress.done)
        self.start_button.setText(self.tr("Go on") if progress.done and left else self.tr("Start"))
        self._enable(bool(left) and not self._refused)
        self.start_button.setVisible(not progress.running)
        self.cancel_button.setVisible(progress.running)
        for part in (*self.rows, self.seeds, self.epochs, self.take_button, self.open_button):
            part.setEnabled(not progress.running)

    def _name_folder(self, folder: Path | None) -> None:
        """Where an opened sweep is, in a line; all of the path for whoever asks."""
        text = self.tr("From {folder}").format(folder=folder.name) if folder else ""
        room = self.sizeHint().width() - 3 * MARGIN
        self._folder.setText(self._folder.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room))
        self._folder.setToolTip(str(folder or ""))
        self._folder.setVisible(folder is not None)

    def _enable(self, on: bool) -> None:
        """The button that starts; only one that does something has the colour of such buttons."""
        self.start_button.setEnabled(on)
        set_role(self.start_button, "primary" if on else "")

    def _duration(self, seconds: float | None, left: int) -> str:
        if not left:
            return self.tr("All runs are done.")
        if seconds is None:
            return self.tr("on {cores} cores").format(cores=cores())
        text = self.tr("about {time} on {cores} cores")
        return text.format(time=self._words.duration(seconds), cores=cores())

    # what happens

    def _on_count(self, _: int) -> None:
        self._replan()

    def _ask(self) -> None:
        folder = asked_folder(self, self.tr("Open the folder of a sweep"))
        if folder:
            self.open(folder)

    def _take_plan(self, plan: Plan) -> None:
        """Show a plan in the fields, or in words where they cannot say it."""
        self._base, self._shelf = plan.base, plan.shelf
        self._fix(not is_offered(plan, len(self.rows)))
        self._offer()
        if not self._fixed:
            for row, axis in zip_longest(self.rows, plan.axes):
                row.show_axis(axis)
            self.seeds.set_value(plan.seeds)
            self.epochs.set_value(plan.base.epochs)

    def _fix(self, fixed: bool) -> None:
        """A plan that can only be read, or fields for one."""
        self._fixed = fixed
        self._fixed_text.setVisible(fixed)
        for part in (*self.rows, self._counts):
            part.setVisible(not fixed)

    def _replan(self) -> None:
        """The plan that the fields describe, or why there is none."""
        if self._sweep.running or self._fixed:
            return
        try:
            axes = [axis for axis in (row.axis() for row in self.rows) if axis]
            base = replace(self._base, epochs=self.epochs.value())
            plan = Plan(base, tuple(axes), self.seeds.value(), shelf=self._shelf)
        except Refusal as error:
            self._refused = True
            self.message(self._words.error(error))
            self._enable(False)
            return
        self._refused = False
        self.message("")
        self._sweep.show(plan)
        self._show(self._sweep.progress)

    def _start(self) -> None:
        self.message("")
        try:
            self._sweep.start()
        except Refusal as error:
            self.message(self._words.error(error))

    def _on_theme(self, _: object) -> None:
        for row in self.rows:
            row.restyle()
        self.updateGeometry()

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(round(WIDTH * self._theme.scale), 600)

    def _word(self) -> None:
        self._name()
        self._offer()
        self._show(self._sweep.progress)
