"""Sheet: a table as text, in a file or pasted, and how that text is cut into cells."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from nnviz.engine.refusal import Refusal

DELIMITERS = ("\t", ";", "|", ",")
"""Where two of them cut a table equally well, the first is meant: a comma may as well be a decimal comma."""
SPACE, EVEN = " ", 0.9
"""Spaces stand between cells where nothing else does, and this share of the rows is equally wide and holds a number:
lines of words are no table."""
SAID = re.compile(r'"?sep=(.)"?\r?$', re.IGNORECASE | re.MULTILINE)
"""The first line of a file for Excel may say what stands between cells."""
MOST_ABOVE = 20
"""Rows above a table, as a title, that are passed over."""
ENCODINGS = ("utf-8", "utf-16", "cp949", "cp1252", "latin-1", "shift_jis", "gb18030")
"""What is offered besides what was found."""
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""Byte order marks and the encoding they stand for."""
LAST_OF_ASCII = 127
LOOK_BYTES = 2**17
"""So much of a file is looked at to understand it."""
LOOK_ROWS, LOOK_CELLS = 1000, 100_000
"""So many rows are shown before all are read, fewer of a wide table."""
FEWEST_ROWS = 50
MOST_BYTES = 500 * 2**20
MOST_COLUMNS = 2000
MOST_IN_ROW = 2**18
"""Characters of a row: of two cells as long as csv takes them."""
MISSING = frozenset(
    ("", "NA", "na", "N/A", "n/a", "#N/A", "NaN", "nan", "NAN", "null", "NULL", "Null", "None", "?", "-", "#NA", "<NA>",
     "#DIV/0!", "#VALUE!", "#REF!", "#NUM!", "#NAME?", "#NULL!")
)  # fmt: skip
"""Cells that say that there is no value, the errors of spreadsheets included; "none" is a word like others."""
NUMBER = {
    ".": re.compile(r"[+-]?([1-9]\d{0,2}([,' ]\d{3})+(\.\d*)?|\d+\.?\d*|\.\d+)([eE][+-]?\d+)?"),
    ",": re.compile(r"[+-]?([1-9]\d{0,2}([.' ]\d{3})+(,\d*)?|\d+,?\d*|,\d+)([eE][+-]?\d+)?"),
}
"""Numbers by their decimal mark, with or without marks between thousands."""
THOUSANDS = {".": str.maketrans("", "", ",' "), ",": str.maketrans(",", ".", ".' ")}
"""Makes a number by its decimal mark one that Python reads."""
DRESS = str.maketrans("\N{MINUS SIGN}\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", "-  ")
UNITS = re.compile(r"(?<![^+-])[$€£¥₩] ?| ?[%$€£¥₩]$")
"""What spreadsheets write around a number: a currency before or after it, or a per cent sign."""

Row = list[str]


@dataclass(frozen=True)
class Cut:
    """How text is cut: its encoding, what stands between cells, whether the first row has the names of the columns, the
    decimal mark, and how many rows stand above the table."""

    encoding: str = "utf-8"
    delimiter: str = ","
    header: bool = True
    decimal: str = "."
    skip: int = 0


