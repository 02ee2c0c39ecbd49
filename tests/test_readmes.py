"""The two READMEs tell the same: sections, commands, pictures and keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ENGLISH, KOREAN = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.ko.md"))
KOREAN_KEYS = {"←": "Left", "→": "Right", "화살표 키": "arrows"}
"""Keys that have another name in Korean."""


def outline(text: str) -> list[str]:
    """How every heading and every paragraph with a name in bold begins, in order."""
    return re.findall(r"(?:\A|\n\n)(#+ |\*\*)", outside(text))


def outside(text: str) -> str:
    """The text without its blocks of code."""
    return re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)


def commands(text: str) -> list[str]:
    """Every line of the blocks of code, without the comments, which are translated."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return [line.partition("#")[0].rstrip() for block in blocks for line in block.splitlines()]


def pictures(text: str) -> list[str]:
    """The file of every picture; one with Korean writing in it stands for the English one."""
    return [file.replace(".ko.", ".") for file in re.findall(r"^!\[.+?\]\((.+?)\)", text, re.MULTILINE)]


def keys(text: str) -> list[list[str]]:
    """The keys of every row of the table, by their English names."""
    cells = re.findall(r"^\| (.+?) \| .+ \|$", text, re.MULTILINE)[1:]
    return [[KOREAN_KEYS.get(key, key) for key in re.split(r" / |(?<!\+), ", cell)] for cell in cells]


@pytest.mark.parametrize(("told", "least"), [(outline, 20), (commands, 20), (pictures, 9), (keys, 20)])
def test_both_tell_the_same(told: Callable[[str], Sequence[object]], least: int) -> None:
    assert told(KOREAN) == told(ENGLISH)
    assert len(told(ENGLISH)) >= least
