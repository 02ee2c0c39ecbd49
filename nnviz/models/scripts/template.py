"""Templates of scripts: programs with marks that say which lines belong to which runs.

`line  #? sgd|adam&!frozen` stays where the condition holds, `#[ condition` … `#]` do the same for what is between them,
`#< name` takes in another template, and $name is filled in. | binds weaker than &, ! turns one name round.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from string import Template

from nnviz.assets import resource

MARK, OPEN, CLOSE = "  #? ", "#[ ", "#]"


def rendered(name: str, flags: Collection[str], values: Mapping[str, object]) -> str:
    """The script of a template in resources/scripts."""
    return Template(pruned(_text(name), flags)).substitute(values)


def _text(name: str) -> str:
    """The template with the others that it takes in."""
    text = resource("scripts", f"{name}.txt").read_text(encoding="utf-8")
    return re.sub(r"^#< (\w+)\n", lambda match: _text(match[1]), text, flags=re.MULTILINE)


def pruned(text: str, flags: Collection[str]) -> str:
    """The lines that belong to a run with these flags, without marks, and at most two empty lines in a row."""
    lines: list[str] = []
    nested: list[bool] = []
    for line in text.splitlines():
        if line.startswith(OPEN):
            nested.append(holds(line.removeprefix(OPEN), flags))
        elif line == CLOSE:
            nested.pop()
        elif all(nested):
            code, mark, condition = line.partition(MARK)
            lines += [code] if not mark or holds(condition, flags) else []
    return re.sub(r"\n{4,}", "\n\n\n", "\n".join(lines)).strip("\n") + "\n"


def holds(condition: str, flags: Collection[str]) -> bool:
    """Whether a condition is true of a set of flags."""
    return any(all(_is(name, flags) for name in term.split("&")) for term in condition.strip().split("|"))


def _is(name: str, flags: Collection[str]) -> bool:
    return (name.removeprefix("!") in flags) != name.startswith("!")
