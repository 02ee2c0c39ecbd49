"""SweepTable: all settings with what came of them, to be sorted, drawn or not, and opened."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from nnviz.assets import resource
from nnviz.session.sweep import Sweep
from nnviz.sweeps.plan import Plan, Run
from nnviz.sweeps.summary import Group
from nnviz.theme.lanes import MANY
from nnviz.theme.theme import Theme
from nnviz.views.sweep.table_model import HEIGHT, LINE, SORT, TableModel
from nnviz.views.sweep.words import SweepWords
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.worded import Worded

MARGIN = 10
ROW, PADDING = 28, 7
"""Height of a row at the ordinary size of writing; room beside what stands in a cell."""
WIDEST = ("88.8 % ± 88.8 %", "0.888 ± 0.00088", "8.88 ± 0.0888", "0.00888", "88 / 88")
"""What the columns after those of the settings keep room for."""
SHEET = """
QTableView {{
    background: {surface}; alternate-background-color: {raised}; color: {text}; border: none; outline: 0;
    selection-background-color: {border}; selection-color: {text};
}}
QTableView::item {{ padding: 0 6px; border: 1px solid transparent; }}
QTableView::item:focus {{ border: 1px solid {accent}; }}
QTableView::indicator {{
    width: 15px; height: 15px; border: 1px solid {faint}; border-radius: 4px; background: {field};
}}
QTableView::indicator:checked {{ background: {accent}; border-color: {accent}; image: url({check}); }}
QHeaderView {{ background: {surface}; border: none; }}
QHeaderView::section {{
    background: {surface}; color: {muted}; border: none; border-bottom: 1px solid {border}; padding: 5px 10px;
}}
QHeaderView::down-arrow, QHeaderView::up-arrow {{
    subcontrol-position: top center; width: 16px; height: 10px;
}}
"""
"""Only this table's; there is no other."""


class Sorted(QSortFilterProxyModel):
    """Rows by what a column counts; what is not there yet comes last, whichever way."""

    def lessThan(self, left: QModelIndex | QPersistentModelIndex, right: QModelIndex | QPersistentModelIndex) -> bool:
        """True if `left` comes before `right` in ascending order."""
        a, b = left.data(SORT), right.data(SORT)
        if a is None or b is None:
            ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
            return (b is None) == ascending if (a is None) != (b is None) else False
        return bool(a < b)


def _check(dark: bool) -> str:
    """The tick of the theme's own check boxes."""
    return resource("icons", "check_dark.svg" if dark else "check_light.svg").as_posix()


