"""`nnviz film`: a lesson or a recording as MP4 or GIF, rendered offscreen."""

from __future__ import annotations

import math
from argparse import Namespace
from fractions import Fraction

from nnviz.commands.output import progress_bar
from nnviz.commands.render import parse_size
from nnviz.engine.refusal import Refusal

FPS = (1, 60)
SPEEDS = (0.1, 20.0)
"""Fewest and most."""


def run(args: Namespace) -> int:
    """Make the film."""
    size = parse_size(args.size)
    if size[0] % 2 or size[1] % 2:
        raise Refusal("film_size", value=args.size)
    _check("fps", args.fps, *FPS)
    _check("speed", args.speed, *SPEEDS)
    if args.seconds is not None:
        _check("seconds", args.seconds, 1 / args.fps, 24 * 3600)
    from nnviz.filming import Shot, film

    speed = Fraction(args.speed).limit_denominator(1000)
    shot = Shot(size, args.fps, speed, args.language or "", args.theme, args.seconds, args.cue or "")
    total = None if args.seconds is None else math.ceil(args.seconds * args.fps)
    with progress_bar(total, "Filming", "frame") as bar:
        film(args.source, args.out, shot, bar.update)
    return 0


def _check(field: str, value: float, low: float, high: float) -> None:
    if not low <= value <= high:
        raise Refusal("out_of_range", field=field, value=value, low=low, high=high)
