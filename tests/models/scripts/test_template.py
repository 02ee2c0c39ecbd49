"""Templates: which lines stay."""

from __future__ import annotations

import pytest

from nnviz.models.scripts.template import holds, pruned

TEXT = """\
always
first  #? a
neither  #? !a&!b
#[ a|c
inside
  both  #? b
#[ b
deep
#]
#]


# a comment  stays


end
"""


@pytest.mark.parametrize(
    ("condition", "flags", "expected"),
    [
        ("a", "a", True), ("a", "b", False), ("!a", "b", True), ("a&b", "a", False), ("a&b", "ab", True),
        ("a|b&c", "a", True), ("a|b&c", "bc", True), ("a|b&c", "b", False), ("!a|!b", "ab", False),
    ],
)  # fmt: skip
def test_conditions(condition: str, flags: str, expected: bool) -> None:
    assert holds(condition, set(flags)) is expected


@pytest.mark.parametrize(
    ("flags", "kept"),
    [
        ("", "always\nneither\n\n\n# a comment  stays\n\n\nend\n"),
        ("ab", "always\nfirst\ninside\n  both\ndeep\n\n\n# a comment  stays\n\n\nend\n"),
        ("c", "always\nneither\ninside\n\n\n# a comment  stays\n\n\nend\n"),
    ],
)
def test_lines_and_blocks(flags: str, kept: str) -> None:
    assert pruned(TEXT, set(flags)) == kept
