"""`nnviz classify`: pictures and pen strokes in files → the digit each shows, or that it shows none."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nnviz.assets import resource
from nnviz.commands.inputs import unsaid
from nnviz.commands.output import print_json, progress_bar
from nnviz.data.digitness import DigitScore
from nnviz.data.pictures import read_ink
from nnviz.data.preparation import Preparation, prepare
from nnviz.data.strokes import parse_strokes, rasterise
from nnviz.engine.refusal import Refusal
from nnviz.engine.trace import Array
from nnviz.errors import words
from nnviz.models.files import open_model, open_shipped
from nnviz.models.model import Model

STROKES = ".json"
MOST_BYTES = 64 << 20
"""Largest file of strokes; a million points take half of it."""
DIGIT_SCORE = ("models", "digit_score.safetensors")


@dataclass(frozen=True)
class Answer:
    """digit None: "not a digit". probabilities (10,): the output layer's activations, digit 0 first."""

    file: str
    digit: int | None
    probabilities: Array


def run(args: Namespace) -> int:
    """Print one answer a file. One bad file and nothing is printed."""
    model = open_model(args.model, **unsaid(args)) if args.model else open_shipped()
    answers = classify(model, load_digit_score(), args.files)
    if args.json:
        print_json([vars(answer) for answer in answers])
        return 0
    for answer in answers:
        print(_words(answer))
    return 0


def load_digit_score() -> DigitScore:
    """The score that comes with nnviz."""
    return DigitScore.load(resource(*DIGIT_SCORE))


def classify(model: Model, score: DigitScore, files: Sequence[str]) -> list[Answer]:
    """Answers in the order of the files. Refusal model_not_for_digits, or file_refused for the first bad file."""
    if model.image is None or model.experiment.outputs != 10:
        e = model.experiment
        raise Refusal("model_not_for_digits", inputs=e.inputs, outputs=e.outputs)
    inputs = np.empty((len(files), model.experiment.inputs), np.float32)
    are_digits = []
    with progress_bar(len(files), "Reading", "files") as bar:
        for row, file in zip(inputs, files, strict=True):
            preparation = _prepared(file)
            row[:] = preparation.as_input(model.image)
            are_digits.append(score.is_digit(score.score(preparation)))
            bar.update()
    outputs = model.forward(inputs).output
    return [
        Answer(file, int(y.argmax()) if is_digit else None, y)
        for file, y, is_digit in zip(files, outputs, are_digits, strict=True)
    ]


def _prepared(file: str) -> Preparation:
    path = Path(file)
    reader: Callable[[Path], NDArray[np.uint8]] = _strokes_ink if path.suffix.lower() == STROKES else read_ink
    try:
        return prepare(reader(path))
    except OSError as error:
        raise Refusal("file_refused", file=file, reason=f"{error.strerror or error}.") from error
    except Refusal as error:
        if error.fields.get("file"):  # its sentence names the file already
            raise
        raise Refusal("file_refused", file=file, reason=words(error)) from error


def _strokes_ink(path: Path) -> NDArray[np.uint8]:
    if path.stat().st_size > MOST_BYTES:
        raise Refusal("strokes_file_too_large", most=MOST_BYTES >> 20)
    try:
        return rasterise(parse_strokes(path.read_text("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise Refusal("strokes_not_json") from error


def _words(answer: Answer) -> str:
    shown = "not a digit" if answer.digit is None else str(answer.digit)
    shares = " ".join(f"{digit}:{100 * share:.1f}%" for digit, share in enumerate(answer.probabilities))
    return f"{answer.file}: {shown}   {shares}"
