"""Mutations of any bytes and of any text: one step of damage each, chosen by a random generator."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any

Mutator = Callable[[bytes, Random], bytes]

NUMBERS = (0, 1, 2**7, 2**8 - 1, 2**15, 2**16 - 1, 2**24, 2**31 - 1, 2**31, 2**32 - 1, 2**40, 2**63 - 1, 2**64 - 1)
"""Lengths and counts at which something may overflow."""
VALUES = (
    "null", "true", "false", "0", "1", "-1", "2", "3", "0.1", "-0.0", "1e308", "5e-324", "1e400", "NaN", "Infinity",
    "-Infinity", "127", "65536", "2147483648", "9007199254740993", "18446744073709551616", "9" * 400, "9" * 5000,
    '""', '"x"', '"0"', '"\\u0000"', '"\\ud800"', '"../../x"', '"/"', f'"{"a" * 300}"', f'"{"b" * 5000}"',
    '"own:0123456789ab"', '"mnist"', '"moons"', "[]", "{}", "[[]]", "[null]", '{"a": 1}', "[1, 2]", "[0, 0]",
    "[" * 200 + "]" * 200, "[" * 20000 + "]" * 20000, '{"a":' * 3000 + "1" + "}" * 3000,
)  # fmt: skip
"""Values in JSON, some of which JSON does not have."""
TOKENS = (
    *VALUES[:24], "nan", "inf", "-inf", "1_000", "0x1F", "0b1", "1979-05-27T07:32:00Z", "25:61:61", "'", '"', '"""',
    "'''", "[", "]", "{", "}", "[[step]]", "[[step", "[step]", ",", ";", "\t", "\0", "\x1a", "\r", "\n", "\n\n\n", "=",
    ".", "$", "$$", "\\", "\\frac{", "#", "\ufeff", "가", "🙂", "´", "NA", "?", "1,5", "1e5", "1e999", "--", "٣", "²",
    "a" * 3000, "{" * 3000, "[" * 20000, "(" * 300, "![](x.png)", f"![]({'x' * 300}.png)", "$x$", f"${'{' * 500}$",
    "$\\left($",
)  # fmt: skip
"""Pieces of text that mean something in one format or another."""
ENCODINGS = ("utf-16", "utf-16-be", "utf-8-sig", "latin-1", "cp949", "utf-32", "cp037", "utf-7")
MOST_BYTES = 1 << 20
"""What grows beyond this is cut; the largest files have a list of their own."""
PIECES = re.compile(rb"[A-Za-z_]+|[0-9.+-]+|\s+|[^\w\s]|[^\s]")


