"""The words of a PDF of Qt's, read without a library: what a reader can mark and copy."""

from __future__ import annotations

import re
import zlib


def pdf_words(data: bytes) -> str:
    """Every text in the order in which it is written, one a line."""
    objects = dict(_object(found) for found in re.finditer(rb"(\d+) 0 obj\n(.*?)endobj", data, re.DOTALL))
    maps = {
        number: _letters(objects[int(found[1])])
        for number, text in objects.items()
        if (found := re.search(rb"/ToUnicode (\d+) 0 R", text))
    }
    page = b"".join(text for text in objects.values() if b"\nBT\n" in text)
    lines, letters = [], {}
    for text in re.findall(rb"\nBT\n(.*?)\nET", page, re.DOTALL):
        font = re.search(rb"/F(\d+) ", text)
        letters = maps[int(font[1])] if font else letters
        codes = b"".join(re.findall(rb"<([0-9a-fA-F]+)> Tj", text)).decode()
        lines.append("".join(letters.get(int(codes[k : k + 4], 16), "?") for k in range(0, len(codes), 4)))
    return "\n".join(lines)


def _object(found: re.Match[bytes]) -> tuple[int, bytes]:
    """Number and text, of a packed stream what is in it."""
    head, stream, body = found[2].partition(b"stream\n")
    if stream and b"/FlateDecode" in head:
        body = zlib.decompressobj().decompress(body)
    return int(found[1]), head + b"\n" + body


def _letters(text: bytes) -> dict[int, str]:
    """What stands for what: rows of <first> <last> [<letter> …]."""
    letters: dict[int, str] = {}
    for first, row in re.findall(rb"<([0-9A-F]{4})> <[0-9A-F]{4}> \[([^\]]*)\]", text, re.IGNORECASE):
        found = re.findall(rb"<([0-9A-F]+)>", row, re.IGNORECASE)
        letters |= {
            int(first, 16) + k: bytes.fromhex(code.decode()).decode("utf-16-be") for k, code in enumerate(found)
        }
    return letters