class SweepTable(Worded, QWidget):
    """The table, and below it what can be done with a run of the chosen setting.

    Signals: shown_changed() after other settings are to be drawn; train_requested(Run); end_requested(Run).
    """

    shown_changed = Signal()
    train_requested = Signal(object)
    end_requested = Signal(object)

    def __init__(self, sweep: Sweep, theme: Theme, words: SweepWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._sweep, self._theme = sweep, theme
        self._plan: Plan | None = None
        self.setObjectName("sweep_results")
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = TableModel(theme, words, self)
        self._sorted = Sorted(self)
        self._sorted.setSourceModel(self.model)
        self.view = QTableView(self)
        self._with, self.seed = QLabel(self), ChoiceField(self)
        self.train_button, self.end_button, self.best_button = QPushButton(self), QPushButton(self), QPushButton(self)
        self._build()
        self._connect()
        self._name()
        self._restyle()
        self.show_results()

    @property
    def run(self) -> Run | None:
        """The run of the chosen setting and seed."""
        group = self._chosen()
        seed = self.seed.value()
        return next((run for run in group.runs if str(run.experiment.seed) == seed), None) if group else None

    def choose(self, row: int) -> None:
        """Choose a setting by its place in the table as it is sorted."""
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(self._sorted.index(row, 1), flags.ClearAndSelect | flags.Rows)

    def show_results(self) -> None:
        """The plan and its results as they are now."""
        if self._sweep.plan != self._plan:
            self._plan = self._sweep.plan
            self.model.set_plan(self._plan, self._sweep.groups)
            self._fit()
            self.choose(0)
        else:
            self.model.set_groups(self._sweep.groups)
            self._widen()
        self._offer_runs()

    # building

    def _build(self) -> None:
        view = self.view
        view.setObjectName("sweep_table")
        view.setModel(self._sorted)
        view.setSortingEnabled(True)
        view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setShowGrid(False)
        view.setIconSize(QSize(round(LINE), HEIGHT))
        view.setAlternatingRowColors(True)
        view.setFrameShape(QTableView.Shape.NoFrame)
        view.setCornerButtonEnabled(False)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 8, MARGIN, MARGIN)
        foot.setSpacing(8)
        self.best_button.setObjectName("sweep_draw_best")
        for name, part in (("seed", self.seed), ("train", self.train_button), ("end", self.end_button)):
            part.setObjectName(f"sweep_open_{name}")
        for widget in (self._with, self.seed, self.train_button, self.end_button):
            foot.addWidget(widget)
        foot.addStretch(1)
        foot.addWidget(self.best_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(view, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.model.shown_changed.connect(self.shown_changed)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.seed.value_changed.connect(self._on_seed)
        self.train_button.clicked.connect(self._train)
        self.end_button.clicked.connect(self._end)
        self.best_button.clicked.connect(self.model.draw_best)
        self._theme.changed.connect(self._on_theme)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Results"))
        self.view.setAccessibleName(self.tr("Settings and what came of them"))
        self.model.set_titles(
            (
                self.tr("test accuracy"), self.tr("test loss"), self.tr("best epoch"), self.tr("seconds"),
                self.tr("runs done"),
            )
        )  # fmt: skip
        self._with.setText(self.tr("Run of the chosen row with seed"))
        self._with.setProperty("role", "hint")
        self.seed.setAccessibleName(self.tr("Seed of the run that is opened"))
        self.seed.setToolTip(self.tr("Which of the runs with these settings: each has another start"))
        self.train_button.setText(self.tr("Train this run"))
        self.train_button.setToolTip(self.tr("Train it anew in the main window, the same steps, to watch them"))
        self.best_button.setText(self.tr("Draw the best {count}").format(count=len(MANY)))
        self.best_button.setToolTip(self.tr("Draw the settings that have reached most so far"))
        self.end_button.setText(self.tr("Open its end"))
        self._explain_end()

    def _restyle(self) -> None:
        self.view.setStyleSheet(SHEET.format(**vars(self._theme.palette), check=_check(self._theme.palette.dark)))
        self.view.setFont(self._theme.font())
        self.view.verticalHeader().setDefaultSectionSize(round(ROW * self._theme.scale))
        self._fit()

    def _fit(self) -> None:
        """Columns as wide as what stands in them, with room for deviations that are still to come."""
        metrics, header = self.view.fontMetrics(), self.view.horizontalHeader()
        self.view.setColumnWidth(0, round(LINE) + metrics.horizontalAdvance("W") + 50)
        first = self.model.columnCount() - len(WIDEST)
        for column in range(1, self.model.columnCount()):
            text = WIDEST[column - first] if column >= first else self.model.widest_value(column - 1)
            room = metrics.horizontalAdvance(text) + 2 * PADDING + 8
            self.view.setColumnWidth(column, max(header.sectionSizeHint(column), room))
        self._widen()

    def _widen(self) -> None:
        """How many runs diverged has to be read, and is not expected."""
        last, metrics = self.model.columnCount() - 1, self.view.fontMetrics()
        texts = [self.model.index(row, last).data() for row, group in enumerate(self.model.groups) if group.diverged]
        room = max(map(metrics.horizontalAdvance, texts), default=0) + 2 * PADDING + 8
        self.view.setColumnWidth(last, max(self.view.columnWidth(last), room))

    # what happens

    def _chosen(self) -> Group | None:
        index = self._sorted.mapToSource(self.view.currentIndex())
        return self.model.groups[index.row()] if index.isValid() else None

    def _offer_runs(self) -> None:
        """The seeds of the chosen row; buttons for what there is."""
        self.best_button.setVisible(len(self.model.groups) > len(MANY))
        group = self._chosen()
        seeds = [str(run.experiment.seed) for run in group.runs] if group else []
        before = self.seed.value()
        self.seed.set_choices([(seed, seed) for seed in seeds])
        self.seed.set_value(before if before in seeds else next(iter(seeds), ""))
        self.seed.setEnabled(bool(seeds))
        run = self.run
        self.train_button.setEnabled(run is not None)
        self.end_button.setEnabled(run is not None and self._sweep.network(run) is not None)
        self._explain_end()

    def _explain_end(self) -> None:
        """What the button does, or why it cannot with a run that is done."""
        group, run = self._chosen(), self.run
        done = {result.run for result in group.results} if group else set()
        if run and run.digest in done and not self.end_button.isEnabled():
            self.end_button.setToolTip(self.tr("The network at the end of this run was not kept"))
        else:
            self.end_button.setToolTip(self.tr("Open the network as it was at the end of this run"))

    def _on_row(self, _: object, __: object) -> None:
        self._offer_runs()

    def _on_seed(self, _: str) -> None:
        self._offer_runs()

    def _train(self) -> None:
        self.train_requested.emit(self.run)

    def _end(self) -> None:
        self.end_requested.emit(self.run)

    def _on_theme(self, _: object) -> None:
        self._restyle()
        self.model.restyle()

    # Qt

    def _word(self) -> None:
        self._name()
        self.model.restyle()