@dataclass(frozen=True)
class Sheet:
    """A table as text: of a file, or `text` where it was pasted."""

    path: Path | None = None
    text: str = ""

    @property
    def name(self) -> str:
        """What people call it."""
        return self.path.stem if self.path else ""

    @property
    def origin(self) -> dict[str, Any]:
        """What it is, for a recipe."""
        if self.path:
            return {"from": "table", "file": str(self.path)}
        return {"from": "paste", "sha256": hashlib.sha256(self.text.encode()).hexdigest()}

    def open(self, encoding: str) -> TextIO:
        """The text. OSError, or Refusal table_too_large."""
        if self.path is None:
            return io.StringIO(self.text, newline="")
        if self.path.stat().st_size > MOST_BYTES:
            raise Refusal("table_too_large", file=self.path.name, most=MOST_BYTES // 2**20)
        return self.path.open(encoding=encoding, newline="")

    def rows(self, cut: Cut) -> Iterator[tuple[int, Row]]:
        """(line, cells) of every row of the table that is not blank, that of the names included; cells without spaces
        around them.

        Refusal table_encoding, table_quotes, table_long_cell, table_long_row, table_too_wide, table_too_large, OSError.
        """
        reader = None
        try:
            with self.open(cut.encoding) as text:
                lines = _Lines(text)
                reader = csv.reader(lines, delimiter=cut.delimiter, strict=True, skipinitialspace=True)
                rows = lines.rows(reader)
                filled = ((reader.line_num, cells) for row in rows if any(cells := _cells(row, cut.delimiter)))
                table = islice(filled, cut.skip, None)
                yield from _completed(table) if cut.header else table
        except UnicodeError as error:
            line = reader.line_num + 1 if reader else 1
            raise Refusal("table_encoding", line=line, encoding=cut.encoding) from error
        except csv.Error as error:
            line = reader.line_num if reader else 1
            if "limit" in str(error):
                raise Refusal("table_long_cell", line=line, most=csv.field_size_limit()) from error
            raise Refusal("table_quotes", line=line) from error

    def understood(self) -> Cut:
        """How it is probably cut. Refusal table_empty, table_binary, OSError."""
        sample, encoding = self._beginning()
        if not sample.strip():
            raise Refusal("table_empty")
        if "\0" in sample:
            raise Refusal("table_binary")
        delimiter = _delimiter(sample)
        rows = _rows(sample, delimiter)
        skip = _above(rows)
        table = [cells for _, cells in _completed(enumerate(rows[skip:]))]
        decimal = _decimal(table, delimiter)
        return Cut(encoding, delimiter, has_header(table, decimal), decimal, skip)

    def _beginning(self) -> tuple[str, str]:
        """Some text and its encoding. A line that is cut off at the end is left out."""
        if self.path is None:
            return self.text[:LOOK_BYTES], "utf-8"
        with self.path.open("rb") as file:
            start = file.read(LOOK_BYTES)
        encoding = encoding_of(start)
        text = start.decode(encoding, errors="replace")
        whole = len(start) < LOOK_BYTES
        return text if whole else text[: text.rfind("\n") + 1] or text, encoding


class _Lines:
    """Lines of a text for csv, which would keep a row whole that goes on and on."""

    def __init__(self, text: TextIO) -> None:
        self._text, self._line, self._length = text, 0, 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        """Refusal table_long_row."""
        line = self._text.readline(MOST_IN_ROW)
        self._line, self._length = self._line + 1, self._length + len(line)
        if self._length >= MOST_IN_ROW:
            raise Refusal("table_long_row", line=self._line, most=MOST_IN_ROW)
        if not line:
            raise StopIteration
        return line

    def rows(self, reader: Iterable[Row]) -> Iterator[Row]:
        """What a reader of these lines reads. Refusal table_too_wide."""
        for row in reader:
            self._length = 0
            if len(row) > MOST_COLUMNS:
                raise Refusal("table_too_wide", count=len(row), most=MOST_COLUMNS)
            yield row


def rows_to_look_at(width: int) -> int:
    """Of a table so many columns wide."""
    return max(FEWEST_ROWS, min(LOOK_ROWS, LOOK_CELLS // max(width, 1)))


def encoding_of(start: bytes) -> str:
    """The encoding of the first bytes of a text."""
    for mark, encoding in MARKS.items():
        if start.startswith(mark):
            return encoding
    # A character may be cut in two at the end of a part.
    for end in range(4 if len(start) == LOOK_BYTES else 1):
        with suppress(UnicodeDecodeError):
            start[: len(start) - end].decode("utf-8")
            return "utf-8"
    from charset_normalizer import from_bytes

    # All encodings agree on what comes before the first letter that is none of English.
    first = next(k for k, byte in enumerate(start) if byte > LAST_OF_ASCII)
    first = start.rfind(b"\n", 0, first) + 1
    best = from_bytes(start[first : first + LOOK_BYTES // 8], cp_isolation=[*ENCODINGS]).best()
    return best.encoding if best else "latin-1"


def is_number(cell: str, decimal: str = ".") -> bool:
    """Whether a cell is a finite number."""
    pattern = NUMBER[decimal]
    return bool(pattern.fullmatch(cell) or pattern.fullmatch(_bare(cell)))


def number_of(cell: str, decimal: str = ".") -> float:
    """The number in a cell that is one. Per cent stay what they are: 12 of 12 %."""
    return float(_bare(cell).translate(THOUSANDS[decimal]))


def _bare(cell: str) -> str:
    return UNITS.sub("", cell.translate(DRESS))


def has_header(rows: Sequence[Row], decimal: str) -> bool:
    """Whether the first row has names: no numbers, and nothing that stands in its column again; where a name is
    missing, numbers stand below another one."""
    if len(rows) < 2 or any(is_number(cell, decimal) for cell in rows[0]):
        return False
    named = {k for k, name in enumerate(rows[0]) if name not in MISSING}
    below = {k: {row[k] for row in rows[1:] if k < len(row)} - MISSING for k in named}
    if any(rows[0][k] in cells for k, cells in below.items()):
        return False
    numbers = (cells and all(is_number(cell, decimal) for cell in cells) for cells in below.values())
    return len(named) == len(rows[0]) or any(numbers)


def _completed(rows: Iterator[tuple[int, Row]]) -> Iterator[tuple[int, Row]]:
    """With a name for every column: R writes none above the names of its rows."""
    head = list(islice(rows, 2))
    if len(head) == 2 and len(head[1][1]) == len(head[0][1]) + 1 and head[1][1][-1]:
        line, names = head[0]
        head[0] = (line, ["", *names])
    yield from head
    yield from rows


def _cells(row: Row, delimiter: str) -> Row:
    """Without spaces around them; a space at the end of a line begins no cell."""
    cells = [cell.strip() for cell in row]
    return [cell for cell in cells if cell] if delimiter == SPACE else cells


def _delimiter(sample: str) -> str:
    """What the first line says, or what cuts the lines into the same number of cells, more than one, most often."""
    said = SAID.match(sample)
    if said and said[1] in DELIMITERS:
        return said[1]
    scores = {delimiter: _evenness(_rows(sample, delimiter)[:200]) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: round(scores[delimiter], 1))
    if scores[best]:
        return best
    rows = _rows(sample, SPACE)[:200]
    with_number = sum(any(map(is_number, row)) for row in rows[1:])
    if min(_evenness(rows), with_number / max(1, len(rows) - 1)) < EVEN:
        raise Refusal("table_one_column")
    return SPACE


def _above(rows: Sequence[Row]) -> int:
    """How many rows stand above the table: a title, a remark or what stands between cells, all alone in their row."""
    width = Counter(map(len, rows)).most_common(1)[0][0]
    for k, row in enumerate(rows[:MOST_ABOVE]):
        alone = sum(map(bool, row)) == 1 and (len(row) == 1 or width > 2)
        if not alone and not row[0].casefold().startswith("sep="):
            return k
    return 0


def _evenness(rows: Sequence[Row]) -> float:
    """Share of the rows that are as wide as most of them; 0 where that is one cell."""
    width, count = Counter(map(len, rows)).most_common(1)[0] if rows else (1, 0)
    return count / len(rows) if width > 1 else 0.0


def _rows(sample: str, delimiter: str) -> list[Row]:
    rows: list[Row] = []
    # A sample may end within quotes.
    with suppress(csv.Error):
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, skipinitialspace=True):
            cells = _cells(row, delimiter)
            if any(cells):
                rows.append(cells)
            if len(rows) == rows_to_look_at(len(rows[0]) if rows else 1):
                break
    return rows


def _decimal(rows: Sequence[Row], delimiter: str) -> str:
    """A comma where more cells are numbers with it alone than with a point alone. Where all can be either, as 1,234, a
    comma parts thousands only if it parts cells too."""
    cells = [cell for row in rows for cell in row]
    if not any("," in cell for cell in cells):
        return "."
    numbers = [(is_number(cell, ","), is_number(cell), cell) for cell in cells]
    commas, points = sum(c and not p for c, p, _ in numbers), sum(p and not c for c, p, _ in numbers)
    if commas == points and delimiter != ",":
        either = [cell for c, p, cell in numbers if c and p]
        commas, points = (sum(mark in cell for cell in either) for mark in ",.")
    return "," if commas > points else "."