def bits(content: bytes, random: Random) -> bytes:
    """One to eight bits are the other way round."""
    changed = bytearray(content)
    for _ in range(random.randint(1, 8) if content else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut(content: bytes, random: Random) -> bytes:
    """It ends too early; sometimes at once."""
    return content[: random.randrange(len(content) + 1)]


def inserted(content: bytes, random: Random) -> bytes:
    """Some bytes too many."""
    at = random.randrange(len(content) + 1)
    more: bytes = random.choice((random.randbytes(random.randint(1, 40)), b"\0" * 64, b"\xff" * 64, content[:64]))
    return content[:at] + more + content[at:]


def repeated(content: bytes, random: Random) -> bytes:
    """A part comes several times."""
    start, end = sorted(random.randrange(len(content) + 1) for _ in range(2))
    return content[:end] + content[start:end] * random.randint(1, 3) + content[end:]


def removed(content: bytes, random: Random) -> bytes:
    """A part is missing."""
    start, end = sorted(random.randrange(len(content) + 1) for _ in range(2))
    return content[:start] + content[end:]


def number(content: bytes, random: Random) -> bytes:
    """A whole number in binary stands somewhere, most often near the beginning, where the headers are."""
    size = random.choice((2, 4, 8))
    found: bytes = (random.choice(NUMBERS) % 2 ** (8 * size)).to_bytes(size, random.choice(("little", "big")))
    at = random.randrange(max(1, min(len(content), random.choice((16, 64, len(content))))))
    return content[:at] + found + content[at + size :]


def nothing(content: bytes, random: Random) -> bytes:
    """An empty file, or one of a single byte."""
    return random.choice((b"", b"\0", b"\n", content[:1]))


def piece(content: bytes, random: Random) -> bytes:
    """Of a text, one piece is another, twice, missing or changed for its neighbour."""
    pieces = PIECES.findall(content)
    if not pieces:
        return content
    at = random.randrange(len(pieces))
    token = random.choice(TOKENS).encode()
    other = random.choice(pieces)
    pieces[at] = random.choice((token, token, b"", pieces[at] * 2, other, pieces[at] + token))
    return b"".join(pieces)


def line(content: bytes, random: Random) -> bytes:
    """Of a text, a line is missing, comes many times or stands elsewhere."""
    lines = content.splitlines(keepends=True) or [b""]
    taken = lines.pop(random.randrange(len(lines)))
    for _ in range(random.choice((0, 1, 2, 300))):
        lines.insert(random.randrange(len(lines) + 1) if random.random() < 0.5 else len(lines), taken)
    return b"".join(lines)


def encoding(content: bytes, random: Random) -> bytes:
    """A text is written in another encoding, as far as that can write it."""
    return content.decode("utf-8", "replace").encode(random.choice(ENCODINGS), "replace")


def json_value(content: bytes, random: Random) -> bytes:
    """Of JSON, one value is another, or a key is missing, unknown or there twice."""
    try:
        tree = json.loads(content)
    except (ValueError, RecursionError):
        return piece(content, random)
    places = list(_places(tree))
    if not places:
        return random.choice(VALUES).encode()
    mark = "\0value"
    _change(*random.choice(places), mark, random)
    raw = json.dumps(_elsewhere(tree, random)) if random.random() < 0.3 else random.choice(VALUES)
    text = json.dumps(tree).replace(json.dumps(mark), raw)
    return text.replace(json.dumps(f"{mark}key")[:-1], f'"{random.choice(("x", "", "format", "do"))}').encode()


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every container in it with each of its keys; of a long list some."""
    stack = [tree]
    while stack:
        owner = stack.pop()
        keys = list(owner) if isinstance(owner, dict) else list(range(min(len(owner), 40)))
        for key in keys:
            yield owner, key
            if isinstance(owner[key], dict | list):
                stack.append(owner[key])


def _elsewhere(tree: Any, random: Random) -> Any:
    """What stands at another place."""
    owner, key = random.choice(list(_places(tree)) or [((0,), 0)])
    return owner[key]


def _change(owner: Any, key: Any, mark: str, random: Random) -> None:
    """Put the mark where another value is to stand, or do without it."""
    kind = random.choice(("value", "value", "value", "value", "gone", "more", "twice", "nested"))
    if kind == "gone":
        del owner[key]
    elif kind == "more" and isinstance(owner, dict):
        owner[f"{mark}key"] = mark
    elif kind == "more":
        owner.insert(key, mark)
    elif kind == "twice" and isinstance(owner, list):
        owner += [owner[key]] * random.choice((1, 1, 500))
    else:
        owner[key] = [owner[key]] if kind == "nested" else mark


BYTES: tuple[Mutator, ...] = (bits, cut, inserted, repeated, removed, number, nothing)
TEXT: tuple[Mutator, ...] = (piece, piece, piece, line, encoding)
JSON: tuple[Mutator, ...] = (*(json_value,) * 24, *TEXT)


def mutated(content: bytes, mutators: Sequence[Mutator], random: Random) -> bytes:
    """One to three steps of damage."""
    for _ in range(random.choice((1, 1, 1, 1, 2, 3))):
        content = random.choice(mutators)(content, random)[:MOST_BYTES]
    return content
