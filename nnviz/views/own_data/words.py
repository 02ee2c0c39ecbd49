"""Words of the dialogs: what columns are used as, and one sentence that sums a table up."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nnviz.data.own import OwnData
from nnviz.data.sheet import ENCODINGS
from nnviz.data.table import Glimpse, Recipe
from nnviz.data.table_data import Summary

LISTED = 5
"""Columns that are named in a sentence."""


class TableWords(QObject):
    """Names and sentences."""

    def use(self, use: str) -> str:
        """What a column is used as."""
        return {
            "number": self.tr("number"), "category": self.tr("category"), "target": self.tr("target"),
            "ignored": self.tr("left out"),
        }[use]  # fmt: skip

    def heads(self) -> tuple[str, ...]:
        """All that may stand in the head of a column."""
        return tuple(map(self.use, ("number", "category", "target", "ignored")))

    def uses(self) -> dict[str, str]:
        """The same as choices."""
        return {
            "number": self.tr("Input: number"), "category": self.tr("Input: category"), "target": self.tr("Target"),
            "ignored": self.tr("Leave out"),
        }  # fmt: skip

    def tasks(self) -> dict[str, str]:
        """What is learned."""
        return {"classes": self.tr("Classes"), "value": self.tr("A number (regression)")}

    def gaps(self) -> dict[str, str]:
        """What happens to missing values."""
        return {"drop": self.tr("Leave rows out"), "fill": self.tr("Fill: mean or most frequent")}

    def delimiters(self) -> list[tuple[str, str]]:
        """What stands between cells."""
        return [
            (",", self.tr("comma")), (";", self.tr("semicolon")), ("\t", self.tr("tab")), ("|", self.tr("bar |")),
            (" ", self.tr("space")),
        ]  # fmt: skip

    def decimals(self) -> list[tuple[str, str]]:
        """The decimal mark."""
        return [(".", self.tr("point: 1.5")), (",", self.tr("comma: 1,5"))]

    def encodings(self, found: str) -> list[tuple[str, str]]:
        """Encodings to choose from."""
        names = (found, *(name for name in ENCODINGS if name != found))
        return [(name, name.upper().replace("_", "-")) for name in names]

    def column(self, seen: Glimpse, k: int) -> str:
        """What a column seems to hold."""
        found = {
            "number": self.tr("numbers"), "category": self.tr("categories"), "date": self.tr("dates"),
            "text": self.tr("text"), "empty": self.tr("nothing"), "count": self.tr("numbers of the rows"),
        }[seen.found[k]]  # fmt: skip
        if seen.gaps[k]:
            text = self.tr("“{name}” holds {found}; {gaps} gaps in the first {rows} rows")
        else:
            text = self.tr("“{name}” holds {found}")
        return text.format(name=seen.names[k], found=found, gaps=seen.gaps[k], rows=f"{len(seen.rows):,}")

    def summary(self, data: OwnData, facts: Summary, recipe: Recipe) -> str:
        """The whole import in a sentence or two."""
        rows = self.tr("{rows} rows, {inputs}, target “{target}” with {classes}")
        if not data.classes:
            rows = self.tr("{rows} rows, {inputs}, target “{target}”, a number")
        text = rows.format(
            rows=f"{facts.rows:,}", inputs=self._inputs(data, facts), target=recipe.target,
            classes=self.tr("{count} classes").format(count=len(data.classes)),
        )  # fmt: skip
        return text + self._gap_words(facts) + "."

    def notes(self, seen: Glimpse, data: OwnData, recipe: Recipe) -> list[str]:
        """What else is worth saying: columns that cannot be used as they are, and what is standardised."""
        left = {column.name for column in recipe.columns if column.kind == "ignored"}
        named = ((sentence, self._named(seen, kind, left)) for kind, sentence in self._left_out().items())
        notes = [sentence.format(names=names) for sentence, names in named if names]
        if seen.cut.skip:
            notes.append(self.tr("Rows above the table are left out: {count}.").format(count=seen.cut.skip))
        if recipe.standardise and not data.classes:
            notes.append(self.tr("The target is standardised too: 0 is its mean, 1 one standard deviation above."))
        return notes

    def _left_out(self) -> dict[str, str]:
        """What is said of columns that are left out, by what they hold."""
        return {
            "date": self.tr(
                "Dates ({names}) are left out: a network reads numbers. Count days, months or hours in the "
                "spreadsheet to use them."
            ),
            "text": self.tr("Text ({names}) is left out."),
            "count": self.tr("“{names}” only numbers the rows and is left out."),
        }

    def _inputs(self, data: OwnData, facts: Summary) -> str:
        if facts.categories == 0:
            return self.tr("numbers: {numbers}").format(numbers=facts.numbers)
        return self.tr("inputs: {inputs} (numbers: {numbers}, categories: {categories})").format(
            inputs=len(data.features), numbers=facts.numbers, categories=facts.categories
        )

    def _gap_words(self, facts: Summary) -> str:
        text = ""
        if facts.dropped:
            text = self.tr("; rows with gaps left out: {count}").format(count=f"{facts.dropped:,}")
        if facts.filled:
            text += self.tr("; rows with gaps filled: {count}").format(count=f"{facts.filled:,}")
        return text

    def _named(self, seen: Glimpse, kind: str, left: set[str]) -> str:
        pairs = zip(seen.names, seen.found, strict=True)
        names = [name for name, found in pairs if found == kind and name in left]
        return ", ".join(names[:LISTED]) + (", …" if len(names) > LISTED else "")
