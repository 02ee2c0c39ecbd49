"""Other letters and another order of indices name the same numbers."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.notation import BOOKS, CHOICES, Notation, relettered

BISHOP = Notation("a_z", "ji", "parentheses")
MITCHELL = Notation("net_o", "ji")
NG = Notation(layers="brackets")


@pytest.mark.parametrize(
    ("notation", "text", "written"),
    [
        (Notation(), "a₁ = f(z₁)", "a₁ = f(z₁)"),
        (BISHOP, "a₁ = f(z₁)", "z^(1) = f(a^(1))"),
        (MITCHELL, "∂L/∂a₁ = max(z₁) ⊙ softmax(z₁)", "∂L/∂o₁ = max(net₁) ⊙ softmax(net₁)"),
        (NG, "δ₁₂ ⊙ f′(z₁₂)", "δ^[12] ⊙ f′(z^[12])"),
    ],
)
def test_plain_formulas(notation: Notation, text: str, written: str) -> None:
    assert notation.formula(text) == written


@pytest.mark.parametrize(
    ("notation", "latex", "written"),
    [
        (Notation(), r"z_j@{\ell} = w_{ij}@{\ell}\,a_{\ell-1}", r"z_j = w_{ij}\,a_{\ell-1}"),
        (BISHOP, r"z_j@{\ell} = w_{ij}@{\ell}\,a_{\ell-1}", r"a_j^{(\ell)} = w_{ji}^{(\ell)}\,z^{(\ell-1)}"),
        (MITCHELL, r"a = \alpha\,e^{z}, \mathrm{max}", r"o = \alpha\,e^{\mathrm{net}}, \mathrm{max}"),
        (NG, r"\sum_k w_{jk}@{\ell+1}", r"\sum_k w_{jk}^{[\ell+1]}"),
    ],
)  # fmt: skip
def test_latex(notation: Notation, latex: str, written: str) -> None:
    assert notation.latex(latex) == written


@pytest.mark.parametrize("order", CHOICES["order"])
def test_the_name_of_a_weight_leads_to_its_element(order: str) -> None:
    """Read as a reader does: the first index is the row of W, (in, out) or (out, in)."""
    notation, rng = Notation(order=order), np.random.default_rng(0)
    program = rng.normal(size=(3, 2))
    W = program if order == "ij" else program.T
    for i, j in np.ndindex(3, 2):
        row, column = (("₀₁₂₃".index(digit) - 1) for digit in notation.weight(i + 1, j + 1)[1:])
        assert W[row, column] == program[i, j]


@pytest.mark.parametrize("order", CHOICES["order"])
def test_products_are_those_of_the_matrices_they_name(order: str) -> None:
    """aW, δWᵀ and aᵀδ of rows of units; of columns, with W (out, in), the same numbers in reverse."""
    rng = np.random.default_rng(1)
    rows = {"a": rng.normal(size=(4, 3)), "W": rng.normal(size=(3, 2)), "δ": rng.normal(size=(4, 2))}
    mine = rows if order == "ij" else {name: array.T for name, array in rows.items()}
    wanted = {
        ("a", "W"): rows["a"] @ rows["W"],
        ("δ", "Wᵀ"): rows["δ"] @ rows["W"].T,
        ("aᵀ", "δ"): rows["a"].T @ rows["δ"],
    }
    for factors, result in wanted.items():
        left, right = Notation(order=order).product(*factors, gap=" ").split()
        product = _meant(left, mine) @ _meant(right, mine)
        np.testing.assert_allclose(product if order == "ij" else product.T, result)


def _meant(name: str, arrays: dict[str, np.ndarray]) -> np.ndarray:
    array = arrays[name[0]]
    return array.T if name.endswith("ᵀ") else array


def test_long_indices_are_told_apart() -> None:
    assert Notation().weight(1, 12) == "w₁,₁₂"
    assert BISHOP.latex_weight(3, 1, 12) == "w_{12,1}^{(3)}"
    assert Notation().latex_weight(3, 1, 2) == "w_{12}"


def test_letters_are_swapped_at_once_and_only_where_they_stand_alone() -> None:
    assert relettered("a z max az", {"a": "z", "z": "a"}) == "z a max az"


@pytest.mark.parametrize("fields", [{"letters": "x"}, {"order": "z_a"}, {"layers": ""}])
def test_a_choice_that_is_none_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=f"^{next(iter(fields.values()))}$"):
        Notation(**fields)


def test_what_is_chosen_is_what_differs() -> None:
    assert Notation().chosen == {}
    assert Notation(**BISHOP.chosen) == BISHOP
    assert NG.chosen == {"layers": "brackets"}


def test_every_choice_but_the_own_numbering_has_a_book() -> None:
    assert {key for keys in CHOICES.values() for key in keys} - set(BOOKS) == {"subscript"}
