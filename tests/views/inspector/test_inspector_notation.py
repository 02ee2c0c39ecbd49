"""The inspector of the 2-3-2-2 example in every notation: the same numbers under other letters."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from nnviz.models.examples import FORWARD_PASS_INPUT
from nnviz.notation import Notation
from nnviz.session.intents import OpenExample, ShowPoint
from nnviz.views.inspector.pane import InspectorPane
from nnviz.widgets.formula import FormulaLabel, Tex

OWN, BISHOP, MITCHELL = Notation(), Notation("a_z", "ji", "parentheses"), Notation("net_o", "ji", "brackets")
KEYS = ("z", "a", "bias", "delta", "upstream", "slope", "db", "new_bias")


@pytest.fixture
def pane(session, theme, qtbot, typesetter):
    session.do(OpenExample("forward_pass"))
    session.do(ShowPoint(*FORWARD_PASS_INPUT))
    made = InspectorPane(session, theme, None, typesetter)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    return made


def values(pane):
    return {key: pane.findChild(QWidget, f"inspector_{key}").property("value") for key in KEYS}


def labels(pane):
    return [label for label in pane.findChildren(FormulaLabel) if label.isVisible()]


def latex(pane):
    return [piece.latex for label in labels(pane) for word in label.formula.words for piece in word
            if isinstance(piece, Tex)]  # fmt: skip


def numbers(pane):
    return [label.formula.numbers for label in labels(pane)]


WRITTEN = [
    (OWN, [r"z_j = \sum_i w_{ij}\,a_i + b_j", r"a = \sigma(z) = \frac{1}{1 + e^{-z}}", r"f'(z) = a\,(1 - a)",
           r"\frac{\partial L}{\partial a_j} = \sum_k w_{jk}\,\delta_k"]),
    (BISHOP, [r"a_j^{(\ell)} = \sum_i w_{ji}^{(\ell)}\,z_i^{(\ell-1)} + b_j^{(\ell)}",
              r"z = \sigma(a) = \frac{1}{1 + e^{-a}}", r"f'(a) = z\,(1 - z)",
              r"\frac{\partial L}{\partial z_j^{(\ell)}} = \sum_k w_{kj}^{(\ell+1)}\,\delta_k^{(\ell+1)}"]),
    (MITCHELL, [r"\mathrm{net}_j^{[\ell]} = \sum_i w_{ji}^{[\ell]}\,o_i^{[\ell-1]} + b_j^{[\ell]}",
                r"o = \sigma(\mathrm{net}) = \frac{1}{1 + e^{-\mathrm{net}}}", r"f'(\mathrm{net}) = o\,(1 - o)",
                r"\frac{\partial L}{\partial o_j^{[\ell]}} = \sum_k w_{kj}^{[\ell+1]}\,\delta_k^{[\ell+1]}"]),
]  # fmt: skip


def test_other_letters_the_same_numbers(pane, theme):
    pane.show_unit(2, 1)
    before, filled = values(pane), numbers(pane)
    assert before["z"] == pytest.approx(1.21402696)
    assert before["a"] == pytest.approx(0.7710107)
    for notation, written in WRITTEN:
        theme.write_as(notation)
        assert values(pane) == before
        assert numbers(pane) == filled
        assert set(written) <= set(latex(pane))


def test_symbols_beside_numbers_follow(pane, theme):
    pane.show_unit(2, 1)
    theme.write_as(BISHOP)
    forward, backward = pane.view.rows, pane.view.backward.rows
    symbol = {key: rows._symbols[key].formula.words[0][0].latex
              for rows, keys in ((forward, ("z", "a")), (backward, ("slope", "upstream"))) for key in keys}  # fmt: skip
    assert symbol == {"z": "a", "a": "z", "slope": "f'(a)", "upstream": r"\partial L/\partial z"}
    assert backward.numbers["upstream"].accessibleName().startswith("gradient of z")


@pytest.mark.parametrize("notation", [OWN, BISHOP, MITCHELL])
def test_the_symbol_of_a_weight_leads_to_its_value(pane, theme, session, notation):
    theme.write_as(notation)
    for k, layer in enumerate(session.snapshot.network.layers):
        for i, j in np.ndindex(layer.W.shape):
            pane.show_edge(k, i, j)
            symbol = pane.view.rows._symbols["w"].formula.words[0][0].latex
            row, column = (int(digit) - 1 for digit in re.match(r"w_\{(\d)(\d)\}", symbol).groups())
            W = layer.W if notation.order == "ij" else layer.W.T
            assert pane.view.rows.numbers["w"].property("value") == W[row, column]
            assert symbol.endswith("}" if notation is OWN else f"{k + 1}{')' if notation is BISHOP else ']'}}}")


def test_columns_of_terms_are_headed_so(pane, theme):
    pane.show_unit(2, 1)
    model, side = pane.view.table.terms, pane.view.table.horizontalHeader().orientation()
    heads = lambda: [model.headerData(column, side) for column in range(1, 4)]  # noqa: E731
    assert heads() == ["wᵢⱼ", "aᵢ", "wᵢⱼaᵢ"]
    before = [model.data(model.index(row, column)) for row in range(3) for column in range(4)]
    theme.write_as(BISHOP)
    assert heads() == ["wⱼᵢ", "zᵢ", "wⱼᵢzᵢ"]
    assert [model.data(model.index(row, column)) for row in range(3) for column in range(4)] == before


def test_the_code_has_the_letters_and_computes_the_same(pane, theme, capsys):
    pane.show_unit(2, 1)
    for notation in (BISHOP, MITCHELL):
        theme.write_as(notation)
        pane.copy.click()
        names = {}
        exec(QGuiApplication.clipboard().text(), names)
        account = pane.reading.unit(pane.choice)
        assert names[notation.z][names["sample"]] == pytest.approx(account.z, rel=1e-12)
        assert names[notation.a][names["sample"]] == pytest.approx(account.a, rel=1e-12)
        assert f"{notation.a} = {names[notation.a][names['sample']]}" in capsys.readouterr().out


def test_a_screen_reader_hears_the_letters_and_the_order(pane, theme):
    pane.show_unit(2, 1)
    assert pane.view._sum.accessibleName() == "z j is the sum over i of w i j times a i, plus b j"
    theme.write_as(MITCHELL)
    assert pane.view._sum.accessibleName() == "net j is the sum over i of w j i times o i, plus b j"


def test_another_palette_leaves_the_formulas_alone(pane, theme, monkeypatch):
    pane.show_unit(2, 1)
    told = []
    monkeypatch.setattr(pane.view, "show_subject", told.append)
    theme.use("light")
    assert not told
    theme.write_as(BISHOP)
    assert len(told) == 1
