"""Sections fold; rows and flows use the width they have."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from nnviz.widgets.flow_layout import FlowLayout
from nnviz.widgets.section import Section
from nnviz.widgets.split_row import GAP, LINE_GAP, SplitRow


def test_a_section_folds_by_mouse_key_and_property(qtbot):
    section = Section("section_data")
    qtbot.addWidget(section)
    section.set_title("Data")
    heard = []
    section.expanded_changed.connect(heard.append)
    QTest.mouseClick(section.header, Qt.MouseButton.LeftButton)
    assert section.body.isHidden()
    QTest.keyClick(section.header, Qt.Key.Key_Space)
    assert not section.body.isHidden()
    section.setProperty("expanded", False)
    assert section.property("expanded") is False
    assert heard == [False, True, False]
    assert section.header.accessibleName() == "Data"


def row_of(caption, field_width, qtbot):
    field = QLineEdit()
    field.setMinimumWidth(field_width)
    row = SplitRow(field)
    qtbot.addWidget(row)
    row.caption.setText(caption)
    return row


def placed(row, width):
    row.resize(width, row.heightForWidth(width))
    row.layout().setGeometry(row.rect())
    return row.caption.geometry(), row.field.geometry()


def test_field_edges_line_up(qtbot):
    edges = {placed(row_of(text, 60, qtbot), 300)[1].left() for text in ("Seed", "Learning")}
    assert len(edges) == 1


def test_a_wide_field_grows_towards_a_short_caption(qtbot):
    row = row_of("Loss", 120, qtbot)
    caption, field = placed(row, 200)
    assert (field.left(), field.width()) == (80, 120)
    assert caption.top() < field.bottom()


def test_a_field_gives_way_to_a_long_caption(qtbot):
    row = row_of("A rather long caption", 40, qtbot)
    width = row.caption.sizeHint().width() + GAP + 60
    caption, field = placed(row, width)
    assert (field.left(), field.width()) == (width - 60, 60)
    assert caption.top() < field.bottom()


def test_a_narrow_row_takes_two_lines_and_cuts_nothing_off(qtbot):
    row = row_of("A rather long caption", 120, qtbot)
    caption, field = placed(row, 600)
    assert field.left() >= caption.left() + row.caption.sizeHint().width() + GAP
    caption, field = placed(row, 200)
    assert field.top() == caption.bottom() + 1 + LINE_GAP
    assert (field.left(), field.width()) == (0, 200)


def test_a_message_adds_its_lines(qtbot):
    row = row_of("Seed", 60, qtbot)
    before = row.heightForWidth(200)
    row.set_message("This is not possible here, because the sentence is longer than the row is wide.")
    assert row.heightForWidth(200) > before + 2 * row.fontMetrics().height()
    row.set_message("")
    assert row.heightForWidth(200) == before


def test_a_flow_goes_on_in_the_next_line(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=10)
    labels = [QLabel(box) for _ in range(3)]
    for label in labels:
        label.setFixedSize(40, 20)
        flow.addWidget(label)
    assert [flow.heightForWidth(width) for width in (140, 139, 40)] == [20, 50, 80]
    labels[1].hide()
    assert flow.heightForWidth(90) == 20


def test_an_expanding_item_fills_the_rest_of_its_line(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=10)
    label, field = QLabel(box), QLineEdit(box)
    label.setFixedSize(40, 20)
    flow.addWidget(label)
    flow.addWidget(field)
    wide, narrow = 60 + field.sizeHint().width(), 30 + field.sizeHint().width()
    flow.setGeometry(QRect(0, 0, wide, 100))
    assert (field.x(), field.y(), field.width()) == (50, 0, wide - 50)
    flow.setGeometry(QRect(0, 0, narrow, 100))
    assert (field.x(), field.y(), field.width()) == (0, 30, narrow)
