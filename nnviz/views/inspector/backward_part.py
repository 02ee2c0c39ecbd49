"""BackwardPart: what comes back to a unit, and what that means for its weights."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtWidgets import QWidget

from nnviz.engine.account import UnitAccount
from nnviz.views.inspector.extras import entering, leaving
from nnviz.views.inspector.facts import FactRows
from nnviz.views.inspector.part import Part, show_formula
from nnviz.views.inspector.reading import Choice, Reading
from nnviz.views.inspector.story import Story
from nnviz.views.inspector.words import InspectorWords
from nnviz.widgets.formula import Formula
from nnviz.widgets.typesetter import Typesetter

KEYS = (
    "loss", "target", "upstream", "slope", "dn", "dgamma", "dbeta", "delta", "db", "dalpha", "dW_norm", "dW_low",
    "dW_high",
)  # fmt: skip


LETTERED = {"upstream": "f", "slope": "n"}
"""Numbers that have another symbol where a unit has this letter."""


class BackwardPart(Part):
    """Formulas of ∂L/∂a, f′(z), with batch normalisation ∂L/∂n, δ and ∂L/∂b, and their numbers."""

    def __init__(self, typesetter: Typesetter, words: InspectorWords, parent: QWidget | None = None) -> None:
        super().__init__("backward", typesetter, parent)
        self._words, self._story = words, Story(words)
        self._formulas = [(self.add_formula(), self.add_formula("muted")) for _ in range(5)]
        self.rows = FactRows(KEYS, typesetter, words, self.body)
        self.content.addWidget(self.rows)
        self.word()

    def word(self) -> None:
        """Title and names."""
        self.set_title(self.tr("Backward"))
        for key in KEYS:
            self.rows.name(key, self._words.title_of(key))

    def show_reading(self, reading: Reading, choice: Choice) -> None:
        """Everything anew."""
        account = reading.unit(choice)
        for (symbols, numbers), makers in zip(self._formulas, self._makers(reading, choice, account), strict=True):
            show_formula(symbols, makers[0]() if makers else None)
            show_formula(numbers, makers[1]() if makers else None)
        for key, letter in LETTERED.items():
            other = f"{key}_{letter}" if letter in (leaving(account), entering(account)) else key
            self.rows.name(key, self._words.title_of(other if key == "upstream" else key), other)
        values = _values(reading, choice, account)
        self.rows.show_only(set(values))
        self.rows.show_values(values)

    def _makers(
        self, reading: Reading, choice: Choice, account: UnitAccount
    ) -> tuple[tuple[Callable[[], Formula], Callable[[], Formula]] | None, ...]:
        """Formula and numbers of each step; δ of a fused loss needs neither ∂L/∂a nor f′(z)."""
        story, e, n = self._story, reading.experiment, reading.step.samples
        whole = account.fused or account.activation == "softmax"
        upstream = (lambda: story.upstream(account, e), lambda: story.upstream_filled(account, e, n))
        slope = (lambda: story.slope(account), lambda: story.slope_filled(account, reading.case(choice, account)))
        inner = (lambda: story.inner(account), lambda: story.inner_filled(account))
        return (
            None if account.fused else upstream,
            None if whole else slope,
            inner if account.norm else None,
            (lambda: story.delta(account, e), lambda: story.delta_filled(account, e, n)),
            (
                lambda: story.gradient(True, account.norm is not None),
                lambda: story.gradient_filled(reading.weight(choice), bias=True),
            ),
        )


def _values(reading: Reading, choice: Choice, account: UnitAccount) -> dict[str, float]:
    values = {
        "loss": reading.step.loss,
        "upstream": account.upstream,
        "slope": account.slope,
        "delta": account.delta,
        "db": account.db,
        "dW_norm": float(np.linalg.norm(account.dW)),
        "dW_low": float(account.dW.min()),
        "dW_high": float(account.dW.max()),
    }
    if account.target is not None:
        values["target"] = account.target
    if account.norm is not None:
        values |= {"dn": account.dn, "dgamma": account.norm.dgamma, "dbeta": account.norm.dbeta}
    if account.activation == "prelu":
        values["dalpha"] = reading.trained_slope(choice)[1]
    return values
