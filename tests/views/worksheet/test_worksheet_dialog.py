"""The worksheet on screen: typed with real keys, checked, helped with, saved."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMainWindow

from nnviz.notation import Notation
from nnviz.session.intents import Configure, OpenExample, ShowPoint
from nnviz.views.worksheet.answer_field import AnswerField
from nnviz.views.worksheet.dialog import WorksheetDialog
from nnviz.views.worksheet.row import ItemRow
from nnviz.views.worksheets import Worksheets
from nnviz.worksheets.answers import EMPTY, RIGHT, ROUNDED, UNREADABLE, WRONG


@pytest.fixture
def window(qtbot, session, theme):
    window = QMainWindow()
    qtbot.addWidget(window)
    session.do(OpenExample("forward_pass"))
    session.do(ShowPoint(1.0, 0.5))
    return window


@pytest.fixture
def dialog(qtbot, session, theme, window) -> WorksheetDialog:
    room = Worksheets(window, session, theme)
    room.open()
    assert room.dialog is not None
    qtbot.addWidget(room.dialog)
    qtbot.waitActive(room.dialog)
    return room.dialog


def row(dialog: WorksheetDialog, name: str) -> ItemRow:
    found = dialog.findChild(ItemRow, f"worksheet_row_{name}")
    assert isinstance(found, ItemRow)
    return found


def type_into(qtbot, field: AnswerField, text: str, key=Qt.Key.Key_Return) -> None:
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, key)


def test_answers_are_judged_as_they_are_typed(qtbot, dialog, session):
    it_is_about_the_network_in_reach_and_what_it_shows(dialog, session)
    right_answers_lead_on_and_are_counted(qtbot, dialog)
    a_slip_is_named_and_the_keyboard_stays(qtbot, dialog)
    another_rounding_keeps_what_was_typed(qtbot, dialog)


def it_is_about_the_network_in_reach_and_what_it_shows(dialog, session):
    sheet, step = dialog.sheet, session.study
    assert np.array_equal(sheet.step.after, step.after)
    assert sheet.experiment.seed == session.experiment.seed
    assert [r.item for r in dialog.form.rows] == list(sheet.items)
    assert dialog.form.rows[0].field.hasFocus()


def right_answers_lead_on_and_are_counted(qtbot, dialog):
    first, second = dialog.form.rows[:2]
    type_into(qtbot, first.field, "3/10")
    assert (first.mark.kind, first.mark.text) == (RIGHT, "right")
    assert second.field.hasFocus()
    type_into(qtbot, second.field, "0,6999")
    assert (second.mark.kind, second.mark.text) == (ROUNDED, "right, rounded differently")
    assert dialog.head.progress.text() == "2 of 68 lines are right"


def a_slip_is_named_and_the_keyboard_stays(qtbot, dialog):
    z = row(dialog, "z_2_0")
    type_into(qtbot, z.field, f"{z.item.exact - 0.1:.4f}")
    assert z.mark.kind == WRONG
    assert z.field.hasFocus()
    assert dialog.panel.message.text() == "It looks as if the bias was left out."
    assert "bias was left out" in z.field.accessibleDescription()
    type_into(qtbot, z.field, f"{z.item.exact - 0.2 * dialog.sheet.step.forward.a[0][0, 1]:.4f}")
    assert dialog.panel.message.text() == "It looks as if the term w⁽²⁾₂₁ · a⁽¹⁾₂ was left out."
    assert dialog.panel.rule.text == "z⁽²⁾₁ = w⁽²⁾₁₁ · a⁽¹⁾₁ + w⁽²⁾₂₁ · a⁽¹⁾₂ + w⁽²⁾₃₁ · a⁽¹⁾₃ + b⁽²⁾₁"


def another_rounding_keeps_what_was_typed(qtbot, dialog):
    first = dialog.form.rows[3]
    type_into(qtbot, first.field, "0.574")
    assert first.mark.kind == WRONG
    dialog.head.decimals.setCurrentIndex(dialog.head.decimals.findData("3"))
    assert (first.field.text(), first.mark.kind) == ("0.574", RIGHT)
    dialog.head.rounding.setCurrentIndex(1)
    assert dialog.sheet.carried
    assert "go on calculating with what you have written" in dialog.form.about.text()


def test_help_with_a_line(qtbot, dialog):
    leaving_a_field_hands_its_answer_in_and_an_empty_one_is_none(qtbot, dialog)
    the_solution_of_a_line(qtbot, dialog)
    terms_are_filled_in_and_the_first_wrong_one_is_marked(qtbot, dialog)
    what_opens_below_a_line_comes_into_sight(qtbot, dialog)
    check_all_goes_to_the_first_that_is_wrong(qtbot, dialog)


def leaving_a_field_hands_its_answer_in_and_an_empty_one_is_none(qtbot, dialog):
    first, second = dialog.form.rows[:2]
    type_into(qtbot, first.field, "abc", Qt.Key.Key_Tab)
    assert second.field.hasFocus()
    assert first.mark.kind == UNREADABLE
    assert second.mark.kind == EMPTY
    qtbot.keyClick(second.field, Qt.Key.Key_Up)
    assert first.field.hasFocus()
    assert "no number" in dialog.panel.message.text()


def the_solution_of_a_line(qtbot, dialog):
    row(dialog, "z_3_0").field.setFocus()
    qtbot.mouseClick(dialog.panel.solution, Qt.MouseButton.LeftButton)
    assert row(dialog, "z_3_0").solution.text == "z⁽³⁾₁ = 0.1 · 0.6262 + 0.2 · 0.7710 + 0.1 = 0.3168"
    assert dialog.form.done == 0


def terms_are_filled_in_and_the_first_wrong_one_is_marked(qtbot, dialog):
    z = row(dialog, "z_2_0")
    type_into(qtbot, z.field, "5")
    qtbot.mouseClick(dialog.panel.terms, Qt.MouseButton.LeftButton)
    fields, marks = z.terms.fields, z.terms.marks
    assert len(fields) == 4
    a = dialog.sheet.step.forward.a[0][0]
    for field, value in zip(fields, (0.1 * a[0], 0.3 * a[1], 0.1 * a[2], 0.1), strict=True):
        type_into(qtbot, field, f"{value:.4f}")
    assert z.terms.first_wrong == 1
    assert [mark.kind for mark in marks] == [RIGHT, WRONG, EMPTY, EMPTY]
    type_into(qtbot, fields[1], f"{0.2 * a[1]:.4f}")
    assert z.terms.first_wrong == 2
    type_into(qtbot, fields[2], f"{0.3 * a[2]:.4f}")
    assert fields[3].hasFocus()
    qtbot.keyClick(fields[3], Qt.Key.Key_Return)
    assert z.field.hasFocus()


def what_opens_below_a_line_comes_into_sight(qtbot, dialog):
    last = dialog.form.rows[-1]
    last.field.setFocus()
    for button in (dialog.panel.terms, dialog.panel.solution):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        seen = last.mapTo(dialog.form.viewport(), QPoint(0, last.height())).y()
        assert 0 < seen <= dialog.form.viewport().height()


def check_all_goes_to_the_first_that_is_wrong(qtbot, dialog):
    for r in dialog.form.rows:
        r.field.setText(f"{r.item.rounded:.4f}")
    late = row(dialog, "dw_2_1_1")
    late.field.setText("7")
    qtbot.mouseClick(dialog.head.check_all, Qt.MouseButton.LeftButton)
    assert late.field.hasFocus()
    assert dialog.head.progress.text() == "67 of 68 lines are right"
    type_into(qtbot, late.field, f"{late.item.rounded:.4f}")
    assert dialog.head.progress.text() == "All 68 lines are right."


def test_a_sheet_is_kept_saved_and_taken_anew(qtbot, dialog, session, theme, tmp_path):
    opening_it_again_keeps_the_work(qtbot, dialog, session)
    files(qtbot, dialog, tmp_path)
    notation_and_given_values(dialog, theme)
    another_network_needs_the_way_out(qtbot, dialog, session)
    what_several_slips_explain_is_not_said_to_be_inexplicable(qtbot, dialog)


def opening_it_again_keeps_the_work(qtbot, dialog, session):
    type_into(qtbot, dialog.form.rows[0].field, "0.3")
    dialog.close()
    session.do(ShowPoint(0.0, 0.0))
    dialog.open_sheet()
    assert dialog.form.rows[0].mark.kind == RIGHT
    dialog.close()
    dialog.form.clear_answers()
    dialog.open_sheet()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.sheet.step.forward.x.tolist() == [[0.0, 0.0]]


def files(qtbot, dialog, tmp_path):
    path = tmp_path / "sheet.pdf"
    with qtbot.waitSignal(dialog.saved) as told:
        dialog.save(path, solution=True)
    assert told.args[0].fields == {"file": path}
    assert path.read_bytes().startswith(b"%PDF")
    with qtbot.waitSignal(dialog.refused):
        dialog.save(tmp_path / "sheet.txt", solution=False)


def notation_and_given_values(dialog, theme):
    assert "weight from unit 1 to unit 2 of layer 1: 0.3" in dialog.form.given.accessibleDescription()
    theme.write_as(Notation(letters="a_z"))
    assert row(dialog, "z_1_0").symbol.text == "a⁽¹⁾₁ ="


def another_network_needs_the_way_out(qtbot, dialog, session):
    old = dialog.sheet
    session.do(Configure(type(session.experiment)()))
    assert dialog.sheet is old
    qtbot.mouseClick(dialog.head.retake, Qt.MouseButton.LeftButton)
    assert dialog.sheet is None
    assert "262 blanks" in dialog.message.text()
    assert not dialog.head.save.isEnabled()
    assert dialog.form.isHidden()
    qtbot.mouseClick(dialog.head.subject.buttons["example"], Qt.MouseButton.LeftButton)
    assert len(dialog.sheet.items) == 68
    assert dialog.message.isHidden()


def what_several_slips_explain_is_not_said_to_be_inexplicable(qtbot, dialog):
    first = row(dialog, "z_1_0")
    first.field.setFocus()
    # Without the bias, and without either of the products: 0.1 · 1 + 0.2 · 0.5 + 0.1.
    qtbot.keyClicks(first.field, "0,2")
    qtbot.keyClick(first.field, Qt.Key.Key_Return)
    assert (first.verdict.kind, first.verdict.slip) == (WRONG, None)
    assert dialog.panel.message.text().startswith("No single slip")


def test_every_look_is_painted_and_fits_the_screen(dialog, session, theme, window):
    assert theme.palette.name == "dark"
    is_painted(dialog)
    theme.set_scale(1.4)
    theme.use("light")
    is_painted(dialog)
    dialog.close()
    it_is_not_larger_than_the_screen(session, theme, window)


def is_painted(dialog):
    assert not dialog.grab().isNull()
    fields = [r.field for r in dialog.form.rows]
    assert all(
        field.accessibleName() and field.fontMetrics().horizontalAdvance("−0.123456") < field.width()
        for field in fields
    )
    assert all(r.symbol.natural_width() <= r.symbol.width() for r in dialog.form.rows)


def it_is_not_larger_than_the_screen(session, theme, window):
    theme.set_hall(True)
    larger = Worksheets(window, session, theme)
    larger.open()
    room = window.screen().availableSize()
    assert larger.dialog is not None
    assert larger.dialog.height() <= room.height()
    assert larger.dialog.width() <= room.width()
    larger.dialog.close()
