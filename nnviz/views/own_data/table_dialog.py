"""TableDialog: what was understood of a table, and everything about it that can be chosen, before it is trained on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from nnviz.data.own import OwnData
from nnviz.data.sheet import Cut, Sheet
from nnviz.data.table import Glimpse, Recipe, Table, glimpse, guess, read_table, with_target
from nnviz.data.table_data import data_of
from nnviz.session.data_intents import ImportTable, PasteTable
from nnviz.theme.theme import Theme
from nnviz.views.own_data.preview import TARGET, Preview, uses_of
from nnviz.views.own_data.reading_dialog import ReadingDialog
from nnviz.views.own_data.words import TableWords
from nnviz.widgets.choice_field import ChoiceField
from nnviz.widgets.paragraph import Paragraph
from nnviz.widgets.screen_room import on_screen
from nnviz.widgets.segments import Segments

SIZE = QSize(920, 660)
USES = ("number", "category", TARGET, "ignored")


class TableDialog(ReadingDialog):
    """The preview of a sheet, of which the first rows are shown at once and the rest is read meanwhile."""

    def __init__(self, sheet: Sheet, theme: Theme, parent: QWidget | None = None) -> None:
        """Refusal as of `glimpse`, or OSError, where the sheet cannot be shown at all."""
        self._seen: Glimpse = glimpse(sheet)
        super().__init__("table", theme, parent)
        self._sheet = sheet
        self._recipe: Recipe = guess(self._seen)
        self._table: Table | None = None
        self._data: OwnData | None = None
        self._column = 0
        self._words = TableWords(self)
        self._build()
        self._lay_out()
        self._name()
        self._dress()
        self._connect()
        self._show_sheet()
        self._take(self._recipe)

    @property
    def recipe(self) -> Recipe:
        """What is chosen."""
        return self._recipe

    @property
    def data(self) -> OwnData | None:
        """What it gives; None while the table is read or cannot be used so."""
        return self._data

    # building

    def _build(self) -> None:
        self.delimiter, self.decimal, self.encoding = (
            self._field(f"table_{n}") for n in ("delimiter", "decimal", "encoding")
        )
        self.header = self._check("table_header")
        self.preview = Preview(self._theme, self._words, self)
        self._about = Paragraph("table_column", self, role="value")
        self.use = Segments("table_use", USES, self)
        self.task = Segments("table_task", ("classes", "value"), self)
        self.gaps = Segments("table_gaps", ("drop", "fill"), self)
        self.standardise = self._check("table_standardise")
        self._build_foot("table")
        self._captions = {name: QLabel(self) for name in ("delimiter", "decimal", "encoding", "task", "gaps")}

    def _field(self, name: str) -> ChoiceField:
        field = ChoiceField(self)
        field.setObjectName(name)
        return field

    def _check(self, name: str) -> QCheckBox:
        box = QCheckBox(self)
        box.setObjectName(name)
        return box

    def _lay_out(self) -> None:
        cut = QHBoxLayout()
        cut.setSpacing(8)
        for name, field in (("delimiter", self.delimiter), ("decimal", self.decimal), ("encoding", self.encoding)):
            cut.addWidget(self._captions[name])
            cut.addWidget(field)
            cut.addSpacing(8)
        cut.addWidget(self.header)
        cut.addStretch(1)
        chosen = QHBoxLayout()
        chosen.addWidget(self._about, 1)
        chosen.addWidget(self.use)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(self._captions["task"], self.task)
        form.addRow(self._captions["gaps"], self.gaps)
        form.addRow("", self.standardise)
        column = self._new_column()
        column.addLayout(cut)
        column.addWidget(self.preview, 1)
        column.addLayout(chosen)
        column.addLayout(form)
        self._add_foot(column)
        self.resize(on_screen(SIZE * self._theme.scale, self))

    def _connect(self) -> None:
        self.delimiter.value_changed.connect(lambda value: self._cut(delimiter=value))
        self.decimal.value_changed.connect(lambda value: self._cut(decimal=value))
        self.encoding.value_changed.connect(lambda value: self._cut(encoding=value))
        self.header.toggled.connect(lambda on: self._cut(header=on))
        self.preview.column_chosen.connect(self._choose)
        self.use.value_changed.connect(self._use)
        self.task.value_changed.connect(lambda value: self._take(replace(self._recipe, task=value)))
        self.gaps.value_changed.connect(lambda value: self._take(replace(self._recipe, missing=value)))
        self.standardise.toggled.connect(lambda on: self._take(replace(self._recipe, standardise=on)))
        self._theme.changed.connect(self._dress)

    # what is chosen

    def _cut(self, **changed: str | bool) -> None:
        """The text is cut in another way: everything is understood anew."""
        cut: Cut = replace(self._recipe.cut, **changed)  # type: ignore[arg-type]  # the fields' own types
        try:
            self._seen = glimpse(self._sheet, cut)
        except (ValueError, OSError) as error:
            self._stop()
            self._recipe = replace(self._recipe, cut=cut)
            self._refuse(error)
            return
        self._recipe = guess(self._seen)
        self._show_sheet()
        self._take(self._recipe)

    def _choose(self, column: int) -> None:
        self._column = column
        self._about.setText(self._words.column(self._seen, column))
        use = uses_of(self._recipe)[column]
        self.use.set_value(use)
        # What is the target stays it until another column is.
        for name, button in self.use.buttons.items():
            button.setEnabled(use != TARGET or name == TARGET)

    def _use(self, use: str) -> None:
        """The chosen column is used as something else; the target of before becomes an input again."""
        name, recipe = self._recipe.columns[self._column].name, self._recipe
        self._take(with_target(recipe, self._seen, name) if use == TARGET else recipe.with_column(name, use))

    def _take(self, recipe: Recipe) -> None:
        """By another recipe: the table is read again only where its cells mean something else."""
        self._recipe = recipe
        self.preview.rows.show_uses(recipe)
        self._choose(self._column)
        self._show_choices()
        if self._table and self._table.serves(recipe):
            self._sum_up(self._table)
        else:
            self._read()

    # reading

    def _read(self) -> None:
        self._table = self._data = None
        self._start(partial(read_table, self._sheet, self._recipe), self.tr("Reading…"))

    def _accept_result(self, result: Table) -> None:
        self._table = result
        self._sum_up(result)

    def _sum_up(self, table: Table) -> None:
        try:
            self._data, facts = data_of(self._sheet, table, self._recipe)
        except ValueError as error:
            self._refuse(error)
            return
        self._bar.hide()
        self.problem.show_text("")
        self.summary.setText(self._words.summary(self._data, facts, self._recipe))
        self.notes.setText("\n".join(self._words.notes(self._seen, self._data, self._recipe)))
        self.notes.setVisible(bool(self.notes.text()))
        self._ok.setEnabled(True)

    def _refuse(self, error: Exception) -> None:
        self._data = None
        super()._refuse(error)

    def _tell(self) -> None:
        if self._data is None:
            return
        self.accept()
        if self._sheet.path:
            self.told.emit(self._data, ImportTable(self._sheet.path, self._recipe))
        else:
            self.told.emit(self._data, PasteTable(self._sheet.text, self._recipe))

    # showing

    def _show_sheet(self) -> None:
        """The first rows and how they were cut."""
        cut = self._recipe.cut
        self.delimiter.set_value(cut.delimiter)
        self.decimal.set_value(cut.decimal)
        self.encoding.set_choices(self._words.encodings(cut.encoding))
        self.encoding.set_value(cut.encoding)
        with QSignalBlocker(self.header):
            self.header.setChecked(cut.header)
        self._table = None
        self.preview.show_rows(self._seen, self._recipe)

    def _show_choices(self) -> None:
        self.task.set_value(self._recipe.task)
        self.gaps.set_value(self._recipe.missing)
        with QSignalBlocker(self.standardise):
            self.standardise.setChecked(self._recipe.standardise)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Data from {name}").format(name=self._sheet.name or self.tr("the clipboard")))
        captions = {
            "delimiter": self.tr("Between cells"), "decimal": self.tr("Decimal mark"), "encoding": self.tr("Encoding"),
            "task": self.tr("Learn to tell"), "gaps": self.tr("Missing values"),
        }  # fmt: skip
        for name, text in captions.items():
            self._captions[name].setText(text)
        for field, name in ((self.delimiter, "delimiter"), (self.decimal, "decimal"), (self.encoding, "encoding")):
            field.setAccessibleName(captions[name])
        self.delimiter.set_choices(self._words.delimiters())
        self.decimal.set_choices(self._words.decimals())
        self.header.setText(self.tr("First row has the names"))
        self.preview.setAccessibleName(self.tr("The first rows"))
        self.use.set_words(self.tr("Use of the column"), self._words.uses())
        self.task.set_words(captions["task"], self._words.tasks())
        self.gaps.set_words(captions["gaps"], self._words.gaps())
        self.standardise.setText(self.tr("Standardise: mean 0 and deviation 1, as the training set says"))
        self._bar.setAccessibleName(self.tr("Reading"))
        self._ok.setText(self.tr("Train on it"))
        self._advise()

    def _dress(self, _: object = None) -> None:
        self.summary.setFont(self._theme.font(bold=True))
        self.preview.dress()
        self.encoding.setVisible(self._sheet.path is not None)
        self._captions["encoding"].setVisible(self._sheet.path is not None)

    def _advise(self) -> None:
        tips = {
            self.delimiter: self.tr("What stands between two cells of a row"),
            self.decimal: self.tr("How fractions are written: 1.5 or 1,5"),
            self.encoding: self.tr("How letters are stored; try another one where names look wrong"),
            self.header: self.tr("Names of the columns, not a sample"),
            self.use: self.tr("An input of the network, what it is to predict, or nothing"),
            self.task: self.tr("One of several classes (cross-entropy), or a number (squared error)"),
            self.gaps: self.tr("What happens to rows with missing values"),
            self.standardise: self.tr("Inputs of very different sizes train badly without it"),
            self._ok: self.tr("Make it the data of this page; the network gets fitting inputs and outputs"),
        }
        for widget, tip in tips.items():
            widget.setToolTip(tip)

    # Qt overrides

    def _word(self) -> None:
        self._name()
        self._take(self._recipe)
