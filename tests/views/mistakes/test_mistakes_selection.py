"""Which samples are listed: compared with a plain loop over the test set."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nnviz.views.mistakes.selection import ORDERS, Selection, selected
from tests.views.mistakes.mistakes_stand_in import images, outcome_of

OUTCOME = outcome_of(images(count=120, classes=3), wrong=0.5)


@pytest.mark.parametrize("truth", [None, 1])
@pytest.mark.parametrize("predicted", [None, 2])
@pytest.mark.parametrize("only_mistakes", [False, True])
@pytest.mark.parametrize("order", list(ORDERS))
def test_selection_is_that_of_a_plain_loop(
    truth: int | None, predicted: int | None, only_mistakes: bool, order: str
) -> None:
    kept = []
    for k, (t, p) in enumerate(zip(OUTCOME.truth, OUTCOME.predicted, strict=True)):
        if truth in (None, t) and predicted in (None, p) and not (only_mistakes and t == p):
            kept.append(k)
    key = {"highest": lambda k: -OUTCOME.loss[k], "lowest": lambda k: OUTCOME.loss[k], "index": lambda k: k}[order]
    assert kept
    assert selected(OUTCOME, Selection(truth, predicted, only_mistakes, order)).tolist() == sorted(kept, key=key)


def test_right_cell_lists_its_samples_although_only_mistakes_are_wanted() -> None:
    assert len(selected(OUTCOME, Selection(1, 1, only_mistakes=True))) == OUTCOME.matrix[1, 1] > 0


def test_loss_that_is_no_number_is_the_highest() -> None:
    loss = OUTCOME.loss.copy()
    loss[[7, 30]] = np.nan, np.inf
    odd = replace(OUTCOME, loss=loss)
    assert set(selected(odd, Selection(order="highest"))[:2]) == {7, 30}
    assert set(selected(odd, Selection(order="lowest"))[-2:]) == {7, 30}


@pytest.mark.parametrize(
    ("selection", "fits"), [(Selection(), True), (Selection(2, 0), True), (Selection(0, 3), False)]
)
def test_selection_names_classes_there_are(selection: Selection, fits: bool) -> None:
    assert selection.fits(3) is fits
