"""Tables: what is understood of a text, what it becomes, and that bad input is refused whole, with line and column."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.data import sheet as sheets
from nnviz.data import table as tables
from nnviz.data.sheet import Cut, Sheet, encoding_of
from nnviz.data.table import glimpse, guess, read_table
from nnviz.data.table_data import data_of, import_table
from nnviz.engine.experiment import Experiment
from nnviz.engine.refusal import Refusal
from nnviz.errors import words

IRIS = """sepal length,sepal width,garden,measured,note,species
5.1,3.5,A,2024-01-10,flower number 0,setosa
4.9,,B,2024-02-11,flower number 1,setosa
6.2,2.9,C,2024-03-12,flower number 2,versicolor
5.9,3.0,A,2024-04-13,flower number 3,versicolor
5.6,2.8,NA,2024-05-14,flower number 4,virginica
7.1,3.0,B,2024-06-15,flower number 5,virginica
"""


def quiet(share: float) -> None:
    assert 0 <= share <= 1


def understood(text: str):
    sheet = Sheet(None, text)
    recipe = guess(glimpse(sheet))
    table = read_table(sheet, recipe, quiet)
    return sheet, recipe, *data_of(sheet, table, recipe)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("decimal", [".", ","])
@pytest.mark.parametrize("header", [True, False])
def test_the_cut_is_found(delimiter, decimal, header):
    if delimiter == ",":
        # With commas between cells a decimal comma would have to be quoted.
        decimal = "."
    rows = [["height", "weight", "animal"]] if header else []
    rows += [[f"{k}.5".replace(".", decimal), str(k * k), ("cat", "dog")[k % 2]] for k in range(8)]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    seen = glimpse(Sheet(None, text))
    assert seen.cut == Cut("utf-8", delimiter, header, decimal)
    assert seen.names == (("height", "weight", "animal") if header else ("#1", "#2", "#3"))
    assert seen.found == ("number", "number", "category")


@pytest.mark.parametrize("delimiter", [" ", "\t", ","])
@pytest.mark.parametrize("names", [str, lambda k: f"Hornet {k} Drive"])
def test_the_names_of_rows_have_no_name_in_tables_of_R(delimiter, names):
    rows = [["mpg", "cyl", "am"]]
    rows += [[names(k), f"{k}.5", str(4 + k % 5), ("no", "yes")[k % 2]] for k in range(12)]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    _, recipe, data, _ = understood(text)
    assert [(column.name, column.kind) for column in recipe.columns] == [
        ("#1", "ignored"), ("mpg", "number"), ("cyl", "number"), ("am", "category"),
    ]  # fmt: skip
    assert data.x[3].tolist() == [3.5, 7]
    assert (recipe.target, data.classes) == ("am", ("no", "yes"))


def test_what_ends_every_line_is_no_name_of_a_row():
    seen = glimpse(Sheet(None, "a,b\n" + "".join(f"{k}.5,{k % 2},\n" for k in range(20))))
    assert seen.names == ("a", "b")


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("cp949", "cp949")],
)
def test_korean_tables_of_every_encoding_are_read(tmp_path, encoding, expected):
    path = tmp_path / "동물.csv"
    rows = [f"{k},{k * 2},{'고양이' if k % 2 else '강아지'}" for k in range(30)]
    path.write_bytes("\n".join(["키,몸무게,분류", *rows]).encode(encoding))
    sheet = Sheet(path)
    recipe = guess(glimpse(sheet))
    assert recipe.cut.encoding == expected
    assert recipe.target == "분류"
    assert import_table(sheet, recipe, quiet).classes == ("강아지", "고양이")


def test_a_character_cut_in_two_is_still_utf8():
    text = "가" * sheets.LOOK_BYTES
    assert encoding_of(text.encode()[: sheets.LOOK_BYTES]) == "utf-8"


def test_columns_become_inputs_and_rows_with_gaps_are_left_out():
    _, recipe, data, facts = understood(IRIS)
    assert [column.kind for column in recipe.columns] == [
        "number",
        "number",
        "category",
        "ignored",
        "ignored",
        "category",
    ]
    assert recipe.target == "species"
    assert data.features == ("sepal length", "sepal width", "garden=A", "garden=B", "garden=C")
    assert data.classes == ("setosa", "versicolor", "virginica")
    assert data.x[0].tolist() == pytest.approx([5.1, 3.5, 1, 0, 0])
    assert data.y.tolist() == [0, 1, 1, 2]
    assert (facts.rows, facts.dropped, facts.filled, facts.numbers, facts.categories) == (4, 2, 0, 2, 1)
    assert data.kind == "table"
    assert data.groups == (1, 1, 3)


def test_gaps_are_filled_by_the_training_set_alone():
    sheet = Sheet(None, IRIS)
    recipe = replace(guess(glimpse(sheet)), missing="fill")
    data = import_table(sheet, recipe, quiet)
    assert np.isnan(data.x).sum() == 1 + 3
    split = data.split(Experiment(data=data.key, inputs=5, outputs=3, output="softmax", loss="cross_entropy"))
    x = np.concatenate([split.train_x, split.test_x])
    assert not np.isnan(x).any()
    widths = split.train_x[:, 1]
    known = data.x[:, 1][np.isin(data.x[:, 0], split.train_x[:, 0]) & ~np.isnan(data.x[:, 1])]
    filled = set(np.round(x[:, 1], 5)) - set(np.round(data.x[:, 1][~np.isnan(data.x[:, 1])], 5))
    assert all(value == pytest.approx(known.mean(), abs=1e-4) for value in filled)
    assert len(widths) + len(split.test_x) == 6
    assert (x[:, 2:].sum(axis=1) == 1).all()


def test_a_number_as_target_is_a_regression_and_few_whole_numbers_are_classes():
    prices = "size,rooms,price\n" + "\n".join(f"{k}.5,{k % 3},{k * 1000.5}" for k in range(20))
    _, recipe, data, _ = understood(prices)
    assert recipe.task == "value"
    assert data.y.shape == (20, 1)
    assert not data.classes
    grades = "size,rooms,grade\n" + "\n".join(f"{k}.5,{k % 3},{k % 4 + 1}" for k in range(20))
    assert understood(grades)[2].classes == ("1", "2", "3", "4")


def test_classes_that_are_numbers_are_in_their_order():
    text = "x,y2,label\n" + "\n".join(f"{k},{k},{(10, 9, 100)[k % 3]}" for k in range(9))
    assert understood(text)[2].classes == ("9", "10", "100")


def test_two_columns_are_a_plane_and_a_category_of_two_values_is_one_input():
    _, _, data, _ = understood(
        "age,smokes,label\n" + "\n".join(f"{k},{'yes' if k % 3 else 'no'},{k % 2}" for k in range(9))
    )
    assert data.kind == "plane"
    assert data.features == ("age", "smokes=yes")
    assert data.x[:2].tolist() == [[0, 0], [1, 1]]
    low, high = data.bounds.range(0)
    assert low < 0
    assert high > 8


def test_names_are_made_different_and_blank_lines_do_not_count():
    seen = glimpse(Sheet(None, "a,a,,b\n1,2,3,x\n\n,,,\n4,5,6,y\n"), Cut(header=True))
    assert seen.names == ("a", "a (2)", "#3", "b")
    assert seen.rows == (["1", "2", "3", "x"], ["4", "5", "6", "y"])


ROWS = [(f"{k}.5", str(k * k - 3), "ab"[k % 2]) for k in range(12)]
BODY = "".join(",".join(row) + "\n" for row in ROWS)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("sep=;\r\nx;y;class\r\n" + BODY.replace(",", ";"), Cut(delimiter=";", skip=1)),
        ('"sep=,"\r\nx,y,class\r\n' + BODY, Cut(skip=1)),
        ("A title\n\n# by hand\nx,y,class\n" + BODY, Cut(skip=2)),
        ("A title,,\nx,y,class\n" + BODY, Cut(skip=1)),
        ("x y class\n" + BODY.replace(",", "   ").replace("\n", "  \n"), Cut(delimiter=" ")),
    ],
)
def test_what_stands_above_or_between_is_understood(text, cut):
    seen = glimpse(Sheet(None, text))
    assert seen.cut == cut
    assert seen.names == ("x", "y", "class")
    assert read_table(Sheet(None, text), guess(seen), quiet).count == len(ROWS)


def test_a_column_that_numbers_the_rows_is_no_input():
    """As pandas writes it, without a name; where nothing else is there it is one after all."""
    text = ",x,y,class\n" + "".join(f"{k},{','.join(row)}\n" for k, row in enumerate(ROWS))
    seen = glimpse(Sheet(None, text))
    assert seen.names == ("#1", "x", "y", "class")
    assert seen.found == ("count", "number", "number", "category")
    assert guess(seen).columns[0].kind == "ignored"
    assert glimpse(Sheet(None, text.replace(",x", "height,x", 1))).found[0] == "number"
    alone = guess(glimpse(Sheet(None, "PassengerId,y\n" + "".join(f"{k},{k}.5\n" for k in range(12)))))
    assert (alone.columns[0].kind, alone.target, alone.task) == ("number", "y", "value")


@pytest.mark.parametrize(
    ("cells", "decimal", "value"),
    [
        (("1,234.50", "−3"), ".", 1234.5),
        (("$1,234.50", "€2"), ".", 1234.5),
        (("12 %", "3.5%"), ".", 12),
        (("1.234,50", "0,5"), ",", 1234.5),
        (("1\N{NARROW NO-BREAK SPACE}234,50 €", "0,5"), ",", 1234.5),
        (("1.234", "0,5"), ",", 1234),
        (("1,234", "0.5"), ".", 1234),
        (("1,234", "9"), ",", 1.234),
    ],
)
def test_numbers_as_spreadsheets_show_them(cells, decimal, value):
    lines = [f"{cells[k > 0]}\t{k * k}\t{'ab'[k % 2]}\n" for k in range(12)]
    sheet = Sheet(None, "x\ty\tclass\n" + "".join(lines))
    seen = glimpse(sheet)
    assert (seen.cut.decimal, seen.found[0]) == (decimal, "number")
    column = read_table(sheet, guess(seen), quiet).columns[0]
    assert column is not None
    assert column[0] == value


def test_errors_of_spreadsheets_are_gaps_and_none_is_a_word():
    cells = ["none", "short", "none", "short", "#DIV/0!", "#N/A"]
    text = "x,fur\n" + "".join(f"{k}.5,{cell}\n" for k, cell in enumerate(cells))
    data = understood(text)[2]
    assert data.classes == ("none", "short")
    assert len(data.x) == 4


def test_a_target_may_have_many_classes_where_its_name_says_so():
    text = "x,y,class\n" + "".join(f"{k}.5,{k * k},letter {k % 30}\n" for k in range(90))
    assert guess(glimpse(Sheet(None, text))).target == "class"
    assert len(understood(text)[2].classes) == 30


@pytest.mark.parametrize(
    "when", ["2024. 1. 15.", "2024년 1월 15일", "1/15/2024 10:30 PM", "10:30", "2024-01-15T10:30:00Z"]
)
def test_dates_and_times_are_told_from_text(when):
    rows = "".join(f"{when},{k}.5,{'ab'[k % 2]}\n" for k in range(12))
    assert glimpse(Sheet(None, f"when,x,class\n{rows}")).found[0] == "date"


def test_letters_far_down_say_the_encoding(tmp_path):
    path = tmp_path / "far.csv"
    rows = "".join(f"{k}.5,{k},서울 부산\n" if k > 3000 else f"{k}.5,{k},Seoul\n" for k in range(3100))
    path.write_bytes(f"x,y,class\n{rows}".encode("cp949"))
    assert glimpse(Sheet(path)).cut.encoding in ("cp949", "euc_kr")


BAD = {
    "table_empty": "",
    "table_one_column": "just some words\nand a line more\n",
    "table_binary": "a,b\0\1,2",
    "table_no_inputs": "note,label\n" + "\n".join(f"word number {k},{k % 2}" for k in range(40)),
    "table_one_class": "a,b,label\n1,2,x\n3,4,x\n5,6,x\n7,8,x\n",
    "table_too_few": "a,b,label\n1,2,x\n3,4,y\n,6,x\n7,,y\n",
}


@pytest.mark.parametrize("key", BAD)
def test_what_is_no_table_is_refused_in_words(key):
    with pytest.raises(Refusal) as caught:
        understood(BAD[key])
    assert caught.value.key == key
    assert "{" not in words(caught.value)


LATE = {
    "table_not_a_number": ("1,oops,yes", "“b”"),
    "table_ragged": ("1,2", "2 cells"),
    "table_quotes": ('1,"2" 3,yes', "quotation"),
    "table_long_cell": (f"1,2,{'x' * 140_000}", "131,072"),
}


@pytest.mark.parametrize("key", LATE)
def test_a_bad_line_far_below_is_named(key):
    line, said = LATE[key]
    good = "".join(f"{k},{k % 7}.5,{'yes' if k % 2 else 'no'}\n" for k in range(1500))
    sheet = Sheet(None, f"a,b,label\n{good}{line}\n")
    recipe = guess(glimpse(sheet))
    with pytest.raises(Refusal) as caught:
        read_table(sheet, recipe, quiet)
    assert caught.value.key == key
    assert "1502" in words(caught.value)
    assert said in words(caught.value)


@pytest.mark.parametrize("cell", ["inf", "1_000", "1e31", "12 kg", "1,5", "0x10", "--3"])
def test_only_finite_decimal_numbers_are_numbers(cell):
    sheet = Sheet(None, "a\tb\tlabel\n" + "".join(f"{k}\t{k}.5\t{k % 2}\n" for k in range(1200)) + f"3\t{cell}\t1\n")
    with pytest.raises(Refusal, match="table_not_a_number"):
        read_table(sheet, guess(glimpse(sheet)), quiet)


def test_a_file_that_has_changed_is_refused(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(IRIS)
    recipe = guess(glimpse(Sheet(path)))
    path.write_text(IRIS.replace("garden", "field"))
    with pytest.raises(Refusal) as caught:
        read_table(Sheet(path), recipe, quiet)
    assert caught.value.key == "table_no_column"
    assert caught.value.fields["column"] == "garden"


def test_limits(monkeypatch, tmp_path):
    text = "a,b,label\n" + "".join(f"{k},{k},{k % 2}\n" for k in range(60))
    sheet = Sheet(None, text)
    recipe = guess(glimpse(sheet))
    for name, value, key in (("MOST_ROWS", 50, "table_too_long"), ("MOST_CELLS", 100, "table_too_many_cells")):
        with monkeypatch.context() as patch:
            patch.setattr(tables, name, value)
            with pytest.raises(Refusal, match=key):
                read_table(sheet, recipe, quiet)
    monkeypatch.setattr(sheets, "MOST_BYTES", 10)
    path = tmp_path / "large.csv"
    path.write_text(text)
    with pytest.raises(Refusal, match="table_too_large"):
        glimpse(Sheet(path))


def test_reading_can_be_broken_off():
    sheet = Sheet(None, "a,b,label\n" + "".join(f"{k},{k},{k % 2}\n" for k in range(tables.CHUNK + 1)))
    told = []

    def stop(share):
        told.append(share)
        raise Refusal("loading_cancelled")

    with pytest.raises(Refusal, match="loading_cancelled"):
        read_table(sheet, guess(glimpse(sheet)), stop)
    assert len(told) == 1


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.floats(-1e6, 1e6, width=32), st.floats(-1, 1, width=32), st.booleans()), min_size=8, max_size=40
    ),
    st.sampled_from(",;\t|"),
)
def test_what_was_written_is_read_again(rows, delimiter):
    rows = [*rows, (0.5, 0.25, True), (1.5, -0.25, False)]
    body = [delimiter.join((repr(a), repr(b), "yes" if c else "no")) for a, b, c in rows]
    sheet = Sheet(None, "\n".join([delimiter.join(("first", "second", "label")), *body]))
    data = import_table(sheet, guess(glimpse(sheet)), quiet)
    assert data.x.tolist() == [[np.float32(a), np.float32(b)] for a, b, _ in rows]
    assert [data.classes[k] for k in data.y] == ["yes" if c else "no" for _, _, c in rows]


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(0, len(IRIS) - 1), st.binary(max_size=3)), min_size=1, max_size=6))
def test_a_damaged_file_is_read_or_refused_with_a_sentence(tmp_path_factory, changes):
    raw = bytearray(IRIS.encode())
    for at, by in changes:
        raw[at : at + len(by)] = by
    path: Path = tmp_path_factory.getbasetemp() / "damaged.csv"
    path.write_bytes(raw)
    sheet = Sheet(path)
    try:
        data = import_table(sheet, guess(glimpse(sheet)), quiet)
    except Refusal as error:
        said = words(error)
    else:
        assert len(data.x) == len(data.y)
        assert not np.isinf(data.x).any()
        said = "read"
    assert said
