"""The dialog of a table: what it shows at once, what can be chosen, and what it tells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from nnviz.data.sheet import Sheet
from nnviz.engine.refusal import Refusal
from nnviz.session.data_intents import ImportTable, PasteTable
from nnviz.views.own_data.table_dialog import TableDialog

IRIS = "sepal,petal,garden,measured,note,species\n" + "".join(
    f"{5 + k / 10},{'' if k == 3 else k / 5},{'ABC'[k % 3]},2024-01-{k + 1:02},flower {k},{name}\n"
    for k, name in enumerate(["setosa"] * 10 + ["virginica"] * 10)
)


@pytest.fixture
def opened(theme, qtbot):
    """opened(text or path): the dialog, when it has read everything."""
    dialogs = []

    def make(what):
        sheet = Sheet(what) if not isinstance(what, str) else Sheet(None, what)
        dialog = TableDialog(sheet, theme)
        qtbot.addWidget(dialog)
        dialogs.append(dialog)
        dialog.show()
        wait(dialog)
        return dialog

    def wait(dialog):
        qtbot.waitUntil(lambda: dialog.data is not None or dialog.problem.isVisible())

    make.wait = wait
    yield make
    for dialog in dialogs:
        dialog.close()


def use(dialog, name, value):
    dialog.preview.choose(dialog.recipe.columns.index(next(c for c in dialog.recipe.columns if c.name == name)))
    dialog.use.buttons[value].click()


def test_it_sums_up_what_was_understood(opened):
    dialog = opened(IRIS)
    assert dialog.summary.text() == (
        "19 rows, inputs: 5 (numbers: 2, categories: 1), target “species” with 2 classes; rows with gaps left out: 1."
    )
    assert "Dates (measured) are left out" in dialog.notes.text()
    assert "Text (note)" in dialog.notes.text()
    assert dialog.findChild(QPushButton, "table_ok").isEnabled()


def test_the_preview_has_every_cell_and_the_use_of_every_column(opened):
    dialog = opened(IRIS)
    model = dialog.preview.rows
    assert (model.rowCount(), model.columnCount()) == (20, 6)
    assert model.uses == ("number", "number", "category", "ignored", "ignored", "target")
    assert model.data(model.index(3, 1)) == "–"
    assert model.data(model.index(19, 5)) == "virginica"
    heads = [model.headerData(k, Qt.Orientation.Horizontal) for k in range(6)]
    assert heads[0] == "sepal\nnumber"
    assert heads[5] == "species\ntarget"
    assert model.headerData(15, Qt.Orientation.Vertical) == "16"


def test_a_column_is_left_out_and_another_becomes_the_target(opened):
    dialog = opened(IRIS)
    use(dialog, "garden", "ignored")
    assert dialog.data.features == ("sepal", "petal")
    assert dialog.data.kind == "plane"
    use(dialog, "sepal", "target")
    opened.wait(dialog)
    assert dialog.recipe.task == "value"
    assert dialog.data.features == ("petal", "species=virginica")
    assert "target “sepal”, a number" in dialog.summary.text()
    assert "standardised too" in dialog.notes.text()
    assert not dialog.use.buttons["ignored"].isEnabled()


def test_gaps_and_scaling_are_chosen_without_reading_again(opened):
    dialog = opened(IRIS)
    table = dialog._table
    dialog.gaps.buttons["fill"].click()
    assert "rows with gaps filled: 1" in dialog.summary.text()
    assert len(dialog.data.x) == 20
    dialog.findChild(QCheckBox, "table_standardise").click()
    assert dialog.data.scaling == "none"
    assert dialog._table is table


def test_another_cut_is_understood_anew_or_refused(opened):
    dialog = opened(IRIS)
    dialog.delimiter.setCurrentIndex(dialog.delimiter.findData(";"))
    assert "at least two columns" in dialog.problem.text()
    assert not dialog.findChild(QPushButton, "table_ok").isEnabled()
    dialog.delimiter.setCurrentIndex(dialog.delimiter.findData(","))
    opened.wait(dialog)
    assert dialog.data is not None
    dialog.findChild(QCheckBox, "table_header").click()
    opened.wait(dialog)
    assert dialog.recipe.columns[0].name == "#1"


def test_a_bad_line_is_named_and_the_way_out_works(opened):
    dialog = opened(
        IRIS + "".join(f"{k},1,A,2024-01-01,flower x{k},setosa\n" for k in range(1000)) + "7,oops,A,,,setosa\n"
    )
    assert "Line 1022, column “petal”: “oops”" in dialog.problem.text()
    use(dialog, "petal", "ignored")
    opened.wait(dialog)
    assert dialog.data is not None


def test_what_it_tells_reads_the_same_data(opened, session, tmp_path):
    path = tmp_path / "iris.csv"
    path.write_text(IRIS)
    for what, kind in ((path, ImportTable), (IRIS, PasteTable)):
        dialog = opened(what)
        told = []
        dialog.told.connect(lambda data, intent, told=told: told.append((data, intent)))
        dialog.findChild(QPushButton, "table_ok").click()
        (data, intent) = told[0]
        assert isinstance(intent, kind)
        session.do(intent)
        assert session.experiment.data == data.key


def test_what_is_no_table_opens_no_dialog(theme):
    with pytest.raises(Refusal, match="table_one_column"):
        TableDialog(Sheet(None, "no table\nat all"), theme)


def test_closing_while_it_reads_leaves_no_thread(opened, theme, qtbot):
    dialog = TableDialog(Sheet(None, "a,b,label\n" + "".join(f"{k},{k},{k % 2}\n" for k in range(60_000))), theme)
    qtbot.addWidget(dialog)
    job = dialog._job
    assert job is not None
    dialog.reject()
    assert job.isFinished()
    assert dialog.data is None


def test_words_follow_the_language_and_the_size_of_writing(opened, theme):
    dialog = opened(IRIS)
    width = dialog.preview.columnWidth(3)
    theme.set_scale(1.4)
    assert dialog.preview.columnWidth(3) > 1.2 * width
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.LanguageChange))
    assert dialog.summary.text().startswith("19 rows")
    assert dialog.preview.rows.uses[5] == "target"
    theme.set_scale(1.0)
