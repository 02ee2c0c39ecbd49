"""`nnviz render`: the real window, drawn offscreen into a picture file. The only command that needs Qt."""

from __future__ import annotations

import re
from argparse import Namespace
from pathlib import Path

from nnviz.engine.refusal import Refusal

SMALLEST, LARGEST = 320, 8192
"""Pixels of a side of the window."""
SUFFIXES = (".png", ".svg", ".pdf")
"""As in `nnviz.export.picture`, which would bring Qt along before the command line is checked."""


def run(args: Namespace) -> int:
    """Draw a page of the window, or one pane of it."""
    size = parse_size(args.size)
    _check_target(args.out)
    text = _read(args.do) if args.do else None
    from nnviz.app import Script, render

    script = None if text is None else Script(text, args.iterations, args.seconds)
    render(args.page, args.out, size, args.theme, args.scale, script, args.pane)
    return 0


def _read(path: Path) -> str:
    """Refusal not_json where it is no text at all."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal("not_json", line=1, column=error.start + 1) from error


def parse_size(text: str) -> tuple[int, int]:
    """(width, height) of "1600x1000". Refusal bad_size."""
    match = re.fullmatch(r"([0-9]{1,5})x([0-9]{1,5})", text)
    sides = tuple(int(side) for side in match.groups()) if match else ()
    if not sides or not all(SMALLEST <= side <= LARGEST for side in sides):
        raise Refusal("bad_size", value=text, low=SMALLEST, high=LARGEST)
    return sides[0], sides[1]


def _check_target(out: Path) -> None:
    if out.suffix.lower() not in SUFFIXES or not out.parent.is_dir():
        raise Refusal("bad_picture_target", file=out)
