"""The network that comes with nnviz: small, as good as it says, and made for pens."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path

import pytest

from nnviz.assets import resource
from nnviz.cli import main
from nnviz.models.files import SHIPPED, open_shipped

Points = list[tuple[float, float]]

needs_mnist = pytest.mark.skipif("NNVIZ_DATA" not in os.environ, reason="needs MNIST in NNVIZ_DATA")


def arc(x: float, y: float, width: float, height: float, start: float, end: float) -> Points:
    """Points on an ellipse around (x, y), angles in degrees, clockwise from the right as y runs downwards."""
    angles = [math.radians(start + (end - start) * k / 19) for k in range(20)]
    return [(x + width * math.cos(a), y + height * math.sin(a)) for a in angles]


DRAWINGS: dict[int, list[Points]] = {
    0: [arc(50, 50, 28, 42, -90, 270)],
    1: [[(38, 25), (52, 10), (52, 92)]],
    2: [[*arc(50, 32, 26, 24, 180, 370), (62, 62), (24, 92), (78, 92)]],
    3: [[*arc(46, 30, 24, 22, 200, 440), *arc(46, 70, 28, 24, -80, 150)]],
    4: [[(58, 8), (20, 62), (84, 62)], [(62, 38), (62, 95)]],
    5: [[(74, 10), (34, 10), (30, 46), *arc(48, 66, 28, 26, -120, 150)]],
    6: [[(64, 8), (40, 32), (28, 62), *arc(50, 70, 24, 22, 180, 540)]],
    7: [[(22, 12), (78, 12), (44, 94)]],
    8: [[*arc(50, 30, 20, 20, 60, 420), *arc(50, 72, 24, 22, -70, 290)]],
    9: [[*arc(50, 32, 22, 22, 0, 360), (72, 36), (68, 66), (60, 94)]],
}


def test_it_is_small_and_says_how_it_was_made() -> None:
    assert resource(*SHIPPED).stat().st_size < 2_000_000
    notes = open_shipped().notes
    assert notes["command"].startswith("nnviz train --data mnist")
    assert {"seed", "data_sha256", "test_accuracy"} <= notes.keys()


@needs_mnist
def test_it_is_as_good_as_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(resource(*SHIPPED)), "--data", "mnist", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["samples"] == 10_000
    assert result["accuracy"] >= 0.985
    assert result["accuracy"] == pytest.approx(float(open_shipped().notes["test_accuracy"]), abs=1e-4)


@pytest.mark.parametrize(("scale", "shift"), [(1.0, 0.0), (0.2, 300.0), (17.0, -40.0)])
def test_it_reads_pen_strokes_of_any_size_and_place(
    scale: float, shift: float, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = []
    for digit, strokes in DRAWINGS.items():
        placed = [[[x * scale + shift, y * scale + shift] for x, y in stroke] for stroke in strokes]
        files.append(tmp_path / f"{digit}.json")
        files[-1].write_text(json.dumps({"strokes": placed}))
    assert main(["classify", "--json", *map(str, files)]) == 0
    answers = json.loads(capsys.readouterr().out)
    assert [answer["digit"] for answer in answers] == list(DRAWINGS)


@pytest.mark.parametrize(
    "strokes",
    [
        [],
        [[[5, 5]]],
        [[[k * 7 % 100, k * 61 % 100] for k in range(60)]],
        [[[x, y], [x + 9, y + 7]] for x in range(0, 90, 12) for y in range(0, 90, 12)],
    ],
    ids=["blank", "dot", "scribble", "hatching"],
)
def test_what_is_no_digit_is_refused(
    strokes: list[list[list[int]]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "drawing.json"
    path.write_text(json.dumps({"strokes": strokes}))
    assert main(["classify", "--json", str(path)]) == 0
    assert json.loads(capsys.readouterr().out)[0]["digit"] is None
